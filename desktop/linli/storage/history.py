"""Reading the journal: each record's changes in the form's words."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import Any

from sqlalchemy import Connection, Row

from linli.domain.accounts import Right
from linli.domain.history import FieldChange, RecordChange
from linli.storage.journal_tables import OWNER
from linli.storage.readable import Words
from linli.storage.readable_records import Records
from linli.storage.settings import MAPPING_KEY
from linli.storage.times import shown

MOST_CHANGES = 500
"""So many rows of a step are shown by field."""

_RIGHTS = {
    "account": Right.ACCOUNTS,
    "card_template": Right.DESIGN,
    "consent": Right.PRIVACY,
    "privacy_request": Right.PRIVACY,
    "retention_decision": Right.PRIVACY,
    "petition": Right.SENSITIVE,
    "petition_step": Right.SENSITIVE,
}
"""What is not everybody's to change, so neither to take back; settings beside (`_of_setting`)."""

_KNOWN_BY = {"card_template": "key", "notice_template": "key", "drawn_glyph": "character"}
"""By which column a record is known to the window, where that is not its number."""

_DESIGNED = frozenset({"sheets", "printer_profiles", "fonts.added", "names.private_use"})


def of_subject(
    connection: Connection,
    subject: str,
    *,
    plain: bool = False,
    part: tuple[str, str] | None = None,
) -> list[FieldChange]:
    """Return each change of a record and of its parts, newest first.

    Of a record that came with a founding the last line says so, without its fields.

    Args:
        connection: a reading connection.
        subject: kind and number, such as `resident/12`.
        plain: identity numbers and phones in full.
        part: only this row (table and number) of it.
    """
    rows = connection.exec_driver_sql(
        "SELECT c.entry_id, e.at, e.account, e.action, c.table_name, c.row_id, c.before, c.after "
        "FROM journal_change c JOIN journal_entry e ON e.id = c.entry_id "
        "WHERE c.subject = ?1 OR c.subject IN (SELECT 'rental/' || row_id FROM journal_change "
        "WHERE subject = ?1 AND table_name = 'rental') ORDER BY c.entry_id DESC, c.id",
        (subject,),  # tenants belong to the rental, which belongs to its dwelling
    ).all()
    if part is not None:
        rows = [row for row in rows if (row.table_name, row.row_id) == part]
        subject = "/".join(part)
    words = Words(connection, plain=plain)
    found = []
    for _, group in groupby(rows, key=lambda row: row.entry_id):
        changes = list(group)
        head = changes[0]
        for field, before, after in _fields(words, changes):
            found.append(
                FieldChange(
                    entry_id=head.entry_id,
                    at=shown(head.at),
                    account=head.account,
                    action=head.action,
                    field=field,
                    before=before,
                    after=after,
                )
            )
    if not any(row.before is None and subject.startswith(f"{row.table_name}/") for row in rows):
        found += _founded(connection)
    return found


def of_entry(
    connection: Connection, entry_id: int, limit: int = MOST_CHANGES, *, limited: bool = False
) -> list[RecordChange]:
    """Return what a step changed, by record and field, in the order of its doing.

    Args:
        connection: a reading connection.
        entry_id: the step.
        limit: so many rows are looked at; an import has half a million.
        limited: whoever looks may not see sensitive tags, though the connection may.
    """
    rows = connection.exec_driver_sql(
        "SELECT table_name, row_id, subject, before, after FROM journal_change "
        "WHERE entry_id = ? ORDER BY id LIMIT ?",
        (entry_id, limit),
    ).all()
    words = Words(connection, limited=limited)
    records = Records(connection, limited=limited)
    subjects: dict[str, list[Row[Any]]] = {}
    for row in rows:
        subjects.setdefault(row.subject, []).append(row)
    return [
        RecordChange(
            subject=subject,
            record=records.label(subject),
            field=field,
            before=before,
            after=after,
        )
        for subject, changes in subjects.items()
        for field, before, after in _fields(words, changes)
    ]


