"""What a card can say: the fields that templates name, filled from a card's facts.

An absent fact is an empty text, and a text with an absent field is not printed. Fields come in two
sorts: those of the hall and the grid, which all cards of a grid share, and those of the holder.
"""

import hashlib
import json
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import lru_cache

from linli.domain.boards import BoardEntry
from linli.domain.cards import CardFacts, CardSource
from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.pairings import Helper
from linli.domain.settings import HallFacts
from linli.domain.staff import StaffDraft

Rows = tuple[dict[str, str], ...]


_HOME = frozenset({CardSource.HOME})
_STAFF = frozenset({CardSource.STAFF})
_STATION = frozenset({CardSource.STATION})
_GRID = frozenset({CardSource.GRID})
_EVERYWHERE = frozenset(CardSource)


@dataclass(frozen=True)
class Field:
    """A field: how the clerk calls it, which kinds of cards have it.

    `personal` fields speak of the holder, the others of the hall and the grid, which cards share.
    """

    label: str
    sources: frozenset[CardSource] = _EVERYWHERE
    personal: bool = False
    picture: bool = False


def _own(label: str, sources: frozenset[CardSource] = _HOME, *, picture: bool = False) -> Field:
    return Field(label, sources, personal=True, picture=picture)


FIELDS = {
    "holder": _own("持卡人", _HOME | _STAFF | _STATION),
    "place": _own("楼栋单元室"),
    "estate": _own("小区"),
    "home": _own("住址"),
    "number": _own("卡号"),
    "household_number": _own("户号"),
    "dwelling_note": _own("住所说明"),
    "member_count": _own("人数"),
    "let": _own("出租房屋"),
    "rental_number": _own("出租房编号"),
    "landlord": _own("房主姓名"),
    "landlord_phone": _own("房主电话"),
    "rooms": _own("出租间数"),
    "occupants": _own("租住人数"),
    "management": _own("管理类别"),
    "helper_name": _own("结对党员姓名"),
    "helper_post": _own("结对党员职务"),
    "helper_phone": _own("结对党员电话"),
    "helper_photo": _own("结对党员照片", picture=True),
    "staff_post": _own("职务", _STAFF),
    "staff_number": _own("工号", _STAFF),
    "staff_office": _own("窗口或科室", _STAFF),
    "staff_phone": _own("工作人员电话", _STAFF),
    "staff_photo": _own("工作人员照片", _STAFF, picture=True),
    "staff_promise": _own("服务承诺", _STAFF),
    "staff_party": _own("党员标记", _STAFF),
    "station_name": _own("站点名称", _STATION | _STAFF),
    "station_phone": _own("站点电话", _STATION | _STAFF),
    "station_advice_phone": _own("咨询电话", _STATION),
    "station_place": _own("站点位置", _STATION),
    "station_hours": _own("站点开放时间", _STATION),
    "station_services": _own("服务内容", _STATION),
    "board_page": _own("第几页", _GRID),
    "community": Field("社区名称"),
    "hall": Field("大厅名称"),
    "hotline": Field("服务热线"),
    "hours": Field("办公时间"),
    "hall_address": Field("大厅地址"),
    "emblem": Field("徽标", picture=True),
    "grid": Field("网格名称", _HOME | _GRID),
    "grid_number": Field("网格编号", _HOME | _GRID),
    "worker_role": Field("网格员岗位", _HOME | _GRID),
    "worker_name": Field("网格员姓名", _HOME | _GRID),
    "worker_phone": Field("网格员电话", _HOME | _GRID),
    "worker_photo": Field("网格员照片", _HOME | _GRID, picture=True),
}
_OFFICER = {
    "role": Field("岗位"),
    "name": Field("网格人员姓名"),
    "phone": Field("网格人员电话"),
    "photo": Field("网格人员照片", picture=True),
}
_NUMBER = {"name": Field("常用电话名称"), "number": Field("常用电话")}


@dataclass(frozen=True)
class List:
    """A list of rows that a card can print, with the fields of a row."""

    label: str
    columns: dict[str, Field]
    sources: frozenset[CardSource] = _EVERYWHERE

    @property
    def personal(self) -> bool:
        """Whether the rows speak of the holder."""
        return any(field.personal for field in self.columns.values())


