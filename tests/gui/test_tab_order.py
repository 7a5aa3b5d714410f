from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from linli.gui.tab_order import follow_the_eye


def page_with(qtbot, places):
    """Return a shown page and its lines by name; made in the order of `places`."""
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(400, 300)
    lines = {}
    for name, (x, y) in places.items():
        lines[name] = QLineEdit(page)
        lines[name].move(x, y)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    return page, lines


def walk(qtbot, lines, start, count):
    names = {line: name for name, line in lines.items()}
    lines[start].setFocus()
    visited = []
    for _ in range(count):
        line = lines[start].window().focusWidget()
        visited.append(names[line])
        qtbot.keyClick(line, Qt.Key.Key_Tab)
    return visited


def test_tab_goes_line_by_line_from_the_left(qtbot):
    places = {"d": (200, 100), "b": (200, 3), "c": (0, 100), "a": (0, 0)}
    page, lines = page_with(qtbot, places)
    follow_the_eye(page)
    assert walk(qtbot, lines, "a", 5) == ["a", "b", "c", "d", "a"]


def test_hidden_inputs_are_passed_over(qtbot):
    page, lines = page_with(qtbot, {"a": (0, 0), "b": (0, 50), "c": (0, 100)})
    lines["b"].hide()
    follow_the_eye(page)
    assert walk(qtbot, lines, "a", 3) == ["a", "c", "a"]


def test_inputs_of_a_dialog_over_the_page_are_left_alone(qtbot):
    page, lines = page_with(qtbot, {"a": (0, 0), "b": (0, 50)})
    dialog = QDialog(lines["a"])
    QLineEdit(dialog)
    dialog.open()
    follow_the_eye(page)
    dialog.close()
    qtbot.waitUntil(page.isActiveWindow)
    assert walk(qtbot, lines, "a", 3) == ["a", "b", "a"]
