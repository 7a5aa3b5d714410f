"""Which records a file carries, and writing them down."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection

from linli.domain.exchange_rows import Row
from linli.progress import SILENT, Progress
from linli.storage.sync_known import Known, Name, State
from linli.storage.sync_payload import Manifest, PayloadWriter
from linli.storage.sync_tables import SENT, Sent, sent_tables

_GRID = {
    "grid": "SELECT id FROM grid WHERE id = :grid",
    "dwelling": "SELECT id FROM dwelling WHERE grid_id = :grid",
    "household": "SELECT h.id FROM household h JOIN dwelling d ON d.id = h.dwelling_id "
    "WHERE d.grid_id = :grid",
    "resident": "SELECT r.id FROM resident r JOIN dwelling d ON d.id = r.home_id "
    "WHERE d.grid_id = :grid",
}
_PARTS = frozenset(
    {
        *("station", "staff", "organisation", "training", "survey", "bed"),
        *("venue", "event", "booking", "event_guest"),  # an event goes with its whole list
    }
)
"""What is no part of a grid, and whose own parts are not either."""


@dataclass
class Chosen:
    """Which records are to travel: their ids by table, those that were removed apart.

    Attributes:
        there: ids of records that are there; None means all of a table.
        removed: ids of records that were removed.
        elsewhere: whether also those go along that were removed before they came here.
    """

    there: dict[str, set[int] | None] = field(default_factory=dict)
    removed: dict[str, set[int]] = field(default_factory=dict)
    elsewhere: bool = True

    def count(self, known: Known) -> int:
        """Return how many records are to travel."""
        found = sum(len(ids) for ids in self.removed.values())
        for table, ids in self.there.items():
            found += len(known.ids(table) if ids is None else ids)
        return found


def choose_all(known: Known) -> Chosen:
    """Choose every record, and every one that was removed."""
    chosen = Chosen(there=dict.fromkeys(SENT))
    for sent in sent_tables().values():
        chosen.removed[sent.name] = {state.row_id for state in known.removed(sent)}
    return chosen


def choose_since(known: Known, entry: int) -> Chosen:
    """Choose what came, changed or went after a journal entry, and what it refers to."""
    connection = known.connection
    founded = connection.exec_driver_sql("SELECT max(entry_id) FROM journal_founding").scalar()
    if (founded or 0) > entry:  # of which the journal names no records
        return choose_all(known)
    touched: dict[str, set[int]] = {name: set() for name in SENT}
    for table, row_id in connection.exec_driver_sql(
        "SELECT DISTINCT table_name, CAST(row_id AS INTEGER) FROM journal_change "
        "WHERE entry_id > ?",
        (entry,),
    ):
        if table in touched:
            touched[table].add(row_id)
    for table, row_id in connection.exec_driver_sql(
        "SELECT DISTINCT json_extract(coalesce(after, before), '$.table_name'), "
        "json_extract(coalesce(after, before), '$.row_id') FROM journal_change "
        "WHERE entry_id > ? AND table_name IN ('exchange_row', 'exchange_field') "
        "AND (before IS NULL OR after IS NULL)",
        (entry,),
    ):
        if table in touched and row_id is not None:
            touched[table].add(row_id)
    for table, row_id in connection.exec_driver_sql(
        "SELECT r.table_name, r.row_id FROM journal_change c "
        "JOIN exchange_row r ON r.id = c.row_id "
        "WHERE c.entry_id > ? AND c.table_name = 'exchange_row' AND r.row_id IS NOT NULL "
        "UNION SELECT f.table_name, f.row_id FROM journal_change c "
        "JOIN exchange_field f ON f.id = c.row_id "
        "WHERE c.entry_id > ? AND c.table_name = 'exchange_field'",
        (entry, entry),
    ):
        if table in touched:
            touched[table].add(row_id)
    chosen = Chosen()
    for table, ids in touched.items():
        there = known.ids(table)
        chosen.there[table] = ids & there
        chosen.removed[table] = ids - there
    return _closed(known, chosen)


def choose_grid(known: Known, grid_id: int) -> Chosen:
    """Choose a grid: its homes, households and people, all attached, and what those refer to."""
    chosen = Chosen(there={name: set() for name in SENT}, elsewhere=False)
    for table, sql in _GRID.items():
        found = known.connection.exec_driver_sql(sql, {"grid": grid_id}).scalars()
        _ids(chosen, table).update(found)
    for sent in sent_tables().values():
        if sent.name in _GRID or sent.name in _PARTS:
            continue
        for row_id, row in known.rows(sent):
            if any(
                row[column] in _ids(chosen, target)
                for column, target in sent.refers.items()
                if row[column] is not None
            ):
                _ids(chosen, sent.name).add(row_id)
    return _closed(known, chosen)


def write_lines(
    known: Known, chosen: Chosen, manifest: Manifest, progress: Progress = SILENT
) -> Iterator[bytes]:
    """Yield the lines of a file.

    Raises:
        Cancelled: the clerk stops it.
    """
    writer = PayloadWriter()
    yield writer.manifest(manifest)
    total = chosen.count(known)
    photos: set[str] = set()
    names: dict[str, dict[int, Name]] = {}
    for sent in sent_tables().values():
        names[sent.name] = _Names(known, sent.name)
        for state in _states(known, sent, chosen):
            yield from writer.record(sent, state, names)
            for name, columns in sent.fields.items():
                if "photo" in columns and state.row.fields:
                    digest = state.row.fields[name].value[columns.index("photo")]
                    if digest is not None:
                        photos.add(str(digest))
            if writer.records % 1_000 == 0:
                progress.report(writer.records, total)
    for digest in sorted(photos):
        row = known.connection.exec_driver_sql(
            "SELECT media_type, content FROM photo WHERE digest = ?", (digest,)
        ).one()
        yield writer.photo(digest, row.media_type, row.content)
    progress.report(total, total)
    yield writer.end()


class _Names(dict[int, Name]):
    """The first name of each record of a table, looked up when it is asked for."""

    def __init__(self, known: Known, table: str) -> None:
        super().__init__()
        self._known = known
        self._table = table

    def __missing__(self, row_id: int) -> Name:
        name = self[row_id] = self._known.names_of(self._table, row_id)[0]
        return name


def _states(known: Known, sent: Sent, chosen: Chosen) -> Iterator[State]:
    there = chosen.there.get(sent.name, set())
    if there is None or there:
        yield from known.states(sent, there)
    gone = chosen.removed.get(sent.name)
    if gone:
        yield from known.removed(sent, gone)
    if chosen.elsewhere:
        for called in known.never_here(sent.name):
            yield State(0, (called.name,), Row({}, called.version, called.gone))


def _ids(chosen: Chosen, table: str) -> set[int]:
    found = chosen.there[table]
    return set() if found is None else found


def _closed(known: Known, chosen: Chosen) -> Chosen:
    """Add what the chosen records refer to, and what that refers to."""
    waiting = {table: set(ids or ()) for table, ids in chosen.there.items()}
    while any(waiting.values()):
        found: dict[str, set[int]] = {}
        for table, ids in waiting.items():
            sent = sent_tables()[table]
            if not ids or not sent.refers:
                continue
            for _, row in known.rows(sent, ids):
                for column, target in sent.refers.items():
                    if row[column] is not None:
                        found.setdefault(target, set()).add(row[column])
        waiting = {}
        for table, ids in found.items():
            new = ids - _ids(chosen, table)
            _ids(chosen, table).update(new)
            waiting[table] = new
    return chosen


def last_entry(connection: Connection, before: int | None = None) -> int:
    """Return the number of the last journal entry, or of the last one before another."""
    found = connection.exec_driver_sql(
        "SELECT coalesce(max(id), 0) FROM journal_entry WHERE id < coalesce(?, id + 1)", (before,)
    ).scalar_one()
    return int(found)
