"""Find: which people a typed text finds, best first.

Every word of the text must fit a person in one of its ways (see `search_ways`). The most telling
word drives: its ways are asked in order of rank, exact before prefix before the rest, and the
asking stops at the limit. The other words are conditions.
"""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, and_, literal_column, or_, union_all

from linli.domain.residents import ResidentStatus
from linli.storage.schema import ResidentRecord
from linli.storage.search_ways import Word, read_words

_PAGE = 64
# The plus keeps the planner from driving by the index on this column, which fits nearly all rows.
_LIVE = literal_column("+resident.recycled_at").is_(None)


def find_ids(connection: Connection, text: str, limit: int | None = None) -> list[int]:
    """Return who fits `text`, best first; those who moved away or died come last.

    Args:
        connection: the ledger.
        text: part of a name, pinyin or initials, part of a phone, the start or tail of a document
            number, a birth date, an address, a household or card number; several words narrow.
        limit: how many are wanted; all if None.
    """
    words = read_words(connection, text)
    if not words:
        return []
    driver, *others = sorted(words, key=lambda word: word.breadth)
    conditions = [_holds(word) for word in others]
    found: dict[int, bool] = {}
    for resident_id, status in _ranked(connection, driver, conditions):
        found.setdefault(resident_id, status == ResidentStatus.PRESENT.value)
        if len(found) == limit:
            break
    return sorted(found, key=lambda resident_id: not found[resident_id])


def fits(connection: Connection, text: str) -> ColumnElement[bool] | None:
    """Return `text` as a condition on `resident`; None if it says nothing."""
    words = read_words(connection, text)
    if not words:
        return None
    driver, *others = sorted(words, key=lambda word: word.breadth)
    sources = [way.found.order_by(None) for way in driver.ways if way.holds is not None]
    among = ResidentRecord.id.in_(union_all(*sources)) if sources else literal_column("0")
    return and_(among, *map(_holds, others))


def _ranked(
    connection: Connection, driver: Word, conditions: list[ColumnElement[bool]]
) -> Iterator[tuple[int, str]]:
    """Yield (id, status) in order of rank; a person may come again."""
    for way in driver.ways:
        query = way.found.add_columns(ResidentRecord.status).where(_LIVE, *conditions)
        with connection.execute(query, execution_options={"yield_per": _PAGE}) as rows:
            yield from ((row.id, row.status) for row in rows)


def _holds(word: Word) -> ColumnElement[bool]:
    return or_(literal_column("0"), *(way.holds for way in word.ways if way.holds is not None))
