"""Requests of the people concerned (个人信息请求), and the copy of their data (个人信息副本)."""

from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.contact_rules import clean_text
from linli.domain.extracts import Extract, extract_register
from linli.domain.privacy_letters import answer_letter
from linli.domain.privacy_request_rules import (
    check_answer,
    check_request,
    clean_answer,
    clean_request,
)
from linli.domain.privacy_requests import (
    PrivacyRequest,
    RequestAnswer,
    RequestDraft,
    RequestFilter,
)
from linli.domain.registers import Register
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.outputs import leaving
from linli.storage import (
    calendars,
    erasing,
    extract,
    files,
    privacy_requests,
    privacy_settings,
    residents,
    settings,
)
from linli.storage.problems import file_problems

if TYPE_CHECKING:
    from linli.storage.database import Writing

_EVERY = RequestFilter()
_COPY_REASON = "本人查阅、复制"


class PrivacyRequestService:
    """What a clerk does with requests; a number that was given is never given again."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self, wanted: RequestFilter = _EVERY) -> list[PrivacyRequest]:
        """Return requests: those that wait by when they are due, then the others."""
        self._context.require(Right.PRIVACY, "查看个人信息请求")
        with self._context.db.reading() as connection:
            return privacy_requests.list_requests(connection, wanted, self._today())

    def get(self, request_id: int) -> PrivacyRequest:
        """Return a request.

        Raises:
            NotFoundError: there is no such request.
        """
        self._context.require(Right.PRIVACY, "查看个人信息请求")
        with self._context.db.reading() as connection:
            return privacy_requests.get_request(connection, request_id, self._today())

    def due_on(self, received: date) -> date:
        """Return the day by which a request received then is answered, by the hall's own rule."""
        self._context.require(Right.PRIVACY, "登记个人信息请求")
        with self._context.db.reading() as connection:
            days = privacy_settings.get_notice(connection).days
            calendar = calendars.get_calendar(connection)
        return calendar.after_working_days(received, days)

    def add(self, draft: RequestDraft) -> tuple[int, Changes]:
        """Record a request under the next number of its year; it stays, so that no number is lost.

        Raises:
            InvalidInput: a rule is broken.
            NotFoundError: the person is gone.
        """
        self._context.require(Right.PRIVACY, "登记个人信息请求")
        clean = self._checked(draft)
        due, year = self.due_on(clean.received_on), clean.received_on.year
        with self._context.writing("个人信息请求：登记 1 件", undoable=False) as work:
            if clean.resident_id is not None:
                residents.get_record(work.session, clean.resident_id)
            request_id = privacy_requests.add_request(
                work.session,
                clean,
                year=year,
                sequence=privacy_requests.next_sequence(work.connection, year),
                due_on=due,
                account=self._context.actor.name,
            )
        return request_id, work.changes

    def update(self, request_id: int, draft: RequestDraft, *, version: int) -> Changes:
        """Save a changed request; its number stays as it is.

        Raises:
            InvalidInput: a rule is broken, or it is answered already.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.PRIVACY, "处理个人信息请求")
        clean = self._checked(draft)
        with self._changing("修改") as work:
            record = privacy_requests.get_record(work.session, request_id, version)
            before = self._open(
                privacy_requests.get_request(work.connection, request_id, self._today())
            )
            if clean.received_on.year != before.year:
                message = (
                    f"编号 {before.number} 是 {before.year} 年的，收到日期要在同一年；"
                    "记错年份的请作废后重新登记。"
                )
                raise InvalidInput([FieldProblem(field="received_on", message=message)])
            due = self.due_on(clean.received_on)
            privacy_requests.update_request(work.session, record, clean, due)
        return work.changes

    def answer(self, request_id: int, answer: RequestAnswer, *, version: int) -> Changes:
        """Record how a request was answered (办结).

        Raises:
            InvalidInput: a rule is broken, or it is answered already.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.PRIVACY, "处理个人信息请求")
        clean = clean_answer(answer)
        with self._changing("办结") as work:
            record = privacy_requests.get_record(work.session, request_id, version)
            before = self._open(
                privacy_requests.get_request(work.connection, request_id, self._today())
            )
            problems = check_answer(clean, before.facts.received_on, self._today())
            if problems:
                raise InvalidInput(problems)
            privacy_requests.answer_request(work.session, record, clean)
        return work.changes

    def void(self, request_id: int, reason: str, *, version: int) -> Changes:
        """Mark a request as entered by mistake (作废); its number stays taken.

        Raises:
            InvalidInput: no reason is given.
            UserError: it is answered already.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.PRIVACY, "处理个人信息请求")
        said = clean_text(reason)
        if said is None:
            message = "没有写作废的原因，请填写，如“重复登记”。"
            raise InvalidInput([FieldProblem(field="reason", message=message)])
        with self._changing("作废") as work:
            record = privacy_requests.get_record(work.session, request_id, version)
            self._open(privacy_requests.get_request(work.connection, request_id, self._today()))
            privacy_requests.void_request(work.session, record, said)
        return work.changes

    def slip(self, request_id: int) -> bytes:
        """Make the PDF of the slip: that it was received, or how it was answered.

        Raises:
            NotFoundError: it is gone.
            UnprintableTextError: no font here draws some character.
        """
        from linli.printing.foot import printed_by
        from linli.printing.letters import render_letters

        context, request = self._context, self.get(request_id)
        context.require(Right.PRINT, "打印答复单")
        with context.db.reading() as connection:
            hall = settings.get_hall(connection)
        letter = answer_letter(request, hall, printed_by(context.actor.name, context.clock()))
        with leaving(context, "打印个人信息答复单", f"编号 {request.number}", {"份数": "1"}):
            return render_letters([letter], library=library_of(context))

    # ---- the copy ---------------------------------------------------------------------------

    def extract(self, resident_id: int) -> Extract:
        """Return all that the ledger holds about a person, numbers in full.

        Raises:
            NotFoundError: there is no such person.
            UserError: the record was merged into another.
        """
        self._context.require(Right.PRIVACY, "出具个人信息副本")
        with self._context.db.reading() as connection:
            ids = erasing.whole_person(connection, resident_id)
            return extract.extract(connection, resident_id, ids)

    def extract_pdf(self, resident_id: int, progress: Progress = SILENT) -> bytes:
        """Make the PDF of a person's copy on A4, and record that it was made.

        Raises:
            NotFoundError: there is no such person.
            UnprintableTextError: no font here draws some character.
            Cancelled: the clerk stopped it.
        """
        from linli.printing.registers import render_register

        self._context.require(Right.PRINT, "打印个人信息副本")
        found, register = self._register(resident_id)
        with self._leaving("打印个人信息副本", resident_id, found):
            library = library_of(self._context)
            return render_register(register, progress=progress, library=library).content

    def extract_workbook(self, resident_id: int, path: Path) -> int:
        """Write a person's copy as .xlsx, and record that it was made; return its lines.

        Raises:
            NotFoundError: there is no such person.
            StorageProblem: the file cannot be written; an old one is untouched.
        """
        from linli.exchange.register_workbook import write_register

        self._context.require(Right.EXPORT, "导出个人信息副本")
        found, register = self._register(resident_id)
        temporary = path.with_name(f"{path.name}.tmp")
        with self._leaving("导出个人信息副本", resident_id, found):
            try:
                with file_problems(path):
                    write_register(temporary, register)
                files.rename(temporary, path)
            finally:
                with suppress(OSError):
                    temporary.unlink(missing_ok=True)
        return found.lines

    def _register(self, resident_id: int) -> tuple[Extract, Register]:
        from linli.printing.foot import printed_by

        found = self.extract(resident_id)
        with self._context.db.reading() as connection:
            hall = settings.get_hall(connection)
        made = self._context.clock()
        subtitle = f"{hall.hall_name}　{found.name}　{made.year}年{made.month}月{made.day}日"
        printed = printed_by(self._context.actor.name, made)
        return found, extract_register(found, subtitle, printed)

    def _leaving(
        self, action: str, resident_id: int, found: Extract
    ) -> AbstractContextManager[None]:
        detail = {"行数": str(found.lines), "号码": "完整", "用途": _COPY_REASON}
        return leaving(self._context, action, f"resident/{resident_id}", detail)

    # ---- common -----------------------------------------------------------------------------

    def _changing(self, what: str) -> "AbstractContextManager[Writing]":
        self._context.require(Right.PRIVACY, f"{what}个人信息请求")
        return self._context.writing(f"个人信息请求：{what} 1 件")

    def _checked(self, draft: RequestDraft) -> RequestDraft:
        clean = clean_request(draft)
        if clean.resident_id is not None:
            with self._context.db.reading() as connection:
                person = residents.get_resident(connection, clean.resident_id)
            clean = replace(clean, name=person.facts.name)
        problems = check_request(clean, self._today())
        if problems:
            raise InvalidInput(problems)
        return clean

    def _open(self, request: PrivacyRequest) -> PrivacyRequest:
        if not request.is_open:
            raise UserError(
                f"编号 {request.number} 已经办结或作废，不能再改；需要的请另外登记一件。"
            )
        return request

    def _today(self) -> date:
        return self._context.clock().date()
