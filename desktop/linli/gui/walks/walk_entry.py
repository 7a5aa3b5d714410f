"""Entering what came back on a walk sheet (走访单)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.walks import WalkLine, WalkSheet
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import LineInput, date_input
from linli.gui.resident_form import ResidentForm
from linli.gui.walks.entries_input import EntriesInput
from linli.services.container import Services


class WalkEntryDialog(FormDialog):
    """One line after the other, by keyboard; `saved` carries the `Changes`."""

    def __init__(
        self,
        desk: Desk,
        sheet: WalkSheet,
        lines: Sequence[WalkLine],
        parent: QWidget | None = None,
    ) -> None:
        title = tr("{label}　{title}").format(label=sheet.label, title=sheet.title)
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._sheet = sheet
        self._before = tuple(line.entry for line in lines if line.entry.result or line.entry.note)
        self.form.add("walked_on", tr("走访日期(&B)"), date_input())
        self.form.add("walker", tr("走访人(&W)"), LineInput())
        self.form.editor("walker").suggest(desk.services.visits.visitors)
        self.form.add("entries", tr("住户(&L)"), EntriesInput(lines, desk.theme), wide=True)
        today = desk.services.context.clock().date()
        self.form.load(
            walked_on=sheet.walked_on or today, walker=sheet.walker, entries=self._before
        )
        self.new_button = QPushButton(icon("user-plus"), tr("单子上没有的人(&N)…"), self)
        self.new_button.setAutoDefault(False)
        self.new_button.setEnabled(desk.may(Right.EDIT))
        self.new_button.clicked.connect(self._on_new)
        self.buttons.addButton(self.new_button, QDialogButtonBox.ButtonRole.ResetRole)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.form.editor("entries").note.setFocus()

    @override
    def save(self) -> Changes:
        walked_on = self.form.value("walked_on")
        if not isinstance(walked_on, date):
            message = tr("请填写走访的日期。")
            raise InvalidInput([FieldProblem(field="walked_on", message=message)])
        changes = self._desk.services.walks.enter(
            self._sheet.id,
            self.form.value("entries"),
            walked_on=walked_on,
            walker=self.form.value("walker"),
            version=self._sheet.version,
        )
        self._desk.bus.publish(changes)
        return changes

    def _on_new(self) -> None:
        ResidentForm(from_paper(self._desk, self._sheet), None, self).open()


def from_paper(desk: Desk, sheet: WalkSheet) -> Desk:
    """Return the working place in which the journal names the sheet beside every change."""
    context = replace(desk.services.context, source=sheet.label)
    return replace(desk, services=Services(context))
