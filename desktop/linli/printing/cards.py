"""Contact cards as a PDF: a template, the facts of each card, and a sheet to lay them on.

What all cards of a grid share is drawn once, into a form XObject; what is the holder's own is drawn
on top of it, card by card.
"""

from collections.abc import Iterator, Mapping, Sequence

from linli.domain.card_fields import FIELDS, LISTS, CardReader, CardValues
from linli.domain.cards import (
    MissingCharacter,
    MissingCharacterError,
    PlannedCard,
    PrintedCards,
)
from linli.domain.imposition import pages as pages_of
from linli.domain.paper import CardSize, PaperSetup, Pass, Side, check_holds
from linli.domain.templates.elements import CardTemplate, Element, TextElement
from linli.errors import UserError
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary, Typeface, default_library
from linli.printing.missing import missing_characters
from linli.printing.notes import Notes
from linli.printing.painter import Drawer, Painter, draw, texts
from linli.printing.text import ELLIPSIS
from linli.printing.type0 import EmbeddedFonts
from linli.progress import SILENT, Progress

_MARK_COLOUR = "#000000"
_MARKS = "marks"
_MARK_LINE = 0.25  # pt, standards.md 6
_REPORTED = 500  # cards between two reports of the check
_DRAWING = "正在排版卡片"


def check_characters(
    cards: Sequence[PlannedCard],
    template: CardTemplate,
    library: FontLibrary | None = None,
    progress: Progress = SILENT,
) -> tuple[MissingCharacter, ...]:
    """List the characters of these cards that no font here can draw, with whose they are.

    Raises:
        Cancelled: the clerk stopped it.
    """
    filled = _fill(cards, template, progress)
    return missing_characters(cards, filled, template, library or default_library())


def render_cards(
    cards: Sequence[PlannedCard],
    template: CardTemplate,
    setup: PaperSetup,
    *,
    size: CardSize | None = None,
    photos: Mapping[str, bytes] | None = None,
    progress: Progress = SILENT,
    library: FontLibrary | None = None,
) -> PrintedCards:
    """Make the PDF: for each sheet its front, then its back, or one of the two sides only.

    Args:
        cards: in the order of printing; the same cards give the same bytes.
        template: the kind of card.
        setup: the sheet, where on it to begin, how it is turned, what corrects the printer.
        size: one of the kind's sizes; None for its usual one.
        photos: pictures by digest, every one that the facts name.
        progress: told while the cards are checked, then after each sheet.
        library: the fonts; None for those of this machine.

    Raises:
        MissingCharacterError: some character would be missing.
        UserError: the size or the sheet does not suit this kind, it has no backs, a name does not
            fit.
        Cancelled: the clerk stopped it.
    """
    fonts = library or default_library()
    size = size or template.kind.sizes[0]
    if size not in template.kind.sizes:
        raise UserError(f"{template.kind.title}没有“{size.label}”这种大小，请另选。", field="size")
    if setup.sides is Pass.BACKS and not template.kind.two_sided:
        raise UserError(f"{template.kind.title}只有正面，没有背面可以打印。", field="sides")
    check_holds(setup.sheet, size)
    filled = _fill(cards, template, progress)
    if missing := missing_characters(cards, filled, template, fonts):
        raise MissingCharacterError(missing)
    notes = Notes()
    painter = Painter(template, fonts, photos or {}, notes)
    content, pages = _Run(template, painter, notes, setup, size, cards, filled).build(progress)
    faces = {e.face for _, _, e in template.parts() if isinstance(e, TextElement)}
    stand_ins = (fonts.serving[face].note for face in sorted(faces))
    return PrintedCards(
        content=content,
        pages=pages,
        cards=len(cards),
        sheets=setup.sheets_for(len(cards)),
        warnings=(*(note for note in stand_ins if note), *notes.sentences()),
    )


def _fill(
    cards: Sequence[PlannedCard], template: CardTemplate, progress: Progress
) -> list[tuple[int, CardValues]]:
    """Read what the template shows of each card, and the number of the card's group."""
    reader = CardReader(template.fields())
    filled = []
    for number, card in enumerate(cards):
        if number % _REPORTED == 0:
            progress.report(number, len(cards), "正在检查卡片上的字")
        filled.append(reader.read(card.facts))
    return filled