LISTS = {
    "officers": List("网格人员", _OFFICER, _HOME | _GRID),
    "other_officers": List("其他网格人员", _OFFICER, _HOME | _GRID),  # all but the worker
    "first_numbers": List("常用电话（前几个）", _NUMBER),  # as many as go in one row
    "other_numbers": List("常用电话（其余）", _NUMBER),
    "members": List(
        "户内成员",
        {
            "name": _own("成员姓名"),
            "relation": _own("与户主关系"),
            "sex": _own("性别"),
            "birth_year": _own("出生年份"),
        },
        _HOME,
    ),
    "tenants": List(
        "承租人",
        {"name": _own("承租人姓名"), "room": _own("承租房间"), "since": _own("起租日期")},
        _HOME,
    ),
    "helpers": List(
        "结对党员",
        {
            "name": _own("结对党员姓名"),
            "post": _own("结对党员职务"),
            "phone": _own("结对党员电话"),
            "photo": _own("结对党员照片", picture=True),
        },
        _HOME,
    ),
    "other_helpers": List(  # all but the first
        "其他结对党员",
        {
            "name": _own("结对党员姓名"),
            "post": _own("结对党员职务"),
            "phone": _own("结对党员电话"),
            "photo": _own("结对党员照片", picture=True),
        },
        _HOME,
    ),
    "colleagues": List(
        "站点人员",
        {
            "name": _own("站点人员姓名"),
            "post": _own("站点人员职务"),
            "phone": _own("站点人员电话"),
            "photo": _own("站点人员照片", picture=True),
        },
        _STATION,
    ),
    "board": List(
        "公示人员",
        {
            "name": _own("公示人员姓名"),
            "post": _own("认领岗位"),
            "phone": _own("公示人员电话"),
            "promise": _own("承诺"),
            "photo": _own("公示人员照片", picture=True),
        },
        _GRID,
    ),
}


def fields_of(source: CardSource) -> dict[str, Field]:
    """Return the fields that kinds of cards of `source` have."""
    return {name: field for name, field in FIELDS.items() if source in field.sources}


def lists_of(source: CardSource) -> dict[str, List]:
    """Return the lists that kinds of cards of `source` have."""
    return {name: found for name, found in LISTS.items() if source in found.sources}


_PERSON = ("name", "post", "phone", "photo")
_PARTY_MEMBER = "共产党员"
_LET = "出租房屋"
_FIRST_NUMBERS = 5
_WORKER_ROLES = (GridRole.LIAISON, GridRole.LEADER)  # the one who visits, else the one in charge


@dataclass(frozen=True)
class CardValues:
    """The fields of one card: texts by name, and lists of rows by name."""

    texts: dict[str, str]
    lists: dict[str, Rows]

    def has(self, name: str) -> bool:
        """Whether a field is no empty text, or a list has rows."""
        return bool(self.texts.get(name) or self.lists.get(name))


class CardReader:
    """Fills the same fields for many cards; what cards of a grid share is worked out once.

    Args:
        names: of fields and lists; None for all.
    """

    def __init__(self, names: Collection[str] | None = None) -> None:
        wanted = FIELDS.keys() | LISTS.keys() if names is None else names
        self._texts = [(name, get) for name, get in _OWN_TEXTS.items() if name in wanted]
        self._lists = [(name, get) for name, get in _OWN_LISTS.items() if name in wanted]
        self._wanted = frozenset(wanted)
        self._groups: dict[tuple[HallFacts, GridDraft | None], int] = {}
        self._last: tuple[HallFacts, GridDraft | None, int, CardValues] | None = None

    def read(self, card: CardFacts) -> tuple[int, CardValues]:
        """Return the number of the card's group (all cards of the same grid) and its fields."""
        last = self._last
        if last is None or card.hall is not last[0] or card.grid is not last[1]:
            key = (card.hall, card.grid)
            group = self._groups.setdefault(key, len(self._groups))
            last = self._last = (*key, group, self._shared(card))
        _, _, group, shared = last
        texts, lists = shared.texts.copy(), shared.lists.copy()
        for name, text_of in self._texts:
            texts[name] = text_of(card)
        for name, rows_of in self._lists:
            lists[name] = rows_of(card)
        return group, CardValues(texts, lists)

    def _shared(self, card: CardFacts) -> CardValues:
        shared, wanted = _shared_values(card.hall, card.grid), self._wanted
        return CardValues(
            {name: text for name, text in shared.texts.items() if name in wanted},
            {name: rows for name, rows in shared.lists.items() if name in wanted},
        )


def card_values(card: CardFacts, names: Collection[str] | None = None) -> CardValues:
    """Fill the fields and lists of these `names` from a card's facts; None fills all."""
    return CardReader(names).read(card)[1]


def fingerprint(card: CardFacts, fields: Collection[str]) -> str:
    """Return a digest of those fields that a kind of card prints: a change makes a card outdated.

    Args:
        card: the facts.
        fields: names of fields and lists.
    """
    values = card_values(card, fields)
    said = {name: values.texts.get(name) or values.lists.get(name) for name in fields}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def absent(card: CardFacts, names: Collection[str]) -> str | None:
    """Return how the clerk calls the first of some fields and lists that a card lacks, or None."""
    if not names:
        return None
    values = card_values(card, names)
    for name in names:
        if not (values.texts.get(name) or values.lists.get(name)):
            return (LISTS.get(name) or FIELDS[name]).label
    return None


def pictures(card: CardFacts) -> set[str]:
    """Return the digests of all pictures that a card may show."""
    values = card_values(card, _PICTURES)
    found = set(values.texts.values())
    for name, rows in values.lists.items():
        for key, field in LISTS[name].columns.items():
            if field.picture:
                found |= {row[key] for row in rows}
    return found - {""}


