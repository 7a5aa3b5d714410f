"""What an import writes over what the ledger has already: it adds, and takes nothing away."""

import pytest
from support.people import make_draft, make_id
from support.sheets import save_xlsx

from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.residents import FloatingStay, HouseholdDraft
from linli.domain.values.addresses import Address

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
