"""What the fault suite needs: work that is killed, power that is cut, files that are mutated."""
