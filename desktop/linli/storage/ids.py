"""Ids of rows: many at once in a query, and the last one ever given."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Select, column, func, select, table

from linli.storage.schema import Base


def among(values: Iterable[int | str]) -> Select[Any]:
    """Select the given ids or texts, for `column.in_(...)`.

    They travel as one JSON value: SQLite takes no more than 32,766 bound ones, and the statement
    stays the same for any number.
    """
    written = json.dumps(list(values), ensure_ascii=False)
    return select(func.json_each(written).table_valued("value").c.value)


def last_id(connection: Connection, record: type[Base]) -> int:
    """Return the highest id ever given: ids are never used twice, not even of deleted rows."""
    sequence = table("sqlite_sequence", column("name"), column("seq"))
    last = connection.execute(
        select(func.max(sequence.c.seq)).where(sequence.c.name == record.__tablename__)
    ).scalar_one()
    return int(last or 0)
