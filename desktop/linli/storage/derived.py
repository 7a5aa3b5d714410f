"""What is worked out from the records: where each person lives, and the search index.

`refresh` runs at the end of every transaction for the people its journal entry touched, so a form,
an import and an undo take the same path. Columns that follow from their own row alone
(`name_pinyin`, `tail`, `address_key` …) are written with the row.

Plain SQL: every transaction ends here, and printing a card waits for no mapped records.
"""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection

from linli.domain.sensitive import is_sensitive
from linli.progress import SILENT, Progress
from linli.storage.search_rows import write_words

_PERSON_COLUMNS = (
    *("name", "former_name", "native_name", "birth", "status", "recycled_at"),
    *("household_id", "dwelling_id", "relation_code", "politics_code"),
    *("occupation", "employer", "origin_village", "returned"),
)
_OF_PERSON = (
    *("identity_document", "phone", "resident_tag"),
    *("floating_stay", "party_membership", "entitlement"),
)
"""Tables whose rows belong to a person and are in the index."""


def _changed(*columns: str) -> str:
    """Return the condition that a change of the journal is of one of the columns."""
    return " OR ".join(f"json_type(c.after, '$.{column}') IS NOT NULL" for column in columns)


def _of(table: str, person: str, condition: str, join: str = "") -> str:
    """Return the question for the people whom changes of a table in one entry concern."""
    return (
        f"SELECT DISTINCT {person} FROM journal_change c {join} "  # noqa: S608 - our own tables
        f"WHERE c.entry_id = ?1 AND c.id BETWEEN ?2 AND ?3 AND c.table_name = '{table}' "
        f"AND ({condition})"
    )


_CAME_OR_WENT = "c.before IS NULL OR c.after IS NULL"
_STAYED = "c.before IS NOT NULL AND c.after IS NOT NULL"
_OWNER = f"cast(substr(c.subject, {len('resident/') + 1}) AS INTEGER)"
"""Whose a row is or was (`journal_tables.OWNER`), which is read sooner than the row itself."""
_NEW = _of("resident", "cast(c.row_id AS INTEGER)", "c.before IS NULL")
_TOUCHED = {
    "resident": _of(
        "resident",
        "cast(c.row_id AS INTEGER)",
        f"{_CAME_OR_WENT} OR {_changed(*_PERSON_COLUMNS)}",
    ),
    "rental": _of(
        "rental",
        "r.id",
        _CAME_OR_WENT,
        "JOIN resident r ON r.home_id = json_extract(coalesce(c.after, c.before), '$.dwelling_id')",
    ),
    **{table: _of(table, _OWNER, _CAME_OR_WENT) for table in _OF_PERSON},
}
"""Whose row of the index a row concerns that came, went or changed.

A new household or dwelling concerns nobody by itself: who moves in changes too.
"""
_TOUCHED_BY_CHANGE = {
    "household": (
        _of(
            "household",
            "r.id",
            f"{_STAYED} AND ({_changed('number', 'dwelling_id')})",
            "JOIN resident r ON r.household_id = c.row_id",
        ),
    ),
    "dwelling": (
        _of(
            "dwelling",
            "r.id",
            f"{_STAYED} AND {_changed('address_key')}",
            "JOIN resident r ON r.home_id = c.row_id",
        ),
    ),
    **{
        # A row that stays says itself whose it is; if it changed hands, the journal whose it was.
        table: (
            _of(table, "t.resident_id", _STAYED, f"JOIN {table} t ON t.id = c.row_id"),
            _of(table, "cast(json_extract(c.before, '$.resident_id') AS INTEGER)", _STAYED),
        )
        for table in _OF_PERSON
    },
}
"""The same of rows that stayed, where those of a table have to be asked for in another way."""
_MOVED = {
    "resident": _of(
        "resident",
        "cast(c.row_id AS INTEGER)",
        f"{_CAME_OR_WENT} OR {_changed('household_id', 'dwelling_id')}",
    ),
    "household": _of(
        "household", "cast(c.row_id AS INTEGER)", f"{_CAME_OR_WENT} OR {_changed('dwelling_id')}"
    ),
}
"""The rows that came, went, or say now where somebody lives."""
_HOME = "coalesce(dwelling_id, (SELECT h.dwelling_id FROM household h WHERE h.id = r.household_id))"
_SET_HOMES = f"UPDATE resident AS r SET home_id = {_HOME} WHERE home_id IS NOT {_HOME}"  # noqa: S608 - columns of our own
_TABLES = """
    SELECT table_name, max(before IS NOT NULL AND after IS NOT NULL), min(id), max(id)
    FROM journal_change WHERE entry_id = ? AND id BETWEEN ? AND ? GROUP BY table_name
"""
_CASE_TABLES = frozenset(
    {"mediation_case", "case_party", "case_mediator", "case_meeting", "case_agreement"}
)
"""Tables whose rows are in the index of mediation cases (`case_words`)."""
_CHANGES_AT_ONCE = 10_000
"""So many are asked for their tables at once: they are sorted whole, and in memory."""


