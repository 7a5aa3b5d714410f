"""Who is not one person (不是同一人), and how a record stands that is to be compared."""

from typing import NamedTuple

from sqlalchemy import Connection

from linli.errors import NotFoundError, UserError

Pair = tuple[int, int]


def all_pairs(connection: Connection) -> set[Pair]:
    """Return all pairs of people who are told apart, the smaller id first.

    Of a merged record it is said of the one that took it in, as long as it is merged.
    """
    return {pair for pair, _ in _resolved(connection)}


def of_person(connection: Connection, resident_id: int) -> set[int]:
    """Return from whom somebody is told apart."""
    pairs = (pair for pair in all_pairs(connection) if resident_id in pair)
    return {one if other == resident_id else other for one, other in pairs}


def is_apart(connection: Connection, one: int, other: int) -> bool:
    """Whether the clerk has said that two are not one person."""
    return _ordered(one, other) in all_pairs(connection)


def add(connection: Connection, one: int, other: int) -> None:
    """Remember that two are not one person."""
    connection.exec_driver_sql(
        "INSERT INTO not_same (first_id, second_id) VALUES (?, ?) "
        "ON CONFLICT (first_id, second_id) DO NOTHING",
        _ordered(one, other),
    )


def remove(connection: Connection, one: int, other: int) -> None:
    """Forget that two are not one person."""
    wanted = _ordered(one, other)
    for pair, row_id in _resolved(connection):
        if pair == wanted:
            connection.exec_driver_sql("DELETE FROM not_same WHERE id = ?", (row_id,))


def _resolved(connection: Connection) -> list[tuple[Pair, int]]:
    """Return the pairs of today's records, each with the row that says so."""
    merged = connection.exec_driver_sql(
        "SELECT id, merged_into FROM resident WHERE merged_into IS NOT NULL"
    )
    into = {row.id: row.merged_into for row in merged}

    def today(resident_id: int) -> int:
        while resident_id in into:
            resident_id = into[resident_id]
        return resident_id

    rows = connection.exec_driver_sql("SELECT first_id, second_id, id FROM not_same")
    found = [(_ordered(today(one), today(other)), row_id) for one, other, row_id in rows]
    return [(pair, row_id) for pair, row_id in found if pair[0] != pair[1]]


def _ordered(one: int, other: int) -> Pair:
    return min(one, other), max(one, other)


class Standing(NamedTuple):
    """Whether somebody can be compared; `merged_into` is the name of whose record took it in."""

    name: str
    recycled: bool
    merged_into: str | None


def standing_of(connection: Connection, resident_id: int) -> Standing | None:
    """Return how a record stands, None if it is not there."""
    row = connection.exec_driver_sql(
        "SELECT r.name, r.recycled_at IS NOT NULL AS recycled, k.name AS kept FROM resident r "
        "LEFT JOIN resident k ON k.id = r.merged_into WHERE r.id = ?",
        (resident_id,),
    ).one_or_none()
    return None if row is None else Standing(row.name, bool(row.recycled), row.kept)


def check_mergeable(connection: Connection, resident_id: int) -> None:
    """Make sure that somebody can be compared and merged.

    Raises:
        NotFoundError: nobody has this id.
        UserError: the record is in the recycle bin or merged already.
    """
    standing = standing_of(connection, resident_id)
    if standing is None:
        raise NotFoundError("这位居民已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
    if standing.merged_into is not None:
        raise UserError(
            f"「{standing.name}」已经并入「{standing.merged_into}」，"
            f"请与「{standing.merged_into}」比对，或先撤回那次合并。"
        )
    if standing.recycled:
        raise UserError(f"「{standing.name}」在回收站里，请先恢复，再合并。")
