"""Rules of what is registered of a dispute, and of what must stand before it is accepted."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache, partial

from linli.domain.cases import (
    DISPUTE_TABLE,
    EVENT_TABLE,
    SIDE,
    Agent,
    CaseDraft,
    Mediator,
    Party,
    Side,
    Source,
)
from linli.domain.codes import code_table
from linli.domain.contact_rules import (
    clean_lines,
    clean_text,
    name_problems,
    phone_problems,
    problems_from,
)
from linli.domain.register_texts import spoken
from linli.domain.values.credit_codes import parse_credit_code
from linli.domain.values.identity import normalise_number, parse_document
from linli.domain.values.names import normalise_name
from linli.domain.values.text import tidy
from linli.errors import FieldProblem
from linli.paths import resource

LONGEST_TITLE = 100
LONGEST_SUMMARY = 2000
"""Characters of 事件简述, the items of 综治 (矛盾纠纷)."""
MOST_PERSONS = 1_000_000
_ID_LENGTHS = (15, 18)


def clean_case(draft: CaseDraft) -> CaseDraft:
    """Return what is registered in normal form; the only mediator presides."""
    mediators = tuple(_clean_mediator(each) for each in draft.mediators)
    if len(mediators) == 1:
        mediators = (replace(mediators[0], presides=True),)
    return replace(
        draft,
        title=tidy(draft.title),
        place=clean_text(draft.place),
        event_code=draft.event_code or event_of(draft.kind_code),
        source_unit=clean_text(draft.source_unit),
        summary=clean_lines(draft.summary) or "",
        requests=tuple(said for each in draft.requests if (said := tidy(each))),
        group=clean_text(draft.group),
        parties=tuple(_clean_party(each) for each in draft.parties),
        mediators=mediators,
    )


def check_case(draft: CaseDraft, today: date, *, accepted: bool = False) -> list[FieldProblem]:
    """Return every broken rule of what is registered, in normal form.

    Args:
        draft: what is registered.
        today: the day it is saved.
        accepted: whether the case is accepted: then it must be as complete as acceptance wants.
    """
    problems = list(_case_problems(draft, today))
    if accepted and not is_civil(draft):
        problems.append(FieldProblem(field="event_code", message=not_civil(draft)))
    return problems + acceptance_problems(draft) if accepted else problems


def acceptance_problems(draft: CaseDraft) -> list[FieldProblem]:
    """Return what a case lacks before it can be accepted (受理)."""
    return list(_lacking(draft))


def is_civil(draft: CaseDraft) -> bool:
    """Whether it is a dispute between citizens (民间纠纷), which alone is mediated (art. 2)."""
    code = draft.event_code or event_of(draft.kind_code) or ""
    return code[:2] not in _uncivil()


def not_civil(draft: CaseDraft) -> str:
    """Return why a case of its kind is not mediated, and what to do."""
    named = code_table(EVENT_TABLE).label((draft.event_code or "")[:2])
    return (
        f"「{named}」类的事项不是民间纠纷，人民调解委员会不能受理；"
        "请办理「移送其他部门」，交给主管的部门处理。"
    )


def event_of(kind_code: str) -> str | None:
    """Return the code of GB/T 31000-2015 that is nearest to a kind of the statistics."""
    return _events().get(kind_code)


@cache
def _events() -> dict[str, str]:
    rows = json.loads(resource(f"codes/{DISPUTE_TABLE}.json").read_text(encoding="utf-8"))["codes"]
    return {row["code"]: row["event"] for row in rows}


@cache
def _uncivil() -> frozenset[str]:
    rows = json.loads(resource(f"codes/{EVENT_TABLE}.json").read_text(encoding="utf-8"))["codes"]
    return frozenset(row["code"] for row in rows if row.get("civil") is False)


def _clean_party(party: Party) -> Party:
    named = tidy if party.is_organisation else normalise_name
    number = party.id_number and normalise_number(party.id_number)
    cleaned = replace(
        party,
        name=named(party.name),
        occupation=clean_text(party.occupation),
        id_number=number or None,
        phone=clean_text(party.phone),
        address=clean_text(party.address),
        agent=_clean_agent(party.agent),
    )
    if not party.is_organisation:
        return replace(cleaned, organisation_id=None, representative=None, representative_post=None)
    representative = clean_text(party.representative)
    return replace(
        cleaned,
        resident_id=None,
        sex_code=None,
        ethnicity_code=None,
        birth=None,
        representative=representative and normalise_name(representative),
        representative_post=clean_text(party.representative_post),
    )


def _clean_agent(agent: Agent | None) -> Agent | None:
    name = normalise_name(agent.name) if agent else ""
    if agent is None or not name:
        return None
    return replace(
        agent,
        name=name,
        id_number=(agent.id_number and normalise_number(agent.id_number)) or None,
        phone=clean_text(agent.phone),
        address=clean_text(agent.address),
        relation=clean_text(agent.relation),
        powers=clean_lines(agent.powers) or "",
    )


def _clean_mediator(mediator: Mediator) -> Mediator:
    return replace(mediator, name=normalise_name(mediator.name), phone=clean_text(mediator.phone))


def _case_problems(draft: CaseDraft, today: date) -> Iterator[FieldProblem]:
    if not draft.title:
        message = "没有填写纠纷名称，请填写，如 张三与李四房屋漏水纠纷。"
        yield FieldProblem(field="title", message=message)
    if len(draft.title) > LONGEST_TITLE:
        message = f"纠纷名称有 {len(draft.title)} 个字，最多 {LONGEST_TITLE} 个字，请写短一些。"
        yield FieldProblem(field="title", message=message)
    yield from _kind_problems(draft)
    if draft.registered_on > today:
        message = f"登记日期「{spoken(draft.registered_on)}」还没有到，请核对。"
        yield FieldProblem(field="registered_on", message=message)
    if draft.occurred_on is not None and draft.occurred_on > draft.registered_on:
        message = f"发生日期「{spoken(draft.occurred_on)}」在登记日期以后，请核对。"
        yield FieldProblem(field="occurred_on", message=message)
    if draft.source is Source.REFERRED and draft.source_unit is None:
        message = "委托移送来的纠纷没有填写移送单位，请填写，如 西河派出所。"
        yield FieldProblem(field="source_unit", message=message)
    if len(draft.summary) > LONGEST_SUMMARY:
        message = f"纠纷简要情况有 {len(draft.summary)} 个字，最多 {LONGEST_SUMMARY} 个字。"
        yield FieldProblem(field="summary", message=message)
    yield from _figure_problems(draft)
    yield from _people_problems(draft, today)


def _kind_problems(draft: CaseDraft) -> Iterator[FieldProblem]:
    if draft.kind_code not in code_table(DISPUTE_TABLE).names:
        message = "没有选择纠纷类型，请选择，如 邻里。"
        yield FieldProblem(field="kind_code", message=message)
    if draft.event_code is not None and draft.event_code not in code_table(EVENT_TABLE).names:
        message = f"事件类别「{draft.event_code}」不在国标的类别里，请重新选择。"
        yield FieldProblem(field="event_code", message=message)


def _figure_problems(draft: CaseDraft) -> Iterator[FieldProblem]:
    if draft.amount is not None and draft.amount < 0:
        message = "涉及金额不能小于 0，请核对。"
        yield FieldProblem(field="amount", message=message)
    if not 1 <= draft.persons <= MOST_PERSONS:
        message = f"涉及人数「{draft.persons}」应为 1 以上的数，请核对。"
        yield FieldProblem(field="persons", message=message)


def _people_problems(draft: CaseDraft, today: date) -> Iterator[FieldProblem]:
    for party in draft.parties:
        yield from party_problems(party, today)
    seen: dict[tuple[object, ...], Party] = {}
    for party in draft.parties:
        for key in _same_party(party):
            other = seen.setdefault(key, party)
            if other is not party:
                message = (
                    f"当事人「{party.name}」填了两次（{SIDE[other.side]}、{SIDE[party.side]}），"
                    "请删去一个。"
                )
                yield FieldProblem(field="parties", message=message)
                break
    names = [mediator.name for mediator in draft.mediators]
    for mediator in draft.mediators:
        yield from name_problems("mediators", mediator.name)
        yield from phone_problems("mediators", mediator.phone)
    for name in sorted({name for name in names if names.count(name) > 1}):
        message = f"调解员「{name}」填了两次，请删去一个。"
        yield FieldProblem(field="mediators", message=message)
    if sum(mediator.presides for mediator in draft.mediators) > 1:
        message = "主持调解的人只能有一位，请只选一位主持。"
        yield FieldProblem(field="mediators", message=message)


def party_problems(party: Party, today: date) -> Iterator[FieldProblem]:
    """Yield what is wrong with a party in normal form."""
    if party.is_organisation:
        if not party.name:
            yield FieldProblem(field="parties", message="没有填写单位名称，请填写。")
        if party.id_number:
            yield from problems_from("parties", partial(parse_credit_code, party.id_number))
        if party.representative:
            yield from name_problems("parties", party.representative)
    else:
        yield from name_problems("parties", party.name)
        yield from _number_problems(party.id_number, today)
        if party.birth is not None and party.birth > today:
            message = f"「{party.name}」的出生日期「{spoken(party.birth)}」还没有到，请核对。"
            yield FieldProblem(field="parties", message=message)
    yield from phone_problems("parties", party.phone)
    if party.agent is not None:
        yield from _agent_problems(party.name, party.agent, today)


def _agent_problems(party: str, agent: Agent, today: date) -> Iterator[FieldProblem]:
    yield from name_problems("parties", agent.name)
    yield from _number_problems(agent.id_number, today)
    yield from phone_problems("parties", agent.phone)
    if not agent.powers:
        message = (
            f"没有写「{party}」的代理人「{agent.name}」的代理权限，请填写，"
            "如 代为参加调解、代为签订协议。"
        )
        yield FieldProblem(field="parties", message=message)
    if agent.since is not None and agent.until is not None and agent.until < agent.since:
        message = (
            f"代理人「{agent.name}」的委托期限到「{spoken(agent.until)}」为止，"
            f"早于开始的「{spoken(agent.since)}」，请核对。"
        )
        yield FieldProblem(field="parties", message=message)


def _number_problems(number: str | None, today: date) -> Iterator[FieldProblem]:
    """Yield what is wrong with an identity number; other papers' numbers are taken as they are."""
    if number and len(number) in _ID_LENGTHS and number[:-1].isdigit():
        yield from problems_from("parties", lambda: parse_document(number, today=today))


def _same_party(party: Party) -> Iterator[tuple[object, ...]]:
    """Yield by what a party is the same as another."""
    if party.resident_id is not None:
        yield ("resident", party.resident_id)
    if party.organisation_id is not None:
        yield ("organisation", party.organisation_id)
    if party.id_number:
        yield ("number", party.id_number)


def _lacking(draft: CaseDraft) -> Iterator[FieldProblem]:
    sides = {party.side for party in draft.parties}
    for side in (Side.APPLICANT, Side.RESPONDENT):
        if side not in sides:
            message = f"还没有{SIDE[side]}，双方当事人都登记以后才能受理，请添加。"
            yield FieldProblem(field="parties", message=message)
    for party in draft.parties:
        if party.is_organisation and not party.representative:
            message = f"单位「{party.name}」还没有填写法定代表人或负责人，请填写。"
            yield FieldProblem(field="parties", message=message)
    if not any(mediator.presides for mediator in draft.mediators):
        message = "还没有主持调解的人，请在调解员里选一位主持。"
        yield FieldProblem(field="mediators", message=message)
