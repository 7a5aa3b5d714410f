"""How common values are said in the words of the journal; others stand with their tables."""

from typing import TYPE_CHECKING

from linli.domain.values.money import yuan

if TYPE_CHECKING:
    from linli.storage.readable import Words


def text(_: "Words", value: str) -> str:
    """Return the value itself."""
    return value


def numbers(words: "Words", value: str) -> str:
    """Return a text, the numbers in it masked."""
    return words.numbers(value)


def phone(words: "Words", value: str) -> str:
    """Return a phone number, masked."""
    return words.phone(value)


def document(words: "Words", value: str) -> str:
    """Return an identity number, masked."""
    return words.document(value)


def grid(words: "Words", value: str) -> str:
    """Return a grid by its name."""
    return words.grid(value)


def resident(words: "Words", value: str) -> str:
    """Return a person by the name."""
    return words.resident(value)


def station(words: "Words", value: str) -> str:
    """Return a station by its name."""
    return words.station(value)


def worker(words: "Words", value: str) -> str:
    """Return somebody on duty by the name."""
    return words.worker(value)


def yes_no(_: "Words", value: str) -> str:
    """Return yes or no."""
    return "是" if value == "1" else "否"


def money(_: "Words", value: str) -> str:
    """Return fen as yuan."""
    return yuan(int(value))
