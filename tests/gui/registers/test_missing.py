from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from support.tables import row, wait_for
from support.window import opened

from linli.domain.missing import Gap
from linli.gui.household_dialog import HouseholdDialog
from linli.gui.registers.missing import MissingDialog, open_missing
from linli.gui.resident_form import ResidentForm


@pytest.fixture
def dialog(desk, cast, show, qtbot):
    dialog = show(MissingDialog(desk))
    wait_for(qtbot, dialog.table, ["李秀英", "买买提·艾力", "赵小军"], 1)
    return dialog


def choose(dialog, qtbot, gap, found):
    dialog.gap.set_value(gap)
    wait_for(qtbot, dialog.table, found, 1)


def test_what_to_ask_at_the_door_is_listed_first_with_all_counts(dialog):
    assert row(dialog.table, 0) == [
        "西河小区3号楼2单元501室",
        "李秀英",
        "女",
        "66",
        "电话",
        "第三网格",
    ]
    assert dialog.summary.text() == "共 3 人。"
    texts = [dialog.gap.itemText(place) for place in range(dialog.gap.count())]
    assert "没有照片　4 人" in texts
    assert "不在网格里的房屋　1 处" in texts


def test_gap_and_grid_narrow_the_list(dialog, qtbot):
    choose(dialog, qtbot, Gap.HOUSEHOLD, ["赵小军"])
    choose(dialog, qtbot, Gap.PHOTO, ["张建国", "李秀英", "买买提·艾力", "赵小军"])
    dialog.grid.set_value("none")
    wait_for(qtbot, dialog.table, ["买买提·艾力", "赵小军"], 1)


def test_line_opens_the_person_and_leaves_the_list_when_done(dialog, qtbot):
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    form = opened(ResidentForm)
    form.form.editor("phones").rows[0].line.setText("13900000001")
    form.accept()
    wait_for(qtbot, dialog.table, ["买买提·艾力", "赵小军"], 1)


def test_household_without_a_head_opens_the_household(dialog, services, cast, qtbot, desk):
    person = services.residents.get(cast.alone)
    services.residents.update(
        cast.alone, replace(person.facts, relation_code="10"), version=person.version
    )
    desk.bus.publish_all()
    choose(dialog, qtbot, Gap.HEADLESS, ["买买提·艾力"])
    dialog.open_button.click()
    opened(HouseholdDialog).reject()


def test_empty_home_says_what_to_do(dialog, services, cast, desk, ask, qtbot):
    services.residents.recycle([cast.alone])
    desk.bus.publish_all()
    choose(dialog, qtbot, Gap.DWELLING, [""])
    ask.expect("tell")
    dialog.open_button.click()


def test_complete_ledger_says_so(dialog, qtbot):
    dialog.gap.set_value(Gap.DOCUMENT)
    qtbot.waitUntil(lambda: not dialog.table.isVisible())


def test_list_is_printed(dialog, sheets, qtbot):
    dialog.print_list_button.click()
    qtbot.waitUntil(lambda: len(sheets) == 1)
    assert sheets[0][1] == "缺项名单（入户要补的：证件号、电话、出生、性别）"


def test_dialog_is_freed_when_closed(desk, cast, main_window, assert_freed):
    open_missing(desk, main_window)
    dialog = opened(MissingDialog)
    dialog.reject()
    assert_freed(dialog)
