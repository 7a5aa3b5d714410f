"""Masking (脱敏) of names, numbers and addresses: what each destination shows of them.

Nothing fixes the digits, so the hall chooses among the variants in use (`resources/codes/
masking.json`). A masked value is shown, never stored: `is_masked` tells one, and the checks of
documents and phones refuse it.

- On the screen, in lists and in workbooks numbers are masked, names are not: a clerk must know who
  it is.
- What is posted (公示) is for everybody to read: names keep their surname, numbers the posting
  digits, addresses the estate.
"""

import json
import re
from dataclasses import dataclass, fields
from functools import cache

from linli.domain.values.addresses import Address
from linli.domain.values.names import mask_name
from linli.paths import resource

__all__ = [
    "CLIPBOARD_CHOICES",
    "CLIPBOARD_SECONDS",
    "STAR",
    "Digits",
    "Masks",
    "choices",
    "is_masked",
    "mask_name",
    "may_hide",
    "may_hide_text",
]

STAR = "*"
_LONG_DOCUMENT = 15
_MOBILE_DIGITS = 11
_LANDLINE = 6
_SHORT = (0, 2)
_NUMBER = re.compile(r"\d(?:[\d -]{5,}\d)")
_STARS = re.compile(r"\*+")

Digits = tuple[int, int]
"""How many characters stay at the beginning and at the end."""


@cache
def choices(name: str) -> tuple[Digits, ...]:
    """Return the digits a hall can choose among, by the name of a field of `Masks`."""
    return tuple((first, last) for first, last in _data()[name])


@cache
def _data() -> dict[str, list[list[int]]]:
    text = resource("codes/masking.json").read_text(encoding="utf-8")
    found: dict[str, list[list[int]]] = json.loads(text)
    return found


CLIPBOARD_CHOICES = (30, 60, 120, 300)
"""Seconds after which copied people are taken out of the clipboard."""
CLIPBOARD_SECONDS = 60


@dataclass(frozen=True, kw_only=True)
class Masks:
    """The digits that stay of each kind of number.

    Attributes:
        document: of an identity document on the screen, in lists and workbooks.
        mobile: of a mobile phone there.
        landline: of any other phone.
        posted_document: of an identity document on what is posted.
    """

    document: Digits = (6, 4)
    mobile: Digits = (3, 4)
    landline: Digits = (0, 4)
    posted_document: Digits = (1, 1)

    def show_document(self, number: str) -> str:
        """Return a document's number with stars; of a short one the first 2 and last 2 stay."""
        return _keep(number, self.document if len(number) >= _LONG_DOCUMENT else (2, 2))

    def show_phone(self, number: str) -> str:
        """Return a phone's number with stars, nothing where there is none."""
        if len(number) == _MOBILE_DIGITS and number.startswith("1"):
            return _keep(number, self.mobile)
        return _keep(number, self.landline if len(number) > _LANDLINE else _SHORT)

    def show_numbers_in(self, text: str) -> str:
        """Return a text with each phone number in it masked: 女儿 138****5678."""
        return _NUMBER.sub(lambda found: self.show_phone(re.sub(r"[ -]", "", found[0])), text)

    def post_document(self, number: str) -> str:
        """Return what is posted of a document's number."""
        return _keep(number, self.posted_document)


def mask_address(address: Address) -> str:
    """Return the estate or lane only."""
    return f"{address.estate or ''}***"


def is_masked(text: str) -> bool:
    """Whether a number has stars in it, as no number that is stored has."""
    return STAR in text


def may_hide(masked: str, plain: str) -> bool:
    """Whether a masked number or name may be this one: as long, and the same where no star is."""
    return len(masked) == len(plain) and all(
        shown in (STAR, true) for shown, true in zip(masked, plain, strict=True)
    )


def may_hide_text(masked: str, plain: str) -> bool:
    """Whether a text with masked numbers in it may be this one, whichever digits were left."""
    if STAR not in masked:
        return False
    parts = (_seen(part) for part in _STARS.split(masked))
    return re.fullmatch(r"[\d -]+".join(parts), plain) is not None


def _seen(part: str) -> str:
    """Return a pattern of what a masked text shows; its numbers are without breaks (138 0000)."""
    return "".join(rf"{char}[ -]?" if char.isdecimal() else re.escape(char) for char in part)


def read_masks(kept: object) -> Masks:
    """Return the masks that a ledger keeps; what is not among the choices is as usual."""
    found = kept if isinstance(kept, dict) else {}
    chosen = {}
    for field in fields(Masks):
        digits = found.get(field.name)
        if isinstance(digits, list | tuple) and tuple(digits) in choices(field.name):
            chosen[field.name] = tuple(digits)
    return Masks(**chosen)


def _keep(text: str, digits: Digits) -> str:
    first, last = digits
    hidden = max(len(text) - first - last, 0)
    if hidden == 0:
        return STAR * len(text)
    return text[:first] + STAR * hidden + text[len(text) - last :]
