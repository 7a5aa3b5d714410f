"""The tab of cases (矛盾调解): find box over filters, table or board."""

from dataclasses import replace
from datetime import date
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.case_board import ON_BOARD, Pile, ways_into
from linli.domain.case_flow import Stage
from linli.domain.cases import CaseFilter, CaseRow
from linli.domain.changes import Kind
from linli.domain.registers import Register
from linli.gui import actions
from linli.gui.actions import make_action
from linli.gui.desk import Desk
from linli.gui.empty_state import EmptyState
from linli.gui.find_box import FindBox
from linli.gui.fitting import scrolled
from linli.gui.flow import FlowLayout
from linli.gui.forms import ProblemBand
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.mediation.board import CaseBoard
from linli.gui.mediation.case_form import open_new_case
from linli.gui.mediation.columns import CaseSource
from linli.gui.mediation.filter_band import FilterBand
from linli.gui.mediation.page import open_case
from linli.gui.mediation.steps import ask_next, put_into
from linli.gui.mediation.words import lights_of
from linli.gui.more_button import more_button
from linli.gui.permission import RefusedAction
from linli.gui.print_dialog import open_print_dialog
from linli.gui.scan_keys import TypingGoesTo
from linli.gui.tab import Tab
from linli.gui.table import TableModel
from linli.gui.table_view import TableView

_LEAST_FIND = 200  # units
_ENDED = frozenset(Stage) - ON_BOARD
_BOARD = "cases/board"


