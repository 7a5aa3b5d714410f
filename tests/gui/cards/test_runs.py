from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from support.cards import SINGLE, page_texts
from support.window import opened

from linli.domain.card_choices import CardOrder
from linli.domain.paper import BUSINESS
from linli.domain.runs import RunCard, RunCardState
from linli.gui.cards.card_dialog import CardDialog
from linli.gui.cards.jam_form import JamForm
from linli.gui.cards.run_dialog import RunDialog
from linli.gui.cards.run_table import RunTable
from linli.gui.cards.runs import RunsDialog
from linli.gui.print_dialog import PrintDialog


@pytest.fixture
def batch(cast, services):
    ids = (cast.head, cast.alone, cast.lodger)
    return services.cards.prepare(ids, "resident", order=CardOrder.GIVEN)


@pytest.fixture
def run_id(batch, services):
    """Three cards, all printed."""
    return services.cards.issue(batch, SINGLE).run_id


@pytest.fixture
def dialog(desk, run_id, window, printer):
    dialog = RunDialog(desk, run_id, window)
    dialog.show()
    return dialog


def record(services):
    (run,) = services.runs.list_all()
    return services.runs.get(run.id)


def states(services):
    return [card.state.value for card in record(services).cards]


def select(dialog, *positions):
    dialog.table.clearSelection()
    for position in positions:
        dialog.table.select_also(position)


def test_runs_are_listed_and_enter_opens_one(desk, run_id, window, qtbot):
    runs = RunsDialog(desk, window)
    runs.show()
    assert runs.table.item(0, 2).text() == "已印完"
    assert "共 1 批，0 批还没有印完" in runs.summary.text()
    qtbot.keyClick(runs.table, Qt.Key.Key_Return)
    assert opened(RunDialog).windowTitle() == "居民联系卡 3 张"


def test_ledger_without_runs_says_when_there_will_be_some(desk, window):
    runs = RunsDialog(desk, window)
    assert "还没有成批打印过" in runs.summary.text()
    assert not runs.open_button.isEnabled()


def test_run_says_what_became_of_its_cards(dialog):
    assert "共 3 张：已印 3 张，待印 0 张，不印 0 张。" in dialog.summary.text()
    assert not dialog.go_on_button.isEnabled()
    assert dialog.jam_button.isEnabled()
    assert not dialog.backs_button.isVisible()


def test_jam_is_told_by_the_last_good_number_and_only_the_rest_is_printed(
    dialog, services, ask, click, shown, printer, qtbot
):
    good = record(services).cards[0].number
    click(dialog.jam_button)
    form = opened(JamForm)
    form.form.editor("number").setText(good)
    ask.expect("choose", 0)
    qtbot.keyClick(form.form.editor("number"), Qt.Key.Key_Return)
    assert states(services) == ["printed", "waiting", "waiting"]
    rest = shown()
    click(rest.ui.print_button)
    assert len(page_texts(printer.last)) == 4
    assert states(services) == ["printed"] * 3
    assert "已印 3 张" in dialog.summary.text()


def test_mistyped_number_is_told_beside_the_field_and_nothing_is_changed(
    dialog, services, click, ask
):
    click(dialog.jam_button)
    form = opened(JamForm)
    form.form.editor("number").setText("0000019")
    click(form.save_button)
    assert "抄错了" in form.form.field("number").error
    assert states(services) == ["printed"] * 3
    form.form.modified = False


def test_jam_without_a_number_is_asked_again(dialog, click):
    click(dialog.jam_button)
    form = opened(JamForm)
    click(form.save_button)
    assert "没有写卡号" in form.form.field("number").error


def test_spoiled_cards_are_scanned_and_printed_again(
    dialog, services, click, ask, shown, printer, qtbot
):
    before = record(services).cards
    for card in (before[0], before[2]):
        dialog.table.setFocus()  # a scanner types wherever the keyboard is
        qtbot.keyClicks(dialog.table, card.number[0])
        qtbot.keyClicks(dialog.number, card.number[1:])
        qtbot.keyClick(dialog.number, Qt.Key.Key_Return)
    assert "2 张" in dialog.spoiled_button.text()
    assert [card.position for card in dialog.table.selected] == [1, 3]
    ask.expect("choose", 0)
    click(dialog.spoiled_button)
    assert states(services) == ["waiting", "printed", "waiting"]
    again = shown()
    click(again.ui.print_button)
    fronts = page_texts(printer.last)[::2]
    assert [card.number in text for card, text in zip(before[::2], fronts, strict=True)] == [
        True,
        True,
    ]
    assert states(services) == ["printed"] * 3


def test_number_of_another_run_is_told(dialog, ask, qtbot):
    ask.expect("warn")
    qtbot.keyClicks(dialog.number, "1234566")
    qtbot.keyClick(dialog.number, Qt.Key.Key_Return)
    assert "不在这一批里" in ask.last
    assert dialog.table.selected == []


def test_changing_ones_mind_spoils_nothing(dialog, services, click, ask, window):
    select(dialog, 1)
    ask.expect("choose", None)
    click(dialog.spoiled_button)
    assert states(services) == ["printed"] * 3
    assert window.findChildren(CardDialog) == []


def test_waiting_cards_are_left_out_and_the_run_ends_and_opens_again(
    desk, batch, services, window, click, ask
):
    run_id, _ = services.runs.start(batch, SINGLE, BUSINESS)
    dialog = RunDialog(desk, run_id, window)
    dialog.show()
    select(dialog, 2)
    click(dialog.leave_out_button)
    assert states(services) == ["waiting", "left_out", "waiting"]
    ask.expect("confirm", True)
    click(dialog.end_button)
    assert not dialog.go_on_button.isEnabled()
    assert dialog.end_button.text() == "重新打开(&E)"
    click(dialog.end_button)
    assert dialog.go_on_button.isEnabled()


def test_only_waiting_cards_are_shown_when_asked_for(dialog, services):
    services.runs.spoiled(record(services).run.id, [record(services).cards[1].number])
    dialog.desk.bus.publish_all()
    dialog.state_choice.set_value(RunCardState.WAITING)
    assert dialog.table.model().rowCount() == 1


def test_hand_over_sheet_is_shown(dialog, click, ask):
    ask.expect("choose", 1)
    click(dialog.handover_button)
    sheet = opened(PrintDialog)
    assert sheet.windowTitle() == "签收表"
    assert sheet.preview.view.page_count >= 1


def test_undone_run_closes_its_window(desk, batch, services, window, assert_freed, ask):
    run_id, _ = services.runs.start(batch, SINGLE, BUSINESS)
    dialog = RunDialog(desk, run_id, window)
    dialog.show()
    desk.bus.publish(services.history.undo())
    assert_freed(dialog)


def test_ten_thousand_cards_are_shown_at_once(desk, qtbot):
    table = RunTable(desk)
    qtbot.addWidget(table)
    table.resize(800, 500)
    table.show()
    cards = [
        RunCard(
            position=position,
            number=f"{position:07}",
            holder="张三",
            building="1号楼",
            place="1单元101室",
            state=RunCardState.WAITING,
        )
        for position in range(1, 10_001)
    ]
    begin = perf_counter()
    table.show_cards(cards)
    table.select_id(9_999)
    assert perf_counter() - begin < 1
    assert [card.position for card in table.selected] == [9_999]
