"""What each row of a workbook changes in the ledger.

Nothing here touches the ledger: storage hands in what it knows and carries out the result, so that
a dry run and a run decide alike.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from linli.domain.grids import grid_key
from linli.domain.imported import (
    ImportBatch,
    ImportedHousehold,
    ImportedPerson,
    ImportedRental,
)
from linli.domain.imports import Decisions, RowRef, RowWarning
from linli.domain.labels import STATUS
from linli.domain.matching import (
    Joined,
    JoinedHousehold,
    JoinedPerson,
    JoinedRental,
    Known,
    KnownHousehold,
    PeopleMatcher,
)
from linli.domain.merging import Comparison, merge_person, merge_rental, same_tenant
from linli.domain.relations import HEAD_CODE
from linli.domain.residents import RentalDraft, Resident, ResidentStatus
from linli.domain.values.addresses import Address, address_key, address_text


def join(batch: ImportBatch, known: Known, decisions: Decisions) -> Joined:
    """Decide what each row of a batch comes to."""
    result = Joined(problems=list(batch.problems), warnings=list(batch.warnings))
    matched = PeopleMatcher(batch, known, result).match()
    _join_households(batch, known, matched, decisions, result)
    for said, person in zip(batch.people, matched, strict=True):
        if person is not None:
            _merge(said, person, decisions, result)
    _join_rentals(batch.rentals, known, decisions, result)
    result.warnings += _grid_warnings(batch, known)
    return result


def _grid_warnings(batch: ImportBatch, known: Known) -> Iterator[RowWarning]:
    """Yield where the workbook counts a known dwelling to another grid; ours stays."""
    said: dict[str, tuple[RowRef, Address, str]] = {}
    for at, address, grid in batch.places() if known.dwellings else ():
        key = address_key(address)
        if grid is not None and key in known.dwellings:
            said.setdefault(key, (at, address, grid))
    for key, (at, address, grid) in said.items():
        ours = known.dwellings[key].grid
        if ours is not None and grid_key(ours) != grid_key(grid):
            message = f"这处住所登记在「{ours}」，台账写的是「{grid}」，没有改动。"
            yield RowWarning(at=at, name=address_text(address), message=message)


# ---- households ---------------------------------------------------------------------------


def qualified_number(household: ImportedHousehold) -> str:
    """Return a number together with its grid, for where another household has the number."""
    return f"{household.grid or household.at.sheet}-{household.number}"


def _join_households(
    batch: ImportBatch,
    known: Known,
    matched: Iterable[JoinedPerson | None],
    decisions: Decisions,
    result: Joined,
) -> None:
    by_number = {household.number: household for household in known.households}
    by_id = {household.id: household for household in known.households}
    homes: dict[int, list[int]] = {}
    for said, person in zip(batch.people, matched, strict=True):
        home = None if person is None or person.known is None else person.known.facts.household_id
        if said.household is not None and home is not None:
            first = said.draft.relation_code == HEAD_CODE
            homes.setdefault(said.household, []).insert(0 if first else 10**6, home)
    taken: set[int] = set()
    for index, said_household in enumerate(batch.households):
        own = [by_id[i] for i in homes.get(index, []) if i in by_id]
        household = _match_household(said_household, by_number, own, taken)
        if household.known is not None:
            taken.add(household.known.id)
            _compare_address(household, decisions, result)
        result.households.append(household)


def _match_household(
    said: ImportedHousehold,
    by_number: Mapping[str | None, KnownHousehold],
    own: list[KnownHousehold],
    taken: set[int],
) -> JoinedHousehold:
    """Find the household: by its number, else where its members live already."""
    number = said.number
    if number is not None:
        found = by_number.get(number)
        if found is not None and found not in own and _differ(found.address, said.address):
            number = qualified_number(said)
            found = by_number.get(number)
        if found is not None:
            return JoinedHousehold(said=said, number=number, known=found)
    for found in own:
        if found.id not in taken and (number is None or found.number is None):
            fills = number is not None
            return JoinedHousehold(said=said, number=number, known=found, fills_number=fills)
    return JoinedHousehold(said=said, number=number)


def _compare_address(household: JoinedHousehold, decisions: Decisions, result: Joined) -> None:
    known, said = household.known, household.said
    if known is None or said.address is None:
        return
    if known.address is None:
        household.takes_address = True
    elif _differ(known.address, said.address):
        label = household.number or known.number or "未编号的户"
        comparison = Comparison(at=said.at, person=f"{label}（户）", decisions=decisions)
        household.takes_address = comparison.theirs_wins(
            "household_address", "住址", address_text(known.address), address_text(said.address)
        )
        result.differences += comparison.differences


def _differ(ours: Address | None, theirs: Address | None) -> bool:
    return ours is not None and theirs is not None and address_key(ours) != address_key(theirs)


# ---- facts --------------------------------------------------------------------------------


def _merge(
    said: ImportedPerson,
    person: JoinedPerson,
    decisions: Decisions,
    result: Joined,
) -> None:
    comparison = Comparison(at=said.at, person=person.facts.name, decisions=decisions)
    belongs = _merge_household(said, person, comparison, result)
    _merge_home(said, person, comparison, result)
    if person.facts is not said.draft:  # else this very row brought the person in
        theirs = said.draft if belongs else replace(said.draft, relation_code=None)
        person.facts = merge_person(person.facts, theirs, comparison)
    result.differences += comparison.differences
    if person.known is not None and not person.is_reported:
        person.is_reported = True
        result.warnings += _standing_warnings(said, person.known)


def _merge_household(
    said: ImportedPerson, person: JoinedPerson, comparison: Comparison, result: Joined
) -> bool:
    """Put a person into the row's household; return whether they belong there."""
    if said.household is None:
        return person.household is None and (
            person.known is None or person.known.facts.household_id is None
        )
    target = result.households[said.household]
    target.has_members = True
    own = None if person.known is None else person.known.facts.household_id
    if person.household is None and own is None:
        person.household = said.household
        return True
    if person.household is not None:
        current = result.households[person.household]
        if current is target:
            return True
        ours = current.label
    else:
        if target.known is not None and target.known.id == own:
            return True
        ours = (person.known.household_number if person.known else None) or "未编号的户"
    if comparison.theirs_wins("household", "户", ours, target.label):
        person.household = said.household
        return True
    return False


