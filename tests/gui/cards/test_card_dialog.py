import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from support.people import make_draft
from support.window import settle

from linli.domain.cards import CardUnit
from linli.errors import UserError
from linli.gui import print_dialog
from linli.gui.cards import dialog as card_dialog
from linli.gui.cards.dialog import CardDialog, open_card_dialog, open_reprint_dialog
from linli.gui.printer import PrinterChoice, Sides


@pytest.fixture
def cast(services):
    return settle(services)


@pytest.fixture
def printer(monkeypatch):
    """A printer that keeps what it is given; `fail` makes it refuse."""

    class Printer:
        def __init__(self):
            self.sheets = []
            self.fail = False

        def print_pdf(self, content, *, printer, title, sides, progress):
            if self.fail:
                raise UserError("打印机没有回应。")
            self.sheets.append((content, printer, title, sides))

    machine = Printer()
    choice = PrinterChoice(name="Office", label="办公室打印机", is_default=True)
    monkeypatch.setattr(print_dialog, "printers", lambda: [choice])
    monkeypatch.setattr(card_dialog, "print_pdf", machine.print_pdf)
    return machine


@pytest.fixture
def window(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


@pytest.fixture
def open_dialog(desk, qtbot, window):
    def start(*ids):
        open_card_dialog(desk, ids, window)
        return shown(window, qtbot)

    return start


def shown(window, qtbot):
    dialog = window.findChildren(CardDialog)[-1]
    settled(dialog, qtbot)
    return dialog


def settled(dialog, qtbot):
    qtbot.waitUntil(lambda: not dialog._desk.jobs.busy, timeout=10_000)


def click(button, dialog, qtbot):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settled(dialog, qtbot)


def issued(services, resident_id):
    return services.cards.issued_to(resident_id)


def test_looking_at_a_card_records_nothing(cast, printer, open_dialog, services):
    dialog = open_dialog(cast.head)
    assert dialog.view.page_count == 2
    assert issued(services, cast.head) == []


def test_printing_records_the_card_and_hands_over_what_was_shown(
    cast, printer, open_dialog, services, qtbot, desk
):
    heard = []
    desk.bus.changed.connect(heard.append)
    dialog = open_dialog(cast.head)
    click(dialog.print_button, dialog, qtbot)
    (sheet,) = printer.sheets
    assert sheet[0].startswith(b"%PDF")
    assert sheet[1:] == ("Office", "联系卡", Sides.LONG_EDGE)
    assert [card.holder for card in issued(services, cast.head)] == ["张建国"]
    assert len(heard) == 1


def test_printing_again_gives_the_same_pages_and_no_second_record(
    cast, printer, open_dialog, services, qtbot
):
    dialog = open_dialog(cast.head)
    click(dialog.print_button, dialog, qtbot)
    click(dialog.print_button, dialog, qtbot)
    assert printer.sheets[0] == printer.sheets[1]
    assert len(issued(services, cast.head)) == 1


def test_refusing_printer_is_told_and_the_cards_can_still_be_saved(
    cast, printer, open_dialog, services, qtbot, ask, tmp_path
):
    printer.fail = True
    dialog = open_dialog(cast.head)
    click(dialog.print_button, dialog, qtbot)
    assert "没有回应" in dialog.problems.text
    assert "发卡已经登记" in dialog.problems.text
    ask.expect("save_file", tmp_path / "卡.pdf")
    click(dialog.save_button, dialog, qtbot)
    assert (tmp_path / "卡.pdf").read_bytes().startswith(b"%PDF")
    assert len(issued(services, cast.head)) == 1


def test_household_gets_one_card_unless_each_person_is_asked_for(cast, printer, open_dialog, qtbot):
    dialog = open_dialog(cast.head, cast.wife)
    assert len(dialog._batch.cards) == 1
    dialog.unit.set_value(CardUnit.PERSON)
    settled(dialog, qtbot)
    assert len(dialog._batch.cards) == 2


def test_single_layout_makes_the_page_the_card(cast, printer, open_dialog, qtbot):
    dialog = open_dialog(cast.head, cast.alone)
    assert dialog.view.page_count == 2
    dialog.layout_choice.set_value("single")
    settled(dialog, qtbot)
    assert dialog.view.page_count == 4


def test_household_card_offers_only_what_suits_it(cast, printer, open_dialog, qtbot):
    dialog = open_dialog(cast.head)
    dialog.kind.set_value("household")
    settled(dialog, qtbot)
    assert not dialog.unit.isEnabled()
    sheets = [dialog.layout_choice.itemData(i) for i in range(dialog.layout_choice.count())]
    assert sheets == ["a4x2-a5", "single"]
    assert dialog.view.page_count >= 1


def test_name_that_cannot_be_printed_is_shown_and_left_out_only_when_asked(
    cast, printer, open_dialog, services, qtbot
):
    lost, _ = services.residents.add(make_draft("李\U0003fffd", sequence=31))
    dialog = open_dialog(cast.head, lost)
    assert "U+3FFFD" in dialog.problems.text
    assert not dialog.print_button.isEnabled()
    assert not dialog.save_button.isEnabled()
    click(dialog.leave_out_button, dialog, qtbot)
    assert dialog.problems.text == ""
    click(dialog.print_button, dialog, qtbot)
    assert issued(services, lost) == []
    assert len(issued(services, cast.head)) == 1


def test_options_are_not_cut_in_large_type(cast, printer, open_dialog, desk):
    desk.theme.set_zoom(200)
    dialog = open_dialog(cast.head)
    for choice in (dialog.size_choice, dialog.layout_choice, dialog.sides):
        widest = max(
            choice.fontMetrics().horizontalAdvance(choice.itemText(place))
            for place in range(choice.count())
        )
        assert choice.sizeHint().width() > widest


def test_machine_without_printer_can_save(cast, monkeypatch, open_dialog):
    monkeypatch.setattr(print_dialog, "printers", list)
    dialog = open_dialog(cast.head)
    assert not dialog.print_button.isEnabled()
    assert dialog.save_button.isEnabled()
    assert dialog.save_button.isDefault()


def test_clerk_hears_what_the_cards_lack(cast, printer, open_dialog):
    dialog = open_dialog(cast.head, cast.lodger)
    words = dialog._notes.text()
    assert "服务热线" in words
    assert "1 张卡的住所还没有归入网格" in words


def test_reprint_keeps_the_number_and_counts_the_printing(
    cast, printer, open_dialog, services, qtbot, desk, window
):
    first = open_dialog(cast.head)
    click(first.print_button, first, qtbot)
    first.close()
    (card,) = issued(services, cast.head)
    open_reprint_dialog(desk, card, window)
    again = shown(window, qtbot)
    assert not again.unit.isEnabled()
    click(again.print_button, again, qtbot)
    latest, earlier = issued(services, cast.head)
    assert latest.number == earlier.number == card.number
    assert (latest.issue, earlier.issue) == (2, 1)


def test_closing_frees_the_dialog(cast, printer, desk, assert_freed, qtbot, window):
    open_card_dialog(desk, [cast.head], window)
    dialog = shown(window, qtbot)
    qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    assert_freed(dialog)
