"""What cards print that are not about residents: plates, phone sheets, boards; and let dwellings.

Cards of these sources have no number and no subject: nobody keeps them at home. Their records are
imported where they are read: printing a card of a household does not wait for them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from linli.domain.card_fields import absent
from linli.domain.cards import (
    LEFT_OUT,
    CardFacts,
    CardKind,
    CardRental,
    CardSource,
    CardSubject,
    CardTenant,
    PlannedCard,
    SkippedPerson,
)
from linli.domain.residents import RentalDraft, ResidentStatus
from linli.domain.settings import HallFacts
from linli.storage.dwelling_facts import load_rentals
from linli.storage.grid_facts import list_facts
from linli.storage.ids import listed
from linli.storage.settings import get_hall

_TENANTS = """
    SELECT id, name, status, recycled_at FROM resident
    WHERE id IN (SELECT value FROM json_each(?))
"""


def plan_unnumbered(
    connection: Connection,
    ids: Sequence[int],
    kind: CardKind,
    left_out: frozenset[int] = frozenset(),
    *,
    today: date,
) -> tuple[list[PlannedCard], list[SkippedPerson]]:
    """Work out the cards of some staff, stations or grids, in the order of `ids`.

    A board stays one card, however long; `templates.pages` cuts it for a size. Ids that are not in
    the ledger any more are passed over; who is `left_out` or lacks what the kind needs is skipped.
    """
    hall = get_hall(connection)
    facts = _SOURCES[kind.source](connection, hall, ids, today)
    cards: list[PlannedCard] = []
    skipped: list[SkippedPerson] = []
    for source_id in dict.fromkeys(ids):
        if source_id not in facts:
            continue
        said = facts[source_id]
        lack = absent(said, kind.needs)
        if lack is None and source_id not in left_out:
            card = PlannedCard(facts=said, subject=CardSubject(), holder_id=source_id, issue=0)
            cards.append(card)
            continue
        name = said.grid.name if said.grid else said.holder
        reason = LEFT_OUT if lack is None else f"没有{lack}"
        skipped.append(SkippedPerson(resident_id=source_id, name=name, reason=reason))
    return cards, skipped


def load_card_rentals(connection: Connection, dwelling_ids: Iterable[int]) -> dict[int, CardRental]:
    """Return what household cards say of let dwellings; tenants who have left are not named."""
    rentals = load_rentals(connection, dwelling_ids)
    if not rentals:
        return {}
    from linli.domain.labels import MANAGEMENT  # most cards do not wait for all labels

    known = {tenant.resident_id for rental in rentals.values() for tenant in rental.tenancies}
    residents = {
        row.id: row
        for row in connection.exec_driver_sql(
            _TENANTS, (listed(i for i in known if i is not None),)
        )
    }
    return {
        dwelling_id: CardRental(
            number=rental.number or "",
            landlord=rental.landlord_name or "",
            landlord_phone=rental.landlord_phone or "",
            rooms="" if rental.rooms is None else str(rental.rooms),
            occupants="" if rental.occupants is None else str(rental.occupants),
            management=MANAGEMENT[rental.management] if rental.management else "",
            tenants=tuple(_tenants(rental, residents)),
        )
        for dwelling_id, rental in rentals.items()
    }


def _tenants(rental: RentalDraft, residents: Mapping[int, Any]) -> Iterator[CardTenant]:
    """Yield the tenants; those in the residents table under today's name, if they live here."""
    for tenant in rental.tenancies:
        person = residents.get(tenant.resident_id) if tenant.resident_id else None
        if person and (person.status != ResidentStatus.PRESENT.value or person.recycled_at):
            continue
        yield CardTenant(
            name=person.name if person else tenant.name,
            room=tenant.room or "",
            since=tenant.since.display() if tenant.since else "",
        )


def _staff_facts(
    connection: Connection, hall: HallFacts, ids: Sequence[int], _today: date
) -> dict[int, CardFacts]:
    from linli.storage.staff import list_staff
    from linli.storage.stations import list_stations

    stations = {station.id: station.facts for station in list_stations(connection)}
    return {
        person.id: replace(
            _plain(hall, person.facts.name),
            staff=person.facts,
            station=stations.get(person.facts.station_id or 0),
        )
        for person in list_staff(connection)
        if person.id in ids
    }


def _station_facts(
    connection: Connection, hall: HallFacts, ids: Sequence[int], _today: date
) -> dict[int, CardFacts]:
    from linli.storage.staff import list_staff
    from linli.storage.stations import list_stations

    staff = list_staff(connection)
    return {
        station.id: replace(
            _plain(hall, station.facts.name),
            station=station.facts,
            colleagues=tuple(p.facts for p in staff if p.facts.station_id == station.id),
        )
        for station in list_stations(connection)
        if station.id in ids
    }


def _grid_facts(
    connection: Connection, hall: HallFacts, ids: Sequence[int], today: date
) -> dict[int, CardFacts]:
    from linli.storage.boards import list_entries

    boards = list_entries(connection, ids)
    return {
        grid_id: replace(_plain(hall, ""), grid=grid, board=boards.get(grid_id, ()))
        for grid_id, grid in list_facts(connection, ids, today).items()
    }


def _plain(hall: HallFacts, holder: str) -> CardFacts:
    return CardFacts(
        number="", holder=holder, place="", estate="", household_number="", hall=hall, grid=None
    )


_SOURCES: dict[
    CardSource, Callable[[Connection, HallFacts, Sequence[int], date], dict[int, CardFacts]]
] = {
    CardSource.STAFF: _staff_facts,
    CardSource.STATION: _station_facts,
    CardSource.GRID: _grid_facts,
}
