"""Requests of the people concerned (个人信息请求), with a traffic light, and what they lead to."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import ClassVar

from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Kind
from linli.domain.clocks import Light
from linli.domain.privacy_requests import (
    KIND_LABELS,
    RESULT_LABELS,
    PrivacyRequest,
    RequestFilter,
    RequestKind,
)
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.lamps import lamp
from linli.gui.privacy.erase import open_erasure
from linli.gui.privacy.outputs import export_extract, print_extract, print_slip
from linli.gui.privacy.request_forms import AnswerForm, RequestForm, VoidForm
from linli.gui.privacy.returned import report_returned
from linli.gui.register_dialog import RegisterDialog

_SHOWN = {
    RequestFilter(is_open=True): mark("等待答复的"),
    RequestFilter(overdue=True): mark("超过期限的"),
    RequestFilter(is_open=False): mark("办结和作废的"),
    RequestFilter(): mark("全部"),
}


def open_requests(desk: Desk, parent: QWidget, resident_id: int | None = None) -> None:
    """Show all requests, or those of one person."""
    dialog = RequestsDialog(desk, parent, resident_id)
    dialog.open()
    report_returned(desk, dialog)


def open_request_form(
    desk: Desk, resident_id: int, parent: QWidget, kind: RequestKind = RequestKind.ACCESS
) -> None:
    """Open the form of a new request of a person."""
    form = RequestForm(desk, None, parent, resident_id=resident_id, kind=kind)
    form.saved.connect(desk.bus.publish)
    form.open()


class RequestsDialog(RegisterDialog[PrivacyRequest]):
    """Lists requests; at first those that wait, of one person all."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.REQUESTS, Kind.RESIDENTS})
    history_table = "privacy_request"

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, resident_id: int | None = None
    ) -> None:
        heads = [
            tr("状态"),
            tr("编号"),
            tr("姓名"),
            tr("事项"),
            tr("收到"),
            tr("答复期限"),
            tr("结果"),
            tr("经办人"),
            tr("要求内容"),
        ]
        super().__init__(tr("个人信息请求"), heads, desk, parent)
        self._resident_id = resident_id
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        if resident_id is None:
            self.add_choice(tr("显示(&S)"), self.shown)
        else:
            self.shown.set_value(RequestFilter())
            self.shown.hide()
        new = self.add_editing(tr("登记(&N)…"), ordered=False)
        self.answer_button = self._add(tr("答复并办结(&F)…"), "check", self._on_answer)
        self.void_button = self._add(tr("作废(&X)…"), "x", self._on_void)
        self.slip_button = self._add(tr("打印答复单(&P)…"), "printer", self._on_slip)
        self.copy_button = self._add(tr("打印副本(&B)…"), "file-text", self._on_copy)
        self.export_button = self._add(tr("导出副本(&T)…"), "file-export", self._on_export)
        self.erase_button = self._add(tr("彻底删除(&E)…"), "trash", self._on_erase)
        hint = tr("有人来查阅、更正、删除自己的信息，或者撤回同意，就登记一件，编号自动连着。")
        self.set_empty("shield-lock", tr("这里没有个人信息请求"), hint, [new])
        self.read()

    @property
    def wanted(self) -> RequestFilter:
        """What is listed now."""
        chosen: RequestFilter = self.shown.value()
        return replace(chosen, resident_id=self._resident_id)

    @override
    def read(self) -> None:
        super().read()
        today = self.desk.services.context.clock().date()
        calendar = self.desk.services.calendar.calendar()
        for row, item in enumerate(self.items):
            cell = self.table.item(row, 0)
            if cell is not None:
                cell.setIcon(lamp(item.light(today, calendar)))
        self.table.fit()

    @override
    def list_items(self) -> Sequence[PrivacyRequest]:
        return self.desk.services.privacy_requests.list_all(self.wanted)

    @override
    def key(self, item: PrivacyRequest) -> Hashable:
        return item.id

    @override
    def line(self, item: PrivacyRequest) -> Sequence[str]:
        facts = item.facts
        return (
            self._state(item),
            item.number,
            facts.name,
            tr(KIND_LABELS[facts.kind]),
            facts.received_on.isoformat(),
            item.due_on.isoformat(),
            "" if item.answer is None else tr(RESULT_LABELS[item.answer.result]),
            item.account,
            (item.voided_reason or facts.content).replace("\n", "；"),
        )

    @override
    def summary_text(self) -> str:
        today = self.desk.services.context.clock().date()
        waiting = sum(item.is_open for item in self.items)
        calendar = self.desk.services.calendar.calendar()
        late = sum(item.light(today, calendar) is Light.RED for item in self.items)
        text = tr("等待答复 {waiting} 件，其中超过期限 {late} 件。").format(
            waiting=waiting, late=late
        )
        unknown = sorted(
            {item.due_on.year for item in self.items if not calendar.knows(item.due_on.year)}
        )
        if unknown and waiting:
            years = tr("、").join(map(str, unknown))
            said = tr("{years} 年的放假安排还不知道，期限按周末和法定节日推算。")
            text += said.format(years=years)
        return text

    @override
    def open_form(self, item: PrivacyRequest | None) -> None:
        if item is None or item.is_open:
            self._publish_from(RequestForm(self.desk, item, self, resident_id=self._resident_id))
        else:
            self._on_slip()

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        item = selected[0] if len(selected) == 1 else None
        waits = item is not None and item.is_open
        known = item is not None and item.person is not None
        may = self.desk.may
        self.answer_button.setEnabled(waits)
        self.void_button.setEnabled(waits)
        self.slip_button.setEnabled(item is not None and item.voided_reason is None)
        self.copy_button.setEnabled(known and may(Right.PRINT))
        self.export_button.setEnabled(known and may(Right.EXPORT))
        self.erase_button.setEnabled(known and may(Right.ERASE))

    def _state(self, item: PrivacyRequest) -> str:
        if item.voided_reason is not None:
            return tr("作废")
        if item.answer is not None:
            return tr("办结")
        today = self.desk.services.context.clock().date()
        days = self.desk.services.calendar.calendar().working_days_until(today, item.due_on)
        if item.due_on == today:
            return tr("今天到期")
        if days < 0 or item.due_on < today:
            return tr("已过 {days} 个工作日").format(days=-days)
        return tr("还有 {days} 个工作日").format(days=days)

    def _add(self, text: str, icon_name: str, slot: Callable[[], None]) -> QPushButton:
        button = self.add_button(text, icon_name)
        button.clicked.connect(slot)
        return button

    def _publish_from(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_answer(self) -> None:
        self._publish_from(AnswerForm(self.desk, self.selected()[0], self))

    def _on_void(self) -> None:
        self._publish_from(VoidForm(self.desk, self.selected()[0], self))

    def _on_slip(self) -> None:
        print_slip(self.desk, self.selected()[0].id, self)

    def _with_person(self, leave: Callable[[Desk, int, QWidget], None]) -> None:
        person = self.selected()[0].person
        if person is not None:
            leave(self.desk, person.id, self)

    def _on_copy(self) -> None:
        self._with_person(print_extract)

    def _on_export(self) -> None:
        self._with_person(export_extract)

    def _on_erase(self) -> None:
        self._with_person(open_erasure)
