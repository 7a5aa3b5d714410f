"""The dialogs of reception days: a rule in a minute, a day moved, a visitor written down."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from support.window import is_open, opened

from linli.domain.receptions import RuleDraft, VisitDraft, VisitFilter
from linli.gui.print_dialog import PrintDialog
from linli.gui.receptions.days import ReceptionsDialog, period
from linli.gui.receptions.forms import DayForm, RuleForm, VisitForm
from linli.gui.receptions.visits import VisitorsDialog

RULE = RuleDraft(
    name="网格接访日",
    weekdays=(1, 3),
    hours="9:30—11:30",
    receivers=("王芳", "马力"),
    since=date(2026, 11, 1),
)
CAME = VisitDraft(
    day=date(2026, 11, 19), name="李秀英", phone="13812345678", matter_code="01", content="路灯不亮"
)


@pytest.fixture
def show(desk, qtbot):
    shown = []

    def make(kind, *arguments, **named):
        dialog = kind(desk, *arguments, **named)
        dialog.show()
        qtbot.waitExposed(dialog)
        shown.append(dialog)
        return dialog

    yield make
    for dialog in shown:
        dialog.close()


def texts(dialog, column):
    return [dialog.table.item(row, column).text() for row in range(dialog.table.rowCount())]


def press(button, qtbot):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_rule_is_added_by_the_form(show, desk, qtbot):
    dialog = show(ReceptionsDialog)
    assert dialog.table.rowCount() == 0
    dialog.new_button.click()
    form = dialog.findChild(RuleForm)
    form.form.editor("name").set_value("网格接访日")
    form.form.editor("weekdays").setText("二四")
    form.form.editor("receivers").set_value(("王芳", "马力"))
    press(form.save_button, qtbot)
    (rule,) = desk.services.receptions.rules()
    assert rule.facts.weekdays == (1, 3)
    assert dialog.table.rowCount() == 8  # two a week for four weeks
    assert dialog.summary.text().startswith("每周二、周四")


def test_a_day_is_moved_and_comes_back(show, desk, qtbot):
    desk.services.receptions.save_rule(RULE)
    dialog = show(ReceptionsDialog)
    before = texts(dialog, 0)
    dialog.select([0])
    dialog.open_button.click()
    form = dialog.findChild(DayForm)
    form.form.editor("held").set_value(False)
    press(form.save_button, qtbot)
    assert form.isVisible()  # a reason is missing
    form.form.editor("note").set_value("全员培训")
    press(form.save_button, qtbot)
    assert texts(dialog, 1)[0] == "不接待"
    assert texts(dialog, 2)[0] == "全员培训"
    dialog.planned_button.click()
    qtbot.waitUntil(lambda: texts(dialog, 1)[0] != "不接待")
    assert texts(dialog, 0) == before


def test_days_of_a_year_nobody_has_announced_say_so(show, desk):
    desk.services.receptions.save_rule(RULE)
    dialog = show(ReceptionsDialog)
    dialog.period.set_value(3)
    dialog.read()
    words = dict(zip(texts(dialog, 0), texts(dialog, 2), strict=True))
    assert words["2026-12-31 周四"] == ""
    assert words["2027-01-05 周二"] == "（这一年的放假安排还没有公布）"


def test_a_visit_is_written_down_at_its_day(show, desk, qtbot):
    desk.services.receptions.save_rule(RULE)
    dialog = show(ReceptionsDialog)
    dialog.period.set_value(1)
    dialog.read()
    dialog.select([texts(dialog, 0).index("2026-11-19 周四")])
    dialog.visit_button.click()
    form = dialog.findChild(VisitForm)
    assert form.form.value("day") == date(2026, 11, 19)
    form.form.editor("who").line.set_value("李秀英")
    form.form.editor("content").setPlainText("路灯不亮")
    press(form.save_button, qtbot)
    (visit,) = desk.services.receptions.visits(VisitFilter())
    assert visit.facts.receiver in RULE.receivers
    assert texts(dialog, 3)[texts(dialog, 0).index("2026-11-19 周四")] == "1"


def test_the_register_masks_numbers_and_sums_up(show, desk):
    desk.services.receptions.save_visit(CAME)
    dialog = show(VisitorsDialog)
    assert texts(dialog, 2) == ["138****5678"]
    assert dialog.summary.text() == "共 1 次 1 人，还没办结 0 件。"


def test_a_form_of_a_visit_changes_nothing_by_being_saved(show, desk, qtbot):
    desk.services.receptions.save_visit(CAME)
    dialog = show(VisitorsDialog)
    before = desk.services.receptions.visits(VisitFilter())
    dialog.select([0])
    dialog.open_button.click()
    press(dialog.findChild(VisitForm).save_button, qtbot)
    assert desk.services.receptions.visits(VisitFilter()) == before


@pytest.mark.parametrize(
    ("chosen", "first", "last"),
    [
        (0, date(2026, 11, 23), date(2026, 12, 20)),
        (1, date(2026, 11, 1), date(2026, 11, 30)),
        (2, date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_periods_of_the_plan(chosen, first, last):
    assert period(chosen, date(2026, 11, 23)) == (first, last)


def test_register_to_be_written_by_hand_is_printed_across(show, desk, qtbot):
    desk.services.receptions.save_rule(RULE)
    dialog = show(ReceptionsDialog)
    dialog._on_blank()
    qtbot.waitUntil(lambda: is_open(PrintDialog), timeout=10_000)
    opened(PrintDialog).close()
