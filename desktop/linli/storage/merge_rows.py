"""Rows of any table as plain values, for merging people and for taking a merge back.

Values are those of the driver, as the journal keeps them, so that both can be compared.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, UniqueConstraint

from linli.storage.journal import columns_of, journaled_tables

Values = dict[str, Any]


@cache
def tables() -> dict[str, Table]:
    """Return the journaled tables by name."""
    return {table.name: table for table in journaled_tables()}


def read_row(connection: Connection, table: Table, row_id: int) -> Values | None:
    """Return the recorded columns of a row, None if it is not there."""
    rows = read_rows(connection, table, {"id": row_id})
    return rows[0] if rows else None


def read_rows(connection: Connection, table: Table, where: Mapping[str, Any]) -> list[Values]:
    """Return the rows that have these values, in order of id."""
    columns = columns_of(table)
    condition = " AND ".join(f"{column} = ?" for column in where)
    rows = connection.exec_driver_sql(
        f"SELECT {', '.join(columns)} FROM {table.name} WHERE {condition} ORDER BY id",  # noqa: S608 - names of our own tables
        tuple(where.values()),
    )
    return [dict(zip(columns, row, strict=True)) for row in rows]


def update_row(connection: Connection, table: Table, row_id: int, values: Values) -> None:
    """Give columns of a row other values; its version counts on."""
    changes = [f"{column} = ?" for column in values]
    if "version" in table.columns:
        changes.append("version = version + 1")
    connection.exec_driver_sql(
        f"UPDATE {table.name} SET {', '.join(changes)} WHERE id = ?",  # noqa: S608 - names of our own tables
        (*values.values(), row_id),
    )


def insert_row(connection: Connection, table: Table, values: Values) -> None:
    """Bring a row back under its own id."""
    every = {**values, "version": 1} if "version" in table.columns else values
    connection.exec_driver_sql(
        f"INSERT INTO {table.name} ({', '.join(every)}) VALUES ({', '.join('?' * len(every))})",  # noqa: S608 - names of our own tables
        tuple(every.values()),
    )


def delete_row(connection: Connection, table: Table, row_id: int) -> None:
    """Remove a row."""
    connection.exec_driver_sql(
        f"DELETE FROM {table.name} WHERE id = ?",  # noqa: S608 - names of our own tables
        (row_id,),
    )


def is_taken(connection: Connection, table: Table, row: Values) -> bool:
    """Whether another row already has what must be there once only."""
    return any(True for _ in in_the_way(connection, table, row))


def in_the_way(connection: Connection, table: Table, row: Values) -> Iterator[Values]:
    """Yield the other rows that have what `row` would have and must be there once only."""
    for columns in _unique(table):
        if any(row.get(column) is None for column in columns):
            continue
        others = read_rows(connection, table, {column: row[column] for column in columns})
        yield from (other for other in others if other["id"] != row["id"])


def lacks(
    connection: Connection, table: Table, values: Values, coming: frozenset[tuple[str, int]]
) -> bool:
    """Whether values name a record that is not there, nor among those that are `coming` back."""
    for column, value in values.items():
        for key in table.columns[column].foreign_keys:
            target = key.column.table
            if value is None or (target.name, value) in coming:
                continue
            found = connection.exec_driver_sql(
                f"SELECT 1 FROM {target.name} WHERE {key.column.name} = ?",  # noqa: S608 - names of our own tables
                (value,),
            ).first()
            if found is None:
                return True
    return False


@cache
def must_differ(table: Table) -> frozenset[str]:
    """Return the columns of a table of which two rows may not have the same, alone or together."""
    return frozenset(column for columns in _unique(table) for column in columns)


@cache
def _unique(table: Table) -> tuple[Sequence[str], ...]:
    """Return the columns that must differ together."""
    return tuple(_unique_columns(table))


def _unique_columns(table: Table) -> Iterator[Sequence[str]]:
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield [column.name for column in constraint.columns]
    for index in table.indexes:
        if index.unique:
            yield [column.name for column in index.columns]
