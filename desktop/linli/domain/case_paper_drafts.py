"""Documents of cases as they are kept: drafts, issued versions, and what changed since.

A draft is the texts of its fields, each beside what the case said when it was taken over (`bases`).
Where the case says something else by now, the clerk is told and may take it over.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from linli.domain.case_paper_rules import WantedPaper
from linli.domain.case_papers import (
    CasePaper,
    Field,
    PaperRef,
    fields_of,
    missing_fields,
    texts_of,
    with_texts,
)
from linli.errors import FieldProblem

LONGEST_TEXT = 20_000
"""Characters of one field: some thirty pages."""


class PaperState(StrEnum):
    """Where a document stands."""

    DRAFT = "draft"
    ISSUED = "issued"


PAPER_STATE = {PaperState.DRAFT: "草稿", PaperState.ISSUED: "已出具"}


@dataclass(frozen=True, kw_only=True)
class SavedPaper:
    """A version of a document in the ledger.

    Attributes:
        revision: counts versions of one document from 1.
        texts: what its fields say, by key.
        bases: what the case said of each when that was taken over.
        paper: as it was issued; None of a draft, and of one whose facts were erased.
        issued_on: the day of issue.
        reason: why another version was issued.
        account: who saved it.
    """

    id: int
    version: int
    ref: PaperRef
    revision: int
    state: PaperState
    texts: Mapping[str, str]
    bases: Mapping[str, str]
    paper: CasePaper | None = None
    issued_on: date | None = None
    reason: str = ""
    account: str = ""


@dataclass(frozen=True, kw_only=True)
class ChangedField:
    """A field of which the case says something else than when its text was taken over."""

    key: str
    title: str
    text: str
    fresh: str


@dataclass(frozen=True, kw_only=True)
class OpenPaper:
    """A document to edit.

    Attributes:
        paper: with the texts of the draft, or as the case fills it.
        bases: what the case said of each field when that was taken over.
        changed: where the case says something else by now.
        draft: the saved draft, if there is one.
        issued: the last version that was issued, if one was.
    """

    paper: CasePaper
    bases: Mapping[str, str]
    changed: tuple[ChangedField, ...] = ()
    draft: SavedPaper | None = None
    issued: SavedPaper | None = None


@dataclass(frozen=True, kw_only=True)
class PaperLine:
    """A line of the list of a case's documents.

    Attributes:
        wanted: which document, and whether it is needed.
        draft: the saved draft, if there is one.
        issued: the last version that was issued, if one was.
        changed: titles of fields of which the case says something else by now.
        missing: titles of compulsory fields that are empty.
        served: another document that serves in its place is there.
    """

    wanted: WantedPaper
    draft: SavedPaper | None = None
    issued: SavedPaper | None = None
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    served: bool = False


@dataclass(frozen=True, kw_only=True)
class CurrentPaper:
    """A document as it stands now: as issued, else its draft, else as the case fills it.

    `saved` is None where nobody has opened it yet; `missing` are titles of compulsory fields that
    are empty.
    """

    wanted: WantedPaper
    paper: CasePaper
    saved: SavedPaper | None = None
    missing: tuple[str, ...] = field(default=())


def opened(
    fresh: CasePaper, draft: SavedPaper | None, issued: SavedPaper | None = None
) -> OpenPaper:
    """Return a document to edit: the draft, else the version that was issued, else fresh."""
    kept = draft or issued
    said = texts_of(fresh)
    if kept is None:
        return OpenPaper(paper=fresh, bases=said)
    bases = {key: kept.bases.get(key, text) for key, text in said.items()}
    return OpenPaper(
        paper=with_texts(fresh, kept.texts),
        bases=bases,
        changed=changed_fields(fresh, kept),
        draft=draft,
        issued=issued,
    )


def changed_fields(fresh: CasePaper, kept: SavedPaper) -> tuple[ChangedField, ...]:
    """Return where the case says something else than when the texts of `kept` were taken over."""
    found = []
    for each in fields_of(fresh):
        base = kept.bases.get(each.key)
        if each.fleeting or base is None or base == each.text:
            continue
        text = kept.texts.get(each.key, "")
        if text != each.text:
            found.append(
                ChangedField(key=each.key, title=full_title(each), text=text, fresh=each.text)
            )
    return tuple(found)


def full_title(each: Field) -> str:
    """Return the title of a field, with whom it is about."""
    return f"{each.group} {each.title}" if each.group else each.title


def missing_titles(paper: CasePaper) -> tuple[str, ...]:
    """Return the titles of compulsory fields that are empty."""
    return tuple(full_title(each) for each in missing_fields(paper))


def clean_texts(paper: CasePaper, texts: Mapping[str, str]) -> dict[str, str]:
    """Return the texts of the fields that a document has, without blanks around their lines."""
    clean = {}
    for each in fields_of(paper):
        lines = texts.get(each.key, each.text).replace("\r\n", "\n").split("\n")
        clean[each.key] = "\n".join(line.strip() for line in lines).strip("\n")
    return clean


def check_texts(paper: CasePaper) -> list[FieldProblem]:
    """Return which texts are too long."""
    return [
        FieldProblem(
            field=each.key,
            message=f"“{full_title(each)}”有 {len(each.text):,} 个字，最多 {LONGEST_TEXT:,} 个，"
            "请写短一些，其余的作为附件。",
        )
        for each in fields_of(paper)
        if len(each.text) > LONGEST_TEXT
    ]


def check_issue(paper: CasePaper) -> list[FieldProblem]:
    """Return what must be filled in before a document can be issued."""
    return [
        FieldProblem(
            field=each.key, message=f"{paper.name}还缺“{full_title(each)}”，请填写后再出具。"
        )
        for each in missing_fields(paper)
    ]
