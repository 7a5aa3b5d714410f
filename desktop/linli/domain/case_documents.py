"""All documents of one case together: how each stands, and what the list says of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from linli.domain.case_files import CaseFile
from linli.domain.case_paper_drafts import (
    CurrentPaper,
    PaperLine,
    PaperState,
    SavedPaper,
    changed_fields,
    missing_titles,
)
from linli.domain.case_paper_records import EVIDENCE_KEY, evidence_text
from linli.domain.case_paper_rules import PaperRule, WantedPaper, wanted_papers
from linli.domain.case_paper_texts import compose
from linli.domain.case_papers import CasePaper, Issuer, PaperKind, PaperRef, with_texts
from linli.domain.cases import Case


@dataclass(frozen=True, kw_only=True)
class CaseDocuments:
    """A case with what was kept of its documents.

    Attributes:
        case: whose documents.
        issuer: who makes them.
        rules: which it must and may have.
        saved: drafts and issued versions, the first version first.
        files: what was put in from outside; pieces of evidence among it are listed.
    """

    case: Case
    issuer: Issuer
    rules: tuple[PaperRule, ...]
    saved: tuple[SavedPaper, ...] = ()
    files: tuple[CaseFile, ...] = ()

    def wanted(self) -> tuple[WantedPaper, ...]:
        """Return the documents that the case must or may have, in the order of its file."""
        return wanted_papers(self.case, self.rules)

    def fresh(self, ref: PaperRef) -> CasePaper:
        """Return a document as the case fills it."""
        paper = compose(self.case, ref, self.issuer)
        if ref.kind is PaperKind.EVIDENCE:
            return with_texts(paper, {EVIDENCE_KEY: evidence_text(self._evidence())})
        return paper

    def draft(self, ref: PaperRef) -> SavedPaper | None:
        """Return the draft of a document."""
        return self._last(ref, PaperState.DRAFT)

    def issued(self, ref: PaperRef) -> SavedPaper | None:
        """Return the last version of a document that was issued."""
        return self._last(ref, PaperState.ISSUED)

    def next_revision(self, ref: PaperRef) -> int:
        """Return the revision of the draft, or that of the version to come."""
        draft = self.draft(ref)
        if draft is not None:
            return draft.revision
        return 1 + max((each.revision for each in self.saved if each.ref == ref), default=0)

    def as_it_stands(self, ref: PaperRef) -> tuple[CasePaper, SavedPaper | None]:
        """Return a document as issued, else as drafted, else as the case fills it."""
        issued, draft = self.issued(ref), self.draft(ref)
        if issued is not None and issued.paper is not None:
            return issued.paper, issued
        fresh = self.fresh(ref)
        return (with_texts(fresh, draft.texts), draft) if draft is not None else (fresh, None)

    def current(self, wanted: WantedPaper) -> CurrentPaper:
        """Return a document as it stands, and what it lacks."""
        paper, kept = self.as_it_stands(wanted.ref)
        return CurrentPaper(wanted=wanted, paper=paper, saved=kept, missing=missing_titles(paper))

    def lines(self) -> list[PaperLine]:
        """Return the list of the documents."""
        there = {paper.ref.kind for paper in self.saved if paper.state is PaperState.ISSUED}
        return [
            self._line(each, served=bool(there.intersection(each.instead)))
            for each in self.wanted()
        ]

    def _line(self, wanted: WantedPaper, *, served: bool) -> PaperLine:
        if wanted.attached:
            return PaperLine(wanted=wanted)
        draft, issued = self.draft(wanted.ref), self.issued(wanted.ref)
        fresh = self.fresh(wanted.ref)
        kept = draft or issued
        changed = changed_fields(fresh, kept) if kept else ()
        paper = with_texts(fresh, kept.texts) if kept else fresh
        return PaperLine(
            wanted=wanted,
            draft=draft,
            issued=issued,
            changed=tuple(each.title for each in changed),
            missing=missing_titles(paper),
            served=served,
        )

    def _last(self, ref: PaperRef, state: PaperState) -> SavedPaper | None:
        found = [each for each in self.saved if each.ref == ref and each.state is state]
        return found[-1] if found else None

    def _evidence(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield name, giver, pages and source of each piece of evidence."""
        names = {party.id: party.name for party in self.case.facts.parties}
        for file in self.files:
            facts = file.facts
            if facts.kind is PaperKind.EVIDENCE and not facts.replaces:
                yield facts.name, names.get(facts.party_id, ""), str(file.pages), facts.note
