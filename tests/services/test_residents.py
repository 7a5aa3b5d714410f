from dataclasses import replace
from datetime import date

import pytest
from support.people import make_document, make_draft, make_id, make_phone
from support.roles import as_role

from linli.domain.accounts import Right, Role, rights_of
from linli.domain.changes import Kind
from linli.domain.grids import GridDraft
from linli.domain.residents import (
    FloatingStay,
    HomeDraft,
    HouseholdDraft,
    ManagementClass,
    RentalDraft,
    ResidentDraft,
    ResidentFilter,
    ResidentSort,
    ResidentStatus,
    Sex,
)
from linli.domain.values.addresses import Address
from linli.domain.values.dates import PartialDate
from linli.domain.values.identity import DocumentKind, IdentityDocument
from linli.domain.values.phones import Phone, PhoneKind
from linli.errors import ConflictError, InvalidInput, NotFoundError
from linli.storage import households
from linli.storage.residents import load_residents

FULL = ResidentDraft(
    name="古丽·阿里",
    former_name="陈小妹",
    native_name="گۈلى",
    sex=Sex.FEMALE,
    birth=PartialDate(1961, 4),
    ethnicity_code="05",
    education_code="21",
    politics_code="01",
    marriage_code="20",
    relation_code="12",
    documents=(
        IdentityDocument(kind=DocumentKind.PASSPORT, number="E12345678"),
        IdentityDocument(kind=DocumentKind.OTHER, number="军字第12345号"),
    ),
    phones=(
        make_phone("13912345678"),
        Phone(number="09944839123", kind=PhoneKind.LANDLINE, note="儿子"),
    ),
    skills=("新疆曲子", "刺绣"),
    care_tags=("独居老人",),
    occupation="教师",
    employer="第一小学",
    registered_address="木垒县人民路1号",
    floating=FloatingStay(
        origin="甘肃",
        arrived=PartialDate(2024, 3),
        reason_code="01",
        permit_expires=date(2027, 3, 1),
        landlord_name="王五",
        management=ManagementClass.NORMAL,
    ),
    note="听力不好，请大声",
)


def names(services, **conditions) -> list[str]:
    ids = services.residents.list_ids(ResidentFilter(**conditions), ResidentSort.ENTERED)
    return [row.name for row in services.residents.rows(ids)]


def problems(caught) -> dict[str, str]:
    return {problem.field: problem.message for problem in caught.value.problems}


# ---- adding and changing ------------------------------------------------------------------


def test_all_facts_come_back_as_they_were_given(services):
    resident_id, changes = services.residents.add(FULL)
    resident = services.residents.get(resident_id)
    assert resident.facts == FULL
    assert (resident.version, resident.status) == (1, ResidentStatus.PRESENT)
    assert changes.touches(Kind.RESIDENTS)


def test_birth_and_sex_are_filled_from_the_number(services):
    resident_id, _ = services.residents.add(make_draft(sequence=124))
    facts = services.residents.get(resident_id).facts
    assert (facts.birth, facts.sex) == (PartialDate(1960, 5, 1), Sex.FEMALE)


def test_a_change_is_one_step_that_undo_takes_back_whole(services):
    resident_id, _ = services.residents.add(FULL)
    changed = replace(
        FULL, name="古丽·买买提", phones=FULL.phones[1:], skills=("刺绣", "厨艺"), floating=None
    )
    services.residents.update(resident_id, changed, version=1)
    assert services.residents.get(resident_id).facts == changed
    assert services.history.state().undo.action == "修改居民 古丽·买买提"
    services.history.undo()
    assert services.residents.get(resident_id).facts == FULL
    services.history.redo()
    assert services.residents.get(resident_id).facts == changed


def test_history_holds_only_what_changed(services):
    resident_id, _ = services.residents.add(FULL)
    before = len(services.history.of_resident(resident_id))
    changed = replace(FULL, phones=(*FULL.phones, make_phone("13700000000")))
    services.residents.update(resident_id, changed, version=1)
    assert len(services.history.of_resident(resident_id)) - before == 1


def test_saving_without_a_change_leaves_no_step(services):
    resident_id, _ = services.residents.add(FULL)
    changes = services.residents.update(resident_id, FULL, version=1)
    assert changes.entry_id is None
    assert services.residents.get(resident_id).version == 1


