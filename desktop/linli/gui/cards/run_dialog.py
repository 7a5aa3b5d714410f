"""One print run (打印批次): go on with it, see to a jam, print spoiled cards again, hand over."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.paper import Duplex
from linli.domain.runs import RunCardState, RunRecord, find_run_card
from linli.errors import UserError
from linli.gui.cards.dialog import open_run_backs, open_run_printing
from linli.gui.cards.handover import open_handover
from linli.gui.cards.jam_form import JamForm
from linli.gui.cards.run_table import STATES, RunTable
from linli.gui.desk import Desk
from linli.gui.fitting import fit_to_screen
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.list_dialog import ListDialog
from linli.gui.scan_keys import ScanInput, TypingGoesTo

_REASONS = (mark("印坏"), mark("印歪"), mark("缺墨"), mark("丢失"))


def open_run(desk: Desk, run_id: int, parent: QWidget) -> None:
    """Show a run with its cards."""
    try:
        RunDialog(desk, run_id, parent).open()
    except UserError as error:
        desk.ask.warn(parent, error.message)


class RunDialog(ListDialog):
    """Shows every card of a run in walking order and what became of it."""

    def __init__(self, desk: Desk, run_id: int, parent: QWidget | None = None) -> None:
        """Make the dialog.

        Raises:
            NotFoundError: there is no such run.
        """
        record = desk.services.runs.get(run_id)
        super().__init__(tr("打印批次"), desk, parent)
        self.heading.hide()  # the window's title says it, and lines are dear in large type
        self._run_id = run_id
        self._record: RunRecord = record
        self.number = ScanInput(tr("扫卡或写卡号，回车选中"), self)
        self.number.setAccessibleName(tr("按卡号选卡"))
        self.state_choice = ChoiceInput(
            {None: tr("全部的卡"), **{state: tr(words) for state, words in STATES.items()}}, self
        )
        self.state_choice.setAccessibleName(tr("显示哪些卡"))
        self.table = RunTable(desk, self)
        self.set_list(self.table)
        row = QHBoxLayout()
        row.addWidget(self.number, 1)
        row.addWidget(self.state_choice)
        self._column.insertLayout(2, row)
        TypingGoesTo(self.number, self.table)
        self._make_buttons()
        self.number.scanned.connect(self._on_scanned)
        self.state_choice.edited.connect(self._show)
        self.table.selection_changed.connect(self._on_selection)
        desk.bus.changed.connect(self._on_changed)
        fit_to_screen(self, desk.theme.size(940, 660))
        self._show()

    def _make_buttons(self) -> None:
        self.go_on_button = self._add(tr("接着打印(&P)…"), "printer", self._on_go_on)
        self.jam_button = self._add(tr("卡纸了(&J)…"), "alert-triangle", self._on_jam)
        self.spoiled_button = self._add(tr("选中的重新打(&R)…"), "refresh", self._on_spoiled)
        self.leave_out_button = self._add(tr("选中的不打(&X)"), "x", self._on_leave_out)
        self.backs_button = self._add(tr("补印背面(&B)…"), "refresh", self._on_backs)
        self.handover_button = self._add(tr("签收表(&H)…"), "file-text", self._on_handover)
        self.end_button = self._add("", "check", self._on_end)

    def _add(
        self,
        text: str,
        icon_name: str,
        slot: Callable[[], None],
        right: Right = Right.PRINT,
    ) -> QPushButton:
        button = self.add_button(text, icon_name, right)
        button.clicked.connect(slot)
        return button

    def _show(self) -> None:
        run, wanted = self._record.run, self.state_choice.value()
        self.setWindowTitle(run.title)
        words = tr("共 {total} 张：已印 {printed} 张，待印 {waiting} 张，不印 {left_out} 张。")
        text = words.format(
            total=run.total, printed=run.printed, waiting=run.waiting, left_out=run.left_out
        )
        about = tr("{sheet}；{day} 由 {account} 开始。").format(
            sheet=run.setup.sheet.title,
            day=run.started_at.strftime("%Y-%m-%d %H:%M"),
            account=run.account,
        )
        self.summary.setText(text + about)
        self.table.show_cards([c for c in self._record.cards if wanted in (None, c.state)])
        is_open = run.closed_at is None
        self.end_button.setText(tr("结束这一批(&E)") if is_open else tr("重新打开(&E)"))
        self.end_button.setVisible(run.waiting > 0)
        self.go_on_button.setEnabled(is_open and run.waiting > 0)
        for button in (self.jam_button, self.handover_button):
            button.setEnabled(run.printed > 0)
        self.backs_button.setVisible(run.setup.duplex is Duplex.MANUAL)
        self.backs_button.setEnabled(run.printed > 0)
        self._on_selection()

    def _on_selection(self) -> None:
        cards = self.table.selected
        states = {card.state for card in cards}
        text = tr("选中的重新打(&R)…")
        if len(cards) > 1:  # scanned one by one, they are not all in sight
            text = tr("选中的 {count} 张重新打(&R)…").format(count=len(cards))
        self.spoiled_button.setText(text)
        self.spoiled_button.setEnabled(bool(states))
        self.leave_out_button.setEnabled(states == {RunCardState.WAITING})

    def _on_scanned(self, text: str) -> None:
        """Select the card besides those that are selected, so that spoiled ones are scanned."""
        try:
            card = find_run_card(self._record.cards, text)
        except UserError as error:
            self.desk.ask.warn(self, error.message)
            return
        self.state_choice.set_value(None)
        self.table.select_also(card.position)

    def _on_changed(self, changes: Changes) -> None:
        if not changes.touches(Kind.CARDS):
            return
        try:
            self._record = self.desk.services.runs.get(self._run_id)
        except UserError:  # its start was undone
            self.reject()
            return
        self._show()

    def _on_go_on(self) -> None:
        open_run_printing(self.desk, self._run_id, self)

    def _on_jam(self) -> None:
        form = JamForm(self.desk, self._record, self)
        form.saved.connect(self._after_jam)
        form.open()

    def _after_jam(self, changes: Changes) -> None:
        self.desk.bus.publish(changes)
        run = self._record.run
        if not run.waiting:
            return
        question = tr("已记下，还有 {count} 张待印。现在接着打印吗？").format(count=run.waiting)
        ways = {tr("接着打印(&P)"): self._on_go_on}
        detail = ""
        if run.setup.duplex is Duplex.MANUAL and run.printed:
            ways[tr("先补印背面(&B)")] = self._on_backs
            detail = tr("印好的卡如果还没有背面，请先补印背面。")
        answer = self.desk.ask.choose(self, question, list(ways), detail=detail)
        if answer is not None:
            list(ways.values())[answer]()

    def _on_spoiled(self) -> None:
        """Print the selected cards once more; those that were printed are void first."""
        cards = self.table.selected
        printed = [card.number for card in cards if card.state is RunCardState.PRINTED]
        if printed:
            answer = self.desk.ask.choose(
                self,
                tr("选中的 {count} 张为什么要重新打？").format(count=len(printed)),
                [tr(reason) for reason in _REASONS],
                detail=tr("原来那张登记作废，新印的还用原来的卡号。"),
            )
            if answer is None:
                return
            reason = _REASONS[answer]
            if not self._do(lambda: self.desk.services.runs.spoiled(self._run_id, printed, reason)):
                return
        open_run_printing(self.desk, self._run_id, self, numbers=[card.number for card in cards])

    def _on_leave_out(self) -> None:
        numbers = [card.number for card in self.table.selected]
        reason = tr("不需要")
        self._do(lambda: self.desk.services.runs.leave_out(self._run_id, numbers, reason))

    def _on_backs(self) -> None:
        open_run_backs(self.desk, self._run_id, self)

    def _on_handover(self) -> None:
        open_handover(self.desk, self._run_id, self)

    def _on_end(self) -> None:
        service, run = self.desk.services.runs, self._record.run
        if run.closed_at is not None:
            self._do(lambda: service.reopen(run.id))
            return
        question = tr("还有 {count} 张没有印，要结束这一批吗？").format(count=run.waiting)
        detail = tr("结束以后还可以重新打开。")
        if self.desk.ask.confirm(self, question, accept=tr("结束"), detail=detail):
            self._do(lambda: service.close(run.id))

    def _do(self, work: Callable[[], Changes]) -> bool:
        """Do something at once and tell the others, or say why it cannot be done."""
        try:
            changes = work()
        except UserError as error:
            self.desk.ask.warn(self, error.message)
            return False
        self.desk.bus.publish(changes)
        return True
