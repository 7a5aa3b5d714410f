"""The undo journal (后悔药): triggers record every row before and after.

Triggers, not session events: nothing can pass them by, be it a record, a bulk insert or a
cascade. A write outside an open entry is refused. Of an update only the fields that differ are
kept. `undo` plays the journal back. Only the rows that a founding adds go unrecorded (`founding`).
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from linli.domain.accounts import Actor
from linli.domain.changes import Changes, Kind
from linli.storage import redactions
from linli.storage.times import stored

if TYPE_CHECKING:  # most transactions need the triggers, not what makes them
    from sqlalchemy import Table

JOURNALED = (
    "account",
    "setting",
    "community",
    "grid",
    "grid_title",
    "grid_building",
    "grid_officer",
    "board_entry",
    "station",
    "staff",
    "dwelling",
    "household",
    "resident",
    "identity_document",
    "phone",
    "resident_tag",
    "floating_stay",
    "party_membership",
    "rental",
    "tenancy",
    "pairing",
    "drawn_glyph",
    "card_template",
    "card",
    "card_issue",
    "print_run",
    "print_run_card",
    "entitlement",
    "visit",
    "organisation",
    "organisation_leader",
    "training",
    "survey",
    "survey_tally",
    "bed",
    "bed_stay",
    "neighbour",
    "saved_filter",
    "not_same",
    "merge",
    "merge_step",
    "consent",
    "privacy_request",
    "retention_decision",
    "team",
    "team_member",
    "patrol_shift",
    "patrol_turn",
    "equipment",
    "equipment_issue",
    "drill",
    "report",
    "report_step",
    "allowance_sheet",
    "allowance_change",
    "allowance_line",
    "notice_template",
    "notice",
    "notice_recipient",
    "walk_sheet",
    "walk_line",
    "map_place",
    "map_label",
    "reception_rule",
    "reception_day",
    "reception_visit",
    "duty_post",
    "post_claim",
    "duty_text",
    "time_limit",
    "worker",
    "worker_leave",
    "worker_apart",
    "roster_plan",
    "roster_shift",
    "roster_person",
    "roster_month",
    "roster_cell",
    "roster_wish",
    "roster_change",
    "service_record",
    "volunteer_note",
    "hand_over",
    "hours_certificate",
    "station_point",
    "guide",
    "agency_case",
    "agency_step",
    *("provider", "voucher", "dispatch", "dispatch_step"),
    "case_report_entry",
    "case_report",
    "sweep",
    "sweep_finding",
    "sweep_person",
    "petition",
    "petition_step",
    "suggestion",
    "mediation_case",
    "case_party",
    "case_file",
    "case_paper",
    "case_mediator",
    "case_step",
    "case_meeting",
    "case_agreement",
    "case_duty",
    "case_visit",
    "exchange_read",
    "exchange_row",
    "exchange_field",
)
"""The tables that are written only inside an entry, and whose every change is recorded."""

UNRECORDED = frozenset({"version", "home_id"})
"""Columns the journal leaves out: undo counts `version` on, `derived.refresh` finds `home_id`."""

OWNER = {
    "grid_title": ("grid", "grid_id"),
    "grid_building": ("grid", "grid_id"),
    "grid_officer": ("grid", "grid_id"),
    "board_entry": ("grid", "grid_id"),
    "identity_document": ("resident", "resident_id"),
    "phone": ("resident", "resident_id"),
    "resident_tag": ("resident", "resident_id"),
    "floating_stay": ("resident", "resident_id"),
    "party_membership": ("resident", "resident_id"),
    "entitlement": ("resident", "resident_id"),
    "organisation_leader": ("organisation", "organisation_id"),
    "survey_tally": ("survey", "survey_id"),
    "bed_stay": ("bed", "bed_id"),
    "neighbour": ("resident", "resident_id"),
    "merge": ("resident", "kept_id"),
    "merge_step": ("merge", "merge_id"),
    "consent": ("resident", "resident_id"),
    "team_member": ("team", "team_id"),
    "patrol_turn": ("patrol_shift", "shift_id"),
    "equipment_issue": ("equipment", "equipment_id"),
    "report_step": ("report", "report_id"),
    "allowance_change": ("allowance_sheet", "sheet_id"),
    "allowance_line": ("allowance_sheet", "sheet_id"),
    "notice_recipient": ("notice", "notice_id"),
    "reception_day": ("reception_rule", "rule_id"),
    "post_claim": ("duty_post", "post_id"),
    "walk_line": ("walk_sheet", "sheet_id"),
    "sweep_finding": ("sweep", "sweep_id"),
    "sweep_person": ("sweep_finding", "finding_id"),
    "petition_step": ("petition", "petition_id"),
    "worker_leave": ("worker", "worker_id"),
    "roster_shift": ("roster_plan", "plan_id"),
    "roster_person": ("roster_plan", "plan_id"),
    "roster_cell": ("roster_month", "month_id"),
    "roster_change": ("roster_month", "month_id"),
    "roster_wish": ("worker", "worker_id"),
    "station_point": ("station", "station_id"),
    "agency_step": ("agency_case", "case_id"),
    "dispatch_step": ("dispatch", "dispatch_id"),
    "case_party": ("mediation_case", "case_id"),
    "case_file": ("mediation_case", "case_id"),
    "case_paper": ("mediation_case", "case_id"),
    "case_mediator": ("mediation_case", "case_id"),
    "case_step": ("mediation_case", "case_id"),
    "case_meeting": ("mediation_case", "case_id"),
    "case_agreement": ("mediation_case", "case_id"),
    "case_duty": ("mediation_case", "case_id"),
    "case_visit": ("mediation_case", "case_id"),
    "rental": ("dwelling", "dwelling_id"),
    "tenancy": ("rental", "rental_id"),
    "card_issue": ("card", "card_id"),
    "print_run_card": ("print_run", "run_id"),
}
"""The record that a row is part of, and the column that says which: the change's subject."""

