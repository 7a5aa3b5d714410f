"""Bring what a workbook says about a person together with what the ledger knows.

A blank never erases, lists are united, a value that differs stays ours unless the clerk decides.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any, TypeVar

from linli.domain.codes import code_table
from linli.domain.imports import Choice, Decisions, Difference, RowRef
from linli.domain.labels import MANAGEMENT, PARTY_BELONGING, PARTY_MANAGEMENT, SEX
from linli.domain.party import PartyBelonging, PartyManagement, PartyMembership
from linli.domain.residents import (
    ManagementClass,
    RentalDraft,
    ResidentDraft,
    Sex,
    Tenancy,
)
from linli.domain.values.dates import PartialDate
from linli.domain.values.identity import IdentityDocument
from linli.domain.values.masking import may_hide_text
from linli.domain.values.names import private_use
from linli.domain.values.text import squeeze

_PERSON_LABELS = {
    "former_name": "曾用名",
    "native_name": "本民族文字姓名",
    "sex": "性别",
    "birth": "出生日期",
    "ethnicity_code": "民族",
    "education_code": "文化程度",
    "politics_code": "政治面貌",
    "marriage_code": "婚姻状况",
    "relation_code": "与户主关系",
    "occupation": "职业",
    "employer": "工作单位",
    "registered_address": "户籍地址",
    "origin_village": "原村",
}
_STAY_LABELS = {
    "origin": "来源地",
    "arrived": "来本地时间",
    "reason_code": "流入原因",
    "housing_code": "住所类型",
    "permit_code": "办证类型",
    "permit_number": "居住证号",
    "permit_expires": "证件到期日期",
    "expected_leave": "预计离开日期",
    "landlord_name": "房主姓名",
    "landlord_phone": "房主电话",
    "management": "管理类别",
}
_PARTY_LABELS = {
    "branch": "党支部",
    "joined": "入党日期",
    "management": "党员管理方式",
    "belonging": "组织关系",
    "home_organisation": "组织关系所在党组织",
    "certificate": "流动党员活动证号",
    "registered": "流动党员登记日期",
    "post": "党员认领岗位",
}
_RENTAL_LABELS = {
    "number": "出租房编号",
    "landlord_name": "房主姓名",
    "landlord_document": "房主证件号码",
    "landlord_phone": "房主电话",
    "rooms": "间数",
    "occupants": "租住人数",
    "management": "管理类别",
    "review_date": "复核日期",
    "since": "起租日期",
}
_TABLES = {"reason_code": "floating_reason"}

_NOTE_BREAK = "；"
_Item = TypeVar("_Item")


@dataclass(kw_only=True)
class Comparison:
    """Compares one row with what is known and collects the differences."""

    at: RowRef
    person: str
    decisions: Decisions
    differences: list[Difference] = field(default_factory=list)

    def theirs_wins(self, name: str, label: str, ours: str, theirs: str) -> bool:
        """Record a difference and return whether the clerk chose the workbook's value."""
        difference = Difference(
            at=self.at, person=self.person, field=name, label=label, ours=ours, theirs=theirs
        )
        self.differences.append(difference)
        return self.decisions.get(difference.key) is Choice.THEIRS


def merge_person(
    ours: ResidentDraft, theirs: ResidentDraft, comparison: Comparison
) -> ResidentDraft:
    """Return our facts with what the row adds; where they live is not decided here."""
    labels = _PERSON_LABELS
    if private_use(ours.name) and not private_use(theirs.name):  # now it can be written
        labels = {"name": "姓名", **labels}
    changes = _merged_values(ours, theirs, labels, comparison)
    changes["documents"] = _united(ours.documents, theirs.documents, lambda d: d)
    changes["phones"] = _united(ours.phones, theirs.phones, lambda phone: phone.number)
    changes["skills"] = _united(ours.skills, theirs.skills, lambda word: word)
    changes["care_tags"] = _united(ours.care_tags, theirs.care_tags, lambda word: word)
    changes["note"] = joined_note(ours.note, theirs.note)
    if ours.floating is None:
        changes["floating"] = theirs.floating
    elif theirs.floating is not None:
        stay = _merged_values(ours.floating, theirs.floating, _STAY_LABELS, comparison)
        changes["floating"] = replace(ours.floating, **stay)
    changes["returned"] = ours.returned or theirs.returned
    changes["party"] = _merged_party(ours.party, theirs.party, comparison)
    changes = {name: value for name, value in changes.items() if value != getattr(ours, name)}
    return replace(ours, **changes) if changes else ours  # as most people who come again


