"""The forms of information slips (信息报送单): entering one, handling it, the hall's days."""

from contextlib import suppress
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.codes import code_table
from linli.domain.reports import (
    REPORT_TABLE,
    STATE_LABELS,
    TERM_SOURCE,
    URGENCY_LABELS,
    Report,
    ReportDraft,
    ReportRules,
    StepDraft,
    Urgency,
    next_states,
)
from linli.domain.residents import Household
from linli.errors import FieldProblem, InvalidInput, NotFoundError
from linli.gui.composite import Composite
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.flow import FlowLayout
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import ChoiceInput, CodeInput, LineInput, TextInput, date_input
from linli.gui.picker import household_line, household_picker
from linli.gui.rental_form import count_input
from linli.gui.reports.inputs import InformantInput
from linli.gui.teams.team_form import grid_choice

_FIELDS = ("day", "kind_code", "content", "place", "urgency", "grid_id", "household_id")
"""Fields that hold the attribute of `ReportDraft` of the same name."""


class HouseholdLine(Composite):
    """A household that is found with a dialog, or none.

    Signals:
        edited: another household.
    """

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._household_id: int | None = None
        self.label = plain_label("", "", self)
        self.label.setWordWrap(True)
        self.pick_button = QPushButton(icon("search"), tr("选择户(&H)…"), self)
        self.clear_button = QPushButton(icon("x"), tr("不选"), self)
        self.pick_button.clicked.connect(self._on_pick)
        self.clear_button.clicked.connect(self._on_clear)
        row = FlowLayout()
        for button in (self.pick_button, self.clear_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.label)
        column.addLayout(row)
        self.set_value(None)

    @override
    def first_part(self) -> QWidget:
        return self.pick_button

    def value(self) -> int | None:
        """Return the household's id."""
        return self._household_id

    def set_value(self, value: int | None) -> None:
        """Show a household; one that is gone counts as none."""
        found: Household | None = None
        if value is not None:
            with suppress(NotFoundError):
                found = self._desk.services.households.get(value)
        self._show(found)

    def problem(self) -> str | None:
        """None is right too."""
        return None

    def _show(self, household: Household | None) -> None:
        self._household_id = None if household is None else household.id
        self.label.setText("" if household is None else household_line(household))
        self.label.setVisible(household is not None)
        self.clear_button.setVisible(household is not None)

    def _on_pick(self) -> None:
        picker = household_picker(self._desk, self)
        picker.chosen.connect(self._on_chosen)
        picker.open()

    def _on_chosen(self, household: Household) -> None:
        self._show(household)
        self.edited.emit()

    def _on_clear(self) -> None:
        self._show(None)
        self.pick_button.setFocus()
        self.edited.emit()


class ReportForm(FormDialog):
    """Records or changes a slip; `saved` carries the `Changes`."""

    def __init__(
        self,
        desk: Desk,
        item: Report | None,
        parent: QWidget | None,
        *,
        like: ReportDraft | None = None,
    ) -> None:
        """Make the form of `item`, or an empty one with informant, day and grid of `like`."""
        title = tr("登记信息")
        if item is not None:
            title = tr("信息 {number}").format(number=item.number)
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        self._draft: ReportDraft | None = None
        self._goes_on = False
        self._members = {each.id: each for each in desk.services.reports.informants()}
        add = self.form.add
        hint = tr("不是信息员的写姓名")
        add("informant", tr("信息员(&N)"), InformantInput(list(self._members.values())), hint=hint)
        kinds = CodeInput(code_table(REPORT_TABLE))
        add(
            "kind_code",
            tr("类别(&K)"),
            kinds,
            hint=tr("可以只打数字：1 民生 到 5 卫生"),
        )
        content = TextInput()
        add("content", tr("内容(&M)"), content)
        add("place", tr("地点(&D)"), LineInput(tr("如 3号楼前，可以不填")))
        self.form.editor("place").suggest(partial(desk.services.reports.suggestions, "place"))
        urgencies: dict[Any, str] = {each: tr(words) for each, words in URGENCY_LABELS.items()}
        add("urgency", tr("紧急程度(&J)"), ChoiceInput(urgencies))
        add("day", tr("日期(&B)"), date_input())
        add("grid_id", tr("网格(&G)"), grid_choice(desk, tr("没有指定")))
        add("household_id", tr("涉及的户"), HouseholdLine(desk))
        self.form.editor("informant").edited.connect(self._on_informant)
        if item is None:
            self.next_button = QPushButton(icon("plus"), tr("保存并记下一条(&E)"), self)
            self.next_button.setAutoDefault(False)
            self.next_button.clicked.connect(self._on_next)
            self.buttons.addButton(self.next_button, QDialogButtonBox.ButtonRole.ActionRole)
        self._load(like)

    @property
    def next_like(self) -> ReportDraft | None:
        """What the next slip begins with while the clerk wants to go on, else None."""
        return self._draft if self._goes_on else None

    @override
    def save(self) -> Changes:
        value = self.form.value
        problems = []
        if not isinstance(value("day"), date):
            problems.append(FieldProblem(field="day", message=tr("请填写日期。")))
        if value("informant") is None:
            message = tr("请填写信息员的姓名。")
            problems.append(FieldProblem(field="informant", message=message))
        if problems:
            raise InvalidInput(problems)
        member_id, name = value("informant")
        values = {field: value(field) for field in _FIELDS}
        values |= {"kind_code": values["kind_code"] or "", "content": values["content"] or ""}
        self._draft = ReportDraft(informant=name, member_id=member_id, **values)
        service = self._desk.services.reports
        if self._item is None:
            return service.add(self._draft)[1]
        return service.update(self._item.id, self._draft, version=self._item.version)

    def go_on(self) -> None:
        """Begin with the kind: the informant is known."""
        self.form.editor("kind_code").setFocus()

    def _load(self, like: ReportDraft | None) -> None:
        facts = like if self._item is None else self._item.facts
        if facts is None:
            today = self._desk.services.context.clock().date()
            self.form.load(day=today, urgency=Urgency.NORMAL)
            return
        names = _FIELDS if self._item is not None else ("day", "grid_id")
        informant = (facts.member_id, facts.informant)
        self.form.load(informant=informant, **{name: getattr(facts, name) for name in names})

    def _on_informant(self) -> None:
        """Take the grid of the informant, where there is one."""
        found = self.form.value("informant")
        member = self._members.get(found[0]) if found else None
        if member is not None and member.facts.grid_id is not None:
            self.form.editor("grid_id").set_value(member.facts.grid_id)

    def _on_next(self) -> None:
        self._goes_on = True
        self.accept()
        self._goes_on = False


