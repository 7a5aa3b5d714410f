"""Backups that nobody asks for: of the day, onto the stick, and their rehearsal.

Looked for now and then while the window is open; done beside the clerk's work, which they never
hold up.
"""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from linli.domain.backups import CLOSING, DAILY
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.status_line import spoken
from linli.progress import Progress
from linli.services.backups import StickStatus

_FIRST_LOOK_MS = 3_000
_LOOK_MS = 10_000
_AFTER_FAILURE_S = 600
_REHEARSE_AFTER_S = 300


class BackupWatch(QObject):
    """Makes backups when they are due.

    Signals:
        changed: a backup was made, tried out or carried, or the stick was plugged or pulled.
    """

    changed = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._backups = desk.services.backups
        self._working = False
        self._begun = monotonic()
        self._not_before = 0.0
        self._given_up: int | None = None
        self.stick: StickStatus | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def started(self) -> bool:
        """Whether it looks; over a sample it does not."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begin to look, in a moment."""
        self._begun = monotonic()
        self._timer.start()
        QTimer.singleShot(_FIRST_LOOK_MS, self, self.look)

    def look(self) -> None:
        """Do what is due, one thing at a time."""
        if self._working or self._desk.jobs.busy or monotonic() < self._not_before:
            return
        if self._backups.due():
            self._work(lambda progress: self._backups.make(DAILY, progress))
        elif monotonic() - self._begun > _REHEARSE_AFTER_S and self._backups.rehearsal_due():
            self.rehearse(lambda _problems: None)
        else:
            self._desk.jobs.read(
                lambda _: self._backups.stick_status(), self._on_stick, owner=self._window
            )

    def rehearse(self, done: Callable[[list[str]], None]) -> None:
        """Try the newest backup out, and tell `done` what was wrong."""
        self._work(self._backups.rehearse, done)

    def last_backup_is_due(self) -> bool:
        """Whether something was entered that no backup has yet, and there is time to make one."""
        app = QGuiApplication.instance()
        saving = isinstance(app, QGuiApplication) and app.isSavingSession()
        return self.started and not saving and self._backups.changed_since(self._backups.latest())

    def back_up_and_leave(self, leave: Callable[[], None]) -> None:
        """Back the day's work up, carry it onto the stick if it is there, then call `leave`.

        If that fails the clerk decides whether to leave all the same.
        """

        def work(progress: Progress) -> None:
            self._backups.make(CLOSING, progress)
            self._backups.copy_to_stick(progress, fresh=False)

        def failed(error: UserError) -> None:
            self.changed.emit()
            question = tr("今天的工作没有备份成，仍要退出吗？录入的内容都已保存。")
            if self._desk.ask.confirm(
                self._window, question, accept=tr("退出"), detail=error.message
            ):
                leave()

        self._desk.jobs.run(
            work,
            owner=self._window,
            done=lambda _: leave(),
            failed=failed,
            cancelled=leave,
            title=tr("正在备份今天的工作，完成后退出…"),
        )

    def _work(
        self,
        work: Callable[[Progress], object],
        done: Callable[[list[str]], None] | None = None,
    ) -> None:
        def finished(result: object) -> None:
            self._working = False
            self.changed.emit()
            if done is not None and isinstance(result, list):
                done(result)

        def failed(error: UserError) -> None:
            self._working = False
            self._not_before = monotonic() + _AFTER_FAILURE_S
            self.changed.emit()
            if done is not None:
                done([error.message])

        self._working = True
        self._desk.jobs.quietly(work, owner=self._window, done=finished, failed=failed)

    def _on_stick(self, status: StickStatus) -> None:
        """Carry what is missing onto a stick; one that was refused waits to be plugged anew."""
        before, self.stick = self.stick, status
        plugged = status.root is not None and (before is None or before.root is None)
        latest = self._backups.latest()
        serial = latest.serial if latest else 0
        if before is None or (before.root, before.failed) != (status.root, status.failed):
            self.changed.emit()
        if status.root is None:
            self._given_up = None
        elif plugged or (status.behind and self._given_up != serial):
            self._given_up = serial
            self._work(lambda progress: self._backups.copy_to_stick(progress, fresh=plugged))


def stick_words(desk: Desk, status: StickStatus | None) -> tuple[str, str]:
    """Return how the stick stands in a few words, and what went wrong; "" if none is chosen."""
    if status is None or not status.name:
        return "", ""
    now = desk.services.context.clock()
    when = spoken(status.at, now)
    if status.failed:
        return tr("备份盘“{name}”没有备份上").format(name=status.name), status.failed
    if status.root is None and status.at is None:
        return tr("备份盘“{name}”没有插").format(name=status.name), ""
    return tr("备份盘“{name}”：{when}").format(name=status.name, when=when), ""
