"""Filters that the clerk keeps under a name (常用筛选), and the text in which they are kept.

The text is JSON with what is set and nothing else. It is read strictly: a condition that this
program does not know, or a grid that is gone, makes the filter unusable and says so. It never
becomes a filter that finds more people than the clerk asked for.
"""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from linli.domain.codes import code_table
from linli.domain.labels import FILTER_CONDITION
from linli.domain.party import PartyBelonging, PartyManagement
from linli.domain.resident_filters import CONDITIONS, check_filter
from linli.domain.residents import (
    HouseholdKind,
    ManagementClass,
    MissingFact,
    ResidentFilter,
    ResidentStatus,
    Sex,
)
from linli.domain.values.addresses import Address
from linli.errors import FieldProblem, UserError

NAME_MOST = 20
"""Characters of a name, so that it fits a menu."""


@dataclass(frozen=True, kw_only=True)
class SavedFilter:
    """A kept filter. `problem` says why it cannot be used; only then `wanted` is None."""

    id: int
    name: str
    wanted: ResidentFilter | None
    problem: str = ""


class UnreadableFilterError(UserError):
    """A kept filter cannot be used by this program, or not any more."""


def check_filter_name(name: str) -> list[FieldProblem]:
    """Return what is wrong with the name of a filter."""
    clean = name.strip()
    if clean and len(clean) <= NAME_MOST:
        return []
    message = "请给这个筛选起个名字，如 独居老人。"
    if clean:
        message = f"名字「{clean}」太长，请不要超过 {NAME_MOST} 个字。"
    return [FieldProblem(field="name", message=message)]


def filter_text(wanted: ResidentFilter) -> str:
    """Return the text in which a filter is kept."""
    nothing = ResidentFilter()
    values = {each.name: getattr(wanted, each.name) for each in fields(wanted)}
    found = {name: value for name, value in values.items() if value != getattr(nothing, name)}
    return json.dumps(found, default=_plain, ensure_ascii=False, sort_keys=True)


def read_filter(text: str, grids: Collection[int]) -> ResidentFilter:
    """Return the filter of a kept text.

    Args:
        text: what `filter_text` made, here or in another version of the program.
        grids: the ids of the grids that there are.

    Raises:
        UnreadableFilterError: the filter cannot be used, and why.
    """
    try:
        kept = json.loads(text)
    except ValueError:
        kept = None
    if not isinstance(kept, dict):
        raise UnreadableFilterError("这个筛选的内容坏了，请删掉它，重新建一个。")
    values = {name: _value(name, value) for name, value in kept.items()}
    gone = [number for number in values.get("grid_ids", ()) if number not in grids]
    if gone:
        count = f"{len(gone)} 个网格" if len(gone) > 1 else "网格"
        raise UnreadableFilterError(
            f"这个筛选里的{count}已经删除，请重新选网格，再存成同样的名字。"
        )
    wanted = ResidentFilter(**values)
    problems = check_filter(wanted)
    if problems:
        raise UnreadableFilterError(problems[0].message)
    return wanted


def _value(name: str, value: object) -> Any:
    read = _READ.get(name)
    if read is None:
        raise UnreadableFilterError(
            f"这个筛选里有「{name}」这一条，现在的程序不认识，可能是用新版本存的；"
            "请升级程序，或者删掉它，重新建一个。"
        )
    try:
        return read(value)
    except (ValueError, TypeError):
        said = _spoken(name)
        message = f"这个筛选里的“{said}”读不懂，请删掉它，重新建一个。"
        raise UnreadableFilterError(message) from None


def _spoken(attribute: str) -> str:
    """Return what an attribute is about, as its condition is headed."""
    return next(
        FILTER_CONDITION[name] for name, (each, _) in CONDITIONS.items() if attribute in each
    )


def _plain(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Address):
        return [value.estate, value.building]
    raise TypeError(type(value).__name__)


# ---- reading ------------------------------------------------------------------------------

_Read = Callable[[Any], Any]
"""Raises ValueError or TypeError for a value that it does not understand."""


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise TypeError
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _day(value: object) -> date:
    return date.fromisoformat(_text(value))


def _building(value: object) -> Address:
    if not isinstance(value, list):
        raise TypeError
    estate, building = (None if part is None else _text(part) for part in value)
    if estate is None and building is None:
        raise ValueError
    return Address(estate=estate, building=building)


def _many(read: _Read) -> _Read:
    def each(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list) or not value:
            raise TypeError
        return tuple(map(read, value))

    return each


def _code(table: str) -> _Read:
    def read(value: object) -> str:
        if value not in code_table(table).names:
            raise ValueError
        return _text(value)

    return read


_READ: Mapping[str, _Read] = {
    "text": _text,
    "statuses": lambda value: frozenset(_many(ResidentStatus)(value)),
    "sex": Sex,
    "age_from": _whole,
    "age_to": _whole,
    "alone": _truth,
    "is_head": _truth,
    "household_kind": HouseholdKind,
    "education_codes": _many(_code("education")),
    "marriage_codes": _many(_code("marriage")),
    "entered_since": _day,
    "grid_ids": _many(_whole),
    "without_grid": _truth,
    "buildings": _many(_building),
    "rented": _truth,
    "floating": _truth,
    "management": _many(ManagementClass),
    "permit_within": _whole,
    "origin_villages": _many(_text),
    "returned": _truth,
    "politics_codes": _many(_code("politics")),
    "party_management": _many(PartyManagement),
    "party_belonging": PartyBelonging,
    "party_branches": _many(_text),
    "entitlements": _many(_code("entitlement")),
    "care_tags": _many(_text),
    "all_care_tags": _truth,
    "skills": _many(_text),
    "all_skills": _truth,
    "has_card": _truth,
    "missing": _many(MissingFact),
    "recycled": _truth,
}