def test_a_form_opened_before_another_change_cannot_overwrite_it(services):
    resident_id, _ = services.residents.add(make_draft("张三"))
    services.residents.update(resident_id, make_draft("张三", note="甲"), version=1)
    with pytest.raises(ConflictError, match="「张三」的资料刚才被改过"):
        services.residents.update(resident_id, make_draft("张三", note="乙"), version=1)
    assert services.residents.get(resident_id).facts.note == "甲"


def test_a_person_who_is_gone_is_said_to_be_gone(services):
    with pytest.raises(NotFoundError, match="不在台账里"):
        services.residents.get(99)
    with pytest.raises(NotFoundError):
        services.residents.update(99, make_draft(), version=1)
    with pytest.raises(NotFoundError):
        services.residents.reveal(99)


def test_broken_rules_are_told_beside_their_fields_and_nothing_is_saved(services):
    draft = make_draft("", documents=(make_document("652328196005011230"),))
    with pytest.raises(InvalidInput) as caught:
        services.residents.add(draft)
    assert set(problems(caught)) == {"name", "documents"}
    assert services.residents.counts().residents == 0
    assert services.history.state().undo is None


def test_a_number_that_is_somebody_elses_names_them_masked(services):
    services.residents.add(make_draft("张三丰"))
    with pytest.raises(InvalidInput) as caught:
        services.residents.add(make_draft("李四"))
    assert "652328********" in problems(caught)["documents"]
    assert "「张**」" in problems(caught)["documents"]
    assert make_id() not in str(caught.value)


def test_a_number_in_the_recycle_bin_is_said_to_lie_there(services):
    first, _ = services.residents.add(make_draft("张三"))
    services.residents.recycle([first])
    with pytest.raises(InvalidInput, match="回收站里的「张\\*」"):
        services.residents.add(make_draft("张三"))


def test_a_form_adds_dwelling_household_and_person_in_one_step(services):
    home = HomeDraft(
        address=Address(building="3", unit="2", room="501室"),
        new_household=HouseholdDraft(number="0012"),
    )
    resident_id, _ = services.residents.add(make_draft("张三", relation_code="02"), home)
    resident = services.residents.get(resident_id)
    assert resident.address == Address(building="3号楼", unit="2单元", room="501")
    assert (resident.household_number, resident.is_head) == ("0012", True)
    services.history.undo()
    counts = services.residents.counts()
    assert (counts.residents, counts.households, counts.dwellings) == (0, 0, 0)


def test_who_lives_elsewhere_than_the_household_has_an_address_of_their_own(services):
    home = HomeDraft(address=Address(building="3", room="501"), new_household=HouseholdDraft())
    head, _ = services.residents.add(make_draft("张三", relation_code="02"), home)
    household = services.residents.get(head).facts.household_id
    draft = make_draft("张四", sequence=125, household_id=household, relation_code="20")
    son, _ = services.residents.add(draft, HomeDraft(address=Address(building="9", room="101")))
    assert services.residents.get(son).address.building == "9号楼"
    services.residents.update(
        son, draft, HomeDraft(address=Address(building="3", room="501")), version=1
    )
    resident = services.residents.get(son)
    assert resident.address.building == "3号楼"
    assert resident.facts.dwelling_id is None, "they live where the household does"


def test_a_household_has_one_head(services):
    household, _ = services.households.add(HouseholdDraft())
    head, _ = services.residents.add(make_draft("张三", household_id=household, relation_code="02"))
    other = make_draft("李四", sequence=125, household_id=household, relation_code="02")
    with pytest.raises(InvalidInput, match=r"户主是「张三」.*更换户主"):
        services.residents.add(other)
    services.residents.add(replace(other, relation_code="12"))
    demoted = make_draft("张三", household_id=household, relation_code="12")
    with pytest.raises(InvalidInput, match="「张三」是户主"):
        services.residents.update(head, demoted, version=1)


# ---- standing -----------------------------------------------------------------------------


@pytest.fixture
def family(services):
    """Head, wife, son and daughter: ids in that order, and the household."""
    household, _ = services.households.add(HouseholdDraft(number="0007"))
    ids = [
        services.residents.add(
            make_draft(
                name,
                household_id=household,
                relation_code=code,
                documents=(make_document(birth=date(year, 1, 1), sequence=sequence),),
            )
        )[0]
        for name, code, year, sequence in (
            ("张父", "02", 1955, 11),
            ("王母", "12", 1957, 12),
            ("张子", "20", 1980, 13),
            ("张女", "30", 1985, 14),
        )
    ]
    return ids, household


