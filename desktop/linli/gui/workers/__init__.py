"""People on duty (值班人员): staff, volunteers, housekeepers, leaves, who not together."""
