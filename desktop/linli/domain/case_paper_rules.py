"""Which documents a case's file must have and may have (必须、按需), and in which order.

No law fixes the list; it is data (`resources/templates/case_papers.json`) that the hall may change.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from linli.domain.case_flow import Step
from linli.domain.case_papers import ATTACHED, PAPER, PaperKind, PaperRef
from linli.domain.cases import AgreementForm, Case, Meeting, Source, TakenStep
from linli.domain.register_texts import spoken
from linli.errors import FieldProblem
from linli.paths import resource

_MOVES = (Step.HAND_UP, Step.HAND_BACK, Step.TRANSFER)
_AFTER_AGREEMENT = frozenset({PaperKind.PERFORMANCE, PaperKind.COURT})
_NOT_MOVABLE = (PaperKind.COVER, PaperKind.CONTENTS, PaperKind.BACK)
_DATED = frozenset({PaperKind.INQUIRY, PaperKind.MEETING, PaperKind.FOLLOW_UP})
_CHINESE = "一二三四五六七八九十"


class Need(StrEnum):
    """Whether a file is complete without a document."""

    MUST = "must"
    MAY = "may"
    LEFT_OUT = "left_out"


NEED = {Need.MUST: "必须", Need.MAY: "按需", Need.LEFT_OUT: "不用"}


@dataclass(frozen=True, kw_only=True)
class PaperRule:
    """Whether a kind is needed; one of `instead` serves in its place."""

    kind: PaperKind
    need: Need
    instead: tuple[PaperKind, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WantedPaper:
    """A document that a case's file must or may have.

    Attributes:
        ref: which one.
        name: as lists and the contents call it; it names nobody.
        whom: of whom or what it is, for the eye of the clerk: 张三, 2026年8月3日.
        need: whether the file is complete without it.
        instead: kinds of which one serves in its place.
        attached: nothing is made of it here, it is only put in from outside.
    """

    ref: PaperRef
    name: str
    whom: str = ""
    need: Need
    instead: tuple[PaperKind, ...] = ()
    attached: bool = False


@dataclass(frozen=True, kw_only=True)
class PaperSetup:
    """What the hall says of the documents of its cases.

    `court` is the one that is competent for confirmation, `keeping` how long files are kept (保管
    期限, on which the law is silent), `rules` the list of documents.
    """

    court: str = ""
    keeping: str = ""
    rules: tuple[PaperRule, ...]


@cache
def shipped_rules() -> tuple[PaperRule, ...]:
    """Return the list that the program brings."""
    data = json.loads(resource("templates/case_papers.json").read_text(encoding="utf-8"))
    return tuple(_rule(row) for row in data["papers"])


def rules_source() -> str:
    """Return where the list of the program comes from."""
    data = json.loads(resource("templates/case_papers.json").read_text(encoding="utf-8"))
    return str(data["source"])


def read_rules(kept: Any) -> tuple[PaperRule, ...]:
    """Return the hall's own list, or the one of the program; kinds it lacks keep their places."""
    if not kept:
        return shipped_rules()
    own = {PaperKind(row["kind"]): Need(row["need"]) for row in kept}
    by_kind = {rule.kind: rule for rule in shipped_rules()}
    ordered = [kind for kind in own if kind in by_kind]
    for place, kind in enumerate(by_kind):
        if kind not in own:
            ordered.insert(place, kind)
    return tuple(
        PaperRule(kind=kind, need=own.get(kind, by_kind[kind].need), instead=by_kind[kind].instead)
        for kind in ordered
    )


def write_rules(rules: Sequence[PaperRule]) -> list[Mapping[str, str]]:
    """Return a list as it is kept."""
    return [{"kind": rule.kind.value, "need": rule.need.value} for rule in rules]


def check_rules(rules: Sequence[PaperRule]) -> list[FieldProblem]:
    """Return what is wrong with a list: cover and contents begin the file, the back ends it."""
    problems = []
    kinds = [rule.kind for rule in rules]
    if sorted(kinds) != sorted(rule.kind for rule in shipped_rules()):
        problems.append(FieldProblem(field="rules", message="每种文书都要在目录里，而且只能一次。"))
    first, second, last = _NOT_MOVABLE
    if kinds[:2] != [first, second] or kinds[-1:] != [last]:
        message = "卷宗封面和卷内目录要排在最前，封底排在最后。"
        problems.append(FieldProblem(field="rules", message=message))
    fixed = [rule for rule in rules if rule.kind in _NOT_MOVABLE and rule.need is not Need.MUST]
    if fixed:
        names = "、".join(PAPER[rule.kind] for rule in fixed)
        problems.append(FieldProblem(field="rules", message=f"{names}不能少，请选“必须”。"))
    return problems


