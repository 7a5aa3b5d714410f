"""Notices as JSON, for drafts and for the facts that are frozen when a notice is issued.

The same notice gives the same text. What a text does not say has its usual value; a text that says
something unknown is refused.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from linli.domain.notice_paper import (
    Block,
    CutLine,
    FormLine,
    Heading,
    Notice,
    Paragraph,
    Table,
    TickLine,
)
from linli.errors import UserError

_FORM = 1
_KINDS: Mapping[str, type] = {
    "heading": Heading,
    "paragraph": Paragraph,
    "table": Table,
    "form": FormLine,
    "tick": TickLine,
    "cut": CutLine,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


class DamagedNoticeError(UserError):
    """The text is no notice of this program, or of a newer one."""

    def __init__(self) -> None:
        super().__init__(
            "保存的通知内容读不出来，可能已经损坏，或者是新版本的程序写的。"
            "请更新程序再试，或从备份恢复。"
        )


def notice_to_json(notice: Notice) -> str:
    """Return a notice as text."""
    said = {"form": _FORM, "notice": _plain(notice)}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def notice_from_json(text: str) -> Notice:
    """Read what `notice_to_json` wrote.

    Raises:
        DamagedNoticeError: it is no such text.
    """
    try:
        said = json.loads(text)
        if said["form"] != _FORM:
            raise DamagedNoticeError
        notice: Notice = _read_record(Notice, said["notice"])
    except (ValueError, TypeError, KeyError) as error:
        raise DamagedNoticeError from error
    return notice


def _plain(value: Any) -> Any:
    """Return a value in JSON's terms; a block names its kind."""
    if is_dataclass(value):
        kind = {"kind": _NAMES[type(value)]} if type(value) in _NAMES else {}
        return kind | {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _read_record(kind: type, said: Any) -> Any:
    """Make a dataclass of `kind`; what is not said has its usual value."""
    if not isinstance(said, dict):
        raise TypeError(kind.__name__)
    hints = get_type_hints(kind)
    if unknown := said.keys() - hints.keys():
        raise ValueError(f"{kind.__name__}: {sorted(unknown)}")
    return kind(**{name: _read(hints[name], value) for name, value in said.items()})


def _read(hint: Any, said: Any) -> Any:
    """Read a value of the type `hint`."""
    if hint == Block:
        said = dict(said)
        return _read_record(_KINDS[said.pop("kind")], said)
    if isinstance(hint, UnionType):  # something or None
        (of,) = (each for each in get_args(hint) if each is not NoneType)
        return None if said is None else _read(of, said)
    if get_origin(hint) is tuple:
        if not isinstance(said, list):
            raise TypeError(hint)
        of = get_args(hint)[0]
        return tuple(_read(of, each) for each in said)
    if isinstance(hint, type) and is_dataclass(hint):
        return _read_record(hint, said)
    if hint is date:
        return date.fromisoformat(said)
    if issubclass(hint, StrEnum):
        return hint(said)
    return _number_or_text(hint, said)


def _number_or_text(hint: type, said: Any) -> Any:
    if hint is float and type(said) is int:
        return float(said)
    if type(said) is not hint:
        raise TypeError(hint)
    return said
