"""Merging two records that would have twice what a person has once: bed, benefit, neighbour."""

from datetime import date

import pytest
from support.merging import everything

from linli.domain.beds import BedRange, StayDraft
from linli.domain.entitlements import EntitlementDraft, EntitlementFilter
from linli.domain.neighbours import NeighbourDraft, NeighbourFilter
from linli.domain.residents import ResidentDraft
from linli.errors import UserError

TODAY = date(2026, 11, 23)


@pytest.fixture
def people(services):
    """Two records of one man, and somebody else."""
    names = ("王伟", "王玮", "赵丽")
    return [services.residents.add(ResidentDraft(name=name))[0] for name in names]


@pytest.fixture
def beds(services):
    rooms = BedRange(facility="敬老中心", rooms="101", per_room=2)
    return services.beds.add_many(rooms)[0]


def admit(services, bed, person):
    name = services.residents.get(person).facts.name
    services.beds.admit(
        StayDraft(bed_id=bed, resident_id=person, name=name, since=date(2026, 1, 5))
    )


def grant(services, person, kind="01", **facts):
    return services.entitlements.add(EntitlementDraft(resident_id=person, kind_code=kind, **facts))[
        0
    ]


def pair(services, person, other, **facts):
    name = services.residents.get(other).facts.name
    draft = NeighbourDraft(resident_id=person, neighbour_id=other, name=name, **facts)
    return services.neighbours.add(draft)[0]


def kinds(services, person):
    found = services.entitlements.list_all(EntitlementFilter(resident_id=person, running=True))
    return [(item.id, item.facts.kind_code) for item in found]


def pairs(services):
    found = services.neighbours.list_all(NeighbourFilter())
    return sorted((each.facts.resident_id, each.facts.neighbour_id) for each in found)


def told(services, kept, gone, label):
    found = services.doubles.compare(kept, gone).attachments
    return [(each.moves, each.reason) for each in found if each.label.startswith(label)]


def test_two_who_have_a_bed_each_are_not_merged_until_one_is_left(services, people, beds):
    kept, gone, _ = people
    admit(services, beds[0], kept)
    admit(services, beds[1], gone)
    assert told(services, kept, gone, "床位") == [(False, "另外还住着一张床，要先办离开才能合并")]
    before = everything(services)
    with pytest.raises(UserError, match=r"「王伟」住在敬老中心 101室 1床.*101室 2床.*办“离开”"):
        services.doubles.merge(kept, gone)
    assert everything(services) == before
    services.beds.leave(beds[0], TODAY)
    services.doubles.merge(kept, gone)
    (bed,) = services.beds.of_resident(kept)
    assert bed.id == beds[1]


def test_only_bed_goes_along_and_comes_back(services, people, beds):
    kept, gone, _ = people
    admit(services, beds[0], gone)
    merge, _ = services.doubles.merge(kept, gone)
    assert [bed.id for bed in services.beds.of_resident(kept)] == [beds[0]]
    services.doubles.unmerge(merge)
    assert [bed.id for bed in services.beds.of_resident(gone)] == [beds[0]]


def test_benefit_that_the_kept_record_gets_stays_with_the_other(services, people):
    kept, gone, _ = people
    own = grant(services, kept)
    theirs = grant(services, gone)
    moving = [grant(services, gone, "99"), grant(services, gone, "04")]
    ended = grant(services, gone, "01", until=date(2026, 3, 1))
    grant(services, kept, "99")
    before = everything(services)
    reasons = told(services, kept, gone, "救助")
    assert [moves for moves, _ in reasons].count(False) == 1
    merge, _ = services.doubles.merge(kept, gone)
    assert len(kinds(services, kept)) == 4
    assert [number for number, kind in kinds(services, kept) if kind == "01"] == [own]
    every = services.entitlements.list_all(EntitlementFilter(resident_id=kept))
    assert {*moving, ended} < {item.id for item in every}
    services.doubles.unmerge(merge)
    assert everything(services) == before
    assert theirs in {number for number, _ in kinds(services, gone)}


def test_pair_of_the_two_themselves_is_dropped_and_comes_back(services, people):
    kept, gone, other = people
    pair(services, kept, gone)
    pair(services, gone, kept, until=date(2026, 3, 1))
    pair(services, gone, other)
    before = everything(services)
    assert [moves for moves, _ in told(services, kept, gone, "邻里")] == [False, True, False]
    merge, _ = services.doubles.merge(kept, gone)
    assert pairs(services) == [(kept, other)]
    services.doubles.unmerge(merge)
    assert everything(services) == before


@pytest.mark.parametrize("looks_after", [True, False])
def test_pair_that_both_records_have_is_there_once(services, people, looks_after):
    kept, gone, other = people
    for each in (kept, gone):
        pair(services, *((other, each) if looks_after else (each, other)))
    before = everything(services)
    merge, _ = services.doubles.merge(kept, gone)
    assert pairs(services) == [(other, kept) if looks_after else (kept, other)]
    services.doubles.unmerge(merge)
    assert everything(services) == before


def test_ended_pair_goes_along_beside_one_that_goes_on(services, people):
    kept, gone, other = people
    pair(services, kept, other)
    pair(services, gone, other, until=date(2026, 3, 1))
    services.doubles.merge(kept, gone)
    assert pairs(services) == [(kept, other)] * 2


def test_one_neighbour_is_called_first_after_a_merge(services, people):
    kept, gone, other = people
    last = services.residents.add(ResidentDraft(name="钱进"))[0]
    first = pair(services, kept, other, call_first=True)
    second = pair(services, gone, last, call_first=True)
    before = everything(services)
    merge, _ = services.doubles.merge(kept, gone)
    found = services.neighbours.list_all(NeighbourFilter(resident_id=kept))
    assert {item.id: item.facts.call_first for item in found} == {first: True, second: False}
    services.doubles.unmerge(merge)
    assert everything(services) == before
