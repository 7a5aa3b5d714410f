"""A printer that keeps what it is given, and a card dialog on people to print cards for."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from support.window import settle

from linli.errors import UserError
from linli.gui import print_abilities, print_dialog
from linli.gui.cards import printing
from linli.gui.cards.card_dialog import CardDialog
from linli.gui.cards.dialog import open_card_dialog
from linli.gui.printer import PrinterAbilities, PrinterChoice


class Printer:
    """Keeps (content, printer, title, sides, tray) of each print; `fail` makes it refuse."""

    def __init__(self):
        self.sheets = []
        self.fail = False
        self.abilities = PrinterAbilities()

    def print_pdf(self, content, *, printer, title, sides, tray, progress):
        if self.fail:
            raise UserError("打印机没有回应。")
        self.sheets.append((content, printer, title, sides, tray))

    @property
    def last(self):
        return self.sheets[-1][0]


@pytest.fixture
def cast(services):
    return settle(services)


@pytest.fixture
def printer(monkeypatch):
    machine = Printer()
    found = [
        PrinterChoice(name="Office", label="办公室打印机", is_default=True),
        PrinterChoice(name="Hall", label="大厅打印机", is_default=False),
    ]
    monkeypatch.setattr(print_dialog, "printers", lambda: found)
    monkeypatch.setattr(printing, "print_pdf", machine.print_pdf)
    monkeypatch.setattr(print_abilities, "abilities_of", lambda _printer: machine.abilities)
    return machine


@pytest.fixture
def window(qtbot, desk):
    """A window below; with it goes every dialog that a test leaves open."""
    parent = QWidget()
    parent.show()
    yield parent
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=10_000)
    shiboken6.delete(parent)


@pytest.fixture
def settled(desk, qtbot):
    """Wait until nothing is under way."""
    return lambda: qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=10_000)


@pytest.fixture
def click(qtbot, settled):
    """Press a button and wait for what it does."""

    def press(button):
        assert button.isEnabled()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        settled()

    return press


@pytest.fixture
def shown(window, settled):
    """Return the card dialog that was opened last, ready."""

    def latest():
        settled()
        return window.findChildren(CardDialog)[-1]

    return latest


@pytest.fixture
def open_dialog(desk, window, shown):
    """Open the card dialog for residents."""

    def start(*ids):
        open_card_dialog(desk, ids, window)
        return shown()

    return start
