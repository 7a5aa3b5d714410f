"""What is cut, unnamed, or left in colours of another look on a page of the window."""

from collections import Counter
from dataclasses import asdict

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QPalette, QRegion
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSplitter,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from linli.gui.actions import plain
from linli.gui.community_map.picture import MapPicture
from linli.gui.editor.card_view import CardView
from linli.gui.elided_label import ElidedLabel
from linli.gui.pdf_view import PdfView
from linli.gui.photo_crop import CropView

_WITH_PARTS = (QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QTabBar)
PAPER = (PdfView, CardView, MapPicture, CropView)
"""Paper and photos, which stay as they are under any look."""

_SLACK = 2  # px
_SPECKS = 24  # px of a colour that antialiasing may hit by chance
_LEAST_LINES = 2.5
_BEHIND_MORE = -5000  # px; where a line of buttons puts what 更多 leads to
_SHORT_WORDS = 8


def cut(page):
    """Return what of a page cannot be read or reached at the present zoom."""
    found = []
    for widget in _shown(page):
        name = _name(widget)
        if _wants_more_width(widget):
            need = widget.sizeHint().width()
            found.append(f"narrow ({widget.width()} of {need}): {name}")
        if _wants_more_height(widget):
            found.append(f"low ({widget.height()}): {name}")
        if _is_clipped(widget, page):
            found.append(f"outside: {name}")
        if isinstance(widget, QAbstractItemView) and _few_lines(widget):
            found.append(f"few lines ({widget.viewport().height()} px): {name}")
        found += (f"over each other: {pair}" for pair in _overlaps(widget))
    return found


def unnamed(page):
    """Return the controls of a page that a screen reader has no name for."""
    found = []
    for widget in _shown(page):
        if not _is_control(widget):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None:
            found.append(f"no interface: {_name(widget)}")
        elif not _said(widget, interface):
            found.append(f"no name: {_name(widget)} in {_name(widget.parentWidget())}")
    return found


def _said(widget, interface):
    """Return what a reader says a control is for; the name of a combo box is its choice."""
    if isinstance(widget, QComboBox):
        return interface.text(QAccessible.Text.Description).strip()
    return interface.text(QAccessible.Text.Name).strip()


def strange_colours(page, former, present):
    """Return where a page still shows colours that only the former look has."""
    keep = {color.upper() for color in _colors(present)} | {"#FFFFFF", "#000000"}
    old = {color.upper() for color in _colors(former)} - keep
    found = []
    for widget in [page, *_shown(page)]:
        sheet = widget.styleSheet().upper()
        palette = widget.palette()
        used = {
            palette.color(group, role).name().upper()
            for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled)
            for role in QPalette.ColorRole
            if role != QPalette.ColorRole.NColorRoles
        }
        found += (f"{color} in {_name(widget)}" for color in old if color in sheet)
        found += (f"{color} in the palette of {_name(widget)}" for color in old & used)
    found += (f"{count} px of {color}" for color, count in _painted(page, old).items())
    return found


def _painted(page, colors):
    """Return how many pixels of a page have which of these colours, paper left out."""
    image = QImage(page.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    page.render(painter, QPoint(), QRegion())
    for paper in (each for kind in PAPER for each in page.findChildren(kind)):
        if paper.isVisible():
            corner = paper.mapTo(page, QPoint(0, 0))
            painter.fillRect(QRect(corner, paper.size()), QColor("black"))
    painter.end()
    counted = Counter(memoryview(image.constBits()).cast("I"))
    shares = {color: counted[QColor(color).rgb()] for color in colors}
    return {color: count for color, count in shares.items() if count > _SPECKS}


def _colors(colors):
    return [value for value in asdict(colors).values() if isinstance(value, str)]


def _shown(page):
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.window() is page and widget.x() > _BEHIND_MORE
    ]


def _wants_more_width(widget):
    if isinstance(widget, ElidedLabel):
        return False
    if isinstance(widget, QLabel):
        plain_words = not widget.wordWrap() and widget.pixmap().isNull()
        return plain_words and widget.width() + _SLACK < widget.sizeHint().width()
    if isinstance(widget, (QCheckBox, QRadioButton, QTabBar)):
        return widget.width() + _SLACK < widget.sizeHint().width()
    if isinstance(widget, QComboBox):
        return not widget.isEditable() and _is_cut_choice(widget)
    is_worded = isinstance(widget, QAbstractButton) and widget.text()
    if is_worded and not isinstance(widget.parent(), _WITH_PARTS):
        return widget.width() + _SLACK < widget.sizeHint().width()
    return False


