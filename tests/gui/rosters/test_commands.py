"""What the buttons of the roster do: fill, explain, list, publish, change, wish."""

from datetime import date

import pytest
from support.events import with_lecture
from support.window import opened

from linli.domain.rosters import Cell, Wish
from linli.gui import actions
from linli.gui.history_dialog import HistoryDialog
from linli.gui.rosters.forms import ChangeForm, FillForm, WishForm
from linli.gui.rosters.lists import ChangesDialog, ConflictsDialog, FilledDialog, OnDutyDialog
from linli.gui.rosters.on_duty_hint import OnDutyHint

MONTH = date(2026, 12, 1)
SECOND = date(2026, 12, 2)


@pytest.fixture
def cells(services, desk, plan):
    """Put 王芳 on the night of the 1st and 李明 on that of the 2nd."""
    one, two, *_ = plan.facts.worker_ids
    night = plan.facts.shifts[1].id
    wanted = [
        Cell(worker_id=one, day=MONTH, shift_id=night),
        Cell(worker_id=two, day=SECOND, shift_id=night),
    ]
    services.rosters.save_cells(plan.id, MONTH, wanted, version=0)
    return wanted


@pytest.fixture
def published(services, plan, cells):
    """The month with these two, published."""
    services.rosters.publish(plan.id, MONTH, version=2, despite=True)


def lines(dialog):
    table = dialog.table
    columns = range(table.columnCount())
    return [[table.item(row, c).text() for c in columns] for row in range(table.rowCount())]


def do(tab, spec):
    text = actions.plain(spec.text)
    (action,) = [each for each in tab.actions() if actions.plain(each.text()) == text]
    action.trigger()


def test_filling_says_what_it_will_do_and_what_it_came_to(tab, services, plan, qtbot):
    do(tab, actions.ROSTER_FILL)
    form = opened(FillForm)
    assert "共要 85 人次" in form.effect.text()
    assert "参加的有 5 人" in form.effect.text()
    form.accept()
    qtbot.waitUntil(lambda: not tab.desk.jobs.busy, timeout=60_000)
    dialog = opened(FilledDialog)
    assert "每人" in dialog.summary.text()
    assert len(lines(dialog)) == 5
    dialog.reject()
    held = services.rosters.month(plan.id, MONTH).cells
    assert f"已排 {len(held)}/85" in tab.state.text()
    assert tab.sheet.broken_count == 0


def test_why_him_is_told_in_the_line(tab, cells, plan):
    tab.refresh()
    tab.grid.go_to(0, 2)
    do(tab, actions.ROSTER_WHY)
    assert tab.line.text().startswith("12月1日夜班排王芳")
    tab.grid.go_to(0, 0)
    do(tab, actions.ROSTER_WHY)
    assert "没有人" in tab.line.text()


def test_the_list_of_conflicts_leads_to_the_place(tab, qtbot):
    do(tab, actions.ROSTER_CONFLICTS)
    dialog = opened(ConflictsDialog)
    qtbot.waitUntil(lambda: bool(dialog.items))
    assert "缺 85 人次" in dialog.summary.text()
    last = dialog.items[-1]
    dialog.table.setCurrentCell(len(dialog.items) - 1, 0)
    dialog.go_button.click()
    assert tab.spot.day == last.day
    assert tab.spot.shift_id == last.shift_id


def test_publishing_with_gaps_is_asked_about_first(tab, cells, services, plan, ask):
    tab.refresh()
    ask.expect("confirm", answer=False)
    do(tab, actions.ROSTER_PUBLISH)
    assert "还缺 83 人次" in ask.last
    assert services.rosters.month(plan.id, MONTH).published_on is None
    ask.expect("confirm", answer=True)
    do(tab, actions.ROSTER_PUBLISH)
    assert services.rosters.month(plan.id, MONTH).published_on == date(2026, 11, 23)
    assert "公布" in tab.state.text()
    assert not tab.may_edit


def test_a_published_month_changes_only_by_who_agreed(tab, published, services, plan, show):
    tab.refresh()
    tab.grid.go_to(0, 2)
    tab.grid.removed.emit()
    assert "已经公布" in tab.line.text()
    tab.editing.ask_for("")
    form = opened(ChangeForm)
    three = plan.facts.worker_ids[2]
    form.form.editor("comes_id").set_value(three)
    form.accept()
    assert "谁同意" in form.form.field("agreed_by").error
    form.form.load(agreed_by="李站长", reason="家里有事")
    form.accept()
    assert tab.sheet.text(tab.sheet.spot(0, 2)) == "赵静"
    dialog = show(ChangesDialog(tab.desk, tab.sheet, None))
    (line,) = lines(dialog)
    assert line[1:8] == ["替班", "12月1日夜班", "王芳", "赵静", "", "李站长", "家里有事"]


def test_a_swap_offers_the_shifts_of_whoever_comes(tab, published, services, plan, show):
    tab.refresh()
    form = show(ChangeForm(tab.desk, tab.sheet, tab.sheet.spot(0, 2).cells[0]))
    form.form.editor("kind").setCurrentIndex(1)
    form.form.editor("comes_id").set_value(plan.facts.worker_ids[1])
    assert form.form.editor("other_day").itemText(0) == "12月2日夜班"
    form.form.load(agreed_by="李站长", reason="探亲")
    form.save()
    held = {(c.worker_id, c.day) for c in services.rosters.month(plan.id, MONTH).cells}
    one, two, *_ = plan.facts.worker_ids
    assert held == {(two, MONTH), (one, SECOND)}


def test_a_wish_is_kept_and_shown_by_people(tab, services, plan):
    tab.people_button.click()
    tab.grid.go_to(1, 4)
    do(tab, actions.ROSTER_WISH)
    form = opened(WishForm)
    form.accept()
    one = plan.facts.worker_ids[0]
    wish = Wish(worker_id=one, day=date(2026, 12, 5))
    assert services.rosters.month(plan.id, MONTH).wishes == (wish,)
    assert tab.sheet.wish_at(tab.sheet.spot(1, 4)) is False


def test_the_history_of_a_month_tells_who_changed_it(tab, cells):
    tab.refresh()
    do(tab, actions.ROSTER_HISTORY)
    history = opened(HistoryDialog)
    assert history.table.rowCount()
    history.reject()


def test_who_is_on_duty_stands_under_the_window(desk, services, plan, clock, qtbot, tab, cells):
    clock.advance(days=8, hours=13)
    said = []
    hint = OnDutyHint(desk, tab, said.append)
    hint.timer.setInterval(0)
    hint.timer.start()
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["现在值班：王芳（夜班）"]


def test_events_of_today_stand_over_who_is_on_duty(desk, services, clock, plan, show):
    event_id = with_lecture(services)
    day = services.events.get(event_id).facts.begins
    clock.at = clock.at.replace(month=day.month, day=day.day)
    assert "今天 15:00 “宪法在身边”普法讲座" in show(OnDutyDialog(desk)).summary.text()


def test_the_list_of_those_on_duty_may_be_empty(desk, plan, show):
    dialog = show(OnDutyDialog(desk))
    assert lines(dialog) == []
