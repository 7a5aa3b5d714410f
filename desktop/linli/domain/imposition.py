"""Imposition (拼版): which cards lie on which page of the PDF, in the order of printing."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from linli.domain.paper import CardSize, Correction, Duplex, PaperSetup, Pass, Side

Rectangle = tuple[float, float, float, float]
"""(x, y, width, height) in mm from the page's top left corner."""

_SIDES_OF = {
    Pass.BOTH: frozenset(Side),
    Pass.FRONTS: frozenset({Side.FRONT}),
    Pass.BACKS: frozenset({Side.BACK}),
}


@dataclass(frozen=True, kw_only=True)
class SheetPage:
    """A side of a sheet: the number of its first card, from 0, and the slots in use."""

    side: Side
    first: int
    slots: range


def pages(setup: PaperSetup, cards: int, sides: Collection[Side]) -> Iterator[SheetPage]:
    """Yield the pages for a number of cards.

    Args:
        setup: the sheet, where to begin, which sides now, and whether backs come last sheet first.
        cards: how many there are.
        sides: those that the cards have.
    """
    slots, skipped = setup.sheet.slots, setup.start_slot - 1
    sheets = []
    for start in range(-skipped, cards, slots):
        first = max(start, 0)
        sheets.append((first, range(first - start, min(cards - start, slots))))
    if setup.sides is Pass.BACKS and _backs_reversed(setup):
        sheets.reverse()
    wanted = [side for side in Side if side in sides and side in _SIDES_OF[setup.sides]]
    for first, used in sheets:
        for side in wanted:
            yield SheetPage(side=side, first=first, slots=used)


def cards_on(setup: PaperSetup, cards: int, first: int, last: int) -> range:
    """Return which of a number of cards lie on some sheets.

    Args:
        setup: the sheet and where to begin.
        cards: how many there are.
        first: the first sheet, counted from 1.
        last: the last one.
    """
    slots, skipped = setup.sheet.slots, setup.start_slot - 1
    return range(max((first - 1) * slots - skipped, 0), min(last * slots - skipped, cards))


def ghosts(
    setup: PaperSetup, cards: int, sides: Collection[Side], size: CardSize
) -> list[tuple[Rectangle, ...]]:
    """Return, for each page, where its cards would be without the printer's correction.

    There the labels truly are: the printer brings the shifted content of the page back to them.
    A page that nothing corrects has none.
    """
    sheet = setup.sheet.trimmed_to(size)
    found: list[tuple[Rectangle, ...]] = []
    for page in pages(setup, cards, sides):
        profile = setup.profile
        if profile is None or profile.correction(page.side) == Correction():
            found.append(())
            continue
        corners = [sheet.corner(slot, page.side) for slot in page.slots]
        if page.side is Side.BACK and setup.turned:
            corners = [
                (sheet.width - x - size.width, sheet.height - y - size.height) for x, y in corners
            ]
        found.append(tuple((x, y, size.width, size.height) for x, y in corners))
    return found


def _backs_reversed(setup: PaperSetup) -> bool:
    by_hand = setup.duplex is Duplex.MANUAL
    return by_hand and setup.profile is not None and setup.profile.backs_reversed
