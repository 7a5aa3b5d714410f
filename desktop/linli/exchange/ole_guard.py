"""Look into an old workbook (.xls) before a reader does.

Its reader believes the lengths in the file and asks for as much memory, which ends the program
when a few bits are wrong. So whatever names a length is compared with the file first: the streams
of the container (Compound File Binary, [MS-CFB]) and the records of the workbook ([MS-XLS] 2.4).
"""

import struct
from collections.abc import Iterator
from pathlib import Path

from linli.exchange.zip_guard import damaged

_HEADER = struct.Struct("<8s16sHHHHH6x9I")
_ENTRY = 128
_NAMES = ("workbook", "book")
_END = 0xFFFFFFFA  # this and what is above are no sectors
_ROWS, _COLUMNS = 65_536, 256
_CELLS = frozenset({0x06, 0x01, 0xFD, 0xD6, 0x201, 0x203, 0x204, 0x205, 0x27E, 0x406})
_CELL_RUNS = frozenset({0xBD, 0xBE})
_LOCKED, _STRINGS, _DIMENSIONS = 0x2F, 0xFC, 0x200


def check_ole(path: Path, content: bytes) -> None:
    """Refuse an old workbook whose lengths cannot be true.

    Raises:
        UserError: it is damaged.
    """
    try:
        sound = _Container(content).is_sound()
    except (struct.error, IndexError, ValueError) as error:
        raise damaged(path) from error
    if not sound:
        raise damaged(path)


class _Container:
    """The sectors and streams of a compound file."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        facts = _HEADER.unpack_from(content)
        self._size = 1 << facts[5]
        self._directory, self._smallest = facts[9], facts[11]
        self._most = len(content) // self._size + 1
        counts = (facts[7], facts[8], facts[13], facts[15])  # sectors of directory and tables
        if facts[5] not in (9, 12) or facts[6] != 6 or max(counts) > self._most:
            raise ValueError("sizes")
        self._table = list(self._read_table(facts[14]))

    def is_sound(self) -> bool:
        """Whether every stream is within the file, and so is what the workbook says of cells."""
        directory = self._stream(self._directory)
        for place in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            entry = directory[place : place + _ENTRY]
            start, low, high = struct.unpack_from("<III", entry, 116)
            length = low if self._size == 512 else low | high << 32
            if length > len(self._content):
                return False
            name = entry[: max(0, struct.unpack_from("<H", entry, 64)[0] - 2)]
            is_book = name.decode("utf-16-le", "replace").lower() in _NAMES
            if (
                is_book
                and length >= self._smallest
                and not _cells_fit(self._stream(start)[:length])
            ):
                return False
        return True

    def _read_table(self, more: int) -> Iterator[int]:
        """Yield for each sector which one follows it."""
        places = list(struct.unpack_from("<109I", self._content, 76))
        each = self._size // 4
        for _ in range(self._most):
            if more >= _END:
                break
            *found, more = struct.unpack(f"<{each}I", self._sector(more))
            places += found
        for place in places:
            if place < _END:
                yield from struct.unpack(f"<{each}I", self._sector(place))

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        found = self._content[start : start + self._size]
        return found.ljust(self._size, b"\0") if found else b""

    def _stream(self, sector: int) -> bytes:
        found = []
        while sector < _END:
            found.append(self._sector(sector))
            if len(found) > self._most:
                raise ValueError("a stream that goes in circles")
            sector = self._table[sector]
        return b"".join(found)


def _cells_fit(book: bytes) -> bool:
    """Whether all cells lie in a sheet as large as these can be, and strings in the file."""
    place, end = 0, len(book)
    while place + 4 <= end:
        kind, length = struct.unpack_from("<HH", book, place)
        body = book[place + 4 : place + 4 + length]
        if kind == _LOCKED:
            return True  # the rest cannot be read, and its reader says so
        if not _fits(kind, body, end):
            return False
        place += 4 + length
    return True


def _fits(kind: int, body: bytes, end: int) -> bool:
    if kind in _CELLS and len(body) >= 4:
        return bool(struct.unpack_from("<H", body, 2)[0] < _COLUMNS)
    if kind in _CELL_RUNS and len(body) >= 6:
        first, last = struct.unpack_from("<H", body, 2)[0], struct.unpack_from("<H", body[-2:])[0]
        return bool(first <= last < _COLUMNS)
    if kind == _STRINGS and len(body) >= 8:
        return bool(struct.unpack_from("<I", body, 4)[0] <= end)
    if kind == _DIMENSIONS and len(body) >= 14:
        first_row, last_row, first, last = struct.unpack_from("<IIHH", body)
        return bool(first_row <= last_row <= _ROWS and first <= last <= _COLUMNS)
    return True
