from datetime import date

import pytest
from support.people import make_draft, make_phone

from linli.domain.changes import Kind
from linli.domain.pairings import Helper, PairingDraft, PairingState
from linli.domain.residents import HomeDraft, HouseholdDraft
from linli.domain.values.addresses import Address
from linli.errors import ConflictError, InvalidInput, NotFoundError

FREE = Helper(name="王建国", post="街道干部", phone="0994-4821110")


def settle(services, name, sequence, room, **facts):
    """Add a household of one; return the person and the household."""
    home = HomeDraft(
        address=Address(building="3号楼", unit="2单元", room=room), new_household=HouseholdDraft()
    )
    draft = make_draft(name, sequence=sequence, relation_code="02", **facts)
    person, _ = services.residents.add(draft, home)
    return person, services.residents.get(person).facts.household_id


@pytest.fixture
def member(services):
    """A party member who lives at 3-2-101."""
    return settle(
        services, "李卫民", 1, "101", politics_code="01", phones=(make_phone("13909940001"),)
    )


@pytest.fixture
def family(services):
    """A household at 3-2-501."""
    return settle(services, "张桂兰", 2, "501")


def helper_of(member):
    return Helper(name="李卫民", post="楼栋长", resident_id=member[0])


def pair(services, family, helper=FREE, **facts):
    return services.pairings.add(PairingDraft(household_id=family[1], helper=helper, **facts))[0]


def test_a_pairing_says_whose_household_it_is_and_where(services, family):
    draft = PairingDraft(
        household_id=family[1], helper=FREE, since=date(2026, 3, 1), note="每月探望"
    )
    pairing_id, changes = services.pairings.add(draft)
    found = services.pairings.get(pairing_id)
    assert found.facts == draft
    assert (found.household_head, found.head_id) == ("张桂兰", family[0])
    assert found.place == "3号楼2单元501室"
    assert changes.kinds == {Kind.PAIRINGS}
    assert services.pairings.of_household(family[1]) == [found]


def test_a_helper_from_the_ledger_is_said_as_the_ledger_knows_them_today(services, member, family):
    pairing = pair(services, family, helper_of(member))
    assert services.pairings.get(pairing).facts.helper.phone == "13909940001"
    known = services.residents.get(member[0])
    changed = make_draft(
        "李为民", sequence=1, relation_code="02", politics_code="01",
        household_id=member[1], phones=(make_phone("13909940009"),),
    )  # fmt: skip
    services.residents.update(member[0], changed, version=known.version)
    helper = services.pairings.get(pairing).facts.helper
    assert (helper.name, helper.phone, helper.post) == ("李为民", "13909940009", "楼栋长")


def test_saving_what_was_read_does_not_cut_a_helper_off_from_the_ledger(services, member, family):
    pairing = pair(services, family, helper_of(member))
    read = services.pairings.get(pairing)
    assert services.pairings.update(pairing, read.facts, version=1).entry_id is None


def test_a_helpers_own_number_is_kept_beside_the_ledgers(services, member, family):
    own = Helper(name="李卫民", phone="0994-4825180", resident_id=member[0])
    pairing = pair(services, family, own)
    assert services.pairings.get(pairing).facts.helper.phone == "0994-4825180"


@pytest.mark.parametrize(
    ("facts", "field", "said"),
    [
        ({"helper": Helper(name="")}, "name", "没有填写姓名"),
        ({"helper": Helper(name="王建国", phone="12")}, "phone", "「12」"),
        ({"until": date(2026, 11, 24)}, "until", "「2026年11月24日」还没有到"),
        (
            {"since": date(2026, 5, 2), "until": date(2026, 5, 1)},
            "until",
            "「2026年5月1日」早于开始日期「2026年5月2日」",
        ),
    ],
)
def test_what_is_wrong_with_a_pairing_is_said_by_field(services, family, facts, field, said):
    draft = PairingDraft(**{"household_id": family[1], "helper": FREE, **facts})
    with pytest.raises(InvalidInput) as caught:
        services.pairings.add(draft)
    assert [problem.field for problem in caught.value.problems] == [field]
    assert said in caught.value.message


