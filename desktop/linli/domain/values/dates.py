"""Dates as ledgers have them: sometimes only a year, or a year and a month."""
