"""`linli case-report`: the figures of mediation of a period, as PDF, workbook or JSON."""

from argparse import Namespace
from dataclasses import asdict
from typing import TYPE_CHECKING

from linli.cli.access import UsageError, opened
from linli.cli.output import check_place, say, write_json, write_table

if TYPE_CHECKING:
    from linli.domain.case_reports import CaseReport

_HEADS = ("项目", "单位", "本期", "上期")
_WAYS = (".pdf", ".xlsx")


def case_report(options: Namespace) -> int:
    """Count a period, and print it, write it, or show it."""
    from linli.domain.case_reports import read_period

    if options.out is not None:
        check_place(options.out)
        if options.out.suffix.lower() not in _WAYS:
            raise UsageError(f"“{options.out.name}”的后缀应是 .pdf 或 .xlsx。")
    period = read_period(options.period)
    with opened(options, "linli.services.case_reports") as services:
        report = services.case_reports.count(period)
        if options.out is not None and options.out.suffix.lower() == _WAYS[0]:
            content = services.case_reports.pdf(report)
            services.outputs.save_pdf(content, options.out, f"{period.title}统计报表")
        elif options.out is not None:
            services.case_reports.workbook(report, options.out)
    if options.json:
        write_json(_facts(report))
    elif options.out is not None:
        say(f"{period.title}统计报表已存到「{options.out}」。")
    else:
        write_table(_HEADS, _cells(report))
    return 0


def _facts(report: "CaseReport") -> dict[str, object]:
    """Return the figures in whole units: fen, tenths of a per cent."""
    figures = [asdict(figure) | {"ids": list(figure.ids)} for figure in report.figures]
    return {"period": report.period.key, "figures": figures}


def _cells(report: "CaseReport") -> list[tuple[str, ...]]:
    from linli.domain.case_reports import shown

    return [
        (
            figure.title,
            figure.unit.value,
            shown(figure.value, figure.unit),
            shown(figure.before, figure.unit),
        )
        for figure in report.figures
    ]
