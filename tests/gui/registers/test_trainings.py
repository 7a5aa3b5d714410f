from datetime import date

import pytest
from PySide6.QtCore import Qt
from support.tables import column, row, wait_for
from support.window import opened

from linli.domain.trainings import TrainingDraft
from linli.gui.registers.training_form import TrainingForm
from linli.gui.registers.trainings import TrainingsDialog, open_trainings


@pytest.fixture
def held(services):
    for day, kind, topic, count in (
        (date(2026, 3, 5), "01", "消防知识", 126),
        (date(2026, 11, 2), "02", "参观敬老中心", 30),
        (date(2025, 6, 1), "04", "党课", 44),
    ):
        draft = TrainingDraft(day=day, kind_code=kind, topic=topic, headcount=count)
        services.trainings.add(draft)


@pytest.fixture
def dialog(desk, held, show):
    return show(TrainingsDialog(desk))


def test_this_year_is_listed_with_its_sums(dialog):
    assert column(dialog.table, 2) == ["参观敬老中心", "消防知识"]
    assert dialog.summary.text() == "培训班 1 次，外出参观 1 次，受教育 156 人次。"


@pytest.mark.parametrize(
    ("chosen", "topics"),
    [
        ("last_year", ["党课"]),
        ("month", ["参观敬老中心"]),
        ("quarter", ["参观敬老中心"]),
        (None, ["参观敬老中心", "消防知识", "党课"]),
    ],
)
def test_period_narrows_the_list(dialog, chosen, topics):
    dialog.period.set_value(chosen)
    assert column(dialog.table, 2) == topics


def test_own_period_is_typed(dialog, qtbot):
    assert not dialog.since.isVisible()
    dialog.period.set_value("own")
    assert dialog.since.isVisible()
    qtbot.keyClicks(dialog.since, "2025-06-01")
    qtbot.keyClicks(dialog.until, "2026-03-05")
    assert column(dialog.table, 2) == ["消防知识", "党课"]


def test_training_is_entered_by_keyboard(desk, show, services, qtbot):
    dialog = show(TrainingsDialog(desk))
    dialog.new_button.click()
    form = opened(TrainingForm)
    form.accept()
    assert form.form.field("headcount").error
    form.form.editor("kind_code").setEditText("参观")
    form.form.editor("topic").setText("参观敬老中心")
    qtbot.keyClicks(form.form.editor("headcount"), "30")
    qtbot.keyClick(form.form.editor("headcount"), Qt.Key.Key_Return)
    (item,) = services.trainings.list_all()
    assert (item.facts.kind_code, item.facts.headcount) == ("02", 30)
    assert row(dialog.table, 0)[:4] == ["2026-11-23", "外出参观", "参观敬老中心", "30"]


def test_changing_and_removing(dialog, services, ask, qtbot):
    dialog.open_button.click()
    form = opened(TrainingForm)
    form.form.editor("teacher").setText("刘教员")
    form.accept()
    assert row(dialog.table, 0)[5] == "刘教员"
    ask.expect("confirm", True)
    dialog.remove_button.click()
    wait_for(qtbot, dialog.table, ["消防知识"], 2)


def test_ledger_is_printed_under_its_period(dialog, sheets, qtbot):
    dialog.print_list_button.click()
    qtbot.waitUntil(lambda: len(sheets) == 1)
    assert sheets[0][1] == "培训和参观台账（2026-01-01 至 2026-12-31）"


def test_dialog_is_freed_when_closed(desk, main_window, assert_freed):
    open_trainings(desk, main_window)
    dialog = opened(TrainingsDialog)
    dialog.reject()
    assert_freed(dialog)
