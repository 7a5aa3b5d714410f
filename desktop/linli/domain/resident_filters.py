"""What filters of residents (筛选) say in words, and what is wrong with one."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from linli.domain.codes import code_table
from linli.domain.labels import (
    HOUSEHOLD_KIND,
    MANAGEMENT,
    MISSING_FACT,
    PARTY_BELONGING,
    PARTY_MANAGEMENT,
    SEX,
    STATUS,
)
from linli.domain.residents import ResidentFilter, ResidentStatus
from linli.domain.values.addresses import address_text
from linli.errors import FieldProblem

OLDEST = 150
LONGEST_DAYS = 3650

EVERYBODY = "全部在住居民"
_OR = "或"
_Words = Callable[[ResidentFilter, Mapping[int, str]], str]


def filter_words(wanted: ResidentFilter, grids: Mapping[int, str]) -> str:
    """Return a filter in one sentence: 60 岁以上，独居，第一网格，没有发卡.

    Args:
        wanted: the filter.
        grids: the names of the grids by id.
    """
    return "，".join(filter_phrases(wanted, grids).values()) or EVERYBODY


def filter_phrases(wanted: ResidentFilter, grids: Mapping[int, str]) -> dict[str, str]:
    """Return what each condition that is set says, under the names of `CONDITIONS`."""
    return {
        name: say(wanted, grids)
        for name, (attributes, say) in CONDITIONS.items()
        if any(getattr(wanted, each) != getattr(_NOTHING, each) for each in attributes)
    }


def without_conditions(wanted: ResidentFilter, names: Iterable[str]) -> ResidentFilter:
    """Return a filter with some of its conditions taken off."""
    gone = {each: getattr(_NOTHING, each) for name in names for each in CONDITIONS[name][0]}
    return replace(wanted, **gone)


def check_filter(wanted: ResidentFilter) -> list[FieldProblem]:
    """Return what is wrong with a filter that was put together."""
    problems = []
    for age in (wanted.age_from, wanted.age_to):
        if age is not None and not 0 <= age <= OLDEST:
            message = f"年龄「{age}」不对，请填 0 到 {OLDEST}。"
            problems.append(FieldProblem(field="age", message=message))
    if (
        wanted.age_from is not None
        and wanted.age_to is not None
        and wanted.age_from > wanted.age_to
    ):
        message = f"年龄从「{wanted.age_from}」到「{wanted.age_to}」是反的，请把小的写在前面。"
        problems.append(FieldProblem(field="age", message=message))
    if wanted.permit_within is not None and not 0 <= wanted.permit_within <= LONGEST_DAYS:
        message = f"居住证「{wanted.permit_within}」天内到期不对，请填 0 到 {LONGEST_DAYS}。"
        problems.append(FieldProblem(field="permit", message=message))
    if not wanted.statuses:
        message = "居住状态一个也没有选，谁也找不到，请至少选一个。"
        problems.append(FieldProblem(field="statuses", message=message))
    return problems


# ---- words --------------------------------------------------------------------------------


def _age(wanted: ResidentFilter, _: Mapping[int, str]) -> str:
    first, last = wanted.age_from, wanted.age_to
    if first is None:
        return f"{last} 岁以下"
    if last is None:
        return f"{first} 岁以上"
    return f"{first} 岁" if first == last else f"{first} 至 {last} 岁"


def _statuses(wanted: ResidentFilter, _: Mapping[int, str]) -> str:
    if wanted.statuses == frozenset(ResidentStatus):
        return "在住、迁出和去世的都算"
    return _OR.join(STATUS[each] for each in ResidentStatus if each in wanted.statuses)


def _grid(wanted: ResidentFilter, grids: Mapping[int, str]) -> str:
    names = [grids.get(number, "已删除的网格") for number in wanted.grid_ids]
    return _OR.join([*names, "未划网格"] if wanted.without_grid else names)


def _permit(wanted: ResidentFilter, _: Mapping[int, str]) -> str:
    if not wanted.permit_within:
        return "居住证今天到期或已过期"
    return f"居住证 {wanted.permit_within} 天内到期或已过期"


def _coded(attribute: str, name: str, what: str = "") -> _Words:
    def say(wanted: ResidentFilter, _: Mapping[int, str]) -> str:
        return what + _OR.join(map(code_table(name).label, getattr(wanted, attribute)))

    return say


def _tags(attribute: str, every: str, what: str) -> _Words:
    def say(wanted: ResidentFilter, _: Mapping[int, str]) -> str:
        texts = getattr(wanted, attribute)
        between = "、" if getattr(wanted, every) else _OR
        both = "都要有" if getattr(wanted, every) and len(texts) > 1 else ""
        return what + between.join(texts) + both

    return say


def _yes_no(attribute: str, yes: str, no: str) -> _Words:
    return lambda wanted, _: yes if getattr(wanted, attribute) else no


def _joined(attribute: str, label: Callable[[Any], str], what: str = "") -> _Words:
    return lambda wanted, _: what + _OR.join(map(label, getattr(wanted, attribute)))


CONDITIONS: Mapping[str, tuple[tuple[str, ...], _Words]] = {
    "text": (("text",), lambda wanted, _: f"查找“{wanted.text}”"),
    "statuses": (("statuses",), _statuses),
    "age": (("age_from", "age_to"), _age),
    "sex": (("sex",), lambda wanted, _: SEX[wanted.sex] if wanted.sex else ""),
    "alone": (("alone",), _yes_no("alone", "独居", "不是独居")),
    "head": (("is_head",), _yes_no("is_head", "是户主", "不是户主")),
    "education": (("education_codes",), _coded("education_codes", "education")),
    "marriage": (("marriage_codes",), _coded("marriage_codes", "marriage")),
    "entered": (
        ("entered_since",),
        lambda wanted, _: f"{wanted.entered_since:%Y-%m-%d} 以后登记",
    ),
    "grid": (("grid_ids", "without_grid"), _grid),
    "buildings": (("buildings",), _joined("buildings", address_text)),
    "household_kind": (
        ("household_kind",),
        lambda wanted, _: HOUSEHOLD_KIND[wanted.household_kind] if wanted.household_kind else "",
    ),
    "rented": (("rented",), _yes_no("rented", "住出租房屋", "不住出租房屋")),
    "floating": (("floating",), _yes_no("floating", "流动人口", "常住人口")),
    "management": (("management",), _joined("management", MANAGEMENT.__getitem__)),
    "permit": (("permit_within",), _permit),
    "villages": (("origin_villages",), _joined("origin_villages", str, "原村 ")),
    "returned": (("returned",), _yes_no("returned", "返迁", "不是返迁")),
    "politics": (("politics_codes",), _coded("politics_codes", "politics")),
    "party_management": (
        ("party_management",),
        _joined("party_management", PARTY_MANAGEMENT.__getitem__, "党员"),
    ),
    "party_belonging": (
        ("party_belonging",),
        lambda wanted, _: (
            f"组织关系{PARTY_BELONGING[wanted.party_belonging]}" if wanted.party_belonging else ""
        ),
    ),
    "party_branches": (("party_branches",), _joined("party_branches", str)),
    "entitlements": (("entitlements",), _coded("entitlements", "entitlement", "享受")),
    "care_tags": (("care_tags", "all_care_tags"), _tags("care_tags", "all_care_tags", "标签 ")),
    "skills": (("skills", "all_skills"), _tags("skills", "all_skills", "会")),
    "card": (("has_card",), _yes_no("has_card", "已发卡", "没有发卡")),
    "missing": (("missing",), _joined("missing", MISSING_FACT.__getitem__, "没有")),
    "recycled": (("recycled",), lambda _wanted, _grids: "在回收站"),
}
"""The conditions of a filter: which attributes each is made of, and how it is told."""

_NOTHING = ResidentFilter()