_PICTURES = {name for name, field in FIELDS.items() if field.picture} | {
    name for name, known in LISTS.items() if any(f.picture for f in known.columns.values())
}


@lru_cache(maxsize=64)
def _shared_values(hall: HallFacts, grid: GridDraft | None) -> CardValues:
    officers = _officers(grid)
    worker = next((o for role in _WORKER_ROLES for o in officers if o.role is role), None)
    texts = {
        "community": hall.community,
        "hall": hall.hall_name,
        "hotline": hall.hotline or "",
        "hours": _one_line(hall.hours),
        "hall_address": _one_line(hall.address),
        "emblem": hall.emblem or "",
        "grid": grid.name if grid else "",
        "grid_number": grid.number if grid else "",
        **{f"worker_{key}": text for key, text in _officer_row(worker).items()},
    }
    others = tuple(o for o in officers if o is not worker)
    numbers = tuple({"name": n.name, "number": n.number} for n in hall.common_numbers)
    lists = {
        "officers": tuple(map(_officer_row, officers)),
        "other_officers": tuple(map(_officer_row, others)),
        "first_numbers": numbers[:_FIRST_NUMBERS],
        "other_numbers": numbers[_FIRST_NUMBERS:],
    }
    return CardValues(texts, lists)


def _part(owner: str, name: str, *, one_line: bool = False) -> Callable[[CardFacts], str]:
    """Return what reads a text of a part of the facts; "" where there is none."""

    def read(card: CardFacts) -> str:
        text = getattr(getattr(card, owner), name, None) or ""
        return _one_line(text) if one_line else text

    return read


def _of_first_helper(name: str) -> Callable[[CardFacts], str]:
    return lambda card: (getattr(card.helpers[0], name) or "") if card.helpers else ""


def _person_row(person: Helper | StaffDraft | BoardEntry) -> dict[str, str]:
    return {key: getattr(person, key) or "" for key in _PERSON}


def _one_line(text: str | None) -> str:
    """Return text that was typed on several lines as one."""
    return " ".join((text or "").splitlines())


def _officers(grid: GridDraft | None) -> tuple[GridOfficer, ...]:
    """Return the grid's officers in the order of their posts."""
    roles = list(GridRole)
    return tuple(sorted(grid.officers, key=lambda o: roles.index(o.role))) if grid else ()


def _officer_row(officer: GridOfficer | None) -> dict[str, str]:
    if officer is None:
        return {"role": "", "name": "", "phone": "", "photo": ""}
    return {
        "role": officer.role.label,
        "name": officer.name,
        "phone": officer.phone or "",
        "photo": officer.photo or "",
    }


_OWN_TEXTS: dict[str, Callable[[CardFacts], str]] = {
    "holder": lambda card: card.holder,
    "place": lambda card: card.place,
    "estate": lambda card: card.estate,
    "home": lambda card: card.estate + card.place,
    "number": lambda card: card.number,
    "household_number": lambda card: card.household_number,
    "dwelling_note": lambda card: _one_line(card.dwelling_note),
    "member_count": lambda card: str(len(card.members)) if card.members else "",
    "let": lambda card: _LET if card.rental else "",
    "rental_number": _part("rental", "number"),
    "landlord": _part("rental", "landlord"),
    "landlord_phone": _part("rental", "landlord_phone"),
    "rooms": _part("rental", "rooms"),
    "occupants": _part("rental", "occupants"),
    "management": _part("rental", "management"),
    **{f"helper_{name}": _of_first_helper(name) for name in _PERSON},
    "staff_post": _part("staff", "post"),
    "staff_number": _part("staff", "number"),
    "staff_office": _part("staff", "office"),
    "staff_phone": _part("staff", "phone"),
    "staff_photo": _part("staff", "photo"),
    "staff_promise": _part("staff", "promise", one_line=True),
    "staff_party": lambda card: _PARTY_MEMBER if card.staff and card.staff.party_member else "",
    "station_name": _part("station", "name"),
    "station_phone": _part("station", "phone"),
    "station_advice_phone": _part("station", "advice_phone"),
    "station_place": _part("station", "place", one_line=True),
    "station_hours": _part("station", "hours"),
    "station_services": _part("station", "services"),
    "board_page": lambda card: card.number if card.board else "",
}
_OWN_LISTS: dict[str, Callable[[CardFacts], Rows]] = {
    "members": lambda card: tuple(
        {"name": m.name, "relation": m.relation, "sex": m.sex, "birth_year": m.birth_year}
        for m in card.members
    ),
    "tenants": lambda card: tuple(
        {"name": t.name, "room": t.room, "since": t.since}
        for t in (card.rental.tenants if card.rental else ())
    ),
    "helpers": lambda card: tuple(map(_person_row, card.helpers)),
    "other_helpers": lambda card: tuple(map(_person_row, card.helpers[1:])),
    "colleagues": lambda card: tuple(map(_person_row, card.colleagues)),
    "board": lambda card: tuple({**_person_row(b), "promise": b.promise or ""} for b in card.board),
}
