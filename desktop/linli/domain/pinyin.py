"""Pinyin (拼音) of names, for finding by letters and for sorting.

Readings come from a table that `installer/tasks.py pinyin` makes from pypinyin; surnames have
their own readings (单 is shan, not dan). Tones are left out; ü is v, as one types it.
"""

from functools import cache
from itertools import combinations

from linli.domain.values.names import is_han, surname_of, surname_readings
from linli.paths import resource

_MOST_READINGS = 6
"""Of one name; further combinations of rare readings find nobody and fill the index."""
_ALTERNATIVES = 2
"""Readings of a character that are tried beside its usual one."""


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


def _readings(name: str) -> list[tuple[str, ...]]:
    """Return for each syllable its readings, the usual one first."""
    table = _table()
    places: list[tuple[str, ...]] = []
    word = ""
    for char in f"{name} ":
        if char.isalpha() and not is_han(char):
            word += char.lower()
            continue
        if word:
            places.append((word,))
            word = ""
        if is_han(char):
            places.append(table.get(char, (char,)))
    for index, syllable in enumerate(_surname_syllables(name)):
        others = tuple(reading for reading in places[index] if reading != syllable)
        places[index] = (syllable, *others)
    return places


def syllable_readings(name: str) -> list[tuple[str, ...]]:
    """Return the ways a name can be read, the usual one first; characters unknown stay as they are.

    Beside the usual reading come those in which one syllable differs, then two.
    """
    places = _readings(name)
    usual = tuple(readings[0] for readings in places)
    changes = [
        (index, readings[rank])
        for rank in range(1, _ALTERNATIVES + 1)
        for index, readings in enumerate(places)
        if rank < len(readings)
    ]
    found = {usual: None}
    for count in (1, 2):
        for chosen in combinations(changes, count):
            if len(found) == _MOST_READINGS:
                return list(found)
            syllables = list(usual)
            for index, reading in chosen:
                syllables[index] = reading
            found[tuple(syllables)] = None
    return list(found)


def search_keys(name: str) -> set[tuple[str, str]]:
    """Return what letters find a name: pairs of a key and the syllables it comes from.

    Keys are the joined syllables and the initials of each reading; a ü is found by v and by u.
    """
    keys = set()
    for reading in syllable_readings(name):
        spoken = " ".join(reading)
        for syllables in {spoken, spoken.replace("v", "u")} if _has_umlaut(reading) else {spoken}:
            keys.add((syllables.replace(" ", ""), syllables))
            keys.add(("".join(part[0] for part in syllables.split()), syllables))
    keys.discard(("", ""))
    return keys


def _has_umlaut(reading: tuple[str, ...]) -> bool:
    return any(syllable.startswith(("lv", "nv")) for syllable in reading)


def sort_pinyin(name: str) -> str:
    """Return the usual reading, which sorts names as a Chinese dictionary does: "zhang san"."""
    return " ".join(readings[0] for readings in _readings(name))
