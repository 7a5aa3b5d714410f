"""The way of the Tab key through a page of composite inputs: like reading, line by line."""

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

_SAME_LINE = 14
"""Pixels by which the upper edges of inputs in one line may differ."""


def follow_the_eye(page: QWidget) -> None:
    """Order what Tab visits on `page` by position; call it whenever inputs appear or move."""
    places = []
    for widget in page.findChildren(QWidget):
        if widget.window() is not page.window():  # a dialog that an input has opened
            continue
        visited = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if visited and widget.focusProxy() is None and widget.isVisibleTo(page):
            places.append((widget.mapTo(page, QPoint(0, 0)), widget))
    places.sort(key=lambda each: each[0].y())
    ordered: list[QWidget] = []
    line: list[tuple[QPoint, QWidget]] = []
    for place, widget in places:
        if line and place.y() - line[0][0].y() > _SAME_LINE:
            ordered += _left_to_right(line)
            line = []
        line.append((place, widget))
    ordered += _left_to_right(line)
    for before, after in pairwise(ordered):
        QWidget.setTabOrder(before, after)


def _left_to_right(line: list[tuple[QPoint, QWidget]]) -> list[QWidget]:
    return [widget for _, widget in sorted(line, key=lambda each: each[0].x())]
