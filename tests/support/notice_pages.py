"""What stands on the pages of a notice, measured in mm from the paper's top left corner."""

from collections.abc import Iterator
from ctypes import c_double, c_float, c_int, c_uint, create_string_buffer
from dataclasses import dataclass, field
from itertools import groupby

import pypdfium2
from pypdfium2 import raw

MM = 72 / 25.4
ASCENT = 0.88  # of the size: the em box above the baseline


@dataclass
class Row:
    """Characters on one baseline. `top` and `bottom` of the em box, `ink` and `low` its ink.

    `first_ink` is the upper end of the first character's ink, `ink_left` and `ink_right` where
    the ink begins and ends.
    """

    text: str
    left: float
    right: float
    top: float
    size: float  # pt
    faces: tuple[str, ...]
    colour: tuple[int, int, int]
    ink: float
    low: float
    first_ink: float
    ink_left: float
    ink_right: float

    @property
    def bottom(self) -> float:
        return self.top + self.size / MM

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass
class Rule:
    """A straight line; `width` in pt."""

    left: float
    right: float
    y: float
    width: float
    colour: tuple[int, int, int]


@dataclass
class NoticePage:
    """One page."""

    rows: list[Row] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(row.text for row in self.rows)

    def row(self, text: str) -> Row:
        """Return the only row that says `text`, blanks apart."""
        (found,) = [row for row in self.rows if text in row.text.replace(" ", "")]
        return found


def read_notice(content: bytes) -> list[NoticePage]:
    """Return the pages of a PDF."""
    with pypdfium2.PdfDocument(content) as document:
        return [
            NoticePage(rows=list(_rows(sheet)), rules=list(_rules(sheet))) for sheet in document
        ]


def _rows(sheet) -> Iterator[Row]:
    height = sheet.get_height()
    layer = sheet.get_textpage()
    chars = [c for i in range(layer.count_chars()) if (c := _char(layer, i, height))]
    for _, group in groupby(chars, key=lambda char: (round(char["y"], 1), char["size"])):
        row = list(group)
        yield Row(
            text=_whole("".join(char["text"] for char in row)),
            left=row[0]["left"],
            right=row[-1]["right"],
            top=row[0]["y"] - ASCENT * row[0]["size"] / MM,
            size=row[0]["size"],
            faces=tuple(dict.fromkeys(char["face"] for char in row)),
            colour=row[0]["colour"],
            ink=min(char["ink"] for char in row),
            low=max(char["low"] for char in row),
            first_ink=row[0]["ink"],
            ink_left=min(char["ink_left"] for char in row),
            ink_right=max(char["ink_right"] for char in row),
        )


def _whole(text: str) -> str:
    """Join the two halves in which the layer tells characters above U+FFFF."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def _char(layer, index, height):
    if raw.FPDFText_IsGenerated(layer, index) == 1:
        return None
    x, y = c_double(), c_double()
    assert raw.FPDFText_GetCharOrigin(layer, index, x, y)
    _, _, right, _ = layer.get_charbox(index, loose=True)
    ink_left, low, ink_right, top = layer.get_charbox(index)
    name, flags = create_string_buffer(128), c_int()
    raw.FPDFText_GetFontInfo(layer, index, name, 128, flags)
    colour = [c_uint() for _ in range(4)]
    raw.FPDFText_GetFillColor(layer, index, *colour)
    return {
        "text": chr(raw.FPDFText_GetUnicode(layer, index)),
        "left": x.value / MM,
        "right": right / MM,
        "y": (height - y.value) / MM,
        "size": round(raw.FPDFText_GetFontSize(layer, index), 2),
        "face": name.value.decode(),
        "colour": tuple(part.value for part in colour[:3]),
        "ink": (height - top) / MM,
        "low": (height - low) / MM,
        "ink_left": ink_left / MM,
        "ink_right": ink_right / MM,
    }


def _rules(sheet) -> Iterator[Rule]:
    height = sheet.get_height()
    for item in sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        width = c_float()
        assert raw.FPDFPageObj_GetStrokeWidth(item, width)
        colour = [c_uint() for _ in range(4)]
        raw.FPDFPageObj_GetStrokeColor(item, *colour)
        matrix = item.get_matrix()
        (x1, y1), (x2, y2) = (matrix.on_point(*_point(item, number)) for number in (0, 1))
        if abs(y1 - y2) > 0.01:
            continue
        yield Rule(
            left=x1 / MM,
            right=x2 / MM,
            y=(height - y1) / MM,
            width=width.value,
            colour=tuple(part.value for part in colour[:3]),
        )


def _point(item, number):
    x, y = c_float(), c_float()
    segment = raw.FPDFPath_GetPathSegment(item, number)
    assert raw.FPDFPathSegment_GetPoint(segment, x, y)
    return x.value, y.value
