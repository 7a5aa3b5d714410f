"""The form of an agreement (调解协议), with what it may contain at its side."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.case_flow import Step
from linli.domain.case_step_words import EFFECT
from linli.domain.cases import AGREEMENT_FORM, Agreement, AgreementForm, Case, Duty
from linli.domain.changes import Changes
from linli.domain.mediation_texts import PhraseUse, agreement_checklist
from linli.domain.values.money import yuan
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.fitting import scrolled
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import LineInput, TextInput, date_input
from linli.gui.mediation.help import open_mediation_help
from linli.gui.mediation.step_forms import missing_day, wrapped
from linli.gui.mediation.text_inputs import LinesInput, PhraseText
from linli.gui.parts_input import PartsInput
from linli.gui.registers.inputs import yuan_input

_FIELDS = ("agreed_on", "effective_on", "facts", "terms", "performance", "duties", "recorder")
_DUTY = ("who", "what", "amount", "due", "note")
_MADE = {AgreementForm.WRITTEN: Step.AGREE_WRITTEN, AgreementForm.ORAL: Step.AGREE_ORAL}
_SIDE_UNITS = 250


class DutyForm(FormDialog):
    """What a party has to do; `saved` carries the `Duty`."""

    def __init__(self, desk: Desk, duty: Duty | None, who: list[str], parent: QWidget) -> None:
        super().__init__(tr("履行事项"), desk.theme, desk.ask, parent)
        self._duty = duty
        add = self.form.add
        add("who", tr("谁来履行(&N)"), LineInput())
        self.form.editor("who").suggest(lambda typed: [name for name in who if typed in name])
        add("what", tr("做什么(&W)"), LineInput(tr("如 支付医药费、修好下水管")))
        add("amount", tr("金额(&Y)"), yuan_input(), hint=tr("不是给钱的留空"))
        add("due", tr("到哪一天为止(&E)"), date_input(), hint=tr("到期前会提醒；当场履行的填当天"))
        add("note", tr("备注(&M)"), LineInput())
        if duty is not None:
            self.form.load(**{name: getattr(duty, name) for name in _DUTY})
        elif who:
            self.form.load(who=who[0])
        self.save_button.setText(tr("确定(&S)"))

    @override
    def save(self) -> Duty:
        values = {name: self.form.value(name) for name in _DUTY}
        for name, message in (
            ("who", tr("请填写由谁来履行。")),
            ("what", tr("请填写做什么。")),
        ):
            if not values[name]:
                raise InvalidInput([FieldProblem(field=name, message=message)])
        values["note"] = values["note"] or ""
        done = self._duty.done_on if self._duty is not None else None
        return Duty(id=None if self._duty is None else self._duty.id, done_on=done, **values)


class DutiesInput(PartsInput[Duty]):
    """What is to be done under an agreement, item by item."""

    def __init__(self, desk: Desk, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("履行事项"), tr("添加履行事项(&A)…"), parent)
        respondents = case.facts.parties[::-1]
        self._who = [party.name for party in respondents]
        self.add_moves()

    @override
    def line(self, part: Duty) -> str:
        due = tr("{day} 以前").format(day=part.due.isoformat()) if part.due else ""
        money = tr("{yuan} 元").format(yuan=yuan(part.amount)) if part.amount is not None else ""
        done = tr("{day} 已履行").format(day=part.done_on.isoformat()) if part.done_on else ""
        return " · ".join(filter(None, (part.who, part.what, money, due, done)))

    @override
    def part_form(self, part: Duty | None) -> FormDialog:
        return DutyForm(self.desk, part, self._who, self)


class AgreementDialog(FormDialog):
    """Records what the parties agreed on, or changes it; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, case: Case, form: AgreementForm, parent: QWidget | None) -> None:
        super().__init__(tr(AGREEMENT_FORM[form]), desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._case = case
        self._kind = form
        if case.agreement is None:
            self.form.add_widget(wrapped(tr(EFFECT[_MADE[form]]), "muted", self))
        phrases = desk.services.mediation_texts.phrases_for
        add = self.form.add
        add("agreed_on", tr("达成协议的日期(&B)"), date_input())
        add("effective_on", tr("生效日期(&E)"), date_input(), hint=self._effective_hint())
        facts = PhraseText(self._text(84), phrases(PhraseUse.FACTS))
        add("facts", tr("主要事实和责任(&F)"), facts, wide=True)
        terms = LinesInput()
        terms.setFixedHeight(desk.theme.px(110))
        hint = tr("一行写一条，打印时自动编号")
        add(
            "terms",
            tr("协议内容(&T)"),
            PhraseText(terms, phrases(PhraseUse.TERMS)),
            hint=hint,
            wide=True,
        )
        performance = PhraseText(self._text(60), phrases(PhraseUse.PERFORMANCE))
        add("performance", tr("履行方式和期限(&M)"), performance, wide=True)
        add("duties", tr("履行事项(&L)"), DutiesInput(desk, case), wide=True)
        add("recorder", tr("记录人(&R)"), LineInput())
        suggest = partial(desk.services.cases.suggestions, "recorder")
        self.form.editor("recorder").suggest(suggest)
        self._width = 820 + _SIDE_UNITS
        self.checklist = QLabel(self)
        self.checklist.setWordWrap(True)
        self.checklist.setTextFormat(Qt.TextFormat.PlainText)
        self._add_side()
        self._load()
        self.form.edited.connect(self._check)
        self._check()

    @override
    def save(self) -> Changes:
        missing_day(self.form.value("agreed_on"), tr("请填写达成协议的日期。"), field="agreed_on")
        missing_day(self.form.value("effective_on"), tr("请填写生效日期。"), field="effective_on")
        cases, case = self._desk.services.cases, self._case
        return cases.save_agreement(case.id, self._written(), version=case.version)

    def _written(self) -> Agreement:
        """Return what stands in the form; without days those of today."""
        today = self._desk.services.context.clock().date()
        values = {name: self.form.value(name) for name in _FIELDS}
        for name in ("agreed_on", "effective_on"):
            values[name] = values[name] if isinstance(values[name], date) else today
        for name in ("facts", "performance", "recorder"):
            values[name] = values[name] or ""
        return Agreement(form=self._kind, **values)

    def _load(self) -> None:
        agreement = self._case.agreement
        if agreement is not None:
            self.form.load(**{name: getattr(agreement, name) for name in _FIELDS})
            return
        context = self._desk.services.context
        today = context.clock().date()
        self.form.load(
            agreed_on=today,
            effective_on=today,
            facts=self._case.facts.summary,
            recorder=context.actor.name,
        )

    def _check(self) -> None:
        found = agreement_checklist(self._case.facts.parties, self._written())
        marks = {True: "✓", False: "○", None: "·"}
        self.checklist.setText("\n".join(f"{marks[done]} {text}" for text, done in found))
        self.checklist.setAccessibleName(self.checklist.text())

    def _effective_hint(self) -> str:
        if self._kind is AgreementForm.ORAL:
            return tr("口头协议从达成那天起生效")
        return tr("各方签名、调解员签名、盖章都齐了的那天")

    def _add_side(self) -> None:
        """Put the checklist and the way to the law beside the form."""
        pane = QFrame(self)
        column = QVBoxLayout(pane)
        heading = plain_label(tr("协议写全了吗"), "subheading", pane)
        button = QPushButton(icon("help"), tr("权利和义务(&H)…"), pane)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: open_mediation_help(self._desk, self))
        for widget in (heading, self.checklist, button):
            column.addWidget(widget)
        column.addStretch(1)
        side = scrolled(pane)
        side.setFixedWidth(self.theme.px(_SIDE_UNITS))
        row = QHBoxLayout()
        place = self._column.indexOf(self._area)
        self._column.removeWidget(self._area)
        row.addWidget(self._area, 1)
        row.addWidget(side)
        self._column.insertLayout(place, row, 1)

    def _text(self, units: int) -> TextInput:
        text = TextInput()
        text.setFixedHeight(self.theme.px(units))
        return text
