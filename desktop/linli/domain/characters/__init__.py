"""Finding rare characters (生僻字) by components, radical, strokes, reading or code point."""

from linli.domain.characters.search import (
    MOST_HITS,
    CharacterHit,
    describe,
    find_characters,
    search,
)
from linli.domain.characters.wording import CharacterQuery

__all__ = [
    "MOST_HITS",
    "CharacterHit",
    "CharacterQuery",
    "describe",
    "find_characters",
    "search",
]
