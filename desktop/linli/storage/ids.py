"""Ids of rows: many at once in a query, and the last one ever given."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Select, func, select


def listed(values: Iterable[int | str | None]) -> str:
    """Return ids or texts as the one value of `IN (SELECT value FROM json_each(?))`."""
    return json.dumps(list(values), ensure_ascii=False)


def among(values: Iterable[int | str]) -> Select[Any]:
    """Select the given ids or texts, for `column.in_(...)`.

    They travel as one JSON value: SQLite takes no more than 32,766 bound ones, and the statement
    stays the same for any number.
    """
    return select(func.json_each(listed(values)).table_valued("value").c.value)


def last_id(connection: Connection, table: str) -> int:
    """Return the highest id ever given: ids are never used twice, not even of deleted rows."""
    query = "SELECT max(seq) FROM sqlite_sequence WHERE name = ?"
    return int(connection.exec_driver_sql(query, (table,)).scalar_one() or 0)
