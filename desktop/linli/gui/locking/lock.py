"""Locking the open ledger and unlocking it again (锁定、解锁)."""

from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes, Kind
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.locking.curtain import Curtain
from linli.gui.locking.idle import IdleWatch
from linli.gui.locking.page import LockPage
from linli.gui.locking.session import SessionWatch
from linli.gui.theme import Theme
from linli.gui.welcome import WelcomeWindow
from linli.services.keys import Tried
from linli.services.ledger import note_locked, note_unlocked, verify_password

BY_HAND = mark("手动")
IDLE = mark("一段时间没有操作")
SESSION = mark("电脑锁屏")


class _Front(WelcomeWindow):
    """The window in place of all others; it closes only if nothing is lost by it unasked."""

    def __init__(self, theme: Theme, may_close: Callable[[], bool]) -> None:
        super().__init__(theme)
        self._may_close = may_close

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close():
            super().closeEvent(event)
        else:
            event.ignore()


class WindowLock(QObject):
    """Hides the window and all that is open with it until the password is typed.

    Jobs go on meanwhile. What the audit trail is to hold waits for them, because they may be
    writing; `finish` writes what is left.

    Signals:
        left: somebody else wants to sign in; sign out.
        closed: the lock's window was closed; the program ends.
    """

    left = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        """Watch over the main window of an open ledger."""
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._notes: deque[Callable[[], None]] = deque()
        self._curtain = Curtain(self)
        self._front: WelcomeWindow | None = None
        self._idle = IdleWatch(self)
        self._idle.fell_idle.connect(lambda: self.lock(IDLE))
        self._idle.lock_pressed.connect(self.lock)
        self._session = SessionWatch(self)
        self._session.locked.connect(lambda: self.lock(SESSION))
        desk.bus.changed.connect(self._on_changed)
        self._read_rules()

    @property
    def front(self) -> WelcomeWindow | None:
        """The window in place of all others while it is locked."""
        return self._front

    def watch_session(self) -> None:
        """Lock when the session locks, where the system says so."""
        self._session.watch(self._window)

    def lock(self, why: str = BY_HAND) -> None:
        """Hide everything and ask for the password; nothing happens if it is locked already."""
        if self._front is not None:
            return
        context = self._desk.services.context
        page = LockPage(context.actor.name, partial(verify_password, context), self._desk.theme)
        page.unlocked.connect(self._on_unlocked)
        page.left.connect(self._on_left)
        self._front = _Front(self._desk.theme, self._may_close)
        self._front.closed.connect(self.closed)
        self._front.set_page(page)
        self._curtain.draw(self._front)
        self._front.show()
        self._front.activateWindow()
        self._note(partial(note_locked, context, context.clock(), tr(why)))

    def finish(self) -> None:
        """Write into the audit trail what has not been written yet.

        Raises:
            StorageProblem: the ledger cannot be written.
        """
        while self._notes:
            self._notes.popleft()()

    def drop(self) -> None:
        """Take the lock's window away; what is behind it stays hidden."""
        if self._front is not None:
            self._front.hide()
            self._front.deleteLater()
            self._front = None

    def unsaved(self) -> int:
        """Return how many open forms hold something that is not saved."""
        return sum(form.form.modified for form in self._window.findChildren(FormDialog))

    def _on_unlocked(self, tried: Tried) -> None:
        context = self._desk.services.context
        self.drop()
        self._curtain.lift()
        self._idle.touch()
        self._note(partial(note_unlocked, context, tried, context.clock()))

    def _on_left(self) -> None:
        ask, front = self._desk.ask, self._front
        if self._desk.jobs.busy:
            ask.warn(front, tr("还有工作没有做完，请等它完成再换账号。"))
            return
        if self._may_lose(tr("换账号登录")):
            self._leave()

    def _may_close(self) -> bool:
        if self._desk.jobs.busy and not self._desk.ask.confirm(
            self._front, tr("还有工作没有做完，现在退出会取消它。"), accept=tr("退出")
        ):
            return False
        return self._may_lose(tr("退出"))

    def _may_lose(self, verb: str) -> bool:
        """Ask before forms are closed that hold something."""
        count = self.unsaved()
        if not count:
            return True
        name = self._desk.services.context.actor.name
        words = tr("“{name}”还有 {count} 份没有保存的内容，{verb}会关掉它们。")
        return self._desk.ask.confirm(
            self._front,
            words.format(name=name, count=count, verb=verb),
            accept=verb,
            detail=tr("填了一半的表会留着，{name}下次登录时可以接着填。").format(name=name),
        )

    def _leave(self) -> None:
        """Sign out once no question is waiting for an answer any more."""
        if self._curtain.dismiss():
            QTimer.singleShot(0, self, self._leave)
        else:
            self.left.emit()

    def _note(self, write: Callable[[], None]) -> None:
        self._notes.append(write)
        self._desk.jobs.run(
            lambda _progress: self.finish(),
            owner=self._window,
            done=lambda _: None,
            background=True,
        )

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.SETTINGS):
            self._read_rules()

    def _read_rules(self) -> None:
        self._idle.set_minutes(self._desk.services.settings.safety().idle_minutes)
