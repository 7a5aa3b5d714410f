"""Plans of rosters: shifts, who takes part, rules."""

from datetime import time

from support.window import opened

from linli.domain.roster_starter import starter_plan
from linli.domain.rosters import DayKind
from linli.domain.workers import WorkerDraft
from linli.gui.rosters.plans import PlanForm, PlansDialog, open_starter
from linli.gui.rosters.shift_form import ShiftForm


def test_a_plan_is_listed_with_its_shifts_and_rules(desk, plan, show):
    dialog = show(PlansDialog(desk))
    line = [dialog.table.item(0, column).text() for column in range(4)]
    assert line == ["大厅值班", "白班、夜班", "5 人", "班间休息 11 小时，最多连续 6 天"]


def test_a_form_opened_and_saved_changes_nothing(desk, plan, show, services):
    form = show(PlanForm(desk, plan))
    form.save()
    assert services.rosters.get_plan(plan.id).facts == plan.facts


def test_rules_are_kept_in_plain_words(desk, plan, show, services):
    form = show(PlanForm(desk, plan))
    assert form.form.editor("nights").currentText() == "照顾一点"
    form.form.load(rest_hours=12, most_hours=44, nights=12, worker_ids=plan.facts.worker_ids[:3])
    form.save()
    facts = services.rosters.get_plan(plan.id).facts
    assert (facts.rules.rest_hours, facts.rules.most_hours, facts.rules.nights) == (12, 44, 12)
    assert facts.worker_ids == plan.facts.worker_ids[:3]


def test_a_shift_says_when_and_how_many(desk, plan, show, services):
    form = show(PlanForm(desk, plan))
    shifts = form.form.editor("shifts")
    assert shifts.list.item(1).text().startswith("夜班 21:00—次日09:00，值班员")
    shifts.add_button.click()
    part = opened(ShiftForm)
    part.accept()
    assert "名称" in part.form.field("name").error
    part.form.load(name="晚班", begins=time(17), ends=time(21), off=None, holiday=2)
    part.accept()
    form.save()
    shift = services.rosters.get_plan(plan.id).facts.shifts[2]
    assert shift.name == "晚班"
    assert shift.needs == {DayKind.WORKDAY: 1, DayKind.HOLIDAY: 2}


def test_a_first_plan_is_filled_in_for_the_staff_there_are(desk, services, qtbot, main_window):
    services.workers.add(WorkerDraft(name="王芳", employment_code="01"))
    open_starter(desk, main_window)
    form = opened(PlanForm)
    assert form.form.value("name") == "大厅值班"
    form.accept()
    (plan,) = services.rosters.plans()
    wanted = starter_plan(services.workers.list_all())
    assert [shift.name for shift in plan.facts.shifts] == [each.name for each in wanted.shifts]
