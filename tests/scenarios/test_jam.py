"""Four hundred cards: a jam at 212, the rest, spoiled ones again, and backs by hand."""

import pytest
from support.cards import page_texts
from support.ledgers import PASSWORD

from linli.domain.cards import card_number
from linli.domain.paper import Duplex
from linli.domain.residents import ResidentFilter
from linli.gui import print_abilities, print_dialog
from linli.gui.cards import printing
from linli.gui.cards.card_dialog import CardDialog
from linli.gui.cards.jam_form import JamForm
from linli.gui.cards.run_dialog import RunDialog
from linli.gui.main_window import MainWindow
from linli.gui.printer import PrinterAbilities, PrinterChoice, Sides
from linli.gui.unlock import UnlockPage

PEOPLE = 1_600
CARDS = 437
JAM = 212


@pytest.fixture
def printed(monkeypatch):
    """What the office printer was given: (texts of the pages, sides)."""
    sheets = []

    def print_pdf(content, *, sides, **_):
        sheets.append((page_texts(content), sides))

    office = PrinterChoice(name="Office", label="办公室打印机", is_default=True)
    monkeypatch.setattr(print_dialog, "printers", lambda: [office])
    monkeypatch.setattr(printing, "print_pdf", print_pdf)
    monkeypatch.setattr(print_abilities, "abilities_of", lambda _printer: PrinterAbilities())
    return sheets


@pytest.fixture
def window(services, start, clerk):
    """The main window on a community with more households than cards are wanted for."""
    services.sample.create(PEOPLE)
    services.context.db.close()
    start()
    clerk.sees(UnlockPage)
    clerk.write(PASSWORD)
    clerk.press("Return")
    return clerk.sees(MainWindow)


@pytest.fixture
def heads(window):
    """One person each of as many households as cards are printed."""
    services = window.desk.services
    ids = services.residents.list_ids(ResidentFilter())
    return [card.holder_id for card in services.cards.prepare(ids, "resident").cards[:CARDS]]


def test_jam_at_212_of_437_costs_only_the_rest(window, clerk, printed, ask, heads):
    window.current_tab.cards_requested.emit(heads)
    dialog = ready(clerk)
    assert dialog.ui.figures.text() == "437 张卡，44 张纸"
    clerk.press("Return")
    clerk.reads("437 张卡已交给打印机", dialog)
    numbers = [card_number(n) for n in range(1, CARDS + 1)]
    assert numbers_on(printed[-1], numbers) == numbers

    clerk.press("Alt+J")
    clerk.sees(RunDialog)
    clerk.press("Alt+J")
    clerk.sees(JamForm)
    clerk.write(numbers[JAM - 1])
    ask.expect("choose", 0)
    clerk.press("Return")
    rest = ready(clerk)
    assert rest.ui.figures.text() == "225 张卡，23 张纸"
    clerk.press("Return")
    clerk.reads("225 张卡已交给打印机", rest)
    assert numbers_on(printed[-1], numbers) == numbers[JAM:]
    clerk.press("Return")

    run = clerk.sees(RunDialog)
    clerk.reads("已印 437 张，待印 0 张", run)
    clerk.tab_to(run.number)
    spoiled = [numbers[2], numbers[300]]
    for number in spoiled:
        clerk.write(number)
        clerk.press("Return")
    ask.expect("choose", 0)
    clerk.press("Alt+R")
    again = ready(clerk)
    clerk.press("Return")
    clerk.reads("2 张卡已交给打印机", again)
    assert numbers_on(printed[-1], numbers) == spoiled
    clerk.press("Return")
    clerk.sees(RunDialog)
    clerk.press("Escape")
    clerk.sees(MainWindow)
    assert {sides for _, sides in printed} == {Sides.LONG_EDGE}
    (record,) = window.desk.services.runs.list_all()
    assert (record.printed, record.waiting) == (CARDS, 0)


def test_both_sides_by_hand(window, clerk, printed, heads):
    window.current_tab.cards_requested.emit(heads[:25])
    dialog = ready(clerk)
    clerk.press("Alt+D")
    while dialog.ui.choices.paper.duplex.value() is not Duplex.MANUAL:
        clerk.press("Down")
    dialog = ready(clerk)
    clerk.press("Return")
    clerk.reads("接下来翻面", dialog)
    clerk.waits_for(dialog.ui.print_button.isEnabled)
    clerk.press("Alt+P")
    clerk.reads("25 张卡已交给打印机", dialog)
    fronts, backs = (pages for pages, _ in printed)
    assert (len(fronts), len(backs)) == (3, 3)
    numbers = [card_number(n) for n in range(1, 26)]
    assert numbers_on((fronts, None), numbers) == numbers
    assert {sides for _, sides in printed} == {Sides.ONE}
    clerk.press("Return")
    clerk.sees(MainWindow)


def ready(clerk):
    """Wait until the card dialog shows what it would print."""
    dialog = clerk.sees(CardDialog)
    clerk.waits_for(dialog.ui.print_button.isEnabled)
    return dialog


def numbers_on(sheets, numbers):
    """Return which of the numbers are on paper, in their order there."""
    text = "".join(sheets[0])
    return sorted((n for n in numbers if n in text), key=text.index)
