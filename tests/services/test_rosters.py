"""Rosters through the service: plans, months, filling, publishing, changes since."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from linli.domain.accounts import Actor, Role
from linli.domain.open_times import read_open_times
from linli.domain.receptions import RuleDraft
from linli.domain.rosters import (
    Cell,
    ChangeKind,
    ConflictKind,
    DayKind,
    PlanDraft,
    Post,
    RosterChange,
    RosterRules,
    ShiftKind,
    Wish,
)
from linli.domain.staff import StationDraft
from linli.domain.workers import Leave, WorkerDraft
from linli.errors import ConflictError, InvalidInput, NotAllowedError, UserError
from linli.progress import Progress
from linli.services.container import Services, open_services
from linli.services.context import Context
from linli.storage import workers as stored

DECEMBER, FEBRUARY = date(2026, 12, 1), date(2027, 2, 1)
EVERY_DAY = dict.fromkeys(DayKind, 1)
DAY = ShiftKind(name="白班", begins=time(9), ends=time(17), needs=EVERY_DAY)
NIGHT = ShiftKind(name="夜班", begins=time(21), ends=time(9), needs=EVERY_DAY, is_night=True)
LEADER = ShiftKind(
    name="带班",
    post=Post.LEADER,
    begins=time(9),
    ends=time(17),
    needs={DayKind.WORKDAY: 1},
    employments=frozenset({"01"}),
)


@pytest.fixture
def people(context: Context) -> list[int]:
    """Eight members of staff, the first two of them 在编."""
    with context.writing("添加值班人员") as work:
        return [
            stored.save_worker(
                work.session,
                None,
                WorkerDraft(
                    name=f"员工{'一二三四五六七八'[n]}",
                    phone=f"1390000000{n}",
                    employment_code="01" if n < 2 else "02",
                ),
            )
            for n in range(8)
        ]


def plan(services: Services, people, *shifts, **more) -> int:
    draft = PlanDraft(
        name=more.pop("name", "大厅值班"),
        shifts=shifts or (DAY, NIGHT),
        worker_ids=tuple(people),
        **more,
    )
    return services.rosters.save_plan(draft)[0]


def put(services: Services, plan_id: int, cells, month=DECEMBER) -> None:
    version = services.rosters.month(plan_id, month).version
    services.rosters.save_cells(plan_id, month, cells, version=version)


def shift_ids(services: Services, plan_id: int) -> list[int]:
    return [shift.id or 0 for shift in services.rosters.get_plan(plan_id).facts.shifts]


def filled(services: Services, plan_id: int, month=DECEMBER):
    services.rosters.fill(plan_id, month, seconds=20)
    return services.rosters.month(plan_id, month)


# ---- plans ----------------------------------------------------------------------------------


def test_a_plan_comes_back_as_it_was_saved(services, people) -> None:
    shift = replace(LEADER, skill="调解", weekdays=frozenset({0, 4}))
    rules = RosterRules(rest_hours=8, most_hours=44, wishes=0)
    plan_id = plan(services, people, shift, NIGHT, rules=rules, note="冬季")
    found = services.rosters.get_plan(plan_id).facts
    assert [replace(each, id=None) for each in found.shifts] == [shift, NIGHT]
    assert (found.worker_ids, found.rules, found.note) == (tuple(people), rules, "冬季")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": " "}, "名称"),
        ({"shifts": ()}, "至少加一个班次"),
        ({"shifts": (DAY, DAY)}, "白班"),
        ({"shifts": (replace(DAY, needs={}),)}, "要几个人"),
        ({"shifts": (replace(DAY, ends=DAY.begins),)}, "09:00"),
        ({"shifts": (replace(DAY, on_reception=True),)}, "接待"),
        ({"rules": RosterRules(most_days=0)}, "「0」"),
        ({"rules": RosterRules(most_hours=200)}, "「200」"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_with_the_value(services, people, change, said) -> None:
    good = PlanDraft(name="大厅值班", shifts=(DAY,), worker_ids=tuple(people))
    with pytest.raises(InvalidInput) as refused:
        services.rosters.save_plan(replace(good, **change))
    assert any(said in problem.message for problem in refused.value.problems)


def test_two_plans_do_not_share_a_name(services, people) -> None:
    plan_id = plan(services, people)
    with pytest.raises(InvalidInput, match="大厅值班"):
        plan(services, people)
    kept = services.rosters.get_plan(plan_id)
    services.rosters.save_plan(kept.facts, plan_id, version=kept.version)


def test_a_shift_that_rosters_name_stays_with_them(services, people) -> None:
    plan_id = plan(services, people)
    day, night = shift_ids(services, plan_id)
    put(services, plan_id, [Cell(worker_id=people[0], day=DECEMBER, shift_id=night)])
    kept = services.rosters.get_plan(plan_id)
    services.rosters.save_plan(
        replace(kept.facts, shifts=kept.facts.shifts[:1]), plan_id, version=kept.version
    )
    assert shift_ids(services, plan_id) == [day]
    assert services.rosters.month(plan_id, DECEMBER).cells[0].shift_id == night
    with pytest.raises(UserError, match="不能删除"):
        services.rosters.remove_plan(plan_id)


def test_a_plan_that_somebody_changed_meanwhile_is_not_overwritten(services, people) -> None:
    plan_id = plan(services, people)
    read = services.rosters.get_plan(plan_id)
    services.rosters.save_plan(replace(read.facts, worker_ids=()), plan_id, version=read.version)
    with pytest.raises(ConflictError):
        services.rosters.save_plan(read.facts, plan_id, version=read.version)


# ---- months ---------------------------------------------------------------------------------


def test_filling_leaves_no_gap_and_breaks_no_rule(services, people) -> None:
    plan_id = plan(services, people, LEADER, DAY, NIGHT)
    month = filled(services, plan_id)
    assert services.rosters.conflicts(plan_id, DECEMBER) == []
    leaders = {c.worker_id for c in month.cells if c.shift_id == shift_ids(services, plan_id)[0]}
    assert leaders <= set(people[:2])


def test_filling_is_one_step_and_keeps_what_is_locked(services, people) -> None:
    plan_id = plan(services, people)
    day, _ = shift_ids(services, plan_id)
    locked = Cell(worker_id=people[3], day=DECEMBER, shift_id=day, locked=True)
    loose = Cell(worker_id=people[4], day=DECEMBER + timedelta(days=1), shift_id=day)
    put(services, plan_id, [locked, loose])
    assert locked in filled(services, plan_id).cells
    services.history.undo()
    assert services.rosters.month(plan_id, DECEMBER).cells == (locked, loose)
    services.rosters.fill(plan_id, DECEMBER, keep_all=True, seconds=20)
    assert {locked, loose} <= set(services.rosters.month(plan_id, DECEMBER).cells)


def test_a_stopped_filling_keeps_the_best_so_far(services, people) -> None:
    plan_id = plan(services, people)
    stop = Progress(is_cancelled=lambda: True)
    found, _ = services.rosters.fill(plan_id, DECEMBER, progress=stop)
    assert found.stopped
    assert set(services.rosters.month(plan_id, DECEMBER).cells) == set(found.cells)
    assert services.rosters.conflicts(plan_id, DECEMBER) == []


def test_an_impossible_month_has_gaps_that_say_who_is_short(services, people, context) -> None:
    with context.writing("请假") as work:
        for worker_id in people[:6]:
            leave = Leave(worker_id=worker_id, first=DECEMBER, last=date(2026, 12, 20))
            stored.save_leave(work.session, leave)
    plan_id = plan(services, people)
    filled(services, plan_id)
    wrong = services.rosters.conflicts(plan_id, DECEMBER)
    assert wrong
    assert {each.kind for each in wrong} == {ConflictKind.SHORT}
    assert all("请假" in each.words and each.day <= date(2026, 12, 20) for each in wrong)


def test_turns_of_the_month_before_are_balanced(services, people) -> None:
    plan_id = plan(services, people[:4], NIGHT)
    (night,) = shift_ids(services, plan_id)
    days = [date(2026, 11, 1) + timedelta(days=2 * n) for n in range(12)]
    put(
        services,
        plan_id,
        [Cell(worker_id=people[n % 2], day=day, shift_id=night) for n, day in enumerate(days)],
        month=date(2026, 11, 1),
    )
    cells = filled(services, plan_id).cells
    nights = {worker: sum(c.worker_id == worker for c in cells) for worker in people[:4]}
    assert nights[people[2]] > nights[people[0]] + 3
    assert nights[people[3]] > nights[people[1]] + 3


def test_nobody_is_on_two_rosters_at_once(services, people) -> None:
    first = plan(services, people[:2], DAY)
    second = plan(services, people[:2], DAY, name="援助站值班")
    filled(services, first)
    filled(services, second)
    taken = {(c.worker_id, c.day) for c in services.rosters.month(first, DECEMBER).cells}
    mine = {(c.worker_id, c.day) for c in services.rosters.month(second, DECEMBER).cells}
    assert mine
    assert not taken & mine


def test_the_end_of_the_month_before_counts_for_rest(services, people) -> None:
    plan_id = plan(services, people[:3], DAY, NIGHT)
    day, night = shift_ids(services, plan_id)
    eve = Cell(worker_id=people[0], day=date(2026, 11, 30), shift_id=night)
    put(services, plan_id, [eve], month=date(2026, 11, 1))
    put(services, plan_id, [Cell(worker_id=people[0], day=DECEMBER, shift_id=day)])
    kinds = {each.kind for each in services.rosters.conflicts(plan_id, DECEMBER)}
    assert ConflictKind.REST in kinds


def test_reception_days_of_the_grids_are_shifts(services, people) -> None:
    rule = RuleDraft(name="网格接访日", weekdays=(1, 3), since=date(2026, 9, 1))
    rule_id, _ = services.receptions.save_rule(rule)
    shift = replace(DAY, name="接访", on_reception=True)
    plan_id = plan(services, people, shift, reception_rule_id=rule_id)
    days = {need.day for need in services.rosters.problem(plan_id, DECEMBER).needs}
    held = services.receptions.days(rule_id, DECEMBER, date(2026, 12, 31))
    assert days == {each.held_on for each in held if each.held_on}


def test_unknown_holidays_are_said_on_the_sheet(services, people) -> None:
    plan_id = plan(services, people)
    assert "2027年的放假安排还没有公布" in services.rosters.register(plan_id, FEBRUARY).foot_note
    assert services.rosters.register(plan_id, DECEMBER).foot_note == ""


# ---- publishing, and changes since -----------------------------------------------------------


@pytest.fixture
def published(services, people) -> int:
    plan_id = plan(services, people[:4], DAY, NIGHT)
    month = filled(services, plan_id)
    services.rosters.publish(plan_id, DECEMBER, version=month.version)
    return plan_id


def test_a_published_month_is_frozen(services, published) -> None:
    month = services.rosters.month(published, DECEMBER)
    assert (month.published_by, month.published_on) == ("王芳", date(2026, 11, 23))
    with pytest.raises(UserError, match="换班或替班"):
        services.rosters.save_cells(published, DECEMBER, (), version=month.version)
    with pytest.raises(UserError, match="换班或替班"):
        services.rosters.fill(published, DECEMBER)


def test_an_empty_or_broken_month_is_not_published_unasked(services, people) -> None:
    plan_id = plan(services, people[:1])
    with pytest.raises(UserError, match="空的"):
        services.rosters.publish(plan_id, DECEMBER, version=0)
    month = filled(services, plan_id)
    with pytest.raises(UserError, match="缺"):
        services.rosters.publish(plan_id, DECEMBER, version=month.version)
    services.rosters.publish(plan_id, DECEMBER, version=month.version, despite=True)
    assert services.rosters.month(plan_id, DECEMBER).published_on


def _free(services, published, cell):
    """Somebody who can take a shift."""
    from linli.domain.roster_standing import Standing

    problem = services.rosters.problem(published, DECEMBER)
    standing = Standing(problem, services.rosters.month(published, DECEMBER).cells)
    need = problem.need[cell.day, cell.shift_id]
    return next(
        each.id
        for each in problem.workers
        if each.id not in standing.on(need) and standing.clash(each.id, need) is None
    )


def test_a_stand_in_is_kept_with_who_agreed_and_why(services, published) -> None:
    month = services.rosters.month(published, DECEMBER)
    cell = month.cells[10]
    comes = _free(services, published, cell)
    change = RosterChange(
        kind=ChangeKind.STAND_IN,
        day=cell.day,
        shift_id=cell.shift_id,
        leaves_id=cell.worker_id,
        comes_id=comes,
        agreed_by="钱主任",
        reason="家里有事",
    )
    services.rosters.change(published, DECEMBER, change, version=month.version)
    after = services.rosters.month(published, DECEMBER)
    on = {c.worker_id for c in after.cells if (c.day, c.shift_id) == (cell.day, cell.shift_id)}
    assert on == {comes}
    (kept,) = after.changes
    assert (kept.agreed_by, kept.reason, kept.by) == ("钱主任", "家里有事", "王芳")
    services.history.undo()
    assert services.rosters.month(published, DECEMBER).cells == month.cells
    assert services.rosters.month(published, DECEMBER).changes == ()


def test_a_swap_moves_both(services, people) -> None:
    plan_id = plan(services, people[:4], DAY)
    (day,) = shift_ids(services, plan_id)
    cells = [
        Cell(worker_id=people[n % 4], day=DECEMBER + timedelta(days=n), shift_id=day)
        for n in range(31)
    ]
    put(services, plan_id, cells)
    version = services.rosters.month(plan_id, DECEMBER).version
    services.rosters.publish(plan_id, DECEMBER, version=version)
    change = RosterChange(
        kind=ChangeKind.SWAP,
        day=cells[0].day,
        shift_id=day,
        leaves_id=people[0],
        comes_id=people[1],
        other_day=cells[1].day,
        other_shift_id=day,
        agreed_by="钱主任",
        reason="互换",
    )
    version = services.rosters.month(plan_id, DECEMBER).version
    services.rosters.change(plan_id, DECEMBER, change, version=version)
    on = {c.day: c.worker_id for c in services.rosters.month(plan_id, DECEMBER).cells}
    assert (on[cells[0].day], on[cells[1].day]) == (people[1], people[0])
    assert len(on) == 31


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"agreed_by": ""}, "agreed_by"),
        ({"reason": " "}, "reason"),
        ({"kind": ChangeKind.SWAP}, "other_day"),
    ],
)
def test_a_change_without_who_and_why_is_refused(services, published, facts, field) -> None:
    month = services.rosters.month(published, DECEMBER)
    cell = month.cells[10]
    change = RosterChange(
        **{
            "kind": ChangeKind.STAND_IN,
            "day": cell.day,
            "shift_id": cell.shift_id,
            "leaves_id": cell.worker_id,
            "comes_id": _free(services, published, cell),
            "agreed_by": "钱主任",
            "reason": "家里有事",
        }
        | facts
    )
    with pytest.raises(InvalidInput) as refused:
        services.rosters.change(published, DECEMBER, change, version=month.version)
    assert [problem.field for problem in refused.value.problems] == [field]


def test_who_is_away_cannot_stand_in(services, published, people, context) -> None:
    month = services.rosters.month(published, DECEMBER)
    cell = month.cells[10]
    comes = _free(services, published, cell)
    with context.writing("请假") as work:
        stored.save_leave(work.session, Leave(worker_id=comes, first=cell.day, last=cell.day))
    change = RosterChange(
        kind=ChangeKind.STAND_IN,
        day=cell.day,
        shift_id=cell.shift_id,
        leaves_id=cell.worker_id,
        comes_id=comes,
        agreed_by="钱主任",
        reason="家里有事",
    )
    with pytest.raises(InvalidInput, match="事假"):
        services.rosters.change(published, DECEMBER, change, version=month.version)


# ---- looking --------------------------------------------------------------------------------


def test_on_duty_reaches_over_midnight(services, people, clock) -> None:
    plan_id = plan(services, people)
    day, night = shift_ids(services, plan_id)
    cells = [
        Cell(worker_id=people[0], day=date(2026, 12, 5), shift_id=night),
        Cell(worker_id=people[1], day=date(2026, 12, 6), shift_id=day),
    ]
    put(services, plan_id, cells)
    clock.at = datetime(2026, 12, 6, 3, 0, tzinfo=clock.at.tzinfo)
    (found,) = services.rosters.on_duty()
    assert (found.name, found.shift, found.phone) == ("员工一", "夜班", "13900000000")
    clock.at = datetime(2026, 12, 6, 9, 0, tzinfo=clock.at.tzinfo)
    assert [each.name for each in services.rosters.on_duty()] == ["员工二"]


def test_wishes_are_kept_and_forgotten(services, people) -> None:
    plan_id = plan(services, people)
    wish = Wish(worker_id=people[0], day=DECEMBER, wants=True)
    services.rosters.set_wish(wish)
    assert services.rosters.month(plan_id, DECEMBER).wishes == (wish,)
    services.rosters.set_wish(replace(wish, wants=False))
    assert services.rosters.month(plan_id, DECEMBER).wishes == (replace(wish, wants=False),)
    services.rosters.set_wish(wish, gone=True)
    assert services.rosters.month(plan_id, DECEMBER).wishes == ()


def test_a_reader_sees_rosters_but_makes_none(services, people, context) -> None:
    plan_id = plan(services, people)
    reader = Actor(account_id=1, name="张明", role=Role.READER)
    limited = open_services(Context(context.db, reader, context.clock, context.data_dir))
    assert limited.rosters.month(plan_id, DECEMBER).cells == ()
    with pytest.raises(NotAllowedError):
        limited.rosters.fill(plan_id, DECEMBER)


def test_who_is_on_leave_is_not_on_duty(services, people, clock) -> None:
    plan_id = plan(services, people)
    day, _ = shift_ids(services, plan_id)
    put(
        services, plan_id, [Cell(worker_id=each, day=DECEMBER, shift_id=day) for each in people[:2]]
    )
    services.workers.save_leave(Leave(worker_id=people[0], first=DECEMBER, last=DECEMBER))
    clock.at = datetime(2026, 12, 1, 10, 0, tzinfo=clock.at.tzinfo)
    assert [each.name for each in services.rosters.on_duty()] == ["员工二"]


def test_the_other_post_of_a_pair_stands_in_and_a_month_can_be_published(services, people) -> None:
    first = replace(DAY, name="A岗", post=Post.FIRST)
    second = replace(DAY, name="B岗", post=Post.SECOND)
    plan_id = plan(services, people, first, second)
    month = filled(services, plan_id)
    away = next(each for each in month.cells if each.shift_id == shift_ids(services, plan_id)[0])
    services.workers.save_leave(Leave(worker_id=away.worker_id, first=away.day, last=away.day))
    assert services.rosters.conflicts(plan_id, DECEMBER) == []
    (said,) = services.rosters.remarks(plan_id, DECEMBER)
    assert "顶岗" in said.words
    services.rosters.publish(plan_id, DECEMBER, version=month.version)


def test_opening_hours_that_no_roster_covers_are_said(services, people) -> None:
    times = read_open_times("周一至周五 9:00—13:00, 16:00—18:00")
    station, _ = services.stations.add(StationDraft(name="警务室", open_times=times))
    here = replace(DAY, station_id=station)
    plan_id = plan(services, people[:4], here)
    filled(services, plan_id)
    said = [each.words for each in services.rosters.remarks(plan_id, DECEMBER)]
    assert len(said) == 23
    assert said[0] == "12月1日警务室：17:00—18:00开放，没有人值班。"
    late = replace(here, begins=time(17), ends=time(18))
    other = plan(services, people[4:], late, name="晚班")
    filled(services, other)
    assert services.rosters.remarks(plan_id, DECEMBER) == []
