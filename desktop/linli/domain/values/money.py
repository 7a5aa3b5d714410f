"""Amounts of money: kept in fen (分), written in yuan (元), in figures or in capitals (大写)."""

import re

from linli.domain.values.text import squeeze
from linli.errors import UserError

_AMOUNT = re.compile(r"¥?(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?元?(?:/月|每月)?")


def parse_yuan(text: str) -> int:
    """Return the fen of an amount as people write it: 520, 520.5, 1,200元, 520元/月.

    Raises:
        UserError: if it is no amount.
    """
    found = _AMOUNT.fullmatch(squeeze(text))
    if found is None:
        raise UserError(f"金额「{text}」看不懂，请写成元，如 520 或 520.50。")
    return int(found[1].replace(",", "")) * 100 + int((found[2] or "0").ljust(2, "0"))


def yuan(fen: int) -> str:
    """Return an amount in yuan, with two decimals only where there are fen: 520, 520.50."""
    whole, rest = divmod(fen, 100)
    return f"{whole:,}.{rest:02d}" if rest else f"{whole:,}"


_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿")


def capital_yuan(fen: int) -> str:
    """Return an amount in capitals: 肆仟元整, 壹佰零伍元贰角整, 叁拾贰元零贰分, 零元整.

    Source: 中国人民银行《正确填写票据和结算凭证的基本规定》: 整 stands after 元 and 角 alone; zeros
    in a row are one 零.

    Raises:
        ValueError: if it is below 0, or has more than twelve places before the point.
    """
    whole, rest = divmod(fen, 100)
    if fen < 0 or whole >= 10**12:
        raise ValueError("an amount that no sheet has")
    jiao, last = divmod(rest, 10)
    said = f"{_capitals(whole)}元" if whole or not rest else ""
    if not rest:
        return said + "整"
    if jiao:
        said += f"{_DIGITS[jiao]}角"
    elif said:
        said += "零"
    return said + (f"{_DIGITS[last]}分" if last else "整")


def _capitals(number: int) -> str:
    """Return a whole number in capitals, 零 for 0."""
    said, gap = "", False
    for place in reversed(range(len(str(number)))):
        digit = number // 10**place % 10
        group, within = divmod(place, 4)
        if digit:
            said += ("零" if gap and said else "") + _DIGITS[digit] + _PLACES[within]
        gap = not digit
        if not within and number // 10**place % 10**4:
            said += _GROUPS[group]
    return said or "零"
