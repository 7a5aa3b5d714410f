"""What a card dialog prints: fresh cards, one card again, part of a run, or outdated cards."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from typing_extensions import override

from linli.domain.card_choices import CardOrder, CardUnit
from linli.domain.cards import CardBatch, CardKind, CardSource, IssuedBatch, IssuedCard
from linli.domain.changes import Changes
from linli.domain.paper import CardSize, PaperSetup
from linli.domain.runs import RunPortion
from linli.errors import ConflictError, UserError
from linli.gui.i18n import mark, tr
from linli.progress import Progress

if TYPE_CHECKING:
    from linli.services.container import Services

NOT_OUT = mark("没有印出")
"""Why a card is void that was recorded, but did not come out of the printer."""


@dataclass(frozen=True, kw_only=True)
class Wish:
    """Which cards the clerk has chosen; `most` prints the first so many and lets the rest wait."""

    kind: str
    unit: CardUnit = CardUnit.HOUSEHOLD
    order: CardOrder = CardOrder.GIVEN
    most: int | None = None
    left_out: frozenset[int] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The cards that are printed now, `batch`, out of `total`; the rest waits in a run."""

    batch: CardBatch
    total: int
    whole: CardBatch
    portion: RunPortion | None = None

    @property
    def waiting(self) -> int:
        """How many cards are left for later."""
        return self.total - len(self.batch.cards)


class PrintTask:
    """What is printed. All methods but the constructor may be called beside the window."""

    title = ""
    """Of the window; "" for the usual one."""
    is_list = False
    """Whether it is a list whose cards the clerk may choose and order, or fixed ones."""
    size: CardSize | None = None
    """The only size, where it is fixed."""

    def __init__(self, services: "Services", kinds: Sequence[CardKind]) -> None:
        self._services = services
        self.kinds = tuple(kinds)

    def batch(self, wish: Wish) -> CardBatch:
        """Work out all cards.

        Raises:
            UserError: there is nothing to print.
        """
        raise NotImplementedError

    def plan(self, wish: Wish) -> Plan:
        """Work out the cards that are printed now.

        Raises:
            UserError: there is nothing to print.
        """
        whole = self.batch(wish)
        now = whole
        if wish.most is not None and whole.kind.numbered:
            now = replace(whole, cards=whole.cards[: wish.most])
        return Plan(batch=now, total=len(whole.cards), whole=whole)

    def issue(
        self, plan: Plan, setup: PaperSetup, size: CardSize, progress: Progress
    ) -> IssuedBatch:
        """Make the PDF and record its cards; what of the plan is not printed waits in a run.

        Raises:
            ConflictError: what the cards say has changed since they were planned.
            UserError: it cannot be printed so.
            Cancelled: the clerk stopped it; nothing was recorded.
        """
        first = len(plan.batch.cards)
        return self._services.cards.issue(plan.whole, setup, size, progress, first=first)

    def take_back(self, plan: Plan, run_id: int | None) -> Changes:
        """Let the cards that were recorded, but did not come out, wait again or be void.

        Raises:
            UserError: they were taken back already.
        """
        if run_id is not None:
            return self._services.runs.stopped_after(run_id, None, NOT_OUT)
        found = self._services.cards.find_number(plan.batch.cards[0].facts.number)
        if found is None or found.withdrawn_at is not None:
            raise ConflictError(tr("这张卡已经退回，不用再退。"))
        return self._services.cards.withdraw(found.id, NOT_OUT)


class FreshCards(PrintTask):
    """Cards of a list of residents, staff, stations or grids."""

    is_list = True

    def __init__(self, services: "Services", source: CardSource, ids: Sequence[int]) -> None:
        kinds = [each for each in services.cards.kinds() if each.source is source]
        super().__init__(services, kinds)
        self.ids = tuple(ids)

    @override
    def batch(self, wish: Wish) -> CardBatch:
        return self._services.cards.prepare(
            self.ids, wish.kind, wish.unit, left_out=wish.left_out, order=wish.order
        )


class OneCardAgain(PrintTask):
    """A card that was issued before, with its number and today's facts (补打)."""

    def __init__(self, services: "Services", card: IssuedCard) -> None:
        super().__init__(services, [k for k in services.cards.kinds() if k.id == card.kind])
        self.title = tr("补打联系卡")
        self._card = card

    @override
    def batch(self, wish: Wish) -> CardBatch:
        return self._services.cards.reprint(self._card.id)


class OutdatedCards(PrintTask):
    """The cards of a kind that say what is no longer so (换卡)."""

    def __init__(self, services: "Services", kind_id: str) -> None:
        super().__init__(services, [k for k in services.cards.kinds() if k.id == kind_id])
        self.title = tr("打印要换的卡")

    @override
    def batch(self, wish: Wish) -> CardBatch:
        return self._services.cards.prepare_outdated(wish.kind, left_out=wish.left_out)


class RunCards(PrintTask):
    """Cards of a run: those that wait, or just these numbers."""

    def __init__(
        self, services: "Services", run_id: int, numbers: Sequence[str] | None = None
    ) -> None:
        """Make the task.

        Raises:
            NotFoundError: there is no such run.
        """
        self.run = services.runs.get(run_id).run
        super().__init__(services, [k for k in services.cards.kinds() if k.id == self.run.kind])
        self.title = tr("接着打印") if numbers is None else tr("重新打印")
        self.size = CardSize.parse(self.run.size)
        self._numbers = numbers

    def first_slot(self, setup: PaperSetup) -> int:
        """Return where the sheet that was printed last has room."""
        return self._services.runs.next_slot(self.run.id, setup)

    @override
    def batch(self, wish: Wish) -> CardBatch:
        return self._portion(wish, self._numbers).batch

    @override
    def plan(self, wish: Wish) -> Plan:
        portion = whole = self._portion(wish, self._numbers)
        if wish.most is not None and wish.most < len(whole.cards):
            portion = self._portion(wish, [card.number for card in whole.cards[: wish.most]])
        return Plan(
            batch=portion.batch,
            total=len(whole.batch.cards),
            whole=whole.batch,
            portion=portion,
        )

    @override
    def issue(
        self, plan: Plan, setup: PaperSetup, size: CardSize, progress: Progress
    ) -> IssuedBatch:
        if plan.portion is None:
            return super().issue(plan, setup, size, progress)
        portion = replace(plan.portion, setup=setup)
        printed, changes = self._services.runs.print_portion(portion, progress)
        return IssuedBatch(printed=printed, changes=changes, run_id=self.run.id)

    def _portion(self, wish: Wish, numbers: Sequence[str] | None) -> RunPortion:
        """Return the cards of the run that are wanted, without those the clerk passes over."""
        runs = self._services.runs
        portion = runs.portion(self.run.id, numbers=numbers)
        if not wish.left_out:
            return portion
        planned = zip(portion.cards, portion.batch.cards, strict=True)
        kept = [card.number for card, now in planned if now.holder_id not in wish.left_out]
        if not kept:
            raise UserError(tr("要打的人都略过了，没有卡可打。"))
        return runs.portion(self.run.id, numbers=kept)
