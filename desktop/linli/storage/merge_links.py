"""Whatever refers to a person (住户、结对、卡 …), found from the tables' foreign keys.

A table that is added later is found too; a test asks for its words here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from sqlalchemy import Connection, Table

from linli.storage import merge_registers
from linli.storage.merge_rows import (
    Values,
    is_taken,
    read_rows,
    tables,
    update_row,
)
from linli.storage.readable import Words

LISTS = {"identity_document": "证件", "phone": "电话", "resident_tag": "标签"}
"""Lists of a person, of which the clerk chooses the entries."""

FACTS = {"floating_stay": "流动人口登记", "party_membership": "党员登记"}
"""What is recorded once of a person: chosen by field where both have it."""

LABELS = {
    ("board_entry", "resident_id"): "公示栏",
    ("grid_officer", "resident_id"): "网格岗位",
    ("tenancy", "resident_id"): "租住",
    ("pairing", "resident_id"): "结对帮扶",
    ("drawn_glyph", "resident_id"): "手绘字",
    ("card", "resident_id"): "卡号",
    ("card_issue", "holder_id"): "发卡记录",
    ("entitlement", "resident_id"): "救助保障",
    ("visit", "resident_id"): "走访",
    ("bed_stay", "resident_id"): "床位",
    ("neighbour", "resident_id"): "邻里守望（受照看）",
    ("neighbour", "neighbour_id"): "邻里守望（照看别人）",
    ("consent", "resident_id"): "个人信息告知书",
    ("privacy_request", "resident_id"): "个人信息请求",
    ("retention_decision", "resident_id"): "保存期限的决定",
    ("notice_recipient", "resident_id"): "发给本人的通知",
    ("team_member", "resident_id"): "队伍",
    ("report", "resident_id"): "信息报送",
    ("reception_visit", "resident_id"): "来访登记",
    ("sweep_person", "resident_id"): "排查中提到的人",
    ("petition", "resident_id"): "信访",
    ("suggestion", "resident_id"): "建议",
    ("walk_line", "resident_id"): "核对单",
    ("post_claim", "resident_id"): "岗位认领和承诺",
    ("allowance_line", "resident_id"): "信息员补助",
    ("worker", "resident_id"): "值班人员",
    ("agency_case", "resident_id"): "代办",
    ("dispatch", "resident_id"): "家政派遣",
    ("voucher", "resident_id"): "代金券",
    ("booking", "resident_id"): "场地预约",
    ("event_guest", "resident_id"): "活动名单",
    ("case_party", "resident_id"): "矛盾纠纷（当事人）",
    ("case_mediator", "resident_id"): "矛盾纠纷（调解员）",
    **{(table, "resident_id"): label for table, label in (LISTS | FACTS).items()},
}
"""What a reference to a person is called."""

STAYING = frozenset(
    {
        ("resident", "merged_into"),
        ("merge", "kept_id"),
        ("merge", "gone_id"),
        ("not_same", "first_id"),
        ("not_same", "second_id"),
    }
)
"""References that stay as they are: who was merged, and who was told apart (see `told_apart`)."""

_STAYS_ONCE = "已经有一份，这一份留在并走的资料里"
_STAYS_CARD = "这种卡已经有卡号；这张旧卡请收回"


@dataclass(frozen=True)
class Link:
    """A column that refers to a person."""

    table: Table
    column: str

    @property
    def label(self) -> str:
        """The reference in the clerk's words."""
        return LABELS[self.table.name, self.column]


@cache
def all_links() -> tuple[Link, ...]:
    """Return every column of the ledger that refers to a person, save those that stay."""
    return tuple(
        Link(table, column.name)
        for table in tables().values()
        for column in table.columns
        if any(key.column.table.name == "resident" for key in column.foreign_keys)
        and (table.name, column.name) not in STAYING
    )


def attached_links() -> list[Link]:
    """Return the links whose rows move along by themselves."""
    return [link for link in all_links() if link.table.name not in (*LISTS, *FACTS)]


