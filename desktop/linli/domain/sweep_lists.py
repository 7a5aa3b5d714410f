"""Sweeps (排查) as they are printed: list of a period, record sheet, sheet for a pen."""

from collections.abc import Sequence

from linli.domain.cases import DISPUTE_TABLE
from linli.domain.codes import code_table
from linli.domain.letters import Letter, LetterLine, fact, heading, sign
from linli.domain.register_texts import NUMBER, spoken
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup
from linli.domain.sweeps import HANDLING, Finding, Sweep, place_of

_BLANK_LINES = 8
_NONE_FOUND = "没有发现矛盾纠纷。"


def sweep_register(sweeps: Sequence[Sweep], *, title: str) -> Register:
    """Return sweeps in the order given, for A4 across."""
    columns = (
        RegisterColumn(title="日期", width=26, align=Align.CENTER),
        RegisterColumn(title="网格", width=28),
        RegisterColumn(title="排查人", width=36, share=1),
        RegisterColumn(title="排查范围", width=44, share=2),
        RegisterColumn(title="走访户数", width=20, align=Align.RIGHT),
        RegisterColumn(title="发现（件）", width=22, align=Align.RIGHT),
        RegisterColumn(title="预防（件）", width=22, align=Align.RIGHT),
        RegisterColumn(title="情况", width=50, share=3, holds=Holds.PRIVATE),
    )
    rows = tuple(
        (
            sweep.facts.day.isoformat(),
            place_of(sweep.grid),
            "、".join(sweep.facts.goers),
            (sweep.facts.scope or "").replace("\n", "；"),
            str(sweep.facts.households) if sweep.facts.households else "",
            str(sweep.found),
            str(sweep.prevented),
            "；".join(finding.facts.content.replace("\n", "；") for finding in sweep.findings),
        )
        for sweep in sweeps
    )
    found, prevented = sum(s.found for s in sweeps), sum(s.prevented for s in sweeps)
    return Register(
        title=title,
        columns=columns,
        groups=(RegisterGroup(rows=rows),),
        foot_note=f"合计：排查 {len(rows)} 次，发现 {found} 件，预防 {prevented} 件",
    )


def finding_register(findings: Sequence[Finding], *, title: str) -> Register:
    """Return findings in the order given, for A4 across."""
    columns = (
        RegisterColumn(title="日期", width=26, align=Align.CENTER),
        RegisterColumn(title="网格", width=26),
        RegisterColumn(title="地点", width=36, share=1, holds=Holds.PLACE),
        RegisterColumn(title="涉及的人", width=36, share=1, holds=Holds.NAME),
        RegisterColumn(title="类型", width=24),
        RegisterColumn(title="情况", width=56, share=3, holds=Holds.PRIVATE),
        RegisterColumn(title="激化风险", width=20, align=Align.CENTER),
        RegisterColumn(title="处理", width=36, share=1),
    )
    kinds = code_table(DISPUTE_TABLE)
    rows = tuple(
        (
            finding.day.isoformat(),
            place_of(finding.grid),
            finding.facts.place or "",
            people_text(finding),
            kinds.label(finding.facts.kind_code),
            finding.facts.content.replace("\n", "；"),
            "有" if finding.facts.risk else "",
            handling_text(finding),
        )
        for finding in findings
    )
    return Register(
        title=title,
        columns=columns,
        groups=(RegisterGroup(rows=rows),),
        foot_note=f"合计：{len(rows)} 件",
    )


def blank_register(title: str) -> Register:
    """Return an empty sheet, to be written by hand on the way; for A4 across."""
    columns = (
        NUMBER,
        RegisterColumn(title="地点（楼栋、单元、室）", width=44, share=1),
        RegisterColumn(title="涉及的人", width=34, share=1),
        RegisterColumn(title="类型号", width=20),
        RegisterColumn(title="什么矛盾纠纷", width=64, share=3),
        RegisterColumn(title="激化风险", width=20),
        RegisterColumn(title="处理号", width=20),
        RegisterColumn(title="已预防", width=18),
    )
    rows = tuple(
        (str(number), *("",) * (len(columns) - 1)) for number in range(1, _BLANK_LINES + 1)
    )
    kinds = "　".join(f"{code}{name}" for code, name in code_table(DISPUTE_TABLE).names.items())
    ways = "　".join(f"{number}{words}" for number, words in enumerate(HANDLING.values(), 1))
    return Register(
        title=title,
        columns=columns,
        groups=(RegisterGroup(rows=rows),),
        subtitle="网格：＿＿＿＿＿　日期：＿＿＿＿＿　排查人：＿＿＿＿＿＿＿　走访＿＿＿户",
        foot_note=f"类型：{kinds}\n处理：{ways}\n没有发现的，也请写上日期、排查人和走访户数交回。",
        row_height=14.0,
    )


def sweep_letter(sweep: Sweep, *, community: str, printed: str) -> Letter:
    """Return the record sheet of a sweep (矛盾纠纷排查记录表): facts, findings, where to sign."""
    facts = sweep.facts
    lines: list[LetterLine] = [
        fact("排查日期", " ".join(filter(None, (spoken(facts.day), facts.hours)))),
        fact("网格", place_of(sweep.grid)),
        fact("排查人", "、".join(facts.goers)),
        fact("排查范围", facts.scope or "（未填）"),
        fact("走访户数", f"{facts.households} 户"),
        fact("发现", f"{sweep.found} 件" if sweep.found else _NONE_FOUND),
    ]
    for number, finding in enumerate(sweep.findings, 1):
        lines += _finding_lines(number, finding)
    if facts.note:
        lines.append(fact("备注", facts.note))
    lines += [sign("排查人签名"), sign("网格负责人签名"), sign("日期")]
    return Letter(
        title="矛盾纠纷排查记录表", subtitle=community, lines=tuple(lines), printed=printed
    )


def people_text(finding: Finding) -> str:
    """Return who is named in a finding."""
    return "、".join(one.name for one in finding.facts.people)


def handling_text(finding: Finding) -> str:
    """Return what was done about a finding, with the case or the office."""
    words = HANDLING[finding.facts.handling]
    if finding.waits_for_case:
        return f"{words}（还没有登记）"
    more = finding.case or finding.facts.unit
    return f"{words}：{more}" if more else words


def _finding_lines(number: int, finding: Finding) -> list[LetterLine]:
    facts = finding.facts
    lines = [
        heading(f"第 {number} 件　{code_table(DISPUTE_TABLE).label(facts.kind_code)}"),
        fact("地点", facts.place or "（未填）"),
        fact("涉及的人", people_text(finding) or "（未填）"),
        fact("情况", facts.content),
        fact("激化风险", "有，要采取预防措施" if facts.risk else "没有"),
        fact("处理", handling_text(finding)),
    ]
    if facts.prevented:
        lines.append(fact("预防", "已经防止激化"))
    return lines
