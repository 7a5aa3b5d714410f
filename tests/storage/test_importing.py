"""What an import writes over what the ledger has already: it adds, and takes nothing away."""

from dataclasses import replace

import pytest
from support.people import make_draft, make_id
from support.sheets import save_xlsx

from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.party import PartyBelonging, PartyMembership
from linli.domain.residents import FloatingStay, HouseholdDraft
from linli.domain.values.addresses import Address
from linli.domain.values.dates import PartialDate

HOME = Address(building="2号楼", unit="1单元", room="301")


@pytest.fixture
def bring(services, tmp_path):
    def run(*rows, sheet="甲"):
        path = save_xlsx(tmp_path / "a.xlsx", {sheet: rows})
        source = services.imports.open(path)
        return services.imports.run(source, services.imports.plan(source))[0]

    return run


def test_a_known_person_gains_facts_lists_and_a_stay_with_their_history(services, bring):
    person, _ = services.residents.add(make_draft("张三", skills=("电工",)))

    bring(
        ("姓名", "身份证号", "特长", "民族", "来本地时间", "流入原因"),
        ("张三", make_id(), "理发", "回族", "2010-05-20", "务工"),
    )

    facts = services.residents.get(person).facts
    assert facts.skills == ("电工", "理发")
    assert facts.ethnicity_code == "03"
    assert facts.floating is not None
    assert facts.floating.reason_code == "01"
    changed = {change.field: change.after for change in services.history.of_resident(person)}
    assert changed["民族"] == "回族"


def test_a_new_person_is_entered_whole(services, bring):
    bring(
        ("姓名", "身份证号", "电话", "特长", "特殊群体", "来源地", "其他证件"),
        (
            "张三",
            make_id(),
            "13800000000、0994-4839123",
            "电工、理发",
            "残疾人",
            "醴陵市",
            "护照E12345678",
        ),
    )

    (row,) = services.residents.find("张三")
    facts = services.residents.get(row.id).facts
    assert [document.number for document in facts.documents] == [make_id(), "E12345678"]
    assert [phone.number for phone in facts.phones] == ["13800000000", "09944839123"]
    assert (facts.skills, facts.care_tags) == (("电工", "理发"), ("残疾人",))
    assert facts.floating is not None
    assert facts.floating.origin == "醴陵市"


def test_party_facts_are_added_and_a_blank_never_overwrites(services, bring):
    party = PartyMembership(branch="第一党支部", post="宣传员")
    person, _ = services.residents.add(make_draft("张三", origin_village="甲村", party=party))
    heads = ("姓名", "身份证号", "支部", "入党时间", "组织关系", "困难党员", "原村", "返迁")

    outcome = bring(
        heads,
        ("张三", make_id(), "第二党支部", "1985.7", "属地", "是", "", "是"),
        ("李四", make_id(sequence=7), "第一党支部", "", "其他", "", "乙村", ""),
    )

    facts = services.residents.get(person).facts
    assert facts.party == replace(
        party, joined=PartialDate(1985, 7), belonging=PartyBelonging.LOCAL, difficulty=True
    )
    assert (facts.origin_village, facts.returned) == ("甲村", True)
    assert [difference.label for difference in outcome.differences] == ["党支部"]
    (row,) = services.residents.find("李四")
    added = services.residents.get(row.id).facts
    assert added.party == PartyMembership(branch="第一党支部", belonging=PartyBelonging.OTHER)
    assert added.origin_village == "乙村"
    changed = {change.field: change.after for change in services.history.of_resident(person)}
    assert (changed["组织关系"], changed["返迁"]) == ("属地", "是")


def test_blanks_of_a_stay_are_filled_and_the_rest_stays(services, bring):
    stay = FloatingStay(origin="醴陵市", landlord_name="李四")
    person, _ = services.residents.add(make_draft("张三", floating=stay))

    outcome = bring(
        ("姓名", "身份证号", "来源地", "房主姓名", "来本地时间"),
        ("张三", make_id(), "", "王五", "2010-05-20"),
    )

    kept = services.residents.get(person).facts.floating
    assert (kept.origin, kept.landlord_name, kept.arrived.iso()) == ("醴陵市", "李四", "2010-05-20")
    assert [difference.label for difference in outcome.differences] == ["房主姓名"]


def test_whoever_is_in_the_recycle_bin_comes_back(services, bring):
    person, _ = services.residents.add(make_draft("张三"))
    services.residents.recycle([person])

    bring(("姓名", "身份证号", "住址"), ("张三", make_id(), ""))

    assert not services.residents.get(person).recycled


