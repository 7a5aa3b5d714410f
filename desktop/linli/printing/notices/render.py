"""Official notices as a PDF that can be printed and archived (PDF/A-2b)."""

from collections.abc import Iterator, Sequence

from linli.domain.faces import FontStyle, ServingFont
from linli.domain.notice_paper import FILE_WORD, Layout, Notice, PrintedNotices, SealSpace
from linli.domain.notice_paper_rules import check_notice
from linli.domain.paper import A4, Duplex
from linli.domain.registers import UnprintableCell, UnprintableTextError
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary, Typeface, default_library
from linli.printing.marks import MarkDrawer
from linli.printing.notices.flow import Mark, Room, Words
from linli.printing.notices.grid import MM
from linli.printing.notices.layout import LaidNotice, lay_notice
from linli.printing.type0 import EmbeddedFonts
from linli.progress import SILENT, Progress

_FACES = (FontStyle.TITLE, FontStyle.HEI, FontStyle.KAI, FontStyle.FANG, FontStyle.SONG)
_OWN = f"{FILE_WORD}0123456789. 年月日印发附件主抄送（）：。、—一二三四五六七八九十"
_BUSY = "正在排版通知"


def substituted_faces(library: FontLibrary) -> tuple[ServingFont, ...]:
    """Return the faces of the standard that are not on this machine; each has a `note`."""
    served = (library.serving[style] for style in _FACES)
    return tuple(font for font in served if font.stand_in)


def find_unprintable(notices: Sequence[Notice], library: FontLibrary) -> list[UnprintableCell]:
    """List every text that no font of `library` can draw whole, each once."""
    found: dict[UnprintableCell, None] = {}
    sound: set[str] = set(_OWN)
    for notice in notices:
        for part, text in notice.texts():
            if sound.issuperset(text):
                continue
            if missing := library.missing(text.replace("\n", "")):
                cell = UnprintableCell(row=0, column=part, text=text, characters=missing)
                found[cell] = None
            else:
                sound.update(text)
    return list(found)


def render_notices(
    notices: Sequence[Notice],
    *,
    document_title: str = "通知",
    odd_starts: bool = False,
    draft: bool = False,
    progress: Progress = SILENT,
    library: FontLibrary | None = None,
) -> PrintedNotices:
    """Make one PDF/A-2b of notices; the same ones give the same bytes.

    Args:
        notices: at least one; each begins on a page of its own and numbers its own pages.
        document_title: what the PDF says it is; it must not name a person.
        odd_starts: begin each on an odd page, so that sheets printed on both sides part them.
        draft: set a notice although something is missing, for the eye only.
        progress: told after each notice, which is laid out twice: once for the characters that
            the fonts must have, so that a large batch needs no more memory than its PDF.
        library: the fonts; None for those of this machine.

    Raises:
        InvalidInput: something is missing in a notice and it is no draft.
        UnprintableTextError: some character would be missing.
        Cancelled: the clerk stopped it.
    """
    if not draft:
        for notice in notices:
            check_notice(notice)
    fonts = library or default_library()
    if cells := find_unprintable(notices, fonts):
        raise UnprintableTextError(cells)
    embedded = EmbeddedFonts(_used(notices, fonts, progress))
    posted = any(notice.layout is Layout.POSTED for notice in notices)
    single = len(notices) == 1 and not posted
    turned = Duplex.LONG if odd_starts or single else None
    page = Page(document_title, embedded, A4.width, A4.height, turned=turned)
    page.declare_archival(document_title)
    drawing = _Drawing(page, fonts)
    for number, notice in enumerate(notices):
        progress.report(len(notices) + number, 2 * len(notices), _BUSY)
        drawing.draw(lay_notice(notice, fonts), odd=odd_starts)
    progress.report(2 * len(notices), 2 * len(notices), _BUSY)
    return PrintedNotices(
        content=page.finish(),
        pages=drawing.pages,
        starts=tuple(drawing.starts),
        seals=tuple(drawing.seals),
    )


def _used(
    notices: Sequence[Notice], fonts: FontLibrary, progress: Progress
) -> Iterator[tuple[Typeface, str]]:
    """Yield every character that is drawn, with its typeface."""
    used: dict[FontStyle, set[str]] = {}
    for number, notice in enumerate(notices):
        progress.report(number, 2 * len(notices), _BUSY)
        for marks in lay_notice(notice, fonts).pages:
            for _, mark in marks:
                if isinstance(mark, Words):
                    for text, style in mark.spans:
                        used.setdefault(style, set()).update(text)
    for style, characters in used.items():
        yield fonts.typeface(style), "".join(sorted(characters))


class _Drawing:
    """Draws notices that are laid out, one after the other."""

    def __init__(self, page: Page, fonts: FontLibrary) -> None:
        self.pages = 0
        self.starts: list[int] = []
        self.seals: list[SealSpace] = []
        self._page = page
        self._marks = MarkDrawer(page, fonts)

    def draw(self, laid: LaidNotice, *, odd: bool) -> None:
        """Draw the pages of a notice, if `odd` from the next odd page on."""
        if odd and self.pages % 2:
            self._begin()
        self.starts.append(self.pages + 1)
        for marks in laid.pages:
            self._begin()
            for top, mark in marks:
                self._mark(mark, top)

    def _begin(self) -> None:
        if self.pages:
            self._page.next_page(A4.width, A4.height)
        self.pages += 1

    def _mark(self, mark: Mark, top: float) -> None:
        if not isinstance(mark, Room):
            self._marks.draw(mark, top)
            return
        self.seals.append(
            SealSpace(
                page=self.pages,
                x=mark.x / MM,
                y=(top + mark.y) / MM,
                width=mark.width / MM,
                height=mark.height / MM,
            )
        )
