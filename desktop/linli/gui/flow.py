"""A layout that goes on in the next line when a line is full, so that large type clips nothing."""

from itertools import accumulate

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override

_OUT_OF_SIGHT = -10_000


class FlowLayout(QLayout):
    """Lays items side by side at their hinted size, and breaks lines like words."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._more: QWidget | None = None
        self.left_over: list[QWidget] = []
        """What found no room in the one line, see `keep_one_line`."""
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def keep_one_line(self, more: QWidget) -> None:
        """Break no lines any more.

        Args:
            more: stands behind the last item that has room and leads to those left over, which
                keep their Alt keys; it is disabled and out of sight where all have room.
        """
        self._more = more
        self.addWidget(more)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # None ends a loop
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if self._more is not None:
            return self.minimumSize().height()
        return self._lay(QRect(0, 0, width, 0), move=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        if self._more is None:
            self._lay(rect, move=True)
        else:
            self._lay_line(rect, self._more)

    @override
    def sizeHint(self) -> QSize:
        """Ask for one line where lines are not broken, else for whatever there is."""
        least = self.minimumSize()
        if self._more is None:
            return least
        items = [item for item in self._items if not item.isEmpty()]
        widths = (item.sizeHint().width() for item in items if item.widget() is not self._more)
        wide = sum(width + self.spacing() for width in widths) - self.spacing()
        return least.expandedTo(QSize(wide, 0))

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _lay(self, rect: QRect, *, move: bool) -> int:
        """Place the items within `rect` and return the height that they take."""
        x, y, line_height = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            width = min(hint.width(), rect.width())
            if x > rect.x() and x + width > rect.right() + 1:
                x, y, line_height = rect.x(), y + line_height + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, hint.height())))
            x += width + self.spacing()
            line_height = max(line_height, hint.height())
        return y + line_height - rect.y()

    def _lay_line(self, rect: QRect, more: QWidget) -> None:
        """Place what has room within `rect`, and the rest out of sight and of the tab order."""
        items = [i for i in self._items if not i.isEmpty() and i.widget() is not more]
        behind = self._items[self.indexOf(more)]
        gap = self.spacing()
        ends = list(accumulate(item.sizeHint().width() + gap for item in items))
        room = rect.width() + gap
        if ends and ends[-1] > room:
            room -= behind.sizeHint().width() + gap
        fitting = sum(1 for end in ends if end <= room)
        left = items[fitting:]
        self.left_over = [item.widget() for item in left]
        more.setEnabled(bool(left))
        starts = [0, *ends][: fitting + 1]
        placed = [*items[:fitting], *([behind] if left else [])]
        for start, item in zip(starts, placed, strict=False):
            item.setGeometry(QRect(rect.topLeft() + QPoint(start, 0), item.sizeHint()))
            item.widget().setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for item in left or [behind]:
            item.widget().move(_OUT_OF_SIGHT, 0)  # an item itself takes no negative place
            item.widget().setFocusPolicy(Qt.FocusPolicy.NoFocus)
