"""Rules of time limits (办理期限): what a hall may set, and what may be called 法定."""

import re
from collections.abc import Iterator
from dataclasses import replace

from linli.domain.contact_rules import clean_lines
from linli.domain.limits import AREA, UNIT, Limit, LimitDraft, Limits, Unit, events
from linli.domain.register_texts import spoken
from linli.domain.values.text import tidy
from linli.errors import FieldProblem

MOST = {Unit.WORKING_DAYS: 500, Unit.DAYS: 1000, Unit.MONTHS: 120}
"""The longest limit of each unit."""
MOST_WARNING = 365
"""Days: the earliest warning."""
_MOST_TITLE = 30
_YEARS = range(1990, 2100)
_NAMED_LAW = re.compile(r"《[^《》]+》")


def clean_limit(draft: LimitDraft) -> LimitDraft:
    """Return a limit in normal form."""
    extended_by = tidy(draft.extended_by)
    return replace(
        draft,
        title=tidy(draft.title),
        extended_by=extended_by,
        extension=draft.extension if extended_by else None,
        source=clean_lines(draft.source) or "",
    )


def check_limit(draft: LimitDraft, limits: Limits) -> list[FieldProblem]:
    """Return every broken rule of a limit in normal form.

    Args:
        draft: the limit.
        limits: all that there are, by which its key and its title are known.
    """
    problems = [
        *_title_problems(draft, limits),
        *_event_problems(draft),
        *_amount_problems(draft),
        *_extension_problems(draft),
        *_basis_problems(draft, limits),
        *_validity_problems(draft),
    ]
    if not 0 <= draft.warn_days <= MOST_WARNING:
        message = f"提前 {draft.warn_days} 天提醒不对，应为 0 到 {MOST_WARNING} 天，请改正。"
        problems.append(FieldProblem(field="warn_days", message=message))
    return problems


def shipped_of(key: str, limits: Limits) -> Limit | None:
    """Return what the program brings along under a key, None of the hall's own matter."""
    return next((each for each in limits.versions(key) if each.is_shipped), None)


def may_be_statutory(key: str, limits: Limits) -> bool:
    """Whether a limit can be called 法定: no matter that the program knows to have no such term."""
    shipped = shipped_of(key, limits)
    return shipped is None or shipped.facts.statutory


def own_key(limits: Limits) -> str:
    """Return the key of a new matter of the hall."""
    taken = [int(key.removeprefix("own.")) for key in limits.keys if key.startswith("own.")]
    return f"own.{max(taken, default=0) + 1}"


def _title_problems(draft: LimitDraft, limits: Limits) -> Iterator[FieldProblem]:
    if not draft.title:
        yield FieldProblem(field="title", message="没有填写事项，请填写，如 证明开具。")
    elif len(draft.title) > _MOST_TITLE:
        message = f"事项最多 {_MOST_TITLE} 个字，现在 {len(draft.title)} 个，请写短些。"
        yield FieldProblem(field="title", message=message)
    for other in limits.all_versions():
        facts = other.facts
        if (facts.title, facts.area) == (draft.title, draft.area) and facts.key != draft.key:
            message = f"{AREA[draft.area]}里已经有“{draft.title}”，请打开那一项修改，或换一个名称。"
            yield FieldProblem(field="title", message=message)
            return


def _event_problems(draft: LimitDraft) -> Iterator[FieldProblem]:
    for field in ("start", "end"):
        if (draft.area, getattr(draft, field)) not in events():
            message = f"{AREA[draft.area]}里没有这样的起止，请重新选择。"
            yield FieldProblem(field=field, message=message)
    if draft.start == draft.end:
        yield FieldProblem(field="end", message="起算和办结是同一件事，请改选其中一个。")


def _amount_problems(draft: LimitDraft) -> Iterator[FieldProblem]:
    most = MOST[draft.unit]
    if draft.amount is not None and not 0 <= draft.amount <= most:
        message = f"期限 {draft.amount} {UNIT[draft.unit]}不对，应为 0 到 {most}，请改正。"
        yield FieldProblem(field="amount", message=message)


def _extension_problems(draft: LimitDraft) -> Iterator[FieldProblem]:
    if draft.extension is None:
        return
    most = MOST[draft.extension_unit]
    if not 1 <= draft.extension <= most:
        unit = UNIT[draft.extension_unit]
        message = f"延长 {draft.extension} {unit}不对，应为 1 到 {most}，请改正。"
        yield FieldProblem(field="extension", message=message)
    elif draft.amount is None:
        message = "还没有填写期限，不能写延长多少，请先填期限。"
        yield FieldProblem(field="extension", message=message)


def _basis_problems(draft: LimitDraft, limits: Limits) -> Iterator[FieldProblem]:
    if not draft.statutory:
        return
    if not may_be_statutory(draft.key, limits):
        message = f"“{draft.title}”没有全国统一的法定期限，不能写成法定，请选“本单位约定”。"
        yield FieldProblem(field="basis", message=message)
    elif not _NAMED_LAW.search(draft.source):
        message = "写成法定的，依据里要有法律法规的名称，如 《人民调解法》第三十三条，请填写。"
        yield FieldProblem(field="source", message=message)
    elif any(_is_another_term(draft, each.facts) for each in limits.versions(draft.key)):
        message = "期限改了，依据还是原来的。法律改了的请写新的依据；本单位提前的请选“本单位约定”。"
        yield FieldProblem(field="source", message=message)


def _is_another_term(draft: LimitDraft, other: LimitDraft) -> bool:
    """Whether a limit says something else than another by the same words of law."""
    spans = ((each.amount, each.unit) for each in (draft, other))
    return other.statutory and draft.source == other.source and len(set(spans)) > 1


def _validity_problems(draft: LimitDraft) -> Iterator[FieldProblem]:
    since, until = draft.valid_from, draft.valid_until
    for field, day in (("valid_from", since), ("valid_until", until)):
        if day is not None and day.year not in _YEARS:
            yield FieldProblem(field=field, message=f"日期「{spoken(day)}」不对，请核对年份。")
    if since is not None and until is not None and until < since:
        message = f"适用到「{spoken(until)}」，比开始适用的日子还早，请核对。"
        yield FieldProblem(field="valid_until", message=message)
