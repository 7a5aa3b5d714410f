"""How one typed word can mean a person: each way as a ranked query and as a condition."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    Select,
    and_,
    exists,
    or_,
    select,
)

from linli.domain.values.addresses import parse_address
from linli.domain.values.dates import PartialDate
from linli.domain.values.names import normalise_name
from linli.errors import UserError
from linli.storage.pinyin_search import mixed_keys
from linli.storage.schema import (
    CardRecord,
    DwellingRecord,
    HouseholdRecord,
    IdentityDocumentRecord,
    PhoneRecord,
    ResidentRecord,
    ResidentTagRecord,
    SearchKeyRecord,
)
from linli.storage.search_index import (
    ADDRESS_FTS,
    NAME_FTS,
    PHONE_FTS,
    address_parts,
    fold,
    grams,
    letters,
)
from linli.storage.settings import get_hall

LAST = "\U0010ffff"
"""Sorts after whatever can follow in a text."""

_SPLIT = re.compile(r"[\s,，、;；]+")
_PINYIN = re.compile(r"[a-züv']+")
_NUMBER = re.compile(r"[0-9a-z]*\d[0-9a-z]*")
_DATE = re.compile(r"\d{8}|\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?")
_DASHED = re.compile(r"([0-9a-z]{1,4})[-#]([0-9a-z]{1,4})(?:-([0-9a-z]{1,6}))?")
_TAIL = 4
_LONGEST_ROOM = 5
_TRIGRAM = 3


@dataclass(frozen=True)
class Way:
    """One way in which a word can mean a person.

    `found` selects ids in the order of an index, so that reading can stop early. `holds` is the
    same as a condition on `resident`; None where a later way finds those people too.
    """

    found: Select[Any]
    holds: ColumnElement[bool] | None = None


@dataclass(frozen=True)
class Word:
    """A typed word with its ways in order of rank. `breadth` is low where it tells much."""

    ways: tuple[Way, ...]
    breadth: int


def read_words(connection: Connection, text: str) -> list[Word]:
    """Take apart what was typed."""
    community = get_hall(connection).community or None
    typed = [part for part in _SPLIT.split(fold(text)) if letters(part)]
    return [_read(connection, part, community) for part in typed]


def _read(connection: Connection, typed: str, community: str | None) -> Word:
    compact = re.sub(r"[-()]", "", typed)
    if _NUMBER.fullmatch(compact):
        numbers = [*_number_ways(compact), *_birth_ways(typed), *_household_ways(typed)]
        places = [*_place_ways(typed, community)]
        spoken = _DASHED.fullmatch(typed) is not None  # 3-2-501 is a place before a number's end
        ways = places + numbers if spoken else numbers + places
        return Word(tuple(ways), breadth=0 if len(compact) >= _TAIL else 3)
    if _PINYIN.fullmatch(typed):
        key = typed.replace("'", "").replace("ü", "v")
        ways = [*_pinyin_ways(connection, key), *_name_ways(typed), *_document_ways(typed.upper())]
        ways += _household_ways(typed)
        return Word(tuple(ways), breadth=2 if len(key) > _TRIGRAM else 4)
    ways = [*_name_ways(typed), *_birth_ways(typed), *_place_ways(typed, community)]
    ways += [*_household_ways(typed), *_tag_ways(typed)]
    return Word(tuple(ways), breadth=1 if len(letters(typed)) > 1 else 3)


# ---- names --------------------------------------------------------------------------------


def _name_ways(typed: str) -> Iterator[Way]:
    name = normalise_name(typed)
    people = select(ResidentRecord.id)
    in_order = (ResidentRecord.name, ResidentRecord.birth, ResidentRecord.id)
    yield Way(people.where(ResidentRecord.name == name).order_by(*in_order))
    yield Way(people.where(_starts(ResidentRecord.name, name)).order_by(*in_order))
    asked = " AND ".join(f'"{gram}"' for gram in grams(typed))
    fits = _matches(NAME_FTS.c.name_fts, asked)
    if typed.isascii():  # pairs alone would take "nadan" for "ana"
        whole = (ResidentRecord.name, ResidentRecord.former_name, ResidentRecord.native_name)
        holding = or_(*(part.contains(typed, autoescape=True) for part in whole))
    else:
        holding = ResidentRecord.id.is_not(None)
    yield Way(
        select(ResidentRecord.id)
        .join(NAME_FTS, NAME_FTS.c.rowid == ResidentRecord.id)
        .where(fits, holding)
        .order_by(NAME_FTS.c.rowid),
        ResidentRecord.id.in_(select(NAME_FTS.c.rowid).where(fits)) & holding,
    )


def _pinyin_ways(connection: Connection, key: str) -> Iterator[Way]:
    keys = SearchKeyRecord
    in_order = (keys.key, keys.resident_id)
    people = select(ResidentRecord.id).join(keys, keys.resident_id == ResidentRecord.id)
    from_start = keys.syllables >= "!"  # a key inside the name has a space before it
    begins = _starts(keys.key, key)
    mine = keys.resident_id == ResidentRecord.id
    mixed = [
        and_(_starts(keys.key, initials), keys.syllables.regexp_match(spelling))
        for initials, spelling in mixed_keys(connection, key)
    ]
    yield Way(people.where(keys.key == key, from_start).order_by(*in_order))
    yield Way(people.where(begins, from_start).order_by(*in_order))
    for cut in mixed:
        yield Way(people.where(cut).order_by(~from_start, *in_order), _exists(mine, cut))
    yield Way(people.where(begins).order_by(*in_order), _exists(mine, begins))


# ---- numbers ------------------------------------------------------------------------------


def _number_ways(typed: str) -> Iterator[Way]:
    number = typed.upper()
    yield from _card_ways(number)
    yield from _document_ways(number)
    if typed.isdecimal():
        yield from _phone_ways(typed)


def _document_ways(number: str) -> Iterator[Way]:
    rows = IdentityDocumentRecord
    begins = _starts(rows.number, number)
    if len(number) < _TAIL:
        yield _by_row(rows, begins)
        return
    ends = and_(rows.tail == number[-_TAIL:], rows.number.endswith(number, autoescape=True))
    yield _by_row(rows, rows.number == number)
    yield _by_row(rows, ends)
    yield _by_row(rows, begins)


def _phone_ways(number: str) -> Iterator[Way]:
    rows = PhoneRecord
    begins = _starts(rows.number, number)
    if len(number) >= _TAIL:
        ends = and_(rows.tail == number[-_TAIL:], rows.number.endswith(number, autoescape=True))
        yield Way(_by_row(rows, ends).found)
    if len(number) < _TRIGRAM:
        yield _by_row(rows, begins)
        return
    yield Way(_by_row(rows, begins).found)
    asked = " AND ".join(f'"{number[i : i + _TRIGRAM]}"' for i in range(len(number) - _TRIGRAM + 1))
    fits = _matches(PHONE_FTS.c.phone_fts, asked)
    holding = rows.number.contains(number, autoescape=True)
    yield Way(
        select(ResidentRecord.id)
        .join(rows, rows.resident_id == ResidentRecord.id)
        .join(PHONE_FTS, PHONE_FTS.c.rowid == rows.id)
        .where(fits, holding)
        .order_by(PHONE_FTS.c.rowid),
        _exists(rows.resident_id == ResidentRecord.id, holding),
    )


def _by_row(rows: Any, condition: ColumnElement[bool]) -> Way:
    """Find by a row of the person's own, in the order of its number."""
    return Way(
        select(ResidentRecord.id)
        .join(rows, rows.resident_id == ResidentRecord.id)
        .where(condition)
        .order_by(rows.number, ResidentRecord.id),
        _exists(rows.resident_id == ResidentRecord.id, condition),
    )


