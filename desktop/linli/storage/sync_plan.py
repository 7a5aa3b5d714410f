"""What a file would do here: worked out without writing, for the preview and for taking it in.

After matching (`sync_match`) and merging (`domain.exchange_rows`) two things can still be wrong: a
record may refer to one that was removed, which is then kept, and two records may have what only one
can have. Both are put right by changes of this machine's own, so that they travel on and all
machines come to the same end.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

from linli.domain.exchange_rows import (
    EXISTENCE,
    Cell,
    Choose,
    Event,
    Outcome,
    Row,
    Side,
    kept_against_removal,
    merge,
    removed,
    take_newer,
)
from linli.domain.exchange_versions import join, newest
from linli.domain.exchanges import Choices, Rule
from linli.errors import UserError
from linli.progress import SILENT, Progress
from linli.storage.sync_barred import find_barred
from linli.storage.sync_known import Known, Name, State
from linli.storage.sync_match import Matcher, column_of
from linli.storage.sync_payload import Payload, Received
from linli.storage.sync_tables import UNTOLD, Sent, referring, sent_tables

_ROUNDS = 20
_AT_ONCE = 5_000
_RENUMBERED = frozenset({"household", "rental", "staff", "station", "grid", "organisation"})
"""Records that stay two where they have one number or name: the newer one's is changed."""


@dataclass(slots=True)
class Entry:
    """What becomes of a record.

    Attributes:
        before: as it is here; None of one that comes for the first time.
        row: as it will be.
        names: all its names.
        theirs: as it came, None of one that the file does not hold.
        outcomes: of its fields and, under `EXISTENCE`, of its being there.
        sides: the newer side of each conflict.
        into: the record that it becomes one with, of one that is folded.
        joined: whether it was matched for the first time.
        fixed: columns that were changed because another record has the same.
    """

    before: Row | None
    row: Row
    names: set[Name]
    theirs: Row | None = None
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    sides: dict[str, Side] = field(default_factory=dict)
    into: int | None = None
    joined: bool = False
    fixed: frozenset[str] = frozenset()

    @property
    def was_there(self) -> bool:
        """Whether the record is here now."""
        return self.before is not None and bool(self.before.fields)

    @property
    def is_there(self) -> bool:
        """Whether the record will be here."""
        return self.into is None and bool(self.row.fields)


@dataclass
class Plan:
    """What a file would do here: entries by table and id; ids of new records are already theirs.

    Attributes:
        entries: by table and id.
        apart: records that could be one, by table: a received one's name and the one here.
        unseen: records that were removed before they came here: (table, names, row).
        barred: how many people are not taken in because they were erased here.
        event: by what decisions of this machine are recorded.
    """

    event: Event
    entries: dict[str, dict[int, Entry]] = field(
        default_factory=lambda: {name: {} for name in sent_tables()}
    )
    apart: dict[str, dict[Name, int]] = field(default_factory=dict)
    unseen: list[tuple[str, tuple[Name, ...], Row]] = field(default_factory=list)
    barred: int = 0


def key_of(table: str, names: Any, field_name: str) -> str:
    """Return by what something is decided about a field of a record."""
    machine, number = min(names)
    return f"{table}/{machine}:{number}/{field_name}"


def make_plan(
    known: Known, payload: Payload, choices: Choices, event: Event, progress: Progress = SILENT
) -> Plan:
    """Work out what a file does here.

    Raises:
        UserError: the file continues another one that was not read here.
        Cancelled: the clerk stops it.
    """
    return _Planner(known, payload, choices, event, progress).plan()


def _is_apart(choices: Choices, table: str, names: tuple[Name, ...]) -> bool:
    """Whether the clerk has said of a record that it is another than the one here."""
    return bool(choices.apart) and key_of(table, names, "") in choices.apart


