"""A clerk who uses nothing but the keyboard, and waits until the window answers."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from support.keys import type_chinese
from support.program import page_of

from linli.gui.composite import Composite

_LONG = 30_000


class Clerk:
    """Presses keys as a person does, one after the other; they go to whatever has the focus."""

    def __init__(self, qtbot):
        self._qtbot = qtbot

    def press(self, *keys):
        """Press keys or chords, each written as in a shortcut: "Tab", "Ctrl+F", "Alt+N"."""
        for key in keys:
            QTest.keySequence(self._focused(), QKeySequence(key))

    def write(self, text):
        """Type Latin letters key by key, and the rest as an input method hands it over."""
        if text.isascii():
            QTest.keyClicks(self._focused(), text)
        else:
            type_chinese(self._focused(), text)

    def fill(self, *texts):
        """Write into one field after the other, going on with Tab."""
        for text in texts:
            self.press("Ctrl+A")
            self.write(text)
            self.press("Tab")

    def tab_to(self, widget):
        """Press Tab until `widget` has the focus."""
        seen = []
        while (focus := self._focused()) is not widget:
            assert focus not in seen, f"Tab never comes to {widget.accessibleName() or widget}"
            seen.append(focus)
            QTest.keyClick(focus, Qt.Key.Key_Tab)

    def sees(self, kind):
        """Wait until a window, dialog or page of `kind` has the keyboard, and return it."""
        self._qtbot.waitUntil(lambda: _has_keyboard(page_of(kind)), timeout=_LONG)
        return page_of(kind)

    def sees_no(self, kind):
        """Wait until no `kind` is there any more."""
        self._qtbot.waitUntil(lambda: page_of(kind) is None, timeout=_LONG)

    def reads(self, text, page):
        """Wait until a label on `page` says `text`."""
        self._qtbot.waitUntil(lambda: text in _words_on(page), timeout=_LONG)

    def waits_for(self, condition):
        """Wait until something is so."""
        self._qtbot.waitUntil(condition, timeout=_LONG)

    def _focused(self):
        """Wait until something has the focus, and return it."""
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return QApplication.activePopupWidget() or QApplication.focusWidget()


class FormClerk(Clerk):
    """A clerk who fills in forms field by field."""

    def into(self, form, name, text):
        """Go to a field and write it anew."""
        editor = form.form.editor(name)
        self.tab_to(editor.first_part() if isinstance(editor, Composite) else editor)
        self.press("Ctrl+A")
        self.write(text)

    def choose(self, form, name, value):
        """Go to a choice and press arrows until it says `value`."""
        editor = form.form.editor(name)
        self.tab_to(editor)
        self.press("Home")
        for _ in range(editor.count()):
            if editor.value() == value:
                return
            self.press("Down")
        assert editor.value() == value

    def push(self, button):
        """Go to a button and press it."""
        self.tab_to(button)
        self.press("Space")


def _has_keyboard(page):
    """Tell whether keys go to `page`; a window on top gets them, as a window manager does it."""
    if page is None:
        return False
    if QApplication.activeWindow() is None:
        page.window().activateWindow()
    focus = QApplication.focusWidget()
    return focus is not None and focus.window() is page.window()


def _words_on(page):
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
