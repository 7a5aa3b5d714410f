"""Information slips (信息报送) as they are printed: list, monthly sums, slip, feedback slip."""

from collections.abc import Sequence
from datetime import date

from linli.domain.codes import code_table
from linli.domain.letters import Letter, LetterLine, body, fact, sign
from linli.domain.register_texts import NUMBER, spoken, spoken_month
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup
from linli.domain.reports import (
    REPORT_TABLE,
    STATE_LABELS,
    URGENCY_LABELS,
    InformantSum,
    Report,
    ReportState,
    ReportStep,
)

_COLUMNS = (
    RegisterColumn(title="编号", width=28, align=Align.CENTER),
    RegisterColumn(title="日期", width=26, align=Align.CENTER),
    RegisterColumn(title="类别", width=14, align=Align.CENTER),
    RegisterColumn(title="紧急", width=14, align=Align.CENTER),
    RegisterColumn(title="信息员", width=26, holds=Holds.NAME),
    RegisterColumn(title="网格", width=26),
    RegisterColumn(title="内容", width=60, share=4, holds=Holds.PRIVATE),
    RegisterColumn(title="状态", width=18, align=Align.CENTER),
    RegisterColumn(title="反馈", width=30, share=2, holds=Holds.PRIVATE),
)
_MISSING = "（未填）"


def report_register(items: Sequence[Report], *, title: str) -> Register:
    """Return slips in the order given, for A4 across."""
    kinds = code_table(REPORT_TABLE)
    rows = []
    for item in items:
        answer = item.made(ReportState.ANSWERED)
        rows.append(
            (
                item.number,
                item.facts.day.isoformat(),
                kinds.label(item.facts.kind_code),
                URGENCY_LABELS[item.facts.urgency],
                item.facts.informant,
                item.grid,
                item.facts.content.replace("\n", "；"),
                state_text(item),
                (answer.text or "").replace("\n", "；") if answer else "",
            )
        )
    counts = [(code, sum(item.facts.kind_code == code for item in items)) for code in kinds.names]
    said = "，".join(f"{kinds.label(code)} {count}" for code, count in counts if count)
    return Register(
        title=title,
        columns=_COLUMNS,
        groups=(RegisterGroup(rows=rows),),
        foot_note=f"合计：{len(rows)} 条；{said}" if rows else "",
    )


def sum_register(sums: Sequence[InformantSum], *, title: str) -> Register:
    """Return how many slips of each kind came from whom; rows and columns add up; A4 upright."""
    kinds = code_table(REPORT_TABLE)
    columns = (
        NUMBER,
        RegisterColumn(title="信息员", width=36, share=1, holds=Holds.NAME),
        *(RegisterColumn(title=name, width=18, align=Align.RIGHT) for name in kinds.names.values()),
        RegisterColumn(title="合计", width=18, align=Align.RIGHT),
    )
    rows = [
        (
            str(number),
            each.name,
            *(str(each.counts.get(code, 0)) for code in kinds.names),
            str(each.total),
        )
        for number, each in enumerate(sums, start=1)
    ]
    totals = [sum(each.counts.get(code, 0) for each in sums) for code in kinds.names]
    if rows:
        rows.append(("", "合计", *map(str, totals), str(sum(totals))))
    return Register(title=title, columns=columns, groups=(RegisterGroup(rows=rows),))


def report_letter(report: Report, *, community: str, printed: str) -> Letter:
    """Return the slip (信息报送单): what was reported, every step, and where to sign."""
    facts = report.facts
    lines = [
        fact("编号", report.number),
        fact("类别", code_table(REPORT_TABLE).label(facts.kind_code)),
        fact("紧急程度", URGENCY_LABELS[facts.urgency]),
        fact("报送日期", spoken(facts.day)),
        fact("信息员", facts.informant),
        fact("网格", report.grid or _MISSING),
        fact("地点", "　".join(filter(None, (facts.place, report.household))) or _MISSING),
        fact("信息内容", facts.content),
        *(_step_line(step) for step in report.steps),
        sign("信息员签名"),
        sign("经办人签名"),
        sign("领导批示"),
        sign("日期"),
    ]
    if report.voided_reason:
        lines.insert(0, fact("作废", report.voided_reason))
    return Letter(title="信息报送单", subtitle=community, lines=tuple(lines), printed=printed)


def feedback_letter(report: Report, *, community: str, printed: str, today: date) -> Letter:
    """Return the feedback slip (信息反馈单) for the informant; `report` has been answered."""
    facts = report.facts
    answer = report.made(ReportState.ANSWERED)
    lines: list[LetterLine] = [
        body(
            f"{facts.informant}：您于{spoken(facts.day)}报送的信息（编号 {report.number}，"
            f"{code_table(REPORT_TABLE).label(facts.kind_code)}类）已经办理，现反馈如下。"
        ),
        fact("信息内容", facts.content),
    ]
    if answer is not None:
        lines += [
            fact("办理结果", answer.text or ""),
            fact("反馈日期", spoken(answer.day)),
            fact("经办人", answer.person),
        ]
    lines += [
        body(f"感谢您的报送。{community}　{spoken(today)}"),
        sign("信息员签收"),
        sign("日期"),
    ]
    return Letter(title="信息反馈单", subtitle=community, lines=tuple(lines), printed=printed)


def state_text(report: Report) -> str:
    """Return the state of a slip, 作废 of a voided one."""
    return "作废" if report.voided_reason else STATE_LABELS[report.state]


def sum_title(month: date) -> str:
    """Return the title of the sums of a month."""
    return f"信息报送按人统计（{spoken_month(month)}）"


def _step_line(step: ReportStep) -> LetterLine:
    parts = [spoken(step.day), step.person]
    if step.skipped:
        parts.append(f"跳过（{step.text}）")
    else:
        parts += [f"报给 {step.whom}" if step.whom else "", step.text or ""]
    return fact(STATE_LABELS[step.state], "　".join(filter(None, parts)))
