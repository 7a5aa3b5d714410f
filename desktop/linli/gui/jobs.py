"""Long work beside the window: one thread, results by one queued signal, progress after 600 ms."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QProgressDialog, QWidget
from shiboken6 import isValid

from linli.errors import UserError
from linli.gui.ask import Ask
from linli.gui.i18n import tr
from linli.progress import Cancelled, Progress

T = TypeVar("T")
_SHOW_AFTER_MS = 600
_REPORT_EVERY_S = 0.1


@dataclass(eq=False)
class _Job:
    """A piece of work on its way, and who waits for it."""

    owner: QWidget
    done: Callable[[Any], None]
    failed: Callable[[UserError], None]
    cancelled: Callable[[], None]
    title: str
    background: bool
    stop: threading.Event = field(default_factory=threading.Event)
    dialog: QProgressDialog | None = None
    last: tuple[int, int, str] = (0, 0, "")


class Jobs(QObject):
    """Runs work that touches the ledger, in order, on one thread.

    The work gets a `Progress` and must touch no widget. Exactly one of the callbacks follows on
    the window's thread, or none if the owner is gone by then. An error that is not a `UserError`
    is a defect: it is raised here, where the crash handler takes it.
    """

    _finished = Signal(object, object, object)
    _progressed = Signal(object)

    def __init__(self, ask: Ask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="linli-job")
        self._running: set[_Job] = set()
        queued = Qt.ConnectionType.QueuedConnection
        self._finished.connect(self._on_finished, queued)
        self._progressed.connect(self._on_progressed, queued)

    @property
    def busy(self) -> bool:
        """Whether any work is under way for which somebody waits."""
        return any(not job.background for job in self._running)

    def run(
        self,
        work: Callable[[Progress], T],
        *,
        owner: QWidget,
        done: Callable[[T], None],
        failed: Callable[[UserError], None] | None = None,
        cancelled: Callable[[], None] | None = None,
        title: str = "",
        background: bool = False,
    ) -> None:
        """Run `work` and call `done` with its result.

        Args:
            work: what to do; no widget may be touched in it.
            owner: the widget that asked; when it is destroyed, no callback follows.
            done: gets the result.
            failed: gets a `UserError`; by default it is shown in a dialog.
            cancelled: called when the clerk has stopped the work.
            title: what is being done (正在导入…). With it, a dialog that can cancel is shown over
                the owner's window after 600 ms; without it the work is silent.
            background: nobody waits for it: a window may be closed meanwhile.
        """
        job = _Job(
            owner=owner,
            done=done,
            failed=failed or (lambda error: self._ask.warn(owner, error.message)),
            cancelled=cancelled or (lambda: None),
            title=title,
            background=background,
        )
        self._running.add(job)
        if title:
            QTimer.singleShot(_SHOW_AFTER_MS, self, lambda: self._show(job))
        self._executor.submit(self._work, job, work)

    def close(self) -> None:
        """Stop what can be stopped and wait for the rest."""
        for job in self._running:
            job.stop.set()
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._running.clear()

    def _work(self, job: _Job, work: Callable[[Progress], object]) -> None:
        """Do the work on the thread. The job boundary: every exception crosses over as a value."""
        last = 0.0

        def report(done: int, total: int, text: str) -> None:
            nonlocal last
            if monotonic() - last >= _REPORT_EVERY_S:
                last = monotonic()
                job.last = (done, total, text)
                self._progressed.emit(job)

        result: object = None
        error: Exception | None = None
        try:
            result = work(Progress(report, job.stop.is_set))
        except Exception as problem:  # noqa: BLE001 - the job boundary; raised again in the window
            error = problem
        self._finished.emit(job, result, error)

    def _show(self, job: _Job) -> None:
        if job not in self._running or not isValid(job.owner):
            return
        dialog = QProgressDialog(job.title, tr("取消"), 0, 0, job.owner.window())
        dialog.setWindowTitle(tr("请稍候"))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        words = QLabel(job.title)
        words.setTextFormat(Qt.TextFormat.PlainText)
        dialog.setLabel(words)
        dialog.setMinimumWidth(dialog.fontMetrics().height() * 22)
        dialog.setMinimumDuration(0)
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        dialog.canceled.connect(job.stop.set)
        job.dialog = dialog
        dialog.show()
        self._on_progressed(job)

    def _on_progressed(self, job: _Job) -> None:
        dialog = job.dialog
        if dialog is None or not isValid(dialog) or job.stop.is_set():
            return
        done, total, text = job.last
        dialog.setMaximum(total)
        dialog.setValue(min(done, total))
        dialog.setLabelText(f"{job.title}\n{text}" if text else job.title)

    def _on_finished(self, job: _Job, result: object, error: Exception | None) -> None:
        self._running.discard(job)
        if job.dialog is not None and isValid(job.dialog):
            job.dialog.close()
            job.dialog.deleteLater()
        if not isValid(job.owner):
            return
        if error is None:
            job.done(result)
        elif isinstance(error, Cancelled):
            job.cancelled()
        elif isinstance(error, UserError):
            job.failed(error)
        else:
            raise error
