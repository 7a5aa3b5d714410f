"""The sample's roster: its staff, this month filled and published."""

from datetime import date

from linli.domain.workers import WorkerDraft
from linli.services.sample_rosters import add_rosters

TODAY = date(2026, 11, 23)


def test_this_month_is_filled_without_a_broken_rule_and_published(services, context):
    for number, name in enumerate("王李张刘陈杨赵黄周吴徐孙马朱胡郭"):
        code = "01" if number < 6 else "02"
        services.workers.add(WorkerDraft(name=f"{name}静", employment_code=code))
    with context.writing("示例值班表") as work:
        add_rosters(work, "示例", TODAY)
    (plan,) = services.rosters.plans()
    assert [shift.name for shift in plan.facts.shifts] == ["带班领导", "白班", "夜间值班"]
    month = services.rosters.month(plan.id, TODAY)
    assert month.published_on == date(2026, 11, 1)
    assert services.rosters.conflicts(plan.id, TODAY) == []
    assert services.rosters.on_duty()


def test_without_people_there_is_no_roster(services, context):
    with context.writing("示例值班表") as work:
        add_rosters(work, "示例", TODAY)
    assert services.rosters.plans() == []
