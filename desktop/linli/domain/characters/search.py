"""Finding a rare character (生僻字) by what one knows of it."""

import re
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass
from heapq import nsmallest

from linli.domain.characters.forms import radical_numbers, typed_components
from linli.domain.characters.readings import marked_reading, numbered_reading
from linli.domain.characters.table import CharacterTable, character_table, encoded, number
from linli.domain.characters.wording import (
    CharacterQuery,
    read_code_point,
    read_query,
    todays_text,
)

MOST_HITS = 200
"""More than a clerk looks through; a longer list needs one more thing that is known."""


_FILLERS = {ord(word): None for word in "加和与是"}


@dataclass(frozen=True, kw_only=True)
class CharacterHit:
    """A character that may be meant.

    Attributes:
        character: the character.
        code_point: such as "U+2CB4E".
        pinyin: its readings, the usual one first: "hóng、gōng"; empty if nobody knows.
        strokes: their number as written on the mainland.
        level: the level of GB 18030-2022 that demands it, 1 to 3; None for beyond the standard.
        components: such as "钅 宏"; empty if it has none or they are not known.
        guessed: only radical and strokes fit the components that were asked for.
    """

    character: str
    code_point: str
    pinyin: str
    strokes: int
    level: int | None
    components: str
    guessed: bool = False


def find_characters(text: str, *, limit: int = MOST_HITS) -> list[CharacterHit]:
    """Return the characters that typed words mean, the likeliest first; see `wording`.

    A code point means its character. A single character is found itself, before those that it is
    a part of. Characters that are together in no other are each found themselves.
    """
    if char := read_code_point(text):
        return describe(char)
    query = read_query(text)
    found = search(query, limit=limit)
    if query != CharacterQuery(components=query.components):
        return found
    certain = not all(hit.guessed for hit in found)
    fewer = query.components.translate(_FILLERS)
    if not certain and fewer != query.components:
        found = search(CharacterQuery(components=fewer), limit=limit)
        certain = not all(hit.guessed for hit in found)
    alone = len(query.components) == 1 or not certain
    themselves = describe(query.components) if alone else []
    return (themselves + [hit for hit in found if hit not in themselves])[:limit]


def describe(text: str) -> list[CharacterHit]:
    """Return each ideograph of a text once; old private-use codes as today's characters."""
    table = character_table()
    places = [table.places.get(char) for char in dict.fromkeys(todays_text(text))]
    return [_hit(table, place, guessed=False) for place in places if place is not None]


def search(query: CharacterQuery, *, limit: int = MOST_HITS) -> list[CharacterHit]:
    """Return the characters of which all that is known is true; none if nothing is known.

    First come those made of just the components that were asked for, then those that contain them
    deeper or with others, then those whose components are unknown but whose radical and strokes
    fit. Each of these begins with the common ones, in the order of the table.
    """
    table = character_table()
    known = list(_facts(table, query))
    components = typed_components(query.components)
    guessed: Set[int] = frozenset()
    if components:
        guessed = _all_true(known, _guesses(table, query.components))
        known.append(_containing_all(table, components))
    if not known:
        return []
    found = _all_true(known)
    exact = _made_of(table, components, found) if components else frozenset()
    places = [
        *nsmallest(limit, exact),
        *nsmallest(limit, found - exact),
        *nsmallest(limit, guessed - found),
    ]
    return [_hit(table, place, guessed=place not in found) for place in places[:limit]]


def _made_of(table: CharacterTable, components: str, places: Set[int]) -> Set[int]:
    """Return those of the places that have just these components."""
    asked, count = sorted(components), len(components)
    same_count = ((place, table.own_parts(place)) for place in places)
    return {place for place, own in same_count if len(own) == count and sorted(own) == asked}


def _all_true(known: list[Set[int]], *more: Set[int]) -> Set[int]:
    first, *others = sorted((*known, *more), key=len)
    return frozenset(first).intersection(*others)


def _facts(table: CharacterTable, query: CharacterQuery) -> Iterator[Set[int]]:
    """Yield for each known fact, components apart, where it is true."""
    if query.strokes is not None:
        wanted = encoded(query.strokes)
        yield _where(table.strokes, wanted) | _where(table.other_strokes, wanted)
    if query.radical:
        yield _with_radical(table, query.radical, query.residual_strokes)
    if query.reading:
        yield _read_as(table, numbered_reading(query.reading))


def _where(column: str, wanted: str) -> Set[int]:
    return {place for place, value in enumerate(column) if value in wanted}


def _with_radical(table: CharacterTable, radical: str, residual: int | None) -> Set[int]:
    numbers = "".join(map(encoded, radical_numbers(radical)))
    found: set[int] = set()
    for radicals, strokes in (
        (table.radicals, table.residual_strokes),
        (table.other_radicals, table.other_residual_strokes),
    ):
        places = _where(radicals, numbers)
        if residual is not None:
            wanted = encoded(residual)
            places = {place for place in places if strokes[place] == wanted}
        found |= places
    return found


def _read_as(table: CharacterTable, reading: str) -> Set[int]:
    """Return where a reading is one of a character's, with any tone if it has none."""
    pattern = re.compile(
        rf"(?:^|,){re.escape(reading)}{'' if reading[-1].isdigit() else '[1-5]?'}(?:,|$)"
    )
    fitting = {readings for readings in table.different_readings if pattern.search(readings)}
    return {place for place, readings in enumerate(table.readings) if readings in fitting}


def _containing_all(table: CharacterTable, components: str) -> Set[int]:
    """Return where all components are contained, each as often as it was asked for."""
    counts = Counter(components)
    found = _all_true([table.containing(component) for component in counts])
    repeated = [(component, count) for component, count in counts.items() if count > 1]
    return {
        place
        for place in found
        if all(table.count_of(component, place) >= count for component, count in repeated)
    }


def _guesses(table: CharacterTable, components: str) -> Set[int]:
    """Return characters of unknown components where one asked for is the radical.

    The strokes beside it must be those of the other components.
    """
    places = [table.places.get(component) for component in components]
    strokes = [number(table.strokes[place]) for place in places if place is not None]
    if len(strokes) < max(2, len(components)):
        return frozenset()
    found: set[int] = set()
    for component, own in zip(components, strokes, strict=True):
        numbers = "".join(map(encoded, radical_numbers(component)))
        residual = encoded(sum(strokes) - own)
        found.update(
            place
            for place in table.without_parts
            if table.residual_strokes[place] == residual and table.radicals[place] in numbers
        )
    return found


def _hit(table: CharacterTable, place: int, *, guessed: bool) -> CharacterHit:
    character = table.characters[place]
    readings = table.readings[place]
    return CharacterHit(
        character=character,
        code_point=f"U+{ord(character):04X}",
        pinyin="、".join(map(marked_reading, readings.split(","))) if readings else "",
        strokes=number(table.strokes[place]),
        level=table.level(place),
        components=" ".join(table.parts[place]),
        guessed=guessed,
    )
