"""What travels between machines (与其他电脑交换): tables, fields, and what tells records apart.

A field is one or several columns that only make sense together, such as a name with its reading or
an address with its sort key. It is what has a version, and what the clerk decides about.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Table, UniqueConstraint

from linli.domain.exchange_rows import Value
from linli.storage.journal import columns_of, journaled_tables
from linli.storage.schema import OPEN

_END = "until"
"""The column that holds the last day; what has none is not over."""

SENT = (
    "community",
    "grid",
    "grid_title",
    "grid_building",
    "station",
    "station_point",
    "guide",
    "provider",
    "staff",
    "dwelling",
    "household",
    "resident",
    "grid_officer",
    "identity_document",
    "phone",
    "resident_tag",
    "floating_stay",
    "party_membership",
    "board_entry",
    "rental",
    "tenancy",
    "pairing",
    "drawn_glyph",
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
    "consent",
    "map_place",
    "map_label",
    "reception_rule",
    "reception_day",
    "reception_visit",
    "duty_post",
    "post_claim",
    "duty_text",
    "mediation_case",
    "case_party",
    "case_mediator",
    "case_step",
    "case_meeting",
    "case_agreement",
    "case_duty",
    "case_visit",
    "sweep",
    "sweep_finding",
    "sweep_person",
    "team",
    "team_member",
    "worker",
    "worker_leave",
    "worker_apart",
    "venue",
    "event",
    "booking",
    "event_guest",
    "patrol_shift",
    "patrol_turn",
    "equipment",
    "equipment_issue",
    "drill",
)
"""The tables whose records travel; what a record refers to comes before it."""

KEPT_HERE = {
    "account": "each machine has its own accounts",
    "setting": "settings of the machine and the hall",
    "card_template": "designs travel as template files",
    "card": "a number is on paper, and two machines give the same one to different homes",
    "card_issue": "what this machine printed",
    "print_run": "what this machine printed",
    "print_run_card": "what this machine printed",
    "saved_filter": "each machine's own; names records by their local numbers",
    "not_same": "names records by their local numbers; its effect is that nobody was merged",
    "merge": "the way back of a merge made here; what it did to people travels",
    "merge_step": "the way back of a merge made here",
    "privacy_request": "numbered without gaps on each machine",
    "walk_sheet": "a number is on paper; what came back travels as visits",
    "walk_line": "of a sheet, which stays on its machine",
    "report": "numbered without gaps on each machine",
    "report_step": "of a slip, which stays on its machine",
    "allowance_sheet": "closed on the machine that pays by it",
    "allowance_change": "of a sheet, which stays on its machine",
    "allowance_line": "of a sheet, which stays on its machine",
    "petition": "numbered without gaps on each machine, and for few to see",
    "petition_step": "of a petition, which stays on its machine",
    "suggestion": "numbered without gaps on each machine",
    "notice_template": "each machine's own kinds; a number goes with them",
    "notice": "numbered without gaps on each machine",
    "notice_recipient": "of a notice, which stays on its machine",
    "retention_decision": "names records by their local numbers",
    **dict.fromkeys(
        ("roster_plan", "roster_shift", "roster_person", "roster_month", "roster_cell"),
        "made on one machine; what hangs on the wall counts",
    ),
    "roster_wish": "of a roster, which stays on its machine",
    "roster_change": "of a roster, which stays on its machine",
    "service_record": "entered from the roster, which stays on its machine",
    "volunteer_note": "stands beside the hours on a certificate, which stay on their machine",
    "hand_over": "of a roster, which stays on its machine",
    "hours_certificate": "numbered without gaps on each machine",
    "agency_case": "numbered without gaps on each machine",
    "agency_step": "of a matter, which stays on its machine",
    "voucher": "used up on the machine that issued it",
    "dispatch": "numbered without gaps on each machine",
    "dispatch_step": "of a request, which stays on its machine",
    "time_limit": "the hall's own rules, like its settings",
    "case_report_entry": "figures of one hall's own report",
    "case_report": "names records by their local numbers",
    "case_paper": "names meetings and parties by their local numbers; issued ones are on paper",
    "case_file": "scans stay where they were put in; a bound file is handed over as PDF",
    "exchange_read": "of the exchange itself",
    "exchange_row": "of the exchange itself",
    "exchange_field": "of the exchange itself",
}
"""Journaled tables that do not travel, and why."""

UNTOLD = frozenset({"position", "created_at", "updated_at", "address_key"})
"""Fields whose conflicts are settled by the newer without asking: nobody typed them."""

_TOGETHER: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "grid_building": {"building": ("estate", "building", "unit", "room", "place_key")},
    "station_point": {"seen": ("present", "checked_on", "note")},
    "guide": {"term": ("days", "unit")},
    "dwelling": {
        "address": (
            *("estate", "building", "unit", "room"),
            *("address_key", "building_key", "sort_key"),
        )
    },
    "resident": {
        "name": ("name", "name_pinyin"),
        "home": ("household_id", "relation_code", "dwelling_id"),
        "status": ("status", "status_date", "status_note"),
        "recycled_at": ("recycled_at", "merged_into"),
    },
    "identity_document": {"number": ("kind", "number", "tail")},
    "phone": {"number": ("kind", "number", "tail")},
    "resident_tag": {"text": ("kind", "text")},
    "map_place": {"box": ("x", "y", "width", "height")},
    "map_label": {"box": ("x", "y", "width", "height")},
    "visit": {"subject": ("resident_id", "household_id")},
    "organisation": {"name": ("name", "name_pinyin")},
    "event": {
        "title": ("title", "title_pinyin"),
        "time": ("begins", "ends"),
        "outcome": ("state", "headcount", "summary", "materials", "reason"),
    },
    "booking": {
        "time": ("venue_id", "begins", "ends"),
        "called_off": ("called_off_on", "reason"),
    },
    "survey_tally": {"answer": ("question", "choice")},
    "drawn_glyph": {"strokes": ("strokes", "width")},
    "post_claim": {"kept": ("kept", "kept_on", "kept_note")},
    "consent": {"withdrawn": ("withdrawn_on", "withdrawn_reason")},
    "sweep_finding": {"handling": ("handling", "unit", "case_id")},
    "mediation_case": {
        "grid": ("grid_id", "grid"),
        "stage": ("stage", "since", "level", "away_since", "unit", "accepted_on", "has_risk"),
        "number": ("number_year", "number_sequence", "number_mark"),
    },
    "case_party": {
        "agent": (
            *("agent_name", "agent_id_number", "agent_phone", "agent_address"),
            *("agent_relation", "agent_powers", "agent_since", "agent_until"),
        ),
    },
    "case_agreement": {"ruling": ("applied_on", "court", "ruled_on", "ruling")},
}

SAME: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "community": (("number",), ("name",)),
    "grid": (("number", "until"), ("name", "until")),
    "grid_title": (("grid_id", "until"),),
    "grid_building": (("place_key", "until"),),
    "grid_officer": (("grid_id", "role", "name", "until"),),
    "station": (("name",),),
    "station_point": (("station_id", "point"),),
    "guide": (("kind", "title"),),
    "provider": (("name",),),
    "staff": (("number", "name"), ("name", "phone")),
    "dwelling": (("address_key",),),
    "identity_document": (("kind", "number"),),
    "phone": (("resident_id", "number"),),
    "resident_tag": (("resident_id", "kind", "text"),),
    "floating_stay": (("resident_id",),),
    "party_membership": (("resident_id",),),
    "board_entry": (("grid_id", "name"),),
    "rental": (("dwelling_id",),),
    "tenancy": (("rental_id", "document"), ("rental_id", "name", "room")),
    "pairing": (("household_id", "name"),),
    "drawn_glyph": (("character",),),
    "entitlement": (("resident_id", "kind_code", "since"),),
    "visit": (
        ("resident_id", "day", "kind_code", "visitor", "content"),
        ("household_id", "day", "kind_code", "visitor", "content"),
    ),
    "organisation": (("credit_code",), ("name",)),
    "organisation_leader": (("organisation_id", "name"),),
    "training": (("day", "topic"),),
    "survey": (("title", "day"),),
    "survey_tally": (("survey_id", "question", "choice"),),
    "bed": (("facility", "room", "number"),),
    "bed_stay": (("bed_id", "name", "since"),),
    "neighbour": (("resident_id", "name"),),
    "consent": (("resident_id", "day"),),
    "map_place": (("building_key",),),
    "map_label": (("kind", "text", "x", "y"),),
    "reception_rule": (("name", "since"),),
    "reception_day": (("rule_id", "planned"),),
    "reception_visit": (("day", "name", "content"),),
    "sweep": (("day", "grid_id", "goers"),),
    "sweep_finding": (("sweep_id", "content"),),
    "sweep_person": (("finding_id", "name"),),
    "duty_post": (("name",),),
    "post_claim": (("post_id", "resident_id", "since"), ("post_id", "name", "since")),
    "duty_text": (("title",),),
    "team": (("name",),),
    "team_member": (("team_id", "resident_id", "since"), ("team_id", "name", "since")),
    "worker": (("kind", "name", "phone"),),
    "worker_leave": (("worker_id", "first"),),
    "worker_apart": (("one_id", "other_id"),),
    "venue": (("name",),),
    "event": (("begins", "title"),),
    "booking": (("event_id",), ("venue_id", "begins", "borrower")),
    "event_guest": (
        ("event_id", "resident_id"),
        ("event_id", "worker_id"),
        ("event_id", "name", "phone"),
    ),
    "patrol_shift": (("team_id", "day", "begins"),),
    "patrol_turn": (("shift_id", "member_id"),),
    "equipment": (("team_id", "item"),),
    "equipment_issue": (("equipment_id", "member_id", "issued_on"),),
    "drill": (("team_id", "day"),),
    "mediation_case": (("title", "registered_on"),),
    "case_party": (("case_id", "name"),),
    "case_mediator": (("case_id", "name"),),
    "case_step": (("case_id", "step", "entered_at"),),
    "case_meeting": (("case_id", "is_inquiry", "day", "hours"),),
    "case_agreement": (("case_id",),),
    "case_duty": (("case_id", "who", "what"),),
    "case_visit": (("case_id", "day", "visitor"),),
}
"""By what a record that two machines entered apart is one: columns that agree and are there.

