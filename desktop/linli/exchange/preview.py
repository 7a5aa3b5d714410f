"""The first rows of a workbook in the words in which they would be entered (导入预览)."""

from collections.abc import Iterable, Mapping

from linli.domain.imported import ImportedPerson, ImportedRental
from linli.domain.imports import LedgerField
from linli.domain.merging import shown
from linli.domain.residents import FloatingStay, Sex
from linli.domain.values.addresses import Address, address_text
from linli.domain.values.identity import normalise_number
from linli.domain.values.names import normalise_name
from linli.domain.values.phones import format_phone
from linli.exchange.ledger_row import PLACE_FIELDS, LedgerRow

_F = LedgerField
_BETWEEN = "、"

_FACTS = {
    **{
        field: field.value
        for field in (
            _F.NAME,
            _F.FORMER_NAME,
            _F.NATIVE_NAME,
            _F.SEX,
            _F.BIRTH,
            _F.SKILLS,
            _F.CARE_TAGS,
            _F.OCCUPATION,
            _F.EMPLOYER,
            _F.REGISTERED_ADDRESS,
            _F.NOTE,
        )
    },
    _F.ETHNICITY: "ethnicity_code",
    _F.EDUCATION: "education_code",
    _F.POLITICS: "politics_code",
    _F.MARRIAGE: "marriage_code",
    _F.RELATION: "relation_code",
}
_STAY = {
    **{
        field: field.value
        for field in (
            _F.ORIGIN,
            _F.ARRIVED,
            _F.PERMIT_NUMBER,
            _F.PERMIT_EXPIRES,
            _F.EXPECTED_LEAVE,
            _F.LANDLORD_NAME,
            _F.LANDLORD_PHONE,
            _F.MANAGEMENT,
        )
    },
    _F.REASON: "reason_code",
    _F.HOUSING: "housing_code",
    _F.PERMIT_KIND: "permit_code",
}
_HOUSE = {
    **{
        field: field.value
        for field in (
            _F.LANDLORD_NAME,
            _F.LANDLORD_DOCUMENT,
            _F.LANDLORD_PHONE,
            _F.ROOMS,
            _F.OCCUPANTS,
            _F.MANAGEMENT,
            _F.REVIEW_DATE,
            _F.NOTE,
        )
    },
    _F.RENTAL_NUMBER: "number",
    _F.RENTED_SINCE: "since",
}
_TENANT = {
    _F.TENANT_NAME: "name",
    _F.TENANT_DOCUMENT: "document",
    _F.TENANT_PHONE: "phone",
    _F.TENANT_ROOM: "room",
    _F.RENTED_UNTIL: "until",
}


def preview_values(
    row: LedgerRow, entered: ImportedPerson | ImportedRental | None, address: Address | None
) -> dict[LedgerField, str]:
    """Return the texts of a row by field.

    Args:
        row: the row of the workbook.
        entered: what it would become; None for a row that is set aside, which is shown as it is.
        address: the dwelling that the row names.
    """
    values = {field: row.text(field) or "" for field in row.cells}
    if isinstance(entered, ImportedPerson):
        values |= _of_person(row, entered)
    elif entered is not None:
        values |= _of_rental(entered)
    if entered is not None:
        values |= _of_place(row, address)
    return {field: text for field, text in values.items() if text}


def _of_person(row: LedgerRow, person: ImportedPerson) -> dict[LedgerField, str]:
    draft = person.draft
    values = _texts(draft, _FACTS) | _texts(draft.floating or FloatingStay(), _STAY)
    values[_F.PHONE] = _BETWEEN.join(format_phone(phone) for phone in draft.phones)
    numbers = [document.number for document in draft.documents]
    first = 1 if row.text(_F.DOCUMENT) else 0
    values[_F.DOCUMENT] = _BETWEEN.join(numbers[:first])
    values[_F.OTHER_DOCUMENTS] = _BETWEEN.join(numbers[first:])
    values[_F.HEAD_NAME] = normalise_name(row.text(_F.HEAD_NAME) or "")
    values[_F.HEAD_DOCUMENT] = normalise_number(row.text(_F.HEAD_DOCUMENT) or "")
    values[_F.GRID] = person.grid or ""
    return values


def _of_rental(rental: ImportedRental) -> dict[LedgerField, str]:
    tenants = [_texts(tenancy, _TENANT) for tenancy in rental.facts.tenancies]
    joined = {field: _joined(texts[field] for texts in tenants) for field in _TENANT}
    return {**_texts(rental.facts, _HOUSE), **joined, _F.GRID: rental.grid or ""}


def _of_place(row: LedgerRow, address: Address | None) -> dict[LedgerField, str]:
    """Return the place, in one text or in parts as the workbook has it."""
    if address is None:
        return {}
    if _F.ADDRESS in row.cells:
        return {_F.ADDRESS: address_text(address)}
    return {field: getattr(address, field.value) or "" for field in PLACE_FIELDS}


def _texts(record: object, attributes: Mapping[LedgerField, str]) -> dict[LedgerField, str]:
    return {field: _text(name, getattr(record, name)) for field, name in attributes.items()}


def _text(name: str, value: object) -> str:
    if value is None or value is Sex.UNKNOWN:
        return ""
    if isinstance(value, tuple):
        return _BETWEEN.join(value)
    return shown(name, value)


def _joined(texts: Iterable[str]) -> str:
    return _BETWEEN.join(dict.fromkeys(filter(None, texts)))
