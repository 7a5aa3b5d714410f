"""The tables of the search index, and the words it holds of a name and of an address.

Beside the pinyin table `search_key` there are three contentless FTS5 tables, which are not mapped:
`name_fts` (characters and pairs of characters of the names, by resident), `phone_fts` (trigrams of
numbers, by phone row) and `address_fts` (estate, building, unit and room as marked words, by
dwelling). `derived` keeps them up to date; `search_ways` asks them for the same words.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from sqlalchemy import Integer, TableClause, column, table

from linli.domain.pinyin import search_keys
from linli.domain.values.addresses import Address, address_key
from linli.domain.values.names import is_han
from linli.domain.values.text import drop_invisible

_FTS = "CREATE VIRTUAL TABLE {} USING fts5({}, content='', contentless_delete=1, detail=none, {})"
_LETTERS = 'tokenize="unicode61 remove_diacritics 0{}"'
SEARCH_DDL = (
    _FTS.format("name_fts", "words", _LETTERS.format("")),
    _FTS.format("phone_fts", "number", "tokenize='trigram'"),
    _FTS.format("address_fts", "words", _LETTERS.format(" tokenchars '-'")),
)
"""What the first migration holds frozen; a change needs a migration."""


def _fts(name: str, indexed: str) -> TableClause:
    return table(name, column("rowid", Integer), column(indexed), column(name))


NAME_FTS = _fts("name_fts", "words")
PHONE_FTS = _fts("phone_fts", "number")
ADDRESS_FTS = _fts("address_fts", "words")

_COMPATIBILITY = re.compile("[\uf900-\ufaff\U0002f800-\U0002fa1f]")
INSIDE = " "
"""Begins the `syllables` of a key that starts inside a name, such as the given name's."""


def fold(text: str) -> str:
    """Return what was typed in half width and small letters; rare ideographs stay as they are."""
    plain = "".join(
        c if _COMPATIBILITY.match(c) else unicodedata.normalize("NFKC", c)
        for c in drop_invisible(text)
    )
    return plain.lower()


def letters(text: str) -> str:
    """Return the letters and digits only: no dots, spaces or variation selectors."""
    if text.isalnum():
        return text.lower()
    return "".join(c for c in text.lower() if unicodedata.category(c)[0] in "LN" or _is_private(c))


def _is_private(char: str) -> bool:
    return unicodedata.category(char) == "Co"


def grams(text: str) -> list[str]:
    """Return the words by which a part of `text` is asked for: its pairs, or the one character."""
    plain = letters(text)
    if len(plain) == 1:
        return [plain]
    return list(dict.fromkeys(plain[i : i + 2] for i in range(len(plain) - 1)))


def name_words(names: Iterable[str | None]) -> str:
    """Return every character and pair of characters of a person's names."""
    words: dict[str, None] = {}
    for name in names:
        words.update(dict.fromkeys(letters(name or "")))
        words.update(dict.fromkeys(grams(name or "")))
    return " ".join(words)


def name_keys(names: Iterable[str | None]) -> set[tuple[str, str]]:
    """Return (key, syllables) of every reading of the names, from every syllable on.

    The key is the joined pinyin or the initials. A key that starts inside the name has
    syllables with `INSIDE` before them.
    """
    keys = set()
    for name in names:
        if not name:
            continue
        keys |= search_keys(name)
        for start in range(1, len(name)):
            if is_han(name[start]):
                keys |= _keys_inside(name[start:])
    return keys


@lru_cache(maxsize=4096)  # given names repeat
def _keys_inside(part: str) -> frozenset[tuple[str, str]]:
    return frozenset((key, INSIDE + syllables) for key, syllables in search_keys(part))


def address_parts(address: Address) -> tuple[str, str, str, str]:
    """Return estate, building, unit and room by which addresses are compared, "" where absent.

    Door 12号 and building 12号楼 are the same, as people say them.
    """
    estate, building, unit, room = address_key(address).split("|")
    return estate, building.removesuffix("号"), unit, room


def address_words(address: Address) -> str:
    """Return the marked words of a dwelling: e幸 e幸福 … b3 u2 r501."""
    estate, *parts = address_parts(address)
    words = [f"e{word}" for word in name_words([estate]).split()]
    words += [mark + letters(part) for mark, part in zip("bur", parts, strict=True) if part]
    return " ".join(words)