def _card_ways(number: str) -> Iterator[Way]:
    cards = CardRecord
    for owner, mine in (
        (cards.household_id, ResidentRecord.household_id),
        (cards.resident_id, ResidentRecord.id),
    ):
        yield Way(
            select(ResidentRecord.id)
            .join(cards, owner == mine)
            .where(cards.number == number)
            .order_by(ResidentRecord.id),
            _exists(owner == mine, cards.number == number),
        )


def _birth_ways(typed: str) -> Iterator[Way]:
    if _DATE.fullmatch(typed) is None:
        return
    try:
        birth = PartialDate.parse(typed)
    except UserError:
        return
    born = ResidentRecord.birth == birth.iso()
    yield Way(select(ResidentRecord.id).where(born).order_by(ResidentRecord.id), born)


# ---- households, places, tags -------------------------------------------------------------


def _household_ways(typed: str) -> Iterator[Way]:
    homes = HouseholdRecord
    begins = or_(*(_starts(homes.number, form) for form in {typed, typed.upper()}))
    for condition in (homes.number.in_({typed, typed.upper()}), begins):
        inside = ResidentRecord.household_id.in_(select(homes.id).where(condition))
        yield Way(select(ResidentRecord.id).where(inside).order_by(ResidentRecord.id), inside)


