"""Composition root of the window: log, one window per ledger, sign-in, services, main window."""

import logging
import os
import secrets
import sys
import tempfile
import threading
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from linli import __version__
from linli.defects import stop_watching
from linli.errors import StorageProblem, UserError
from linli.gui.ask import Ask
from linli.gui.bus import Bus
from linli.gui.crash import CrashHandler
from linli.gui.desk import Desk
from linli.gui.first_start import FoundPage
from linli.gui.fonts import ScreenFonts, interface_families
from linli.gui.help.helper import Helper
from linli.gui.i18n import install_translations, tr
from linli.gui.icons import icon
from linli.gui.input_method import current_way, environment_for, start_bridge
from linli.gui.jobs import Jobs
from linli.gui.page import Page
from linli.gui.recovery_code import RecoveryPage, ask_about_code
from linli.gui.single_instance import SingleInstance
from linli.gui.state import WindowState
from linli.gui.theme import Theme
from linli.gui.tour.starting import start_practice
from linli.gui.unlock import DuePage, RecoverPage, UnlockPage
from linli.gui.welcome import WelcomeWindow
from linli.paths import DataDir
from linli.services.ledger import (
    CreatedLedger,
    account_names,
    create_ledger,
    recovery_code_is_kept,
)
from linli.services.practice import discard, open_practice, workbook_of

if TYPE_CHECKING:
    from linli.gui.locking.lock import WindowLock
    from linli.gui.main_window import MainWindow
    from linli.gui.tour.tour import Tour
    from linli.progress import Progress
    from linli.services.context import Context
    from linli.services.restores import PreparedRestore

logger = logging.getLogger(__name__)
_LOG_BYTES = 500_000


def run(data_dir: DataDir, argv: Sequence[str] = (), *, practice: bool = False) -> int:
    """Show the window of the ledger in `data_dir` and return the exit code.

    Args:
        data_dir: the ledger's folder; need not exist yet.
        argv: arguments for Qt.
        practice: lead through the first day on fictitious people (练习), without a password.

    The language is Chinese unless `LINLI_LANGUAGE` names another (`en`, after `tasks.py i18n`).
    """
    way = current_way(os.environ)
    with environment_for(way):
        app = QApplication([sys.argv[0], *argv])
    app.setOrganizationName("linli")
    app.setApplicationName("linli")
    app.setApplicationDisplayName("邻里台")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("linli")
    app.setQuitOnLastWindowClosed(False)
    start_bridge(app, way)
    install_translations(app, os.environ.get("LINLI_LANGUAGE", "zh_CN"))
    state = WindowState(data_dir.window_state)
    look = state.text("window/look", "system")
    theme = Theme(app, interface_families(), state.number("window/zoom", 100), look)
    app.setWindowIcon(icon("building-community", "accent"))
    ask = Ask(workbook_of(data_dir).parent if practice else None)
    instance = SingleInstance(data_dir.window_lock, viewable=data_dir.exists())
    try:
        if not instance.claim():
            return 0
        _log_to(data_dir)
        logger.info("input method: %s", way)
        crashes = CrashHandler(data_dir.logs, ask, app)
        crashes.install()
        program = Program(data_dir, theme, ask, state, app, practice=practice)
        instance.asked_forward.connect(program.bring_forward)
        program.start()
        crashes.watch()
    except UserError as error:
        ask.warn(None, error.message)
        return 1
    try:
        return app.exec()
    finally:
        program.close()
        stop_watching()
        instance.release()


