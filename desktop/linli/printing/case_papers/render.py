"""Documents of cases as a PDF, or drawn one after the other into the PDF of a whole file."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from linli.domain.case_paper_drafts import check_issue
from linli.domain.case_papers import CasePaper, spoken_texts
from linli.domain.faces import FontStyle
from linli.domain.paper import A4
from linli.domain.registers import UnprintableCell, UnprintableTextError
from linli.errors import InvalidInput
from linli.printing.canvas import Page
from linli.printing.case_papers.layout import LaidPaper, lay_paper
from linli.printing.case_papers.page import DRAFT_COLOUR, DRAFT_SIZE
from linli.printing.fonts import FontLibrary, Typeface, default_library
from linli.printing.lines import POINT
from linli.printing.marks import MarkDrawer
from linli.printing.notices.flow import Room, Words
from linli.printing.type0 import EmbeddedFonts
from linli.progress import SILENT, Progress

_DRAFT = "草稿"
_ALONG, _UP = 0.8192, 0.5736  # of a line that rises by 35 degrees
_BEGUN = "q Q"  # a page with nothing on it would be left out
_BUSY = "正在排版调解文书"


def find_unprintable(papers: Iterable[CasePaper], library: FontLibrary) -> list[UnprintableCell]:
    """List every text that no font of `library` can draw whole, each once."""
    found: dict[UnprintableCell, None] = {}
    for paper in papers:
        for part, text in spoken_texts(paper):
            if missing := library.missing(text.replace("\n", "")):
                column = f"{paper.name}的“{part}”"
                cell = UnprintableCell(row=0, column=column, text=text, characters=missing)
                found[cell] = None
    return list(found)


def check_paper(paper: CasePaper) -> None:
    """Refuse a document in which something compulsory is empty.

    Raises:
        InvalidInput: beside each field that is empty.
    """
    problems = check_issue(paper)
    if problems:
        raise InvalidInput(problems)


def draw_papers(
    papers: Sequence[CasePaper],
    *,
    document_title: str = "调解文书",
    draft: bool = False,
    progress: Progress = SILENT,
    library: FontLibrary | None = None,
) -> bytes:
    """Make one PDF/A-2b of documents; the same ones give the same bytes.

    Args:
        papers: at least one; each begins on a page of its own.
        document_title: what the PDF says it is; it must not name a person.
        draft: set them although something is missing, with 草稿 across the pages.
        progress: told after each document.
        library: the fonts; None for those of this machine.

    Raises:
        InvalidInput: something compulsory is missing and it is no draft.
        UnprintableTextError: some character would be missing.
        Cancelled: the clerk stopped it.
    """
    if not draft:
        for paper in papers:
            check_paper(paper)
    fonts = library or default_library()
    if cells := find_unprintable(papers, fonts):
        raise UnprintableTextError(cells)
    laid = []
    for number, paper in enumerate(papers):
        progress.report(number, len(papers), _BUSY)
        laid.append(lay_paper(paper, fonts))
    own = ((fonts.typeface(FontStyle.HEI), _DRAFT),) if draft else ()
    embedded = EmbeddedFonts((*used_characters(laid, fonts), *own))
    page = Page(document_title, embedded, A4.width, A4.height)
    page.declare_archival(document_title)
    drawn = 0

    def begin() -> None:
        nonlocal drawn
        if drawn:
            page.next_page(A4.width, A4.height)
        drawn += 1
        if draft:
            _mark_draft(page, fonts)

    for each in laid:
        draw_laid(page, each, fonts, begin)
    progress.report(len(papers), len(papers), _BUSY)
    return page.finish()


def draw_laid(page: Page, laid: LaidPaper, library: FontLibrary, begin: Callable[[], None]) -> int:
    """Draw a document that is laid out; return how many pages it has.

    Args:
        page: the PDF, with the fonts of `used_characters`.
        laid: the document.
        library: the fonts it was laid out with.
        begin: called before each of its pages: turns to the next one and stamps its number.
    """
    drawer = MarkDrawer(page, library)
    for marks in laid.pages:
        begin()
        page.addLiteral(_BEGUN)
        for top, mark in marks:
            if not isinstance(mark, Room):
                drawer.draw(mark, top)
    return len(laid.pages)


def used_characters(
    laid: Iterable[LaidPaper], library: FontLibrary
) -> Iterator[tuple[Typeface, str]]:
    """Yield every character that documents draw, with its typeface, for `EmbeddedFonts`."""
    used: dict[FontStyle, set[str]] = {}
    for each in laid:
        for marks in each.pages:
            for _, mark in marks:
                if isinstance(mark, Words):
                    for text, style in mark.spans:
                        used.setdefault(style, set()).update(text)
    for style, characters in used.items():
        yield library.typeface(style), "".join(sorted(characters))


def _mark_draft(page: Page, library: FontLibrary) -> None:
    """Write 草稿 faintly across the page, below everything else."""
    wide = library.typeface(FontStyle.HEI).width(_DRAFT) * DRAFT_SIZE * POINT
    across = (A4.width - _ALONG * wide) / 2
    down = (A4.height + _UP * wide) / 2
    with page.mapped((_ALONG, -_UP, _UP, _ALONG, across, down)):
        page.text(0.0, 0.0, _DRAFT, style=FontStyle.HEI, size=DRAFT_SIZE, colour=DRAFT_COLOUR)
