"""The notice as it will print, beside its form, drawn anew when the clerk pauses."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from linli.domain.notice_composing import goes_to_each
from linli.domain.notices import NoticeDraft
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.preview_pane import PreviewPane

if TYPE_CHECKING:
    from linli.gui.jobs import Reading
    from linli.services.notice_papers import NoticePreview

PAUSE_MS = 500
"""How long a change waits for the next one before the notice is drawn."""
_NAMED = 4
"""So many missing things are told."""


@dataclass(frozen=True, kw_only=True)
class _Drawn:
    """What came of drawing: the notice, or why it cannot be set."""

    preview: "NoticePreview | None"
    reason: str = ""


class LiveNotice(QWidget):
    """Shows the PDF of a draft; of one that goes to each, one copy at a time.

    Attributes:
        content: the PDF that is shown.
    """

    def __init__(
        self,
        desk: Desk,
        draft: Callable[[], NoticeDraft],
        notice_id: int | None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the preview.

        Args:
            desk: the working place.
            draft: returns what stands in the form.
            notice_id: the saved notice, if it is one.
            parent: the owner.
        """
        super().__init__(parent)
        self._desk = desk
        self._draft = draft
        self._notice_id = notice_id
        self._place = 0
        self._count = 0
        self._reading: Reading | None = None
        self.content = b""
        self.pane = PreviewPane(self)
        self.missing = QLabel(self)
        self.missing.setObjectName("hint")
        self.missing.setTextFormat(Qt.TextFormat.PlainText)
        self.missing.setWordWrap(True)
        self.whose = QLabel(self)
        self.whose.setTextFormat(Qt.TextFormat.PlainText)
        self.before_button = self._tool("arrow-left", tr("上一份"), -1)
        self.after_button = self._tool("arrow-right", tr("下一份"), 1)
        self._copies = QWidget(self)
        row = QHBoxLayout(self._copies)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.before_button, self.whose, self.after_button):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._copies)
        column.addWidget(self.pane, 1)
        column.addWidget(self.missing)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.draw)
        self._copies.hide()

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
        draft = self._draft()
        self._count = len(draft.recipients) if goes_to_each(draft) else 0
        self._place = min(self._place, max(self._count - 1, 0))
        only = self._place if self._count else None
        self._show_place(draft)
        papers, notice_id = self._desk.services.notice_papers, self._notice_id

        def work(_progress: object) -> _Drawn:
            try:
                return _Drawn(preview=papers.preview(draft, notice_id, only=only))
            except UserError as error:
                return _Drawn(preview=None, reason=error.message)

        self._reading = self._desk.jobs.read(work, self._show, owner=self)

    def _show(self, drawn: _Drawn) -> None:
        self._reading = None
        if drawn.preview is None:
            self.missing.setText(drawn.reason)
            return
        page = self.pane.view.current_page
        self.content = drawn.preview.content
        self.pane.set_document(drawn.preview.content)
        self.pane.view.go_to(page)
        names = dict.fromkeys(trouble.message for trouble in drawn.preview.troubles)
        said = "".join(list(names)[:_NAMED])
        more = len(names) - _NAMED
        if more > 0:
            said += tr("另外还有 {count} 处。").format(count=more)
        self.missing.setText(said)

    def _show_place(self, draft: NoticeDraft) -> None:
        self._copies.setVisible(self._count > 0)
        if not self._count:
            return
        words = tr("第 {place} 份，共 {count} 份：{name}")
        name = draft.recipients[self._place].name
        self.whose.setText(words.format(place=self._place + 1, count=self._count, name=name))
        self.before_button.setEnabled(self._place > 0)
        self.after_button.setEnabled(self._place < self._count - 1)

    def _tool(self, icon_name: str, tip: str, steps: int) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(icon_name))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setProperty("quiet", "true")
        button.clicked.connect(lambda: self._step(steps))
        return button

    def _step(self, steps: int) -> None:
        self._place = min(max(self._place + steps, 0), max(self._count - 1, 0))
        self.draw()
