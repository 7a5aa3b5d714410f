"""What people are found by, read from the records: of many for the index, of one for a look."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from linli.domain.codes import code_table
from linli.domain.relations import HEAD_CODE
from linli.domain.sensitive import is_sensitive, without_sensitive
from linli.domain.values.addresses import Address
from linli.domain.values.names import is_han

_MEMBER_CODES = {"01": "中共党员", "02": "中共预备党员"}
"""Of GB/T 4762: who counts as a party member without an entry in the register."""


@dataclass(slots=True)
class Facts:
    """All that finds one person.

    Attributes:
        id: the person's.
        name: as it is today.
        others: former and native names.
        birth: ISO text, perhaps of a year or a month; None if unknown.
        household: the number of the household.
        home: where the person lives.
        documents, phones: numbers, as kept.
        texts: tags, kinds of benefit (one that has ended too), trades and whatever else is said of
            a person in words.
        sensitive: tags that not everybody may see.
        is_away: has moved away or died.
        is_recycled: lies in the recycle bin.
    """

    id: int
    name: str
    others: tuple[str, ...] = ()
    birth: str | None = None
    household: str | None = None
    home: Address | None = None
    documents: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    sensitive: tuple[str, ...] = ()
    is_away: bool = False
    is_recycled: bool = False


_PARTY_WORDS = {"direct": "直管党员", "assist": "协管党员", "entrust": "托管党员"}

_WANTED = "IN (SELECT value FROM json_each(?1))"
_PERSON = """
    r.id, r.name, r.former_name, r.native_name, r.birth, h.number,
    r.home_id, d.estate, d.building, d.unit, d.room,
    r.relation_code, r.politics_code, r.occupation, r.employer, r.origin_village, r.returned,
    r.status, r.recycled_at
"""
_PEOPLE = f"""
    resident r
    LEFT JOIN household h ON h.id = r.household_id
    LEFT JOIN dwelling d ON d.id = r.home_id
    WHERE r.id {_WANTED} ORDER BY r.id
