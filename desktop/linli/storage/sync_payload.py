"""What is inside a file of changes: a manifest, records, pictures, and an end that counts them.

Each line is canonical JSON (see `sync_file`):

    {"manifest": {...}}         first: who, when, what kind, how far (`Manifest`)
    ["m", life]                 names the next machine, counted from 0
    ["v", "0:5,1:7"]            names the next version: machine and moment in ms, parted by commas
    ["r", table, names, exists, gone, fields, versions]   a record
    ["p", digest, media type, content]                    a picture in base 64
    {"end": {"photos": n, "records": n}}                  last

A record's `names` are `"machine:number"`. `exists` and `gone` are numbers of versions. `fields` are
lists of columns' values by field (`sync_tables`), empty of a record that was removed; a column that
refers to another record holds its name or null. `versions` are those of fields whose version is not
`exists`. A record always travels whole, with all that it refers to, and after it.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from dataclasses import fields as dataclass_fields
from functools import partial
from typing import Any

from linli.domain.exchange_rows import Cell, Row, Value
from linli.domain.exchange_versions import Version, newest, version_from, version_text
from linli.domain.values.identity import DocumentKind
from linli.domain.values.phones import PhoneKind
from linli.errors import UserError
from linli.storage.readable import Words, fields_of
from linli.storage.sync_file import SealedFile, canonical, damaged
from linli.storage.sync_known import Name, State
from linli.storage.sync_tables import SENT, Sent, sent_tables
from linli.storage.times import shown

MOST_RECORDS = 3_000_000
_MOST_NAMES = 64
_MOST_NAME = 200
_TEXT = 1_000_000
_MOST_SHARED = 50_000
_MOST_NUMBER = 2**53
_UNSAID: Mapping[tuple[str, str], Callable[[str], object]] = {
    ("phone", "kind"): PhoneKind,
    ("resident_tag", "kind"): ("skill", "care").index,
    ("rental", "landlord_document_kind"): DocumentKind,
}
"""What reads texts that the program understands but that no history shows."""
_TIMES = frozenset({"created_at", "updated_at"})
_KINDS: Mapping[type, tuple[type, ...]] = {
    str: (str,),
    int: (int,),
    bool: (int,),
    float: (float, int),
}


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What a file says of itself.

    Attributes:
        file: its random name.
        machine: the life of the ledger it comes from.
        name: what that machine is called, for the clerk.
        community: whose ledger it is.
        made: when, in ms since 1970.
        kind: `all`, `since` or `grid`.
        base: everything changed after this journal entry of the sender is in it; None of a grid.
        entry: the last journal entry of the sender.
        read: how far the sender had read other ledgers' files: their entries by life.
    """

    file: str
    machine: str
    name: str
    community: str
    made: int
    kind: str
    base: int | None
    entry: int
    read: Mapping[str, int]


@dataclass(slots=True)
class Received:
    """A record as it came; its references are still names."""

    names: tuple[Name, ...]
    row: Row


@dataclass
class Payload:
    """All that a file holds, but the pictures' content; `moment` is the latest of any version."""

    manifest: Manifest
    rows: dict[str, list[Received]] = field(default_factory=lambda: {name: [] for name in SENT})
    photos: set[str] = field(default_factory=set)
    count: int = 0
    people: int = 0
    moment: int = 0


