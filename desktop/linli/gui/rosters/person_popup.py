"""A small window at a place of the roster: type a name or its letters, Enter takes somebody."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.marking import marks_in_name
from linli.domain.roster_offers import Offer
from linli.gui.i18n import tr
from linli.gui.inputs import keep_keys
from linli.gui.theme import Theme
from linli.gui.tones import ToneDelegate, set_tone

_OFFER = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_MOST = 100
_GAP = 4  # px beside the place; some window managers move a popup by its frame


class PersonPopup(QFrame):
    """Offers people for a shift, or shifts for a person; those barred are grey, with the reason.

    Signals:
        picked: carries the `Offer`.
    """

    picked = Signal(object)

    def __init__(
        self, offers: Sequence[Offer], typed: str, theme: Theme, parent: QWidget | None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("rosterPopup")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._offers = offers
        self.line = QLineEdit(self)
        self.line.setAccessibleName(tr("姓名或拼音"))
        self.line.setPlaceholderText(tr("姓名或拼音首字母"))
        keep_keys(self.line)  # its first letter was typed in the roster
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(tr("可以排的人"))
        self.list.setItemDelegate(ToneDelegate(self.list))
        hint = QLabel(tr("灰色的不合规则，排上会标红"), self)
        hint.setObjectName("hint")
        hint.setVisible(any(offer.why_not for offer in offers))
        column = QVBoxLayout(self)
        margin = theme.px(6)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(margin)
        for widget in (self.line, self.list, hint):
            column.addWidget(widget)
        self.resize(theme.size(360, 320))
        self.line.setText(typed)
        self.line.textChanged.connect(self._find)
        self.line.returnPressed.connect(self._on_pick)
        self.list.itemClicked.connect(lambda _: self._on_pick())
        self._find()

    def show_at(self, box: QRect) -> None:
        """Show it below a place of the screen, else above, else beside it: never upon it."""
        area = self.screen().availableGeometry()
        left = max(area.left(), min(box.left(), area.right() - self.width()))
        high = self.height() + _GAP
        if box.bottom() + high <= area.bottom():
            top = box.bottom() + _GAP
        elif box.top() - high >= area.top():
            top = box.top() - high
        else:
            top = max(area.top(), area.bottom() - self.height())
            before = box.left() - self.width() - _GAP
            left = before if before >= area.left() else box.right() + _GAP
        self.move(left, top)
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self.line.end(False)  # noqa: FBT003 - Qt's own signature

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
            return
        super().keyPressEvent(event)

    def _find(self) -> None:
        typed = self.line.text().strip()
        found = [each for each in self._offers if not typed or marks_in_name(typed, each.name)]
        self.list.clear()
        for offer in found[:_MOST]:
            words = tr("{name}　{words}").format(
                name=offer.name, words=offer.why_not or offer.words
            )
            item = QListWidgetItem(words, self.list)
            item.setData(_OFFER, offer)
            if offer.why_not:
                set_tone(item, "disabled")
        self.list.setCurrentRow(0)

    def _on_pick(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            offer: Offer = item.data(_OFFER)
            self.close()
            self.picked.emit(offer)
