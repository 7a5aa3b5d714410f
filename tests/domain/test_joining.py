"""Who is already known, and what a row then changes."""

from dataclasses import replace

import pytest
from support.people import make_document, make_draft, make_phone

from linli.domain.grids import grid_key, grid_name, grid_number
from linli.domain.imported import ImportBatch, ImportedHousehold, ImportedPerson, ImportedRental
from linli.domain.imports import Choice, RowRef, SetAsideReason
from linli.domain.joining import join
from linli.domain.matching import Known, KnownDwelling, KnownHousehold
from linli.domain.residents import (
    Dwelling,
    FloatingStay,
    RentalDraft,
    Resident,
    ResidentDraft,
    ResidentStatus,
    Sex,
    Tenancy,
)
from linli.domain.values.addresses import Address
from linli.domain.values.dates import PartialDate
from linli.domain.values.identity import DocumentKind, IdentityDocument

HOME = Address(building="2号楼", unit="1单元", room="301")
OTHER_HOME = Address(building="3号楼", unit="1单元", room="301")
AT = RowRef(sheet="甲", number=2)


def row(draft, line=2, household=None, address=None):
    at = RowRef(sheet="甲", number=line)
    return ImportedPerson(at=at, draft=draft, household=household, address=address)


def bare(name="张三", **facts):
    return ResidentDraft(name=name, **facts)


def known_person(draft, **more):
    return Resident(id=7, version=1, facts=draft, **more)


def joined(*people, known=(), households=(), known_households=(), decisions=None):
    batch = ImportBatch(
        file_name="a.xlsx", rows=len(people), people=people, households=tuple(households)
    )
    facts = Known(people=tuple(known), households=tuple(known_households))
    return join(batch, facts, decisions or {})


def household(number="01", address=HOME, grid=None):
    return ImportedHousehold(at=AT, number=number, address=address, grid=grid)


def test_the_same_number_is_the_same_person():
    result = joined(row(make_draft()), row(make_draft(), 3))

    assert (result.added, result.joined) == (1, 1)


def test_who_comes_again_with_nothing_new_keeps_the_very_facts():
    facts = make_draft(phones=(make_phone("13712345678"),), skills=("电工",))

    result = joined(row(replace(facts)), known=[known_person(facts)])

    assert result.people[0].facts is facts
    assert not result.people[0].is_changed


def test_the_same_number_under_a_clearly_different_name_is_set_aside():
    result = joined(row(make_draft("李四")), known=[known_person(make_draft("张三"))])

    assert [problem.reason for problem in result.problems] == [SetAsideReason.CONFLICT]
    assert (result.added, result.joined, result.people) == (0, 0, [])


def test_a_character_an_old_system_could_not_write_is_no_other_name():
    result = joined(row(make_draft("曹\ue816")), known=[known_person(make_draft("曹𠅤"))])

    assert result.joined == 1
    assert result.people[0].facts.name == "曹𠅤"
    assert result.differences == []


def test_the_right_character_for_one_an_old_system_could_not_write_is_asked_about():
    known = [known_person(make_draft("曹\ue816"))]

    asked = joined(row(make_draft("曹𠅤")), known=known)
    taken = joined(row(make_draft("曹𠅤")), known=known, decisions={"甲!2:name": Choice.THEIRS})

    assert [(d.label, d.ours, d.theirs) for d in asked.differences] == [
        ("姓名", "曹\ue816", "曹𠅤")
    ]
    assert asked.people[0].facts.name == "曹\ue816"
    assert taken.people[0].facts.name == "曹𠅤"


def test_two_names_with_unwritable_characters_are_one_only_where_the_others_agree():
    for name in ("李\ue816", "曹\ue816明"):
        result = joined(row(make_draft(name)), known=[known_person(make_draft("曹𠅤"))])

        assert [problem.reason for problem in result.problems] == [SetAsideReason.CONFLICT]


def test_a_fifteen_digit_number_is_that_of_eighteen_digits():
    now = make_document().number
    old = IdentityDocument(kind=DocumentKind.LEGACY_15, number=now[:6] + now[8:17])

    result = joined(row(bare(documents=(old,))), known=[known_person(make_draft())])

    assert result.joined == 1


BIRTH = PartialDate(2015, 3, 1)


