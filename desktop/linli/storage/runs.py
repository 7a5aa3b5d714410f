"""Print runs (打印批次) as records: the cards in their order, and the printing of each.

A portion is what was printed at once. Its records bear one moment, which no other portion of the
run has (`next_moment`). Plain SQL: printing cards waits for no mapped records.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import zip_longest
from typing import Any, NamedTuple

from sqlalchemy import Connection

from linli.domain.cards import CardKind, CardSubject, PlannedCard
from linli.domain.paper import CardSize, PaperSetup
from linli.domain.runs import Run, RunCard, RunCardState
from linli.errors import NotFoundError
from linli.storage.card_issues import card_id, place_of
from linli.storage.ids import listed
from linli.storage.setups import read_setup, setup_text
from linli.storage.times import shown, stored

_RUNS = """
    SELECT r.*, count(l.id) AS total, count(l.issue_id) AS printed,
        coalesce(sum(l.left_out AND l.issue_id IS NULL), 0) AS left_out
    FROM print_run r LEFT JOIN print_run_card l ON l.run_id = r.id
"""
_CARDS = """
    SELECT l.*, c.number, c.household_id, c.resident_id
    FROM print_run_card l JOIN card c ON c.id = l.card_id WHERE l.run_id = ? ORDER BY l.position
"""
_LATEST_RUN = """
    SELECT max(l.run_id) FROM print_run_card l JOIN card c ON c.id = l.card_id WHERE c.number = ?
"""
_STANDING = """
    SELECT l.position, i.id, i.layout, i.fingerprint, i.issued_at
    FROM print_run_card l JOIN card_issue i ON i.id = l.issue_id
    WHERE l.run_id = ?1 AND i.issued_at = (
        SELECT max(i.issued_at) FROM card_issue i JOIN print_run_card l ON l.issue_id = i.id
        WHERE l.run_id = ?1)
    ORDER BY l.position
"""
_PORTION = """
    SELECT i.id, i.layout FROM card_issue i JOIN print_run_card l ON l.card_id = i.card_id
    WHERE l.run_id = ? AND i.issued_at = ? ORDER BY i.id
"""
_LAST_MOMENT = """
    SELECT max(i.issued_at) FROM card_issue i JOIN print_run_card l ON l.card_id = i.card_id
    WHERE l.run_id = ?
