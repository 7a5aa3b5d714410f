"""Who helps households now (结对帮扶), in plain SQL: cards wait for no mapped records."""

from collections.abc import Iterable

from sqlalchemy import Connection

from linli.domain.pairings import Helper
from linli.storage.contacts import load_contacts, said_of
from linli.storage.ids import listed

_CURRENT = """
    SELECT * FROM pairing
    WHERE household_id IN (SELECT value FROM json_each(?)) AND until IS NULL
    ORDER BY since IS NULL, since, id
"""


def current_helpers(
    connection: Connection, household_ids: Iterable[int]
) -> dict[int, tuple[Helper, ...]]:
    """Return who helps each household now, the longest first; nobody twice."""
    rows = connection.exec_driver_sql(_CURRENT, (listed(household_ids),)).all()
    contacts = load_contacts(connection, (row.resident_id for row in rows))
    found: dict[int, dict[Helper, None]] = {}
    for row in rows:
        helper = Helper(**said_of(row, contacts), post=row.post)
        found.setdefault(row.household_id, {})[helper] = None
    return {household: tuple(helpers) for household, helpers in found.items()}
