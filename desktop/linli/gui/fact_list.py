"""Lines of label and value, for panes that only show."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from linli.gui.spoken import spoken
from linli.gui.theme import Theme


class FactList(QWidget):
    """Aligned labels and values; a value can be selected and copied."""

    def __init__(
        self, facts: Iterable[tuple[str, str]], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnMinimumWidth(0, theme.px(84))
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for line, (label, value) in enumerate(facts):
            grid.addWidget(plain_label(label, "muted", self), line, 0, top)
            words = plain_label(value, "", self)
            words.setWordWrap(True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setAccessibleName(f"{label} {spoken(value)}")
            grid.addWidget(words, line, 1, top)


def plain_label(text: str, name: str, parent: QWidget) -> QLabel:
    """Return a label that shows `text` as it is, under the object name of a look (heading)."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(name)
    label.setIndent(0)
    return label