class _Run:
    """One document in the making. A group is all cards of the same hall and grid."""

    def __init__(
        self,
        template: CardTemplate,
        painter: Painter,
        notes: Notes,
        setup: PaperSetup,
        size: CardSize,
        cards: Sequence[PlannedCard],
        filled: Sequence[tuple[int, CardValues]],
    ) -> None:
        self._kind = template.kind
        self._notes = notes
        self._setup = setup
        self._size = size
        self._sheet = setup.sheet.trimmed_to(size)
        self._cards = cards
        self._filled = filled
        self._shared: dict[Side, tuple[Drawer, ...]] = {}
        self._own: dict[Side, tuple[Drawer, ...]] = {}
        for side, elements in template.sides.items():
            own = [e for e in elements if _is_personal(e)]
            shared = [e for e in elements if not _is_personal(e)]
            self._own[side] = painter.prepare(own, size.width, size.height)
            self._shared[side] = painter.prepare(shared, size.width, size.height)
        self._forms: dict[tuple[Side, int], str] = {}

    def build(self, progress: Progress) -> tuple[bytes, int]:
        """Draw everything; return the PDF and how many pages it has."""
        sheet, total = self._sheet, len(self._cards)
        both = self._setup.sides is Pass.BOTH and self._kind.two_sided
        page = Page(
            self._kind.title,
            EmbeddedFonts(self._texts()),
            sheet.width,
            sheet.height,
            turned=self._setup.duplex if both else None,
        )
        for side in self._own if sheet.crop_marks else ():
            with page.form(f"{_MARKS}{side}", sheet.width, sheet.height):
                for x1, y1, x2, y2 in sheet.marks(side):
                    page.rule(x1, y1, x2, y2, colour=_MARK_COLOUR, line=_MARK_LINE)
        pages = 0
        for sheet_page in pages_of(self._setup, total, self._own):
            side, first = sheet_page.side, sheet_page.first
            progress.report(first, total, _DRAWING)
            if pages:
                page.next_page(sheet.width, sheet.height)
            with page.mapped(self._setup.matrix(side)):
                if sheet.crop_marks:
                    page.doForm(f"{_MARKS}{side}")
                for number, slot in enumerate(sheet_page.slots, first):
                    self._card(page, side, slot, number)
            pages += 1
        progress.report(total, total, _DRAWING)
        return page.finish(), pages

    def _card(self, page: Page, side: Side, slot: int, number: int) -> None:
        group, values = self._filled[number]
        x, y = self._sheet.corner(slot, side)
        self._notes.card = None
        form = self._form(page, side, group, values)
        self._notes.card = self._cards[number]
        with page.at(x, y, self._size.height):
            page.doForm(form)
            draw(self._own[side], page, values)

    def _form(self, page: Page, side: Side, group: int, values: CardValues) -> str:
        """Return the form with a side's shared part of a card, drawing it when it is new."""
        key = (side, group)
        if key not in self._forms:
            name = self._forms[key] = f"{side}{len(self._forms)}"
            with page.form(name, self._size.width, self._size.height):
                draw(self._shared[side], page, values)
        return self._forms[key]

    def _texts(self) -> Iterator[tuple[Typeface, str]]:
        """Yield every character that is drawn, with its typeface."""
        wanted: dict[Typeface, set[str]] = {}
        seen: set[int] = set()
        for group, values in self._filled:
            for side in self._own:
                drawers = self._own[side]
                if group not in seen:
                    drawers += self._shared[side]
                for typeface, text in texts(drawers, values):
                    wanted.setdefault(typeface, set(ELLIPSIS)).update(text)
            seen.add(group)
        for typeface, characters in wanted.items():
            yield typeface, "".join(characters)


def _is_personal(element: Element) -> bool:
    """Whether an element speaks of the holder (else all cards of a grid share it)."""
    return any((FIELDS.get(name) or LISTS[name]).personal for name in element.fields())
