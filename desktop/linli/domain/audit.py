"""The audit trail (审计日志) as it is read: kinds of event, filters, and the head of the chain.

GB/T 22239-2019 7.1.4.3 asks of each event: date and time, user, kind, and whether it succeeded.
"""

import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache

from linli.domain.values.text import squeeze
from linli.errors import UserError
from linli.paths import resource

DIGEST_CHARACTERS = 64
"""A digest is 256 bits in hexadecimal."""

ENOUGH_CHARACTERS = 16
"""So much of a digest must be typed for a check: 64 bits are not hit by chance."""


class AuditKind(StrEnum):
    """What an event is; names and the words by which it is known are in `audit_kinds.json`."""

    SIGN_IN_FAILED = "sign_in_failed"
    SIGN_IN = "sign_in"
    SIGN_OUT = "sign_out"
    CLOCK = "clock"
    REVEAL = "reveal"
    QUERY = "query"
    PRINT = "print"
    EXPORT = "export"
    IMPORT = "import"
    EXCHANGE = "exchange"
    RESTORE = "restore"
    BACKUP = "backup"
    ACCOUNTS = "accounts"
    PRIVACY = "privacy"
    SETTINGS = "settings"
    UNDO = "undo"
    MERGE = "merge"
    REMOVE = "remove"
    ADD = "add"
    CHECK = "check"
    CHANGE = "change"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class AuditFilter:
    """What narrows the list of events; an attribute that is None or "" narrows nothing.

    `since` and `until` are days in local time, both included. `subject` names a record, such as
    `resident/12`, and finds what was done to it, by whatever step.
    """

    since: date | None = None
    until: date | None = None
    account: str = ""
    kind: AuditKind | None = None
    succeeded: bool | None = None
    subject: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class AuditHead:
    """The last event of the trail: whoever keeps it elsewhere can prove that nothing was cut off.

    `digest` is hexadecimal; of a head typed in from paper it may be the beginning only. `at` is
    None there.
    """

    number: int
    digest: str
    at: datetime | None = None

    @property
    def text(self) -> str:
        """The number and the digest in groups of four, to be printed and typed."""
        digits = self.digest.upper()
        groups = (digits[place : place + 4] for place in range(0, len(digits), 4))
        return "-".join((str(self.number), *groups))

    @property
    def short(self) -> str:
        """The number and as much of the digest as is enough to type."""
        return AuditHead(number=self.number, digest=self.digest[:ENOUGH_CHARACTERS]).text

    def fits(self, digest: str) -> bool:
        """Whether `digest` is this head's, as far as it was typed."""
        return bool(self.digest) and digest.lower().startswith(self.digest)


@dataclass(frozen=True, kw_only=True)
class KnownHead:
    """A head that is kept elsewhere, and where: a backup, the file beside the ledger, on paper."""

    head: AuditHead
    where: str


@dataclass(frozen=True, kw_only=True)
class AuditReport:
    """What a check of the trail found.

    Attributes:
        problems: one Chinese sentence for each place that was tampered with.
        notes: what is worth telling and no problem, such as a restore.
        events: how many events there are.
        head: the last of them; None of a trail without events.
    """

    problems: tuple[str, ...]
    notes: tuple[str, ...]
    events: int
    head: AuditHead | None


def read_head(text: str) -> AuditHead:
    """Read a head as it was printed: `123-ABCD-…`; small letters and spaces do not matter.

    Raises:
        UserError: it is no head, or too little of it.
    """
    plain = re.sub(r"[\s—–－·:：]+", "-", squeeze(text)).strip("-").lower()
    number, _, rest = plain.partition("-")
    digest = rest.replace("-", "")
    if not number.isdecimal() or not re.fullmatch(r"[0-9a-f]*", digest):
        raise UserError(
            f"「{text}」不是审计记录的链头，请照纸上的样子输入：序号-四位一组的校验码，"
            "校验码只有 0 到 9 和 A 到 F。",
            "head",
        )
    if not ENOUGH_CHARACTERS <= len(digest) <= DIGEST_CHARACTERS:
        raise UserError(
            f"校验码输入了 {len(digest)} 位，要输入 {ENOUGH_CHARACTERS} 到 {DIGEST_CHARACTERS} 位，"
            "请核对后再输入。",
            "head",
        )
    return AuditHead(number=int(number), digest=digest)


def kind_of(action: str, *, is_entry: bool) -> AuditKind:
    """Return the kind of an event by the words its action begins with.

    Args:
        action: what was done, such as 「导出居民名册」.
        is_entry: whether it is a step of the journal, which changed something.
    """
    for kind, begins in _begins():
        if action.startswith(begins):
            return kind
    return AuditKind.CHANGE if is_entry else AuditKind.OTHER


def kind_name(kind: AuditKind) -> str:
    """Return a kind's Chinese name."""
    return next(row["name"] for row in _rows() if row["code"] == kind.value)


def read_kind(text: str) -> AuditKind:
    """Read a kind by its code or its name.

    Raises:
        UserError: there is none; the sentence names them all.
    """
    for row in _rows():
        if squeeze(text) in (row["code"], row["name"]):
            return AuditKind(row["code"])
    names = "、".join(row["name"] for row in _rows())
    raise UserError(f"没有「{text}」这一类审计记录，可以用：{names}。", "kind")


@cache
def _begins() -> tuple[tuple[AuditKind, tuple[str, ...]], ...]:
    return tuple((AuditKind(row["code"]), tuple(row["begins"])) for row in _rows())


@cache
def _rows() -> list[dict[str, str]]:
    text = resource("codes/audit_kinds.json").read_text(encoding="utf-8")
    return list(json.loads(text)["codes"])
