"""The filter builder (筛选居民): conditions chosen by clicks, and what can be done with them."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.labels import FILTER_CONDITION
from linli.domain.resident_filters import check_filter, filter_phrases
from linli.domain.residents import FilterCount, ResidentFilter
from linli.gui.desk import Desk
from linli.gui.export_form import ExportForm
from linli.gui.fitting import fit_to_screen, scrolled
from linli.gui.flow import FlowLayout
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.print_dialog import open_print_dialog
from linli.gui.residents.filter_conditions import GROUPS, OFFERED, attributes_of, values_of
from linli.gui.residents.saved_filters import save_filter
from linli.gui.reveal import ask_numbers
from linli.gui.tab_order import follow_the_eye
from linli.progress import Progress

if TYPE_CHECKING:
    from linli.gui.jobs import Reading

_COUNT_AFTER_MS = 120
_PATIENCE_MS = 300
"""So long the old number may stand while another is counted."""

_NAME = Qt.ItemDataRole.UserRole


class FilterBuilder(QDialog):
    """Puts a filter together. Show it with `open()`; it deletes itself when closed.

    Signals:
        shown: show whom the filter finds; carries it. The dialog is shut.
        cards_requested: print cards for these residents (a list of ids). The dialog is shut.
    """

    shown = Signal(object)
    cards_requested = Signal(object)

    def __init__(
        self, desk: Desk, wanted: ResidentFilter, parent: QWidget | None, *, name: str = ""
    ) -> None:
        """Make the dialog.

        Args:
            desk: the working place.
            wanted: what is set at first.
            parent: the window.
            name: under which `wanted` is kept, if it is.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("筛选居民"))
        self._desk = desk
        self._name = name
        self._gone_to = ""
        self._grids = desk.services.grids.names()
        self._counting: Reading | None = None
        self._count: FilterCount | None = None
        self.rows: dict[str, _Row] = {}
        self.offer = self._make_offer()
        self._page = QWidget(self)
        self._lines = QVBoxLayout(self._page)
        self._lines.setContentsMargins(0, 0, desk.theme.px(8), 0)
        self._lines.addStretch(1)
        self.clear_button = QPushButton(tr("清空(&K)"), self)
        self.clear_button.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        self.clear_button.setAutoDefault(False)
        self.clear_button.clicked.connect(self.clear)
        self.hint = self._label("muted", tr("在左边点一下条件（或按回车），就加到这里。"))
        self._lines.insertWidget(0, self.hint)
        self._area = scrolled(self._page)
        self.sentence = self._label("subheading", "")
        self.count_label = self._label("muted", "")
        self._timer = self._make_timer(_COUNT_AFTER_MS, self._start_counting)
        self._patience = self._make_timer(_PATIENCE_MS, self._say_counting)
        self._arrange()
        for each in filter_phrases(wanted, self._grids):
            if each in OFFERED:
                self._add_row(each, values_of(each, wanted))
        self._on_edited()

    @property
    def wanted(self) -> ResidentFilter:
        """The filter as it is put together now."""
        found: dict[str, Any] = {}
        for name, row in self.rows.items():
            found |= attributes_of(name, row.input.value())
        return ResidentFilter(**found)

    def add_condition(self, name: str) -> None:
        """Add a condition, or go to it where it is there already."""
        if name not in self.rows:
            offered = OFFERED[name]
            first = offered.first
            self._add_row(name, values_of(name, ResidentFilter()) if first is None else first)
            self._on_edited()
        row = self.rows[name]
        self._gone_to = name
        row.input.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, row, lambda: self._area.ensureWidgetVisible(row))

    def remove_condition(self, name: str) -> None:
        """Take a condition off."""
        row = self.rows.pop(name)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.offer.setFocus()
        self._on_edited()

    def clear(self) -> None:
        """Take all conditions off."""
        for name in list(self.rows):
            self.remove_condition(name)

    # ---- laying out ----

    def _make_offer(self) -> QListWidget:
        offer = QListWidget(self)
        offer.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        for group, conditions in GROUPS.items():
            head = QListWidgetItem(tr(group), offer)
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            font = self._desk.theme.font(bold=True)
            head.setFont(font)
            for name in conditions:
                item = QListWidgetItem(tr(FILTER_CONDITION[name]), offer)
                item.setData(_NAME, name)
        offer.setCurrentRow(1)
        offer.itemClicked.connect(self._on_offered)
        offer.itemActivated.connect(self._on_offered)
        return offer

    def _arrange(self) -> None:
        theme = self._desk.theme
        words = QLabel(tr("可选的条件(&T)"), self)
        words.setBuddy(self.offer)
        self.offer.setAccessibleName(tr("可选的条件"))
        self.offer.setFixedWidth(theme.px(170))
        left = QVBoxLayout()
        left.addWidget(words)
        left.addWidget(self.offer, 1)
        right = QVBoxLayout()
        head = QHBoxLayout()
        head.addWidget(self._label("", tr("已选的条件，要同时符合")), 1)
        head.addWidget(self.clear_button)
        right.addLayout(head)
        right.addWidget(self._area, 1)
        top = QHBoxLayout()
        top.setSpacing(theme.px(16))
        top.addLayout(left)
        top.addLayout(right, 1)
        column = QVBoxLayout(self)
        margin = theme.px(16)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.px(10))
        column.addLayout(top, 1)
        column.addWidget(self._line())
        column.addWidget(self.sentence)
        column.addWidget(self.count_label)
        column.addWidget(self._make_buttons())
        fit_to_screen(self, theme.size(980, 680))
        self.offer.setFocus()

    def _make_buttons(self) -> QWidget:
        bar = QWidget(self)
        flow = FlowLayout(bar)

        def add(text: str, icon_name: str, slot: Callable[[], None]) -> QPushButton:
            button = QPushButton(text, bar)
            if icon_name:
                button.setIcon(icon(icon_name))
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            flow.addWidget(button)
            return button

        self.show_button = add(tr("显示(&S)"), "list-details", self._on_show)
        self.show_button.setProperty("primary", True)  # noqa: FBT003 - Qt's own signature
        self.show_button.setIcon(icon("list-details", "on_accent"))
        self.keep_button = add(tr("保存为常用筛选(&F)…"), "bookmark", self._on_keep)
        self.print_button = add(tr("打印名册(&P)…"), "printer", self._on_print)
        self.export_button = add(tr("导出(&E)…"), "file-export", self._on_export)
        self.cards_button = add(tr("打联系卡(&D)…"), "cards", self._on_cards)
        self.close_button = add(tr("关闭(&C)"), "", self.reject)
        return bar

    def _label(self, name: str, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _line(self) -> QFrame:
        line = QFrame(self)
        line.setObjectName("separator")
        return line

    def _make_timer(self, after: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(slot)
        return timer

    # ---- rows ----

    def _add_row(self, name: str, value: Any) -> None:
        offered, services = OFFERED[name], self._desk.services
        row = _Row(name, offered.make(services), self._page)
        row.input.set_value(value)
        row.input.edited.connect(self._on_edited)
        row.removed.connect(lambda: self.remove_condition(name))
        self.rows[name] = row
        self._lines.insertWidget(self._lines.count() - 1, row)
        load = offered.load
        if load is not None:
            self._desk.jobs.read(
                lambda _: load(services),
                lambda choices: self._on_loaded(name, row, choices),
                owner=row,
            )
        follow_the_eye(self)

    def _on_loaded(self, name: str, row: "_Row", choices: Mapping[Any, str]) -> None:
        """Offer what was read; the cursor goes where there is something to choose now."""
        row.input.set_choices(choices)
        if self._gone_to == name and not self.offer.hasFocus():
            row.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_offered(self, item: QListWidgetItem) -> None:
        name = item.data(_NAME)
        if name:
            self.add_condition(name)

    def _on_edited(self) -> None:
        """Tell the filter in words and count whom it finds."""
        wanted = self.wanted
        for place in range(self.offer.count()):
            item = self.offer.item(place)
            if item.data(_NAME):
                item.setIcon(icon("check" if item.data(_NAME) in self.rows else "plus"))
        self.hint.setVisible(not self.rows)
        self.clear_button.setEnabled(bool(self.rows))
        self.sentence.setText(self._desk.services.filters.words(wanted))
        problems = check_filter(wanted)
        self._stop_counting()
        if problems:
            self._say("error", problems[0].message)
        else:
            self._timer.start()
            self._patience.start()
        self._count = None
        self._enable(usable=not problems)

    def _enable(self, *, usable: bool) -> None:
        some = usable and (self._count is None or self._count.people > 0)
        self.show_button.setEnabled(usable)
        self.keep_button.setEnabled(usable)
        for button in (self.print_button, self.export_button, self.cards_button):
            button.setEnabled(some)

    # ---- counting ----

    def _stop_counting(self) -> None:
        self._timer.stop()
        self._patience.stop()
        if self._counting is not None:
            self._counting.cancel()
            self._counting = None

    def _start_counting(self) -> None:
        filters, wanted = self._desk.services.filters, self.wanted

        def count(progress: Progress) -> FilterCount:
            return filters.count(wanted, stop=lambda: progress.cancelled)

        self._counting = self._desk.jobs.read(count, self._on_counted, owner=self)

    def _say_counting(self) -> None:
        self._say("muted", tr("正在数…"))

    def _on_counted(self, count: FilterCount) -> None:
        self._counting = None
        self._patience.stop()
        self._count = count
        words = tr("共 {people} 人，{households} 户")
        self._say(
            "muted", words.format(people=f"{count.people:,}", households=f"{count.households:,}")
        )
        self._enable(usable=True)

    def _say(self, name: str, text: str) -> None:
        if self.count_label.objectName() != name:
            self.count_label.setObjectName(name)
            self.count_label.style().unpolish(self.count_label)
            self.count_label.style().polish(self.count_label)
        self.count_label.setText(text)

    @override
    def done(self, result: int) -> None:
        self._stop_counting()
        super().done(result)

    # ---- what to do with it ----

    def _on_show(self) -> None:
        wanted = self.wanted
        self.accept()
        self.shown.emit(wanted)

    def _on_keep(self) -> None:
        name = save_filter(self._desk, self, self.wanted, self._name)
        self._name = name or self._name

    def _on_print(self) -> None:
        way = ask_numbers(self._desk, self, tr("名册上的姓名和号码怎么写？"))
        if way is None:
            return
        services, wanted = self._desk.services, self.wanted
        title = tr("{name}名册").format(name=self._name or tr("居民"))

        def make(progress: Progress) -> bytes:
            register = services.filters.register(
                wanted, title, revealed=way.revealed, progress=progress
            )
            register = way.finished(self._desk, register)
            return services.registers.pdf(register, reason=way.reason, progress=progress)

        self._desk.jobs.run(
            make,
            owner=self,
            done=lambda content: open_print_dialog(self._desk, content, title, self),
            title=tr("正在准备名册…"),
        )

    def _on_export(self) -> None:
        ExportForm(self._desk, self.wanted, self, called=tr("这些条件找到的人")).open()

    def _on_cards(self) -> None:
        residents, wanted = self._desk.services.residents, self.wanted

        def request(ids: list[int]) -> None:
            self.accept()
            self.cards_requested.emit(ids)

        self._desk.jobs.run(
            lambda progress: list(residents.list_ids(wanted, stop=lambda: progress.cancelled)),
            owner=self,
            done=request,
            title=tr("正在找这些人…"),
        )


class _Row(QFrame):
    """A condition that was chosen: its name, its input, and a button that takes it off.

    Signals:
        removed: the clerk takes it off.
    """

    removed = Signal()

    def __init__(self, name: str, input_: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.input = input_
        title = tr(FILTER_CONDITION[name])
        words = QLabel(title, self)
        words.setContentsMargins(0, words.fontMetrics().height() // 3, 0, 0)
        if not input_.accessibleName():
            input_.setAccessibleName(title)
        self.remove_button = QToolButton(self)
        self.remove_button.setIcon(icon("x"))
        self.remove_button.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        self.remove_button.setToolTip(tr("去掉“{name}”").format(name=title))
        self.remove_button.setAccessibleName(self.remove_button.toolTip())
        self.remove_button.clicked.connect(self.removed)
        grid = QGridLayout(self)
        grid.addWidget(words, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(input_, 0, 1)
        grid.addWidget(self.remove_button, 0, 2, Qt.AlignmentFlag.AlignTop)
        advance = self.fontMetrics().horizontalAdvance
        grid.setColumnMinimumWidth(0, max(advance(tr(text)) for text in FILTER_CONDITION.values()))
        grid.setColumnStretch(1, 1)
