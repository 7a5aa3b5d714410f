"""A ruler for printed cards: where things lie on a PDF's page, read from its bytes in mm."""

from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw
from support.cards import MM

from linli.domain.paper import Affine, compose

Point = tuple[float, float]


def put(affine: Affine, point: Point) -> Point:
    """Map a point."""
    a, b, c, d, e, f = affine
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def inverse(affine: Affine) -> Affine:
    """Return the map that undoes one."""
    a, b, c, d, e, f = affine
    det = a * d - b * c
    return (
        d / det, -b / det, -c / det, a / det,
        (c * f - d * e) / det, (b * e - a * f) / det,
    )  # fmt: skip


def distance(one: Point, other: Point) -> float:
    """Return how far two points lie apart, mm."""
    return ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5


class Frame(NamedTuple):
    """Where a text begins: its map from mm (y downwards) to the page, and the page's number."""

    page: int
    affine: Affine


def frames_of(content: bytes, *, repeated: bool = False) -> dict[str, Frame]:
    """Return the frame of each text of a document; each stands in it once, unless `repeated`."""
    found: dict[str, Frame] = {}
    with pypdfium2.PdfDocument(content) as document:
        for number, page in enumerate(document):
            layer, height = page.get_textpage(), page.get_height() / MM
            for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=4):
                text = _text_of(item, layer)
                assert repeated or text not in found, text
                found[text] = Frame(number, _downwards(_whole_matrix(item), height))
    return found


def images_of(content: bytes, page: int) -> list[Affine]:
    """Return for each picture the map from the unit square (y downwards) to the page, mm."""
    with pypdfium2.PdfDocument(content) as document:
        sheet = document[page]
        height = sheet.get_height()
        found = []
        for item in sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
            a, b, c, d, e, f = _whole_matrix(item)  # from the unit square, y upwards
            left, top = (e + c) / MM, (height - f - d) / MM
            found.append((a / MM, -b / MM, -c / MM, d / MM, left, top))
        return found


def marks_of(content: bytes, page: int) -> list[tuple[Point, Point]]:
    """Return the straight lines of a page and of the forms on it as pairs of points, mm."""
    from support.pdf_lines import _point

    with pypdfium2.PdfDocument(content) as document:
        sheet = document[page]
        height = sheet.get_height()
        found = []
        for item in sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=4):
            if raw.FPDFPath_CountSegments(item) == 2:
                matrix = _whole_matrix(item)
                ends = (_point(raw.FPDFPath_GetPathSegment(item, end)) for end in (0, 1))
                one, other = (
                    (x / MM, (height - y) / MM) for x, y in (put(matrix, p) for p in ends)
                )
                found.append((one, other))
        return found


def _text_of(item: pypdfium2.PdfObject, layer: pypdfium2.PdfTextPage) -> str:
    size = raw.FPDFTextObj_GetText(item, layer, None, 0)
    buffer = (raw.FPDF_WCHAR * (size // 2))()
    raw.FPDFTextObj_GetText(item, layer, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0 ")


def _whole_matrix(item: pypdfium2.PdfObject) -> Affine:
    """Return an object's map to the page in pt, through the forms that it lies in."""
    matrix: Affine = item.get_matrix().get()
    while item.container is not None:
        item = item.container
        matrix = compose(item.get_matrix().get(), matrix)
    return matrix


def _downwards(matrix: Affine, height: float) -> Affine:
    """Turn a map in pt with y upwards on both sides into one in mm with y downwards."""
    a, b, c, d, e, f = matrix
    return (a, -b, -c, d, e / MM, height - f / MM)