def _merge_home(
    said: ImportedPerson, person: JoinedPerson, comparison: Comparison, result: Joined
) -> None:
    """Say where a person lives, if the household does not say so already."""
    if said.address is None:
        return
    home = person.address or (person.known.address if person.known else None)
    if home is None and person.household is not None:
        home = result.households[person.household].address
    theirs = address_text(said.address)
    if home is None or (
        _differ(home, said.address)
        and comparison.theirs_wins("address", "住址", address_text(home), theirs)
    ):
        person.address, person.grid = said.address, said.grid


def _standing_warnings(said: ImportedPerson, known: Resident) -> Iterable[RowWarning]:
    if known.recycled:
        message = "这个人原在回收站里，已随导入恢复。"
        yield RowWarning(at=said.at, name=known.facts.name, message=message)
    elif known.status is not ResidentStatus.PRESENT:
        message = f"台账中仍有这个人，系统里登记为「{STATUS[known.status]}」，没有改动。"
        yield RowWarning(at=said.at, name=known.facts.name, message=message)


# ---- let houses ---------------------------------------------------------------------------


def _join_rentals(
    rentals: Iterable[ImportedRental], known: Known, decisions: Decisions, result: Joined
) -> None:
    houses: dict[str, JoinedRental] = {}
    numbers: dict[str, str] = {}
    for one in known.rentals:
        key = address_key(one.address)
        facts = one.rental or RentalDraft()
        houses[key] = JoinedRental(address=one.address, grid=None, facts=facts, known=one)
        if facts.number is not None:
            numbers[facts.number] = key
    for said in rentals:
        key = address_key(said.address)
        facts = _with_own_number(said, key, numbers, result)
        house = houses.get(key)
        is_new = house is None
        if house is None:
            house = JoinedRental(
                address=said.address, grid=said.grid, facts=replace(facts, tenancies=())
            )
            houses[key] = house
        new_tenants = [
            tenant
            for tenant in facts.tenancies
            if not any(same_tenant(ours, tenant) for ours in house.facts.tenancies)
        ]
        if not house.is_met:
            house.is_met = True
            result.rentals.append(house)
        comparison = Comparison(at=said.at, person=address_text(said.address), decisions=decisions)
        house.facts = merge_rental(house.facts, facts, comparison)
        result.differences += comparison.differences
        if not said.refused:
            result.added += int(is_new or bool(new_tenants))
            result.joined += int(not is_new and not new_tenants)


def _with_own_number(
    said: ImportedRental, key: str, numbers: dict[str, str], result: Joined
) -> RentalDraft:
    """Return the facts without a number that another house has already."""
    number = said.facts.number
    if number is None or numbers.setdefault(number, key) == key:
        return said.facts
    message = f"编号「{number}」已是另一处出租房屋的编号，没有登记。"
    result.warnings.append(RowWarning(at=said.at, name=address_text(said.address), message=message))
    return replace(said.facts, number=None)
