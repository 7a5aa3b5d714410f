"""Posts on grids (网格岗位) as records: a former holder stays, with the last day."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from linli.domain.posts import Post, PostDraft, PostFilter, known_roles
from linli.domain.values.addresses import Address, address_text, building_key
from linli.errors import NotFoundError
from linli.storage import contacts, residents, staff
from linli.storage.grids import day
from linli.storage.schema import DwellingRecord, GridOfficerRecord, GridRecord

_OFFICER = GridOfficerRecord


def list_posts(connection: Connection, wanted: PostFilter) -> list[Post]:
    """Return posts by grid, role, building and first day; former ones after those of today."""
    query = select(_OFFICER.__table__, GridRecord.name.label("grid")).join(
        GridRecord, GridRecord.id == _OFFICER.grid_id
    )
    if wanted.grid_id is not None:
        query = query.where(_OFFICER.grid_id == wanted.grid_id)
    if wanted.role is not None:
        query = query.where(_OFFICER.role == wanted.role)
    if wanted.on is not None:
        on = wanted.on.isoformat()
        query = query.where(
            _OFFICER.since.is_(None) | (_OFFICER.since <= on),
            _OFFICER.until.is_(None) | (_OFFICER.until >= on),
        )
    if wanted.after is not None:
        query = query.where(_OFFICER.since > wanted.after.isoformat())
    rows = connection.execute(
        query.order_by(
            *(func.length(GridRecord.number), GridRecord.number, GridRecord.id),
            *(_OFFICER.until.is_not(None), _OFFICER.position, _OFFICER.since, _OFFICER.id),
        )
    ).all()
    places = _places(connection, {row.building_key for row in rows if row.building_key})
    ranks = {role.code: rank for rank, role in enumerate(known_roles())}
    found = [_post(row, places) for row in rows]
    grids = {post.facts.grid_id: place for place, post in reversed(list(enumerate(found)))}
    walked = {text: rank for rank, text in enumerate(map(address_text, places.values()))}
    return sorted(
        found,
        key=lambda post: (
            grids[post.facts.grid_id],
            ranks.get(post.facts.role, len(ranks)),
            post.facts.role,
            walked.get(post.place, -1),
            post.facts.until is not None,
        ),
    )


def get_post(connection: Connection, post_id: int) -> Post:
    """Return a post.

    Raises:
        NotFoundError: there is no such post.
    """
    row = connection.execute(
        select(_OFFICER.__table__, GridRecord.name.label("grid"))
        .join(GridRecord, GridRecord.id == _OFFICER.grid_id)
        .where(_OFFICER.id == post_id)
    ).one_or_none()
    if row is None:
        raise _missing()
    return _post(row, _places(connection, {row.building_key} - {None}))


def get_record(session: Session, post_id: int) -> _OFFICER:
    """Return a post's record for a change.

    Raises:
        NotFoundError: there is no such post.
    """
    record = session.get(_OFFICER, post_id)
    if record is None:
        raise _missing()
    return record


def add_post(session: Session, draft: PostDraft) -> int:
    """Add a post after the others of its grid, with the person's picture; return the id."""
    query = select(func.coalesce(func.max(_OFFICER.position) + 1, 0))
    position = session.execute(query.where(_OFFICER.grid_id == draft.grid_id)).scalar_one()
    photo = _photo(session.connection(), draft)
    record = _OFFICER(**_values(draft), position=position, photo=photo)
    session.add(record)
    session.flush()
    return record.id


def update_post(session: Session, record: _OFFICER, draft: PostDraft) -> None:
    """Bring a post to what the draft says."""
    for column, value in _values(draft).items():
        setattr(record, column, value)
    session.flush()


