"""Amounts of money: kept in fen (分), written in yuan (元)."""

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
