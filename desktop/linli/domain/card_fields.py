"""What a card can say: the fields that templates name, filled from a card's facts.

An absent fact is an empty text, and a text with an absent field is not printed. Fields come in two
sorts: those of the hall and the grid, which all cards of a grid share, and those of the holder.
"""

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from linli.domain.cards import CardFacts
from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.labels import GRID_ROLE
from linli.domain.settings import HallFacts

Rows = tuple[dict[str, str], ...]


@dataclass(frozen=True)
class Field:
    """A field: how the clerk calls it, whether it speaks of the holder, whether it is a picture."""

    label: str
    personal: bool = False
    picture: bool = False


FIELDS = {
    "holder": Field("持卡人", personal=True),
    "place": Field("楼栋单元室", personal=True),
    "estate": Field("小区", personal=True),
    "home": Field("住址", personal=True),
    "number": Field("卡号", personal=True),
    "household_number": Field("户号", personal=True),
    "dwelling_note": Field("住所说明", personal=True),
    "member_count": Field("人数", personal=True),
    "community": Field("社区名称"),
    "hall": Field("大厅名称"),
    "hotline": Field("服务热线"),
    "hours": Field("办公时间"),
    "hall_address": Field("大厅地址"),
    "emblem": Field("徽标", picture=True),
    "grid": Field("网格名称"),
    "grid_number": Field("网格编号"),
    "worker_role": Field("网格员岗位"),
    "worker_name": Field("网格员姓名"),
    "worker_phone": Field("网格员电话"),
    "worker_photo": Field("网格员照片", picture=True),
}
_OFFICER = {
    "role": Field("岗位"),
    "name": Field("网格人员姓名"),
    "phone": Field("网格人员电话"),
    "photo": Field("网格人员照片", picture=True),
}
_NUMBER = {"name": Field("常用电话名称"), "number": Field("常用电话")}
LISTS = {
    "officers": _OFFICER,
    "other_officers": _OFFICER,  # all but the worker
    "first_numbers": _NUMBER,  # as many as go in one row
    "other_numbers": _NUMBER,
    "members": {
        "name": Field("成员姓名", personal=True),
        "relation": Field("与户主关系", personal=True),
        "sex": Field("性别", personal=True),
        "birth_year": Field("出生年份", personal=True),
    },
}
_FIRST_NUMBERS = 5
_WORKER_ROLES = (GridRole.LIAISON, GridRole.LEADER)  # the one who visits, else the one in charge


@dataclass(frozen=True)
class CardValues:
    """The fields of one card: texts by name, and lists of rows by name."""

    texts: dict[str, str]
    lists: dict[str, Rows]


def card_values(card: CardFacts) -> CardValues:
    """Fill every field from a card's facts."""
    shared = _shared_values(card.hall, card.grid)
    own = {
        "holder": card.holder,
        "place": card.place,
        "estate": card.estate,
        "home": card.estate + card.place,
        "number": card.number,
        "household_number": card.household_number,
        "dwelling_note": _one_line(card.dwelling_note),
        "member_count": str(len(card.members)) if card.members else "",
    }
    members = tuple(
        {"name": m.name, "relation": m.relation, "sex": m.sex, "birth_year": m.birth_year}
        for m in card.members
    )
    return CardValues({**shared.texts, **own}, {**shared.lists, "members": members})


def fingerprint(card: CardFacts, fields: Collection[str]) -> str:
    """Return a digest of those fields that a kind of card prints: a change makes a card outdated.

    Args:
        card: the facts.
        fields: names of fields and lists.
    """
    values = card_values(card)
    said = {name: values.texts.get(name) or values.lists.get(name) for name in fields}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def pictures(card: CardFacts) -> set[str]:
    """Return the digests of all pictures that a card may show."""
    values = card_values(card)
    found = {values.texts[name] for name, field in FIELDS.items() if field.picture}
    for name, columns in LISTS.items():
        for key, field in columns.items():
            if field.picture:
                found |= {row[key] for row in values.lists[name]}
    return found - {""}


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
        "role": GRID_ROLE[officer.role],
        "name": officer.name,
        "phone": officer.phone or "",
        "photo": officer.photo or "",
    }
