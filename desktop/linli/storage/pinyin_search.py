"""Mixed pinyin: `zhangsf` and `zsanf` for zhang san feng."""

import re
from collections.abc import Iterator

from sqlalchemy import Connection, select

from linli.storage.schema import SearchKeyRecord

_LONGEST_SYLLABLE = 6
# How a syllable can begin: an initial, then vowels, then n, ng or r.
_SYLLABLE_START = re.compile(
    r"(?![iuv])(?:[zcs]h?|[bpmfdtnlgkhjqxryw])?(?:[aeiouv]{1,3}(?:ng?|r)?)?"
)
_LAST = "\U0010ffff"


def mixed_keys(connection: Connection, typed: str) -> list[tuple[str, str]]:
    """Return (initials, pattern of the syllables) for each way to cut `typed` into syllables.

    Only cuts whose initials occur in the index are kept, and not the one into single letters,
    which are initials already.
    """
    known: dict[str, bool] = {}

    def occurs(initials: str) -> bool:
        if initials not in known:
            key = SearchKeyRecord.key
            query = select(key).where(key >= initials, key < initials + _LAST).limit(1)
            known[initials] = connection.execute(query).first() is not None
        return known[initials]

    def cut(start: int, parts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if start == len(typed):
            yield parts
            return
        initials = "".join(part[0] for part in parts) + typed[start]
        if not occurs(initials):
            return
        for end in range(min(start + _LONGEST_SYLLABLE, len(typed)), start, -1):
            if _SYLLABLE_START.fullmatch(typed, start, end):
                yield from cut(end, (*parts, typed[start:end]))

    return [
        ("".join(part[0] for part in parts), " ".join(f"{part}*" for part in parts))
        for parts in cut(0, ())
        if len(parts) not in (1, len(typed))
    ]
