"""Look into a workbook's zip container before a reader unpacks it.

A workbook is a zip of XML files, .xlsx and .ods alike. A few kilobytes can be made to unpack to
gigabytes, and one stray cell in the far corner of a sheet makes a reader lay out all the empty
cells before it.
"""

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from linli.errors import UserError
from linli.exchange.open_document import Merged, find_merged, is_locked, is_open_document

TORN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    KeyError,
    ValueError,
    RuntimeError,
)
"""What reading a damaged zip container may raise."""

_MAX_UNPACKED = 2 << 30
"""Bytes. A ledger of a million lines with 20 columns unpacks to about 1.2 GB."""

_SUSPICIOUS_SIZE = 64 << 20
_MAX_RATIO = 150
"""Real sheets shrink to a tenth or a thirtieth; deflate cannot pass 1 : 1032."""

_MAX_CELLS = 24_000_000
"""Cells of a sheet between its first and its last one, about 800 MB in the reader."""

_CHUNK = 4 << 20
_OVERLAP = 4096

_WIDE_CELL = re.compile(rb'<c r="([A-Z]{2,3})\d+"[^>/]*>')
_ANY_CELL = re.compile(rb'<c r="([A-Z]+)(\d+)"')


def check_container(path: Path) -> Merged:
    """Refuse a workbook that would unpack to more than the machine can hold.

    Returns:
        The merged cells of an OpenDocument's sheets, which its reader does not tell.

    Raises:
        UserError: for a zip bomb, a far-off stray cell, a password, or a damaged container.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _check_sizes(archive)
            if is_open_document(archive):
                if is_locked(archive):
                    raise locked(path)
                return find_merged(archive, path)
            for entry in archive.infolist():
                if entry.filename.startswith("xl/worksheets/") and entry.filename.endswith(".xml"):
                    _check_extent(archive, entry, path)
    except TORN as error:
        raise damaged(path) from error
    return {}


def locked(path: Path) -> UserError:
    """Return the error for a workbook that only a password opens."""
    return UserError(
        f"文件「{path.name}」设有打开密码。请用 Excel 或 WPS 打开它，取消密码并保存后再导入。"
    )


def damaged(path: Path) -> UserError:
    """Return the error for a file that cannot be read as a workbook."""
    return UserError(
        f"文件「{path.name}」已损坏，读不出来。请用 Excel 或 WPS 打开它，另存为 .xlsx 后再导入。"
    )


def _check_sizes(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    hollow = any(
        entry.file_size > _SUSPICIOUS_SIZE
        and entry.file_size > _MAX_RATIO * max(entry.compress_size, 1)
        for entry in entries
    )
    if total > _MAX_UNPACKED or hollow:
        raise UserError(
            f"文件展开后有 {total >> 20} MB，不像正常的台账，为安全起见没有打开。"
            "请核对来源；如确需导入，请把表格内容复制到新的工作簿里再试。"
        )


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield the entry's content in overlapping pieces; a false size in the directory is noticed."""
    tail = b""
    with archive.open(entry) as stream:
        while piece := stream.read(_CHUNK):
            yield tail + piece
            tail = piece[-_OVERLAP:]


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _check_extent(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path) -> None:
    """Refuse a sheet whose last filled cell lies too far off to lay the sheet out."""
    last_row, columns = 1, 26
    for chunk in _chunks(archive, entry):
        for match in _WIDE_CELL.finditer(chunk):
            columns = max(columns, _column_number(match[1]))
        filled = max(chunk.rfind(b"<v"), chunk.rfind(b"<is"))
        start = chunk.rfind(b"<c ", 0, filled) if filled > 0 else -1
        cell = _ANY_CELL.match(chunk, start) if start >= 0 else None
        if cell is not None:
            last_row = max(last_row, int(cell[2]))
        if columns > 26 and last_row * columns > _MAX_CELLS:
            raise UserError(
                f"文件「{path.name}」里有内容散落在第 {last_row} 行、第 {columns} 列一带，"
                "表格大得无法读入。"
                "请删除台账以外的行和列，保存后再导入。"
            )
