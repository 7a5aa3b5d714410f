"""Dates as ledgers have them: sometimes only a year, or a year and a month."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import total_ordering

from linli.domain.values.numerals import arabic_digits
from linli.domain.values.text import as_text, squeeze, tidy
from linli.errors import UserError

EARLIEST_YEAR = 1850
LATEST_YEAR = 2150
_EXCEL_EPOCH = date(1899, 12, 30)
_LAST_SERIAL = 73050  # 2099-12-31
_FIRST_SERIAL = LATEST_YEAR + 1  # smaller whole numbers are years

_SEPARATED = re.compile(
    r"(\d{4})(?:[-./\\,、。_年]+(\d{1,2})(?:[-./\\,、。_月]+(\d{1,2})[日号]?|月)?|年)?"
    r"(?:份|生|出生)?[-./\\,、]*"
)
_RUN_TOGETHER = re.compile(r"(\d{4})[-./]?(\d{2})(\d{2})?(?:出生|生)?")
_TWO_DIGIT_YEAR = re.compile(r"\d{2}[-./年]\d{1,2}(?:[-./月]\d{1,2})?[月日号]?|\d{2}年")
_CLOCK = re.compile(r"[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?\s*$")
_FIELD_SPACES = re.compile(r"(?<=\d)\s+(?=\d)")


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year, or a day. Unknown parts sort first.

    Raises:
        UserError: if there is no such date.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not EARLIEST_YEAR <= self.year <= LATEST_YEAR:
            raise UserError(f"年份「{self.year}」不可能，请核对后重新填写。")
        if self.month is None:
            if self.day is not None:
                raise UserError("日期缺少月份，请补上月份。")
        elif not 1 <= self.month <= 12:
            raise UserError(f"月份「{self.month}」不存在，月份应为 1 到 12，请核对后重新填写。")
        elif self.day is not None and not 1 <= self.day <= monthrange(self.year, self.month)[1]:
            raise UserError(f"{self.year}年{self.month}月没有「{self.day}」日，请核对后重新填写。")

    def __lt__(self, other: "PartialDate") -> bool:
        return self._order() < other._order()

    def _order(self) -> tuple[int, int, int]:
        return self.year, self.month or 0, self.day or 0

    @classmethod
    def parse(cls, value: "str | float | date | datetime | PartialDate") -> "PartialDate":
        """Read a date in any of the forms ledgers have.

        1938.2.14, 1938-02-14, 1938/2/14, 1938年2月14日, 19380214, 1961.04, 1961年4月, 196104,
        1961, 二〇一一年三月五日, with a clock time, or a spreadsheet's day number (1900 system).
        A number 1961.1 is refused, since a cell shows October and January alike.

        Raises:
            UserError: if the value is no date, or its year has two digits.
        """
        if isinstance(value, PartialDate):
            return value
        if isinstance(value, date):  # a datetime is a date
            return cls(value.year, value.month, value.day)
        if isinstance(value, int | float):
            return cls._from_number(value)
        return cls._from_text(value)

    @classmethod
    def _from_number(cls, value: float) -> "PartialDate":
        whole = int(value)
        if _FIRST_SERIAL <= whole <= _LAST_SERIAL:  # a fraction is the clock time
            day = _EXCEL_EPOCH + timedelta(days=whole)
            return cls(day.year, day.month, day.day)
        text = as_text(value)
        if re.fullmatch(r"\d{4}\.1", text):
            raise UserError(
                f"日期「{text}」分不清是 1 月还是 10 月，"
                f"请写成「{whole}年1月」或「{whole}年10月」。"
            )
        return cls._from_text(text)

    @classmethod
    def _from_text(cls, text: str) -> "PartialDate":
        plain = _CLOCK.sub("", tidy(text))
        plain = squeeze(_FIELD_SPACES.sub("-", plain))
        plain = arabic_digits(plain) if "年" in plain else plain
        found = _SEPARATED.fullmatch(plain) or _RUN_TOGETHER.fullmatch(plain)
        if found is None:
            if re.fullmatch(r"\d{5}", plain) and _FIRST_SERIAL <= int(plain) <= _LAST_SERIAL:
                return cls._from_number(int(plain))
            if _TWO_DIGIT_YEAR.fullmatch(plain):
                raise UserError(f"日期「{tidy(text)}」的年份只有两位，请写成四位，如 1961。")
            raise UserError(
                f"日期「{tidy(text)}」看不懂，请写成「1938年2月14日」或「1938-02-14」。"
            )
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None  # noqa: S101 - the patterns always have a year
        # Registers write 00 for an unknown month or day.
        return cls(year, month or None, day or None if month else None)

    @classmethod
    def from_iso(cls, text: str) -> "PartialDate":
        """Return the date stored as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
        return cls(*(int(part) for part in text.split("-")))

    @classmethod
    def from_date(cls, day: date) -> "PartialDate":
        """Return a full date."""
        return cls(day.year, day.month, day.day)

    def iso(self) -> str:
        """Return `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, which sorts like the date."""
        if self.month is None:
            return f"{self.year:04d}"
        if self.day is None:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    def display(self) -> str:
        """Return 1938年2月14日, 1938年2月 or 1938年."""
        month = "" if self.month is None else f"{self.month}月"
        day = "" if self.day is None else f"{self.day}日"
        return f"{self.year}年{month}{day}"

    def as_date(self) -> date | None:
        """Return the day, if all of it is known."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def agrees_with(self, other: "PartialDate") -> bool:
        """Whether both can be the same day, as far as both are known."""
        return (
            self.year == other.year
            and (self.month == other.month or None in (self.month, other.month))
            and (self.day == other.day or None in (self.day, other.day))
        )

    def age_on(self, day: date) -> int:
        """Return the completed years (周岁) on `day`; unknown parts count as the earliest."""
        had_birthday = (day.month, day.day) >= (self.month or 1, self.day or 1)
        return day.year - self.year - (0 if had_birthday else 1)


def parse_date(value: str | float | date) -> date:
    """Read a full date.

    Raises:
        UserError: if it is no date, or the month or day is missing.
    """
    partial = PartialDate.parse(value)
    full = partial.as_date()
    if full is None:
        raise UserError(f"日期「{partial.display()}」不完整，请写全年、月、日。")
    return full
