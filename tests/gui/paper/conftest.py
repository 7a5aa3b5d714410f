"""A printer that keeps what it is told."""

from dataclasses import dataclass

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget

from linli.errors import UserError
from linli.gui import print_dialog
from linli.gui.paper import print_row, profile_form
from linli.gui.printer import PrinterChoice, Sides


@dataclass(frozen=True)
class Sent:
    """A file at the printer."""

    content: bytes
    printer: str
    sides: Sides
    tray: str | None


class Office:
    """Prints into a list; `refusal` is what it says instead, `here` whether it is found."""

    def __init__(self):
        self.sent = []
        self.refusal = ""
        self.here = True

    def found(self):
        choice = PrinterChoice(name="Office", label="办公室打印机", is_default=True)
        return [choice] if self.here else []

    def print_pdf(self, content, *, printer, title, sides, tray, progress):
        if self.refusal:
            raise UserError(self.refusal)
        self.sent.append(Sent(content, printer, sides, tray))


@pytest.fixture
def office(monkeypatch):
    machine = Office()
    monkeypatch.setattr(print_dialog, "printers", machine.found)
    monkeypatch.setattr(profile_form, "printers", machine.found)
    monkeypatch.setattr(profile_form, "trays_of", lambda _: ("Tray1", "ByPass"))
    monkeypatch.setattr(print_row, "print_pdf", machine.print_pdf)
    return machine


@pytest.fixture
def settled(desk, qtbot):
    """Wait until all work beside the window is done."""
    return lambda: qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=10_000)


@pytest.fixture
def window(desk):
    """A plain window; the dialogs that are open over it go with it."""
    parent = QWidget()
    parent.show()
    yield parent
    shiboken6.delete(parent)
