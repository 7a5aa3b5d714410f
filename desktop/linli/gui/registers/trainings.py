"""The training ledger (培训和参观): what was held in a period, and its sums."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes, Kind
from linli.domain.codes import code_table
from linli.domain.registers import Register
from linli.domain.trainings import (
    TRAINING_TABLE,
    Training,
    TrainingFilter,
    period,
    sums_of,
    sums_text,
)
from linli.gui.desk import Desk
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput, date_input
from linli.gui.registers.frame import PeopleRegister
from linli.gui.registers.training_form import TrainingForm

_OWN = "own"
_PERIODS = {
    "year": mark("今年"),
    "last_year": mark("去年"),
    "quarter": mark("本季度"),
    "month": mark("本月"),
    None: mark("全部"),
    _OWN: mark("自选时段"),
}


def open_trainings(desk: Desk, parent: QWidget) -> None:
    """Show the training ledger."""
    TrainingsDialog(desk, parent).open()


class TrainingsDialog(PeopleRegister[Training]):
    """Lists trainings, the last first, those of this year to begin with."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.TRAININGS})
    history_table = "training"
    across = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            tr("日期"),
            tr("类别"),
            tr("主题"),
            tr("人次"),
            tr("地点"),
            tr("授课人"),
            tr("备注"),
        ]
        super().__init__(tr("培训和参观"), heads, desk, parent)
        self.period = ChoiceInput({each: tr(words) for each, words in _PERIODS.items()}, self)
        self.period.set_value("year")
        self.since, self.until = date_input(self), date_input(self)
        kinds: dict[Any, str] = {None: tr("全部类别")}
        self.kind = ChoiceInput(kinds | dict(code_table(TRAINING_TABLE).names), self)
        self.add_choice(tr("时段(&S)"), self.period)
        for line, name in ((self.since, tr("从哪一天")), (self.until, tr("到哪一天"))):
            line.setAccessibleName(name)
            line.setPlaceholderText(name)
            line.setMaximumWidth(desk.theme.px(130))
            line.edited.connect(self.read)
            line.hide()
            self.add_beside(line)
        self.add_choice(tr("类别(&T)"), self.kind)
        new = self.add_editing(tr("登记(&N)…"), ordered=False)
        self.add_removing(tr("删除(&X)"))
        self.add_output(tr("打印台账(&P)…"), tr("导出表格(&B)…"))
        hint = tr("记下每次培训、参观、普法班和党课来了多少人，年底的次数和人次就在这里。")
        self.set_empty("users", tr("这个时段没有培训"), hint, [new])
        self.read()

    @property
    def wanted(self) -> TrainingFilter:
        """What is listed now."""
        chosen, kind = self.period.value(), self.kind.value()
        if chosen is None:
            return TrainingFilter(kind_code=kind)
        if chosen == _OWN:
            return TrainingFilter(
                since=self.since.value(), until=self.until.value(), kind_code=kind
            )
        first, last = period(chosen, self.desk.services.context.clock().date())
        return TrainingFilter(since=first, until=last, kind_code=kind)

    @override
    def read(self) -> None:
        own = self.period.value() == _OWN
        for line in (self.since, self.until):
            line.setVisible(own)
        super().read()

    @override
    def list_items(self) -> Sequence[Training]:
        return self.desk.services.trainings.list_all(self.wanted)

    @override
    def key(self, item: Training) -> Hashable:
        return item.id

    @override
    def line(self, item: Training) -> Sequence[str]:
        facts = item.facts
        return (
            facts.day.isoformat(),
            code_table(TRAINING_TABLE).label(facts.kind_code),
            facts.topic,
            f"{facts.headcount:,}",
            facts.place or "",
            facts.teacher or "",
            (facts.note or "").replace("\n", "；"),
        )

    @override
    def summary_text(self) -> str:
        """Return the sums as reports have them."""
        sums = sums_text(sums_of(self.items))
        return sums + tr("。") if sums else ""

    @override
    def open_form(self, item: Training | None) -> None:
        form = TrainingForm(self.desk, item, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def removal(self, item: Training) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除 {day} 的“{topic}”？").format(
            day=item.facts.day.isoformat(), topic=item.facts.topic
        )
        detail = tr("可以按 Ctrl+Z 撤销。")
        return question, detail, lambda: self.desk.services.trainings.remove(item.id)

    @override
    def register(self, *, revealed: bool) -> Register:
        title = tr("培训和参观台账（{which}）").format(which=self._period_words())
        return self.desk.services.trainings.register(self.wanted, title)

    def _period_words(self) -> str:
        wanted = self.wanted
        since = wanted.since.isoformat() if wanted.since else ""
        until = wanted.until.isoformat() if wanted.until else ""
        if not since and not until:
            return tr("全部")
        return tr("{since} 至 {until}").format(since=since, until=until)
