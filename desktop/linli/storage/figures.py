"""The figures of the ledger (台账统计): how much of each kind there is."""

from sqlalchemy import Connection

from linli.domain.residents import LedgerCounts

_HERE = "status = 'present' AND recycled_at IS NULL"
_SQL = """
SELECT
  (SELECT count(*) FROM resident WHERE {here}) AS residents,
  (SELECT count(DISTINCT household_id) FROM resident WHERE {here}) AS households,
  (SELECT count(*) FROM dwelling) AS dwellings,
  (SELECT count(*) FROM grid) AS grids,
  (SELECT count(*) FROM floating_stay f JOIN resident r ON r.id = f.resident_id WHERE {here})
    AS floating,
  (SELECT count(*) FROM rental) AS rentals,
  (SELECT coalesce(sum(rooms), 0) FROM rental) AS rental_rooms,
  (SELECT coalesce(sum(occupants), 0) FROM rental) AS rental_occupants,
  (SELECT count(*) FROM card_issue WHERE withdrawn_at IS NULL) AS cards,
  (SELECT count(*) FROM resident WHERE recycled_at IS NOT NULL{unmerged}) AS recycled
"""
_UNMERGED = " AND merged_into IS NULL"
_KNOWS_MERGES = "SELECT 1 FROM pragma_table_info('resident') WHERE name = 'merged_into'"


def count(connection: Connection) -> LedgerCounts:
    """Count what the ledger holds.

    Residents are those who live here and are not recycled; households those that they form. Reads
    older ledgers too, which are counted before they are brought up.
    """
    knows_merges = connection.exec_driver_sql(_KNOWS_MERGES).first() is not None
    sql = _SQL.format(here=_HERE, unmerged=_UNMERGED if knows_merges else "")
    return LedgerCounts(**connection.exec_driver_sql(sql).one()._mapping)  # noqa: SLF001 - SQLAlchemy's public name
