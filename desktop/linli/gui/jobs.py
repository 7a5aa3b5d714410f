"""Long work beside the window: results by one queued signal, progress after 600 ms.

One thread does what the clerk asks for, in order. Two others read lists and figures, so that a
table waits neither for an import to end nor for the ledger to be counted. One more does what nobody
waits for, such as backups and their rehearsal, and gives way to everything else.
"""

import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
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
_GIVE_WAY = 10  # of the 20 steps that a thread's priority can be lowered by


@dataclass(eq=False)
class _Job:
    """A piece of work on its way, and who waits for it."""

    owner: QWidget
    done: Callable[[Any], None]
    failed: Callable[[UserError], None]
    cancelled: Callable[[], None]
    title: str
    background: bool
    told: bool = False
    stop: threading.Event = field(default_factory=threading.Event)
    dialog: QProgressDialog | None = None
    last: tuple[int, int, str] = (0, 0, "")
    outcome: tuple[object, Exception | None] = (None, None)


class Reading:
    """A list on its way from a reading thread."""

    def __init__(self, jobs: "Jobs", job: _Job, future: "Future[None]") -> None:
        self._jobs = jobs
        self._job = job
        self._future = future

    def cancel(self) -> None:
        """Break it off; no callback follows."""
        self._jobs.forget(self._job)

    def finish(self) -> None:
        """Wait for it and deliver it now."""
        self._future.result()
        self._jobs.deliver(self._job)


class Jobs(QObject):
    """Runs work that touches the ledger, in order, on one thread.

    The work gets a `Progress` and must touch no widget. Exactly one of the callbacks follows on
    the window's thread, or none if the owner is gone by then. An error that is not a `UserError`
    is a defect: it is raised here, where the crash handler takes it.
    """

    _finished = Signal(object)
    _progressed = Signal(object)

    def __init__(self, ask: Ask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="linli-job")
        self._reader = ThreadPoolExecutor(max_workers=2, thread_name_prefix="linli-read")
        self._quiet = ThreadPoolExecutor(
            max_workers=1, thread_name_prefix="linli-quiet", initializer=_give_way
        )
        self._running: set[_Job] = set()
        queued = Qt.ConnectionType.QueuedConnection
        self._finished.connect(self.deliver, queued)
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
        told: bool = False,
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
            told: show the dialog only once the work has said how far it is.
        """
        job = _Job(
            owner=owner,
            done=done,
            failed=failed or (lambda error: self._ask.warn(owner, error.message)),
            cancelled=cancelled or (lambda: None),
            title=title,
            background=background,
            told=told,
        )
        self._running.add(job)
        if title and not told:
            QTimer.singleShot(_SHOW_AFTER_MS, self, lambda: self._show(job))
        self._executor.submit(self._work, job, work)

    def read(
        self, work: Callable[[Progress], T], done: Callable[[T], None], *, owner: QWidget
    ) -> Reading:
        """Read on a reading thread and call `done` with the result; nothing is shown.

        Args:
            work: only reads; it breaks off when its `Progress` says that it is cancelled.
            done: gets the result.
            owner: the widget that asked; when it is destroyed, no callback follows.
        """
        job = _Job(
            owner=owner,
            done=done,
            failed=lambda error: self._ask.warn(owner, error.message),
            cancelled=lambda: None,
            title="",
            background=True,
        )
        self._running.add(job)
        return Reading(self, job, self._reader.submit(self._work, job, work))

    def quietly(
        self,
        work: Callable[[Progress], T],
        *,
        owner: QWidget,
        done: Callable[[T], None],
        failed: Callable[[UserError], None],
    ) -> None:
        """Run work that nobody waits for, beside all other and giving way to it; one at a time.

        Args:
            work: uses transactions of its own, as another process would; breaks off when its
                `Progress` says so, which is what happens when the program ends.
            owner: the widget that asked; when it is destroyed, no callback follows.
            done: gets the result.
            failed: gets a `UserError`.
        """
        job = _Job(
            owner=owner,
            done=done,
            failed=failed,
            cancelled=lambda: None,
            title="",
            background=True,
        )
        self._running.add(job)
        self._quiet.submit(self._work, job, work)

    def forget(self, job: _Job) -> None:
        """Stop a job without telling anybody."""
        job.stop.set()
        self._running.discard(job)

    def deliver(self, job: _Job) -> None:
        """Call back whoever waits for a job that has ended; only once."""
        if job not in self._running:
            return
        self._running.discard(job)
        if job.dialog is not None and isValid(job.dialog):
            job.dialog.close()
            job.dialog.deleteLater()
        if not isValid(job.owner):
            return
        result, error = job.outcome
        if error is None:
            job.done(result)
        elif isinstance(error, Cancelled):
            job.cancelled()
        elif isinstance(error, UserError):
            job.failed(error)
        else:
            raise error

    def close(self) -> None:
        """Stop what can be stopped and wait for the rest."""
        for job in self._running:
            job.stop.set()
        for executor in (self._reader, self._quiet, self._executor):
            executor.shutdown(wait=True, cancel_futures=True)
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

        try:
            job.outcome = work(Progress(report, job.stop.is_set)), None
        except Exception as problem:  # noqa: BLE001 - the job boundary; raised again in the window
            job.outcome = None, problem
        self._finished.emit(job)

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
        if job.dialog is None and job.told:
            self._show(job)
            return
        dialog = job.dialog
        if dialog is None or not isValid(dialog) or job.stop.is_set():
            return
        done, total, text = job.last
        dialog.setMaximum(total)
        dialog.setValue(min(done, total))
        dialog.setLabelText(f"{job.title}\n{text}" if text else job.title)


def _give_way() -> None:
    """Lower the priority of this thread, where the system knows priorities of threads."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _GIVE_WAY)
