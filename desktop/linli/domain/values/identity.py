"""Identity documents."""
