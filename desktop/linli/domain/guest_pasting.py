"""Guests of an event from pasted names (粘贴名单): one in a line, or several with 、 between."""

import re
from dataclasses import dataclass

from linli.domain.events import GuestDraft, Role
from linli.domain.team_pasting import ListDefaults, read_members

_PEOPLE = re.compile(r"[\r\n、；;]+")
_CELLS = re.compile(r"\t|[,，]|\s+(?=\d)|(?<=\d)\s+")
_DEFAULTS = ListDefaults(team_id=0, source="", since=None, grids={}, sources=())


@dataclass(frozen=True, kw_only=True)
class GuestList:
    """What a list holds; `unread` tells parts that have no name."""

    guests: tuple[GuestDraft, ...]
    unread: tuple[str, ...]


def read_guests(text: str, role: Role = Role.GUEST) -> GuestList:
    """Read names, each with a phone and a word on who it is if they stand there.

    Lists of teams are read the same way: 张三 13812345678, 张三，西河小学, or cells under heads.

    Raises:
        UserError: nobody is in it.
    """
    rows = [_CELLS.split(part) for part in _PEOPLE.split(text.strip())]
    found = read_members(rows, _DEFAULTS)
    guests = tuple(
        GuestDraft(name=each.name, phone=each.phone, role=role, note=each.duty or each.note)
        for each in found.members
    )
    return GuestList(guests=guests, unread=found.unread)
