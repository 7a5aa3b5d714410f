"""How one typed word can mean a person: each way as a question to the index, with its rank."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from linli.domain.typed import DASHED, address_parts, fold, letters
from linli.domain.values.addresses import Address, parse_address
from linli.domain.values.dates import PartialDate
from linli.domain.values.names import normalise_name
from linli.errors import UserError
from linli.storage import search_index as index
from linli.storage.pinyin_search import Spelling, spells
from linli.storage.search_facts import Glance
from linli.storage.search_index import grams, trigrams

_PINYIN = re.compile(r"[a-zü']+")
_NUMBER = re.compile(r"[0-9a-z]*\d[0-9a-z]*")
_DATE = re.compile(r"\d{8}|\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?")
_BIRTH_BEGINS = re.compile(r"(?:18|19|20)\d{2,6}")
_HAN_NUMBER = re.compile(r"[^\W\da-z].*\d")
_DIGIT = re.compile(r"\d")
_CARD = re.compile(r"\d{7}")
_SHORT_ROOM = 3
_LONGEST_HOME_NUMBER = 5
_LONGEST_LETTERS = 3
_LONGEST_PHONE = 11
"""Digits of a mobile number; so many typed are no part from the middle."""


class Rank(IntEnum):
    """How well a word fits: the people of one rank come before those of the next."""

    EXACT = 0
    START = 1
    MIXED = 2
    PART = 3


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a word can mean a person.

    Attributes:
        rank: how well it fits then.
        asked: the question to `person_fts`.
        holds: whether somebody whom the index gives really fits; None where it is exact.
        again: whether a way of the last rank finds those people too.
    """

    rank: Rank
    asked: str
    holds: Callable[[Glance], bool] | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A typed word and its ways. `card` is the number of a card that it can be."""

    ways: tuple[Way, ...]
    card: str | None = None

    @property
    def all_ways(self) -> list[Way]:
        """The ways without those whose people others find too."""
        return [way for way in self.ways if not way.again]


def read_word(typed: str, community: str | None, *, limited: bool = False) -> Word:
    """Return what one word of `typed.split_words` can mean.

    Args:
        typed: the word.
        community: the ledger's community, whose name in an address says nothing.
        limited: whether sensitive tags find nobody.
    """
    compact = re.sub(r"[-()]", "", typed)
    if _NUMBER.fullmatch(compact):
        numbers = [*_number_ways(compact), *_birth_ways(typed)]
        if DASHED.fullmatch(typed):  # 3-2-501 is a place before a number's end
            numbers = [replace(way, rank=max(way.rank, Rank.START)) for way in numbers]
        return Word(
            (*_place_ways(typed, community), *numbers),
            card=compact if _CARD.fullmatch(compact) else None,
        )
    ways = [*_name_ways(typed)]
    if _HAN_NUMBER.search(typed):  # 西河-12 of a household
        ways += _number_ways(letters(typed))
    if _PINYIN.fullmatch(typed):
        ways += _letter_ways(typed)
        ways += _pinyin_ways(typed.replace("'", "").replace("ü", "v"))
    else:
        ways += [*_birth_ways(typed), *_place_ways(typed, community)]
        for mark in (index.TEXT,) if limited else (index.TEXT, index.SENSITIVE_TEXT):
            ways += _text_ways(letters(typed), mark)
    return Word(tuple(ways))


# ---- names --------------------------------------------------------------------------------


def _name_ways(typed: str) -> Iterator[Way]:
    name = letters(normalise_name(typed)) or letters(typed)
    if _DIGIT.search(name):  # no name has one
        return
    yield Way(Rank.EXACT, _quoted(index.WHOLE + name), again=True)
    begins = _quoted(index.BEGINS + name[:2])
    if len(name) <= 2:
        yield Way(Rank.START, begins, again=True)
        yield Way(Rank.PART, _quoted(name))
        return
    # Every other pair does, as who has them is looked at.
    pairs = dict.fromkeys((*grams(name)[::2], name[-2:]))
    yield Way(
        Rank.START,
        f"{begins} AND {_all(pairs)}",
        lambda person: any(each.startswith(name) for each in _names(person)),
        again=True,
    )
    yield Way(Rank.PART, _all(pairs), lambda person: any(name in each for each in _names(person)))


def _names(person: Glance) -> list[str]:
    return [letters(name) for name in person.names]


def _pinyin_ways(typed: str) -> Iterator[Way]:
    spelling = Spelling(typed)
    for rank, asked in (
        (Rank.EXACT, spelling.whole),
        (Rank.START, spelling.start),
        (Rank.MIXED, spelling.mixed),
        (Rank.PART, spelling.one),
    ):
        if asked:
            yield Way(rank, asked, again=rank is not Rank.PART)
    if spelling.several:
        yield Way(
            Rank.PART,
            spelling.several,
            lambda person: any(spells(typed, name) for name in person.names),
        )


# ---- numbers ------------------------------------------------------------------------------


def _number_ways(typed: str) -> Iterator[Way]:
    """Yield documents, phones, the household's number: whole, by the end, the start, a part."""
    yield Way(Rank.EXACT, _quoted(index.NUMBER + typed))
    yield from _ending_ways(typed)
    yield from _beginning_ways(typed)
    if typed.isdecimal():
        yield from _phone_ways(typed)


