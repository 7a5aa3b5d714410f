"""What is written down in a case, and the steps that follow from it.

A meeting, an agreement, a performance or a visit is saved together with its step, as one undo
step. What is written down later than its turn, such as the record of a meeting before the
agreement, takes no step: the case already stands behind it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from linli.domain.accounts import Right
from linli.domain.case_flow import SETTLED, Stage, Step
from linli.domain.case_step_rules import (
    check_agreement,
    check_follow_up,
    check_meeting,
    check_moved,
    check_step,
    clean_agreement,
    clean_duty,
    clean_follow_up,
    clean_meeting,
    closed_words,
    duty_problems,
    needs_step,
)
from linli.domain.case_steps import after, standing_of
from linli.domain.cases import Agreement, AgreementForm, Case, Duty, FollowUp, Meeting, StepDraft
from linli.domain.changes import Changes
from linli.errors import FieldProblem, InvalidInput, NotFoundError, UserError
from linli.services.context import Context
from linli.storage import case_records, case_writing, cases

if TYPE_CHECKING:
    from linli.storage.case_schema import CaseRecord
    from linli.storage.database import Writing

_MADE_WITH = {
    AgreementForm.WRITTEN: Step.AGREE_WRITTEN,
    AgreementForm.ORAL: Step.AGREE_ORAL,
}
P = TypeVar("P", Meeting, Duty, FollowUp)
_PERFORMING = frozenset({Stage.WRITTEN, Stage.ORAL, Stage.PERFORMING, Stage.BREACHED})


@dataclass
class Opened:
    """A case that is being changed: the transaction, its record, and what it was before."""

    work: "Writing"
    record: "CaseRecord"
    case: Case


class CaseRecords:
    """A part of `CaseService`: what is written down in a case."""

    _context: Context

    def add_meeting(self, case_id: int, meeting: Meeting, *, version: int) -> tuple[int, Changes]:
        """Keep the record of a meeting or an inquiry, and take its step (调解、调查).

        Raises:
            InvalidInput: a rule is broken, or the case does not stand where it can be.
            ConflictError: the case was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.MEDIATE, "登记调解")
        clean = replace(clean_meeting(meeting), id=None)
        named = "调查" if clean.is_inquiry else "调解"
        with self._changing(case_id, version, f"矛盾纠纷：登记{named}记录") as opened:
            self._refuse(check_meeting(clean, opened.case, self._today()))
            meeting_id = case_records.save_meeting(opened.work.session, opened.record, clean)
            self._follow(opened, StepDraft(step=_step_of(clean), day=clean.day))
        return meeting_id, opened.work.changes

    def update_meeting(self, case_id: int, meeting: Meeting, *, version: int) -> Changes:
        """Change the record of a meeting or an inquiry; its step goes to its day.

        Raises:
            InvalidInput: a rule is broken.
            ConflictError: the case was changed since `version` was read.
            NotFoundError: the case or the meeting is gone.
        """
        self._context.require(Right.MEDIATE, "修改调解记录")
        clean = clean_meeting(meeting)
        with self._changing(case_id, version, "矛盾纠纷：修改调解记录") as opened:
            old = _one(opened.case.meetings, clean.id, "这次调解的记录")
            clean = replace(clean, is_inquiry=old.is_inquiry)
            step = _step_of(clean)
            problems = check_meeting(clean, opened.case, self._today())
            self._refuse(problems + check_moved(step, old.day, clean.day, opened.case))
            session = opened.work.session
            case_writing.move_step(session, case_id, step, old.day, clean.day)
            case_records.save_meeting(session, opened.record, clean)
        return opened.work.changes

    def remove_meeting(self, case_id: int, meeting_id: int, *, version: int) -> Changes:
        """Remove a record that was entered by mistake; the step that was taken stays.

        Raises:
            UserError: a written agreement rests on it.
            ConflictError: the case was changed since `version` was read.
            NotFoundError: the case or the meeting is gone.
        """
        self._context.require(Right.MEDIATE, "删除调解记录")
        with self._changing(case_id, version, "矛盾纠纷：删除调解记录") as opened:
            _one(opened.case.meetings, meeting_id, "这次调解的记录")
            left = tuple(each for each in opened.case.meetings if each.id != meeting_id)
            agreement = opened.case.agreement
            if agreement is not None and check_agreement(
                agreement, replace(opened.case, meetings=left), self._today()
            ):
                raise UserError("书面协议以前只有这一次调解记录，不能删除；写错的请直接修改。")
            case_records.remove_meeting(opened.work.session, opened.record, meeting_id)
        return opened.work.changes

    def save_agreement(self, case_id: int, agreement: Agreement, *, version: int) -> Changes:
        """Keep the agreement; the first time this is the step of having agreed.

        What a court said of it (`applied_on` …) is set by its steps, not here.

        Raises:
            InvalidInput: a rule is broken, or the case does not stand where parties agree.
            UserError: its form cannot change any more.
            ConflictError: the case was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.MEDIATE, "登记调解协议")
        clean = clean_agreement(agreement)
        with self._changing(case_id, version, "矛盾纠纷：登记调解协议") as opened:
            before, session = opened.case.agreement, opened.work.session
            self._refuse(check_agreement(clean, opened.case, self._today()))
            if before is not None and opened.case.stage in SETTLED:
                if before.form is not clean.form:
                    raise UserError(
                        "协议已经达成，形式不能再改；刚才选错的，请点「撤销」后重新填写。"
                    )
                step = _MADE_WITH[clean.form]
                self._refuse(check_moved(step, before.agreed_on, clean.agreed_on, opened.case))
                case_writing.move_step(session, case_id, step, before.agreed_on, clean.agreed_on)
                clean = replace(
                    clean,
                    applied_on=before.applied_on,
                    court=before.court,
                    ruled_on=before.ruled_on,
                    ruling=before.ruling,
                )
                case_records.save_agreement(session, opened.record, clean)
            else:
                clean = replace(clean, applied_on=None, court=None, ruled_on=None, ruling=None)
                case_records.save_agreement(session, opened.record, clean)
                self._take(opened, StepDraft(step=_MADE_WITH[clean.form], day=clean.agreed_on))
        return opened.work.changes

    def set_duty_done(
        self, case_id: int, duty_id: int, done_on: date | None, note: str = "", *, version: int
    ) -> Changes:
        """Keep that a duty was performed, or None: that it was not after all.

        The first performance is the step 履行, the last one 全部履行.

        Raises:
            InvalidInput: the day cannot be.
            UserError: all is performed already; reopen the case first.
            ConflictError: the case was changed since `version` was read.
            NotFoundError: the case or the duty is gone.
        """
        self._context.require(Right.MEDIATE, "登记履行情况")
        with self._changing(case_id, version, "矛盾纠纷：登记履行情况") as opened:
            agreement = opened.case.agreement
            duties = agreement.duties if agreement else ()
            kept = _one(duties, duty_id, "这项履行事项")
            duty = clean_duty(replace(kept, done_on=done_on, note=note or kept.note))
            if agreement is None or opened.case.stage not in _PERFORMING:
                said = standing_of(opened.case).refusal(Step.PERFORM)
                raise UserError(said or "这件案子现在不能登记履行情况。")
            self._refuse(list(duty_problems(duty, agreement.agreed_on, self._today())))
            case_records.save_duty(opened.work.session, opened.record, duty)
            left = [each for each in duties if each.id != duty_id and each.done_on is None]
            if done_on is None:
                step = None
            elif not left:
                step = Step.COMPLETE
            else:
                step = Step.PERFORM if opened.case.stage is not Stage.BREACHED else None
            if step is not None and done_on is not None:
                self._perform(opened, duty, step, done_on)
        return opened.work.changes

    def add_follow_up(self, case_id: int, visit: FollowUp, *, version: int) -> tuple[int, Changes]:
        """Keep the record of a follow-up visit, and take its step (回访).

        Raises:
            InvalidInput: a rule is broken, or there is no agreement to follow up.
            ConflictError: the case was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.MEDIATE, "登记回访")
        clean = replace(clean_follow_up(visit), id=None)
        with self._changing(case_id, version, "矛盾纠纷：登记回访") as opened:
            self._refuse(check_follow_up(clean, opened.case, self._today()))
            visit_id = case_records.add_visit(opened.work.session, opened.record, clean)
            self._follow(opened, StepDraft(step=Step.FOLLOW_UP, day=clean.day))
        return visit_id, opened.work.changes

    def update_follow_up(self, case_id: int, visit: FollowUp, *, version: int) -> Changes:
        """Change the record of a follow-up visit; its step goes to its day.

        Raises:
            InvalidInput: a rule is broken.
            ConflictError: the case was changed since `version` was read.
            NotFoundError: the case or the visit is gone.
        """
        self._context.require(Right.MEDIATE, "修改回访记录")
        clean = clean_follow_up(visit)
        with self._changing(case_id, version, "矛盾纠纷：修改回访记录") as opened:
            old = _one(opened.case.follow_ups, clean.id, "这次回访的记录")
            problems = check_follow_up(clean, opened.case, self._today())
            self._refuse(problems + check_moved(Step.FOLLOW_UP, old.day, clean.day, opened.case))
            session = opened.work.session
            case_writing.move_step(session, case_id, Step.FOLLOW_UP, old.day, clean.day)
            case_records.add_visit(session, opened.record, clean)
        return opened.work.changes

    # ---- inside -----------------------------------------------------------------------------

    @contextmanager
    def _changing(
        self, case_id: int, version: int, action: str, *, undoable: bool = True
    ) -> Iterator[Opened]:
        """Open a case that can be changed."""
        with self._context.writing(action, undoable=undoable) as work:
            record = cases.get_record(work.session, case_id, version)
            case = cases.get_case(work.connection, case_id)
            if said := closed_words(case):
                raise UserError(said)
            yield Opened(work, record, case)

    def _follow(self, opened: Opened, step: StepDraft) -> None:
        """Take the step of a record, unless the case already stands behind it."""
        if needs_step(step.step, step.day, opened.case):
            self._take(opened, step)

    def _perform(self, opened: Opened, duty: Duty, step: Step, done_on: date) -> None:
        """Take the step of a performance, on the day it was known if that is later than others."""
        agreement = opened.case.agreement
        if agreement is None:
            return
        duties = tuple(duty if each.id == duty.id else each for each in agreement.duties)
        opened.case = replace(opened.case, agreement=replace(agreement, duties=duties))
        day = max(done_on, standing_of(opened.case).last_day)
        self._take(opened, StepDraft(step=step, day=day))

    def _take(self, opened: Opened, step: StepDraft) -> None:
        """Check a step and write it down."""
        self._refuse(check_step(step, opened.case, self._today()))
        case_writing.add_step(
            opened.work.session,
            opened.record,
            step,
            after(standing_of(opened.case), step),
            account=self._context.actor.name,
            at=self._context.clock(),
        )

    def _refuse(self, problems: list[FieldProblem]) -> None:
        if problems:
            raise InvalidInput(problems)

    def _today(self) -> date:
        return self._context.clock().date()


def _step_of(meeting: Meeting) -> Step:
    return Step.INQUIRE if meeting.is_inquiry else Step.MEET


def _one(items: tuple[P, ...], wanted: int | None, named: str) -> P:
    found = [item for item in items if item.id == wanted and wanted is not None]
    if not found:
        raise NotFoundError(f"{named}已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
    return found[0]
