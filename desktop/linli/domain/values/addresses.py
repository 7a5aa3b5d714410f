"""Addresses inside a community: estate or lane, building, unit, room."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Address:
    """A dwelling's address. A part that does not exist is None (a lane house has no unit).

    `estate` is the 小区 or lane (巷, 路) name, `building` the building or door number with its
    suffix as the community writes it (3号楼, 12号), `unit` likewise (2单元), `room` the room (501).
    """

    estate: str | None = None
    building: str | None = None
    unit: str | None = None
    room: str | None = None
