"""Staff, stations, boards and pairings: who is printed on plates, phone sheets and boards."""