def relations(services, household) -> dict[str, str | None]:
    return {m.name: m.relation_code for m in services.households.get(household).members}


def test_who_moved_out_leaves_the_list_but_keeps_the_history(services, family):
    ids, _ = family
    services.residents.move_out([ids[3]], date(2026, 11, 1), "去乌鲁木齐")
    assert names(services) == ["张父", "王母", "张子"]
    gone = services.residents.get(ids[3])
    assert (gone.status, gone.status_date) == (ResidentStatus.MOVED_OUT, date(2026, 11, 1))
    assert gone.status_note == "去乌鲁木齐"
    assert names(services, statuses=frozenset({ResidentStatus.MOVED_OUT})) == ["张女"]
    services.residents.return_here([ids[3]])
    assert names(services) == ["张父", "王母", "张子", "张女"]
    assert services.residents.get(ids[3]).status_note is None


def test_when_the_head_dies_the_next_by_the_register_leads_and_relations_follow(services, family):
    ids, household = family
    services.residents.mark_deceased(ids[0], date(2026, 11, 20))
    assert relations(services, household) == {
        "张父": "11",
        "王母": "02",
        "张子": "20",
        "张女": "30",
    }
    heads = [m.name for m in services.households.get(household).members if m.is_head]
    assert heads == ["王母"]
    services.history.undo()
    assert relations(services, household)["张父"] == "02"
    assert services.residents.get(ids[0]).status is ResidentStatus.PRESENT


def test_when_everybody_leaves_the_head_stays_on_record(services, family):
    ids, household = family
    services.residents.move_out(ids, date(2026, 11, 20))
    assert relations(services, household)["张父"] == "02"
    assert services.history.state().undo.action == "迁出居民 4 人"
    services.residents.return_here(ids)
    assert services.residents.get(ids[0]).is_head


def test_a_head_who_comes_back_to_another_head_has_no_relation_yet(services, family):
    ids, household = family
    services.residents.recycle(ids)
    new = make_draft("新户主", sequence=99, household_id=household, relation_code="02")
    services.residents.add(new)
    services.residents.restore([ids[0]])
    assert relations(services, household) == {"新户主": "02", "张父": None}


def test_the_dead_cannot_move_and_no_day_lies_ahead(services, family):
    ids, _ = family
    services.residents.mark_deceased(ids[3], date(2026, 11, 23))
    with pytest.raises(InvalidInput, match="已登记去世"):
        services.residents.move_out([ids[2], ids[3]], date(2026, 11, 23))
    assert services.residents.get(ids[2]).status is ResidentStatus.PRESENT
    with pytest.raises(InvalidInput, match="2026年11月24日」还没有到"):
        services.residents.mark_deceased(ids[0], date(2026, 11, 24))


def test_the_recycled_are_out_of_lists_counts_and_finding_but_keep_their_facts(services, family):
    ids, household = family
    facts = services.residents.get(ids[3]).facts
    services.residents.recycle([ids[3]])
    assert "张女" not in names(services)
    assert services.residents.find("张女") == []
    assert services.residents.counts().residents == 3
    assert services.residents.counts().recycled == 1
    assert "张女" not in relations(services, household)
    assert names(services, recycled=True) == ["张女"]
    assert names(services, recycled=True, text="zhangn") == ["张女"]
    services.residents.restore([ids[3]])
    assert services.residents.get(ids[3]).facts == facts
    assert [row.name for row in services.residents.find("张女")] == ["张女"]


def test_the_bin_shows_whoever_is_in_it_whatever_their_standing(services, family):
    ids, _ = family
    services.residents.move_out([ids[3]], date(2026, 11, 1))
    services.residents.recycle([ids[3]])
    assert names(services, recycled=True) == ["张女"]


# ---- looking ------------------------------------------------------------------------------


