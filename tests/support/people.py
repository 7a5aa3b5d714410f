"""Fictitious people: identity numbers are computed, never anybody's."""

from datetime import date

from linli.domain.residents import ResidentDraft
from linli.domain.values.identity import DocumentKind, IdentityDocument, check_character
from linli.domain.values.phones import Phone, PhoneKind


def make_id(area: str = "652328", birth: date = date(1960, 5, 1), sequence: int = 123) -> str:
    """Return an 18-digit number with a right check character; an odd sequence is a man's."""
    body = f"{area}{birth:%Y%m%d}{sequence:03d}"
    return body + check_character(body)


def make_document(number: str = "", **parts) -> IdentityDocument:
    """Return a resident's identity card."""
    return IdentityDocument(kind=DocumentKind.RESIDENT_ID, number=number or make_id(**parts))


def make_phone(number: str = "13800000000") -> Phone:
    return Phone(number=number, kind=PhoneKind.MOBILE)


def make_draft(name: str = "张三", *, sequence: int = 123, **facts) -> ResidentDraft:
    """Return a resident with an identity card of their own; birth and sex are left to it."""
    facts.setdefault("documents", (make_document(sequence=sequence),))
    return ResidentDraft(name=name, **facts)