@pytest.mark.parametrize(
    ("said", "same"),
    [
        (bare(birth=BIRTH), True),
        (bare(), True),
        (bare(birth=PartialDate(2015)), True),
        (bare(birth=PartialDate(2014, 3, 1)), False),
        (bare("李四", birth=BIRTH), False),
        (bare(sex=Sex.FEMALE, birth=BIRTH), False),
        (bare(birth=BIRTH, documents=(make_document(),)), True),
    ],
)
def test_without_a_number_name_birth_and_household_tell(said, same):
    child = known_person(bare(birth=BIRTH, sex=Sex.MALE, household_id=5), household_number="01")
    homes = [KnownHousehold(id=5, number="01", address=HOME)]

    result = joined(
        row(said, household=0), known=[child], households=[household()], known_households=homes
    )

    assert result.joined == int(same)
    assert result.added == int(not same)


def test_two_numbers_are_two_people_whatever_they_share():
    one, two = make_draft(sequence=1), make_draft(sequence=3)

    result = joined(row(one, household=0), row(two, 3, household=0), households=[household()])

    assert result.added == 2


def test_namesakes_with_nothing_in_common_are_two_people():
    result = joined(
        row(bare(birth=BIRTH), address=HOME), row(bare(birth=BIRTH), 3, address=OTHER_HOME)
    )

    assert result.added == 2


def test_namesakes_of_one_building_are_two_people():
    building = Address(building="2号楼")

    result = joined(
        row(bare(birth=BIRTH), address=building), row(bare(birth=BIRTH), 3, address=building)
    )

    assert result.added == 2


@pytest.mark.parametrize(("birth", "same"), [(BIRTH, True), (PartialDate(2015), False)])
def test_where_no_place_is_told_the_same_name_and_birth_are_one_person(birth, same):
    result = joined(row(bare(birth=BIRTH)), row(bare(birth=birth), 3))

    assert result.joined == int(same)


def test_one_who_may_be_either_of_two_namesakes_is_neither():
    known = [known_person(bare(phones=(make_phone(),))), known_person(bare(), address=HOME)]

    result = joined(row(bare(phones=(make_phone(),)), address=HOME), known=known)

    assert (result.added, result.joined) == (1, 0)


def test_a_phone_in_common_tells_namesakes_together():
    result = joined(
        row(bare(phones=(make_phone(),)), address=HOME), row(bare(phones=(make_phone(),)), 3)
    )

    assert (result.added, result.joined) == (1, 1)


def test_a_blank_never_erases_and_lists_are_united():
    ours = make_draft(ethnicity_code="01", skills=("电工",), phones=(make_phone(),), note="甲")
    theirs = make_draft(skills=("理发",), phones=(make_phone("13900000000"),), note="乙")

    (person,) = joined(row(theirs), known=[known_person(ours)]).people

    assert person.facts == replace(
        ours,
        skills=("电工", "理发"),
        phones=(make_phone(), make_phone("13900000000")),
        note="甲；乙",
    )
    assert person.is_changed


def test_the_same_again_changes_nothing():
    ours = make_draft(note="甲；乙", skills=("电工",))

    (person,) = joined(
        row(make_draft(note="乙", skills=("电工",))), known=[known_person(ours)]
    ).people

    assert not person.is_changed


def test_a_differing_value_is_reported_and_ours_stays():
    result = joined(
        row(make_draft(education_code="10")), known=[known_person(make_draft(education_code="20"))]
    )
    (difference,) = result.differences

    assert difference.key == "甲!2:education_code"
    assert (difference.label, difference.ours, difference.theirs) == (
        "文化程度",
        "大学本科",
        "研究生",
    )
    assert not result.people[0].is_changed


def test_the_clerk_can_take_theirs():
    result = joined(
        row(make_draft(education_code="10")),
        known=[known_person(make_draft(education_code="20"))],
        decisions={"甲!2:education_code": Choice.THEIRS},
    )

    assert result.people[0].facts.education_code == "10"


def test_a_more_precise_date_goes_on_where_ours_ends():
    ours, theirs = bare(birth=PartialDate(1961, 4)), bare(birth=PartialDate(1961, 4, 7))

    result = joined(row(theirs, address=HOME), known=[known_person(ours, address=HOME)])

    assert result.people[0].facts.birth == PartialDate(1961, 4, 7)
    assert result.differences == []


@pytest.mark.parametrize(
    ("ours", "theirs", "differences"),
    [
        (PartialDate(1961, 4, 7), PartialDate(1961), 0),
        (PartialDate(1961, 4, 7), PartialDate(1961, 4), 0),
        (PartialDate(1961), PartialDate(1962, 4, 7), 1),
    ],
)
def test_a_date_of_less_or_another_date_replaces_nothing(ours, theirs, differences):
    result = joined(row(make_draft(birth=theirs)), known=[known_person(make_draft(birth=ours))])

    assert result.people[0].facts.birth == ours
    assert len(result.differences) == differences


