"""What holds of whose name and number are made public: staff, helpers, boards, stations."""

from collections.abc import Callable, Iterator
from functools import partial

from linli.domain.values.names import check_name
from linli.domain.values.phones import parse_phone, split_phones
from linli.domain.values.text import optional, tidy
from linli.errors import FieldProblem, UserError


def clean_text(text: str | None) -> str | None:
    """Return text on one line, None where there is nothing (空、无、/)."""
    return optional(text or "")


def clean_lines(text: str | None) -> str | None:
    """Return text on several lines without empty ones, None where there is nothing."""
    lines = [tidy(line) for line in (text or "").splitlines()]
    return "\n".join(line for line in lines if line) or None


def same_phone(one: str, other: str) -> bool:
    """Whether two texts are the same number, however written."""
    try:
        return parse_phone(one).number == parse_phone(other).number
    except UserError:
        return one == other


def name_problems(field: str, name: str) -> Iterator[FieldProblem]:
    """Yield what is wrong with a name in normal form."""
    yield from problems_from(field, partial(check_name, name))


def phone_problems(field: str, phone: str | None) -> Iterator[FieldProblem]:
    """Yield what is wrong with a number, or with several in one field (、)."""
    for each in split_phones(phone or ""):
        yield from problems_from(field, partial(parse_phone, each))


def problems_from(field: str, check: Callable[[], object]) -> Iterator[FieldProblem]:
    """Yield what `check` raises as a `UserError`, beside `field`."""
    try:
        check()
    except UserError as error:
        yield FieldProblem(field=field, message=error.message)
