"""Undo, redo, and who did what when (后悔药、操作记录、审计)."""

from collections.abc import Sequence

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.history import AuditEvent, FieldChange, JournalEntry, UndoState
from linli.errors import UserError
from linli.services.context import Context
from linli.storage import audit, journal_steps, sight

_SEEN_BY = {
    "account": Right.ACCOUNTS,
    "privacy_request": Right.PRIVACY,
    "consent": Right.PRIVACY,
    "retention_decision": Right.PRIVACY,
    **dict.fromkeys(sight.CASES, Right.MEDIATE),
    **dict.fromkeys(sight.HIDDEN, Right.SENSITIVE),
}
"""Whose history is not everybody's to read."""


class HistoryService:
    """Takes steps back and forth, and tells what was done."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def state(self) -> UndoState:
        """Return what undo and redo would do now."""
        with self._context.db.reading() as connection:
            return journal_steps.undo_state(connection)

    def undo(self) -> Changes:
        """Take back the last step that is in force.

        Raises:
            UserError: there is nothing to undo.
            ConflictError: what the step left was changed since; nothing is taken back.
        """
        self._context.require(Right.EDIT, "撤销")
        step = self.state().undo
        if step is None:
            raise UserError("没有可以撤销的操作。")
        self._require_own(step, "撤销别人的操作")
        return self._take_back(step.id, f"撤销：{step.action}")

    def redo(self) -> Changes:
        """Do again what was undone last.

        Raises:
            UserError: there is nothing to redo.
            ConflictError: what the undo left was changed since; nothing is done.
        """
        self._context.require(Right.EDIT, "恢复")
        step = self.state().redo
        if step is None:
            raise UserError("没有可以恢复的操作。")
        self._require_own(step, "恢复别人撤销的操作")
        return self._take_back(step.id, f"恢复：{step.action}")

    def entries(self, limit: int = 200) -> list[JournalEntry]:
        """Return the last steps, newest first; undos and redos are shown as the step's standing."""
        self._context.require(Right.READ, "查看修改记录")
        with self._context.db.reading() as connection:
            return journal_steps.entries(connection, limit)

    def of_resident(self, resident_id: int) -> list[FieldChange]:
        """Return every change of a person, newest first; numbers are masked."""
        return self.of_record("resident", str(resident_id))

    def of_record(self, table: str, row: str) -> list[FieldChange]:
        """Return every change of any record, newest first; numbers are masked.

        Args:
            table: the record's table, such as `staff`.
            row: its number; of a setting its key.
        """
        self._context.require(_SEEN_BY.get(table, Right.READ), "查看修改记录")
        from linli.storage import history

        with self._context.db.reading() as connection:
            return history.of_record(connection, table, row)

    def of_records(self, records: Sequence[tuple[str, str]]) -> list[FieldChange]:
        """Return the changes of several records (table and row) as one history, newest first."""
        self._context.require(Right.READ, "查看修改记录")
        for table, _ in records:
            self._context.require(_SEEN_BY.get(table, Right.READ), "查看修改记录")
        from linli.storage import history

        with self._context.db.reading() as connection:
            return history.of_records(connection, records)

    def events(self, limit: int = 500) -> list[AuditEvent]:
        """Return the last lines of the audit trail as they are kept, newest first."""
        self._context.require(Right.AUDIT, "查看审计日志")
        with self._context.db.reading() as connection:
            return audit.events(connection, limit)

    def _require_own(self, step: JournalEntry, what: str) -> None:
        """Whoever edits takes back their own steps; those of others need a right of its own."""
        if step.account != self._context.actor.name:
            self._context.require(Right.REMOVE, what)
        from linli.storage import history

        with self._context.db.reading() as connection:
            needed = history.needed_rights(connection, step.id)
        for right in needed:
            self._context.require(right, what)

    def _take_back(self, target: int, action: str) -> Changes:
        from linli.storage import undo

        context = self._context
        return undo.take_back(context.db, target, action, context.actor, context.clock())