class _Planner:
    def __init__(
        self, known: Known, payload: Payload, choices: Choices, event: Event, progress: Progress
    ) -> None:
        self._known = known
        self._payload = payload
        self._choices = choices
        self._progress = progress
        self._result = Plan(event)
        self._barred: dict[str, set[Name]] = {}
        self._next: dict[str, int] = {}
        # No method of ours: a planner that its matcher held would be taken apart much later.
        self._matcher = Matcher(known, payload.rows, partial(_is_apart, choices))

    def plan(self) -> Plan:
        self._matcher.match()
        self._result.apart = self._matcher.joined
        self._barred = find_barred(self._known, self._payload.rows, self._matcher)
        self._result.barred = len(self._barred.get("resident", ()))
        self._give_ids()
        self._merge_all()
        for table, kept, folded in self._matcher.folded:
            self._fold(table, kept, folded)
        for _ in range(_ROUNDS):
            self._keep_what_is_needed()
            if not self._part_what_collides():
                break
        return self._result

    # ---- merging ----

    def _give_ids(self) -> None:
        """Give those that come for the first time the ids that they will have."""
        for sent in sent_tables().values():
            targets = self._matcher.targets[sent.name]
            barred = self._barred.get(sent.name, set())
            for received in self._payload.rows[sent.name]:
                if received.names[0] in targets or not barred.isdisjoint(received.names):
                    continue
                if received.row.fields:
                    targets.update(dict.fromkeys(received.names, self._new_id(sent.name)))

    def _new_id(self, table: str) -> int:
        if table not in self._next:
            self._next[table] = self._known.last_id(table) + 1
        self._next[table] += 1
        return self._next[table] - 1

    def _merge_all(self) -> None:
        done = 0
        for sent in sent_tables().values():
            barred = self._barred.get(sent.name, set())
            rows = self._payload.rows[sent.name]
            received = [r for r in rows if barred.isdisjoint(r.names)]
            rows.clear()  # what stays of them is in the plan
            for start in range(0, len(received), _AT_ONCE):
                some = received[start : start + _AT_ONCE]
                targets = [self._matcher.target(sent.name, each) for each in some]
                states = self._states(sent, {target for target in targets if target is not None})
                for each, target in zip(some, targets, strict=True):
                    self._merge(sent, each, target, states)
                done += len(some)
                self._progress.report(done, self._payload.count)

    def _states(self, sent: Sent, ids: set[int]) -> dict[int, State]:
        there = self._known.ids(sent.name)
        found = {state.row_id: state for state in self._known.states(sent, ids & there)}
        found |= {state.row_id: state for state in self._known.removed(sent, ids - there)}
        return found

    def _merge(
        self, sent: Sent, received: Received, target: int | None, states: Mapping[int, State]
    ) -> None:
        theirs = self._in_our_ids(sent, received.row)
        if target is None:  # removed before it came here
            self._unseen(sent.name, received.names, theirs)
            return
        entries = self._result.entries[sent.name]
        entry = entries.get(target)
        if entry is None:
            state = states.get(target)
            kept = self._kept_of(sent.name, received.names)
            if state is None and kept is None:
                entries[target] = Entry(None, theirs, set(received.names), theirs)
                return
            if state is None:
                assert kept is not None  # noqa: S101 - one of both is there
                entry = Entry(None, kept, set(received.names))
            else:
                entry = Entry(state.row, state.row, set(state.names))
        entry.joined = entry.joined or received.names[0] in self._result.apart[sent.name]
        new_names = not entry.names.issuperset(received.names)
        entry.names.update(received.names)
        entry.theirs = theirs
        self._merge_into(sent.name, entry, theirs)
        if target in entries or entry.row != entry.before or new_names:
            entries[target] = entry  # else all of it is known here

    def _merge_into(self, table: str, entry: Entry, theirs: Row) -> None:
        done = merge(entry.row, theirs, self._result.event, self._chooser(table, entry))
        entry.row = done.row
        entry.outcomes |= done.fields
        entry.outcomes[EXISTENCE] = done.existence

    def _kept_of(self, table: str, names: tuple[Name, ...]) -> Row | None:
        """Return what is known of a record that was removed before it came here."""
        found = [self._known.called(table, name) for name in names]
        rows = [Row({}, called.version, called.gone) for called in found if called is not None]
        if not rows:
            return None
        exists, gone = rows[0].exists, rows[0].gone
        for row in rows[1:]:
            exists, gone = join(exists, row.exists), join(gone, row.gone)
        return Row({}, exists, gone)

    def _unseen(self, table: str, names: tuple[Name, ...], theirs: Row) -> None:
        kept = self._kept_of(table, names)
        row = theirs
        if kept is not None:
            row = Row({}, join(kept.exists, theirs.exists), join(kept.gone, theirs.gone))
            if row == kept and all(self._known.called(table, name) for name in names):
                return
        self._result.unseen.append((table, names, row))

    def _chooser(self, table: str, entry: Entry) -> Choose:
        def choose(name: str, newer: Side) -> Side:
            entry.sides[name] = newer
            if name in UNTOLD:
                return newer
            side = self._choices.sides.get(key_of(table, entry.names, name))
            if side is not None:
                return side
            return _BY_RULE[self._choices.rule](newer)

        return choose

    def _in_our_ids(self, sent: Sent, row: Row) -> Row:
        """Return a received record with the ids that what it refers to has here."""
        if not row.fields or not sent.refers:
            return row
        fields = dict(row.fields)
        for name, targets in _referring_fields(sent.name):
            cell = fields[name]
            value = [
                one if one is None or table is None else self._id_here(table, one)
                for table, one in zip(targets, cell.value, strict=True)
            ]
            fields[name] = Cell(tuple(value), cell.version)
        return Row(fields, row.exists, row.gone)

    def _id_here(self, table: str, name: Any) -> int | None:
        found = self._matcher.targets[table].get(name)
        if found is None and name in self._barred.get(table, ()):
            return None
        if found is None:
            raise UserError(
                "这份文件接在另一份之后，缺少前面的内容，什么都没有读入。"
                "请对方选「全部」重新做一份。"
            )
        return found

    # ---- putting right ----

    def _keep_what_is_needed(self) -> None:
        """Keep what was removed but is referred to by what is there."""
        for sent in reversed(list(sent_tables().values())):
            entries = self._result.entries[sent.name]
            gone = {
                row_id
                for row_id, entry in entries.items()
                if not entry.is_there and entry.into is None
            }
            if not gone:
                continue
            for row_id in gone & self._needed(sent.name, gone):
                entry = entries[row_id]
                fields = (entry.before or entry.row).fields or (entry.theirs or entry.row).fields
                if fields:
                    row = Row(fields, entry.row.exists, entry.row.gone)
                    entry.row = kept_against_removal(row, self._result.event)
                    entry.outcomes.pop(EXISTENCE, None)

    def _needed(self, table: str, gone: set[int]) -> set[int]:
        found: set[int] = set()
        for other, column in referring(table):
            entries = self._result.entries[other.name]
            for entry in entries.values():
                if entry.is_there:
                    found.add(column_of(other, entry.row, column))
            ids = ", ".join(map(str, gone))
            for row_id, target in self._known.connection.exec_driver_sql(
                f"SELECT id, {column} FROM main.{other.name} WHERE {column} IN ({ids})"  # noqa: S608 - our own tables
            ):
                if row_id not in entries:
                    found.add(target)
        for name, column in _held_by(table):
            ids = ", ".join(map(str, gone))
            found.update(
                self._known.connection.exec_driver_sql(
                    f"SELECT {column} FROM main.{name} WHERE {column} IN ({ids})"  # noqa: S608 - our own tables
                ).scalars()
            )
        return found

    def _part_what_collides(self) -> bool:
        """Let no two records have what only one can have; tell whether anything was changed."""
        changed = False
        for sent in sent_tables().values():
            for columns in sent.unique:
                for one, other in list(self._colliding(sent, columns)):
                    entries = self._result.entries[sent.name]
                    if entries[one].is_there and entries[other].is_there:
                        self._part(sent, columns, one, other)
                        changed = True
        return changed

    def _colliding(self, sent: Sent, columns: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        """Yield pairs of records that would have the same; both are in the plan then."""
        entries = self._result.entries[sent.name]
        fields = {sent.field_of[column] for column in sent.deciding(columns)}
        touched = {
            row_id
            for row_id, entry in entries.items()
            if entry.is_there
            and (
                not entry.was_there
                or any(
                    entry.before is None
                    or entry.before.fields[name].value != entry.row.fields[name].value
                    for name in fields
                )
            )
        }
        if not touched:
            return
        holders: dict[tuple[Any, ...], int] = {}
        for row_id, row in self._known.rows(sent):
            if row_id not in entries:
                holders[sent.key(columns, row.__getitem__)] = row_id
        for row_id, entry in entries.items():
            if entry.is_there and row_id not in touched:
                holders[self._key(sent, entry.row, columns)] = row_id
        for row_id in sorted(touched):
            key = self._key(sent, entries[row_id].row, columns)
            if None in key:
                continue
            other = holders.setdefault(key, row_id)
            if other != row_id:
                self._entry(sent, other)
                yield other, row_id

    def _key(self, sent: Sent, row: Row, columns: tuple[str, ...]) -> tuple[Any, ...]:
        return sent.key(columns, lambda column: column_of(sent, row, column))

    def _entry(self, sent: Sent, row_id: int) -> Entry:
        entries = self._result.entries[sent.name]
        if row_id not in entries:
            (state,) = self._known.states(sent, [row_id])
            entries[row_id] = Entry(state.row, state.row, set(state.names))
        return entries[row_id]

    def _part(self, sent: Sent, columns: tuple[str, ...], one: int, other: int) -> None:
        entries = self._result.entries[sent.name]
        name = sent.field_of[columns[-1]]
        older, newer = sorted(
            (one, other),
            key=lambda i: (newest(entries[i].row.fields[name].version), min(entries[i].names)),
        )
        if sent.name not in _RENUMBERED or columns[-1] in sent.refers:
            self._fold(sent.name, older, newer)
            return
        entry = entries[newer]
        cell = entry.row.fields[name]
        place = sent.fields[name].index(columns[-1])
        text = f"{cell.value[place]}-{min(entry.names)[1]}"
        value = (*cell.value[:place], text, *cell.value[place + 1 :])
        version = self._result.event.after(cell.version)
        fields = {**entry.row.fields, name: Cell(value, version)}
        entry.row = Row(fields, entry.row.exists, entry.row.gone)
        entry.fixed |= {name}

    def _fold(self, table: str, kept_id: int, folded_id: int) -> None:
        """Make two records one: all that refers to one refers to the other."""
        sent = sent_tables()[table]
        kept, folded = self._entry_or_gone(sent, kept_id), self._entry_or_gone(sent, folded_id)
        if folded.into is not None or kept is folded:
            return
        done = merge(kept.row, folded.row, self._result.event, take_newer)
        kept.row = done.row
        kept.names |= folded.names
        folded.into = kept_id
        for other, column in referring(table):
            ids = self._known.connection.exec_driver_sql(
                f"SELECT id FROM main.{other.name} WHERE {column} = ?",  # noqa: S608 - our own tables
                (folded_id,),
            ).scalars()
            for row_id in list(ids):
                self._entry(other, row_id)
            for entry in self._result.entries[other.name].values():
                if entry.row.fields and column_of(other, entry.row, column) == folded_id:
                    entry.row = _pointed(other, entry.row, column, kept_id)

    def _entry_or_gone(self, sent: Sent, row_id: int) -> Entry:
        entries = self._result.entries[sent.name]
        if row_id in entries or row_id in self._known.ids(sent.name):
            return self._entry(sent, row_id)
        found = list(self._known.removed(sent, [row_id]))
        row = found[0].row if found else removed(Row({}, ()), self._result.event)
        names = set(self._known.names_of(sent.name, row_id))
        entries[row_id] = Entry(row, row, names)
        return entries[row_id]


def _pointed(sent: Sent, row: Row, column: str, row_id: int) -> Row:
    """Return a record that refers to another one under its new id, which is no change of it."""
    name = sent.field_of[column]
    cell, place = row.fields[name], sent.fields[name].index(column)
    value = (*cell.value[:place], row_id, *cell.value[place + 1 :])
    return Row({**row.fields, name: Cell(value, cell.version)}, row.exists, row.gone)


@cache
def _referring_fields(name: str) -> tuple[tuple[str, tuple[str | None, ...]], ...]:
    """Return the fields of a table that refer to others, with each column's target or None."""
    sent = sent_tables()[name]
    return tuple(
        (field, tuple(sent.refers.get(column) for column in columns))
        for field, columns in sent.fields.items()
        if any(column in sent.refers for column in columns)
    )


def _held_by(table: str) -> Iterator[tuple[str, str]]:
    """Yield the columns of tables that do not travel without which a record cannot be removed."""
    from linli.storage.journal import journaled_tables

    for other in journaled_tables():
        if other.name in sent_tables():
            continue
        for column in other.columns:
            for key in column.foreign_keys:
                if key.column.table.name == table and key.ondelete is None:
                    yield other.name, column.name


_BY_RULE: Mapping[Rule, Callable[[Side], Side]] = {
    Rule.NEWER: lambda newer: newer,
    Rule.OURS: lambda _: Side.OURS,
    Rule.THEIRS: lambda _: Side.THEIRS,
}
