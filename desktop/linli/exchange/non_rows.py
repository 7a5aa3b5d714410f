"""Which lines of a table are no rows: totals, notes, repeated heads and titles, empty lines."""

import re
from collections.abc import Mapping, Sequence

from linli.domain.imports import LedgerField, LedgerShape, SheetPlan
from linli.domain.values.text import as_text
from linli.domain.worksheets import Cell, Line, Worksheet
from linli.exchange.head_words import is_foot_word, is_label, plain_head, words
from linli.exchange.ledger_row import PLACE_FIELDS, cell_text

_F = LedgerField
_PERSONAL = frozenset({_F.SEX, _F.ETHNICITY, _F.BIRTH, _F.RELATION})
_WIDE = 3
"""Columns that a title or a note spans at least, beyond its first."""

_LONGEST_COUNT = 5
_SENTENCE = re.compile(r"[。：:，,；;]")
_LIKE_NUMBER = re.compile(r"[\dXx]{6}")

_Own = Mapping[LedgerField, tuple[Cell, ...]]


class NonRows:
    """Tells the rows of one table from the lines that are none.

    Args:
        sheet: the table's sheet.
        plan: what its columns mean.
        shared: the fields that people of a household, or tenants of a house, share.
    """

    def __init__(self, sheet: Worksheet, plan: SheetPlan, shared: frozenset[LedgerField]) -> None:
        self._is_rental = plan.shape is LedgerShape.RENTALS
        self._shared = shared
        self._name = _F.TENANT_NAME if self._is_rental else _F.NAME
        self._number = _F.TENANT_DOCUMENT if self._is_rental else _F.DOCUMENT
        self._heads = {c.index: c.head.rsplit("/", 1)[-1] for c in plan.columns if c.head}
        self._wide_lines = {m.top for m in sheet.merged if m.right - m.left >= _WIDE}
        above = [line for line in sheet.lines if line.number < plan.head_first]
        self._titles = {
            plain_head(cell) for line in above for cell in line.cells if isinstance(cell, str)
        } - {""}
        self._labels = set(filter(is_label, map(first_text, above)))

    def contains(self, line: Line, own: _Own, extras: Sequence[tuple[str, str]]) -> bool:
        """Whether a line with these cells is no row."""
        first = first_text(line)
        if first in self._labels or _is_example(first):
            return True
        number = own.get(self._number)
        if number is not None and _LIKE_NUMBER.search(as_text(number[0])):
            return False
        filled = [cell for cell in line.cells if cell != "" and cell_text(cell) is not None]
        if not filled or (not own and not extras):
            return True
        texts = [cell for cell in filled if isinstance(cell, str)]
        if len(filled) == 1 and self._is_title(line, texts):
            return True
        if self._is_repeated_head(line) or _is_count(filled):
            return True
        begins_as_foot = bool(texts) and is_foot_word(texts[0])
        name = own.get(self._name)
        if name is not None:
            begins_as_foot = begins_as_foot and own.keys().isdisjoint(_PERSONAL)
            return begins_as_foot or is_foot_word(as_text(name[0]))
        if begins_as_foot:
            return True
        # A heading inside the table (2号楼), or a line laid out in advance and never filled.
        content = own.keys() - self._shared - {_F.GRID, _F.MANAGEMENT}
        return not content and not extras and not self._opens_unit(own)

    def words_of(self, line: Line) -> str:
        """Return the words of a skipped line, "" for a line of ticks and running numbers."""
        words = [t for cell in line.cells if isinstance(cell, str) and (t := cell_text(cell))]
        return " ".join(words)[:80]

    def _is_title(self, line: Line, words: Sequence[str]) -> bool:
        """Whether a line's only cell is a title, or a sentence that ends a page."""
        text = words[0] if words else ""
        return (
            line.number in self._wide_lines
            or plain_head(text) in self._titles
            or (len(text) > 12 and _SENTENCE.search(text) is not None)
        )

    def _opens_unit(self, own: _Own) -> bool:
        """Whether a row without a person still names a household or a let house."""
        if self._is_rental:
            return bool(own.keys() & {_F.ADDRESS, _F.RENTAL_NUMBER, _F.ROOM})
        return _F.HOUSEHOLD_NUMBER in own and bool(own.keys() & {*PLACE_FIELDS, _F.ADDRESS})

    def _is_repeated_head(self, line: Line) -> bool:
        texts = [
            (self._heads[index], plain_head(cell))
            for index, cell in enumerate(line.cells)
            if index in self._heads and isinstance(cell, str) and cell and len(cell) < 30
        ]
        same = sum(1 for head, text in texts if head == text)
        return same >= 2 and same >= 0.6 * len(texts)


def first_text(line: Line) -> str:
    """Return a line's first filled cell if it is text, else ""."""
    first = next((cell for cell in line.cells if cell != ""), "")
    return first if isinstance(first, str) else ""


def _is_example(text: str) -> bool:
    """Whether a line's first text says that the line shows how to fill in the others: 示例."""
    return not text.isdecimal() and plain_head(text) in words().examples


def _is_count(filled: Sequence[Cell]) -> bool:
    """Whether a line holds nothing but a count, as the last line of a page does."""
    text = as_text(filled[0])
    return len(filled) == 1 and text.isdecimal() and len(text) < _LONGEST_COUNT
