"""Plans of rosters (班次和规则): their shifts, who takes part, what a roster must keep."""

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.roster_lists import hours_of
from linli.domain.roster_starter import starter_plan
from linli.domain.rosters import DAY_KIND, POST, DayKind, Plan, PlanDraft, RosterRules, ShiftKind
from linli.domain.workers import WORKER_KIND, Worker
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput, LineInput, TextInput
from linli.gui.parts_input import PartsInput
from linli.gui.register_dialog import RegisterDialog
from linli.gui.rental_form import count_input
from linli.gui.rosters.shift_form import ShiftForm
from linli.gui.teams.inputs import ChecksInput

_WEIGHTS = {
    0: mark("不管"),
    3: mark("照顾一点"),
    5: mark("一般"),
    8: mark("要紧"),
    12: mark("最要紧"),
}
_FAIR = {
    "hours": mark("时数均匀(&1)"),
    "nights": mark("夜班均匀(&2)"),
    "days_off": mark("休息日班均匀(&3)"),
    "holidays": mark("节假日班均匀(&4)"),
    "wishes": mark("照顾意愿(&5)"),
}


def open_plans(desk: Desk, parent: QWidget) -> None:
    """Show the plans of rosters."""
    PlansDialog(desk, parent).open()


def open_starter(desk: Desk, parent: QWidget) -> None:
    """Open the form of a first plan, filled in for the staff there are."""
    starter = starter_plan(desk.services.workers.list_all(), desk.services.stations.list_all())
    form = PlanForm(desk, None, parent, starter=starter)
    form.saved.connect(desk.bus.publish)
    form.open()


class PlansDialog(RegisterDialog[Plan]):
    """Lists the plans."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.ROSTERS})
    history_table = "roster_plan"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [tr("值班表"), tr("班次"), tr("参加的人"), tr("规则")]
        super().__init__(tr("班次和规则"), heads, desk, parent)
        new = self.add_editing(tr("新增值班表(&N)…"), ordered=False, right=Right.ROSTER)
        self.remove_button = self.add_button(tr("删除(&X)"), "trash", Right.ROSTER)
        self.remove_button.clicked.connect(self._on_remove)
        self._one.append(self.remove_button)
        hint = tr("一张值班表有哪些班次、几点到几点、要几个人、谁参加，都写在这里。")
        self.set_empty("calendar-user", tr("还没有值班表"), hint, [new])
        self.read()

    @override
    def list_items(self) -> Sequence[Plan]:
        return self.desk.services.rosters.plans()

    @override
    def key(self, item: Plan) -> Hashable:
        return item.id

    @override
    def line(self, item: Plan) -> Sequence[str]:
        facts = item.facts
        return (
            facts.name,
            tr("、").join(shift.name for shift in facts.shifts),
            tr("{count} 人").format(count=len(facts.worker_ids)),
            rule_words(facts.rules),
        )

    @override
    def summary_text(self) -> str:
        return tr("共 {count} 张。").format(count=len(self.items)) if self.items else ""

    @override
    def open_form(self, item: Plan | None) -> None:
        form = PlanForm(self.desk, item, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def removal(self, item: Plan) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除值班表“{name}”？").format(name=item.facts.name)
        detail = tr("排过班的删除不了；可以按 Ctrl+Z 撤销。")
        return question, detail, lambda: self.desk.services.rosters.remove_plan(item.id)


class PlanForm(FormDialog):
    """Adds or changes a plan; `saved` carries the `Changes`."""

    def __init__(
        self,
        desk: Desk,
        plan: Plan | None,
        parent: QWidget | None = None,
        *,
        starter: PlanDraft | None = None,
    ) -> None:
        title = tr("新增值班表") if plan is None else tr("值班表")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._plan = plan
        people = desk.services.workers.list_all()
        rules: dict[int | None, str] = {None: tr("不用")}
        rules |= {each.id: each.facts.name for each in desk.services.receptions.rules()}
        add = self.form.add
        add("name", tr("名称(&N)"), LineInput(tr("如 大厅值班")))
        add(
            "reception_rule_id",
            tr("接待日(&J)"),
            ChoiceInput(rules),
            hint=tr("“只在接待日”的班次按它来排"),
        )
        add("shifts", tr("班次(&B)"), ShiftsInput(desk), wide=True)
        members = ChecksInput({each.id: _person(each) for each in people})
        hint = tr("按空格键选上；在“值班”菜单的“人员”里登记了的才列在这里")
        add("worker_ids", tr("参加的人(&L)"), members, hint=hint, wide=True)
        self.form.add_section(tr("必须做到的"))
        add("rest_hours", tr("两班之间休息(&X)"), count_input(), hint=tr("小时"))
        add("most_days", tr("最多连续值班(&D)"), count_input(), hint=tr("天"))
        add("most_hours", tr("一周最多(&Z)"), count_input(), hint=tr("小时，不限的留空"))
        self.form.add_section(tr("尽量做到的"))
        months = count_input()
        add("fair_months", tr("算上以前(&Y)"), months, hint=tr("个月，轮流时以前值过的也算"))
        weights = {value: tr(words) for value, words in _WEIGHTS.items()}
        for name, label in _FAIR.items():
            add(name, tr(label), ChoiceInput(weights))
        add("note", tr("备注(&M)"), TextInput(), wide=True)
        facts = plan.facts if plan else starter or PlanDraft(name="")
        self._load(facts)
        if starter is not None:
            self.form.modified = True
        if plan is not None:
            self.add_history(desk, [("roster_plan", str(plan.id))], plan.facts.name)

    @override
    def save(self) -> Changes:
        value = self.form.value
        base = self._plan.facts.rules if self._plan else RosterRules()
        rules = RosterRules(
            rest_hours=_figure(value("rest_hours"), base.rest_hours),
            most_days=_figure(value("most_days"), base.most_days),
            most_hours=value("most_hours"),
            fair_months=_figure(value("fair_months"), base.fair_months),
            **{name: _weight(getattr(base, name), value(name)) for name in _FAIR},
        )
        draft = PlanDraft(
            name=value("name") or "",
            shifts=value("shifts"),
            worker_ids=value("worker_ids"),
            rules=rules,
            reception_rule_id=value("reception_rule_id"),
            note=value("note"),
        )
        rosters = self._desk.services.rosters
        if self._plan is None:
            return rosters.save_plan(draft)[1]
        return rosters.save_plan(draft, self._plan.id, version=self._plan.version)[1]

    def _load(self, facts: PlanDraft) -> None:
        rules = facts.rules
        self.form.load(
            name=facts.name or None,
            reception_rule_id=facts.reception_rule_id,
            shifts=facts.shifts,
            worker_ids=facts.worker_ids,
            rest_hours=rules.rest_hours,
            most_days=rules.most_days,
            most_hours=rules.most_hours,
            fair_months=rules.fair_months,
            note=facts.note,
            **{name: _nearest(getattr(rules, name)) for name in _FAIR},
        )


class ShiftsInput(PartsInput[ShiftKind]):
    """The shifts of a plan."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("班次"), tr("添加班次(&A)…"), parent)
        self.add_moves()

    @override
    def line(self, part: ShiftKind) -> str:
        return shift_words(part)

    @override
    def part_form(self, part: ShiftKind | None) -> FormDialog:
        return ShiftForm(self.desk, part, self)


