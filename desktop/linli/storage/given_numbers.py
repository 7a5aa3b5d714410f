"""How far numbers were given (编号): counted outside the journal, so that undo gives none twice."""

from sqlalchemy import Connection


def give(connection: Connection, series: str) -> int:
    """Return the next number of a series, from 1; it counts as given, whatever becomes of it.

    A transaction that fails gives none: nobody has seen it.
    """
    return int(
        connection.exec_driver_sql(
            "INSERT INTO given_number (series, last) VALUES (?, 1) "
            "ON CONFLICT (series) DO UPDATE SET last = last + 1 RETURNING last",
            (series,),
        ).scalar_one()
    )


def machine_of(connection: Connection) -> str:
    """Return the name of this ledger among those it exchanges with, "" if it never did.

    A ledger that was copied or restored goes on under another one.
    """
    found = connection.exec_driver_sql(
        "SELECT machine FROM exchange_life ORDER BY id DESC LIMIT 1"
    ).scalar_one_or_none()
    return str(found or "")
