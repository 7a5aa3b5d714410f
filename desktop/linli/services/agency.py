"""Matters done for people (全程代办): taken in, handed on, ended; numbers without gaps."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.agency import (
    AgencyCase,
    AgencyDraft,
    AgencyFilter,
    AgencyResult,
    AgencyStep,
    check_case,
    check_result,
    check_step,
    clean_case,
    clean_result,
    clean_step,
)
from linli.domain.changes import Changes
from linli.domain.contact_rules import clean_text
from linli.domain.guide_letters import receipt_letters
from linli.domain.guides import promised_day
from linli.domain.registers import Register
from linli.domain.station_lists import agency_register
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.services.letter_pdfs import foot_of, letters_pdf
from linli.services.masking import for_office
from linli.storage import agency, calendars, guides, residents, settings, stations

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from linli.storage.database import Writing

_EVERY = AgencyFilter()


class AgencyService:
    """What a clerk does with matters; a number that was given is never given again."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self, wanted: AgencyFilter = _EVERY, limit: int | None = None) -> list[AgencyCase]:
        """Return matters: those that are open by when they are due, then the others.

        Phones are plain: show them masked.
        """
        self._context.require(Right.READ, "查看代办事项")
        with self._context.db.reading() as connection:
            return agency.list_cases(connection, wanted, self._today(), limit)

    def get(self, case_id: int) -> AgencyCase:
        """Return a matter.

        Raises:
            NotFoundError: there is no such matter.
        """
        self._context.require(Right.READ, "查看代办事项")
        with self._context.db.reading() as connection:
            return agency.get_case(connection, case_id)

    def promised_on(self, guide_id: int, received: date) -> date | None:
        """Return the day by which a service is done that is taken in on a day; None if not said.

        Raises:
            NotFoundError: the guide is gone.
        """
        self._context.require(Right.READ, "登记代办")
        with self._context.db.reading() as connection:
            facts = guides.get_guide(connection, guide_id).facts
            return promised_day(facts, received, calendars.get_calendar(connection))

    def add(self, draft: AgencyDraft) -> tuple[int, Changes]:
        """Take a matter in under the next number of its year; it stays, so that none is lost.

        Raises:
            InvalidInput: a rule is broken.
            NotFoundError: the person, the guide or the station is gone.
        """
        self._context.require(Right.EDIT, "登记代办")
        clean = self._checked(draft)
        with self._context.writing("代办：登记 1 件", undoable=False) as work:
            _check_links(work, clean)
            sequence = agency.next_sequence(work.connection, clean.received_on.year)
            account = self._context.actor.name
            case_id = agency.add_case(work.session, clean, sequence=sequence, account=account)
        return case_id, work.changes

    def update(self, case_id: int, draft: AgencyDraft, *, version: int) -> Changes:
        """Save a changed matter; its number stays as it is.

        Raises:
            InvalidInput: a rule is broken.
            UserError: it is over.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改代办")
        clean = self._checked(draft)
        with self._changing("修改") as work:
            record = agency.get_record(work.session, case_id, version)
            before = _open(agency.get_case(work.connection, case_id))
            _check_links(work, clean)
            if clean.received_on.year != before.year:
                message = (
                    f"{before.number} 是 {before.year} 年的，接件日期要在同一年；"
                    "记错年份的请作废后重新登记。"
                )
                raise InvalidInput([FieldProblem(field="received_on", message=message)])
            agency.update_case(work.session, record, clean)
        return work.changes

    def hand_over(self, case_id: int, step: AgencyStep, *, version: int) -> Changes:
        """Write down that a matter went from one to another.

        Raises:
            InvalidInput: a rule is broken.
            UserError: it is over.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "登记代办交接")
        clean = clean_step(step)
        with self._changing("交接") as work:
            record = agency.get_record(work.session, case_id, version)
            case = _open(agency.get_case(work.connection, case_id))
            problems = check_step(clean, case, self._today())
            if problems:
                raise InvalidInput(problems)
            agency.add_step(work.session, record, clean)
        return work.changes

    def end(self, case_id: int, result: AgencyResult, *, version: int) -> Changes:
        """Write down how a matter ended (办结).

        Raises:
            InvalidInput: a rule is broken.
            UserError: it is over already.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "办结代办")
        clean = clean_result(result)
        with self._changing("办结") as work:
            record = agency.get_record(work.session, case_id, version)
            case = _open(agency.get_case(work.connection, case_id))
            problems = check_result(clean, case, self._today())
            if problems:
                raise InvalidInput(problems)
            agency.end_case(work.session, record, clean)
        return work.changes

    def void(self, case_id: int, reason: str, *, version: int) -> Changes:
        """Write down that a matter was entered by mistake; its number stays taken.

        Raises:
            InvalidInput: there is no reason.
            UserError: it is over already.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "作废代办")
        said = clean_text(reason)
        if said is None:
            message = "没有写作废的原因，请填写，如“重复登记”。"
            raise InvalidInput([FieldProblem(field="reason", message=message)])
        with self._changing("作废") as work:
            record = agency.get_record(work.session, case_id, version)
            _open(agency.get_case(work.connection, case_id))
            agency.void_case(work.session, record, said)
        return work.changes

    def reveal(self, case_id: int, reason: str) -> None:
        """Record in the audit trail that a phone is shown in full, and why.

        Raises:
            NotFoundError: there is no such matter.
        """
        self._context.require(Right.REVEAL, "查看完整号码")
        self.get(case_id)
        self._context.revealed(f"agency_case/{case_id}", reason, "代办人的电话")

    # ---- paper ------------------------------------------------------------------------------

    def register(self, wanted: AgencyFilter, title: str) -> Register:
        """Return the list to print, for A4 across."""
        self._context.require(Right.READ, "查看代办事项")
        return for_office(self._context, agency_register(self.list_all(wanted), title=title))

    def receipt(self, case_id: int) -> bytes:
        """Make the PDF of stub and receipt (存根、回执), a page each.

        Raises:
            UserError: it was voided.
            NotFoundError: it is gone.
            UnprintableTextError: no font here draws some character.
        """
        self._context.require(Right.PRINT, "打印代办回执")
        case = self.get(case_id)
        if case.voided_reason is not None:
            raise UserError(f"{case.number} 已经作废，不能打回执；请打新登记的那一件。")
        with self._context.db.reading() as connection:
            hall = settings.get_hall(connection)
        letters = receipt_letters(case, hall, foot_of(self._context))
        return letters_pdf(self._context, letters, "打印代办回执", case.number)

    # ---- common -----------------------------------------------------------------------------

    def _changing(self, what: str) -> "AbstractContextManager[Writing]":
        return self._context.writing(f"代办：{what} 1 件")

    def _checked(self, draft: AgencyDraft) -> AgencyDraft:
        clean = clean_case(draft)
        if clean.resident_id is not None:
            with self._context.db.reading() as connection:
                person = residents.get_resident(connection, clean.resident_id)
            clean = replace(clean, name=person.facts.name)
        problems = check_case(clean, self._today())
        if problems:
            raise InvalidInput(problems)
        return clean

    def _today(self) -> date:
        return self._context.clock().date()


def _check_links(work: "Writing", draft: AgencyDraft) -> None:
    """Make sure that what a matter refers to is there.

    Raises:
        NotFoundError: it is gone.
    """
    if draft.resident_id is not None:
        residents.get_record(work.session, draft.resident_id)
    if draft.guide_id is not None:
        guides.get_record(work.session, draft.guide_id)
    if draft.station_id is not None:
        stations.get_record(work.session, draft.station_id)


def _open(case: AgencyCase) -> AgencyCase:
    if not case.is_open:
        raise UserError(f"{case.number} 已经办结或作废，不能再改；需要的请另外登记一件。")
    return case
