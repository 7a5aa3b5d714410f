"""Mapped records of attendance and hours (签到、时长), private to storage.

Conventions as in `schema`. Clock times are HH:MM; `quarters` are quarters of an hour.
"""

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from linli.storage.schema import Base, Numbered


class ServiceRecordRecord(Numbered, Base):
    """What somebody served on a day; a shift counts once, and so does an event."""

    __tablename__ = "service_record"
    __table_args__ = (
        UniqueConstraint("worker_id", "day", "shift_id"),
        Index("ix_service_record_event", "event_id", "worker_id", unique=True),
        {"sqlite_autoincrement": True},
    )
    version: Mapped[int] = mapped_column(default=1)
    worker_id: Mapped[int] = mapped_column(ForeignKey("worker.id", ondelete="CASCADE"))
    day: Mapped[str] = mapped_column(index=True)
    begins: Mapped[str | None]
    ends: Mapped[str | None]
    quarters: Mapped[int]
    item: Mapped[str | None]
    content: Mapped[str | None]
    station_id: Mapped[int | None] = mapped_column(
        ForeignKey("station.id", ondelete="SET NULL"), index=True
    )
    place: Mapped[str | None]
    source: Mapped[str]
    shift_id: Mapped[int | None] = mapped_column(
        ForeignKey("roster_shift.id", ondelete="SET NULL"), index=True
    )
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.id", ondelete="SET NULL"))
    confirmed_by: Mapped[str | None]
    note: Mapped[str | None]


class VolunteerNoteRecord(Numbered, Base):
    """Training, praise or evaluation of a volunteer."""

    __tablename__ = "volunteer_note"
    worker_id: Mapped[int] = mapped_column(ForeignKey("worker.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    day: Mapped[str]
    content: Mapped[str]
    giver: Mapped[str | None]
    quarters: Mapped[int | None]


class HandOverRecord(Numbered, Base):
    """What one shift handed over to the next (交接班记录)."""

    __tablename__ = "hand_over"
    version: Mapped[int] = mapped_column(default=1)
    day: Mapped[str] = mapped_column(index=True)
    at: Mapped[str]
    shift: Mapped[str]
    given_id: Mapped[int | None] = mapped_column(
        ForeignKey("worker.id", ondelete="SET NULL"), index=True
    )
    taken_id: Mapped[int | None] = mapped_column(
        ForeignKey("worker.id", ondelete="SET NULL"), index=True
    )
    happened: Mapped[str | None]
    left_open: Mapped[str | None]
    settled_on: Mapped[str | None]


class HoursCertificateRecord(Numbered, Base):
    """An issued certificate of hours as it was then; `items` is JSON of item, times, quarters."""

    __tablename__ = "hours_certificate"
    __table_args__ = (UniqueConstraint("year", "sequence"), {"sqlite_autoincrement": True})
    version: Mapped[int] = mapped_column(default=1)
    year: Mapped[int]
    sequence: Mapped[int]
    worker_id: Mapped[int] = mapped_column(ForeignKey("worker.id"), index=True)
    name: Mapped[str]
    document_kind: Mapped[str | None]
    document_number: Mapped[str | None]
    volunteer_number: Mapped[str | None]
    first: Mapped[str]
    last: Mapped[str]
    items: Mapped[str]
    issuer: Mapped[str]
    manager: Mapped[str]
    handler: Mapped[str]
    contact: Mapped[str]
    issued_on: Mapped[str]
    reissued_on: Mapped[str | None]
    reissues: Mapped[int]
    account: Mapped[str]