def _place_ways(typed: str, community: str | None) -> Iterator[Way]:
    asked, estate = _place_asked(typed, community)
    if not asked:
        return
    places = select(ADDRESS_FTS.c.rowid).where(_matches(ADDRESS_FTS.c.address_fts, asked))
    if len(estate) > 2:  # more than one pair, which could stand apart
        places = places.join(DwellingRecord, DwellingRecord.id == ADDRESS_FTS.c.rowid).where(
            DwellingRecord.address_key.contains(estate, autoescape=True)
        )
    yield Way(
        select(ResidentRecord.id)
        .join(DwellingRecord, DwellingRecord.id == ResidentRecord.home_id)
        .where(DwellingRecord.id.in_(places))
        .order_by(DwellingRecord.sort_key, ResidentRecord.id),
        ResidentRecord.home_id.in_(places),
    )


def _place_asked(typed: str, community: str | None) -> tuple[str, str]:
    """Return the query for `address_fts`, "" if the word is no address, and the estate in it."""
    if typed.isdecimal():
        short = typed.lstrip("0") if len(typed) <= _LONGEST_ROOM else ""
        return (f'"r{short}" OR "b{short}"' if short else ""), ""
    dashed = _DASHED.fullmatch(typed)
    if dashed:
        first, second, third = (part and (part.lstrip("0") or "0") for part in dashed.groups())
        if third:
            return f'"b{first}" AND "u{second}" AND "r{third}"', ""
        building = f'("b{first}" AND ("u{second}" OR "r{second}"))'
        return f'{building} OR ("u{first}" AND "r{second}")', ""
    address = parse_address(typed, community)
    if address is None:
        return "", ""
    estate, *parts = address_parts(address)
    words = [f"e{gram}" for gram in grams(estate)] if letters(estate) else []
    words += [mark + letters(part) for mark, part in zip("bur", parts, strict=True) if part]
    return " AND ".join(f'"{word}"' for word in words), estate


def _tag_ways(typed: str) -> Iterator[Way]:
    tags = ResidentTagRecord
    holding = tags.text.contains(typed, autoescape=True)
    yield Way(
        select(ResidentRecord.id)
        .join(tags, tags.resident_id == ResidentRecord.id)
        .where(tags.kind.in_(("skill", "care")), holding)
        .order_by(ResidentRecord.id),
        _exists(tags.resident_id == ResidentRecord.id, holding),
    )


def _exists(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(*conditions).correlate(ResidentRecord)


def _starts(column_: Any, text: str) -> ColumnElement[bool]:
    """Return the range of an index that begins with `text`; LIKE would not use the index."""
    return and_(column_ >= text, column_ < text + LAST)


def _matches(fts: ColumnElement[Any], asked: str) -> ColumnElement[bool]:
    return fts.op("MATCH", return_type=Boolean())(asked)
