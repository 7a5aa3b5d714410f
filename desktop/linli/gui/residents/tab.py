"""The residents tab: the find box over filters, table and detail pane."""

from typing import ClassVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QHideEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.cards import IssuedCard
from linli.domain.changes import Kind
from linli.domain.residents import ResidentFilter
from linli.errors import NotFoundError
from linli.gui import actions
from linli.gui.actions import make_action
from linli.gui.cards.standing import card_words
from linli.gui.desk import Desk
from linli.gui.empty_state import EmptyState
from linli.gui.find_box import FindBox
from linli.gui.fitting import scrolled
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.permission import RefusedAction
from linli.gui.query_note import QueryNote
from linli.gui.resident_columns import COLUMNS, ResidentSource, read_beside
from linli.gui.residents.commands import Commands
from linli.gui.residents.detail import DetailPane
from linli.gui.residents.filter_bar import FilterBar
from linli.gui.scan_keys import TypingGoesTo
from linli.gui.tab import Tab
from linli.gui.table import TableModel
from linli.gui.table_copy import COPY_LIMIT
from linli.gui.table_view import TableView

_DETAIL_FITS_UNITS = 1080
"""Narrower than this, the table needs the whole width."""

_REST_MS = 60
"""So long keys must rest before the pane shows who is selected."""


