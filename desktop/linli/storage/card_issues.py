"""The record of every contact card that was printed (发卡记录).

A card's number comes from its row's id, which SQLite never gives twice (AUTOINCREMENT, also after
an undo), so no number on paper ever means somebody else. Plain SQL: printing a card waits for no
mapped records.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection

from linli.domain.cards import CardKind, IssuedCard, PlannedCard
from linli.domain.grids import GridDraft, officers_text
from linli.domain.paper import PaperSetup
from linli.domain.residents import ResidentStatus
from linli.errors import ConflictError, NotFoundError
from linli.storage.ids import last_id, listed
from linli.storage.times import shown, stored

_SLOT = "#"

_ADD_CARD = """
    INSERT INTO card (id, number, kind, household_id, resident_id) VALUES (?, ?, ?, ?, ?)
"""
_ADD_ISSUE = """
    INSERT INTO card_issue (id, card_id, issue, kind_title, holder, holder_id, fingerprint, layout,
        issued_at, account, grid, officers)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_ISSUES = """
    SELECT i.*, c.number, c.kind, c.household_id, c.resident_id
    FROM card_issue i JOIN card c ON c.id = i.card_id
"""
_LATEST = "i.id IN (SELECT max(id) FROM card_issue GROUP BY card_id) AND i.withdrawn_at IS NULL"
_MERGED_INTO = """
    WITH RECURSIVE found (id) AS (
        SELECT id FROM resident WHERE id = ?1
        UNION ALL
        SELECT r.id FROM resident r JOIN found ON r.merged_into = found.id
    ) SELECT id FROM found
"""
"""A person and whoever was merged into them, at once or by way of others."""
_OF_RESIDENT = f"""
    {_ISSUES} WHERE c.resident_id IN ({_MERGED_INTO})
        OR c.household_id = (SELECT household_id FROM resident WHERE id = ?1)
    ORDER BY i.id DESC
"""  # noqa: S608 - our own SQL
_LIVING_IN = f"""
    SELECT id, household_id, home_id FROM resident
    WHERE home_id IN (SELECT value FROM json_each(?)) AND recycled_at IS NULL
        AND status = '{ResidentStatus.PRESENT.value}'
"""  # noqa: S608 - a value of our own
_LATEST_OF_SOME = f"""
    {_ISSUES} WHERE i.withdrawn_at IS NULL AND i.id IN (
        SELECT max(id) FROM card_issue WHERE card_id IN (
            SELECT id FROM card WHERE household_id IN (SELECT value FROM json_each(?))
                OR resident_id IN (SELECT value FROM json_each(?)))
        GROUP BY card_id)
"""  # noqa: S608 - our own SQL


def fix_numbers(connection: Connection, cards: Sequence[PlannedCard], kind: CardKind) -> None:
    """Give those cards that have a new number that number for good."""
    if not cards:
        return
    numbers = connection.exec_driver_sql("SELECT number FROM card WHERE kind = ?", (kind.id,))
    known = set(numbers.scalars())
    new = [
        (
            card_id(card.facts.number),
            card.facts.number,
            kind.id,
            card.subject.household_id,
            card.subject.resident_id,
        )
        for card in cards
        if card.facts.number not in known
    ]
    if new:
        connection.exec_driver_sql(_ADD_CARD, new)


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
    first = last_id(connection, "card_issue") + 1
    ids = list(range(first, first + len(cards)))
    rows = [
        (
            ids[index],
            card_id(card.facts.number),
            card.issue,
            kind.title,
            card.facts.holder,
            card.holder_id,
            fingerprints[index],
            _place(setup, index),
            stored(at),
            account,
            *_grid(card.facts.grid),
        )
        for index, card in enumerate(cards)
    ]
    if rows:
        connection.exec_driver_sql(_ADD_ISSUE, rows)
    return ids


def _grid(grid: GridDraft | None) -> tuple[str | None, str | None]:
    """Return the grid of a card as it is called today, and who serves there."""
    if grid is None:
        return None, None
    return grid.name, officers_text(grid.officers) or None


