"""Insert many rows at the least cost: plain SQL, a hundred rows to a statement.

Where triggers watch a table SQLite keeps, for every statement, a copy of each page that the
statement changes. A row of a person changes a score of pages, so that a statement for each row
takes twice as long as one for a hundred. SQLAlchemy's own insert costs as much again.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain, islice
from typing import Any

from sqlalchemy import Connection

from linli.storage.schema import Base

_AT_ONCE = 100
"""Rows of a statement; with 30 columns a tenth of the values that SQLite takes."""

_BUFFERED = 100 * _AT_ONCE
"""Rows made before they are handed over, so that any number takes little memory."""


def insert_rows(
    connection: Connection, record: type[Base], rows: Iterable[Mapping[str, Any]]
) -> None:
    """Insert rows of one table.

    Args:
        connection: a transaction's connection (`Writing.connection`).
        record: the table's class.
        rows: values by column, taken as they are needed; a column that is not named holds its
            default. Unnamed ids are given by SQLite.
    """
    statement, marks, defaults = _parts(record)
    coming = iter(rows)
    many = f"{statement}{', '.join([marks] * _AT_ONCE)}"
    while buffered := [(*{**defaults, **row}.values(),) for row in islice(coming, _BUFFERED)]:
        whole = len(buffered) - len(buffered) % _AT_ONCE
        batches = [
            (*chain.from_iterable(buffered[start : start + _AT_ONCE]),)
            for start in range(0, whole, _AT_ONCE)
        ]
        if batches:
            connection.exec_driver_sql(many, batches)
        if buffered[whole:]:
            connection.exec_driver_sql(statement + marks, buffered[whole:])


@cache
def _parts(record: type[Base]) -> tuple[str, str, dict[str, Any]]:
    """Return the beginning of the statement, the marks of a row, and each column's default."""
    columns = record.__table__.columns
    defaults = {
        column.name: None if column.default is None else column.default.arg for column in columns
    }
    statement = f"INSERT INTO {record.__tablename__} ({', '.join(defaults)}) VALUES "  # noqa: S608 - names of our own tables
    return statement, f"({', '.join('?' * len(defaults))})", defaults
