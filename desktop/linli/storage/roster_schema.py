"""Mapped records of rosters (值班表), private to storage.

Conventions as in `schema`. Lists and counts are JSON; clock times are HH:MM.
"""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from linli.storage.schema import Base, Numbered


class RosterPlanRecord(Numbered, Base):
    """What a roster is made of. `rules` is JSON of `rosters.RosterRules`."""

    __tablename__ = "roster_plan"
    version: Mapped[int] = mapped_column(default=1)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(unique=True)
    rules: Mapped[str]
    reception_rule_id: Mapped[int | None] = mapped_column(
        ForeignKey("reception_rule.id", ondelete="SET NULL"), index=True
    )
    note: Mapped[str | None]


class RosterShiftRecord(Numbered, Base):
    """A shift (班次) of a plan; one that rosters name is `retired`, not removed."""

    __tablename__ = "roster_shift"
    plan_id: Mapped[int] = mapped_column(
        ForeignKey("roster_plan.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    name: Mapped[str]
    station_id: Mapped[int | None] = mapped_column(
        ForeignKey("station.id", ondelete="SET NULL"), index=True
    )
    post: Mapped[str]
    begins: Mapped[str]
    ends: Mapped[str]
    needs: Mapped[str]
    weekdays: Mapped[str]
    is_night: Mapped[bool]
    skill: Mapped[str | None]
    kinds: Mapped[str]
    employments: Mapped[str]
    on_reception: Mapped[bool]
    retired: Mapped[bool]


class RosterPersonRecord(Numbered, Base):
    """Who takes part in a plan."""

    __tablename__ = "roster_person"
    __table_args__ = (UniqueConstraint("plan_id", "worker_id"), {"sqlite_autoincrement": True})
    plan_id: Mapped[int] = mapped_column(ForeignKey("roster_plan.id", ondelete="CASCADE"))
    worker_id: Mapped[int] = mapped_column(ForeignKey("worker.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]


class RosterMonthRecord(Numbered, Base):
    """A month of a plan that was begun; `month` is such as 2026-12."""

    __tablename__ = "roster_month"
    __table_args__ = (UniqueConstraint("plan_id", "month"), {"sqlite_autoincrement": True})
    version: Mapped[int] = mapped_column(default=1)
    plan_id: Mapped[int] = mapped_column(ForeignKey("roster_plan.id", ondelete="CASCADE"))
    month: Mapped[str]
    published_on: Mapped[str | None]
    published_by: Mapped[str | None]


class RosterCellRecord(Numbered, Base):
    """Somebody on a shift of a day."""

    __tablename__ = "roster_cell"
    __table_args__ = (
        UniqueConstraint("shift_id", "day", "worker_id"),
        {"sqlite_autoincrement": True},
    )
    month_id: Mapped[int] = mapped_column(
        ForeignKey("roster_month.id", ondelete="CASCADE"), index=True
    )
    shift_id: Mapped[int] = mapped_column(ForeignKey("roster_shift.id", ondelete="CASCADE"))
    day: Mapped[str] = mapped_column(index=True)
    worker_id: Mapped[int] = mapped_column(ForeignKey("worker.id", ondelete="CASCADE"), index=True)
    locked: Mapped[bool]


class RosterWishRecord(Numbered, Base):
    """A day, and maybe a shift, on which somebody would like to be on duty, or would not."""

    __tablename__ = "roster_wish"
    worker_id: Mapped[int] = mapped_column(ForeignKey("worker.id", ondelete="CASCADE"), index=True)
    day: Mapped[str] = mapped_column(index=True)
    shift_id: Mapped[int | None] = mapped_column(
        ForeignKey("roster_shift.id", ondelete="CASCADE"), index=True
    )
    wants: Mapped[bool]


class RosterChangeRecord(Numbered, Base):
    """A change after a month was published: 换班 or 替班."""

    __tablename__ = "roster_change"
    month_id: Mapped[int] = mapped_column(
        ForeignKey("roster_month.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str]
    day: Mapped[str]
    shift_id: Mapped[int] = mapped_column(
        ForeignKey("roster_shift.id", ondelete="CASCADE"), index=True
    )
    leaves_id: Mapped[int] = mapped_column(ForeignKey("worker.id", ondelete="CASCADE"), index=True)
    comes_id: Mapped[int] = mapped_column(ForeignKey("worker.id", ondelete="CASCADE"), index=True)
    other_day: Mapped[str | None]
    other_shift_id: Mapped[int | None] = mapped_column(
        ForeignKey("roster_shift.id", ondelete="CASCADE"), index=True
    )
    agreed_by: Mapped[str]
    reason: Mapped[str]
    entered_at: Mapped[str]
    account: Mapped[str]
