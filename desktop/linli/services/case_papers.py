"""The documents of cases (调解文书): drafting, issuing, printing; the hall's list of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from linli.domain.accounts import Right
from linli.domain.case_documents import CaseDocuments
from linli.domain.case_paper_drafts import (
    CurrentPaper,
    OpenPaper,
    PaperLine,
    PaperState,
    SavedPaper,
    check_issue,
    check_texts,
    clean_texts,
    opened,
)
from linli.domain.case_paper_rules import PaperSetup, check_rules
from linli.domain.case_papers import CasePaper, PaperRef, with_texts
from linli.domain.cases import Case
from linli.domain.changes import Changes
from linli.domain.values.text import tidy
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.outputs import leaving
from linli.storage import case_files, case_papers, cases


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
        return self._read(case_id).lines()

    def open(self, case_id: int, ref: PaperRef) -> OpenPaper:
        """Return a document to edit, and where the case says something else by now.

        Raises:
            NotFoundError: there is no such case.
        """
        self._context.require(Right.MEDIATE, "查看调解文书")
        papers = self._read(case_id)
        return opened(papers.fresh(ref), papers.draft(ref), papers.issued(ref))

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
        papers = self._read(case_id)
        if ahead is not None:
            papers = replace(papers, case=ahead)
        return [papers.current(each) for each in papers.wanted() if not each.attached]

    def preview(self, case_id: int, ref: PaperRef, texts: Mapping[str, str]) -> bytes:
        """Return a document with other texts as a PDF marked 草稿, for the eye only.

        Raises:
            NotFoundError: there is no such case.
            UnprintableTextError: no font here draws some character.
        """
        self._context.require(Right.MEDIATE, "查看调解文书")
        from linli.printing.case_papers.render import draw_papers

        paper = with_texts(self._read(case_id).fresh(ref), texts)
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
        papers = self._read(case_id)
        paper, draft = self._checked(papers.fresh(ref), texts), papers.draft(ref)
        with self._context.writing(f"矛盾纠纷：起草{paper.name}") as work:
            record = case_papers.get_record(work.session, draft.id, version) if draft else None
            paper_id = case_papers.save_paper(
                work.session,
                record,
                case_id=case_id,
                ref=ref,
                revision=papers.next_revision(ref),
                texts=clean_texts(paper, texts),
                bases=bases,
                account=self._context.actor.name,
            )
        return paper_id, work.changes

    def discard_draft(self, case_id: int, ref: PaperRef) -> Changes:
        """Remove a draft; the document is filled from the case again.

        Raises:
            UserError: there is no draft.
            NotFoundError: there is no such case.
        """
        self._context.require(Right.MEDIATE, "删除文书草稿")
        draft = self._read(case_id).draft(ref)
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
        papers = self._read(case_id)
        paper, draft = self._checked(papers.fresh(ref), texts), papers.draft(ref)
        problems, why = check_issue(paper), tidy(reason)
        if papers.issued(ref) is not None and not why:
            message = f"{paper.name}已经出具过，请写明为什么更正。"
            problems.append(FieldProblem(field="reason", message=message))
        if problems:
            raise InvalidInput(problems)
        self._refuse_unprintable(paper)
        with self._context.writing(f"矛盾纠纷：出具{paper.name}", undoable=False) as work:
            record = case_papers.get_record(work.session, draft.id, version) if draft else None
            case_papers.save_paper(
                work.session,
                record,
                case_id=case_id,
                ref=ref,
                revision=papers.next_revision(ref),
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
        papers = self._read(case_id)
        found = [papers.as_it_stands(ref) for ref in refs]
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

    def _read(self, case_id: int) -> CaseDocuments:
        account, today = self._context.actor.name, self._context.clock().date()
        with self._context.db.reading() as connection:
            return CaseDocuments(
                case=cases.get_case(connection, case_id),
                issuer=case_papers.get_issuer(connection, account=account, today=today),
                rules=case_papers.get_setup(connection).rules,
                saved=tuple(case_papers.list_papers(connection, case_id)),
                files=tuple(case_files.list_files(connection, case_id)),
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
