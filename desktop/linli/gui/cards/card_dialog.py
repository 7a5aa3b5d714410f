"""The dialog that prints contact cards (打联系卡): what is printed was on the screen before."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.cards import PrintedCards
from linli.domain.changes import Changes
from linli.domain.paper import CardSize, PaperSetup, Pass
from linli.domain.runs import RunPortion
from linli.errors import ConflictError, UserError
from linli.gui.cards.choosing import ChoosingDialog, Stage
from linli.gui.cards.handover import open_handover
from linli.gui.cards.jam_form import JamForm
from linli.gui.cards.printing import CardPrinting, plan_of
from linli.gui.cards.tasks import PrintTask, RunCards
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.printer import PrintJob, Sides


class CardDialog(ChoosingDialog):
    """Prints or saves what is chosen, and leads through the backs where they come by hand.

    Cards are recorded (发卡登记) when they are printed or saved for the first time, not before.

    Signals:
        left_for_photos: the dialog is shut, for the clerk wants to put in missing pictures first.
    """

    left_for_photos = Signal()

    def __init__(
        self,
        desk: Desk,
        task: PrintTask,
        parent: QWidget | None = None,
        *,
        kind: str = "",
        backs: RunPortion | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            desk: the working place.
            task: what is printed.
            parent: the window below.
            kind: chosen at first, if there is such.
            backs: cards whose fronts are printed; only their backs are.
        """
        super().__init__(desk, task, parent, kind=kind)
        self._again: Callable[[], None] | None = None
        self._backs: PrintedCards | None = None
        ui = self.ui
        ui.problems.take_back_requested.connect(self._on_take_back)
        ui.photos.mend_requested.connect(self._on_mend_photos)
        ui.outcome.jam_requested.connect(self._on_jam)
        ui.outcome.handover_requested.connect(self._on_handover)
        ui.outcome.progress.cancelled.connect(self._on_called_off)
        ui.outcome.sheets_edited.connect(self._prepare_backs)
        ui.print_button.clicked.connect(self._on_print)
        ui.save_button.clicked.connect(self._on_save)
        ui.close_button.clicked.connect(self.reject)
        if backs is None:
            self.prepare()
        else:
            self._go_on_with_backs(backs)

    @override
    def reject(self) -> None:
        if not self.desk.jobs.busy and self._may_leave():
            super().reject()

    @override
    def show_ready(self) -> None:
        """Let only what can be done now be pressed, and Enter do the next step.

        The backs are never printed by Enter: it may have been meant for the fronts.
        """
        ui, stage = self.ui, self.stage
        made = self._backs if stage is Stage.BACKS else self.printing
        can_print = made is not None and ui.target.value()[0] is not None
        enter = ui.print_button if can_print else ui.save_button
        if stage is Stage.DONE:
            enter = ui.close_button
        ui.set_ready(
            printing=can_print,
            saving=self.printing is not None,
            enter=None if stage is Stage.BACKS else enter,
        )

    def _on_mend_photos(self) -> None:
        self.reject()
        if not self.isVisible():
            self.left_for_photos.emit()

    # ---- printing ---------------------------------------------------------------------

    def _on_print(self) -> None:
        if self._again is not None:
            self._again()
        elif self.stage is Stage.BACKS:
            self._print_backs()
        else:
            self._print_first()

    def _print_first(self) -> None:
        """Print both sides, or the fronts where the clerk turns the stack."""
        printing = self.printing
        if printing is None:
            return
        by_hand, sides = printing.by_hand, self.ui.choices.paper.printer_sides
        count = len(printing.batch.cards)

        def out() -> None:
            self.ui.choices.remember(count)
            if by_hand:
                self._begin_backs(tr("正面已交给打印机。接下来翻面："))
            else:
                self._say_done()

        def send(printed: PrintedCards) -> None:
            self._send(printed.content, sides, out)

        self._make(Pass.FRONTS if by_hand else Pass.BOTH, send)

    def _make(self, sides: Pass, go_on: Callable[[PrintedCards], None]) -> None:
        """Record the cards unless they are, make a PDF of them and hand it on."""

        def made(printed: PrintedCards) -> None:
            if self.stage is Stage.CHOOSING:
                self.stage = Stage.NOT_OUT
            go_on(printed)

        if self.printing is not None:
            self.printing.make(
                self.task,
                sides,
                done=made,
                failed=self._on_not_made,
                cancelled=self.show_ready,
            )

    def _on_not_made(self, error: UserError) -> None:
        if isinstance(error, ConflictError) and self.stage is Stage.CHOOSING:
            self.prepare(tr("资料刚才有变化，已重新准备。"))
            return
        self.ui.problems.say(error.message)

    def _send(self, content: bytes, sides: Sides, after: Callable[[], None]) -> None:
        """Hand a PDF to the printer; where that fails, offer to try again."""
        printing, (printer, tray) = self.printing, self.ui.target.value()
        if printing is None or printer is None:
            return

        def sent(job: PrintJob | None) -> None:
            self._again = None
            self.ui.problems.say("")
            after()
            self.ui.outcome.progress.follow(job)
            self.show_ready()

        def failed(error: UserError) -> None:
            is_back = self.stage in (Stage.BACKS, Stage.DONE)
            if not is_back:
                self.stage = Stage.NOT_OUT
                self.ui.show_choices(locked=True)
                self.ui.print_button.setText(tr("再打一次(&P)"))
                self._again = lambda: self._send(content, sides, after)
            self.ui.show_not_out(error, printing.batch.kind, is_back=is_back)
            self.show_ready()

        printing.send(content, (printer, tray), sides, done=sent, failed=failed)

    def _say_done(self) -> None:
        """The cards are out: only printing or saving the same again is left."""
        printing = self.printing
        if printing is None:
            return
        self.stage = Stage.DONE
        ui, waiting = self.ui, printing.waiting
        count = len(printing.batch.cards)
        words = tr("发卡已登记。") if printing.batch.kind.numbered else ""
        if waiting:
            words += tr("其余 {count} 张在“打印批次”里待印。").format(count=waiting)
        heading = tr("{count} 张卡已交给打印机").format(count=count)
        ui.show_outcome()
        ui.outcome.show_done(heading, words, run=printing.run_id is not None)
        ui.print_button.setText(tr("再印一次背面(&P)") if printing.by_hand else tr("再打一次(&P)"))
        self._again = self._backs_again if printing.by_hand else self._whole_again
        ui.close_button.setFocus()
        self.show_ready()

    def _whole_again(self) -> None:
        sides = self.ui.choices.paper.printer_sides
        self._make(Pass.BOTH, lambda printed: self._send(printed.content, sides, self._say_done))

    # ---- the other side ---------------------------------------------------------------

    def _begin_backs(self, heading: str, words: str = "", *, again: bool = False) -> None:
        """Lead through turning the stack over; its backs are printed when the clerk says so."""
        printing = self.printing
        if printing is None:
            return
        self.stage, self._again = Stage.BACKS, None
        ui = self.ui
        ui.show_outcome()
        ui.outcome.sheets.set_sheets(printing.sheets)
        ui.outcome.show_backs(
            heading,
            words,
            self._back_setup(printing),
            printing.sheets,
            again=again,
            run=printing.run_id is not None,
        )
        ui.print_button.setText(tr("纸放好了，打印背面(&P)"))
        self._prepare_backs()

    def _back_setup(self, printing: CardPrinting) -> PaperSetup:
        """Return the paper of the fronts with the correction of the printer that is chosen now."""
        return replace(printing.setup, profile=self.ui.choices.paper.setup().profile)

    def _prepare_backs(self) -> None:
        printing = self.printing
        if printing is None:
            return
        self._round += 1
        mine, self._backs = self._round, None
        setup, first_and_last = self._back_setup(printing), self.ui.outcome.sheets.value()

        def show(printed: PrintedCards) -> None:
            if mine == self._round:
                self._backs = printed
                self.ui.preview.set_document(printed.content)
                self.ui.preview.set_ghosts(printing.back_ghosts(setup, *first_and_last))
                self.show_ready()
                if not self.ui.outcome.sheets.is_being_edited:
                    self.ui.print_button.setFocus()

        printing.make_backs(
            setup,
            *first_and_last,
            done=show,
            failed=lambda error: self.ui.problems.say(error.message),
        )
        self.show_ready()

    def _print_backs(self) -> None:
        if self._backs is not None:
            self._send(self._backs.content, Sides.ONE, self._say_done)

    def _backs_again(self) -> None:
        words = tr("只补印几张纸的背面，就在下面写第几张到第几张。")
        self._begin_backs(tr("再印一次背面。先翻面："), words, again=True)

    def _go_on_with_backs(self, portion: RunPortion) -> None:
        """Print the backs of cards whose fronts are on paper."""
        size = CardSize.parse(portion.run.size)
        plan, run_id = plan_of(portion), portion.run.id
        self.printing = CardPrinting(self.desk, self, plan, portion.setup, size, run_id=run_id)
        words = ""
        if portion.changed:
            words = tr("印正面以后，有 {count} 张卡的资料变了，背面印的是现在的资料。").format(
                count=len(portion.changed)
            )
        heading = tr("{count} 张卡的背面，一共 {sheets} 张纸。先翻面：").format(
            count=len(portion.cards), sheets=self.printing.sheets
        )
        self._begin_backs(heading, words, again=True)

    # ---- when something went wrong ----------------------------------------------------

    def _on_take_back(self) -> None:
        printing = self.printing
        if printing is None:
            return
        try:
            task = printing.take_back(self.task)
        except UserError as error:
            self.ui.problems.say(error.message)
            return
        self._choose_again(task, tr("已退回待印，还没有打印。"))

    def _on_called_off(self) -> None:
        """Remind of the cards that are recorded, though the queue printed none or few of them."""
        printing = self.printing
        if printing is None or not printing.batch.kind.numbered:
            return
        if printing.by_hand and self.stage is Stage.DONE:
            self.ui.problems.say(tr("背面没有印完，可以点“再印一次背面”。"))
            return
        words = tr("打印取消了，发卡却已经登记。一张也没有印出来，就退回待印；")
        if printing.run_id is None:
            words = tr("打印取消了，发卡却已经登记。没有印出来，就退回待印。")
        else:
            words += tr("印出了几张，请点“卡纸或印坏了”。")
        self.ui.problems.say(words, self.ui.problems.take_back_button)

    def _choose_again(self, task: PrintTask, note: str) -> None:
        """Begin anew with what is to be printed now."""
        self.stage, self._again = Stage.CHOOSING, None
        self.ui.show_choices(locked=False)
        if task is not self.task:
            self.task = task
            self.ui.choices.set_task(task)
        self.prepare(note)

    def _on_jam(self) -> None:
        run_id = self.printing.run_id if self.printing else None
        if run_id is None:
            return
        if self.stage is Stage.BACKS:
            form = JamForm(self.desk, self.desk.services.runs.get(run_id), self)
            form.saved.connect(self._after_jam)
            form.open()
            return
        from linli.gui.cards.run_dialog import RunDialog, open_run

        below = self.parentWidget()
        self.close()
        if not isinstance(below, RunDialog):
            open_run(self.desk, run_id, below or self)

    def _after_jam(self, changes: Changes) -> None:
        """Go on with the backs of the fronts that came out well, or with the fronts again."""
        self.desk.bus.publish(changes)
        printing = self.printing
        if printing is None or printing.run_id is None:
            return
        try:
            portion = printing.good_part()
        except UserError as error:
            self.ui.problems.say(error.message)
            return
        if portion is not None:
            self._go_on_with_backs(portion)
            return
        task = RunCards(self.desk.services, printing.run_id)
        self._choose_again(task, tr("都退回待印了，请再打一次。"))

    def _on_handover(self) -> None:
        if self.printing is not None and self.printing.run_id is not None:
            open_handover(self.desk, self.printing.run_id, self)

    # ---- saving and leaving -----------------------------------------------------------

    def _on_save(self) -> None:
        """Save one file with both sides; they are recorded as if they were printed."""
        day = self.desk.services.context.clock().date()
        suggested = tr("联系卡_{day}.pdf").format(day=day.isoformat())
        path = self.desk.ask.save_file(self, tr("保存联系卡"), suggested, "PDF (*.pdf)")
        printing = self.printing
        if path is None or printing is None:
            return

        def saved() -> None:
            self.ui.problems.say("")
            words = tr("已保存到 {path}。").format(path=path)
            if self.stage in (Stage.CHOOSING, Stage.NOT_OUT):
                self.stage, self._again = Stage.SAVED, None
                self.ui.choices.remember(len(printing.batch.cards))
                self.ui.show_choices(locked=True)
                self.ui.print_button.setText(tr("打印(&P)"))
                words += tr("发卡已登记。") if printing.batch.kind.numbered else ""
                self.ui.show_notes(words, tr("拿到别处打印时，请选“实际大小”。"))
            else:
                self.ui.outcome.words.setText(words)
                self.ui.outcome.words.show()
            self.show_ready()

        def write(printed: PrintedCards) -> None:
            printing.save(printed.content, path, done=lambda _: saved(), failed=self._on_not_saved)

        self._make(Pass.BOTH, write)

    def _on_not_saved(self, error: UserError) -> None:
        """Say that the file is not there; the cards are recorded, as after a failed print."""
        if self.stage is Stage.NOT_OUT:
            self.ui.show_choices(locked=True)
        if self.printing is not None:
            self.ui.show_not_out(error, self.printing.batch.kind, is_back=False)
        self.show_ready()

    def _may_leave(self) -> bool:
        """Ask before something is left half done: cards without paper, or fronts without backs."""
        printing, ask = self.printing, self.desk.ask
        if printing is None:
            return True
        if self.stage is Stage.NOT_OUT and printing.batch.kind.numbered:
            options = [tr("退回待印(&B)"), tr("已经印出来了(&Y)")]
            words = tr("卡没有打印出来，发卡却已经登记。要退回吗？")
            answer = ask.choose(self, words, options)
            if answer == 0:
                self._on_take_back()
            return answer is not None
        if self.stage is Stage.BACKS:
            later = tr("以后可以在“打印批次”里补印背面。") if printing.run_id else ""
            words = tr("背面还没有印，现在就关闭吗？")
            return ask.confirm(self, words, accept=tr("关闭"), detail=later)
        return True
