"""Who takes part in a case: parties out of the ledger, and mediators who stand too near."""

from dataclasses import replace

import pytest
from support.cases import DRAFT, accepted
from support.homes import settle
from support.people import make_draft, make_id, make_phone
from support.roles import as_role

from linli.domain.accounts import Role
from linli.domain.cases import CaseDraft, Mediator, Party, Side
from linli.domain.neighbours import NeighbourDraft
from linli.domain.organisations import Leader, OrganisationDraft
from linli.domain.values.addresses import Address
from linli.errors import NotAllowedError, NotFoundError
from linli.services.container import Services

ROOM = Address(estate="西河新村", building="3栋", unit="2单元", room="501室")


def draft(party: Party, mediator: Mediator) -> CaseDraft:
    return replace(DRAFT, parties=(party,), mediators=(mediator,))


@pytest.fixture
def family(services: Services) -> tuple[int, int]:
    """Two of one household, the first with a phone."""
    (first,) = settle(services, [("赵明", ROOM)])
    person = services.residents.get(first)
    facts = replace(person.facts, phones=(make_phone("13900002222"),))
    services.residents.update(first, facts, version=person.version)
    household = services.residents.get(first).facts.household_id
    second, _ = services.residents.add(
        make_draft("孙丽", sequence=8, household_id=household, relation_code="10")
    )
    return first, second


def test_a_mediator_of_the_same_household_is_named(
    services: Services, family: tuple[int, int]
) -> None:
    first, second = family
    party = services.cases.party_of_resident(second)
    linked = Mediator(name="赵明", resident_id=first)
    (said,) = services.cases.conflicts(draft(party, linked))
    assert "调解员「赵明」和当事人「孙丽」是同一户的人" in said


def test_a_mediator_is_known_by_name_and_phone(services: Services, family: tuple[int, int]) -> None:
    party = services.cases.party_of_resident(family[1])
    by_phone = Mediator(name="赵明", phone="139 0000 2222")
    assert "同一户" in services.cases.conflicts(draft(party, by_phone))[0]
    assert services.cases.conflicts(draft(party, Mediator(name="赵明"))) == []


def test_a_party_is_known_by_the_number_of_the_card(
    services: Services, family: tuple[int, int]
) -> None:
    number = make_id(sequence=8)
    party = Party(side=Side.APPLICANT, name="孙丽", id_number=number)
    linked = Mediator(name="赵明", resident_id=family[0])
    assert "同一户" in services.cases.conflicts(draft(party, linked))[0]


def test_the_same_address_is_seen_of_who_is_no_resident(
    services: Services, family: tuple[int, int]
) -> None:
    party = Party(side=Side.APPLICANT, name="钱多", address="西河新村3栋2单元501室")
    linked = Mediator(name="赵明", resident_id=family[0])
    assert "住在同一个地址" in services.cases.conflicts(draft(party, linked))[0]


def test_a_neighbour_who_looks_after_the_party_is_named(services: Services) -> None:
    helper, helped = (
        services.residents.add(make_draft(name, sequence=place))[0]
        for place, name in enumerate(("李守", "周望"))
    )
    services.neighbours.add(NeighbourDraft(resident_id=helped, name="李守", neighbour_id=helper))
    party = services.cases.party_of_resident(helped)
    (said,) = services.cases.conflicts(draft(party, Mediator(name="李守", resident_id=helper)))
    assert "是对方的守望邻居" in said
    other = services.cases.party_of_resident(helper)
    (said,) = services.cases.conflicts(draft(other, Mediator(name="周望", resident_id=helped)))
    assert "由对方守望照看" in said


def test_an_organisation_comes_with_who_leads_it_today(services: Services) -> None:
    leader = Leader(name="钱大成", post="经理")
    found, _ = services.organisations.add(
        OrganisationDraft(name="安居物业", kind_code="01", address="西河路8号", leaders=(leader,))
    )
    party = services.cases.party_of_organisation(found)
    assert (party.representative, party.representative_post) == ("钱大成", "经理")
    assert (party.is_organisation, party.organisation_id) == (True, found)
    nobody = replace(party, representative=None)
    (said,) = services.cases.conflicts(draft(nobody, Mediator(name="钱大成")))
    assert "是当事人「安居物业」的负责人" in said


def test_who_is_gone_is_no_party(services: Services) -> None:
    with pytest.raises(NotFoundError):
        services.cases.party_of_resident(77)
    with pytest.raises(NotFoundError):
        services.cases.party_of_organisation(77)


def test_showing_numbers_in_full_is_in_the_trail(services: Services) -> None:
    case = accepted(services)
    services.cases.reveal(case.id, "核对身份")
    event = services.history.events(1)[0]
    assert event.action == "查看完整号码"
    assert event.detail["事由"] == "核对身份"
    with pytest.raises(NotAllowedError):
        as_role(services, Role.READER).cases.reveal(case.id, "看看")


def test_what_was_used_is_offered_again(services: Services) -> None:
    accepted(services)
    assert services.cases.suggestions("mediator") == ["王芳", "马力"]
    assert services.cases.suggestions("place", "新村") == ["西河新村3栋2单元"]
    assert services.cases.suggestions("court") == []
