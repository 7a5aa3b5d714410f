"""What an erasure (删除) may take out of journal and trail, and how that shows.

A line that is taken out stays as a line: of a change its row before and after become NULL, of an
event its words are written over; the event keeps its digest, so the chain goes on. The triggers let
this happen only inside the transaction of an erasure. What was written over is vouched for by the
event of the erasure (`audit.Trail.append_rewritten`), so that any other change is still found.
"""

from collections.abc import Iterable

from sqlalchemy import Connection

_CHANGE_STAYS = ("id", "entry_id", "table_name", "row_id", "subject")
_FILE_STAYS = ("id", "notice_id", "revision", "made_at", "account", "pages", "digest")
_VOLUME_STAYS = ("id", "case_id", "revision", "made_at", "account", "pages", "digest")
_EVENT_STAYS = ("id", "at", "account", "succeeded", "entry_id", "digest", "kind")
_APPEND_ONLY = ("erased_mark",)


def guards() -> dict[str, str]:
    """Return the triggers by name that allow an erasure what nobody else may do."""
    taken_out = "NEW.before IS NOT NULL OR NEW.after IS NOT NULL"
    stays = "id, entry_id, at, account, subject, ground"
    found = [
        _while_erasing("journal_change", f"{taken_out} OR {_differs(_CHANGE_STAYS)}"),
        _while_erasing("audit_event", _differs(_EVENT_STAYS)),
        _while_erasing(
            "notice_file",
            f"{_differs(_FILE_STAYS)} OR (NEW.content IS NOT NULL AND {_differs(('content',))})",
        ),
        _while_erasing("case_volume", f"{_differs(_VOLUME_STAYS)} OR NEW.content IS NOT NULL"),
        _guard("keep_erasure_update", f"UPDATE OF {stays} ON erasure", "erasure is append-only"),
        _guard("keep_erasure_delete", "DELETE ON erasure", "erasure is append-only"),
        _guard(
            "erasure_insert",
            "INSERT ON erasure",
            "an erasure belongs to the open entry",
            "NOT EXISTS (SELECT 1 FROM journal_open WHERE entry_id = NEW.entry_id)",
        ),
        _guard(
            "erasure_open_insert",
            "INSERT ON erasure_open",
            "an erasure is opened inside its entry",
            "NOT EXISTS (SELECT 1 FROM journal_open o JOIN erasure e ON e.entry_id = o.entry_id "
            "WHERE e.id = NEW.erasure_id)",
        ),
        _guard(
            "journal_open_delete",
            "DELETE ON journal_open",
            "an erasure ends before its entry",
            "EXISTS (SELECT 1 FROM erasure_open)",
        ),
        *(
            _guard(f"keep_{table}_{verb.lower()}", f"{verb} ON {table}", f"{table} is append-only")
            for table in _APPEND_ONLY
            for verb in ("UPDATE", "DELETE")
        ),
    ]
    return dict(found)


def is_redacted(connection: Connection, entry_id: int) -> bool:
    """Whether an erasure took something out of a journal entry, so that it cannot be undone."""
    found = connection.exec_driver_sql(
        "SELECT 1 FROM journal_change WHERE entry_id = ? AND before IS NULL AND after IS NULL "
        "LIMIT 1",
        (entry_id,),
    )
    return found.first() is not None


def _differs(columns: Iterable[str]) -> str:
    return " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in columns)


def _while_erasing(table: str, unless: str) -> tuple[str, str]:
    return _guard(
        f"keep_{table}_update",
        f"UPDATE ON {table}",
        f"{table} is append-only",
        f"NOT EXISTS (SELECT 1 FROM erasure_open) OR {unless}",  # noqa: S608 - constant names
    )


def _guard(name: str, when: str, message: str, condition: str = "") -> tuple[str, str]:
    where = f" WHERE {condition}" if condition else ""
    return name, (
        f"CREATE TRIGGER {name} BEFORE {when} BEGIN SELECT RAISE(ABORT, '{message}'){where}; END"
    )