Of the last day (`until`) its absence agrees too: neither is over.
People and households are matched by more than columns (see `sync_match`).
"""


@dataclass(frozen=True)
class Sent:
    """A table that travels.

    Attributes:
        table: as mapped.
        columns: those that travel, in order.
        fields: their names with their columns.
        refers: which columns refer to which table that travels.
        unique: columns that no two records may share.
        while_open: those of them that only count while a record is not over (`until`).
    """

    table: Table
    columns: tuple[str, ...]
    fields: Mapping[str, tuple[str, ...]]
    refers: Mapping[str, str]
    unique: tuple[tuple[str, ...], ...]
    while_open: frozenset[tuple[str, ...]]

    def key(self, columns: tuple[str, ...], value_of: Callable[[str], Any]) -> tuple[Any, ...]:
        """Return what a record has in columns that no two may share; with None it shares nothing.

        Args:
            columns: one of `unique`.
            value_of: returns what the record has in a column.
        """
        if columns in self.while_open and value_of(_END) is not None:
            return (None,)
        return tuple(map(value_of, columns))

    def deciding(self, columns: tuple[str, ...]) -> tuple[str, ...]:
        """Return the columns that decide what `key` says."""
        return (*columns, _END) if columns in self.while_open else columns

    @property
    def name(self) -> str:
        """The table's name."""
        return self.table.name

    @property
    def field_of(self) -> Mapping[str, str]:
        """The field of each column."""
        return _field_of(self.name)

    def needs(self, column: str) -> bool:
        """Whether a record cannot be without what a column refers to."""
        return not self.table.columns[column].nullable


