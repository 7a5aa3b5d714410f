"""Chinese numerals as they stand in dates and addresses: 三号楼, 十二单元, 二〇一一年."""

import re

_HAN_DIGITS = "零一二三四五六七八九"
_DIGITS = {c: str(i) for i, c in enumerate(_HAN_DIGITS)} | {
    "〇": "0",
    "○": "0",
    "两": "2",
}
_NUMERAL = re.compile(r"[零〇○一二两三四五六七八九十百]+")
_PLACES = re.compile(
    r"(?:(?P<hundreds>[1-9])百)?零?(?:(?P<tens>[1-9])?(?P<ten>十))?零?(?P<ones>[1-9])?"
)


def to_arabic(numeral: str) -> str:
    """Return 三 as "3", 十二 as "12", 一百零二 as "102", 二〇一一 as "2011"."""
    digits = "".join(_DIGITS.get(c, c) for c in numeral)
    if digits.isdecimal():
        return digits
    found = _PLACES.fullmatch(digits.replace("0", "零"))
    if found is None:
        return numeral
    tens = int(found["tens"] or 1) if found["ten"] else 0
    return str(int(found["hundreds"] or 0) * 100 + tens * 10 + int(found["ones"] or 0))


def arabic_digits(text: str) -> str:
    """Return `text` with every Chinese numeral in it as Arabic digits."""
    return _NUMERAL.sub(lambda found: to_arabic(found[0]), text)


def to_chinese(number: int) -> str:
    """Return 1 to 99 as 一 to 九十九; other numbers in Arabic digits."""
    if not 1 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    leading = "" if tens == 0 else "十" if tens == 1 else f"{_HAN_DIGITS[tens]}十"
    return leading + (_HAN_DIGITS[ones] if ones else "")
