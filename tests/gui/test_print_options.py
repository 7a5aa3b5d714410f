import pytest
from support.pdfs import make_pdf

from linli.gui import print_abilities
from linli.gui.print_options import PrintOptions
from linli.gui.printer import PrinterAbilities, Sides

TWO_A4 = make_pdf((210, 297), (210, 297))
ABLE = PrinterAbilities(trays=("Auto", "Lower"), turns=True, papers=("A4", "A3"))
PLAIN = PrinterAbilities(trays=("Only",), turns=False, papers=("A4",))


@pytest.fixture
def able(monkeypatch):
    """Printers by name, and what they say."""
    known = {"Able": ABLE, "Plain": PLAIN, "Silent": PrinterAbilities()}
    monkeypatch.setattr(print_abilities, "abilities_of", known.__getitem__)
    return known


@pytest.fixture
def make(theme, qtbot, able):
    def start(content=TWO_A4, printer="Able"):
        options = PrintOptions(content, theme)
        qtbot.addWidget(options)
        options.show()
        options.set_printer(printer)
        return options

    return start


def test_what_the_printer_can_do_is_offered_and_handed_on(make, qtbot):
    options = make()
    qtbot.waitUntil(options.tray.isVisible)
    assert options.sides.isVisible()
    assert options.chosen() == {}
    options.tray.set_value("Lower")
    options.sides.set_value(Sides.LONG_EDGE)
    options.copies.setValue(3)
    assert options.chosen() == {"tray": "Lower", "sides": Sides.LONG_EDGE, "copies": 3}


def test_another_printer_takes_away_what_it_cannot(make, qtbot):
    options = make()
    qtbot.waitUntil(options.tray.isVisible)
    options.tray.set_value("Lower")
    options.sides.set_value(Sides.SHORT_EDGE)
    options.set_printer("Plain")
    assert options.chosen() == {}
    qtbot.wait(300)
    assert not options.tray.isVisible()
    assert not options.sides.isVisible()


def test_a_single_page_has_no_back(make, qtbot):
    options = make(make_pdf((210, 297)))
    qtbot.waitUntil(options.tray.isVisible)
    assert not options.sides.isVisible()


def test_paper_that_the_printer_lacks_is_said_before_printing(make, qtbot):
    options = make(make_pdf((297, 420)), "Plain")
    qtbot.waitUntil(options.notice.isVisible)
    assert "“Plain”没有 A3 纸" in options.notice.text()
    options.set_printer("Able")
    qtbot.waitUntil(options.tray.isVisible)
    assert not options.notice.isVisible()


def test_printer_that_says_nothing_is_trusted(make, qtbot):
    options = make(make_pdf((297, 420)), "Silent")
    qtbot.wait(300)
    assert not options.notice.isVisible()
    assert not options.tray.isVisible()
    options.set_printer(None)
    assert options.chosen() == {}