def test_spacing_is_no_difference():
    result = joined(
        row(make_draft(employer="县 第一 中学")),
        known=[known_person(make_draft(employer="县第一中学"))],
    )

    assert result.differences == []


@pytest.mark.parametrize(
    ("ours", "theirs", "note"),
    [
        (None, "甲；乙", "甲；乙"),
        ("甲", None, "甲"),
        ("甲；乙", "乙；丙；甲", "甲；乙；丙"),
        ("", "甲", "甲"),
    ],
)
def test_notes_are_put_together_each_sentence_once(ours, theirs, note):
    (person,) = joined(
        row(make_draft(note=theirs)), known=[known_person(make_draft(note=ours))]
    ).people

    assert person.facts.note == note


def test_blanks_of_a_stay_are_filled_and_what_differs_is_asked_about():
    ours = FloatingStay(origin="醴陵市", reason_code="01")
    theirs = FloatingStay(origin="长沙市", arrived=PartialDate(2010, 5), reason_code="01")

    result = joined(
        row(make_draft(floating=theirs)), known=[known_person(make_draft(floating=ours))]
    )

    assert result.people[0].facts.floating == replace(ours, arrived=PartialDate(2010, 5))
    assert [(d.label, d.ours, d.theirs) for d in result.differences] == [
        ("来源地", "醴陵市", "长沙市")
    ]


def test_a_resident_met_among_floating_people_gains_the_stay():
    stay = FloatingStay(origin="醴陵市")

    (person,) = joined(row(make_draft(floating=stay)), known=[known_person(make_draft())]).people

    assert person.facts.floating == stay


def test_another_home_is_a_difference_and_the_same_one_is_not():
    ours = known_person(make_draft(), address=HOME)

    assert joined(row(make_draft(), address=HOME), known=[ours]).differences == []
    (difference,) = joined(row(make_draft(), address=OTHER_HOME), known=[ours]).differences
    assert (difference.field, difference.ours, difference.theirs) == (
        "address",
        "2号楼1单元301室",
        "3号楼1单元301室",
    )


def test_a_household_keeps_its_people_and_the_relation_that_goes_with_it():
    ours = known_person(make_draft(household_id=5), household_number="09")
    homes = [KnownHousehold(id=5, number="09", address=OTHER_HOME)]

    result = joined(
        row(make_draft(relation_code="20"), household=0),
        known=[ours],
        households=[household()],
        known_households=homes,
    )

    assert [difference.field for difference in result.differences] == ["household"]
    assert result.people[0].facts.relation_code is None
    assert result.people[0].household is None


def test_the_relation_of_who_has_no_household_is_kept_and_of_who_has_one_left_alone():
    said = row(make_draft(relation_code="20"))

    (alone,) = joined(said, known=[known_person(make_draft())]).people
    (member,) = joined(said, known=[known_person(make_draft(household_id=5))]).people

    assert alone.facts.relation_code == "20"
    assert member.facts.relation_code is None


def test_another_home_of_a_household_is_a_difference_of_the_household():
    head = known_person(make_draft(household_id=5), household_number="01", address=OTHER_HOME)
    homes = [KnownHousehold(id=5, number="01", address=OTHER_HOME)]
    key = "甲!2:household_address"

    ours, theirs = (
        joined(
            row(make_draft(), household=0),
            known=[head],
            households=[household()],
            known_households=homes,
            decisions=decisions,
        )
        for decisions in ({}, {key: Choice.THEIRS})
    )

    assert [(d.key, d.person) for d in ours.differences] == [(key, "01（户）")]
    assert ours.households[0].address == OTHER_HOME
    assert theirs.households[0].address == HOME


def test_a_number_of_another_grids_household_is_not_taken_for_it():
    strangers = [KnownHousehold(id=5, number="01", address=OTHER_HOME)]

    result = joined(
        row(make_draft(), household=0),
        households=[household(grid="第二网格")],
        known_households=strangers,
    )

    assert result.households[0].known is None
    assert result.households[0].number == "第二网格-01"


def test_a_household_without_number_is_where_its_members_live():
    ours = known_person(make_draft(household_id=5))
    homes = [KnownHousehold(id=5, number=None, address=HOME)]

    result = joined(
        row(make_draft(), household=0),
        known=[ours],
        households=[household(number="01")],
        known_households=homes,
    )

    assert result.households[0].known == homes[0]
    assert result.households[0].fills_number
    assert result.differences == []


