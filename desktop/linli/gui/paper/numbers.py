"""Inputs for lengths, angles and counts."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

from linli.domain.values.measures import number_text, parse_number, parse_whole
from linli.gui.inputs import ParsedInput, keep_keys, prefer_numbers

T = TypeVar("T")


def number_input(placeholder: str = "", parent: QWidget | None = None) -> ParsedInput[float]:
    """Return an input for a number such as a length in mm."""
    return _of_digits(ParsedInput(parse_number, number_text, placeholder, parent))


def whole_input(placeholder: str = "", parent: QWidget | None = None) -> ParsedInput[int]:
    """Return an input for a whole number."""
    return _of_digits(ParsedInput(parse_whole, str, placeholder, parent))


def _of_digits(line: ParsedInput[T]) -> ParsedInput[T]:
    """Let a Chinese full stop not come where a point is meant."""
    keep_keys(line)
    prefer_numbers(line)
    return line
