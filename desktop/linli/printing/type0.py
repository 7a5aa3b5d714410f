"""Composite fonts for reportlab: Type0, Identity-H, subset by HarfBuzz, with a true ToUnicode.

reportlab's own fonts write a wrong ToUnicode above U+FFFF and embed no CFF outlines (paper.md), so
a document gets these instead. They speak the two words of reportlab's font protocol that a page
needs: `formatForPdf` and `addObjects`.

All characters of a document are known before the first is drawn, so the codes on the page are the
dense glyph numbers of the subset itself. Where two characters share a glyph (· and ・), the second
goes into another subset of the face: each code gives back exactly the character that was put in.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from reportlab.pdfbase import pdfdoc

from linli.domain.faces import FontStyle
from linli.printing.faces import Face
from linli.printing.fonts import Typeface

_DEFAULT_WIDTH = 1000
_MAX_BFCHAR = 100  # entries in one bfchar block, PDF 32000-1 9.10.3
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class Type0Font:
    """One embedded subset of a face.

    Args:
        face: the font file.
        characters: the glyph number in the file → the one character it stands for.
        resource: the name by which pages call the font, such as `F1`.
    """

    def __init__(self, face: Face, characters: Mapping[int, str], resource: str) -> None:
        self.resource = resource
        self._face = face
        subset = face.subset(characters.keys())
        self._program = subset.program
        self._characters = {subset.new_glyphs[g]: c for g, c in characters.items()}
        self._widths = {subset.new_glyphs[g]: face.advance(g) for g in characters}
        self.codes = {c: f"{code:04x}" for code, c in self._characters.items()}
        self.name = f"{_subset_tag(self._program)}+{face.name}"

    def formatForPdf(self, text: str) -> str:  # noqa: N802 - the name is reportlab's
        """Return `text` as the hexadecimal string of its codes."""
        return "<" + "".join(map(self.codes.__getitem__, text)) + ">"

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - the name is reportlab's
        """Put the font into a reportlab document, for all its pages and forms."""
        own = self.resource
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": f"/{self.name}",
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray([doc.Reference(self._descendant(doc))]),
                "ToUnicode": doc.Reference(_stream(self._to_unicode().encode()), f"{own}.unicode"),
            }
        )
        doc.idToObject["BasicFonts"].dict[own] = doc.Reference(font, own)

    def _descendant(self, doc: Any) -> Any:
        return pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType0" if self._face.is_cff else "/CIDFontType2",
                "BaseFont": f"/{self.name}",
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "DW": _DEFAULT_WIDTH,
                "W": pdfdoc.PDFArray(list(_width_groups(self._widths))),
                "FontDescriptor": doc.Reference(self._descriptor(doc)),
                **({} if self._face.is_cff else {"CIDToGIDMap": "/Identity"}),
            }
        )

    def _descriptor(self, doc: Any) -> Any:
        face = self._face
        program = _stream(self._program)
        if face.is_cff:
            program.dictionary["Subtype"] = "/CIDFontType0C"
        else:
            program.dictionary["Length1"] = len(self._program)
        return pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": f"/{self.name}",
                "Flags": 4,  # symbolic: the codes are glyph numbers
                "FontBBox": pdfdoc.PDFArray([-1000, face.descent, 2000, face.ascent]),
                "ItalicAngle": 0,
                "Ascent": face.ascent,
                "Descent": face.descent,
                "CapHeight": 733,
                "StemV": 80,
                "FontFile3" if face.is_cff else "FontFile2": doc.Reference(program),
            }
        )

    def _to_unicode(self) -> str:
        lines = [
            f"<{code:04x}> <{char.encode('utf-16-be').hex()}>"
            for code, char in sorted(self._characters.items())
        ]
        blocks = [lines[i : i + _MAX_BFCHAR] for i in range(0, len(lines), _MAX_BFCHAR)]
        return _CMAP.format(
            blocks="\n".join("\n".join([f"{len(b)} beginbfchar", *b, "endbfchar"]) for b in blocks)
        )


class EmbeddedFonts:
    """All subsets of one document, made from every text that it will draw.

    Args:
        texts: each text with the typeface that draws it. A character that its typeface does not
            cover is a defect here: documents refuse missing characters before.
    """

    def __init__(self, texts: Iterable[tuple[Typeface, str]]) -> None:
        wanted: dict[FontStyle, tuple[Typeface, set[str]]] = {}
        for typeface, text in texts:
            wanted.setdefault(typeface.style, (typeface, set()))[1].update(text.replace("\n", ""))
        planes: dict[Face, list[dict[int, str]]] = {}
        places: dict[tuple[FontStyle, str], tuple[Face, int]] = {}
        for style, (typeface, characters) in sorted(wanted.items()):
            for char in sorted(characters):
                glyph = typeface.glyph(char)
                if glyph is None:
                    raise ValueError(f"no font for U+{ord(char):04X}")
                plane = _place(planes.setdefault(glyph.face, []), glyph.number, char)
                places[style, char] = (glyph.face, plane)
        subsets: dict[tuple[Face, int], Type0Font] = {}
        for face, chars in planes.items():
            for plane, characters_of in enumerate(chars):
                subsets[face, plane] = Type0Font(face, characters_of, f"F{len(subsets) + 1}")
        self.fonts = tuple(subsets.values())
        self._fonts: dict[FontStyle, dict[str, Type0Font]] = {style: {} for style in wanted}
        for (style, char), place in places.items():
            self._fonts[style][char] = subsets[place]

    def coded(self, style: FontStyle, text: str) -> Iterator[tuple[Type0Font, list[str]]]:
        """Split `text` into parts that one font draws; yields the font and each one's code."""
        font_of = self._fonts[style]
        for font, part in groupby(text, font_of.__getitem__):
            yield font, [font.codes[char] for char in part]

    def runs(self, style: FontStyle, text: str) -> Iterator[tuple[Type0Font, str]]:
        """Split `text` into parts that one font draws; yields the font and the string operand.

        A style of which no text was announced has no font, and an empty text needs none.
        """
        font_of = self._fonts[style] if text else {}
        for font, part in groupby(text, font_of.__getitem__):
            yield font, font.formatForPdf("".join(part))


def _place(planes: list[dict[int, str]], glyph: int, char: str) -> int:
    """Find the first subset in which `glyph` is free or means `char`; return its number."""
    for number, plane in enumerate(planes):
        if plane.setdefault(glyph, char) == char:
            return number
    planes.append({glyph: char})
    return len(planes) - 1


def _width_groups(widths: Mapping[int, int]) -> Iterator[Any]:
    """Yield the W array of a CID font: each run of codes of another width than the default."""
    odd = sorted(code for code, width in widths.items() if width != _DEFAULT_WIDTH)
    for _, run in groupby(enumerate(odd), lambda pair: pair[1] - pair[0]):
        codes = [code for _, code in run]
        yield codes[0]
        yield pdfdoc.PDFArrayCompact([widths[code] for code in codes])


def _subset_tag(program: bytes) -> str:
    """Return the six letters that mark a subset, the same for the same content."""
    digest = hashlib.sha256(program).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _stream(content: bytes) -> Any:
    return pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
