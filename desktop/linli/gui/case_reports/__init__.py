"""The report of mediation (统计报表) in the window."""
