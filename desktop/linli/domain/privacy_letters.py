"""What the hall gives people about their data: the notice (告知书) and the answer (答复单)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from linli.domain.codes import code_table
from linli.domain.consents import SENSITIVE_TABLE
from linli.domain.letters import Letter, LetterLine, body, fact, heading, sign, tick
from linli.domain.privacy_requests import (
    DEFAULT_DAYS,
    KIND_LABELS,
    PROOF_LABELS,
    RESULT_LABELS,
    PrivacyRequest,
    Result,
)
from linli.domain.register_texts import spoken
from linli.domain.retention import RetentionRule, months_text
from linli.domain.settings import HallFacts
from linli.paths import resource

_SENSITIVE_SECTION = 3
"""After which section the boxes of the sensitive kinds stand."""
_TO_FILL = "＿＿＿＿＿＿＿＿"


@dataclass(frozen=True, kw_only=True)
class NoticeFacts:
    """What a hall says of its own in the notice, and the term of an answer in working days."""

    purposes: str
    kinds: str
    contact: str | None = None
    days: int = DEFAULT_DAYS


@dataclass(frozen=True, kw_only=True)
class NoticePerson:
    """Whom a notice is for; `guarded` lets a guardian sign."""

    name: str
    place: str
    guarded: bool


def default_notice() -> NoticeFacts:
    """Return what a notice says until the hall says something else."""
    said = _template()["defaults"]
    return NoticeFacts(purposes=said["purposes"], kinds=said["kinds"])


def notice_letter(
    hall: HallFacts,
    facts: NoticeFacts,
    rules: Sequence[RetentionRule],
    person: NoticePerson | None,
    printed: str,
) -> Letter:
    """Return the notice for one person, or a blank one."""
    template = _template()
    known = {
        "hall": hall.hall_name,
        "community": hall.community,
        "contact": facts.contact or hall.hotline or _TO_FILL,
        "address": hall.address or _TO_FILL,
        "purposes": facts.purposes,
        "kinds": facts.kinds,
        "retention": _periods(rules),
        "days": str(facts.days),
    }
    lines: list[LetterLine] = []
    if person is not None:
        lines.append(heading(f"{person.name}：{person.place}".rstrip("：")))
    lines.append(body(template["opening"]))
    for number, section in enumerate(template["sections"]):
        lines += [heading(section["heading"]), body(section["text"].format_map(known))]
        if number == _SENSITIVE_SECTION:
            lines += [tick(name) for name in code_table(SENSITIVE_TABLE).names.values()]
    guarded = person is not None and person.guarded
    lines.append(body(template["guardian_declaration" if guarded else "declaration"]))
    lines += _signatures(guarded=guarded, blank=person is None)
    return Letter(
        title=template["title"], subtitle=hall.community, lines=tuple(lines), printed=printed
    )


def answer_letter(request: PrivacyRequest, hall: HallFacts, printed: str) -> Letter:
    """Return the slip that answers a request; one that is still open says by when it will be."""
    facts = request.facts
    lines = [
        fact("编号", request.number),
        fact("姓名", facts.name),
        *([fact("来办的人", facts.agent)] if facts.agent else []),
        fact("事项", KIND_LABELS[facts.kind]),
        fact("收到日期", spoken(facts.received_on)),
        fact("身份核对", PROOF_LABELS[facts.proof]),
        fact("要求内容", facts.content),
    ]
    answer = request.answer
    if answer is None:
        title = "个人信息请求受理单"
        lines.append(fact("答复期限", f"{spoken(request.due_on)}前（内部规定）"))
        lines.append(
            body(f"我们已经收到您的请求，会在上面的日期之前答复。经办人：{request.account}。")
        )
    else:
        title = "个人信息请求答复单"
        lines.append(fact("办理结果", RESULT_LABELS[answer.result]))
        lines.append(fact("答复", answer.answer))
        if answer.refusal:
            lines.append(fact("没有办理的理由", answer.refusal))
        lines.append(fact("办结日期", spoken(answer.closed_on)))
        if answer.result is not Result.DONE:
            lines.append(
                body(
                    "您对结果不满意的，可以再向大厅提出，也可以向履行个人信息保护职责的部门投诉，"
                    "或者依法向人民法院提起诉讼（个人信息保护法第五十、六十五条）。"
                )
            )
    lines += [sign("领取人签名"), sign("日期"), sign("大厅（盖章）")]
    return Letter(title=title, subtitle=hall.hall_name, lines=tuple(lines), printed=printed)


def _periods(rules: Sequence[RetentionRule]) -> str:
    said = [f"{rule.event}后 {months_text(rule.months)}" for rule in rules if rule.enabled]
    return "；".join(said) or "由大厅逐项审查"


def _signatures(*, guarded: bool, blank: bool) -> list[LetterLine]:
    lines = [] if guarded else [sign("本人签名")]
    if guarded or blank:
        lines += [sign("监护人签名"), sign("与本人关系")]
    return [*lines, sign("联系电话"), sign("日期"), sign("经办人")]


@cache
def _template() -> Any:
    return json.loads(resource("templates/privacy_notice.json").read_text(encoding="utf-8"))
