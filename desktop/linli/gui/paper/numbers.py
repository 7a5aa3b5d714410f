"""Inputs for lengths, angles and counts."""

from PySide6.QtWidgets import QWidget

from linli.domain.values.measures import number_text, parse_number, parse_whole
from linli.gui.inputs import ParsedInput


def number_input(placeholder: str = "", parent: QWidget | None = None) -> ParsedInput[float]:
    """Return an input for a number such as a length in mm."""
    return ParsedInput(parse_number, number_text, placeholder, parent)


def whole_input(placeholder: str = "", parent: QWidget | None = None) -> ParsedInput[int]:
    """Return an input for a whole number."""
    return ParsedInput(parse_whole, str, placeholder, parent)
