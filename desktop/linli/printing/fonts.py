"""Which fonts there are, and which of them draws a character: fallback per character, never silent.

Order: what the clerk drew; the face asked for (Hei and Song are Noto Sans SC and Noto Serif SC from
the wheel `pylopdf_fonts_zh_cn`, the others those of this machine); Song and Hei; fonts the clerk
added; installed fonts that are known for rare characters; the remaining faces. All chains reach the
same fonts. A character that none of them draws is reported as missing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from threading import Lock

from linli.domain.faces import FontStyle, ServingFont
from linli.domain.glyphs import DrawnGlyph
from linli.printing.faces import Face, FontFileError, open_collection
from linli.printing.installed import (
    STYLED,
    InstalledFonts,
    known_files,
    rare_names,
    system_font_folders,
)

_SHIPPED = (FontStyle.SONG, FontStyle.HEI)


@dataclass(frozen=True)
class Glyph:
    """How a character is drawn: by which face, with which glyph, `advance` 1/1000 of the size."""

    face: Face
    number: int
    advance: int


class Typeface:
    """A chain of faces that acts as one: the first that covers a character draws it.

    It may be asked from several threads.
    """

    def __init__(self, style: FontStyle, faces: Iterable[Face]) -> None:
        self.style = style
        self._opened: list[Face] = []
        self._unopened: Iterator[Face] = iter(faces)
        self._opening = Lock()
        self._glyphs: dict[str, Glyph | None] = {}

    def glyph(self, char: str) -> Glyph | None:
        """Return how `char` is drawn, or None if no font here can draw it."""
        try:
            return self._glyphs[char]
        except KeyError:
            with self._opening:
                found = self._glyphs[char] = self._find(char)
            return found

    def missing(self, text: str) -> tuple[str, ...]:
        """Return the characters of `text` that no font here draws, each once, in order.

        A line end needs no glyph.
        """
        return tuple(dict.fromkeys(c for c in text if c != "\n" and self.glyph(c) is None))

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
        added: font files the clerk added; one that cannot serve is passed over.
        drawn: characters the clerk drew, each once. They come before every font.
        folders: where installed fonts lie; None means the system's folders.
    """

    def __init__(
        self,
        added: Sequence[Path] = (),
        drawn: Sequence[DrawnGlyph] = (),
        folders: Sequence[Path] | None = None,
    ) -> None:
        self._added = tuple(added)
        self._drawn = tuple(drawn)
        self._installed = InstalledFonts(system_font_folders() if folders is None else folders)
        self._typefaces = {style: Typeface(style, self._chain(style)) for style in FontStyle}

    def typeface(self, style: FontStyle) -> Typeface:
        """Return the chain that begins with the face of `style`."""
        return self._typefaces[style]

    def missing(self, text: str) -> tuple[str, ...]:
        """Return the characters of `text` that no font here draws (all chains reach the same)."""
        return self._typefaces[FontStyle.HEI].missing(text)

    @cached_property
    def serving(self) -> dict[FontStyle, ServingFont]:
        """Which font draws each face here, or what stands in for one that is not here."""
        return {style: self._serving(style) for style in FontStyle}

    @cached_property
    def drawn_font(self) -> bytes | None:
        """The TrueType file of the drawn characters, if there are any."""
        if not self._drawn:
            return None
        from linli.printing.drawn import drawn_font

        return drawn_font(self._drawn)

    def _serving(self, style: FontStyle) -> ServingFont:
        own = next(self._own(style), None)
        face = own or next(self._own(FontStyle.SONG))
        return ServingFont(
            style=style,
            font=face.title(),
            file=face.path.name if face.path else "",
            stand_in=None if own else FontStyle.SONG,
        )

    def _chain(self, style: FontStyle) -> Iterator[Face]:
        if self._drawn_face:
            yield self._drawn_face
        first = dict.fromkeys((style, *_SHIPPED))
        for each in first:
            yield from self._own(each)
        yield from _usable(self._added)
        yield from _usable(self._installed.known(rare_names(style)))
        for each in FontStyle:
            if each not in first:
                yield from self._own(each)

    @cached_property
    def _drawn_face(self) -> Face | None:
        return Face(self.drawn_font) if self.drawn_font else None

    def _own(self, style: FontStyle) -> Iterator[Face]:
        """Yield the faces of a style, best first; of those not shipped there may be none."""
        if style in _SHIPPED:
            yield _shipped(style)
            return
        names = STYLED[style]
        yield from _usable([*known_files(self._added, names), *self._installed.known(names)])


def default_library() -> FontLibrary:
    """Return the library of this machine alone, without what a ledger adds."""
    return library_for((), ())


@lru_cache(maxsize=4)
def library_for(added: tuple[Path, ...], drawn: tuple[DrawnGlyph, ...]) -> FontLibrary:
    """Return the library with the fonts and drawings of a ledger, the same for the same ones."""
    return FontLibrary(added, drawn)


@cache
def _shipped(style: FontStyle) -> Face:
    from pylopdf_fonts_zh_cn import sans_path, serif_path

    return Face(Path(sans_path() if style is FontStyle.HEI else serif_path()))


def _usable(paths: Iterable[Path]) -> Iterator[Face]:
    """Yield the faces of those font files that can serve; opened files are shared."""
    for path in paths:
        try:
            state = path.stat()
            yield _opened(path, state.st_mtime_ns, state.st_size)
        except (OSError, FontFileError):
            continue  # gone, damaged or variable: the next one may serve


@cache
def _opened(path: Path, _changed: int, _size: int) -> Face:
    return open_collection(path)
