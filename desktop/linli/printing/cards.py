"""Contact cards as a PDF: a template, the facts of each card, and a sheet to lay them on.

What all cards of a grid share is drawn once, into a form XObject; what is the holder's own is drawn
on top of it, card by card.
"""

from collections.abc import Iterator, Mapping, Sequence

from linli.domain.card_fields import FIELDS, LISTS, CardValues, card_values
from linli.domain.cards import (
    MissingCharacter,
    MissingCharacterError,
    PlannedCard,
    PrintedCards,
)
from linli.domain.paper import CardSize, Duplex, PaperSetup, Pass, Side
from linli.domain.templates.elements import Box, CardTemplate, Element
from linli.errors import UserError
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary, Typeface, default_library
from linli.printing.painter import Painter
from linli.printing.type0 import EmbeddedFonts
from linli.progress import SILENT, Progress

_MARK_COLOUR = "#000000"
_MARKS = "marks"
_MARK_LINE = 0.25  # pt, standards.md 6
_SIDES_OF = {
    Pass.BOTH: frozenset(Side),
    Pass.FRONTS: frozenset({Side.FRONT}),
    Pass.BACKS: frozenset({Side.BACK}),
}


def check_characters(
    cards: Sequence[PlannedCard], template: CardTemplate, library: FontLibrary | None = None
) -> tuple[MissingCharacter, ...]:
    """List the characters of these cards that no font here can draw, with whose they are."""
    fonts = library or default_library()
    used = template.fields()
    found: dict[MissingCharacter, None] = {}
    sound: set[str] = set()
    for card in cards:
        for label, personal, text in _said(card_values(card.facts), used):
            if text in sound:
                continue
            characters = fonts.missing(text)
            if not characters:
                sound.add(text)
            for character in characters:
                missing = MissingCharacter(
                    resident_id=card.holder_id if personal else None,
                    holder=card.facts.holder if personal else "",
                    field=label,
                    text=text,
                    character=character,
                )
                found[missing] = None
    return tuple(found)


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
        progress: told after each sheet.
        library: the fonts; None for those of this machine.

    Raises:
        MissingCharacterError: some character would be missing.
        UserError: the size or the sheet does not suit this kind, a name does not fit.
        Cancelled: the clerk stopped it.
    """
    fonts = library or default_library()
    size = size or template.kind.sizes[0]
    if size not in template.kind.sizes:
        raise UserError(f"{template.kind.title}没有“{size.label}”这种大小，请另选。", field="size")
    if not setup.sheet.holds(size):
        raise UserError(
            f"“{setup.sheet.title}”每格 {setup.sheet.card_width:g}×{setup.sheet.card_height:g} "
            f"毫米，放不下 {size.width:g}×{size.height:g} 毫米的卡，请另选纸张或大小。",
            field="sheet",
        )
    if missing := check_characters(cards, template, fonts):
        raise MissingCharacterError(missing)
    run = _Run(template, fonts, photos or {}, setup, size, cards)
    content, pages = run.build(progress)
    return PrintedCards(
        content=content,
        pages=pages,
        cards=len(cards),
        sheets=setup.sheets_for(len(cards)),
        warnings=tuple(run.painter.warnings),
    )


class _Run:
    """One document in the making. A group is all cards of the same hall and grid."""

    def __init__(
        self,
        template: CardTemplate,
        fonts: FontLibrary,
        photos: Mapping[str, bytes],
        setup: PaperSetup,
        size: CardSize,
        cards: Sequence[PlannedCard],
    ) -> None:
        self.painter = Painter(template, fonts, photos)
        self._kind = template.kind
        self._setup = setup
        self._values = [card_values(card.facts) for card in cards]
        groups: dict[object, int] = {}
        self._groups = [
            groups.setdefault((card.facts.hall, card.facts.grid), len(groups)) for card in cards
        ]
        self._area = Box(0, 0, size.width, size.height)
        self._shared: dict[Side, list[Element]] = {}
        self._own: dict[Side, list[Element]] = {}
        for side, elements in template.sides.items():
            self._own[side] = [e for e in elements if _is_personal(e)]
            self._shared[side] = [e for e in elements if not _is_personal(e)]
        self._forms: dict[tuple[Side, int], str] = {}

    def build(self, progress: Progress) -> tuple[bytes, int]:
        """Draw everything; return the PDF and how many pages it has."""
        sheet, total = self._setup.sheet, len(self._values)
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
        for side, first, slots in self._pages():
            progress.report(first, total, "正在排版卡片")
            if pages:
                page.next_page(sheet.width, sheet.height)
            with page.mapped(self._setup.matrix(side)):
                if sheet.crop_marks:
                    page.doForm(f"{_MARKS}{side}")
                for number, slot in enumerate(slots, first):
                    self._card(page, side, slot, number)
            pages += 1
        progress.report(total, total, "正在排版卡片")
        return page.finish(), pages

    def _pages(self) -> Iterator[tuple[Side, int, range]]:
        """Yield each page in the order of printing: its side, first card, and slots in use."""
        slots, skipped = self._setup.sheet.slots, self._setup.start_slot - 1
        sheets = []
        for start in range(-skipped, len(self._values), slots):
            first = max(start, 0)
            sheets.append((first, range(first - start, min(len(self._values) - start, slots))))
        if self._setup.sides is Pass.BACKS and self._backs_reversed():
            sheets.reverse()
        wanted = _SIDES_OF[self._setup.sides]
        for first, used in sheets:
            for side in self._own:
                if side in wanted:
                    yield side, first, used

    def _backs_reversed(self) -> bool:
        profile = self._setup.profile
        by_hand = self._setup.duplex is Duplex.MANUAL
        return by_hand and profile is not None and profile.backs_reversed

    def _card(self, page: Page, side: Side, slot: int, number: int) -> None:
        name = self._form(page, side, number)
        sheet, area = self._setup.sheet, self._area
        x, y = sheet.corner(slot, side)
        x, y = x + (sheet.card_width - area.w) / 2, y + (sheet.card_height - area.h) / 2
        with page.at(x, y, area.h):
            page.doForm(name)
            self.painter.draw(page, self._own[side], self._values[number], area)

    def _form(self, page: Page, side: Side, number: int) -> str:
        """Return the form with a side's shared part of a card, drawing it when it is new."""
        key = (side, self._groups[number])
        if key not in self._forms:
            name = self._forms[key] = f"{side}{len(self._forms)}"
            with page.form(name, self._area.w, self._area.h):
                self.painter.draw(page, self._shared[side], self._values[number], self._area)
        return self._forms[key]

    def _texts(self) -> Iterator[tuple[Typeface, str]]:
        seen: set[int] = set()
        for values, group in zip(self._values, self._groups, strict=True):
            for side in self._own:
                yield from self.painter.texts(self._own[side], values)
                if group not in seen:
                    yield from self.painter.texts(self._shared[side], values)
            seen.add(group)


def _is_personal(element: Element) -> bool:
    """Whether an element speaks of the holder (else all cards of a grid share it)."""
    return any((FIELDS.get(name) or LISTS[name]).personal for name in element.fields())


def _said(values: CardValues, used: frozenset[str]) -> Iterator[tuple[str, bool, str]]:
    """Yield (label, personal, text) of every text that a template with `used` prints."""
    for name in sorted(used & FIELDS.keys()):
        field = FIELDS[name]
        if not field.picture:
            yield field.label, field.personal, values.texts[name]
    for name in sorted(used & LISTS.keys()):
        for row in values.lists[name]:
            for key, field in LISTS[name].columns.items():
                if not field.picture:
                    yield field.label, field.personal, row[key]
