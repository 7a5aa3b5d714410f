"""Rules of claimed posts (岗位认领) and pledges (承诺), before they are saved."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from linli.domain.claims import Claim, ClaimDraft, DutyPostDraft
from linli.domain.contact_rules import clean_lines, clean_text, name_problems, phone_problems
from linli.domain.values.names import normalise_name
from linli.domain.values.text import tidy
from linli.errors import FieldProblem

_MOST_NAME, _MOST_WANTED = 40, 9999


def clean_duty_post(draft: DutyPostDraft) -> DutyPostDraft:
    """Return a post of the catalogue in normal form."""
    return replace(
        draft,
        name=tidy(draft.name),
        duties=clean_lines(draft.duties),
        pledge=clean_lines(draft.pledge),
    )


def check_duty_post(draft: DutyPostDraft) -> list[FieldProblem]:
    """Return every broken rule of a post of the catalogue."""
    found = []
    if not draft.name:
        found.append(FieldProblem(field="name", message="没有填写岗位名称，请填写。"))
    if len(draft.name) > _MOST_NAME:
        message = f"岗位名称最多 {_MOST_NAME} 个字，现在 {len(draft.name)} 个，请写短些。"
        found.append(FieldProblem(field="name", message=message))
    if draft.wanted is not None and not 1 <= draft.wanted <= _MOST_WANTED:
        message = f"需要 {draft.wanted} 人不合适，请填 1 到 {_MOST_WANTED}，不限人数的留空。"
        found.append(FieldProblem(field="wanted", message=message))
    return found


def clean_claim(draft: ClaimDraft) -> ClaimDraft:
    """Return a claim in normal form."""
    return replace(
        draft,
        name=normalise_name(draft.name),
        phone=clean_text(draft.phone),
        pledge=clean_lines(draft.pledge),
        kept_note=clean_lines(draft.kept_note),
    )


def check_claim(draft: ClaimDraft, today: date) -> list[FieldProblem]:
    """Return every broken rule of a claim in normal form, as far as seen without the ledger."""
    return list(_problems(draft, today))


def _problems(draft: ClaimDraft, today: date) -> Iterator[FieldProblem]:
    yield from name_problems("name", draft.name)
    yield from phone_problems("phone", draft.phone)
    if draft.until is not None and draft.until < draft.since:
        message = f"最后一天 {draft.until} 早于认领的 {draft.since}，请改正。"
        yield FieldProblem(field="until", message=message)
    for field, day, what in (
        ("since", draft.since, "认领日期"),
        ("pledged_on", draft.pledged_on, "承诺日期"),
        ("kept_on", draft.kept_on, "评定日期"),
    ):
        if day is not None and day > today:
            message = f"{what} {day.isoformat()} 还没有到，请改成今天及以前。"
            yield FieldProblem(field=field, message=message)
    if draft.pledged_on is not None and not draft.pledge:
        message = "填了承诺日期，没有承诺内容，请写上承诺了什么。"
        yield FieldProblem(field="pledge", message=message)
    if draft.kept is None:
        return
    if draft.pledged_on is None:
        message = "还没有承诺，不能评定践诺；请先填承诺日期，或不评定。"
        yield FieldProblem(field="kept", message=message)
    elif draft.kept_on is None:
        yield FieldProblem(field="kept_on", message="请填写是哪天评定的。")
    elif draft.kept_on < draft.pledged_on:
        message = f"评定日期 {draft.kept_on} 早于承诺的 {draft.pledged_on}，请改正。"
        yield FieldProblem(field="kept_on", message=message)


def double_of(draft: ClaimDraft, known: Iterable[Claim]) -> Claim | None:
    """Return a claim of the same post by the same person that has a day in common."""
    for claim in known:
        other = claim.facts
        if None not in (draft.resident_id, other.resident_id):
            same = draft.resident_id == other.resident_id
        else:
            same = (draft.name, draft.grid_id) == (other.name, other.grid_id)
        ends = [each.until for each in (draft, other) if each.until is not None]
        together = not ends or max(draft.since, other.since) <= min(ends)
        if same and together and draft.post_id == other.post_id:
            return claim
    return None
