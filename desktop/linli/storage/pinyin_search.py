"""Pinyin as it is typed: whole syllables, initials, or a mixture such as `zhangsf` and `zsanf`.

What was typed is cut into parts; each part begins one syllable of the name, one after the other.
The fewer parts, the likelier the cut: of those with more than needed only what people type is kept,
which is whole syllables, initials, and an initial before whole syllables.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise

from linli.domain.pinyin import is_syllable, readings, spellings, syllables_from
from linli.storage.search_index import ANYWHERE, BETWEEN, PLACES, WHOLE

_LONGEST_SYLLABLE = 6
_MORE_PARTS = 2
"""So many parts more than needed may a cut of whole syllables have: xi|an|g beside xiang."""
_MOST_PAIRS = 24
_MOST_CUTS = 32
"""Of each number of parts; a name that long is found by its first syllables as well."""
_MOST_REGULAR, _MOST_ODD = 12, 8
_LONGEST_TYPED = 64
_ENDLESS = 99
"""More parts than any cut has."""

Cut = tuple[str, ...]


class Spelling:
    """How typed letters can spell a name, as questions to the index; "" where they cannot.

    Attributes:
        whole: a whole name, by its syllables or by all of its initials.
        start: the beginning of a name; all syllables but the last whole, or initials only.
        mixed: the beginning of a name, cut otherwise.
        one: a syllable anywhere.
        several: syllables anywhere; whether they follow each other `spells` tells.
    """

    def __init__(self, typed: str) -> None:
        cuts = sorted(_cuts(typed), key=len)
        fewest = len(cuts[0]) if cuts else 0
        regular = [cut for cut in cuts if _is_regular(cut) and not _is_initials(cut)]
        initials = [cut for cut in cuts if _is_initials(cut)]
        regular = initials + regular[:_MOST_REGULAR]
        odd = [cut for cut in cuts if cut not in regular and (len(cut) == fewest or _is_usual(cut))]
        odd = odd[:_MOST_ODD]
        complete = [cut for cut in regular if _is_initials(cut) or is_syllable(cut[-1])]
        anywhere = regular + odd
        self.whole = _any(f'"{WHOLE}{BETWEEN.join(cut)}"' for cut in complete)
        self.start = _any(map(_from_start, regular))
        self.mixed = _any(map(_from_start, odd))
        self.one = _any(_one_of(ANYWHERE, cut[0]) for cut in anywhere if len(cut) == 1)
        self.several = _any(map(_anywhere, (cut for cut in anywhere if len(cut) > 1)))


def spells(typed: str, name: str) -> bool:
    """Whether `typed` is a beginning of each of some syllables of a name, one after the other."""
    places = readings(name)
    return any(_follow(typed, places[start:]) for start in range(len(places)))


def _follow(typed: str, places: Sequence[tuple[str, ...]]) -> bool:
    if not typed:
        return True
    return bool(places) and any(
        _follow(typed[size:], places[1:])
        for reading in places[0]
        for spelling in spellings(reading)
        for size in range(1, len(spelling) + 1)
        if typed.startswith(spelling[:size])
    )


def _any(asked: Iterable[str]) -> str:
    return " OR ".join(f"({one})" for one in asked)


def _from_start(cut: Cut) -> str:
    """Return the question for names that begin so. The first two parts tell most."""
    if len(cut) == 1:
        return _one_of(PLACES[0], cut[0])
    last = len(PLACES) - 1
    later = [_one_of(PLACES[min(place, last)], part) for place, part in enumerate(cut) if place > 1]
    return " AND ".join((_two_of(PLACES[0], *cut[:2]), *later))


def _anywhere(cut: Cut) -> str:
    return " AND ".join(_two_of(ANYWHERE, *pair) for pair in pairwise(cut))


@lru_cache(4096)
def _one_of(mark: str, part: str) -> str:
    return _in_brackets(f'"{mark}{one}"' for one in _forms(part))


@lru_cache(4096)
def _two_of(mark: str, part: str, next_part: str) -> str:
    """Return the question for two syllables side by side.

    Where both can be very many, one of the two is asked for by its letter, and whole by itself.
    """
    forms, next_forms = _forms(part), _forms(next_part)
    besides = ""
    if len(forms) * len(next_forms) > _MOST_PAIRS:
        if len(forms) > len(next_forms):
            besides, forms = f" AND {_one_of(mark, part)}", (part[0],)
        else:
            next_mark = PLACES[1] if mark == PLACES[0] else mark
            besides, next_forms = f" AND {_one_of(next_mark, next_part)}", (next_part[0],)
    both = (f'"{mark}{one}{BETWEEN}{other}"' for one in forms for other in next_forms)
    return _in_brackets(both) + besides


def _forms(part: str) -> tuple[str, ...]:
    return (part,) if len(part) == 1 else syllables_from(part)


def _in_brackets(quoted: Iterable[str]) -> str:
    each = list(quoted)
    return each[0] if len(each) == 1 else f"({' OR '.join(each)})"


def _cuts(typed: str) -> list[Cut]:
    """Return the likely ways to cut `typed` into beginnings of syllables, and its initials."""
    if len(typed) > _LONGEST_TYPED:
        return []
    fewest = _fewest_parts(typed)

    def cut(start: int, parts: Cut, most: int) -> Iterator[Cut]:
        if start == len(typed):
            yield parts
            return
        for end in _ends(typed, start):
            if len(parts) + 1 + fewest[end] <= most:
                yield from cut(end, (*parts, typed[start:end]), most)

    found: dict[Cut, None] = {}
    if fewest[0] < _ENDLESS:
        for more in range(_MORE_PARTS + 1):
            found.update(dict.fromkeys(islice(cut(0, (), fewest[0] + more), _MOST_CUTS)))
    if len(typed) <= len(PLACES) and all(map(syllables_from, typed)):
        found[tuple(typed)] = None
    return list(found)


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


def _is_usual(cut: Cut) -> bool:
    """Whether a cut is z|san|feng or zhang|s|f: initials after the first syllable, or before."""
    if len(cut[0]) == 1:
        return _is_regular(cut[1:])
    return is_syllable(cut[0]) and _is_initials(cut[1:])
