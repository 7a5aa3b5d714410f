"""The exchange's clock, and what was changed here since ever, both worked out from the journal.

Every journal entry has a moment: that of the clock, but later than the moment of each entry before
it and than all that was read from other machines by then. So it never goes back, whatever the
computer's clock does. Entries that took a file in, and those that took such a step back or did it
again, are no changes of this machine: their effect on versions is in the tables of the exchange,
which the journal takes back and brings again with the records.
"""

from dataclasses import dataclass, field

from sqlalchemy import Connection

from linli.storage.sync_identity import Own
from linli.storage.sync_tables import SENT

_MOMENTS = """
SELECT id, id + max(ms - id) OVER (ORDER BY id) AS moment FROM (
  SELECT e.id, max(CAST(round(unixepoch(e.at, 'subsec') * 1000) AS INTEGER),
                   coalesce(m.moment + 1, 0)) AS ms
  FROM journal_entry e LEFT JOIN exchange_meeting m ON m.entry_id = e.id
)
"""
_FOREIGN = """
WITH RECURSIVE chain(id) AS (
  SELECT entry_id FROM exchange_meeting
  UNION SELECT e.id FROM journal_entry e JOIN chain ON e.undoes = chain.id
)
SELECT id FROM chain
"""
_CHANGES = """
SELECT entry_id, table_name, CAST(row_id AS INTEGER),
  CASE WHEN coalesce(before, after) IS NULL THEN 'erased'
    WHEN after IS NULL THEN 'gone' WHEN before IS NULL THEN 'born' END,
  CASE WHEN before IS NOT NULL AND after IS NOT NULL
    THEN (SELECT group_concat(key) FROM json_each(after)) END
FROM journal_change ORDER BY id
"""
_AT_ONCE = 5_000

Moment = tuple[str, int]
"""Whose change, and when (ms)."""


@dataclass(slots=True)
class RowHistory:
    """What was done here to a record.

    Attributes:
        born: when it was entered here, None if that is not in the journal.
        fields: the last change of each column.
        gone: when it was removed last.
        back: when it was brought back last; later than `gone` if it is there again.
        erased: when something about it was last taken out of the journal for good.
    """

    born: Moment | None = None
    fields: dict[str, Moment] = field(default_factory=dict)
    gone: Moment | None = None
    back: Moment | None = None
    erased: Moment | None = None


class Clock:
    """Moments of the journal's entries."""

    def __init__(self, connection: Connection, own: Own) -> None:
        self._connection = connection
        self._own = own
        self._read = False
        self._born: dict[str, dict[int, Moment]] = {name: {} for name in SENT}
        self._changed: dict[str, dict[int, RowHistory]] = {name: {} for name in SENT}
        self._moments: dict[int, int] = {
            row.id: row.moment for row in connection.exec_driver_sql(_MOMENTS)
        }
        self._foreign = frozenset(connection.exec_driver_sql(_FOREIGN).scalars())
        self._founded = connection.exec_driver_sql(
            "SELECT max(entry_id) FROM journal_founding"
        ).scalar()

    def moment(self, entry: int) -> Moment:
        """Return whose entry it was, and when."""
        return self._own.life_of_entry(entry), self._moments[entry]

    def latest(self) -> int:
        """Return the moment of the last entry, in ms."""
        return max(self._moments.values(), default=1)

    def founding(self) -> Moment:
        """Return when the records were entered of which the journal does not say it."""
        if self._founded is None:
            return self._own.lives[0].machine, 1
        return self.moment(self._founded)

    def history(self, table: str, row_id: int) -> RowHistory | None:
        """Return what was done here to a record, None if the journal names it nowhere."""
        if not self._read:
            self._read_all()
        found = self._changed[table].get(row_id)
        born = self._born[table].get(row_id)
        if found is None and born is not None:
            return RowHistory(born)
        return found

    def removed(self, table: str) -> list[int]:
        """Return the ids of records that were removed here, be they back or not."""
        if not self._read:
            self._read_all()
        changed = self._changed[table].items()
        return [row_id for row_id, history in changed if history.gone or history.erased]

    def _read_all(self) -> None:
        """Read the journal once; of most records it only says when they were entered."""
        self._read = True
        cursor = self._connection.connection.cursor()
        cursor.execute(_CHANGES)
        entry, moment = 0, ("", 0)
        while rows := cursor.fetchmany(_AT_ONCE):
            for number, table, row_id, what, columns in rows:
                if number in self._foreign or table not in self._born:
                    continue
                if number != entry:
                    entry, moment = number, self.moment(number)
                born = self._born[table]
                if what == "born" and row_id not in born and row_id not in self._changed[table]:
                    born[row_id] = moment
                    continue
                history = self._changed[table].setdefault(row_id, RowHistory(born.get(row_id)))
                _add(history, what, columns, moment)


def _add(history: RowHistory, what: str | None, columns: str | None, moment: Moment) -> None:
    """Add a change to what was done to a record."""
    if what == "born":
        history.back = moment
        history.fields.clear()
    elif what == "erased":
        history.erased = moment
    elif what == "gone":
        history.gone = moment
        history.fields.clear()
    else:
        history.fields.update(dict.fromkeys((columns or "").split(","), moment))
