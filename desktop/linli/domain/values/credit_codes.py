"""Unified social credit codes (统一社会信用代码) of organisations, GB 32100-2015.

Eighteen characters: two for the registering office and the kind, six digits of the division
(GB/T 2260), nine of the organisation, one to check. I, O, S, V and Z are not used.
"""

import re

from linli.domain.values.text import squeeze
from linli.errors import UserError

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LENGTH = 18
_BASE = len(ALPHABET)
_STEP = 3  # each place weighs three times the one before, modulo 31
_DASHES = re.compile(r"[-‐‑‒–—―−_]")


def check_character(first_seventeen: str) -> str:
    """Return the check character of a code (GB 32100-2015, 5.2.5: weights 3^(i-1) modulo 31)."""
    total = sum(
        ALPHABET.index(character) * pow(_STEP, place, _BASE)
        for place, character in enumerate(first_seventeen)
    )
    return ALPHABET[-total % _BASE]


def parse_credit_code(text: str) -> str:
    """Return a code in normal form: capitals, half width, no spaces or dashes.

    Raises:
        UserError: if it cannot be right; nothing is ever guessed.
    """
    code = _DASHES.sub("", squeeze(text)).upper()
    if len(code) != LENGTH:
        raise UserError(
            f"统一社会信用代码「{text}」是 {len(code)} 位，应为 {LENGTH} 位，请按执照核对。"
        )
    strange = "".join(dict.fromkeys(each for each in code if each not in ALPHABET))
    if strange:
        raise UserError(
            f"统一社会信用代码「{text}」里有不会出现的字符「{strange}」"
            "（没有 I、O、S、V、Z），请按执照核对。"
        )
    if not code[2:8].isdecimal():
        raise UserError(
            f"统一社会信用代码「{text}」的第 3 到 8 位应是数字（地区码），请按执照核对。"
        )
    if check_character(code[:-1]) != code[-1]:
        raise UserError(
            f"统一社会信用代码「{text}」的校验位不对，有一位或几位填错了，请按执照核对。"
        )
    return code
