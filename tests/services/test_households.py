from datetime import date

import pytest
from support.people import make_document, make_draft

from linli.domain.residents import HomeDraft, HouseholdDraft, HouseholdKind, ResidentFilter
from linli.domain.values.addresses import Address
from linli.errors import ConflictError, InvalidInput, NotFoundError
from linli.storage.schema import CardRecord

HOME = Address(building="3号楼", unit="2单元", room="501")
OTHER = Address(building="9号楼", unit="1单元", room="102")


@pytest.fixture
def person(services):
    """Makes people with numbers of their own."""
    sequences = iter(range(1, 900))

    def make(name, *, born=1970, household=None, relation=None, sequence=None):
        document = make_document(birth=date(born, 1, 1), sequence=sequence or next(sequences))
        draft = make_draft(
            name, documents=(document,), household_id=household, relation_code=relation
        )
        return services.residents.add(draft)[0]

    return make


@pytest.fixture
def family(services, person):
    """Household 0007 of head, wife, son, his wife and grandson; returns its id and theirs."""
    dwelling, _ = services.dwellings.find_or_add(HOME)
    draft = HouseholdDraft(number="0007", dwelling_id=dwelling)
    household, _ = services.households.add(draft)
    ids = [
        person(name, born=born, household=household, relation=code, sequence=sequence)
        for name, born, code, sequence in (
            ("张父", 1950, "02", 901),
            ("王母", 1952, "12", 902),
            ("张子", 1975, "20", 903),
            ("赵媳", 1977, "38", 904),
            ("张孙", 2010, "41", 905),
        )
    ]
    return household, ids


def relations(services, household):
    return {m.name: m.relation_code for m in services.households.get(household).members}


def give_card(services, household):
    with services.context.writing("发卡") as work:
        work.session.add(CardRecord(number="0000018", kind="resident", household_id=household))


def exists(services, household):
    try:
        services.households.get(household)
    except NotFoundError:
        return False
    return True


def test_members_stand_in_the_order_of_the_register(services, family):
    household, _ = family
    found = services.households.get(household)
    assert [m.name for m in found.members] == ["张父", "王母", "张子", "赵媳", "张孙"]
    assert (found.facts.number, found.address, found.card_numbers) == ("0007", HOME, ())


def test_a_household_is_found_by_member_number_or_address(services, family):
    household, _ = family
    for text in ("张孙", "0007", "3-2-501", "zhangf"):
        assert [each.id for each in services.households.find(text)] == [household]
    assert services.households.find("李") == []


def test_a_new_household_takes_members_with_their_relations(services, family):
    old, ids = family
    new, _ = services.households.add(HouseholdDraft(number="0008"), [ids[3], ids[2]], ids[2])
    assert relations(services, new) == {"张子": "02", "赵媳": None}
    assert relations(services, old) == {"张父": "02", "王母": "12", "张孙": "41"}


def test_a_household_number_is_used_once(services, family):
    household, _ = family
    for draft in (HouseholdDraft(number="0007"), HouseholdDraft(number=" 0007 ")):
        with pytest.raises(InvalidInput, match="「0007」已经用过"):
            services.households.add(draft)
    services.households.update(household, HouseholdDraft(number="0007", note="甲"), version=1)
    assert services.households.get(household).facts.note == "甲"


def test_an_update_keeps_what_another_changed_meanwhile(services, family):
    household, _ = family
    draft = HouseholdDraft(number="0007", kind=HouseholdKind.COLLECTIVE)
    services.households.update(household, draft, version=1)
    with pytest.raises(ConflictError):
        services.households.update(household, HouseholdDraft(), version=1)


def test_moving_a_household_moves_its_members_in_lists_and_finding(services, family):
    household, ids = family
    dwelling, _ = services.dwellings.find_or_add(OTHER)
    services.households.move_to(household, dwelling)
    assert services.residents.get(ids[4]).address == OTHER
    assert services.residents.find("3-2-501") == []
    assert len(services.residents.find("9-1-102")) == 5
    services.history.undo()
    assert len(services.residents.find("3-2-501")) == 5
    assert services.residents.get(ids[4]).address == HOME


def test_splitting_keeps_the_old_household_and_tells_relations_to_the_new_head(services, family):
    old, ids = family
    give_card(services, old)
    new, _ = services.households.split(
        old, ids[2:], HouseholdDraft(number="0008"), ids[2], address=OTHER
    )
    assert relations(services, old) == {"张父": "02", "王母": "12"}
    assert relations(services, new)["张子"] == "02"
    assert services.households.get(new).address == OTHER
    assert services.households.get(old).card_numbers == ("0000018",)
    assert services.households.get(new).card_numbers == ()
    services.history.undo()
    assert not exists(services, new)
    assert relations(services, old)["张子"] == "20"


