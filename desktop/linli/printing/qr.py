"""QR codes (GB/T 18284) of card numbers, for `Page.bitmap`.

Cards carry seven digits. For version, error level and mask fixed, a code is linear in its data bits
over GF(2), error correction included: so 25 codes made by segno once give every other by XOR, a
hundred times faster than encoding each.
"""

import re
from functools import cache, reduce
from operator import xor

from linli.domain.templates.elements import CARD_MODULES

_MASK = 3
_GROUPS = ((3, 10), (3, 10), (1, 4))  # digits and bits of the numeric mode's groups
_ROW_BYTES = (CARD_MODULES + 7) // 8


def card_code(number: str) -> bytes:
    """Return the code of a seven-digit card number: version 1, error level H (30 %).

    The modules row by row, each row filled up to whole bytes; a bit that is set is dark.
    """
    if not re.fullmatch(r"[0-9]{7}", number):
        raise ValueError("a card number has seven digits")
    image = _basis()[0] ^ _flips(0, number[:3]) ^ _flips(1, number[3:6]) ^ _flips(2, number[6:])
    return image.to_bytes(_ROW_BYTES * CARD_MODULES, "big")


@cache
def _flips(group: int, digits: str) -> int:
    """Return which modules a group of digits flips in the code of 0000000."""
    of_bits = _basis()[1][group]
    return reduce(xor, (flip for bit, flip in enumerate(of_bits) if int(digits) >> bit & 1), 0)


@cache
def _basis() -> tuple[int, list[list[int]]]:
    """Return the code of 0000000 and, for each data bit of a group, which modules it flips."""
    base = _encode("0000000")
    flips: list[list[int]] = []
    done = 0
    for digits, bits in _GROUPS:
        after = sum(d for d, _ in _GROUPS) - done - digits
        texts = ("0" * done + f"{1 << i:0{digits}d}" + "0" * after for i in range(bits))
        flips.append([base ^ _encode(text) for text in texts])
        done += digits
    return base, flips


def _encode(number: str) -> int:
    """Encode by segno; each row is padded to whole bytes and all rows make one integer."""
    import segno

    code = segno.make(number, version=1, error="h", mask=_MASK, boost_error=False, micro=False)
    rows = ("".join(map(str, row)).ljust(_ROW_BYTES * 8, "0") for row in code.matrix)
    return int("".join(rows), 2)
