"""The main window: title band, tabs, the commands of the whole ledger, status line."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QIcon, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.gui.backups.watch import BackupWatch, stick_words
from linli.gui.card_commands import CARD_MENU
from linli.gui.cards.outdated_hint import OutdatedHint
from linli.gui.clipboard_guard import ClipboardGuard
from linli.gui.clocks.due_hint import DueHint
from linli.gui.desk import Desk
from linli.gui.duty_commands import DUTY_MENU
from linli.gui.fitting import fit_to_screen
from linli.gui.grid_commands import GRID_MENU
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.late import Late
from linli.gui.look_menu import keep_look, restore_look
from linli.gui.mediation_commands import MEDIATION_MENU
from linli.gui.menu_commands import MenuCommands
from linli.gui.register_commands import REGISTER_MENU
from linli.gui.rosters.on_duty_hint import OnDutyHint
from linli.gui.safety_commands import SAFETY_MENU
from linli.gui.status_line import StatusLine
from linli.gui.tab import Tab
from linli.gui.tabs import TabPages, Tabs, lines_for
from linli.gui.title_band import TitleBand
from linli.gui.toolbox import Toolbox
from linli.gui.view_band import ViewBand
from linli.gui.window_commands import WindowCommands

if TYPE_CHECKING:
    from linli.gui.jobs import Reading

_MINUTE_MS = 60_000
_BAND_UNITS = 400
_TOLD_MS = 8_000


class MainWindow(QMainWindow):
    """One open ledger.

    Signals:
        lock_requested: close the ledger and ask for the password again.
        reopen_requested: a ledger that could only be looked at is to be opened anew.
        closed: the window is gone; the program ends.
        help_requested: show the help of what one sees.
        first_day_requested: practise on a ledger of its own.
    """

    lock_requested = Signal()
    reopen_requested = Signal()
    closed = Signal()
    help_requested = Signal()
    first_day_requested = Signal()

    def __init__(self, desk: Desk, *, sample: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        restore_look(desk)
        self._version = desk.services.context.db.data_version()
        self._lines = lines_for(desk)
        self._pages = TabPages(self._lines, desk, self)
        self.tabs = Tabs(self._pages)
        self.commands = WindowCommands(desk, self)
        self.band = TitleBand(
            desk.theme, desk.services.context.actor.name, sample=sample, parent=self
        )
        self.tab_bar = QTabBar(self)
        self.register_commands = MenuCommands(REGISTER_MENU, desk, self)
        self.grid_commands = MenuCommands(GRID_MENU, desk, self)
        self.mediation_commands = MenuCommands(MEDIATION_MENU, desk, self)
        self.duty_commands = MenuCommands(DUTY_MENU, desk, self)
        self.card_commands = MenuCommands(CARD_MENU, desk, self)
        self.safety_commands = MenuCommands(SAFETY_MENU, desk, self)
        self.toolbox = Toolbox(
            self.commands,
            self.register_commands,
            self.grid_commands,
            self.mediation_commands,
            self.duty_commands,
            self.card_commands,
            self.safety_commands,
            self,
        )
        self._counting: Reading | None = None
        self.status = StatusLine(desk.theme, self)
        self.backup_watch = BackupWatch(desk, self)
        self.clipboard_guard = ClipboardGuard(desk.services.masking.clipboard_seconds, self)
        self._left = False
        self.outdated_hint = OutdatedHint(desk, self, self.status.set_outdated)
        self.due_hint = DueHint(desk, self, self.status.set_due)
        self.on_duty_hint = OnDutyHint(desk, self, self.status.set_on_duty)
        self._strip = QHBoxLayout()
        self._arrange()
        self._connect()
        self._on_theme()
        self._on_changed(Changes(kinds=frozenset(Kind)))
        self._restore_place()

    @property
    def current_tab(self) -> Tab:
        """The tab that is shown."""
        return self.tabs[self.tab_bar.currentIndex()]

    def show_tab(self, number: int) -> None:
        """Show a tab by its place."""
        self.tab_bar.setCurrentIndex(number)

    def bring_forward(self) -> None:
        """Show the window above the others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._look_for_others()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.desk.jobs.busy and not self.desk.ask.confirm(
            self, tr("还有工作没有做完，现在退出会取消它。"), accept=tr("退出")
        ):
            event.ignore()
            return
        if not self._left and self.backup_watch.last_backup_is_due():
            event.ignore()
            self.backup_watch.back_up_and_leave(self._leave)
            return
        self.desk.state.save("window/geometry", self.saveGeometry())
        super().closeEvent(event)
        self.closed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_strip()

    def _fit_strip(self) -> None:
        """Where space is short leave out the band, then signs and numbers of the tabs."""
        self.band.setVisible(self.height() >= self.desk.theme.px(_BAND_UNITS))
        margins = self._strip.contentsMargins()
        taken = margins.left() + margins.right() + 2 * self._strip.spacing()
        for signs, numbers in ((True, True), (False, True), (False, False)):
            self._dress_tabs(signs=signs, numbers=numbers)
            left = self.width() - self.tab_bar.sizeHint().width() - taken
            self.toolbox.fit(left)
            if self.toolbox.sizeHint().width() <= left:
                break
        self.tab_bar.updateGeometry()  # tabs that were dressed while being laid out
        self._strip.invalidate()

    def _dress_tabs(self, *, signs: bool, numbers: bool) -> None:
        for place, line in enumerate(self._lines):
            words = tr(line.title)
            text = f"{words}(&{place + 1})" if numbers else words
            if self.tab_bar.tabText(place) != text:
                self.tab_bar.setTabText(place, text)
            if self.tab_bar.tabIcon(place).isNull() is signs:
                self.tab_bar.setTabIcon(place, icon(line.icon_name, "accent") if signs else QIcon())

    def _arrange(self) -> None:
        strip = QFrame(self)
        strip.setObjectName("strip")
        strip.setLayout(self._strip)
        self.tab_bar.setExpanding(False)
        self.tab_bar.setDrawBase(False)
        self.tab_bar.setAccessibleName(tr("页面"))
        self._strip.addWidget(self.tab_bar, 0, Qt.AlignmentFlag.AlignBottom)
        self._strip.addStretch(1)
        self._strip.addWidget(self.toolbox)
        for place, line in enumerate(self._lines, 1):
            words = tr(line.title)
            self.tab_bar.addTab(icon(line.icon_name, "accent"), f"{words}(&{place})")
            self.tab_bar.setTabToolTip(place - 1, f"Ctrl+{place}")
            self._add_tab_key(place, words)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.band, strip):
            column.addWidget(widget)
        refusal = self.desk.services.context.db.refusal
        if refusal is not None:
            view_band = ViewBand(refusal, self.desk.theme, self)
            view_band.reopen_requested.connect(self.reopen_requested)
            column.addWidget(view_band)
        column.addWidget(self._pages, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)

    def _add_tab_key(self, place: int, words: str) -> None:
        action = QAction(tr("到“{tab}”").format(tab=words), self)
        action.setShortcut(QKeySequence(f"Ctrl+{place}"))
        action.triggered.connect(lambda _checked: self.show_tab(place - 1))
        self.addAction(action)

    def _connect(self) -> None:
        self._pages.made.connect(self._on_made)
        self.tab_bar.currentChanged.connect(self._pages.show_tab)
        self._pages.show_tab(self.tab_bar.currentIndex())
        self.commands.search_requested.connect(self._on_search)
        self.commands.jump_requested.connect(self._on_jump)
        self.desk.bus.backed_up.connect(self._show_backup)
        self.backup_watch.changed.connect(self._show_backup)
        for asked, shown in (
            (self.status.backups_requested, Late("backups.dialog", "open_backups")),
            (self.status.outdated_requested, Late("cards.outdated", "open_outdated")),
            (self.status.on_duty_requested, Late("rosters.lists", "open_on_duty")),
            (self.status.due_requested, Late("clocks.dialog", "open_clocks")),
        ):
            asked.connect(partial(shown, self.desk, self))
        self.clipboard_guard.waiting.connect(self._on_copied)
        self.clipboard_guard.cleared.connect(self._on_cleared)
        self.commands.lock.triggered.connect(self.lock_requested)
        self.commands.keys_requested.connect(self._on_keys)
        self.commands.help_requested.connect(self.help_requested)
        self.commands.first_day_requested.connect(self.first_day_requested)
        self.commands.quit.triggered.connect(self.close)
        self.desk.bus.changed.connect(self._on_changed)
        self.desk.theme.changed.connect(self._on_theme)
        clock = QTimer(self)
        clock.setInterval(_MINUTE_MS)
        clock.timeout.connect(self._show_backup)
        clock.start()

    def _restore_place(self) -> None:
        geometry = self.desk.state.bytes("window/geometry")
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            fit_to_screen(self, self.desk.theme.size(1280, 800))
            self.setWindowState(Qt.WindowState.WindowMaximized)
        self.current_tab.focus_search()

    def _look_for_others(self) -> None:
        """Read again if another process has changed the ledger meanwhile."""
        version = self.desk.services.context.db.data_version()
        if version != self._version:
            self._version = version
            self.desk.bus.publish_all()

    def _show_backup(self) -> None:
        now = self.desk.services.context.clock()
        self.band.set_day(now)
        self.status.set_backup(self.desk.services.backups.status(), now)
        self.status.set_stick(*stick_words(self.desk, self.backup_watch.stick))

    def _leave(self) -> None:
        self._left = True
        self.close()

    def _on_search(self) -> None:
        for number, tab in enumerate(self.tabs):
            if tab.focus_search():
                self.show_tab(number)
                tab.focus_search()
                return

    def _on_made(self, tab: Tab) -> None:
        from linli.gui.residents.tab import ResidentsTab

        tab.cards_requested.connect(self._on_cards)
        tab.import_requested.connect(self.commands.import_ledger.trigger)
        if isinstance(tab, ResidentsTab):
            self.commands.shown = partial(getattr, tab, "current_filter")

    def _on_jump(self) -> None:
        from linli.gui.jump import Destinations, open_jump
        from linli.gui.residents.tab import ResidentsTab

        residents = self.tabs[0]
        if not isinstance(residents, ResidentsTab):
            raise TypeError("the first tab shows residents")

        def to_residents(show: Callable[[Any], None], what: object) -> None:
            self.show_tab(0)
            show(what)

        menus = (
            *(self.commands.menu, self.commands.look.actions()),
            *(self.register_commands.menu, self.grid_commands.menu),
            *(self.mediation_commands.menu, self.duty_commands.menu),
            *(self.card_commands.menu, self.safety_commands.menu),
        )
        destinations = Destinations(
            resident=partial(to_residents, residents.show_resident),
            card=partial(to_residents, residents.show_card),
            filter=partial(to_residents, residents.filters.use_kept),
            commands=[
                action
                for menu in menus
                for action in menu
                if action is not None and not action.isSeparator() and action.menu() is None
            ],
        )
        open_jump(self.desk, self, destinations)

    def _on_keys(self) -> None:
        """Show the keys of the whole window, of tabs too that nobody has opened yet."""
        made = [self, *self.tabs]
        found = list(dict.fromkeys(each for page in made for each in page.findChildren(QAction)))
        Late("keys_dialog", "KeysDialog")(self.desk, found, self).open()

    def _on_cards(self, resident_ids: Sequence[int]) -> None:
        Late("cards.dialog", "open_card_dialog")(self.desk, resident_ids, self)

    def _on_changed(self, changes: Changes) -> None:
        if self._counting is not None:
            self._counting.cancel()
        if self.desk.may(Right.READ):
            self._counting = self.desk.jobs.read(
                lambda _: self.desk.services.residents.counts(),
                self.status.set_counts,
                owner=self,
            )
        if changes.touches(Kind.SETTINGS):
            hall = self.desk.services.settings.hall()
            self.band.set_hall(hall.hall_name)
            self.setWindowTitle(tr("{hall} - 邻里台").format(hall=hall.hall_name))
        self._show_backup()

    def _on_copied(self, seconds: int) -> None:
        words = tr("已复制，{seconds} 秒后从剪贴板清除。")
        self.status.showMessage(words.format(seconds=seconds), _TOLD_MS)

    def _on_cleared(self) -> None:
        self.status.showMessage(tr("剪贴板里的内容已清除。"), _TOLD_MS)

    def _on_theme(self) -> None:
        px = self.desk.theme.px
        self._strip.setContentsMargins(px(8), px(4), px(12), 0)
        self._strip.setSpacing(px(6))
        self.tab_bar.setIconSize(self.desk.theme.size(20, 20))
        self.setMinimumSize(px(480), min(px(360), 560))
        self._fit_strip()
        keep_look(self.desk)
