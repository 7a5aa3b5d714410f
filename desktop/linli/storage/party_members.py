"""Party members (党员) of the ledger: lists, and the sums that have to close."""

from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    func,
    literal_column,
    not_,
    or_,
    select,
    true,
)

from linli.domain.codes import code_table
from linli.domain.party import PARTY_CODES, PartyBelonging, PartyManagement
from linli.domain.party_lists import PartyList, PartyMember, PartySums
from linli.domain.residents import ResidentStatus
from linli.storage.contacts import load_contacts
from linli.storage.resident_lists import list_rows
from linli.storage.residents import party_of
from linli.storage.schema import DwellingRecord, PartyMembershipRecord, ResidentRecord

_Party = PartyMembershipRecord
# Spelt out, so that the index of just these people serves (ix_resident_party_member).
_MEMBER = ResidentRecord.politics_code.in_([literal_column(f"'{c}'") for c in PARTY_CODES])
_NOT_MEMBER = or_(ResidentRecord.politics_code.is_(None), not_(_MEMBER))
_FACTS = _Party.id.is_not(None)

_WHICH: dict[PartyList, ColumnElement[bool]] = {
    PartyList.ALL: true(),
    PartyList.DIRECT: _Party.management == PartyManagement.DIRECT.value,
    PartyList.ASSIST: _Party.management == PartyManagement.ASSIST.value,
    PartyList.ENTRUST: _Party.management == PartyManagement.ENTRUST.value,
    PartyList.FLOATING: or_(
        _Party.management == PartyManagement.ENTRUST.value,
        _Party.certificate.is_not(None),
        _Party.registered.is_not(None),
    ),
    PartyList.DIFFICULTY: _Party.difficulty.is_(True),
    PartyList.UNDECIDED: or_(_Party.management.is_(None), _Party.belonging.is_(None)),
    PartyList.WITHOUT_FACTS: _Party.id.is_(None),
}

_MAY_HAVE_NONE = (PartyList.ALL, PartyList.UNDECIDED, PartyList.WITHOUT_FACTS)


def list_members(
    connection: Connection,
    which: PartyList,
    today: date,
    *,
    branch: str | None = None,
    limit: int | None = None,
) -> list[PartyMember]:
    """Return the people of a list in walking order of their homes.

    Args:
        connection: the ledger.
        which: the list.
        today: for ages.
        branch: only those of a branch, "" those of none; None everybody.
        limit: so many at most.
    """
    rows = connection.execute(
        _of(which, branch, select(ResidentRecord.id, ResidentRecord.politics_code, *_columns()))
        .outerjoin(DwellingRecord, DwellingRecord.id == ResidentRecord.home_id)
        .order_by(DwellingRecord.sort_key.is_(None), DwellingRecord.sort_key, ResidentRecord.id)
        .limit(limit)
    ).all()
    ids = [row.id for row in rows]
    people = {person.id: person for person in list_rows(connection, ids, today)}
    contacts = load_contacts(connection, ids)
    politics = code_table("politics")
    return [
        PartyMember(
            person=people[row.id],
            politics=politics.label(row.politics_code),
            party=None if row.party_id is None else party_of(row),
            phone=contacts[row.id].phone or "",
        )
        for row in rows
    ]


def sum_members(connection: Connection) -> PartySums:
    """Return how many members there are, each way of counting by a query of its own."""
    ways = _counts(connection, _Party.management)
    places = _counts(connection, _Party.belonging)
    return PartySums(
        total=count_members(connection, PartyList.ALL),
        management={PartyManagement(key) if key else None: n for key, n in ways.items()},
        belonging={PartyBelonging(key) if key else None: n for key, n in places.items()},
        branches=_counts(connection, _Party.branch),
        without_facts=count_members(connection, PartyList.WITHOUT_FACTS),
        without_politics=count_members(connection, PartyList.WITHOUT_POLITICS),
    )


def count_members(connection: Connection, which: PartyList, branch: str | None = None) -> int:
    """Return how many people a list has."""
    return int(connection.execute(_of(which, branch, select(func.count()))).scalar_one())


def _counts(connection: Connection, column: Any) -> dict[str | None, int]:
    query = _of(PartyList.ALL, None, select(column, func.count())).group_by(column).order_by(column)
    return {row[0]: row[1] for row in connection.execute(query)}


def _of(which: PartyList, branch: str | None, query: Select[Any]) -> Select[Any]:
    """Narrow to who lives here; all but the last list are of those whose politics say member."""
    of_branch = true() if branch is None else func.coalesce(_Party.branch, "") == branch
    chosen = (
        and_(_NOT_MEMBER, _FACTS)
        if which is PartyList.WITHOUT_POLITICS
        else and_(_MEMBER, _WHICH[which])
    )
    return (
        query.select_from(ResidentRecord)
        .join(_Party, _Party.resident_id == ResidentRecord.id, isouter=which in _MAY_HAVE_NONE)
        .where(
            ResidentRecord.status == ResidentStatus.PRESENT.value,
            ResidentRecord.recycled_at.is_(None),
            chosen,
            of_branch,
        )
    )


def _columns() -> list[Any]:
    return [
        column if column.key != "id" else column.label("party_id")
        for column in _Party.__table__.columns
        if column.key != "resident_id"
    ]
