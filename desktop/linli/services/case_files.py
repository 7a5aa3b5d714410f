"""The file of a case (卷宗): attachments put in from outside, and what the file lacks."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from linli.domain.accounts import Right
from linli.domain.case_file_rules import check_file, clean_file
from linli.domain.case_files import (
    LARGEST_FILE,
    CaseFile,
    CaseFileDraft,
    Incoming,
    MediaType,
    Refused,
    TakenIn,
    too_large,
)
from linli.domain.case_step_rules import closed_words
from linli.domain.cases import Case
from linli.domain.changes import Changes
from linli.errors import InvalidInput, UserError
from linli.progress import SILENT, Progress
from linli.services.case_papers import CasePaperService
from linli.services.case_volumes import CaseVolumes
from linli.services.context import Context
from linli.storage import case_files, cases

_CHECKING = "正在检查附件"


class CaseFileService(CaseVolumes):
    """What a mediator does with the file of a case. Each change is one transaction and undo step.

    An archived case's file stays as it is. What is taken out can be brought back by undo: its
    bytes stay until an erasure.
    """

    def __init__(self, context: Context, papers: CasePaperService) -> None:
        self._context = context
        self._papers = papers

    def files(self, case_id: int) -> list[CaseFile]:
        """Return the attachments of a case in the clerk's order."""
        self._context.require(Right.MEDIATE, "查看卷宗")
        with self._context.db.reading() as connection:
            return case_files.list_files(connection, case_id)

    def add(
        self,
        case_id: int,
        draft: CaseFileDraft,
        incoming: Sequence[Incoming],
        progress: Progress = SILENT,
    ) -> tuple[TakenIn, Changes]:
        """Put files into the file of a case; each that cannot be taken says why, the others go in.

        Args:
            case_id: whose.
            draft: what all of them are.
            incoming: the files.
            progress: told while they are checked.

        Raises:
            InvalidInput: the draft breaks a rule.
            UserError: the case is archived or voided.
            NotFoundError: it is gone.
            Cancelled: the clerk stopped it; nothing was taken.
        """
        self._context.require(Right.MEDIATE, "添加卷宗附件")
        from linli.printing.scan_check import check_scan

        clean = self._checked(draft)
        known = {file.digest for file in self.files(case_id)}
        taken: list[tuple[bytes, MediaType, int]] = []
        refused: list[Refused] = []
        twice: list[str] = []
        for number, each in enumerate(incoming):
            progress.report(number, len(incoming), _CHECKING)
            digest = hashlib.sha256(each.content).hexdigest()
            if digest in known:
                twice.append(each.name)
                continue
            try:
                checked = check_scan(each.name, each.content, progress)
            except UserError as error:
                refused.append(Refused(name=each.name, why=str(error)))
                continue
            known.add(digest)
            taken.append((each.content, checked.media_type, checked.pages))
        ids, changes = self._take_in(case_id, clean, taken) if taken else ((), Changes())
        return TakenIn(ids=ids, refused=tuple(refused), known=tuple(twice)), changes

    def add_paths(
        self,
        case_id: int,
        draft: CaseFileDraft,
        paths: Sequence[Path],
        progress: Progress = SILENT,
    ) -> tuple[TakenIn, Changes]:
        """Put files of this machine into the file of a case, as `add` does.

        Raises:
            InvalidInput: the draft breaks a rule.
            UserError: the case is archived or voided.
            NotFoundError: it is gone.
            Cancelled: the clerk stopped it; nothing was taken.
        """
        self._context.require(Right.MEDIATE, "添加卷宗附件")
        incoming: list[Incoming] = []
        refused: list[Refused] = []
        for path in paths:
            try:
                incoming.append(_read(path))
            except UserError as error:
                refused.append(Refused(name=path.name, why=str(error)))
        taken, changes = self.add(case_id, draft, incoming, progress)
        return replace(taken, refused=(*refused, *taken.refused)), changes

    def update(self, file_id: int, draft: CaseFileDraft, *, version: int | None = None) -> Changes:
        """Say something else of an attachment.

        Raises:
            InvalidInput: the draft breaks a rule.
            UserError: the case is archived or voided.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.MEDIATE, "修改卷宗附件")
        clean = self._checked(draft)
        with self._context.writing("卷宗：修改附件 1 个") as work:
            case_id = case_files.get_file(work.connection, file_id).case_id
            self._refuse_closed(cases.get_case(work.connection, case_id))
            case_files.update_file(work.session, file_id, clean, version)
        return work.changes

    def reorder(self, case_id: int, file_ids: Sequence[int]) -> Changes:
        """Put the attachments into another order; within a kind of document it is that of binding.

        Raises:
            UserError: the case is archived or voided.
            NotFoundError: it is gone.
        """
        self._context.require(Right.MEDIATE, "调整附件顺序")
        with self._context.writing("卷宗：调整附件顺序") as work:
            self._refuse_closed(cases.get_case(work.connection, case_id))
            case_files.order_files(work.session, case_id, file_ids)
        return work.changes

    def remove(self, case_id: int, file_ids: Sequence[int]) -> Changes:
        """Take attachments out; undo brings them back.

        Raises:
            UserError: the case is archived or voided.
            NotFoundError: one is gone.
        """
        self._context.require(Right.MEDIATE, "取出卷宗附件")
        with self._context.writing(f"卷宗：取出附件 {len(file_ids)} 个") as work:
            self._refuse_closed(cases.get_case(work.connection, case_id))
            for file_id in file_ids:
                work.session.delete(case_files.get_file_record(work.session, file_id))
        return work.changes

    def view(self, file_id: int, progress: Progress = SILENT) -> bytes:
        """Return an attachment as a PDF to look at; who looked is recorded.

        Raises:
            UserError: it can no longer be read.
            NotFoundError: it is gone.
            Cancelled: the clerk stopped it.
        """
        self._context.require(Right.MEDIATE, "查看卷宗附件")
        with self._context.db.reading() as connection:
            file = case_files.get_file(connection, file_id)
            content = case_files.read_scan(connection, file.digest)
        if file.media_type is not MediaType.PDF:
            from linli.printing.case_volume import draw_scan

            content = draw_scan("卷宗附件", content, progress)
        self._context.db.record_event(
            self._context.actor,
            self._context.clock(),
            "查看卷宗附件",
            f"mediation_case/{file.case_id}",
            detail={"附件": str(file_id), "页数": str(file.pages)},
        )
        return content

    # ---- inside -----------------------------------------------------------------------------

    def _take_in(
        self, case_id: int, draft: CaseFileDraft, taken: Sequence[tuple[bytes, MediaType, int]]
    ) -> tuple[tuple[int, ...], Changes]:
        today = self._context.clock().date()
        with self._context.writing(f"卷宗：添加附件 {len(taken)} 个") as work:
            self._refuse_closed(cases.get_case(work.connection, case_id))
            ids = []
            for number, (content, media_type, pages) in enumerate(taken, 1):
                digest = case_files.add_scan(work.connection, content, media_type, pages)
                named = (
                    draft if len(taken) == 1 else replace(draft, name=f"{draft.name}（{number}）")
                )
                ids.append(case_files.add_file(work.session, case_id, named, digest, today))
        return tuple(ids), work.changes

    def _checked(self, draft: CaseFileDraft) -> CaseFileDraft:
        clean = clean_file(draft)
        if problems := check_file(clean):
            raise InvalidInput(problems)
        return clean

    def _refuse_closed(self, case: Case) -> None:
        if said := closed_words(case):
            raise UserError(said)


def _read(path: Path) -> Incoming:
    """Return a file of this machine; one that is too large is not read at all."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise UserError(too_large(path.name, size))
        return Incoming(name=path.name, content=path.read_bytes())
    except OSError as error:
        raise UserError(
            f"「{path.name}」读不了，可能已被移走，或者U盘已拔出。请检查后再添加。"
        ) from error
