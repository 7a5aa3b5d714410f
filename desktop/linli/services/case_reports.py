"""The report of mediation (统计报表): counting a period, figures by hand, paper, frozen copies."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from linli.domain.accounts import Right
from linli.domain.case_figures import (
    BY_HAND,
    MONTHS_SHOWN,
    compared,
    figures_of,
    kind_lines,
    month_lines,
)
from linli.domain.case_report_lists import report_title
from linli.domain.case_reports import CaseReport, FrozenReport, Period
from linli.domain.changes import Changes
from linli.domain.contact_rules import clean_text
from linli.errors import FieldProblem, InvalidInput
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.letter_pdfs import foot_of
from linli.services.outputs import leaving
from linli.storage import case_reports, files, sweeps
from linli.storage.problems import file_problems

_MONTH = timedelta(days=31)
_MOST = 1_000_000
_KEYS = {key for key, *_ in BY_HAND}


class CaseReportService:
    """What can be done with the figures of mediation."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def count(self, period: Period) -> CaseReport:
        """Count a period as the ledger is now, with the period before beside it."""
        self._context.require(Right.MEDIATE, "查看调解统计")
        before = period.before()
        since = min(before.first, period.last - MONTHS_SHOWN * _MONTH)
        with self._context.db.reading() as connection:
            cases = case_reports.list_counted(connection, since, period.last)
            now, then = (
                figures_of(
                    cases,
                    each,
                    sweeps.get_sums(connection, each.first, each.last),
                    case_reports.get_entries(connection, each),
                )
                for each in (period, before)
            )
        return CaseReport(
            period=period,
            figures=compared(now, then),
            kinds=kind_lines(cases, period),
            months=month_lines(cases, period),
            made=self._context.clock(),
        )

    def enter(self, period: Period, values: Mapping[str, int]) -> Changes:
        """Keep the figures that the hall enters by hand; what is left out is not told.

        Raises:
            InvalidInput: a value is below 0 or beyond belief.
        """
        self._context.require(Right.MEDIATE, "填写调解统计")
        problems = [
            FieldProblem(field=key, message=f"「{value}」不对，请填 0 到 {_MOST} 之间的整数。")
            for key, value in values.items()
            if not 0 <= value <= _MOST
        ]
        if unknown := values.keys() - _KEYS:
            raise ValueError(unknown)
        if problems:
            raise InvalidInput(problems)
        with self._context.writing(f"填写调解统计 {period.title}") as work:
            case_reports.save_entries(work.connection, period, values)
        return work.changes

    def freeze(self, period: Period, note: str = "") -> tuple[int, Changes]:
        """Keep a copy of the report as it is now; later changes of cases leave it as it was."""
        self._context.require(Right.MEDIATE, "留存调解统计")
        report = replace(
            self.count(period), by=self._context.actor.name, note=clean_text(note) or ""
        )
        with self._context.writing(f"留存统计报表 {period.title}") as work:
            saved = case_reports.add_frozen(work.session, report)
        return saved, work.changes

    def list_frozen(self) -> list[FrozenReport]:
        """Return the frozen copies, the last one first."""
        self._context.require(Right.MEDIATE, "查看调解统计")
        with self._context.db.reading() as connection:
            return case_reports.list_frozen(connection)

    def get_frozen(self, report_id: int) -> CaseReport:
        """Return a copy as it was frozen.

        Raises:
            NotFoundError: there is no such copy.
        """
        self._context.require(Right.MEDIATE, "查看调解统计")
        with self._context.db.reading() as connection:
            return case_reports.get_frozen(connection, report_id)

    def pdf(self, report: CaseReport) -> bytes:
        """Make the PDF of a report: its tables, and a sheet with pictures.

        Raises:
            UnprintableTextError: no font here draws some character of its note.
        """
        self._context.require(Right.MEDIATE, "打印调解统计")
        self._context.require(Right.PRINT, "打印调解统计")
        from linli.printing.case_report import render_case_report

        with leaving(self._context, "打印统计报表", report_title(report)):
            return render_case_report(
                report, printed=foot_of(self._context), library=library_of(self._context)
            )

    def workbook(self, report: CaseReport, path: Path) -> None:
        """Write a report as .xlsx; it names nobody.

        Raises:
            StorageProblem: the file cannot be written; an old one is untouched.
        """
        self._context.require(Right.MEDIATE, "导出调解统计")
        self._context.require(Right.PRINT, "导出调解统计")
        from linli.exchange.case_report_workbook import write_case_report

        temporary = path.with_name(f"{path.name}.tmp")
        with leaving(self._context, "导出统计报表", report_title(report)):
            try:
                with file_problems(path):
                    write_case_report(temporary, report)
                files.rename(temporary, path)
            finally:
                with suppress(OSError):
                    temporary.unlink(missing_ok=True)
