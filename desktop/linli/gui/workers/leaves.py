"""Who is away when (请假), and who must not be on the same shift (不同班)."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date, timedelta
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.workers import LEAVE_KIND, Apart, Leave, LeaveKind, Worker
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput, LineInput, date_input
from linli.gui.list_dialog import HistoryOf
from linli.gui.register_dialog import RegisterDialog
from linli.gui.workers.festivals import FestivalsDialog
from linli.gui.workers.inputs import WorkerInput

_SHOWN = {False: mark("这个月和以后的"), True: mark("以前的也列出")}
_YEARS = timedelta(days=3660)


def open_leaves(desk: Desk, parent: QWidget) -> None:
    """Show leaves, and who must not be together."""
    LeavesDialog(desk, parent).open()


class LeavesDialog(RegisterDialog[Leave | Apart]):
    """Lists leaves, the earliest first, and below them the pairs."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.WORKERS})
    history_table = "worker_apart"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [tr("姓名"), tr("事项"), tr("第一天"), tr("最后一天"), tr("天数"), tr("说明")]
        super().__init__(tr("请假和不同班"), heads, desk, parent)
        self._names: dict[int, str] = {}
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        self.add_choice(tr("显示(&S)"), self.shown)
        new = self.add_editing(tr("请假(&N)…"), ordered=False, right=Right.ROSTER)
        self.apart_button = self.add_button(tr("不同班(&T)…"), "users", Right.ROSTER)
        self.apart_button.clicked.connect(self._on_apart)
        self.festivals_button = self.add_button(tr("民族节日(&Z)…"), "calendar-week")
        self.festivals_button.clicked.connect(lambda: FestivalsDialog(self.desk, self).open())
        self.add_removing(tr("删除(&X)"), Right.ROSTER)
        hint = tr("登记了请假的日子不会排班；写成不同班的两个人不会排在同一班。")
        self.set_empty("calendar-week", tr("没有人请假"), hint, [new])
        self.read()

    @override
    def list_items(self) -> Sequence[Leave | Apart]:
        service = self.desk.services.workers
        self._names = {each.id: each.facts.name for each in service.list_all()}
        today = self.desk.services.context.clock().date()
        first = today - _YEARS if self.shown.value() else today.replace(day=1)
        return [*service.leaves(first, today + _YEARS), *service.aparts()]

    @override
    def key(self, item: Leave | Apart) -> Hashable:
        return isinstance(item, Leave), item.id

    @override
    def line(self, item: Leave | Apart) -> Sequence[str]:
        if isinstance(item, Apart):
            names = (self._names[item.one_id], self._names[item.other_id])
            return (tr("、").join(names), tr("不同班"), "", "", "", item.reason or "")
        return (
            self._names[item.worker_id],
            tr(LEAVE_KIND[item.kind]),
            item.first.isoformat(),
            item.last.isoformat(),
            str((item.last - item.first).days + 1),
            item.note or "",
        )

    @override
    def summary_text(self) -> str:
        leaves = [item for item in self.items if isinstance(item, Leave)]
        pairs = len(self.items) - len(leaves)
        if not self.items:
            return ""
        words = tr("请假 {leaves} 次，不同班 {pairs} 对。")
        return words.format(leaves=len(leaves), pairs=pairs)

    @override
    def open_form(self, item: Leave | Apart | None) -> None:
        if isinstance(item, Apart):
            self._publish_from(ApartForm(self.desk, item, self))
        else:
            self._publish_from(LeaveForm(self.desk, item, self))

    @override
    def removal(self, item: Leave | Apart) -> tuple[str, str, Callable[[], Changes]]:
        service, number = self.desk.services.workers, item.id or 0
        who, detail = self.line(item)[0], tr("可以按 Ctrl+Z 撤销。")
        if isinstance(item, Apart):
            question = tr("“{names}”以后可以同班？").format(names=who)
            return question, detail, lambda: service.remove_apart(number)
        question = tr("删除“{name}”从 {day} 起的请假？").format(
            name=who, day=item.first.isoformat()
        )
        return question, detail, lambda: service.remove_leave(number)

    @override
    def _history_of(self) -> HistoryOf | None:
        selected = self.selected()
        if len(selected) != 1:
            return None
        (item,) = selected
        if isinstance(item, Leave):  # a person's leaves are part of the person's history
            return "worker", str(item.worker_id), self.line(item)[0]
        return self.history_table, str(item.id), self.line(item)[0]

    def _publish_from(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_apart(self) -> None:
        self._publish_from(ApartForm(self.desk, None, self))


class LeaveForm(FormDialog):
    """Enters or changes a leave; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Leave | None, parent: QWidget | None) -> None:
        title = tr("请假") if item is None else tr("修改请假")
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        add = self.form.add
        add("worker_id", tr("谁(&K)"), worker_input(desk, (item.worker_id,) if item else ()))
        kinds = {kind: tr(words) for kind, words in LEAVE_KIND.items()}
        add("kind", tr("事由(&L)"), ChoiceInput(kinds))
        add("first", tr("第一天(&B)"), date_input())
        hint = tr("只请一天的不用填")
        add("last", tr("最后一天(&D)"), date_input(), hint=hint)
        add("note", tr("说明(&M)"), LineInput())
        if item is None:
            self.form.load(kind=LeaveKind.PERSONAL)
        else:
            self.form.load(
                worker_id=str(item.worker_id),
                **{name: getattr(item, name) for name in ("kind", "first", "last", "note")},
            )

    @override
    def save(self) -> Changes:
        value = self.form.value
        first: date | None = value("first")
        if first is None:
            raise InvalidInput([FieldProblem(field="first", message=tr("请填写日期。"))])
        leave = Leave(
            id=None if self._item is None else self._item.id,
            worker_id=int(value("worker_id")),
            first=first,
            last=value("last") or first,
            kind=value("kind"),
            note=value("note"),
        )
        return self._desk.services.workers.save_leave(leave)[1]


class ApartForm(FormDialog):
    """Keeps two from being on the same shift; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Apart | None, parent: QWidget | None) -> None:
        super().__init__(tr("不同班"), desk.theme, desk.ask, parent)
        self._desk = desk
        add = self.form.add
        named = (item.one_id, item.other_id) if item else ()
        add("one_id", tr("这一位(&K)"), worker_input(desk, named))
        add("other_id", tr("和这一位(&L)"), worker_input(desk, named))
        add("reason", tr("原因(&M)"), LineInput(tr("如 夫妻，家里要留一个人")))
        if item is not None:
            self.form.load(one_id=str(item.one_id), other_id=str(item.other_id), reason=item.reason)
            for name in ("one_id", "other_id"):
                self.form.editor(name).setEnabled(False)

    @override
    def save(self) -> Changes:
        value = self.form.value
        pair = Apart(
            one_id=int(value("one_id")), other_id=int(value("other_id")), reason=value("reason")
        )
        return self._desk.services.workers.add_apart(pair)[1]


def worker_input(desk: Desk, also: Sequence[int] = ()) -> WorkerInput:
    """Return an input for somebody who serves, or who is one of `also`."""
    today = desk.services.context.clock().date()

    def offered(each: Worker) -> bool:
        return each.facts.until is None or each.facts.until >= today or each.id in also

    return WorkerInput(filter(offered, desk.services.workers.list_all()))
