"""Insert many rows at the least cost: plain SQL, hundreds of rows to a statement.

Where triggers watch a table SQLite keeps, for every statement, a copy of each page that the
statement changes. A row of a person changes a score of pages, so that a statement for each row
takes twice as long as one for hundreds. SQLAlchemy's own insert costs as much again.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain, islice
from typing import Any

from sqlalchemy import Connection

from linli.storage.schema import Base

_AT_ONCE = 500
"""Rows of a statement; with 40 columns fewer than the 32,766 values that SQLite takes."""


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
    while some := [{**defaults, **row}.values() for row in islice(coming, _AT_ONCE)]:
        whole = f"{statement}{', '.join([marks] * len(some))}"
        connection.exec_driver_sql(whole, (*chain.from_iterable(some),))


@cache
def _parts(record: type[Base]) -> tuple[str, str, dict[str, Any]]:
    """Return the beginning of the statement, the marks of a row, and each column's default."""
    columns = record.__table__.columns
    defaults = {
        column.name: None if column.default is None else column.default.arg for column in columns
    }
    statement = f"INSERT INTO {record.__tablename__} ({', '.join(defaults)}) VALUES "  # noqa: S608 - names of our own tables
    return statement, f"({', '.join('?' * len(defaults))})", defaults
