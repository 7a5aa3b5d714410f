"""Events on paper: sheets to sign, attendance, the ledger with its sums, the notice."""

from dataclasses import replace
from datetime import date

from support.events import LECTURE, at, guest

from linli.domain.event_lists import (
    attendance_register,
    coming_text,
    event_register,
    event_sheet,
    sign_in_register,
    sums_text,
)
from linli.domain.events import EventState, Outcome, Role, sums_of

GUESTS = [
    guest(1, "张桂兰", phone="13812345678", present=True),
    guest(2, "王磊", Role.HELPER, present=True, quarters=6),
    guest(3, "李建国", present=False, note="西河小学"),
    guest(4, "马兰", Role.HELPER, present=True),
    guest(5, "赵静", Role.HELPER),
]
PLACES = {1: "3号楼501"}
HELD = replace(
    LECTURE, state=EventState.HELD, outcome=Outcome(headcount=31, materials=60, summary="答疑")
)


def test_the_sheet_has_a_line_for_each_and_blank_lines_after_the_guests():
    register = sign_in_register(LECTURE, GUESTS, PLACES, blank=2)
    guests, helpers = register.groups
    assert guests.rows == [
        ("1", "张桂兰", "3号楼501", "13812345678", ""),
        ("2", "李建国", "西河小学", "", ""),
        ("3", "", "", "", ""),
        ("4", "", "", "", ""),
    ]
    assert [row[1] for row in helpers.rows] == ["王磊", "马兰", "赵静"]
    assert all(column.size >= 14 for column in register.columns)
    assert register.subtitle == "2026年12月3日（周四）15:00—17:00　党员活动室"


def test_an_empty_list_gives_a_blank_sheet_without_headings():
    (group,) = sign_in_register(LECTURE, [], {}, blank=20).groups
    assert (len(group.rows), group.heading) == (20, "")


def test_attendance_says_who_came_and_how_long_helpers_served():
    register = attendance_register(HELD, GUESTS, PLACES)
    rows = register.groups[0].rows
    assert [row[5] for row in rows] == ["到", "到", "未到", "到", ""]
    assert [row[6] for row in rows] == ["", "1.5", "", "2", ""]
    assert register.foot_note == ("合计：名单 5 人，到场 3 人；参加活动 31 人次，发放资料 60 份")


def test_the_ledger_sums_up_only_what_was_held():
    off = replace(LECTURE, state=EventState.CALLED_OFF, reason="天气不好")
    register = event_register([LECTURE, HELD, off], title="活动台账")
    assert [row[7] for row in register.groups[0].rows] == ["筹备中", "31", "已取消"]
    assert [row[9] for row in register.groups[0].rows] == ["", "答疑", "天气不好"]
    assert register.foot_note == (
        "已举办：法治宣传教育 1 场 31 人次；合计 1 场，31 人次，发放资料 60 份。"
    )
    assert event_register([LECTURE], title="活动台账").foot_note == ""


def test_sums_without_materials_say_nothing_of_them():
    bare = replace(HELD, outcome=Outcome(headcount=5))
    assert sums_text(sums_of([bare])) == "法治宣传教育 1 场 5 人次；合计 1 场，5 人次"
    assert sums_text([]) == ""


def test_the_notice_says_what_is_known_and_whom_to_call():
    made = date(2026, 11, 23)
    sheet = event_sheet(LECTURE, community="西河社区", hotline="12345", made=made)
    assert dict(sheet.facts)["时间"] == "2026年12月3日（周四）\n15:00—17:00"
    assert sheet.hotline == "0994-4821234"
    bare = replace(LECTURE, facts=replace(LECTURE.facts, phone=None, speaker=None, leader=None))
    sheet = event_sheet(bare, community="西河社区", hotline="12345", made=made)
    assert sheet.hotline == "12345"
    assert [name for name, _ in sheet.facts] == ["时间", "地点", "组织"]


def test_what_is_on_today_and_tomorrow_is_said_in_order():
    early = replace(LECTURE, facts=replace(LECTURE.facts, begins=at(3, 9)))
    nowhere = replace(LECTURE, venue="", facts=replace(LECTURE.facts, begins=at(4, 8)))
    off = replace(LECTURE, state=EventState.CALLED_OFF)
    later = replace(LECTURE, facts=replace(LECTURE.facts, begins=at(5, 8)))
    said = coming_text([nowhere, later, off, LECTURE, early], date(2026, 12, 3))
    assert said == (
        "今天 9:00 “宪法在身边”普法讲座（党员活动室）；"
        "今天 15:00 “宪法在身边”普法讲座（党员活动室）；明天 8:00 “宪法在身边”普法讲座"
    )
    assert coming_text([later], date(2026, 12, 3)) == ""
