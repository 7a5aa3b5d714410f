"""Small TrueType fonts made by hand, so that fallback can be tested without installed fonts."""

import struct
from collections.abc import Mapping
from pathlib import Path

_UNITS = 1000
_SQUARE = struct.pack(">h4h", 1, 0, 0, 800, 800) + struct.pack(
    ">HH4B8h", 3, 0, 1, 1, 1, 1, 0, 800, 0, -800, 0, 0, 800, 0
)


def tiny_font(
    name: str,
    characters: Mapping[str, bool],
    *,
    width: int = 900,
    extra: str = "",
    without: str = "",
) -> bytes:
    """Return a font whose characters are squares (True) or have no outline (False).

    It has one table more or one less, if `extra` or `without` names it.
    """
    tables = _tables(name, characters, width) | ({extra: b"\0" * 16} if extra else {})
    tables.pop(without, None)
    return _sfnt(tables, 0)


def tiny_collection(fonts: Mapping[str, Mapping[str, bool]]) -> bytes:
    """Return a .ttc of several tiny fonts."""
    offset = 12 + 4 * len(fonts)
    starts, body = [], b""
    for name, characters in fonts.items():
        starts.append(offset + len(body))
        body += _sfnt(_tables(name, characters, 900), offset + len(body))
    head = b"ttcf" + struct.pack(">HHI", 1, 0, len(fonts))
    return head + struct.pack(f">{len(starts)}I", *starts) + body


def write_font(folder: Path, file_name: str, characters: str) -> Path:
    """Write a tiny font that draws `characters` as squares."""
    path = folder / file_name
    path.write_bytes(tiny_font(path.stem, dict.fromkeys(characters, True)))
    return path


def _tables(name: str, characters: Mapping[str, bool], width: int) -> dict[str, bytes]:
    order = sorted(characters)
    glyphs = [_SQUARE, *(_SQUARE if characters[c] else b"" for c in order)]
    count = len(glyphs)
    offsets = [sum(map(len, glyphs[:i])) for i in range(count + 1)]
    groups = b"".join(struct.pack(">III", ord(c), ord(c), i) for i, c in enumerate(order, 1))
    cmap = struct.pack(">HHHHI", 0, 1, 3, 10, 12) + struct.pack(
        ">HHIII", 12, 0, 16 + len(groups), 0, len(order)
    )
    text = name.encode("utf-16-be")
    return {
        "cmap": cmap + groups,
        "glyf": b"".join(glyphs),
        "head": struct.pack(
            ">IIIIHHqqhhhhHHhhh",
            0x10000, 0x10000, 0, 0x5F0F3CF5, 0, _UNITS, 0, 0, 0, 0, 800, 800, 0, 8, 2, 1, 0,
        ),
        "hhea": struct.pack(">IhhhHhhhhhhhhhhhH", 0x10000, 880, -120, 0, width, *[0] * 11, count),
        "hmtx": struct.pack(">Hh", width, 0) * count,
        "loca": struct.pack(f">{count + 1}I", *offsets),
        "maxp": struct.pack(">IH13H", 0x10000, count, 4, 1, *[0] * 11),
        "name": struct.pack(">HHH6H", 0, 1, 18, 3, 1, 0x409, 6, len(text), 0) + text,
    }  # fmt: skip


def _sfnt(tables: Mapping[str, bytes], start: int) -> bytes:
    position = start + 12 + 16 * len(tables)
    directory, body = b"", b""
    for tag, data in tables.items():
        directory += tag.encode() + struct.pack(">III", 0, position + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    return struct.pack(">IHHHH", 0x10000, len(tables), 0, 0, 0) + directory + body
