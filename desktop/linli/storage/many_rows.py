"""Insert many rows at the least cost: plain SQL, hundreds of rows and more to a statement.

Where triggers watch a table SQLite keeps, for every statement, a copy of each page that the
statement changes. A row of a person changes a score of pages, so that a statement for each row
takes twice as long as one for hundreds. SQLAlchemy's own insert costs as much again. While SQLite
carries out one statement the values of the next are gathered.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Connection

from linli.storage.behind import working_behind
from linli.storage.indexes import indexing_at_once
from linli.storage.journal import recording_at_once
from linli.storage.schema import Base

if TYPE_CHECKING:
    from sqlalchemy import Table

_AT_ONCE = 500
"""Rows of each of the first statements; with 60 columns fewer values than SQLite takes, 32,766."""
_FEW = 2
"""Statements before it pays to turn the journal's trigger off, and to make long ones."""
_MOST_VALUES = 12_000
"""Values of a long statement, of which SQLite keeps what it has made of it: 120 bytes a value."""


def insert_rows(
    connection: Connection, record: type[Base], rows: Iterable[Mapping[str, Any]]
) -> None:
    """Insert rows of one table.

    Args:
        connection: a transaction's connection (`Writing.connection`).
        record: the table's class.
        rows: values by column, taken as they are needed without a look into the ledger, which is
            being written to meanwhile; those that name the same columns in the
            same order go together. A column that is not named holds its default. Unnamed ids are
            given by SQLite; named ones lie above all that are there, in order.

    Raises:
        ValueError: many rows have ids that do not.
    """
    table = cast("Table", record.__table__)
    steps = _steps(record, rows)
    first = list(islice(steps, _FEW))
    for statement, values, _ in first:
        connection.exec_driver_sql(statement, values)
    if len(first) < _FEW:
        return
    raw: Any = connection.connection.driver_connection
    with (
        recording_at_once(connection, table) as written,
        indexing_at_once(connection, table, sum(count for _, _, count in first)),
        working_behind() as behind,
    ):
        for statement, values, count in steps:
            behind(raw.execute, statement, values)
            written.append(count)


def _steps(
    record: type[Base], rows: Iterable[Mapping[str, Any]]
) -> Iterator[tuple[str, tuple[Any, ...], int]]:
    """Yield statements, their values, and of how many rows they are."""
    made = 0
    for columns, alike in groupby(rows, tuple):
        statement, marks, defaults = _parts(record, columns)
        many = _MOST_VALUES // (len(columns) + len(defaults))
        while some := list(islice(alike, _AT_ONCE if made < _FEW else many)):
            values: list[Any] = []
            for row in some:
                values += row.values()
                values += defaults
            yield f"{statement}{', '.join([marks] * len(some))}", tuple(values), len(some)
            made += 1


@lru_cache(1024)
def _parts(record: type[Base], columns: tuple[str, ...]) -> tuple[str, str, tuple[Any, ...]]:
    """Return the beginning of the statement, the marks of a row, and what is added to each row.

    Added are the defaults of the columns that the rows do not name.
    """
    defaults = {
        column.name: column.default.arg
        for column in record.__table__.columns
        if column.default is not None and column.name not in columns
    }
    named = ", ".join((*columns, *defaults))
    marks = ", ".join("?" * (len(columns) + len(defaults)))
    statement = f"INSERT INTO {record.__tablename__} ({named}) VALUES "  # noqa: S608 - names of our own tables
    return statement, f"({marks})", tuple(defaults.values())
