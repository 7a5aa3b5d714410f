"""The record of every contact card that was printed (发卡记录).

A card's number comes from its row's id, which SQLite never gives twice (AUTOINCREMENT, also after
an undo), so no number on paper ever means somebody else.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, insert, or_, select, update
from sqlalchemy.orm import Session

from linli.domain.cards import CardKind, IssuedCard, PlannedCard
from linli.domain.paper import PaperSetup
from linli.domain.residents import ResidentStatus
from linli.errors import ConflictError, NotFoundError
from linli.storage.ids import among, last_id
from linli.storage.schema import CardIssueRecord, CardRecord, ResidentRecord
from linli.storage.times import shown, stored

_SLOT = "#"


def fix_numbers(connection: Connection, cards: Sequence[PlannedCard], kind: CardKind) -> None:
    """Give those cards that have a new number that number for good."""
    if not cards:
        return
    known = set(
        connection.execute(select(CardRecord.number).where(CardRecord.kind == kind.id)).scalars()
    )
    new = [
        {
            "id": card_id(card.facts.number),
            "number": card.facts.number,
            "kind": kind.id,
            "household_id": card.subject.household_id,
            "resident_id": card.subject.resident_id,
        }
        for card in cards
        if card.facts.number not in known
    ]
    if new:
        connection.execute(insert(CardRecord), new)


def record_issues(
    connection: Connection,
    cards: Sequence[PlannedCard],
    *,
    kind: CardKind,
    setup: PaperSetup,
    fingerprints: Sequence[str],
    at: datetime,
    account: str,
) -> list[int]:
    """Record that `cards` were printed; those with a new number get it for good.

    Returns:
        The ids of the records, in the order of the cards.
    """
    fix_numbers(connection, cards, kind)
    first = last_id(connection, CardIssueRecord) + 1
    ids = list(range(first, first + len(cards)))
    rows = [
        {
            "id": ids[index],
            "card_id": card_id(card.facts.number),
            "issue": card.issue,
            "kind_title": kind.title,
            "holder": card.facts.holder,
            "holder_id": card.holder_id,
            "fingerprint": fingerprints[index],
            "layout": _place(setup, index),
            "issued_at": stored(at),
            "account": account,
        }
        for index, card in enumerate(cards)
    ]
    connection.execute(insert(CardIssueRecord), rows)
    return ids


def _place(setup: PaperSetup, index: int) -> str:
    """Return where a card of a batch lies: the sheet's id, and its slot counted from 1."""
    return f"{setup.sheet.id}{_SLOT}{(setup.start_slot - 1 + index) % setup.sheet.slots + 1}"


def place_of(layout: str) -> tuple[str, int | None]:
    """Return the sheet's id and the slot of a record; earlier ones have no slot."""
    sheet, mark, slot = layout.rpartition(_SLOT)
    return (sheet, int(slot)) if mark else (layout, None)


def withdraw(session: Session, issue_id: int, reason: str, at: datetime) -> None:
    """Record that a card was taken back or declared void.

    Raises:
        NotFoundError: there is no such issue.
        ConflictError: it is withdrawn already.
    """
    record = session.get(CardIssueRecord, issue_id)
    if record is None:
        raise _missing()
    if record.withdrawn_at is not None:
        raise ConflictError("这张卡已经作废过了，请刷新后再看。")
    record.withdrawn_at, record.withdrawn_reason = stored(at), reason


def withdraw_all(
    connection: Connection, issue_ids: Iterable[int], reason: str, at: datetime
) -> None:
    """Record that printings are void; those that are so already stay as they are."""
    connection.execute(
        update(CardIssueRecord)
        .where(CardIssueRecord.id.in_(among(issue_ids)), CardIssueRecord.withdrawn_at.is_(None))
        .values(withdrawn_at=stored(at), withdrawn_reason=reason)
    )


def get_issue(connection: Connection, issue_id: int) -> IssuedCard:
    """Return one record.

    Raises:
        NotFoundError: there is none with this id.
    """
    found = _list(connection, _issues().where(CardIssueRecord.id == issue_id))
    if not found:
        raise _missing()
    return found[0]


