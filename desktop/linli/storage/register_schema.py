"""Mapped records of the registers (登记簿) beside people and homes, private to storage.

Conventions as in `schema`. A module of its own, so that printing a card does not wait for them.
"""

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from linli.storage.schema import Base, Numbered


class EntitlementRecord(Numbered, Base):
    """A benefit that a person gets (低保、救助、就业援助…). `amount` is in fen (分) a month."""

    __tablename__ = "entitlement"
    version: Mapped[int] = mapped_column(default=1)
    resident_id: Mapped[int] = mapped_column(
        ForeignKey("resident.id", ondelete="CASCADE"), index=True
    )
    kind_code: Mapped[str] = mapped_column(index=True)
    number: Mapped[str | None]
    persons: Mapped[int | None]
    amount: Mapped[int | None]
    since: Mapped[str | None]
    until: Mapped[str | None]
    review_date: Mapped[str | None] = mapped_column(index=True)
    note: Mapped[str | None]


class VisitRecord(Numbered, Base):
    """A visit or a service given (走访、上门服务) to a person or a household."""

    __tablename__ = "visit"
    __table_args__ = (
        CheckConstraint(
            "(household_id IS NULL) <> (resident_id IS NULL)", name="ck_visit_one_subject"
        ),
        {"sqlite_autoincrement": True},
    )
    version: Mapped[int] = mapped_column(default=1)
    day: Mapped[str] = mapped_column(index=True)
    kind_code: Mapped[str] = mapped_column(index=True)
    resident_id: Mapped[int | None] = mapped_column(
        ForeignKey("resident.id", ondelete="CASCADE"), index=True
    )
    household_id: Mapped[int | None] = mapped_column(ForeignKey("household.id"), index=True)
    visitor: Mapped[str | None]
    content: Mapped[str | None]
    next_due: Mapped[str | None] = mapped_column(index=True)


class OrganisationRecord(Numbered, Base):
    """An organisation of the district (辖区单位、社会组织)."""

    __tablename__ = "organisation"
    version: Mapped[int] = mapped_column(default=1)
    name: Mapped[str] = mapped_column(unique=True)
    name_pinyin: Mapped[str] = mapped_column(index=True)
    kind_code: Mapped[str] = mapped_column(index=True)
    credit_code: Mapped[str | None] = mapped_column(unique=True)
    address: Mapped[str | None]
    phone: Mapped[str | None]
    note: Mapped[str | None]


class OrganisationLeaderRecord(Numbered, Base):
    """Who leads or represents an organisation, and since when."""

    __tablename__ = "organisation_leader"
    organisation_id: Mapped[int] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    name: Mapped[str]
    post: Mapped[str | None]
    phone: Mapped[str | None]
    since: Mapped[str | None]
    until: Mapped[str | None]


class TrainingRecord(Numbered, Base):
    """A training or study visit (培训、参观) and how many took part."""

    __tablename__ = "training"
    version: Mapped[int] = mapped_column(default=1)
    day: Mapped[str] = mapped_column(index=True)
    kind_code: Mapped[str]
    topic: Mapped[str]
    place: Mapped[str | None]
    teacher: Mapped[str | None]
    headcount: Mapped[int]
    note: Mapped[str | None]


class SurveyRecord(Numbered, Base):
    """A short paper survey (问卷). `questions` is JSON: texts and choices."""

    __tablename__ = "survey"
    version: Mapped[int] = mapped_column(default=1)
    title: Mapped[str]
    day: Mapped[str] = mapped_column(index=True)
    handed_out: Mapped[int]
    questions: Mapped[str]


class SurveyTallyRecord(Numbered, Base):
    """How many papers chose an answer; question and choice are counted from 0."""

    __tablename__ = "survey_tally"
    __table_args__ = (
        UniqueConstraint("survey_id", "question", "choice"),
        {"sqlite_autoincrement": True},
    )
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id", ondelete="CASCADE"))
    question: Mapped[int]
    choice: Mapped[int]
    count: Mapped[int]


class BedRecord(Numbered, Base):
    """A bed of a home for the old (床位)."""

    __tablename__ = "bed"
    version: Mapped[int] = mapped_column(default=1)
    facility: Mapped[str] = mapped_column(index=True)
    room: Mapped[str | None]
    number: Mapped[str]
    note: Mapped[str | None]


class BedStayRecord(Numbered, Base):
    """Who has or had a bed."""

    __tablename__ = "bed_stay"
    version: Mapped[int] = mapped_column(default=1)
    bed_id: Mapped[int] = mapped_column(ForeignKey("bed.id", ondelete="CASCADE"), index=True)
    resident_id: Mapped[int | None] = mapped_column(
        ForeignKey("resident.id", ondelete="SET NULL"), index=True
    )
    name: Mapped[str]
    contact: Mapped[str | None]
    since: Mapped[str]
    until: Mapped[str | None]
    note: Mapped[str | None]


class NeighbourRecord(Numbered, Base):
    """Who looks after a neighbour (邻里守望)."""

    __tablename__ = "neighbour"
    version: Mapped[int] = mapped_column(default=1)
    resident_id: Mapped[int] = mapped_column(
        ForeignKey("resident.id", ondelete="CASCADE"), index=True
    )
    neighbour_id: Mapped[int | None] = mapped_column(
        ForeignKey("resident.id", ondelete="SET NULL"), index=True
    )
    name: Mapped[str]
    phone: Mapped[str | None]
    holds_key: Mapped[bool] = mapped_column(default=False)
    call_first: Mapped[bool] = mapped_column(default=False)
    since: Mapped[str | None]
    until: Mapped[str | None]
    note: Mapped[str | None]


class SavedFilterRecord(Numbered, Base):
    """A filter that the clerk keeps (常用筛选). `content` is its JSON."""

    __tablename__ = "saved_filter"
    position: Mapped[int]
    name: Mapped[str] = mapped_column(unique=True)
    content: Mapped[str]


class NotSameRecord(Numbered, Base):
    """Two people whom the clerk has told apart (不是同一人); `first_id` is the smaller."""

    __tablename__ = "not_same"
    __table_args__ = (UniqueConstraint("first_id", "second_id"), {"sqlite_autoincrement": True})
    first_id: Mapped[int] = mapped_column(ForeignKey("resident.id", ondelete="CASCADE"))
    second_id: Mapped[int] = mapped_column(
        ForeignKey("resident.id", ondelete="CASCADE"), index=True
    )


class MergeRecord(Numbered, Base):
    """Two records of one person made one (合并): `gone_id` went into `kept_id`."""

    __tablename__ = "merge"
    kept_id: Mapped[int] = mapped_column(ForeignKey("resident.id"), index=True)
    gone_id: Mapped[int] = mapped_column(ForeignKey("resident.id"), index=True)
    at: Mapped[str]
    account: Mapped[str]


class MergeStepRecord(Numbered, Base):
    """One thing that a merge did, so that it can be taken back by itself.

    `before` and `after` are the row's changed columns as JSON; a row that was dropped has no
    `after`, one that was added no `before`.
    """

    __tablename__ = "merge_step"
    __table_args__ = (
        UniqueConstraint("merge_id", "position"),
        Index("ix_merge_step_row", "table_name", "row_id"),
        {"sqlite_autoincrement": True},
    )
    merge_id: Mapped[int] = mapped_column(ForeignKey("merge.id", ondelete="CASCADE"))
    position: Mapped[int]
    table_name: Mapped[str]
    row_id: Mapped[int]
    before: Mapped[str | None]
    after: Mapped[str | None]
    undone_at: Mapped[str | None]
