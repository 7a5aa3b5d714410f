"""Addresses inside a community: estate or lane, building, unit, room."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from linli.domain.values.numerals import to_arabic
from linli.domain.values.text import as_text, drop_invisible, is_blank, tidy

_KEYS_KEPT = 4096
"""Addresses whose keys are remembered; an import asks for each several times in a row."""

_TEXTS_KEPT = 16_384
"""Texts whose meaning is remembered; a ledger repeats its buildings, units and rooms."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Address:
    """A dwelling's address. A part that does not exist is None (a lane house has no unit).

    `estate` is the 小区 or lane (巷, 路) name, `building` the building or door number with its
    suffix as the community writes it (3号楼, 12号), `unit` likewise (2单元), `room` the room (501).
    """

    estate: str | None = None
    building: str | None = None
    unit: str | None = None
    room: str | None = None


_BUILDING_WORDS = "号楼|号栋|号幢|号座|#楼|栋楼|幢楼|栋|幢|座|#|楼|排"
_UNIT_WORDS = "号单元|单元|号门|门"
_ROOM_WORDS = "号房|号室|房间|室|房|户"
_WORDS = f"{_BUILDING_WORDS}|{_UNIT_WORDS}|{_ROOM_WORDS}|层|号"
_HAN_NUMBER = "[零〇一二两三四五六七八九十百]+"
_HAN_TOKEN = re.compile(f"({_HAN_NUMBER})((?:{_WORDS})?)")
_DASHES = re.compile(r"[-‐‑‒–—―−~/.,、,]+")
_DOOR_ANNEX = r"\d+号?(?:附|之)\d+号?"
_TOKEN = (
    rf"{_DOOR_ANNEX}|[A-Z]?\d+[A-Z]?(?:{_WORDS})?|[A-Z](?:{_BUILDING_WORDS}|{_UNIT_WORDS})"
    rf"|{_HAN_NUMBER}(?:{_WORDS})|[东西南北中]单元"
)
_TOKENS = re.compile(rf"(?P<run>(?:(?:{_TOKEN})-?)+)(?P<tail>[^\d]*)$")
_ONE_TOKEN = re.compile(_TOKEN)
_SPLIT_TOKEN = re.compile(rf"(?P<number>.+?)(?P<word>{_WORDS})?")
_ESTATE_TAIL = re.compile(r".*[院区苑园里村巷路街]")
_LANE = re.compile(r".*(?:巷|路|街|道|胡同|弄|里|村|组|队|庄|屯|坊|湾|[东南西北]侧)")
_BARE_NUMBER = re.compile(r"[A-Z]?\d+[A-Z]?|[A-Z]")
_NATURAL = re.compile(r"\d+")

_COMMUNITY_WORDS = (
    "社区居民委员会|社区居委会|社区|居民委员会|居委会|村民委员会|村委会|村|街道办事处|街道"
)
_DIVISIONS = re.compile(
    "(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区|特别行政区))?"
    "(?:[\u4e00-\u9fff]{2,10}?(?:自治州|地区|盟|市(?![场街路口民]))"
    "(?:[\u4e00-\u9fff]{1,6}?(?<![小园社校厂])区(?!域))?)?"
    "(?:[\u4e00-\u9fff]{2,12}?(?:自治县|县(?![城医])|自治旗))?"
    "(?:[\u4e00-\u9fff]{1,8}?(?:街道办事处|街道办|街道|镇(?!中)|乡(?!间)))?"
)
_GRID = re.compile(rf"^-?第?(?:\d+|{_HAN_NUMBER})网格-?")
_ANY_COMMUNITY = re.compile("[\u4e00-\u9fff]{1,12}?社区(?:居民委员会|居委会)?")


def parse_address(text: object, community: str | None = None) -> Address | None:
    """Read an address in one string; None if there is none.

    Understands 西河社区6号楼3单元203室, 3-2-501, 3#2-501, 三号楼二单元, 幸福巷12号,
    建设路12号院3栋2单元501. Province to street and the community's own name are dropped, being
    the same for all. What cannot be taken apart stays whole, as the estate.

    Args:
        text: the cell or what was typed.
        community: the ledger's community; the name of another one is kept as the estate.
    """
    return _parsed(as_text(text), community)


@lru_cache(_TEXTS_KEPT)
def _parsed(text: str, community: str | None) -> Address | None:
    if is_blank(text):
        return None
    plain = _drop_community(_plain(text), community).strip("-")
    if not plain:
        return None
    found = _TOKENS.search(plain)
    if found is None:
        return Address(estate=plain)
    estate, tail = plain[: found.start()].strip("-"), found["tail"]
    if tail and _ESTATE_TAIL.fullmatch(tail):
        return Address(estate=plain)
    tokens = [_arabic(token) for token in _ONE_TOKEN.findall(found["run"])]
    return _Reader(estate, tokens, tail).address()


@lru_cache(_TEXTS_KEPT)
def _plain(text: str) -> str:
    """Half width, capitals, one kind of dash, no spaces."""
    plain = unicodedata.normalize("NFKC", drop_invisible(text)).upper().strip(" '")
    plain = re.sub(r"(?<=[\dA-Z#])\s+(?=[\dA-Z])", "-", plain)
    return _DASHES.sub("-", re.sub(r"\s+", "", plain)).replace("门牌", "")


