"""Windows that fit their screen, and pages that scroll when space is short."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from linli.gui.theme import Theme

SHORT_UNITS = 560
VERY_SHORT_UNITS = 440


def scrolled(page: QWidget) -> QScrollArea:
    """Return a frameless scroll area around `page`, so that it survives large type."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    page.setObjectName(page.objectName() or "page")
    area.setWidget(page)
    area.viewport().setAutoFillBackground(False)
    page.setAutoFillBackground(False)
    return area


def fit_to_screen(window: QWidget, wish: QSize) -> None:
    """Resize a window to `wish`, but never beyond its screen."""
    window.resize(on_screen(window, wish))


def on_screen(window: QWidget, wish: QSize) -> QSize:
    """Return how much of `wish` the screen of a window has room for."""
    return wish.boundedTo(room(window) - QSize(24, 56))


def is_short(window: QWidget, theme: Theme, units: int = SHORT_UNITS) -> bool:
    """Return whether the screen has room for few lines of this type: less than `units`."""
    return room(window).height() < theme.px(units)


def room(window: QWidget) -> QSize:
    """Return how much of the screen of a window is free of the desktop's bars."""
    return window.screen().availableGeometry().size()