def _is_cut_choice(combo):
    """Whether a short choice is cut; long names may be, and are said by the open list."""
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    room = combo.style().subControlRect(control, option, part, combo).width()
    words = combo.currentText()
    need = combo.fontMetrics().horizontalAdvance(words)
    return len(words) <= _SHORT_WORDS and room + _SLACK < need


def _wants_more_height(widget):
    if isinstance(widget, QLabel):
        if widget.wordWrap():
            return widget.height() + _SLACK < widget.heightForWidth(widget.width())
        return widget.height() + _SLACK < widget.minimumSizeHint().height()
    inputs = (QAbstractButton, QComboBox, QAbstractSpinBox)
    if isinstance(widget, QToolButton) and _is_only_a_sign(widget):
        return False
    if isinstance(widget, inputs) and not isinstance(widget.parent(), _WITH_PARTS):
        return widget.height() + _SLACK < widget.minimumSizeHint().height()
    return False


def _is_only_a_sign(button):
    style = button.toolButtonStyle()
    return not button.text() or style == Qt.ToolButtonStyle.ToolButtonIconOnly


def _is_clipped(widget, page):
    """Whether part of a widget lies outside what holds it, with no bar to scroll there."""
    if not isinstance(widget, (QLabel, QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)):
        return False
    if isinstance(widget.parent(), _WITH_PARTS):
        return False
    holder, rect = widget.parentWidget(), widget.geometry()
    while holder is not None:
        bars = _bars(holder)
        if bars is not None:
            across, down = bars
            if not across and not _within(rect, holder, across=True):
                return True
            if down:
                return False
        elif not _within(rect, holder, across=True) or not _within(rect, holder, across=False):
            return True
        if holder is page:
            return False
        rect = rect.translated(holder.pos())
        holder = holder.parentWidget()
    return False


def _bars(viewport):
    """Return whether a viewport scrolls across and down, None for anything else."""
    area = viewport.parentWidget()
    if not isinstance(area, QAbstractScrollArea) or area.viewport() is not viewport:
        return None
    across, down = area.horizontalScrollBar(), area.verticalScrollBar()
    return across.isVisible() and across.maximum() > 0, down.maximum() > 0


def _within(rect, holder, *, across):
    if across:
        return rect.left() >= -_SLACK and rect.right() <= holder.width() + _SLACK
    return rect.top() >= -_SLACK and rect.bottom() <= holder.height() + _SLACK


def _few_lines(view):
    model = view.model()
    if model is None or model.rowCount() < 1 or isinstance(view, QHeaderView):
        return False
    tall = 2 * view.fontMetrics().lineSpacing()
    line = min(tall, view.visualRect(model.index(0, 0)).height())
    lines = min(model.rowCount(), _LEAST_LINES)
    return line > 0 and view.viewport().height() + _SLACK < lines * line


def _overlaps(holder):
    layout = holder.layout()
    if layout is None or isinstance(holder, (QSplitter, QAbstractScrollArea)):
        return
    laid = [layout.itemAt(place).widget() for place in range(layout.count())]
    seen = (widget for widget in laid if widget is not None and widget.isVisible())
    shown = [widget for widget in seen if widget.x() > _BEHIND_MORE]
    for place, one in enumerate(shown):
        for other in shown[place + 1 :]:
            common = one.geometry() & other.geometry()
            if common.width() > _SLACK and common.height() > _SLACK:
                yield f"{_name(one)} / {_name(other)}"


def _is_control(widget):
    if isinstance(widget.parent(), _WITH_PARTS) or isinstance(widget, QHeaderView):
        return False  # a part of it
    kinds = (QAbstractButton, QAbstractItemView, QComboBox, QAbstractSpinBox, QLineEdit, QTabBar)
    return isinstance(widget, kinds) or widget.focusPolicy().value & 1


def _name(widget):
    words = widget.accessibleName()
    if not words and isinstance(widget, (QLabel, QAbstractButton)):
        words = plain(widget.text())[:24]
    return f"{type(widget).__name__}({words or widget.objectName()})"


def too_large(page, room: QSize):
    """Return how a page is larger than the screen, "" if it is not."""
    if page.width() <= room.width() and page.height() <= room.height():
        return ""
    return f"{page.width()}×{page.height()} on {room.width()}×{room.height()}"
