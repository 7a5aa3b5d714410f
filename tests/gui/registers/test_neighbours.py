from datetime import date

import pytest
from support.tables import column, row, wait_for
from support.window import opened

from linli.domain.beds import BedRange, StayDraft
from linli.domain.neighbours import NeighbourDraft, NeighbourFilter
from linli.gui.picker import Picker
from linli.gui.registers.neighbour_form import NeighbourForm
from linli.gui.registers.neighbours import NeighboursDialog, open_neighbours
from linli.gui.registers.person_sections import person_sections


@pytest.fixture
def pair(services, cast):
    draft = NeighbourDraft(
        resident_id=cast.alone,
        name="张建国",
        neighbour_id=cast.head,
        holds_key=True,
        call_first=True,
    )
    return services.neighbours.add(draft)[0]


@pytest.fixture
def dialog(desk, pair, show):
    return show(NeighboursDialog(desk))


def test_pair_is_listed_with_key_and_masked_phone(dialog):
    assert row(dialog.table, 0)[3:8] == [
        "张建国",
        "138****5678",
        "有",
        "先打",
        "西河小区3号楼2单元501室",
    ]
    assert dialog.summary.text() == "守望 1 人，邻居 1 位，有邻居拿钥匙的 1 人。"


def test_pair_is_entered_by_keyboard(desk, cast, show, services, qtbot):
    dialog = show(NeighboursDialog(desk))
    dialog.new_button.click()
    form = opened(NeighbourForm)
    form.accept()
    assert form.form.field("resident_id").error
    assert form.form.field("who").error
    form.form.editor("resident_id").pick_button.click()
    picker = opened(Picker)
    qtbot.keyClicks(picker.line, "1-1-101")
    picker.accept()
    form.form.editor("who").line.setText("王大妈")
    qtbot.keyClicks(form.form.editor("phone"), "13900000001")
    form.form.editor("holds_key").setChecked(True)
    form.accept()
    (item,) = services.neighbours.list_all()
    assert (item.person.name, item.phone, item.facts.holds_key) == (
        "买买提·艾力",
        "13900000001",
        True,
    )
    assert column(dialog.table, 4) == ["139****0001"]


def test_ending_takes_the_pair_from_the_list(dialog, qtbot):
    dialog.end_button.click()
    wait_for(qtbot, dialog.table, [])
    dialog.shown.set_value(NeighbourFilter(running=False))
    assert column(dialog.table, 8) == ["2026-11-23"]
    assert not dialog.end_button.isEnabled()


def test_removing_asks_first(dialog, ask, qtbot):
    ask.expect("confirm", True)
    dialog.remove_button.click()
    wait_for(qtbot, dialog.table, [])


def test_sheets_are_printed(dialog, sheets, ask, qtbot):
    ask.expect("choose", 0)
    dialog.print_list_button.click()
    qtbot.waitUntil(lambda: len(sheets) == 1)
    ask.expect("choose", 0)
    dialog.buildings_button.click()
    qtbot.waitUntil(lambda: len(sheets) == 2)


def test_person_is_told_bed_and_neighbours_in_both_directions(desk, services, cast, pair):
    (bed,) = services.beds.add_many(BedRange(facility="敬老中心", rooms="101", per_room=1))[0]
    services.beds.admit(
        StayDraft(bed_id=bed, name="买买提·艾力", resident_id=cast.alone, since=date(2026, 11, 1))
    )
    said = dict(person_sections(desk, cast.alone, revealed=False))
    assert said["养老床位"] == [("敬老中心", "101室 1床 · 2026-11-01 入住")]
    assert said["邻里守望"] == [("有事先打", "张建国 · 138****5678 · 有钥匙")]
    other = dict(person_sections(desk, cast.head, revealed=True))
    assert other["邻里守望"] == [("守望着", "买买提·艾力 · 西河小区1号楼1单元101室")]


def test_one_person_shows_everything_of_their_own(desk, cast, pair, services, show):
    services.neighbours.end(pair)
    dialog = show(NeighboursDialog(desk, None, cast.head))
    assert column(dialog.table) == ["买买提·艾力"]
    assert not dialog.shown.isVisible()


def test_dialog_is_freed_when_closed(desk, cast, main_window, assert_freed):
    open_neighbours(desk, main_window)
    dialog = opened(NeighboursDialog)
    dialog.reject()
    assert_freed(dialog)
