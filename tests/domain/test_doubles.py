"""What makes two records perhaps one person."""

from datetime import date

import pytest
from support.people import make_document, make_id

from linli.domain.doubles import (
    DoubleFacts,
    DoubleReason,
    Likelihood,
    NameMatch,
    as_eighteen,
    differ_by_slip,
    judge,
    look_alike,
    lookup_numbers,
    match_names,
)
from linli.domain.residents import Sex
from linli.domain.values.dates import PartialDate
from linli.domain.values.identity import DocumentKind, IdentityDocument

BORN = PartialDate(1960, 5, 1)
PHONE = frozenset({"13800000000"})
NUMBER = make_id()
SHORT = IdentityDocument(kind=DocumentKind.LEGACY_15, number=NUMBER[:6] + NUMBER[8:17])


def facts(name="王伟", **known):
    return DoubleFacts(name=name, **known)


def reasons(one, other):
    verdict = judge(one, other)
    return set() if verdict is None else set(verdict.reasons)


@pytest.mark.parametrize(
    ("one", "other", "match"),
    [
        ("王伟", "王伟", NameMatch.SAME),
        ("买买提·艾力", "买买提艾力", NameMatch.FORM),
        ("王伟", "王玮", NameMatch.SOUND),
        ("劉建国", "刘建国", NameMatch.SOUND),
        ("王杨", "王扬", NameMatch.SOUND),
        ("王沐", "王休", NameMatch.SHAPE),
        ("张建国", "张建军", NameMatch.CHARACTER),
        ("张建国", "张志军", NameMatch.NONE),
        ("王", "李", NameMatch.NONE),
        ("王伟", "王伟民", NameMatch.NONE),
    ],
)
def test_names_are_alike(one, other, match):
    assert match_names(facts(one), facts(other)) is match
    assert match_names(facts(other), facts(one)) is match


def test_former_name_is_a_name():
    assert match_names(facts("王伟", former_name="王小三"), facts("王小三")) is NameMatch.FORMER


@pytest.mark.parametrize(("one", "other"), ["玮炜", "淇琪", "憬璟"])
def test_characters_that_share_a_part_look_alike(one, other):
    assert look_alike(one, other)


@pytest.mark.parametrize(("one", "other"), ["军君", "强刚", "艾a", "a艾"])
def test_other_characters_do_not_look_alike(one, other):
    assert not look_alike(one, other)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (NUMBER, NUMBER, False),
        (NUMBER, make_id(sequence=125), True),
        (NUMBER, make_id(sequence=345), False),
        (NUMBER, make_id(birth=date(1960, 5, 10)), True),
        (NUMBER, make_id(birth=date(1960, 1, 5)), False),
        (NUMBER, make_id(area="652382"), True),
        ("E12345678", "E12345679", True),
        ("E12345678", "E1234567", False),
        ("123456", "123457", False),
    ],
)
def test_a_slip_is_one_place_or_two_neighbours_turned(one, other, differ):
    assert differ_by_slip(one, other) is differ


def test_fifteen_digits_are_found_by_eighteen_and_back():
    assert as_eighteen(SHORT.number) == NUMBER
    assert lookup_numbers((make_document(NUMBER),)) == {NUMBER, SHORT.number}
    assert lookup_numbers((SHORT,)) == {NUMBER, SHORT.number}


def test_number_of_fifteen_digits_is_the_same_as_of_eighteen():
    verdict = judge(facts(documents=(SHORT,)), facts("李四", documents=(make_document(NUMBER),)))
    assert verdict.reasons == {DoubleReason.NUMBER}
    assert verdict.words == ("证件号码相同（15 位和 18 位）",)
    assert verdict.likelihood is Likelihood.CERTAIN


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        ({"birth": BORN}, DoubleReason.NAME_BIRTH),
        ({"phones": PHONE}, DoubleReason.NAME_PHONE),
        ({"home": 3}, DoubleReason.NAME_ADDRESS),
    ],
)
def test_name_with_something_in_common_is_a_reason(known, reason):
    assert reasons(facts(**known), facts(**known)) == {reason}


def test_name_alone_is_no_reason():
    assert judge(facts(), facts()) is None
    year = PartialDate(1960)
    assert judge(facts(birth=year), facts(birth=year)) is None


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ({"sex": Sex.MALE}, {"sex": Sex.FEMALE}),
        ({"birth": BORN}, {"birth": PartialDate(1975, 11, 20)}),
        (
            {"documents": (make_document(sequence=123),)},
            {"documents": (make_document(sequence=345),)},
        ),
    ],
)
def test_what_differs_speaks_against_a_common_name(mine, theirs):
    one, other = facts(phones=PHONE, home=3, **mine), facts(phones=PHONE, home=3, **theirs)
    assert judge(one, other) is None


def test_one_wrong_place_in_the_number_speaks_for_one_person():
    one = facts(documents=(make_document(sequence=123),), birth=BORN, sex=Sex.MALE)
    other = facts(documents=(make_document(sequence=124),), birth=BORN, sex=Sex.FEMALE)
    verdict = judge(one, other)
    assert verdict.reasons == {DoubleReason.SIMILAR_NUMBER, DoubleReason.NAME_BIRTH}
    assert verdict.words == ("证件号码只差一处", "姓名相同", "出生日期相同")
    assert verdict.likelihood is Likelihood.LIKELY
    stranger = facts("李四", documents=(make_document(sequence=124),))
    assert judge(one, stranger) is None


def test_birth_that_differs_in_one_place_is_said():
    one, other = facts(birth=BORN, home=3), facts(birth=PartialDate(1960, 5, 11), home=3)
    assert judge(one, other).words == ("姓名相同", "住址相同", "出生日期只差一处")


def test_names_of_one_sound_need_something_in_common():
    assert judge(facts("王伟"), facts("王玮")) is None
    verdict = judge(facts("王伟", birth=BORN), facts("王玮", birth=BORN))
    assert verdict.reasons == {DoubleReason.SIMILAR_NAME}
    assert verdict.words == ("姓名同音（王伟、王玮）", "出生日期相同")
    assert verdict.likelihood is Likelihood.POSSIBLE


def test_names_that_differ_in_a_character_need_the_birth_and_more():
    one, other = facts("张建国", birth=BORN), facts("张建军", birth=BORN)
    assert judge(one, other) is None
    one, other = facts("张建国", birth=BORN, home=3), facts("张建军", birth=BORN, home=3)
    assert reasons(one, other) == {DoubleReason.SIMILAR_NAME}
    one, other = facts("张建国", phones=PHONE, home=3), facts("张建军", phones=PHONE, home=3)
    assert judge(one, other) is None