class _Span(NamedTuple):
    """Between which changes of the journal those of a table in one entry lie.

    An import writes table after table: so each part of the journal is read once, not for each
    question.
    """

    entry_id: int
    first: int
    last: int


def refresh(connection: Connection, entry_id: int) -> None:
    """Bring up to date whatever depends on the rows that journal entry `entry_id` touched."""
    tables = _tables(connection, entry_id)
    if "resident" in tables:
        moved = f"{_SET_HOMES} AND id IN ({_MOVED['resident']})"
        connection.exec_driver_sql(moved, tables["resident"][1])
    if "household" in tables:
        moved = f"{_SET_HOMES} AND household_id IN ({_MOVED['household']})"
        connection.exec_driver_sql(moved, tables["household"][1])
    touched: set[int] = set()
    for table, (some_stayed, span) in tables.items():
        questions = [_TOUCHED[table]] if table in _TOUCHED else []
        if some_stayed:
            questions += _TOUCHED_BY_CHANGE.get(table, ())
        for question in questions:
            touched |= _ids(connection, question, span)
    if touched:
        new = _ids(connection, _NEW, tables["resident"][1]) if "resident" in tables else ()
        known, everybody = sorted(touched.difference(new)), sorted(touched)
        del touched, new  # which take ten times as much as the lists, while the index is made
        _forget(connection, known)
        _index(connection, everybody)
    if not _CASE_TABLES.isdisjoint(tables):
        from linli.storage.case_words import refresh_cases

        refresh_cases(connection, entry_id)


def _tables(connection: Connection, entry_id: int) -> dict[str, tuple[bool, _Span]]:
    """Return the tables of an entry: whether some of their rows stayed, and the span of each."""
    found: dict[str, tuple[bool, _Span]] = {}
    begin, end = connection.exec_driver_sql(
        "SELECT min(id), max(id) FROM journal_change WHERE entry_id = ?", (entry_id,)
    ).one()
    for start in range(begin or 0, (end or -1) + 1, _CHANGES_AT_ONCE):
        some = (entry_id, start, start + _CHANGES_AT_ONCE - 1)
        for table, stayed, first, last in connection.exec_driver_sql(_TABLES, some):
            before, span = found.get(table, (False, _Span(entry_id, first, last)))
            found[table] = (before or bool(stayed), span._replace(last=last))
    return found


def rebuild(connection: Connection) -> None:
    """Work everything out anew from the records."""
    connection.exec_driver_sql(_SET_HOMES)
    rebuild_index(connection)


def rebuild_index(connection: Connection, progress: Progress = SILENT) -> None:
    """Make the search index anew from the records.

    Raises:
        Cancelled: the clerk did not want to wait.
    """
    connection.exec_driver_sql("INSERT INTO person_fts (person_fts) VALUES ('delete-all')")
    everybody = connection.exec_driver_sql("SELECT id FROM resident ORDER BY id").scalars()
    _index(connection, list(everybody), progress)
    connection.exec_driver_sql("INSERT INTO person_fts (person_fts) VALUES ('optimize')")
    from linli.storage.case_words import rebuild_cases

    rebuild_cases(connection)


def index_sensitive(connection: Connection) -> None:
    """Make the rows anew of those who have a tag that not everybody may see."""
    tags = connection.exec_driver_sql("SELECT DISTINCT text FROM resident_tag WHERE kind = 'care'")
    kept = json.dumps([tag for tag in tags.scalars() if is_sensitive(tag)])
    query = (
        "SELECT DISTINCT resident_id FROM resident_tag WHERE kind = 'care' "
        "AND text IN (SELECT value FROM json_each(?)) ORDER BY resident_id"
    )
    people = list(connection.exec_driver_sql(query, (kept,)).scalars())
    _forget(connection, people)
    _index(connection, people)


def _ids(connection: Connection, query: str, span: _Span) -> set[int]:
    found = set(connection.exec_driver_sql(query, span).scalars())
    found.discard(None)
    return found


def _forget(connection: Connection, ids: Sequence[int]) -> None:
    if ids:
        connection.exec_driver_sql(
            "DELETE FROM person_fts WHERE rowid = ?", [(resident_id,) for resident_id in ids]
        )


def _index(connection: Connection, ids: Sequence[int], progress: Progress = SILENT) -> None:
    """Write the rows of people, of whom there must be none yet; who is no more gets none."""
    raw: Any = connection.connection.driver_connection
    write_words(raw, ids, progress=progress)
