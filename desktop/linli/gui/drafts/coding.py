"""Values of forms as text, and back: what `json` holds, days, and the records of the domain.

A dataclass is written with its name and looked up again among the program's own; nothing else
that a text names is ever imported or called.
"""

import json
from base64 import b64decode, b64encode
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from importlib import import_module
from typing import Any

_MARK = "$"
_OURS = "linli."


class UnknownValueError(Exception):
    """A value that cannot be written, or a text of another version that cannot be read."""


def write(value: Any) -> str:
    """Return a value as text.

    Raises:
        UnknownValueError: something in it can only be held by a running program.
    """
    return json.dumps(_plain(value), ensure_ascii=False)


def read(text: str) -> Any:
    """Return the value that `write` has written.

    Raises:
        UnknownValueError: it was written by another version of the program.
    """
    try:
        return _value(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, ImportError) as error:
        raise UnknownValueError(type(error).__name__) from None


def _plain(value: Any) -> Any:  # noqa: C901 - one line for each kind
    match value:
        case None | bool() | str() | int() | float() if not isinstance(value, Enum):
            return value
        case Enum():
            return {_MARK: "enum", "of": _name(type(value)), "is": value.name}
        case datetime():
            return {_MARK: "datetime", "is": value.isoformat()}
        case date():
            return {_MARK: "date", "is": value.isoformat()}
        case time():
            return {_MARK: "time", "is": value.isoformat()}
        case bytes():
            return {_MARK: "bytes", "is": b64encode(value).decode()}
        case list():
            return [_plain(each) for each in value]
        case tuple() | frozenset() | set():
            return {_MARK: type(value).__name__, "is": [_plain(each) for each in value]}
        case dict():
            return {_MARK: "dict", "is": [[_plain(k), _plain(v)] for k, v in value.items()]}
        case _ if is_dataclass(value) and not isinstance(value, type):
            parts = {f.name: _plain(getattr(value, f.name)) for f in fields(value) if f.init}
            return {_MARK: "record", "of": _name(type(value)), "is": parts}
        case _:
            raise UnknownValueError(type(value).__qualname__)


def _value(plain: Any) -> Any:
    if isinstance(plain, list):
        return [_value(each) for each in plain]
    if not isinstance(plain, dict):
        return plain
    content = plain["is"]
    match plain[_MARK]:
        case "enum":
            return _ours(plain["of"], Enum)[content]  # type: ignore[index] # an Enum
        case "record":
            return _ours(plain["of"], object)(**{k: _value(v) for k, v in content.items()})
        case "dict":
            return {_value(k): _value(v) for k, v in content}
        case "bytes":
            return b64decode(content)
        case "tuple" | "frozenset" | "set" as kind:
            return _GROUPS[kind](map(_value, content))
        case kind:
            return _MOMENTS[kind].fromisoformat(content)


_GROUPS: dict[str, type[tuple[Any, ...] | frozenset[Any] | set[Any]]] = {
    "tuple": tuple,
    "frozenset": frozenset,
    "set": set,
}
_MOMENTS: dict[str, type[date | time]] = {"datetime": datetime, "date": date, "time": time}


def _name(kind: type) -> str:
    if not kind.__module__.startswith(_OURS):
        raise UnknownValueError(kind.__qualname__)
    return f"{kind.__module__}:{kind.__qualname__}"


def _ours(name: str, base: type) -> type:
    module, _, qualified = name.partition(":")
    if not module.startswith(_OURS) or "." in qualified:
        raise UnknownValueError(name)
    kind = getattr(import_module(module), qualified)
    if not (isinstance(kind, type) and issubclass(kind, base)):
        raise UnknownValueError(name)
    if base is object and not is_dataclass(kind):
        raise UnknownValueError(name)
    return kind
