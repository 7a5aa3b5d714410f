"""Notices (通知) of the register: drafts, numbers, recipients, and what was printed of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from linli.domain.notice_templates import NoticeTemplate

MOST_RECIPIENTS = 500
"""So many are printed and kept under one number."""


class NoticeState(StrEnum):
    """Where a notice stands."""

    DRAFT = "draft"  # 草稿
    ISSUED = "issued"  # 已发
    WITHDRAWN = "withdrawn"  # 已撤回


STATE_LABELS = {
    NoticeState.DRAFT: "草稿",
    NoticeState.ISSUED: "已发",
    NoticeState.WITHDRAWN: "已撤回",
}


@dataclass(frozen=True, kw_only=True)
class NoticeNumber:
    """A number (发文字号): sequences begin with 1 in each year, for each prefix (机关代字)."""

    prefix: str
    year: int
    sequence: int

    @property
    def text(self) -> str:
        """As it is printed: 西社通〔2026〕1号."""
        return f"{self.prefix}〔{self.year}〕{self.sequence}号"


@dataclass(frozen=True, kw_only=True)
class Issuer:
    """An organisation that issues notices (发文机关): its name, and the prefix of its numbers."""

    name: str
    prefix: str = ""


@dataclass(frozen=True, kw_only=True)
class NoticeRecipient:
    """Who gets a notice: a household by its head, or a person.

    Attributes:
        name: of the head or the person, as printed.
        place: the address as spoken.
        building: under which heading of a list it stands.
        resident_id: whose record; None once it is gone.
        facts: what is printed for each, by `RECIPIENT_FIELDS`.
    """

    name: str
    place: str = ""
    building: str = ""
    resident_id: int | None = None
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class NoticeDraft:
    """What a notice says.

    Attributes:
        template: its own copy of the template: the clerk may change title and text of one notice.
        issuer: the organisation's name.
        values: what was typed into the fields, by their names.
        grid_id: the grid whose people are named; None for none.
        station_id: the station that is named; None for none.
        signed_on: the date under it; None: the day of issue.
        recipients: to whom it goes, in the order of the walk; empty for one copy.
        urgency: 紧急程度 in the head of an official notice or a letter; "" for none.
        signers: 签发人 in the head of an official notice that goes upwards (上行文).
        copies_numbered: whether each copy of an official notice or a letter has its 份号.
    """

    template: NoticeTemplate
    issuer: str
    values: Mapping[str, str] = field(default_factory=dict)
    grid_id: int | None = None
    station_id: int | None = None
    signed_on: date | None = None
    recipients: tuple[NoticeRecipient, ...] = ()
    urgency: str = ""
    signers: tuple[str, ...] = ()
    copies_numbered: bool = False


@dataclass(frozen=True, kw_only=True)
class NoticeFile:
    """What was printed when a notice was issued or revised (存档件).

    `reason` says why it was revised. `whole` is False once the bytes were erased with a person.
    """

    revision: int
    made_at: datetime
    account: str
    digest: str
    pages: int
    reason: str | None = None
    whole: bool = True


@dataclass(frozen=True, kw_only=True)
class NoticeRow:
    """A line of the register; `title` is as printed, with the fields filled in."""

    id: int
    version: int
    kind: str
    kind_title: str
    title: str
    state: NoticeState
    revision: int
    number: NoticeNumber | None
    day: date
    issuer: str
    recipients: int = 0


@dataclass(frozen=True, kw_only=True)
class SavedNotice:
    """A saved notice with its files, the newest first."""

    row: NoticeRow
    draft: NoticeDraft
    files: tuple[NoticeFile, ...] = ()
    withdrawn_on: date | None = None
    withdrawn_reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class NoticeFilter:
    """Which notices a list shows; every condition narrows. `text` is part of title or number."""

    year: int | None = None
    kind: str | None = None
    state: NoticeState | None = None
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class NoticeTrouble:
    """Why a notice cannot be printed yet.

    `field` is the field's name, or `heading`, `addressee`, `text`, `recipients`, `issuer`; `whose`
    the recipient of whom something is missing.
    """

    field: str
    message: str
    whose: str = ""
