"""Exchange with other computers (与其他电脑交换): whom to trust, and the files between them."""
