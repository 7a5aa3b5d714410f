"""Mapped records of duties on grids: teams, patrols, reports, allowances; private to storage.

Conventions as in `schema`. A module of its own, so that printing a card does not wait for them.
"""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from linli.storage.schema import Base, Numbered


class TeamRecord(Numbered, Base):
    """A team (队伍). `quotas` is JSON: how many of each source category there should be."""

    __tablename__ = "team"
    version: Mapped[int] = mapped_column(default=1)
    kind_code: Mapped[str] = mapped_column(index=True)
    name: Mapped[str] = mapped_column(unique=True)
    grid_id: Mapped[int | None] = mapped_column(ForeignKey("grid.id", ondelete="SET NULL"))
    purpose: Mapped[str | None]
    route: Mapped[str | None]
    expected: Mapped[int | None]
    quotas: Mapped[str]
    plan_title: Mapped[str | None]
    plan_text: Mapped[str | None]
    until: Mapped[str | None]
    note: Mapped[str | None]


class TeamMemberRecord(Numbered, Base):
    """Who is or was in a team: a resident, a member of staff, or somebody from outside."""

    __tablename__ = "team_member"
    version: Mapped[int] = mapped_column(default=1)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"), index=True)
    resident_id: Mapped[int | None] = mapped_column(
        ForeignKey("resident.id", ondelete="SET NULL"), index=True
    )
    staff_id: Mapped[int | None] = mapped_column(
        ForeignKey("staff.id", ondelete="SET NULL"), index=True
    )
    grid_id: Mapped[int | None] = mapped_column(ForeignKey("grid.id", ondelete="SET NULL"))
    name: Mapped[str]
    phone: Mapped[str | None]
    source: Mapped[str]
    rank: Mapped[str]
    duty: Mapped[str | None]
    since: Mapped[str | None]
    until: Mapped[str | None]
    note: Mapped[str | None]


class PatrolShiftRecord(Numbered, Base):
    """A shift (巡逻班次) from `begins` to `ends`, HH:MM; an end before it is on the next day."""

    __tablename__ = "patrol_shift"
    version: Mapped[int] = mapped_column(default=1)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"), index=True)
    day: Mapped[str] = mapped_column(index=True)
    begins: Mapped[str]
    ends: Mapped[str]
    grid_id: Mapped[int | None] = mapped_column(ForeignKey("grid.id", ondelete="SET NULL"))
    route: Mapped[str | None]
    size: Mapped[int]
    incident: Mapped[str | None]
    note: Mapped[str | None]