class PayloadWriter:
    """Turns records into lines."""

    def __init__(self) -> None:
        self._machines: dict[str, int] = {}
        self._versions: dict[Version, int] = {}
        self.records = 0
        self.photos = 0

    def manifest(self, manifest: Manifest) -> bytes:
        """Return the first line."""
        return canonical({"manifest": asdict(manifest)})

    def record(
        self, sent: Sent, state: State, name_of: Mapping[str, Mapping[int, Name]]
    ) -> Iterator[bytes]:
        """Yield the lines of a record.

        Args:
            sent: its table.
            state: the record.
            name_of: by table the name of each record that is referred to.
        """
        row = state.row
        lines: list[bytes] = []
        fields, versions = {}, {}
        for name, cell in row.fields.items():
            fields[name] = [
                value
                if value is None or column not in sent.refers
                else self._name(name_of[sent.refers[column]][int(value)], lines)
                for column, value in zip(sent.fields[name], cell.value, strict=True)
            ]
            if cell.version != row.exists:
                versions[name] = self._version(cell.version, lines)
        names = [self._name(name, lines) for name in state.names]
        exists, gone = self._version(row.exists, lines), self._version(row.gone, lines)
        self.records += 1
        yield from lines
        yield canonical(["r", sent.name, names, exists, gone, fields, versions])

    def photo(self, digest: str, media_type: str, content: bytes) -> bytes:
        """Return the line of a picture."""
        self.photos += 1
        return canonical(["p", digest, media_type, b64encode(content).decode()])

    def end(self) -> bytes:
        """Return the last line."""
        return canonical({"end": {"records": self.records, "photos": self.photos}})

    def _machine(self, machine: str, lines: list[bytes]) -> int:
        if machine not in self._machines:
            self._machines[machine] = len(self._machines)
            lines.append(canonical(["m", machine]))
        return self._machines[machine]

    def _name(self, name: Name, lines: list[bytes]) -> str:
        return f"{self._machine(name[0], lines)}:{name[1]}"

    def _version(self, version: Version, lines: list[bytes]) -> int:
        known = self._versions.get(version)
        if known is None:
            known = self._versions[version] = len(self._versions)
            parts = [f"{self._machine(machine, lines)}:{moment}" for machine, moment in version]
            lines.append(canonical(["v", ",".join(parts)]))
        return known


def read_payload(file: SealedFile) -> Payload:
    """Read what a file holds, all but the pictures' content.

    Raises:
        UserError: it is damaged, or holds more than a program of ours writes.
        StorageProblem: the file cannot be read.
    """
    lines = file.lines()
    try:
        return _Reader(lines).read()
    except (ValueError, KeyError, TypeError, IndexError, StopIteration, RecursionError) as error:
        raise damaged(file.path) from error


def read_photos(file: SealedFile) -> Iterator[tuple[str, str, bytes]]:
    """Yield (digest, media type, content) of each picture."""
    for line in file.lines():
        if line.startswith(b'["p",'):
            _, digest, media_type, content = json.loads(line)
            yield digest, media_type, b64decode(content, validate=True)


_Check = tuple[bool, bool, tuple[type, ...], Callable[[str], object] | None]
"""Of a column: whether it holds names of records, whether it may be NULL, what it may hold, and
what reads its texts and raises of one that means nothing, such as a date that is none."""

_Shared = dict[tuple[str | None, int], Cell]
"""Cells of one text, or of nothing, by it and the number of their version: most are had again and
again, and are one object then, which saves time and half of the room."""

_MANY: Any = object()
"""In the place of the one value of a field of several columns."""

_Field = tuple[str, tuple[_Check, ...], _Shared | None]


_NOWHERE: Any = None  # no column that holds no name of a record is looked up anywhere
_WORDS = Words(_NOWHERE, plain=True)


def _read(read: Callable[[str], object], text: str) -> None:
    """Read a text.

    Raises:
        ValueError: it means nothing.
    """
    try:
        read(text)
    except UserError as error:
        raise ValueError("a text that means nothing") from error


def _reading(table: str, column: str) -> Callable[[str], object] | None:
    """Return what reads the texts of a column: what says them in words, if anything does."""
    if column in _TIMES:
        return shown
    known = fields_of(table).get(column)
    return _UNSAID.get((table, column)) if known is None else partial(known[1], _WORDS)


def _fields(sent: Sent) -> tuple[_Field, ...]:
    """Return the fields of a table, with what is asked of their values."""
    columns = sent.table.columns
    return tuple(
        (
            name,
            tuple(
                (
                    column in sent.refers,
                    bool(columns[column].nullable),
                    _KINDS[columns[column].type.python_type],
                    None if column in sent.refers else _reading(sent.name, column),
                )
                for column in group
            ),
            {} if len(group) == 1 else None,
        )
        for name, group in sent.fields.items()
    )


