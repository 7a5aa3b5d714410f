"""Which characters of cards no font here can draw: asked before anything is drawn.

Ten thousand cards are checked at once, so the common case is quick: a set of characters known to be
sound, and all that a card says as one text.
"""

from collections.abc import Iterable, Iterator, Sequence

from linli.domain.card_fields import FIELDS, LISTS, CardValues
from linli.domain.cards import MissingCharacter, PlannedCard
from linli.domain.templates.elements import CardTemplate, TextElement
from linli.printing.fonts import FontLibrary


def missing_characters(
    cards: Sequence[PlannedCard],
    filled: Sequence[tuple[int, CardValues]],
    template: CardTemplate,
    fonts: FontLibrary,
) -> tuple[MissingCharacter, ...]:
    """List the characters that no font here draws, with whose they are.

    Args:
        cards: in the order of printing.
        filled: for each card the number of its group, and what `CardReader` read of it.
        template: says which fields are printed.
        fonts: the fonts of this machine.
    """
    found: dict[MissingCharacter, None] = {}
    sound: set[str] = {"\n"}
    own, shared = _Spoken(template, personal=True), _Spoken(template, personal=False)
    seen: set[int] = set()

    def check(said: Iterable[tuple[str, str]], card: PlannedCard | None) -> None:
        for label, text in said:
            characters = fonts.missing(text.replace("\n", ""))
            sound.update(set(text).difference(characters))
            for character in characters:
                missing = MissingCharacter(
                    resident_id=card.holder_id if card else None,
                    holder=card.facts.holder if card else "",
                    field=label,
                    text=text,
                    character=character,
                )
                found[missing] = None

    check((("卡片模板里的文字", text) for text in _literals(template)), None)
    for card, (group, values) in zip(cards, filled, strict=True):
        if group not in seen:
            check(shared.said(values), None)
            seen.add(group)
        if not sound.issuperset(own.text(values)):
            check(own.said(values), card)
    return tuple(found)


class _Spoken:
    """The texts that a template prints of the holder, or those that all cards share."""

    def __init__(self, template: CardTemplate, *, personal: bool) -> None:
        used = template.fields()
        self._fields = [
            (name, field.label)
            for name, field in FIELDS.items()
            if name in used and field.personal == personal and not field.picture
        ]
        self._columns = [
            (name, key, field.label)
            for name, known in LISTS.items()
            if name in used and known.personal == personal
            for key, field in known.columns.items()
            if not field.picture
        ]

    def text(self, values: CardValues) -> str:
        """Return all texts in one."""
        texts, lists = values.texts, values.lists
        said = [texts[name] for name, _ in self._fields]
        said += [row[key] for name, key, _ in self._columns for row in lists[name]]
        return "".join(said)

    def said(self, values: CardValues) -> Iterator[tuple[str, str]]:
        """Yield each text after what the clerk calls it."""
        for name, label in self._fields:
            yield label, values.texts[name]
        for name, key, label in self._columns:
            for row in values.lists[name]:
                yield label, row[key]


def _literals(template: CardTemplate) -> Iterator[str]:
    """Yield what a template says on every card."""
    for _, _, element in template.parts():
        if isinstance(element, TextElement):
            yield "".join(literal for literal, _ in element.parts)