_KINDS = {
    "mediation_case": Kind.CASES,
    "case_party": Kind.CASES,
    "case_file": Kind.CASES,
    "case_paper": Kind.CASES,
    "case_mediator": Kind.CASES,
    "case_step": Kind.CASES,
    "case_meeting": Kind.CASES,
    "case_agreement": Kind.CASES,
    "case_duty": Kind.CASES,
    "case_visit": Kind.CASES,
    "map_place": Kind.MAP,
    "map_label": Kind.MAP,
    "walk_sheet": Kind.WALKS,
    "walk_line": Kind.WALKS,
    "reception_rule": Kind.RECEPTIONS,
    "reception_day": Kind.RECEPTIONS,
    "reception_visit": Kind.RECEPTIONS,
    "duty_post": Kind.POSTS,
    "post_claim": Kind.POSTS,
    "duty_text": Kind.POSTS,
    "time_limit": Kind.LIMITS,
    "worker": Kind.WORKERS,
    "worker_leave": Kind.WORKERS,
    "worker_apart": Kind.WORKERS,
    "roster_plan": Kind.ROSTERS,
    "roster_shift": Kind.ROSTERS,
    "roster_person": Kind.ROSTERS,
    "roster_month": Kind.ROSTERS,
    "roster_cell": Kind.ROSTERS,
    "roster_wish": Kind.ROSTERS,
    "roster_change": Kind.ROSTERS,
    "service_record": Kind.HOURS,
    "volunteer_note": Kind.HOURS,
    "hand_over": Kind.HOURS,
    "hours_certificate": Kind.HOURS,
    "station_point": Kind.GUIDES,
    "guide": Kind.GUIDES,
    "agency_case": Kind.GUIDES,
    "agency_step": Kind.GUIDES,
    **dict.fromkeys(("provider", "voucher", "dispatch", "dispatch_step"), Kind.DISPATCH),
    "case_report_entry": Kind.CASES,
    "case_report": Kind.CASES,
    "sweep": Kind.SWEEPS,
    "sweep_finding": Kind.SWEEPS,
    "sweep_person": Kind.SWEEPS,
    "petition": Kind.PETITIONS,
    "petition_step": Kind.PETITIONS,
    "suggestion": Kind.SUGGESTIONS,
    "account": Kind.ACCOUNTS,
    "setting": Kind.SETTINGS,
    "community": Kind.GRIDS,
    "grid": Kind.GRIDS,
    "grid_title": Kind.GRIDS,
    "grid_building": Kind.GRIDS,
    "grid_officer": Kind.GRIDS,
    "board_entry": Kind.GRIDS,
    "station": Kind.STAFF,
    "staff": Kind.STAFF,
    "pairing": Kind.PAIRINGS,
    "drawn_glyph": Kind.GLYPHS,
    "card_template": Kind.TEMPLATES,
    "print_run": Kind.CARDS,
    "print_run_card": Kind.CARDS,
    "dwelling": Kind.DWELLINGS,
    "rental": Kind.DWELLINGS,
    "tenancy": Kind.DWELLINGS,
    "household": Kind.HOUSEHOLDS,
    "card": Kind.CARDS,
    "card_issue": Kind.CARDS,
    "entitlement": Kind.ENTITLEMENTS,
    "visit": Kind.VISITS,
    "organisation": Kind.ORGANISATIONS,
    "organisation_leader": Kind.ORGANISATIONS,
    "training": Kind.TRAININGS,
    "survey": Kind.SURVEYS,
    "survey_tally": Kind.SURVEYS,
    "bed": Kind.BEDS,
    "bed_stay": Kind.BEDS,
    "neighbour": Kind.NEIGHBOURS,
    "saved_filter": Kind.FILTERS,
    "not_same": Kind.DOUBLES,
    "merge": Kind.DOUBLES,
    "merge_step": Kind.DOUBLES,
    "team": Kind.TEAMS,
    "team_member": Kind.TEAMS,
    "patrol_shift": Kind.TEAMS,
    "patrol_turn": Kind.TEAMS,
    "equipment": Kind.TEAMS,
    "equipment_issue": Kind.TEAMS,
    "drill": Kind.TEAMS,
    "report": Kind.REPORTS,
    "report_step": Kind.REPORTS,
    "allowance_sheet": Kind.REPORTS,
    "allowance_change": Kind.REPORTS,
    "allowance_line": Kind.REPORTS,
    "notice_template": Kind.NOTICES,
    "notice": Kind.NOTICES,
    "notice_recipient": Kind.NOTICES,
    "exchange_read": Kind.MACHINES,
    "exchange_row": Kind.MACHINES,
    "exchange_field": Kind.MACHINES,
    "consent": Kind.CONSENTS,
    "privacy_request": Kind.REQUESTS,
    "retention_decision": Kind.RETENTION,
}

