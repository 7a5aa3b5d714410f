"""How long work reports how far it is, and how it is stopped. No Qt here."""

from collections.abc import Callable


class Cancelled(Exception):  # noqa: N818 - not an error: the clerk asked for it
    """The clerk cancelled; whoever catches it rolls back."""


class Progress:
    """Handed into long work, which calls `report` now and then.

    Args:
        on_report: called with (done, total, text); total 0 means unknown.
        is_cancelled: asked at each report.
    """

    def __init__(
        self,
        on_report: Callable[[int, int, str], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._on_report = on_report
        self._is_cancelled = is_cancelled

    @property
    def cancelled(self) -> bool:
        """Whether the clerk has asked to stop, for work that can break off but not report."""
        return self._is_cancelled is not None and self._is_cancelled()

    def report(self, done: int, total: int = 0, text: str = "") -> None:
        """Say how far the work is.

        Raises:
            Cancelled: if the clerk has asked to stop.
        """
        if self.cancelled:
            raise Cancelled
        if self._on_report is not None:
            self._on_report(done, total, text)


SILENT = Progress()
