"""The search index of mediation cases: one full-text row for each, of all that is written in it.

`case_fts` is contentless and holds each text as its pairs of letters, one after the other, so that
a part of a text is a phrase; between texts stands what no text holds. Kept by `derived` in the
transaction of the records. Plain SQL, which every transaction may come to.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from linli.domain.typed import fold, letters

CASE_FTS_DDL = (
    "CREATE VIRTUAL TABLE case_fts USING fts5(words, content='', contentless_delete=1, "
    'tokenize="ascii")'
)
"""What the migrations hold frozen; a change needs one."""
_BETWEEN = " · "
_TOUCHED = """
SELECT DISTINCT cast(substr(subject, 16) AS INTEGER) FROM journal_change
WHERE entry_id = ? AND subject GLOB 'mediation_case/*'
"""
_AT_ONCE = 500
_TEXTS = (
    """
    SELECT id, title, place, summary, requests, source_unit,
    iif(number_sequence IS NULL, NULL,
        printf('%d%s人调字第%d号', number_year, number_mark, number_sequence))
    FROM mediation_case WHERE id IN (SELECT value FROM json_each(?))
    """,
    """
    SELECT case_id, name, representative, agent_name FROM case_party
    WHERE case_id IN (SELECT value FROM json_each(?))
    """,
    """
    SELECT case_id, name FROM case_mediator WHERE case_id IN (SELECT value FROM json_each(?))
    """,
    """
    SELECT case_id, subject, record, result FROM case_meeting
    WHERE case_id IN (SELECT value FROM json_each(?))
    """,
    """
    SELECT case_id, facts, terms, performance FROM case_agreement
    WHERE case_id IN (SELECT value FROM json_each(?))
    """,
)
"""The texts of cases. What is a list is JSON, whose marks are no letters."""
_SAME = "SELECT term, doc, offset FROM temp.{} EXCEPT SELECT term, doc, offset FROM temp.{}"


def asked(text: str) -> str | None:
    """Return the question for cases that hold every word of a text; None if it has no letters."""
    words = filter(None, map(letters, fold(text).split()))
    return " AND ".join(map(_phrase, words)) or None


def refresh_cases(connection: Connection, entry_id: int) -> None:
    """Bring the index of the cases up to date that an entry of the journal touched."""
    ids = connection.exec_driver_sql(_TOUCHED, (entry_id,))
    raw: Any = connection.connection.driver_connection
    touched = sorted(ids.scalars())
    raw.executemany("DELETE FROM case_fts WHERE rowid = ?", [(each,) for each in touched])
    _write(raw, touched)


def rebuild_cases(connection: Connection) -> None:
    """Make the index of all cases anew."""
    raw: Any = connection.connection.driver_connection
    raw.execute("INSERT INTO case_fts (case_fts) VALUES ('delete-all')")
    _write(raw, _everything(raw))
    raw.execute("INSERT INTO case_fts (case_fts) VALUES ('optimize')")


def wrong_cases(raw: Any) -> frozenset[int]:
    """Return the cases whose row of the index is not what their records say.

    Args:
        raw: a connection of the driver that may make temporary tables, inside a transaction.
    """
    raw.execute(CASE_FTS_DDL.replace("case_fts", "temp.case_expected"))
    _write(raw, _everything(raw), "temp.case_expected")
    for schema, table, name in (
        ("main", "case_fts", "case_is"),
        ("temp", "case_expected", "case_should"),
    ):
        raw.execute(
            f"CREATE VIRTUAL TABLE temp.{name} USING fts5vocab('{schema}', '{table}', 'instance')"
        )
    pairs = (("case_is", "case_should"), ("case_should", "case_is"))
    return frozenset(doc for pair in pairs for _, doc, _ in raw.execute(_SAME.format(*pair)))


def _everything(raw: Any) -> list[int]:
    return [case_id for (case_id,) in raw.execute("SELECT id FROM mediation_case ORDER BY id")]


def _write(raw: Any, ids: Sequence[int], table: str = "case_fts") -> None:
    """Write the rows of cases, of which there must be none yet; what is no more gets none."""
    for start in range(0, len(ids), _AT_ONCE):
        raw.executemany(
            f"INSERT INTO {table} (rowid, words) VALUES (?, ?)",  # noqa: S608 - our own name
            _rows(raw, ids[start : start + _AT_ONCE]),
        )


def _rows(raw: Any, ids: Sequence[int]) -> list[tuple[int, str]]:
    texts: dict[int, list[str]] = {}
    for sql in _TEXTS:
        for case_id, *columns in raw.execute(sql, (json.dumps(list(ids)),)):
            texts.setdefault(case_id, []).extend(text for text in columns if text)
    return [(case_id, _BETWEEN.join(_words(said))) for case_id, said in sorted(texts.items())]


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        plain = letters(fold(text))
        if plain:
            yield " ".join([*_pairs(plain), plain[-1]])


def _pairs(plain: str) -> list[str]:
    return [plain[at : at + 2] for at in range(len(plain) - 1)]


def _phrase(plain: str) -> str:
    if len(plain) == 1:
        return f'"{plain}" *'
    return f'"{" ".join(_pairs(plain))}"'
