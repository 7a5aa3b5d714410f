"""Merging (合并): one record takes over what the clerk chose, and everything attached to the other.

The record that goes stays as a row, out of sight, so that whatever names its id stays true. What
was done is written down row by row (see `merge_steps`) and can be taken back (see `unmerges`).

When A has gone into B and B goes into C, A goes on saying B: each merge is taken back by itself.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from linli.domain.merges import Attachment, ComparedItem, Comparison, MergeChoices, Side
from linli.domain.relations import HEAD_CODE
from linli.domain.resident_rules import ONE_OF_A_KIND
from linli.domain.residents import ResidentStatus
from linli.storage import households, merge_links, merge_registers, told_apart
from linli.storage.merge_fields import Sides
from linli.storage.merge_links import FACTS, LISTS
from linli.storage.merge_rows import (
    Values,
    delete_row,
    read_row,
    read_rows,
    tables,
    update_row,
)
from linli.storage.merge_steps import write_merge
from linli.storage.readable import Words
from linli.storage.times import shown, stored

if TYPE_CHECKING:
    from linli.storage.database import Writing


def compare(
    connection: Connection, kept_id: int, gone_id: int, today: date, *, plain: bool = False
) -> Comparison:
    """Put two people side by side; both are in the ledger. Numbers are masked unless `plain`."""
    sides = Sides(connection, kept_id, gone_id)
    kept, gone = sides.rows["resident"]
    versions = {
        row.id: row.version
        for row in connection.exec_driver_sql(
            "SELECT id, version FROM resident WHERE id IN (?, ?)", (kept_id, gone_id)
        )
    }
    words = Words(connection)
    fields = (sides.compared(field) for field in sides.fields())
    return Comparison(
        kept_id=kept_id,
        gone_id=gone_id,
        kept_version=versions[kept_id],
        gone_version=versions[gone_id],
        kept_name=kept["name"],
        gone_name=gone["name"],
        kept_entered=shown(kept["created_at"]),
        gone_entered=shown(gone["created_at"]),
        fields=tuple(field for field in fields if field is not None),
        items=tuple(_items(connection, sides, kept_id, gone_id, plain=plain)),
        attachments=tuple(
            Attachment(
                label=link.label,
                text=merge_links.describe(connection, words, link.table.name, row),
                moves=not obstacle,
                reason=obstacle,
            )
            for link, row, obstacle in merge_links.attached(connection, gone_id, kept_id, today)
        ),
        told_apart=told_apart.is_apart(connection, kept_id, gone_id),
    )


def merge(
    work: "Writing",
    kept_id: int,
    gone_id: int,
    choices: MergeChoices,
    *,
    at: datetime,
    account: str,
) -> int:
    """Let `gone_id` go into `kept_id` inside a transaction that does nothing else.

    Returns:
        The merge's id.

    Raises:
        UserError: both have a bed.
    """
    connection = work.connection
    merge_registers.refuse_two_beds(connection, kept_id, gone_id)
    sides = Sides(connection, kept_id, gone_id)
    chosen = sides.chosen(choices.fields)
    _leave_households(work, sides, chosen.get("resident", {}), at.date())
    for table, values in chosen.items():
        row = sides.rows[table][0]
        update_row(connection, tables()[table], row["id"], values)
    _move_lists(connection, kept_id, gone_id, choices.left_out)
    merge_links.move_attached(connection, gone_id, kept_id, at.date())
    hidden = {"recycled_at": stored(at), "merged_into": kept_id}
    update_row(connection, tables()["resident"], gone_id, hidden)
    _close_households(connection, sides, kept_id)
    for person in (kept_id, gone_id):
        update_row(connection, tables()["resident"], person, {"updated_at": stored(at)})
    work.session.expire_all()
    return write_merge(connection, work.entry_id, kept_id, gone_id, at, account)


def _items(
    connection: Connection, sides: Sides, kept_id: int, gone_id: int, *, plain: bool
) -> Iterator[ComparedItem]:
    """Yield the entries of both people's lists; what both have once."""
    words = Words(connection)
    once = [name for name in FACTS if name not in sides.rows]
    for name in (*LISTS, *once):
        known = set()
        single: set[object] = set()
        for side, person in ((Side.KEPT, kept_id), (Side.GONE, gone_id)):
            for row in _entries(connection, name, person):
                if side is Side.GONE and _said(name, row) in known:
                    continue
                known.add(_said(name, row))
                first = row.get("kind") not in single
                if name == "identity_document" and row["kind"] in ONE_OF_A_KIND:
                    single.add(row["kind"])
                yield ComparedItem(
                    key=_key(name, row),
                    label=(LISTS | FACTS)[name],
                    text=merge_links.describe(connection, words, name, row, plain=plain),
                    side=side,
                    suggested=first,
                )


