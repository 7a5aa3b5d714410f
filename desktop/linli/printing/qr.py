"""QR codes (GB/T 18284) of card numbers, for `Page.bitmap`.

Cards carry seven digits. For version, error level and mask fixed, a code is linear in its data bits
over GF(2), error correction included: so 25 known codes give every other by XOR, a thousand times
faster than encoding each. They are kept in `resources/codes/card_code.json`.
"""

import json
import re
from functools import cache, reduce
from operator import xor

from linli.domain.templates.elements import CARD_MODULES
from linli.paths import resource

ROW_BYTES = (CARD_MODULES + 7) // 8
"""Bytes of a row of modules; the last one is filled up."""


def card_code(number: str) -> bytes:
    """Return the code of a seven-digit card number: version 1, error level H (30 %).

    The modules row by row, each row filled up to whole bytes; a bit that is set is dark.
    """
    if not re.fullmatch(r"[0-9]{7}", number):
        raise ValueError("a card number has seven digits")
    image = _basis()[0] ^ _flips(0, number[:3]) ^ _flips(1, number[3:6]) ^ _flips(2, number[6:])
    return image.to_bytes(ROW_BYTES * CARD_MODULES, "big")


def text_code(text: str) -> list[list[bool]]:
    """Return the code of a longer text of capital letters and digits, error level M (15 %).

    Returns:
        The modules row by row, without the quiet zone; True is dark.
    """
    from reportlab.graphics.barcode.qrencoder import QRAlphaNum, QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QRAlphaNum(text))
    code.make()
    size = code.getModuleCount()
    return [[bool(code.isDark(row, column)) for column in range(size)] for row in range(size)]


@cache
def _flips(group: int, digits: str) -> int:
    """Return which modules a group of digits flips in the code of 0000000."""
    of_bits = _basis()[1][group]
    return reduce(xor, (flip for bit, flip in enumerate(of_bits) if int(digits) >> bit & 1), 0)


@cache
def _basis() -> tuple[int, list[list[int]]]:
    """Return the code of 0000000 and, for each data bit of a group, which modules it flips.

    The numeric mode writes groups of three digits in ten bits and a last single one in four.
    """
    known = json.loads(resource("codes/card_code.json").read_text("ascii"))
    return int(known["base"], 16), [[int(flip, 16) for flip in bits] for bits in known["flips"]]
