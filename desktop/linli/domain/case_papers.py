"""The documents of a mediation case (人民调解文书): kinds, and how a document is laid out.

A document is a title and parts, one below the other. Whatever the clerk may change before issue is
a `Field` with a text of its own; labels are fixed. Nothing here knows of PDFs or records.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from linli.domain.registers import Align


class PaperKind(StrEnum):
    """What a document is."""

    COVER = "cover"
    CONTENTS = "contents"
    APPLICATION = "application"
    INTAKE = "intake"
    RIGHTS = "rights"
    IDENTITY = "identity"
    PROXY = "proxy"
    INQUIRY = "inquiry"
    EVIDENCE = "evidence"
    INVITATION = "invitation"
    MEETING = "meeting"
    AGREEMENT = "agreement"
    ORAL = "oral"
    PERFORMANCE = "performance"
    FOLLOW_UP = "follow_up"
    COURT = "court"
    TRANSFER = "transfer"
    REMARKS = "remarks"
    CLOSING = "closing"
    BACK = "back"


PAPER = {
    PaperKind.COVER: "卷宗封面",
    PaperKind.CONTENTS: "卷内目录",
    PaperKind.APPLICATION: "人民调解申请书",
    PaperKind.INTAKE: "人民调解受理登记表",
    PaperKind.RIGHTS: "当事人权利义务告知书",
    PaperKind.IDENTITY: "当事人身份证明",
    PaperKind.PROXY: "授权委托书",
    PaperKind.INQUIRY: "人民调解调查记录",
    PaperKind.EVIDENCE: "人民调解证据清单",
    PaperKind.INVITATION: "调解会通知",
    PaperKind.MEETING: "人民调解记录",
    PaperKind.AGREEMENT: "人民调解协议书",
    PaperKind.ORAL: "人民调解口头协议登记表",
    PaperKind.PERFORMANCE: "履行凭证",
    PaperKind.FOLLOW_UP: "人民调解回访记录",
    PaperKind.COURT: "司法确认申请书",
    PaperKind.TRANSFER: "移交单",
    PaperKind.REMARKS: "卷宗情况说明",
    PaperKind.CLOSING: "人民调解结案报告表",
    PaperKind.BACK: "封底",
}
ATTACHED = frozenset({PaperKind.IDENTITY})
"""What is only ever put in from outside (附件): nothing is made of it here."""
RUNNING_NUMBER = "序号"
"""The head of a table's first column."""
CELLS = "｜"
"""What parts the cells of a row in the text of a table, one row a line."""


@dataclass(frozen=True, kw_only=True)
class PaperRef:
    """One document of a case. `subject` tells several of a kind apart, "" where there is one.

    It is `meeting:12`, `visit:3`, `step:9`, `party:4` or `meeting:12/party:4`.
    """

    kind: PaperKind
    subject: str = ""


@dataclass(frozen=True, kw_only=True)
class Field:
    """A text of a document that may be changed before issue.

    Attributes:
        key: by which it is known within its document.
        title: its name, printed as label unless its part says otherwise.
        group: of whom or what it tells where several have the same title: 申请人 张三.
        text: what it says; lines are paragraphs.
        required: whether the document cannot be issued without.
        lines: how many lines there are to write on where it is empty; several lines may be typed
            where it is more than 1.
        unit: what is printed behind it (岁).
        fleeting: whether it says who makes the document or when, which is no fact of the case.
    """

    key: str
    title: str
    text: str = ""
    group: str = ""
    required: bool = False
    lines: int = 1
    unit: str = ""
    fleeting: bool = False


@dataclass(frozen=True, kw_only=True)
class Slots:
    """Labels with their values underlined, side by side; `shares` are parts of the width."""

    fields: tuple[Field, ...]
    shares: tuple[float, ...] = ()
    inset: float = 0.0
    """mm from both edges of the text."""
    pitch: float = 28.0
    """pt from one line to the next."""


@dataclass(frozen=True, kw_only=True)
class Passage:
    """Prose; above it its title where `headed`."""

    field: Field
    headed: bool = True
    align: Align = Align.LEFT