def test_a_household_without_a_place_gets_it_and_another_place_does_not_replace_it(services, bring):
    head, _ = services.residents.add(make_draft("张三"))
    household, _ = services.households.add(
        HouseholdDraft(number="01"), member_ids=[head], head_id=head
    )
    heads = ("户号", "姓名", "身份证号", "住址")

    bring(heads, ("01", "张三", make_id(), "2-1-301"))
    outcome = bring(heads, ("01", "张三", make_id(), "2-1-302"))

    assert services.households.get(household).address == HOME
    assert [(d.field, d.theirs) for d in outcome.differences] == [
        ("household_address", "2号楼1单元302室")
    ]


def test_grids_keep_their_dwellings_buildings_and_leaders(services, bring):
    grid, _ = services.grids.add(
        GridDraft(
            number="1",
            name="第一网格",
            buildings=(Address(building="2号楼"),),
            officers=(GridOfficer(role=GridRole.LEADER, name="马翊智"),),
        )
    )
    home, _ = services.dwellings.find_or_add(HOME)

    outcome = bring(
        ("网格长：郑淑威",),
        ("姓名", "身份证号", "住址"),
        ("张三", make_id(), "2-1-301"),
        ("李四", make_id(sequence=5), "8-1-301"),
        sheet="第二网格",
    )

    assert services.dwellings.get(home).grid_id == grid
    assert services.grids.get(grid).facts.officers[0].name == "马翊智"
    second = next(g for g in services.grids.list_all() if g.facts.number == "2")
    assert [building.building for building in second.facts.buildings] == ["8号楼"]
    assert second.facts.officers[0].name == "郑淑威"
    assert "第一网格" in outcome.warnings[0].message


def test_a_known_grid_gains_what_it_lacks_and_a_new_one_a_free_number(services, bring):
    first, _ = services.grids.add(GridDraft(number="1", name="第一网格"))
    home, _ = services.dwellings.find_or_add(HOME)
    leader, heads = ("网格长：郑淑威",), ("姓名", "身份证号", "住址")

    bring(leader, heads, ("张三", make_id(), "2-1-301"), sheet="第一网格")
    bring(leader, heads, ("李四", make_id(sequence=5), "8-1-301"), sheet="阳光网格")

    facts = services.grids.get(first).facts
    assert [building.building for building in facts.buildings] == ["2号楼"]
    assert [officer.name for officer in facts.officers] == ["郑淑威"]
    assert (services.dwellings.get(home).grid_id, services.dwellings.get(home).version) == (
        first,
        2,
    )
    assert {(grid.facts.number, grid.facts.name) for grid in services.grids.list_all()} == {
        ("1", "第一网格"),
        ("2", "阳光网格"),
    }


def test_a_building_of_two_grids_is_claimed_by_neither_but_each_dwelling_has_its_own(
    services, bring
):
    first, _ = services.grids.add(GridDraft(number="1", name="第一网格"))
    home, _ = services.dwellings.find_or_add(HOME)
    services.dwellings.update(home, HOME, grid_id=first, version=1)
    free, _ = services.dwellings.find_or_add(replace(HOME, room="302"))

    bring(
        ("姓名", "身份证号", "住址"),
        ("张三", make_id(), "2-1-301"),
        ("李四", make_id(sequence=5), "2-1-302"),
        sheet="第二网格",
    )

    one, two = services.grids.list_all()
    assert (one.facts.buildings, two.facts.buildings) == ((), ())
    assert services.dwellings.get(home).grid_id == one.id == first
    assert services.dwellings.get(free).grid_id == two.id
    assert services.dwellings.get(free).version == 2


def test_new_dwellings_join_the_grid_that_has_their_building(services, bring):
    grid, _ = services.grids.add(
        GridDraft(number="1", name="第一网格", buildings=(Address(building="2号楼"),))
    )

    bring(("姓名", "身份证号", "住址"), ("张三", make_id(), "2号楼1单元301室"))

    (row,) = services.residents.find("张三")
    assert services.residents.get(row.id).grid_id == grid


def test_ids_are_never_used_twice(services, bring):
    heads = ("姓名", "身份证号", "住址")
    bring(heads, ("张三", make_id(), "2-1-301"))
    (first,) = services.residents.find("张三")
    services.history.undo()

    bring(heads, ("李四", make_id(sequence=5), "2-1-301"))

    (second,) = services.residents.find("李四")
    assert second.id > first.id
    services.history.undo()
    services.history.redo()
    assert services.residents.find("李四")[0].id == second.id
