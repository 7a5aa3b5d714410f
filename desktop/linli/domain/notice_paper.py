"""Official notices (公文、通知) as they stand on paper: what they say, not where it stands.

The order of the parts and their names follow GB/T 9704-2012, which binds party and state bodies
and which a residents' committee follows by reference (参照). `printing.notices` lays them out.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from linli.domain.registers import Align
from linli.domain.values.numerals import to_chinese

FILE_WORD = "文件"
"""What follows the issuers' names in a red head."""
SEAL = 42.0
"""mm: the diameter of a seal (国发〔1999〕25号 for 乡镇; others are set in `Signature`)."""
TABLE_SIZE = 12.0
"""pt: the type of a table, 小四号."""
URGENCIES = ("特急", "加急")
"""紧急程度 of documents (党政机关公文处理工作条例, art. 9)."""
LEVELS = (1, 2, 3, 4)
"""The levels of headings: 一、 （一） 1. （1）."""


class Layout(StrEnum):
    """How a notice is set."""

    OFFICIAL = "official"  # 公文格式: red head, number and red line
    LETTER = "letter"  # 信函格式: red double lines at the head and the foot of the first page
    POSTED = "posted"  # 张贴通知: title, salutation, text and signature on the same grid


class Seal(StrEnum):
    """How a notice is signed."""

    SEALED = "sealed"  # 加盖印章: room for a seal over issuer and date
    PLAIN = "plain"  # 不加盖印章
    NAME_STAMP = "name_stamp"  # 加盖签发人签名章: room for the stamp behind the post


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading of `level` 1 to 4, on a line of its own or, with `run_in`, before its paragraph.

    `numbered` puts the number before it by its place (一、（一）1.（1）); otherwise the text stands
    as it was typed.
    """

    level: int
    text: str
    run_in: str = ""
    numbered: bool = True


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A paragraph, two characters in unless told otherwise; a line end in it is kept."""

    text: str
    indent: bool = True
    align: Align = Align.LEFT


