"""From a row of a ledger of let dwellings (出租房屋台账) to the house and its tenants."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from linli.domain.imported import ImportedRental
from linli.domain.imports import (
    LedgerField,
    RowRef,
    RowWarning,
    SetAside,
    SetAsideReason,
)
from linli.domain.residents import RentalDraft, Tenancy
from linli.domain.values.addresses import Address, address_key
from linli.domain.values.dates import PartialDate
from linli.domain.values.identity import IdentityDocument
from linli.domain.values.names import normalise_name
from linli.domain.values.names import split_note as split_name
from linli.domain.values.text import as_text
from linli.exchange import cells
from linli.exchange.cells import Leftovers
from linli.exchange.ledger_row import LedgerRow, cell_text
from linli.exchange.people import keep_missing_number, let_go, read_document, refuse_name

_F = LedgerField
_BETWEEN_PEOPLE = re.compile(r"[、，,;；/\n]+")


class RentalReader:
    """Reads the rows of one table."""

    def __init__(self, today: date) -> None:
        self._today = today
        self.warnings: list[RowWarning] = []

    def read(
        self, row: LedgerRow, at: RowRef, address: Address | None, grid: str | None
    ) -> tuple[ImportedRental | None, SetAside | None]:
        """Return the house of a row and why the row is set aside; either may be missing.

        Where only a person's number cannot be read, the house is entered and the row set aside.
        """
        left = Leftovers()
        if address is None:
            return None, SetAside(
                at=at,
                column=row.columns.get(_F.ADDRESS),
                reason=SetAsideReason.NO_ADDRESS,
                message="这一行没有房屋地址，请补上地址后重新导入。",
                name=row.text(_F.LANDLORD_NAME) or "",
            )
        landlord_name = _name(row.text(_F.LANDLORD_NAME), left)
        landlord, problem = read_document(
            row, _F.LANDLORD_DOCUMENT, at, landlord_name or "", self._today
        )
        tenants, tenant_problem = self._tenants(row, at, left)
        facts = self._facts(row, landlord_name, landlord, tenants, left)
        left.warnings += map(let_go, left.masked)
        self.warnings += (
            RowWarning(at=at, name=landlord_name or "", message=message)
            for message in left.warnings
        )
        problem = problem or tenant_problem
        rental = ImportedRental(
            at=at, address=address, grid=grid, facts=facts, refused=problem is not None
        )
        return rental, problem

    def _facts(
        self,
        row: LedgerRow,
        landlord_name: str | None,
        landlord: IdentityDocument | None,
        tenants: tuple[Tenancy, ...],
        left: Leftovers,
    ) -> RentalDraft:
        since = tenants[0].since if tenants else _since(row, left)
        review = None
        if row.text(_F.REVIEW_DATE) is not None:
            review = cells.read_full_date("复核日期", row.cell(_F.REVIEW_DATE), left)
        facts = RentalDraft(
            number=row.text(_F.RENTAL_NUMBER),
            landlord_name=landlord_name,
            landlord_document=landlord,
            landlord_phone=cells.read_number(row.text(_F.LANDLORD_PHONE), left),
            rooms=cells.read_count("间数", row.text(_F.ROOMS), left),
            occupants=cells.read_count("租住人数", row.text(_F.OCCUPANTS), left),
            management=cells.read_management(row.text(_F.MANAGEMENT), left),
            review_date=review,
            since=since,
            tenancies=tenants,
        )
        notes = [as_text(cell) for cell in row.cells.get(_F.NOTE, ()) if cell_text(cell)]
        notes += [*left.notes, *(f"{head}：{text}" for head, text in row.extras)]
        return replace(facts, note="；".join(notes)) if notes else facts

    def _tenants(
        self, row: LedgerRow, at: RowRef, left: Leftovers
    ) -> tuple[tuple[Tenancy, ...], SetAside | None]:
        """Return the tenants of a row; a cell may hold several, each with a number."""
        names = _people(row.raw_text(_F.TENANT_NAME))
        numbers = _people(row.raw_text(_F.TENANT_DOCUMENT))
        phones = _people(cells.read_number(row.raw_text(_F.TENANT_PHONE), left))
        if not names and not numbers:
            return (), None
        if len(names) > 1 and numbers and len(numbers) != len(names):
            left.keep("承租人证件", "、".join(numbers), "承租人和证件号码个数不同，")
            numbers = []
        several = len(names) > 1
        tenancies: list[Tenancy] = []
        for index in range(max(len(names), 1)):
            one = row
            if several:
                cell = numbers[index] if numbers else ""
                one = row.with_cell(_F.TENANT_DOCUMENT, cell)
            name = _name(names[index] if names else None, left) or ""
            document, problem = read_document(one, _F.TENANT_DOCUMENT, at, name, self._today)
            problem = problem or refuse_name(name, at, row.columns.get(_F.TENANT_NAME))
            if problem is not None:
                return tuple(tenancies), problem
            if document is None:
                keep_missing_number(one, _F.TENANT_DOCUMENT, left)
            own_phones = phones[index : index + 1] if len(phones) == len(names) else phones
            tenancies.append(
                Tenancy(
                    name=name,
                    document=document,
                    phone="、".join(own_phones) or None,
                    room=row.text(_F.TENANT_ROOM),
                    since=_since(row, left) if index == 0 else tenancies[0].since,
                    until=_until(row, left) if index == 0 else tenancies[0].until,
                )
            )
        return tuple(tenancies), None


def _people(text: str | None) -> list[str]:
    return [] if text is None else [part.strip() for part in _BETWEEN_PEOPLE.split(text) if part]


def _name(text: str | None, left: Leftovers) -> str | None:
    if text is None:
        return None
    name, remark = split_name(text)
    if remark is not None:
        left.notes.append(f"{name}（{remark}）")
    return normalise_name(name) or None


def _since(row: LedgerRow, left: Leftovers) -> PartialDate | None:
    if row.text(_F.RENTED_SINCE) is None:
        return None
    return cells.read_partial_date("起租日期", cells.period_of(row.cell(_F.RENTED_SINCE))[0], left)


def _until(row: LedgerRow, left: Leftovers) -> date | None:
    if row.text(_F.RENTED_UNTIL) is not None:
        last = cells.period_of(row.cell(_F.RENTED_UNTIL))[1]
        return cells.read_full_date("到租日期", last, left)
    first, last = cells.period_of(row.cell(_F.RENTED_SINCE))
    return None if first == last else cells.read_full_date("到租日期", last, left)


def count_each_house_once(rentals: Sequence[ImportedRental]) -> tuple[ImportedRental, ...]:
    """Leave a house's rooms and occupants to its first row.

    A house that stands in several rows, one for each tenant, either repeats its figures or gives
    each tenant's share: where all rows say the same it is the former, else they are added up.
    It is let since the first of them came.
    """
    by_house: dict[str, list[ImportedRental]] = {}
    for rental in rentals:
        by_house.setdefault(address_key(rental.address), []).append(rental)
    first = {id(rows[0]): rows for rows in by_house.values()}
    return tuple(
        replace(
            rental,
            facts=replace(
                rental.facts,
                rooms=_figure([r.facts.rooms for r in first.get(id(rental), [])]),
                occupants=_figure([r.facts.occupants for r in first.get(id(rental), [])]),
                since=_earliest([r.facts.since for r in first.get(id(rental), [])]),
            ),
        )
        for rental in rentals
    )


def _figure(values: list[int | None]) -> int | None:
    given = [value for value in values if value is not None]
    if not given:
        return None
    return given[0] if len(set(given)) == 1 else sum(given)


def _earliest(values: list[PartialDate | None]) -> PartialDate | None:
    return min((value for value in values if value is not None), default=None)
