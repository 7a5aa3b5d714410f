"""The tab 矛盾调解: cases as a table and as a board, one case, and all that is done in it."""
