"""Rules of teams and their members (队伍) before they are saved."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from linli.domain.codes import code_table
from linli.domain.contact_rules import clean_lines, clean_text, name_problems, phone_problems
from linli.domain.register_texts import spoken
from linli.domain.team_plans import unknown_fields
from linli.domain.team_sums import figures
from linli.domain.teams import (
    MOST_PEOPLE,
    TEAM_TABLE,
    MemberDraft,
    Quota,
    TeamDraft,
    overlaps,
    same_person,
)
from linli.domain.values.names import normalise_name
from linli.domain.values.text import tidy
from linli.errors import FieldProblem


def clean_team(draft: TeamDraft) -> TeamDraft:
    """Return a team in normal form."""
    quotas = (Quota(source=tidy(each.source), count=each.count) for each in draft.quotas)
    return replace(
        draft,
        name=tidy(draft.name),
        purpose=clean_text(draft.purpose),
        route=clean_text(draft.route),
        quotas=tuple(each for each in quotas if each.source),
        plan_title=clean_text(draft.plan_title),
        plan_text=clean_lines(draft.plan_text),
        note=clean_lines(draft.note),
    )


def check_team(draft: TeamDraft) -> list[FieldProblem]:
    """Return every broken rule of a team in normal form that can be seen without the ledger."""
    return list(_team_problems(draft))


def clean_member(draft: MemberDraft) -> MemberDraft:
    """Return a membership in normal form."""
    return replace(
        draft,
        name=normalise_name(draft.name),
        source=tidy(draft.source),
        phone=clean_text(draft.phone),
        duty=clean_text(draft.duty),
        note=clean_lines(draft.note),
    )


def check_member(draft: MemberDraft) -> list[FieldProblem]:
    """Return every broken rule of a membership in normal form that needs no ledger."""
    problems = [*name_problems("name", draft.name), *phone_problems("phone", draft.phone)]
    if not draft.source:
        message = "请选择来源，如 党员、居民。"
        problems.append(FieldProblem(field="source", message=message))
    if draft.since is not None and draft.until is not None and draft.until < draft.since:
        message = (
            f"结束日期「{spoken(draft.until)}」在加入日期「{spoken(draft.since)}」以前，请核对。"
        )
        problems.append(FieldProblem(field="until", message=message))
    return problems


def double_of(draft: MemberDraft, others: Sequence[MemberDraft]) -> MemberDraft | None:
    """Return the membership of the same person in the same team at the same time, if any."""
    return next(
        (each for each in others if same_person(draft, each) and overlaps(draft, each)), None
    )


def _team_problems(draft: TeamDraft) -> Iterator[FieldProblem]:
    if draft.kind_code not in code_table(TEAM_TABLE).names:
        yield FieldProblem(field="kind_code", message="请从列表里选一种，如 治安巡逻队。")
    if not draft.name:
        yield FieldProblem(field="name", message="没有填写队伍名称，请填写。")
    figure = draft.expected
    if figure is not None and not 0 <= figure <= MOST_PEOPLE:
        message = f"应有人数「{figure}」应为 0 到 {MOST_PEOPLE:,}，请核对。"
        yield FieldProblem(field="expected", message=message)
    yield from _quota_problems(draft)
    unknown = unknown_fields(draft.plan_text or "")
    if unknown:
        message = (
            f"预案里的「{unknown[0]}」程序不认识，请改成 {{队长}}、{{队员}} 这样的词，或去掉括号。"
        )
        yield FieldProblem(field="plan_text", message=message)


def _quota_problems(draft: TeamDraft) -> Iterator[FieldProblem]:
    sources = [each.source for each in draft.quotas]
    twice = next((source for source in sources if sources.count(source) > 1), None)
    if twice is not None:
        message = f"来源「{twice}」写了两次，请合成一行。"
        yield FieldProblem(field="quotas", message=message)
    counts = [each.count for each in draft.quotas]
    wrong = next((count for count in counts if not 0 <= count <= MOST_PEOPLE), None)
    if wrong is not None:
        message = f"应有人数「{wrong}」应为 0 到 {MOST_PEOPLE:,}，请核对。"
        yield FieldProblem(field="quotas", message=message)
    if counts and draft.expected is not None and sum(counts) != draft.expected:
        message = (
            f"各来源应有数加起来是 {figures(counts)}，与应有总人数 {draft.expected} 不符，"
            "请改正其中一项。"
        )
        yield FieldProblem(field="quotas", message=message)
