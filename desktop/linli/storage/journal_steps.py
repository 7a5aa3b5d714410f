"""The steps that were done (操作步骤), which are in force, and what undo would take back."""

from typing import Any

from sqlalchemy import Connection, Row

from linli.domain.history import JournalEntry, UndoState
from linli.storage.times import shown

LIMIT = 1000
"""How many steps back undo can go."""

_STEPS = """
WITH RECURSIVE chain(base, tip, depth) AS (
  SELECT * FROM (
    SELECT id, id, 0 FROM journal_entry WHERE undoes IS NULL ORDER BY id DESC LIMIT :limit
  )
  UNION ALL
  SELECT chain.base, e.id, depth + 1 FROM chain JOIN journal_entry e ON e.undoes = chain.tip
)
SELECT base, tip, max(depth) % 2 AS undone, e.at, e.account, e.action, e.undoable
FROM chain JOIN journal_entry e ON e.id = base GROUP BY base ORDER BY base DESC
"""


def entries(connection: Connection, limit: int) -> list[JournalEntry]:
    """Return the last `limit` steps, newest first, and whether each is undone now."""
    return [_entry(row) for row in connection.exec_driver_sql(_STEPS, {"limit": limit})]


def undo_state(connection: Connection) -> UndoState:
    """Return what undo and redo would do.

    Undo takes back the newest step in force. Redo takes back the newest undo, unless a new step
    came after it. The `id` of each is the entry to hand to `undo.take_back`.
    """
    steps = connection.exec_driver_sql(_STEPS, {"limit": LIMIT}).all()
    newest = steps[0].base if steps else 0
    undo = next((step for step in steps if step.undoable and not step.undone), None)
    undone = [step for step in steps if step.undone and step.tip > newest]
    redo = max(undone, key=lambda step: step.tip, default=None)
    return UndoState(
        undo=None if undo is None else _entry(undo),
        redo=None if redo is None else _entry(redo),
    )


def find_step(connection: Connection, tip: int) -> JournalEntry | None:
    """Return the step of which an entry is the last word, None if there is none."""
    base = connection.exec_driver_sql(
        "WITH RECURSIVE down(id) AS (SELECT ? UNION ALL "
        "SELECT e.undoes FROM down JOIN journal_entry e ON e.id = down.id "
        "WHERE e.undoes IS NOT NULL) SELECT min(id) FROM down",
        (tip,),
    ).scalar_one()
    newest = _newest(connection)
    steps = connection.exec_driver_sql(_STEPS, {"limit": newest - base + 1})
    return next((_entry(row) for row in steps if row.tip == tip), None)


def standing_after(connection: Connection, entry_id: int) -> list[JournalEntry]:
    """Return the steps in force that came, or were done again, after an entry."""
    limit = _newest(connection) - entry_id + LIMIT
    found = entries(connection, limit)
    return [step for step in found if not step.undone and step.id > entry_id]


def _entry(row: Row[Any]) -> JournalEntry:
    return JournalEntry(
        id=row.tip,
        at=shown(row.at),
        account=row.account,
        action=row.action,
        undone=bool(row.undone),
        undoable=bool(row.undoable),
    )


def _newest(connection: Connection) -> int:
    return int(
        connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM journal_entry").scalar_one()
    )