def _letter_ways(typed: str) -> Iterator[Way]:
    """Yield what a number can begin with: E of a passport, HU of a household."""
    if len(typed) <= _LONGEST_LETTERS:
        yield Way(Rank.START, _quoted(index.NUMBER_BEGINS + typed))


def _ending_ways(typed: str) -> Iterator[Way]:
    """The end of a number is how people name it, so it counts as much as the whole."""
    if len(typed) < min(index.ENDINGS):
        return
    if len(typed) in index.ENDINGS:
        yield Way(Rank.EXACT, _quoted(index.NUMBER_ENDS + typed))
        return
    yield Way(
        Rank.EXACT,
        _quoted(index.NUMBER_ENDS + typed[-max(index.ENDINGS) :]),
        lambda person: any(
            letters(number).endswith(typed) for number in (*person.documents, *person.phones)
        ),
    )


def _beginning_ways(typed: str) -> Iterator[Way]:
    if len(typed) <= index.LONGEST_HOUSEHOLD_BEGINNING or len(typed) in index.DOCUMENT_BEGINNINGS:
        yield Way(Rank.START, _quoted(index.NUMBER_BEGINS + typed))
    if len(typed) not in index.DOCUMENT_BEGINNINGS:
        known = max(size for size in index.DOCUMENT_BEGINNINGS if size < len(typed))
        yield Way(
            Rank.START,
            _quoted(index.NUMBER_BEGINS + typed[:known]),
            lambda person: any(letters(each).startswith(typed) for each in person.documents),
        )


def _phone_ways(typed: str) -> Iterator[Way]:
    """Yield the start of a phone, and a part of it: of those some trigrams do, as one looks."""
    size, longest = len(typed), max(index.PHONE_BEGINNINGS)
    if size > longest:
        yield Way(
            Rank.START,
            _quoted(index.NUMBER_BEGINS + typed[:longest]),
            lambda person: any(letters(each).startswith(typed) for each in person.phones),
        )
    if not index.TRIGRAM <= size < _LONGEST_PHONE:
        return
    parts = dict.fromkeys((*trigrams(typed)[:: index.TRIGRAM], typed[-index.TRIGRAM :]))
    yield Way(
        Rank.PART,
        _all(index.PHONE_PART + part for part in parts),
        None
        if size == index.TRIGRAM
        else lambda person: any(typed in letters(each) for each in person.phones),
    )


def _birth_ways(typed: str) -> Iterator[Way]:
    """Yield the day of birth, and while it is typed the year and month."""
    if _DATE.fullmatch(typed):
        try:
            digits = PartialDate.parse(typed).iso().replace("-", "")
        except UserError:
            return
        yield Way(Rank.EXACT, _quoted(index.BIRTH + digits))
    elif _BIRTH_BEGINS.fullmatch(typed):
        known = len(typed) % 2 == 0
        begun = [typed] if known else [f"{typed}{digit}" for digit in range(10)]
        yield Way(Rank.PART, _any(*(index.BIRTH + digits for digits in begun)))