def _arabic(token: str) -> str:
    """Return 三号楼 as 3号楼; only numbers are changed, not names like 四号井家属院."""
    found = _HAN_TOKEN.fullmatch(token)
    return to_arabic(found[1]) + found[2] if found else token


def _drop_community(text: str, community: str | None) -> str:
    if community:
        own = re.sub(f"(?:{_COMMUNITY_WORDS})$", "", _plain(community))
        names = f"{re.escape(_plain(community))}(?:居民委员会|居委会)?|"
        names += f"{re.escape(own)}(?:{_COMMUNITY_WORDS})"
        found = list(re.finditer(names, text))
        if found:
            return _GRID.sub("", text[found[-1].end() :])
    divisions = _DIVISIONS.match(text)
    rest = text[divisions.end() :] if divisions else text
    return _GRID.sub("", rest if community else _ANY_COMMUNITY.sub("", rest, count=1))


class _Reader:
    """Gives each number its place: by its word, else by its position."""

    def __init__(self, estate: str, tokens: list[str], tail: str) -> None:
        self._estate = estate
        self._tail = tail
        self._parts: dict[str, str] = {}
        self._tokens = self._join_door(tokens)

    def address(self) -> Address:
        for index, token in enumerate(self._tokens):
            self._place(token, self._tokens[index + 1 :])
        if self._tail:
            self._parts["room"] = self._parts.get("room", "") + self._tail
        return Address(estate=self._estate or None, **self._parts)

    def _join_door(self, tokens: list[str]) -> list[str]:
        """Keep 12-3号 in a lane together: it is one door."""
        is_door = len(tokens) == 2 and tokens[0].isdecimal() and _word(tokens[1]) == "号"
        return ["-".join(tokens)] if is_door and _LANE.fullmatch(self._estate) else tokens

    def _place(self, token: str, following: list[str]) -> None:
        match self._slot(token, following):
            case "estate":
                self._estate += token
            case "building":
                self._parts["building"] = _building_text(token, is_door=self._is_door(token))
            case "unit":
                self._parts["unit"] = _unit_text(token)
            case "floor":
                self._add_room(token)
            case _:
                in_row = self._parts.get("building", "").endswith("排")
                self._add_room(token if in_row else _room_text(token))

    def _slot(self, token: str, following: list[str]) -> str:
        word = _word(token)
        if word == "层" or (word == "楼" and "building" in self._parts):
            return "floor"
        if word in _BUILDING_WORDS.split("|"):
            return "building"
        if word in _UNIT_WORDS.split("|"):
            return "unit"
        if word in _ROOM_WORDS.split("|"):
            return "room"
        if "building" not in self._parts and "unit" not in self._parts:
            return self._first_slot(token, following)
        is_short = not word and len(token) <= 2
        if is_short and following and "unit" not in self._parts and not _is_floor(following[0]):
            return "unit"
        return "room"

    def _first_slot(self, token: str, following: list[str]) -> str:
        """Place the first number, when it is bare or a 号."""
        if self._is_door(token):
            is_yard = following and self._is_building(following)
            return "estate" if is_yard else "building"
        if following:
            return "building"
        return "room" if len(token) >= 3 else "building"

    def _is_door(self, token: str) -> bool:
        return (
            _word(token) == "号"
            or re.fullmatch(_DOOR_ANNEX, token) is not None
            or (
                _BARE_NUMBER.fullmatch(token) is not None
                and len(self._tokens) == 1
                and bool(_LANE.fullmatch(self._estate))
            )
        )

    @staticmethod
    def _is_building(following: list[str]) -> bool:
        return _word(following[0]) in _BUILDING_WORDS.split("|") or (
            not _word(following[0]) and len(following) >= 3
        )

    def _add_room(self, text: str) -> None:
        earlier = self._parts.get("room")
        if earlier is None:
            self._parts["room"] = text
            return
        floor = re.fullmatch(r"(\d{1,2})[层楼]?", earlier)
        if floor and len(text) >= 3 and text.startswith(floor[1]):
            self._parts["room"] = text  # 5层501室: the room says the floor
        else:
            self._parts["room"] = earlier + ("" if earlier.endswith(("层", "楼")) else "-") + text


def _word(token: str) -> str:
    found = _SPLIT_TOKEN.fullmatch(token)
    return (found["word"] or "") if found else ""


def _is_floor(token: str) -> bool:
    return _word(token) in ("层", "楼")


def _without(text: str, words: str) -> str:
    return re.sub(f"(?:{words})$", "", text)


def _building_text(token: str, *, is_door: bool) -> str:
    number = _without(token, "#楼|#|号")
    if is_door:
        return token if "号" in token else f"{token}号"
    return f"{number}号楼" if _BARE_NUMBER.fullmatch(number) else token


def _unit_text(token: str) -> str:
    number = _without(token, "号?单元")
    return f"{number}单元" if number != token or _BARE_NUMBER.fullmatch(token) else token


