"""The plan of reception days (接待日): what falls on a holiday, who receives, how many came."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.reception_lists import day_words
from linli.domain.reception_rules import weekday_words
from linli.domain.receptions import ReceptionDay, Rule
from linli.domain.registers import Register
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.holidays import open_holidays
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.print_dialog import open_print_dialog
from linli.gui.receptions.forms import DayForm, RuleForm, VisitForm
from linli.gui.receptions.visits import open_visitors
from linli.gui.registers.frame import PeopleRegister

_WEEKS, _MONTH, _NEXT_MONTH, _YEAR, _PAST = range(5)
_PERIODS = {
    _WEEKS: mark("今后四周"),
    _MONTH: mark("本月"),
    _NEXT_MONTH: mark("下月"),
    _YEAR: mark("今后一年"),
    _PAST: mark("过去三个月"),
}


def open_receptions(desk: Desk, parent: QWidget) -> None:
    """Show the plan of reception days."""
    ReceptionsDialog(desk, parent).open()


def period(chosen: int, today: date) -> tuple[date, date]:
    """Return the first and last day of a period of the plan."""
    first = today.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return {
        _WEEKS: (today, today + timedelta(days=27)),
        _MONTH: (first, following - timedelta(days=1)),
        _NEXT_MONTH: (
            following,
            (following + timedelta(days=31)).replace(day=1) - timedelta(days=1),
        ),
        _YEAR: (today, today + timedelta(days=365)),
        _PAST: (today - timedelta(days=92), today),
    }[chosen]


class ReceptionsDialog(PeopleRegister[ReceptionDay]):
    """Lists the days of one rule."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.RECEPTIONS, Kind.GRIDS, Kind.SETTINGS})
    history_table = "reception_rule"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [tr("接待日"), tr("接待人"), tr("说明"), tr("来访人数")]
        super().__init__(tr("接待日"), heads, desk, parent)
        self._rules: list[Rule] = []
        self.rule = ChoiceInput({}, self)
        self.period = ChoiceInput({each: tr(words) for each, words in _PERIODS.items()}, self)
        self.add_choice(tr("接待安排(&S)"), self.rule)
        self.add_choice(tr("时段(&T)"), self.period)
        self.visit_button = self.add_action(
            tr("登记来访(&V)…"), "user-plus", self._on_visit, right=Right.EDIT
        )
        self.visitors_button = self.add_button(tr("来访登记簿(&B)…"), "notebook")
        self.visitors_button.clicked.connect(lambda: open_visitors(desk, self))
        new = self.add_editing(tr("添加接待安排(&N)…"), ordered=False)
        self.open_button.setText(tr("调整这一天(&D)…"))
        self.rule_button = self._add(tr("修改安排(&R)…"), "edit", self._on_rule, Right.EDIT)
        self.planned_button = self.add_action(
            tr("恢复原定(&U)"), "restore", self._on_as_planned, right=Right.EDIT
        )
        self.add_removing(tr("删除安排(&X)"))
        self.door_button = self._add(tr("打门口通知(&P)…"), "printer", self._on_door, Right.PRINT)
        self.add_output(tr("打印安排表(&L)…"), tr("导出表格(&E)…"))
        self.blank_button = self._add(tr("空白登记表(&K)…"), "printer", self._on_blank, Right.PRINT)
        self.holidays_button = self.add_button(tr("节假日(&H)…"), "calendar-week")
        self.holidays_button.clicked.connect(lambda: open_holidays(desk, self))
        hint = tr("写上星期几、几点、谁接待；遇到放假自动顺延，门口的通知一按就有。")
        self.set_empty("calendar-week", tr("这里没有接待日"), hint, [new])
        self.read()

    @property
    def chosen(self) -> Rule | None:
        """The rule whose days are listed."""
        return next((rule for rule in self._rules if rule.id == self.rule.value()), None)

    @override
    def read(self) -> None:
        self._rules = self.desk.services.receptions.rules()
        offered: dict[Any, str] = {rule.id: _rule_words(rule) for rule in self._rules}
        self.rule.set_choices(offered)
        super().read()
        for button in (self.rule_button, self.blank_button):
            button.setEnabled(self.chosen is not None)

    @override
    def list_items(self) -> Sequence[ReceptionDay]:
        rule = self.chosen
        if rule is None:
            return []
        first, last = period(self.period.value(), self._today())
        return self.desk.services.receptions.days(rule.id, first, last)

    @override
    def key(self, item: ReceptionDay) -> Hashable:
        return item.planned

    @override
    def line(self, item: ReceptionDay) -> Sequence[str]:
        return (
            day_words(item.held_on or item.planned),
            item.receiver if item.held_on else tr("不接待"),
            item.why + ("" if item.certain else tr("（这一年的放假安排还没有公布）")),
            str(item.visits) if item.visits else "",
        )

    @override
    def summary_text(self) -> str:
        rule = self.chosen
        if rule is None:
            return ""
        held = len({day.held_on for day in self.items if day.held_on})
        facts = rule.facts
        words = " ".join(filter(None, (weekday_words(facts.weekdays), facts.hours, facts.place)))
        return tr("{words}，这段时间接待 {count} 天。").format(words=words, count=held)

    @override
    def open_form(self, item: ReceptionDay | None) -> None:
        rule = self.chosen
        if item is None or rule is None:
            self._show(RuleForm(self.desk, None, self))
        elif self.desk.may(Right.EDIT):
            self._show(DayForm(self.desk, rule.id, item, self))

    @override
    def removal(self, item: ReceptionDay) -> tuple[str, str, Callable[[], Changes]]:
        rule = self._the_rule()
        question = tr("删除接待安排“{name}”？").format(name=rule.facts.name)
        detail = tr(
            "来访登记留着。不再接待的，也可以在“修改安排”里写上到哪天止。可以按 Ctrl+Z 撤销。"
        )
        return question, detail, lambda: self.desk.services.receptions.remove_rule(rule.id)

    @override
    def register(self, *, revealed: bool) -> Register:
        rule = self._the_rule()
        first, last = period(self.period.value(), self._today())
        title = tr("{name}安排表").format(name=rule.facts.name)
        return self.desk.services.receptions.plan_register(rule.id, first, last, title)

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        one = selected[0] if len(selected) == 1 else None
        edit = self.desk.may(Right.EDIT)
        self.planned_button.setEnabled(edit and one is not None and one.changed)
        self.visit_button.setEnabled(edit and one is not None and one.held_on is not None)

    @override
    def _history_of(self) -> tuple[str, str, str] | None:
        rule = self.chosen
        return None if rule is None else (self.history_table, str(rule.id), rule.facts.name)

    def _the_rule(self) -> Rule:
        rule = self.chosen
        if rule is None:
            raise LookupError("nothing is listed without a rule")
        return rule

    def _add(self, text: str, icon_name: str, slot: Callable[[], None], right: Right) -> Any:
        button = self.add_button(text, icon_name, right)
        button.clicked.connect(slot)
        if slot == self._on_door:
            self._any.append(button)
        return button

    def _show(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _today(self) -> date:
        return self.desk.services.context.clock().date()

    def _on_visit(self) -> None:
        self._show(VisitForm(self.desk, None, self, rule=self.chosen, day=self.selected()[0]))

    def _on_rule(self) -> None:
        self._show(RuleForm(self.desk, self._the_rule(), self))

    def _on_as_planned(self) -> None:
        rule, day = self._the_rule(), self.selected()[0]
        self.do(lambda: self.desk.services.receptions.as_planned(rule.id, day.planned))

    def _on_door(self) -> None:
        rule = self._the_rule()
        first, last = period(self.period.value(), self._today())
        receptions, title = self.desk.services.receptions, tr("接待日通知")
        self.desk.jobs.run(
            lambda progress: receptions.door_pdf(rule.id, first, last, progress),
            owner=self,
            done=lambda content: open_print_dialog(self.desk, content, title, self),
            title=tr("正在排版…"),
        )

    def _on_blank(self) -> None:
        title = tr("{name}来访登记表").format(name=self._the_rule().facts.name)
        receptions = self.desk.services.receptions
        self.output(lambda _: receptions.blank_register(title), partial(self._print, across=True))


def _rule_words(rule: Rule) -> str:
    name = "　".join(filter(None, (rule.facts.name, rule.grid)))
    return name if rule.facts.until is None else tr("{name}（已停）").format(name=name)
