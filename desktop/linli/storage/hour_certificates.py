"""Certificates of hours (志愿服务记录证明) as records, numbered within their year without gaps."""

import json
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from linli.domain.hours import Certificate, CertificateDraft, ItemHours
from linli.errors import NotFoundError
from linli.storage.hours_schema import HoursCertificateRecord

_Record = HoursCertificateRecord


def list_certificates(connection: Connection, worker_id: int | None = None) -> list[Certificate]:
    """Return certificates of one volunteer or all, the last number first."""
    found = select(_Record.__table__).order_by(_Record.year.desc(), _Record.sequence.desc())
    if worker_id is not None:
        found = found.where(_Record.worker_id == worker_id)
    return [_certificate(row) for row in connection.execute(found)]


def get_certificate(connection: Connection, certificate_id: int) -> Certificate:
    """Return a certificate.

    Raises:
        NotFoundError: there is none.
    """
    found = select(_Record.__table__).where(_Record.id == certificate_id)
    row = connection.execute(found).one_or_none()
    if row is None:
        raise _missing()
    return _certificate(row)


def next_sequence(connection: Connection, year: int) -> int:
    """Return the next number of a year."""
    last = connection.execute(
        select(func.max(_Record.sequence)).where(_Record.year == year)
    ).scalar_one()
    return int(last or 0) + 1


def add_certificate(session: Session, made: Certificate, account: str) -> int:
    """Keep a certificate under its number and return its id."""
    record = HoursCertificateRecord(
        year=made.year,
        sequence=made.sequence,
        worker_id=made.asked.worker_id,
        name=made.name,
        document_kind=made.document_kind,
        document_number=made.document_number,
        volunteer_number=made.volunteer_number,
        first=made.asked.first.isoformat(),
        last=made.asked.last.isoformat(),
        items=json.dumps(
            [[each.item, each.times, each.quarters] for each in made.items], ensure_ascii=False
        ),
        issuer=made.issuer,
        manager=made.asked.manager,
        handler=made.asked.handler,
        contact=made.asked.contact,
        issued_on=made.issued_on.isoformat(),
        reissues=0,
        account=account,
    )
    session.add(record)
    session.flush()
    return record.id


def note_reissue(session: Session, certificate_id: int, day: date) -> None:
    """Write down that a certificate was printed anew under its number.

    Raises:
        NotFoundError: there is none.
    """
    record = session.get(_Record, certificate_id)
    if record is None:
        raise _missing()
    record.reissues += 1
    record.reissued_on = day.isoformat()
    record.version += 1
    session.flush()


def _certificate(row: Any) -> Certificate:
    asked = CertificateDraft(
        worker_id=row.worker_id,
        first=date.fromisoformat(row.first),
        last=date.fromisoformat(row.last),
        manager=row.manager,
        handler=row.handler,
        contact=row.contact,
    )
    return Certificate(
        id=row.id,
        version=row.version,
        year=row.year,
        sequence=row.sequence,
        name=row.name,
        document_kind=row.document_kind,
        document_number=row.document_number,
        volunteer_number=row.volunteer_number,
        asked=asked,
        items=tuple(
            ItemHours(item=item, times=times, quarters=quarters)
            for item, times, quarters in json.loads(row.items)
        ),
        issuer=row.issuer,
        issued_on=date.fromisoformat(row.issued_on),
        reissued_on=date.fromisoformat(row.reissued_on) if row.reissued_on else None,
        reissues=row.reissues,
    )


def _missing() -> NotFoundError:
    return NotFoundError("这张证明已经不在台账里，请刷新后再试。")