class Program(QObject):
    """Leads from the first window to the open ledger, and back when it is locked."""

    def __init__(
        self,
        data_dir: DataDir,
        theme: Theme,
        ask: Ask,
        state: WindowState,
        parent: QObject,
        *,
        practice: bool = False,
    ) -> None:
        super().__init__(parent)
        self._data_dir = data_dir
        self._practice = practice
        self._tour: Tour | None = None
        self._thrown_away = False
        self._theme = theme
        self._ask = ask
        self._state = state
        self._jobs = Jobs(ask, self)
        self._fonts = ScreenFonts(theme, self)
        self._help = Helper(theme, self)
        self._welcome: WelcomeWindow | None = None
        self._window: MainWindow | None = None
        self._lock: WindowLock | None = None
        self._context: Context | None = None
        self._sample_folder: tempfile.TemporaryDirectory[str] | None = None

    def start(self) -> None:
        """Show the first window: sign-in, or founding where there is no ledger yet.

        Raises:
            UserError: the ledger's files are damaged or missing.
        """
        if self._practice:
            self._show_practice()
        else:
            self._show_first_page()
        QTimer.singleShot(0, self, _import_early)

    def bring_forward(self) -> None:
        """Show whichever window is open above all others."""
        locked = None if self._lock is None else self._lock.front
        window = locked or self._window or self._welcome
        if window is not None:
            window.showNormal() if window.isMinimized() else window.show()
            window.raise_()
            window.activateWindow()

    def close(self) -> None:
        """Stop the work, close the ledger, remove the sample."""
        self._jobs.close()
        self._drop_windows()
        self._help.close()
        self._close_ledger()
        if self._thrown_away:
            discard(self._data_dir)

    def _show_first_page(self) -> None:
        try:
            if self._data_dir.exists():
                self._show_unlock()
            else:
                self._show_founding()
        except StorageProblem as problem:
            self._show_backups(problem.message)

    def _show_practice(self) -> None:
        """Open the practice ledger beside the window; where that fails, say why and end."""
        from linli.gui.tour.starting import PracticePage

        self._page(PracticePage(self._theme))
        if self._welcome is not None:
            self._jobs.run(
                lambda progress: open_practice(self._data_dir, progress=progress),
                owner=self._welcome,
                done=self._open,
                failed=self._on_no_practice,
                cancelled=QApplication.quit,
                title=tr("正在准备练习…"),
            )

    def _on_first_day(self) -> None:
        start_practice(self._ask, self._window or self._welcome, self._data_dir)

    def _on_no_practice(self, error: UserError) -> None:
        self._ask.warn(self._welcome, error.message)
        QApplication.quit()

    def _lead_through(self, window: "MainWindow") -> None:
        """Begin the first day over the practice window."""
        from linli.gui.tour.tour import Tour

        self._tour = Tour(window, self._help)
        self._tour.ended.connect(self._on_tour_ended)

    def _on_tour_ended(self) -> None:
        self._thrown_away = True
        QApplication.quit()

    def _show_backups(self, problem: str = "") -> None:
        """Show what can be gone back to; `problem` is why the ledger does not open."""
        from linli.gui.backups.page import RestorePage

        page = RestorePage(self._data_dir, self._theme, self._ask, self._jobs, problem=problem)
        page.prepared.connect(self._restore, Qt.ConnectionType.QueuedConnection)
        page.left.connect(self._show_first_page)
        self._page(page)

    def _restore(self, prepared: "PreparedRestore") -> None:
        """Close the ledger, put the restored one into its place, and ask for the password."""
        from linli.services.restores import switch

        self._jobs.close()  # nothing may read the ledger while its files are changed
        self._jobs.deleteLater()
        self._jobs = Jobs(self._ask, self)
        self._drop_windows()
        if self._context is not None:
            self._context.db.close()  # nothing is written any more: it is saved already
            self._context = None
        try:
            switch(self._data_dir, prepared)
        except StorageProblem as problem:
            self._show_first_page()
            self._ask.warn(self._welcome, problem.message)
            return
        self._show_first_page()
        words = tr("已恢复到 {when} 的备份，请用做备份时的密码登录。").format(
            when=prepared.info.at.strftime("%Y-%m-%d %H:%M")
        )
        page = None if self._welcome is None else self._welcome.page
        if isinstance(page, Page):
            page.words.setText(words)
        if prepared.notes:
            self._ask.tell(self._welcome, words, "\n".join(prepared.notes))

    def _show_unlock(self) -> None:
        page = UnlockPage(self._data_dir, account_names(self._data_dir), self._theme, self._jobs)
        page.unlocked.connect(self._open)
        page.change_due.connect(self._show_change)
        page.recovery_asked.connect(self._show_recovery)
        page.backup_asked.connect(self._show_backups)
        self._page(page)

    def _show_change(self, account: str, password: str, why: str) -> None:
        page = DuePage(self._data_dir, account, password, why, self._theme, self._jobs)
        page.unlocked.connect(self._open)
        page.left.connect(self._show_unlock)
        self._page(page)

    def _show_recovery(self) -> None:
        page = RecoverPage(self._data_dir, account_names(self._data_dir), self._theme, self._jobs)
        page.unlocked.connect(self._open)
        page.left.connect(self._show_unlock)
        self._page(page)

    def _show_founding(self) -> None:
        page = FoundPage(self._data_dir, self._theme, self._jobs)
        page.founded.connect(self._show_code)
        page.sample_asked.connect(self._make_sample)
        page.first_day_asked.connect(self._on_first_day)
        page.backup_asked.connect(self._show_backups)
        self._page(page)

    def _show_code(self, created: CreatedLedger) -> None:
        self._context = created.context
        page = RecoveryPage(
            created.context,
            created.recovery_code,
            tr("进入邻里台(&G)"),
            self._theme,
            self._ask,
            self._jobs,
        )
        page.kept.connect(lambda: self._open(created.context))
        self._page(page)

    def _page(self, page: QWidget) -> None:
        if self._welcome is None:
            self._welcome = WelcomeWindow(self._theme)
            self._welcome.closed.connect(QApplication.quit)
            self._welcome.show()
        self._welcome.set_page(page)

    def _make_sample(self) -> None:
        """Build the sample community in a folder of its own, which goes when the program ends."""
        if self._jobs.busy:
            return
        folder = tempfile.TemporaryDirectory(prefix="linli-sample-", ignore_cleanup_errors=True)
        self._sample_folder = folder

        def work(progress: "Progress") -> "Context":
            from linli.services.sample import SampleService

            created = create_ledger(
                DataDir(Path(folder.name)),
                community=tr("西河社区"),
                account=tr("试用"),
                password=secrets.token_urlsafe(16),
            )
            try:
                SampleService(created.context).create(progress=progress)
            except BaseException:
                created.context.db.close()
                raise
            return created.context

        if self._welcome is not None:
            title = tr("正在准备示例社区…")
            self._jobs.run(
                work,
                owner=self._welcome,
                done=self._open,
                failed=self._on_no_sample,
                cancelled=self._close_ledger,
                title=title,
            )

    def _on_no_sample(self, error: UserError) -> None:
        self._close_ledger()
        self._ask.warn(self._welcome, error.message)

    def _open(self, context: "Context") -> None:
        """Show the main window of an unlocked ledger."""
        from linli.gui.main_window import MainWindow
        from linli.services.container import open_services

        self._context = context
        services = open_services(context)
        desk = Desk(
            services=services,
            bus=Bus(),
            jobs=self._jobs,
            ask=self._ask,
            theme=self._theme,
            state=self._state,
        )
        only_viewed = context.db.refusal is not None
        if not only_viewed:
            services.fonts.drop_unused()
        self._fonts.follow(desk)
        self._help.set_desk(None if only_viewed else desk)
        window = MainWindow(desk, sample=self._sample_folder is not None)
        window.closed.connect(QApplication.quit)
        window.lock_requested.connect(self._on_lock)
        window.reopen_requested.connect(self._sign_out)
        window.help_requested.connect(self._help.show_help)
        if not self._practice:
            window.first_day_requested.connect(self._on_first_day)
        self._window = window
        window.show()
        if self._welcome is not None:
            self._welcome.hide()
            self._welcome.deleteLater()
            self._welcome = None
        if self._practice:
            self._lead_through(window)
        if self._practice or self._sample_folder is not None:
            return
        self._watch_over(desk, window)
        if only_viewed:
            return
        desk.bus.restore_decided.connect(self._restore, Qt.ConnectionType.QueuedConnection)
        if context.db.refusal is None:
            window.backup_watch.start()
        if not recovery_code_is_kept(context):
            QTimer.singleShot(0, window, lambda: ask_about_code(desk, window))
        QTimer.singleShot(0, window, lambda: _look_about(desk, window))

    def _watch_over(self, desk: Desk, window: "MainWindow") -> None:
        """Lock the window after a while, and when the session locks."""
        from linli.gui.locking.lock import WindowLock

        self._lock = WindowLock(desk, window)
        self._lock.left.connect(self._sign_out)
        self._lock.closed.connect(QApplication.quit)
        self._lock.watch_session()

    def _on_lock(self) -> None:
        """Hide the window until the password is typed; a sample, which has none, is thrown away."""
        if self._lock is not None:
            self._lock.lock()
        elif self._practice:
            self._ask.tell(self._window, tr("练习没有密码，不用锁定。"))
        elif self._jobs.busy:
            self._ask.warn(self._window, tr("还有工作没有做完，请等它完成再锁定。"))
        else:
            self._sign_out()

    def _sign_out(self) -> None:
        """Close the ledger and show the first page again."""
        self._drop_windows()
        self._close_ledger()
        self._show_first_page()

    def _drop_windows(self) -> None:
        """Delete the windows at once: they must not outlive the ledger that they show."""
        self._help.set_desk(None)
        if self._tour is not None:
            self._tour.close()
            self._tour = None
        if self._window is not None:
            from linli.gui.drafts.reopening import keep_open_forms

            keep_open_forms()
        if self._lock is not None:
            self._lock.drop()
            with suppress(StorageProblem):  # a full disk keeps nobody from leaving
                self._lock.finish()
        for window in (self._window, self._welcome):
            if window is not None:
                window.hide()
                shiboken6.delete(window)
        self._window = self._welcome = self._lock = None

    def _close_ledger(self, how: str = "退出") -> None:
        if self._context is not None:
            from linli.services.signing_out import sign_out

            sign_out(self._context, how)
            self._context = None
        if self._sample_folder is not None:
            self._sample_folder.cleanup()
            self._sample_folder = None


def _import_early() -> None:
    """Load the heavy modules beside the typing of the password."""
    names = ("linli.services.container", "linli.gui.residents.tab", "linli.gui.main_window")
    worker = threading.Thread(target=lambda: [import_module(name) for name in names], daemon=True)
    worker.start()


def _look_about(desk: Desk, window: "MainWindow") -> None:
    """Say what is to be seen to after signing in; nobody waits for it to use the window."""
    from linli.gui.drafts.dialog import offer_drafts
    from linli.gui.privacy.returned import offer_waiting
    from linli.gui.trust_warnings import TrustWarnings

    TrustWarnings(desk, window).look()
    offer_waiting(desk, window)
    offer_drafts(desk, window)


def _log_to(data_dir: DataDir) -> None:
    """Write warnings and errors to a file that stays small; personal data never gets there.

    Where it cannot be written (rights, full disk) the program goes on without it.
    """
    logging.raiseExceptions = False  # a log that fails later says so to nobody either
    try:
        data_dir.logs.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            data_dir.logs / "linli.log", maxBytes=_LOG_BYTES, backupCount=2, encoding="utf-8"
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    logger.info("start, version %s", __version__)
