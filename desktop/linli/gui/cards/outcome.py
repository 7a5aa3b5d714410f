"""What the card dialog says once something was printed: what comes next, and what can go wrong."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from linli.domain.paper import Duplex, PaperSetup
from linli.gui.desk import Desk
from linli.gui.flow import FlowLayout
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.job_line import JobLine
from linli.gui.paper.turn_picture import TurnPicture


class SheetRange(QWidget):
    """Of which sheets of the stack the backs are printed (第几张到第几张).

    Signals:
        edited: others are chosen.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.last = QSpinBox(self), QSpinBox(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for words, box in ((tr("从第"), self.first), (tr("张纸到第"), self.last)):
            box.setAccessibleName(tr("印背面的纸"))
            box.setMinimum(1)
            row.addWidget(QLabel(words, self))
            row.addWidget(box)
        row.addWidget(QLabel(tr("张纸"), self))
        row.addStretch(1)
        self.first.valueChanged.connect(self._on_changed)
        self.last.valueChanged.connect(self._on_changed)

    @property
    def is_being_edited(self) -> bool:
        """Whether the clerk is writing one of the numbers."""
        return self.first.hasFocus() or self.last.hasFocus()

    def value(self) -> tuple[int, int]:
        """Return the first and the last sheet, counted from 1."""
        return self.first.value(), self.last.value()

    def set_sheets(self, count: int) -> None:
        """Choose all of so many sheets."""
        with QSignalBlocker(self.first), QSignalBlocker(self.last):
            self.first.setRange(1, count)
            self.last.setRange(1, count)
            self.first.setValue(1)
            self.last.setValue(count)

    def _on_changed(self) -> None:
        with QSignalBlocker(self.first), QSignalBlocker(self.last):
            self.first.setMaximum(self.last.value())
            self.last.setMinimum(self.first.value())
        self.edited.emit()


class OutcomePage(QWidget):
    """Says that cards were printed, guides through the backs, and leads to jams and hand-over.

    Signals:
        jam_requested: paper jammed, or cards are spoiled.
        handover_requested: make the hand-over sheet.
        sheets_edited: backs of other sheets are to be printed.
    """

    jam_requested = Signal()
    handover_requested = Signal()
    sheets_edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = QLabel(self)
        self.heading.setObjectName("subheading")
        self.words = QLabel(self)
        for label in (self.heading, self.words):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = JobLine(self)
        self.turn = TurnPicture(self)
        self.sheets = SheetRange(self)
        self._bar = QWidget(self)
        flow = FlowLayout(self._bar)
        self.jam_button = QPushButton(icon("alert-triangle"), tr("卡纸或印坏了(&J)…"), self._bar)
        self.handover_button = QPushButton(icon("file-text"), tr("签收表(&H)…"), self._bar)
        for button in (self.jam_button, self.handover_button):
            button.setAutoDefault(False)
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(12))
        for widget in (
            self.heading, self.words, self.progress, self.turn, self.sheets, self._bar,
        ):  # fmt: skip
            column.addWidget(widget)
        self.jam_button.clicked.connect(self.jam_requested)
        self.handover_button.clicked.connect(self.handover_requested)
        self.sheets.edited.connect(self.sheets_edited)
        self.hide()

    def show_done(self, heading: str, words: str, *, run: bool) -> None:
        """Say what was done; `run` when there is a run to see to."""
        self._say(heading, words, run=run)
        self.turn.hide()
        self.sheets.hide()

    def show_backs(
        self, heading: str, words: str, setup: PaperSetup, sheets: int, *, again: bool, run: bool
    ) -> None:
        """Say how to turn the stack over, and let the clerk print some backs `again`."""
        profile = setup.profile
        self._say(heading, words, run=run)
        self.turn.show_turn(
            profile.turn if profile else Duplex.LONG,
            backs_reversed=bool(profile and profile.backs_reversed),
        )
        self.turn.show()
        self.sheets.setVisible(again and sheets > 1)

    def _say(self, heading: str, words: str, *, run: bool) -> None:
        self.heading.setText(heading)
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.heading.setAccessibleName(f"{heading} {words}".strip())
        self._bar.setVisible(run)
        self.show()
