from datetime import date

import pytest
from PySide6.QtCore import Qt
from support.tables import column, row
from support.trail import last_events
from support.window import opened

from linli.domain.beds import BedRange, StayDraft
from linli.gui.picker import Picker
from linli.gui.registers.bed_forms import BedForm, BedsForm, LeaveForm, MoveForm, StayForm
from linli.gui.registers.beds import BedHistory, BedsDialog, open_beds

TODAY = date(2026, 11, 23)


@pytest.fixture
def ids(services):
    wanted = BedRange(facility="敬老中心", rooms="101-102", per_room=2)
    return services.beds.add_many(wanted)[0]


@pytest.fixture
def dialog(desk, ids, show):
    return show(BedsDialog(desk))


@pytest.fixture
def lived_in(services, cast, ids):
    """The head has the first bed, an outsider the second."""
    services.beds.admit(StayDraft(bed_id=ids[0], name="张建国", resident_id=cast.head, since=TODAY))
    services.beds.admit(
        StayDraft(bed_id=ids[1], name="李大爷", contact="女儿 13812345678", since=TODAY)
    )
    return ids


def tiles(dialog):
    return [dialog.tiles.item(place).text() for place in range(dialog.tiles.count())]


def test_home_of_150_beds_is_added_by_keyboard(desk, show, services, qtbot):
    dialog = show(BedsDialog(desk))
    dialog.new_button.click()
    form = opened(BedsForm)
    form.form.editor("facility").setText("敬老中心")
    qtbot.keyClicks(form.form.editor("rooms"), "101-125,201-225,301-325")
    assert form.plan_label.text() == "共 75 间，添加 150 张床位。"
    qtbot.keyClick(form.form.editor("rooms"), Qt.Key.Key_Return)
    assert dialog.summary.text() == "敬老中心：150 张，在住 0，空床 150"
    assert tiles(dialog)[0] == "101室 1床\n空床"
    assert len(tiles(dialog)) == 150


def test_rooms_that_make_no_sense_are_said_beside_the_field(desk, show):
    form = show(BedsForm(desk, None, facility="敬老中心"))
    form.form.editor("rooms").setText("东间")
    assert form.plan_label.text() == ""
    form.accept()
    assert "「东间」看不懂" in form.form.field("rooms").error


def test_picture_and_list_say_who_has_which_bed(dialog, lived_in, desk):
    desk.bus.publish_all()
    assert tiles(dialog)[:3] == ["101室 1床\n张建国", "101室 2床\n李大爷", "102室 1床\n空床"]
    assert row(dialog.table, 0)[:6] == ["敬老中心", "101", "1", "张建国", "男", "76"]
    assert dialog.summary.text() == "敬老中心：4 张，在住 2，空床 2"
    dialog.shown.set_value(True)
    assert column(dialog.table, 3) == ["（空床）", "（空床）"]


def test_resident_is_picked_and_moves_in_from_the_picture(dialog, cast, services, ids, qtbot):
    qtbot.keyClick(dialog.tiles, Qt.Key.Key_Right)
    qtbot.keyClick(dialog.tiles, Qt.Key.Key_Return)
    form = opened(StayForm)
    form.form.editor("who").pick_button.click()
    picker = opened(Picker)
    qtbot.keyClicks(picker.line, "3-2-501")
    picker.accept()
    assert form.form.editor("who").line.isReadOnly()
    form.accept()
    assert services.beds.of_resident(cast.head)[0].id == ids[1]
    assert tiles(dialog)[1] == "101室 2床\n张建国"
    assert dialog.tiles.rows() == [1]


def test_outsider_is_typed(dialog, services, ids):
    dialog.stay_button.click()
    form = opened(StayForm)
    form.accept()
    assert form.form.field("who").error
    form.form.editor("who").line.setText("王大妈")
    form.accept()
    assert services.beds.get(ids[0]).stay.name == "王大妈"


def test_second_bed_is_refused_beside_the_name(dialog, lived_in, cast, desk):
    desk.bus.publish_all()
    dialog.select([3])
    dialog.stay_button.click()
    form = opened(StayForm)
    form.form.editor("who").line.setText("李大爷")
    form.form.editor("contact").setText("女儿 13812345678")
    form.accept()
    assert "一个人只占一张床" in form.form.field("who").error


def test_number_to_call_is_hidden_until_the_clerk_says_why(dialog, lived_in, desk, ask, services):
    desk.bus.publish_all()
    dialog.select([1])
    assert dialog.stay_button.text().startswith("入住资料")
    dialog.stay_button.click()
    form = opened(StayForm)
    line = form.form.editor("contact")
    assert line.text() == "女儿 138****5678"
    ask.expect("choose", 0)
    form.reveal_button.click()
    assert line.text() == "女儿 13812345678"
    assert last_events(services, 1)[0].subject == "养老床位 敬老中心 101室 2床"
    form.reject()


def test_leaving_and_history(dialog, lived_in, desk, services):
    desk.bus.publish_all()
    dialog.select([1])
    dialog.leave_button.click()
    opened(LeaveForm).accept()
    assert services.beds.get(lived_in[1]).stay is None
    assert not dialog.leave_button.isEnabled()
    dialog.history_button.click()
    past = opened(BedHistory)
    assert row(past.table, 0)[:4] == ["李大爷", "2026-11-23", "2026-11-23", "1"]
    past.reject()


def test_changing_beds_offers_the_free_ones(dialog, lived_in, desk, services):
    desk.bus.publish_all()
    dialog.select([0])
    dialog.move_button.click()
    form = opened(MoveForm)
    choice = form.form.editor("target_id")
    texts = [choice.itemText(place) for place in range(choice.count())]
    assert texts == ["请选一张空床", "102室 1床", "102室 2床"]
    form.accept()
    assert form.form.field("target_id").error
    choice.set_value(lived_in[3])
    form.accept()
    assert tiles(dialog)[3] == "102室 2床\n张建国"


def test_bed_gets_another_name(dialog, services, ids):
    dialog.bed_button.click()
    form = opened(BedForm)
    form.form.editor("note").setPlainText("护理床")
    form.accept()
    assert services.beds.get(ids[0]).facts.note == "护理床"


def test_several_free_beds_are_removed_at_once(dialog, ask, services, qtbot):
    dialog.select([2, 3])
    ask.expect("confirm", True)
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: dialog.tiles.count() == 2)
    assert services.beds.facilities()[0].total == 2


def test_taken_bed_cannot_be_removed(dialog, lived_in, desk):
    desk.bus.publish_all()
    dialog.select([0])
    assert not dialog.remove_button.isEnabled()


def test_list_is_printed(dialog, sheets, ask, qtbot):
    ask.expect("choose", 0)
    dialog.print_list_button.click()
    qtbot.waitUntil(lambda: len(sheets) == 1)
    assert sheets[0][1] == "养老床位表"


def test_dialog_is_freed_when_closed(desk, ids, main_window, assert_freed):
    open_beds(desk, main_window)
    dialog = opened(BedsDialog)
    dialog.reject()
    assert_freed(dialog)
