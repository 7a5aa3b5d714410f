import json

from support.people import make_draft

from linli.domain.communities import CommunityDraft
from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.residents import HomeDraft, HouseholdDraft
from linli.domain.values.addresses import Address

LEADER = GridOfficer(role=GridRole.LEADER, name="王建国", phone="13909940001")


def fill(services):
    buildings = (Address(building="3号楼"), Address(building="4号楼", unit="2单元"))
    services.grids.add(
        GridDraft(number="1", name="第一网格", buildings=buildings, officers=(LEADER,))
    )
    for sequence, building in enumerate(("3号楼", "9号楼")):
        home = HomeDraft(
            address=Address(building=building, room="101"), new_household=HouseholdDraft()
        )
        services.residents.add(make_draft("张" + "甲乙"[sequence], sequence=sequence), home)


def test_a_ledger_without_grids_says_what_to_do(ledger):
    assert ledger.run("grids") == 0
    assert ledger.out == "还没有网格，请先在窗口的“网格”页里新增。\n"


def test_grids_are_listed_with_figures_and_masked_phones(ledger, services):
    fill(services)
    assert ledger.run("grids") == 0
    assert "3号楼、4号楼2单元" in ledger.out
    assert "网格长 王建国" in ledger.out
    assert "13909940001" not in ledger.out
    assert "共 1 个网格，还有 1 处住所没有划入网格。" in ledger.out
    assert "社区" not in ledger.out, "one community needs no column"


def test_json_holds_the_tree_with_figures(ledger, services):
    fill(services)
    services.communities.add(CommunityDraft(name="东河社区"))
    assert ledger.run("grids", "--json") == 0
    answer = json.loads(ledger.out)
    own, other = answer["communities"]
    (grid,) = own["grids"]
    assert (own["name"], other["name"], other["grids"]) == ("西河社区", "东河社区", [])
    assert (grid["number"], grid["households"], grid["residents"]) == ("1", 1, 1)
    assert grid["places"][0] == {
        "name": "3号楼",
        "dwellings": 1,
        "households": 1,
        "residents": 1,
    }
    (officer,) = grid["officers"]
    assert (officer["post"], officer["name"]) == ("网格长", "王建国")
    assert "*" in officer["phone"]
    assert (answer["unassigned"], answer["twice"]) == (1, 0)
