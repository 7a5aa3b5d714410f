"""Rules of entitlements (救助待遇) before they are saved."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from linli.domain.codes import code_table
from linli.domain.contact_rules import clean_lines, clean_text
from linli.domain.entitlements import EntitlementDraft
from linli.domain.values.dates import PartialDate
from linli.errors import FieldProblem

ENTITLEMENT_TABLE = "entitlement"
OTHER_KIND = "99"
"""其他: several things, so that a person may have it more than once at a time."""
MOST_PERSONS = 30
MOST_AMOUNT = 100_000_00
"""fen a month; more is a slip of the decimal point."""


def clean_entitlement(draft: EntitlementDraft) -> EntitlementDraft:
    """Return an entitlement in normal form."""
    return replace(draft, number=clean_text(draft.number), note=clean_lines(draft.note))


def check_entitlement(draft: EntitlementDraft, today: date) -> list[FieldProblem]:
    """Return every broken rule of a draft in normal form that can be seen without the ledger."""
    return list(_problems(draft, today))


def _problems(draft: EntitlementDraft, today: date) -> Iterator[FieldProblem]:
    if draft.kind_code not in code_table(ENTITLEMENT_TABLE).names:
        message = "请从列表里选一种待遇，如 最低生活保障。"
        if draft.kind_code:
            message = f"待遇「{draft.kind_code}」不在代码表里，请重新选择。"
        yield FieldProblem(field="kind_code", message=message)
    if draft.persons is not None and not 1 <= draft.persons <= MOST_PERSONS:
        message = f"保障人数「{draft.persons}」应为 1 到 {MOST_PERSONS}，请核对。"
        yield FieldProblem(field="persons", message=message)
    if draft.amount is not None and not 0 <= draft.amount <= MOST_AMOUNT:
        message = "每月金额不可能这么多，请核对小数点；单位是元。"
        yield FieldProblem(field="amount", message=message)
    if draft.since is not None and draft.since > PartialDate.from_date(today):
        message = f"开始日期「{draft.since.display()}」还没有到，请核对。"
        yield FieldProblem(field="since", message=message)
    if draft.since is None:
        return
    for name, label in (("until", "停发日期"), ("review_date", "复核日期")):
        day = getattr(draft, name)
        if day is not None and PartialDate.from_date(day) < draft.since:
            message = f"{label}「{PartialDate.from_date(day).display()}」早于开始日期，请核对。"
            yield FieldProblem(field=name, message=message)