def test_lines_are_ready_to_show_and_masked(services):
    did, _ = services.dwellings.find_or_add(Address(estate="幸福小区", building="3", room="501"))
    resident_id, _ = services.residents.add(replace(FULL, dwelling_id=did))
    (row,) = services.residents.rows([resident_id])
    assert (row.name, row.sex, row.age, row.birth) == ("古丽·阿里", "女", 65, "1961-04")
    assert (row.document, row.phone) == ("E1*****78", "139****5678")
    assert (row.ethnicity, row.relation) == ("维吾尔族", "妻")
    assert row.address == "幸福小区3号楼501室"
    assert (row.skills, row.tags) == ("新疆曲子、刺绣", "独居老人")
    assert (row.floating, row.has_card, row.grid) == (True, False, "")


def test_lines_keep_the_order_asked_for_and_leave_out_who_is_gone(services, family):
    ids, _ = family
    rows = services.residents.rows([ids[2], 999, ids[0]])
    assert [row.name for row in rows] == ["张子", "张父"]


def test_any_number_of_people_can_be_asked_for_at_once(services, family):
    ids, household = family
    many = [*range(1000, 41_000), ids[0]]
    assert [row.name for row in services.residents.rows(many)] == ["张父"]
    with services.context.db.reading() as connection:
        assert households.list_of_residents(connection, many) == [household]


def test_a_household_that_nobody_lives_in_any_more_is_not_counted(services, family):
    ids, _ = family
    assert services.residents.counts().households == 1
    services.residents.move_out(ids, date(2026, 11, 1))
    assert services.residents.counts().households == 0


def _homes(services):
    """People in a walk of odd order."""
    for i, (name, place) in enumerate(
        (
            ("丁一", Address(building="10号楼", unit="1单元", room="101")),
            ("赵二", Address(building="2号楼", unit="1单元", room="1101")),
            ("单三", Address(building="2号楼", unit="1单元", room="201")),
            ("安四", None),
            ("重五", Address(building="2号楼", unit="10单元", room="101")),
        )
    ):
        born = date(1990 - i * 10, 1, 1)
        draft = make_draft(name, documents=(make_document(birth=born, sequence=i),))
        services.residents.add(draft, HomeDraft(address=place))


@pytest.mark.parametrize(
    ("sort", "descending", "expected"),
    [
        (ResidentSort.ADDRESS, False, "单三 赵二 重五 丁一 安四"),
        (ResidentSort.ADDRESS, True, "丁一 重五 赵二 单三 安四"),
        (ResidentSort.NAME, False, "安四 重五 丁一 单三 赵二"),
        (ResidentSort.BIRTH, False, "重五 安四 单三 赵二 丁一"),
        (ResidentSort.BIRTH, True, "丁一 赵二 单三 安四 重五"),
        (ResidentSort.ENTERED, True, "重五 安四 单三 赵二 丁一"),
    ],
)
def test_lists_are_sorted_as_people_walk_and_spell(services, sort, descending, expected):
    _homes(services)
    ids = services.residents.list_ids(ResidentFilter(), sort, descending=descending)
    assert [row.name for row in services.residents.rows(ids)] == expected.split()


@pytest.fixture
def various(services):
    """People who differ in everything that can be filtered by."""
    services.grids.add(GridDraft(number="1", name="第一网格", buildings=(Address(building="1"),)))
    for i, (name, facts, building) in enumerate(
        (
            ("男甲", {"politics_code": "01", "care_tags": ("低保",)}, "1"),
            ("女乙", {"ethnicity_code": "17", "skills": ("水暖",)}, "1"),
            ("男丙", {"floating": FloatingStay(origin="甘肃")}, "2"),
            ("女丁", {"skills": ("水暖", "电工")}, None),
        )
    ):
        born = date(2016 - i * 20, 11, 23 if i % 2 else 24)
        document = make_document(birth=born, sequence=i + 1)
        draft = make_draft(name, documents=(document,), **facts)
        home = HomeDraft(address=None if building is None else Address(building=building))
        services.residents.add(draft, home)
    dwelling = services.dwellings.suggest("2号楼")[0][0]
    services.dwellings.set_rental(dwelling, RentalDraft(rooms=2), version=1)


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({}, "男甲 女乙 男丙 女丁"),
        ({"grid_ids": (1,)}, "男甲 女乙"),
        ({"without_grid": True}, "男丙 女丁"),
        ({"sex": Sex.FEMALE}, "女乙 女丁"),
        ({"age_from": 10}, "女乙 男丙 女丁"),
        ({"age_from": 30}, "女乙 男丙 女丁"),
        ({"age_from": 31}, "男丙 女丁"),
        ({"age_to": 9}, "男甲"),
        ({"age_to": 30}, "男甲 女乙"),
        ({"age_from": 49, "age_to": 49}, "男丙"),
        ({"politics_codes": ("01",)}, "男甲"),
        ({"care_tags": ("低保",)}, "男甲"),
        ({"skills": ("水暖",)}, "女乙 女丁"),
        ({"skills": ("水",)}, ""),
        ({"floating": True}, "男丙"),
        ({"floating": False}, "男甲 女乙 女丁"),
        ({"rented": True}, "男丙"),
        ({"rented": False}, "男甲 女乙 女丁"),
        ({"has_card": True}, ""),
        ({"has_card": False}, "男甲 女乙 男丙 女丁"),
        ({"text": "女"}, "女乙 女丁"),
        ({"text": "女", "skills": ("电工",)}, "女丁"),
        ({"statuses": frozenset()}, ""),
    ],
)
def test_every_condition_narrows(services, various, conditions, expected):
    assert names(services, **conditions) == expected.split()


