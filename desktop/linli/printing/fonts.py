"""Which fonts there are, and which of them draws a character: fallback per character, never silent.

Order: the face asked for (Noto Sans SC or Noto Serif SC, from the wheel `pylopdf_fonts_zh_cn`), the
other of the two, fonts the user added, then fonts installed on this machine that are known for rare
characters, mainland shapes first. A character that none of them draws is reported as missing.
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from linli.domain.faces import FontStyle
from linli.printing.faces import Face, FontFileError, open_collection

# How the files are called (letters and digits only), best first: system fonts with the rare
# planes, then BabelStone Han (mainland shapes), last those with Japanese shapes.
_RARE_FONTS = (
    "simsunb", "simsunextb", "simsunextg", "simsun", "cesi", "fzsongsextended", "plangothic",
    "huayuansong", "notosanscjkregular", "notosanscjkscregular", "sourcehansansscregular",
    "notoserifcjkregular", "notoserifcjkscregular", "sourcehanserifscregular", "babelstonehan",
    "hanamina", "hanaminb", "jigmo",
)  # fmt: skip
_FONT_FILE = {".ttf", ".otf", ".ttc", ".otc"}


@dataclass(frozen=True)
class Glyph:
    """How a character is drawn: by which face, with which glyph, `advance` 1/1000 of the size."""

    face: Face
    number: int
    advance: int


class Typeface:
    """A chain of faces that acts as one: the first that covers a character draws it."""

    def __init__(self, style: FontStyle, faces: Iterable[Face]) -> None:
        self.style = style
        self._opened: list[Face] = []
        self._unopened: Iterator[Face] = iter(faces)
        self._glyphs: dict[str, Glyph | None] = {}

    def glyph(self, char: str) -> Glyph | None:
        """Return how `char` is drawn, or None if no font here can draw it."""
        try:
            return self._glyphs[char]
        except KeyError:
            found = self._glyphs[char] = self._find(char)
            return found

    def missing(self, text: str) -> tuple[str, ...]:
        """Return the characters of `text` that no font here draws, each once, in order."""
        return tuple(dict.fromkeys(c for c in text if self.glyph(c) is None))

    def width(self, text: str) -> float:
        """Return the width of `text` in units of the font size; a missing character counts 1."""
        glyphs = self._glyphs
        total = 0
        for char in text:
            glyph = glyphs[char] if char in glyphs else self.glyph(char)
            total += glyph.advance if glyph else 1000
        return total / 1000

    def _find(self, char: str) -> Glyph | None:
        for face in self._faces():
            number = face.glyph(char)
            if number is not None:
                return Glyph(face, number, face.advance(number))
        return None

    def _faces(self) -> Iterator[Face]:
        yield from tuple(self._opened)
        for face in self._unopened:
            self._opened.append(face)
            yield face


class FontLibrary:
    """The fonts of this machine, opened only when a character needs them.

    Args:
        added: font files the user added.
        folders: where installed fonts lie; None means the system's folders.
    """

    def __init__(self, added: Sequence[Path] = (), folders: Sequence[Path] | None = None) -> None:
        self._added = tuple(added)
        self._folders = system_font_folders() if folders is None else tuple(folders)
        self._open = cache(open_collection)
        self._typefaces = {style: Typeface(style, self._chain(style)) for style in FontStyle}

    def typeface(self, style: FontStyle) -> Typeface:
        """Return the chain that begins with the face of `style`."""
        return self._typefaces[style]

    def missing(self, text: str) -> tuple[str, ...]:
        """Return the characters of `text` that no font here draws (all chains reach the same)."""
        return self._typefaces[FontStyle.HEI].missing(text)

    def _chain(self, style: FontStyle) -> Iterator[Face]:
        from pylopdf_fonts_zh_cn import sans_path, serif_path

        shipped = [sans_path(), serif_path()]
        if style is not FontStyle.HEI:
            shipped.reverse()
        yield from map(self._open, shipped)
        for path in self._added:
            yield self._open(path)
        for path in _rare_fonts(self._folders):
            try:
                yield self._open(path)
            except FontFileError:
                continue  # a damaged or variable system font: the next one may serve


@cache
def default_library() -> FontLibrary:
    """Return the library of this process, shared because opened fonts are costly."""
    return FontLibrary()


def system_font_folders() -> tuple[Path, ...]:
    """Return the folders in which this system keeps fonts, the user's own first."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"))
        windows = Path(os.environ.get("WINDIR", r"C:\Windows"))
        return (local / "Microsoft/Windows/Fonts", windows / "Fonts")
    data_home = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
    shared = (os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    return (data_home / "fonts", home / ".fonts", *(Path(d) / "fonts" for d in shared if d))


def _rare_fonts(folders: Iterable[Path]) -> list[Path]:
    """List the installed fonts of `_RARE_FONTS`, best first."""
    found: list[tuple[int, str, Path]] = []
    for folder in folders:
        for root, _, names in os.walk(folder):
            for name in names:
                path = Path(root, name)
                rank = _rank(path)
                if rank is not None:
                    found.append((rank, path.name, path))
    return [path for _, _, path in sorted(found)]


def _rank(path: Path) -> int | None:
    if path.suffix.lower() not in _FONT_FILE:
        return None
    name = re.sub(r"[^a-z0-9]", "", path.stem.lower())
    return next((i for i, known in enumerate(_RARE_FONTS) if name.startswith(known)), None)
