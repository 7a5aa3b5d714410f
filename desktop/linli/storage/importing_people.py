"""Write the people of an import: new ones with all they have, known ones by what is added."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Update, bindparam, update
from sqlalchemy.dialects.sqlite import Insert as Upsert
from sqlalchemy.dialects.sqlite import insert as upsert

from linli.domain.matching import JoinedPerson
from linli.domain.residents import ResidentDraft, ResidentStatus
from linli.progress import Progress
from linli.storage.many_rows import insert_rows
from linli.storage.residents import (
    document_values,
    party_values,
    phone_values,
    resident_values,
    stay_values,
    tag_values,
)
from linli.storage.schema import (
    Base,
    FloatingStayRecord,
    IdentityDocumentRecord,
    PartyMembershipRecord,
    PhoneRecord,
    ResidentRecord,
    ResidentTagRecord,
)

_CHUNK = 5_000
_Rows = list[dict[str, Any]]
_Make = Callable[[ResidentDraft], _Rows]
_Single = type[FloatingStayRecord | PartyMembershipRecord]

Place = Callable[[JoinedPerson], dict[str, int | None]]
"""Gives the columns that say where a person belongs, as far as joining moves them."""


def _stays(facts: ResidentDraft) -> _Rows:
    return [] if facts.floating is None else [stay_values(facts.floating)]


def _parties(facts: ResidentDraft) -> _Rows:
    return [] if facts.party is None else [party_values(facts.party)]


_LISTS: tuple[tuple[type[Base], _Make], ...] = (
    (IdentityDocumentRecord, lambda facts: document_values(facts.documents)),
    (PhoneRecord, lambda facts: phone_values(facts.phones)),
    (ResidentTagRecord, tag_values),
)
_SINGLES: tuple[tuple[_Single, _Make], ...] = (
    (FloatingStayRecord, _stays),
    (PartyMembershipRecord, _parties),
)
"""Of which a person has at most one row."""


def add_people(
    connection: Connection,
    people: Sequence[JoinedPerson],
    ids: Iterator[int],
    place: Place,
    moment: str,
    progress: Progress,
) -> None:
    """Add people who live here, each under the next of the ids.

    Raises:
        Cancelled: if the clerk stops it.
    """
    standing = {
        "status": ResidentStatus.PRESENT.value,
        "created_at": moment,
        "updated_at": moment,
    }
    numbered = list(zip(ids, people, strict=False))
    rows = (
        {**resident_values(person.facts), **place(person), **standing, "id": row_id}
        for row_id, person in _told(numbered, progress)
    )
    insert_rows(connection, ResidentRecord, rows)
    # One table after the other, so that the journal can be read by table.
    for record, make in (*_LISTS, *_SINGLES):
        progress.report(len(people), len(people), "登记居民")
        parts = (_owned(row_id, make(person.facts)) for row_id, person in numbered)
        insert_rows(connection, record, chain.from_iterable(parts))


def _told(
    numbered: Sequence[tuple[int, JoinedPerson]], progress: Progress
) -> Iterator[tuple[int, JoinedPerson]]:
    """Yield the people, and tell how far they are."""
    for index, each in enumerate(numbered):
        if index % _CHUNK == 0:
            progress.report(index, len(numbered), "登记居民")
        yield each


def change_people(
    connection: Connection, people: Iterable[JoinedPerson], place: Place, moment: str
) -> None:
    """Write what joining has added to people whom the ledger has; lists only grow."""
    rows: dict[tuple[str, ...], _Rows] = {}
    grown: dict[type[Base], _Rows] = {record: [] for record, _ in _LISTS}
    replaced: dict[_Single, _Rows] = {record: [] for record, _ in _SINGLES}
    for person in people:
        known, facts = person.known, person.facts
        if known is None:
            continue
        changed = _changed(person, place(person))
        row = {f"new_{name}": value for name, value in changed.items()}
        rows.setdefault(tuple(changed), []).append(row | {"row_id": known.id, "moment": moment})
        for record, make in _LISTS:
            before = make(known.facts)
            grown[record] += _owned(known.id, [row for row in make(facts) if row not in before])
        for single, make in _SINGLES:
            if make(facts) != make(known.facts):
                replaced[single] += _owned(known.id, make(facts))
    for columns, changes in rows.items():
        connection.execute(_update_of(columns), changes)
    for record, additions in grown.items():
        insert_rows(connection, record, additions)
    for single, new_rows in replaced.items():
        if new_rows:
            connection.execute(_upsert_of(single, new_rows[0]), new_rows)


def _changed(person: JoinedPerson, place: Mapping[str, int | None]) -> dict[str, Any]:
    """Return the columns of a known person's own row that are to change."""
    if person.known is None:
        return {}
    ours = resident_values(person.known.facts)
    theirs = {**resident_values(person.facts), **place}
    changed = {name: theirs[name] for name, value in ours.items() if theirs[name] != value}
    return changed | {"recycled_at": None} if person.known.recycled else changed


def _owned(resident_id: int, rows: _Rows) -> _Rows:
    """Return the rows of a list with whom they belong to."""
    for row in rows:
        row["resident_id"] = resident_id
    return rows


def _update_of(columns: Iterable[str]) -> Update:
    """Return the statement that changes these columns only: no other index is touched."""
    return (
        update(ResidentRecord)
        .where(ResidentRecord.id == bindparam("row_id"))
        .values(
            version=ResidentRecord.version + 1,
            updated_at=bindparam("moment"),
            **{column: bindparam(f"new_{column}") for column in columns},
        )
    )


def _upsert_of(record: _Single, row: Mapping[str, Any]) -> Upsert:
    """Return the statement that writes a person's one row, which may be there already."""
    statement = upsert(record)
    new = {name: statement.excluded[name] for name in row if name != "resident_id"}
    return statement.on_conflict_do_update(index_elements=[record.resident_id], set_=new)