def test_who_is_in_the_recycle_bin_or_has_moved_out_is_told():
    bin_, gone = (
        known_person(make_draft(), recycled=True),
        replace(known_person(make_draft()), status=ResidentStatus.MOVED_OUT),
    )

    restored = joined(row(make_draft()), row(make_draft(), 3), known=[bin_])
    away = joined(row(make_draft()), known=[gone])

    assert restored.people[0].is_changed
    assert ["回收站" in warning.message for warning in restored.warnings] == [True]
    assert not away.people[0].is_changed
    assert "已迁出" in away.warnings[0].message


def test_a_dwelling_of_another_grid_is_told():
    batch = ImportBatch(
        file_name="a.xlsx", rows=0, households=(household(number=None, grid="第二网格"),)
    )
    known = Known(dwellings={"|2|1|301": KnownDwelling(id=1, grid="第一网格")})

    result = join(batch, known, {})

    assert [warning.message for warning in result.warnings] == [
        "这处住所登记在「第一网格」，台账写的是「第二网格」，没有改动。"
    ]


def rental(tenants=(), line=2, refused=False, address=HOME, **facts):
    draft = RentalDraft(tenancies=tuple(Tenancy(name=name) for name in tenants), **facts)
    at = RowRef(sheet="甲", number=line)
    return ImportedRental(at=at, address=address, grid=None, facts=draft, refused=refused)


def joined_rentals(*rentals, known=()):
    batch = ImportBatch(file_name="a.xlsx", rows=len(rentals), rentals=rentals)
    return join(batch, Known(rentals=tuple(known)), {})


def test_rows_of_one_house_are_one_house_and_each_new_tenant_counts():
    result = joined_rentals(
        rental(["王五"], rooms=4),
        rental(["赵六"], 3),
        rental(["王五"], 4),
        rental([], 5, refused=True),
    )

    assert (result.added, result.joined) == (2, 1)
    (house,) = result.rentals
    assert house.facts.rooms == 4
    assert [tenant.name for tenant in house.facts.tenancies] == ["王五", "赵六"]


def test_a_known_house_joins_and_keeps_its_figures():
    ours = Dwelling(id=3, version=1, address=HOME, rental=RentalDraft(number="CZ1", rooms=4))

    result = joined_rentals(rental(number="CZ1", rooms=5), known=[ours])

    assert (result.added, result.joined) == (0, 1)
    assert result.rentals[0].facts.rooms == 4
    assert [difference.label for difference in result.differences] == ["间数"]


NUMBERED = {"name": "王五", "document": make_document()}


@pytest.mark.parametrize(
    ("ours", "theirs", "tenants"),
    [
        (NUMBERED, {**NUMBERED, "name": "王武", "room": "东间"}, 1),
        (NUMBERED, {"name": "王五", "document": make_document(sequence=7)}, 2),
        (NUMBERED, {"name": "王五"}, 1),
        ({"name": "王五"}, NUMBERED, 1),
        ({"name": "王五", "room": "东间"}, {"name": "王五"}, 1),
        ({"name": "王五", "room": "东间"}, {"name": "王五", "room": "西间"}, 2),
        ({"name": "王五"}, {"name": "赵六"}, 2),
    ],
)
def test_a_tenant_is_known_by_the_number_else_by_name_and_room(ours, theirs, tenants):
    result = joined_rentals(
        *(
            replace(rental(line=line), facts=RentalDraft(tenancies=(Tenancy(**facts),)))
            for line, facts in enumerate((ours, theirs), 2)
        )
    )

    found = result.rentals[0].facts.tenancies
    assert len(found) == result.added == tenants
    assert found[0] == Tenancy(**({**theirs, **ours} if tenants == 1 else ours))


def test_a_number_that_another_house_has_is_not_given_twice():
    result = joined_rentals(rental(number="CZ1"), rental(number="CZ1", address=OTHER_HOME))

    assert [house.facts.number for house in result.rentals] == ["CZ1", None]
    assert "CZ1" in result.warnings[0].message


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("第一网格", "1", "第一网格"),
        ("西河社区第1网格", "1", "第1网格"),
        ("01", "1", "第1网格"),
        ("十二网格", "12", "十二网格"),
        ("阳光网格", None, "阳光网格"),
    ],
)
def test_spellings_of_a_grid(text, number, name):
    assert grid_number(text) == number
    assert grid_name(text) == name
    assert grid_key(text) == (number or "阳光")
