"""The allowance sheet (信息员补助表) as it is printed and signed."""

from linli.domain.allowances import PAID_OUTSIDE, PART_LABELS, AllowanceSheet
from linli.domain.codes import code_table
from linli.domain.register_texts import NUMBER, spoken_month
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup
from linli.domain.reports import REPORT_TABLE
from linli.domain.values.money import capital_yuan, yuan

_MONEY = 20.0  # mm
_OPEN = "（未结算，数字还会变）"


def allowance_register(sheet: AllowanceSheet) -> Register:
    """Return the sheet with its totals in figures and capitals and a column to sign; A4 across."""
    kinds = code_table(REPORT_TABLE)
    columns = (
        NUMBER,
        RegisterColumn(title="姓名", width=25, share=1, holds=Holds.NAME),
        RegisterColumn(title="网格", width=22, share=1),
        RegisterColumn(title="天数", width=13, align=Align.RIGHT),
        *(RegisterColumn(title=name, width=12, align=Align.RIGHT) for name in kinds.names.values()),
        RegisterColumn(title="补助", width=_MONEY, align=Align.RIGHT),
        RegisterColumn(title="奖", width=15, align=Align.RIGHT),
        RegisterColumn(title="罚", width=15, align=Align.RIGHT),
        RegisterColumn(title="实发（元）", width=24, align=Align.RIGHT),
        RegisterColumn(title="奖罚说明", width=30, share=2, holds=Holds.PRIVATE),
        RegisterColumn(title="签名", width=30),
    )
    rows = [
        (
            str(number),
            line.name,
            line.grid,
            str(line.days),
            *(str(line.counts.get(code, 0)) for code in kinds.names),
            *(yuan(fen) if fen else "" for fen in (line.base, line.plus, line.minus)),
            signed_yuan(line.total),
            line.reasons,
            "",
        )
        for number, line in enumerate(sheet.lines, start=1)
    ]
    if rows:
        rows.append(_total_row(sheet, list(kinds.names)))
    base, plus, minus = (_sum(sheet, field) for field in ("base", "plus", "minus"))
    rule = f"每人每月 {yuan(sheet.rules.amount)} 元，{PART_LABELS[sheet.rules.part_rule]}"
    note = (
        f"合计：{len(sheet.lines)} 人，{signed_yuan(sheet.total)} 元"
        f"（大写：{_capital(sheet.total)}）。"
        f"补助 {yuan(base)} + 奖 {yuan(plus)} - 罚 {yuan(minus)} = {signed_yuan(sheet.total)} 元。"
        f"{rule}。{PAID_OUTSIDE}\n制表：　　　　　　　　审核：　　　　　　　　批准："
    )
    month = f"{spoken_month(sheet.month)}{'' if sheet.closed_on else _OPEN}"
    return Register(
        title=f"{sheet.team}补助表",
        subtitle=month,
        columns=columns,
        groups=(RegisterGroup(rows=rows),),
        foot_note=note,
        row_height=9.0,
    )


def signed_yuan(fen: int) -> str:
    """Return an amount that may be below 0, in yuan."""
    return f"-{yuan(-fen)}" if fen < 0 else yuan(fen)


def _capital(fen: int) -> str:
    return capital_yuan(fen) if fen >= 0 else f"负{capital_yuan(-fen)}"


def _total_row(sheet: AllowanceSheet, codes: list[str]) -> tuple[str, ...]:
    return (
        "",
        "合计",
        "",
        str(sum(line.days for line in sheet.lines)),
        *(str(sum(line.counts.get(code, 0) for line in sheet.lines)) for code in codes),
        *(yuan(_sum(sheet, field)) for field in ("base", "plus", "minus")),
        signed_yuan(sheet.total),
        _capital(sheet.total),
        "",
    )


def _sum(sheet: AllowanceSheet, field: str) -> int:
    return sum(getattr(line, field) for line in sheet.lines)
