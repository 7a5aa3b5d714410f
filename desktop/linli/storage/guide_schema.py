"""Mapped records of what stations have (七个有), guides, and matters done for people (代办).

Private to storage; conventions as in `schema`. Days are ISO texts, lists a line each.
"""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from linli.storage.schema import Base, Numbered, SomebodyLinked


class StationPointRecord(Numbered, Base):
    """What was seen on the spot of one of the seven points of a station (七个有)."""

    __tablename__ = "station_point"
    __table_args__ = (UniqueConstraint("station_id", "point"), {"sqlite_autoincrement": True})
    station_id: Mapped[int] = mapped_column(ForeignKey("station.id", ondelete="CASCADE"))
    point: Mapped[str]
    present: Mapped[bool]
    checked_on: Mapped[str]
    note: Mapped[str | None]


class GuideRecord(Numbered, Base):
    """A guide, a work rule or a service (办事指南、工作制度、代办事项)."""

    __tablename__ = "guide"
    version: Mapped[int] = mapped_column(default=1)
    kind: Mapped[str]
    title: Mapped[str]
    station_id: Mapped[int | None] = mapped_column(
        ForeignKey("station.id", ondelete="CASCADE"), index=True
    )
    basis: Mapped[str | None]
    conditions: Mapped[str | None]
    materials: Mapped[str | None]
    steps: Mapped[str | None]
    days: Mapped[int | None]
    unit: Mapped[str]
    fee: Mapped[str | None]
    phone: Mapped[str | None]


class AgencyCaseRecord(Numbered, Base):
    """A matter done for somebody (全程代办), numbered within its year without gaps."""

    __tablename__ = "agency_case"
    __table_args__ = (UniqueConstraint("year", "sequence"), {"sqlite_autoincrement": True})
    version: Mapped[int] = mapped_column(default=1)
    year: Mapped[int]
    sequence: Mapped[int]
    resident_id: Mapped[SomebodyLinked]
    name: Mapped[str]
    phone: Mapped[str | None]
    received_on: Mapped[str]
    item: Mapped[str]
    guide_id: Mapped[int | None] = mapped_column(
        ForeignKey("guide.id", ondelete="SET NULL"), index=True
    )
    station_id: Mapped[int | None] = mapped_column(
        ForeignKey("station.id", ondelete="SET NULL"), index=True
    )
    materials: Mapped[str | None]
    promised_on: Mapped[str | None]
    first_asked: Mapped[str]
    closed_on: Mapped[str | None]
    result: Mapped[str | None]
    taken_by: Mapped[str | None]
    voided_reason: Mapped[str | None]
    account: Mapped[str]


class AgencyStepRecord(Numbered, Base):
    """A line of the hand-over log of a matter (交接记录)."""

    __tablename__ = "agency_step"
    case_id: Mapped[int] = mapped_column(
        ForeignKey("agency_case.id", ondelete="CASCADE"), index=True
    )
    day: Mapped[str]
    giver: Mapped[str]
    taker: Mapped[str]
    words: Mapped[str | None]
