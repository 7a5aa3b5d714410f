"""Print runs (打印批次) as records: the cards in their order, and the printing of each.

A portion is what was printed at once. Its records bear one moment, which no other portion of the
run has (`next_moment`).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import zip_longest
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, case, func, insert, select, update

from linli.domain.cards import CardKind, CardSubject, PlannedCard
from linli.domain.paper import CardSize, PaperSetup
from linli.domain.runs import Run, RunCard, RunCardState
from linli.errors import NotFoundError
from linli.storage.card_issues import card_id, place_of
from linli.storage.ids import among
from linli.storage.schema import CardIssueRecord, CardRecord, PrintRunCardRecord, PrintRunRecord
from linli.storage.setups import read_setup, setup_text
from linli.storage.times import shown, stored

_LINE = PrintRunCardRecord

# ---- reading ------------------------------------------------------------------------------


def list_runs(connection: Connection, limit: int) -> list[Run]:
    """Return the latest runs, the last begun first."""
    rows = connection.execute(_runs().order_by(PrintRunRecord.id.desc()).limit(limit))
    return [_run(row) for row in rows]


def get_run(connection: Connection, run_id: int) -> Run:
    """Return a run with its figures.

    Raises:
        NotFoundError: there is none with this number.
    """
    row = connection.execute(_runs().where(PrintRunRecord.id == run_id)).one_or_none()
    if row is None:
        raise NotFoundError(f"没有第 {run_id} 批打印，可能已被撤销，请看打印批次的列表。")
    return _run(row)


def list_cards(connection: Connection, run_id: int) -> list[RunCard]:
    """Return the cards of a run in their order."""
    rows = connection.execute(
        select(_LINE.__table__, CardRecord.number)
        .join(CardRecord, CardRecord.id == _LINE.card_id)
        .where(_LINE.run_id == run_id)
        .order_by(_LINE.position)
    )
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
        for row in rows
    ]


def latest_run_of(connection: Connection, number: str) -> int | None:
    """Return the latest run that has a card of this number."""
    found: int | None = connection.execute(
        select(func.max(_LINE.run_id))
        .join(CardRecord, CardRecord.id == _LINE.card_id)
        .where(CardRecord.number == number)
    ).scalar_one()
    return found


def list_subjects(connection: Connection, run_id: int) -> dict[int, CardSubject]:
    """Return whose each card of a run is, by position."""
    rows = connection.execute(
        select(_LINE.position, CardRecord.household_id, CardRecord.resident_id)
        .join(CardRecord, CardRecord.id == _LINE.card_id)
        .where(_LINE.run_id == run_id)
    )
    return {
        row.position: CardSubject(household_id=row.household_id, resident_id=row.resident_id)
        for row in rows
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
    issued = CardIssueRecord
    last = (
        select(func.max(issued.issued_at))
        .join(_LINE, _LINE.issue_id == issued.id)
        .where(_LINE.run_id == run_id)
        .scalar_subquery()
    )
    standing = connection.execute(
        select(_LINE.position, issued.id, issued.layout, issued.fingerprint, issued.issued_at)
        .join(issued, issued.id == _LINE.issue_id)
        .where(_LINE.run_id == run_id, issued.issued_at == last)
        .order_by(_LINE.position)
    ).all()
    if not standing:
        return None
    all_of_it = (
        select(issued.id, issued.layout)
        .join(_LINE, _LINE.card_id == issued.card_id)
        .where(_LINE.run_id == run_id, issued.issued_at == standing[0].issued_at)
        .order_by(issued.id)
    )
    places = [(row.id, place_of(row.layout)) for row in connection.execute(all_of_it)]
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
    latest: str | None = connection.execute(
        select(func.max(CardIssueRecord.issued_at))
        .join(_LINE, _LINE.card_id == CardIssueRecord.card_id)
        .where(_LINE.run_id == run_id)
    ).scalar_one()
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
    run_id = connection.execute(
        insert(PrintRunRecord)
        .values(
            title=title,
            kind=kind.id,
            kind_title=kind.title,
            size=size.id,
            setup=setup_text(setup),
            started_at=stored(at),
            account=account,
            closed_at=stored(at) if len(issue_ids) == len(cards) else None,
        )
        .returning(PrintRunRecord.id)
    ).scalar_one()
    lines = [
        {
            "run_id": run_id,
            "position": position,
            "card_id": card_id(card.facts.number),
            "issue_id": issue_id,
            "left_out": False,
            "reason": None,
            **_said(card),
        }
        for position, (card, issue_id) in enumerate(zip_longest(cards, issue_ids), 1)
    ]
    connection.execute(insert(_LINE), lines)
    return int(run_id)


def mark_printed(
    connection: Connection,
    run_id: int,
    printed: Mapping[int, tuple[PlannedCard, int]],
) -> None:
    """Record the printing, (card, issue), of each position, with what the card says now."""
    table = _LINE.__table__
    values = ("holder", "building", "place", "issue_id")
    query = (
        update(table)  # type: ignore[arg-type]  # a Table, which SQLAlchemy types as FromClause
        .where(table.c.run_id == run_id, table.c.position == bindparam("at_position"))
        .values({name: bindparam(f"new_{name}") for name in values} | _PLAIN)
    )
    connection.execute(
        query,
        [
            {
                "at_position": position,
                **{f"new_{name}": text for name, text in _said(card).items()},
                "new_issue_id": issue_id,
            }
            for position, (card, issue_id) in printed.items()
        ],
    )


def mark_waiting(
    connection: Connection, run_id: int, positions: Iterable[int], reason: str
) -> None:
    """Let cards wait again, with the reason why."""
    _mark(connection, run_id, positions, issue_id=None, left_out=False, reason=reason)


def mark_left_out(
    connection: Connection, run_id: int, positions: Iterable[int], reason: str
) -> None:
    """Leave waiting cards out of the run, with the reason why."""
    _mark(connection, run_id, positions, left_out=True, reason=reason)


def set_closed(connection: Connection, run_id: int, at: datetime | None) -> None:
    """Close a run, or open it again with None."""
    connection.execute(
        update(PrintRunRecord)
        .where(PrintRunRecord.id == run_id)
        .values(closed_at=stored(at) if at else None)
    )


def close_if_done(connection: Connection, run_id: int, at: datetime) -> None:
    """Close a run in which nothing waits, unless it is closed already."""
    run = get_run(connection, run_id)
    if not run.waiting and run.closed_at is None:
        set_closed(connection, run_id, at)


_PLAIN = {"left_out": False, "reason": None}


def _mark(connection: Connection, run_id: int, positions: Iterable[int], **values: Any) -> None:
    connection.execute(
        update(_LINE)
        .where(_LINE.run_id == run_id, _LINE.position.in_(among(positions)))
        .values(**values)
    )


def _said(card: PlannedCard) -> dict[str, str]:
    facts = card.facts
    return {"holder": facts.holder, "building": card.building, "place": facts.place}


def _runs() -> Select[Any]:
    line = _LINE
    is_out = line.left_out & line.issue_id.is_(None)
    return (
        select(
            PrintRunRecord.__table__,
            func.count(line.id).label("total"),
            func.count(line.issue_id).label("printed"),
            func.coalesce(func.sum(case((is_out, 1), else_=0)), 0).label("left_out"),
        )
        .outerjoin(line, line.run_id == PrintRunRecord.id)
        .group_by(PrintRunRecord.id)
    )


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
