"""What a list shows of names, numbers and places, by where it goes (名册的遮盖): the one place.

A list is made with everything in full; its columns say what they hold (`Holds`), and `disclosed`
masks each kind as its destination asks.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from linli.domain.registers import Holds, Register, RegisterGroup
from linli.domain.residents import Resident
from linli.domain.values.addresses import parse_address
from linli.domain.values.masking import Masks, mask_address, mask_name

_Say = Callable[[str], str]
_REMARK = re.compile(r"（.*?）")


class Destination(StrEnum):
    """Where a list goes."""

    OFFICE = "office"
    """On paper, or in a workbook of the office: names in full, numbers masked."""
    REVEALED = "revealed"
    """There too, for a purpose that is recorded: everything in full."""
    POSTING = "posting"
    """Onto a wall (公示), for everybody to read."""


def disclosed(register: Register, destination: Destination, masks: Masks) -> Register:
    """Return a list as its destination may see it.

    Args:
        register: with everything in full.
        destination: where it goes.
        masks: the digits that stay.
    """
    if destination is Destination.REVEALED:
        return replace(register, revealed=True)
    if destination is Destination.POSTING:
        return _posted(register, masks)
    return _masked(register, _office(masks))


def masked_resident(resident: Resident, masks: Masks) -> Resident:
    """Return a person for somebody who may never see numbers in full."""
    facts = resident.facts
    stay = facts.floating
    if stay is not None:
        stay = replace(
            stay,
            permit_number=stay.permit_number and masks.show_document(stay.permit_number),
            landlord_phone=stay.landlord_phone and masks.show_numbers_in(stay.landlord_phone),
        )
    hidden = replace(
        facts,
        documents=tuple(
            replace(each, number=masks.show_document(each.number)) for each in facts.documents
        ),
        phones=tuple(replace(each, number=masks.show_phone(each.number)) for each in facts.phones),
        note=facts.note and masks.show_numbers_in(facts.note),
        floating=stay,
    )
    return replace(resident, facts=hidden)


def _office(masks: Masks) -> dict[Holds, _Say]:
    def phone(text: str) -> str:
        return masks.show_phone(text) if text.isdecimal() else masks.show_numbers_in(text)

    return {
        Holds.PHONE: phone,
        Holds.DOCUMENT: masks.show_document,
        Holds.PRIVATE: masks.show_numbers_in,
    }


def _posted(register: Register, masks: Masks) -> Register:
    """Return a list without headings, which name buildings, and what is nobody's business."""
    rules = _office(masks) | {
        Holds.NAME: _posted_name,
        Holds.DOCUMENT: masks.post_document,
        Holds.PLACE: _posted_place,
    }
    left_out = (Holds.PRIVATE, Holds.INTERNAL)
    kept = [i for i, column in enumerate(register.columns) if column.holds not in left_out]
    rows = [tuple(row[i] for i in kept) for group in register.groups for row in group.rows]
    shorter = replace(
        register,
        columns=tuple(register.columns[i] for i in kept),
        groups=(RegisterGroup(rows=rows),),
        page_per_group=False,
    )
    return _masked(shorter, rules)


def _masked(register: Register, rules: dict[Holds, _Say]) -> Register:
    says = [rules.get(column.holds, str) for column in register.columns]

    def masked(row: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(
            "\n".join(map(say, text.split("\n"))) if text else ""
            for say, text in zip(says, row, strict=True)
        )

    groups = (replace(group, rows=[masked(row) for row in group.rows]) for group in register.groups)
    return replace(register, groups=tuple(groups))


def _posted_name(text: str) -> str:
    """Mask a name; what is said behind it (已迁出) is left out."""
    return mask_name(_REMARK.sub("", text).strip())


def _posted_place(text: str) -> str:
    address = parse_address(text)
    return mask_address(address) if address else "***"