"""
_ADD_RUN = """
    INSERT INTO print_run (title, kind, kind_title, size, setup, started_at, account, closed_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
"""
_ADD_CARD = """
    INSERT INTO print_run_card
        (run_id, position, card_id, issue_id, left_out, holder, building, place)
    VALUES (?, ?, ?, ?, 0, ?, ?, ?)
"""
_PRINTED = """
    UPDATE print_run_card
    SET issue_id = ?, left_out = 0, reason = NULL, holder = ?, building = ?, place = ?
    WHERE run_id = ? AND position = ?
"""
_AT_POSITIONS = "WHERE run_id = ? AND position IN (SELECT value FROM json_each(?))"
_WAITING = f"""
    UPDATE print_run_card SET issue_id = NULL, left_out = 0, reason = ? {_AT_POSITIONS}
"""  # noqa: S608 - a condition of our own
_LEFT_OUT = f"UPDATE print_run_card SET left_out = 1, reason = ? {_AT_POSITIONS}"  # noqa: S608 - a condition of our own

# ---- reading ------------------------------------------------------------------------------


def list_runs(connection: Connection, limit: int) -> list[Run]:
    """Return the latest runs, the last begun first."""
    rows = connection.exec_driver_sql(f"{_RUNS} GROUP BY r.id ORDER BY r.id DESC LIMIT ?", (limit,))
    return [_run(row) for row in rows]


def get_run(connection: Connection, run_id: int) -> Run:
    """Return a run with its figures.

    Raises:
        NotFoundError: there is none with this number.
    """
    query = f"{_RUNS} WHERE r.id = ? GROUP BY r.id"
    row = connection.exec_driver_sql(query, (run_id,)).one_or_none()
    if row is None:
        raise NotFoundError(f"没有第 {run_id} 批打印，可能已被撤销，请看打印批次的列表。")
    return _run(row)


def list_cards(connection: Connection, run_id: int) -> list[RunCard]:
    """Return the cards of a run in their order."""
    return [
        RunCard(
            position=row.position,
            number=row.number,
            holder=row.holder,
            building=row.building,
            place=row.place,
            state=_state(row),
            issue_id=row.issue_id,
            reason=row.reason,
        )
        for row in connection.exec_driver_sql(_CARDS, (run_id,))
    ]


def latest_run_of(connection: Connection, number: str) -> int | None:
    """Return the latest run that has a card of this number."""
    found: int | None = connection.exec_driver_sql(_LATEST_RUN, (number,)).scalar_one()
    return found


def list_subjects(connection: Connection, run_id: int) -> dict[int, CardSubject]:
    """Return whose each card of a run is, by position."""
    return {
        row.position: CardSubject(household_id=row.household_id, resident_id=row.resident_id)
        for row in connection.exec_driver_sql(_CARDS, (run_id,))
    }


class PrintedPortion(NamedTuple):
    """What was printed last of a run and has not been taken back.

    `sheet` and `first_slot` say where its first card lies, `next_slot` where the last sheet has
    room: 1, a fresh one, when the sheet is full or its last card was taken back. Records of an
    earlier version know no slots. `has_gaps` when cards before the last one were taken back.
    """

    positions: tuple[int, ...]
    fingerprints: tuple[str, ...]
    sheet: str
    first_slot: int
    next_slot: int
    has_gaps: bool


def last_portion(connection: Connection, run_id: int, setup: PaperSetup) -> PrintedPortion | None:
    """Return what was printed last, or None where nothing stands.

    Args:
        connection: a consistent state of the ledger.
        run_id: the run.
        setup: the paper on which printing may go on.
    """
    standing = connection.exec_driver_sql(_STANDING, (run_id,)).all()
    if not standing:
        return None
    all_of_it = connection.exec_driver_sql(_PORTION, (run_id, standing[0].issued_at))
    places = [(row.id, place_of(row.layout)) for row in all_of_it]
    _, (sheet, first_slot) = places[0]
    final, (_, final_slot) = places[-1]
    left = sorted(row.id for row in standing)
    used = (final_slot or 0) if sheet == setup.sheet.id and final == left[-1] else 0
    return PrintedPortion(
        positions=tuple(row.position for row in standing),
        fingerprints=tuple(row.fingerprint for row in standing),
        sheet=sheet,
        first_slot=first_slot or 1,
        next_slot=used % setup.sheet.slots + 1,
        has_gaps=left != [issue_id for issue_id, _ in places[: len(left)]],
    )


def next_moment(connection: Connection, run_id: int, now: datetime) -> datetime:
    """Return the moment of a new portion: `now`, but later than every one before.

    The machine's clock may have been set back.
    """
    latest: str | None = connection.exec_driver_sql(_LAST_MOMENT, (run_id,)).scalar_one()
    if latest is None or stored(now) > latest:
        return now
    return shown(latest) + timedelta(milliseconds=1)


# ---- writing ------------------------------------------------------------------------------


def add_run(
    connection: Connection,
    cards: Sequence[PlannedCard],
    *,
    kind: CardKind,
    title: str,
    size: CardSize,
    setup: PaperSetup,
    at: datetime,
    account: str,
    issue_ids: Sequence[int] = (),
) -> int:
    """Add a run of cards whose numbers are fixed; the first of them have `issue_ids`: are printed.

    A run of which nothing waits is closed.
    """
    run_id = connection.exec_driver_sql(
        _ADD_RUN,
        (
            title,
            kind.id,
            kind.title,
            size.id,
            setup_text(setup),
            stored(at),
            account,
            stored(at) if len(issue_ids) == len(cards) else None,
        ),
    ).scalar_one()
    lines = [
        (run_id, position, card_id(card.facts.number), issue_id, *_said(card))
        for position, (card, issue_id) in enumerate(zip_longest(cards, issue_ids), 1)
    ]
    if lines:
        connection.exec_driver_sql(_ADD_CARD, lines)
    return int(run_id)


def mark_printed(
    connection: Connection,
    run_id: int,
    printed: Mapping[int, tuple[PlannedCard, int]],
) -> None:
    """Record the printing, (card, issue), of each position, with what the card says now."""
    lines = [
        (issue_id, *_said(card), run_id, position) for position, (card, issue_id) in printed.items()
    ]
    if lines:
        connection.exec_driver_sql(_PRINTED, lines)


def mark_waiting(
    connection: Connection, run_id: int, positions: Iterable[int], reason: str
) -> None:
    """Let cards wait again, with the reason why."""
    connection.exec_driver_sql(_WAITING, (reason, run_id, listed(positions)))


def mark_left_out(
    connection: Connection, run_id: int, positions: Iterable[int], reason: str
) -> None:
    """Leave waiting cards out of the run, with the reason why."""
    connection.exec_driver_sql(_LEFT_OUT, (reason, run_id, listed(positions)))


def set_closed(connection: Connection, run_id: int, at: datetime | None) -> None:
    """Close a run, or open it again with None."""
    connection.exec_driver_sql(
        "UPDATE print_run SET closed_at = ? WHERE id = ?", (stored(at) if at else None, run_id)
    )


def close_if_done(connection: Connection, run_id: int, at: datetime) -> None:
    """Close a run in which nothing waits, unless it is closed already."""
    run = get_run(connection, run_id)
    if not run.waiting and run.closed_at is None:
        set_closed(connection, run_id, at)


def _said(card: PlannedCard) -> tuple[str, str, str]:
    """Return holder, building and place, as a line of the run keeps them."""
    return (card.facts.holder, card.building, card.facts.place)


def _run(row: Any) -> Run:
    return Run(
        id=row.id,
        title=row.title,
        kind=row.kind,
        kind_title=row.kind_title,
        size=row.size,
        setup=read_setup(row.setup),
        started_at=shown(row.started_at),
        account=row.account,
        total=row.total,
        printed=row.printed,
        left_out=row.left_out,
        closed_at=shown(row.closed_at) if row.closed_at else None,
    )


def _state(row: Any) -> RunCardState:
    if row.issue_id is not None:
        return RunCardState.PRINTED
    return RunCardState.LEFT_OUT if row.left_out else RunCardState.WAITING
