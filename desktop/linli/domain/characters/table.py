"""The table of all ideographs: components, strokes, radicals and readings.

`resources/codes/characters.json` names the sources and explains the columns;
`installer/tasks.py characters` makes both.
"""

import json
import lzma
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain

from linli.domain.characters.forms import has_forms, same_form
from linli.paths import resource

_ZERO = 0x20
"""The code of a column's character that stands for the number 0."""
_GB18030_2022 = (
    # Level 1 is the URO and extension A; level 3 adds extensions B to F (GB 18030-2022, 9).
    (1, 0x3400, 0x4DB5),
    (1, 0x4E00, 0x9FEF),
    (1, 0xFA0E, 0xFA29),
    (3, 0x20000, 0x2A6D6),
    (3, 0x2A700, 0x2B734),
    (3, 0x2B740, 0x2B81D),
    (3, 0x2B820, 0x2CEA1),
    (3, 0x2CEB0, 0x2EBE0),
)


@dataclass(frozen=True, kw_only=True, eq=False)
class CharacterTable:
    """All ideographs in the order in which they are offered.

    That is by tier of 通用规范汉字表 (the common ones first), then by code point, in which the
    levels of GB 18030-2022 follow each other too. A place is a character's index in `characters`.
    Numbers of strokes and radicals are encoded as characters, see `number`.
    """

    characters: str
    tiers: tuple[int, ...]
    """Where the tiers end: 3500, 6500 and 8105 characters."""
    strokes: str
    other_strokes: str
    radicals: str
    residual_strokes: str
    other_radicals: str
    other_residual_strokes: str
    parts: tuple[str, ...]
    readings: tuple[str, ...]
    """Such as "hong2,gong1": tones as numbers, ü as v."""

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each character."""
        return dict(zip(self.characters, range(len(self.characters)), strict=True))

    @cached_property
    def without_parts(self) -> tuple[int, ...]:
        """The places of characters without components, mostly because they are not known."""
        return tuple(place for place, parts in enumerate(self.parts) if not parts)

    @cached_property
    def different_readings(self) -> frozenset[str]:
        """The few thousand different values of `readings`."""
        return frozenset(self.readings)

    @cached_property
    def _folded(self) -> tuple[str, ...]:
        return tuple(same_form("\n".join(self.parts)).split("\n"))

    @cached_property
    def _users(self) -> dict[str, list[int]]:
        """The places of the characters that a component, in its first form, is a part of."""
        users: dict[str, list[int]] = {}
        for place, parts in enumerate(self._folded):
            for part in parts:
                users.setdefault(part, []).append(place)
        return users

    def level(self, place: int) -> int | None:
        """Return the level of GB 18030-2022 that first demands a character; None for beyond it."""
        code = ord(self.characters[place])
        for level, first, last in _GB18030_2022:
            if first <= code <= last:
                return 2 if level == 3 and place < self.tiers[-1] else level
        return None

    def own_parts(self, place: int) -> str:
        """Return a character's components in the first of their forms; empty if unknown."""
        return self._folded[place]

    def containing(self, component: str) -> frozenset[int]:
        """Return where a component (in its first form) is contained, however deep.

        A single stroke only counts where it is a part itself; deeper it is nearly everywhere.
        """
        return _containing(self, component)

    def count_of(self, component: str, place: int) -> int:
        """Return how often a component is contained: 牛 in 犇 three times."""
        return self._contained(self.characters[place])[component]

    @cached_property
    def _counted(self) -> dict[str, Counter[str]]:
        return {}

    def _contained(self, char: str) -> Counter[str]:
        known = self._counted.get(char)
        if known is not None:
            return known
        found = self._counted[char] = Counter[str]()
        if has_forms(char) or char not in self.places:
            return found
        for part in self._folded[self.places[char]]:
            found[part] += 1
            found.update(self._contained(part))
        return found

    def users_of(self, component: str) -> Iterator[int]:
        """Yield the places of characters that have a component as a part, not deeper."""
        yield from self._users.get(component, ())


@lru_cache(maxsize=64)
def _containing(table: CharacterTable, component: str) -> frozenset[int]:
    found: set[int] = set()
    characters = table.characters
    newest: set[int] = set(table.users_of(component))
    if component in table.places and number(table.strokes[table.places[component]]) == 1:
        return frozenset(newest)
    while newest:
        found |= newest
        users = (
            table.users_of(characters[place])
            for place in newest
            if not has_forms(characters[place])
        )
        newest = set(chain.from_iterable(users)) - found
    return frozenset(found)


def number(encoded: str) -> int:
    """Return the number that a character in a column of numbers stands for."""
    return ord(encoded) - _ZERO


def encoded(number: int) -> str:
    """Return the character that stands for a number in a column."""
    return chr(_ZERO + number)


@cache
def character_table() -> CharacterTable:
    """Load the table."""
    about = json.loads(resource("codes/characters.json").read_text(encoding="utf-8"))
    packed = resource("codes/characters.xz").read_bytes()
    *columns, parts, readings = lzma.decompress(packed).decode().split("\x1e")
    characters, strokes, other_strokes, radicals, residual, other_radicals, other_residual = columns
    return CharacterTable(
        characters=characters,
        tiers=tuple(about["tiers"]),
        strokes=strokes,
        other_strokes=other_strokes,
        radicals=radicals,
        residual_strokes=residual,
        other_radicals=other_radicals,
        other_residual_strokes=other_residual,
        parts=tuple(parts.split("\n")),
        readings=tuple(readings.split("\n")),
    )
