"""Rules of organisations (辖区单位、社会组织) before they are saved."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from linli.domain.codes import code_table
from linli.domain.contact_rules import (
    clean_lines,
    clean_text,
    name_problems,
    phone_problems,
    problems_from,
)
from linli.domain.organisations import ORGANISATION_TABLE, Leader, OrganisationDraft
from linli.domain.values.credit_codes import parse_credit_code
from linli.domain.values.dates import PartialDate
from linli.domain.values.names import normalise_name
from linli.domain.values.text import is_blank, tidy
from linli.errors import FieldProblem, UserError

_LONGEST_NAME = 80


def clean_organisation(draft: OrganisationDraft) -> OrganisationDraft:
    """Return an organisation in normal form; a code that is wrong stays as it was typed."""
    return replace(
        draft,
        name=tidy(draft.name),
        credit_code=_clean_code(draft.credit_code),
        address=clean_text(draft.address),
        phone=clean_text(draft.phone),
        note=clean_lines(draft.note),
        leaders=tuple(clean_leader(each) for each in draft.leaders),
    )


def clean_leader(leader: Leader) -> Leader:
    """Return a leader in normal form."""
    return replace(
        leader,
        name=normalise_name(leader.name),
        post=clean_text(leader.post),
        phone=clean_text(leader.phone),
    )


def check_organisation(draft: OrganisationDraft, today: date) -> list[FieldProblem]:
    """Return every broken rule of a draft in normal form that can be seen without the ledger."""
    return list(_problems(draft, today))


def leader_problems(leader: Leader, today: date) -> Iterator[FieldProblem]:
    """Yield what is wrong with a leader in normal form, beside the fields of its own form."""
    yield from name_problems("name", leader.name)
    yield from phone_problems("phone", leader.phone)
    since, until = leader.since, leader.until
    if since is not None and since > PartialDate.from_date(today):
        message = f"任职日期「{since.display()}」还没有到，请核对。"
        yield FieldProblem(field="since", message=message)
    if since is not None and until is not None and until < since and not until.agrees_with(since):
        message = f"卸任日期「{until.display()}」早于任职日期，请核对。"
        yield FieldProblem(field="until", message=message)


def _problems(draft: OrganisationDraft, today: date) -> Iterator[FieldProblem]:
    if not draft.name:
        yield FieldProblem(field="name", message="请填写单位或组织的名称。")
    elif len(draft.name) > _LONGEST_NAME:
        message = f"名称有 {len(draft.name)} 个字，太长了，请不超过 {_LONGEST_NAME} 个字。"
        yield FieldProblem(field="name", message=message)
    if draft.kind_code not in code_table(ORGANISATION_TABLE).names:
        message = "请从列表里选一种，如 事业单位、企业、社会组织。"
        yield FieldProblem(field="kind_code", message=message)
    code = draft.credit_code
    if code is not None:
        yield from problems_from("credit_code", lambda: parse_credit_code(code))
    yield from phone_problems("phone", draft.phone)
    for leader in draft.leaders:
        for problem in leader_problems(leader, today):
            message = f"负责人「{leader.name}」：{problem.message}"
            yield FieldProblem(field="leaders", message=message)


def _clean_code(text: str | None) -> str | None:
    if text is None or is_blank(text):
        return None
    try:
        return parse_credit_code(text)
    except UserError:
        return tidy(text)
