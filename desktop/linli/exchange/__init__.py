"""Reading the ledgers that people already have, and writing workbooks."""
