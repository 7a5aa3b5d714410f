"""The documents of cases (调解文书): drafting, issuing, printing; the hall's list of them."""

from collections.abc import Mapping, Sequence

from linli.domain.accounts import Right
from linli.domain.case_paper_drafts import (
    CurrentPaper,
    OpenPaper,
    PaperLine,
    PaperState,
    SavedPaper,
    changed_fields,
    check_issue,
    check_texts,
    clean_texts,
    missing_titles,
    opened,
)
from linli.domain.case_paper_rules import PaperSetup, WantedPaper, check_rules, wanted_papers
from linli.domain.case_paper_texts import compose
from linli.domain.case_papers import CasePaper, Issuer, PaperRef, with_texts
from linli.domain.cases import Case
from linli.domain.changes import Changes
from linli.domain.values.text import tidy
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.outputs import leaving
from linli.storage import case_papers, cases


class CasePaperService:
    """What a mediator does with documents. Each change is one transaction and one undo step.

    What was issued stays as it is: a correction is another version. Issuing cannot be undone,
    for the paper is in people's hands.
    """

    def __init__(self, context: Context) -> None:
        self._context = context

    # ---- reading ----------------------------------------------------------------------------

    def lines(self, case_id: int) -> list[PaperLine]:
        """Return the documents that a case must or may have, in the order of its file.

        Raises:
            NotFoundError: there is no such case.
        """
        self._context.require(Right.MEDIATE, "查看调解文书")
        case, issuer, setup, saved = self._read(case_id)
        wanted = wanted_papers(case, setup.rules)
        there = {paper.ref.kind for paper in saved if paper.state is PaperState.ISSUED}
        return [
            self._line(case, issuer, each, saved, served=bool(there.intersection(each.instead)))
            for each in wanted
        ]

    def open(self, case_id: int, ref: PaperRef) -> OpenPaper:
        """Return a document to edit, and where the case says something else by now.

        Raises:
            NotFoundError: there is no such case.
        """
        self._context.require(Right.MEDIATE, "查看调解文书")
        case, issuer, _, saved = self._read(case_id)
        return opened(compose(case, ref, issuer), _draft(saved, ref), _issued(saved, ref))

    def versions(self, case_id: int, ref: PaperRef) -> list[SavedPaper]:
        """Return what was issued of a document, the last version first."""
        self._context.require(Right.MEDIATE, "查看调解文书")
        with self._context.db.reading() as connection:
            saved = case_papers.list_papers(connection, case_id)
        issued = [each for each in saved if each.ref == ref and each.state is PaperState.ISSUED]
        return issued[::-1]

    def current(self, case_id: int, *, ahead: Case | None = None) -> list[CurrentPaper]:
        """Return the documents of a case as they stand now, in the order of its file.

        Args:
            case_id: whose.
            ahead: the case as it will be after a step that is about to be taken; None as it is.

        Raises:
            NotFoundError: there is no such case.
        """
        self._context.require(Right.MEDIATE, "查看调解文书")
        known, issuer, setup, saved = self._read(case_id)
        case = ahead or known
        found = []
        for wanted in wanted_papers(case, setup.rules):
            if not wanted.attached:
                paper, kept = _as_it_stands(compose(case, wanted.ref, issuer), saved)
                found.append(
                    CurrentPaper(
                        wanted=wanted, paper=paper, saved=kept, missing=missing_titles(paper)
                    )
                )
        return found

    def preview(self, case_id: int, ref: PaperRef, texts: Mapping[str, str]) -> bytes:
        """Return a document with other texts as a PDF marked 草稿, for the eye only.

        Raises:
            NotFoundError: there is no such case.
            UnprintableTextError: no font here draws some character.
        """
        self._context.require(Right.MEDIATE, "查看调解文书")
        from linli.printing.case_papers.render import draw_papers

        case, issuer, _, _ = self._read(case_id)
        paper = with_texts(compose(case, ref, issuer), texts)
        return draw_papers([paper], draft=True, library=library_of(self._context))

    # ---- changing ---------------------------------------------------------------------------

    def save_draft(
        self,
        case_id: int,
        ref: PaperRef,
        texts: Mapping[str, str],
        bases: Mapping[str, str],
        *,
        version: int | None = None,
    ) -> tuple[int, Changes]:
        """Save a draft; return its id.

        Args:
            case_id: whose.
            ref: which document.
            texts: what its fields say.
            bases: what the case said of each when that was taken over.
            version: that was read of the draft; None of a new one.

        Raises:
            InvalidInput: a text is too long.
            ConflictError: somebody changed the draft meanwhile.
            NotFoundError: there is no such case.
        """
        self._context.require(Right.MEDIATE, "起草调解文书")
        case, issuer, _, saved = self._read(case_id)
        paper = self._checked(compose(case, ref, issuer), texts)
        draft = _draft(saved, ref)
        with self._context.writing(f"矛盾纠纷：起草{paper.name}") as work:
            record = case_papers.get_record(work.session, draft.id, version) if draft else None
            paper_id = case_papers.save_paper(
                work.session,
                record,
                case_id=case_id,
                ref=ref,
                revision=_next(saved, ref, draft),
                texts=clean_texts(paper, texts),
                bases=bases,
                account=self._context.actor.name,
            )
        return paper_id, work.changes

    def discard_draft(self, case_id: int, ref: PaperRef) -> Changes:
        """Remove a draft; the document is filled from the case again.

        Raises:
            UserError: there is no draft.
        """
        self._context.require(Right.MEDIATE, "删除文书草稿")
        with self._context.db.reading() as connection:
            draft = _draft(case_papers.list_papers(connection, case_id), ref)
        if draft is None:
            raise UserError("这份文书没有草稿，不用删除。")
        with self._context.writing("矛盾纠纷：删除文书草稿") as work:
            work.session.delete(case_papers.get_record(work.session, draft.id))
        return work.changes

    def issue(
        self,
        case_id: int,
        ref: PaperRef,
        texts: Mapping[str, str],
        bases: Mapping[str, str],
        *,
        version: int | None = None,
        reason: str = "",
    ) -> tuple[CasePaper, Changes]:
        """Issue a document: freeze what it says. Of an issued one another version is made.

        Args:
            case_id: whose.
            ref: which document.
            texts: what its fields say.
            bases: what the case said of each when that was taken over.
            version: that was read of the draft; None without one.
            reason: why it is issued again.

        Raises:
            InvalidInput: something compulsory is empty, a text is too long, or no reason is given.
            UnprintableTextError: no font here draws some character.
            ConflictError: somebody changed the draft meanwhile.
            NotFoundError: there is no such case.
        """
        self._context.require(Right.MEDIATE, "出具调解文书")
        case, issuer, _, saved = self._read(case_id)
        paper = self._checked(compose(case, ref, issuer), texts)
        problems, why = check_issue(paper), tidy(reason)
        if _issued(saved, ref) is not None and not why:
            message = f"{paper.name}已经出具过，请写明为什么更正。"
            problems.append(FieldProblem(field="reason", message=message))
        if problems:
            raise InvalidInput(problems)
        self._refuse_unprintable(paper)
        draft = _draft(saved, ref)
        with self._context.writing(f"矛盾纠纷：出具{paper.name}", undoable=False) as work:
            record = case_papers.get_record(work.session, draft.id, version) if draft else None
            case_papers.save_paper(
                work.session,
                record,
                case_id=case_id,
                ref=ref,
                revision=_next(saved, ref, draft),
                texts=clean_texts(paper, texts),
                bases=bases,
                account=self._context.actor.name,
                issued=(paper, self._context.clock().date(), why),
            )
        return paper, work.changes

    # ---- printing ---------------------------------------------------------------------------

    def pdf(self, case_id: int, refs: Sequence[PaperRef], progress: Progress = SILENT) -> bytes:
        """Return documents as one PDF/A-2b: issued ones as they were issued.

        If one of them is not issued yet, all are marked 草稿, blanks as lines to write on.

        Raises:
            NotFoundError: there is no such case.
            UnprintableTextError: no font here draws some character.
        """
        self._context.require(Right.MEDIATE, "打印调解文书")
        self._context.require(Right.PRINT, "打印调解文书")
        case, issuer, _, saved = self._read(case_id)
        found = [_as_it_stands(compose(case, ref, issuer), saved) for ref in refs]
        is_draft = any(kept is None or kept.state is PaperState.DRAFT for _, kept in found)
        return self._print([paper for paper, _ in found], progress, draft=is_draft)

    def draft_pdf(self, case_id: int, ref: PaperRef, progress: Progress = SILENT) -> bytes:
        """Return the draft of a document, also of one that was issued, marked 草稿.

        Raises:
            NotFoundError: there is no such case.
            UnprintableTextError: no font here draws some character.
        """
        self._context.require(Right.MEDIATE, "打印调解文书")
        self._context.require(Right.PRINT, "打印调解文书")
        paper = self.open(case_id, ref).paper
        return self._print([paper], progress, draft=True)

    def version_pdf(self, case_id: int, paper_id: int, progress: Progress = SILENT) -> bytes:
        """Return a version as it was issued.

        Raises:
            UserError: what it said was erased, or it was never issued.
        """
        self._context.require(Right.MEDIATE, "打印调解文书")
        self._context.require(Right.PRINT, "打印调解文书")
        with self._context.db.reading() as connection:
            saved = case_papers.list_papers(connection, case_id)
        papers = [each.paper for each in saved if each.id == paper_id and each.paper is not None]
        if not papers:
            raise UserError(
                "这一稿的内容已经不在了（可能按个人信息删除的要求清除过），不能打印；"
                "请重新起草后出具。"
            )
        return self._print(papers, progress, draft=False)

    # ---- the hall's list --------------------------------------------------------------------

    def setup(self) -> PaperSetup:
        """Return what the hall says of its documents."""
        self._context.require(Right.MEDIATE, "查看文书目录")
        with self._context.db.reading() as connection:
            return case_papers.get_setup(connection)

    def save_setup(self, setup: PaperSetup) -> Changes:
        """Keep what the hall says of its documents.

        Raises:
            InvalidInput: the list is not whole, or cover, contents and back are misplaced.
        """
        self._context.require(Right.SETTINGS, "修改文书目录")
        clean = PaperSetup(court=tidy(setup.court), keeping=tidy(setup.keeping), rules=setup.rules)
        problems = check_rules(clean.rules)
        if problems:
            raise InvalidInput(problems)
        with self._context.writing("修改设置：调解文书目录") as work:
            case_papers.save_setup(work.connection, clean)
        return work.changes

    # ---- private ----------------------------------------------------------------------------

    def _read(self, case_id: int) -> tuple[Case, Issuer, PaperSetup, list[SavedPaper]]:
        with self._context.db.reading() as connection:
            case = cases.get_case(connection, case_id)
            saved = case_papers.list_papers(connection, case_id)
            setup = case_papers.get_setup(connection)
            issuer = case_papers.get_issuer(
                connection,
                account=self._context.actor.name,
                today=self._context.clock().date(),
            )
        return case, issuer, setup, saved

    def _line(
        self,
        case: Case,
        issuer: Issuer,
        wanted: WantedPaper,
        saved: Sequence[SavedPaper],
        *,
        served: bool,
    ) -> PaperLine:
        if wanted.attached:
            return PaperLine(wanted=wanted)
        draft, issued = _draft(saved, wanted.ref), _issued(saved, wanted.ref)
        fresh = compose(case, wanted.ref, issuer)
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

    def _checked(self, fresh: CasePaper, texts: Mapping[str, str]) -> CasePaper:
        paper = with_texts(fresh, clean_texts(fresh, texts))
        problems = check_texts(paper)
        if problems:
            raise InvalidInput(problems)
        return paper

    def _refuse_unprintable(self, paper: CasePaper) -> None:
        from linli.domain.registers import UnprintableTextError
        from linli.printing.case_papers.render import find_unprintable

        cells = find_unprintable([paper], library_of(self._context))
        if cells:
            raise UnprintableTextError(cells)

    def _print(self, papers: Sequence[CasePaper], progress: Progress, *, draft: bool) -> bytes:
        from linli.printing.case_papers.render import draw_papers

        subject = papers[0].name if len(papers) == 1 else "调解文书"
        with leaving(self._context, "打印调解文书", subject, {"份数": str(len(papers))}):
            return draw_papers(
                papers,
                document_title=subject,
                draft=draft,
                progress=progress,
                library=library_of(self._context),
            )


def _draft(saved: Sequence[SavedPaper], ref: PaperRef) -> SavedPaper | None:
    found = [each for each in saved if each.ref == ref and each.state is PaperState.DRAFT]
    return found[-1] if found else None


def _issued(saved: Sequence[SavedPaper], ref: PaperRef) -> SavedPaper | None:
    found = [each for each in saved if each.ref == ref and each.state is PaperState.ISSUED]
    return found[-1] if found else None


def _next(saved: Sequence[SavedPaper], ref: PaperRef, draft: SavedPaper | None) -> int:
    """Return the revision of the draft, or that of the version to come."""
    if draft is not None:
        return draft.revision
    return 1 + max((each.revision for each in saved if each.ref == ref), default=0)


def _as_it_stands(
    fresh: CasePaper, saved: Sequence[SavedPaper]
) -> tuple[CasePaper, SavedPaper | None]:
    """Return a document as issued, else as drafted, else as the case fills it."""
    issued, draft = _issued(saved, fresh.ref), _draft(saved, fresh.ref)
    if issued is not None and issued.paper is not None:
        return issued.paper, issued
    if draft is not None:
        return with_texts(fresh, draft.texts), draft
    return fresh, None
