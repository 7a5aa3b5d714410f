"""Templates of cards, labels and boards: boxes on a side, read strictly, checked, written back."""