@dataclass(frozen=True, kw_only=True)
class TableColumn:
    """A column of at least `width` mm, with `share` parts of what the others leave."""

    title: str = ""
    width: float = 0.0
    share: float = 1.0
    align: Align = Align.LEFT


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table of texts as wide as the text; its head is repeated on each page.

    `row_height` is the least height of a row in mm, `size` the type in pt. Empty cells are to be
    written in by hand. Without any title of a column there is no head.
    """

    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    row_height: float = 9.0
    size: float = TABLE_SIZE


@dataclass(frozen=True, kw_only=True)
class FormField:
    """A name with a line behind it, for `value` or for a pen; `share` of the width of its line."""

    label: str
    value: str = ""
    share: float = 1.0


@dataclass(frozen=True, kw_only=True)
class FormLine:
    """Fields side by side, for slips and receipts (走访单、一次性告知单、回执)."""

    fields: tuple[FormField, ...]


@dataclass(frozen=True, kw_only=True)
class TickLine:
    """A box to tick, or one that is ticked, and what it is for."""

    text: str
    ticked: bool = False


@dataclass(frozen=True, kw_only=True)
class CutLine:
    """A dashed line across the page with its words in the middle (沿此线剪下)."""

    text: str = ""


Block = Heading | Paragraph | Table | FormLine | TickLine | CutLine


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """What is attached (附件). Without `blocks` it is listed only, and lies beside on paper."""

    title: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Signature:
    """Who signs and when (发文机关署名、成文日期).

    The one in charge comes first in `issuers`. `post` is the office that stands before a name
    stamp. `diameter` of the seals in mm.
    """

    issuers: tuple[str, ...]
    date: date | None
    seal: Seal = Seal.SEALED
    post: str = ""
    diameter: float = SEAL


@dataclass(frozen=True, kw_only=True)
class Imprint:
    """What stands at the foot of the last page (版记): copies go to, printed by, printed on."""

    copies_to: str = ""
    printer: str = ""
    printed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Notice:
    """One notice.

    Args:
        layout: how it is set.
        title: broken into lines by the program, or where a line end stands in it.
        blocks: the text.
        issuers: whose names stand in the red head, the one in charge first.
        file_word: whether 文件 follows the issuers in the head of an official notice.
        number: 发文字号 such as 西社通〔2026〕1号.
        copy_number: 份号, six digits; "" for none.
        urgency: 紧急程度, one of `URGENCIES`; "" for none.
        signers: 签发人 of an official notice that goes upwards (上行文), in the order of `issuers`.
        addressees: 主送机关 or 称呼, without the colon.
        attachments: in their order.
        signature: None for none, as on slips.
        note: 附注, without the round brackets.
        imprint: None for none.
        page_numbers: whether pages are numbered.
        printed: who printed it and when, faint at the foot; not on what is issued or archived.
        keep: names and other phrases that are not parted at the end of a line; one with · in it
            may be parted behind the dot.
    """

    layout: Layout
    title: str
    blocks: tuple[Block, ...]
    issuers: tuple[str, ...] = ()
    file_word: bool = True
    number: str = ""
    copy_number: str = ""
    urgency: str = ""
    signers: tuple[str, ...] = ()
    addressees: str = ""
    attachments: tuple[Attachment, ...] = ()
    signature: Signature | None = None
    note: str = ""
    imprint: Imprint | None = None
    page_numbers: bool = True
    printed: str = ""
    keep: tuple[str, ...] = ()

    def texts(self) -> tuple[tuple[str, str], ...]:
        """Return every text that is given, after the name of its part; empty ones are left out."""
        return tuple((part, text) for part, text in self._parts() if text)

    def _parts(self) -> Iterator[tuple[str, str]]:
        yield "标题", self.title
        yield "份号", self.copy_number
        yield "紧急程度", self.urgency
        yield from (("签发人", name) for name in self.signers)
        yield from (("发文机关", issuer) for issuer in self.issuers)
        yield "发文字号", self.number
        yield "主送", self.addressees
        yield from (("正文", text) for block in self.blocks for text in block_texts(block))
        for attachment in self.attachments:
            yield "附件", attachment.title
            yield from (
                ("附件", text) for block in attachment.blocks for text in block_texts(block)
            )
        if self.signature:
            yield from (("署名", issuer) for issuer in self.signature.issuers)
            yield "职务", self.signature.post
        yield "附注", self.note
        if self.imprint:
            yield "抄送", self.imprint.copies_to
            yield "印发机关", self.imprint.printer
        yield "页脚", self.printed


@dataclass(frozen=True, kw_only=True)
class SealSpace:
    """Where a seal or name stamp goes: on which page (from 1), its middle and extent in mm."""

    page: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, kw_only=True)
class PrintedNotices:
    """Notices as a PDF. `starts` are the pages (from 1) on which they begin."""

    content: bytes
    pages: int
    starts: tuple[int, ...]
    seals: tuple[SealSpace, ...] = ()


def block_texts(block: Block) -> tuple[str, ...]:
    """Return the texts of a block, in the order of reading."""
    match block:
        case Heading():
            return (block.text, block.run_in)
        case Table():
            heads = (column.title for column in block.columns)
            return (*heads, *(cell for row in block.rows for cell in row))
        case FormLine():
            return tuple(text for field in block.fields for text in (field.label, field.value))
        case Paragraph() | TickLine() | CutLine():
            return (block.text,)


def heading_texts(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield each block's heading with its number; "" for a block that is no heading.

    Numbers after GB/T 9704-2012, 7.3.3: 一、 （一） 1. （1）; each level begins anew below a higher
    one.
    """
    counts = [0] * len(LEVELS)
    for block in blocks:
        if not isinstance(block, Heading):
            yield ""
        elif not block.numbered:
            yield block.text
        else:
            counts[block.level - 1] += 1
            counts[block.level :] = [0] * (len(LEVELS) - block.level)
            yield _NUMBERS[block.level](counts[block.level - 1]) + block.text


_NUMBERS: Mapping[int, Callable[[int], str]] = {
    1: lambda number: f"{to_chinese(number)}、",
    2: lambda number: f"（{to_chinese(number)}）",
    3: lambda number: f"{number}.",
    4: lambda number: f"（{number}）",
}
