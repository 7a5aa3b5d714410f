"""Masking (脱敏) for the screen and for lists; the variants in use, as no rule fixes the digits.

A masked value is shown, never stored.
"""

import re

from linli.domain.values.addresses import Address
from linli.domain.values.names import mask_name

__all__ = ["mask_address", "mask_document", "mask_name", "mask_numbers_in", "mask_phone"]

_NUMBER = re.compile(r"\d(?:[\d -]{5,}\d)")


def mask_document(number: str) -> str:
    """Return the first 6 and last 4 characters; of a short number the first 2 and last 2."""
    return _keep(number, 6, 4) if len(number) >= 15 else _keep(number, 2, 2)


def mask_phone(number: str) -> str:
    """Return the first 3 and last 4 digits; of a landline or short number the last 4 or 2."""
    if len(number) == 11 and number.startswith("1"):
        return _keep(number, 3, 4)
    return _keep(number, 0, 4 if len(number) > 6 else 2)


def mask_numbers_in(text: str) -> str:
    """Return a text with each phone number in it masked: 女儿 138****5678."""
    return _NUMBER.sub(lambda found: mask_phone(re.sub(r"[ -]", "", found[0])), text)


def mask_address(address: Address) -> str:
    """Return the estate or lane only."""
    return f"{address.estate or ''}***"


def _keep(text: str, first: int, last: int) -> str:
    hidden = max(len(text) - first - last, 0)
    if hidden == 0:
        return "*" * len(text)
    return text[:first] + "*" * hidden + text[len(text) - last :]
