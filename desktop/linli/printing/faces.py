"""One font file: which characters it really draws, how wide, and the subset that a PDF embeds.

A cmap entry is not coverage: a character counts as covered only if its glyph has an outline, and
the character is not of a script whose letters must be joined. A private-use point means nothing in
a font that somebody else made; only in the font of the clerk's own drawings does it count.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

import uharfbuzz as hb

_BLANKS = frozenset(" \u00a0\u3000")
_UNDRAWABLE = frozenset({"Cc", "Cf", "Co", "Cs", "Mn", "Mc", "Me", "Zl", "Zp"})
# Hebrew to Myanmar, Khmer to Lepcha and the Arabic presentation forms: glyph by glyph is wrong.
_JOINED_SCRIPTS = ((0x0590, 0x109F), (0x1780, 0x1C4F), (0xA840, 0xA87F), (0xFB1D, 0xFEFC))
_JOINED_EXCEPT = range(0xFE10, 0xFE70)  # vertical, half and small forms of Chinese punctuation
_TABLES_TO_DROP = (
    "BASE", "DSIG", "GDEF", "GPOS", "GSUB", "OS/2", "VORG", "cmap", "name", "post", "vhea", "vmtx",
    "kern", "morx", "mort", "feat", "meta", "STAT", "gasp", "hdmx", "LTSH", "VDMX",
)  # fmt: skip


class FontFault(Enum):
    """Why a PDF cannot embed a font file."""

    DAMAGED = auto()
    VARIABLE = auto()
    NO_OUTLINES = auto()


class FontFileError(Exception):
    """The file is no font that a PDF can embed; the chain passes over it."""

    def __init__(self, name: str, fault: FontFault) -> None:
        super().__init__(f"{name}: {fault.name.lower()}")
        self.fault = fault


@dataclass(frozen=True)
class Subset:
    """The part of a font that one document needs.

    `program` is a bare CFF table or a TrueType file; `new_glyphs` maps the file's glyph numbers to
    those in the program, which are dense.
    """

    program: bytes
    new_glyphs: dict[int, int]


class Face:
    """A face in a font file (.ttf, .otf, .ttc).

    Args:
        source: the file, which is mapped, not read; or the bytes of the font of drawn characters,
            the only one whose private-use points count.
        index: which face of a collection.

    Raises:
        FontFileError: not a font, a variable font (its default is often its thinnest weight), or
            one without outlines.
    """

    def __init__(self, source: Path | bytes, index: int = 0) -> None:
        self.path = source if isinstance(source, Path) else None
        file_name = self.path.name if self.path else "drawn"
        try:
            self._face = hb.Face(_blob(source), index)
            self._font = hb.Font(self._face)
        except hb.HarfBuzzError as error:
            raise FontFileError(file_name, FontFault.DAMAGED) from error
        self.is_cff = self._has("CFF ")
        if not self._face.glyph_count:
            raise FontFileError(file_name, FontFault.DAMAGED)
        if self._has("fvar"):
            raise FontFileError(file_name, FontFault.VARIABLE)
        if not (self.is_cff or self._has("glyf")):
            raise FontFileError(file_name, FontFault.NO_OUTLINES)
        self.units: int = self._face.upem
        name = self._face.get_name(6) or Path(file_name).stem
        self.name = re.sub(r"[^A-Za-z0-9-]", "", name) or "Font"
        extents = self._font.get_font_extents("ltr")
        self.ascent = self.scaled(extents.ascender)
        self.descent = self.scaled(extents.descender)

    def scaled(self, units: float) -> int:
        """Convert font units to thousandths of the size."""
        return round(units * 1000 / self.units)

    def glyph(self, char: str) -> int | None:
        """Return the glyph number with which the file draws `char`, or None if it cannot."""
        if char in _BLANKS:
            return self._font.get_nominal_glyph(ord(char)) or None
        if self.path and not is_drawable(char):
            return None
        glyph: int | None = self._font.get_nominal_glyph(ord(char))
        if not glyph:
            return None
        extents = self._font.get_glyph_extents(glyph)
        return glyph if extents and extents.width and extents.height else None

    def title(self) -> str:
        """Return the name under which the clerk knows the font, in Chinese where it has one."""
        family, chinese = self._face.get_name(1), self._face.get_name(1, "zh-cn")
        return chinese or family or self.name

    def characters(self) -> Iterator[str]:
        """Yield every character that the file draws."""
        return (char for char in map(chr, self._face.unicodes) if self.glyph(char))

    def advance(self, glyph: int) -> int:
        """Return a glyph's width in thousandths of the size."""
        return self.scaled(self._font.get_glyph_h_advance(glyph))

    def ink(self, glyph: int) -> tuple[int, int]:
        """Return the upper and the lower end of a glyph's ink, thousandths of the size."""
        extents = self._font.get_glyph_extents(glyph)
        top = extents.y_bearing if extents else 0
        return self.scaled(top), self.scaled(top + extents.height if extents else 0)

    def subset(self, glyphs: Collection[int]) -> Subset:
        """Cut the font down to `glyphs` (and what they are composed of)."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(glyphs)
        wanted.drop_table_tag_set.update(
            int.from_bytes(tag.encode(), "big") for tag in _TABLES_TO_DROP
        )
        wanted.flags = (
            hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
            | hb.SubsetFlags.CFF_IDENTITY_CHARSET
        )
        plan = hb.SubsetPlan(self._face, wanted)
        cut = plan.execute()
        program = cut.reference_table("CFF ").data if self.is_cff else cut.blob.data
        return Subset(bytes(program), dict(plan.old_to_new_glyph_mapping.items()))

    def _has(self, table: str) -> bool:
        return len(self._face.reference_table(table)) > 0


def is_drawable(char: str) -> bool:
    """Whether one glyph may stand for `char`: no private use, nothing that needs shaping."""
    code = ord(char)
    if unicodedata.category(char) in _UNDRAWABLE:
        return False
    return code in _JOINED_EXCEPT or not any(a <= code <= b for a, b in _JOINED_SCRIPTS)


def open_collection(path: Path) -> Face:
    """Open a font file of unknown origin; of a collection take the mainland-Chinese face.

    Raises:
        FontFileError: as `Face`, or the file lets itself be opened but not be subset.
    """
    faces = [Face(path)]
    faces += (Face(path, index) for index in range(1, hb.Face(_blob(path), 0).count))
    mainland = (face for face in faces if re.search(r"(SC|CN)(-|$)", face.name, re.IGNORECASE))
    chosen = next(mainland, faces[0])
    try:
        chosen.subset([0])
    except RuntimeError as error:
        raise FontFileError(path.name, FontFault.DAMAGED) from error
    return chosen


def _blob(source: Path | bytes) -> hb.Blob:
    return hb.Blob.from_file_path(str(source)) if isinstance(source, Path) else hb.Blob(source)
