"""A line under a document that was sent off: how far the queue is, and a button to call it off."""

from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from linli.errors import UserError
from linli.gui.i18n import mark, tr
from linli.gui.print_jobs import JobState, JobStatus, job_state
from linli.gui.print_queue import PrintJob, cancel

_LOOK_MS = 100
_PAUSE_MS = 2_000

_WORDS = {
    JobState.WAITING: mark("已交给打印机，正在排队。"),
    JobState.PRINTING: mark("正在打印。"),
    JobState.STOPPED: mark("打印停住了。"),
    JobState.DONE: mark("已全部送到打印机，请去取纸。"),
    JobState.CANCELLED: mark("打印已取消，已经进了打印机的几页可能还会出来。"),
    JobState.UNKNOWN: mark("已交给打印机，但不知道打到哪里了，请到打印机旁看看。"),
}


class JobLine(QWidget):
    """Follows one job of the print queue until it has ended; hidden until then.

    The queue is asked on a thread of its own: one that does not answer holds up neither the window
    nor the ledger.

    Signals:
        cancelled: the job was called off, or the queue has given it up.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel(self)
        self.words.setObjectName("muted")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.cancel_button = QPushButton(tr("取消打印(&X)"), self)
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self._on_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.cancel_button)
        self._job: PrintJob | None = None
        self._answer: Future[JobStatus] | None = None
        thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="linli-queue")
        self.destroyed.connect(lambda: thread.shutdown(wait=False, cancel_futures=True))
        self._thread = thread
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timer)
        self.hide()

    def follow(self, job: PrintJob | None) -> None:
        """Say how far a job is from now on; None was sent off, and nobody tells more."""
        self._job = job
        self._timer.stop()
        self._say(tr("已交给打印机。"))
        self.cancel_button.setVisible(job is not None)
        self.cancel_button.setEnabled(True)
        self.show()
        if job is not None:
            self._wait_for(self._thread.submit(job_state, job))

    def _wait_for(self, answer: Future[JobStatus]) -> None:
        self._answer = answer
        self._timer.start(_LOOK_MS)

    def _show(self, status: JobStatus) -> None:
        reason = f"{status.reason}。" if status.reason else ""
        stopped = status.state is JobState.STOPPED
        self._say(tr(_WORDS[status.state]) + reason, needs_help=stopped)
        if status.state.is_final:
            self._timer.stop()
            self.cancel_button.hide()
        if status.state is JobState.CANCELLED:
            self.cancelled.emit()

    def _say(self, text: str, *, needs_help: bool = False) -> None:
        self.words.setText(text)
        self.words.setAccessibleName(text)
        self.words.setObjectName("error" if needs_help else "muted")
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)

    def _on_timer(self) -> None:
        """Take the answer when it is there; ask again after a pause."""
        if self._job is None:
            return
        if self._answer is None:
            self._wait_for(self._thread.submit(job_state, self._job))
        elif self._answer.done():
            answer, self._answer = self._answer, None
            self._timer.start(_PAUSE_MS)
            try:
                self._show(answer.result())
            except UserError as error:
                self._say(error.message, needs_help=True)

    def _on_cancel(self) -> None:
        if self._job is not None:
            self.cancel_button.setEnabled(False)
            self._wait_for(self._thread.submit(_call_off, self._job))


def _call_off(job: PrintJob) -> JobStatus:
    """Cancel a job and say what became of it.

    Raises:
        UserError: the queue did not cancel it.
    """
    cancel(job)
    return job_state(job)
