"""A document as it will print, beside its form, drawn anew when the clerk pauses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from linli.domain.case_papers import PaperRef
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.notices.live import PAUSE_MS
from linli.gui.preview_pane import PreviewPane

if TYPE_CHECKING:
    from linli.gui.jobs import Reading


@dataclass(frozen=True, kw_only=True)
class _Drawn:
    """What came of drawing: the PDF, or why it cannot be set."""

    content: bytes = b""
    reason: str = ""


class LivePaper(QWidget):
    """Shows the PDF of a draft.

    Attributes:
        content: the PDF that is shown.
    """

    def __init__(
        self,
        desk: Desk,
        case_id: int,
        ref: PaperRef,
        texts: Callable[[], Mapping[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """Make the preview; `texts` returns what stands in the form."""
        super().__init__(parent)
        self._desk = desk
        self._case_id = case_id
        self._ref = ref
        self._texts = texts
        self._reading: Reading | None = None
        self.content = b""
        self.pane = PreviewPane(self)
        self.reason = QLabel(self)
        self.reason.setObjectName("hint")
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.reason.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pane, 1)
        column.addWidget(self.reason)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.draw)

    @property
    def settled(self) -> bool:
        """Whether what is shown is the latest state."""
        return self._reading is None and not self._timer.isActive()

    def touch(self) -> None:
        """Draw again after a pause; every further change begins the pause anew."""
        self._timer.start(PAUSE_MS)

    def begin(self) -> None:
        """Draw as soon as the form is laid out."""
        self._timer.start(0)

    def draw(self) -> None:
        """Draw what stands in the form now; what was under way is not waited for."""
        self._timer.stop()
        if self._reading is not None:
            self._reading.cancel()
        papers, texts = self._desk.services.case_papers, dict(self._texts())
        case_id, ref = self._case_id, self._ref

        def work(_progress: object) -> _Drawn:
            try:
                return _Drawn(content=papers.preview(case_id, ref, texts))
            except UserError as error:
                return _Drawn(reason=error.message)

        self._reading = self._desk.jobs.read(work, self._show, owner=self)

    def _show(self, drawn: _Drawn) -> None:
        self._reading = None
        self.reason.setText(drawn.reason)
        if drawn.content:
            page = self.pane.view.current_page
            self.content = drawn.content
            self.pane.set_document(drawn.content)
            self.pane.view.go_to(page)
