"""Paper in the window: sheets, used label sheets, turning the stack, printers and calibration."""