def list_buildings(connection: Connection) -> list[tuple[int, Address]]:
    """Return the buildings and lanes with dwellings in a grid, each with its grid, as one walks.

    A house of a lane (西河巷1号) stands for the lane, which has no `building`. What is shared by
    several grids is listed with each.
    """
    dwelling = DwellingRecord
    rows = connection.execute(
        select(dwelling.grid_id, dwelling.estate, dwelling.building)
        .join(GridRecord, GridRecord.id == dwelling.grid_id)
        .group_by(dwelling.grid_id, dwelling.building_key)
        .order_by(func.length(GridRecord.number), GridRecord.number, func.min(dwelling.sort_key))
    )
    found = ((row.grid_id, _building(row.estate, row.building)) for row in rows)
    return list(dict.fromkeys(found))


def _building(estate: str | None, building: str | None) -> Address:
    is_house = estate is not None and building is not None and building.endswith("号")
    return Address(estate=estate, building=None if is_house else building)


def list_grids(connection: Connection) -> dict[int, tuple[str, int | None]]:
    """Return name and community of every open grid, by number."""
    rows = connection.execute(
        select(GridRecord.id, GridRecord.name, GridRecord.community_id)
        .where(GridRecord.until.is_(None))
        .order_by(func.length(GridRecord.number), GridRecord.number, GridRecord.id)
    )
    return {row.id: (row.name, row.community_id) for row in rows}


def linked(connection: Connection, draft: PostDraft) -> PostDraft:
    """Return a post with name and number of whom it links to.

    Raises:
        NotFoundError: the person is gone.
    """
    if draft.resident_id is not None:
        name = residents.get_resident(connection, draft.resident_id).facts.name
        known = contacts.load_contacts(connection, [draft.resident_id])[draft.resident_id]
        return replace(draft, name=name, phone=draft.phone or known.phone, staff_id=None)
    if draft.staff_id is not None:
        facts = staff.get_staff(connection, draft.staff_id).facts
        return replace(draft, name=facts.name, phone=draft.phone or facts.phone)
    return draft


def _photo(connection: Connection, draft: PostDraft) -> str | None:
    """Return the picture that the ledger has of whom a post links to."""
    if draft.resident_id is not None:
        return contacts.load_contacts(connection, [draft.resident_id])[draft.resident_id].photo
    if draft.staff_id is not None:
        return staff.get_staff(connection, draft.staff_id).facts.photo
    return None


def _values(draft: PostDraft) -> dict[str, Any]:
    return {
        "grid_id": draft.grid_id,
        "role": draft.role,
        "name": draft.name,
        "phone": draft.phone,
        "building_key": building_key(draft.building) if draft.building else None,
        "resident_id": draft.resident_id,
        "staff_id": draft.staff_id,
        "since": draft.since.isoformat() if draft.since else None,
        "until": draft.until.isoformat() if draft.until else None,
        "note": draft.note,
    }


def _places(connection: Connection, keys: Iterable[str]) -> dict[str, Address]:
    """Return the buildings of some keys as they are written, in walking order."""
    wanted = set(keys)
    rows = connection.execute(
        select(DwellingRecord.building_key, DwellingRecord.estate, DwellingRecord.building)
        .where(DwellingRecord.building_key.in_(wanted))
        .group_by(DwellingRecord.building_key)
        .order_by(func.min(DwellingRecord.sort_key))
    )
    found = {row.building_key: Address(estate=row.estate, building=row.building) for row in rows}
    for key in sorted(wanted - set(found)):  # nobody lives there any more
        estate, building = key.split("|")
        found[key] = Address(estate=estate or None, building=building or None)
    return found


def _post(row: Any, places: Mapping[str, Address]) -> Post:
    building = places.get(row.building_key)
    facts = PostDraft(
        grid_id=row.grid_id,
        role=row.role,
        name=row.name,
        phone=row.phone,
        building=building,
        resident_id=row.resident_id,
        staff_id=row.staff_id,
        since=day(row.since),
        until=day(row.until),
        note=row.note,
    )
    return Post(id=row.id, facts=facts, grid=row.grid, place=address_text(building))


def _missing() -> NotFoundError:
    return NotFoundError("这条岗位记录已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
