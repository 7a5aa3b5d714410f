"""The editor of card templates: the list, the card at true scale, and what an element is."""
