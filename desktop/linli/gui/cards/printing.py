"""One batch of cards on its way: recorded once, then printed, side by side or again, or saved."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from linli.domain.cards import CardBatch, IssuedBatch, PrintedCards
from linli.domain.changes import Changes
from linli.domain.imposition import Rectangle, cards_on, ghosts
from linli.domain.paper import CardSize, Duplex, PaperSetup, Pass, Side
from linli.domain.runs import RunCardState, RunPortion
from linli.errors import UserError
from linli.gui.cards.tasks import Plan, PrintTask, RunCards
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.printer import PrintJob, Sides, print_pdf
from linli.progress import Progress

Failed = Callable[[UserError], None]


class CardPrinting:
    """Keeps what is on the paper, so that a side or a file can be made once more as it was."""

    def __init__(
        self,
        desk: Desk,
        owner: QWidget,
        plan: Plan,
        setup: PaperSetup,
        size: CardSize,
        *,
        run_id: int | None = None,
    ) -> None:
        """Take what is shown and may be printed next.

        Args:
            desk: the working place.
            owner: who waits for the work.
            plan: the cards.
            setup: the paper.
            size: of the cards.
            run_id: the run in which their fronts are recorded already, if they are.
        """
        self._desk = desk
        self._owner = owner
        self._plan = plan
        self._size = size
        self.setup = setup.with_pass(Pass.BOTH)
        self.run_id = run_id
        self.is_recorded = run_id is not None

    @property
    def batch(self) -> CardBatch:
        """The cards that are printed."""
        return self._plan.batch

    @property
    def waiting(self) -> int:
        """How many cards of the run wait now."""
        run_id = self.run_id
        return 0 if run_id is None else self._desk.services.runs.get(run_id).run.waiting

    @property
    def by_hand(self) -> bool:
        """Whether the clerk turns the stack between fronts and backs."""
        return self.batch.kind.two_sided and self.setup.duplex is Duplex.MANUAL

    @property
    def sheets(self) -> int:
        """How many sheets of paper the cards take."""
        return self.setup.sheets_for(len(self.batch.cards))

    def make(
        self,
        task: PrintTask,
        sides: Pass,
        *,
        done: Callable[[PrintedCards], None],
        failed: Failed,
        cancelled: Callable[[], None],
    ) -> None:
        """Make the PDF of some sides; the first time `task` records the cards.

        The others hear of the record after `done`.
        """
        plan, setup, size = self._plan, self.setup.with_pass(sides), self._size
        is_recorded, run_id = self.is_recorded, self.run_id
        cards = self._desk.services.cards

        def work(progress: Progress) -> IssuedBatch:
            if not is_recorded:
                return task.issue(plan, setup, size, progress)
            return IssuedBatch(
                printed=cards.preview(plan.batch, setup, size, progress),
                changes=Changes(),
                run_id=run_id,
            )

        def issued(result: IssuedBatch) -> None:
            self.is_recorded, self.run_id = True, result.run_id
            done(result.printed)
            self._desk.bus.publish(result.changes)

        self._desk.jobs.run(
            work,
            owner=self._owner,
            done=issued,
            failed=failed,
            cancelled=cancelled,
            title=tr("正在准备…") if is_recorded else tr("正在制卡并登记…"),
        )

    def make_backs(
        self,
        setup: PaperSetup,
        first: int,
        last: int,
        *,
        done: Callable[[PrintedCards], None],
        failed: Failed,
    ) -> None:
        """Make the backs of some sheets of the stack, counted from 1; nothing is recorded.

        Args:
            setup: the paper of the fronts, with the printer's correction of now.
            first: the first sheet.
            last: the last one.
            done: gets the PDF.
            failed: is told why there is none.
        """
        on = cards_on(self.setup, len(self.batch.cards), first, last)
        batch = replace(self.batch, cards=self.batch.cards[on.start : on.stop])
        cards, size, back = self._desk.services.cards, self._size, _back(setup, first)
        self._desk.jobs.run(
            lambda progress: cards.preview(batch, back, size, progress),
            owner=self._owner,
            done=done,
            failed=failed,
            title=tr("正在准备背面…"),
        )

    def back_ghosts(self, setup: PaperSetup, first: int, last: int) -> list[tuple[Rectangle, ...]]:
        """Return where the cards of those backs would be without the correction."""
        count = len(cards_on(self.setup, len(self.batch.cards), first, last))
        return ghosts(_back(setup, first), count, list(Side), self._size)

    def send(
        self,
        content: bytes,
        target: tuple[str, str | None],
        sides: Sides,
        *,
        done: Callable[[PrintJob | None], None],
        failed: Failed,
    ) -> None:
        """Hand a PDF to a printer and its tray."""
        printer, tray = target
        stopped = UserError(tr("打印中途取消了，可能已经出了几张。"))
        outputs, kind = self._desk.services.outputs, self.batch.kind.title

        def work(progress: Progress) -> PrintJob | None:
            with outputs.sending(kind, printer=printer):
                return print_pdf(
                    content,
                    printer=printer,
                    title=tr("联系卡"),
                    sides=sides,
                    tray=tray,
                    progress=progress,
                )

        self._desk.jobs.run(
            work,
            owner=self._owner,
            done=done,
            failed=failed,
            cancelled=lambda: failed(stopped),
            title=tr("正在打印…"),
        )

    def save(
        self, content: bytes, path: Path, *, done: Callable[[None], None], failed: Failed
    ) -> None:
        """Write a PDF to a file."""
        outputs, kind = self._desk.services.outputs, self.batch.kind.title
        self._desk.jobs.run(
            lambda _progress: outputs.save_pdf(content, path, kind),
            owner=self._owner,
            done=done,
            failed=failed,
        )

    def take_back(self, task: PrintTask) -> PrintTask:
        """Let the recorded cards wait again; return what is to be printed from now on.

        Raises:
            UserError: they were taken back already.
        """
        changes = task.take_back(self._plan, self.run_id)
        self._desk.bus.publish(changes)
        return task if self.run_id is None else RunCards(self._desk.services, self.run_id)

    def good_part(self) -> RunPortion | None:
        """Return what is left of these cards after a jam among the fronts, None if nothing.

        Raises:
            UserError: their backs cannot be printed behind them any more.
        """
        if self.run_id is None:
            return None
        runs = self._desk.services.runs
        mine = {card.facts.number for card in self.batch.cards}
        cards = runs.get(self.run_id).cards
        if not any(c.number in mine and c.state is RunCardState.PRINTED for c in cards):
            return None
        return runs.last_portion(self.run_id, setup=self.setup)


def _back(setup: PaperSetup, first: int) -> PaperSetup:
    """Return the paper for the backs from a sheet on, counted from 1."""
    return replace(setup, start_slot=setup.start_slot if first == 1 else 1, sides=Pass.BACKS)


def plan_of(portion: RunPortion) -> Plan:
    """Return as a plan what is on paper already."""
    return Plan(batch=portion.batch, total=len(portion.cards), whole=portion.batch, portion=portion)
