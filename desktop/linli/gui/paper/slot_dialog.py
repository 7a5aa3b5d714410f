"""Asks on which slot of a used sheet printing begins."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.paper import Sheet
from linli.gui.fitting import fit_to_screen
from linli.gui.i18n import tr
from linli.gui.paper.sheet_picture import SlotPicture
from linli.gui.theme import Theme


class SlotDialog(QDialog):
    """Shows the sheet large. Open it with `open()`; it deletes itself when closed.

    Signals:
        chosen: the slot at which to begin, counted from 1.
    """

    chosen = Signal(int)

    def __init__(
        self, sheet: Sheet, cards: int, start: int, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("从哪一格开始印"))
        hint = QLabel(tr("这张纸前面用掉了几格，就点第一个空格。打叉的格子不印。"), self)
        hint.setWordWrap(True)
        self.picture = SlotPicture(self)
        self.picture.set_sheet(sheet, cards)
        self.picture.set_value(start)
        self.caption = QLabel(self)
        self.caption.setObjectName("subheading")
        self.caption.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self.accept_button = buttons.addButton(
            tr("确定(&O)"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.accept_button.setDefault(True)
        self.whole_button = buttons.addButton(
            tr("整张新纸(&N)"), QDialogButtonBox.ButtonRole.ResetRole
        )
        buttons.addButton(tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.whole_button.clicked.connect(self._on_whole)
        self.picture.edited.connect(self._show_caption)
        column = QVBoxLayout(self)
        margin = theme.px(16)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.px(10))
        column.addWidget(hint)
        column.addWidget(self.picture, 1)
        column.addWidget(self.caption)
        column.addWidget(buttons)
        self._show_caption()
        self.picture.setFocus()
        fit_to_screen(self, theme.size(460, 620))

    @override
    def accept(self) -> None:
        self.chosen.emit(self.picture.value())
        super().accept()

    def _on_whole(self) -> None:
        self.picture.set_value(1)
        self._show_caption()

    def _show_caption(self) -> None:
        self.caption.setText(self.picture.caption())