def test_nobody_helps_their_own_household_or_the_same_one_twice(services, member, family):
    with pytest.raises(InvalidInput, match="「李卫民」就是这一户的人"):
        pair(services, member, helper_of(member))
    pairing = pair(services, family, helper_of(member))
    with pytest.raises(InvalidInput, match="「李卫民」已经和这一户结对"):
        pair(services, family, helper_of(member))
    services.pairings.end(pairing, date(2026, 11, 23))
    pair(services, family, helper_of(member))


def test_an_empty_household_gets_no_helper_but_its_past_can_be_corrected(services, family):
    pairing = pair(services, family)
    services.residents.move_out([family[0]], date(2026, 11, 1))
    with pytest.raises(InvalidInput, match="没有人住在这里"):
        pair(services, family, Helper(name="赵强"))
    services.pairings.end(pairing, date(2026, 11, 1))
    assert services.pairings.list_all() == []


def test_a_helper_who_is_not_in_the_ledger_any_more_is_named(services, family):
    with pytest.raises(InvalidInput, match="不在台账里"):
        pair(services, family, Helper(name="李卫民", resident_id=99))
    with pytest.raises(NotFoundError):
        pair(services, (0, 99))


def test_ending_moves_a_pairing_to_the_past_and_undo_brings_it_back(services, family):
    pairing = pair(services, family, since=date(2026, 3, 1))
    services.pairings.end(pairing, date(2026, 11, 23))
    assert services.pairings.list_all() == []
    (past,) = services.pairings.list_all(PairingState.PAST)
    assert past.facts.until == date(2026, 11, 23)
    assert len(services.pairings.list_all(PairingState.ALL)) == 1
    services.history.undo()
    assert services.pairings.list_all()[0].id == pairing


def test_pairings_stand_in_walking_order(services, family):
    later = settle(services, "赵六", 3, "502")
    first = settle(services, "钱七", 4, "102")
    for each in (later, family, first):
        pair(services, each)
    places = [pairing.place for pairing in services.pairings.list_all()]
    assert places == ["3号楼2单元102室", "3号楼2单元501室", "3号楼2单元502室"]


def test_party_members_who_live_here_are_candidates(services, member, family):
    probationary = settle(services, "周宁", 5, "301", politics_code="02")
    gone = settle(services, "吴远", 6, "302", politics_code="01")
    settle(services, "郑青", 7, "303", politics_code="03")
    services.residents.move_out([gone[0]], date(2026, 11, 1))
    found = [(c.resident_id, c.politics, c.place) for c in services.pairings.candidates()]
    assert found == [
        (member[0], "中共党员", "3号楼2单元101室"),
        (probationary[0], "中共预备党员", "3号楼2单元301室"),
    ]


def test_a_change_made_meanwhile_is_not_overwritten(services, family):
    pairing = pair(services, family)
    draft = PairingDraft(household_id=family[1], helper=FREE, note="改")
    services.pairings.update(pairing, draft, version=1)
    with pytest.raises(ConflictError):
        services.pairings.update(pairing, draft, version=1)


def test_pairings_go_along_when_households_join(services, family):
    pairing = pair(services, family)
    other = settle(services, "赵六", 3, "502")
    services.households.join(family[1], other[1], {family[0]: "51"})
    found = services.pairings.get(pairing)
    assert (found.facts.household_id, found.household_head) == (other[1], "赵六")
    with pytest.raises(NotFoundError):
        services.households.get(family[1])
    services.history.undo()
    assert services.pairings.get(pairing).facts.household_id == family[1]


def test_a_household_is_kept_as_long_as_a_pairing_names_it(services, family):
    pairing = pair(services, family)
    other = settle(services, "赵六", 3, "502")
    services.households.move_member(family[0], other[1], "51")
    assert services.pairings.get(pairing).household_head == ""
    assert services.pairings.get(pairing).head_id is None
    services.pairings.remove(pairing)
    with pytest.raises(NotFoundError):
        services.households.get(family[1])
    services.history.undo()
    assert services.pairings.get(pairing).facts.household_id == family[1]


def test_a_pairing_that_goes_to_another_household_frees_an_empty_one(services, family):
    pairing = pair(services, family)
    other = settle(services, "赵六", 3, "502")
    services.households.move_member(family[0], other[1], "51")
    moved = PairingDraft(household_id=other[1], helper=FREE)
    services.pairings.update(pairing, moved, version=1)
    with pytest.raises(NotFoundError):
        services.households.get(family[1])