def count_changes(connection: Connection, entry_id: int) -> int:
    """Return how many rows a step changed."""
    return int(
        connection.exec_driver_sql(
            "SELECT count(*) FROM journal_change WHERE entry_id = ?", (entry_id,)
        ).scalar_one()
    )


def needed_rights(connection: Connection, entry_id: int) -> frozenset[Right]:
    """Return the rights without which a step may not be taken back, beside that to edit.

    That a petition has followed its person, who was merged, is no change of the petition.
    """
    tables = connection.exec_driver_sql(
        "SELECT DISTINCT table_name FROM journal_change WHERE entry_id = ? AND NOT ("
        "table_name = 'petition' "
        "AND coalesce(json_remove(before, '$.resident_id'), '') = '{}' "
        "AND coalesce(json_remove(after, '$.resident_id'), '') = '{}')",
        (entry_id,),
    ).scalars()
    keys = connection.exec_driver_sql(
        "SELECT row_id FROM journal_change WHERE entry_id = ? AND table_name = 'setting'",
        (entry_id,),
    ).scalars()
    needed = {_RIGHTS[name] for name in tables if name in _RIGHTS}
    return frozenset(needed.union(*map(_of_setting, keys)))


def _of_setting(key: str) -> set[Right]:
    """Return the rights to a setting: a new one is the administrator's until it is said here."""
    if key.startswith(MAPPING_KEY):  # comes and goes with an import
        return set()
    return {Right.DESIGN if key in _DESIGNED else Right.SETTINGS}


def _founded(connection: Connection) -> list[FieldChange]:
    """Return the line of a record whose adding is not in the journal: it came with a founding."""
    return [
        FieldChange(
            entry_id=row.id,
            at=shown(row.at),
            account=row.account,
            action=row.action,
            field="全部内容",
            before=None,
            after="随这一步登记",
        )
        for row in connection.exec_driver_sql(
            "SELECT id, at, account, action FROM journal_entry "
            "WHERE id IN (SELECT entry_id FROM journal_founding)"
        )
    ]


def of_records(connection: Connection, records: Iterable[tuple[str, str]]) -> list[FieldChange]:
    """Return the changes of several records (table and number) as one history, newest first."""
    found = [change for table, row in records for change in of_record(connection, table, row)]
    return sorted(dict.fromkeys(found), key=lambda change: -change.entry_id)


def of_record(connection: Connection, table: str, row: str) -> list[FieldChange]:
    """Return each change of a record, newest first; of a part of one, only of that part.

    Args:
        connection: a reading connection.
        table: the record's table, such as `staff` or, for a part of a person, `entitlement`.
        row: its number; of a setting and a template its key, of a drawing its character.
    """
    if table in _KNOWN_BY:
        row = str(
            connection.exec_driver_sql(
                f"SELECT id FROM {table} WHERE {_KNOWN_BY[table]} = ?",  # noqa: S608 - our own names
                (row,),
            ).scalar()
        )
    owner, column = OWNER.get(table, (table, ""))
    if owner == table:
        return of_subject(connection, f"{table}/{row}")
    number = connection.exec_driver_sql(
        f"SELECT {column} FROM {table} WHERE id = ?",  # noqa: S608 - names of our own tables
        (row,),
    ).scalar()
    return of_subject(connection, f"{owner}/{number}", part=(table, row))


def _fields(
    words: Words, changes: Sequence[Row[Any]]
) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield what one step did to a record, per field in the form's words.

    A value that one row lost and another gained (a list written anew) is no change.
    """
    lost: dict[str, list[str]] = {}
    gained: dict[str, list[str]] = {}
    for change in changes:
        for side, text in ((lost, change.before), (gained, change.after)):
            for field, value in words.of(
                change.table_name, json.loads(text or "{}"), change.row_id
            ):
                side.setdefault(field, []).append(value)
    for field in dict.fromkeys([*lost, *gained]):
        old, new = Counter(lost.get(field, ())), Counter(gained.get(field, ()))
        for before, after in zip_longest((old - new).elements(), (new - old).elements()):
            yield field, before, after
