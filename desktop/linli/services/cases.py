"""Mediation cases (人民调解案件): registering, the steps of their handling, lists, the hall."""

from dataclasses import replace
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.case_flow import STEP, Step
from linli.domain.case_lists import case_register
from linli.domain.case_rules import check_case, clean_case
from linli.domain.case_step_rules import BY_RECORD, check_step, clean_step
from linli.domain.case_steps import beginning, standing_of
from linli.domain.cases import Case, CaseDraft, CaseFilter, CaseNumber, CaseRow, StepDraft
from linli.domain.changes import Changes
from linli.domain.mediation_hall import MediationHall, check_hall, clean_hall, committee_hints
from linli.domain.register_texts import spoken
from linli.domain.registers import Register
from linli.errors import FieldProblem, UserError
from linli.progress import SILENT, Progress
from linli.services.case_people import CasePeople
from linli.services.case_records import CaseRecords, Opened
from linli.services.context import Context
from linli.services.masking import for_office
from linli.storage import case_lists, case_records, case_writing, cases, mediation_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from linli.printing.case_volume import BoundVolume
    from linli.services.case_volumes import CaseVolumes

_EVERY = CaseFilter()


class CaseService(CaseRecords, CasePeople):
    """What a mediator does with cases. Each change is one transaction and one undo step.

    `take_step` and the methods of `CaseRecords` alone lead a case on; `CasePeople` says who takes
    part. Acceptance cannot be undone: it gives the number, which stays with the case, so that no
    number is lost or given twice.
    """

    def __init__(self, context: Context, files: "Callable[[], CaseVolumes] | None" = None) -> None:
        """Make the service.

        Args:
            context: the ledger.
            files: returns what binds a case's file when it is archived; None where files are kept
                elsewhere.
        """
        self._context = context
        self._files = files

    # ---- reading ----------------------------------------------------------------------------

    def get(self, case_id: int) -> Case:
        """Return a case with all that belongs to it.

        Raises:
            NotFoundError: there is no such case.
        """
        self._context.require(Right.MEDIATE, "查看矛盾纠纷")
        with self._context.db.reading() as connection:
            return cases.get_case(connection, case_id)

    def load(self, wanted: CaseFilter = _EVERY) -> list[Case]:
        """Return whole cases, what was registered first first; for lists take `list_rows`."""
        self._context.require(Right.MEDIATE, "查看矛盾纠纷")
        with self._context.db.reading() as connection:
            return cases.load_cases(connection, case_lists.list_ids(connection, wanted))

    def find_number(self, text: str) -> Case | None:
        """Return the case of a number such as 〔2026〕西人调字第1号 or 2026-1, or None."""
        self._context.require(Right.MEDIATE, "查看矛盾纠纷")
        with self._context.db.reading() as connection:
            found = case_lists.find_number(connection, text)
            return None if found is None else cases.get_case(connection, found)

    def list_rows(self, wanted: CaseFilter = _EVERY, limit: int | None = None) -> list[CaseRow]:
        """Return lines of the table, what was registered last first."""
        self._context.require(Right.MEDIATE, "查看矛盾纠纷")
        with self._context.db.reading() as connection:
            return case_lists.list_rows(connection, wanted, limit)

    def count(self, wanted: CaseFilter = _EVERY) -> int:
        """Return how many cases a list has."""
        self._context.require(Right.MEDIATE, "查看矛盾纠纷")
        with self._context.db.reading() as connection:
            return case_lists.count_cases(connection, wanted)

    def of_resident(self, resident_id: int) -> list[CaseRow]:
        """Return the cases to which a resident is a party, the last first."""
        self._context.require(Right.MEDIATE, "查看矛盾纠纷")
        return self.list_rows(CaseFilter(resident_id=resident_id))

    def register_list(self, wanted: CaseFilter, title: str) -> Register:
        """Return cases to print, what was registered first first; numbers in it are masked."""
        self._context.require(Right.MEDIATE, "查看矛盾纠纷")
        made = case_register(self.list_rows(wanted)[::-1], title=title)
        return for_office(self._context, made)

    # ---- registering ------------------------------------------------------------------------

    def register(self, draft: CaseDraft, *, finding_id: int | None = None) -> tuple[int, Changes]:
        """Register a dispute; return the case's id.

        Args:
            draft: what is registered.
            finding_id: the finding of a sweep (排查) that becomes this case.

        Raises:
            InvalidInput: something is missing or cannot be.
            NotFoundError: the finding is gone.
        """
        self._context.require(Right.MEDIATE, "登记纠纷")
        clean = clean_case(draft)
        self._refuse(check_case(clean, self._today()))
        account = self._context.actor.name
        with self._context.writing("矛盾纠纷：登记 1 件") as work:
            standing = beginning(clean)
            record = case_writing.add_case(work.session, clean, standing, account)
            first = StepDraft(step=Step.REGISTER, day=clean.registered_on)
            case_writing.add_step(
                work.session, record, first, standing, account=account, at=self._context.clock()
            )
            if finding_id is not None:
                case_writing.link_finding(work.connection, finding_id, record.id)
            case_id = record.id
        return case_id, work.changes

    def update(self, case_id: int, draft: CaseDraft, *, version: int) -> Changes:
        """Save what was registered anew; number and stage stay.

        Raises:
            InvalidInput: something is missing or cannot be.
            UserError: it is archived or voided.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.MEDIATE, "修改纠纷登记")
        clean = clean_case(draft)
        with self._changing(case_id, version, "矛盾纠纷：修改登记") as opened:
            case = opened.case
            clean = replace(clean, first_level=case.facts.first_level)
            problems = check_case(clean, self._today(), accepted=case.accepted_on is not None)
            later = [taken.facts.day for taken in case.steps[1:]]
            if later and clean.registered_on > min(later):
                message = (
                    f"登记日期「{spoken(clean.registered_on)}」晚于下一步的"
                    f"「{spoken(min(later))}」，请核对。"
                )
                problems.append(FieldProblem(field="registered_on", message=message))
            self._refuse(problems)
            session, old = opened.work.session, case.facts.registered_on
            case_writing.move_step(session, case_id, Step.REGISTER, old, clean.registered_on)
            standing = standing_of(replace(case, facts=clean))
            case_writing.update_case(session, opened.record, clean, standing)
        return opened.work.changes

    # ---- steps ------------------------------------------------------------------------------

    def take_step(
        self, case_id: int, step: StepDraft, *, version: int, progress: Progress = SILENT
    ) -> Changes:
        """Take a step that no record stands behind; `domain.case_steps` says which there are.

        Accepting gives the case its number and cannot be undone. The file of a case with a number
        is bound when it is archived, and kept as it is then; `progress` is told of its pages.

        Raises:
            InvalidInput: it cannot be taken, or something is missing; nothing was changed.
            UserError: it is taken by saving a record, the committee has no mark yet, or its file
                lacks something compulsory, all of it named.
            ConflictError: the case was changed since `version` was read.
            NotFoundError: it is gone.
            Cancelled: the clerk stopped the binding; nothing was changed.
        """
        self._context.require(Right.MEDIATE, "办理矛盾纠纷")
        if step.step in BY_RECORD:
            raise UserError(f"请{BY_RECORD[step.step]}，保存以后就办理了「{STEP[step.step]}」。")
        accepting = step.step is Step.ACCEPT
        action = f"矛盾纠纷：{STEP[step.step]} 1 件"
        archiving = step.step is Step.ARCHIVE
        volume = self._volume(case_id, step, progress) if archiving else None
        with self._context.writing(action, undoable=not accepting) as work:
            record = cases.get_record(work.session, case_id, version)
            case = cases.get_case(work.connection, case_id)
            clean = clean_step(step, case)
            self._refuse(check_step(clean, case, self._today()))
            opened = Opened(work, record, case)
            if accepting and case.number is None:
                case_writing.give_number(record, self._next_number(opened, clean.day.year))
            if clean.step is Step.APPLY_COURT:
                case_records.apply_to_court(work.session, record, clean.day, clean.unit)
            if clean.step is Step.COURT_RULED and clean.ruling is not None:
                case_records.keep_ruling(work.session, record, clean.day, clean.ruling)
            self._take(opened, clean)
            if volume is not None and self._files is not None:
                self._files().keep_volume(work, case_id, volume)
        return work.changes

    def _volume(self, case_id: int, step: StepDraft, progress: Progress) -> "BoundVolume | None":
        """Return the bound file of a case that is about to be archived; None without a number."""
        case = self.get(case_id)
        if self._files is None or case.number is None:
            return None
        clean = clean_step(step, case)
        self._refuse(check_step(clean, case, self._today()))
        return self._files().prepare_volume(case, clean, progress)

    def next_number(self, year: int) -> CaseNumber | None:
        """Return the number that the next accepted case of a year gets; None without a mark."""
        self._context.require(Right.MEDIATE, "查看矛盾纠纷")
        with self._context.db.reading() as connection:
            mark = mediation_settings.get_mediation_hall(connection).mark
            return case_writing.next_number(connection, year, mark) if mark else None

    def _next_number(self, opened: Opened, year: int) -> CaseNumber:
        mark = mediation_settings.get_mediation_hall(opened.work.connection).mark
        if not mark:
            raise UserError(
                "还没有填写调解委员会的代字，不能编号；"
                "请先在「调解」菜单的「调解委员会和用语」里填写，如 西。"
            )
        return case_writing.next_number(opened.work.connection, year, mark)

    # ---- the committee ----------------------------------------------------------------------

    def hall(self) -> MediationHall:
        """Return what the hall says of its mediation."""
        self._context.require(Right.MEDIATE, "查看调解委员会")
        with self._context.db.reading() as connection:
            return mediation_settings.get_mediation_hall(connection)

    def save_hall(self, hall: MediationHall) -> Changes:
        """Keep what the hall says of its mediation.

        Raises:
            InvalidInput: something cannot be.
        """
        self._context.require(Right.SETTINGS, "修改调解委员会的资料")
        clean = clean_hall(hall)
        self._refuse(check_hall(clean))
        with self._context.writing("修改设置：调解委员会") as work:
            mediation_settings.save_mediation_hall(work.connection, clean)
        return work.changes

    def committee_hints(self) -> list[str]:
        """Return what the committee lacks by the law, and numbers that two machines gave.

        To be seen; nothing is refused for it.
        """
        self._context.require(Right.MEDIATE, "查看调解委员会")
        with self._context.db.reading() as connection:
            doubles = case_lists.double_numbers(connection)
        said = [
            f"编号「{number}」有两件案子在用，是两台电脑各自编的；"
            "请在卷宗里注明，并给每台电脑填不同的代字。"
            for number in doubles
        ]
        return [*committee_hints(self.hall(), self._today()), *said]
