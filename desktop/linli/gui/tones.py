"""Lines of plain lists in a colour that says something, which follows the look of the window."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QPalette
from PySide6.QtWidgets import (
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidgetItem,
)
from typing_extensions import override

from linli.gui.theme import COLORS

INK = Qt.ItemDataRole.UserRole + 90
GROUND = Qt.ItemDataRole.UserRole + 91


def set_tone(item: QTableWidgetItem | QListWidgetItem, ink: str, ground: str = "") -> None:
    """Write an item in a colour; its view needs a `ToneDelegate`, which a `PlainTable` has.

    Args:
        item: the item, whose words say the same as the colour.
        ink: a colour token, such as "warn".
        ground: the token of what is behind it; "" for that of the list.
    """
    item.setData(INK, ink)
    item.setData(GROUND, ground)


class ToneDelegate(QStyledItemDelegate):
    """Draws items in the tones that `set_tone` gave them."""

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        ink, ground = index.data(INK), index.data(GROUND)
        shown: Any = option  # PySide6 does not declare the option's attributes
        if ink:
            color = QColor(getattr(COLORS, ink))
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                shown.palette.setColor(role, color)
        if ground:
            shown.backgroundBrush = QBrush(QColor(getattr(COLORS, ground)))