"""
_RENTED = f"resident r JOIN rental ON rental.dwelling_id = r.home_id WHERE r.id {_WANTED}"
_OWNED = (
    ("resident_id, number", "identity_document"),
    ("resident_id, number", "phone"),
    ("resident_id, text", "resident_tag"),
    ("resident_id", "floating_stay"),
    ("resident_id, management, difficulty", "party_membership"),
    ("resident_id, kind_code", "entitlement"),
)
_LISTS = (
    (_PERSON, _PEOPLE),
    ("r.id", _RENTED),
    *((columns, f"{table} WHERE resident_id {_WANTED}") for columns, table in _OWNED),
)
_LIST = "(SELECT json_group_array(json(row)) FROM (SELECT json_array({}) AS row FROM {}))"
_QUESTION = f"SELECT {', '.join(_LIST.format(*each) for each in _LISTS)}"
"""Asks for everything at once and in one step (see `behind`): a list for each of `_LISTS`."""


def read_facts(raw: Any, ids: Sequence[int]) -> tuple[str, ...]:
    """Read from the records what `facts_of` makes the facts of.

    Args:
        raw: the driver's connection.
        ids: whom; those who are not there are left out.
    """
    found: tuple[str, ...] = raw.execute(_QUESTION, (json.dumps(ids),)).fetchone()
    return found


def facts_of(parts: tuple[str, ...]) -> list[Facts]:
    """Return what people are found by, in the order of their ids."""
    people, rented, *owned = map(json.loads, parts)
    documents_of, phones_of, tags_of = map(_grouped, owned[:3])
    texts = _texts(rented, *owned[3:])
    return [
        Facts(
            id=row[0],
            name=row[1],
            others=tuple(filter(None, row[2:4])),
            birth=row[4],
            household=row[5],
            home=None if row[6] is None else _address(*row[7:11]),
            documents=tuple(documents_of.get(row[0], ())),
            phones=tuple(phones_of.get(row[0], ())),
            texts=(
                *without_sensitive(tags_of.get(row[0], ())),
                *texts.get(row[0], ()),
                *_own_texts(*row[11:17]),
            ),
            sensitive=tuple(filter(is_sensitive, tags_of[row[0]])) if row[0] in tags_of else (),
            is_away=row[17] != "present",
            is_recycled=row[18] is not None,
        )
        for row in people
    ]


def load_facts(raw: Any, ids: Sequence[int]) -> list[Facts]:
    """Return what the people of `ids` are found by, in the order of their ids.

    Args:
        raw: the driver's connection.
        ids: whom; those who are not there are left out.
    """
    return facts_of(read_facts(raw, ids))


class Glance:
    """A look at one person's records, of which only what is asked for is read."""

    def __init__(self, raw: Any, resident_id: int) -> None:
        self._raw = raw
        self.id = resident_id

    @cached_property
    def names(self) -> list[str]:
        """The name and former and native names."""
        found = self._raw.execute(
            "SELECT name, former_name, native_name FROM resident WHERE id = ?", (self.id,)
        )
        return [name for row in found for name in row if name]

    @cached_property
    def birth(self) -> str:
        """ISO text, "" if unknown."""
        found = self._raw.execute("SELECT birth FROM resident WHERE id = ?", (self.id,)).fetchone()
        return found[0] or "" if found else ""

    @cached_property
    def documents(self) -> list[str]:
        """The numbers of documents."""
        return self._numbers("SELECT number FROM identity_document WHERE resident_id = ?")

    @cached_property
    def phones(self) -> list[str]:
        """The numbers of phones."""
        return self._numbers("SELECT number FROM phone WHERE resident_id = ?")

    @cached_property
    def home(self) -> Address | None:
        """Where the person lives."""
        found = self._raw.execute(
            "SELECT d.estate, d.building, d.unit, d.room FROM resident r "
            "JOIN dwelling d ON d.id = r.home_id WHERE r.id = ?",
            (self.id,),
        ).fetchone()
        return None if found is None else _address(*found)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """What is said of the person in words, as far as the connection may see it."""
        return tuple(
            text
            for person in load_facts(self._raw, [self.id])
            for text in (*person.texts, *person.sensitive)
        )

    def _numbers(self, query: str) -> list[str]:
        return [number for (number,) in self._raw.execute(query, (self.id,))]


@lru_cache(4096)
def _address(estate: str | None, building: str | None, unit: str | None, room: str | None) -> Any:
    return Address(estate=estate, building=building, unit=unit, room=room)


def _grouped(rows: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for owner, text in rows:
        found.setdefault(owner, []).append(text)
    return found


def _texts(
    rented: Iterable[tuple[int]],
    floating: Iterable[tuple[int]],
    party: Iterable[tuple[int, str | None, str | None]],
    benefits: Iterable[tuple[int, str]],
) -> dict[int, list[str]]:
    """Return what other tables say of people in words, without their tags."""
    found: dict[int, list[str]] = {}

    def add(owner: int, *texts: str) -> None:
        found.setdefault(owner, []).extend(texts)

    for (owner,) in floating:
        add(owner, "流动人口")
    for (owner,) in rented:
        add(owner, "出租房屋")
    for owner, management, difficulty in party:
        add(owner, _PARTY_WORDS.get(management or "", "党员"))
        if difficulty:
            add(owner, "困难党员")
    for owner, code in benefits:
        add(owner, *_benefit_words(code))
    return found


@cache
def _benefit_words(code: str) -> tuple[str, ...]:
    """Return how a kind of benefit is called: its name, and what people say in Chinese."""
    table = code_table("entitlement")
    said = [alias for alias, of in table.aliases.items() if of == code and is_han(alias[0])]
    return tuple(dict.fromkeys([table.label(code), *said]))


def _own_texts(
    relation: str | None,
    politics: str | None,
    occupation: str | None,
    employer: str | None,
    village: str | None,
    returned: int | None,
) -> list[str]:
    found = [text for text in (occupation, employer, village) if text]
    if relation == HEAD_CODE:
        found.append("户主")
    if politics in _MEMBER_CODES:
        found.append(_MEMBER_CODES[politics])
    if returned:
        found.append("返迁")
    return found
