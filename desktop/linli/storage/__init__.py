"""The encrypted ledger file; the only floor that imports SQLAlchemy."""
