"""Whether a mediator stands too near a party (利益关系): warnings, nothing is refused for them.

Row 46 of the hall's wishes: a mediator and a party of one household. Beside it: the same person, an
agent, the same address, and what the ledger itself says of two people.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from linli.domain.cases import CaseDraft, Mediator, Party
from linli.domain.contact_rules import same_phone
from linli.domain.values.addresses import Address, address_text
from linli.domain.values.text import squeeze

_ADVICE = "，请另选调解员，或者先征得各方当事人同意。"


@dataclass(frozen=True, kw_only=True)
class Home:
    """Where a resident belongs and lives."""

    household_id: int | None = None
    dwelling_id: int | None = None
    address: Address | None = None


@dataclass(frozen=True, kw_only=True)
class KnownPeople:
    """What the ledger knows of the people of a case.

    Attributes:
        mediators: the resident that each mediator is, by the mediator's place in the draft.
        parties: the resident that each party is, by the party's place.
        homes: where residents belong and live.
        ties: what is recorded between a mediator and a party, by their resident ids.
        leaders: who leads an organisation, by its id.
    """

    mediators: Mapping[int, int] = field(default_factory=dict)
    parties: Mapping[int, int] = field(default_factory=dict)
    homes: Mapping[int, Home] = field(default_factory=dict)
    ties: Mapping[tuple[int, int], str] = field(default_factory=dict)
    leaders: Mapping[int, Sequence[str]] = field(default_factory=dict)


def conflicts(draft: CaseDraft, known: KnownPeople) -> list[str]:
    """Return a sentence for each mediator who stands too near a party, the nearest reason only."""
    found = []
    for place, mediator in enumerate(draft.mediators):
        if not mediator.name:
            continue
        own = known.mediators.get(place)
        for number, party in enumerate(draft.parties):
            reasons = _reasons(mediator, own, party, known.parties.get(number), known)
            if said := next(reasons, None):
                found.append(f"调解员「{mediator.name}」{said}{_ADVICE}")
    return found


def _reasons(
    mediator: Mediator, own: int | None, party: Party, other: int | None, known: KnownPeople
) -> Iterator[str]:
    named = f"当事人「{party.name}」"
    if own is not None and own == other:
        yield f"就是{named}本人"
    if not party.is_organisation and mediator.name == party.name:
        if mediator.phone and party.phone and same_phone(mediator.phone, party.phone):
            yield f"就是{named}本人"
        if own is None or other is None:
            yield f"和{named}同名，如果是同一个人"
    if party.agent is not None and party.agent.name == mediator.name:
        yield f"是{named}的委托代理人"
    if party.is_organisation:
        leaders = known.leaders.get(party.organisation_id or 0, ())
        if mediator.name == party.representative or mediator.name in leaders:
            yield f"是{named}的负责人"
    yield from _at_home(own, party, other, known)


def _at_home(own: int | None, party: Party, other: int | None, known: KnownPeople) -> Iterator[str]:
    named = f"当事人「{party.name}」"
    home = known.homes.get(own) if own is not None else None
    theirs = known.homes.get(other) if other is not None else None
    if home is not None and theirs is not None:
        if home.household_id is not None and home.household_id == theirs.household_id:
            yield f"和{named}是同一户的人"
        if home.dwelling_id is not None and home.dwelling_id == theirs.dwelling_id:
            yield f"和{named}住在同一处"
    if home is not None and party.address and _is_at(home.address, party.address):
        yield f"和{named}住在同一个地址"
    if own is not None and other is not None and (own, other) in known.ties:
        yield f"和{named}有关系（{known.ties[own, other]}）"


def _is_at(address: Address | None, written: str) -> bool:
    """Whether an address as it was typed is a dwelling's, down to its room."""
    if address is None or not address.room:
        return False
    return squeeze(address_text(address)) == squeeze(written)
