"""Rules of the allowance sheet (补助表): of a plus or minus, and of closing it."""

from dataclasses import replace
from datetime import date

from linli.domain.allowances import (
    MOST_AMOUNT,
    AllowanceRules,
    AllowanceSheet,
    ChangeDraft,
    month_end,
)
from linli.domain.contact_rules import clean_text
from linli.domain.register_texts import spoken_month
from linli.domain.values.money import yuan
from linli.errors import FieldProblem, UserError


def clean_change(draft: ChangeDraft) -> ChangeDraft:
    """Return a plus or minus in normal form."""
    return replace(draft, reason=clean_text(draft.reason) or "")


def check_change(draft: ChangeDraft, sheet: AllowanceSheet) -> list[FieldProblem]:
    """Return every broken rule of a plus or minus in normal form."""
    problems = []
    line = next((each for each in sheet.lines if each.member_id == draft.member_id), None)
    if line is None:
        message = f"这位信息员{spoken_month(sheet.month)}不在队里，请核对月份。"
        problems.append(FieldProblem(field="member_id", message=message))
    if not draft.amount or abs(draft.amount) > MOST_AMOUNT:
        message = f"金额应为 0.01 到 {yuan(MOST_AMOUNT)} 元，请填写。"
        problems.append(FieldProblem(field="amount", message=message))
    elif line is not None and line.total + draft.amount < 0:
        message = (
            f"扣 {yuan(-draft.amount)} 元超过了「{line.name}」本月的 {yuan(line.total)} 元，"
            "请改小，最多扣到 0。"
        )
        problems.append(FieldProblem(field="amount", message=message))
    if not draft.reason:
        message = "没有填写奖罚的原因，请填写，如 全月无报送。"
        problems.append(FieldProblem(field="reason", message=message))
    return problems


def check_rules(rules: AllowanceRules) -> list[FieldProblem]:
    """Return what is wrong with the hall's amount."""
    if 0 < rules.amount <= MOST_AMOUNT:
        return []
    message = f"每人每月金额应为 0.01 到 {yuan(MOST_AMOUNT)} 元，请填写。"
    return [FieldProblem(field="amount", message=message)]


def refuse_closed(sheet: AllowanceSheet) -> None:
    """Refuse to change a sheet that is closed.

    Raises:
        UserError: it is.
    """
    if sheet.closed_on is not None:
        raise UserError(
            f"{spoken_month(sheet.month)}的补助表已于 {sheet.closed_on.isoformat()} 结算，"
            "不能再改；确需更正的，请在下一个月的表上用奖或罚补上，写明原因。"
        )


def check_closing(sheet: AllowanceSheet, today: date) -> None:
    """Refuse to close what cannot be closed yet.

    Raises:
        UserError: the month is not over, nobody is on the sheet, or somebody would owe money.
    """
    refuse_closed(sheet)
    month = spoken_month(sheet.month)
    if month_end(sheet.month) > today:
        raise UserError(f"{month}还没有过完，请在月底以后结算。")
    if not sheet.lines:
        raise UserError(f"{month}没有人在队里，没有可结算的补助，请核对队伍和月份。")
    owing = next((line for line in sheet.lines if line.total < 0), None)
    if owing is not None:
        raise UserError(
            f"「{owing.name}」的补助是 {yuan(owing.base + owing.plus)} 元，"
            f"罚 {yuan(owing.minus)} 元，不够扣，请先改正罚款。"
        )
