"""The search index: one full-text row for each person, and the words it holds.

`person_fts` is contentless and keeps no positions: a word is there or not. What kind of word it is
its first character says (the marks below), so that one question can join a name, an address and the
end of a number, and FTS5 meets them without looking at a record. `derived` keeps it up to date;
`search_ways` asks for the same words.
"""

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice, pairwise, product

from sqlalchemy import Integer, column, table

from linli.domain.pinyin import readings, spellings
from linli.domain.typed import address_parts, fold, letters
from linli.domain.values.addresses import Address
from linli.storage.search_facts import Facts

WHOLE = "$"
"""Before a whole name, and all its syllables or all its initials with `BETWEEN` between them; after
the mark of an estate or a text: the whole of it."""
BEGINS = "^"
"""Before the first character of a name, and the first two."""
PLACES = "123456789"
"""Before a syllable and its first letter: its place in the name, the last for all after it. Before
the first two syllables or their letters, with `BETWEEN` between them, stands the first place."""
ANYWHERE = "?"
"""The same, whatever the place."""
BETWEEN = "-"
ESTATE, BUILDING, UNIT, ROOM, ROOM_BEGINS = "/", "#", "%", "=", "~"
NUMBER, NUMBER_BEGINS, NUMBER_ENDS, PHONE_PART = "|", "<", "*", "+"
BIRTH = "@"
TEXT = "&"
SENSITIVE_TEXT = TEXT + "!"
"""Before the words of a sensitive tag, for which only those ask who may see it."""
AWAY, GONE, RECYCLED = "!away", "!gone", "!recycled"
"""Of those who are not here; of them, who moved away or died; who lies in the recycle bin."""

_MARKS = WHOLE + BEGINS + ANYWHERE + BETWEEN + ESTATE + BUILDING + UNIT + ROOM + ROOM_BEGINS
_MARKS += NUMBER + NUMBER_BEGINS + NUMBER_ENDS + PHONE_PART + BIRTH + TEXT + "!"
SEARCH_DDL = (
    "CREATE VIRTUAL TABLE person_fts USING fts5(words, content='', contentless_delete=1, "
    f"detail=none, tokenize=\"ascii tokenchars '{_MARKS}'\")"
)
"""What the migrations hold frozen; a change needs one."""
PERSON_FTS = table("person_fts", column("rowid", Integer), column("person_fts"))

DOCUMENT_BEGINNINGS = (1, 2, 3, 4, 5, 6, 9, 10, 12, 14)
"""Lengths that are asked for; between them stand digits that all share (19, 20)."""
PHONE_BEGINNINGS = (1, 2, 3, 4, 5, 6, 7)
LONGEST_HOUSEHOLD_BEGINNING = 12
ENDINGS = (4, 5, 6)
TRIGRAM = 3
_MOST_READINGS = 8
"""Of a whole name; further combinations of rare readings find nobody."""
LONGEST_ROOM = 6


def grams(text: str) -> list[str]:
    """Return the words by which a part of `text` is asked for: its pairs, or the one character."""
    if len(text) == 1:
        return [text]
    return [text[i : i + 2] for i in range(len(text) - 1)]


def trigrams(number: str) -> list[str]:
    """Return the words by which a part of a phone is asked for."""
    return [number[i : i + TRIGRAM] for i in range(len(number) - TRIGRAM + 1)]


def person_words(person: Facts) -> str:
    """Return the words of a person's row, with spaces between."""
    words = [*_name_words(person.name, person.others), *_number_words(person)]
    if person.home is not None:
        words.append(_home_words(person.home))
    if person.birth:
        digits = person.birth.replace("-", "")
        words += [BIRTH + digits[:end] for end in (4, 6, 8) if end <= len(digits)]
    words += map(_text_words, person.texts)
    words += (_text_words(text, SENSITIVE_TEXT) for text in person.sensitive)
    if person.is_recycled:
        words += (AWAY, RECYCLED)
    elif person.is_away:
        words += (AWAY, GONE)
    return " ".join(words)


