"""What the clerk is told about printed cards: text that was cut, rows and pictures left out.

Four hundred times the same is one sentence. The sentences name people and are for the screen only.
"""

from linli.domain.cards import PlannedCard

_NAMED = 3  # cards in a sentence; the others are counted


class Notes:
    """Gathers what went less well while cards are drawn.

    Set `card` to the card being drawn, or to None for what cards share.
    """

    def __init__(self) -> None:
        self.card: PlannedCard | None = None
        self._shared: dict[str, None] = {}
        self._personal: dict[str, dict[str, None]] = {}

    def text_cut(self, label: str, text: str) -> None:
        """A text of the field called `label` does not fit even at its smallest size."""
        self._note(
            f"“{label or '文字'}”太长，只印了前一部分，请改短",
            shared=f"“{text}”太长，卡片上只印了前一部分，请改短。",
        )

    def rows_left_out(self, label: str, count: int) -> None:
        """A list has more rows than its box has cells."""
        self._note(
            f"“{label}”位置不够，没有全部印出",
            more=f"少 {count} 行",
            shared=f"“{label}”位置不够，有 {count} 行没有印出。",
        )

    def picture_missing(self, label: str) -> None:
        """A picture that the facts name is not to be had."""
        self._note(f"“{label}”找不到，没有印出", shared=f"“{label}”找不到，没有印出。")

    def sentences(self) -> tuple[str, ...]:
        """Return all notes, those about single cards after those about all."""
        personal = (f"{what}：{_named(list(whose))}。" for what, whose in self._personal.items())
        return (*self._shared, *personal)

    def _note(self, what: str, *, shared: str, more: str = "") -> None:
        if self.card is None:
            self._shared[shared] = None
        else:
            self._personal.setdefault(what, {})[card_name(self.card, more)] = None


def card_name(card: PlannedCard, more: str = "") -> str:
    """Return how a sentence calls a card: 张桂兰（卡号 0000018）."""
    facts = card.facts
    number = f"卡号 {facts.number}" if facts.number else ""
    whose = facts.holder or (facts.grid.name if facts.grid else "")
    aside = "，".join(part for part in (number, more) if part)
    return f"{whose}（{aside}）" if aside else whose


def _named(whose: list[str]) -> str:
    few = "、".join(whose[:_NAMED])
    return few if len(whose) <= _NAMED else f"{few}等 {len(whose)} 张卡"
