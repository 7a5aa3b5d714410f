"""A list (名册) as a workbook: what is printed, as text cells to work with."""

from pathlib import Path

from linli.domain.registers import Register
from linli.exchange.text_sheet import write_text_sheet

_MM_PER_CHARACTER = 2.2
_WIDTH_OF_GROUP = 27


def write_register(path: Path, register: Register) -> None:
    """Write a list; groups stand in a column of their own, so that it can be sorted and filtered.

    Raises:
        OSError: if the file cannot be written.
    """
    grouped = any(group.heading for group in register.groups)
    columns = [
        (column.title, column.width * (1 + column.share) / _MM_PER_CHARACTER)
        for column in register.columns
    ]
    columns += [("分组", _WIDTH_OF_GROUP)] if grouped else []
    lines = [
        (*cells, group.heading)[: len(columns)] for group in register.groups for cells in group.rows
    ]
    write_text_sheet(path, "名册", columns, lines, total=len(lines))
