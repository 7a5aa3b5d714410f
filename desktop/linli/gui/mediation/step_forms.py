"""The forms of steps that no record stands behind, and of a performance."""

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.case_flow import STEP, Step
from linli.domain.case_step_words import EFFECT, Wants, wants
from linli.domain.case_steps import level_before, levels_above
from linli.domain.cases import COURT_RULING, LEVEL, RISK, Case, Duty, StepDraft
from linli.domain.changes import Changes
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.editor.inputs import CheckInput
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput, TextInput, date_input
from linli.gui.rental_form import count_input

_TEXT_UNITS = 96


def missing_day(day: object, message: str, *, field: str = "day") -> date:
    """Return a day that was typed.

    Raises:
        InvalidInput: none was; `message` is said beside the field.
    """
    if not isinstance(day, date):
        raise InvalidInput([FieldProblem(field=field, message=message)])
    return day


class StepForm(FormDialog):
    """Takes a step; what it does is said first. `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, case: Case, step: Step, parent: QWidget | None) -> None:
        super().__init__(tr(STEP[step]), desk.theme, desk.ask, parent)
        self._desk = desk
        self._case = case
        self._step = step
        self.form.add_widget(wrapped(self._effect(), "muted", self))
        self.form.add("day", tr("日期(&B)"), date_input())
        self._add_fields(wants(step))
        self.form.load(day=desk.services.context.clock().date())
        self.save_button.setText(tr("办理(&S)"))

    @override
    def save(self) -> Changes:
        cases = self._desk.services.cases
        return cases.take_step(self._case.id, self.draft(), version=self._case.version)

    def draft(self) -> StepDraft:
        """Return the step as it stands in the form.

        Raises:
            InvalidInput: no day is said.
        """

        def value(name: str) -> Any:
            return self.form.value(name) if self.form.has(name) else None

        return StepDraft(
            step=self._step,
            day=missing_day(value("day"), tr("请填写日期。")),
            reason=value("reason") or "",
            level=value("level"),
            unit=value("unit") or "",
            until=value("until"),
            consented=bool(value("consented")),
            ruling=value("ruling"),
            risk=value("risk"),
            persons=value("persons"),
        )

    def _effect(self) -> str:
        words = tr(EFFECT[self._step])
        if self._step is Step.ACCEPT and self._case.number is None:
            year = self._desk.services.context.clock().date().year
            number = self._desk.services.cases.next_number(year)
            if number is not None:
                words += tr("这件案子将编为 {number}。受理以后不能撤销。").format(number=number)
        back = level_before(self._case)
        if self._step is Step.HAND_BACK and back is not None:
            words += tr("交回到{level}。").format(level=tr(LEVEL[back]))
        return words

    def _add_fields(self, wanted: Wants) -> None:
        add = self.form.add
        if wanted.level:
            levels: dict[Any, str] = {
                each: tr(LEVEL[each]) for each in levels_above(self._case.level)
            }
            add("level", tr("上交到哪一级(&L)"), ChoiceInput(levels))
        if wanted.unit:
            add("unit", tr("{unit}(&U)").format(unit=tr(wanted.unit)), LineInput())
            field = "court" if self._step is Step.APPLY_COURT else "unit"
            suggest = partial(self._desk.services.cases.suggestions, field)
            self.form.editor("unit").suggest(suggest)
        if wanted.until:
            add("until", tr("延长到哪一天(&E)"), date_input())
            add("consented", "", CheckInput(tr("当事人同意延长(&Y)")))
        if wanted.ruling:
            rulings: dict[Any, str] = {each: tr(words) for each, words in COURT_RULING.items()}
            add("ruling", tr("裁定(&R)"), ChoiceInput(rulings))
        if wanted.risk:
            risks: dict[Any, str] = {each: tr(words) for each, words in RISK.items()}
            add("risk", tr("可能发生什么(&K)"), ChoiceInput(risks))
            add("persons", tr("涉及几人(&H)"), count_input())
        hint = "" if wanted.needs_reason else tr("可以不填")
        add("reason", tr("{reason}(&M)").format(reason=tr(wanted.reason)), self._text(), hint=hint)

    def _text(self) -> TextInput:
        text = TextInput()
        text.setMaximumHeight(self.theme.px(_TEXT_UNITS))
        return text


class DutyDoneForm(FormDialog):
    """Says which duty of an agreement was performed; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, case: Case, parent: QWidget | None) -> None:
        super().__init__(tr("登记履行"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._case = case
        waiting = undone(case)
        words = tr("还有 {count} 项没有履行。全部登记以后，案子就成为“已履行”，接下来回访。")
        self.form.add_widget(wrapped(words.format(count=len(waiting)), "muted", self))
        duties: dict[Any, str] = {duty.id: duty_words(duty) for duty in waiting}
        add = self.form.add
        add("duty", tr("哪一项(&W)"), ChoiceInput(duties))
        add("done_on", tr("履行日期(&B)"), date_input())
        add("note", tr("备注(&M)"), LineInput(tr("如 现金当面付清，有收条")))
        self.form.load(done_on=desk.services.context.clock().date())

    @override
    def save(self) -> Changes:
        value = self.form.value
        done = missing_day(value("done_on"), tr("请填写履行日期。"), field="done_on")
        return self._desk.services.cases.set_duty_done(
            self._case.id, value("duty"), done, value("note") or "", version=self._case.version
        )


def undone(case: Case) -> list[Duty]:
    """Return the duties of a case's agreement that were not performed yet."""
    return [duty for duty in (case.agreement.duties if case.agreement else ()) if not duty.done_on]


def duty_words(duty: Duty) -> str:
    """Return a duty in one line: who, what, by when."""
    due = tr("{day} 以前").format(day=duty.due.isoformat()) if duty.due else ""
    return " · ".join(filter(None, (duty.who, duty.what, due)))


def wrapped(text: str, name: str, parent: QWidget) -> QWidget:
    """Return a label of several lines, with the look of `name`."""
    label = plain_label(text, name, parent)
    label.setWordWrap(True)
    return label
