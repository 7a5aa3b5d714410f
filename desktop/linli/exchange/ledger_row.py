"""A row of a ledger: what each field's cells say."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from linli.domain.imports import LedgerField
from linli.domain.relations import HEAD_CODE
from linli.domain.values.text import as_text, is_blank, tidy
from linli.domain.worksheets import Cell
from linli.exchange.cells import SELF_CODE, code_of

_F = LedgerField

Said = tuple[tuple[Cell, ...] | None, ...]
"""What a row's cells of some fields are, None where there is none."""

PLACE_FIELDS = (_F.ESTATE, _F.BUILDING, _F.UNIT, _F.ROOM)
"""From the widest to the narrowest."""


@dataclass(kw_only=True, eq=False, slots=True)
class LedgerRow:
    """A row with the cells of each field; several columns may feed one field.

    `inherited` are the fields filled in from above; `columns` names each field's first column.
    `number` counts from 0 as in the file.
    """

    number: int
    cells: Mapping[LedgerField, tuple[Cell, ...]]
    columns: Mapping[LedgerField, int]
    inherited: frozenset[LedgerField]
    extras: tuple[tuple[str, str], ...]
    attached: bool

    def text(self, field: LedgerField) -> str | None:
        """Return the tidy text of a field, or None where it says nothing."""
        cells = self.cells.get(field)
        if cells is None:
            return None
        if len(cells) == 1:
            return cell_text(cells[0])
        texts = [text for cell in cells if (text := cell_text(cell)) is not None]
        # 四川省, 成都市 beside an address that has them already
        whole = [text for text in texts if not any(text in other != text for other in texts)]
        return "".join(dict.fromkeys(whole)) or None

    def raw_text(self, field: LedgerField) -> str | None:
        """Return the text of a field with its line ends, or None where it says nothing."""
        if self.text(field) is None:
            return None
        return "\n".join(map(as_text, self.cells[field]))

    def with_cell(self, field: LedgerField, cell: Cell) -> "LedgerRow":
        """Return the row as if the field's cell held something else."""
        return replace(self, cells={**self.cells, field: (cell,)})

    def cell(self, field: LedgerField) -> Cell:
        """Return the field's cell as it is, "" if it has none."""
        cells = self.cells.get(field)
        return cells[0] if cells else ""


@lru_cache(4096, typed=True)  # a row asks for its cells again and again, and repeats the last
def cell_text(cell: Cell) -> str | None:
    """Return the tidy text of a cell, None where it says that there is nothing."""
    text = tidy(as_text(cell))
    return None if not text or is_blank(text) else text


def is_texts(said: Said) -> bool:
    """Whether the cells of some fields are texts, which say the same wherever they are the same.

    Numbers do not: 1 and TRUE are one to Python.
    """
    return all(isinstance(cell, str) for each in said if each is not None for cell in each)


def is_head_relation(text: str | None) -> bool:
    """Whether a relation says that this is the head of the household (户主)."""
    return text is not None and code_of("relation", text) in (HEAD_CODE, SELF_CODE)
