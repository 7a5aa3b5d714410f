"""Rules that a resident's facts keep, checked alike for the form and for an import."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from linli.domain.codes import code_table
from linli.domain.contact_rules import clean_text, problems_from
from linli.domain.labels import SEX
from linli.domain.party_rules import check_party, clean_party
from linli.domain.residents import FloatingStay, ResidentDraft, Sex
from linli.domain.values.dates import PartialDate
from linli.domain.values.identity import (
    OLDEST_AGE,
    DocumentError,
    DocumentKind,
    IdentityDocument,
    birth_of,
    document_kind_label,
    normalise_number,
    parse_document,
    sex_of,
)
from linli.domain.values.names import check_name, normalise_name
from linli.domain.values.phones import distinct_phones, parse_phone, parse_phones
from linli.domain.values.text import tidy
from linli.errors import FieldProblem

ONE_OF_A_KIND = (DocumentKind.RESIDENT_ID, DocumentKind.LEGACY_15)
"""Documents of which a person has one."""

_CODED = {
    "ethnicity_code": "ethnicity",
    "education_code": "education",
    "politics_code": "politics",
    "marriage_code": "marriage",
    "relation_code": "relation",
}
_FLOATING_CODED = {
    "reason_code": "floating_reason",
    "housing_code": "housing",
    "permit_code": "permit",
}


def completed(draft: ResidentDraft) -> ResidentDraft:
    """Return the draft in normal form, birth and sex filled from the number where they are blank.

    Empty texts become None and repeated documents, phones and tags are kept once.
    """
    documents = tuple(
        dict.fromkeys(
            replace(document, number=normalise_number(document.number))
            for document in draft.documents
        )
    )
    clean = replace(
        draft,
        name=normalise_name(draft.name),
        former_name=normalise_name(draft.former_name or "") or None,
        documents=documents,
        phones=distinct_phones(draft.phones),
        skills=_distinct(draft.skills),
        care_tags=_distinct(draft.care_tags),
        occupation=_text(draft.occupation),
        employer=_text(draft.employer),
        registered_address=_text(draft.registered_address),
        native_name=_text(draft.native_name),
        origin_village=clean_text(draft.origin_village),
        party=clean_party(draft.party),
        note=(draft.note or "").strip() or None,
    )
    return _with_number_facts(clean)


def _with_number_facts(draft: ResidentDraft) -> ResidentDraft:
    for document in draft.documents:
        if _document_problem(document, None):
            continue
        birth, sex = birth_of(document), sex_of(document)
        if draft.birth is None and birth is not None:
            draft = replace(draft, birth=birth)
        if draft.sex in (Sex.UNKNOWN, Sex.UNSTATED) and sex is not None:
            draft = replace(draft, sex=Sex(sex))
    return draft


def _text(text: str | None) -> str | None:
    return tidy(text or "") or None


def _distinct(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tidy(text) for text in texts if tidy(text)))


def check_resident(draft: ResidentDraft, today: date) -> list[FieldProblem]:
    """Return every broken rule of a draft in normal form (see `completed`), none if all is well."""
    return list(_problems(draft, today))


def _problems(draft: ResidentDraft, today: date) -> Iterator[FieldProblem]:
    yield from problems_from("name", lambda: check_name(draft.name))
    if draft.former_name:
        yield from problems_from("former_name", partial(check_name, draft.former_name))
    yield from _document_problems(draft, today)
    yield from _birth_problems(draft, today)
    for phone in draft.phones:
        yield from problems_from("phones", partial(parse_phone, phone.number))
    for field, table in _CODED.items():
        code = getattr(draft, field)
        if code is not None and code not in code_table(table).names:
            yield FieldProblem(field=field, message=f"代码「{code}」不在代码表里，请重新选择。")
    if draft.floating is not None:
        yield from _floating_problems(draft.floating, today)
    if draft.party is not None:
        yield from check_party(draft.party, draft.birth, today)


def _document_problem(document: IdentityDocument, today: date | None) -> DocumentError | None:
    try:
        parse_document(document.number, document.kind, today=today)
    except DocumentError as error:
        return error
    return None


def _document_problems(draft: ResidentDraft, today: date) -> Iterator[FieldProblem]:
    kinds = [document.kind for document in draft.documents]
    for kind in ONE_OF_A_KIND:
        if kinds.count(kind) > 1:
            label = document_kind_label(kind)
            yield FieldProblem(
                field="documents", message=f"一个人只有一个{label}号码，请删去多余的。"
            )
    for document in draft.documents:
        error = _document_problem(document, today)
        if error is not None:
            yield FieldProblem(field="documents", message=error.message)
            continue
        yield from _disagreements(draft, document)


def _disagreements(draft: ResidentDraft, document: IdentityDocument) -> Iterator[FieldProblem]:
    """Compare birth and sex with what the number says."""
    birth, sex = birth_of(document), sex_of(document)
    if birth and draft.birth and not draft.birth.agrees_with(birth):
        yield FieldProblem(
            field="birth",
            message=f"出生日期「{draft.birth.display()}」与证件号码里的"
            f"「{birth.display()}」不一致，请核对。",
        )
    if sex and draft.sex in (Sex.MALE, Sex.FEMALE) and draft.sex != sex:
        yield FieldProblem(
            field="sex",
            message=f"性别「{SEX[draft.sex]}」与证件号码里的「{SEX[Sex(sex)]}」不一致，请核对。",
        )


def _birth_problems(draft: ResidentDraft, today: date) -> Iterator[FieldProblem]:
    if draft.birth is None:
        return
    if draft.birth > PartialDate.from_date(today):
        yield FieldProblem(
            field="birth", message=f"出生日期「{draft.birth.display()}」还没有到，请核对。"
        )
    elif draft.birth.age_on(today) > OLDEST_AGE:
        yield FieldProblem(
            field="birth", message=f"出生日期「{draft.birth.display()}」太早，请核对。"
        )


def _floating_problems(stay: FloatingStay, today: date) -> Iterator[FieldProblem]:
    for field, table in _FLOATING_CODED.items():
        code = getattr(stay, field)
        if code is not None and code not in code_table(table).names:
            yield FieldProblem(field=field, message=f"代码「{code}」不在代码表里，请重新选择。")
    if stay.landlord_phone:
        yield from problems_from("landlord_phone", lambda: parse_phones(stay.landlord_phone))
    if stay.arrived is None:
        return
    if stay.arrived > PartialDate.from_date(today):
        yield FieldProblem(
            field="arrived", message=f"来本地日期「{stay.arrived.display()}」还没有到，请核对。"
        )
    for field, label in (("permit_expires", "证件到期日期"), ("expected_leave", "预计离开日期")):
        day = getattr(stay, field)
        if day is not None and PartialDate.from_date(day) < stay.arrived:
            shown = PartialDate.from_date(day).display()
            yield FieldProblem(field=field, message=f"{label}「{shown}」早于来本地日期，请核对。")
