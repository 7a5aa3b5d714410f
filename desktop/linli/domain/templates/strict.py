"""Reading JSON objects into dataclasses, refusing whatever the class does not know."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from linli.errors import UserError

T = TypeVar("T")
_LARGEST_NUMBER = 100_000
_LONGEST_QUOTE = 40


class TemplateError(UserError):
    """A template cannot be used; the sentence says where and why."""


def read_dataclass(cls: type[T], values: Mapping[str, Any], where: str) -> T:
    """Make a `cls` of a JSON object.

    Args:
        cls: a dataclass whose fields are text, numbers, booleans, enums, literals, tuples of these
            or objects made already.
        values: the object.
        where: its place in the template, for the error's sentence.

    Raises:
        TemplateError: an unknown key, a missing one or a value of the wrong type.
    """
    known, hints = _described(cls)  # type: ignore[arg-type]  # a class can be hashed
    unknown = [key for key in values if key not in known]
    if unknown:
        raise TemplateError(f"{where}：不认识“{_quoted(unknown[0])}”，请改正或删去。")
    for name, spec in known.items():
        if name not in values and spec.default is MISSING and spec.default_factory is MISSING:
            raise TemplateError(f"{where}：缺少“{name}”，请补上。")
    return cls(**{key: _read(hints[key], value, f"{where} {key}") for key, value in values.items()})


@cache
def _described(cls: type) -> tuple[dict[str, "Field[Any]"], dict[str, Any]]:
    """Return the fields of a dataclass and their types, worked out once for all its objects."""
    return {field.name: field for field in fields(cls)}, get_type_hints(cls)


def _read(hint: Any, value: Any, where: str) -> Any:
    origin, choices = get_origin(hint), get_args(hint)
    if origin is UnionType:
        return _read(choices[0], value, where)  # `X | None`: absence is a missing key
    if origin is tuple and isinstance(value, list | tuple):
        return tuple(_read(choices[0], item, where) for item in value)
    if origin is dict and isinstance(value, dict):
        return {str(key): _read(choices[1], item, where) for key, item in value.items()}
    if origin is Literal:
        if value in choices:
            return value
        raise TemplateError(
            f"{where}：“{_quoted(value)}”不能用，可以是 {'、'.join(map(str, choices))}。"
        )
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _member(hint, value, where)
    if hint is Any:
        return value
    if origin is None and _is_of(hint, value):
        return float(value) if hint is float else value
    raise TemplateError(f"{where}：“{_quoted(value)}”不是这里要的内容，请改正。")


def _is_of(hint: type, value: Any) -> bool:
    """Whether a value is of the type; a truth is no number, and every number is a usable one."""
    if hint in (int, float):
        number = isinstance(value, int | float if hint is float else int)
        return number and not isinstance(value, bool) and abs(value) <= _LARGEST_NUMBER
    return isinstance(value, hint)


def _member(hint: type[Enum], value: Any, where: str) -> Enum:
    for member in hint:
        if member.value == value:
            return member
    allowed = "、".join(str(m.value) for m in hint)
    raise TemplateError(f"{where}：“{_quoted(value)}”不能用，可以是 {allowed}。")


def _quoted(value: Any) -> str:
    """Return a value as a sentence quotes it, however long it is."""
    text = str(value)
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
