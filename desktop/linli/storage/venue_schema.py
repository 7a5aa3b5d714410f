"""Mapped records of venues (场地) and their bookings (场地预约), private to storage.

Conventions as in `schema`. Moments are local time, YYYY-MM-DDTHH:MM; `open_times` is JSON as in
`worker_schema`.
"""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from linli.storage.schema import Base, Numbered, SomebodyLinked


class VenueRecord(Numbered, Base):
    """Something that can be booked."""

    __tablename__ = "venue"
    version: Mapped[int] = mapped_column(default=1)
    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    organisation_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisation.id", ondelete="SET NULL"), index=True
    )
    station_id: Mapped[int | None] = mapped_column(
        ForeignKey("station.id", ondelete="SET NULL"), index=True
    )
    place: Mapped[str | None]
    capacity: Mapped[int | None]
    equipment: Mapped[str | None]
    keeper: Mapped[str | None]
    phone: Mapped[str | None]
    open_times: Mapped[str]
    terms: Mapped[str | None]
    until: Mapped[str | None]
    note: Mapped[str | None]


class BookingRecord(Numbered, Base):
    """A span of time of a venue; an event has one at most, which changes with it."""

    __tablename__ = "booking"
    __table_args__ = (
        Index("ix_booking_time", "venue_id", "begins"),
        {"sqlite_autoincrement": True},
    )
    version: Mapped[int] = mapped_column(default=1)
    venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id", ondelete="CASCADE"))
    begins: Mapped[str] = mapped_column(index=True)
    ends: Mapped[str]
    purpose: Mapped[str]
    borrower: Mapped[str]
    phone: Mapped[str | None]
    resident_id: Mapped[SomebodyLinked]
    headcount: Mapped[int | None]
    event_id: Mapped[int | None] = mapped_column(
        ForeignKey("event.id", ondelete="CASCADE"), unique=True
    )
    called_off_on: Mapped[str | None]
    reason: Mapped[str | None]
    note: Mapped[str | None]
