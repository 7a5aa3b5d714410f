"""Lists of gaps through the service: counts that agree with lists, walking order, the sheet."""

from dataclasses import replace

import pytest
from support.cards import page_texts
from support.people import make_draft, make_phone
from support.window import settle

from linli.domain.missing import Gap, GapFilter
from linli.domain.party import PartyMembership
from linli.domain.residents import HomeDraft, HouseholdDraft, HouseholdKind, MissingFact
from linli.domain.values.addresses import Address
from linli.domain.values.dates import PartialDate


@pytest.fixture
def cast(services):
    """Only 张建国 has a phone; 买买提 has no grid, 赵小军 no home; nobody has a photo."""
    return settle(services)


def names(services, gap, **where):
    return [line.name for line in services.missing.list_all(GapFilter(gap=gap, **where))]


def change(services, resident_id, **facts):
    person = services.residents.get(resident_id)
    services.residents.update(resident_id, replace(person.facts, **facts), version=person.version)


@pytest.mark.parametrize(
    ("gap", "found"),
    [
        (Gap.DOCUMENT, []),
        (Gap.PHONE, ["李秀英", "买买提·艾力", "赵小军"]),
        (Gap.AT_THE_DOOR, ["李秀英", "买买提·艾力", "赵小军"]),
        (Gap.BIRTH, []),
        (Gap.SEX, []),
        (Gap.HOUSEHOLD, ["赵小军"]),
        (Gap.ADDRESS, ["赵小军"]),
        (Gap.GRID, ["买买提·艾力", "赵小军"]),
        (Gap.PARTY, []),
        (Gap.PHOTO, ["张建国", "李秀英", "买买提·艾力", "赵小军"]),
        (Gap.HEADLESS, []),
        (Gap.DWELLING, ["买买提·艾力"]),
    ],
)
def test_gap_lists_who_has_it_grid_by_grid(services, cast, gap, found):
    assert names(services, gap) == found
    assert services.missing.counts()[gap] == len(found)
    assert services.missing.count(GapFilter(gap=gap)) == len(found)


def test_line_says_all_that_can_be_asked_at_the_door(services, cast):
    change(services, cast.wife, documents=(), birth=None)
    (wife, *_) = services.missing.list_all(GapFilter(gap=Gap.AT_THE_DOOR))
    assert wife.lacks == (
        MissingFact.DOCUMENT,
        MissingFact.PHONE,
        MissingFact.BIRTH,
    )
    assert wife.text == "证件号、电话、出生日期"
    assert (wife.grid, wife.place) == ("第三网格", "西河小区3号楼2单元501室")


def test_sex_and_birth_are_gaps_until_they_are_said(services):
    person, _ = services.residents.add(make_draft("王芳", documents=()))
    assert names(services, Gap.SEX) == names(services, Gap.BIRTH) == ["王芳"]
    services.residents.recycle([person])
    assert names(services, Gap.SEX) == []


def test_party_member_without_membership_is_a_gap(services, cast):
    change(services, cast.head, politics_code="01")
    assert names(services, Gap.PARTY) == ["张建国"]
    change(services, cast.head, party=PartyMembership(branch="第一支部"))
    assert names(services, Gap.PARTY) == []


def test_household_without_a_head_is_found_by_who_is_left(services, cast):
    change(services, cast.alone, relation_code="10")
    (line,) = services.missing.list_all(GapFilter(gap=Gap.HEADLESS))
    assert (line.household_id, line.name, line.text) == (
        cast.lonely_household,
        "买买提·艾力",
        "住 1 人",
    )
    assert services.missing.counts()[Gap.HEADLESS] == 1


def test_collective_household_needs_no_head(services):
    household = HouseholdDraft(kind=HouseholdKind.COLLECTIVE)
    address = Address(estate="工地宿舍", room="1")
    services.residents.add(
        make_draft("赵小军"), HomeDraft(address=address, new_household=household)
    )
    assert names(services, Gap.HEADLESS) == []


def test_empty_home_without_a_grid_is_a_line_too(services, cast):
    services.residents.recycle([cast.alone])
    (line,) = services.missing.list_all(GapFilter(gap=Gap.DWELLING))
    assert (line.resident_id, line.place, line.text) == (
        None,
        "西河小区1号楼1单元101室",
        "没有人住",
    )


def test_one_grid_or_none_narrows_people_and_places(services, cast):
    (grid,) = services.grids.names()
    assert names(services, Gap.PHONE, grid_id=grid) == ["李秀英"]
    assert names(services, Gap.PHONE, without_grid=True) == ["买买提·艾力", "赵小军"]
    assert names(services, Gap.DWELLING, grid_id=grid) == []
    assert services.missing.count(GapFilter(gap=Gap.DWELLING, without_grid=True)) == 1


@pytest.mark.parametrize(
    ("birth", "asked"),
    [
        ("2010-11-24", False),  # sixteen tomorrow
        ("2010-11-23", True),
        ("2015", False),
        ("2010", True),  # perhaps sixteen by now
        (None, True),
    ],
)
def test_children_need_no_phone_of_their_own(services, birth, asked):
    born = None if birth is None else PartialDate.from_iso(birth)
    services.residents.add(make_draft("王小芳", documents=(), birth=born))
    assert names(services, Gap.PHONE) == (["王小芳"] if asked else [])
    assert services.missing.counts()[Gap.PHONE] == int(asked)
    (line,) = services.missing.list_all(GapFilter(gap=Gap.AT_THE_DOOR))
    assert (MissingFact.PHONE in line.lacks) is asked


def test_gap_closes_when_the_fact_is_entered(services, cast):
    change(services, cast.wife, phones=(make_phone("13900000001"),))
    assert "李秀英" not in names(services, Gap.PHONE)


def test_sheet_begins_each_grid_on_a_page_and_leaves_room(services, cast):
    register = services.missing.register(GapFilter(gap=Gap.PHONE), "缺项名单（没有电话）")
    assert [group.heading for group in register.groups] == ["第三网格　1 人", "没有网格　2 人"]
    assert register.row_height >= 12
    assert all(row[6] == "" for group in register.groups for row in group.rows)
    pages = page_texts(services.registers.pdf(register, across=True))
    assert len(pages) == 2
    assert "补登（手写）" in pages[0]


def test_limit_gives_the_first_lines(services, cast):
    found = services.missing.list_all(GapFilter(gap=Gap.PHOTO), 2)
    assert [line.name for line in found] == ["张建国", "李秀英"]
