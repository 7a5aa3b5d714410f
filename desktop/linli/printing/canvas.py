"""A page to draw on: millimetres from the top left corner, and text in any of our fonts.

reportlab makes the document; this adds what it lacks (see `type0`) and keeps its process-wide font
registry out of the way: a subset belongs to one document only.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from io import BytesIO
from types import SimpleNamespace
from typing import Any, Self

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from linli.domain.faces import FontStyle
from linli.domain.paper import Affine, Duplex
from linli.printing.page_image import Ink, PageImage
from linli.printing.pdfa import declare_archival, end_streams_on_lines
from linli.printing.type0 import EmbeddedFonts

BOLD_STROKE = 1 / 34  # of the size: as heavy as Noto Sans SC Medium to Bold (paper.md: size/35)
_LEAST_KERN = 0.0001  # em
_CREATOR = "邻里台"
_DUPLEX = {
    None: "Simplex",
    Duplex.LONG: "DuplexFlipLongEdge",
    Duplex.SHORT: "DuplexFlipShortEdge",
    Duplex.MANUAL: "Simplex",
}


# What a canvas starts with, so that no page names Helvetica without embedding it.
_NO_FONT = SimpleNamespace(
    fontName="linli-none",
    face=SimpleNamespace(name="linli-none", builtIn=0),
    _multiByte=0,
    _dynamicFont=1,
)
pdfmetrics.registerFont(_NO_FONT)
rl_config.useA85 = 0  # streams as bytes: a fifth smaller, and encoding them took half the time


class Page(Canvas):  # type: ignore[misc]  # reportlab ships no types
    """A PDF being written.

    Args:
        title: the document's title, shown by viewers.
        fonts: subsets of every character that will be drawn.
        width: of the first page, mm.
        height: of the first page, mm.
        turned: over which edge the viewer shall turn the sheets when printing; None for one side.
    """

    def __init__(
        self,
        title: str,
        fonts: EmbeddedFonts,
        width: float,
        height: float,
        *,
        turned: Duplex | None = None,
    ) -> None:
        super().__init__(
            BytesIO(),
            pagesize=(width * mm, height * mm),
            pageCompression=1,
            invariant=1,
            initialFontName=_NO_FONT.fontName,
            pdfVersion=(1, 4),
            lang="zh-CN",
        )
        self._embedded = fonts
        self._resources: dict[frozenset[str], Any] = {}
        self._pictures: dict[bytes, tuple[str, int, int]] = {}
        self._scans = 0
        self._height = height * mm
        self._archival = False
        self.setTitle(title)
        self.setAuthor(_CREATOR)
        self.setCreator(_CREATOR)
        self.setSubject(title)
        self.setViewerPreference("PrintScaling", "None")
        self.setViewerPreference("Duplex", _DUPLEX[turned])
        for font in fonts.fonts:
            font.addObjects(self._doc)

    @contextmanager
    def form(self, name: str, width: float, height: float) -> Iterator[Self]:
        """Draw into a form XObject of `width` × `height` mm, to be placed any number of times."""
        outer, self._height = self._height, height * mm
        self.beginForm(name, 0, 0, width * mm, height * mm)
        yield self
        self.endForm()
        self._height = outer

    @contextmanager
    def at(self, x: float, y: float, height: float) -> Iterator[Self]:
        """Shift the origin to a card of `height` mm whose top left corner is at (x, y) mm."""
        outer, self._height = self._height, height * mm
        bottom = outer - y * mm - self._height
        self.addLiteral(f"q 1 0 0 1 {x * mm:.4f} {bottom:.4f} cm")
        yield self
        self.addLiteral("Q")
        self._height = outer

    @contextmanager
    def mapped(self, matrix: Affine) -> Iterator[Self]:
        """Draw what is inside through a map of the page (mm, y downwards)."""
        a, b, c, d, e, f = matrix
        across, down = c * self._height + e * mm, self._height * (1 - d) - f * mm
        self.addLiteral(f"q {a:.7f} {-b:.7f} {-c:.7f} {d:.7f} {across:.5f} {down:.5f} cm")
        yield self
        self.addLiteral("Q")

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        *,
        style: FontStyle,
        size: float,
        colour: str,
        bold: bool = False,
    ) -> None:
        """Write one line.

        Args:
            x: its left end, mm.
            baseline: mm from the top.
            text: plain text; every character is covered by the document's fonts.
            style: the typeface.
            size: pt.
            colour: `#rrggbb`.
            bold: embolden by stroking the outlines.
        """
        ink = _ink(colour)
        if bold:
            ink += f" {_outline(colour)} {size * BOLD_STROKE:.3f} w 1 j 2 Tr"
        shown = "".join(
            f"/{font.resource} {size:.3f} Tf {codes} Tj "
            for font, codes in self._embedded.runs(style, text)
        )
        top = self._height - baseline * mm
        self.addLiteral(f"q {ink} BT {x * mm:.3f} {top:.3f} Td {shown}ET Q")

    def spaced(
        self,
        x: float,
        baseline: float,
        parts: Iterable[tuple[FontStyle, str, Sequence[float], bool]],
        *,
        size: float,
        colour: str,
    ) -> None:
        """Write one line whose characters are spaced one by one.

        Args:
            x: its left end, mm.
            baseline: mm from the top.
            parts: of each part the typeface, the text, what follows each character in em, and
                whether it is emboldened.
            size: pt.
            colour: `#rrggbb`.
        """
        shown = []
        for style, text, kerns, bold in parts:
            drawn = iter(kerns)
            stroke = f"{_outline(colour)} {size * BOLD_STROKE:.3f} w 1 j 2 Tr" if bold else "0 Tr"
            shown.append(stroke)
            for font, codes in self._embedded.coded(style, text):
                array = "".join(f"<{code}>{_moved(next(drawn))}" for code in codes)
                shown.append(f"/{font.resource} {size:.3f} Tf [{array.replace('><', '')}] TJ")
        top = self._height - baseline * mm
        place = f"{x * mm:.3f} {top:.3f} Td"
        self.addLiteral(f"q {_ink(colour)} BT {place} {' '.join(shown)} ET Q")

    @contextmanager
    def whole(self, text: str) -> Iterator[None]:
        """Mark the lines written inside as one `text`, so that it is copied and found whole."""
        self.addLiteral(f"/Span <</ActualText <feff{text.encode('utf-16-be').hex()}>>> BDC")
        yield
        self.addLiteral("EMC")

    def box(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        *,
        fill: str | None = None,
        stroke: str | None = None,
        line: float = 0.5,
        radius: float = 0,
    ) -> None:
        """Draw a rectangle (mm); `line` is its stroke's width in pt."""
        self.saveState()
        if fill:
            self.setFillColor(HexColor(fill))
        if stroke:
            self.setStrokeColor(HexColor(stroke))
            self.setLineWidth(line)
        area = (x * mm, self._height - (y + h) * mm, w * mm, h * mm)
        if radius:
            self.roundRect(*area, radius * mm, stroke=bool(stroke), fill=bool(fill))
        else:
            self.rect(*area, stroke=bool(stroke), fill=bool(fill))
        self.restoreState()

    def rule(
        self,
        x: float,
        y: float,
        x2: float,
        y2: float,
        *,
        colour: str,
        line: float,
        dash: tuple[float, ...] = (),
    ) -> None:
        """Draw a line between two points (mm); `line` is its width and `dash` its pattern in pt."""
        self.saveState()
        self.setStrokeColor(HexColor(colour))
        self.setLineWidth(line)
        if dash:
            self.setDash(list(dash))
        self.line(x * mm, self._height - y * mm, x2 * mm, self._height - y2 * mm)
        self.restoreState()

    def picture(
        self, x: float, y: float, w: float, h: float, content: bytes, *, crop: bool, radius: float
    ) -> None:
        """Draw a JPEG or PNG (mm): cropped to fill the box, or whole inside it."""
        reader = None
        if content not in self._pictures:
            reader = ImageReader(BytesIO(content))
            self._pictures[content] = ("", *reader.getSize())
        name, width, height = self._pictures[content]
        ratios = (w / width, h / height)
        scale = max(ratios) if crop else min(ratios)
        drawn_w, drawn_h = width * scale * mm, height * scale * mm
        left, bottom = x * mm, self._height - (y + h) * mm
        across, up = left + (w * mm - drawn_w) / 2, bottom + (h * mm - drawn_h) / 2
        self.saveState()
        path = self.beginPath()
        path.roundRect(left, bottom, w * mm, h * mm, radius * mm)
        self.clipPath(path, stroke=0, fill=0)
        if reader:
            self.drawImage(reader, across, up, drawn_w, drawn_h, mask="auto")
            self._pictures[content] = (self._formsinuse[-1], width, height)
        else:  # reportlab would decode it again to see that it has it already
            self.addLiteral(f"{drawn_w:.4f} 0 0 {drawn_h:.4f} {across:.4f} {up:.4f} cm")
            self.doForm(name)
        self.restoreState()

    def page_image(self, x: float, y: float, image: PageImage) -> None:
        """Draw a picture of a page as it is encoded, its top left corner at (x, y) mm.

        Its bytes go into the document as they are.
        """
        w, h = (extent * mm for extent in image.paper)
        left, top = x * mm, self._height - y * mm
        matrix = (0, w, -h, 0, left + h, top - w) if image.turned else (w, 0, 0, h, left, top - h)
        self._scans += 1
        name = f"scan{self._scans}"
        self._doc.addForm(name, _stream_of(image))
        placed = " ".join(f"{value:.4f}" for value in matrix)
        self.addLiteral(f"q {placed} cm")
        self.doForm(name)
        self.addLiteral("Q")

    def bitmap(
        self, x: float, y: float, side: float, modules: int, data: bytes, colour: str
    ) -> None:
        """Draw a square 1-bit mask of `modules` on each side; a bit that is set is painted.

        Args:
            x: its left edge, mm.
            y: its top edge, mm.
            side: mm.
            modules: bits in a row, which is filled up to whole bytes, and rows.
            data: row by row.
            colour: `#rrggbb`.
        """
        bottom = self._height - (y + side) * mm
        self.addLiteral(
            f"q {_ink(colour)} {side * mm:.4f} 0 0 {side * mm:.4f} {x * mm:.4f} {bottom:.4f} cm "
            f"BI /W {modules} /H {modules} /IM true /BPC 1 /D [1 0] /F /AHx ID\n{data.hex()}>\nEI Q"
        )

    def next_page(self, width: float, height: float) -> None:
        """Finish this page; the next is `width` × `height` mm."""
        self.showPage()
        self.setPageSize((width * mm, height * mm))
        self._height = height * mm

    def _setXObjects(self, thing: Any) -> None:  # noqa: N802 - the name is reportlab's
        """Give pages that place the same forms one dictionary of resources (half their cost)."""
        super()._setXObjects(thing)
        if not isinstance(thing, pdfdoc.PDFPage):
            return
        forms = frozenset(self._formsinuse)
        if forms not in self._resources:
            resources = pdfdoc.PDFResourceDictionary()
            resources.basicFonts()
            resources.allProcs()
            resources.XObject = thing.XObjects or {}
            self._resources[forms] = self._doc.Reference(resources)
        thing.Resources = self._resources[forms]

    def declare_archival(self, title: str) -> None:
        """Say that the document is PDF/A-2b; see `pdfa`."""
        declare_archival(self._doc, title)
        self._archival = True

    def finish(self) -> bytes:
        """Finish the document and return its bytes."""
        data = bytes(self.getpdfdata())
        return end_streams_on_lines(data) if self._archival else data