def _entries(connection: Connection, name: str, person: int) -> list[Values]:
    rows = read_rows(connection, tables()[name], {"resident_id": person})
    return sorted(rows, key=lambda row: (row.get("kind", ""), row.get("position", 0)))


def _key(table: str, row: Values) -> str:
    return f"{table}/{row['id']}"


def _move_lists(
    connection: Connection, kept_id: int, gone_id: int, left_out: frozenset[str]
) -> None:
    """Bring the chosen entries of both people's lists together.

    What the clerk leaves out of the kept one's is dropped until the merge is taken back; what is
    left out of the other's stays with that record.
    """
    for name in LISTS:
        table = tables()[name]
        mine, theirs = (_entries(connection, name, person) for person in (kept_id, gone_id))
        known = [_said(name, row) for row in mine]
        for row in mine:
            if _key(name, row) in left_out:
                delete_row(connection, table, row["id"])
        for row in theirs:
            if _key(name, row) not in left_out and _said(name, row) not in known:
                merge_links.move_entry(connection, table, row, kept_id)
    for name in FACTS:
        table = tables()[name]
        has, gets = (_entries(connection, name, person) for person in (gone_id, kept_id))
        if has and not gets and _key(name, has[0]) not in left_out:
            update_row(connection, table, has[0]["id"], {"resident_id": kept_id})
        elif gets and not has and _key(name, gets[0]) in left_out:
            delete_row(connection, table, gets[0]["id"])


def _said(name: str, row: Values) -> tuple[object, ...]:
    """Return what makes an entry the same as another: of a phone the number alone."""
    if name == "phone":
        return (row["number"],)
    return (row.get("kind"), row.get("number"), row.get("text"))


# ---- households ---------------------------------------------------------------------------


def _leave_households(work: "Writing", sides: Sides, chosen: Values, today: date) -> None:
    """Before people leave a household: who stays gets a head (see `households.hand_over`)."""
    kept, gone = sides.rows["resident"]
    moved = {**kept, **chosen}
    leaves = moved["household_id"] != kept["household_id"]
    dies = moved["status"] != ResidentStatus.PRESENT.value
    if kept["household_id"] is not None and (leaves or dies):
        households.hand_over(work.session, kept["household_id"], {kept["id"]}, today)
    takes_over = (
        moved["household_id"] == gone["household_id"]
        and moved["relation_code"] == HEAD_CODE
        and moved["status"] == ResidentStatus.PRESENT.value
    )
    if gone["household_id"] is not None and not takes_over:
        households.hand_over(work.session, gone["household_id"], {gone["id"]}, today)
    work.session.flush()


def _close_households(connection: Connection, sides: Sides, kept_id: int) -> None:
    """Dissolve households that only merged records belong to, unless they have a card.

    Pairings and visits of such a household go on with the household of the kept record.
    """
    now = read_row(connection, tables()["resident"], kept_id)
    target = None if now is None else now["household_id"]
    for household_id in {row["household_id"] for row in sides.rows["resident"]} - {None, target}:
        members = read_rows(connection, tables()["resident"], {"household_id": household_id})
        if any(member["merged_into"] is None for member in members):
            continue
        if target is not None:
            for name, column, row in _uses(connection, household_id):
                if name not in ("card", "resident"):
                    update_row(connection, tables()[name], row["id"], {column: target})
        if any(name != "resident" for name, _, _ in _uses(connection, household_id)):
            continue
        for member in members:
            home = connection.exec_driver_sql(
                "SELECT home_id FROM resident WHERE id = ?", (member["id"],)
            ).scalar_one()
            alone = {"household_id": None, "relation_code": None, "dwelling_id": home}
            update_row(connection, tables()["resident"], member["id"], alone)
        delete_row(connection, tables()["household"], household_id)


def _uses(connection: Connection, household_id: int) -> list[tuple[str, str, Values]]:
    """Return (table, column, row) of whatever refers to a household."""
    return [
        (table.name, column.name, row)
        for table in tables().values()
        for column in table.columns
        if any(key.column.table.name == "household" for key in column.foreign_keys)
        for row in read_rows(connection, table, {column.name: household_id})
    ]
