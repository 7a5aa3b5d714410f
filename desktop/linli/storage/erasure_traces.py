"""By what a person is found in texts: their names and numbers, now and earlier.

A number that is also somebody else's (a phone of the whole family) is no trace: it stays theirs.
A name is a sure trace only where nobody else's name contains it.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection, String, Table

from linli.domain.erasures import ERASED, Mention
from linli.storage.journal import every_table, key_of

_SHORTEST_NAME = 2
_SHORTEST_NUMBER = 5
_OWN_NUMBERS = (("identity_document", "number"), ("phone", "number"))
_NAMES = ("name", "former_name", "native_name")

NOT_TEXT = frozenset(
    {
        *("name_pinyin", "sex", "birth", "status", "kind", "tail", "digest", "media_type", "photo"),
        *("address_key", "building_key", "sort_key", "recycled_at", "created_at", "updated_at"),
        *("table_name", "version_num", "proof", "account", "fingerprint"),
    }
)
"""Columns that hold keys, codes and times, never a name or a number that somebody wrote."""
OTHER_CAPACITY = frozenset(
    {
        *("staff", "grid_officer", "organisation_leader", "organisation", "station"),
        *("trusted_machine", "setting", "card_template"),
    }
)
"""Tables that name people for another purpose, such as their post: only touched if told so."""
_NOT_SWEPT = frozenset(
    {
        *("audit_event", "audit_seal", "journal_change", "journal_entry", "journal_open"),
        *("journal_founding", "erasure", "erasure_open", "erased_mark", "photo", "draft"),
        *("identity_document", "account", "alembic_version", "drawn_glyph"),
    }
)
"""Tables that are seen to apart, or hold no texts about people."""


@dataclass(frozen=True)
class Traces:
    """Names and numbers by which a person is found.

    Attributes:
        names: all names, now and earlier.
        numbers: all numbers that are nobody else's.
        shared: numbers that others have too.
        namesakes: how many others have the name.
        blurred: names that are also part of somebody else's name, or of who holds a post.
    """

    names: tuple[str, ...]
    numbers: tuple[str, ...]
    shared: tuple[str, ...]
    namesakes: int
    blurred: frozenset[str]

    @property
    def sure(self) -> tuple[str, ...]:
        """What surely means the person, longest first."""
        names = [name for name in self.names if name not in self.blurred]
        return tuple(sorted([*names, *self.numbers], key=len, reverse=True))

    @property
    def all(self) -> tuple[str, ...]:
        """Everything to look for, longest first."""
        return tuple(sorted([*self.names, *self.numbers], key=len, reverse=True))

    def is_named_in(self, text: str) -> bool:
        """Whether a text holds a name or number, sure or not."""
        return any(each in text for each in self.all)

    def is_surely_in(self, text: str) -> bool:
        """Whether a text surely means the person."""
        return any(each in text for each in self.sure)


def find_traces(connection: Connection, ids: Sequence[int]) -> Traces:
    """Gather a person's names and numbers from their records and from the journal."""
    names: dict[str, None] = {}
    numbers: dict[str, None] = {}
    some = id_list(ids)
    for row in connection.exec_driver_sql(
        f"SELECT {', '.join(_NAMES)} FROM resident WHERE id IN {some}"  # noqa: S608 - constants and ids
    ):
        names |= dict.fromkeys(filter(None, row))
    for table, column in _OWN_NUMBERS:
        numbers |= dict.fromkeys(
            connection.exec_driver_sql(
                f"SELECT {column} FROM {table} WHERE resident_id IN {some}"  # noqa: S608 - constants and ids
            ).scalars()
        )
    numbers |= dict.fromkeys(
        filter(
            None,
            connection.exec_driver_sql(
                f"SELECT permit_number FROM floating_stay WHERE resident_id IN {some}"  # noqa: S608 - constants and ids
            ).scalars(),
        )
    )
    for table, text in _journaled(connection, ids):
        values = json.loads(text)
        if table == "resident":
            names |= dict.fromkeys(v for k in _NAMES if (v := values.get(k)))
        elif table in ("identity_document", "phone") and values.get("number"):
            numbers[values["number"]] = None
    long_names = [name for name in names if len(name) >= _SHORTEST_NAME]
    long_numbers = [number for number in numbers if len(number) >= _SHORTEST_NUMBER]
    shared = {
        number for number in long_numbers if _is_anothers(connection, number, ids, long_names)
    }
    return Traces(
        names=tuple(long_names),
        numbers=tuple(number for number in long_numbers if number not in shared),
        shared=tuple(sorted(shared)),
        namesakes=sum(_others(connection, name, ids, "name = ?") for name in long_names),
        blurred=frozenset(
            name
            for name in long_names
            if _others(connection, name, ids, "instr(name, ?) > 0") or _holds_post(connection, name)
        ),
    )


