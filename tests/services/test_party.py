"""Party members: each way of counting comes to the total, nobody is left out."""

import pytest
from support.cards import page_texts
from support.people import make_draft, make_phone

from linli.domain.party import PartyBelonging, PartyManagement, PartyMembership
from linli.domain.party_lists import PartyList, belonging_equation, management_equation
from linli.domain.values.dates import PartialDate

DIRECT, ENTRUST = PartyManagement.DIRECT, PartyManagement.ENTRUST
LOCAL, OTHER = PartyBelonging.LOCAL, PartyBelonging.OTHER

MEMBERS = (
    ("甲一", "01", PartyMembership(branch="第一党支部", management=DIRECT, belonging=LOCAL)),
    ("甲二", "02", PartyMembership(branch="第一党支部", management=DIRECT, difficulty=True)),
    (
        "乙一",
        "01",
        PartyMembership(
            branch="第二党支部",
            management=ENTRUST,
            belonging=OTHER,
            home_organisation="县供销社党支部",
            certificate="流-018",
            registered=PartialDate(2026, 3, 2),
        ),
    ),
    ("丙一", "01", None),
    ("丁一", "13", PartyMembership(branch="第一党支部")),
    ("戊一", "13", None),
)


@pytest.fixture
def people(services):
    """Return the ids of `MEMBERS` by name."""
    return {
        name: services.residents.add(
            make_draft(
                name,
                sequence=101 + 2 * number,
                politics_code=politics,
                party=party,
                phones=(make_phone(f"1380000000{number}"),),
            )
        )[0]
        for number, (name, politics, party) in enumerate(MEMBERS)
    }


def names(services, which, branch=None):
    return [member.person.name for member in services.party.members(which, branch)]


def test_sums_close_each_way(services, people):
    sums = services.party.sums()
    assert sums.closes
    assert management_equation(sums) == "直管 2 + 协管 0 + 托管 1 + 未定 1 = 党员总数 4"
    assert belonging_equation(sums) == "属地 1 + 其他 1 + 未定 2 = 党员总数 4"
    assert sums.branches == {None: 1, "第一党支部": 2, "第二党支部": 1}
    assert (sums.without_facts, sums.without_politics) == (1, 1)


def test_who_left_is_no_longer_counted(services, people):
    services.residents.move_out([people["甲一"]], services.context.clock().date())
    services.residents.recycle([people["丙一"]])
    sums = services.party.sums()
    assert (sums.total, sums.closes) == (2, True)


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        (PartyList.ALL, ["甲一", "甲二", "乙一", "丙一"]),
        (PartyList.DIRECT, ["甲一", "甲二"]),
        (PartyList.ASSIST, []),
        (PartyList.ENTRUST, ["乙一"]),
        (PartyList.FLOATING, ["乙一"]),
        (PartyList.DIFFICULTY, ["甲二"]),
        (PartyList.UNDECIDED, ["甲二", "丙一"]),
        (PartyList.WITHOUT_FACTS, ["丙一"]),
        (PartyList.WITHOUT_POLITICS, ["丁一"]),
    ],
)
def test_lists_name_their_people(services, people, which, expected):
    assert names(services, which) == expected
    assert services.party.count(which) == len(expected)


def test_branch_narrows_a_list(services, people):
    assert names(services, PartyList.ALL, "第一党支部") == ["甲一", "甲二"]
    assert names(services, PartyList.ALL, "") == ["丙一"]


def test_register_says_the_equations_and_masks_phones_unless_revealed(services, people):
    masked = services.party.register(PartyList.ALL, "党员名册")
    text = "".join(page_texts(services.registers.pdf(masked, across=True)))
    for said in ("第一党支部", "没有登记支部", "党员总数 4", "138****0000"):
        assert said.replace(" ", "") in text.replace(" ", "")
    full = services.party.register(PartyList.ALL, "党员名册", revealed=True)
    services.registers.pdf(full, across=True, reason="联系本人")
    cells = [cell for group in full.groups for row in group.rows for cell in row]
    assert "13800000000" in cells
    assert services.history.events(1)[0].detail["用途"] == "联系本人"


def test_floating_members_have_a_register_of_their_own(services, people):
    register = services.party.register(PartyList.FLOATING, "流动党员登记册")
    (row,) = register.groups[0].rows
    assert row[4:7] == ("流-018", "2026-03-02", "县供销社党支部")
    services.registers.pdf(register, across=True)