_UNLESS_FOUNDING = {
    "insert": " WHERE entry_id NOT IN (SELECT entry_id FROM journal_founding)",
    "update": "",
    "delete": "",
}
_INTO_JOURNAL = "INSERT INTO journal_change (entry_id, table_name, row_id, subject, before, after)"
_RECORDED_AT_ONCE = 10_000
"""Ids of one statement: while it runs SQLite keeps a copy in memory of each page it writes out."""
_APPEND_ONLY = ("audit_event", "journal_change", "journal_founding", "notice_file", "case_volume")


def open_entry(
    connection: Connection,
    action: str,
    actor: Actor,
    at: datetime,
    *,
    undoable: bool,
) -> int:
    """Begin an undo step; from here to `close_entry` the journaled tables can be written."""
    entry_id = connection.exec_driver_sql(
        "INSERT INTO journal_entry (at, account_id, account, action, undoable) "
        "VALUES (?, ?, ?, ?, ?) RETURNING id",
        (stored(at), actor.account_id, actor.name, action, int(undoable)),
    ).scalar_one()
    connection.exec_driver_sql("INSERT INTO journal_open (id, entry_id) VALUES (1, ?)", (entry_id,))
    return int(entry_id)


def close_entry(
    connection: Connection, entry_id: int, unrecorded: Iterable[str] | None = None
) -> Changes:
    """End an undo step; one that changed nothing is dropped.

    Args:
        connection: the transaction's connection.
        entry_id: the entry.
        unrecorded: the tables to which a founding added rows; None of any other entry.
    """
    connection.exec_driver_sql("DELETE FROM journal_open")
    tables = connection.exec_driver_sql(
        "SELECT DISTINCT table_name FROM journal_change WHERE entry_id = ?", (entry_id,)
    ).scalars()
    changed = (*tables, *(unrecorded or ()))
    kinds = frozenset(_KINDS.get(table, Kind.RESIDENTS) for table in changed)
    if not kinds and unrecorded is None:
        connection.exec_driver_sql("DELETE FROM journal_entry WHERE id = ?", (entry_id,))
        return Changes()
    return Changes(kinds=kinds, entry_id=entry_id)


def key_of(table: "Table") -> str:
    """Return the column that tells rows apart."""
    (column,) = table.primary_key.columns
    return column.name


def columns_of(table: "Table") -> list[str]:
    """Return the columns that the journal records."""
    return [column.name for column in table.columns if column.name not in UNRECORDED]


def as_json(table: "Table", row: str) -> str:
    """Return SQL for a row as the journal keeps it; `row` is OLD, NEW or the table's name."""
    fields = ", ".join(f"'{c}', {row}.{c}" for c in columns_of(table))
    return f"json_object({fields})"


def journaled_tables() -> "Iterable[Table]":
    """Return the tables whose every change is recorded."""
    from linli.storage.all_records import METADATA

    return (METADATA.tables[name] for name in JOURNALED)


def every_table() -> "Sequence[Table]":
    """Return all tables of a ledger, what is referred to before what refers to it."""
    from linli.storage.all_records import METADATA

    return METADATA.sorted_tables


