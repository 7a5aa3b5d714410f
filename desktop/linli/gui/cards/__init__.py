"""Contact cards in the window: printing, what was issued, runs, outdated cards."""
