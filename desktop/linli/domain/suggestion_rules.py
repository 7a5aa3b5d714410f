"""Rules of suggestions (建议) and of the replies to them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from linli.domain.contact_rules import clean_lines, clean_text, name_problems, phone_problems
from linli.domain.register_texts import spoken
from linli.domain.suggestions import Adoption, ReplyDraft, Suggestion, SuggestionDraft
from linli.domain.values.names import normalise_name
from linli.errors import FieldProblem


def clean_suggestion(draft: SuggestionDraft) -> SuggestionDraft:
    """Return a suggestion in normal form."""
    return replace(
        draft,
        name=normalise_name(draft.name or "") or None,
        phone=clean_text(draft.phone),
        content=clean_lines(draft.content) or "",
    )


def check_suggestion(draft: SuggestionDraft, today: date) -> list[FieldProblem]:
    """Return every broken rule of a suggestion in normal form."""
    return list(_suggestion_problems(draft, today))


def clean_reply(draft: ReplyDraft) -> ReplyDraft:
    """Return a reply in normal form."""
    return replace(draft, text=clean_lines(draft.text) or "", replier=normalise_name(draft.replier))


def check_reply(draft: ReplyDraft, suggestion: Suggestion, today: date) -> list[FieldProblem]:
    """Return every broken rule of a reply in normal form."""
    return list(_reply_problems(draft, suggestion, today))


def _suggestion_problems(draft: SuggestionDraft, today: date) -> Iterator[FieldProblem]:
    if draft.name is not None:
        yield from name_problems("name", draft.name)
    yield from phone_problems("phone", draft.phone)
    if draft.day > today:
        message = f"提出日期「{spoken(draft.day)}」还没有到，请核对。"
        yield FieldProblem(field="day", message=message)
    if not draft.content:
        yield FieldProblem(field="content", message="没有填写建议的内容，请填写。")


def _reply_problems(
    draft: ReplyDraft, suggestion: Suggestion, today: date
) -> Iterator[FieldProblem]:
    if not suggestion.facts.day <= draft.day <= today:
        message = f"答复日期「{spoken(draft.day)}」应在提出建议那天和今天之间，请核对。"
        yield FieldProblem(field="day", message=message)
    if not draft.replier:
        yield FieldProblem(field="replier", message="没有填写谁答复的，请填写。")
    else:
        yield from name_problems("replier", draft.replier)
    if not draft.text:
        refused = draft.adoption is Adoption.NOT_ADOPTED
        message = "没有采纳的，请写上为什么。" if refused else "没有填写答复的内容，请填写。"
        yield FieldProblem(field="text", message=message)