def trigger_statements() -> dict[str, str]:
    """Return the triggers by name: the journal's three per table, and the append-only guards."""
    found: dict[str, str] = {}
    for table in journaled_tables():
        found |= _journal_triggers(table)
    for name in _APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            trigger = f"keep_{name}_{verb.lower()}"
            found[trigger] = (
                f"CREATE TRIGGER {trigger} BEFORE {verb} ON {name} BEGIN "
                f"SELECT RAISE(ABORT, '{name} is append-only'); END"
            )
    found |= redactions.guards()  # which know one case in which a line may change
    found["journal_founding_insert"] = (
        "CREATE TRIGGER journal_founding_insert BEFORE INSERT ON journal_founding BEGIN "
        "SELECT RAISE(ABORT, 'a ledger with people is not founded again') "
        "WHERE EXISTS (SELECT 1 FROM resident); END"
    )
    return found


def install_triggers(connection: Connection) -> None:
    """Create all triggers anew; to be called after the tables were made or changed."""
    for name, sql in trigger_statements().items():
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
        connection.exec_driver_sql(sql)


def triggers_complete(connection: Connection) -> bool:
    """Whether all triggers are there, as they were made."""
    found = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return {row.name: row.sql for row in found} == trigger_statements()


@contextmanager
def recording_at_once(connection: Connection, table: "Table") -> Iterator[list[int]]:
    """Record the rows that are inserted inside together, when all are there.

    The trigger of inserts is off meanwhile, in this transaction alone; what it would have written
    row by row one statement writes in a third of the time. Without an open entry the trigger stays,
    and refuses them.

    Yields:
        A list to which the number of rows of each statement is to be added.

    Raises:
        ValueError: a row lies below the last id, so that it is not told from those before.
    """
    written: list[int] = []
    entry = connection.exec_driver_sql(
        "SELECT entry_id IN (SELECT entry_id FROM journal_founding) FROM journal_open"
    ).first()
    if entry is None or table.name not in JOURNALED:
        yield written
        return
    name, key = table.name, key_of(table)
    trigger = f"journal_{name}_insert"
    last = connection.exec_driver_sql(f"SELECT max({key}) FROM {name}").scalar()  # noqa: S608 - our own
    connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
    yield written
    (is_founding,) = entry
    if not is_founding:
        change = _recorded(table, name, "NULL", as_json(table, name))
        statement = (
            f"{_INTO_JOURNAL} SELECT entry_id, {change} FROM journal_open JOIN {name} "  # noqa: S608 - names of our own tables
            f"WHERE {name}.{key} BETWEEN ? AND ? ORDER BY {name}.{key}"
        )
        first = (last or 0) + 1
        end = connection.exec_driver_sql(f"SELECT max({key}) FROM {name}").scalar() or 0  # noqa: S608 - our own
        recorded = sum(
            connection.exec_driver_sql(statement, (start, start + _RECORDED_AT_ONCE - 1)).rowcount
            for start in range(first, end + 1, _RECORDED_AT_ONCE)
        )
        if recorded != sum(written):
            raise ValueError(f"rows of {name} lie below its last id")
    connection.exec_driver_sql(_journal_triggers(table)[trigger])


def _journal_triggers(table: "Table") -> dict[str, str]:
    name, columns = table.name, columns_of(table)
    differs = " OR ".join(f"OLD.{c} IS NOT NEW.{c}" for c in columns)
    same = ", ".join(f"iif(OLD.{c} IS NEW.{c}, '$.{c}', '$.-')" for c in columns)
    old, new = as_json(table, "OLD"), as_json(table, "NEW")
    steps = {
        "insert": ("", "NEW", "NULL", new),
        "update": (
            f" WHEN {differs}",
            "NEW",
            f"json_remove({old}, {same})",
            f"json_remove({new}, {same})",
        ),
        "delete": ("", "OLD", old, "NULL"),
    }
    return {
        f"journal_{name}_{verb}": (
            f"CREATE TRIGGER journal_{name}_{verb} AFTER {verb.upper()} ON {name}{when} BEGIN "  # noqa: S608 - names of our own tables
            f"SELECT RAISE(ABORT, '{name} is written only inside an entry') "
            "WHERE NOT EXISTS (SELECT 1 FROM journal_open); "
            f"{_INTO_JOURNAL} SELECT entry_id, {_recorded(table, row, before, after)} "
            f"FROM journal_open{_UNLESS_FOUNDING[verb]}; END"
        )
        for verb, (when, row, before, after) in steps.items()
    }


def _recorded(table: "Table", row: str, before: str, after: str) -> str:
    """Return SQL for what the journal keeps of a change to `row`, beside the entry."""
    subject = _subject(table, row)
    return f"'{table.name}', {row}.{key_of(table)}, {subject}, {before}, {after}"


def _subject(table: "Table", row: str) -> str:
    owner, column = OWNER.get(table.name, (table.name, key_of(table)))
    return f"'{owner}/' || {row}.{column}"