@dataclass(frozen=True, kw_only=True)
class Words:
    """A fixed line of its own: between parts, or large on a cover."""

    text: str
    align: Align = Align.LEFT
    heading: bool = False
    size: float = 16.0


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell of a form: a label, or the value of a field. `share` is its part of the row."""

    share: float
    text: str = ""
    field: Field | None = None
    align: Align = Align.CENTER


@dataclass(frozen=True, kw_only=True)
class FormRow:
    """A row of a form, at least `height` mm high."""

    cells: tuple[Cell, ...]
    height: float = 10.0


@dataclass(frozen=True, kw_only=True)
class Form:
    """Ruled rows; `label` stands left of all of them, one character below the other."""

    rows: tuple[FormRow, ...]
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Listing:
    """A ruled table whose rows are the lines of a field, cells parted by `CELLS`.

    `shares` are the parts of the width; `blank_rows` stand where there is nothing.
    """

    field: Field
    heads: tuple[str, ...]
    shares: tuple[float, ...]
    centred: tuple[int, ...] = ()
    blank_rows: int = 8


@dataclass(frozen=True, kw_only=True)
class Signing:
    """Where it is signed: labels in columns, then seal and day. It stays on one page.

    `labels` name who signs how, such as 申请人 张三（签名、盖章或按指印）; `seal` names whose
    seal is put there, "" for none; `day` is the date of the document, None where each writes
    their own.
    """

    labels: tuple[str, ...] = ()
    columns: int = 2
    seal: str = ""
    day: Field | None = None


@dataclass(frozen=True, kw_only=True)
class Space:
    """Blank space, mm."""

    height: float


Part = Slots | Passage | Words | Form | Listing | Signing | Space


@dataclass(frozen=True, kw_only=True)
class CasePaper:
    """A document as it is printed.

    Attributes:
        ref: which one of the case.
        name: as lists and the contents call it; it names nobody.
        title: printed in the middle of its head; "" for none.
        number: printed below the title at the right.
        parts: from top to bottom.
        head: printed above the title, such as the committee's name.
        note: small at the end.
        title_size: pt.
    """

    ref: PaperRef
    name: str
    title: str = ""
    number: Field | None = None
    parts: tuple[Part, ...] = ()
    head: str = ""
    note: str = ""
    title_size: float = 22.0


@dataclass(frozen=True, kw_only=True)
class Issuer:
    """Who makes the documents of a case.

    Attributes:
        committee: the mediation committee's full name (××人民调解委员会).
        community: the community's name.
        court: the court that is competent for confirmation, "" if nobody said so.
        address, phone: where the committee is found.
        account: who makes the documents.
        today: the day.
        keeping: how long files are kept (保管期限), "" if the hall has not decided it.
    """

    committee: str
    community: str
    today: date
    court: str = ""
    address: str = ""
    phone: str = ""
    account: str = ""
    keeping: str = ""


def fields_of(paper: CasePaper) -> Iterator[Field]:
    """Yield every field of a document, from top to bottom."""
    if paper.number is not None:
        yield paper.number
    for part in paper.parts:
        yield from _fields(part)


def texts_of(paper: CasePaper) -> dict[str, str]:
    """Return what the fields of a document say, by key."""
    return {field.key: field.text for field in fields_of(paper)}


def with_texts(paper: CasePaper, texts: Mapping[str, str]) -> CasePaper:
    """Return a document whose fields say something else; those not named stay as they are."""
    number = paper.number and _said(paper.number, texts)
    parts = tuple(_with_texts(part, texts) for part in paper.parts)
    return replace(paper, number=number, parts=parts)


def missing_fields(paper: CasePaper) -> list[Field]:
    """Return the fields without which a document cannot be issued and which are empty."""
    return [field for field in fields_of(paper) if field.required and not field.text.strip()]


def spoken_texts(paper: CasePaper) -> Iterator[tuple[str, str]]:
    """Yield (part, text) of everything that is printed, for the check of characters."""
    yield "标题", paper.title
    yield "标题", paper.head
    yield "附注", paper.note
    for field in fields_of(paper):
        yield field.title, field.text
        yield field.title, field.title + field.unit
    for part in paper.parts:
        yield from (("固定文字", text) for text in _fixed(part))


def table_rows(text: str, columns: int) -> list[tuple[str, ...]]:
    """Return the rows of a table's text, each with `columns` cells."""
    rows = []
    for line in text.split("\n"):
        if line.strip():
            cells = [cell.strip() for cell in line.split(CELLS)]
            kept = [*cells[: columns - 1], CELLS.join(cells[columns - 1 :])]
            rows.append(tuple(kept + [""] * (columns - len(kept))))
    return rows


def table_text(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as the text of a table."""
    return "\n".join(CELLS.join(cell.replace("\n", " ") for cell in row) for row in rows)


def _fields(part: Part) -> Iterator[Field]:
    match part:
        case Slots(fields=fields):
            yield from fields
        case Passage(field=field) | Listing(field=field):
            yield field
        case Form(rows=rows):
            for row in rows:
                yield from (cell.field for cell in row.cells if cell.field is not None)
        case Signing(day=Field() as day):
            yield day
        case _:
            return


def _fixed(part: Part) -> Iterator[str]:
    match part:
        case Words(text=text):
            yield text
        case Form(rows=rows, label=label):
            yield label
            for row in rows:
                yield from (cell.text for cell in row.cells)
        case Listing(heads=heads):
            yield from heads
        case Signing(labels=labels, seal=seal):
            yield from labels
            yield seal
        case _:
            return


def _said(field: Field, texts: Mapping[str, str]) -> Field:
    return replace(field, text=texts.get(field.key, field.text))


def _with_texts(part: Part, texts: Mapping[str, str]) -> Part:
    match part:
        case Slots():
            return replace(part, fields=tuple(_said(field, texts) for field in part.fields))
        case Passage() | Listing():
            return replace(part, field=_said(part.field, texts))
        case Form():
            return replace(part, rows=tuple(_with_cells(row, texts) for row in part.rows))
        case Signing(day=Field() as day):
            return replace(part, day=_said(day, texts))
        case _:
            return part


def _with_cells(row: FormRow, texts: Mapping[str, str]) -> FormRow:
    cells = (
        replace(cell, field=_said(cell.field, texts)) if cell.field is not None else cell
        for cell in row.cells
    )
    return replace(row, cells=tuple(cells))
