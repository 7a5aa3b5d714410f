"""Insert many rows at the least cost: plain SQL, hundreds of rows to a statement.

Where triggers watch a table SQLite keeps, for every statement, a copy of each page that the
statement changes. A row of a person changes a score of pages, so that a statement for each row
takes twice as long as one for hundreds. SQLAlchemy's own insert costs as much again.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Connection

from linli.storage.journal import recording_at_once
from linli.storage.schema import Base

if TYPE_CHECKING:
    from sqlalchemy import Table

_AT_ONCE = 500
"""Rows of a statement; with 40 columns fewer than the 32,766 values that SQLite takes."""
_FEW = 2
"""Statements before it pays to turn the journal's trigger off."""


def insert_rows(
    connection: Connection, record: type[Base], rows: Iterable[Mapping[str, Any]]
) -> None:
    """Insert rows of one table.

    Args:
        connection: a transaction's connection (`Writing.connection`).
        record: the table's class.
        rows: values by column, taken as they are needed; those that name the same columns in the
            same order go together. A column that is not named holds its default. Unnamed ids are
            given by SQLite; named ones lie above all that are there, in order.

    Raises:
        ValueError: many rows have ids that do not.
    """
    steps = _steps(record, rows)
    first = list(islice(steps, _FEW))
    for step in first:
        connection.exec_driver_sql(*step)
    if len(first) == _FEW:
        with recording_at_once(connection, cast("Table", record.__table__)) as written:
            for step in steps:
                written.append(connection.exec_driver_sql(*step).rowcount)


def _steps(
    record: type[Base], rows: Iterable[Mapping[str, Any]]
) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Yield statements and their values."""
    for columns, alike in groupby(rows, tuple):
        statement, marks, defaults = _parts(record, columns)
        while some := list(islice(alike, _AT_ONCE)):
            values: list[Any] = []
            for row in some:
                values += row.values()
                values += defaults
            yield f"{statement}{', '.join([marks] * len(some))}", tuple(values)


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