def attached(
    connection: Connection, gone_id: int, kept_id: int, today: date
) -> Iterator[tuple[Link, Values, str]]:
    """Yield what is attached to a person, and why it cannot be the other's ("" if it can)."""
    for link in attached_links():
        for row in read_rows(connection, link.table, {link.column: gone_id}):
            yield link, row, _obstacle(connection, link, row, kept_id, today)


def move_attached(connection: Connection, gone_id: int, kept_id: int, today: date) -> None:
    """Let everything attached to `gone_id` be `kept_id`'s, as far as it can."""
    for link, row, obstacle in list(attached(connection, gone_id, kept_id, today)):
        if link.table.name == "neighbour":
            merge_registers.move_neighbour(connection, row, link.column, kept_id, obstacle)
        elif not obstacle:
            update_row(connection, link.table, row["id"], {link.column: kept_id})


def move_entry(connection: Connection, table: Table, row: Values, owner: int) -> bool:
    """Put an entry of a list behind the entries of `owner`; False if it is there already."""
    if is_taken(connection, table, {**row, "resident_id": owner}):
        return False
    last = max(
        (r["position"] for r in read_rows(connection, table, {"resident_id": owner})), default=-1
    )
    values = {"resident_id": owner, "position": last + 1}
    update_row(connection, table, row["id"], values)
    return True


def describe(
    connection: Connection, words: Words, table: str, row: Values, *, plain: bool = False
) -> str:
    """Return a row in a few words: where it is, what the journal shows of it, or its number.

    Documents and phones are masked unless `plain`.
    """
    if plain and table in _NUMBERS:
        return str(row["number"])
    place = _PLACES.get(table)
    if place is not None:
        found = connection.exec_driver_sql(place, (row["id"],)).one_or_none()
        return " ".join(str(part) for part in found or () if part)
    if row.get("household_id") is not None:
        return words.household(str(row["household_id"]))
    people = {link.column for link in all_links() if link.table.name == table}
    own = {column: value for column, value in row.items() if column not in people}
    said = [text for _, text in words.of(table, own)]
    return " · ".join(said[:2]) or next((str(row[c]) for c in _TELLING if row.get(c)), "")


_PLACES = {
    "tenancy": (
        "SELECT d.estate, d.building, d.unit, d.room FROM tenancy t JOIN rental r "
        "ON r.id = t.rental_id JOIN dwelling d ON d.id = r.dwelling_id WHERE t.id = ?"
    ),
    "bed_stay": (
        "SELECT b.facility, b.room, b.number FROM bed_stay s JOIN bed b ON b.id = s.bed_id "
        "WHERE s.id = ?"
    ),
    "card_issue": (
        "SELECT i.kind_title, c.number FROM card_issue i JOIN card c ON c.id = i.card_id "
        "WHERE i.id = ?"
    ),
    "grid_officer": (
        "SELECT g.name FROM grid_officer o JOIN grid g ON g.id = o.grid_id WHERE o.id = ?"
    ),
    "post_claim": "SELECT p.name FROM post_claim c JOIN duty_post p ON p.id = c.post_id "
    "WHERE c.id = ?",
    "event_guest": "SELECT e.title FROM event_guest g JOIN event e ON e.id = g.event_id "
    "WHERE g.id = ?",
    "case_party": "SELECT c.title FROM case_party p JOIN mediation_case c ON c.id = p.case_id "
    "WHERE p.id = ?",
    "case_mediator": "SELECT c.title FROM case_mediator m JOIN mediation_case c "
    "ON c.id = m.case_id WHERE m.id = ?",
    "board_entry": (
        "SELECT g.name, e.post FROM board_entry e JOIN grid g ON g.id = e.grid_id WHERE e.id = ?"
    ),
}
_NUMBERS = ("identity_document", "phone")
_TELLING = ("number", "day", "since", "character", "name")


def _obstacle(connection: Connection, link: Link, row: Values, kept_id: int, today: date) -> str:
    moved = {**row, link.column: kept_id}
    if is_taken(connection, link.table, moved):
        return _STAYS_CARD if link.table.name == "card" else _STAYS_ONCE
    return merge_registers.obstacle(connection, link.table.name, row, moved, today)
