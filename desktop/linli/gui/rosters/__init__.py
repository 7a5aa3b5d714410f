"""The tab of rosters (援助站值班): the sheet of a month, and what can be done with it."""
