"""Mapped records of sweeps (排查), petitions (信访) and suggestions (建议), private to storage.

Conventions as in `schema`. Petitions are hidden by `sight` from whoever may not see them.
"""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from linli.storage.schema import Base, Numbered, SomebodyLinked


class SweepRecord(Numbered, Base):
    """A sweep. `goers` is a JSON list of names."""

    __tablename__ = "sweep"
    version: Mapped[int] = mapped_column(default=1)
    day: Mapped[str] = mapped_column(index=True)
    hours: Mapped[str | None]
    grid_id: Mapped[int | None] = mapped_column(
        ForeignKey("grid.id", ondelete="SET NULL"), index=True
    )
    goers: Mapped[str]
    scope: Mapped[str | None]
    households: Mapped[int]
    note: Mapped[str | None]


class SweepFindingRecord(Numbered, Base):
    """A dispute that a sweep came upon, and the case it was turned into."""

    __tablename__ = "sweep_finding"
    sweep_id: Mapped[int] = mapped_column(ForeignKey("sweep.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    place: Mapped[str | None]
    content: Mapped[str]
    kind_code: Mapped[str]
    risk: Mapped[bool]
    handling: Mapped[str]
    unit: Mapped[str | None]
    prevented: Mapped[bool]
    case_id: Mapped[int | None] = mapped_column(
        ForeignKey("mediation_case.id", ondelete="SET NULL"), index=True
    )


class SweepPersonRecord(Numbered, Base):
    """Somebody whom a finding names."""

    __tablename__ = "sweep_person"
    finding_id: Mapped[int] = mapped_column(
        ForeignKey("sweep_finding.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    name: Mapped[str]
    resident_id: Mapped[SomebodyLinked]


class PetitionRecord(Numbered, Base):
    """A petition, numbered within its year; `repeats_id` is an earlier one of the same matter."""

    __tablename__ = "petition"
    __table_args__ = (UniqueConstraint("year", "sequence"), {"sqlite_autoincrement": True})
    version: Mapped[int] = mapped_column(default=1)
    year: Mapped[int]
    sequence: Mapped[int]
    form: Mapped[str]
    received_on: Mapped[str] = mapped_column(index=True)
    name: Mapped[str] = mapped_column(index=True)
    resident_id: Mapped[SomebodyLinked]
    phone: Mapped[str | None]
    address: Mapped[str | None]
    persons: Mapped[int]
    representatives: Mapped[str | None]
    matter: Mapped[str]
    content: Mapped[str | None]
    grid_id: Mapped[int | None] = mapped_column(
        ForeignKey("grid.id", ondelete="SET NULL"), index=True
    )
    repeats_id: Mapped[int | None] = mapped_column(
        ForeignKey("petition.id", ondelete="SET NULL"), index=True
    )
    visit_id: Mapped[int | None] = mapped_column(
        ForeignKey("reception_visit.id", ondelete="SET NULL"), index=True
    )
    simple: Mapped[bool]
    state: Mapped[str] = mapped_column(index=True)
    voided_reason: Mapped[str | None]
    account: Mapped[str]


class PetitionStepRecord(Numbered, Base):
    """A step in the handling of a petition; `last_day` is the new one of an extension."""

    __tablename__ = "petition_step"
    __table_args__ = (UniqueConstraint("petition_id", "position"), {"sqlite_autoincrement": True})
    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id", ondelete="CASCADE"))
    position: Mapped[int]
    move: Mapped[str]
    day: Mapped[str]
    person: Mapped[str]
    unit: Mapped[str | None]
    text: Mapped[str | None]
    approver: Mapped[str | None]
    last_day: Mapped[str | None]


class SuggestionRecord(Numbered, Base):
    """A suggestion, numbered within its year; without `name` nobody gave theirs."""

    __tablename__ = "suggestion"
    __table_args__ = (UniqueConstraint("year", "sequence"), {"sqlite_autoincrement": True})
    version: Mapped[int] = mapped_column(default=1)
    year: Mapped[int]
    sequence: Mapped[int]
    day: Mapped[str] = mapped_column(index=True)
    name: Mapped[str | None]
    resident_id: Mapped[SomebodyLinked]
    phone: Mapped[str | None]
    grid_id: Mapped[int | None] = mapped_column(
        ForeignKey("grid.id", ondelete="SET NULL"), index=True
    )
    content: Mapped[str]
    replied_on: Mapped[str | None]
    reply: Mapped[str | None]
    replier: Mapped[str | None]
    adoption: Mapped[str | None]
    voided_reason: Mapped[str | None]
    account: Mapped[str]
