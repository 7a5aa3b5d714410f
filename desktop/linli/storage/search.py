"""Find: which people a typed text finds, best first.

Every word of the text must fit a person in one of its ways (see `search_ways`). The order is stated
and learns nothing: those who live here before those who moved away or died; then whom the first
word names exactly, then whom it names by the beginning, then whoever else fits; and among them as
they were entered.

All words are put to the index in one question, which gives people in the order of their ids and is
left as soon as enough are found. Only where the index says too much are records looked at.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from linli.domain.typed import split_words
from linli.storage.ids import among
from linli.storage.search_facts import Glance
from linli.storage.search_index import AWAY, GONE, PERSON_FTS
from linli.storage.search_ways import Rank, Way, Word, read_word
from linli.storage.sight import is_limited

_MOST_WORDS = 12
"""What comes after so many is not read: somebody pasted a page."""
_ASK = "SELECT rowid FROM person_fts WHERE person_fts MATCH ? ORDER BY rowid"
_ASK_ONE = "SELECT 1 FROM person_fts WHERE person_fts MATCH ? AND rowid = ?"
_HALL = "SELECT value FROM setting WHERE key = 'hall'"
_OF_CARD = """
    SELECT r.id, r.status <> 'present', r.recycled_at IS NOT NULL FROM card c
    JOIN resident r ON r.household_id = c.household_id WHERE c.number = ?1
    UNION
    SELECT r.id, r.status <> 'present', r.recycled_at IS NOT NULL FROM card c
    JOIN resident r ON r.id = c.resident_id WHERE c.number = ?1
"""


@dataclass(frozen=True)
class _Standing:
    """Whom a search is for. `limits` is put after the question in brackets."""

    limits: str
    away: bool | None
    """Whether they are away; None: whoever it is, in the recycle bin too."""


_PRESENT = _Standing(f' NOT "{AWAY}"', away=False)
_GONE = _Standing(f' AND "{GONE}"', away=True)
_ANYBODY = _Standing("", away=None)


def find_ids(connection: Connection, text: str, limit: int | None = None) -> list[int]:
    """Return who fits `text`, best first; those who moved away or died come last.

    Args:
        connection: the ledger.
        text: part of a name, pinyin or initials, part of a phone, the start or end of a document
            number, a birth date, an address, a household or card number, a tag, a kind of
            benefit; several words narrow.
        limit: how many are wanted; all if None.
    """
    raw: Any = connection.connection.driver_connection
    words = _read(raw, text, limited=is_limited(connection))
    if not words:
        return []
    return list(islice(_ranked(raw, words, (_PRESENT, _GONE)), limit))


def fits(connection: Connection, text: str) -> ColumnElement[bool] | None:
    """Return `text` as a condition on `resident`; None if it says nothing."""
    raw: Any = connection.connection.driver_connection
    words = _read(raw, text, limited=is_limited(connection))
    if not words:
        return None
    from linli.storage.schema import ResidentRecord  # finding alone does not wait for records

    if all(word.card is None and not any(way.holds for way in word.all_ways) for word in words):
        asked = _all_words([word.all_ways for word in words])
        matches = PERSON_FTS.c.person_fts.op("MATCH")(asked)
        return ResidentRecord.id.in_(select(PERSON_FTS.c.rowid).where(matches))
    return ResidentRecord.id.in_(among(_ranked(raw, words, (_ANYBODY,))))


def _read(raw: Any, text: str, *, limited: bool) -> list[Word]:
    typed = list(dict.fromkeys(split_words(text)))[:_MOST_WORDS]
    community = None
    if not text.isascii():  # the community's name can stand in an address
        hall = raw.execute(_HALL).fetchone()
        community = json.loads(hall[0])["community"] if hall else None
    return [read_word(word, community or None, limited=limited) for word in typed]


def _ranked(raw: Any, words: Sequence[Word], standings: Sequence[_Standing]) -> Iterator[int]:
    """Yield who fits all words, once each."""
    found: set[int] = set()
    for standing in standings:
        for resident_id in _search(raw, words, standing, found):
            if resident_id not in found:
                found.add(resident_id)
                yield resident_id


def _search(raw: Any, words: Sequence[Word], standing: _Standing, found: set[int]) -> Iterator[int]:
    yield from _by_card(raw, words, standing)
    anybody = _all_words([word.all_ways for word in words])
    if standing is _GONE and next(_asked(raw, anybody, standing), None) is None:
        return
    before = {""}
    first, *others = words
    for rank in Rank:
        ways = [[way for way in first.ways if way.rank is rank], *(w.all_ways for w in others)]
        firm = _all_words([[way for way in each if way.holds is None] for each in ways])
        if firm not in before:
            before.add(firm)
            yield from _asked(raw, firm, standing)
        if not others:  # who fits for certain was asked for already
            ways = [[way for way in ways[0] if way.holds is not None]]
        loose = _all_words(ways)
        if loose not in before:
            before.add(loose)
            yield from _looked_at(raw, ways, _asked(raw, loose, standing), found)


def _all_words(ways: Sequence[Sequence[Way]]) -> str:
    """Return the question for people whom each word fits in one of its ways; "" if none can."""
    if not all(ways):
        return ""
    return " AND ".join(f"({_any_way(each)})" for each in ways)


def _any_way(ways: Sequence[Way]) -> str:
    return " OR ".join(f"({way.asked})" for way in ways)


def _asked(raw: Any, question: str, standing: _Standing) -> Iterator[int]:
    for (resident_id,) in raw.execute(_ASK, (f"({question}){standing.limits}",)):
        yield resident_id


def _looked_at(
    raw: Any, ways: Sequence[Sequence[Way]], candidates: Iterator[int], found: set[int]
) -> Iterator[int]:
    """Yield those of the candidates whom every word fits, after a look at their records."""
    for candidate in candidates:
        if candidate not in found and _fits_all(raw, ways, candidate):
            yield candidate


def _fits_all(raw: Any, ways: Sequence[Sequence[Way]], resident_id: int) -> bool:
    person = Glance(raw, resident_id)
    return all(_fits_way(raw, each, person) for each in ways)


def _fits_way(raw: Any, ways: Sequence[Way], person: Glance) -> bool:
    if any(way.holds is not None and way.holds(person) for way in ways):
        return True
    firm = [way for way in ways if way.holds is None]
    if not firm:
        return False
    return raw.execute(_ASK_ONE, (_any_way(firm), person.id)).fetchone() is not None


def _by_card(raw: Any, words: Sequence[Word], standing: _Standing) -> Iterator[int]:
    """Yield the holders of a card whose number is one of the words, if the others fit too."""
    for index, word in enumerate(words):
        if word.card is None:
            continue
        others = [other.all_ways for other in (*words[:index], *words[index + 1 :])]
        for resident_id, is_away, is_recycled in raw.execute(_OF_CARD, (word.card,)).fetchall():
            if standing.away is not None and (is_recycled or bool(is_away) != standing.away):
                continue
            if _fits_all(raw, others, resident_id):
                yield resident_id
