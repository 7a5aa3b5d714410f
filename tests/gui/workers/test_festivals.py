"""The dialog of ethnic festivals: entering a year, giving leave."""

import pytest
from support.mnemonics import letters, taken_twice
from support.tables import column, row
from support.window import opened

from linli.domain.workers import WorkerDraft
from linli.gui.workers.festivals import FestivalsDialog, FestivalYearForm
from linli.gui.workers.leaves import LeavesDialog
from linli.gui.workers.worker_form import WorkerForm


@pytest.fixture
def dialog(desk, services, show):
    services.workers.add(WorkerDraft(name="阿依古丽", keeps_festivals=True))
    services.festivals.save_year(2027, "古尔邦节：5月16日至18日放假。", source="通知")
    return show(FestivalsDialog(desk))


def test_festivals_are_listed_with_who_keeps_them(dialog):
    assert row(dialog.table, 0) == ["2027", "古尔邦节", "5月16日至5月18日", "1 人", "0 人", "通知"]


def test_a_year_is_entered_and_changed(desk, services, show):
    dialog = show(FestivalsDialog(desk))
    dialog.new_button.click()
    form = opened(FestivalYearForm)
    form.form.editor("holidays").setPlainText("肉孜节：3月10日放假。")
    form.accept()
    assert column(dialog.table, 1) == ["肉孜节"]
    dialog.table.selectRow(0)
    dialog.open_button.click()
    form = opened(FestivalYearForm)
    assert form.form.value("holidays") == "肉孜节：3月10日放假。"
    form.form.editor("holidays").setPlainText("肉孜节")
    form.accept()
    assert "肉孜节" in form.form.field("holidays").error


def test_leave_is_given_after_it_was_said_to_whom(dialog, services, ask, desk, qtbot):
    ask.expect("confirm", True)
    with qtbot.waitSignal(desk.bus.changed):
        dialog.give_button.click()
    assert ask.last == "登记 1 次民族节日请假？"
    qtbot.waitUntil(lambda: row(dialog.table, 0)[4] == "1 人")
    ask.expect("tell")
    dialog.give_button.click()


def test_a_year_is_removed(dialog, services, ask, qtbot):
    dialog.table.selectRow(0)
    ask.expect("confirm", True)
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: services.festivals.years() == [])


def test_festivals_are_reached_from_leaves(desk, show):
    leaves = show(LeavesDialog(desk))
    leaves.festivals_button.click()
    assert opened(FestivalsDialog)


def test_a_worker_says_so_in_the_form(desk, services, show):
    worker_id, _ = services.workers.add(WorkerDraft(name="阿依古丽"))
    form = show(WorkerForm(desk, services.workers.get(worker_id), None))
    form.form.editor("keeps_festivals").set_value(True)
    form.accept()
    assert services.workers.get(worker_id).facts.keeps_festivals


@pytest.mark.parametrize("make", [FestivalsDialog, lambda desk: FestivalYearForm(desk, None)])
def test_no_letter_is_taken_twice(desk, show, make):
    window = show(make(desk))
    assert letters(window)
    assert not taken_twice(window)
