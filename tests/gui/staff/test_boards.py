from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from support.keys import type_chinese
from support.photos import encoded, picture
from support.tables import column, row, wait_for
from support.window import opened

from linli.domain.boards import BoardEntry, MissingPhoto
from linli.domain.cards import CardSource
from linli.domain.grids import GridDraft
from linli.gui.cards.card_dialog import CardDialog
from linli.gui.grid_form import GridForm
from linli.gui.photo_crop import CropDialog
from linli.gui.picker import Picker
from linli.gui.staff.board_forms import BoardEntryForm, FillForm
from linli.gui.staff.boards import BoardsDialog, open_boards
from linli.gui.staff.missing_photos import MissingPhotosBand

ENTRIES = (
    BoardEntry(name="田守义", post="政策宣传岗", phone="13900000001", promise="随叫随到"),
    BoardEntry(name="古丽娜", post="环境卫生岗"),
)


@pytest.fixture
def digest(services):
    return services.settings.add_photo(encoded(picture(30, 40), "JPEG"))


@pytest.fixture
def grid(services, cast):
    """The grid of the couple; the head is a party member."""
    head = services.residents.get(cast.head)
    services.residents.update(
        cast.head, replace(head.facts, politics_code="01"), version=head.version
    )
    return services.grids.list_all()[0].id


@pytest.fixture
def dialog(desk, grid, services, digest, show):
    services.boards.save(grid, (replace(ENTRIES[0], photo=digest), ENTRIES[1]))
    return show(BoardsDialog(desk))


def officer_with(services, grid, photo):
    found = services.grids.get(grid)
    officers = tuple(replace(officer, photo=photo) for officer in found.facts.officers)
    services.grids.update(grid, replace(found.facts, officers=officers), version=found.version)


def test_board_is_listed_and_the_missing_photos_come_first(dialog):
    assert row(dialog.table, 0) == ["田守义", "有", "政策宣传岗", "13900000001", "随叫随到"]
    assert row(dialog.table, 1)[:2] == ["古丽娜", "缺"]
    assert dialog.band.text == "缺照片 2 人：刘敏、古丽娜"


def test_band_leads_to_the_missing_photo(desk, dialog, services, digest, grid, qtbot):
    dialog.band.mend_button.click()
    form = opened(BoardEntryForm)
    assert form.form.value("name") == "古丽娜"
    qtbot.waitUntil(form.form.editor("photo").choose_button.hasFocus, timeout=2000)
    form.form.editor("photo").take(picture(300, 400))
    opened(CropDialog).use_button.click()
    form.accept()
    assert dialog.band.text == "缺照片 1 人：刘敏"
    dialog.band.mend_button.click()
    assert opened(GridForm).form.value("leader_name") == "刘敏"
    opened(GridForm).reject()
    officer_with(services, grid, digest)
    dialog.read()
    assert dialog.band.text == ""


def test_somebody_is_added_by_hand(dialog, services, grid):
    dialog.new_button.click()
    form = opened(BoardEntryForm)
    type_chinese(form.form.editor("name").line, "郝建军")
    form.form.editor("post").setText("治安巡逻岗")
    form.form.editor("phone").setText("13900000003")
    form.form.editor("promise").setPlainText("每周巡逻")
    form.accept()
    assert services.boards.entries(grid)[2] == BoardEntry(
        name="郝建军", post="治安巡逻岗", phone="13900000003", promise="每周巡逻"
    )
    assert dialog.selected()[0].entry.name == "郝建军"


def test_resident_is_picked_party_members_first_and_numbers_stay_masked(
    dialog, services, grid, cast, ask
):
    dialog.new_button.click()
    form = opened(BoardEntryForm)
    form.form.editor("name").pick_button.click()
    picker = opened(Picker)
    assert "张建国" in picker.list.item(0).text()
    assert "党员" in picker.list.item(0).text()
    picker.accept()
    assert form.form.editor("name").line.isReadOnly()
    assert form.form.editor("phone").text() == "138****5678"
    ask.expect("choose", 0)
    form.reveal_button.click()
    assert form.form.editor("phone").text() == "13812345678"
    assert services.history.events(1)[0].subject == f"resident/{cast.head}"
    form.accept()
    entry = services.boards.entries(grid)[2]
    assert (entry.name, entry.phone, entry.resident_id) == ("张建国", "13812345678", cast.head)
    assert row(dialog.table, 2)[3] == "138****5678"


def test_resident_made_a_hand_entry_lets_go_of_the_number(desk, grid, cast, services, show):
    services.boards.save(grid, services.boards.fill_from_party_members(grid))
    form = show(BoardEntryForm(desk, grid, 0, None))
    form.form.editor("name").release_button.click()
    assert form.form.editor("phone").value() is None
    form.accept()
    entry = services.boards.entries(grid)[0]
    assert (entry.name, entry.resident_id, entry.phone) == ("张建国", None, None)