def sweep(
    connection: Connection, traces: Traces, gone: frozenset[tuple[str, str]]
) -> Iterator[tuple[Table, str, str, str]]:
    """Yield (table, key of the row, column, text) of each text that names the person.

    Args:
        connection: a connection.
        traces: what to look for.
        gone: (table, row) of what is removed anyway.
    """
    wanted = json.dumps(list(traces.all), ensure_ascii=False)
    for table, columns in _texts():
        key = key_of(table)
        for column in columns:
            rows = connection.exec_driver_sql(
                f'SELECT {key}, "{column}" FROM {table.name} WHERE "{column}" IS NOT NULL '  # noqa: S608 - names of our own tables
                f"AND EXISTS (SELECT 1 FROM json_each(?) j WHERE "
                f'instr({table.name}."{column}", j.value) > 0)',
                (wanted,),
            ).all()
            for row_id, text in rows:
                if (table.name, str(row_id)) not in gone:
                    yield table, str(row_id), column, str(text)


def as_mention(
    traces: Traces, table: Table, row_id: str, column: str, text: str, label: str
) -> Mention:
    """Return a place where the person is named."""
    return Mention(
        table=table.name,
        row_id=row_id,
        column=column,
        label=label,
        text=text,
        certain=table.name not in OTHER_CAPACITY and traces.is_surely_in(text),
    )


def without(text: str, traces: Iterable[str]) -> str:
    """Return a text in which a word stands for each trace."""
    for each in traces:
        text = text.replace(each, ERASED)
    return text


@cache
def _texts() -> tuple[tuple[Table, tuple[str, ...]], ...]:
    found = []
    for table in every_table():
        if table.name in _NOT_SWEPT:
            continue
        columns = tuple(
            column.name
            for column in table.columns
            if isinstance(column.type, String)
            and column.name not in NOT_TEXT
            and not column.name.endswith("_code")
            and not (table.name == "resident" and column.name in _NAMES)
            and not (table.name == "phone" and column.name == "number")
        )
        if columns:
            found.append((table, columns))
    return tuple(found)


def _journaled(connection: Connection, ids: Sequence[int]) -> Iterator[tuple[str, str]]:
    subjects = json.dumps([f"resident/{number}" for number in ids])
    for row in connection.exec_driver_sql(
        "SELECT table_name, before, after FROM journal_change "
        "WHERE subject IN (SELECT value FROM json_each(?))",
        (subjects,),
    ):
        for text in (row.before, row.after):
            if text is not None:
                yield row.table_name, text


def _others(connection: Connection, name: str, ids: Sequence[int], condition: str) -> int:
    return int(
        connection.exec_driver_sql(
            f"SELECT count(*) FROM resident WHERE {condition} AND id NOT IN {id_list(ids)}",  # noqa: S608 - constants and ids
            (name,),
        ).scalar_one()
    )


def _holds_post(connection: Connection, name: str) -> bool:
    """Whether somebody of that name is kept in another capacity, maybe the person."""
    return any(
        connection.exec_driver_sql(
            f"SELECT 1 FROM {table.name} WHERE name = ? LIMIT 1",  # noqa: S608 - names of our own tables
            (name,),
        ).first()
        is not None
        for table in every_table()
        if table.name in OTHER_CAPACITY and "name" in table.columns
    )


def _is_anothers(
    connection: Connection, number: str, ids: Sequence[int], names: Sequence[str]
) -> bool:
    """Whether a number stands where the number of somebody else stands."""
    found = connection.exec_driver_sql(
        f"SELECT 1 FROM phone WHERE number = ? AND resident_id NOT IN {id_list(ids)} "  # noqa: S608 - ids
        f"UNION SELECT 1 FROM identity_document WHERE number = ? AND resident_id NOT IN "
        f"{id_list(ids)}",
        (number, number),
    )
    if found.first() is not None:
        return True
    called = json.dumps(list(names), ensure_ascii=False)
    return any(
        connection.exec_driver_sql(
            f"SELECT 1 FROM {table.name} WHERE phone = ? "  # noqa: S608 - names of our own tables
            "AND name NOT IN (SELECT value FROM json_each(?))",
            (number, called),
        ).first()
        is not None
        for table in every_table()
        if {"name", "phone"} <= set(table.columns.keys())
    )


def id_list(ids: Iterable[int]) -> str:
    """Return ids as SQL: (1, 2)."""
    return f"({', '.join(str(int(number)) for number in ids)})"
