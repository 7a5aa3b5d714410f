"""The straight lines and the filled boxes of a PDF page, for tests that measure drawings."""

from ctypes import c_float, c_int

import pypdfium2
from pypdfium2 import raw
from support.cards import MM

Point = tuple[float, float]


def lines_of(content: bytes, page: int = 0) -> list[tuple[Point, Point]]:
    """Return the lines of a page as pairs of points, mm from the top left corner."""
    with pypdfium2.PdfDocument(content) as document:
        sheet = document[page]
        height = sheet.get_height()
        found = []
        for item in sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
            if raw.FPDFPath_CountSegments(item) != 2:
                continue
            matrix = item.get_matrix()
            ends = [
                matrix.on_point(*_point(raw.FPDFPath_GetPathSegment(item, number)))
                for number in (0, 1)
            ]
            found.append(tuple((x / MM, (height - y) / MM) for x, y in ends))
        return found


def boxes_of(content: bytes, page: int = 0) -> list[tuple[float, float, float, float]]:
    """Return the areas of a page that are filled: left, top, right, bottom, mm from the top left.

    Areas with an outline are not counted.
    """
    with pypdfium2.PdfDocument(content) as document:
        sheet = document[page]
        height = sheet.get_height()
        found = []
        for item in sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
            fill, stroke = c_int(), c_int()
            assert raw.FPDFPath_GetDrawMode(item, fill, stroke)
            if fill.value and not stroke.value:
                left, bottom, right, top = item.get_bounds()
                found.append((left / MM, (height - top) / MM, right / MM, (height - bottom) / MM))
        return found


def _point(segment: raw.FPDF_PATHSEGMENT) -> Point:
    x, y = c_float(), c_float()
    assert raw.FPDFPathSegment_GetPoint(segment, x, y)
    return x.value, y.value
