"""Look into an OpenDocument spreadsheet (.ods) before a reader unpacks it.

Blank and equal cells are written once with a count, so that a few lines of it lay out millions of
cells. What this look finds beside is which cells are merged, of which the reader says nothing.
Source: OASIS OpenDocument 1.3 part 3, 9.1.
"""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from linli.domain.worksheets import MergedRange
from linli.errors import UserError

MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"

_MAX_CELLS = 8_000_000
"""Cells of a sheet up to its last filled one; equal ones take about 1 GB in the reader."""

_CHUNK = 1 << 20
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_CELLS = frozenset({f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"})

Merged = Mapping[str, tuple[MergedRange, ...]]
"""The merged ranges by the sheet's name."""


def is_open_document(archive: zipfile.ZipFile) -> bool:
    """Whether a zip container is an OpenDocument spreadsheet."""
    names = archive.namelist()
    if "mimetype" not in names or "content.xml" not in names:
        return False
    with archive.open("mimetype") as stream:
        return stream.read(len(MIMETYPE)) == MIMETYPE


def is_locked(archive: zipfile.ZipFile) -> bool:
    """Whether a password is needed to read it."""
    if "META-INF/manifest.xml" not in archive.namelist():
        return False
    with archive.open("META-INF/manifest.xml") as stream:
        return b"encryption-data" in stream.read(_CHUNK)


def find_merged(archive: zipfile.ZipFile, path: Path) -> Merged:
    """Return the merged cells of each sheet.

    Raises:
        UserError: if a sheet would lay out more cells than the machine can hold.
        ValueError: if the content is no such document.
    """
    look = _Look(path)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = look.on_start
    parser.EndElementHandler = look.on_end
    parser.StartDoctypeDeclHandler = look.on_doctype
    try:
        with archive.open("content.xml") as stream:
            while piece := stream.read(_CHUNK):
                parser.Parse(piece, False)  # noqa: FBT003 - its only form
            parser.Parse(b"", True)  # noqa: FBT003
    except expat.ExpatError as error:
        raise ValueError("content.xml is no XML") from error
    return {name: tuple(found) for name, found in look.merged.items()}


@dataclass(kw_only=True)
class _Row:
    """A row under way; `repeated` equal ones follow each other. `width` ends its last filled cell.

    `column` is the next cell's place.
    """

    repeated: int
    column: int = 0
    width: int = 0
    spans: list[tuple[int, int, int]] = field(default_factory=list)


class _Look:
    """Counts rows and cells as they pass, with all their repetitions."""

    def __init__(self, path: Path) -> None:
        self.merged: dict[str, list[MergedRange]] = {}
        self._path = path
        self._found: list[MergedRange] = []
        self._next_row = self._last_row = self._width = 0
        self._row: _Row | None = None

    def on_doctype(self, *_: object) -> None:
        raise ValueError("no spreadsheet defines its own entities")

    def on_start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in _CELLS:
            self._take_cell(attributes)
        elif name == f"{_TABLE}table-row":
            self._row = _Row(repeated=_number(attributes, "number-rows-repeated"))
        elif name == f"{_TABLE}table":
            self._found = self.merged.setdefault(attributes.get(f"{_TABLE}name", ""), [])
            self._next_row = self._last_row = self._width = 0

    def on_end(self, name: str) -> None:
        row = self._row
        if name != f"{_TABLE}table-row" or row is None:
            return
        top = self._next_row
        self._next_row += row.repeated
        self._row = None
        self._found += (
            MergedRange(top, left, top + height - 1, left + width - 1)
            for left, height, width in row.spans
        )
        if row.width:
            self._last_row = self._next_row
            self._width = max(self._width, row.width)
            if self._last_row * self._width > _MAX_CELLS:
                raise self._too_large()

    def _take_cell(self, attributes: Mapping[str, str]) -> None:
        row = self._row
        if row is None:
            return
        height = _number(attributes, "number-rows-spanned")
        width = _number(attributes, "number-columns-spanned")
        if height * width > 1:
            row.spans.append((row.column, height, width))
        row.column += _number(attributes, "number-columns-repeated")
        if f"{_OFFICE}value-type" in attributes:
            row.width = row.column

    def _too_large(self) -> UserError:
        return UserError(
            f"文件「{self._path.name}」里的内容排到了第 {self._last_row} 行、第 {self._width} 列，"
            "表格大得无法读入。请删除台账以外的行和列，保存后再导入。"
        )


def _number(attributes: Mapping[str, str], name: str) -> int:
    return max(int(attributes.get(_TABLE + name, "1")), 1)