def test_ages_in_filters_and_lines_agree_for_partial_births(services):
    births = [PartialDate(1966), PartialDate(1966, 11), PartialDate(1966, 12)]
    births += [PartialDate(1966, 11, 23), PartialDate(1966, 11, 24)]
    for i, birth in enumerate(births):
        draft = ResidentDraft(name="张" + "一二三四五"[i], birth=birth)
        services.residents.add(draft)
    everybody = services.residents.rows(services.residents.list_ids(ResidentFilter()))
    for age in (58, 59, 60, 61):
        wanted = sorted(row.name for row in everybody if row.age == age)
        assert sorted(names(services, age_from=age, age_to=age)) == wanted


# ---- suggestions, revealing ---------------------------------------------------------------


def test_suggestions_offer_what_is_used_first_then_the_list(services):
    services.residents.add(ResidentDraft(name="张一", skills=("弹冬不拉",), employer="一小"))
    services.residents.add(ResidentDraft(name="张二", skills=("水暖",), employer="第一小学"))
    services.residents.add(ResidentDraft(name="张三", skills=("水暖",)))
    assert services.residents.suggestions("skills")[:2] == ["水暖", "弹冬不拉"]
    assert services.residents.suggestions("skills", "冬不拉") == ["弹冬不拉"]
    assert services.residents.suggestions("employer", "一小") == ["一小", "第一小学"]
    assert services.residents.suggestions("employer", "%") == []
    assert "电工" in services.residents.suggestions("skills", "电")


def test_revealing_is_written_into_the_audit_trail_with_the_reason(services):
    resident_id, _ = services.residents.add(make_draft("张三"))
    services.residents.reveal(resident_id, "核对低保材料")
    event = services.history.events(1)[0]
    assert (event.action, event.subject) == ("查看完整号码", f"resident/{resident_id}")
    assert event.detail == {"事由": "核对低保材料"}


def test_who_may_never_see_numbers_gets_them_masked(services):
    draft = make_draft("张三", phones=(make_phone("13812345678"),), note="女儿 13912345678")
    person, _ = services.residents.add(draft)
    seen = as_role(services, Role.READER).residents.get(person)
    assert seen.facts.phones[0].number == "138****5678"
    assert seen.facts.documents[0].number.startswith("652328********")
    assert seen.facts.note == "女儿 139****5678"
    whole = services.residents.get(person)
    assert as_role(services, Role.CLERK).residents.get(person) == whole


def test_whoever_may_change_a_person_may_ask_for_the_numbers():
    for role in Role:
        rights = rights_of(role)
        assert Right.EDIT not in rights or Right.REVEAL in rights, "or a mask would be saved"


def test_people_read_together_share_what_they_have_in_common(services):
    home = HomeDraft(address=Address(building="3号楼", room="501"), new_household=HouseholdDraft())
    first, _ = services.residents.add(make_draft("张三", sequence=1, relation_code="20"), home)
    household = services.residents.get(first).facts.household_id
    draft = make_draft("李四", sequence=2, relation_code="20", household_id=household)
    second, _ = services.residents.add(draft)

    with services.context.db.reading() as connection:
        one, other = load_residents(connection, [first, second]).values()

    assert one.address is other.address
    assert one.facts.relation_code is other.facts.relation_code
    assert one.facts.name == "张三"
    assert other.facts.name == "李四"
