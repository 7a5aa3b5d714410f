"""The file of a case bound into one volume (卷宗): papers and attachments on one canvas, PDF/A-2b.

Pages are drawn one after the other and what is read of an attachment is let go of before the next
is opened, so that a long volume needs little more memory than its PDF. Each numbered page has its
number (页号) at the outer upper corner; the binding edge (装订线) is at the left of fronts.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from linli.domain.case_file_rules import FileLine, Numbered, leaves, numbers_of
from linli.domain.case_files import Sides
from linli.domain.case_paper_bindings import CONTENTS_KEY, contents_text
from linli.domain.case_papers import CasePaper, PaperKind, with_texts
from linli.domain.faces import FontStyle
from linli.domain.paper import A4, Duplex
from linli.domain.registers import UnprintableTextError
from linli.errors import UserError
from linli.printing.canvas import Page
from linli.printing.case_papers.layout import LaidPaper, lay_paper
from linli.printing.case_papers.page import LEFT, NUMBER_RIGHT, NUMBER_TOP, RIGHT
from linli.printing.case_papers.render import draw_laid, find_unprintable, used_characters
from linli.printing.fonts import FontLibrary, default_library
from linli.printing.lines import POINT
from linli.printing.page_image import PageImage
from linli.printing.scan_pages import page_images
from linli.printing.text import ASCENT
from linli.printing.type0 import EmbeddedFonts
from linli.progress import SILENT, Progress

_BINDING, _OUTER, _TOP, _BOTTOM = 25.0, 10.0, 18.0, 12.0  # mm of margin round an attachment
ROOM = (A4.width - _BINDING - _OUTER, A4.height - _TOP - _BOTTOM)
"""Width and height that a page of an attachment may have, mm."""
_MIRRORED = (LEFT - (A4.width / POINT - RIGHT)) * POINT  # mm that a back lies further left
_SIZE, _INK = 12.0, "#000000"  # pt
_DIGITS = "0123456789"
_BUSY = "正在装订卷宗"


@dataclass(frozen=True, kw_only=True)
class VolumePart:
    """A document of a volume: a paper that is made here, or an attachment.

    Attributes:
        line: what it is.
        paper: as it is printed; None of an attachment.
        pages: of an attachment.
        read: returns the bytes of an attachment.
    """

    line: FileLine
    paper: CasePaper | None = None
    pages: int = 0
    read: Callable[[], bytes] | None = None


@dataclass(frozen=True, kw_only=True)
class BoundVolume:
    """A volume as PDF; of each part its page numbers, as the contents say them."""

    content: bytes
    pages: int
    numbers: tuple[Numbered, ...]


def measure_volume(
    parts: Sequence[VolumePart], *, library: FontLibrary | None = None
) -> list[tuple[int, Numbered]]:
    """Return of each part how many pages it has and which numbers they would get."""
    fonts = library or default_library()
    pages = [
        part.pages if part.paper is None else len(lay_paper(part.paper, fonts).pages)
        for part in parts
    ]
    numbers = numbers_of([part.line for part in parts], pages)
    return list(zip(pages, numbers, strict=True))


def bind_volume(
    parts: Sequence[VolumePart],
    *,
    title: str,
    sides: Sides = Sides.ONE,
    progress: Progress = SILENT,
    library: FontLibrary | None = None,
) -> BoundVolume:
    """Make one PDF/A-2b of all documents; the same ones give the same bytes.

    Args:
        parts: in order; the contents among them are filled here.
        title: what the PDF says it is; it must not name a person.
        sides: on which sides it will be printed.
        progress: told after each page.
        library: the fonts; None for those of this machine.

    Raises:
        UserError: an attachment can no longer be read.
        UnprintableTextError: some character would be missing.
        Cancelled: the clerk stopped it.
    """
    fonts = library or default_library()
    numbers = [number for _, number in measure_volume(parts, library=fonts)]
    parts = [_filled(part, parts, numbers) for part in parts]
    if cells := find_unprintable([each.paper for each in parts if each.paper], fonts):
        raise UnprintableTextError(cells)
    laid = [None if part.paper is None else lay_paper(part.paper, fonts) for part in parts]
    pages = [
        part.pages if each is None else len(each.pages)
        for part, each in zip(parts, laid, strict=True)
    ]
    drawing = _Drawing(title, laid, fonts, sides)
    order = list(leaves(pages, sides))
    scans = _Scans(parts)
    for number, leaf in enumerate(order):
        progress.report(number, len(order), _BUSY)
        drawing.begin()
        if leaf is None:
            drawing.leave_blank()
            continue
        document, page = leaf
        if numbers[document].first:
            drawing.stamp(numbers[document].first + page)
        paper = laid[document]
        if paper is not None:
            drawing.paper(paper, page)
        else:
            drawing.scan(scans.next_page(document))
    progress.report(len(order), len(order), _BUSY)
    return BoundVolume(content=drawing.finish(), pages=len(order), numbers=tuple(numbers))


def draw_scan(name: str, content: bytes, progress: Progress = SILENT) -> bytes:
    """Return an attachment as the PDF of its pages, each as it would stand in the volume.

    Raises:
        UserError: it can no longer be read.
        Cancelled: the clerk stopped it.
    """
    drawing = _Drawing(name, (), default_library(), Sides.ONE)
    for number, image in enumerate(page_images(content, ROOM)):
        progress.report(number, 0, _BUSY)
        drawing.begin()
        drawing.scan(image)
    return drawing.finish()


def _filled(
    part: VolumePart, parts: Sequence[VolumePart], numbers: Sequence[Numbered]
) -> VolumePart:
    """Return the contents with what stands in the volume; any other part as it is."""
    if part.line.kind is not PaperKind.CONTENTS or part.paper is None:
        return part
    rows = [
        (each.line.name, number.text, each.line.note)
        for each, number in zip(parts, numbers, strict=True)
        if number.first
    ]
    return replace(part, paper=with_texts(part.paper, {CONTENTS_KEY: contents_text(rows)}))


class _Scans:
    """Reads attachments page by page, in the order in which they are bound."""

    def __init__(self, parts: Sequence[VolumePart]) -> None:
        self._parts = parts
        self._document = -1
        self._pages: Iterator[PageImage] = iter(())

    def next_page(self, document: int) -> PageImage:
        """Return the next page of a document.

        Raises:
            UserError: it can no longer be read.
        """
        part = self._parts[document]
        try:
            if document != self._document:
                self._document = document
                self._pages = page_images(part.read() if part.read else b"", ROOM)
            return next(self._pages)
        except StopIteration:
            raise UserError(
                f"附件「{part.line.name}」的页数和添加时不一样，请取出来，重新扫描再添加。"
            ) from None
        except UserError as error:
            raise UserError(f"附件「{part.line.name}」不能装订：{error}") from error


class _Drawing:
    """Draws the pages of a volume."""

    def __init__(
        self, title: str, laid: Sequence[LaidPaper | None], fonts: FontLibrary, sides: Sides
    ) -> None:
        self._fonts = fonts
        self._typeface = fonts.typeface(FontStyle.SONG)
        self._sides = sides
        papers = [each for each in laid if each is not None]
        texts = (*used_characters(papers, fonts), (self._typeface, _DIGITS))
        turned = Duplex.LONG if sides is Sides.BOTH else None
        self._page = Page(title, EmbeddedFonts(texts), A4.width, A4.height, turned=turned)
        self._page.declare_archival(title)
        self._count = 0

    @property
    def _is_back(self) -> bool:
        return self._sides is Sides.BOTH and self._count % 2 == 0

    def begin(self) -> None:
        """Turn to the next page."""
        if self._count:
            self._page.next_page(A4.width, A4.height)
        self._count += 1

    def leave_blank(self) -> None:
        """Make a page of it although nothing stands on it: reportlab drops an empty last one."""
        self._page.saveState()
        self._page.restoreState()

    def stamp(self, number: int) -> None:
        """Write the page number at the outer upper corner."""
        text = str(number)
        right = NUMBER_RIGHT * POINT
        x = right - self._typeface.width(text) * _SIZE * POINT
        if self._is_back:
            x = A4.width - right
        baseline = (NUMBER_TOP + ASCENT * _SIZE) * POINT
        self._page.text(x, baseline, text, style=FontStyle.SONG, size=_SIZE, colour=_INK)

    def paper(self, laid: LaidPaper, number: int) -> None:
        """Draw a page of a paper that was made here."""
        shift = _MIRRORED if self._is_back else 0.0
        with self._page.at(-shift, 0.0, A4.height):
            draw_laid(self._page, LaidPaper(pages=(laid.pages[number],)), self._fonts, _stay)

    def scan(self, image: PageImage) -> None:
        """Draw a page of an attachment, in the middle of its room and at its top."""
        wide = image.paper[1] if image.turned else image.paper[0]
        left = _OUTER if self._is_back else _BINDING
        self._page.page_image(left + (ROOM[0] - wide) / 2, _TOP, image)

    def finish(self) -> bytes:
        """Return the PDF."""
        return self._page.finish()


def _stay() -> None:
    """Draw on the page where we are."""
