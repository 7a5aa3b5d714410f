"""What two records of one person cannot both have (床位、待遇、守望邻居) once they are one.

- A person has one bed: the merge is refused until the clerk has said which of the two is left.
- A person gets a benefit once at a time, save 其他: the other record keeps its own, out of sight.
- Nobody is in a team twice at a time: the other record keeps its own membership.
- Nobody is one's own neighbour, and two are a pair once: such a pair is dropped until the merge is
  taken back. Of two who are called first the kept record's stays so.
"""

from datetime import date
from typing import Any

from sqlalchemy import Connection, Row

from linli.domain.beds import BedDraft
from linli.domain.entitlement_rules import OTHER_KIND
from linli.errors import UserError
from linli.storage.merge_rows import Values, delete_row, read_rows, tables, update_row

_BED = "另外还住着一张床，要先办离开才能合并"
_ENTITLEMENT = "留下的登记已经在享受这种待遇，这一条留在并走的资料里"
_TEAM = "留下的登记已经在这个队里，这一条留在并走的资料里"
_SELF = "两人结过对，合并后就是本人，撤销这一条"
_PAIR = "已经有同一位守望邻居，撤销重复的这一条"


def obstacle(connection: Connection, table: str, row: Values, moved: Values, today: date) -> str:
    """Return why a row cannot be `moved` to the kept record, "" if it can or is of other tables."""
    if table == "neighbour":
        return _pair_obstacle(connection, row, moved)
    if table == "entitlement":
        return _ENTITLEMENT if _gets_already(connection, moved, today) else ""
    if table == "team_member":
        others = read_rows(
            connection,
            tables()[table],
            {"resident_id": moved["resident_id"], "team_id": row["team_id"]},
        )
        return _TEAM if any(_both_hold(row, other) for other in others) else ""
    if table == "bed_stay":
        others = read_rows(connection, tables()[table], {"resident_id": moved["resident_id"]})
        double = row["until"] is None and any(other["until"] is None for other in others)
        return _BED if double else ""
    return ""


def refuse_two_beds(connection: Connection, kept_id: int, gone_id: int) -> None:
    """Refuse to make one of two people who have a bed each.

    Raises:
        UserError: they have.
    """
    rows = connection.exec_driver_sql(
        "SELECT r.name, s.resident_id, b.facility, b.room, b.number "
        "FROM bed_stay s JOIN bed b ON b.id = s.bed_id JOIN resident r ON r.id = s.resident_id "
        "WHERE s.until IS NULL AND s.resident_id IN (?, ?) ORDER BY s.resident_id, s.id",
        (kept_id, gone_id),
    ).all()
    if len({row.resident_id for row in rows}) == 2:
        having = "，".join(f"「{row.name}」住在{_place(row)}" for row in rows)
        raise UserError(
            f"{having}。一个人只住一张床，请先到“养老床位”里给不住的那张床办“离开”，再合并。"
        )


def move_neighbour(
    connection: Connection, row: Values, column: str, kept_id: int, said: str
) -> None:
    """Let a pair be the kept record's, or drop it if something is `said` against that."""
    table = tables()["neighbour"]
    if said:
        delete_row(connection, table, row["id"])
        return
    values: Values = {column: kept_id}
    if column == "resident_id" and row["call_first"]:
        first = read_rows(connection, table, {"resident_id": kept_id, "call_first": 1})
        if first:
            values["call_first"] = 0
    update_row(connection, table, row["id"], values)


def _place(row: Row[Any]) -> str:
    bed = BedDraft(facility=row.facility, room=row.room, number=row.number)
    return f"{bed.facility} {bed.label}"


def _pair_obstacle(connection: Connection, row: Values, moved: Values) -> str:
    if moved["resident_id"] == moved["neighbour_id"]:
        return _SELF
    if row["until"] is not None:
        return ""
    theirs = {"resident_id": moved["resident_id"]}
    for other in read_rows(connection, tables()["neighbour"], theirs):
        if other["id"] == row["id"] or other["until"] is not None:
            continue
        if other["neighbour_id"] == moved["neighbour_id"] and (
            moved["neighbour_id"] is not None or other["name"] == moved["name"]
        ):
            return _PAIR
    return ""


def _gets_already(connection: Connection, moved: Values, today: date) -> bool:
    if moved["kind_code"] == OTHER_KIND or not _is_running(moved, today):
        return False
    same = {"resident_id": moved["resident_id"], "kind_code": moved["kind_code"]}
    others = read_rows(connection, tables()["entitlement"], same)
    return any(other["id"] != moved["id"] and _is_running(other, today) for other in others)


def _both_hold(row: Values, other: Values) -> bool:
    """Whether two memberships of a team have a day in common."""
    first = max(str(row["since"] or ""), str(other["since"] or ""))
    ends = [str(each["until"]) for each in (row, other) if each["until"] is not None]
    return not ends or first <= min(ends)


def _is_running(row: Values, today: date) -> bool:
    return row["until"] is None or str(row["until"]) > today.isoformat()
