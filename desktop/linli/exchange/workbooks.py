"""Open the ledgers people have: .xlsx, .xls, .ods and text, by content and not by the ending."""

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from linli.domain.worksheets import Cell, Line, Lines, MergedRange, Workbook, Worksheet
from linli.errors import StorageProblem, UserError
from linli.exchange.delimited import read_delimited
from linli.exchange.ole_guard import check_ole
from linli.exchange.open_document import Merged, is_open_document
from linli.exchange.zip_guard import check_container, damaged, locked

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAX_FILE = 600 << 20
"""Bytes; a text ledger of a million lines has about 150 MB."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MARKUP = (b"<html", b"<table", b"<!doctype", b"<?xml")


def open_workbook(path: Path) -> Workbook:
    """Read a file into memory, whatever its ending says it is.

    Raises:
        UserError: if the file is empty, damaged, locked by a password, too large to be a ledger, or
            of a kind that cannot be read; the sentence says what to do.
        StorageProblem: if the disk does not give the file.
    """
    content = _content(path)
    if not content.strip(b"\0\r\n\t "):
        raise UserError(f"文件「{path.name}」是空的。请检查是否选错了文件。")
    if content.startswith(_ZIP):
        return _read_spreadsheet(path, content, check_container(path))
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise locked(path)
        check_ole(path, content)
        return _read_spreadsheet(path, content, {})
    if content[:2000].lstrip(b"\xef\xbb\xbf\r\n\t ").lower().startswith(_MARKUP):
        raise UserError(
            f"文件「{path.name}」其实是网页格式。请用 Excel 或 WPS 打开它，另存为 .xlsx 后再导入。"
        )
    return read_delimited(path, content)


def is_spreadsheet_package(path: Path) -> bool:
    """Whether a file, still there, is an .xlsx workbook by its content."""
    try:
        with zipfile.ZipFile(path) as archive:
            return not is_open_document(archive)
    except (OSError, zipfile.BadZipFile):
        return False


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > _MAX_FILE:
            raise UserError(
                f"文件「{path.name}」有 {size >> 20} MB，太大了。请按网格拆成几个文件，分别导入。"
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UserError(f"找不到文件「{path.name}」。请检查文件是否已被移动或改名。") from error
    except IsADirectoryError as error:
        raise UserError(f"「{path.name}」是文件夹。请选择里面的台账文件。") from error
    except OSError as error:
        raise StorageProblem(
            f"文件「{path.name}」打不开。", "请检查 U 盘是否插好、文件是否正被别的程序占用。"
        ) from error


def _read_spreadsheet(path: Path, content: bytes, merged: Merged) -> Workbook:
    from python_calamine import (
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        XmlError,
        ZipError,
    )

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = tuple(
            _read_sheet(book, sheet.name, merged.get(sheet.name, ()))
            for sheet in book.sheets_metadata
            if sheet.typ is SheetTypeEnum.WorkSheet
        )
    except PasswordError as error:
        raise locked(path) from error
    except (CalamineError, XmlError, ZipError, OSError, ValueError) as error:
        raise damaged(path) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # the reader's own, which has no other name
            raise
        raise damaged(path) from None
    return Workbook(path=path, sheets=sheets)


def _is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and (not cell or cell.isspace())


def _read_sheet(
    book: "CalamineWorkbook", name: str, known_merged: tuple[MergedRange, ...]
) -> Worksheet:
    sheet = book.get_sheet_by_name(name)
    if sheet.start is None:
        return Worksheet(name=name, lines=())
    # Rows come from the sheet's first one, but columns only from the first that is used.
    margin = ("",) * sheet.start[1]
    lines = Lines(
        Line(number, (*margin, *row))
        for number, row in enumerate(sheet.iter_rows())
        if not all(map(_is_blank, row))
    )
    merged = tuple(
        MergedRange(top, left, bottom, right)
        for (top, left), (bottom, right) in sorted(sheet.merged_cell_ranges or ())
    )
    return Worksheet(name=name, lines=lines, merged=merged or known_merged)
