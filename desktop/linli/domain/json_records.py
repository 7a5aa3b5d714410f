"""Frozen dataclasses as JSON's values and back, strictly: nothing unknown is read.

Where a field may hold one of several classes (`A | B`), what is written names which under `kind`.
What is not said has its usual value.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints


class JsonRecords:
    """Writes and reads dataclasses.

    Args:
        kinds: the classes that are told apart by name.
    """

    def __init__(self, kinds: Mapping[str, type]) -> None:
        self._kinds = dict(kinds)
        self._names = {kind: name for name, kind in kinds.items()}

    def plain(self, value: Any) -> Any:
        """Return a value in JSON's terms."""
        if is_dataclass(value):
            kind = {"kind": self._names[type(value)]} if type(value) in self._names else {}
            return kind | {f.name: self.plain(getattr(value, f.name)) for f in fields(value)}
        if isinstance(value, tuple):
            return [self.plain(each) for each in value]
        return value.isoformat() if isinstance(value, date) else value

    def read(self, kind: type, said: Any) -> Any:
        """Make a dataclass of `kind` of what `plain` returned.

        Raises:
            ValueError, TypeError, KeyError: it is no such value.
        """
        if not isinstance(said, dict):
            raise TypeError(kind.__name__)
        hints = get_type_hints(kind)
        if unknown := said.keys() - hints.keys():
            raise ValueError(f"{kind.__name__}: {sorted(unknown)}")
        return kind(**{name: self._read(hints[name], value) for name, value in said.items()})

    def _read(self, hint: Any, said: Any) -> Any:
        """Read a value of the type `hint`."""
        if isinstance(hint, UnionType):
            return self._read_one(hint, said)
        if get_origin(hint) is tuple:
            if not isinstance(said, list):
                raise TypeError(hint)
            of = get_args(hint)[0]
            return tuple(self._read(of, each) for each in said)
        if isinstance(hint, type) and is_dataclass(hint):
            return self.read(hint, said)
        if hint is date:
            return date.fromisoformat(said)
        if issubclass(hint, StrEnum):
            return hint(said)
        return _number_or_text(hint, said)

    def _read_one(self, hint: UnionType, said: Any) -> Any:
        """Read something or None, or one of several classes."""
        of = [each for each in get_args(hint) if each is not NoneType]
        if said is None and len(of) < len(get_args(hint)):
            return None
        if len(of) == 1:
            return self._read(of[0], said)
        said = dict(said)
        kind = self._kinds[said.pop("kind")]
        if kind not in of:
            raise TypeError(hint)
        return self.read(kind, said)


def _number_or_text(hint: type, said: Any) -> Any:
    if hint is float and type(said) is int:
        return float(said)
    if type(said) is not hint:
        raise TypeError(hint)
    return said
