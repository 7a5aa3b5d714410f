"""Pinyin as it is typed: whole syllables, initials, or a mixture such as `zhangsf` and `zsanf`.

What was typed is cut into parts; each part begins one syllable of the name, one after the other.
The fewer parts, the likelier the cut: those with many more than needed are left out, but initials
alone always count.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from linli.domain.pinyin import is_syllable, syllables_from
from linli.storage.search_index import PLACES, WHOLE

_LONGEST_SYLLABLE = 6
_MORE_PARTS = 2
"""So many parts more than needed may a cut of whole syllables have: xi|an|g beside xiang."""
_MORE_ODD_PARTS = 1
_PARTS_INSIDE, _PLACES_INSIDE = 3, 2
"""The longest odd cut that is looked for inside a name, and from how many places on."""
_ENDLESS = 99
"""More parts than any cut has."""

Cut = tuple[str, ...]


class Spelling:
    """How typed letters can spell a name, as questions to the index; "" where they cannot.

    Attributes:
        whole: a whole name, by its syllables or by all of its initials.
        start: the beginning of a name; all syllables but the last whole, or initials only.
        mixed: the beginning of a name, cut otherwise.
        inside: the same from a later syllable on, such as a given name's.
    """

    def __init__(self, typed: str) -> None:
        cuts = _cuts(typed)
        fewest = min(map(len, cuts), default=0)
        regular = [
            cut
            for cut in cuts
            if _is_initials(cut) or (len(cut) <= fewest + _MORE_PARTS and _is_regular(cut))
        ]
        near = [cut for cut in cuts if len(cut) <= fewest + _MORE_ODD_PARTS]
        odd = [cut for cut in near if cut not in regular]
        complete = [cut for cut in regular if _is_initials(cut) or is_syllable(cut[-1])]
        self.whole = _any(_asked(cut, 0) + f' AND "{WHOLE}{len(cut)}"' for cut in complete)
        self.start = _any(_asked(cut, 0) for cut in regular)
        self.mixed = _any(_asked(cut, 0) for cut in odd)
        self.inside = _any(
            _asked(cut, place)
            for cut in dict.fromkeys(regular + near)
            for place in range(1, _places_inside(cut))
        )


def _places_inside(cut: Cut) -> int:
    if len(cut) < _PARTS_INSIDE or _is_regular(cut) or _is_plain(cut):
        return len(PLACES)
    return 1 + _PLACES_INSIDE if len(cut) == _PARTS_INSIDE else 0


def _any(asked: Iterable[str]) -> str:
    return " OR ".join(f"({one})" for one in asked)


def _asked(cut: Cut, place: int) -> str:
    """Return the question for a cut whose first syllable stands at `place`, counted from 0."""
    last = len(PLACES) - 1
    return " AND ".join(_one_of(PLACES[min(at, last)], part) for at, part in enumerate(cut, place))


@lru_cache(4096)
def _one_of(mark: str, part: str) -> str:
    if len(part) == 1:
        return f'"{mark}{part}"'
    fitting = [f'"{mark}{syllable}"' for syllable in syllables_from(part)]
    return fitting[0] if len(fitting) == 1 else f"({' OR '.join(fitting)})"


def _cuts(typed: str) -> list[Cut]:
    """Return the likely ways to cut `typed` into beginnings of syllables, and its initials."""
    fewest = _fewest_parts(typed)

    def cut(start: int, parts: Cut, most: int) -> Iterator[Cut]:
        if start == len(typed):
            yield parts
            return
        for end in _ends(typed, start):
            if len(parts) + 1 + fewest[end] <= most:
                yield from cut(end, (*parts, typed[start:end]), most)

    found = list(cut(0, (), min(fewest[0] + _MORE_PARTS, _ENDLESS)))
    initials = tuple(typed)
    if initials not in found and len(typed) <= len(PLACES) and all(map(syllables_from, typed)):
        found.append(initials)
    return found


def _fewest_parts(typed: str) -> list[int]:
    """Return for each place in `typed` into how many parts at least the rest can be cut."""
    fewest = [0] * (len(typed) + 1)
    for start in range(len(typed) - 1, -1, -1):
        parts = (1 + fewest[end] for end in _ends(typed, start))
        fewest[start] = min(parts, default=_ENDLESS)
    return fewest


def _ends(typed: str, start: int) -> Iterator[int]:
    """Yield where a part that begins at `start` can end, the longest first."""
    for end in range(min(start + _LONGEST_SYLLABLE, len(typed)), start, -1):
        if syllables_from(typed[start:end]):
            yield end


def _is_initials(cut: Cut) -> bool:
    return all(len(part) == 1 for part in cut)


def _is_regular(cut: Cut) -> bool:
    """Whether all parts but the last are whole syllables."""
    return all(map(is_syllable, cut[:-1]))


def _is_plain(cut: Cut) -> bool:
    """Whether a cut is whole syllables and then initials: zhang|s|f."""
    whole = 0
    while whole < len(cut) and is_syllable(cut[whole]):
        whole += 1
    return _is_initials(cut[whole:])
