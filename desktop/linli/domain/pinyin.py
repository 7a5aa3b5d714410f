"""Pinyin (拼音) of names, for finding by letters and for sorting.

Readings come from a table that `installer/tasks.py pinyin` makes from pypinyin; surnames have
their own readings (单 is shan, not dan). Tones are left out; ü is v, as one types it.
"""

from bisect import bisect_left
from functools import cache

from linli.domain.values.names import is_han, is_plain_name, surname_of, surname_readings
from linli.paths import resource

_VOWELS = frozenset("aeiouv")
_UMLAUT = ("lv", "nv")
_AFTER_LETTERS = "{"
"""Sorts after whatever letter can follow."""


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """Load the table: lines of readings, a tab, and the characters that have them."""
    table = {}
    with resource("codes/pinyin.txt").open(encoding="utf-8") as lines:
        for line in lines:
            readings, _, characters = line.rstrip("\n").partition("\t")
            each = tuple(readings.split(","))
            table.update(dict.fromkeys(characters, each))
    return table


def _surname_syllables(name: str) -> tuple[str, ...]:
    """Return the syllables of a surname that is read in its own way, else none."""
    surname = surname_of(name)
    if surname is None:
        return ()
    known = surname_readings()
    if len(surname) == 2:
        return known.compound[surname]
    single = known.single.get(surname)
    return (single,) if single else ()


def readings(name: str) -> list[tuple[str, ...]]:
    """Return for each syllable of a name its readings, the usual one first.

    A word in Latin letters counts as one syllable; a character unknown is its own reading.
    """
    table = _table()
    if is_plain_name(name):  # as most are
        return _with_surname([table.get(char) or (char,) for char in name], name)
    places: list[tuple[str, ...]] = []
    word = ""
    for char in name:
        known = table.get(char)
        if known is None and char.isalpha() and not is_han(char):
            word += char.lower()
            continue
        if word:
            places.append((word,))
            word = ""
        if known is not None:
            places.append(known)
        elif is_han(char):
            places.append((char,))
    if word:
        places.append((word,))
    return _with_surname(places, name)


def _with_surname(places: list[tuple[str, ...]], name: str) -> list[tuple[str, ...]]:
    """Put the reading of the surname first where it has its own."""
    for index, syllable in enumerate(_surname_syllables(name)):
        others = tuple(reading for reading in places[index] if reading != syllable)
        places[index] = (syllable, *others)
    return places


def spellings(reading: str) -> tuple[str, ...]:
    """Return how a reading is typed: lv is lu as well, and lyu as passports have it."""
    if reading in _UMLAUT:
        return (reading, reading.replace("v", "u"), reading.replace("v", "yu"))
    if reading.startswith(_UMLAUT):
        return (reading, reading.replace("v", "u"))
    return (reading,)


@cache
def syllables() -> tuple[str, ...]:
    """Return every syllable that can be typed, in order; none without a vowel, such as ng."""
    found: set[str] = set()
    with resource("codes/pinyin.txt").open(encoding="utf-8") as lines:
        for line in lines:
            for reading in line.partition("\t")[0].split(","):
                if not _VOWELS.isdisjoint(reading):
                    found.update(spellings(reading))
    return tuple(sorted(found))


@cache
def syllables_from(start: str) -> tuple[str, ...]:
    """Return the syllables that begin with `start`; none if it begins no syllable."""
    known = syllables()
    first = bisect_left(known, start)
    return known[first : bisect_left(known, start + _AFTER_LETTERS, first)]


def is_syllable(text: str) -> bool:
    """Whether `text` is a whole syllable."""
    return syllables_from(text)[:1] == (text,)


def sort_pinyin(name: str) -> str:
    """Return the usual reading, which sorts names as a Chinese dictionary does: "zhang san"."""
    return " ".join(place[0] for place in readings(name))
