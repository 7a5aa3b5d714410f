"""Rows of a table for the clipboard: as a table for Excel and WPS, and as plain lines."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QMimeData

COPY_LIMIT = 20_000
"""More rows are an export: they belong into a file, with a reason, and not into the clipboard."""

_CELL = "<td style=\"mso-number-format:'\\@'\">"
"""A cell that Excel and WPS take for text: they keep 18 digits and leading zeros."""

_BREAKS = str.maketrans("\t\r\n", "   ")


def table_mime(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> QMimeData:
    """Return rows with their heads as an HTML table and as text with tabs."""
    lines = [heads, *rows]
    mime = QMimeData()
    mime.setText("".join("\t".join(map(_plain, line)) + "\r\n" for line in lines))
    body = "".join(
        "<tr>" + "".join(f"{_CELL}{escape(_plain(cell))}</td>" for cell in line) + "</tr>\n"
        for line in lines
    )
    mime.setHtml(f'<meta charset="utf-8"><table border="1">\n{body}</table>')
    return mime


def _plain(cell: str) -> str:
    return cell.translate(_BREAKS)
