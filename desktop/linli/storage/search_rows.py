"""Writing rows of the search index: of a few people after a change, of a whole street at once."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from linli.progress import SILENT, Progress
from linli.storage.search_facts import Facts, facts_of, read_facts
from linli.storage.search_index import person_words

CHUNK = 5_000
"""So many people are read, and their rows written, at once: a part of the index each time."""

_HASH, _USUAL_HASH = 16 << 20, 1 << 20
"""Bytes of words that FTS5 gathers before it sorts them and writes them out."""
_USUAL_MERGE = 4
"""Parts of the index of one size that FTS5 makes one of, little by little, as it is written to."""


def write_words(
    raw: Any, ids: Sequence[int], table: str = "person_fts", progress: Progress = SILENT
) -> None:
    """Write the rows of people, of whom there must be none yet; who is no more gets none.

    Args:
        raw: the driver's connection, in a transaction.
        ids: whom.
        table: the index.
        progress: told how many of very many are written.

    Raises:
        Cancelled: it said so.
    """
    if len(ids) > CHUNK:
        with _few_parts(raw, table):
            _write_all(raw, ids, table, progress)
    elif ids:
        _insert(raw, table, _values(facts_of(read_facts(raw, ids))))


@contextmanager
def _few_parts(raw: Any, table: str) -> Iterator[None]:
    """Write few large parts of the index, not many small ones that have to be merged at once.

    They are merged by what is written later. Rolled back, the settings are as they were.
    """
    _set(raw, table, hashsize=_HASH, automerge=0)
    yield
    _set(raw, table, hashsize=_USUAL_HASH, automerge=_USUAL_MERGE)


def _set(raw: Any, table: str, **settings: int) -> None:
    column = table.rpartition(".")[2]
    for name, value in settings.items():
        raw.execute(f"INSERT INTO {table} ({column}, rank) VALUES (?, ?)", (name, value))  # noqa: S608 - our own


def _write_all(raw: Any, ids: Sequence[int], table: str, progress: Progress) -> None:
    """While SQLite writes some rows and reads the next people, make the words of those between."""
    from linli.storage.behind import working_behind  # late: a single change needs no thread

    chunks = [ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK)]
    with working_behind(most_waiting=2) as behind:
        coming = behind(read_facts, raw, chunks[0])
        for number, following in enumerate((*chunks[1:], None)):
            progress.report(number * CHUNK, len(ids), "正在编查找用的索引…")
            facts = facts_of(coming.result())
            if following is not None:
                coming = behind(read_facts, raw, following)
            behind(_insert, raw, table, _values(facts))


def _values(facts: Sequence[Facts]) -> list[int | str]:
    return [value for each in facts for value in (each.id, person_words(each))]


def _insert(raw: Any, table: str, values: Sequence[int | str]) -> None:
    if values:
        marks = ", ".join(["(?, ?)"] * (len(values) // 2))
        raw.execute(f"INSERT INTO {table} (rowid, words) VALUES {marks}", values)  # noqa: S608 - our own