class ResidentsTab(Tab):
    """Finds people and does whatever a clerk does with them."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.RESIDENTS, Kind.HOUSEHOLDS, Kind.DWELLINGS, Kind.GRIDS, Kind.CARDS}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._source = ResidentSource(desk.services.residents, ResidentFilter())
        beside = read_beside(self._source, desk.jobs, self)
        self._model = TableModel(self._source, COLUMNS, self, beside=beside)
        self.commands = Commands(desk, self)
        self.find_box = FindBox(desk.theme, self)
        self.filters = FilterBar(desk, self)
        self.table = TableView(self._model, desk.theme, desk.state, "residents", self)
        self.table.setAccessibleName(tr("居民"))
        self.detail = DetailPane(desk, self)
        self.scan_note = QLabel(self)
        self.scan_note.setObjectName("subheading")
        self.scan_note.setTextFormat(Qt.TextFormat.PlainText)
        self.scan_note.hide()
        self.count_label = QLabel(self)
        self.count_label.setObjectName("muted")
        self._stack = QStackedWidget(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._top = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._searching = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._show_detail)
        self._note = QueryNote(desk.jobs, self)
        self.new_button = self._action_button(self.commands.new)
        self.detail_button = self._make_detail_button()
        self.first_page = self._make_first_page()
        self.nobody_page = self._make_nobody_page()
        self._arrange()
        self._connect()
        self._on_theme()

    @property
    def current_filter(self) -> ResidentFilter:
        """Whom the table shows now, for an export of the same people."""
        return self._source.filter

    @override
    def refresh(self) -> None:
        self.filters.reload()
        self._model.refresh()

    @override
    def focus_search(self) -> bool:
        self.find_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_box.selectAll()
        return True

    def show_resident(self, resident_id: int) -> None:
        """Select a person; a search or filters that hide them are cleared."""
        wider = [self._clear_conditions, self.filters.show_everybody]

        def look() -> None:
            if self.table.select_id(resident_id):
                return
            if not self._model.whole:
                self._model.when_whole(look)
            elif wider:
                wider.pop(0)()
                look()

        look()

    def show_card(self, number: str) -> None:
        """Show whose card a number is, as if it had been scanned."""
        self._on_scanned(number)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_detail()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.desk.state.save("residents/splitter", self._splitter.saveState())
        self.detail.hide_numbers()
        super().hideEvent(event)

    def _arrange(self) -> None:
        self._top.addWidget(self.find_box, 1)
        self._top.addWidget(self.new_button)
        self._top.addWidget(self._more_button())
        self._top.addWidget(self.detail_button)
        second = QHBoxLayout()
        second.addWidget(self.filters, 1)
        second.addWidget(self.count_label, 0, Qt.AlignmentFlag.AlignRight)
        for page in (self.table, scrolled(self.first_page), scrolled(self.nobody_page)):
            self._stack.addWidget(page)
        self._splitter.addWidget(self._stack)
        self._splitter.addWidget(self.detail)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._column.addLayout(self._top)
        self._column.addLayout(second)
        self._column.addWidget(self.scan_note)
        self._column.addWidget(self._splitter, 1)
        sizes = self.desk.state.bytes("residents/splitter")
        if sizes.isEmpty() or not self._splitter.restoreState(sizes):
            px = self.desk.theme.px
            self._splitter.setSizes([px(920), px(380)])

    def _connect(self) -> None:
        self.find_box.searched.connect(self._on_searched)
        self.find_box.left_downwards.connect(self._on_left_downwards)
        self.find_box.scanned.connect(self._on_scanned)
        self.find_box.textEdited.connect(self.scan_note.hide)
        self.filters.filter_changed.connect(self._on_filter)
        self.filters.replaced.connect(self._clear_search)
        self.filters.cards_requested.connect(self.cards_requested)
        self.table.selection_changed.connect(self._on_selection)
        self.table.copied.connect(self._on_copied)
        self._model.read.connect(self._on_read)
        self.table.opened.connect(self.commands.open_form)
        TypingGoesTo(self.find_box, self.table)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_context_menu)
        self.commands.selected = self._selected
        self.commands.cards_requested.connect(self.cards_requested)
        self.commands.import_requested.connect(self.import_requested)
        self.commands.resident_saved.connect(self.show_resident)
        self.commands.refresh_requested.connect(self.refresh)
        self.detail.print_requested.connect(self.commands.print_cards.trigger)
        self.detail.edit_requested.connect(self.commands.edit.trigger)
        self.detail.household_requested.connect(self.commands.household.trigger)
        self.detail.history_requested.connect(self.commands.history.trigger)
        self.detail.rental_requested.connect(self.commands.open_rental)
        self.detail.member_chosen.connect(self.show_resident)
        self.desk.theme.changed.connect(self._on_theme)

    def _action_button(self, action: QAction) -> QPushButton:
        button = QPushButton(action.icon(), action.text(), self)
        button.setToolTip(action.toolTip())
        button.setDisabled(isinstance(action, RefusedAction))
        button.clicked.connect(action.trigger)
        return button

    def _more_button(self) -> QPushButton:
        button = QPushButton(icon("menu-2"), tr("更多(&M)"), self)
        button.setAccessibleName(tr("更多操作"))
        menu = QMenu(button)
        menu.addActions(self.commands.page_actions)
        menu.addSeparator()
        columns = menu.addAction(tr("选择列(&L)…"))
        columns.triggered.connect(self._on_columns)
        button.setMenu(menu)
        # Qt forgets to draw the button as released after its menu was opened by its key.
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, button, button.update))
        return button

    def _make_detail_button(self) -> QPushButton:
        button = QPushButton(icon("list-details"), tr("详情(&X)"), self)
        button.setCheckable(True)
        button.setToolTip(tr("显示或收起右边的详细情况"))
        button.clicked.connect(self._on_detail_clicked)
        return button

    def _make_first_page(self) -> EmptyState:
        return EmptyState(
            "users",
            tr("还没有居民"),
            tr("把社区现有的台账（xlsx、xls、csv 表格）导进来，或者一位一位登记。"),
            [self.commands.import_ledger, self.commands.new],
            self.desk.theme,
            self,
        )

    def _make_nobody_page(self) -> EmptyState:
        reset = make_action(actions.CLEAR, self, self._on_reset)
        return EmptyState(
            "search",
            tr("没有找到符合条件的居民"),
            tr("换个写法试试：姓名的一部分、拼音首字母、电话或证件号后四位、住址如 3-2-501。"),
            [reset, self.commands.new],
            self.desk.theme,
            self,
        )

    def _on_read(self) -> None:
        """Say how many there are, or that nobody is."""
        found = self._model.rowCount() > 0 or not self._model.whole
        narrowed = bool(self._source.filter.text) or self.filters.is_set
        self._stack.setCurrentIndex(0 if found else 2 if narrowed else 1)
        self._mark_new(primary=found)
        self._fit_detail()
        self._count()
        self._note_query()

    def _note_query(self) -> None:
        if not self.filters.is_set:
            self._note.forget()
        elif self._model.whole:
            wanted, people = self._source.filter, self._model.rowCount()
            self._note.shows(lambda: self.desk.services.queries.residents(wanted, people))

    def _mark_new(self, *, primary: bool) -> None:
        """Make 新增居民 the one main button, unless an empty page offers its own."""
        button = self.new_button
        if button.property("primary") is primary:
            return
        button.setProperty("primary", primary)
        ink = "on_accent" if primary else "icon"
        button.setIcon(icon(self.commands.new.property("icon_name"), ink))
        button.style().unpolish(button)
        button.style().polish(button)

    def _count(self) -> None:
        found, chosen = self._model.rowCount(), self.table.selected_count()
        text = tr("共 {count} 人").format(count=f"{found:,}")
        if not self._model.whole:
            text = tr("正在数…")
        elif chosen > 1:
            text += tr(" · 已选 {count} 人").format(count=f"{chosen:,}")
        self.count_label.setText(text)

    def _fit_detail(self) -> None:
        """Show the pane if the clerk wants it, or, unasked, if there is room for it."""
        wanted = self.desk.state.text("residents/detail")
        roomy = self.width() >= self.desk.theme.px(_DETAIL_FITS_UNITS)
        shown = wanted == "on" if wanted else roomy
        self.detail_button.setChecked(shown)
        hidden = self.detail.isHidden()
        self.detail.setVisible(shown and self._model.rowCount() > 0)
        if hidden and not self.detail.isHidden():
            self._show_detail()

    def _on_detail_clicked(self) -> None:
        self.desk.state.save("residents/detail", "on" if self.detail_button.isChecked() else "off")
        self._fit_detail()

    def _on_searched(self, text: str) -> None:
        self.filters.typed = text
        self.table.mark(text)
        self._source.filter = self.filters.wanted
        self._model.reload()
        if text and self._model.stale:
            self._model.when_whole(self._select_best)
        elif text:
            self._select_best()

    def _select_best(self) -> None:
        """Select the first row; the pane follows when the typing rests, the rows come first."""
        if self._model.rowCount():
            self._searching = True
            self.table.select_id(self._model.id_at(0))
            self._searching = False

    def _selected(self) -> list[int]:
        """Return who is selected once what was typed last is searched for."""
        self.find_box.search()
        if self._model.stale:
            self._model.finish()
        return self.table.selected_ids()

    def _on_left_downwards(self) -> None:
        if self._model.stale:
            self._model.finish()
        if self.table.current_id() is None:
            self._select_best()
        if self._model.rowCount():
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_scanned(self, number: str) -> None:
        """Open the household of a card; its owner without a household is selected."""
        self.scan_note.hide()
        card = self.desk.services.cards.find_number(number)
        if card is None or not self._show_card(card):
            self.find_box.go_on()

    def _show_card(self, card: IssuedCard) -> bool:
        """Show whose card it is and what it is worth; False if nobody of it is left."""
        from linli.gui.household_dialog import HouseholdDialog

        household_id, resident_id = card.household_id, card.resident_id
        try:
            if resident_id is not None:
                household_id = self.desk.services.residents.get(resident_id).facts.household_id
            if household_id is not None:
                dialog = HouseholdDialog(
                    self.desk, household_id, resident_id, self, note=card_words(card)
                )
                dialog.finished.connect(lambda _: self.focus_search())
                dialog.open()
                return True
        except NotFoundError:
            return False
        if resident_id is not None:
            self.show_resident(resident_id)
            self.scan_note.setText(card_words(card))
            self.scan_note.show()
            self.focus_search()
        return resident_id is not None

    def _on_filter(self) -> None:
        self._source.filter = self.filters.wanted
        self._model.reload()

    def _on_reset(self) -> None:
        self._clear_conditions()
        self.focus_search()

    def _clear_conditions(self) -> None:
        self._clear_search()
        self.filters.clear()

    def _clear_search(self) -> None:
        self.find_box.clear()
        self.find_box.search()  # now, not when the typing has rested

    def _on_selection(self) -> None:
        self._count()
        self.commands.show_selection(self.table.selected_count())
        if self._searching or self.table.navigating:
            self._rest.start()
        else:
            self._show_detail()

    def _show_detail(self) -> None:
        self._rest.stop()
        if not self.detail.isVisibleTo(self):
            return
        count = self.table.selected_count()
        if count == 1:
            self.detail.show_resident(self.table.selected_ids()[0])
        elif count:
            self.detail.show_nobody(tr("已选 {count} 位居民。").format(count=f"{count:,}"))
        else:
            self.detail.show_nobody(tr("在左边选一位居民，这里显示详细情况。"))

    def _on_copied(self, count: int) -> None:
        """Say that the table can be pasted, or that it is too long."""
        if count:
            self.desk.services.outputs.copied(count)
            self.count_label.setText(tr("已复制 {count} 行").format(count=f"{count:,}"))
            return
        words = tr("选中的人有 {count} 位，一次最多复制 {limit} 位。")
        self.desk.ask.tell(
            self,
            words.format(count=f"{self.table.selected_count():,}", limit=f"{COPY_LIMIT:,}"),
            tr("请少选一些；要全部名单，请用“导出”。"),
        )

    def _on_context_menu(self, place: QPoint) -> None:
        if not self.table.selected_count():
            return
        menu = QMenu(self)
        menu.addActions(self.commands.person_actions)
        menu.addSeparator()
        menu.addAction(self.table.copy_action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.table.viewport().mapToGlobal(place))

    def _on_columns(self) -> None:
        menu = self.table.columns_menu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.detail_button.mapToGlobal(self.detail_button.rect().bottomLeft()))

    def _on_theme(self) -> None:
        px = self.desk.theme.px
        self._column.setContentsMargins(px(16), px(12), px(16), px(10))
        self._column.setSpacing(px(8))
        self._top.setSpacing(px(8))
        self._fit_detail()
