"""The figures of the ledger (台账统计): how much of each kind there is."""

from sqlalchemy import Connection

from linli.domain.residents import LedgerCounts

_HERE = "status = 'present' AND recycled_at IS NULL"
_SQL = """
SELECT
  (SELECT count(*) FROM resident WHERE {here}) AS residents,
  (SELECT count(DISTINCT household_id) FROM resident WHERE {here}) AS households,
  (SELECT count(*) FROM dwelling) AS dwellings,
  (SELECT count(*) FROM grid{still}) AS grids,
  (SELECT count(*) FROM floating_stay f JOIN resident r ON r.id = f.resident_id WHERE {here})
    AS floating,
  (SELECT count(*) FROM rental) AS rentals,
  (SELECT coalesce(sum(rooms), 0) FROM rental) AS rental_rooms,
  (SELECT coalesce(sum(occupants), 0) FROM rental) AS rental_occupants,
  (SELECT count(*) FROM card_issue WHERE withdrawn_at IS NULL) AS cards,
  (SELECT count(*) FROM resident WHERE recycled_at IS NOT NULL{unmerged}) AS recycled
"""
_UNMERGED = " AND merged_into IS NULL"
_STILL = " WHERE until IS NULL"
_COLUMN = "SELECT 1 FROM pragma_table_info(?) WHERE name = ?"


def count(connection: Connection) -> LedgerCounts:
    """Count what the ledger holds.

    Residents are those who live here and are not recycled; households those that they form; a grid
    that was closed is none any more. Reads older ledgers too, which are counted before they are
    brought up.
    """
    sql = _SQL.format(
        here=_HERE,
        unmerged=_UNMERGED if _has(connection, "resident", "merged_into") else "",
        still=_STILL if _has(connection, "grid", "until") else "",
    )
    return LedgerCounts(**connection.exec_driver_sql(sql).one()._mapping)  # noqa: SLF001 - SQLAlchemy's public name


def _has(connection: Connection, table: str, column: str) -> bool:
    return connection.exec_driver_sql(_COLUMN, (table, column)).first() is not None
