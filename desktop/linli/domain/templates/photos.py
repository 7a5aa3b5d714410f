"""Who would be on a card without a picture, to be put right before anything is printed."""

from collections.abc import Iterable, Iterator

from linli.domain.boards import MissingPhoto
from linli.domain.card_fields import CardReader, CardValues
from linli.domain.cards import PlannedCard
from linli.domain.templates.elements import ITEM, CardTemplate, ImageElement, ListElement

_PHOTO = "photo"
_NAME_OF = {
    "helper_photo": "helper_name",
    "staff_photo": "holder",
    "worker_photo": "worker_name",
}
"""The field that names the person of a picture."""
_PLACES = {"grid", "worker_role", "station_name"}


def missing_photos(
    cards: Iterable[PlannedCard], template: CardTemplate
) -> tuple[MissingPhoto, ...]:
    """List who has no picture among those whom the template shows with one, each once."""
    fields: set[str] = set()
    lists: set[str] = set()
    for element in (e for side in template.sides.values() for e in side):
        if isinstance(element, ListElement):
            inner = {e.source for e in element.elements if isinstance(e, ImageElement)}
            lists |= {element.items} if ITEM + _PHOTO in inner else set()
            fields |= inner & _NAME_OF.keys()
        elif isinstance(element, ImageElement):
            fields |= {element.source} & _NAME_OF.keys()
    if not fields and not lists:
        return ()
    names = {_NAME_OF[field] for field in fields}
    reader = CardReader(fields | lists | names | _PLACES)
    found: dict[MissingPhoto, None] = {}
    for card in cards:
        _, values = reader.read(card.facts)
        found |= dict.fromkeys(_of_card(values, sorted(fields), sorted(lists)))
    return tuple(found)


def _of_card(
    values: CardValues, fields: Iterable[str], lists: Iterable[str]
) -> Iterator[MissingPhoto]:
    texts = values.texts
    where = {
        "helper_photo": "结对党员",
        "staff_photo": texts["station_name"] or "工作人员",
        "worker_photo": f"{texts['grid']} {texts['worker_role']}",
        "helpers": "结对党员",
        "other_helpers": "结对党员",
        "colleagues": texts["station_name"],
        "board": f"{texts['grid']} 公示栏",
    }
    for field in fields:
        if texts[_NAME_OF[field]] and not texts[field]:
            yield MissingPhoto(name=texts[_NAME_OF[field]], where=where[field])
    for name in lists:
        for row in values.lists[name]:
            if not row[_PHOTO]:
                place = where.get(name) or f"{texts['grid']} {row['role']}"
                yield MissingPhoto(name=row["name"], where=place)
