"""The file of a case (卷宗): what is put in from outside, and what the bound volume is made of.

Attachments (附件: proofs of identity, evidence, receipts, signed papers as scans) are kept byte for
byte as they came. The order of the volume and what must be in it, `case_file_rules` says.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from linli.domain.case_papers import PaperKind, PaperRef

_MB = 1024 * 1024
LARGEST_FILE = 50 * _MB
"""Bytes of a file that is still taken in."""
MOST_PAGES = 500
"""Pages of a file that is still taken in."""
LARGEST_IMAGE = 80_000_000
"""Pixels of a picture that is still decoded (A3 at 600 dpi has 70 million)."""


class MediaType(StrEnum):
    """What a file is, by what stands in it."""

    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"
    TIFF = "image/tiff"


MEDIA_TYPE = {
    MediaType.PDF: "PDF",
    MediaType.JPEG: "JPEG 照片",
    MediaType.PNG: "PNG 图片",
    MediaType.TIFF: "TIFF 扫描件",
}


class Sides(StrEnum):
    """How the volume is printed; it decides on which side of a page it is bound."""

    ONE = "one"
    BOTH = "both"


SIDES = {Sides.ONE: "单面打印", Sides.BOTH: "双面打印"}


class Retention(StrEnum):
    """How long a volume is kept (保管期限): three classes without numbers of years.

    The law names none and local rules contradict each other (standards.md 1.4).
    """

    SHORT = "short"
    LONG = "long"
    PERMANENT = "permanent"


RETENTION = {Retention.SHORT: "短期", Retention.LONG: "长期", Retention.PERMANENT: "永久"}


@dataclass(frozen=True, kw_only=True)
class CaseFileDraft:
    """What the clerk says of an attachment.

    Attributes:
        kind: the document that it is, or stands for.
        subject: which of several documents of that kind (`PaperRef.subject`), "" for any.
        name: as the contents of the volume call it.
        note: 备注 in the contents, such as 复印件.
        party_id: whose it is (of a proof of identity), if that was said.
        replaces: it is bound instead of the document that was made here: the same, with signatures
            and seals on it.
    """

    kind: PaperKind
    subject: str = ""
    name: str
    note: str = ""
    party_id: int | None = None
    replaces: bool = False

    def stands_for(self, ref: PaperRef) -> bool:
        """Whether it is bound instead of a document that was made here."""
        return self.replaces and self.kind is ref.kind and self.subject in ("", ref.subject)


@dataclass(frozen=True, kw_only=True)
class CaseFile:
    """An attachment as it is kept.

    Attributes:
        facts: what the clerk says of it.
        media_type: what it is.
        size: bytes.
        pages: how many.
        digest: SHA-256 of its bytes, hexadecimal.
        added_on: the day it was put in.
    """

    id: int
    version: int
    case_id: int
    facts: CaseFileDraft
    media_type: MediaType
    size: int
    pages: int
    digest: str
    added_on: date


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """A file that is to be put in: how it is called where it comes from, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class Refused:
    """A file that was not taken in, and why, in a sentence."""

    name: str
    why: str


@dataclass(frozen=True, kw_only=True)
class TakenIn:
    """What became of files that were to be put in.

    Attributes:
        ids: of those that are in now.
        refused: those that are not.
        known: names of those that were in this case's file before and were not taken twice.
    """

    ids: tuple[int, ...] = ()
    refused: tuple[Refused, ...] = ()
    known: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Volume:
    """A volume as it was bound when the case was archived (归档卷): never changed after.

    Attributes:
        revision: from 1; another one is bound each time the case is archived.
        made_at: when.
        account: by whom.
        pages: of the PDF, cover and back included.
        digest: SHA-256 of its bytes, hexadecimal.
        whole: False once the bytes were erased with somebody who stood in it.
    """

    revision: int
    made_at: datetime
    account: str
    pages: int
    digest: str
    whole: bool = True


def too_large(name: str, size: int) -> str:
    """Say that a file of so many bytes is not taken in."""
    return (
        f"「{name}」有 {size / _MB:.0f} MB，一个附件最大 {LARGEST_FILE // _MB} MB，"
        "请降低扫描的清晰度，或者分成几个文件再添加。"
    )
