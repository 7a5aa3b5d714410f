"""The file of a case bound (卷宗装订): what it lacks, the volume, copies of it, the archive."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.case_file_rules import (
    FileLine,
    file_lines,
    is_bound,
    missing_of,
    password_refusal,
)
from linli.domain.case_files import RETENTION, CaseFile, Retention, Sides, Volume
from linli.domain.case_paper_rules import wanted_papers
from linli.domain.case_papers import PaperKind, PaperRef, texts_of
from linli.domain.cases import Case, StepDraft, TakenStep
from linli.domain.changes import Changes
from linli.errors import UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.outputs import leaving
from linli.storage import case_files, cases, files

if TYPE_CHECKING:
    from linli.printing.case_volume import BoundVolume, VolumePart
    from linli.services.case_papers import CasePaperService
    from linli.storage.database import Writing

TITLE = "调解卷宗"
KEEPING_KEY = "keeping"
"""The field of the cover that says how long the volume is kept."""
_COVER = PaperRef(kind=PaperKind.COVER)
_PACKAGE = "移交卷宗"


@dataclass(frozen=True, kw_only=True)
class FileEntry:
    """A line of a case's file with its pages; `numbers` as the contents would say them."""

    line: FileLine
    pages: int
    numbers: str


class CaseVolumes:
    """A part of `CaseFileService`: what a mediator does with the whole file."""

    _context: Context
    _papers: "CasePaperService"

    # ---- looking ----------------------------------------------------------------------------

    def entries(self, case_id: int) -> list[FileEntry]:
        """Return what stands in a case's file and what is missing, in the order of binding.

        Raises:
            NotFoundError: there is no such case.
        """
        self._context.require(Right.MEDIATE, "查看卷宗")
        from linli.printing.case_volume import measure_volume

        parts = self._parts(self._case(case_id))
        measured = measure_volume(parts, library=library_of(self._context))
        return [
            FileEntry(line=part.line, pages=pages, numbers=number.text)
            for part, (pages, number) in zip(parts, measured, strict=True)
        ]

    def missing(self, case_id: int) -> list[str]:
        """Return in words what a case's file lacks, each once; without any it can be archived.

        Raises:
            NotFoundError: there is no such case.
        """
        self._context.require(Right.MEDIATE, "查看卷宗")
        return missing_of([part.line for part in self._parts(self._case(case_id))])

    def keeping(self, case_id: int) -> str:
        """Return how long the volume is kept as its cover says it, "" if that is not decided.

        Raises:
            NotFoundError: there is no such case.
        """
        self._context.require(Right.MEDIATE, "查看卷宗")
        papers = (each.paper for each in self._papers.current(case_id))
        said = [texts_of(paper) for paper in papers if paper.ref == _COVER]
        return said[0].get(KEEPING_KEY, "") if said else ""

    def keep_for(self, case_id: int, retention: Retention | None) -> Changes:
        """Say on the cover how long the volume is kept (保管期限).

        Raises:
            UserError: the cover was issued, so that it stays as it is.
            NotFoundError: there is no such case.
        """
        self._context.require(Right.MEDIATE, "选择保管期限")
        opened = self._papers.open(case_id, _COVER)
        if opened.issued is not None:
            raise UserError("卷宗封面已经出具，不能改保管期限；要改的，请在文书里更正封面。")
        texts = texts_of(opened.paper)
        texts[KEEPING_KEY] = RETENTION[retention] if retention else ""
        version = opened.draft.version if opened.draft else None
        return self._papers.save_draft(case_id, _COVER, texts, opened.bases, version=version)[1]

    # ---- binding ----------------------------------------------------------------------------

    def bind(self, case_id: int, *, sides: Sides = Sides.ONE, progress: Progress = SILENT) -> bytes:
        """Return the whole file as one PDF/A-2b.

        Args:
            case_id: of which case.
            sides: on which sides it will be printed.
            progress: told after each page.

        Raises:
            UserError: something compulsory is missing, all of it named; or an attachment is broken.
            UnprintableTextError: no font here draws some character.
            NotFoundError: there is no such case.
            Cancelled: the clerk stopped it.
        """
        self._require_print()
        with leaving(self._context, "打印卷宗", f"mediation_case/{case_id}"):
            parts = self._complete(self._case(case_id))
            return self._bound(parts, TITLE, sides, progress).content

    def transfer_package(
        self, case_id: int, *, sides: Sides = Sides.ONE, progress: Progress = SILENT
    ) -> bytes:
        """Return what goes to the street or the last centre: the slip, then the file as it is.

        A case is handed over while it is going on, so nothing has to be complete.

        Raises:
            UserError: the case was not handed over, or an attachment is broken.
            UnprintableTextError: no font here draws some character.
            NotFoundError: there is no such case.
            Cancelled: the clerk stopped it.
        """
        self._require_print()
        with leaving(self._context, "打印移交卷宗", f"mediation_case/{case_id}"):
            parts = self._there(self._parts(self._case(case_id)))
            slips = [part for part in parts if part.line.kind is PaperKind.TRANSFER]
            if not slips:
                raise UserError(
                    "这件案子还没有上交或移送，没有移交单；请先办理「上交」或「移送其他部门」。"
                )
            slip = replace(slips[-1], line=replace(slips[-1].line, is_loose=True))
            return self._bound([slip, *parts], _PACKAGE, sides, progress).content

    def locked(self, content: bytes, password: str) -> bytes:
        """Return a bound file that opens with a password only.

        Raises:
            UserError: the password is too short.
        """
        self._require_print()
        from linli.printing.locked import lock_pdf

        if said := password_refusal(password):
            raise UserError(said, field="password")
        return lock_pdf(content, password)

    def save_locked(self, content: bytes, path: Path, password: str, title: str = TITLE) -> None:
        """Write a bound file with a password where the clerk wants it.

        Args:
            content: as `bind` returned it.
            path: the file; it appears only when it is complete.
            password: by which it opens.
            title: what it is; it must not name a person.

        Raises:
            UserError: the password is too short.
            StorageProblem: the file cannot be written.
        """
        self._require_print()
        with leaving(self._context, "导出加密的 PDF 文件", title):
            files.replace_file(path, self.locked(content, password))

    # ---- the archive ------------------------------------------------------------------------

    def volumes(self, case_id: int) -> list[Volume]:
        """Return what was bound when the case was archived, the newest first."""
        self._context.require(Right.MEDIATE, "查看卷宗")
        with self._context.db.reading() as connection:
            return case_files.list_volumes(connection, case_id)

    def volume(self, case_id: int, revision: int) -> bytes:
        """Return a volume byte for byte as it was archived, to print it again.

        Raises:
            NotFoundError: there is none.
            UserError: its bytes were erased.
        """
        self._require_print()
        with (
            leaving(self._context, "打印归档卷宗", f"mediation_case/{case_id}"),
            self._context.db.reading() as connection,
        ):
            return case_files.read_volume(connection, case_id, revision)

    def prepare_volume(
        self, case: Case, step: StepDraft, progress: Progress = SILENT
    ) -> "BoundVolume":
        """Return the volume of a case that is about to be archived, to be kept with the step.

        Raises:
            UserError: something compulsory is missing, all of it named; or an attachment is broken.
            UnprintableTextError: no font here draws some character.
        """
        self._context.require(Right.MEDIATE, "归档卷宗")
        taken = TakenStep(
            id=0,
            facts=step,
            by=self._context.actor.name,
            entered=self._context.clock(),
            stage=case.stage,
        )
        parts = self._complete(replace(case, steps=(*case.steps, taken)))
        return self._bound(parts, TITLE, Sides.ONE, progress)

    def keep_volume(self, work: "Writing", case_id: int, volume: "BoundVolume") -> int:
        """Keep the volume of a case that is archived in this transaction; return its revision."""
        self._context.require(Right.MEDIATE, "归档卷宗")
        return case_files.add_volume(
            work.session,
            case_id,
            volume.content,
            pages=volume.pages,
            at=self._context.clock(),
            account=self._context.actor.name,
        )

    # ---- inside -----------------------------------------------------------------------------

    def _require_print(self) -> None:
        self._context.require(Right.MEDIATE, "装订卷宗")
        self._context.require(Right.PRINT, "装订卷宗")

    def _case(self, case_id: int) -> Case:
        with self._context.db.reading() as connection:
            return cases.get_case(connection, case_id)

    def _parts(self, case: Case) -> "list[VolumePart]":
        """Return the parts of a case's volume in order, also those that are missing."""
        from linli.printing.case_volume import VolumePart

        setup = self._papers.setup()
        wanted = wanted_papers(case, setup.rules)
        current = {each.wanted.ref: each for each in self._papers.current(case.id, ahead=case)}
        saved = {ref for ref, each in current.items() if each.saved is not None}
        made = {
            each.ref: current[each.ref].missing
            for each in wanted
            if is_bound(each, saved) and each.ref in current
        }
        with self._context.db.reading() as connection:
            kept = case_files.list_files(connection, case.id)
        return [
            VolumePart(
                line=line,
                paper=current[line.ref].paper if line.ref else None,
                pages=line.file.pages if line.file else 0,
                read=self._reader(line.file) if line.file else None,
            )
            for line in file_lines(setup.rules, wanted, made, kept, case.facts.parties)
        ]

    def _reader(self, file: CaseFile) -> Callable[[], bytes]:
        """Return what reads an attachment when its turn comes."""

        def read() -> bytes:
            with self._context.db.reading() as connection:
                return case_files.read_scan(connection, file.digest)

        return read

    def _complete(self, case: Case) -> "list[VolumePart]":
        """Return the parts of a complete file.

        Raises:
            UserError: naming all that is missing.
        """
        parts = self._parts(case)
        if missing := missing_of([part.line for part in parts]):
            raise UserError(
                f"卷宗还缺 {len(missing)} 项，不能装订归档：{'；'.join(missing)}。请补齐再装订。"
            )
        return parts

    def _there(self, parts: "Sequence[VolumePart]") -> "list[VolumePart]":
        """Return the parts of a file that can be bound, complete or not."""
        return [part for part in parts if part.paper is not None or part.line.file is not None]

    def _bound(
        self, parts: "Sequence[VolumePart]", title: str, sides: Sides, progress: Progress
    ) -> "BoundVolume":
        from linli.printing.case_volume import bind_volume

        library = library_of(self._context)
        return bind_volume(parts, title=title, sides=sides, progress=progress, library=library)