# ---- homes and texts ----------------------------------------------------------------------


def _place_ways(typed: str, community: str | None) -> Iterator[Way]:
    if typed.isdecimal():
        yield from _room_ways(typed)
        return
    dashed = DASHED.fullmatch(typed)
    if dashed:
        yield from _dashed_ways(*(part and (part.lstrip("0") or "0") for part in dashed.groups()))
        return
    address = parse_address(typed, community)
    if address is not None:
        yield from _address_ways(address)
    estate = letters(typed)
    if len(estate) > 1 and (address is None or letters(address.estate or "") != estate):
        yield from _estate_ways(estate, "")  # 建设路12号 of 建设路12号院


def _room_ways(typed: str) -> Iterator[Way]:
    """A number alone is a building or a room; of four digits people rather mean a number's end."""
    number = typed.lstrip("0")
    if not number or len(typed) > _LONGEST_HOME_NUMBER:
        return
    rank = Rank.EXACT if len(typed) <= _SHORT_ROOM else Rank.START
    yield Way(rank, _any(index.ROOM + number, index.BUILDING + number))
    yield Way(Rank.PART, _quoted(index.ROOM_BEGINS + number))
    if 1 < len(typed) <= _SHORT_ROOM:  # 12 of 建设路12号院
        yield _part_of_estate(typed, "")


def _dashed_ways(first: str, second: str, third: str | None) -> Iterator[Way]:
    """Yield 3-2-501; of two numbers building and unit, building and room or unit and room."""
    building, unit = _quoted(index.BUILDING + first), _quoted(index.UNIT + second)
    if third:
        home = f"{building} AND {unit} AND "
        yield Way(Rank.EXACT, home + _quoted(index.ROOM + third))
        yield Way(Rank.START, home + _quoted(index.ROOM_BEGINS + third))
        return
    for rank, mark in ((Rank.EXACT, index.ROOM), (Rank.START, index.ROOM_BEGINS)):
        room = _quoted(mark + second)
        yield Way(
            rank,
            f"({building} AND ({unit} OR {room})) OR ({_quoted(index.UNIT + first)} AND {room})",
        )


def _address_ways(address: Address) -> Iterator[Way]:
    estate, building, unit, room = address_parts(address)
    home = [mark + part for mark, part in ((index.BUILDING, building), (index.UNIT, unit)) if part]
    if estate:
        begun = f"{_all(home)} AND " if home else ""
        if room:
            begun += f"{_quoted(index.ROOM + room)} AND "
        yield from _estate_ways(estate, begun)
    elif room:
        yield Way(Rank.EXACT, _all([*home, index.ROOM + room]))
        yield Way(Rank.START, _all([*home, index.ROOM_BEGINS + room]))
    elif home:
        yield Way(Rank.EXACT, _all(home))


def _estate_ways(estate: str, home: str) -> Iterator[Way]:
    """Yield a whole estate and a part of one; `home` asks for the rest of the address."""
    yield Way(Rank.EXACT, home + _quoted(index.ESTATE + index.WHOLE + estate), again=True)
    yield _part_of_estate(estate, home)


def _part_of_estate(part: str, home: str) -> Way:
    return Way(
        Rank.PART,
        home + _all(index.ESTATE + pair for pair in grams(part)),
        None if len(part) <= 2 else lambda person: part in _estate(person),
    )


def _estate(person: Glance) -> str:
    return "" if person.home is None else address_parts(person.home)[0]


def _text_ways(typed: str, mark: str) -> Iterator[Way]:
    yield Way(Rank.EXACT, _quoted(mark + index.WHOLE + typed), again=True)
    yield Way(
        Rank.PART,
        _all(mark + part for part in grams(typed)),
        None
        if len(typed) <= 2
        else lambda person: any(typed in letters(fold(text)) for text in person.texts),
    )


# ---- questions ----------------------------------------------------------------------------


def _quoted(word: str) -> str:
    return f'"{word}"'


def _all(words: Iterable[str]) -> str:
    return " AND ".join(map(_quoted, words))


def _any(*words: str) -> str:
    return " OR ".join(map(_quoted, words))