def test_when_the_head_splits_off_who_stays_gets_the_next_head(services, family):
    old, ids = family
    new, _ = services.households.split(old, ids[:2], HouseholdDraft(), ids[0])
    assert relations(services, new) == {"张父": "02", "王母": "12"}
    assert relations(services, old)["张子"] == "02"
    heads = [m.name for m in services.households.get(old).members if m.is_head]
    assert heads == ["张子"]


def test_a_split_that_makes_no_sense_is_refused(services, family, person):
    household, ids = family
    stranger = person("李四")
    for members, head, words in (
        (ids, ids[0], "至少要留下一人"),
        ([ids[1], stranger], ids[1], "不是这一户的成员"),
        (ids[2:], ids[0], "户主必须是这一户的成员"),
    ):
        with pytest.raises(InvalidInput, match=words):
            services.households.split(household, members, HouseholdDraft(), head)
    assert len(services.households.get(household).members) == 5


def test_joining_brings_all_members_over_and_dissolves_the_empty_household(
    services, family, person
):
    target, _ = family
    source, _ = services.households.add(HouseholdDraft(number="0009"))
    head = person("钱奶奶", born=1930, household=source, relation="02")
    other = person("钱妹", born=1935, household=source, relation="77")
    services.households.join(source, target, {head: "56"})
    assert relations(services, target)["钱奶奶"] == "56"
    assert relations(services, target)["钱妹"] is None
    assert not exists(services, source)
    services.history.undo()
    assert relations(services, source) == {"钱奶奶": "02", "钱妹": "77"}
    assert services.residents.get(other).facts.household_id == source


def test_a_joined_household_with_a_card_stays_with_its_number(services, family, person):
    target, _ = family
    source, _ = services.households.add(HouseholdDraft(number="0009"))
    head = person("钱奶奶", household=source, relation="02")
    give_card(services, source)
    services.households.join(source, target, {head: "97"})
    assert services.households.get(source).members == ()
    assert services.households.get(source).card_numbers == ("0000018",)


def test_joining_never_makes_a_second_head(services, family, person):
    target, _ = family
    source, _ = services.households.add(HouseholdDraft())
    head = person("钱奶奶", household=source, relation="02")
    with pytest.raises(InvalidInput, match="户主是「张父」"):
        services.households.join(source, target, {head: "02"})
    with pytest.raises(InvalidInput, match="并入它自己"):
        services.households.join(target, target, {})
    assert exists(services, source)


def test_a_new_head_is_chosen_and_the_others_are_called_anew(services, family):
    household, ids = family
    services.households.set_head(household, ids[2])
    assert relations(services, household) == {
        "张子": "02",
        "张父": "51",
        "王母": "52",
        "赵媳": None,
        "张孙": None,
    }


def test_only_a_member_who_lives_here_can_become_head(services, family, person):
    household, ids = family
    stranger = person("李四")
    services.residents.move_out([ids[2]], date(2026, 11, 1))
    for wrong in (stranger, ids[2]):
        with pytest.raises(InvalidInput, match="在住的成员"):
            services.households.set_head(household, wrong)


def test_who_leaves_a_household_goes_on_living_there(services, family):
    _, ids = family
    services.households.move_member(ids[4], None, None)
    resident = services.residents.get(ids[4])
    assert (resident.facts.household_id, resident.facts.relation_code) == (None, None)
    assert resident.address == HOME


def test_a_relation_is_corrected_but_the_head_is_not_talked_away(services, family):
    household, ids = family
    services.households.move_member(ids[4], household, "43")
    assert relations(services, household)["张孙"] == "43"
    with pytest.raises(InvalidInput, match="「张父」是户主"):
        services.households.move_member(ids[0], household, "51")
    with pytest.raises(InvalidInput, match="一户只能有一位户主"):
        services.households.move_member(ids[1], household, "02")


def test_the_last_member_leaving_dissolves_a_household_without_card(services, person):
    for card in (False, True):
        household, _ = services.households.add(HouseholdDraft())
        only = person("孙一", household=household, relation="02")
        if card:
            give_card(services, household)
        services.households.move_member(only, None, None)
        assert exists(services, household) is card


def test_a_household_whose_members_moved_away_keeps_its_history(services, person):
    household, _ = services.households.add(HouseholdDraft())
    only = person("孙一", household=household, relation="02")
    services.residents.move_out([only], date(2026, 11, 1))
    services.households.remove_if_empty(household)
    assert exists(services, household)
    assert [m.name for m in services.households.get(household).members] == ["孙一"]


def test_a_form_that_moves_the_head_to_a_new_household_leaves_the_old_one_in_order(
    services, family
):
    household, ids = family
    facts = services.residents.get(ids[0]).facts
    home = HomeDraft(address=OTHER, new_household=HouseholdDraft(number="0010"))
    services.residents.update(ids[0], facts, home, version=1)
    assert relations(services, household)["王母"] == "02"
    assert services.residents.get(ids[0]).household_number == "0010"
    ids_there = services.residents.list_ids(ResidentFilter(text="9-1-102"))
    assert list(ids_there) == [ids[0]]