class PatrolTurnRecord(Numbered, Base):
    """Who is on a shift; `present` is NULL until it was entered."""

    __tablename__ = "patrol_turn"
    __table_args__ = (UniqueConstraint("shift_id", "member_id"), {"sqlite_autoincrement": True})
    shift_id: Mapped[int] = mapped_column(ForeignKey("patrol_shift.id", ondelete="CASCADE"))
    member_id: Mapped[int] = mapped_column(
        ForeignKey("team_member.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    present: Mapped[bool | None]


class EquipmentRecord(Numbered, Base):
    """Equipment of a team (装备): how many there are of one thing."""

    __tablename__ = "equipment"
    __table_args__ = (UniqueConstraint("team_id", "item"), {"sqlite_autoincrement": True})
    version: Mapped[int] = mapped_column(default=1)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"))
    item: Mapped[str]
    unit: Mapped[str]
    quantity: Mapped[int]
    note: Mapped[str | None]


class EquipmentIssueRecord(Numbered, Base):
    """What a member was given, and when it came back."""

    __tablename__ = "equipment_issue"
    version: Mapped[int] = mapped_column(default=1)
    equipment_id: Mapped[int] = mapped_column(
        ForeignKey("equipment.id", ondelete="CASCADE"), index=True
    )
    member_id: Mapped[int] = mapped_column(
        ForeignKey("team_member.id", ondelete="CASCADE"), index=True
    )
    quantity: Mapped[int]
    issued_on: Mapped[str]
    returned_on: Mapped[str | None]
    note: Mapped[str | None]


class DrillRecord(Numbered, Base):
    """A drill (演练). `called_at` is HH:MM, `minutes` until everybody was there."""

    __tablename__ = "drill"
    version: Mapped[int] = mapped_column(default=1)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"), index=True)
    day: Mapped[str] = mapped_column(index=True)
    topic: Mapped[str]
    place: Mapped[str | None]
    called_at: Mapped[str | None]
    minutes: Mapped[int | None]
    expected: Mapped[int]
    present: Mapped[int]
    summary: Mapped[str | None]


class ReportRecord(Numbered, Base):
    """An information slip (信息报送单), numbered within its year without gaps.

    One entered by mistake is voided, never removed.
    """

    __tablename__ = "report"
    __table_args__ = (UniqueConstraint("year", "sequence"), {"sqlite_autoincrement": True})
    version: Mapped[int] = mapped_column(default=1)
    year: Mapped[int]
    sequence: Mapped[int]
    day: Mapped[str] = mapped_column(index=True)
    informant: Mapped[str]
    member_id: Mapped[int | None] = mapped_column(
        ForeignKey("team_member.id", ondelete="SET NULL"), index=True
    )
    resident_id: Mapped[int | None] = mapped_column(
        ForeignKey("resident.id", ondelete="SET NULL"), index=True
    )
    grid_id: Mapped[int | None] = mapped_column(ForeignKey("grid.id", ondelete="SET NULL"))
    household_id: Mapped[int | None] = mapped_column(
        ForeignKey("household.id", ondelete="SET NULL"), index=True
    )
    place: Mapped[str | None]
    kind: Mapped[str]
    content: Mapped[str]
    urgency: Mapped[str]
    state: Mapped[str] = mapped_column(index=True)
    voided_reason: Mapped[str | None]
    account: Mapped[str]


class ReportStepRecord(Numbered, Base):
    """A step in the handling of a slip; `skipped` says that it was passed over, `text` why."""

    __tablename__ = "report_step"
    __table_args__ = (UniqueConstraint("report_id", "position"), {"sqlite_autoincrement": True})
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"))
    position: Mapped[int]
    state: Mapped[str]
    day: Mapped[str]
    person: Mapped[str]
    whom: Mapped[str | None]
    text: Mapped[str | None]
    skipped: Mapped[bool] = mapped_column(default=False)


class AllowanceSheetRecord(Numbered, Base):
    """The allowances of a team in a month (补助表), YYYY-MM; `amount` is in fen a head."""

    __tablename__ = "allowance_sheet"
    __table_args__ = (UniqueConstraint("team_id", "month"), {"sqlite_autoincrement": True})
    version: Mapped[int] = mapped_column(default=1)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"))
    month: Mapped[str]
    amount: Mapped[int]
    part_rule: Mapped[str]
    closed_on: Mapped[str | None]
    account: Mapped[str | None]


class AllowanceChangeRecord(Numbered, Base):
    """A plus or minus (奖、罚) in fen, and why."""

    __tablename__ = "allowance_change"
    sheet_id: Mapped[int] = mapped_column(
        ForeignKey("allowance_sheet.id", ondelete="CASCADE"), index=True
    )
    member_id: Mapped[int] = mapped_column(
        ForeignKey("team_member.id", ondelete="CASCADE"), index=True
    )
    amount: Mapped[int]
    reason: Mapped[str]


class AllowanceLineRecord(Numbered, Base):
    """What a closed sheet says of one person; amounts in fen. `counts` is JSON: slips by kind."""

    __tablename__ = "allowance_line"
    __table_args__ = (UniqueConstraint("sheet_id", "position"), {"sqlite_autoincrement": True})
    sheet_id: Mapped[int] = mapped_column(ForeignKey("allowance_sheet.id", ondelete="CASCADE"))
    position: Mapped[int]
    member_id: Mapped[int | None] = mapped_column(
        ForeignKey("team_member.id", ondelete="SET NULL"), index=True
    )
    resident_id: Mapped[int | None] = mapped_column(
        ForeignKey("resident.id", ondelete="SET NULL"), index=True
    )
    name: Mapped[str]
    grid: Mapped[str]
    days: Mapped[int]
    counts: Mapped[str]
    base: Mapped[int]
    plus: Mapped[int]
    minus: Mapped[int]
    reasons: Mapped[str]
