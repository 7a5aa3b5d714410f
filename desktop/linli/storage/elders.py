"""Old people (老年人) of the ledger."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, func, select
from sqlalchemy.orm import aliased

from linli.domain.elders import Elder, ElderFilter
from linli.domain.residents import ResidentStatus
from linli.storage.contacts import load_contacts
from linli.storage.ids import among
from linli.storage.register_schema import NeighbourRecord
from linli.storage.resident_lists import list_rows
from linli.storage.schema import DwellingRecord, ResidentRecord
from linli.storage.visits import last_days


def list_elders(
    connection: Connection, wanted: ElderFilter, today: date, limit: int | None = None
) -> list[Elder]:
    """Return old people grid by grid, in walking order of their homes."""
    rows = connection.execute(
        select(ResidentRecord.id)
        .where(*_conditions(wanted, today))
        .outerjoin(DwellingRecord, DwellingRecord.id == ResidentRecord.home_id)
        .order_by(
            DwellingRecord.grid_id.is_(None),
            DwellingRecord.grid_id,
            DwellingRecord.sort_key,
            ResidentRecord.id,
        )
        .limit(limit)
    ).all()
    ids = [row.id for row in rows]
    alone = set(
        connection.execute(
            select(ResidentRecord.id).where(ResidentRecord.id.in_(among(ids)), _alone())
        ).scalars()
    )
    people = {person.id: person for person in list_rows(connection, ids, today)}
    contacts = load_contacts(connection, ids)
    neighbours = _neighbours(connection, ids)
    visited = last_days(connection, ids)
    return [
        Elder(
            person=people[row.id],
            alone=row.id in alone,
            phone=contacts[row.id].phone or "",
            neighbour=neighbours.get(row.id, ("", ""))[0],
            neighbour_phone=neighbours.get(row.id, ("", ""))[1],
            last_visit=visited.get(row.id),
        )
        for row in rows
    ]


def count_elders(connection: Connection, wanted: ElderFilter, today: date) -> int:
    """Return how many old people a list has."""
    query = select(func.count()).select_from(ResidentRecord)
    return connection.execute(query.where(*_conditions(wanted, today))).scalar_one()


def _conditions(wanted: ElderFilter, today: date) -> list[ColumnElement[bool]]:
    old = [*_here(ResidentRecord), ResidentRecord.birth <= _born(wanted, today)]
    return [*old, _alone()] if wanted.alone else old


def _born(wanted: ElderFilter, today: date) -> str:
    """Return the last birth that is old enough; unknown parts count as the earliest."""
    year = today.year - wanted.age_from
    return f"{year:04d}-{today:%m-%d}"


def _alone() -> ColumnElement[bool]:
    """Whether nobody else of the household or at the same home lives here."""
    other = aliased(ResidentRecord)
    else_here = exists().where(other.id != ResidentRecord.id, *_here(other))
    return and_(  # one by one, each has its index
        ~else_here.where(other.household_id == ResidentRecord.household_id),
        ~else_here.where(other.home_id == ResidentRecord.home_id),
    )


def _here(person: Any) -> Sequence[ColumnElement[bool]]:
    return person.status == ResidentStatus.PRESENT.value, person.recycled_at.is_(None)


def _neighbours(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Return who looks after each now: whom to call first before others, then the oldest entry."""
    rows = connection.execute(
        select(NeighbourRecord)
        .where(NeighbourRecord.resident_id.in_(among(ids)), NeighbourRecord.until.is_(None))
        .order_by(NeighbourRecord.call_first.desc(), NeighbourRecord.id)
    ).all()
    contacts = load_contacts(connection, [row.neighbour_id for row in rows])
    found: dict[int, tuple[str, str]] = {}
    for row in rows:
        known = contacts.get(row.neighbour_id)
        phone = row.phone or (known.phone if known else None) or ""
        found.setdefault(row.resident_id, (known.name if known else row.name, phone))
    return found
