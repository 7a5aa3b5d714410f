"""QR codes (GB/T 18284) as rows of bits for `Page.bitmap`.

Cards carry seven digits. For version, error level and mask fixed, a code is linear in its data bits
over GF(2), error correction included: so 25 codes made by segno once give every other by XOR, a
hundred times faster than encoding each.
"""

import re
from functools import cache, reduce
from operator import xor

import segno

from linli.domain.templates.elements import CARD_MODULES

_MASK = 3
_GROUPS = ((3, 10), (3, 10), (1, 4))  # digits and bits of the numeric mode's groups


def card_code(number: str) -> list[bytes]:
    """Return the code of a seven-digit card number: version 1, error level H (30 %)."""
    if not re.fullmatch(r"[0-9]{7}", number):
        raise ValueError("a card number has seven digits")
    base, flips = _basis()
    position, image = 0, base
    for (digits, bits), flips_of_group in zip(_GROUPS, flips, strict=True):
        value = int(number[position : position + digits])
        image = reduce(xor, (flips_of_group[i] for i in range(bits) if value >> i & 1), image)
        position += digits
    width = (CARD_MODULES + 7) // 8
    data = image.to_bytes(width * CARD_MODULES, "big")
    return [data[i : i + width] for i in range(0, len(data), width)]


@cache
def _basis() -> tuple[int, list[list[int]]]:
    """Return the code of 0000000 and, for each data bit, which modules it flips."""
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
    code = segno.make(number, version=1, error="h", mask=_MASK, boost_error=False, micro=False)
    rows = ("".join(map(str, row)).ljust((CARD_MODULES + 7) // 8 * 8, "0") for row in code.matrix)
    return int("".join(rows), 2)
