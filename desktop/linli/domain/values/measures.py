"""Measures as people type them: full-width digits, a comma for the point, a unit behind."""

import re
import unicodedata

from linli.errors import UserError

_NUMBER = re.compile(r"([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+))(?:毫米|mm|MM|度|°|%|格|张|行|列|个)?")
_SIGNS = str.maketrans({**dict.fromkeys("−–—ー", "-"), ",": ".", "。": "."})


def parse_number(text: str) -> float:
    """Read a number.

    Raises:
        UserError: it is none.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_SIGNS)
    found = _NUMBER.fullmatch("".join(plain.split()))
    if found is None:
        raise UserError(f"“{text}”不是数，请写成 12 或 12.5 这样。")
    return float(found[1])


def parse_whole(text: str) -> int:
    """Read a whole number.

    Raises:
        UserError: it is none.
    """
    number = parse_number(text)
    if not number.is_integer():
        raise UserError(f"“{text}”不是整数，请写成 3 这样。")
    return int(number)


def number_text(number: float) -> str:
    """Write a number with at most three decimals, without needless zeros."""
    text = f"{number:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