def list_of_resident(connection: Connection, resident_id: int) -> list[IssuedCard]:
    """Return the cards of a person and of the person's household, the latest first.

    Cards of records that were merged into the person are among them.
    """
    household = (
        select(ResidentRecord.household_id)
        .where(ResidentRecord.id == resident_id)
        .scalar_subquery()
    )
    query = _issues().where(
        CardRecord.resident_id.in_(_merged_into(resident_id))
        | (CardRecord.household_id == household)
    )
    return _list(connection, query.order_by(CardIssueRecord.id.desc()))


def _merged_into(resident_id: int) -> Select[Any]:
    """Select a person and whoever was merged into them, at once or by way of others."""
    person = ResidentRecord
    found = select(person.id).where(person.id == resident_id).cte(recursive=True)
    others = select(person.id).join(found, person.merged_into == found.c.id)
    return select(found.union_all(others).c.id)


def list_latest(connection: Connection, kind_id: str | None = None) -> list[IssuedCard]:
    """Return the latest printing of every card, unless it is withdrawn, in order of numbers.

    Only the cards of a kind, if one is named.
    """
    latest = select(func.max(CardIssueRecord.id)).group_by(CardIssueRecord.card_id)
    query = _issues().where(CardIssueRecord.id.in_(latest), CardIssueRecord.withdrawn_at.is_(None))
    if kind_id is not None:
        query = query.where(CardRecord.kind == kind_id)
    return _list(connection, query.order_by(CardRecord.id))


def list_latest_of_homes(
    connection: Connection, dwelling_ids: Iterable[int]
) -> list[tuple[int, IssuedCard]]:
    """Return the latest printing of the cards of those who live in some dwellings now.

    Each comes with the dwelling; withdrawn ones are left out.
    """
    person = ResidentRecord
    living = select(person.id, person.household_id, person.home_id).where(
        person.home_id.in_(among(dwelling_ids)),
        person.recycled_at.is_(None),
        person.status == ResidentStatus.PRESENT.value,
    )
    homes: dict[tuple[str, int], int] = {}
    for row in connection.execute(living):
        homes["resident", row.id] = row.home_id
        if row.household_id is not None:
            homes.setdefault(("household", row.household_id), row.home_id)
    households = [number for kind, number in homes if kind == "household"]
    people = [number for kind, number in homes if kind == "resident"]
    owned = or_(
        CardRecord.household_id.in_(among(households)), CardRecord.resident_id.in_(among(people))
    )
    mine = select(CardRecord.id).where(owned)
    latest = (
        select(func.max(CardIssueRecord.id))
        .where(CardIssueRecord.card_id.in_(mine))
        .group_by(CardIssueRecord.card_id)
    )
    query = _issues().where(CardIssueRecord.id.in_(latest), CardIssueRecord.withdrawn_at.is_(None))
    return [
        (
            homes["household", card.household_id]
            if card.household_id is not None
            else homes["resident", card.resident_id or 0],
            card,
        )
        for card in _list(connection, query)
    ]


def find_number(connection: Connection, number: str) -> IssuedCard | None:
    """Return the latest printing of the card with a number, or None."""
    query = _issues().where(CardRecord.number == number).order_by(CardIssueRecord.id.desc())
    found = _list(connection, query.limit(1))
    return found[0] if found else None


def _issues() -> Select[Any]:
    query = select(
        CardIssueRecord.__table__,
        CardRecord.number,
        CardRecord.kind,
        CardRecord.household_id,
        CardRecord.resident_id,
    )
    return query.join(CardRecord, CardRecord.id == CardIssueRecord.card_id)


def _list(connection: Connection, query: Select[Any]) -> list[IssuedCard]:
    return [
        IssuedCard(
            id=row.id,
            number=row.number,
            kind=row.kind,
            kind_title=row.kind_title,
            holder=row.holder,
            resident_id=row.resident_id,
            household_id=row.household_id,
            fingerprint=row.fingerprint,
            issue=row.issue,
            issued_at=shown(row.issued_at),
            account=row.account,
            withdrawn_at=shown(row.withdrawn_at) if row.withdrawn_at else None,
            withdrawn_reason=row.withdrawn_reason,
            holder_id=row.holder_id,
        )
        for row in connection.execute(query)
    ]


def card_id(number: str) -> int:
    """Return the id of the card with a number: all but the check digit."""
    return int(number[:-1])


def _missing() -> NotFoundError:
    return NotFoundError("这张卡的登记已经不在台账里，可能刚被撤销，请刷新后再看。")