class StepForm(FormDialog):
    """Takes a slip to its next state; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Report, parent: QWidget | None) -> None:
        title = tr("办理信息 {number}").format(number=item.number)
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        note = plain_label(step_words(item), "muted", self)
        note.setWordWrap(True)
        self.form.add_widget(note)
        states: dict[Any, str] = {each: tr(STATE_LABELS[each]) for each in next_states(item.state)}
        add = self.form.add
        add("to", tr("办到哪一步(&T)"), ChoiceInput(states))
        add("day", tr("日期(&B)"), date_input())
        add("person", tr("经办人(&R)"), LineInput())
        add("whom", tr("报给谁(&W)"), LineInput(tr("如 街道综治办")))
        self.form.editor("whom").suggest(partial(desk.services.reports.suggestions, "whom"))
        add("text", tr("办理或反馈(&M)"), TextInput(), hint=tr("反馈时写明答复信息员的话"))
        hint = tr("中间的步骤没有办才填写，如 就地解决")
        add("why_skipped", tr("跳过的原因(&G)"), LineInput(), hint=hint)
        context = desk.services.context
        self.form.load(day=context.clock().date(), person=context.actor.name)

    @override
    def save(self) -> Changes:
        value = self.form.value
        if not isinstance(value("day"), date):
            raise InvalidInput([FieldProblem(field="day", message=tr("请填写日期。"))])
        draft = StepDraft(
            to=value("to"),
            day=value("day"),
            person=value("person") or "",
            whom=value("whom"),
            text=value("text"),
            why_skipped=value("why_skipped"),
        )
        reports = self._desk.services.reports
        return reports.move(self._item.id, draft, version=self._item.version)


class VoidForm(FormDialog):
    """Asks why a slip was entered by mistake; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Report, parent: QWidget | None) -> None:
        super().__init__(
            tr("作废信息 {number}").format(number=item.number), desk.theme, desk.ask, parent
        )
        self._desk = desk
        self._item = item
        hint = tr("编号保留不再用，统计和补助里不计这一条")
        self.form.add("reason", tr("作废的原因(&R)"), LineInput(tr("如 重复登记")), hint=hint)

    @override
    def save(self) -> Changes:
        reports = self._desk.services.reports
        reason = self.form.value("reason") or ""
        return reports.void(self._item.id, reason, version=self._item.version)


class RulesForm(FormDialog):
    """The days after which a slip is overdue, by urgency; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(tr("信息办理时限"), desk.theme, desk.ask, parent)
        self._desk = desk
        for letter, (urgency, words) in zip("NJT", URGENCY_LABELS.items(), strict=True):
            label = tr("{urgency}（天）(&{letter})").format(urgency=tr(words), letter=letter)
            self.form.add(urgency.value, label, count_input())
        self.form.add_widget(plain_label(tr(TERM_SOURCE), "muted", self))
        days = desk.services.reports.rules().days
        self.form.load(**{urgency.value: count for urgency, count in days.items()})
        self.add_history(desk, [("setting", "report_rules")], tr("信息办理时限"))

    @override
    def save(self) -> Changes:
        days = {urgency: self.form.value(urgency.value) or 0 for urgency in Urgency}
        return self._desk.services.reports.save_rules(ReportRules(days=days))


def step_words(item: Report) -> str:
    """Return every step that was made, line by line."""
    lines = []
    for step in item.steps:
        parts = [step.day.isoformat(), tr(STATE_LABELS[step.state]), step.person]
        parts.append(tr("跳过") if step.skipped else "")
        parts += [step.whom or "", step.text or ""]
        lines.append(" · ".join(filter(None, parts)))
    return "\n".join(lines)
