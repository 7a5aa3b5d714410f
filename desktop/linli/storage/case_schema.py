"""Mapped records of mediation cases (矛盾纠纷), private to storage.

Conventions as in `schema`. Lists of texts are JSON; amounts are in fen. What a case says of people
is kept as it was entered, so a link to a resident may go without it.
"""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from linli.storage.schema import Base, Numbered, SomebodyLinked


class CaseRecord(Numbered, Base):
    """A case. Where it stands is what its steps led to, kept so that lists need not play them.

    Numbered at acceptance, within the year and the committee's mark; a numbered case is never
    removed. `grid` is the grid's name on the day of registration, `since` the day of the step that
    led where it stands.
    """

    __tablename__ = "mediation_case"
    version: Mapped[int] = mapped_column(default=1)
    title: Mapped[str]
    registered_on: Mapped[str] = mapped_column(index=True)
    occurred_on: Mapped[str | None]
    place: Mapped[str | None]
    grid_id: Mapped[int | None] = mapped_column(
        ForeignKey("grid.id", ondelete="SET NULL"), index=True
    )
    grid: Mapped[str | None]
    kind_code: Mapped[str]
    event_code: Mapped[str | None]
    source: Mapped[str]
    source_unit: Mapped[str | None]
    amount: Mapped[int | None]
    scale: Mapped[str]
    persons: Mapped[int]
    summary: Mapped[str | None]
    requests: Mapped[str]
    mediators_group: Mapped[str | None]
    is_difficult: Mapped[bool]
    first_level: Mapped[str]
    stage: Mapped[str] = mapped_column(index=True)
    since: Mapped[str]
    level: Mapped[str]
    away_since: Mapped[str | None]
    unit: Mapped[str | None]
    accepted_on: Mapped[str | None] = mapped_column(index=True)
    has_risk: Mapped[bool]
    number_year: Mapped[int | None] = mapped_column(index=True)
    number_sequence: Mapped[int | None]
    number_mark: Mapped[str | None]
    account: Mapped[str]


class CasePartyRecord(Numbered, Base):
    """A party (当事人), with who represents it and who acts for it."""

    __tablename__ = "case_party"
    case_id: Mapped[int] = mapped_column(
        ForeignKey("mediation_case.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    side: Mapped[str]
    name: Mapped[str] = mapped_column(index=True)
    is_organisation: Mapped[bool]
    resident_id: Mapped[SomebodyLinked]
    organisation_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisation.id", ondelete="SET NULL"), index=True
    )
    sex_code: Mapped[str | None]
    ethnicity_code: Mapped[str | None]
    birth: Mapped[str | None]
    occupation: Mapped[str | None]
    id_number: Mapped[str | None]
    phone: Mapped[str | None]
    address: Mapped[str | None]
    representative: Mapped[str | None]
    representative_post: Mapped[str | None]
    agent_name: Mapped[str | None]
    agent_id_number: Mapped[str | None]
    agent_phone: Mapped[str | None]
    agent_address: Mapped[str | None]
    agent_relation: Mapped[str | None]
    agent_powers: Mapped[str | None]
    agent_since: Mapped[str | None]
    agent_until: Mapped[str | None]


class CaseMediatorRecord(Numbered, Base):
    """Who mediates a case (人民调解员)."""

    __tablename__ = "case_mediator"
    case_id: Mapped[int] = mapped_column(
        ForeignKey("mediation_case.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    name: Mapped[str] = mapped_column(index=True)
    phone: Mapped[str | None]
    staff_id: Mapped[int | None] = mapped_column(
        ForeignKey("staff.id", ondelete="SET NULL"), index=True
    )
    resident_id: Mapped[SomebodyLinked]
    presides: Mapped[bool]
    chosen_by_parties: Mapped[bool]


class CaseStepRecord(Numbered, Base):
    """A step that was taken. `stage` is where it led, `last_day` the new one of an extension."""

    __tablename__ = "case_step"
    case_id: Mapped[int] = mapped_column(
        ForeignKey("mediation_case.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    step: Mapped[str]
    day: Mapped[str]
    reason: Mapped[str | None]
    level: Mapped[str | None]
    unit: Mapped[str | None]
    last_day: Mapped[str | None]
    consented: Mapped[bool]
    ruling: Mapped[str | None]
    risk: Mapped[str | None]
    persons: Mapped[int | None]
    stage: Mapped[str]
    account: Mapped[str]
    entered_at: Mapped[str]


class CaseMeetingRecord(Numbered, Base):
    """A mediation meeting (调解记录) or an inquiry (调查记录)."""

    __tablename__ = "case_meeting"
    case_id: Mapped[int] = mapped_column(
        ForeignKey("mediation_case.id", ondelete="CASCADE"), index=True
    )
    is_inquiry: Mapped[bool]
    day: Mapped[str]
    hours: Mapped[str | None]
    place: Mapped[str | None]
    subject: Mapped[str | None]
    present: Mapped[str]
    invited: Mapped[str]
    recorder: Mapped[str | None]
    record: Mapped[str | None]
    result: Mapped[str | None]


class CaseAgreementRecord(Numbered, Base):
    """The agreement of a case (调解协议), and what a court said of it."""

    __tablename__ = "case_agreement"
    case_id: Mapped[int] = mapped_column(
        ForeignKey("mediation_case.id", ondelete="CASCADE"), unique=True
    )
    form: Mapped[str]
    agreed_on: Mapped[str]
    effective_on: Mapped[str]
    facts: Mapped[str | None]
    terms: Mapped[str]
    performance: Mapped[str | None]
    recorder: Mapped[str | None]
    applied_on: Mapped[str | None]
    court: Mapped[str | None]
    ruled_on: Mapped[str | None]
    ruling: Mapped[str | None]


class CaseDutyRecord(Numbered, Base):
    """What a party has to do under the agreement (履行事项)."""

    __tablename__ = "case_duty"
    case_id: Mapped[int] = mapped_column(
        ForeignKey("mediation_case.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    who: Mapped[str]
    what: Mapped[str]
    amount: Mapped[int | None]
    due: Mapped[str | None] = mapped_column(index=True)
    done_on: Mapped[str | None]
    note: Mapped[str | None]


class CaseVisitRecord(Numbered, Base):
    """A visit after the agreement (回访)."""

    __tablename__ = "case_visit"
    case_id: Mapped[int] = mapped_column(
        ForeignKey("mediation_case.id", ondelete="CASCADE"), index=True
    )
    day: Mapped[str]
    visitor: Mapped[str]
    performance: Mapped[str | None]
    satisfaction: Mapped[str | None]
    note: Mapped[str | None]
    next_due: Mapped[str | None] = mapped_column(index=True)