def _merged_party(
    ours: PartyMembership | None, theirs: PartyMembership | None, comparison: Comparison
) -> PartyMembership | None:
    if ours is None or theirs is None:
        return ours or theirs
    changes = _merged_values(ours, theirs, _PARTY_LABELS, comparison, prefix="party_")
    changes["difficulty"] = ours.difficulty or theirs.difficulty
    changes["note"] = joined_note(ours.note, theirs.note)
    return replace(ours, **changes)


def merge_rental(ours: RentalDraft, theirs: RentalDraft, comparison: Comparison) -> RentalDraft:
    """Return our facts of a let house with what the row adds, tenants included."""
    changes = _merged_values(ours, theirs, _RENTAL_LABELS, comparison)
    changes["note"] = joined_note(ours.note, theirs.note)
    changes["tenancies"] = _merged_tenants(ours.tenancies, theirs.tenancies)
    return replace(ours, **changes)


def _merged_values(
    ours: object,
    theirs: object,
    labels: Mapping[str, str],
    comparison: Comparison,
    *,
    prefix: str = "",
) -> dict[str, Any]:
    """Return the values of `labels`' fields that are to change.

    `prefix` tells their differences from those of other facts with the same names.
    """
    changes: dict[str, Any] = {}
    for name, label in labels.items():
        mine, other = getattr(ours, name), getattr(theirs, name)
        if _is_blank(other) or mine == other:
            continue
        if _is_blank(mine) or _is_more_precise(other, mine):
            changes[name] = other
            continue
        same = _says_the_same(mine, other)
        if not same and comparison.theirs_wins(
            prefix + name, label, shown(name, mine), shown(name, other)
        ):
            changes[name] = other
    return changes


def _is_blank(value: object) -> bool:
    return value is None or value == "" or value in (Sex.UNKNOWN, Sex.UNSTATED)


def _is_more_precise(new: object, old: object) -> bool:
    """Whether a date goes on where the other ends: 1961年4月7日 after 1961年4月."""
    if not (isinstance(new, PartialDate) and isinstance(old, PartialDate)):
        return False
    return new.agrees_with(old) and len(new.iso()) > len(old.iso())


def _says_the_same(mine: object, other: object) -> bool:
    if isinstance(mine, PartialDate) and isinstance(other, PartialDate):
        return mine.agrees_with(other)
    return isinstance(mine, str) and isinstance(other, str) and squeeze(mine) == squeeze(other)


def shown(name: str, value: object) -> str:
    """Return a field's value in the words of the form."""
    match value:
        case ManagementClass():
            return MANAGEMENT[value]
        case PartyManagement():
            return PARTY_MANAGEMENT[value]
        case PartyBelonging():
            return PARTY_BELONGING[value]
        case Sex():
            return SEX[value]
        case PartialDate():
            return value.display()
        case date():
            return value.isoformat()
        case IdentityDocument():
            return value.number
        case str() if name.endswith("_code"):
            return code_table(_TABLES.get(name, name.removesuffix("_code"))).label(value)
        case _:
            return str(value)


def _united(
    ours: tuple[_Item, ...], theirs: tuple[_Item, ...], key: Callable[[_Item], object]
) -> tuple[_Item, ...]:
    known = {key(item) for item in ours}
    return (*ours, *(item for item in theirs if key(item) not in known))


def joined_note(ours: str | None, theirs: str | None) -> str | None:
    """Return our note with the sentences of theirs that it does not hold yet.

    One that masks the numbers of one of ours says nothing new.
    """
    if theirs is None:
        return ours
    known = set() if ours is None else set(ours.split(_NOTE_BREAK))
    new = [
        part
        for part in theirs.split(_NOTE_BREAK)
        if part and part not in known and not any(may_hide_text(part, each) for each in known)
    ]
    return _NOTE_BREAK.join([*([ours] if ours else []), *new]) or None


def same_tenant(ours: Tenancy, theirs: Tenancy) -> bool:
    """Whether two tenancies of one house are one: by the number, else by name and room."""
    if ours.document is not None and theirs.document is not None:
        return ours.document == theirs.document
    rooms = {ours.room, theirs.room} - {None}
    return ours.name == theirs.name and len(rooms) < 2


def _merged_tenants(ours: tuple[Tenancy, ...], theirs: tuple[Tenancy, ...]) -> tuple[Tenancy, ...]:
    result = list(ours)
    for tenant in theirs:
        index = next((i for i, known in enumerate(result) if same_tenant(known, tenant)), None)
        if index is None:
            result.append(tenant)
            continue
        known = result[index]
        filled = {
            f.name: getattr(tenant, f.name)
            for f in fields(Tenancy)
            if getattr(known, f.name) is None and getattr(tenant, f.name) is not None
        }
        result[index] = replace(known, **filled)
    return tuple(result)
