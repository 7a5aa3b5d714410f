"""Which columns of a table are shown, in which order and how wide; chosen ones are remembered."""

from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView, QWidget

from linli.gui.i18n import tr
from linli.gui.state import WindowState
from linli.gui.table import Column, Index, TableModel
from linli.gui.table_cells import CELL_PADDING, CHIP_PADDING
from linli.gui.theme import FONT_UNITS, Theme

_TEXT_MARGINS = 8
"""What the style leaves free beside a text, in pixels, and what rounding loses."""

_STEP_UNITS = 2 * FONT_UNITS
_MOST_DIGITS = 4
"""A width of more is none that a clerk gave: the file was damaged."""
_LEAST_UNITS = 30
_RESTED_MS = 300


class TableColumns(QObject):
    """Fits the columns of a view into its width, until the clerk gives one a width of its own.

    A column takes its usual width, but a name that needs more gets it from what the others do not
    fill. Where space is short, those of least priority are hidden.
    """

    def __init__(self, view: QTableView, theme: Theme, state: WindowState, name: str) -> None:
        """Take care of the columns of `view`; `name` is under which they are remembered."""
        super().__init__(view)
        self._view = view
        model = view.model()
        assert isinstance(model, TableModel)  # noqa: S101 - the house's tables have no other
        self._model = model
        self._theme = theme
        self._state = state
        self._name = name
        self._chosen = self._remembered()
        self._widest: dict[int, int] = {}
        self._looked: set[int] = set()
        self._own = self._remembered_widths()
        self._fitting = False
        self._rested = QTimer(self)
        self._rested.setSingleShot(True)
        self._rested.setInterval(_RESTED_MS)
        self._rested.timeout.connect(self._on_rested)
        self._set_up()

    @property
    def first(self) -> int:
        """The first column that is shown."""
        shown = (n for n in range(len(self._model.columns)) if not self._view.isColumnHidden(n))
        return next(shown, 0)

    def fit_anew(self) -> None:
        """Fit the columns to other rows: they may shrink."""
        self._widest.clear()
        self._looked.clear()
        self._look()
        self._fit()

    def fit(self) -> None:
        """Fit the columns to another width of the view."""
        self._look()
        self._fit()

    def grow(self) -> None:
        """Fit the columns if a cell that has come into view is wider than any before."""
        if self._look():
            self._fit()

    def wish(self, index: Index) -> int:
        """Return how wide a cell would have to be to show its text or chip whole."""
        record = self._model.record(index.row())
        return 0 if record is None else self._wide_of(self._model.columns[index.column()], record)

    def add_to(self, menu: QMenu) -> None:
        """Add what chooses columns, order and widths to a menu."""
        for number, column in enumerate(self._model.columns):
            action = menu.addAction(tr(column.title))
            action.setCheckable(True)
            action.setChecked(column.key in self._chosen)
            action.setEnabled(column.priority > 0)
            action.triggered.connect(lambda on, key=column.key: self._choose(key, on=on))
            action.setData(number)
        menu.addSeparator()
        for number, column in enumerate(self._model.columns):
            if column.sort:
                action = menu.addAction(tr("按“{column}”排序").format(column=tr(column.title)))
                action.triggered.connect(lambda _=False, place=number: self._sort_by(place))
        menu.addSeparator()
        widths = QMenu(tr("列宽(&W)"), menu)
        menu.addMenu(widths)
        self._add_widths(widths)

    def _add_widths(self, menu: QMenu) -> None:
        for number, column in enumerate(self._model.columns):
            if self._view.isColumnHidden(number):
                continue
            one = QMenu(tr(column.title), menu)
            menu.addMenu(one)
            for words, steps in ((tr("加宽(&W)"), 1), (tr("收窄(&N)"), -1)):
                action = one.addAction(words)
                action.triggered.connect(lambda _=False, n=number, by=steps: self._widen(n, by))
            automatic = one.addAction(tr("自动列宽(&A)"))
            automatic.setEnabled(column.key in self._own)
            automatic.triggered.connect(lambda _=False, n=number: self._make_automatic(n))
        menu.addSeparator()
        everywhere = menu.addAction(tr("全部自动列宽(&A)"))
        everywhere.setEnabled(bool(self._own))
        everywhere.triggered.connect(self._make_all_automatic)

    # ---- what is remembered ----

    def _set_up(self) -> None:
        header = self._view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(self._theme.px(_LEAST_UNITS))
        header.setSectionsMovable(True)
        places = {column.key: number for number, column in enumerate(self._model.columns)}
        known = [key for key in self._state.names(f"{self._name}/order") or [] if key in places]
        for visual, key in enumerate(known):  # new columns stay at the end
            header.moveSection(header.visualIndex(places[key]), visual)
        header.sectionMoved.connect(self._on_moved)
        header.sectionResized.connect(self._on_resized)
        header.sectionHandleDoubleClicked.connect(self._make_automatic)

    def _remembered(self) -> set[str]:
        names = self._state.names(f"{self._name}/columns")
        if names is None:
            return {column.key for column in self._model.columns if column.chosen}
        return set(names) | {c.key for c in self._model.columns if c.priority == 0}

    def _remembered_widths(self) -> dict[str, int]:
        """Return the widths that the clerk gave, in units by the key of the column."""
        pairs = (text.partition("=") for text in self._state.names(f"{self._name}/widths") or [])
        known = {column.key for column in self._model.columns}
        return {
            key: int(units)
            for key, _, units in pairs
            if key in known and units.isdecimal() and len(units) <= _MOST_DIGITS
        }

    def _save_widths(self) -> None:
        self._state.save(
            f"{self._name}/widths", [f"{key}={units}" for key, units in self._own.items()]
        )

    def _choose(self, key: str, *, on: bool) -> None:
        self._chosen = self._chosen | {key} if on else self._chosen - {key}
        self._state.save(f"{self._name}/columns", sorted(self._chosen))
        self._looked.clear()
        self.fit()

    def _widen(self, number: int, steps: int) -> None:
        """Make a column wider by two characters, or narrower."""
        units = round(self._view.columnWidth(number) * 100 / self._theme.zoom)
        self._own[self._model.columns[number].key] = max(units + steps * _STEP_UNITS, _LEAST_UNITS)
        self._on_rested()

    def _make_automatic(self, number: int) -> None:
        self._own.pop(self._model.columns[number].key, None)
        self._on_rested()

    def _make_all_automatic(self) -> None:
        self._own.clear()
        self._on_rested()

    def _sort_by(self, column: int) -> None:
        header = self._view.horizontalHeader()
        same = header.sortIndicatorSection() == column
        ascending = header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        order = Qt.SortOrder.DescendingOrder if same and ascending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(column, order)

    def _on_moved(self) -> None:
        header = self._view.horizontalHeader()
        columns = self._model.columns
        order = [columns[header.logicalIndex(place)].key for place in range(len(columns))]
        self._state.save(f"{self._name}/order", order)

    def _on_resized(self, number: int, before: int, width: int) -> None:
        """Take a width that the clerk drags; the others follow when the mouse rests."""
        if not self._fitting and before and width:
            key = self._model.columns[number].key
            self._own[key] = round(width * 100 / self._theme.zoom)
            self._rested.start()

    def _on_rested(self) -> None:
        self._rested.stop()
        self._save_widths()
        self._fit()

    # ---- widths ----

    def _fit(self) -> None:
        columns = self._model.columns
        px = self._theme.px
        own = {
            number: px(self._own[column.key])
            for number, column in enumerate(columns)
            if column.key in self._chosen and column.key in self._own
        }
        usual = own | {
            number: px(column.chars * FONT_UNITS + 2 * CELL_PADDING)
            for number, column in enumerate(columns)
            if column.key in self._chosen and number not in own
        }
        room = self._view.viewport().width()
        for number in sorted(usual, key=lambda place: -columns[place].priority):
            if sum(usual.values()) <= room or columns[number].priority == 0:
                break
            del usual[number]
        free = [number for number in usual if number not in own]
        widths = {number: width for number, width in own.items() if number in usual}
        widths |= {number: min(usual[number], self._filled(number)) for number in free}
        spare = max(0, room - sum(widths.values()))
        for number in sorted(free, key=lambda place: columns[place].priority):
            wish = max(usual[number], self._filled(number)) - widths[number]
            widths[number] += min(wish, spare)
            spare -= min(wish, spare)
        takers = [number for number in free if columns[number].stretch] or free[-1:]
        for number in takers:
            widths[number] += spare // len(takers)
        self._apply(widths)

    def _apply(self, widths: dict[int, int]) -> None:
        needs_bar = bool(self._own) and sum(widths.values()) > self._view.viewport().width()
        policy = Qt.ScrollBarPolicy
        self._view.setHorizontalScrollBarPolicy(
            policy.ScrollBarAsNeeded if needs_bar else policy.ScrollBarAlwaysOff
        )
        self._fitting = True
        for number in range(len(self._model.columns)):
            self._view.setColumnHidden(number, number not in widths)
            if number in widths:
                self._view.setColumnWidth(number, widths[number])
        self._fitting = False

    def _filled(self, number: int) -> int:
        """Return how much of a column its head and the cells seen so far fill."""
        header = self._view.horizontalHeader()
        bold = QFontMetrics(self._theme.font(bold=True))  # Qt's own hint measures plain type
        words = bold.horizontalAdvance(tr(self._model.columns[number].title))
        head = words + self._theme.px(2 * CELL_PADDING + 2)
        return max(header.sectionSizeHint(number), head, self._widest.get(number, 0))

    def _look(self) -> bool:
        """Note how wide the cells in view are; tell whether one is wider than any before.

        So nothing is cut while another column has room to spare, names last of all. Columns grow
        while the clerk scrolls, and shrink only when the table is read anew.
        """
        view = self._view
        top = max(view.rowAt(0), 0)
        in_view = view.viewport().height() // view.verticalHeader().defaultSectionSize() + 2
        rows = set(range(top, min(top + in_view, self._model.rowCount())))
        before = dict(self._widest)
        chosen = [(n, c) for n, c in enumerate(self._model.columns) if c.key in self._chosen]
        for row in rows - self._looked:
            record = self._model.record(row)
            for number, column in chosen if record is not None else ():
                wide = self._wide_of(column, record)
                self._widest[number] = max(self._widest.get(number, 0), wide)
        self._looked = rows
        return self._widest != before

    def _wide_of(self, column: Column[Any], record: Any) -> int:
        chip = None if column.chip is None else column.chip(record)
        words = column.text(record) if chip is None else chip.words
        units = 2 * CELL_PADDING + (0 if chip is None else CHIP_PADDING)
        advance = self._view.fontMetrics().horizontalAdvance(words)
        return advance + self._theme.px(units) + _TEXT_MARGINS


def columns_menu(columns: TableColumns, parent: QWidget) -> QMenu:
    """Return a menu that chooses columns, their order and their widths."""
    menu = QMenu(tr("列与排序"), parent)
    menu.setToolTipsVisible(True)
    columns.add_to(menu)
    return menu
