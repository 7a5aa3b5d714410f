"""One font file: which characters it really draws, how wide, and the subset that a PDF embeds.

A cmap entry is not coverage: a character counts as covered only if its glyph has an outline, and
the character is neither private use nor of a script whose letters must be joined.
"""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
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


class FontFileError(Exception):
    """The file is no font that a PDF can embed; the chain passes over it."""


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
        path: the file; it is mapped, not read.
        index: which face of a collection.

    Raises:
        FontFileError: not a font, a variable font (its default is often its thinnest weight), or
            one without outlines.
    """

    def __init__(self, path: Path, index: int = 0) -> None:
        try:
            self._face = hb.Face(hb.Blob.from_file_path(str(path)), index)
            self._font = hb.Font(self._face)
        except hb.HarfBuzzError as error:
            raise FontFileError(path.name) from error
        tables = set(self._face.table_tags)
        self.is_cff = "CFF " in tables
        if not self._face.glyph_count or "fvar" in tables or not tables & {"CFF ", "glyf"}:
            raise FontFileError(path.name)
        self.units: int = self._face.upem
        name = self._face.get_name(6) or path.stem
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
        if not is_drawable(char):
            return None
        glyph: int | None = self._font.get_nominal_glyph(ord(char))
        if not glyph:
            return None
        extents = self._font.get_glyph_extents(glyph)
        return glyph if extents and extents.width and extents.height else None

    def advance(self, glyph: int) -> int:
        """Return a glyph's width in thousandths of the size."""
        return self.scaled(self._font.get_glyph_h_advance(glyph))

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


def is_drawable(char: str) -> bool:
    """Whether one glyph may stand for `char`: no private use, nothing that needs shaping."""
    code = ord(char)
    if unicodedata.category(char) in _UNDRAWABLE:
        return False
    return code in _JOINED_EXCEPT or not any(a <= code <= b for a, b in _JOINED_SCRIPTS)


def open_collection(path: Path) -> Face:
    """Open a font file; of a collection take the mainland-Chinese face where there is one."""
    first = Face(path)
    count: int = hb.Face(hb.Blob.from_file_path(str(path)), 0).count
    for index in range(count):
        face = Face(path, index)
        if re.search(r"(SC|CN)(-|$)", face.name, re.IGNORECASE):
            return face
    return first
