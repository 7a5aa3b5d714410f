import pytest
from PySide6.QtCore import Qt
from support.photos import encoded, picture
from support.tables import column, row, wait_for
from support.window import opened

from linli.domain.cards import CardSource
from linli.domain.staff import StaffDraft, StationDraft
from linli.gui.staff.people import StaffDialog, StaffForm, open_staff

NAMES = ["陈静", "马小兰", "阿依古丽"]


@pytest.fixture
def station(services):
    return services.stations.add(StationDraft(name="警务室"))[0]


@pytest.fixture
def staff(services, station):
    posts = zip(NAMES, ("综合受理", "民政", "社保"), strict=True)
    drafts = [StaffDraft(name=name, post=post) for name, post in posts]
    drafts[1] = StaffDraft(
        name="马小兰",
        post="民政",
        number="08",
        office="3号窗口",
        phone="0994-4820110",
        photo=services.settings.add_photo(encoded(picture(30, 40), "JPEG")),
        party_member=True,
        station_id=station,
    )
    return [services.staff.add(draft)[0] for draft in drafts]


@pytest.fixture
def dialog(desk, staff, show):
    return show(StaffDialog(desk))


def test_staff_are_listed_in_their_order_with_the_missing_photos(dialog):
    assert column(dialog.table) == NAMES
    assert row(dialog.table, 1) == [
        "马小兰",
        "有",
        "民政",
        "08",
        "3号窗口",
        "0994-4820110",
        "警务室",
        "是",
    ]
    assert dialog.summary.text() == "共 3 人，按台签的次序排列。缺照片 2 人。"


def test_somebody_is_entered(desk, station, show, services):
    dialog = show(StaffDialog(desk))
    dialog.new_button.click()
    form = opened(StaffForm)
    form.form.editor("name").setText("陈静")
    form.form.editor("station_id").set_value(station)
    form.form.editor("party_member").setChecked(True)
    form.form.editor("promise").setPlainText("有问必答，有事必办。")
    form.accept()
    facts = services.staff.list_all()[0].facts
    assert facts == StaffDraft(
        name="陈静", station_id=station, party_member=True, promise="有问必答，有事必办。"
    )
    assert column(dialog.table) == ["陈静"]


def test_nobody_without_a_name_is_entered(desk, show, services):
    form = show(StaffForm(desk, None, None))
    form.accept()
    assert form.form.field("name").error
    assert services.staff.list_all() == []


def test_enter_opens_and_saving_keeps_what_is_not_touched(dialog, services, qtbot):
    before = services.staff.list_all()[1]
    dialog.select([1])
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    form = opened(StaffForm)
    form.form.editor("office").setText("5号窗口")
    form.accept()
    after = services.staff.list_all()[1].facts
    assert after.office == "5号窗口"
    assert {**vars(after), "office": None} == {**vars(before.facts), "office": None}
    assert dialog.selected()[0].id == before.id


def test_keys_move_somebody_and_the_selection_goes_along(dialog, qtbot):
    dialog.select([0])
    assert not dialog.up_button.isEnabled()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    wait_for(qtbot, dialog.table, ["马小兰", "陈静", "阿依古丽"])
    assert dialog.selected()[0].facts.name == "陈静"
    dialog.down_button.click()
    wait_for(qtbot, dialog.table, ["马小兰", "阿依古丽", "陈静"])
    assert not dialog.down_button.isEnabled()


def test_removing_asks_first_and_can_be_undone(dialog, desk, ask, services, qtbot):
    dialog.select([1])
    ask.expect("confirm", False)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert len(services.staff.list_all()) == 3
    ask.expect("confirm", True)
    dialog.remove_button.click()
    wait_for(qtbot, dialog.table, ["陈静", "阿依古丽"])
    desk.bus.publish(services.history.undo())
    assert column(dialog.table) == NAMES


def test_cards_of_the_selected_and_of_all_are_asked_for(dialog, staff, printed):
    dialog.select([2, 0])
    dialog.print_button.click()
    dialog.print_all_button.click()
    assert printed == [
        (CardSource.STAFF, [staff[0], staff[2]], ""),
        (CardSource.STAFF, staff, ""),
    ]


def test_several_selected_can_only_be_printed(dialog):
    dialog.select([0, 1])
    assert dialog.print_button.isEnabled()
    for button in (dialog.open_button, dialog.remove_button, dialog.up_button, dialog.down_button):
        assert not button.isEnabled()


def test_new_person_becomes_the_selected_one(dialog, desk, services):
    desk.bus.publish(services.staff.add(StaffDraft(name="周明"))[1])
    assert [each.facts.name for each in dialog.selected()] == ["周明"]


def test_empty_list_offers_to_add_somebody(desk, show):
    dialog = show(StaffDialog(desk))
    assert not dialog.table.isVisible()
    assert not dialog.print_all_button.isEnabled()
    assert not dialog.print_button.isEnabled()


def test_dialog_is_freed_when_closed(desk, staff, main_window, assert_freed):
    open_staff(desk, main_window)
    dialog = opened(StaffDialog)
    dialog.reject()
    assert_freed(dialog)
