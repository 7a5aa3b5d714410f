"""Mapped records of people, homes and cards, private to storage.

Registers (救助, 走访, 单位 …) are in `register_schema`, journal and trail in `journal_schema`.

Every table in `journal_tables.JOURNALED` is written only inside `Database.writing`; triggers on it
record each change (see `journal`). Dates are ISO text, partial dates `YYYY`, `YYYY-MM` or
`YYYY-MM-DD`. Times are UTC ISO text. A value that is absent is NULL, never "".
"""

from typing import Annotated

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Base of all records."""


OPEN = text("until IS NULL")
"""Of what has days: it is not over. What is unique is so only among these."""

SomebodyLinked = Annotated[
    int | None, mapped_column(ForeignKey("resident.id", ondelete="SET NULL"), index=True)
]
"""A person of whom the row says enough to outlive the link."""


class Numbered:
    """An id that is never used twice, so that undo can bring a row back under its own."""

    __table_args__: object = {"sqlite_autoincrement": True}
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)


class AccountRecord(Numbered, Base):
    """Who may sign in. The wrapped key lies in the keyring file, not here."""

    __tablename__ = "account"
    name: Mapped[str] = mapped_column(unique=True)
    role: Mapped[str]
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[str]


class SettingRecord(Base):
    """A named value, as JSON."""

    __tablename__ = "setting"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class PhotoRecord(Base):
    """A picture under its SHA-256 digest. Only ever added, so it needs no journal."""

    __tablename__ = "photo"
    digest: Mapped[str] = mapped_column(primary_key=True)
    media_type: Mapped[str]
    content: Mapped[bytes]


class GridRecord(Numbered, Base):
    """A grid (网格), closed after `until`; `successor_id` is the grid that its places went to."""

    __tablename__ = "grid"
    __table_args__ = (
        Index("ix_grid_order", text("length(number)"), "number"),
        Index("ix_grid_number", "number", unique=True, sqlite_where=OPEN),
        Index("ix_grid_name", "name", unique=True, sqlite_where=OPEN),
        {"sqlite_autoincrement": True},
    )
    version: Mapped[int] = mapped_column(default=1)
    number: Mapped[str]
    name: Mapped[str]
    note: Mapped[str | None]
    community_id: Mapped[int | None] = mapped_column(ForeignKey("community.id"), index=True)
    since: Mapped[str | None]
    until: Mapped[str | None]
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("grid.id"), index=True)


class GridBuildingRecord(Numbered, Base):
    """A place of a grid: estate or lane, building, unit or room. New dwellings in it join."""

    __tablename__ = "grid_building"
    __table_args__ = (
        Index("ix_grid_building_place_key", "place_key", unique=True, sqlite_where=OPEN),
        {"sqlite_autoincrement": True},
    )
    grid_id: Mapped[int] = mapped_column(ForeignKey("grid.id", ondelete="CASCADE"), index=True)
    estate: Mapped[str | None]
    building: Mapped[str | None]
    unit: Mapped[str | None]
    room: Mapped[str | None]
    place_key: Mapped[str]
    since: Mapped[str | None]
    until: Mapped[str | None]


class GridOfficerRecord(Numbered, Base):
    """Who holds a post on a grid, or in one building of it (`building_key`), and when."""

    __tablename__ = "grid_officer"
    grid_id: Mapped[int] = mapped_column(ForeignKey("grid.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    role: Mapped[str]
    name: Mapped[str]
    phone: Mapped[str | None]
    photo: Mapped[str | None] = mapped_column(ForeignKey("photo.digest"))
    since: Mapped[str | None]
    until: Mapped[str | None]
    staff_id: Mapped[int | None] = mapped_column(
        ForeignKey("staff.id", ondelete="SET NULL"), index=True
    )
    resident_id: Mapped[SomebodyLinked]
    building_key: Mapped[str | None]
    note: Mapped[str | None]


class BoardEntryRecord(Numbered, Base):
    """Who stands on a grid's board (公示栏)."""

    __tablename__ = "board_entry"
    grid_id: Mapped[int] = mapped_column(ForeignKey("grid.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    name: Mapped[str]
    post: Mapped[str | None]
    phone: Mapped[str | None]
    photo: Mapped[str | None] = mapped_column(ForeignKey("photo.digest"))
    promise: Mapped[str | None]
    resident_id: Mapped[SomebodyLinked]


class StationRecord(Numbered, Base):
    """A station of the hall (援助站点)."""

    __tablename__ = "station"
    version: Mapped[int] = mapped_column(default=1)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(unique=True)
    phone: Mapped[str | None]
    advice_phone: Mapped[str | None]
    place: Mapped[str | None]
    hours: Mapped[str | None]
    services: Mapped[str | None]
    open_times: Mapped[str | None]


class StaffRecord(Numbered, Base):
    """A member of staff (工作人员)."""

    __tablename__ = "staff"
    version: Mapped[int] = mapped_column(default=1)
    position: Mapped[int]
    name: Mapped[str]
    post: Mapped[str | None]
    number: Mapped[str | None] = mapped_column(unique=True)
    office: Mapped[str | None]
    phone: Mapped[str | None]
    photo: Mapped[str | None] = mapped_column(ForeignKey("photo.digest"))
    promise: Mapped[str | None]
    party_member: Mapped[bool] = mapped_column(default=False)
    station_id: Mapped[int | None] = mapped_column(ForeignKey("station.id"), index=True)


class DwellingRecord(Numbered, Base):
    """A place to live. `address_key` and `building_key` compare; `sort_key` orders a walk."""

    __tablename__ = "dwelling"
    __table_args__ = (
        Index("ix_dwelling_grid", "grid_id", "sort_key"),
        {"sqlite_autoincrement": True},
    )
    version: Mapped[int] = mapped_column(default=1)
    estate: Mapped[str | None]
    building: Mapped[str | None]
    unit: Mapped[str | None]
    room: Mapped[str | None]
    address_key: Mapped[str] = mapped_column(unique=True)
    building_key: Mapped[str] = mapped_column(index=True)
    sort_key: Mapped[str] = mapped_column(index=True)
    grid_id: Mapped[int | None] = mapped_column(ForeignKey("grid.id"))
    note: Mapped[str | None]


class HouseholdRecord(Numbered, Base):
    """A household (户)."""

    __tablename__ = "household"
    __table_args__ = (
        Index("ix_household_order", text("length(number)"), "number"),
        {"sqlite_autoincrement": True},
    )
    version: Mapped[int] = mapped_column(default=1)
    number: Mapped[str | None] = mapped_column(unique=True)
    kind: Mapped[str]
    dwelling_id: Mapped[int | None] = mapped_column(ForeignKey("dwelling.id"), index=True)
    note: Mapped[str | None]


_STANDING = ("recycled_at", "status")
_NOT_HEAD = text("relation_code IS NOT '02'")
_FILTERED = (
    *("sex", "birth", "education_code", "marriage_code", "politics_code", "relation_code"),
    *("returned", text("photo IS NULL"), "created_at"),
)
"""What a filter asks of a person's own record (see `resident_conditions`)."""


class ResidentRecord(Numbered, Base):
    """A person. `home_id` is where they live: `dwelling_id`, else the household's.

    The indexes of an order end with the standing, so that a list is read from them alone (see
    `resident_lists`). `returned` (返迁) is true or NULL. `merged_into` is whose second record
    this was (重复人员); the record is then recycled too.
    """

    __tablename__ = "resident"
    __table_args__ = (
        Index("ix_resident_name_birth", "name", "birth"),
        Index("ix_resident_pinyin", "name_pinyin", "name", "id", *_STANDING),
        Index("ix_resident_birth", "birth", "id", *_STANDING),
        Index(
            "ix_resident_home",
            *("home_id", "household_id", _NOT_HEAD, "id"),
            *_STANDING,
            *_FILTERED,
        ),
        Index("ix_resident_household", "household_id", _NOT_HEAD, "id", *_STANDING),
        Index(
            "ix_resident_party_member",
            "id",
            *_STANDING,
            "politics_code",
            sqlite_where=text("politics_code IN ('01', '02')"),
        ),
        Index(
            "ix_resident_recycled",
            "recycled_at",
            sqlite_where=text("recycled_at IS NOT NULL"),
        ),
        {"sqlite_autoincrement": True},
    )
    version: Mapped[int] = mapped_column(default=1)
    name: Mapped[str]
    name_pinyin: Mapped[str]
    former_name: Mapped[str | None]
    native_name: Mapped[str | None]
    sex: Mapped[str]
    birth: Mapped[str | None]
    ethnicity_code: Mapped[str | None]
    education_code: Mapped[str | None]
    politics_code: Mapped[str | None]
    marriage_code: Mapped[str | None]
    relation_code: Mapped[str | None]
    occupation: Mapped[str | None]
    employer: Mapped[str | None]
    registered_address: Mapped[str | None]
    origin_village: Mapped[str | None] = mapped_column(index=True)
    returned: Mapped[bool | None]
    household_id: Mapped[int | None] = mapped_column(ForeignKey("household.id"))
    dwelling_id: Mapped[int | None] = mapped_column(ForeignKey("dwelling.id"), index=True)
    home_id: Mapped[int | None] = mapped_column(ForeignKey("dwelling.id"))
    note: Mapped[str | None]
    status: Mapped[str]
    status_date: Mapped[str | None]
    status_note: Mapped[str | None]
    photo: Mapped[str | None] = mapped_column(ForeignKey("photo.digest"))
    recycled_at: Mapped[str | None]
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("resident.id"), index=True)
    created_at: Mapped[str]
    updated_at: Mapped[str]


class IdentityDocumentRecord(Numbered, Base):
    """An identity document. `tail` is the last four characters, for finding."""

    __tablename__ = "identity_document"
    __table_args__ = (UniqueConstraint("kind", "number"), {"sqlite_autoincrement": True})
    resident_id: Mapped[int] = mapped_column(
        ForeignKey("resident.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    kind: Mapped[str]
    number: Mapped[str] = mapped_column(index=True)
    tail: Mapped[str] = mapped_column(index=True)


class PhoneRecord(Numbered, Base):
    """A phone number in normal form. `tail` is the last four digits."""

    __tablename__ = "phone"
    resident_id: Mapped[int] = mapped_column(
        ForeignKey("resident.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    kind: Mapped[str]
    number: Mapped[str] = mapped_column(index=True)
    tail: Mapped[str] = mapped_column(index=True)
    note: Mapped[str | None]


class ResidentTagRecord(Numbered, Base):
    """A skill (特长) or care tag (关爱标签) of a person. `kind` is `skill` or `care`."""

    __tablename__ = "resident_tag"
    __table_args__ = (
        UniqueConstraint("resident_id", "kind", "text"),
        Index("ix_resident_tag_text", "kind", "text"),
        CheckConstraint("kind IN ('skill', 'care')", name="ck_resident_tag_kind"),
        {"sqlite_autoincrement": True},
    )
    resident_id: Mapped[int] = mapped_column(ForeignKey("resident.id", ondelete="CASCADE"))
    position: Mapped[int]
    kind: Mapped[str]
    text: Mapped[str]


class FloatingStayRecord(Numbered, Base):
    """What is recorded of a floating person (流动人口)."""

    __tablename__ = "floating_stay"
    resident_id: Mapped[int] = mapped_column(
        ForeignKey("resident.id", ondelete="CASCADE"), unique=True
    )
    origin: Mapped[str | None]
    arrived: Mapped[str | None]
    reason_code: Mapped[str | None]
    housing_code: Mapped[str | None]
    permit_code: Mapped[str | None]
    permit_number: Mapped[str | None]
    permit_expires: Mapped[str | None] = mapped_column(index=True)
    expected_leave: Mapped[str | None]
    landlord_name: Mapped[str | None]
    landlord_phone: Mapped[str | None]
    management: Mapped[str | None]


class PartyMembershipRecord(Numbered, Base):
    """What is recorded of a party member (党员)."""

    __tablename__ = "party_membership"
    resident_id: Mapped[int] = mapped_column(
        ForeignKey("resident.id", ondelete="CASCADE"), unique=True
    )
    branch: Mapped[str | None] = mapped_column(index=True)
    joined: Mapped[str | None]
    management: Mapped[str | None] = mapped_column(index=True)
    belonging: Mapped[str | None] = mapped_column(index=True)
    home_organisation: Mapped[str | None]
    certificate: Mapped[str | None]
    registered: Mapped[str | None]
    difficulty: Mapped[bool] = mapped_column(default=False)
    post: Mapped[str | None]
    note: Mapped[str | None]


class RentalRecord(Numbered, Base):
    """The letting of a dwelling (出租房屋)."""

    __tablename__ = "rental"
    dwelling_id: Mapped[int] = mapped_column(
        ForeignKey("dwelling.id", ondelete="CASCADE"), unique=True
    )
    number: Mapped[str | None] = mapped_column(unique=True)
    landlord_name: Mapped[str | None]
    landlord_document_kind: Mapped[str | None]
    landlord_document: Mapped[str | None]
    landlord_phone: Mapped[str | None]
    rooms: Mapped[int | None]
    occupants: Mapped[int | None]
    management: Mapped[str | None]
    review_date: Mapped[str | None] = mapped_column(index=True)
    since: Mapped[str | None]
    note: Mapped[str | None]


class TenancyRecord(Numbered, Base):
    """A tenant of a rental."""

    __tablename__ = "tenancy"
    rental_id: Mapped[int] = mapped_column(ForeignKey("rental.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    resident_id: Mapped[SomebodyLinked]
    name: Mapped[str]
    document_kind: Mapped[str | None]
    document: Mapped[str | None] = mapped_column(index=True)
    phone: Mapped[str | None]
    room: Mapped[str | None]
    since: Mapped[str | None]
    until: Mapped[str | None]


class PairingRecord(Numbered, Base):
    """Who helps a household (结对帮扶)."""

    __tablename__ = "pairing"
    version: Mapped[int] = mapped_column(default=1)
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"), index=True)
    resident_id: Mapped[SomebodyLinked]
    name: Mapped[str]
    post: Mapped[str | None]
    phone: Mapped[str | None]
    photo: Mapped[str | None] = mapped_column(ForeignKey("photo.digest"))
    since: Mapped[str | None]
    until: Mapped[str | None]
    note: Mapped[str | None]


class DrawnGlyphRecord(Numbered, Base):
    """A character that the clerk drew, because no font has it. `strokes` is JSON, in em."""

    __tablename__ = "drawn_glyph"
    character: Mapped[str] = mapped_column(unique=True)
    strokes: Mapped[str]
    width: Mapped[float]
    resident_id: Mapped[SomebodyLinked]


class CardTemplateRecord(Numbered, Base):
    """A template of the clerk's own (自制模板), as JSON; `key` is the kind of card."""

    __tablename__ = "card_template"
    key: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    content: Mapped[str]


class CardRecord(Numbered, Base):
    """A card number, which stays with its household (or person without one) and kind for good."""

    __tablename__ = "card"
    __table_args__ = (
        Index("ix_card_household_kind", "household_id", "kind", unique=True),
        Index("ix_card_resident_kind", "resident_id", "kind", unique=True),
        CheckConstraint(
            "(household_id IS NULL) <> (resident_id IS NULL)", name="ck_card_one_subject"
        ),
        {"sqlite_autoincrement": True},
    )
    number: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    household_id: Mapped[int | None] = mapped_column(ForeignKey("household.id"))
    resident_id: Mapped[int | None] = mapped_column(ForeignKey("resident.id"))


class CardIssueRecord(Numbered, Base):
    """One printing of a card: what it said (as a digest), when, by whom; withdrawn or not.

    `grid` and `officers` are the grid and the people of it that were printed.
    """

    __tablename__ = "card_issue"
    card_id: Mapped[int] = mapped_column(ForeignKey("card.id"), index=True)
    issue: Mapped[int]
    kind_title: Mapped[str]
    holder: Mapped[str]
    holder_id: Mapped[int | None] = mapped_column(ForeignKey("resident.id"), index=True)
    fingerprint: Mapped[str]
    layout: Mapped[str]
    issued_at: Mapped[str]
    account: Mapped[str]
    withdrawn_at: Mapped[str | None]
    withdrawn_reason: Mapped[str | None]
    grid: Mapped[str | None]
    officers: Mapped[str | None]


class PrintRunRecord(Numbered, Base):
    """A print run (打印批次). `setup` is the paper as JSON, frozen when the run began."""

    __tablename__ = "print_run"
    title: Mapped[str]
    kind: Mapped[str]
    kind_title: Mapped[str]
    size: Mapped[str]
    setup: Mapped[str]
    started_at: Mapped[str]
    account: Mapped[str]
    closed_at: Mapped[str | None]


class PrintRunCardRecord(Numbered, Base):
    """A card of a run. `issue_id` is its printing, NULL while it waits; `reason` says why it does.

    `left_out` cards are not printed in this run.
    """

    __tablename__ = "print_run_card"
    __table_args__ = (UniqueConstraint("run_id", "position"), {"sqlite_autoincrement": True})
    run_id: Mapped[int] = mapped_column(ForeignKey("print_run.id", ondelete="CASCADE"))
    position: Mapped[int]
    card_id: Mapped[int] = mapped_column(ForeignKey("card.id"), index=True)
    holder: Mapped[str]
    building: Mapped[str]
    place: Mapped[str]
    issue_id: Mapped[int | None] = mapped_column(ForeignKey("card_issue.id"), index=True)
    left_out: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str | None]