def _place(setup: PaperSetup, index: int) -> str:
    """Return where a card of a batch lies: the sheet's id, and its slot counted from 1."""
    return f"{setup.sheet.id}{_SLOT}{(setup.start_slot - 1 + index) % setup.sheet.slots + 1}"


def place_of(layout: str) -> tuple[str, int | None]:
    """Return the sheet's id and the slot of a record; earlier ones have no slot."""
    sheet, mark, slot = layout.rpartition(_SLOT)
    return (sheet, int(slot)) if mark else (layout, None)


def withdraw(connection: Connection, issue_id: int, reason: str, at: datetime) -> None:
    """Record that a card was taken back or declared void.

    Raises:
        NotFoundError: there is no such issue.
        ConflictError: it is withdrawn already.
    """
    if get_issue(connection, issue_id).withdrawn_at is not None:
        raise ConflictError("这张卡已经作废过了，请刷新后再看。")
    withdraw_all(connection, [issue_id], reason, at)


def withdraw_all(
    connection: Connection, issue_ids: Iterable[int], reason: str, at: datetime
) -> None:
    """Record that printings are void; those that are so already stay as they are."""
    connection.exec_driver_sql(
        "UPDATE card_issue SET withdrawn_at = ?, withdrawn_reason = ? "
        "WHERE id IN (SELECT value FROM json_each(?)) AND withdrawn_at IS NULL",
        (stored(at), reason, listed(issue_ids)),
    )


def get_issue(connection: Connection, issue_id: int) -> IssuedCard:
    """Return one record.

    Raises:
        NotFoundError: there is none with this id.
    """
    found = _list(connection, f"{_ISSUES} WHERE i.id = ?", issue_id)
    if not found:
        raise _missing()
    return found[0]


def list_of_resident(connection: Connection, resident_id: int) -> list[IssuedCard]:
    """Return the cards of a person and of the person's household, the latest first.

    Cards of records that were merged into the person are among them.
    """
    return _list(connection, _OF_RESIDENT, resident_id)


def list_latest(connection: Connection, kind_id: str | None = None) -> list[IssuedCard]:
    """Return the latest printing of every card, unless it is withdrawn, in order of numbers.

    Only the cards of a kind, if one is named.
    """
    if kind_id is None:
        return _list(connection, f"{_ISSUES} WHERE {_LATEST} ORDER BY c.id")
    return _list(connection, f"{_ISSUES} WHERE {_LATEST} AND c.kind = ? ORDER BY c.id", kind_id)


def list_latest_of_homes(
    connection: Connection, dwelling_ids: Iterable[int]
) -> list[tuple[int, IssuedCard]]:
    """Return the latest printing of the cards of those who live in some dwellings now.

    Each comes with the dwelling; withdrawn ones are left out.
    """
    homes: dict[tuple[str, int], int] = {}
    for row in connection.exec_driver_sql(_LIVING_IN, (listed(dwelling_ids),)):
        homes["resident", row.id] = row.home_id
        if row.household_id is not None:
            homes.setdefault(("household", row.household_id), row.home_id)
    households = [number for kind, number in homes if kind == "household"]
    people = [number for kind, number in homes if kind == "resident"]
    mine = (listed(households), listed(people))
    return [
        (
            homes["household", card.household_id]
            if card.household_id is not None
            else homes["resident", card.resident_id or 0],
            card,
        )
        for card in _list(connection, _LATEST_OF_SOME, *mine)
    ]


def find_number(connection: Connection, number: str) -> IssuedCard | None:
    """Return the latest printing of the card with a number, or None."""
    query = f"{_ISSUES} WHERE c.number = ? ORDER BY i.id DESC LIMIT 1"
    found = _list(connection, query, number)
    return found[0] if found else None


def _list(connection: Connection, query: str, *values: int | str) -> list[IssuedCard]:
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
            grid=row.grid,
            officers=row.officers,
        )
        for row in connection.exec_driver_sql(query, values)
    ]


def card_id(number: str) -> int:
    """Return the id of the card with a number: all but the check digit."""
    return int(number[:-1])


def _missing() -> NotFoundError:
    return NotFoundError("这张卡的登记已经不在台账里，可能刚被撤销，请刷新后再看。")
