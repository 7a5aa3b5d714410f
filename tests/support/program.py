"""The program from its first window on, one run after the other on the same data folder."""

import shiboken6
from PySide6.QtWidgets import QApplication

from linli.app import Program
from linli.gui.fonts import interface_families
from linli.gui.main_window import MainWindow
from linli.gui.state import WindowState
from linli.gui.theme import Theme

LONG = 30_000


def page_of(kind):
    """Return the page or dialog of `kind` that is shown, None without one."""
    found = [
        page
        for window in QApplication.topLevelWidgets()
        for page in [window, *window.findChildren(kind)]
        if isinstance(page, kind) and page.isVisible()
    ]
    return found[0] if found else None


def main_window():
    """Return the main window, None as long as the ledger is closed."""
    return page_of(MainWindow)


def begin(qapp, data_dir, ask, *, practice=False):
    """Start the program as `linli.app.run` does, but without its lock and log."""
    state = WindowState(data_dir.window_state)
    theme = Theme(qapp, interface_families(), state.number("window/zoom", 100))
    program = Program(data_dir, theme, ask, state, qapp, practice=practice)
    theme.setParent(program)
    program.start()
    return program


def end(program):
    """End it as the last line of `linli.app.run` does, and take its look off."""
    program.close()
    shiboken6.delete(program)
    QApplication.instance().setStyleSheet("")
