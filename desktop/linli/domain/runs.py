"""Print runs (打印批次): a list of cards in walking order, and what of it is on paper."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from linli.domain.cards import CardBatch, is_card_number
from linli.domain.paper import PaperSetup
from linli.errors import NotFoundError, UserError

_NUMBER_LENGTH = 7


class RunCardState(StrEnum):
    """Where a card of a run stands."""

    WAITING = "waiting"  # 待印
    PRINTED = "printed"  # 已印
    LEFT_OUT = "left_out"  # 不印: nobody lives there any more, or the clerk left it out


@dataclass(frozen=True, kw_only=True)
class RunCard:
    """A card of a run. `position` counts from 1; `building` and `place` are spoken.

    `reason` says why it is left out, or why it waits again (卡纸, 印坏).
    """

    position: int
    number: str
    holder: str
    building: str
    place: str
    state: RunCardState
    issue_id: int | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class Run:
    """A run with its figures. `closed_at` is set when nothing of it is to be printed any more."""

    id: int
    title: str
    kind: str
    kind_title: str
    size: str
    setup: PaperSetup
    started_at: datetime
    account: str
    total: int
    printed: int
    left_out: int
    closed_at: datetime | None = None

    @property
    def waiting(self) -> int:
        """How many cards are still to be printed."""
        return self.total - self.printed - self.left_out


@dataclass(frozen=True, kw_only=True)
class RunRecord:
    """A run with its cards in order."""

    run: Run
    cards: tuple[RunCard, ...]


@dataclass(frozen=True, kw_only=True)
class RunPortion:
    """What of a run is printed now: `batch.cards` say what `cards` of the run say today.

    `gone` are the cards that this printing leaves out, because nobody lives there any more.
    `changed` are those printed already that say something else today.
    """

    run: Run
    batch: CardBatch
    cards: tuple[RunCard, ...]
    setup: PaperSetup
    gone: tuple[RunCard, ...] = ()
    changed: tuple[RunCard, ...] = ()

    @property
    def positions(self) -> tuple[int, ...]:
        """Where the cards stand in the run."""
        return tuple(card.position for card in self.cards)


def find_run_card(cards: Sequence[RunCard], text: str) -> RunCard:
    """Return the card of a run whose number was typed; a run has at least one card.

    Raises:
        UserError: it is no card number; a mistyped digit is told as such.
        NotFoundError: the card is not of this run; its nearest numbers are named.
    """
    number = unicodedata.normalize("NFKC", text).strip()
    found = next((card for card in cards if card.number == number), None)
    if found is not None:
        return found
    if len(number) != _NUMBER_LENGTH or not (number.isascii() and number.isdigit()):
        raise UserError(
            f"“{text.strip()}”不是卡号，卡号是 {_NUMBER_LENGTH} 位数字，"
            f"如 {cards[0].number}，请照卡上印的写。",
            field="number",
        )
    if not is_card_number(number):
        alike = next((card.number for card in cards if card.number[:-1] == number[:-1]), None)
        hint = f"是不是 {alike}？" if alike else ""
        raise UserError(
            f"卡号 {number} 抄错了（最后一位对不上前几位）。{hint}请再看一遍卡上的号码。",
            field="number",
        )
    near = _nearest(number, [card.number for card in cards])
    raise NotFoundError(
        f"卡号 {number} 不在这一批里，这一批里相近的有 {'、'.join(near)}，请核对。", field="number"
    )


def find_run_cards(cards: Sequence[RunCard], numbers: Iterable[str]) -> list[RunCard]:
    """Return the cards whose numbers were typed, each once, in the order of the run.

    Raises:
        UserError: as `find_run_card`, or no number was typed.
    """
    found = {card.position: card for card in (find_run_card(cards, text) for text in numbers)}
    if not found:
        raise UserError("没有写卡号，请写上要处理的卡号。", field="number")
    return [found[position] for position in sorted(found)]


def check_last_good(cards: Sequence[RunCard], last: Sequence[int], card: RunCard) -> None:
    """Make sure that the last printing can have stopped after a card.

    Args:
        cards: of the run.
        last: the positions that were printed last, in order.
        card: a printed one: of these, or the one printed before them when none came out.

    Raises:
        UserError: it was printed earlier, so that nobody can say what of the rest came out.
    """
    if card.position in last:
        return
    earlier = [c.position for c in cards if c.state is RunCardState.PRINTED]
    if card.position == max((each for each in earlier if each < last[0]), default=0):
        return
    numbers = {each.position: each.number for each in cards}
    raise UserError(
        f"卡号 {card.number} 不在上一次打印的里面：上一次印了 {len(last)} 张，"
        f"从 {numbers[last[0]]} 到 {numbers[last[-1]]}。"
        "请写这里面最后一张好的；更早印的要重印，请单独写卡号。",
        field="number",
    )


def _nearest(number: str, numbers: Iterable[str]) -> list[str]:
    """Return the next lower and the next higher number, as far as there are such."""
    ordered = sorted(numbers)
    lower = [other for other in ordered if other < number][-1:]
    return lower + [other for other in ordered if other > number][:1]


def waiting_cards(record: RunRecord, from_number: str | None) -> list[RunCard]:
    """Return the cards that wait, from one of them on.

    Raises:
        NotFoundError: the number is not of this run.
        UserError: none waits, the run is closed, or the number was mistyped.
    """
    run = record.run
    if not run.waiting:
        raise UserError(f"“{run.title}”已经印完，要补打请写卡号。")
    if run.closed_at is not None:
        raise UserError(f"“{run.title}”已经结束，要接着印请先重新打开这一批。")
    first = find_run_card(record.cards, from_number).position if from_number is not None else 1
    found = [c for c in record.cards if c.position >= first and c.state is RunCardState.WAITING]
    if not found:
        raise UserError(f"从卡号 {from_number} 起没有待印的卡，请再看一遍卡号。", field="number")
    return found
