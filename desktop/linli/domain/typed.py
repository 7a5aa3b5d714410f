"""What is typed into the find box, in the form in which it is compared."""

import re
import unicodedata

from linli.domain.values.addresses import Address, address_key
from linli.domain.values.text import drop_invisible

_SPLIT = re.compile(r"[\s,，、;；]+")
DASHED = re.compile(r"([0-9a-z]{1,4})[-#]([0-9a-z]{1,4})(?:-([0-9a-z]{1,6}))?")
"""A home as numbers alone: 3-2-501, or two of them."""


def fold(text: str) -> str:
    """Return what was typed in half width and small letters; rare ideographs stay as they are."""
    if text.isascii():
        return text.lower()
    plain = "".join(
        c if _is_compatible(c) else unicodedata.normalize("NFKC", c) for c in drop_invisible(text)
    )
    return plain.lower()


def _is_compatible(char: str) -> bool:
    return "\uf900" <= char <= "\ufaff" or "\U0002f800" <= char <= "\U0002fa1f"


def letters(text: str) -> str:
    """Return the letters and digits only: no dots, spaces or variation selectors."""
    if text.isalnum():
        return text.lower()
    return "".join(char for char in text.lower() if is_letter(char))


def is_letter(char: str) -> bool:
    """Whether a character is a letter, a digit, or a private-use one of an old system."""
    category = unicodedata.category(char)
    return category[0] in "LN" or category == "Co"


def split_words(text: str) -> list[str]:
    """Take apart what was typed, in half width and small letters."""
    return [part for part in _SPLIT.split(fold(text)) if letters(part)]


def address_parts(address: Address) -> tuple[str, str, str, str]:
    """Return estate, building, unit and room by which addresses are compared, "" where absent.

    Door 12号 and building 12号楼 are the same, as people say them.
    """
    estate, building, unit, room = address_key(address).split("|")
    return letters(estate), letters(building.removesuffix("号")), letters(unit), letters(room)
