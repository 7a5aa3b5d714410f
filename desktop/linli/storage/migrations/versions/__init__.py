"""One module per version of the ledger file."""
