"""The register of who can be on duty (人员), with the sums by employment and source."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.registers import Register
from linli.domain.worker_lists import abilities
from linli.domain.worker_texts import free_times_text, kind_text, sums_text
from linli.domain.workers import WORKER_KIND, Worker, WorkerFilter, WorkerKind
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.print_dialog import open_print_dialog
from linli.gui.registers.frame import PeopleRegister
from linli.gui.reveal import NumbersWay, ask_in_full
from linli.gui.workers.leaves import LeavesDialog
from linli.gui.workers.worker_form import LastDayForm, WorkerForm

_SHOWN = {True: mark("现在值班的"), False: mark("全部，含已离开的")}


def open_workers(desk: Desk, parent: QWidget) -> None:
    """Show who can be on duty."""
    WorkersDialog(desk, parent).open()


class WorkersDialog(PeopleRegister[Worker]):
    """Lists people: staff, volunteers, housekeepers; at first those of today."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.WORKERS, Kind.STAFF, Kind.TEAMS, Kind.RESIDENTS}
    )
    history_table = "worker"
    across = True
    has_phones = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            tr("姓名"),
            tr("类别"),
            tr("电话"),
            tr("站点或队伍"),
            tr("技能和证书"),
            tr("能来的时间"),
            tr("夜班"),
            tr("最后一天"),
        ]
        super().__init__(tr("人员"), heads, desk, parent)
        kinds: dict[Any, str] = {None: tr("全部类别")}
        kinds |= {kind: tr(words) for kind, words in WORKER_KIND.items()}
        self.kind = ChoiceInput(kinds, self)
        stations: dict[Any, str] = {None: tr("全部站点")}
        stations |= {each.id: each.facts.name for each in desk.services.stations.list_all()}
        self.station = ChoiceInput(stations, self)
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        self.words = self.add_find(tr("姓名、技能、编号"))
        self.add_choice(tr("类别(&T)"), self.kind)
        self.add_choice(tr("站点(&L)"), self.station)
        self.add_choice(tr("显示(&S)"), self.shown)
        self.put_summary_below()
        new = self.add_editing(tr("添加(&N)…"), ordered=False, right=Right.ROSTER)
        self.staff_button = self.add_button(tr("把工作人员加进来(&G)"), "id-badge-2", Right.ROSTER)
        self.staff_button.clicked.connect(self._on_staff)
        self.leaves_button = self.add_button(tr("请假和不同班(&Q)…"), "calendar-week")
        self.leaves_button.clicked.connect(lambda: LeavesDialog(self.desk, self).open())
        self.form_button = self.add_button(tr("打志愿者登记表(&Y)…"), "printer", Right.PRINT)
        self.form_button.clicked.connect(self._on_form)
        self.end_button = self.add_action(
            tr("离开(&E)…"), "user-minus", self._on_end, needs_one=False, right=Right.ROSTER
        )
        self.add_removing(tr("删除(&X)"), Right.ROSTER)
        self.add_output(tr("打印名册(&P)…"), tr("导出表格(&B)…"))
        hint = tr(
            "点“把工作人员加进来”；队伍里的人可以在“队伍”的队员里登记为志愿者；"
            "其余的一位一位添加，就可以排班了。"
        )
        self.set_empty("id-badge-2", tr("还没有人员"), hint, [new])
        self.read()

    @property
    def wanted(self) -> WorkerFilter:
        """What is listed now."""
        today = self.desk.services.context.clock().date()
        return WorkerFilter(
            kind=self.kind.value(),
            words=self.words.value() or "",
            station_id=self.station.value(),
            on=today if self.shown.value() else None,
        )

    @override
    def list_items(self) -> Sequence[Worker]:
        return self.desk.services.workers.list_all(self.wanted)

    @override
    def key(self, item: Worker) -> Hashable:
        return item.id

    @override
    def line(self, item: Worker) -> Sequence[str]:
        facts = item.facts
        return (
            facts.name,
            kind_text(facts),
            self.masks.show_numbers_in(facts.phone) if facts.phone else "",
            item.station or item.team or "",
            abilities(item),
            free_times_text(facts.free_times) or tr("随时"),
            "" if facts.nights else tr("不值"),
            facts.until.isoformat() if facts.until else "",
        )

    @override
    def summary_text(self) -> str:
        sums = self.desk.services.workers.sums(self.wanted)
        return tr("{sums}。").format(sums=sums_text(sums)) if sums else ""

    @override
    def open_form(self, item: Worker | None) -> None:
        kind = self.kind.value() or WorkerKind.STAFF
        self._publish_from(WorkerForm(self.desk, item, self, kind))

    @override
    def removal(self, item: Worker) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("从名单里删除“{name}”？").format(name=item.facts.name)
        detail = tr("登记错了才删除；不再值班的请点“离开”，以前的排班还查得到。")
        return question, detail, lambda: self.desk.services.workers.remove(item.id)

    @override
    def register(self, *, revealed: bool) -> Register:
        volunteers = self.kind.value() is WorkerKind.VOLUNTEER
        title = tr("志愿者名册") if volunteers else tr("值班人员名册")
        return self.desk.services.workers.register(self.wanted, title, revealed=revealed)

    def _publish_from(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_staff(self) -> None:
        self.do(lambda: self.desk.services.workers.add_from_staff()[1])

    def _on_form(self) -> None:
        """Print a blank form, or those of the volunteers that are selected."""
        ids = [item.id for item in self.selected() if item.facts.kind is WorkerKind.VOLUNTEER]
        way: NumbersWay | None = NumbersWay()
        if ids:
            whose = tr("打选中的 {count} 位志愿者的，还是空白的？").format(count=len(ids))
            answer = self.desk.ask.choose(self, whose, [tr("选中的"), tr("空白的")])
            if answer is None:
                return
            if answer:
                ids = []
            else:
                way = ask_in_full(self.desk, self, tr("登记表上的号码怎么写？"))
        if way is None:
            return
        reason = way.reason
        self.desk.jobs.run(
            lambda _: self.desk.services.volunteers.registration_form(ids, reason=reason),
            owner=self,
            done=lambda content: open_print_dialog(self.desk, content, tr("志愿者登记表"), self),
            title=tr("正在准备登记表…"),
        )

    def _on_end(self) -> None:
        self._publish_from(LastDayForm(self.desk, [item.id for item in self.selected()], self))
