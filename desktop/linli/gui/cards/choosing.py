"""Choosing cards and seeing them, before anything is printed."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from linli.domain.cards import PrintedCards
from linli.domain.changes import Changes
from linli.errors import UserError
from linli.gui.cards.layout import CardLayout
from linli.gui.cards.outdated_hint import SPEAKING
from linli.gui.cards.preflight import notes_on
from linli.gui.cards.printing import CardPrinting
from linli.gui.cards.tasks import Plan, PrintTask
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.names.check_dialog import open_name_check
from linli.progress import Progress


class Stage(Enum):
    """How far the printing is."""

    CHOOSING = auto()  # nothing is recorded
    SAVED = auto()  # recorded and in a file, not printed yet
    NOT_OUT = auto()  # recorded, but the printer did not take it
    BACKS = auto()  # the fronts are printed, the backs wait
    DONE = auto()


class ChoosingDialog(QDialog):
    """Chooses kind, size and paper and shows the PDF: what would be printed now.

    A subclass prints it: it connects the buttons and moves `stage` on.
    """

    def __init__(
        self, desk: Desk, task: PrintTask, parent: QWidget | None = None, *, kind: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(task.title or tr("打印联系卡"))
        self.desk = desk
        self.task = task
        self.stage = Stage.CHOOSING
        self.printing: CardPrinting | None = None
        self._left_out: frozenset[int] = frozenset()
        self._note = ""
        self._round = 0
        self.ui = CardLayout(self, desk, task)
        if kind:
            self.ui.choices.choose_kind(kind)
        self.ui.choices.edited.connect(self.prepare)
        self.ui.target.edited.connect(self.show_ready)
        self.ui.problems.mend_requested.connect(self._on_mend)
        self.ui.problems.leave_out_requested.connect(self._on_leave_out)
        desk.bus.changed.connect(self._on_changed)

    def prepare(self, note: str = "") -> None:
        """Make the cards again for what is chosen now; an older result is thrown away.

        Args:
            note: why, if it was not the clerk who chose.
        """
        self._note = note or self._note
        if self.stage is not Stage.CHOOSING:
            return
        self._round += 1
        mine, task, choices = self._round, self.task, self.ui.choices
        wish, setup, size = choices.wish(self._left_out), choices.paper.setup(), choices.card_size
        cards = self.desk.services.cards
        self.printing = None

        def work(progress: Progress) -> tuple[Plan, PrintedCards | None] | None:
            if mine != self._round:
                return None
            plan = task.plan(wish)
            if plan.whole.missing or not plan.batch.cards:
                return plan, None
            return plan, cards.preview(plan.batch, setup, size, progress)

        def show(result: tuple[Plan, PrintedCards | None] | None) -> None:
            if result is None or mine != self._round:
                return
            plan, printed = result
            if printed is not None:
                self.printing = CardPrinting(self.desk, self, plan, setup, size)
            self._show(plan, printed)

        self.show_ready()
        self.desk.jobs.run(
            work,
            owner=self,
            done=show,
            failed=self._show_error,
            cancelled=lambda: self.ui.problems.say(tr("预览取消了，请再选一次。")),
            title=tr("正在准备预览…"),
        )

    def _show(self, plan: Plan, printed: PrintedCards | None) -> None:
        ui = self.ui
        ui.choices.show_total(plan.total)
        ui.choices.paper.set_cards(len(plan.batch.cards))
        ui.preview.set_document(printed.content if printed else None)
        if printed:
            ui.preview.set_ghosts(ui.choices.paper.ghosts(printed.cards))
        ui.problems.say_missing(plan.whole)
        lacks_photos = ui.photos.show_missing(plan.batch)
        ui.show_figures(printed, ui.choices.paper.setup(), plan.waiting, len(plan.whole.skipped))
        notes = notes_on(plan.whole, printed.warnings if printed else ())
        ui.show_notes(self._note, notes)
        self._note = ""
        ui.print_button.setText(tr("照样打印(&P)") if lacks_photos else tr("打印(&P)"))
        self.show_ready()

    def _show_error(self, error: UserError) -> None:
        self.ui.preview.set_document(None)
        self.ui.show_figures(None, self.ui.choices.paper.setup(), 0)
        self.ui.problems.say(error.message)

    def show_ready(self) -> None:
        """Let only what can be done now be pressed, and Enter do the next step."""
        raise NotImplementedError

    def _on_changed(self, changes: Changes) -> None:
        if self.stage is Stage.CHOOSING and changes.touches(*SPEAKING):
            self.prepare(tr("资料刚才有变化，已重新准备。"))

    def _on_leave_out(self) -> None:
        self._left_out |= self.ui.problems.holders
        self.prepare()

    def _on_mend(self) -> None:
        check = open_name_check(self.desk, self, self.ui.problems.people)
        check.finished.connect(lambda _: self.prepare())
