"""The hall's own list of documents (文书目录): order, whether needed, court, keeping period."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.case_paper_rules import (
    NEED,
    Need,
    PaperRule,
    PaperSetup,
    rules_source,
    shipped_rules,
)
from linli.domain.case_papers import PAPER
from linli.domain.changes import Changes
from linli.gui.composite import Composite
from linli.gui.desk import Desk
from linli.gui.enter_key import EnterKey
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import ChoiceInput, LineInput

_ROWS = 12


class RulesInput(Composite):
    """The documents in their order, each with whether it is needed.

    Signals:
        edited: another order, or another answer.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules: list[PaperRule] = []
        self.table = QTableWidget(0, 2, self)
        self.table.setHorizontalHeaderLabels([tr("文书"), tr("要不要")])
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setAccessibleName(tr("文书目录"))
        self.table.itemActivated.connect(self._on_line)
        EnterKey(self.table)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setMinimumHeight(self.table.verticalHeader().defaultSectionSize() * _ROWS)
        self.up_button = self._button(tr("上移"), "chevron-up", -1)
        self.down_button = self._button(tr("下移"), "chevron-down", 1)
        self.reset_button = QPushButton(icon("restore"), tr("恢复原来的目录"), self)
        self.reset_button.setAutoDefault(False)
        self.reset_button.clicked.connect(self._on_reset)
        row = QHBoxLayout()
        for button in (self.up_button, self.down_button, self.reset_button):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        column.addLayout(row)

    @override
    def first_part(self) -> QWidget:
        return self.table

    def value(self) -> tuple[PaperRule, ...]:
        """Return the list."""
        return tuple(self._rules)

    def set_value(self, value: Any) -> None:
        """Show a list."""
        self._rules = list(value or ())
        self._show(0)

    def problem(self) -> str | None:
        """The rules of the list say what is wrong."""
        return None

    def typed(self) -> Any:
        """Return the list, for what is kept of an unsaved form."""
        return self.value()

    def show_typed(self, typed: Any) -> None:
        """Put back what `typed` has returned."""
        self.set_value(typed)

    def choose(self, row: int, need: Need) -> None:
        """Answer whether a document is needed."""
        rule = self._rules[row]
        self._rules[row] = PaperRule(kind=rule.kind, need=need, instead=rule.instead)
        self.edited.emit()

    def _button(self, text: str, icon_name: str, steps: int) -> QPushButton:
        button = QPushButton(icon(icon_name), text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._move(steps))
        return button

    def _show(self, row: int) -> None:
        self.table.setRowCount(len(self._rules))
        for place, rule in enumerate(self._rules):
            self.table.setItem(place, 0, QTableWidgetItem(PAPER[rule.kind]))
            choice = ChoiceInput({need: tr(words) for need, words in NEED.items()})
            choice.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes on to the buttons
            choice.setAccessibleName(PAPER[rule.kind])
            choice.set_value(rule.need)
            choice.edited.connect(lambda at=place, of=choice: self.choose(at, of.value()))
            self.table.setCellWidget(place, 1, choice)
        self.table.resizeColumnToContents(0)
        self.table.resizeRowsToContents()
        if self._rules:
            self.table.setCurrentCell(row, 0)

    def _on_line(self, item: QTableWidgetItem) -> None:
        """Go to the answer of a line, where the arrow keys change it."""
        choice = self.table.cellWidget(item.row(), 1)
        if choice is not None:
            choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, steps: int) -> None:
        row = self.table.currentRow()
        to = row + steps
        if row >= 0 and 0 <= to < len(self._rules):
            self._rules.insert(to, self._rules.pop(row))
            self._show(to)
            self.edited.emit()

    def _on_reset(self) -> None:
        self.set_value(shipped_rules())
        self.edited.emit()


class PaperSetupForm(FormDialog):
    """Changes the hall's list of documents; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("文书目录"), desk.theme, desk.ask, parent)
        self._desk = desk
        setup = desk.services.case_papers.setup()
        add = self.form.add
        add("court", tr("管辖法院(&C)"), LineInput(tr("如 某某县人民法院")))
        hint = tr("法律没有规定年限，由大厅自己定；空着就在封面上留空。")
        add("keeping", tr("保管期限(&K)"), LineInput(tr("如 长期")), hint=hint)
        add("rules", tr("目录(&L)"), RulesInput())
        self.form.add_widget(plain_label(rules_source(), "muted", self))
        self.add_history(desk, [("setting", "case_papers")], tr("文书目录"))
        self.form.load(court=setup.court, keeping=setup.keeping, rules=setup.rules)

    @override
    def save(self) -> Changes:
        value = self.form.value
        setup = PaperSetup(
            court=value("court") or "", keeping=value("keeping") or "", rules=value("rules")
        )
        return self._desk.services.case_papers.save_setup(setup)
