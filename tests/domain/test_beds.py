from dataclasses import replace
from datetime import date, timedelta

import pytest

from linli.domain.bed_rules import check_bed, check_range, check_stay, clean_bed, clean_stay
from linli.domain.beds import BedDraft, BedRange, Stay, StayDraft, days_of, expand_rooms
from linli.domain.values.masking import Masks
from linli.errors import UserError

TODAY = date(2026, 11, 23)
STAY = StayDraft(bed_id=1, name="张建国", since=TODAY)


@pytest.mark.parametrize(
    ("text", "rooms"),
    [
        ("101-103", ["101", "102", "103"]),
        ("101室-103室", ["101", "102", "103"]),
        ("１０１－１０２，201至202", ["101", "102", "201", "202"]),
        ("A1-A3、b2-4", ["A1", "A2", "A3", "B2", "B3", "B4"]),
        ("098-101", ["098", "099", "100", "101"]),
        ("101、103 105\n107", ["101", "103", "105", "107"]),
        ("101-102,102-103", ["101", "102", "103"]),
    ],
)
def test_rooms_are_read_as_people_write_them(text, rooms):
    assert expand_rooms(text) == rooms


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "请填写房间"),
        ("东间", "「东间」看不懂"),
        ("110-101", "从大到小"),
        ("1-9999", "9999 间"),
        ("1-400、1001-1400", "一次最多"),
    ],
)
def test_refusal_says_which_room(text, said):
    with pytest.raises(UserError, match=said):
        expand_rooms(text)


def test_words_that_come_with_the_numbers_go():
    clean = clean_bed(BedDraft(facility=" 敬老中心 ", room="101室", number="2号床"))
    assert clean == BedDraft(facility="敬老中心", room="101", number="2")
    assert clean.label == "101室 2床"


def test_bed_needs_a_home_and_a_number():
    problems = check_bed(BedDraft(facility="", number=""))
    assert [problem.field for problem in problems] == ["facility", "number"]


@pytest.mark.parametrize(
    ("facts", "field"), [({"facility": " "}, "facility"), ({"rooms": ""}, "rooms")]
)
def test_range_needs_its_parts(facts, field):
    whole = BedRange(facility="敬老中心", rooms="101", per_room=2)
    assert check_range(whole) == []
    assert [problem.field for problem in check_range(replace(whole, **facts))] == [field]
    assert check_range(replace(whole, per_room=21))[0].field == "per_room"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"name": ""}, "who"),
        ({"name": "张3"}, "who"),
        ({"since": TODAY + timedelta(days=1)}, "since"),
        ({"since": TODAY - timedelta(days=9), "until": TODAY + timedelta(days=1)}, "until"),
        ({"until": TODAY - timedelta(days=1)}, "until"),
    ],
)
def test_broken_rule_is_named_beside_its_field(facts, field):
    assert [p.field for p in check_stay(replace(STAY, **facts), TODAY)] == [field]


def test_stay_of_one_day_is_right_and_counts_one():
    assert check_stay(clean_stay(replace(STAY, until=TODAY)), TODAY) == []
    assert days_of(Stay(id=1, version=1, facts=STAY), TODAY) == 1


def test_numbers_inside_a_text_are_masked():
    say = Masks().show_numbers_in
    assert say("女儿 13812345678、0994-4825180") == "女儿 138****5678、*******5180"
    assert say("3楼 值班室") == "3楼 值班室"
