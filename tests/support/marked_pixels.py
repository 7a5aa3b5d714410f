"""Where a picture of a widget shows marks, and where ink: columns of pixels."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractItemView

from linli.gui.theme import COLORS

_DARK = 75


def picture(view: QAbstractItemView, place: QRect) -> QImage:
    """Return what a list or table shows at a place of its viewport."""
    return view.viewport().grab(place).toImage()


def marked(image: QImage) -> list[tuple[int, int]]:
    """Return the runs of columns that are marked: left and right, the right one outside."""
    colours = {_on(ground) for ground in (COLORS.surface, COLORS.accent_soft)}
    return _runs(image, lambda colour: colour.rgb() in colours)


def underlined(image: QImage) -> list[tuple[int, int]]:
    """Return the runs of columns that have the line of a mark."""
    line = QColor(COLORS.mark_line).rgb()
    return _runs(image, lambda colour: colour.rgb() == line)


def ink(image: QImage) -> list[tuple[int, int]]:
    """Return the runs of columns with ink: of a text of boxes one for each."""
    return _runs(image, lambda colour: colour.lightness() < _DARK)


def _on(ground: str) -> int:
    below, mark = QColor(ground), QColor(COLORS.mark)
    pairs = zip(below.getRgb()[:3], mark.getRgb()[:3], strict=True)
    return QColor(*(round(one * other / 255) for one, other in pairs)).rgb()


def _runs(image: QImage, fits) -> list[tuple[int, int]]:
    columns = [
        x
        for x in range(image.width())
        if any(fits(image.pixelColor(x, y)) for y in range(image.height()))
    ]
    runs: list[tuple[int, int]] = []
    for x in columns:
        if runs and runs[-1][1] == x:
            runs[-1] = (runs[-1][0], x + 1)
        else:
            runs.append((x, x + 1))
    return runs
