import pytest
from support.tables import row, wait_for
from support.window import opened

from linli.domain.visits import VisitFilter
from linli.gui.registers.elders import EldersDialog, open_elders
from linli.gui.registers.visit_forms import VisitForm


@pytest.fixture
def dialog(desk, cast, show, qtbot):
    dialog = show(EldersDialog(desk))
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 4)
    return dialog


def test_old_people_are_listed_with_masked_phones(dialog):
    assert row(dialog.table, 0)[:6] == [
        "张建国",
        "男",
        "76",
        "",
        "138****5678",
        "西河小区3号楼2单元501室",
    ]
    assert dialog.summary.text() == "60 岁以上 4 人。"


def test_age_and_living_alone_narrow(dialog, qtbot):
    dialog.age.set_value(70)
    wait_for(qtbot, dialog.table, ["张建国"])
    dialog.age.set_value(60)
    dialog.alone.set_value(True)
    wait_for(qtbot, dialog.table, ["赵小军", "买买提·艾力"])
    assert dialog.summary.text() == "60 岁以上独居 2 人。"


def test_selected_people_are_visited_in_one_step(dialog, services, qtbot):
    dialog.select([0, 1])
    dialog.visit_button.click()
    opened(VisitForm).accept()
    assert services.visits.count(VisitFilter()) == 2
    qtbot.waitUntil(lambda: row(dialog.table, 0)[8] == "2026-11-23")


def test_dialog_is_freed_when_closed(desk, cast, main_window, assert_freed):
    open_elders(desk, main_window)
    dialog = opened(EldersDialog)
    dialog.reject()
    assert_freed(dialog)
