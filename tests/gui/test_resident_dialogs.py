"""The smaller windows about residents: recycle bin, history, standing, picking."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from support.window import settle

from linli.domain.residents import ResidentStatus
from linli.gui.history_dialog import HistoryDialog
from linli.gui.picker import household_picker, resident_picker
from linli.gui.recycle_bin import RecycleBin
from linli.gui.standing_form import DeceasedForm, MoveOutForm


@pytest.fixture
def cast(services):
    return settle(services)


def test_recycled_people_come_back_from_the_bin(desk, cast, services, show, qtbot):
    services.residents.recycle([cast.lodger])
    dialog = show(RecycleBin(desk))
    assert dialog.model.rowCount() == 1
    assert dialog.summary.text().startswith("共 1 人")
    dialog.restore_button.click()
    qtbot.waitUntil(lambda: dialog.summary.text() == "回收站是空的。", timeout=3000)
    assert not services.residents.get(cast.lodger).recycled
    assert not dialog.restore_button.isEnabled()


def test_bin_keeps_qts_rules(desk, cast, services, show, qtmodeltester):
    services.residents.recycle([cast.lodger, cast.alone])
    qtmodeltester.check(show(RecycleBin(desk)).model, force_py=True)


def test_history_tells_field_before_and_after(desk, cast, services, show, clock):
    from dataclasses import replace

    head = services.residents.get(cast.head)
    services.residents.update(
        cast.head, replace(head.facts, occupation="教师"), version=head.version
    )
    table = show(HistoryDialog.of_resident(desk, cast.head, None)).table
    texts = [table.item(0, column).text() for column in range(6)]
    assert texts[0] == clock().astimezone().strftime("%Y-%m-%d %H:%M")
    assert texts[1:5] == ["职业", "—", "教师", "王芳"]


def test_history_shows_no_full_number(desk, cast, services, show):
    dialog = show(HistoryDialog.of_resident(desk, cast.head, None))
    table = dialog.table
    cells = [
        table.item(row, column).text()
        for row in range(table.rowCount())
        for column in range(table.columnCount())
    ]
    facts = services.residents.get(cast.head).facts
    assert cells
    assert facts.documents[0].number not in " ".join(cells)
    assert facts.phones[0].number not in " ".join(cells)


def test_people_move_out_with_day_and_note(desk, cast, services, show):
    form = show(MoveOutForm(desk, [cast.head, cast.wife], None))
    assert form.form.value("day") == date(2026, 11, 23)
    form.form.editor("day").setText("2026.11.1")
    form.form.editor("note").setText("去乌鲁木齐")
    form.accept()
    wife = services.residents.get(cast.wife)
    assert wife.status is ResidentStatus.MOVED_OUT
    assert wife.status_date == date(2026, 11, 1)
    assert wife.status_note == "去乌鲁木齐"


def test_day_that_has_not_come_is_refused_beside_it(desk, cast, services, show):
    form = show(MoveOutForm(desk, [cast.head], None))
    form.form.editor("day").setText("2027-01-01")
    form.accept()
    assert "还没有到" in form.form.field("day").error
    assert services.residents.get(cast.head).status is ResidentStatus.PRESENT


@pytest.mark.parametrize("kind", ["move out", "deceased"])
def test_day_is_needed(desk, cast, services, show, kind):
    form = MoveOutForm(desk, [cast.head], None)
    if kind == "deceased":
        form = DeceasedForm(desk, cast.head, None)
    show(form)
    form.form.editor("day").clear()
    form.accept()
    assert form.form.field("day").error != ""
    assert services.residents.get(cast.head).status is ResidentStatus.PRESENT


def test_death_is_recorded(desk, cast, services, show):
    form = show(DeceasedForm(desk, cast.lodger, None))
    form.accept()
    lodger = services.residents.get(cast.lodger)
    assert lodger.status is ResidentStatus.DECEASED
    assert lodger.status_date == date(2026, 11, 23)


def test_household_is_picked_by_keyboard(desk, cast, qtbot, show):
    picker = show(household_picker(desk, None))
    qtbot.keyClicks(picker.line, "zhangjg")
    qtbot.waitUntil(lambda: picker.list.count() == 1, timeout=2000)
    expected = "西河小区3号楼2单元501室 · 户主 张建国 · 2 人 · 户号 0001"
    assert picker.list.item(0).text() == expected
    chosen = []
    picker.chosen.connect(chosen.append)
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert [household.id for household in chosen] == [cast.household]


def test_enter_right_after_the_last_letter_finds_first(desk, cast, qtbot, show):
    picker = show(resident_picker(desk, None))
    qtbot.keyClicks(picker.line, "lixy")
    with qtbot.waitSignal(picker.chosen) as blocker:
        qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert blocker.args[0].id == cast.wife


def test_nothing_found_cannot_be_chosen(desk, cast, qtbot, show):
    picker = show(resident_picker(desk, None))
    qtbot.keyClicks(picker.line, "qqqq")
    qtbot.waitUntil(picker.none_label.isVisible, timeout=2000)
    assert not picker.choose_button.isEnabled()
    with qtbot.assertNotEmitted(picker.chosen):
        picker.accept()


def test_down_goes_to_what_was_found(desk, cast, qtbot, show):
    picker = show(resident_picker(desk, None))
    qtbot.keyClicks(picker.line, "z")
    qtbot.waitUntil(lambda: picker.list.count() > 1, timeout=2000)
    qtbot.keyClick(picker.line, Qt.Key.Key_Down)
    assert picker.list.hasFocus()
