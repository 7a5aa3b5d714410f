"""The first day (第一天): a window on fictitious people that leads through eight things to do."""
