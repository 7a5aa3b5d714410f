"""What the papers of a roster say: the door, slips, phones, hand-overs, the book."""

from dataclasses import replace
from datetime import date

import pytest
from support.roster_sheets import HALL, a_month

from linli.domain.roster_papers import (
    door_sheet,
    hand_over_register,
    in_order,
    phone_register,
    roster_book,
    slips,
    total_words,
    turns_by_worker,
)
from linli.domain.rosters import ChangeKind, RosterChange, RosterMonth
from linli.domain.workers import Worker, WorkerDraft
from linli.errors import UserError

MONTH = a_month()
FIRST, LAST = date(2026, 12, 1), date(2026, 12, 31)


def door(first: date, last: date, *sheets, published: bool = True):
    sheets = sheets or (MONTH.sheet,)
    return door_sheet(MONTH.plan, sheets, first, last, HALL, published=published)


def all_slips(made=MONTH, **more):
    return slips(made.plan, made.month, made.sheet, made.names, made.calendar, **more)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (FIRST, FIRST, "2026年12月1日　星期二"),
        (date(2026, 12, 7), date(2026, 12, 13), "2026年12月7日—13日"),
        (date(2026, 12, 28), date(2027, 1, 3), "2026年12月28日—2027年1月3日"),
        (date(2026, 11, 30), date(2026, 12, 6), "2026年11月30日—12月6日"),
    ],
)
def test_the_door_says_which_days_it_is_of(first, last, said) -> None:
    found = door(first, last)
    assert found.span == said
    assert all(first <= day.day <= last for day in found.days)


def test_the_door_names_the_halls_number_and_no_phone_of_a_person() -> None:
    found = door(FIRST, FIRST)
    assert found.hotline == "0994-4825180"
    assert found.hours["夜班"] == "21:00—次日09:00"


def test_a_week_over_two_months_takes_days_of_both() -> None:
    january = a_month(2027, 1)
    found = door(date(2026, 12, 28), date(2027, 1, 3), MONTH.sheet, january.sheet)
    assert [day.day.day for day in found.days] == [28, 29, 30, 31, 1, 2, 3]
    assert "2027年放假安排还没有公布" in found.note


def test_a_door_with_nobody_on_duty_is_refused_with_the_day() -> None:
    empty = replace(MONTH.sheet, weeks=())
    with pytest.raises(UserError, match="2026年12月1日　星期二还没有排班"):
        door(FIRST, FIRST, empty)


def test_a_draft_says_so_on_the_door() -> None:
    assert "草稿" in door(FIRST, FIRST, published=False).state
    assert door(FIRST, FIRST).state == ""


def test_each_slip_has_the_persons_own_shifts_and_all_of_them() -> None:
    found = {slip.name: slip for slip in all_slips()}
    assert list(found) == list(MONTH.names.values())
    for worker_id, name in MONTH.names.items():
        own = [cell for cell in MONTH.month.cells if cell.worker_id == worker_id]
        assert len(found[name].lines) == len(own)
        others = set(MONTH.names.values()) - {name}
        assert not others & set(found[name].texts())


def test_slips_can_be_of_some_people_only() -> None:
    assert [slip.name for slip in all_slips(only={3, 1})] == ["王芳", "阿依古丽·买买提"]


def test_a_slip_sums_up_shifts_hours_and_nights() -> None:
    turns = turns_by_worker(MONTH.plan, MONTH.month)[1]
    days = sum(turn.shift.name == "白班" for turn in turns)
    evenings = sum(turn.shift.name == "晚班" for turn in turns)
    nights = sum(turn.shift.name == "夜班" for turn in turns)
    hours = days * 8 + evenings * 6 + nights * 12
    assert nights
    assert total_words(turns) == f"共{len(turns)}班，{hours}小时，其中夜班{nights}次"
    assert total_words(()) == "共0班，0小时"


def test_holidays_of_an_announced_year_stand_on_slips_and_an_unknown_year_is_said() -> None:
    spring = all_slips(a_month(2026, 2))
    assert any("春节" in day for slip in spring for day, _ in slip.lines)
    assert all("2027年放假安排还没有公布" in slip.note for slip in all_slips(a_month(2027, 2)))


def test_people_come_in_the_plans_order_and_those_who_left_it_last() -> None:
    plan = replace(MONTH.plan, facts=replace(MONTH.plan.facts, worker_ids=(5, 2)))
    assert in_order(plan, {2, 9, 5, 7}) == [5, 2, 7, 9]


def test_the_phone_list_has_who_takes_part_and_the_halls_numbers_below() -> None:
    people = [
        Worker(id=2, version=1, facts=WorkerDraft(name="马力", phone="13900000002")),
        Worker(id=1, version=1, facts=WorkerDraft(name="王芳"), station="警务室"),
        Worker(id=99, version=1, facts=WorkerDraft(name="外人", phone="13900000099")),
    ]
    register = phone_register(MONTH.plan, people, HALL)
    assert register.groups[0].rows == (
        ("1", "王芳", "工作人员", "警务室", "没有登记"),
        ("2", "马力", "工作人员", "", "13900000002"),
    )
    assert "值班电话：0994-4825180" in register.foot_note
    assert "报警：110" in register.foot_note


def test_the_book_of_hand_overs_has_a_line_a_shift_and_room_to_sign() -> None:
    register = hand_over_register(MONTH.sheet)
    rows = [row for group in register.groups for row in group.rows]
    assert len(rows) == 31 * 3
    assert rows[0][:2] == ("1日 周二", "白班")
    assert all(cells[3:] == ("", "", "", "") for cells in rows)
    assert register.row_height >= 15
    assert register.groups[0].heading == "2026年12月1日—6日"


def test_a_book_of_hand_overs_is_printed_for_an_empty_month_too() -> None:
    empty = a_month(lost=10_000)
    rows = [row for group in hand_over_register(empty.sheet).groups for row in group.rows]
    assert len(rows) == 31 * 3
    assert not any(row[2] for row in rows)


def test_the_workbook_sums_up_everybody_who_takes_part() -> None:
    book = roster_book(MONTH.plan, MONTH.month, MONTH.sheet, MONTH.names)
    assert [person.name for person in book.people] == list(MONTH.names.values())
    assert sum(person.count for person in book.people) == len(MONTH.month.cells)
    nights = sum(cell.shift_id == 3 for cell in MONTH.month.cells)
    assert sum(person.turns.nights for person in book.people) == nights
    idle = roster_book(MONTH.plan, RosterMonth(plan_id=1, month=FIRST), MONTH.sheet, MONTH.names)
    assert [person.count for person in idle.people] == [0] * 16


def test_the_workbook_tells_changes_with_who_agreed() -> None:
    swap = RosterChange(
        kind=ChangeKind.SWAP,
        day=FIRST,
        shift_id=1,
        leaves_id=1,
        comes_id=2,
        other_day=LAST,
        other_shift_id=3,
        agreed_by="李主任",
        reason="孩子发烧",
    )
    book = roster_book(MONTH.plan, replace(MONTH.month, changes=(swap,)), MONTH.sheet, MONTH.names)
    assert book.changes == (
        (
            "2026年12月1日",
            "白班",
            "换班",
            "王芳",
            "马力",
            "2026年12月31日夜班",
            "李主任",
            "孩子发烧",
        ),
    )
