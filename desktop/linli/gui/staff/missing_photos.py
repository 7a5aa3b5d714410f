"""Who would be shown on a board without a picture: said over the list."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from linli.domain.boards import MissingPhoto
from linli.gui.fact_list import plain_label
from linli.gui.i18n import tr
from linli.gui.icons import icon

_MOST_NAMES = 12


class MissingPhotosBand(QFrame):
    """How many pictures are missing and whose, with the button that goes to the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._words = plain_label("", "", self)
        self._words.setWordWrap(True)
        self.mend_button = QPushButton(icon("photo"), tr("补照片(&F)…"), self)
        self.mend_button.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.addWidget(self._words, 1)
        row.addWidget(self.mend_button)
        self.hide()

    @property
    def text(self) -> str:
        """What is said, "" if nothing is missing."""
        return "" if self.isHidden() else self._words.text()

    def show_missing(self, missing: Sequence[MissingPhoto]) -> None:
        """Say whose pictures are missing."""
        names = _names([person.name for person in missing])
        text = tr("缺照片 {count} 人：{names}").format(count=len(missing), names=names)
        self._words.setText(text)
        self.setVisible(bool(missing))


def _names(names: Sequence[str]) -> str:
    text = "、".join(names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    return text + (tr("，还有 {count} 人").format(count=more) if more > 0 else "")
