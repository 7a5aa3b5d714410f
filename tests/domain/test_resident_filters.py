from dataclasses import fields
from datetime import date

import pytest

from linli.domain.labels import FILTER_CONDITION
from linli.domain.party import PartyBelonging, PartyManagement
from linli.domain.resident_filters import (
    CONDITIONS,
    check_filter,
    filter_words,
    without_conditions,
)
from linli.domain.residents import (
    HouseholdKind,
    ManagementClass,
    MissingFact,
    ResidentFilter,
    ResidentStatus,
    Sex,
)
from linli.domain.values.addresses import Address

GRIDS = {1: "第一网格", 2: "第二网格"}
ESTATE = Address(estate="西河小区")
BUILDING = Address(estate="西河小区", building="3号楼")


@pytest.mark.parametrize(
    ("conditions", "words"),
    [
        ({}, "全部在住居民"),
        ({"text": "王 3号楼"}, "查找“王 3号楼”"),
        (
            {"age_from": 60, "alone": True, "grid_ids": (1,), "has_card": False},
            "60 岁以上，独居，第一网格，没有发卡",
        ),
        ({"age_to": 0}, "0 岁以下"),
        ({"age_from": 0, "age_to": 17}, "0 至 17 岁"),
        ({"age_from": 80, "age_to": 80}, "80 岁"),
        ({"sex": Sex.FEMALE}, "女"),
        ({"alone": False}, "不是独居"),
        ({"is_head": True}, "是户主"),
        ({"education_codes": ("20", "30")}, "大学本科或大学专科"),
        ({"marriage_codes": ("30",)}, "丧偶"),
        ({"entered_since": date(2026, 3, 1)}, "2026-03-01 以后登记"),
        ({"grid_ids": (1, 2), "without_grid": True}, "第一网格或第二网格或未划网格"),
        ({"grid_ids": (9,)}, "已删除的网格"),
        ({"buildings": (ESTATE, BUILDING)}, "西河小区或西河小区3号楼"),
        ({"household_kind": HouseholdKind.COLLECTIVE}, "集体户"),
        ({"rented": True, "floating": False}, "住出租房屋，常住人口"),
        ({"management": (ManagementClass.TEMPORARY,)}, "临时管理"),
        ({"permit_within": 30}, "居住证 30 天内到期或已过期"),
        ({"permit_within": 0}, "居住证今天到期或已过期"),
        ({"origin_villages": ("东庄", "西庄"), "returned": True}, "原村 东庄或西庄，返迁"),
        ({"politics_codes": ("01",)}, "中共党员"),
        (
            {"party_management": (PartyManagement.DIRECT, PartyManagement.ENTRUST)},
            "党员直管或托管",
        ),
        ({"party_belonging": PartyBelonging.LOCAL}, "组织关系属地"),
        ({"party_branches": ("第一支部",)}, "第一支部"),
        ({"entitlements": ("01",)}, "享受最低生活保障"),
        ({"care_tags": ("低保", "残疾")}, "标签 低保或残疾"),
        ({"skills": ("水电维修", "理发"), "all_skills": True}, "会水电维修、理发都要有"),
        ({"missing": (MissingFact.PHONE, MissingFact.PHOTO)}, "没有电话或照片"),
        ({"statuses": frozenset(ResidentStatus)}, "在住、迁出和去世的都算"),
        ({"statuses": frozenset({ResidentStatus.DECEASED})}, "已去世"),
        ({"recycled": True}, "在回收站"),
    ],
)
def test_a_filter_is_told_in_words(conditions, words):
    assert filter_words(ResidentFilter(**conditions), GRIDS) == words


def test_every_attribute_belongs_to_one_condition_with_a_title():
    attributes = [each for known, _ in CONDITIONS.values() for each in known]
    assert sorted(attributes) == sorted(each.name for each in fields(ResidentFilter))
    assert CONDITIONS.keys() == FILTER_CONDITION.keys()


def test_no_condition_singles_people_out_by_ethnicity():
    assert not any("ethnic" in each.name for each in fields(ResidentFilter))


def test_conditions_taken_off_leave_the_others():
    wanted = ResidentFilter(age_from=60, age_to=80, grid_ids=(1,), without_grid=True, alone=True)
    assert without_conditions(wanted, ["age", "grid"]) == ResidentFilter(alone=True)


@pytest.mark.parametrize(
    ("conditions", "said"),
    [
        ({"age_from": 151}, "151"),
        ({"age_to": -1}, "-1"),
        ({"age_from": 60, "age_to": 50}, "反的"),
        ({"permit_within": 4000}, "4000"),
        ({"statuses": frozenset()}, "至少选一个"),
    ],
)
def test_a_filter_that_cannot_be_meant_is_refused(conditions, said):
    (problem,) = check_filter(ResidentFilter(**conditions))
    assert said in problem.message


def test_a_filter_of_one_age_is_fine():
    assert check_filter(ResidentFilter(age_from=60, age_to=60, permit_within=0)) == []
