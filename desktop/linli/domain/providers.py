"""Providers near by (便民网点) with their prices, and vouchers (代金券) for what they do.

Amounts are in fen. A provider's number is made public with its prices.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from linli.domain.values.money import parse_yuan, yuan
from linli.errors import UserError

_FREE = "免费"
_PRICE = re.compile(
    r"^(?P<item>.*?\S)[\s:：]+¥?(?P<amount>[\d.,]+|免费)\s*元?(?:\s*[/／每]\s*(?P<unit>\S+))?$"
)


@dataclass(frozen=True, kw_only=True)
class Price:
    """What one thing costs, in fen; `unit` is what it is for, such as 次 or 小时."""

    item: str
    amount: int
    unit: str = ""


@dataclass(frozen=True, kw_only=True)
class ProviderDraft:
    """A provider. `what` is what it does; `until` the last day, None while it goes on."""

    name: str
    what: str
    phone: str | None = None
    address: str | None = None
    prices: tuple[Price, ...] = ()
    until: date | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Provider:
    """A saved provider."""

    id: int
    version: int
    facts: ProviderDraft

    def serves(self, day: date) -> bool:
        """Whether it can be sent on a day."""
        return self.facts.until is None or day <= self.facts.until


@dataclass(frozen=True, kw_only=True)
class VoucherDraft:
    """A voucher. `valid_until` is its last day, None where it has none."""

    number: str
    value: int
    issued_on: date
    name: str
    resident_id: int | None = None
    valid_until: date | None = None


@dataclass(frozen=True, kw_only=True)
class Voucher:
    """A saved voucher.

    Attributes:
        used_on: when it was used; None as long as it was not.
        provider: where it was used.
        reserved_by: the number of the open request that it is to pay.
    """

    id: int
    version: int
    facts: VoucherDraft
    used_on: date | None = None
    provider_id: int | None = None
    provider: str = ""
    reserved_by: str = ""

    def expired(self, today: date) -> bool:
        """Whether it can no longer be used, and was not."""
        last = self.facts.valid_until
        return self.used_on is None and last is not None and last < today


@dataclass(frozen=True, kw_only=True)
class VoucherSum:
    """How many vouchers, and what they are worth in fen."""

    count: int = 0
    value: int = 0


@dataclass(frozen=True, kw_only=True)
class VoucherSums:
    """What was issued, and what became of it."""

    issued: VoucherSum
    used: VoucherSum
    expired: VoucherSum
    left: VoucherSum


def voucher_sums(vouchers: Iterable[Voucher], today: date) -> VoucherSums:
    """Add up vouchers: issued = used + expired + left."""
    every = tuple(vouchers)
    used = [each for each in every if each.used_on is not None]
    expired = [each for each in every if each.expired(today)]
    left = [each for each in every if each.used_on is None and not each.expired(today)]
    return VoucherSums(issued=_sum(every), used=_sum(used), expired=_sum(expired), left=_sum(left))


def voucher_sums_text(sums: VoucherSums) -> str:
    """Return sums in words: 发出 3 张 150 元，用了 1 张 50 元，没用的 2 张 100 元."""
    parts = (
        ("发出", sums.issued),
        ("用了", sums.used),
        ("过期", sums.expired),
        ("没用", sums.left),
    )
    return "，".join(
        f"{word} {each.count} 张 {yuan(each.value)} 元" for word, each in parts if each.count
    )


def parse_prices(text: str) -> tuple[Price, ...]:
    """Read prices, one in a line: 理发 10 元/次.

    Raises:
        UserError: a line has no amount, or nothing that it is for.
    """
    lines = (each.strip() for each in re.split(r"[；;\n]", text))
    return tuple(_price(line) for line in lines if line)


def prices_text(prices: Sequence[Price], between: str = "\n") -> str:
    """Return prices as they are written, one in a line."""
    return between.join(
        f"{each.item} {_amount(each.amount)}" + (f"/{each.unit}" if each.unit else "")
        for each in prices
    )


def _amount(fen: int) -> str:
    return f"{yuan(fen)} 元" if fen else _FREE


def _price(line: str) -> Price:
    found = _PRICE.match(line)
    if found is None:
        raise UserError(f"价格「{line}」看不懂，请写成 理发 10 元/次 这样，每行一项。")
    return Price(
        item=found["item"],
        amount=0 if found["amount"] == _FREE else parse_yuan(found["amount"]),
        unit=found["unit"] or "",
    )


def _sum(vouchers: Sequence[Voucher]) -> VoucherSum:
    return VoucherSum(count=len(vouchers), value=sum(each.facts.value for each in vouchers))
