"""Mapped records of who can be on duty (可排班人员), private to storage.

Conventions as in `schema`. Lists are JSON; clock times are HH:MM.
"""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from linli.storage.schema import Base, Numbered, SomebodyLinked


class WorkerRecord(Numbered, Base):
    """Somebody who can be on duty; what is registered of a volunteer stands in its last columns."""

    __tablename__ = "worker"
    version: Mapped[int] = mapped_column(default=1)
    kind: Mapped[str]
    name: Mapped[str] = mapped_column(index=True)
    phone: Mapped[str | None]
    staff_id: Mapped[int | None] = mapped_column(
        ForeignKey("staff.id", ondelete="SET NULL"), index=True
    )
    resident_id: Mapped[SomebodyLinked]
    employment_code: Mapped[str | None]
    station_id: Mapped[int | None] = mapped_column(
        ForeignKey("station.id", ondelete="SET NULL"), index=True
    )
    skills: Mapped[str]
    qualifications: Mapped[str]
    free_times: Mapped[str]
    nights: Mapped[bool]
    most_hours: Mapped[int | None]
    sex_code: Mapped[str | None]
    since: Mapped[str | None]
    until: Mapped[str | None]
    note: Mapped[str | None]
    volunteer_number: Mapped[str | None]
    registered_on: Mapped[str | None]
    source_code: Mapped[str | None]
    items: Mapped[str | None]
    team_id: Mapped[int | None] = mapped_column(
        ForeignKey("team.id", ondelete="SET NULL"), index=True
    )
    document_kind: Mapped[str | None]
    document_number: Mapped[str | None]
    keeps_festivals: Mapped[bool | None]


class GivenNumberRecord(Base):
    """How far numbers were given of a series, such as `volunteer/2026`.

    No journal keeps it: a number that was given is on paper, and undo must not give it again.
    """

    __tablename__ = "given_number"
    series: Mapped[str] = mapped_column(primary_key=True)
    last: Mapped[int]


class WorkerLeaveRecord(Numbered, Base):
    """Days on which somebody is away (请假)."""

    __tablename__ = "worker_leave"
    worker_id: Mapped[int] = mapped_column(ForeignKey("worker.id", ondelete="CASCADE"), index=True)
    first: Mapped[str] = mapped_column(index=True)
    last: Mapped[str]
    kind: Mapped[str]
    note: Mapped[str | None]


class WorkerApartRecord(Numbered, Base):
    """Two who must not be on the same shift (不同班); `one_id` is the smaller."""

    __tablename__ = "worker_apart"
    __table_args__ = (UniqueConstraint("one_id", "other_id"), {"sqlite_autoincrement": True})
    one_id: Mapped[int] = mapped_column(ForeignKey("worker.id", ondelete="CASCADE"))
    other_id: Mapped[int] = mapped_column(ForeignKey("worker.id", ondelete="CASCADE"), index=True)
    reason: Mapped[str | None]
