from dataclasses import replace
from datetime import date

import pytest

from linli.domain.household_rules import relations_after, successor
from linli.domain.residents import HouseholdMember, ResidentStatus, Sex
from linli.domain.values.dates import PartialDate

TODAY = date(2026, 11, 23)
MAN, WOMAN, UNKNOWN = Sex.MALE, Sex.FEMALE, Sex.UNKNOWN


def member(number: int, code: str | None, sex: Sex, born: int | None = None) -> HouseholdMember:
    return HouseholdMember(
        resident_id=number,
        name=f"某{number}",
        sex=sex,
        birth=None if born is None else PartialDate(born),
        relation_code=code,
        status=ResidentStatus.PRESENT,
        is_head=code == "02",
    )


@pytest.mark.parametrize(
    ("head", "new_head", "other", "now"),
    [
        (("02", MAN), ("12", WOMAN), ("20", MAN), "20"),
        (("02", MAN), ("12", WOMAN), ("38", WOMAN), "38"),
        (("02", MAN), ("12", WOMAN), ("51", MAN), "53"),
        (("02", MAN), ("12", WOMAN), ("56", WOMAN), "52"),
        (("02", WOMAN), ("11", MAN), ("52", WOMAN), "56"),
        (("02", MAN), ("20", MAN), ("12", WOMAN), "52"),
        (("02", MAN), ("20", MAN), ("52", WOMAN), "62"),
        (("02", WOMAN), ("30", WOMAN), ("51", MAN), "63"),
        (("02", MAN), ("20", MAN), ("41", MAN), None),
        (("02", MAN), ("20", MAN), ("38", WOMAN), None),
        (("02", MAN), ("51", MAN), ("52", WOMAN), "12"),
        (("02", MAN), ("51", MAN), ("12", WOMAN), "38"),
        (("02", MAN), ("51", MAN), ("42", WOMAN), None),
        (("02", MAN), ("51", MAN), ("30", WOMAN), "42"),
        (("02", WOMAN), ("52", WOMAN), ("20", MAN), "43"),
        (("02", MAN), ("38", WOMAN), ("12", WOMAN), "54"),
        (("02", MAN), ("71", MAN), ("51", MAN), "51"),
        (("02", MAN), ("42", WOMAN), ("12", WOMAN), "62"),
        (("02", MAN), ("12", WOMAN), ("99", MAN), "99"),
        (("02", MAN), ("99", MAN), ("12", WOMAN), None),
        (("02", MAN), ("99", MAN), ("99", WOMAN), None),
        (("02", MAN), ("44", WOMAN), ("12", WOMAN), "64"),
        (("02", MAN), ("51", MAN), ("73", MAN), "20"),
        (("02", MAN), (None, MAN), ("12", WOMAN), None),
        (("02", MAN), ("12", WOMAN), ("27", MAN), None),
    ],
)
def test_a_member_is_called_what_follows_for_sure_from_the_old_relations(
    head, new_head, other, now
):
    members = [member(1, *head), member(2, *new_head), member(3, *other)]
    assert relations_after(members, 2)[3] == now


@pytest.mark.parametrize(
    ("new_head", "old_head_sex", "now"),
    [
        ("12", MAN, "11"),
        ("11", WOMAN, "12"),
        ("10", UNKNOWN, "10"),
        ("20", MAN, "51"),
        ("30", WOMAN, "52"),
        ("20", UNKNOWN, "50"),
        ("51", MAN, "20"),
        ("52", WOMAN, "30"),
        ("41", MAN, "61"),
        ("44", WOMAN, "64"),
        ("28", WOMAN, None),
        ("97", MAN, None),
    ],
)
def test_the_old_head_becomes_a_member(new_head, old_head_sex, now):
    members = [member(1, "02", old_head_sex), member(2, new_head, UNKNOWN)]
    assert relations_after(members, 2) == {1: now, 2: "02"}


def test_who_was_head_already_changes_nothing():
    members = [member(1, "02", MAN), member(2, "12", WOMAN), member(3, "97", MAN)]
    assert relations_after(members, 1) == {1: "02", 2: "12", 3: "97"}


def test_brothers_and_sisters_are_told_apart_by_age():
    members = [
        member(1, "02", MAN, 1950),
        member(2, "22", MAN, 1975),
        member(3, "32", WOMAN, 1973),
        member(4, "23", MAN, 1980),
        member(5, "33", WOMAN, None),
    ]
    assert relations_after(members, 2) == {1: "51", 2: "02", 3: "75", 4: "73", 5: "70"}


def test_without_an_old_head_what_depends_on_their_sex_stays_open():
    members = [member(2, "20", MAN), member(3, "52", WOMAN), member(4, "12", WOMAN)]
    assert relations_after(members, 2) == {2: "02", 3: None, 4: "52"}


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ([("20", MAN, 1980), ("12", WOMAN, 1950)], 1),
        ([("20", MAN, 2015), ("52", WOMAN, 1930)], 1),
        ([("23", MAN, 1982), ("22", MAN, 1980)], 1),
        ([("20", MAN, 2015), ("30", WOMAN, 2012)], 1),
        ([(None, MAN, None), ("99", MAN, 1990)], 1),
        ([("20", MAN, 1980)], 0),
        ([], None),
    ],
)
def test_the_next_head_is_an_adult_in_the_registers_order(members, expected):
    people = [member(i, *facts) for i, facts in enumerate(members)]
    following = successor(people, TODAY)
    assert (None if following is None else following.resident_id) == expected


@pytest.mark.parametrize(("born", "expected"), [(23, 0), (24, 1)])
def test_who_turns_eighteen_today_may_lead(born, expected):
    child = replace(member(0, "20", MAN), birth=PartialDate(2008, 11, born))
    following = successor([child, member(1, "52", WOMAN, 1930)], TODAY)
    assert following is not None
    assert following.resident_id == expected
