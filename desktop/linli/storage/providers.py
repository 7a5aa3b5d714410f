"""Providers near by (便民网点) and vouchers (代金券) as records."""

import json
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, exists, func, or_, select
from sqlalchemy.orm import Session

from linli.domain.dispatches import DispatchState
from linli.domain.providers import Price, Provider, ProviderDraft, Voucher, VoucherDraft
from linli.errors import NotFoundError
from linli.storage.dispatch_schema import DispatchRecord, ProviderRecord, VoucherRecord
from linli.storage.versioned import record_for_change, save_record

_Provider, _Voucher, _Dispatch = ProviderRecord, VoucherRecord, DispatchRecord


# ---- providers ----------------------------------------------------------------------------


def list_providers(connection: Connection, on: date | None = None) -> list[Provider]:
    """Return providers in the order they were entered; `on` those that serve on a day."""
    query = select(_Provider.__table__).order_by(_Provider.id)
    found = [_provider(row) for row in connection.execute(query)]
    return [each for each in found if on is None or each.serves(on)]


def get_provider(connection: Connection, provider_id: int) -> Provider:
    """Return a provider.

    Raises:
        NotFoundError: there is no such provider.
    """
    query = select(_Provider.__table__).where(_Provider.id == provider_id)
    row = connection.execute(query).one_or_none()
    if row is None:
        raise _no_provider()
    return _provider(row)


def get_provider_record(session: Session, provider_id: int, version: int | None) -> ProviderRecord:
    """Return a provider's record for a change.

    Raises:
        NotFoundError: there is no such provider.
        ConflictError: it is no longer the `version` that was read.
    """
    return record_for_change(session, _Provider, provider_id, version, missing=_no_provider)


def save_provider(session: Session, record: ProviderRecord | None, draft: ProviderDraft) -> int:
    """Add a provider, or bring its record to what the draft says; return its id."""
    values = {
        "name": draft.name,
        "what": draft.what,
        "phone": draft.phone,
        "address": draft.address,
        "prices": json.dumps(
            [[each.item, each.amount, each.unit] for each in draft.prices], ensure_ascii=False
        ),
        "until": _iso(draft.until),
        "note": draft.note,
    }
    return save_record(session, _Provider, record, values)


def is_provider_used(connection: Connection, provider_id: int) -> bool:
    """Whether a request or a voucher tells of a provider."""
    used = or_(
        exists().where(_Dispatch.provider_id == provider_id),
        exists().where(_Voucher.provider_id == provider_id),
    )
    return bool(connection.execute(select(used)).scalar_one())


# ---- vouchers -----------------------------------------------------------------------------


def list_vouchers(connection: Connection, year: int | None = None) -> list[Voucher]:
    """Return vouchers, the last issued first; those issued in a year, where one is given."""
    if year is None:
        return _load_vouchers(connection)
    return _load_vouchers(connection, _Voucher.issued_on.startswith(f"{year:04d}-"))


def get_voucher(connection: Connection, voucher_id: int) -> Voucher:
    """Return a voucher.

    Raises:
        NotFoundError: there is no such voucher.
    """
    found = _load_vouchers(connection, _Voucher.id == voucher_id)
    if not found:
        raise _no_voucher()
    return found[0]


def find_voucher(connection: Connection, number: str) -> Voucher | None:
    """Return the voucher of a number, or None."""
    found = _load_vouchers(connection, _Voucher.number == number)
    return found[0] if found else None


def get_voucher_record(
    session: Session, voucher_id: int, version: int | None = None
) -> VoucherRecord:
    """Return a voucher's record for a change.

    Raises:
        NotFoundError: there is no such voucher.
        ConflictError: it is no longer the `version` that was read.
    """
    return record_for_change(session, _Voucher, voucher_id, version, missing=_no_voucher)


def save_voucher(session: Session, record: VoucherRecord | None, draft: VoucherDraft) -> int:
    """Add a voucher, or bring its record to what the draft says; return its id."""
    values = {
        "number": draft.number,
        "value": draft.value,
        "issued_on": draft.issued_on.isoformat(),
        "name": draft.name,
        "resident_id": draft.resident_id,
        "valid_until": _iso(draft.valid_until),
    }
    return save_record(session, _Voucher, record, values)


def use_voucher(
    session: Session, record: VoucherRecord, day: date | None, provider_id: int | None
) -> None:
    """Write down when and where a voucher was used; without a day, that it was not."""
    values = {"used_on": _iso(day), "provider_id": provider_id}
    save_record(session, _Voucher, record, values)


# ---- inside -------------------------------------------------------------------------------


def _load_vouchers(connection: Connection, *conditions: ColumnElement[bool]) -> list[Voucher]:
    number = func.printf("%d-%04d", _Dispatch.year, _Dispatch.sequence)
    reserved = (
        select(func.min(number))
        .where(
            _Dispatch.voucher_id == _Voucher.id,
            _Dispatch.state != DispatchState.CANCELLED.value,
        )
        .scalar_subquery()
    )
    rows = connection.execute(
        select(_Voucher.__table__, _Provider.name.label("provider"), reserved.label("reserved"))
        .outerjoin(_Provider, _Provider.id == _Voucher.provider_id)
        .where(*conditions)
        .order_by(_Voucher.issued_on.desc(), _Voucher.id.desc())
    )
    return [_voucher(row) for row in rows]


def _provider(row: Any) -> Provider:
    facts = ProviderDraft(
        name=row.name,
        what=row.what,
        phone=row.phone,
        address=row.address,
        prices=tuple(
            Price(item=item, amount=amount, unit=unit)
            for item, amount, unit in json.loads(row.prices)
        ),
        until=_date(row.until),
        note=row.note,
    )
    return Provider(id=row.id, version=row.version, facts=facts)


def _voucher(row: Any) -> Voucher:
    facts = VoucherDraft(
        number=row.number,
        value=row.value,
        issued_on=date.fromisoformat(row.issued_on),
        name=row.name,
        resident_id=row.resident_id,
        valid_until=_date(row.valid_until),
    )
    return Voucher(
        id=row.id,
        version=row.version,
        facts=facts,
        used_on=_date(row.used_on),
        provider_id=row.provider_id,
        provider=row.provider or "",
        reserved_by=row.reserved or "",
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _no_provider() -> NotFoundError:
    return NotFoundError("这个便民网点已经不在台账里，可能刚被撤销或删除，请刷新后再看。")


def _no_voucher() -> NotFoundError:
    return NotFoundError("这张代金券已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
