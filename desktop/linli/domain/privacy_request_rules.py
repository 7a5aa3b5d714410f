"""Rules of requests about personal data (个人信息请求) before they are saved."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from linli.domain.contact_rules import clean_lines, clean_text, name_problems
from linli.domain.privacy_requests import (
    MOST_DAYS,
    Proof,
    RequestAnswer,
    RequestDraft,
    Result,
)
from linli.domain.register_texts import spoken
from linli.domain.values.names import normalise_name
from linli.errors import FieldProblem

_BY_OTHERS = (Proof.AGENT, Proof.HEIR)


def clean_request(draft: RequestDraft) -> RequestDraft:
    """Return a request in normal form; an agent is kept only where one came."""
    agent = clean_text(draft.agent) if draft.proof in _BY_OTHERS else None
    return replace(
        draft,
        name=normalise_name(draft.name),
        agent=normalise_name(agent) if agent else None,
        contact=clean_text(draft.contact),
        content=clean_lines(draft.content) or "",
    )


def check_request(draft: RequestDraft, today: date) -> list[FieldProblem]:
    """Return every broken rule of a request in normal form."""
    return list(_request_problems(draft, today))


def clean_answer(answer: RequestAnswer) -> RequestAnswer:
    """Return an answer in normal form; what is granted whole has no reason against it."""
    refusal = None if answer.result is Result.DONE else clean_lines(answer.refusal)
    return replace(answer, answer=clean_lines(answer.answer) or "", refusal=refusal)


def check_answer(answer: RequestAnswer, received: date, today: date) -> list[FieldProblem]:
    """Return every broken rule of an answer in normal form."""
    return list(_answer_problems(answer, received, today))


def check_days(days: int) -> list[FieldProblem]:
    """Return what is wrong with the working days within which to answer."""
    if 1 <= days <= MOST_DAYS:
        return []
    message = f"答复期限「{days}」不合适，请填写 1 到 {MOST_DAYS} 个工作日。"
    return [FieldProblem(field="days", message=message)]


def _request_problems(draft: RequestDraft, today: date) -> Iterator[FieldProblem]:
    yield from name_problems("who", draft.name)
    if draft.received_on > today:
        message = f"收到日期「{spoken(draft.received_on)}」还没有到，请核对。"
        yield FieldProblem(field="received_on", message=message)
    if draft.proof in _BY_OTHERS:
        if draft.agent is None:
            message = "不是本人来办的，请填写来人的姓名。"
            yield FieldProblem(field="agent", message=message)
        else:
            yield from name_problems("agent", draft.agent)
    if not draft.content:
        message = "没有写要求的内容，请照本人说的写下来。"
        yield FieldProblem(field="content", message=message)


def _answer_problems(answer: RequestAnswer, received: date, today: date) -> Iterator[FieldProblem]:
    if not answer.answer:
        message = "没有写答复内容，请写明办了什么。"
        yield FieldProblem(field="answer", message=message)
    if answer.result is not Result.DONE and answer.refusal is None:
        message = "没有全部办理的，要向本人说明理由，请填写。"
        yield FieldProblem(field="refusal", message=message)
    if answer.closed_on > today:
        message = f"办结日期「{spoken(answer.closed_on)}」还没有到，请核对。"
        yield FieldProblem(field="closed_on", message=message)
    elif answer.closed_on < received:
        message = f"办结日期「{spoken(answer.closed_on)}」早于收到日期，请核对。"
        yield FieldProblem(field="closed_on", message=message)
