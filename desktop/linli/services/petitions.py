"""Petitions (信访): their register, the steps of their handling, what is due, who comes again.

Every use case asks for `Right.SENSITIVE` first; whoever lacks it does not see that there are any.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.clocks import Clock, Light
from linli.domain.contact_rules import clean_text
from linli.domain.petition_clocks import PetitionClocks
from linli.domain.petition_flow import DECIDES_ACCEPTANCE, MOVE, Move
from linli.domain.petition_lists import answer_letter, petition_register, told_letter
from linli.domain.petition_rules import (
    check_move,
    check_petition,
    clean_move,
    clean_petition,
    from_visit,
    steps_for,
)
from linli.domain.petitions import (
    MoveDraft,
    Petition,
    PetitionDraft,
    PetitionFilter,
    PetitionSummary,
)
from linli.domain.receptions import petition_matters
from linli.domain.registers import Register
from linli.domain.values.names import normalise_name
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.services.letter_pdfs import community_of, foot_of, letters_pdf
from linli.services.masking import for_office
from linli.storage import calendars, limits, petitions, receptions, residents

if TYPE_CHECKING:
    from linli.storage.database import Writing

SUGGESTION_LIMIT = 20
_EVERY = PetitionFilter()
_OPEN = PetitionFilter(is_open=True)


class PetitionService:
    """What whoever receives petitions does; a number that was given is never given again."""

    def __init__(self, context: Context) -> None:
        self._context = context

    # ---- looking ----------------------------------------------------------------------------

    def list_all(self, wanted: PetitionFilter = _EVERY, limit: int | None = None) -> list[Petition]:
        """Return petitions, the last number first."""
        self._context.require(Right.SENSITIVE, "查看信访")
        with self._context.db.reading() as connection:
            return petitions.list_petitions(connection, wanted, limit)

    def get(self, petition_id: int) -> Petition:
        """Return a petition.

        Raises:
            NotFoundError: there is none.
        """
        self._context.require(Right.SENSITIVE, "查看信访")
        with self._context.db.reading() as connection:
            return petitions.get_petition(connection, petition_id)

    def earlier(
        self,
        name: str,
        resident_id: int | None = None,
        phone: str | None = None,
        *,
        except_id: int | None = None,
    ) -> list[Petition]:
        """Return earlier petitions of whoever may be the same person (重复信访), the last first.

        Args:
            name: as it was typed.
            resident_id: the resident, if it is one.
            phone: of whoever is no resident.
            except_id: a petition that is there already: only those before it are returned.
        """
        self._context.require(Right.SENSITIVE, "查看信访")
        typed = normalise_name(name)
        with self._context.db.reading() as connection:
            return petitions.list_earlier(
                connection, typed, resident_id, clean_text(phone), except_id=except_id
            )

    def of_visit(self, visit_id: int) -> Petition | None:
        """Return the petition that a visit was taken over into, None if it was not."""
        self._context.require(Right.SENSITIVE, "查看信访")
        with self._context.db.reading() as connection:
            return petitions.find_of_visit(connection, visit_id)

    def clocks(self) -> PetitionClocks:
        """Return what works out by when something has to be done."""
        self._context.require(Right.SENSITIVE, "查看信访")
        with self._context.db.reading() as connection:
            return PetitionClocks(
                limits.get_limits(connection), calendars.get_calendar(connection), self._today()
            )

    def due(self) -> list[Petition]:
        """Return what is overdue or soon due (信访预警), what is due first first."""
        self._context.require(Right.SENSITIVE, "查看信访")
        clocks = self.clocks()
        found = [(clocks.next_due(item), item) for item in self.list_all(_OPEN)]
        waiting = [(clock, item) for clock, item in found if clock and _warns(clock)]
        return [item for _, item in sorted(waiting, key=lambda each: (each[0].due, each[1].id))]

    def summary(self) -> PetitionSummary:
        """Return what has to be watched: open, overdue and soon due ones, who came again."""
        self._context.require(Right.SENSITIVE, "查看信访")
        clocks, items = self.clocks(), self.list_all(_OPEN)
        lights = [clock.light for clock in map(clocks.next_due, items) if clock is not None]
        return PetitionSummary(
            waiting=len(items),
            late=lights.count(Light.RED),
            near=lights.count(Light.AMBER),
            repeats=sum(item.is_repeat for item in items),
        )

    def units(self, part: str = "") -> list[str]:
        """Return offices to offer for who handles a petition."""
        self._context.require(Right.SENSITIVE, "查看信访")
        with self._context.db.reading() as connection:
            return petitions.list_units(connection, part.strip(), SUGGESTION_LIMIT)

    def reveal(self, petition_id: int, reason: str) -> None:
        """Record in the audit trail that a phone is shown in full, and why.

        Raises:
            NotFoundError: there is no such petition.
        """
        self._context.require(Right.SENSITIVE, "查看信访")
        self._context.require(Right.REVEAL, "查看完整号码")
        self.get(petition_id)
        self._context.revealed(f"petition/{petition_id}", reason, "信访人的电话")

    # ---- changing ---------------------------------------------------------------------------

    def add(self, draft: PetitionDraft) -> tuple[int, Changes]:
        """Register a petition under the next number of its year; it stays, so that none is lost.

        Raises:
            InvalidInput: a rule is broken.
            NotFoundError: the person is gone.
        """
        self._context.require(Right.SENSITIVE, "登记信访")
        clean = self._checked(draft)
        with self._context.writing("信访：登记 1 件", undoable=False) as work:
            petition_id = self._add(work, clean)
        return petition_id, work.changes

    def take_over(self, visit_id: int) -> tuple[int, Changes]:
        """Register a petition from the visitors' register (来访登记转入); the visit stays linked.

        Raises:
            UserError: the visit is no petition, or was taken over already.
            InvalidInput: what stands there is not enough.
            NotFoundError: it is gone.
        """
        self._context.require(Right.SENSITIVE, "登记信访")
        with self._context.db.reading() as connection:
            visit = receptions.get_visit(connection, visit_id)
            before = petitions.find_of_visit(connection, visit_id)
        if visit.facts.matter_code not in petition_matters():
            raise UserError("这次来访的事项不是信访，不能转入；是信访的请先改事项。")
        if before is not None:
            raise UserError(f"这次来访已经转入信访登记，编号 {before.number}。")
        clean = self._checked(from_visit(visit))
        with self._context.writing("信访：从来访登记转入 1 件", undoable=False) as work:
            petition_id = self._add(work, clean)
        return petition_id, work.changes

    def update(self, petition_id: int, draft: PetitionDraft, *, version: int) -> Changes:
        """Save a changed petition; its number stays as it is.

        Raises:
            InvalidInput: a rule is broken, or the year or the order of the days is another.
            UserError: it is ended or voided.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.SENSITIVE, "修改信访")
        clean = self._checked(draft)
        with self._context.writing("信访：修改 1 件") as work:
            record = petitions.get_record(work.session, petition_id, version)
            before = _open(petitions.get_petition(work.connection, petition_id))
            if problems := _problems_of_change(before, clean):
                raise InvalidInput(problems)
            petitions.update_petition(work.session, record, clean)
        return work.changes

    def move(self, petition_id: int, draft: MoveDraft, *, version: int) -> Changes:
        """Take a step; one that cannot be taken is refused with the reason.

        Raises:
            InvalidInput: the step cannot be taken now, or something is missing.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.SENSITIVE, "办理信访")
        clean, clocks = clean_move(draft), self.clocks()
        with self._context.writing(f"信访：{MOVE[clean.move]} 1 件") as work:
            record = petitions.get_record(work.session, petition_id, version)
            petition = petitions.get_petition(work.connection, petition_id)
            if problems := check_move(clean, petition, clocks):
                raise InvalidInput(problems)
            petitions.add_steps(work.session, record, steps_for(clean))
        return work.changes

    def void(self, petition_id: int, reason: str, *, version: int) -> Changes:
        """Mark a petition as entered by mistake (作废); its number stays taken.

        Raises:
            InvalidInput: no reason is given.
            UserError: it is ended or voided.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.SENSITIVE, "作废信访")
        self._context.require(Right.REMOVE, "作废信访")
        said = clean_text(reason)
        if said is None:
            message = "没有写作废的原因，请填写，如 重复登记。"
            raise InvalidInput([FieldProblem(field="reason", message=message)])
        with self._context.writing("信访：作废 1 件") as work:
            record = petitions.get_record(work.session, petition_id, version)
            _open(petitions.get_petition(work.connection, petition_id))
            petitions.void_petition(work.session, record, said)
        return work.changes

    # ---- paper ------------------------------------------------------------------------------

    def register(self, petition_ids: Sequence[int], title: str) -> Register:
        """Return petitions to print in the order given, phones masked; those gone are left out."""
        self._context.require(Right.SENSITIVE, "查看信访")
        with self._context.db.reading() as connection:
            found = petitions.list_some(connection, petition_ids)
        return for_office(self._context, petition_register(found, self.clocks(), title=title))

    def told_slip(self, petition_id: int) -> bytes:
        """Make the PDF that tells the person whether it was accepted (告知单).

        Raises:
            UserError: that is not decided yet.
            NotFoundError: it is gone.
            UnprintableTextError: no font here draws some character.
        """
        context = self._context
        context.require(Right.SENSITIVE, "打印信访告知单")
        petition = self.get(petition_id)
        if petition.last(*DECIDES_ACCEPTANCE) is None:
            raise UserError(f"{petition.number} 还没有决定是否受理，请先点“办理”登记。")
        letter = told_letter(
            petition,
            community=community_of(context),
            printed=foot_of(context),
            clocks=self.clocks(),
        )
        return letters_pdf(context, [letter], "打印信访告知单", f"petition/{petition_id}")

    def answer_slip(self, petition_id: int) -> bytes:
        """Make the PDF of what was decided (答复单).

        Raises:
            UserError: nothing is decided yet.
            NotFoundError: it is gone.
            UnprintableTextError: no font here draws some character.
        """
        context = self._context
        context.require(Right.SENSITIVE, "打印信访答复单")
        petition = self.get(petition_id)
        if petition.last(Move.DECIDE, Move.REFUSE) is None:
            raise UserError(f"{petition.number} 还没有处理意见，请先点“办理”登记。")
        letter = answer_letter(
            petition,
            community=community_of(context),
            printed=foot_of(context),
            clocks=self.clocks(),
        )
        return letters_pdf(context, [letter], "打印信访答复单", f"petition/{petition_id}")

    # ---- inside -----------------------------------------------------------------------------

    def _add(self, work: "Writing", draft: PetitionDraft) -> int:
        year = draft.received_on.year
        return petitions.add_petition(
            work.session,
            draft,
            sequence=petitions.next_sequence(work.connection, year),
            account=self._context.actor.name,
        )

    def _checked(self, draft: PetitionDraft) -> PetitionDraft:
        clean = clean_petition(draft)
        if clean.resident_id is not None:
            with self._context.db.reading() as connection:
                person = residents.get_resident(connection, clean.resident_id)
            clean = replace(clean, name=person.facts.name)
        if problems := check_petition(clean, self._today()):
            raise InvalidInput(problems)
        return clean

    def _today(self) -> date:
        return self._context.clock().date()


def _warns(clock: Clock) -> bool:
    return clock.light in (Light.RED, Light.AMBER)


def _open(petition: Petition) -> Petition:
    if not petition.is_open:
        raise UserError(f"{petition.number} 已经结束或作废，不能再改；需要的请另外登记一件。")
    return petition


def _problems_of_change(before: Petition, draft: PetitionDraft) -> list[FieldProblem]:
    """Return what another draft of a petition would break: number, order of days, itself."""
    problems = []
    if draft.received_on.year != before.year:
        message = (
            f"编号 {before.number} 是 {before.year} 年的，收到日期要在同一年；"
            "记错年份的请作废后重新登记。"
        )
        problems.append(FieldProblem(field="received_on", message=message))
    elif any(step.day < draft.received_on for step in before.steps[1:]):
        message = "收到日期比后面办理的日期还晚，请核对。"
        problems.append(FieldProblem(field="received_on", message=message))
    if draft.repeats_id == before.id:
        message = "不能与自己是同一事项，请重新选择。"
        problems.append(FieldProblem(field="repeats_id", message=message))
    return problems
