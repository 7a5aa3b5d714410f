"""Many ids at once in a query, however many there are."""

from collections.abc import Iterable

from sqlalchemy import Select, func, select


def among(ids: Iterable[int]) -> Select[int]:
    """Select the given ids, for `column.in_(...)`.

    They travel as one JSON value: SQLite takes no more than 32,766 bound ones, and the statement
    stays the same for any number.
    """
    return select(func.json_each(str(list(ids))).table_valued("value").c.value)
