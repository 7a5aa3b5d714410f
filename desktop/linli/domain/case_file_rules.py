"""What a volume is made of (卷宗): in which order, what is missing, and on which page it begins.

Cover and contents have no page number; the first document after the contents begins on page 1
(standards.md 1.3). Where sheets are printed on both sides every document begins on a front, and a
blank back has no number: only what stands on paper is counted.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from linli.domain.case_files import CaseFile, CaseFileDraft, Sides
from linli.domain.case_paper_rules import Need, PaperRule, WantedPaper
from linli.domain.case_papers import PAPER, PaperKind, PaperRef
from linli.domain.cases import Party
from linli.errors import FieldProblem

UNNUMBERED = frozenset({PaperKind.COVER, PaperKind.CONTENTS, PaperKind.BACK})
"""What has no page number, and does not stand in the contents."""
_FROM_FACTS = frozenset(
    {PaperKind.PROXY, PaperKind.INQUIRY, PaperKind.MEETING, PaperKind.FOLLOW_UP}
    | {PaperKind.AGREEMENT, PaperKind.ORAL, PaperKind.TRANSFER}
)
"""What belongs to the file as soon as the case tells of it."""
LONGEST_NAME = 60
LONGEST_NOTE = 60
SHORTEST_PASSWORD = 8
"""Of a copy that is handed over; a slow key is derived from it, yet guesses cost little."""


@dataclass(frozen=True, kw_only=True)
class FileLine:
    """A line of a case's file in the order of the volume.

    Attributes:
        kind: what it is.
        name: as the contents call it.
        whom: of whom or what it is, for the eye of the clerk.
        need: whether the file is complete without it.
        ref: the document that is made here, None of an attachment or where nothing is.
        file: the attachment.
        note: 备注 in the contents.
        missing: what is missing of a compulsory document, in words; "" if it is there.
        unfilled: titles of fields of a document that should be filled in and are not.
        is_loose: it lies on the volume and is no part of it.
    """

    kind: PaperKind
    name: str
    whom: str = ""
    need: Need = Need.MAY
    ref: PaperRef | None = None
    file: CaseFile | None = None
    note: str = ""
    missing: str = ""
    unfilled: tuple[str, ...] = ()
    is_loose: bool = False

    @property
    def is_numbered(self) -> bool:
        """Whether its pages have numbers and it stands in the contents."""
        return self.kind not in UNNUMBERED and not self.is_loose


@dataclass(frozen=True, kw_only=True)
class Numbered:
    """The pages of one document in a volume, by their numbers; both 0 of one without numbers."""

    first: int
    last: int

    @property
    def text(self) -> str:
        """As the contents say it: 3, or 3—5."""
        if not self.first:
            return ""
        return str(self.first) if self.first == self.last else f"{self.first}—{self.last}"


def is_bound(paper: WantedPaper, saved: Collection[PaperRef]) -> bool:
    """Whether a document that is made here belongs to the volume.

    It does if the file needs it, if the case tells of it (an inquiry, a visit), or if the clerk
    saved or issued it: so a form that nobody wanted is not bound empty.
    """
    if paper.attached:
        return False
    return paper.need is Need.MUST or paper.ref.kind in _FROM_FACTS or paper.ref in saved


def file_lines(
    rules: Sequence[PaperRule],
    wanted: Sequence[WantedPaper],
    made: Mapping[PaperRef, Sequence[str]],
    files: Sequence[CaseFile],
    parties: Sequence[Party] = (),
) -> list[FileLine]:
    """Return what stands in a case's file, and what is missing, in the order of the list.

    Args:
        rules: the list, in order.
        wanted: the documents that the case must or may have.
        made: of those that are made here and are to be bound, the titles of fields that must be
            filled in and are not.
        files: the attachments in the clerk's order.
        parties: of the case; where every proof of identity says whose it is, each needs one.
    """
    lines: list[FileLine] = []
    for rule in rules:
        papers = [each for each in wanted if each.ref.kind is rule.kind]
        of_kind = [each for each in files if each.facts.kind is rule.kind]
        lines += _of_kind(papers, of_kind, made)
        if rule.kind is PaperKind.IDENTITY:
            lines += _unproved(papers, of_kind, parties)
    there = {line.kind for line in lines if not line.missing}
    served = {each.ref.kind for each in wanted if there.intersection(each.instead)}
    return [line for line in lines if not line.missing or line.kind not in served]


def missing_of(lines: Sequence[FileLine]) -> list[str]:
    """Return in words what a file lacks, each once."""
    return list(dict.fromkeys(line.missing for line in lines if line.missing))


def numbers_of(lines: Sequence[FileLine], pages: Sequence[int]) -> list[Numbered]:
    """Return the page numbers of each line; `pages` says how many pages each has."""
    found, last = [], 0
    for line, count in zip(lines, pages, strict=True):
        if line.is_numbered and count:
            found.append(Numbered(first=last + 1, last=last + count))
            last += count
        else:
            found.append(Numbered(first=0, last=0))
    return found


def leaves(pages: Sequence[int], sides: Sides) -> Iterator[tuple[int, int] | None]:
    """Yield the pages of a volume as (document, page of it), None for a blank back."""
    for document, count in enumerate(pages):
        yield from ((document, page) for page in range(count))
        if sides is Sides.BOTH and count % 2:
            yield None


def password_refusal(password: str) -> str | None:
    """Say why a copy cannot be locked with a password, None if it can."""
    if len(password.strip()) < SHORTEST_PASSWORD:
        return f"密码太短，至少要 {SHORTEST_PASSWORD} 个字符，请重新输入。"
    if password != password.strip():
        return "密码的开头和末尾不能有空格，对方很难看出来，请重新输入。"
    return None


def clean_file(draft: CaseFileDraft) -> CaseFileDraft:
    """Return a draft without blanks around its texts; without a name it has that of its kind."""
    return CaseFileDraft(
        kind=draft.kind,
        subject=draft.subject,
        name=" ".join(draft.name.split()) or PAPER[draft.kind],
        note=" ".join(draft.note.split()),
        party_id=draft.party_id,
        replaces=draft.replaces,
    )


def check_file(draft: CaseFileDraft) -> list[FieldProblem]:
    """Return which rules a cleaned draft breaks."""
    problems = []
    if draft.kind in UNNUMBERED:
        message = f"{PAPER[draft.kind]}由程序装订时生成，附件请选别的文书种类。"
        problems.append(FieldProblem(field="kind", message=message))
    if len(draft.name) > LONGEST_NAME:
        message = f"名称有 {len(draft.name)} 个字，最多 {LONGEST_NAME} 个，请写短一些。"
        problems.append(FieldProblem(field="name", message=message))
    if len(draft.note) > LONGEST_NOTE:
        message = f"备注有 {len(draft.note)} 个字，最多 {LONGEST_NOTE} 个，请写短一些。"
        problems.append(FieldProblem(field="note", message=message))
    return problems


def _of_kind(
    papers: Sequence[WantedPaper],
    files: Sequence[CaseFile],
    made: Mapping[PaperRef, Sequence[str]],
) -> Iterator[FileLine]:
    """Yield the lines of one kind: each document or the scan of it, then what else was put in."""
    placed: set[int] = set()
    for paper in papers:
        scans = [each for each in files if each.facts.stands_for(paper.ref)]
        for scan in scans:
            if scan.id not in placed:
                placed.add(scan.id)
                yield _attached(scan, paper.need, paper.whom)
        if not scans:
            yield from _made(paper, files, made)
    need = papers[0].need if papers else Need.MAY
    yield from (_attached(each, need) for each in files if each.id not in placed)


def _made(
    paper: WantedPaper, files: Sequence[CaseFile], made: Mapping[PaperRef, Sequence[str]]
) -> Iterator[FileLine]:
    """Yield the line of a document that is made here, or of one that is missing."""
    missing = ""
    is_made, is_must = paper.ref in made, paper.need is Need.MUST
    unfilled = tuple(made.get(paper.ref, ()))
    if unfilled and is_must:
        missing = f"{_called(paper)}没有填：{'、'.join(unfilled)}"
    elif not is_made and (files or not is_must):
        return
    elif not is_made:
        missing = f"{_called(paper)}（{'要添加扫描件' if paper.attached else '还没有'}）"
    yield FileLine(
        kind=paper.ref.kind,
        name=paper.name,
        whom=paper.whom,
        need=paper.need,
        ref=paper.ref if is_made else None,
        missing=missing,
        unfilled=unfilled,
    )


def _unproved(
    papers: Sequence[WantedPaper], files: Sequence[CaseFile], parties: Sequence[Party]
) -> Iterator[FileLine]:
    """Yield a line for each party whose proof of identity is missing beside those of others."""
    proved = {each.facts.party_id for each in files}
    if not files or None in proved:
        return
    for paper in papers:
        for party in parties:
            if party.id is not None and party.id not in proved and paper.need is Need.MUST:
                yield FileLine(
                    kind=paper.ref.kind,
                    name=paper.name,
                    whom=party.name,
                    need=paper.need,
                    missing=f"{paper.name}（{party.name}，要添加扫描件）",
                )


def _called(paper: WantedPaper) -> str:
    return f"{paper.name}（{paper.whom}）" if paper.whom else paper.name


def _attached(file: CaseFile, need: Need, whom: str = "") -> FileLine:
    return FileLine(
        kind=file.facts.kind,
        name=file.facts.name,
        whom=whom,
        need=need,
        file=file,
        note=file.facts.note,
    )
