"""How a long list goes over several cards, such as the board of a grid with sixty people.

Whoever plans cards without numbers cuts the list into as many cards as it takes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from linli.domain.cards import PlannedCard
from linli.domain.paper import CardSize
from linli.domain.templates.elements import CardTemplate, ListElement

_BOARD = "board"


def board_pages(
    cards: Iterable[PlannedCard], template: CardTemplate, size: CardSize
) -> tuple[PlannedCard, ...]:
    """Cut each board that is longer than a card of `size` into as many cards as it takes."""
    rows = rows_per_card(template, size, _BOARD)
    if rows is None:
        return tuple(cards)
    return tuple(page for card in cards for page in _pages(card, rows))


def _pages(card: PlannedCard, rows: int) -> Iterator[PlannedCard]:
    board = card.facts.board
    count = -(-len(board) // rows)
    if count <= 1:
        yield card
        return
    for page in range(count):
        here = board[page * rows : (page + 1) * rows]
        facts = replace(card.facts, number=f"第 {page + 1} 页，共 {count} 页", board=here)
        yield replace(card, facts=facts)


def rows_per_card(template: CardTemplate, size: CardSize, list_name: str) -> int | None:
    """Return how many rows of a list one card of `size` has room for.

    None where no element of the template continues this list on further pages: then all rows
    belong to one card. On a card that shows the list on both sides, the side with less room counts.
    """
    rooms = [
        len(element.cells(element.box(size.width, size.height)))
        for elements in template.sides.values()
        for element in elements
        if isinstance(element, ListElement) and element.pages and element.items == list_name
    ]
    return min(rooms, default=None)
