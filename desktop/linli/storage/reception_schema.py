"""Mapped records of reception days (接待日) and of who came, private to storage.

Conventions as in `schema`.
"""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from linli.storage.schema import Base, Numbered


class ReceptionRuleRecord(Numbered, Base):
    """When somebody is received. `weekdays` and `receivers` are JSON lists."""

    __tablename__ = "reception_rule"
    version: Mapped[int] = mapped_column(default=1)
    name: Mapped[str]
    weekdays: Mapped[str]
    hours: Mapped[str | None]
    place: Mapped[str | None]
    grid_id: Mapped[int | None] = mapped_column(ForeignKey("grid.id", ondelete="SET NULL"))
    receivers: Mapped[str]
    since: Mapped[str]
    until: Mapped[str | None]
    on_holiday: Mapped[str]


class ReceptionDayRecord(Numbered, Base):
    """What the clerk decided about one planned day. Without `held_on` nobody is received."""

    __tablename__ = "reception_day"
    __table_args__ = (UniqueConstraint("rule_id", "planned"), {"sqlite_autoincrement": True})
    rule_id: Mapped[int] = mapped_column(ForeignKey("reception_rule.id", ondelete="CASCADE"))
    planned: Mapped[str]
    held_on: Mapped[str | None]
    receiver: Mapped[str | None]
    note: Mapped[str | None]


class ReceptionVisitRecord(Numbered, Base):
    """A line of the visitors' register (来访登记). Petitions are hidden by `sight`."""

    __tablename__ = "reception_visit"
    version: Mapped[int] = mapped_column(default=1)
    day: Mapped[str] = mapped_column(index=True)
    rule_id: Mapped[int | None] = mapped_column(
        ForeignKey("reception_rule.id", ondelete="SET NULL"), index=True
    )
    grid_id: Mapped[int | None] = mapped_column(
        ForeignKey("grid.id", ondelete="SET NULL"), index=True
    )
    name: Mapped[str]
    resident_id: Mapped[int | None] = mapped_column(
        ForeignKey("resident.id", ondelete="SET NULL"), index=True
    )
    phone: Mapped[str | None]
    persons: Mapped[int]
    matter_code: Mapped[str]
    content: Mapped[str]
    receiver: Mapped[str | None]
    result: Mapped[str]
    answer: Mapped[str | None]
    follow_up: Mapped[str | None] = mapped_column(index=True)
    closed_on: Mapped[str | None]
    outcome: Mapped[str | None]