def wanted_papers(case: Case, rules: Sequence[PaperRule]) -> tuple[WantedPaper, ...]:
    """Return the documents of a case in the order of its file."""
    found = []
    for rule in rules:
        need = _need(rule, case)
        if need is Need.LEFT_OUT:
            continue
        subjects = _subjects(rule.kind, case)
        for subject, whom in subjects:
            ref = PaperRef(kind=rule.kind, subject=subject)
            found.append(
                WantedPaper(
                    ref=ref,
                    name=paper_name(case, ref),
                    whom=whom,
                    need=need,
                    instead=rule.instead if need is Need.MUST else (),
                    attached=rule.kind in ATTACHED,
                )
            )
    return tuple(found)


def paper_name(case: Case, ref: PaperRef) -> str:
    """Return how a document is called: 人民调解记录（第二次）."""
    subjects = [subject for subject, _ in _subjects(ref.kind, case)]
    if len(subjects) < 2 or ref.subject not in subjects:
        return PAPER[ref.kind]
    number = subjects.index(ref.subject) + 1
    said = _CHINESE[number - 1] if number <= len(_CHINESE) else str(number)
    return (
        f"{PAPER[ref.kind]}（第{said}次）" if ref.kind in _DATED else f"{PAPER[ref.kind]}（{said}）"
    )


def meetings_of(case: Case, *, inquiry: bool) -> list[Meeting]:
    """Return the saved meetings of a case, or its inquiries, by day."""
    found = [each for each in case.meetings if each.is_inquiry is inquiry and each.id is not None]
    return sorted(found, key=lambda each: (each.day, each.id or 0))


def moves_of(case: Case) -> list[TakenStep]:
    """Return the steps that a transfer slip belongs to."""
    return [taken for taken in case.steps if taken.facts.step in _MOVES]


def _rule(row: Mapping[str, Any]) -> PaperRule:
    instead = tuple(PaperKind(kind) for kind in row.get("instead", ()))
    return PaperRule(kind=PaperKind(row["kind"]), need=Need(row["need"]), instead=instead)


def _need(rule: PaperRule, case: Case) -> Need:
    """Return whether this case needs a kind; of two that serve alike only the fitting one."""
    if rule.need is Need.LEFT_OUT:
        return rule.need
    applied = case.facts.source is Source.APPLIED
    if rule.kind in (PaperKind.APPLICATION, PaperKind.INTAKE):
        return rule.need if (rule.kind is PaperKind.APPLICATION) is applied else Need.MAY
    agreed = case.agreement
    if rule.kind in (PaperKind.AGREEMENT, PaperKind.ORAL):
        form = AgreementForm.WRITTEN if rule.kind is PaperKind.AGREEMENT else AgreementForm.ORAL
        return rule.need if agreed is not None and agreed.form is form else Need.LEFT_OUT
    if rule.kind in _AFTER_AGREEMENT and agreed is None:
        return Need.LEFT_OUT
    return rule.need


def _subjects(kind: PaperKind, case: Case) -> list[tuple[str, str]]:
    """Return what tells the documents of a kind apart, and of whom or what each is."""
    if kind in (PaperKind.INQUIRY, PaperKind.MEETING):
        meetings = meetings_of(case, inquiry=kind is PaperKind.INQUIRY)
        found = [(f"meeting:{meeting.id}", spoken(meeting.day)) for meeting in meetings]
        wanted = kind is PaperKind.MEETING and case.agreement is not None
        return found or ([("", "")] if wanted else [])
    match kind:
        case PaperKind.PROXY:
            return list(_agents(case))
        case PaperKind.INVITATION:
            return list(_invited(case))
        case PaperKind.FOLLOW_UP:
            return [(f"visit:{visit.id}", spoken(visit.day)) for visit in case.follow_ups]
        case PaperKind.TRANSFER:
            return [(f"step:{taken.id}", taken.facts.unit) for taken in moves_of(case)]
        case _:
            return [("", "")]


def _agents(case: Case) -> Iterator[tuple[str, str]]:
    for party in case.facts.parties:
        if party.agent is not None and party.id is not None:
            yield f"party:{party.id}", f"{party.name}委托{party.agent.name}"


def _invited(case: Case) -> Iterator[tuple[str, str]]:
    for meeting in meetings_of(case, inquiry=False):
        for party in case.facts.parties:
            yield f"meeting:{meeting.id}/party:{party.id}", f"{party.name}　{spoken(meeting.day)}"
