"""Printing both sides by hand: fronts, the stack turned over, backs."""

import pytest
from PySide6.QtCore import Qt
from support.cards import page_texts
from support.people import make_draft
from support.window import opened

from linli.domain.paper import Duplex
from linli.domain.residents import HomeDraft, HouseholdDraft
from linli.domain.values.addresses import Address
from linli.domain.values.numerals import to_chinese
from linli.gui.cards.dialog import open_run_backs
from linli.gui.cards.jam_form import JamForm
from linli.gui.printer import Sides


@pytest.fixture
def people(services):
    """Twenty-three households, one door after the other: three sheets of ten."""
    ids = []
    for door in range(1, 24):
        home = Address(building="1号楼", unit="1单元", room=f"{100 + door}")
        person, _ = services.residents.add(
            make_draft(f"住户{to_chinese(door)}", sequence=2 * door + 1, relation_code="02"),
            HomeDraft(address=home, new_household=HouseholdDraft()),
        )
        ids.append(person)
    return ids


@pytest.fixture
def by_hand(state):
    state.save("paper/duplex", Duplex.MANUAL.value)


@pytest.fixture
def dialog(by_hand, printer, people, open_dialog):
    return open_dialog(*people)


def cards(services):
    (run,) = services.runs.list_all()
    return services.runs.get(run.id).cards


def test_fronts_are_printed_and_recorded_then_the_backs_when_the_clerk_says_so(
    dialog, printer, click, services
):
    click(dialog.ui.print_button)
    (fronts,) = printer.sheets
    assert fronts[3] is Sides.ONE
    assert len(page_texts(fronts[0])) == 3
    assert "住户一" in page_texts(fronts[0])[0]
    assert dialog.ui.outcome.turn.isVisible()
    assert dialog.ui.preview.view.page_count == 3

    click(dialog.ui.print_button)
    backs = printer.last
    assert len(page_texts(backs)) == 3
    assert "住户一" not in page_texts(backs)[0]
    assert len(services.runs.list_all()) == 1
    assert not dialog.ui.outcome.turn.isVisible()


def test_enter_never_prints_the_backs(dialog, printer, click, qtbot, settled):
    click(dialog.ui.print_button)
    for _ in range(2):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        settled()
    assert len(printer.sheets) == 1
    assert dialog.isVisible()


def test_backs_of_some_sheets_are_printed_again(dialog, printer, click, settled, services):
    for _ in range(3):  # fronts, backs, once more
        click(dialog.ui.print_button)
    assert len(printer.sheets) == 2
    sheets = dialog.ui.outcome.sheets
    assert sheets.isVisible()
    assert sheets.value() == (1, 3)
    sheets.first.setValue(2)
    sheets.last.setValue(2)
    settled()
    click(dialog.ui.print_button)
    whole, one = printer.sheets[1][0], printer.sheets[2][0]
    assert page_texts(one) == page_texts(whole)[1:2]
    assert {card.state.value for card in cards(services)} == {"printed"}


def test_refused_backs_stay_to_be_printed(dialog, printer, click):
    click(dialog.ui.print_button)
    printer.fail = True
    click(dialog.ui.print_button)
    assert "没有打印出来" in dialog.ui.problems.text
    assert not dialog.ui.problems.take_back_button.isVisible()
    printer.fail = False
    click(dialog.ui.print_button)
    assert len(printer.sheets) == 2
    assert dialog.ui.problems.text == ""


def test_jam_among_the_fronts_leaves_the_good_ones_for_the_backs(
    dialog, printer, click, services, qtbot, settled
):
    click(dialog.ui.print_button)
    click(dialog.ui.outcome.jam_button)
    form = opened(JamForm)
    form.form.editor("number").setText(cards(services)[11].number)
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    settled()
    assert "12 张卡的背面，一共 2 张纸" in dialog.ui.outcome.heading.text()
    click(dialog.ui.print_button)
    assert len(page_texts(printer.last)) == 2
    assert [card.state.value for card in cards(services)].count("waiting") == 11


def test_jam_with_no_good_front_begins_again(dialog, printer, click, services, qtbot, settled):
    click(dialog.ui.print_button)
    click(dialog.ui.outcome.jam_button)
    form = opened(JamForm)
    form.form.editor("came").set_value("none")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    settled()
    assert dialog.ui.choices.isVisible()
    click(dialog.ui.print_button)
    assert len(page_texts(printer.last)) == 3
    assert {card.state.value for card in cards(services)} == {"printed"}


def test_leaving_before_the_backs_is_asked_and_they_can_be_printed_later(
    dialog, printer, click, services, ask, desk, window, shown
):
    click(dialog.ui.print_button)
    ask.expect("confirm", True)
    click(dialog.ui.close_button)
    (run,) = services.runs.list_all()
    open_run_backs(desk, run.id, window)
    later = shown()
    assert later.ui.outcome.turn.isVisible()
    click(later.ui.print_button)
    assert printer.sheets[-1][3] is Sides.ONE
    assert len(page_texts(printer.last)) == 3


def test_saved_file_has_both_sides(dialog, printer, click, ask, tmp_path):
    ask.expect("save_file", tmp_path / "卡.pdf")
    click(dialog.ui.save_button)
    assert len(page_texts((tmp_path / "卡.pdf").read_bytes())) == 6
    click(dialog.ui.print_button)
    assert len(page_texts(printer.last)) == 3