class _Reader:
    def __init__(self, lines: Iterable[bytes]) -> None:
        self._lines = iter(lines)
        self._machines: list[str] = []
        self._versions: list[Version] = []
        self._tables = sent_tables()
        self._fields = {name: _fields(sent) for name, sent in self._tables.items()}

    def read(self) -> Payload:
        raw_decode = json.JSONDecoder().raw_decode
        payload = Payload(_manifest(json.loads(next(self._lines))["manifest"]))
        for line in self._lines:
            text = line.decode()
            parts, length = raw_decode(text)
            if length != len(text):
                raise ValueError("more than one value in a line")
            if isinstance(parts, dict):
                end = parts["end"]
                if end != {"records": payload.count, "photos": len(payload.photos)}:
                    raise ValueError("another number of records")
                if next(self._lines, None) is not None:
                    raise ValueError("more behind the end")
                return payload
            self._take(payload, parts)
        raise ValueError("no end")

    def _take(self, payload: Payload, parts: list[Any]) -> None:
        kind = parts[0]
        if kind == "r":
            payload.count += 1
            if payload.count > MOST_RECORDS:
                raise UserError("这份交换文件里的记录太多，没有读取。请对方分网格来做。")
            sent = self._tables[parts[1]]
            payload.people += sent.name == "resident"
            payload.rows[sent.name].append(self._record(sent, *parts[2:]))
        elif kind == "v":
            self._versions.append(self._version(parts[1]))
            payload.moment = max(payload.moment, newest(self._versions[-1])[0])
        elif kind == "m":
            self._machines.append(_checked(str(parts[1])))
        elif kind == "p":
            payload.photos.add(str(parts[1]))
        else:
            raise ValueError("an unknown line")

    def _record(
        self,
        sent: Sent,
        names: list[str],
        exists: int,
        gone: int,
        fields: dict[str, list[Any]],
        versions: dict[str, int],
    ) -> Received:
        if not 0 < len(names) <= _MOST_NAMES:
            raise ValueError("no name, or too many")
        own = self._at(exists)
        cells = {}
        if fields:
            for name, checks, shared in self._fields[sent.name]:
                values, number = fields[name], versions.get(name, exists) if versions else exists
                value = values[0] if len(values) == 1 else _MANY
                if shared is None or (value is not None and value.__class__ is not str):
                    cells[name] = Cell(self._values(checks, values), self._at(number))
                    continue
                key = (value, number)
                cell = shared.get(key)
                if cell is None:
                    cell = Cell(self._values(checks, values), self._at(number))
                    if len(shared) < _MOST_SHARED:
                        shared[key] = cell
                cells[name] = cell
        return Received(
            (self._name(names[0]),)
            if len(names) == 1
            else tuple(sorted({self._name(name) for name in names})),
            Row(cells, own, self._at(gone)),
        )

    def _values(self, checks: tuple[_Check, ...], values: list[Any]) -> Value:
        found: list[Any] = []
        for (is_name, may_miss, kinds, read), value in zip(checks, values, strict=True):
            if value is None:
                if not may_miss:
                    raise ValueError("nothing where something must be")
            elif is_name:
                value = self._name(value)  # noqa: PLW2901 - a name takes its place
            elif not isinstance(value, kinds):
                raise TypeError("a value of another kind")
            elif isinstance(value, str):
                if len(value) > _TEXT:
                    raise ValueError("too long a text")
                if read is not None:
                    _read(read, value)
            elif isinstance(value, int | float) and abs(value) > _MOST_NUMBER:
                raise ValueError("too large a number")
            found.append(value)
        return tuple(found)

    def _at(self, number: int) -> Version:
        if number < 0:
            raise IndexError("no such version")
        return self._versions[number]

    def _version(self, text: str) -> Version:
        numbered = version_from(text)
        return version_from(
            version_text(tuple((self._machines[int(m)], moment) for m, moment in numbered))
        )

    def _name(self, text: str) -> Name:
        machine, _, number = text.partition(":")
        found = (self._machines[int(machine)], int(number))
        if int(machine) < 0 or not 0 < found[1] < 2**62:
            raise ValueError("no such record")
        return found


def _manifest(data: dict[str, Any]) -> Manifest:
    if set(data) != {each.name for each in dataclass_fields(Manifest)}:
        raise ValueError("another manifest")
    base = data["base"]
    for number in (data["made"], data["entry"], 0 if base is None else base):
        _count(number)
    if data["kind"] not in ("all", "since", "grid"):
        raise ValueError("an unknown kind")
    for text in (data["name"], data["file"], data["community"]):
        if not isinstance(text, str) or len(text) > _MOST_NAME:
            raise ValueError("too long a name")
    read = {_checked(machine): _count(entry) for machine, entry in data["read"].items()}
    return Manifest(**{**data, "machine": _checked(str(data["machine"])), "read": read})


def _count(number: Any) -> int:
    if not isinstance(number, int) or not 0 <= number < 2**53:
        raise ValueError("no such number")
    return number


def _checked(machine: str) -> str:
    if len(machine) != 16 or not set(machine) <= set("0123456789abcdef"):
        raise ValueError("no such machine")
    return machine
