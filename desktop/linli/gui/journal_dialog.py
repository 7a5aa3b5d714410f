"""What was done in the whole ledger (修改记录), step by step; any of them can be taken back."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from linli.domain.changes import Changes
from linli.domain.history import JournalEntry
from linli.domain.name_troubles import with_gaps
from linli.domain.undoing import PROMISED_DAYS
from linli.gui.desk import Desk
from linli.gui.fitting import fit_to_screen
from linli.gui.i18n import mark, tr
from linli.gui.inputs import LineInput
from linli.gui.list_dialog import ListDialog
from linli.gui.step_dialog import StepDialog
from linli.gui.table import Chip, Column, ListSource, TableModel, Tone
from linli.gui.table_view import TableView

if TYPE_CHECKING:
    from linli.gui.jobs import Reading

_MOST_STEPS = 20_000
"""More than a hall does in a month."""


def standing_chip(step: JournalEntry) -> Chip:
    """Return whether a step holds or was taken back."""
    if step.undone:
        return Chip(text=tr("已撤销"), glyph="↩")
    return Chip(text=tr("有效"), glyph="✓", tone=Tone.GOOD)


COLUMNS: tuple[Column[JournalEntry], ...] = (
    Column(key="at", title=mark("时间"), text=lambda step: f"{step.at:%Y-%m-%d %H:%M}", chars=8.5),
    Column(key="account", title=mark("经办人"), text=lambda step: step.account, chars=5),
    Column(
        key="standing",
        title=mark("现状"),
        text=lambda step: standing_chip(step).text,
        chip=standing_chip,
        chars=4.6,
    ),
    Column(
        key="action",
        title=mark("做了什么"),
        text=lambda step: with_gaps(step.action),
        chars=16,
        stretch=True,
    ),
)


class JournalDialog(ListDialog):
    """Lists the steps, newest first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("修改记录"), desk, parent)
        self._steps: list[tuple[str, JournalEntry]] = []
        self._reading: Reading | None = None
        self.filter = LineInput(tr("输入人名、操作或经办人，只看有关的行"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(tr("筛选"))
        self._source: ListSource[JournalEntry] = ListSource(lambda step: step.id)
        self.model = TableModel(self._source, COLUMNS, self)
        self.table = TableView(self.model, desk.theme, desk.state, "journal", self)
        self.table.setAccessibleName(tr("修改记录"))
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(10))
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        self.set_list(box)
        self.open_button = self.add_button(tr("看内容、撤回(&U)…"), "arrow-back-up")
        self.open_button.clicked.connect(self._on_open)
        self.filter.edited.connect(self._list)
        self.table.opened.connect(lambda _: self._on_open())
        self.table.selection_changed.connect(self._on_selection)
        desk.bus.changed.connect(self._on_changed)
        fit_to_screen(self, desk.theme.size(900, 640))
        self.filter.setFocus()
        self.summary.setText(tr("正在查找…"))
        self.read()

    def read(self) -> None:
        """List the steps anew; they are read beside the window."""
        if self._reading is not None:
            self._reading.cancel()
        history = self.desk.services.history
        self._reading = self.desk.jobs.read(
            lambda _: [(_words(step), step) for step in history.entries(_MOST_STEPS)],
            self._on_read,
            owner=self,
        )

    def _on_read(self, steps: list[tuple[str, JournalEntry]]) -> None:
        self._reading = None
        self._steps = steps
        self._list()

    def _list(self) -> None:
        """Show only the steps with the typed text, and say how many there are."""
        text = self.filter.text().strip()
        found = [step for words, step in self._steps if text in words]
        self._source.set_rows(found)
        self.model.reload()
        if found and self.table.current_id() is None:
            self.table.select_id(found[0].id)
        if text:
            words = tr("找到 {count} 步，最近的在前。")
        elif found:
            words = tr("{count} 步，最近的在前。{days} 天以内的每一步都可以撤回，不只是最后一步。")
        else:
            words = tr("还没有修改记录。")
        self.summary.setText(words.format(count=f"{len(found):,}", days=PROMISED_DAYS))
        self._on_selection()

    def _on_selection(self) -> None:
        self.open_button.setEnabled(self.table.current_id() is not None)

    def _on_changed(self, _changes: Changes) -> None:
        self.read()

    def _on_open(self) -> None:
        number = self.table.current_id()
        if number is not None:
            StepDialog(self.desk, number, self).open()


def _words(step: JournalEntry) -> str:
    return f"{step.at:%Y-%m-%d %H:%M} {step.account} {step.action}"
