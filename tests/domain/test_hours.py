"""Attendance and hours: quarters, spans over midnight, nothing counted twice."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from linli.domain.hour_lists import certificate_letter, month_hours_register, sign_in_register
from linli.domain.hour_rules import (
    check_certificate,
    check_hand_over,
    check_note,
    check_service,
    clean_service,
)
from linli.domain.hours import (
    Certificate,
    CertificateDraft,
    DutyLine,
    HandOver,
    ItemHours,
    ServiceDraft,
    ServiceRecord,
    VolunteerNote,
    hours_text,
    span_quarters,
    sum_items,
    sum_workers,
)
from linli.domain.workers import WorkerKind

TODAY = date(2026, 11, 23)
YESTERDAY = date(2026, 11, 22)


def served(**facts):
    return ServiceDraft(**({"worker_id": 1, "day": YESTERDAY} | facts))


def record(number=1, worker="马兰", kind=WorkerKind.VOLUNTEER, **facts):
    draft = clean_service(served(**facts))
    return ServiceRecord(id=number, version=1, facts=draft, worker=worker, kind=kind)


def fields(problems):
    return [problem.field for problem in problems]


@pytest.mark.parametrize(
    ("quarters", "text"), [(0, "0"), (1, "0.25"), (10, "2.5"), (13, "3.25"), (49_383, "12,345.75")]
)
def test_quarters_are_said_as_hours(quarters, text):
    assert hours_text(quarters) == text


def test_only_whole_quarters_count():
    begin = datetime.combine(YESTERDAY, time(9))
    assert span_quarters(begin, begin + timedelta(minutes=14)) == 0
    assert span_quarters(begin, begin + timedelta(minutes=104)) == 6


def test_a_night_ends_on_the_next_day():
    night = served(begins=time(21), ends=time(9))
    assert night.counted == 48
    assert night.span == (
        datetime.combine(YESTERDAY, time(21)),
        datetime.combine(TODAY, time(9)),
    )


def test_breaks_and_the_way_are_taken_off():
    assert served(begins=time(9), ends=time(12), quarters=10).counted == 10
    longer = served(begins=time(9), ends=time(12), quarters=13)
    assert "路上的时间不计" in check_service(longer, TODAY)[0].message


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"day": date(2026, 11, 24), "quarters": 4}, "day"),
        ({"begins": time(9)}, "ends"),
        ({"ends": time(9)}, "begins"),
        ({}, "quarters"),
        ({"begins": time(9), "ends": time(9, 10)}, "quarters"),
        ({"quarters": 97}, "quarters"),
    ],
)
def test_what_cannot_be_is_refused(facts, field):
    assert fields(check_service(served(**facts), TODAY)) == [field]


def test_a_shift_counts_once():
    first = record(shift_id=7, begins=time(9), ends=time(12))
    again = served(shift_id=7, quarters=4)
    assert "一班只计一次" in check_service(again, TODAY, [first])[0].message
    assert check_service(replace(again, shift_id=8), TODAY, [first]) == []
    other_day = replace(again, day=date(2026, 11, 21))
    assert check_service(other_day, TODAY, [first]) == []


@pytest.mark.parametrize(
    ("begins", "ends", "day", "doubled"),
    [
        (time(11), time(13), YESTERDAY, True),
        (time(12), time(13), YESTERDAY, False),
        (time(22), time(9, 30), date(2026, 11, 21), True),
        (time(22), time(9), date(2026, 11, 21), False),
    ],
)
def test_the_same_time_counts_once_also_over_midnight(begins, ends, day, doubled):
    first = record(begins=time(9), ends=time(12))
    problems = check_service(served(day=day, begins=begins, ends=ends), TODAY, [first])
    assert fields(problems) == (["begins"] if doubled else [])


def test_a_day_has_twenty_four_hours():
    first = record(quarters=80)
    assert check_service(served(quarters=16), TODAY, [first]) == []
    assert fields(check_service(served(quarters=17), TODAY, [first])) == ["quarters"]


def test_sums_of_people_and_of_services():
    records = [
        record(1, quarters=10, item="陪伴老人"),
        record(2, quarters=3, item="陪伴老人"),
        record(3, quarters=20, item="义诊", day=date(2026, 11, 20)),
        record(4, worker="王军", kind=WorkerKind.STAFF, worker_id=2, quarters=32),
    ]
    staff, volunteer = sum_workers(records)
    assert (staff.worker, volunteer.worker) == ("王军", "马兰")
    assert (volunteer.times, volunteer.days, volunteer.quarters) == (3, 2, 33)
    assert [(each.item, each.times, each.quarters) for each in sum_items(records[:3])] == [
        ("义诊", 1, 20),
        ("陪伴老人", 2, 13),
    ]
    printed = month_hours_register(TODAY, [volunteer], {1: 100})
    assert printed.groups[0].rows == (("1", "马兰", "志愿者", "3", "2", "8.25", "25", ""),)
    assert printed.foot_note == "合计：1 人，3 次，8.25 小时"
    assert sum(column.width for column in printed.columns) <= 210 - 2 * 15  # A4 in its margins


def test_a_sheet_to_sign_has_a_heading_a_day_and_blanks():
    line = DutyLine(
        day=YESTERDAY,
        plan="大厅值班",
        shift_id=7,
        shift="夜班",
        post="值班员",
        begins=time(21),
        ends=time(9),
        worker_id=1,
        worker="马兰",
    )
    sheet = sign_in_register([line, replace(line, day=TODAY)], title="签到表")
    assert [group.heading for group in sheet.groups] == [
        "2026年11月22日　星期日",
        "2026年11月23日　星期一",
    ]
    assert sheet.groups[0].rows == (("1", "夜班（值班员）", "21:00—09:00", "马兰", "", "", ""),)


def test_a_hand_over_is_between_two_people():
    note = HandOver(day=TODAY, at=time(17), shift="白班", given_id=1, taken_id=1)
    assert fields(check_hand_over(note, TODAY)) == ["taken_id"]
    assert check_hand_over(replace(note, taken_id=2), TODAY) == []
    settled = replace(note, taken_id=2, settled_on=TODAY)
    assert fields(check_hand_over(settled, TODAY)) == ["left_open"]
    early = replace(settled, left_open="接孩子的家长没有来", settled_on=YESTERDAY)
    assert fields(check_hand_over(early, TODAY)) == ["settled_on"]


def test_a_note_says_what():
    note = VolunteerNote(worker_id=1, day=TODAY, content="", quarters=0)
    assert fields(check_note(note, TODAY)) == ["content", "quarters"]


ASKED = CertificateDraft(
    worker_id=1,
    first=date(2026, 1, 1),
    last=TODAY,
    manager="王芳",
    handler="李梅",
    contact="0993-6680001",
)


def test_a_certificate_names_who_answers_for_it():
    assert check_certificate(ASKED, TODAY) == []
    blank = replace(ASKED, manager="", contact="", last=date(2026, 12, 31))
    assert fields(check_certificate(blank, TODAY)) == ["last", "manager", "contact"]


def test_a_certificate_says_all_that_the_rule_asks_for():
    made = Certificate(
        id=1,
        version=1,
        year=2026,
        sequence=3,
        name="马兰",
        document_kind="resident_id",
        document_number="…",
        volunteer_number="2026-001",
        asked=ASKED,
        items=(ItemHours(item="陪伴老人", times=2, quarters=13),),
        issuer="西河社区",
        issued_on=TODAY,
    )
    letter = certificate_letter(
        made, document_kind="居民身份证", document_number="11**", printed=""
    )
    said = "\n".join(letter.texts())
    for part in (
        *(
            "〔2026〕志证字第3号",
            "马兰",
            "居民身份证 11**",
            "2026-001",
            "共计 3.25 小时",
            "陪伴老人",
        ),
        *("西河社区", "王芳", "李梅", "0993-6680001", "2026年11月23日"),
    ):
        assert part in said
    assert "补发" not in said
    again = replace(made, reissued_on=date(2026, 12, 1), reissues=1)
    letter = certificate_letter(again, document_kind="", document_number="", printed="")
    assert any(
        "2026年12月1日补发，编号和内容与2026年11月23日出具的相同" in t for t in letter.texts()
    )
