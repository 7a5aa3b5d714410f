"""Is the search index complete and exact? It is made once more in memory and compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from linli.storage.case_words import wrong_cases
from linli.storage.search_index import SEARCH_DDL
from linli.storage.search_rows import write_words

_ENOUGH = 1_000
"""After so many words that differ the comparison ends: the index must be made anew anyway."""
_HOMES = """
    SELECT r.id FROM resident r LEFT JOIN household h ON h.id = r.household_id
    WHERE r.home_id IS NOT coalesce(r.dwelling_id, h.dwelling_id)
"""
# Count and two sums tell sets of people apart without sorting them.
_WORDS = """
    SELECT term, count(*), sum(doc), sum(doc * doc % 1000003) FROM temp.{} GROUP BY term
    ORDER BY term
"""
_ABSENT = """
    SELECT id FROM main.{} WHERE id NOT IN (SELECT id FROM main.{})
"""

Word = tuple[str, int, int, int]


@dataclass(frozen=True, kw_only=True)
class IndexReport:
    """Whose row of the index differs from their records.

    Attributes:
        missing: people some of whose words are not in the index.
        superfluous: ids under which there are words that should not be.
        homes: people whose place to live was worked out wrongly.
        cases: mediation cases whose row differs.
        is_cut: whether there may be more of them.
    """

    missing: frozenset[int] = frozenset()
    superfluous: frozenset[int] = frozenset()
    homes: frozenset[int] = frozenset()
    cases: frozenset[int] = frozenset()
    is_cut: bool = False

    @property
    def is_sound(self) -> bool:
        """Whether nothing differs."""
        return not (self.missing or self.superfluous or self.homes or self.cases)


def check_index(raw: Any) -> IndexReport:
    """Compare the index with the records.

    Args:
        raw: a connection of the driver that may make temporary tables, inside a transaction.
    """
    homes = _ids(raw, _HOMES)
    missing = _ids(raw, _ABSENT.format("resident", "person_fts_docsize"))
    superfluous = _ids(raw, _ABSENT.format("person_fts_docsize", "resident"))
    is_cut = len(missing) + len(superfluous) >= _ENOUGH
    if not is_cut:
        _make_expected(raw)
        differing = _differing(_words(raw, "actual"), _words(raw, "expected"))
        for count, word in enumerate(differing, 1):
            actual, expected = _people(raw, "actual", word), _people(raw, "expected", word)
            missing |= expected - actual
            superfluous |= actual - expected
            if count == _ENOUGH:
                is_cut = True
                break
    return IndexReport(
        missing=frozenset(missing),
        superfluous=frozenset(superfluous),
        homes=frozenset(homes),
        cases=wrong_cases(raw),
        is_cut=is_cut,
    )


def _make_expected(raw: Any) -> None:
    raw.execute(SEARCH_DDL.replace("person_fts", "temp.person_expected"))
    for schema, table, name in (
        ("main", "person_fts", "actual"),
        ("temp", "person_expected", "expected"),
    ):
        raw.execute(
            f"CREATE VIRTUAL TABLE temp.{name} USING fts5vocab('{schema}', '{table}', 'instance')"
        )
    ids = [resident_id for (resident_id,) in raw.execute("SELECT id FROM resident ORDER BY id")]
    write_words(raw, ids, "temp.person_expected")


def _words(raw: Any, table: str) -> Iterator[Word]:
    return iter(raw.execute(_WORDS.format(table)))


def _differing(actual: Iterator[Word], expected: Iterator[Word]) -> Iterator[str]:
    """Yield the words that do not stand for the same people on both sides, both in order."""
    one, other = next(actual, None), next(expected, None)
    while one is not None or other is not None:
        if one == other:
            one, other = next(actual, None), next(expected, None)
        elif other is None or (one is not None and _key(one) < _key(other)):
            assert one is not None  # noqa: S101 - they differ
            yield one[0]
            one = next(actual, None)
        elif one is None or _key(other) < _key(one):
            yield other[0]
            other = next(expected, None)
        else:
            yield one[0]
            one, other = next(actual, None), next(expected, None)


def _key(word: Word) -> bytes:
    return word[0].encode("utf-8", "surrogatepass")  # as SQLite compares


def _people(raw: Any, table: str, word: str) -> set[int]:
    return _ids(raw, f"SELECT doc FROM temp.{table} WHERE term = ?", word)  # noqa: S608 - our names


def _ids(raw: Any, query: str, *values: str) -> set[int]:
    return {found for (found,) in raw.execute(query, values)}