def _stream_of(image: PageImage) -> Any:
    """Return the image XObject of a page (PDF 32000-1, 8.9.5)."""
    black = image.ink is Ink.BLACK
    said: dict[str, Any] = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": image.width,
        "Height": image.height,
        "ColorSpace": "/DeviceRGB" if image.ink is Ink.COLOUR else "/DeviceGray",
        "BitsPerComponent": 1 if black else 8,
        "Filter": "/CCITTFaxDecode" if black else "/DCTDecode",
    }
    if black:
        said["DecodeParms"] = pdfdoc.PDFDictionary(
            {"K": -1, "Columns": image.width, "Rows": image.height, "BlackIs1": "true"}
        )
    return _Encoded(pdfdoc.PDFDictionary(said), image.content)


class _Encoded(pdfdoc.PDFStream):  # type: ignore[misc]
    """A stream that is let go of as it is written, so that a long file is not kept twice."""

    def format(self, document: Any) -> bytes:
        """Return the stream as reportlab writes streams; it is written once."""
        written: bytes = super().format(document)
        self.content = b""
        return written


@cache
def _ink(colour: str) -> str:
    """Return the operator that fills with a colour."""
    return f"{_rgb(colour)} rg"


@cache
def _outline(colour: str) -> str:
    """Return the operator that strokes with a colour."""
    return f"{_rgb(colour)} RG"


@lru_cache(maxsize=4096)
def _moved(kern: float) -> str:
    """Return what moves on by `kern` em in an array of glyphs; those of 0 join their neighbours."""
    return f"{-1000 * kern:.1f}" if abs(kern) >= _LEAST_KERN else ""


def _rgb(colour: str) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return f"{red:.4g} {green:.4g} {blue:.4g}"