def _name_words(name: str, others: Iterable[str]) -> list[str]:
    words: list[str] = []
    start = 0
    for each in (name, *others):
        plain = letters(each)
        words += plain
        if len(plain) > 1:
            words += grams(plain)
            words.append(BEGINS + plain[:2])
        words += (BEGINS + plain[:1], WHOLE + plain)
        # Another name comes after a gap: only the name of today begins at the first place.
        places = readings(each)
        words += _sound_words(places, start)
        start += len(places) + 1
    return words


def _sound_words(places: list[tuple[str, ...]], start: int) -> list[str]:
    words = []
    for place, syllables in enumerate(places, start):
        words.append(_place_words(PLACES[min(place, len(PLACES) - 1)], syllables))
    for place, pair in enumerate(pairwise(places), start):
        words.append(_pair_words(pair, begins=place == 0))
    for each in (map(_typed, places), map(_initials, places)):
        wholes = islice(product(*each), _MOST_READINGS)
        words += [WHOLE + BETWEEN.join(syllables) for syllables in wholes if syllables]
    return words


@lru_cache(16384)
def _typed(syllables: tuple[str, ...]) -> tuple[str, ...]:
    """Return how a syllable is typed in full, with all its readings."""
    return tuple(spelling for reading in syllables for spelling in spellings(reading))


@lru_cache(16384)
def _initials(syllables: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one[0] for one in _typed(syllables)))


def _forms(syllables: tuple[str, ...]) -> tuple[str, ...]:
    """Return a syllable as it is typed in full, and its first letter."""
    return tuple(dict.fromkeys(_typed(syllables) + _initials(syllables)))


@lru_cache(16384)
def _place_words(mark: str, syllables: tuple[str, ...]) -> str:
    return " ".join(f"{mark}{one} {ANYWHERE}{one}" for one in _forms(syllables))


@lru_cache(65536)  # given names repeat
def _pair_words(pair: tuple[tuple[str, ...], tuple[str, ...]], *, begins: bool) -> str:
    joined = [one + BETWEEN + other for one, other in product(*map(_forms, pair))]
    words = [ANYWHERE + both for both in joined]
    return " ".join(words + [PLACES[0] + both for both in joined] if begins else words)


def _number_words(person: Facts) -> list[str]:
    words = []
    for document in map(letters, person.documents):
        words.append(NUMBER + document)
        words.append(_marked(NUMBER_BEGINS, [document[:end] for end in DOCUMENT_BEGINNINGS]))
        words.append(_marked(NUMBER_ENDS, [document[-size:] for size in ENDINGS]))
    for phone in map(letters, person.phones):
        words.append(NUMBER + phone)
        words.append(_marked(NUMBER_BEGINS, [phone[:end] for end in PHONE_BEGINNINGS]))
        words.append(_marked(NUMBER_ENDS, [phone[-size:] for size in ENDINGS]))
        if len(phone) >= TRIGRAM:
            words.append(_marked(PHONE_PART, trigrams(phone)))
    if person.household:
        words.append(_household_words(person.household))
    return words


def _marked(mark: str, parts: list[str]) -> str:
    """Return words that begin with one mark, with spaces between; sooner than mark by mark."""
    return mark + f" {mark}".join(parts)


@lru_cache(1024)  # a household's people follow each other
def _household_words(number: str) -> str:
    plain = letters(fold(number))
    longest = min(len(plain), LONGEST_HOUSEHOLD_BEGINNING + 1)
    beginnings = [NUMBER_BEGINS + plain[:end] for end in range(1, longest)]
    return " ".join((NUMBER + plain, *beginnings))


@lru_cache(1024)
def _home_words(home: Address) -> str:
    estate, building, unit, room = address_parts(home)
    words = []
    if estate:
        words += [f"{ESTATE}{WHOLE}{estate}", *(ESTATE + char for char in estate)]
        words += [ESTATE + pair for pair in grams(estate)]
    words += [mark + part for mark, part in ((BUILDING, building), (UNIT, unit)) if part]
    if room:
        words.append(ROOM + room)
        words += [ROOM_BEGINS + room[:end] for end in range(1, min(len(room), LONGEST_ROOM))]
    return " ".join(words)


@lru_cache(8192)
def _text_words(text: str, mark: str = TEXT) -> str:
    plain = letters(fold(text))
    words = [f"{mark}{WHOLE}{plain}", *(mark + char for char in plain)]
    return " ".join(words + [mark + pair for pair in grams(plain)])
