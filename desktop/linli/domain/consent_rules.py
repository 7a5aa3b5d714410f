"""Rules of consent notices (告知书) before they are saved."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from linli.domain.codes import code_table
from linli.domain.consents import (
    GUARDED_UNDER,
    SENSITIVE_TABLE,
    Answer,
    ConsentDraft,
    needs_guardian,
)
from linli.domain.contact_rules import clean_lines, clean_text, name_problems
from linli.domain.register_texts import spoken
from linli.domain.values.dates import PartialDate
from linli.domain.values.names import normalise_name
from linli.errors import FieldProblem


def clean_consent(draft: ConsentDraft) -> ConsentDraft:
    """Return a draft in normal form; a refused notice consents to nothing."""
    guardian = clean_text(draft.guardian) if draft.answer is Answer.GUARDIAN else None
    known = code_table(SENSITIVE_TABLE).names
    separate = () if draft.answer is Answer.REFUSED else draft.separate
    return replace(
        draft,
        guardian=normalise_name(guardian) if guardian else None,
        guardian_relation=clean_text(draft.guardian_relation) if guardian else None,
        separate=tuple(code for code in known if code in separate),
        note=clean_lines(draft.note),
    )


def check_consent(
    draft: ConsentDraft, birth: PartialDate | None, today: date
) -> list[FieldProblem]:
    """Return every broken rule of a draft in normal form."""
    return list(_problems(draft, birth, today))


def check_withdrawal(signed: date, day: date, today: date) -> list[FieldProblem]:
    """Return what is wrong with the day of a withdrawal."""
    if day > today:
        message = f"撤回日期「{spoken(day)}」还没有到，请核对。"
    elif day < signed:
        message = f"撤回日期「{spoken(day)}」早于签名日期「{spoken(signed)}」，请核对。"
    else:
        return []
    return [FieldProblem(field="day", message=message)]


def _problems(
    draft: ConsentDraft, birth: PartialDate | None, today: date
) -> Iterator[FieldProblem]:
    if draft.day > today:
        message = f"签名日期「{spoken(draft.day)}」还没有到，请核对。"
        yield FieldProblem(field="day", message=message)
    if draft.answer is Answer.SIGNED and needs_guardian(birth, draft.day):
        message = (
            f"签名那天还不满 {GUARDED_UNDER} 周岁，要由父母或其他监护人签名，"
            "请改选“监护人签名”并填写监护人。"
        )
        yield FieldProblem(field="answer", message=message)
    if draft.answer is Answer.GUARDIAN:
        if draft.guardian is None:
            message = "没有填写监护人姓名，请填写在纸上签名的监护人。"
            yield FieldProblem(field="guardian", message=message)
        else:
            yield from name_problems("guardian", draft.guardian)
