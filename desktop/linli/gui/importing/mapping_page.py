"""First step of the import: what each sheet is and what each of its columns means."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QSplitter,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from linli.domain.imports import (
    NO_HEAD,
    ColumnPlan,
    ImportPlan,
    LedgerField,
    LedgerShape,
    PreviewRow,
    SheetPlan,
)
from linli.domain.labels import LEDGER_FIELD, LEDGER_SHAPE
from linli.gui.flow import FlowLayout
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput
from linli.gui.plain_table import PlainTable
from linli.gui.theme import Theme
from linli.gui.tones import set_tone

_SURE = 0.75
_MOST_HEAD_ROWS = 99
_TABLES_UNITS = 360


class Planner(Protocol):
    """What the page needs to make a sheet's plan anew."""

    def with_shape(self, plan: SheetPlan, shape: LedgerShape) -> SheetPlan:
        """Return the plan as another kind of ledger."""

    def with_head(self, plan: SheetPlan, first: int, last: int) -> SheetPlan:
        """Return the plan with the head in other rows (counted from 0), or `NO_HEAD`."""

    def fields(self, shape: LedgerShape) -> Sequence[LedgerField]:
        """Return what a column of that kind of ledger can mean."""


class MappingPage(QWidget):
    """Shows one sheet of the plan at a time; columns on the left, how rows would read below.

    Signals:
        plan_changed: the clerk has corrected the plan.
    """

    plan_changed = Signal()

    def __init__(self, planner: Planner, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._planner = planner
        self._theme = theme
        self._plan = ImportPlan(file_name="", sheets=())
        self._previews: Mapping[int, Sequence[PreviewRow]] = {}
        self._current = 0
        self._loading = False
        self._sheets = ChoiceInput({0: ""}, self)
        self._sheets.setAccessibleName(tr("工作表"))
        self._included = QCheckBox(tr("导入这张表(&B)"), self)
        self._shape = ChoiceInput(dict(LEDGER_SHAPE), self)
        self._shape.setAccessibleName(tr("表的种类"))
        self._grid = LineInput(tr("如 第一网格，可不填"), self)
        self._grid.setAccessibleName(tr("归入网格"))
        self._head_first = _head_row(tr("表头的第一行"), self)
        self._head_last = _head_row(tr("表头的最后一行"), self)
        self._remark = QLabel(self)
        self._remark.setObjectName("muted")
        self._remark.setWordWrap(True)
        self._columns = PlainTable(
            [tr("表里的列"), tr("登记为"), tr("表里的内容（前几行）")], theme, self
        )
        self._columns.setAccessibleName(tr("列的对应"))
        self._columns.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._columns.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._preview = PlainTable([], theme, self)
        self._preview.setAccessibleName(tr("导入后的样子"))
        self._sheet_line = self._line(tr("工作表(&T)"), self._sheets)
        self._arrange()
        self._sheets.edited.connect(self._on_sheet)
        self._included.toggled.connect(self._on_included)
        self._shape.edited.connect(self._on_shape)
        self._grid.editingFinished.connect(self._on_grid)
        for box in (self._head_first, self._head_last):
            box.valueChanged.connect(self._on_head)

    @property
    def plan(self) -> ImportPlan:
        """The plan as the clerk has corrected it."""
        return self._plan

    @property
    def sheet(self) -> int:
        """The place of the sheet that is shown."""
        return self._current

    def set_plan(self, plan: ImportPlan) -> None:
        """Show a plan from its first sheet that is to be read."""
        self._plan = plan
        self._current = next((i for i, s in enumerate(plan.sheets) if s.included), 0)
        self._loading = True
        self._sheets.set_choices({i: _sheet_label(s) for i, s in enumerate(plan.sheets)})
        self._sheets.set_value(self._current)
        self._loading = False
        self._sheet_line.setVisible(len(plan.sheets) > 1)
        self._show_sheet()

    def set_preview(self, sheet: int, rows: Sequence[PreviewRow]) -> None:
        """Show how the first rows of a sheet would be entered."""
        self._previews = {**self._previews, sheet: rows}
        if sheet == self._current:
            self._show_preview()

    def _arrange(self) -> None:
        top = FlowLayout(spacing=self._theme.px(12))
        for widget in (self._sheets, self._shape, self._grid):
            widget.setMinimumWidth(self._theme.px(220))
        top.addWidget(self._sheet_line)
        top.addWidget(self._line(tr("这张表是(&K)"), self._shape))
        top.addWidget(self._line(tr("归入网格(&G)"), self._grid))
        top.addWidget(
            self._line(tr("表头在第(&H)"), self._head_first, tr("至"), self._head_last, tr("行"))
        )
        top.addWidget(self._included)
        columns, preview = QWidget(self), QWidget(self)
        for box, words, table in (
            (columns, tr("请看每一列登记成什么，不对的在中间改。"), self._columns),
            (preview, tr("照这样导入后的前几行："), self._preview),
        ):
            hint = QLabel(words, box)
            hint.setObjectName("muted")
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(hint)
            column.addWidget(table, 1)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(columns)
        splitter.addWidget(preview)
        splitter.setChildrenCollapsible(False)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setMinimumHeight(self._theme.px(_TABLES_UNITS))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addLayout(top)
        page.addWidget(self._remark)
        page.addWidget(splitter, 1)

    def _line(self, label: str, widget: QWidget, *more: QWidget | str) -> QWidget:
        """Return a label and what belongs to it, which stay together when the line breaks."""
        box = QWidget(self)
        words = QLabel(label, box)
        words.setBuddy(widget)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (words, widget, *more):
            row.addWidget(QLabel(part, box) if isinstance(part, str) else part)
        return box

    def _show_sheet(self) -> None:
        if not self._plan.sheets:
            return
        sheet = self._plan.sheets[self._current]
        self._loading = True
        self._included.setChecked(sheet.included)
        self._included.setEnabled(bool(sheet.columns))
        self._shape.set_value(sheet.shape)
        self._grid.set_value(sheet.grid)
        self._head_first.setValue(sheet.head_first + 1)
        self._head_last.setValue(sheet.head_last + 1)
        for widget in (self._shape, self._grid):
            widget.setEnabled(sheet.included)
        self._remark.setText(_remark(sheet))
        self._remark.setVisible(bool(self._remark.text()))
        self._show_columns(sheet)
        self._loading = False
        self._show_preview()

    def _show_columns(self, sheet: SheetPlan) -> None:
        table = self._columns
        table.set_lines(
            (
                column.head or tr("（第 {n} 列，没有列名）").format(n=column.index + 1),
                "",
                _samples(column),
            )
            for column in sheet.columns
        )
        choices: dict[LedgerField | None, str] = {None: tr("并入备注")}
        choices.update((f, LEDGER_FIELD[f]) for f in self._planner.fields(sheet.shape))
        previous: QWidget = self._included
        for row, column in enumerate(sheet.columns):
            choice = ChoiceInput(choices, table)
            choice.set_value(column.field)
            choice.setAccessibleName(tr("“{head}”登记为").format(head=column.head))
            choice.setEnabled(sheet.included)
            choice.edited.connect(lambda at=row, box=choice: self._on_field(at, box.value()))
            if column.field is not None and column.confidence < _SURE and not sheet.remembered:
                choice.setToolTip(tr("这一列是猜的，请看一下对不对"))
                _colour(table.item(row, 0), "warn")
            table.setCellWidget(row, 1, choice)
            QWidget.setTabOrder(previous, choice)
            previous = choice
        table.setColumnWidth(1, self._theme.px(240))

    def _show_preview(self) -> None:
        rows = self._previews.get(self._current, ())
        used = [f for f in LedgerField if any(row.values.get(f) for row in rows)]
        self._preview.set_heads([tr("行"), *(LEDGER_FIELD[f] for f in used), tr("问题")])
        self._preview.set_lines(
            [str(row.at.number), *(row.values.get(f, "") for f in used), row.problem]
            for row in rows
        )
        for line, row in enumerate(rows):
            if row.problem:
                _colour(self._preview.item(line, len(used) + 1), "bad")

    def _change(self, sheet: SheetPlan) -> None:
        sheets = list(self._plan.sheets)
        sheets[self._current] = sheet
        self._plan = replace(self._plan, sheets=tuple(sheets))
        self.plan_changed.emit()

    def _on_sheet(self) -> None:
        if not self._loading:
            self._current = self._sheets.value()
            self._show_sheet()

    def _on_included(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if not self._loading:
            self._change(replace(self._plan.sheets[self._current], included=on))
            self._show_sheet()

    def _on_shape(self) -> None:
        if not self._loading:
            sheet = self._plan.sheets[self._current]
            self._change(self._planner.with_shape(sheet, self._shape.value()))
            self._show_sheet()

    def _on_head(self) -> None:
        if self._loading:
            return
        first, last = self._head_first.value() - 1, self._head_last.value() - 1
        sheet = self._plan.sheets[self._current]
        self._change(self._planner.with_head(sheet, first, max(first, last)))
        self._show_sheet()

    def _on_grid(self) -> None:
        sheet = self._plan.sheets[self._current]
        if not self._loading and self._grid.value() != sheet.grid:
            self._change(replace(sheet, grid=self._grid.value()))

    def _on_field(self, at: int, field: LedgerField | None) -> None:
        """Give a column another meaning, in every sheet that has the same head."""
        if self._loading:
            return
        head = self._plan.sheets[self._current].fingerprint
        self._plan = replace(
            self._plan,
            sheets=tuple(
                _with_field(sheet, at, field) if sheet.fingerprint == head else sheet
                for sheet in self._plan.sheets
            ),
        )
        self.plan_changed.emit()


def _with_field(sheet: SheetPlan, at: int, field: LedgerField | None) -> SheetPlan:
    columns = list(sheet.columns)
    columns[at] = replace(columns[at], field=field, confidence=1.0)
    return replace(sheet, columns=tuple(columns))


def _head_row(name: str, parent: QWidget) -> QSpinBox:
    box = QSpinBox(parent)
    box.setRange(NO_HEAD + 1, _MOST_HEAD_ROWS)
    box.setSpecialValueText(tr("无"))
    box.setAccessibleName(name)
    return box


def _sheet_label(sheet: SheetPlan) -> str:
    if not sheet.included:
        return tr("{name}（不导入）").format(name=sheet.sheet)
    return tr("{name}（{rows} 行）").format(
        name=sheet.sheet, rows=max(sheet.last_row - sheet.head_last, 0)
    )


def _remark(sheet: SheetPlan) -> str:
    if sheet.skipped:
        return sheet.skipped
    if sheet.head_last == NO_HEAD:
        return tr("这些内容没有列名，橙色的是照内容猜的。请逐列看一下，不对的改过来。")
    if sheet.remembered:
        return tr("上次导入过同样的表头，已照上次的对应填好。")
    guessed = any(c.field is not None and c.confidence < _SURE for c in sheet.columns)
    return tr("橙色的列名是猜的，请看一下对不对。") if guessed else ""


def _samples(column: ColumnPlan) -> str:
    return "　".join(column.samples)


def _colour(item: QTableWidgetItem | None, ink: str) -> None:
    if item is not None:
        set_tone(item, ink)
