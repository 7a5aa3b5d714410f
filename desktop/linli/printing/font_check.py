"""Whether a font file that the clerk wants to add can serve, and what it is good for."""

import struct
from pathlib import Path
from typing import BinaryIO

from linli.domain.faces import FontInfo, FontStyle
from linli.domain.values.names import is_han
from linli.errors import UserError
from linli.printing.faces import FontFault, FontFileError, open_collection
from linli.printing.fonts import FontLibrary

LARGEST = 200 * 1024 * 1024
"""Bytes; the largest fonts of all rare characters have about half of it."""
_MOST_FACES = 256  # of a collection
_NOT_FONTS = (
    (
        (b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf"),
        "“{name}”是压缩包。请先解压，再选里面的 .ttf 或 .otf 文件。",
    ),
    (
        (b"wOFF", b"wOF2"),
        "“{name}”是网页用的字体，不能用来打印。请换成 .ttf 或 .otf 文件。",
    ),
    (
        (b"%!PS", b"\x80\x01"),
        "“{name}”是旧式的 Type 1 字体，里面没有汉字。请换成 .ttf 或 .otf 文件。",
    ),
)
_FAULTS = {
    FontFault.DAMAGED: "“{name}”不是字体文件，或者已经损坏。请重新复制或下载，再试一次。",
    FontFault.VARIABLE: "“{name}”是可变字体，不能用来打印。请换成同一字体的“常规”（Regular）文件。",
    FontFault.NO_OUTLINES: "“{name}”只有点阵图形，放大会模糊。请换一个 .ttf 或 .otf 字体。",
}


def check_font_file(path: Path) -> FontInfo:
    """Read a font file that the clerk chose; it is not kept open.

    Raises:
        UserError: the file cannot be read, is too large, is no font that a PDF can embed, or has
            no Chinese character.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as error:
        raise UserError(
            f"打不开字体文件“{path.name}”。请检查文件还在不在、U盘有没有拔掉，再选一次。"
        ) from error
    if size > LARGEST:
        raise UserError(
            f"“{path.name}”有{size // 2**20}兆，超过{LARGEST // 2**20}兆。请换一个较小的字体。"
        )
    for marks, sentence in _NOT_FONTS:
        if start.startswith(marks):
            raise UserError(sentence.format(name=path.name))
    if not _is_whole(path, size):
        raise UserError(_FAULTS[FontFault.DAMAGED].format(name=path.name))
    try:
        face = open_collection(path)
    except FontFileError as error:
        raise UserError(_FAULTS[error.fault].format(name=path.name)) from error
    characters = set(face.characters())
    han = {char for char in characters if is_han(char)}
    if not han:
        raise UserError(f"“{path.name}”里没有汉字。请选中文字体的文件。")
    own = FontLibrary(folders=()).typeface(FontStyle.HEI)
    return FontInfo(
        font=face.title(),
        characters=len(characters),
        rare=len(own.missing("".join(han))),
    )


def _is_whole(path: Path, size: int) -> bool:
    """Whether a file has all the tables that it lists; of a copy that broke off it has not."""
    try:
        with path.open("rb") as file:
            starts: tuple[int, ...] = (0,)
            if file.read(4) == b"ttcf":
                _, count = _numbers(file, ">II")
                starts = _numbers(file, f">{min(count, _MOST_FACES)}I")
            return all(end <= size for start in starts for end in _table_ends(file, start))
    except (OSError, struct.error):  # it ends within its list of tables
        return False


def _table_ends(file: BinaryIO, start: int) -> list[int]:
    """Return where each table of a face ends (OpenType 1.9, table directory)."""
    file.seek(start)
    _, count, *_ = _numbers(file, ">IHHHH")
    tables = [_numbers(file, ">4I") for _ in range(count)]
    return [offset + length for _, _, offset, length in tables]


def _numbers(file: BinaryIO, layout: str) -> tuple[int, ...]:
    return struct.unpack(layout, file.read(struct.calcsize(layout)))
