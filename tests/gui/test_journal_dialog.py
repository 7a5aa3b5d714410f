from dataclasses import replace

import pytest
from support.people import make_draft
from support.window import opened

from linli.domain.undoing import How
from linli.gui.journal_dialog import JournalDialog
from linli.gui.step_dialog import StepDialog


@pytest.fixture
def person(services):
    """Somebody whose numbers were looked at after they were entered."""
    person, _ = services.residents.add(make_draft("张建国"))
    services.residents.add(make_draft("李秀英", sequence=4))
    services.history.undo()
    services.residents.reveal(person, "核对资料")
    return person


@pytest.fixture
def dialog(desk, person, qtbot):
    dialog = JournalDialog(desk)
    dialog.open()
    read(dialog, qtbot)
    yield dialog
    dialog.close()


def read(dialog, qtbot):
    """Read the steps anew, and wait until they are there."""
    dialog.summary.setText("")
    dialog.read()
    qtbot.waitUntil(lambda: dialog.summary.text() != "")


def lines(dialog):
    model = dialog.model
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def planned(qtbot):
    """The dialog of a step, once it knows how the step can be taken back."""
    step = opened(StepDialog)
    qtbot.waitUntil(lambda: not step.summary.text().startswith("正在"), timeout=5000)
    return step


def cells(table):
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def change(services, person, **facts):
    now = services.residents.get(person)
    services.residents.update(person, replace(now.facts, **facts), version=now.version)


def test_steps_are_listed_newest_first_with_their_standing(dialog):
    shown = [line[3] for line in lines(dialog)]
    assert shown[:2] == ["登记居民 李秀英", "登记居民 张建国"]
    assert "30 天以内的每一步都可以撤回" in dialog.summary.text()


def test_code_of_an_old_system_is_told_as_a_gap(desk, services, main_window, qtbot):
    services.residents.add(make_draft("王\ue863", sequence=8))
    dialog = JournalDialog(desk)
    read(dialog, qtbot)
    assert lines(dialog)[0][3] == "登记居民 王□"
    undo = main_window.commands.undo
    desk.bus.publish(services.residents.add(make_draft("李\ue863", sequence=9))[1])
    assert "李□" in undo.text()
    assert "李□" in undo.toolTip()
    dialog.deleteLater()


def test_typed_text_leaves_the_lines_that_have_it(dialog):
    dialog.filter.setText("张建国")
    assert [line[3] for line in lines(dialog)] == ["登记居民 张建国"]
    assert dialog.summary.text().startswith("找到 1 步")
    dialog.filter.clear()
    assert len(lines(dialog)) > 2


def test_an_earlier_step_is_taken_back_after_a_look_at_what_it_does(
    dialog, services, person, qtbot
):
    change(services, person, note="一楼")
    change(services, person, occupation="教师")
    read(dialog, qtbot)
    dialog.table.select_id(dialog.model.id_at(1))
    dialog.open_button.click()
    step = planned(qtbot)
    assert step.heading.text() == "修改居民 张建国"
    assert cells(step.changes) == [["居民 张建国", "备注", "一楼", "—"]]
    assert step.way is How.ALONE
    step.take_back_button.click()
    qtbot.waitUntil(lambda: services.residents.get(person).facts.note is None, timeout=5000)
    assert services.residents.get(person).facts.occupation == "教师"
    qtbot.waitUntil(lambda: "已撤销" in str(dialog.model.index(1, 2).data()), timeout=5000)


def test_what_stands_in_the_way_is_listed_and_can_go_too(dialog, services, person, qtbot):
    change(services, person, note="一楼", occupation="教师")
    change(services, person, note="二楼")
    read(dialog, qtbot)
    dialog.table.select_id(dialog.model.id_at(1))
    dialog.open_button.click()
    step = planned(qtbot)
    assert [line[2:] for line in cells(step.obstacles)] == [["修改居民 张建国", "居民 张建国"]]
    assert list(step.buttons_of) == [How.WITH_LATER, How.PART]
    step.buttons_of[How.PART].click()
    assert cells(step.changes) == [["居民 张建国", "职业", "教师", "—"]]
    assert "保持现在的样子：居民 张建国：后来改过" in step.note.text()
    step.buttons_of[How.WITH_LATER].click()
    step.take_back_button.click()
    qtbot.waitUntil(lambda: services.residents.get(person).facts.note is None, timeout=5000)


def test_an_old_step_can_only_be_read(dialog, services, person, qtbot, clock):
    change(services, person, note="一楼")
    clock.advance(days=31)
    read(dialog, qtbot)
    dialog.table.select_id(dialog.model.id_at(0))
    dialog.open_button.click()
    step = planned(qtbot)
    assert "已超过 30 天，不能再撤回" in step.refusal.text()
    assert cells(step.changes) == [["居民 张建国", "备注", "—", "一楼"]]
    assert not step.take_back_button.isEnabled()
    step.reject()
