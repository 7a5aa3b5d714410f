"""The ledger of hours (服务时长台账): who served when and how long, sums of the month."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date, timedelta
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.hour_lists import clock_text
from linli.domain.hours import SOURCE, ServiceFilter, ServiceRecord, hours_text
from linli.domain.registers import Register
from linli.domain.rosters import month_days
from linli.domain.workers import WORKER_KIND, WorkerKind
from linli.gui.desk import Desk
from linli.gui.hours.certificates import CertificatesDialog
from linli.gui.hours.forms import ServiceForm
from linli.gui.hours.inputs import worker_choices
from linli.gui.hours.notes import NotesDialog
from linli.gui.hours.roster_day import RosterDayDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.registers.frame import PeopleRegister

_MONTH, _LAST_MONTH, _YEAR, _ALL = "month", "last_month", "year", None
_PERIODS = {
    _MONTH: mark("本月"),
    _LAST_MONTH: mark("上月"),
    _YEAR: mark("今年"),
    _ALL: mark("全部"),
}


def open_hours(desk: Desk, parent: QWidget) -> None:
    """Show the ledger of hours."""
    HoursDialog(desk, parent).open()


class HoursDialog(PeopleRegister[ServiceRecord]):
    """Lists records of service, the last day first; leads to certificates, training and praise."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.HOURS, Kind.WORKERS, Kind.ROSTERS})
    history_table = "service_record"
    across = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            *(tr("日期"), tr("姓名"), tr("起止时间"), tr("时长"), tr("服务项目或班次")),
            *(tr("地点"), tr("依据"), tr("确认人"), tr("服务内容")),
        ]
        super().__init__(tr("时长和证明"), heads, desk, parent)
        self.period = ChoiceInput({each: tr(words) for each, words in _PERIODS.items()}, self)
        self.worker = ChoiceInput(worker_choices(desk, tr("所有人")), self)
        kinds: dict[Any, str] = {None: tr("全部类别")}
        self.kind = ChoiceInput(kinds | {k: tr(v) for k, v in WORKER_KIND.items()}, self)
        self.add_choice(tr("时段(&S)"), self.period)
        self.add_choice(tr("谁(&W)"), self.worker)
        self.add_choice(tr("类别(&L)"), self.kind)
        self.put_summary_below()
        new = self.add_editing(tr("登记时长(&N)…"), ordered=False, right=Right.ROSTER)
        self.remove_button = self.add_action(
            tr("删除(&X)"), "trash", self._on_remove, right=Right.ROSTER
        )
        self.day_button = self.add_button(tr("按值班表登记(&Z)…"), "check", Right.ROSTER)
        self.day_button.clicked.connect(lambda: RosterDayDialog(desk, self).open())
        self.certificates_button = self.add_button(tr("证明(&Q)…"), "file-text")
        self.certificates_button.clicked.connect(self._on_certificates)
        self.notes_button = self.add_button(tr("培训和表彰(&T)…"), "school")
        self.notes_button.clicked.connect(self._on_notes)
        self.add_output(tr("打印台账(&P)…"), tr("导出表格(&B)…"))
        self.month_button = self.add_button(tr("打印月汇总(&M)…"), "printer", Right.PRINT)
        self.month_button.clicked.connect(
            lambda: self.output(lambda _: self._month(), self.print_upright)
        )
        self.month_export = self.add_button(tr("导出月汇总(&E)…"), "file-export", Right.EXPORT)
        self.month_export.clicked.connect(
            lambda: self.output(lambda _: self._month(), self._export)
        )
        hint = tr("按值班表登记一天只要按一下；活动和别的服务自己填。")
        self.set_empty("calendar-user", tr("这个时段没有时长"), hint, [new])
        self.read()

    @property
    def wanted(self) -> ServiceFilter:
        """What is listed now."""
        first, last = self._days()
        kind: WorkerKind | None = self.kind.value()
        return ServiceFilter(first=first, last=last, worker_id=self.worker.value(), kind=kind)

    @override
    def list_items(self) -> Sequence[ServiceRecord]:
        return self.desk.services.hours.records(self.wanted)

    @override
    def key(self, item: ServiceRecord) -> Hashable:
        return item.id

    @override
    def line(self, item: ServiceRecord) -> Sequence[str]:
        facts = item.facts
        return (
            facts.day.isoformat(),
            item.worker,
            clock_text(item),
            hours_text(facts.counted),
            facts.item or item.shift or "",
            item.where,
            SOURCE[facts.source],
            facts.confirmed_by or "",
            self.masks.show_numbers_in((facts.content or "").replace("\n", "；")),
        )

    @override
    def summary_text(self) -> str:
        if not self.items:
            return ""
        people = len({item.facts.worker_id for item in self.items})
        whole = hours_text(sum(item.facts.counted for item in self.items))
        words = tr("{people} 人，{times} 次，共 {hours} 小时（不含路上的时间）。")
        return words.format(people=people, times=len(self.items), hours=whole)

    @override
    def open_form(self, item: ServiceRecord | None) -> None:
        form = ServiceForm(self.desk, item, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def removal(self, item: ServiceRecord) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除 {name} {day} 的 {hours} 小时？").format(
            name=item.worker,
            day=item.facts.day.isoformat(),
            hours=hours_text(item.facts.counted),
        )
        detail = tr("可以按 Ctrl+Z 撤销。")
        return question, detail, lambda: self.desk.services.hours.remove(item.id)

    @override
    def register(self, *, revealed: bool) -> Register:
        title = tr("服务时长台账（{which}）").format(which=self.period.currentText())
        return self.desk.services.hours.register(self.wanted, title)

    def _month(self) -> Register:
        month = self._days()[1] or self._today()
        return self.desk.services.hours.month_register(month, self.kind.value())

    def _days(self) -> tuple[date | None, date | None]:
        today, chosen = self._today(), self.period.value()
        if chosen == _ALL:
            return None, None
        if chosen == _YEAR:
            return today.replace(month=1, day=1), today
        month = today if chosen == _MONTH else today.replace(day=1) - timedelta(days=1)
        days = month_days(month)
        return days[0], days[-1]

    def _on_certificates(self) -> None:
        CertificatesDialog(self.desk, self._chosen(), self).open()

    def _on_notes(self) -> None:
        NotesDialog(self.desk, self._chosen(), self).open()

    def _chosen(self) -> int | None:
        """Return whom the list or the selected line is about."""
        selected = self.selected()
        only: int | None = self.worker.value()
        return only or (selected[0].facts.worker_id if len(selected) == 1 else None)

    def _today(self) -> date:
        return self.desk.services.context.clock().date()
