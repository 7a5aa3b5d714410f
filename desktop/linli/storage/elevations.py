"""What the picture of a building (楼栋图) shows: which buildings there are, and their rooms."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, exists, func, or_, select

from linli.domain.elevations import ELDER, Place, Room, place_title
from linli.domain.relations import HEAD_CODE
from linli.domain.residents import ResidentStatus
from linli.domain.values.addresses import Address, building_key
from linli.storage.dwelling_facts import address_of
from linli.storage.entitlements import running
from linli.storage.ids import among
from linli.storage.register_schema import EntitlementRecord
from linli.storage.schema import (
    DwellingRecord,
    FloatingStayRecord,
    RentalRecord,
    ResidentRecord,
    ResidentTagRecord,
)
from linli.storage.texts import begins

Home, Person = DwellingRecord, ResidentRecord


def _is_door() -> ColumnElement[bool]:
    """Whether a dwelling is a door of a lane: 红星巷12号."""
    return and_(
        Home.estate.is_not(None),
        Home.unit.is_(None),
        Home.room.is_(None),
        Home.building.endswith("号"),
    )


def list_places(connection: Connection) -> list[Place]:
    """Return the buildings and lanes with how many rooms or doors each has, in walking order."""
    lane = _is_door()
    of_lane = case((lane, Home.estate), else_=Home.building_key)
    rows = connection.execute(
        select(
            Home.estate,
            Home.building,
            lane.label("lane"),
            func.count().label("rooms"),
            func.min(Home.sort_key).label("walk"),
        )
        .group_by(lane, of_lane)
        .order_by("walk")
    )
    return [_place(row) for row in rows]


def _place(row: Any) -> Place:
    address, lane = Address(estate=row.estate, building=row.building), bool(row.lane)
    key = building_key(Address(estate=row.estate) if lane else address)
    return Place(key=key, title=place_title(address, lane=lane), lane=lane, rooms=row.rooms)


def _inside(key: str, *, lane: bool) -> ColumnElement[bool]:
    if not lane:
        return and_(Home.building_key == key, ~func.coalesce(_is_door(), False))
    doors = key.rpartition("|")[0] + "|"
    return and_(begins(Home.building_key, doors), _is_door())


def list_rooms(connection: Connection, place: Place, today: date) -> list[Room]:
    """Return the rooms of a building in walking order; cards are left for the caller to say."""
    homes = connection.execute(
        select(
            Home.id,
            Home.estate,
            Home.building,
            Home.unit,
            Home.room,
            exists().where(RentalRecord.dwelling_id == Home.id).correlate(Home).label("rented"),
        )
        .where(_inside(place.key, lane=place.lane))
        .order_by(Home.sort_key)
    ).all()
    people = _people(connection, [home.id for home in homes], today)
    return [_room(home, people.get(home.id, ())) for home in homes]


def _people(connection: Connection, homes: Iterable[int], today: date) -> dict[int, list[Any]]:
    """Return who lives in some dwellings now, the heads first."""
    tagged = exists().where(
        ResidentTagRecord.resident_id == Person.id, ResidentTagRecord.kind == "care"
    )
    supported = exists().where(EntitlementRecord.resident_id == Person.id, running(today))
    floating = exists().where(FloatingStayRecord.resident_id == Person.id)
    turned = f"{today.year - ELDER:04d}-{today:%m-%d}"
    rows = connection.execute(
        select(
            Person.id,
            Person.home_id,
            Person.name,
            Person.household_id,
            func.coalesce(Person.birth <= turned, False).label("old"),
            floating.correlate(Person).label("floating"),
            or_(tagged.correlate(Person), supported.correlate(Person)).label("cared_for"),
        )
        .where(
            Person.home_id.in_(among(homes)),
            Person.recycled_at.is_(None),
            Person.status == ResidentStatus.PRESENT.value,
        )
        .order_by(Person.relation_code.is_distinct_from(HEAD_CODE), Person.id)
    )
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.home_id, []).append(row)
    return found


def _room(home: Any, people: Sequence[Any]) -> Room:
    households = [one.household_id for one in people if one.household_id is not None]
    return Room(
        dwelling_id=home.id,
        address=address_of(home),
        head=people[0].name if people else "",
        people=len(people),
        elders=sum(one.old for one in people),
        floating=sum(one.floating for one in people),
        rented=home.rented,
        cared_for=any(one.cared_for for one in people),
        household_id=households[0] if households else None,
        resident_id=people[0].id if people else None,
    )
