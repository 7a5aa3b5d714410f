"""Home services sent to residents (家政派遣): requests, slips, feedback, the sums of a year."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.dispatch_lists import dispatch_letters, dispatch_register
from linli.domain.dispatch_rules import (
    check_dispatch,
    check_move,
    check_voucher_use,
    clean_dispatch,
    clean_move,
)
from linli.domain.dispatches import (
    DISPATCH_STATE,
    Dispatch,
    DispatchDraft,
    DispatchFilter,
    DispatchMove,
    DispatchState,
    DispatchSums,
    dispatch_sums,
)
from linli.domain.register_texts import spoken
from linli.domain.registers import Register
from linli.domain.workers import WorkerFilter, WorkerKind
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.services.letter_pdfs import foot_of, letters_pdf
from linli.services.masking import for_office, masks_of
from linli.storage import dispatches, providers, residents, settings, workers

if TYPE_CHECKING:
    from linli.storage.database import Writing

_EVERY = DispatchFilter()
_OFFERED = 12


class DispatchService:
    """What a clerk does with requests; a number that was given is never given again."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self, wanted: DispatchFilter = _EVERY) -> list[Dispatch]:
        """Return requests, the last number first; of what is late, the latest first."""
        self._context.require(Right.READ, "查看家政派遣")
        with self._context.db.reading() as connection:
            return dispatches.list_dispatches(connection, wanted, self._today())

    def get(self, dispatch_id: int) -> Dispatch:
        """Return a request.

        Raises:
            NotFoundError: there is no such request.
        """
        self._context.require(Right.READ, "查看家政派遣")
        with self._context.db.reading() as connection:
            return dispatches.get_dispatch(connection, dispatch_id)

    def find_number(self, number: str) -> Dispatch | None:
        """Return the request of a number such as 2026-0012, or None."""
        self._context.require(Right.READ, "查看家政派遣")
        with self._context.db.reading() as connection:
            return dispatches.find_number(connection, number)

    def suggestions(self, part: str = "") -> list[str]:
        """Return what has been asked for and contains `part`, the last first."""
        said = (each.facts.what for each in self.list_all() if part.strip() in each.facts.what)
        return list(dict.fromkeys(said))[:_OFFERED]

    def workers(self) -> dict[int, str]:
        """Return the housekeepers who serve today, by their numbers."""
        self._context.require(Right.READ, "查看家政派遣")
        wanted = WorkerFilter(kind=WorkerKind.HOUSEKEEPER, on=self._today())
        with self._context.db.reading() as connection:
            found = workers.list_workers(connection, wanted)
        return {each.id: each.facts.name for each in found}

    def sums(self, year: int) -> DispatchSums:
        """Count the requests of a year."""
        return dispatch_sums(self.list_all(DispatchFilter(year=year)))

    def register(self, wanted: DispatchFilter, title: str, *, revealed: bool) -> Register:
        """Return requests to print, the first number first; phones in full only if `revealed`."""
        self._context.require(Right.READ, "查看家政派遣")
        found = self.list_all(wanted)
        made = dispatch_register(found if wanted.late else found[::-1], title=title)
        return for_office(self._context, made, revealed=revealed)

    def reveal(self, dispatch_id: int, reason: str) -> None:
        """Record in the audit trail that a number is shown in full, and why.

        Raises:
            NotFoundError: the request is gone.
        """
        self._context.require(Right.REVEAL, "查看完整号码")
        self.get(dispatch_id)
        self._context.revealed(f"dispatch/{dispatch_id}", reason, "家政派遣的电话")

    # ---- changing ---------------------------------------------------------------------------

    def add(self, draft: DispatchDraft) -> tuple[int, Changes]:
        """Take down a request under the next number of its year; it stays, so that none is lost.

        Raises:
            InvalidInput: a rule is broken, or the voucher cannot be used.
            NotFoundError: the resident or the voucher is gone.
        """
        self._context.require(Right.EDIT, "登记家政服务")
        with self._context.writing("家政派遣：登记 1 件", undoable=False) as work:
            clean = self._checked(work, draft, "")
            dispatch_id = dispatches.add_dispatch(
                work.session,
                clean,
                sequence=dispatches.next_sequence(work.connection, clean.received_on.year),
                account=self._context.actor.name,
            )
        return dispatch_id, work.changes

    def update(self, dispatch_id: int, draft: DispatchDraft, *, version: int) -> Changes:
        """Save a changed request; its number stays as it is.

        Raises:
            InvalidInput: a rule is broken, the year is another, or the voucher cannot be used.
            UserError: it is done or cancelled.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it, the resident or the voucher is gone.
        """
        self._context.require(Right.EDIT, "修改家政服务")
        with self._context.writing("家政派遣：修改 1 件") as work:
            record = dispatches.get_record(work.session, dispatch_id, version)
            before = dispatches.get_dispatch(work.connection, dispatch_id)
            if before.state not in {DispatchState.ASKED, DispatchState.SENT}:
                now = DISPATCH_STATE[before.state]
                raise UserError(f"派单 {before.number} {now}，不能再改；需要的请另外登记一件。")
            masks = masks_of(self._context)
            own = before.facts.phone
            if own and draft.phone == masks.show_numbers_in(own):
                draft = replace(draft, phone=own)
            clean = self._checked(work, draft, before.number)
            sent = before.steps[-1].day
            if clean.received_on.year != before.year:
                message = f"编号 {before.number} 是 {before.year} 年的，日期要在同一年。"
                raise InvalidInput([FieldProblem(field="received_on", message=message)])
            if before.state is DispatchState.SENT and clean.received_on > sent:
                message = f"登记日期不能晚于派单日期「{spoken(sent)}」，请核对。"
                raise InvalidInput([FieldProblem(field="received_on", message=message)])
            dispatches.update_dispatch(work.session, record, clean)
        return work.changes

    def move(self, dispatch_id: int, move: DispatchMove, *, version: int) -> Changes:
        """Take a request a step on: send somebody, done, asked back, cancelled.

        What is done uses its voucher up.

        Raises:
            InvalidInput: a rule is broken, or the voucher can no longer be used.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it, or who is sent, is gone.
        """
        self._context.require(Right.EDIT, "办理家政服务")
        clean = clean_move(move)
        with self._context.writing(f"家政派遣：{DISPATCH_STATE[clean.to]} 1 件") as work:
            record = dispatches.get_record(work.session, dispatch_id, version)
            item = dispatches.get_dispatch(work.connection, dispatch_id)
            if problems := check_move(clean, item, self._today()):
                raise InvalidInput(problems)
            dispatches.add_step(work.session, record, clean, self._whom(work, clean))
            voucher_id = item.facts.voucher_id
            if clean.to is DispatchState.DONE and voucher_id is not None:
                voucher = providers.get_voucher(work.connection, voucher_id)
                if problems := check_voucher_use(voucher, clean.day, item.number):
                    raise InvalidInput([replace(each, field="day") for each in problems])
                providers.use_voucher(
                    work.session,
                    providers.get_voucher_record(work.session, voucher_id),
                    clean.day,
                    item.provider_id,
                )
        return work.changes

    def slips(self, dispatch_id: int) -> bytes:
        """Make the PDF of the slip (家政派单), for who does the work and for the resident.

        Numbers are in full for who may see them in full, whom the slip then serves to call;
        for others they are masked, to be written in by hand.

        Raises:
            UserError: nobody is sent yet, or the request is cancelled.
            NotFoundError: it is gone.
            UnprintableTextError: no font here draws some character.
        """
        context = self._context
        context.require(Right.PRINT, "打印家政派单")
        item = self.get(dispatch_id)
        if not item.doer:
            raise UserError(f"编号 {item.number} 还没有派给谁，请先点“办理”派单。")
        if item.state is DispatchState.CANCELLED:
            raise UserError(f"编号 {item.number} 已经取消，不用打印派单。")
        if not context.may(Right.REVEAL):
            masks = masks_of(context)
            item = replace(
                item,
                phone=masks.show_numbers_in(item.phone),
                worker_phone=masks.show_numbers_in(item.worker_phone),
            )
        with context.db.reading() as connection:
            hall = settings.get_hall(connection)
        letters = dispatch_letters(
            item,
            community=hall.community,
            contact=hall.hotline or "",
            printed=foot_of(context),
        )
        return letters_pdf(context, letters, "打印家政派单", f"编号 {item.number}")

    # ---- inside -----------------------------------------------------------------------------

    def _checked(self, work: "Writing", draft: DispatchDraft, number: str) -> DispatchDraft:
        """Return a request in normal form, named as the resident; `number` "" of a new one."""
        if draft.resident_id is not None:
            person = residents.get_resident(work.connection, draft.resident_id)
            draft = replace(draft, name=person.facts.name)
        clean = clean_dispatch(draft)
        problems = check_dispatch(clean, self._today())
        if clean.voucher_id is not None:
            voucher = providers.get_voucher(work.connection, clean.voucher_id)
            problems += check_voucher_use(voucher, clean.received_on, number)
        if problems:
            raise InvalidInput(problems)
        return clean

    def _whom(self, work: "Writing", move: DispatchMove) -> str | None:
        """Return the name of who is sent by a step."""
        if move.worker_id is not None:
            worker = workers.get_worker(work.connection, move.worker_id)
            if not worker.serves(move.day):
                message = f"「{worker.facts.name}」那天不在岗，请选别人，或核对人员的起止日期。"
                raise InvalidInput([FieldProblem(field="sent_to", message=message)])
            return worker.facts.name
        if move.provider_id is not None:
            provider = providers.get_provider(work.connection, move.provider_id)
            if not provider.serves(move.day):
                message = f"「{provider.facts.name}」那天已经不营业，请选别的网点。"
                raise InvalidInput([FieldProblem(field="sent_to", message=message)])
            return provider.facts.name
        return None

    def _today(self) -> date:
        return self._context.clock().date()
