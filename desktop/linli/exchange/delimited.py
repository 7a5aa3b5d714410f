"""Read text ledgers (.csv): find the encoding and the separator, split into cells."""

import csv
import io
import re
from pathlib import Path

from linli.domain.values.gb18030 import decode_gb18030
from linli.domain.worksheets import Line, Lines, Workbook, Worksheet
from linli.errors import UserError

_SEPARATORS = (",", "\t", ";", "，", "|")
_SAMPLE_LINES = 60
_MAX_LINES_IN_CELL = 20
"""More line breaks than this in one cell mean a quotation mark that was never closed."""

_FORMULA_TEXT = re.compile(r'^="(.*)"$', re.DOTALL)
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def decode(content: bytes, file_name: str) -> tuple[str, str]:
    """Return the text and the name of its encoding.

    A byte order mark decides; else text that is valid UTF-8 is UTF-8, and the rest GB 18030 with
    the mapping of its 2005 and 2022 editions.

    Raises:
        UserError: if it is no text, or in none of these encodings.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _decode_as(content, encoding, file_name), encoding
    start = content[:4096]
    if b"\0" in start:
        little = start[1::2].count(b"\0") > start[::2].count(b"\0")
        encoding = "utf-16-le" if little else "utf-16-be"
        text = _decode_as(content, encoding, file_name)
        if "\0" in text[:4096]:
            raise _unreadable(file_name)
        return text, encoding
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        return decode_gb18030(content), "gb18030"
    except UnicodeDecodeError as error:
        raise _unreadable(file_name) from error


def _decode_as(content: bytes, encoding: str, file_name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _unreadable(file_name) from error


def _unreadable(file_name: str) -> UserError:
    return UserError(
        f"文件「{file_name}」不是能识别的文字编码。"
        "请用 Excel 或 WPS 打开它，另存为 .xlsx 后再导入。"
    )


def find_separator(text: str) -> str:
    """Return the separator that splits the first lines most evenly."""
    lines = [line for line in text[:200_000].splitlines() if line.strip()][:_SAMPLE_LINES]

    def regularity(separator: str) -> tuple[int, int]:
        counts = [row.count(separator) for row in lines]
        usual = max(set(counts), key=lambda count: (counts.count(count), count), default=0)
        return (counts.count(usual) * min(usual, 1), usual)

    return max(_SEPARATORS, key=regularity)


def split(text: str) -> list[list[str]]:
    """Split the text into rows of cells, however many characters a cell has."""
    separator = find_separator(text)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:  # a cell longer than csv takes
        return _split_unquoted(text, separator)
    if any(cell.count("\n") > _MAX_LINES_IN_CELL for row in rows for cell in row):
        return _split_unquoted(text, separator)
    return rows


def _split_unquoted(text: str, separator: str) -> list[list[str]]:
    """Split where quotation marks mean nothing."""
    lines = io.StringIO(text, newline=None)
    return [line.removesuffix("\n").split(separator) for line in lines]


def _cell(text: str) -> str:
    """Undo the ="…" by which some systems protect numbers from the spreadsheet."""
    if text.startswith('="') and (match := _FORMULA_TEXT.match(text)) is not None:
        return match[1]
    return text


def read_delimited(path: Path, content: bytes) -> Workbook:
    """Read a text ledger as a workbook of one sheet, named after the file.

    Raises:
        UserError: if the content is no readable text.
    """
    text, encoding = decode(content, path.name)
    lines = Lines(
        Line(number, tuple(_cell(cell) for cell in row))
        for number, row in enumerate(split(text))
        if any(cell and not cell.isspace() for cell in row)
    )
    return Workbook(path=path, sheets=(Worksheet(name=path.stem, lines=lines),), encoding=encoding)