class CasesTab(Tab):
    """Shows cases as a table or a board, and opens what can be done with them."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.CASES, Kind.GRIDS, Kind.LIMITS, Kind.SETTINGS}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._source = CaseSource(desk.services.cases, self._today)
        self._model = TableModel(self._source, self._source.columns(), self)
        self.find_box = FindBox(desk.theme, self)
        self.find_box.setPlaceholderText(tr("案号、名称、当事人、事情里的几个字（Ctrl+F）"))
        self.find_box.setAccessibleName(tr("查找矛盾纠纷"))
        self.filters = FilterBand(desk, self)
        self.table = TableView(self._model, desk.theme, desk.state, "cases", self)
        self.table.setAccessibleName(tr("矛盾纠纷"))
        self.board = CaseBoard(desk.theme, self)
        self.note = ProblemBand(desk.theme, self)
        self.count_label = QLabel(self)
        self.count_label.setObjectName("muted")
        self._make_actions()
        self._stack = QStackedWidget(self)
        self._column = QVBoxLayout(self)
        self._top = QHBoxLayout()
        self._arrange()
        self._connect()
        self._on_theme()
        self._show_view(board=desk.state.text(_BOARD) == "on")

    # ---- what is shown ----

    @property
    def wanted(self) -> CaseFilter:
        """Which cases the table lists."""
        return self.filters.wanted(self.find_box.text().strip())

    @property
    def shows_board(self) -> bool:
        """Whether the board is shown instead of the table."""
        return self.board_button.isChecked()

    @override
    def refresh(self) -> None:
        self.filters.reload()
        self._source.lights = lights_of(self.desk.services.clocks.list_all())
        self._read(again=True)

    @override
    def focus_search(self) -> bool:
        self.find_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_box.selectAll()
        return True

    def show_case(self, case_id: int) -> None:
        """Select a case; a search or filters that hide it are cleared."""
        choose = self.board.choose if self.shows_board else self.table.select_id
        if not choose(case_id):
            self._on_clear()
            choose(case_id)
        self._stack.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.count_label.setVisible(self.width() >= self.desk.theme.px(900))

    # ---- making ----

    def _make_actions(self) -> None:
        self.new = make_action(actions.NEW_CASE, self, self._on_new, self.desk, primary=True)
        self.open = make_action(actions.OPEN_CASE, self, self._on_open, self.desk)
        self.next = make_action(actions.NEXT_STEP, self, self._on_next, self.desk)
        self.print_list = make_action(actions.PRINT_CASES, self, self._on_print, self.desk)

    def _arrange(self) -> None:
        self.board_button = QPushButton(icon("layout-board"), tr("看板(&B)"), self)
        self.board_button.setCheckable(True)
        self.board_button.setToolTip(tr("按办到哪一步排成几列，可以拖动；再按一次回到列表"))
        self._top.addWidget(self.find_box, 1)
        bar = QWidget(self)
        buttons = FlowLayout(bar)
        for action in (self.new, self.open, self.next, self.print_list):
            buttons.addWidget(self._button(action))
        buttons.addWidget(self.board_button)
        buttons.keep_one_line(more_button(buttons, bar))
        self._top.addWidget(bar)
        second = QHBoxLayout()
        second.addWidget(self.filters, 1)
        second.addWidget(self.count_label, 0, Qt.AlignmentFlag.AlignRight)
        first = EmptyState(
            "scale",
            tr("还没有登记矛盾纠纷"),
            tr("谁和谁、为了什么事，先登记下来；受理以后按步骤调查、调解、签协议、回访、归档。"),
            [self.new],
            self.desk.theme,
            self,
        )
        clear = make_action(actions.CLEAR, self, self._on_clear)
        none = EmptyState(
            "search",
            tr("没有找到符合条件的案子"),
            tr("换个写法试试：案号、当事人姓名、纠纷名称里的几个字。"),
            [clear, self.new],
            self.desk.theme,
            self,
        )
        for page in (self.table, self.board, scrolled(first), scrolled(none)):
            self._stack.addWidget(page)
        self._column.addLayout(self._top)
        self._column.addLayout(second)
        self._column.addWidget(self.note)
        self._column.addWidget(self._stack, 1)

    def _button(self, action: QAction) -> QPushButton:
        button = QPushButton(action.icon(), action.text(), self)
        button.setToolTip(action.toolTip())
        button.setDisabled(isinstance(action, RefusedAction))
        button.clicked.connect(action.trigger)
        button.setProperty("primary", action is self.new)
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        return button

    def _connect(self) -> None:
        self.find_box.searched.connect(lambda _: self._read())
        self.find_box.left_downwards.connect(self._on_left_downwards)
        self.find_box.scanned.connect(lambda _: self.find_box.go_on())
        self.filters.changed.connect(self._read)
        self.table.opened.connect(self._show)
        self.table.selection_changed.connect(self._on_selection)
        self.table.copied.connect(self._on_copied)
        TypingGoesTo(self.find_box, self.table)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(
            lambda place: self._show_menu(self.table.viewport().mapToGlobal(place))
        )
        self.board.opened.connect(self._show)
        self.board.put.connect(self._on_put)
        self.board.refused.connect(self.note.say)
        self.board.chosen.connect(self._on_selection)
        self.board.menu_asked.connect(self._show_menu)
        self.board_button.clicked.connect(self._on_view)
        self.desk.theme.changed.connect(self._on_theme)

    # ---- reading ----

    def _read(self, *, again: bool = False) -> None:
        self.note.say("")
        self._source.wanted = self.wanted
        self.table.mark(self.find_box.text().strip())
        if self.shows_board:
            self._read_board()
        elif again:
            self._model.refresh()
        else:
            self._model.reload()
        self._show_page()

    def _read_board(self) -> None:
        service = self.desk.services.cases
        wanted = replace(self.wanted, is_open=None)
        rows = service.list_rows(replace(wanted, stages=ON_BOARD))
        ended = service.count(replace(wanted, stages=_ENDED))
        self.board.show_cases(rows, ended, self._today(), self._source.lights)
        self._count(len(rows))

    def _show_page(self) -> None:
        found = self.shows_board or self._model.rowCount() > 0
        narrowed = bool(self.find_box.text().strip()) or self.filters.is_set
        if self.shows_board:
            self._stack.setCurrentWidget(self.board)
        else:
            self._stack.setCurrentIndex(0 if found else 3 if narrowed else 2)
            self._count(self._model.rowCount())
        self._on_selection()

    def _count(self, count: int) -> None:
        self.count_label.setText(tr("共 {count} 件").format(count=f"{count:,}"))

    def _show_view(self, *, board: bool) -> None:
        self.board_button.setChecked(board)
        self.filters.show_stages_only_in(table=not board)

    # ---- what is chosen ----

    def _chosen(self) -> int | None:
        if self.shows_board:
            row = self.board.current
            return None if row is None else row.id
        found = self.table.selected_ids()
        return found[0] if len(found) == 1 else None

    def _on_selection(self) -> None:
        one = self._chosen() is not None
        self.open.setEnabled(one)
        self.next.setEnabled(one)
        self.print_list.setEnabled(self.shows_board or self._model.rowCount() > 0)

    # ---- doing ----

    def _show(self, case_id: int) -> None:
        open_case(self.desk, case_id, self)

    def _on_open(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._show(chosen)

    def _on_new(self) -> None:
        open_new_case(self.desk, self, self.show_case)

    def _on_next(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.note.say("")
            ask_next(self.desk, chosen, self, self._menu_place())

    def _on_put(self, case_id: int, pile: Pile) -> None:
        self.note.say("")
        row: CaseRow | None = self.board.current
        if row is not None and row.id == case_id:
            put_into(self.desk, case_id, ways_into(pile, row.stage, away=row.away), self)

    def _on_print(self) -> None:
        title = tr("矛盾纠纷登记簿")
        wanted, cases = self._printed(), self.desk.services.cases

        def show(register: Register) -> None:
            registers = self.desk.services.registers
            self.desk.jobs.run(
                lambda progress: registers.pdf(register, across=True, progress=progress),
                owner=self,
                done=lambda content: open_print_dialog(self.desk, content, title, self),
                title=tr("正在准备名册…"),
            )

        self.desk.jobs.run(
            lambda _: cases.register_list(wanted, title),
            owner=self,
            done=show,
            title=tr("正在准备名册…"),
        )

    def _printed(self) -> CaseFilter:
        wanted = self.wanted
        return replace(wanted, is_open=None, stages=ON_BOARD) if self.shows_board else wanted

    def _on_view(self) -> None:
        self.desk.state.save(_BOARD, "on" if self.shows_board else "off")
        chosen = self.board.current if not self.shows_board else None
        selected = self.table.current_id() if self.shows_board else None
        self._show_view(board=self.shows_board)
        self._read()
        if selected is not None:
            self.board.choose(selected)
        if chosen is not None:
            self.table.select_id(chosen.id)
        self._stack.currentWidget().setFocus()

    def _on_left_downwards(self) -> None:
        if not self.shows_board and self._model.rowCount() and self.table.current_id() is None:
            self.table.select_id(self._model.id_at(0))
        self._stack.currentWidget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_clear(self) -> None:
        self.find_box.clear()
        self.filters.clear()
        self.find_box.search()

    def _on_copied(self, count: int) -> None:
        if count:
            self.desk.services.outputs.copied(count)
            self.count_label.setText(tr("已复制 {count} 行").format(count=f"{count:,}"))

    def _show_menu(self, place: QPoint) -> None:
        if self._chosen() is None:
            return
        menu = QMenu(self)
        menu.addActions([self.open, self.next])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _menu_place(self) -> QPoint:
        """Return where the menu of steps opens: at the chosen card or line."""
        if self.shows_board and self.board.current is not None:
            rect = self.board.rect_of(self.board.current.id)
            return self.board.viewport().mapToGlobal(rect.center())
        rect = self.table.visualRect(self.table.currentIndex())
        return self.table.viewport().mapToGlobal(rect.bottomLeft())

    def _today(self) -> date:
        return self.desk.services.context.clock().date()

    def _on_theme(self) -> None:
        px = self.desk.theme.px
        self._column.setContentsMargins(px(16), px(12), px(16), px(10))
        self.find_box.setMinimumWidth(px(_LEAST_FIND))
        self._column.setSpacing(px(8))
        self._top.setSpacing(px(8))
