"""Documents of mediation cases on A4: how they are laid out and drawn."""
