"""Mixed pinyin: `zhangsf` and `zsanf` for zhang san feng."""

import re
from collections.abc import Iterator

from sqlalchemy import Connection

from linli.storage.search_index import INSIDE

_LONGEST_SYLLABLE = 6
# How a syllable can begin: an initial, then vowels, then n, ng or r.
_SYLLABLE_START = re.compile(
    r"(?![iuv])(?:[zcs]h?|[bpmfdtnlgkhjqxryw])?(?:[aeiouv]{1,3}(?:ng?|r)?)?"
)
_OCCURS = "SELECT EXISTS (SELECT 1 FROM search_key WHERE key >= ? AND key < ?)"
_LAST = "\U0010ffff"


def mixed_keys(connection: Connection, typed: str) -> list[tuple[str, str]]:
    """Return (initials, regular expression of the syllables) for each way to cut `typed`.

    Only cuts whose initials occur in the index are kept, and not the one into single letters,
    which are initials already.
    """
    known: dict[str, bool] = {}

    def occurs(initials: str) -> bool:
        if initials not in known:
            range_ = (initials, initials + _LAST)
            known[initials] = connection.exec_driver_sql(_OCCURS, range_).scalar_one() == 1
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
        ("".join(part[0] for part in parts), f"^{INSIDE}?" + "[^ ]* ".join(parts))
        for parts in cut(0, ())
        if len(parts) not in (1, len(typed))
    ]