def _room_text(token: str) -> str:
    number = _without(token, f"{_ROOM_WORDS}|号")
    return number if re.fullmatch(r"[A-Z]?\d+[A-Z]?(?:-\d+[A-Z]?)*", number) else token


def normalise_part(field: str, value: object) -> str | None:
    """Return one part as it is kept: building 3 is 3号楼, unit 二单元 is 2单元, room 501室 is 501.

    Args:
        field: `estate`, `building`, `unit` or `room`.
        value: a cell or what was typed; blank, "/" and 无 give None.
    """
    return _normalised(field, as_text(value))


@lru_cache(_TEXTS_KEPT)
def _normalised(field: str, text: str) -> str | None:
    if is_blank(text):
        return None
    if field == "estate":
        return tidy(text)
    plain = _arabic(_plain(text).strip("-"))
    if not plain:
        return None
    if field == "building":
        return _building_text(plain, is_door=plain.endswith("号"))
    return _unit_text(plain) if field == "unit" else _room_text(plain)


def address_of_parts(
    estate: object = None,
    building: object = None,
    unit: object = None,
    room: object = None,
    *,
    community: str | None = None,
) -> Address | None:
    """Return the address of separate cells; None if all are blank.

    A cell that holds several parts (3号楼2单元, 2-501) fills those that are blank. The community's
    own name is no estate.
    """
    parts = {
        "building": _part_of_lane(estate, building, unit, room),
        "unit": normalise_part("unit", unit),
        "room": normalise_part("room", room),
    }
    whole = parse_address(estate, community) or Address()
    compound = parse_address(parts["building"]) if parts["building"] else None
    if compound and (compound.estate or compound.unit or compound.room):
        parts["building"] = compound.building
        parts["unit"] = parts["unit"] or compound.unit
        parts["room"] = parts["room"] or compound.room
        whole = Address(estate=whole.estate or compound.estate)
    if parts["unit"] is None and re.fullmatch(r"\d{1,2}-\d{3,4}[A-Z]?", parts["room"] or ""):
        first, parts["room"] = str(parts["room"]).split("-")
        parts["unit"] = f"{first}单元"
    address = Address(
        estate=whole.estate,
        building=parts["building"] or whole.building,
        unit=parts["unit"] or whole.unit,
        room=parts["room"] or whole.room,
    )
    return None if address == Address() else address


def _part_of_lane(estate: object, building: object, unit: object, room: object) -> str | None:
    """Return the building's part; a bare number in a lane, without a unit or room, is a door."""
    part = normalise_part("building", building)
    alone = is_blank(as_text(unit)) and is_blank(as_text(room))
    number = _plain(as_text(building))
    if part and alone and _LANE.fullmatch(_plain(as_text(estate))) and number.isdecimal():
        return f"{number}号"
    return part


def place_text(address: Address) -> str:
    """Return building, unit and room as spoken: 3号楼2单元501室."""
    building, unit = _spoken("building", address.building), _spoken("unit", address.unit)
    room = address.room or ""
    return building + unit + room + ("室" if re.fullmatch(r"[A-Za-z\d-]+", room) else "")


def building_text(address: Address) -> str:
    """Return estate and building as spoken: 幸福小区3号楼; of a door in a lane, the lane."""
    building = _spoken("building", address.building)
    is_door = building.endswith("号")
    return (address.estate or "") + ("" if address.estate and is_door else building)


@lru_cache(_KEYS_KEPT)
def _spoken(field: str, part: str | None) -> str:
    return normalise_part(field, part) or ""


def address_text(address: Address | None) -> str:
    """Return the whole address inside the community, "" for none."""
    return "" if address is None else (address.estate or "") + place_text(address)


_KEY_WORDS = (_BUILDING_WORDS.replace("|排", ""), _UNIT_WORDS, f"{_ROOM_WORDS}|号")


def _keys(address: Address) -> Iterator[str]:
    """Yield the parts by which addresses are compared: 3号楼, 3栋, 3幢 and 3# are "3"."""
    yield _part_key(address.estate, None)
    parts = (address.building, address.unit, address.room)
    yield from map(_part_key, parts, _KEY_WORDS)


@lru_cache(_KEYS_KEPT)
def _part_key(part: str | None, words: str | None) -> str:
    """Return the key of one part; `words` are those that say nothing, None for an estate."""
    plain = _plain(part or "").replace("|", "")  # which parts the keys
    if words is None:
        return plain
    return re.sub(r"^0+(?=\d)", "", _without(_arabic(plain), words))


@lru_cache(_KEYS_KEPT)
def address_key(address: Address) -> str:
    """Return the key that two spellings of one dwelling share."""
    return "|".join(_keys(address))


def building_key(address: Address) -> str:
    """Return the key that all dwellings of a building share (estate and building)."""
    estate, building, _ = address_key(address).split("|", 2)
    return f"{estate}|{building}"


def walk_key(address: Address) -> str:
    """Return a key that sorts addresses as one walks: 2号楼 before 10号楼."""
    return _NATURAL.sub(lambda number: number[0].zfill(6), address_key(address))