def test_changing_somebody_keeps_the_rest(dialog, services, grid, qtbot):
    before = services.boards.entries(grid)
    dialog.select([0])
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    form = opened(BoardEntryForm)
    form.form.editor("post").setText("矛盾调解岗")
    form.accept()
    assert services.boards.entries(grid) == (replace(before[0], post="矛盾调解岗"), before[1])


def test_entry_without_a_name_is_refused(dialog):
    dialog.new_button.click()
    form = opened(BoardEntryForm)
    form.accept()
    assert form.form.field("name").error
    form.reject()


def test_order_is_changed(dialog, services, grid, qtbot):
    dialog.select([1])
    dialog.up_button.click()
    wait_for(qtbot, dialog.table, ["古丽娜", "田守义"])
    assert dialog.selected()[0].entry.name == "古丽娜"
    assert [entry.name for entry in services.boards.entries(grid)] == ["古丽娜", "田守义"]


def test_somebody_is_taken_off(dialog, services, grid, ask, qtbot):
    dialog.select([0])
    ask.expect("confirm", True)
    dialog.remove_button.click()
    wait_for(qtbot, dialog.table, ["古丽娜"])
    services.history.undo()
    assert len(services.boards.entries(grid)) == 2


def test_party_members_of_the_grid_are_proposed_and_chosen(dialog, services, grid, cast):
    dialog.fill_button.click()
    form = opened(FillForm)
    people = form.form.editor("people")
    assert people.item(0).text() == "张建国 · 138****5678 · 缺照片"
    people.item(0).setCheckState(Qt.CheckState.Unchecked)
    form.accept()
    assert form.form.field("people").error
    people.item(0).setCheckState(Qt.CheckState.Checked)
    form.accept()
    assert [entry.resident_id for entry in services.boards.entries(grid)] == [None, None, cast.head]


def test_no_party_member_left_is_said(dialog, services, grid, ask):
    services.boards.save(grid, services.boards.fill_from_party_members(grid))
    ask.expect("tell")
    dialog.fill_button.click()
    assert "没有" in ask.last


def test_board_is_handed_to_the_dialog_that_tells_of_missing_photos(dialog, grid, printed):
    dialog.print_button.click()
    assert printed == [(CardSource.GRID, [grid], "")]


def test_missing_photo_is_put_in_before_printing(dialog, settled):
    dialog.print_button.click()
    cards = opened(CardDialog)
    settled()
    assert "古丽娜" in cards.ui.photos.text
    cards.ui.photos.mend_button.click()
    assert opened(BoardEntryForm).form.value("name") == "古丽娜"
    opened(BoardEntryForm).reject()


def test_photo_missing_in_another_grid_is_gone_to(dialog, desk, services, grid, digest, settled):
    officer_with(services, grid, digest)
    services.boards.save(grid, services.boards.entries(grid)[:1])
    other, changes = services.grids.add(GridDraft(number="04", name="第四网格"))
    services.boards.save(other, (BoardEntry(name="杨春梅"),))
    desk.bus.publish(changes)
    dialog.print_all_button.click()
    cards = opened(CardDialog)
    settled()
    cards.ui.photos.mend_button.click()
    assert dialog.grid.value() == other
    assert opened(BoardEntryForm).form.value("name") == "杨春梅"
    opened(BoardEntryForm).reject()


def test_names_beyond_a_dozen_are_counted(qtbot):
    band = MissingPhotosBand()
    qtbot.addWidget(band)
    band.show_missing([MissingPhoto(name=f"人{n}", where="公示栏") for n in range(14)])
    assert band.text.startswith("缺照片 14 人：人0、")
    assert band.text.endswith("人11，还有 2 人")


def test_another_grid_shows_its_own_board(dialog, desk, services):
    other, changes = services.grids.add(GridDraft(number="04", name="第四网格"))
    desk.bus.publish(changes)
    dialog.grid.set_value(other)
    assert column(dialog.table) == []
    assert not dialog.table.isVisible()


def test_board_opens_on_the_grid_asked_for(desk, grid, services, show):
    other, _ = services.grids.add(GridDraft(number="01", name="第一网格"))
    assert show(BoardsDialog(desk, None, grid)).grid.value() == grid
    assert show(BoardsDialog(desk, None, other)).grid.value() == other


def test_without_grids_it_is_said_where_to_begin(desk, ask, main_window):
    ask.expect("tell")
    open_boards(desk, main_window)
    assert "网格" in ask.last


def test_dialog_is_freed_when_closed(desk, grid, main_window, assert_freed):
    open_boards(desk, main_window)
    dialog = opened(BoardsDialog)
    dialog.reject()
    assert_freed(dialog)


def test_lines_of_the_proposed_are_as_high_as_the_look_wants_them(desk, grid, show):
    form = show(FillForm(desk, grid, [BoardEntry(name=f"党员{n}") for n in range(30)], None))
    people = form.form.editor("people")
    below = people.verticalScrollBar().maximum()
    people.doItemsLayout()
    assert people.verticalScrollBar().maximum() == below > 0
    assert people.height() >= 8 * people.sizeHintForRow(0)