def shift_words(shift: ShiftKind) -> str:
    """Return a shift in a line: 白班 9:30—20:00，值班员，工作日3人、休息日1人."""
    if shift.on_reception:
        needs = tr("接待日{count}人").format(count=shift.needs.get(DayKind.WORKDAY, 0))
    else:
        needs = tr("、").join(
            tr("{day}{count}人").format(day=DAY_KIND[kind], count=shift.needs[kind])
            for kind in DayKind
            if shift.needs.get(kind)
        )
    parts = [f"{shift.name} {hours_of(shift)}", POST[shift.post], needs]
    if shift.is_night:
        parts.append(tr("算夜班"))
    if shift.skill:
        parts.append(tr("要会{skill}").format(skill=shift.skill))
    return tr("，").join(parts)


def rule_words(rules: RosterRules) -> str:
    """Return the hard rules of a plan in a line."""
    words = tr("班间休息 {rest} 小时，最多连续 {days} 天").format(
        rest=rules.rest_hours, days=rules.most_days
    )
    if rules.most_hours is not None:
        words += tr("，一周最多 {hours} 小时").format(hours=rules.most_hours)
    return words


def _person(worker: Worker) -> str:
    facts = worker.facts
    return " · ".join(filter(None, (facts.name, WORKER_KIND[facts.kind], worker.station)))


def _figure(value: int | None, usual: int) -> int:
    return usual if value is None else value


def _weight(before: int, chosen: int) -> int:
    """Return the chosen weight; one that only came nearest to what it was stays what it was."""
    return before if chosen == _nearest(before) else chosen


def _nearest(weight: int) -> int:
    """Return the weight among those offered that comes nearest."""
    return min(_WEIGHTS, key=lambda each: abs(each - weight))
