"""The time line of a case as lines on a page, each leading to what was written down."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from linli.domain.case_timeline import Event
from linli.gui.fact_list import plain_label
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.theme import Theme

_TOP = Qt.AlignmentFlag.AlignTop


class TimeLine(QWidget):
    """Shows events by day.

    Signals:
        opened: what an event is about is to be opened; carries the `Event`.
    """

    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)

    def show_events(self, events: Sequence[Event]) -> None:
        """Show these events instead of those before."""
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
        self._page = QWidget(self)
        px = self._theme.px
        grid = QGridLayout(self._page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(10))
        grid.setColumnStretch(2, 1)
        day = None
        for line, event in enumerate(events):
            if event.day != day:
                day = event.day
                grid.addWidget(plain_label(day.isoformat(), "muted", self._page), line, 0, _TOP)
            grid.addWidget(plain_label("●", "muted", self._page), line, 1, _TOP)
            grid.addWidget(self._event(event, self._page), line, 2)
            if event.meeting_id is not None or event.visit_id is not None or event.is_agreement:
                grid.addWidget(self._button(event, self._page), line, 3, _TOP)
        self._column.insertWidget(0, self._page)

    def _event(self, event: Event, parent: QWidget) -> QWidget:
        box = QWidget(parent)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(2))
        head = QHBoxLayout()
        title = plain_label(event.title, "strong", box)
        title.setWordWrap(True)
        head.addWidget(title, 1, _TOP)
        if event.by:
            head.addWidget(plain_label(event.by, "hint", box), 0, _TOP)
        column.addLayout(head)
        for words in event.lines:
            label = plain_label(words, "muted", box)
            label.setWordWrap(True)
            column.addWidget(label)
        return box

    def _button(self, event: Event, parent: QWidget) -> QPushButton:
        button = QPushButton(icon("edit"), "", parent)
        button.setAccessibleName(tr("打开“{title}”的记录").format(title=event.title))
        button.setToolTip(button.accessibleName())
        button.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.opened.emit(event))
        return button
