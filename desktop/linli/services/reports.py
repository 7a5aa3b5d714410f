"""Information slips (信息报送): entering them, their handling, feedback, the sums of a month."""

from datetime import date
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.allowances import month_end
from linli.domain.changes import Changes
from linli.domain.contact_rules import clean_text
from linli.domain.registers import Register
from linli.domain.report_lists import (
    feedback_letter,
    report_letter,
    report_register,
    sum_register,
    sum_title,
)
from linli.domain.report_rules import (
    check_report,
    check_rules,
    check_step,
    clean_report,
    clean_step,
    steps_for,
)
from linli.domain.reports import (
    STATE_LABELS,
    InformantSum,
    Report,
    ReportDraft,
    ReportFilter,
    ReportRules,
    ReportState,
    StepDraft,
)
from linli.domain.teams import INFORMANTS, Member, MemberFilter, TeamFilter
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.services.letter_pdfs import community_of, foot_of, letters_pdf
from linli.services.masking import for_office
from linli.storage import households, reports, team_members, teams

if TYPE_CHECKING:
    from linli.storage.database import Writing

SUGGESTION_LIMIT = 20
_EVERY = ReportFilter()


class ReportService:
    """What a clerk does with slips; a number that was given is never given again."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self, wanted: ReportFilter = _EVERY, limit: int | None = None) -> list[Report]:
        """Return slips, the last number first."""
        self._context.require(Right.READ, "查看信息报送")
        with self._context.db.reading() as connection:
            return reports.list_reports(connection, wanted, self._today(), limit)

    def count(self, wanted: ReportFilter) -> int:
        """Return how many slips a list has."""
        self._context.require(Right.READ, "查看信息报送")
        with self._context.db.reading() as connection:
            return reports.count_reports(connection, wanted, self._today())

    def get(self, report_id: int) -> Report:
        """Return a slip.

        Raises:
            NotFoundError: if there is no such slip.
        """
        self._context.require(Right.READ, "查看信息报送")
        with self._context.db.reading() as connection:
            return reports.get_report(connection, report_id)

    def find_number(self, number: str) -> Report | None:
        """Return the slip of a number such as 2026-0012, or None."""
        self._context.require(Right.READ, "查看信息报送")
        with self._context.db.reading() as connection:
            return reports.find_number(connection, number)

    def informants(self) -> list[Member]:
        """Return who is an informant today, of all teams of that kind."""
        self._context.require(Right.READ, "查看信息员")
        today = self._today()
        with self._context.db.reading() as connection:
            wanted = TeamFilter(kind_code=INFORMANTS)
            return [
                member
                for team in teams.list_teams(connection, wanted, today)
                for member in team_members.list_members(
                    connection, MemberFilter(team_id=team.id, on=today), today
                )
            ]

    def suggestions(self, field: str, part: str = "") -> list[str]:
        """Return what to offer for `place` or `whom`."""
        self._context.require(Right.READ, "查看信息报送")
        with self._context.db.reading() as connection:
            return reports.list_used(connection, field, part.strip(), SUGGESTION_LIMIT)

    def rules(self) -> ReportRules:
        """Return the days after which a slip is overdue."""
        self._context.require(Right.READ, "查看信息报送")
        with self._context.db.reading() as connection:
            return reports.get_rules(connection)

    def save_rules(self, rules: ReportRules) -> Changes:
        """Set the days after which a slip is overdue.

        Raises:
            InvalidInput: a figure is out of its bounds.
        """
        self._context.require(Right.SETTINGS, "修改信息办理时限")
        problems = check_rules(rules)
        if problems:
            raise InvalidInput(problems)
        with self._context.writing("修改设置：信息办理时限") as work:
            reports.save_rules(work.connection, rules)
        return work.changes

    # ---- changing ---------------------------------------------------------------------------

    def add(self, draft: ReportDraft) -> tuple[int, Changes]:
        """Record a slip under the next number of its year; it stays, so that no number is lost.

        Raises:
            InvalidInput: a rule is broken.
            NotFoundError: the informant or the household is gone.
        """
        self._context.require(Right.EDIT, "登记信息")
        clean = self._checked(draft)
        with self._context.writing("信息报送：登记 1 条", undoable=False) as work:
            report_id = reports.add_report(
                work.session,
                clean,
                sequence=reports.next_sequence(work.connection, clean.day.year),
                resident_id=self._resident_of(work, clean),
                account=self._context.actor.name,
            )
        return report_id, work.changes

    def update(self, report_id: int, draft: ReportDraft, *, version: int) -> Changes:
        """Save a changed slip; its number stays as it is.

        Raises:
            InvalidInput: a rule is broken, or the year is another.
            UserError: it is settled or voided.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改信息")
        clean = self._checked(draft)
        with self._context.writing("信息报送：修改 1 条") as work:
            record = reports.get_record(work.session, report_id, version)
            before = _open(reports.get_report(work.connection, report_id))
            if clean.day.year != before.year:
                message = (
                    f"编号 {before.number} 是 {before.year} 年的，日期要在同一年；"
                    "记错年份的请作废后重新登记。"
                )
                raise InvalidInput([FieldProblem(field="day", message=message)])
            reports.update_report(work.session, record, clean, self._resident_of(work, clean))
        return work.changes

    def move(self, report_id: int, draft: StepDraft, *, version: int) -> Changes:
        """Take a slip to a later state; what is passed over is written down with the reason.

        Raises:
            InvalidInput: a rule is broken, or a state is passed over without a reason.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "办理信息")
        clean = clean_step(draft)
        with self._context.writing(f"信息报送：{STATE_LABELS[clean.to]} 1 条") as work:
            record = reports.get_record(work.session, report_id, version)
            report = reports.get_report(work.connection, report_id)
            problems = check_step(clean, report, self._today())
            if problems:
                raise InvalidInput(problems)
            reports.add_steps(work.session, record, steps_for(clean, report))
        return work.changes

    def void(self, report_id: int, reason: str, *, version: int) -> Changes:
        """Mark a slip as entered by mistake (作废); its number stays taken.

        Raises:
            InvalidInput: no reason is given.
            UserError: it is settled or voided.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.REMOVE, "作废信息")
        said = clean_text(reason)
        if said is None:
            message = "没有写作废的原因，请填写，如 重复登记。"
            raise InvalidInput([FieldProblem(field="reason", message=message)])
        with self._context.writing("信息报送：作废 1 条") as work:
            record = reports.get_record(work.session, report_id, version)
            _open(reports.get_report(work.connection, report_id))
            reports.void_report(work.session, record, said)
        return work.changes

    # ---- sums and paper ---------------------------------------------------------------------

    def sums(self, month: date) -> list[InformantSum]:
        """Return how many slips of each kind came in a month: today's informants, then others."""
        self._context.require(Right.READ, "查看信息报送")
        informants = self.informants()
        with self._context.db.reading() as connection:
            counted = reports.count_kinds(connection, month, month_end(month))
        of_members = {key[0]: counts for key, counts in counted.items()}
        own = [
            InformantSum(
                member_id=member.id,
                name=member.facts.name,
                counts=of_members.get(member.id, {}),
            )
            for member in informants
        ]
        known = {member.id for member in informants}
        return own + [
            InformantSum(member_id=member_id, name=name, counts=counts)
            for (member_id, name), counts in counted.items()
            if member_id not in known
        ]

    def register(self, wanted: ReportFilter, title: str) -> Register:
        """Return slips to print, the first number first; numbers in them are masked."""
        self._context.require(Right.READ, "查看信息报送")
        made = report_register(self.list_all(wanted)[::-1], title=title)
        return for_office(self._context, made)

    def sum_register(self, month: date) -> Register:
        """Return the sums of a month to print."""
        self._context.require(Right.READ, "查看信息报送")
        return sum_register(self.sums(month), title=sum_title(month))

    def slip(self, report_id: int) -> bytes:
        """Make the PDF of a slip (信息报送单).

        Raises:
            NotFoundError: it is gone.
            UnprintableTextError: no font here draws some character.
        """
        context = self._context
        context.require(Right.PRINT, "打印信息报送单")
        report = self.get(report_id)
        letter = report_letter(report, community=community_of(context), printed=foot_of(context))
        return letters_pdf(context, [letter], "打印信息报送单", f"编号 {report.number}")

    def feedback(self, report_id: int) -> bytes:
        """Make the PDF of a feedback slip (信息反馈单) for the informant.

        Raises:
            UserError: nothing was fed back yet.
            NotFoundError: it is gone.
            UnprintableTextError: no font here draws some character.
        """
        context = self._context
        context.require(Right.PRINT, "打印信息反馈单")
        report = self.get(report_id)
        if report.made(ReportState.ANSWERED) is None:
            raise UserError(f"编号 {report.number} 还没有反馈，请先点“办理”登记反馈的内容。")
        letter = feedback_letter(
            report,
            community=community_of(context),
            printed=foot_of(context),
            today=self._today(),
        )
        return letters_pdf(context, [letter], "打印信息反馈单", f"编号 {report.number}")

    # ---- inside -----------------------------------------------------------------------------

    def _checked(self, draft: ReportDraft) -> ReportDraft:
        clean = clean_report(draft)
        problems = check_report(clean, self._today())
        if problems:
            raise InvalidInput(problems)
        return clean

    def _resident_of(self, work: "Writing", draft: ReportDraft) -> int | None:
        """Return the informant as a resident; the household must be there."""
        if draft.household_id is not None:
            households.get_record(work.session, draft.household_id)
        if draft.member_id is None:
            return None
        return team_members.get_record(work.session, draft.member_id).resident_id

    def _today(self) -> date:
        return self._context.clock().date()


def _open(report: Report) -> Report:
    if not report.is_open:
        raise UserError(f"编号 {report.number} 已经办结或作废，不能再改；需要的请另外登记一条。")
    return report
