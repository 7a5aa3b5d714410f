"""Which records of a file are which records here (同一条记录的认定).

By their names, if they met before. Else by what tells them apart in life (`sync_tables.SAME`); a
person by an identity number, or by name and date of birth in the same household; a household by
its number and home, or by somebody in it. No record here is taken for two of a file, nor for one
of a machine that has another name for it: that machine knows them as two.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any

from linli.domain.exchange_rows import Row
from linli.storage.sync_known import Known, Name
from linli.storage.sync_payload import Received
from linli.storage.sync_tables import SAME, Sent, sent_tables, telling

Key = tuple[Hashable, ...]
Targets = Mapping[str, Mapping[Name, int]]


class Matcher:
    """Finds the records here that a file's records are.

    Args:
        known: this ledger.
        rows: the file's records by table.
        is_apart: whether the clerk has said of a record (table, names) that it is another.
    """

    def __init__(
        self,
        known: Known,
        rows: Mapping[str, list[Received]],
        is_apart: Callable[[str, tuple[Name, ...]], bool],
    ) -> None:
        self._known = known
        self._rows = rows
        self._is_apart = is_apart
        self.targets: dict[str, dict[Name, int]] = {name: {} for name in rows}
        self.joined: dict[str, dict[Name, int]] = {name: {} for name in rows}
        self.folded: list[tuple[str, int, int]] = []
        self._taken: dict[str, set[int]] = {name: set() for name in rows}

    def match(self) -> None:
        """Find the records.

        Fills `targets` by name, `joined` with what was matched for the first time, kept apart or
        not, and `folded` with two records here that are one elsewhere (table, kept, folded).
        """
        for sent in sent_tables().values():
            self._by_name(sent)
        for sent in sent_tables().values():
            if sent.name == "household":
                self._people_by_document()
                self._households()
            elif sent.name == "resident":
                self._people_by_home()
            else:
                self._by_columns(sent)

    def target(self, table: str, received: Received) -> int | None:
        """Return which record here a received one is."""
        return self.targets[table].get(received.names[0])

    # ---- by name ----

    def _by_name(self, sent: Sent) -> None:
        for received in self._rows[sent.name]:
            found = {self._known.find(sent.name, name) for name in received.names} - {None}
            ids = sorted(row_id for row_id in found if row_id is not None)
            if not ids:
                continue
            there = [row_id for row_id in ids if row_id in self._known.ids(sent.name)] or ids
            self._take(sent.name, received, there[0])
            self.folded += [(sent.name, there[0], other) for other in there[1:]]

    def _take(self, table: str, received: Received, row_id: int) -> None:
        self.targets[table].update(dict.fromkeys(received.names, row_id))
        self._taken[table].add(row_id)

    # ---- by what they say ----

    def _by_columns(self, sent: Sent) -> None:
        waiting = self._waiting(sent.name)
        if not waiting:
            return
        for columns in SAME[sent.name]:
            index: dict[Key, int] = {}
            for row_id, row in self._known.rows(sent):
                key = tuple(telling(column, row[column]) for column in columns)
                if None not in key:
                    index.setdefault(key, row_id)
            for received in waiting:
                if self.target(sent.name, received) is None:
                    here = self._here(sent, received.row, columns)
                    self._try(sent.name, received, index.get(here) if here else None)

    def _here(self, sent: Sent, row: Row, columns: Iterable[str]) -> Key | None:
        """Return what a received record says in some columns, references as ids here."""
        found: list[Hashable] = []
        for column in columns:
            value = telling(column, column_of(sent, row, column))
            if value is not None and column in sent.refers:
                value = self.targets[sent.refers[column]].get(value)
            if value is None:
                return None
            found.append(value)
        return tuple(found)

    def _people_by_document(self) -> None:
        waiting = {
            name: received for received in self._waiting("resident") for name in received.names
        }
        if not waiting:
            return
        documents, residents = sent_tables()["identity_document"], sent_tables()["resident"]
        owners = {
            (row["kind"], row["number"]): row["resident_id"]
            for _, row in self._known.rows(documents)
        }
        for received in self._rows["identity_document"]:
            if not received.row.fields:
                continue
            person = waiting.get(column_of(documents, received.row, "resident_id"))
            if person is not None and self.target("resident", person) is None:
                number = tuple(column_of(documents, received.row, c) for c in ("kind", "number"))
                self._try(residents.name, person, owners.get(number))

    def _households(self) -> None:
        """Match households by number and home, and by somebody who was matched."""
        waiting = self._waiting("household")
        if not waiting:
            return
        sent, residents = sent_tables()["household"], sent_tables()["resident"]
        here = dict(self._known.rows(sent))
        numbers = {row["number"]: row_id for row_id, row in here.items() if row["number"]}
        members = self._members_here(residents)
        for received in waiting:
            number = column_of(sent, received.row, "number")
            home = column_of(sent, received.row, "dwelling_id")
            home_id = self.targets["dwelling"].get(home)
            candidates = [numbers.get(number), *members.get(received.names[0], ())]
            for row_id in candidates:
                if row_id is None or row_id not in here:
                    continue
                mine = here[row_id]["dwelling_id"]
                if home is None or mine is None or mine == home_id:
                    self._try(sent.name, received, row_id)
                    break

    def _members_here(self, residents: Sent) -> dict[Name, list[int]]:
        """Return by a received household the households here of its matched members."""
        matched = {}
        for received in self._rows["resident"]:
            row_id = self.target("resident", received)
            if row_id is not None and received.row.fields:
                home = column_of(residents, received.row, "household_id")
                if home is not None:
                    matched[row_id] = home
        found: dict[Name, list[int]] = {}
        for row_id, row in self._known.rows(residents, matched):
            if row["household_id"] is not None:
                found.setdefault(matched[row_id], []).append(row["household_id"])
        return found

    def _people_by_home(self) -> None:
        """Match people without a number by name and date of birth in one household."""
        waiting = self._waiting("resident")
        if not waiting:
            return
        sent = sent_tables()["resident"]
        index: dict[Key, int] = {}
        for row_id, row in self._known.rows(sent):
            key = (row["name"], row["birth"], row["household_id"])
            if None not in key and row["recycled_at"] is None:
                index.setdefault(key, row_id)
        for received in waiting:
            here = self._here(sent, received.row, ("name", "birth", "household_id"))
            if here is not None:
                self._try(sent.name, received, index.get(here))

    # ---- inside ----

    def _waiting(self, table: str) -> list[Received]:
        return [
            received
            for received in self._rows[table]
            if received.row.fields and self.target(table, received) is None
        ]

    def _try(self, table: str, received: Received, row_id: int | None) -> None:
        if row_id is None or row_id in self._taken[table]:
            return
        theirs = {machine for machine, _ in received.names}
        if any(machine in theirs for machine, _ in self._known.names_of(table, row_id)):
            return
        self.joined[table][received.names[0]] = row_id
        if not self._is_apart(table, received.names):
            self._take(table, received, row_id)


def column_of(sent: Sent, row: Row, column: str) -> Any:
    """Return what a record has in a column."""
    field = sent.field_of[column]
    return row.fields[field].value[sent.fields[field].index(column)]
