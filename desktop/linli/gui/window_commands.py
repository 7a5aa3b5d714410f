"""The commands of the whole ledger: undo, import, export, history, backup, settings, type size."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from linli.domain.backups import MANUAL
from linli.domain.changes import Changes
from linli.domain.name_troubles import with_gaps
from linli.domain.residents import ResidentFilter
from linli.gui import actions
from linli.gui.actions import make_action
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.late import Late
from linli.gui.look_menu import LookMenu

if TYPE_CHECKING:
    from collections.abc import Callable


class WindowCommands(QObject):
    """Actions of the main window; their keys work in every tab.

    `shown` tells whom the residents table shows, for an export of the same people.

    Signals:
        search_requested: put the cursor into the search box.
        jump_requested: ask where to jump.
        undo_changed: undo and redo would do something else now.
        help_requested: show the help of what one sees.
        first_day_requested: practise on a ledger of its own.
        keys_requested: show the keys of the window and its tabs.
    """

    search_requested = Signal()
    jump_requested = Signal()
    undo_changed = Signal()
    help_requested = Signal()
    first_day_requested = Signal()
    keys_requested = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.shown: Callable[[], ResidentFilter] = ResidentFilter
        theme = desk.theme
        self.find = make_action(actions.FIND, window, self.search_requested.emit, desk)
        self.jump = make_action(actions.JUMP, window, self.jump_requested.emit, desk)
        self.undo = make_action(actions.UNDO, window, self._on_undo, desk)
        self.redo = make_action(actions.REDO, window, self._on_redo, desk)
        self.import_ledger = make_action(actions.IMPORT, window, self._on_import, desk)
        self.paste = make_action(
            actions.PASTE,
            window,
            lambda: Late("importing.dialog", "import_pasted")(self._desk, self._window),
            desk,
        )
        self.export = make_action(actions.EXPORT, window, self._on_export, desk)
        self.history = make_action(actions.HISTORY, window, self._on_history, desk)
        self.back_up = make_action(actions.BACKUP, window, self._on_back_up, desk)
        self.settings = make_action(actions.SETTINGS, window, self._on_settings)
        self.zoom_in = make_action(actions.ZOOM_IN, window, lambda: theme.step_zoom(1))
        self.zoom_out = make_action(actions.ZOOM_OUT, window, lambda: theme.step_zoom(-1))
        self.zoom_reset = make_action(actions.ZOOM_RESET, window, lambda: theme.set_zoom(100))
        self.help = make_action(actions.HELP, window, self.help_requested.emit)
        self.first_day = make_action(actions.FIRST_DAY, window, self.first_day_requested.emit)
        self.keys = make_action(actions.KEYS, window, self.keys_requested.emit)
        self.lock = make_action(actions.LOCK, window, lambda: None)
        self.quit = make_action(actions.QUIT, window, lambda: None)
        self.zoom_in.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.look = LookMenu(theme, (self.zoom_in, self.zoom_out, self.zoom_reset), window)
        desk.bus.changed.connect(self._on_changed)
        self._on_changed()

    @property
    def menu(self) -> list[QAction | None]:
        """What the menu shows, None for a line."""
        return [
            self.jump,
            None,
            self.import_ledger,
            self.paste,
            self.export,
            None,
            self.undo,
            self.redo,
            self.history,
            None,
            self.look.menuAction(),
            None,
            self.back_up,
            self.settings,
            None,
            self.help,
            self.first_day,
            self.keys,
            None,
            self.lock,
            self.quit,
        ]

    def _on_undo(self) -> None:
        history = self._desk.services.history
        self._desk.jobs.run(
            lambda _progress: history.undo(),
            owner=self._window,
            done=self._desk.bus.publish,
            title=tr("正在撤销…"),
        )

    def _on_redo(self) -> None:
        history = self._desk.services.history
        self._desk.jobs.run(
            lambda _progress: history.redo(),
            owner=self._window,
            done=self._desk.bus.publish,
            title=tr("正在重做…"),
        )

    def _on_import(self) -> None:
        Late("importing.dialog", "import_ledger")(self._desk, self._window)

    def _on_paste(self) -> None:
        Late("importing.dialog", "import_pasted")(self._desk, self._window)

    def _on_export(self) -> None:
        Late("export_form", "ExportForm")(self._desk, self.shown(), self._window).open()

    def _on_history(self) -> None:
        Late("journal_dialog", "JournalDialog")(self._desk, self._window).open()

    def _on_back_up(self) -> None:
        backups = self._desk.services.backups
        self._desk.jobs.run(
            lambda progress: backups.make_by_hand(MANUAL, progress),
            owner=self._window,
            done=lambda _info: self._on_backed_up(),
            title=tr("正在备份…"),
        )

    def _on_backed_up(self) -> None:
        self._desk.bus.backed_up.emit()
        folder = self._desk.services.context.data_dir.backups
        words = tr("备份完成，已经打开核对过。")
        self._desk.ask.tell(self._window, words, tr("位置：{path}").format(path=folder))

    def _on_settings(self) -> None:
        dialog = Late("settings_dialog", "SettingsDialog")(
            self._desk, self._on_back_up, self._window
        )
        dialog.saved.connect(self._desk.bus.publish)
        dialog.open()

    def _on_changed(self, _changes: Changes | None = None) -> None:
        state = self._desk.services.history.state()
        for action, step, none, some in (
            (self.undo, state.undo, tr("撤销(&U)"), tr("撤销(&U)：{step}")),
            (self.redo, state.redo, tr("重做(&R)"), tr("重做(&R)：{step}")),
        ):
            action.setEnabled(step is not None)
            done = with_gaps(step.action) if step else ""
            action.setText(some.format(step=_short(done)) if step else none)
            action.setIconText(actions.plain(action.text()))
            words = some.format(step=done) if step else none
            keys = action.shortcut().toString()
            action.setToolTip(f"{actions.plain(words)}（{keys}）")
        self.undo_changed.emit()


def _short(text: str, most: int = 14) -> str:
    text = text.replace("&", "&&")
    return text if len(text) <= most else f"{text[: most - 1]}…"
