import pytest
from support.pdfs import make_pdf

from linli.errors import UserError
from linli.gui import printer
from linli.gui.printer import print_pdf, printers, trays_of

A4 = make_pdf((210, 297))


@pytest.fixture
def without_queue(monkeypatch, tmp_path):
    """A machine without the programs of a print queue."""
    monkeypatch.setenv("PATH", str(tmp_path))


class Info:
    def __init__(self, name, description=""):
        self.printerName = lambda: name
        self.description = lambda: description


def install(monkeypatch, default, *found):
    monkeypatch.setattr(printer.QPrinterInfo, "availablePrinters", lambda: list(found))
    monkeypatch.setattr(printer.QPrinterInfo, "defaultPrinterName", lambda: default)


def test_machine_without_printers_has_none(qapp, monkeypatch):
    install(monkeypatch, "")
    assert printers() == []


def test_usual_printer_comes_first_and_a_nameless_one_shows_its_queue(qapp, monkeypatch):
    install(monkeypatch, "Hall", Info("A1"), Info("Hall", "大厅打印机"))
    assert [(each.name, each.label) for each in printers()] == [
        ("Hall", "大厅打印机"),
        ("A1", "A1"),
    ]


@pytest.mark.usefixtures("without_queue")
def test_vanished_printer_is_named_where_pages_are_drawn(qapp):
    with pytest.raises(UserError, match="“Gone”"):
        print_pdf(A4, printer="Gone", title="联系卡")


@pytest.mark.usefixtures("without_queue")
def test_vanished_printer_has_no_trays(qapp):
    assert trays_of("Gone") == ()
