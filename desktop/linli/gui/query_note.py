"""Has the list that is on the screen recorded as looked at, once the clerk stays with it."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from linli.errors import UserError
from linli.gui.jobs import Jobs

STAYS_MS = 2_000
"""A list that is changed again before was only passed by."""


class QueryNote:
    """Waits until a list rests, then records it beside the window."""

    def __init__(self, jobs: Jobs, owner: QWidget) -> None:
        self._jobs = jobs
        self._owner = owner
        self._record: Callable[[], None] = _nothing
        self._timer = QTimer(owner)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self._on_rest)

    def shows(self, record: Callable[[], None]) -> None:
        """Take note that the list is another one now; `record` is called if it stays."""
        self._record = record
        self._timer.start()

    def forget(self) -> None:
        """Take note that what is listed now is not to be recorded."""
        self._timer.stop()

    def _on_rest(self) -> None:
        record = self._record
        self._jobs.run(
            lambda _: record(),
            owner=self._owner,
            done=lambda _: None,
            failed=_leave,
            background=True,
        )


def _nothing() -> None:
    """Record nothing: no list was shown yet."""


def _leave(_problem: UserError) -> None:
    """Say nothing: a ledger that cannot be written says so at the clerk's next own step."""
