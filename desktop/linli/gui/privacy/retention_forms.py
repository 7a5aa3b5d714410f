"""The forms of retention (保存期限): the periods, and why something is kept on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.retention import DueLine, add_months, rules_source
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.editor.inputs import CheckInput
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import LineInput, date_input
from linli.gui.rental_form import count_input


class RulesForm(FormDialog):
    """Sets how long what is kept; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(tr("保存期限的规则"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._rules = desk.services.retention.rules()
        note = plain_label(tr("来源：{source}。").format(source=rules_source()), "muted", self)
        note.setWordWrap(True)
        self.form.add_widget(note)
        for rule in self._rules:
            words = tr("{event}后多少个月").format(event=rule.event)
            self.form.add(rule.id, rule.what, count_input(), hint=words)
            self.form.add(f"{rule.id}_on", "", CheckInput(tr("到期后列出来审查")))
        self.add_history(desk, [("setting", "retention_rules")], tr("保存期限"))
        values: dict[str, object] = {rule.id: rule.months for rule in self._rules}
        self.form.load(**(values | {f"{rule.id}_on": rule.enabled for rule in self._rules}))

    @override
    def save(self) -> Changes:
        rules = [
            replace(
                rule,
                months=self.form.value(rule.id) or 0,
                enabled=self.form.value(f"{rule.id}_on"),
            )
            for rule in self._rules
        ]
        return self._desk.services.retention.save_rules(rules)


class KeepForm(FormDialog):
    """Says why something is kept on, and until when; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, lines: Sequence[DueLine], parent: QWidget | None) -> None:
        super().__init__(tr("继续保存"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._lines = lines
        words = tr("选中的 {count} 项继续保存，到期再审查。理由和决定人会记下来。")
        note = plain_label(words.format(count=len(lines)), "", self)
        note.setWordWrap(True)
        self.form.add_widget(note)
        self.form.add("reason", tr("理由(&L)"), LineInput(tr("如 遗属补助还在发放")))
        self.form.add("until", tr("保存到(&D)"), date_input(), hint=tr("到这一天再审查一次"))
        self.form.load(until=add_months(desk.services.context.clock().date(), 12))

    @override
    def save(self) -> Changes:
        until = self.form.value("until")
        if not isinstance(until, date):
            message = tr("请填写保存到哪一天。")
            raise InvalidInput([FieldProblem(field="until", message=message)])
        reason = self.form.value("reason") or ""
        return self._desk.services.retention.keep(self._lines, until, reason)
