"""Values that a clerk types: parse, check, compare, format, mask."""