@cache
def sent_tables() -> Mapping[str, Sent]:
    """Return the tables that travel, by name and in order."""
    known = {table.name: table for table in journaled_tables()}
    return {name: _sent(known[name]) for name in SENT}


@cache
def referring(name: str) -> tuple[tuple[Sent, str], ...]:
    """Return the columns of tables that travel which refer to a table."""
    return tuple(
        (sent, column)
        for sent in sent_tables().values()
        for column, target in sent.refers.items()
        if target == name
    )


@cache
def _field_of(name: str) -> Mapping[str, str]:
    fields = sent_tables()[name].fields
    return {column: field for field, columns in fields.items() for column in columns}


def telling(column: str, value: Any) -> Any:
    """Return what a column says when records are matched by it: no last day says something too."""
    return "" if column == _END and value is None else value


def values_of(fields: Mapping[str, tuple[str, ...]], row: Mapping[str, object]) -> dict[str, Value]:
    """Return the fields of a row."""
    return {
        field: tuple(row[column] for column in columns)  # type: ignore[misc]  # as the driver has it
        for field, columns in fields.items()
    }


def _sent(table: Table) -> Sent:
    columns = tuple(column for column in columns_of(table) if column != "id")
    together = _TOGETHER.get(table.name, {})
    grouped = {column for group in together.values() for column in group}
    fields = {
        **together,
        **{column: (column,) for column in columns if column not in grouped},
    }
    refers = {
        column: key.column.table.name
        for column in columns
        for key in table.columns[column].foreign_keys
        if key.column.table.name in SENT
    }
    while_open = frozenset(_unique_indexes(table, while_open=True))
    unique = (*_unique(table), *while_open)
    return Sent(table, columns, fields, refers, unique, while_open)


def _unique(table: Table) -> Iterator[tuple[str, ...]]:
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield tuple(column.name for column in constraint.columns)
    yield from _unique_indexes(table, while_open=False)


def _unique_indexes(table: Table, *, while_open: bool) -> Iterator[tuple[str, ...]]:
    for index in table.indexes:
        if index.unique and (index.dialect_options["sqlite"]["where"] is OPEN) is while_open:
            yield tuple(column.name for column in index.columns)
