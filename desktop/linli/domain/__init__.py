"""What the records mean and which rules they follow; standard library only."""
