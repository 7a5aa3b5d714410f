"""The mouse on the canvas of the template editor."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


def settled(editor, qtbot):
    """Wait until the picture shows the latest state."""
    qtbot.waitUntil(lambda: editor.live.settled and not editor._desk.jobs.busy, timeout=15_000)


def at(editor, x, y):
    """Return the pixel at a place of the card in mm."""
    return editor.canvas.point_of(x, y)


def middle(editor, number):
    """Return the pixel in the middle of an element."""
    box = editor.model.box(number)
    return at(editor, box.x + box.w / 2, box.y + box.h / 2)


def click(editor, point, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.mouseClick(editor.canvas.viewport(), Qt.MouseButton.LeftButton, modifier, point)


def drag(editor, start, mm, modifier=Qt.KeyboardModifier.AltModifier, *, drop=True):
    """Drag from a pixel by mm; Alt keeps lines from attracting."""
    view, scale = editor.canvas.viewport(), editor.canvas.scale_factor
    left = Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(view, left, none, start)
    for part in (0.3, 0.7, 1.0):
        step = QPoint(round(mm[0] * scale * part), round(mm[1] * scale * part))
        _move(view, start + step, modifier)
    if drop:
        end = start + QPoint(round(mm[0] * scale), round(mm[1] * scale))
        QTest.mouseRelease(view, left, none, end)


def _move(view, place, modifier):
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        view.mapToGlobal(QPointF(place)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        modifier,
    )
    QApplication.sendEvent(view, event)
