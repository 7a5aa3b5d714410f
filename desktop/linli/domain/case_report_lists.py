"""The report of mediation (统计报表) as tables to print."""

from linli.domain.case_reports import FIGURE_GROUP, CaseReport, Figure, FigureGroup, shown
from linli.domain.register_texts import spoken
from linli.domain.registers import Align, Register, RegisterColumn, RegisterGroup

TITLE = "人民调解统计报表"
RATE_NOTE = "百分比四舍五入到0.1，各项之和可能不等于100%。"


def report_title(report: CaseReport) -> str:
    """Return the title with the period."""
    return f"{report.period.title}{TITLE}"


def report_state(report: CaseReport) -> str:
    """Return until when it counted: 截至 of a frozen copy, else the moment it was made."""
    made = f"{spoken(report.made.date())} {report.made:%H:%M}"
    return f"截至{made}，{report.by}留存" if report.by else f"统计于{made}"


def figure_register(report: CaseReport) -> Register:
    """Return the figures by part, with those of the period before and what each counts."""
    columns = (
        RegisterColumn(title="项目", width=48, share=0.4),
        RegisterColumn(title="单位", width=14, align=Align.CENTER),
        RegisterColumn(title="本期", width=20, align=Align.RIGHT),
        RegisterColumn(title="上期", width=20, align=Align.RIGHT),
        RegisterColumn(title="怎样统计", width=60, share=1.0),
    )
    groups = tuple(
        RegisterGroup(
            heading=FIGURE_GROUP[group],
            rows=tuple(_row(each) for each in report.figures if each.group is group),
        )
        for group in FigureGroup
    )
    return Register(
        title=report_title(report),
        columns=columns,
        groups=groups,
        subtitle=report_state(report),
        foot_note="".join(filter(None, (RATE_NOTE, report.note and f"说明：{report.note}"))),
    )


def kind_register(report: CaseReport) -> Register:
    """Return the table by kind of dispute with its sum."""
    rows = [
        (line.name, *(str(len(ids)) for ids in (line.accepted, line.settled, line.failed)))
        for line in report.kinds
    ]
    sums = [sum(int(row[column]) for row in rows) for column in (1, 2, 3)]
    return Register(
        title=f"{report.period.title}纠纷类型统计表",
        columns=(
            RegisterColumn(title="纠纷类型", width=60, share=1.0),
            RegisterColumn(title="受理（件）", width=30, align=Align.RIGHT),
            RegisterColumn(title="调解成功（件）", width=34, align=Align.RIGHT),
            RegisterColumn(title="调解不成（件）", width=34, align=Align.RIGHT),
        ),
        groups=(RegisterGroup(rows=(*rows, ("合计", *map(str, sums)))),),
        subtitle=report_state(report),
    )


def _row(figure: Figure) -> tuple[str, ...]:
    return (
        figure.title,
        figure.unit.value,
        shown(figure.value, figure.unit),
        shown(figure.before, figure.unit),
        figure.definition,
    )
