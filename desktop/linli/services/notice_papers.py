"""Notices on paper (通知): looked at, printed, issued, revised, and kept as they were.

Issuing and revising cannot be undone, as paper with the number is out then; a notice is withdrawn
with a reason instead, and keeps its number. So numbers have neither gaps nor second uses.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.notice_composing import Composed, composed, frozen_of, sketched
from linli.domain.notice_filling import title_of
from linli.domain.notice_frozen import thaw
from linli.domain.notice_paper import Layout
from linli.domain.notice_rules import checked_reason, clean_draft
from linli.domain.notices import NoticeDraft, NoticeNumber, NoticeState, NoticeTrouble
from linli.errors import ConflictError, UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.notice_printing import Paper, refuse, rendered
from linli.services.notices import NoticeService
from linli.services.outputs import leaving
from linli.storage import notice_files, notices

if TYPE_CHECKING:
    from linli.storage.database import Writing
    from linli.storage.notice_schema import NoticeRecord

_TRIES = 3
_DRAFT = "草稿，没有发文　"


@dataclass(frozen=True, kw_only=True)
class IssuedNotice:
    """A notice that has just been issued or revised. `number` is None of a kind without."""

    id: int
    number: NoticeNumber | None
    revision: int
    content: bytes
    changes: Changes


@dataclass(frozen=True, kw_only=True)
class ArchiveCopy:
    """What was printed of a notice; `original` is False once the bytes were erased with somebody.

    Then it is set anew from what is left of the frozen text.
    """

    content: bytes
    original: bool


@dataclass(frozen=True, kw_only=True)
class NoticePreview:
    """A notice to look at; what is missing stands in 【】 and is told in `troubles`."""

    content: bytes
    pages: int
    troubles: tuple[NoticeTrouble, ...]


class NoticePaperService:
    """What a clerk does with notices on paper. Issuing is one transaction."""

    def __init__(self, context: Context, notices: NoticeService) -> None:
        self._context = context
        self._notices = notices

    def preview(
        self, draft: NoticeDraft, notice_id: int | None = None, *, only: int | None = None
    ) -> NoticePreview:
        """Return the PDF as it would be printed, complete or not, and what is still missing.

        It has the number that the notice has or would get.

        Args:
            draft: what it says.
            notice_id: of a saved one.
            only: the place of the one recipient whose copy is shown; None for all.

        Raises:
            UserError: it cannot be set at all.
        """
        self._context.require(Right.READ, "查看通知")
        clean = clean_draft(draft)
        found = self._notices.troubles(clean)
        number = self._number_of(notice_id) or self._notices.next_number(clean)
        known = self._notices.facts(clean)
        looked_at, facts = sketched(clean, known)
        said = composed(
            looked_at,
            facts,
            number=_text(number),
            day=self._today(),
            only=only,
            names=self._notices.names(clean, known),
        )
        paper = rendered(said, library_of(self._context), unfinished=True)
        return NoticePreview(content=paper.content, pages=paper.pages, troubles=found)

    def pdf(
        self,
        draft: NoticeDraft,
        notice_id: int | None = None,
        *,
        progress: Progress = SILENT,
    ) -> bytes:
        """Return the PDF to print of a notice that is not issued.

        One of a kind with numbers says at its foot that it is a draft.

        Raises:
            UserError: its layout needs a number, so it must be issued first.
            InvalidInput: something is missing.
            NotAllowedError: it is to be posted, and the role may not.
            Cancelled: the clerk stopped it.
        """
        from linli.printing.foot import printed_by

        self._require_print(draft)
        clean, context = clean_draft(draft), self._context
        number = self._number_of(notice_id)
        is_draft = clean.template.numbered and number is None
        if is_draft and clean.template.layout is not Layout.POSTED:
            raise UserError("红头文件和信函要有文号，请先发文，再打印。")
        refuse(self._notices.troubles(clean))
        foot = printed_by(context.actor.name, context.clock())
        detail = {"份数": str(max(len(clean.recipients), 1))}
        with leaving(context, "打印通知", clean.template.title, detail):
            return self._rendered(
                clean, number, printed=f"{_DRAFT}{foot}" if is_draft else foot, progress=progress
            ).content

    def archive_copy(self, notice_id: int, revision: int) -> ArchiveCopy:
        """Return what was printed at issue or revision, byte for byte, to print it again.

        Raises:
            NotFoundError: there is no such notice or file.
            NotAllowedError: it is to be posted, and the role may not.
        """
        self._context.require(Right.PRINT, "打印通知")
        saved = self._notices.get(notice_id)
        self._require_print(saved.draft)
        with self._context.db.reading() as connection:
            content, frozen = notice_files.read_file(connection, notice_id, revision)
        with leaving(self._context, "打印通知存档件", f"notice/{notice_id}"):
            if content is not None:
                return ArchiveCopy(content=content, original=True)
            left = thaw(frozen)
            if not left:
                raise UserError("这份存档件的内容已经按规定删除，没有可打印的了。")
            paper = rendered(left, library_of(self._context))
            return ArchiveCopy(content=paper.content, original=False)

    def issue(
        self,
        draft: NoticeDraft,
        notice_id: int | None = None,
        *,
        version: int | None = None,
        progress: Progress = SILENT,
    ) -> IssuedNotice:
        """Issue a notice (发文): number, register and archive in one transaction.

        Raises:
            InvalidInput: something is missing.
            ConflictError: it was changed since `version` was read, or issued already.
            NotFoundError: it is gone.
            NotAllowedError: it is to be posted, and the role may not.
            Cancelled: the clerk stopped it before the number was given.
        """
        self._context.require(Right.EDIT, "发文")
        self._require_print(draft)
        clean = clean_draft(draft)
        refuse(self._notices.troubles(clean))
        for _ in range(_TRIES):
            number = self._notices.next_number(clean)
            paper = self._rendered(clean, number, progress=progress)
            done = self._issue(clean, notice_id, version, number, paper)
            if done is not None:
                return done
        raise ConflictError("别人正在发文，文号没有排上。请稍等再发一次。")

    def revise(
        self,
        notice_id: int,
        draft: NoticeDraft,
        *,
        reason: str | None,
        version: int,
        progress: Progress = SILENT,
    ) -> IssuedNotice:
        """Issue a notice anew under its number (修订); what was printed before stays.

        Raises:
            UserError: there is no reason, or it is not issued.
            InvalidInput: something is missing.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
            Cancelled: the clerk stopped it.
        """
        self._context.require(Right.EDIT, "修订通知")
        self._require_print(draft)
        said, clean = checked_reason(reason, "修订"), clean_draft(draft)
        refuse(self._notices.troubles(clean))
        number = self._notices.get(notice_id).row.number
        paper = self._rendered(clean, number, progress=progress)
        label = f"修订通知 {number.text if number else clean.template.title}"
        with self._context.writing(label, undoable=False) as work:
            record = notices.get_record(work.session, notice_id, version)
            if record.state != NoticeState.ISSUED.value:
                raise UserError(f"通知「{record.title}」没有发文或已经撤回，不能修订。")
            notices.update_notice(
                work.session, record, clean, title_of(clean, self._notices.facts(clean))
            )
            record.revision += 1
            self._keep(work, record, clean, number, paper, said)
            revision = record.revision
        return IssuedNotice(
            id=notice_id,
            number=number,
            revision=revision,
            content=paper.content,
            changes=work.changes,
        )

    # ---- inside ----

    def _issue(
        self,
        draft: NoticeDraft,
        notice_id: int | None,
        version: int | None,
        number: NoticeNumber | None,
        paper: Paper,
    ) -> IssuedNotice | None:
        """Put a notice into the register; None if its number was given to another meanwhile."""
        title = title_of(draft, self._notices.facts(draft))
        label = f"发文 {number.text if number else draft.template.title}"
        with self._context.writing(label, undoable=False) as work:
            session, today = work.session, self._today()
            if number is not None and number != notices.next_number(
                work.connection, number.prefix, number.year
            ):
                return None
            if notice_id is None:
                record = notices.add_notice(
                    session, draft, title=title, day=today, account=self._context.actor.name
                )
            else:
                record = notices.get_record(session, notice_id, version)
                notices.update_notice(session, record, draft, title)
            notices.mark_issued(session, record, number=number, day=today)
            self._keep(work, record, draft, number, paper)
            issued_id = record.id
        return IssuedNotice(
            id=issued_id, number=number, revision=0, content=paper.content, changes=work.changes
        )

    def _keep(
        self,
        work: "Writing",
        record: "NoticeRecord",
        draft: NoticeDraft,
        number: NoticeNumber | None,
        paper: Paper,
        reason: str | None = None,
    ) -> None:
        """Put what is printed into the archive."""
        said = self._composed(draft, number)
        notice_files.add_file(
            work.session,
            record.id,
            revision=record.revision,
            content=paper.content,
            frozen=frozen_of(draft, said),
            pages=paper.pages,
            reason=reason,
            at=self._context.clock(),
            account=self._context.actor.name,
        )

    def _composed(
        self, draft: NoticeDraft, number: NoticeNumber | None, *, printed: str = ""
    ) -> Composed:
        facts = self._notices.facts(draft)
        return composed(
            draft,
            facts,
            number=_text(number),
            day=self._today(),
            printed=printed,
            names=self._notices.names(draft, facts),
        )

    def _rendered(
        self,
        draft: NoticeDraft,
        number: NoticeNumber | None,
        *,
        printed: str = "",
        progress: Progress = SILENT,
    ) -> Paper:
        said = self._composed(draft, number, printed=printed)
        return rendered(said, library_of(self._context), progress=progress)

    def _require_print(self, draft: NoticeDraft) -> None:
        self._context.require(Right.PRINT, "打印通知")
        if draft.template.posted:
            self._context.require(Right.POST, "打印公示")

    def _number_of(self, notice_id: int | None) -> NoticeNumber | None:
        return None if notice_id is None else self._notices.get(notice_id).row.number

    def _today(self) -> date:
        return self._context.clock().date()


def _text(number: NoticeNumber | None) -> str:
    return number.text if number else ""
