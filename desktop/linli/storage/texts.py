"""Texts as conditions that an index can serve."""

from typing import Any

from sqlalchemy import ColumnElement, and_

_LAST = "\U0010ffff"
"""Sorts after whatever can follow in a text."""


def begins(column: Any, text: str) -> ColumnElement[bool]:
    """Return the range of an index that begins with `text`; LIKE would not use the index."""
    return and_(column >= text, column < text + _LAST)
