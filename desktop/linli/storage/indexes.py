"""Indexes that are made in one go when all rows are there, which takes a third of the time."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Table


def take_off(connection: Connection, table: str) -> list[str]:
    """Drop the indexes of a table; return the statements that make them again.

    Those of its unique columns stay, which SQLite makes itself.
    """
    found = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master "
        "WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
        (table,),
    ).all()
    for name, _ in found:
        connection.exec_driver_sql(f"DROP INDEX {name}")
    return [str(sql) for _, sql in found]


@contextmanager
def indexing_at_once(connection: Connection, table: Table, rows: int) -> Iterator[None]:
    """Make the indexes of a table when the rows that are inserted inside are there.

    Only of one that holds no more than `rows` rows yet; to index a full one anew would take longer.
    """
    beyond = connection.exec_driver_sql(
        f"SELECT 1 FROM {table.name} LIMIT 1 OFFSET ?",  # noqa: S608 - names of our own tables
        (rows,),
    ).first()
    statements = [] if beyond else take_off(connection, table.name)
    yield
    for statement in statements:
        connection.exec_driver_sql(statement)
