"""Mapped records of events (社区活动) and who is on their lists, private to storage.

Conventions as in `schema`. Moments are local time, YYYY-MM-DDTHH:MM; `quarters` are quarters of an
hour.
"""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from linli.storage.schema import Base, Numbered, SomebodyLinked


class EventRecord(Numbered, Base):
    """An event; `headcount`, `summary` and `materials` tell how it went, `reason` why it did not.

    `training_id` is its line in the training ledger (培训台账).
    """

    __tablename__ = "event"
    version: Mapped[int] = mapped_column(default=1)
    kind_code: Mapped[str]
    title: Mapped[str]
    title_pinyin: Mapped[str]
    begins: Mapped[str] = mapped_column(index=True)
    ends: Mapped[str]
    venue_id: Mapped[int | None] = mapped_column(
        ForeignKey("venue.id", ondelete="SET NULL"), index=True
    )
    place: Mapped[str | None]
    team_id: Mapped[int | None] = mapped_column(
        ForeignKey("team.id", ondelete="SET NULL"), index=True
    )
    organiser: Mapped[str | None]
    leader: Mapped[str | None]
    phone: Mapped[str | None]
    speaker: Mapped[str | None]
    content: Mapped[str | None]
    expected: Mapped[int | None]
    note: Mapped[str | None]
    state: Mapped[str]
    headcount: Mapped[int | None]
    summary: Mapped[str | None]
    materials: Mapped[int | None]
    reason: Mapped[str | None]
    training_id: Mapped[int | None] = mapped_column(
        ForeignKey("training.id", ondelete="SET NULL"), index=True
    )


class EventGuestRecord(Numbered, Base):
    """Somebody on the list of an event (签到名单); `present` is NULL until it was entered."""

    __tablename__ = "event_guest"
    __table_args__ = (
        UniqueConstraint("event_id", "resident_id"),
        UniqueConstraint("event_id", "worker_id"),
        {"sqlite_autoincrement": True},
    )
    version: Mapped[int] = mapped_column(default=1)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    name: Mapped[str]
    phone: Mapped[str | None]
    resident_id: Mapped[SomebodyLinked]
    worker_id: Mapped[int | None] = mapped_column(
        ForeignKey("worker.id", ondelete="SET NULL"), index=True
    )
    role: Mapped[str]
    present: Mapped[bool | None]
    quarters: Mapped[int | None]
    note: Mapped[str | None]
