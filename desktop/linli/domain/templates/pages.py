"""How a long list goes over several cards, such as the board of a grid with sixty people.

Whoever plans cards without numbers cuts the list into as many cards as it takes.
"""

from linli.domain.paper import CardSize
from linli.domain.templates.elements import CardTemplate, ListElement


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
