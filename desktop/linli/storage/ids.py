"""Ids of rows: many at once in a query, and the last one ever given."""

from collections.abc import Iterable

from sqlalchemy import Connection, Select, column, func, select, table

from linli.storage.schema import Base


def among(ids: Iterable[int]) -> Select[int]:
    """Select the given ids, for `column.in_(...)`.

    They travel as one JSON value: SQLite takes no more than 32,766 bound ones, and the statement
    stays the same for any number.
    """
    return select(func.json_each(str(list(ids))).table_valued("value").c.value)


def last_id(connection: Connection, record: type[Base]) -> int:
    """Return the highest id ever given: ids are never used twice, not even of deleted rows."""
    sequence = table("sqlite_sequence", column("name"), column("seq"))
    last = connection.execute(
        select(func.max(sequence.c.seq)).where(sequence.c.name == record.__tablename__)
    ).scalar_one()
    return int(last or 0)
