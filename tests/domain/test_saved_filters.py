from dataclasses import fields
from datetime import date

import pytest

from linli.domain.party import PartyBelonging, PartyManagement
from linli.domain.residents import (
    HouseholdKind,
    ManagementClass,
    MissingFact,
    ResidentFilter,
    ResidentStatus,
    Sex,
)
from linli.domain.saved_filters import (
    UnreadableFilterError,
    check_filter_name,
    filter_text,
    read_filter,
)
from linli.domain.values.addresses import Address

EVERYTHING = ResidentFilter(
    text="王",
    statuses=frozenset({ResidentStatus.PRESENT, ResidentStatus.MOVED_OUT}),
    sex=Sex.FEMALE,
    age_from=60,
    age_to=99,
    alone=False,
    is_head=True,
    household_kind=HouseholdKind.FAMILY,
    education_codes=("20",),
    marriage_codes=("30",),
    entered_since=date(2026, 3, 1),
    grid_ids=(3, 1),
    without_grid=True,
    buildings=(Address(estate="西河小区"), Address(building="3号楼")),
    rented=False,
    floating=True,
    management=(ManagementClass.KEY,),
    permit_within=0,
    origin_villages=("东庄",),
    returned=False,
    politics_codes=("01", "02"),
    party_management=(PartyManagement.ASSIST,),
    party_belonging=PartyBelonging.OTHER,
    party_branches=("第一支部",),
    entitlements=("01",),
    care_tags=("低保", "残疾"),
    all_care_tags=True,
    skills=("理发",),
    all_skills=True,
    has_card=False,
    missing=(MissingFact.PHONE,),
    recycled=True,
)


def test_a_kept_filter_comes_back_as_it_was():
    nothing = ResidentFilter()
    same = [
        each.name
        for each in fields(EVERYTHING)
        if getattr(EVERYTHING, each.name) == getattr(nothing, each.name)
    ]
    assert same == [], "a condition that the test does not set"
    assert read_filter(filter_text(EVERYTHING), {1, 2, 3}) == EVERYTHING


def test_what_is_not_set_is_not_written():
    assert filter_text(ResidentFilter()) == "{}"
    assert filter_text(ResidentFilter(has_card=False)) == '{"has_card": false}'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"blood_group": "A"}', "blood_group"),
        ('{"grid_ids": [1, 7]}', "网格已经删除"),
        ('{"grid_ids": [7, 8]}', "2 个网格已经删除"),
        ('{"grid_ids": []}', "“网格”读不懂"),
        ('{"grid_ids": [true]}', "“网格”读不懂"),
        ('{"age_from": "60"}', "“年龄”读不懂"),
        ('{"age_from": 60, "age_to": 50}', "反的"),
        ('{"alone": 1}', "“独居”读不懂"),
        ('{"sex": "7"}', "“性别”读不懂"),
        ('{"statuses": ["asleep"]}', "“居住状态”读不懂"),
        ('{"education_codes": ["05"]}', "“文化程度”读不懂"),
        ('{"entitlements": [["01"]]}', "“救助待遇”读不懂"),
        ('{"entered_since": "2026-13-01"}', "“登记日期”读不懂"),
        ('{"buildings": [[null, null]]}', "“小区楼栋”读不懂"),
        ('{"buildings": [["a", "b", "c"]]}', "“小区楼栋”读不懂"),
        ('{"missing": ["shoe_size"]}', "“缺少资料”读不懂"),
        ('{"text": ""}', "“查找内容”读不懂"),
        ("[1]", "内容坏了"),
        ("{", "内容坏了"),
    ],
)
def test_a_filter_that_cannot_be_read_says_why_and_finds_nobody(text, said):
    with pytest.raises(UnreadableFilterError) as caught:
        read_filter(text, {1, 2})
    assert said in caught.value.message


@pytest.mark.parametrize(
    ("name", "said"), [("", "起个名字"), ("  ", "起个名字"), ("长" * 21, "20")]
)
def test_a_name_that_fits_no_menu_is_refused(name, said):
    (problem,) = check_filter_name(name)
    assert said in problem.message


def test_a_usual_name_is_fine():
    assert check_filter_name("独居老人（第一网格）") == []
