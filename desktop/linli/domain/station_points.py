"""The seven points (七个有) of a station: what each must have, and what the ledger knows of it.

Source: the texts of the community whose hall this was made for. What the ledger knows counts by
itself; the rest is ticked on the spot.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from linli.domain.staff import Station


class Point(StrEnum):
    """One of the seven points, in their order."""

    SIGN = "sign"
    EQUIPMENT = "equipment"
    PEOPLE = "people"
    PHONE = "phone"
    RULES = "rules"
    GUIDE = "guide"
    ADVICE = "advice"


POINT = {
    Point.SIGN: "指示标牌",
    Point.EQUIPMENT: "办公设备",
    Point.PEOPLE: "值班人员",
    Point.PHONE: "公开的联系电话",
    Point.RULES: "工作制度",
    Point.GUIDE: "办事指南和工作流程",
    Point.ADVICE: "咨询电话",
}
ENTERED = (Point.PHONE, Point.ADVICE)
"""Points that are there when the number is entered, never ticked by hand."""
TICKED = tuple(point for point in Point if point not in ENTERED)
"""Points that are ticked by hand unless the ledger knows better."""
HOW = {
    Point.SIGN: "打门牌，贴在门口",
    Point.EQUIPMENT: "现场看桌椅、电脑、电话等，看后打勾",
    Point.PEOPLE: "在“工作人员”或值班人员里把人安排到本站点",
    Point.PHONE: "在站点资料里填写电话",
    Point.RULES: "在“办事指南”里写工作制度，打印上墙",
    Point.GUIDE: "在“办事指南”里写指南和流程，打印摆放",
    Point.ADVICE: "在站点资料里填写咨询电话",
}
"""What to do where a point is open."""


@dataclass(frozen=True, kw_only=True)
class Tick:
    """What was seen of a point on the spot. `note` says what is missing, or where it is."""

    point: Point
    present: bool
    checked_on: date
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Known:
    """What the ledger knows of a station.

    Attributes:
        people: names of those who work there or can be on duty there.
        rules, guides: titles of its work rules, and of its guides and services.
    """

    people: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    guides: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PointState:
    """How a point stands: `reason` says by what, or what is to be done."""

    point: Point
    present: bool
    reason: str
    checked_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class StationPoints:
    """A station with its seven points in their order."""

    station: Station
    states: tuple[PointState, ...]
    ticks: tuple[Tick, ...]

    @property
    def present(self) -> int:
        """How many of the seven it has."""
        return sum(state.present for state in self.states)

    @property
    def gaps(self) -> tuple[PointState, ...]:
        """The points that are open."""
        return tuple(state for state in self.states if not state.present)


def station_points(station: Station, known: Known, ticks: Sequence[Tick]) -> StationPoints:
    """Return how the seven points of a station stand.

    A point is there if the ledger knows it, or else if it was seen on the spot.
    """
    by_point = {tick.point: tick for tick in ticks}
    said = _known(station, known)
    return StationPoints(
        station=station,
        states=tuple(_state(point, said, by_point.get(point)) for point in Point),
        ticks=tuple(ticks),
    )


def _known(station: Station, known: Known) -> Mapping[Point, str]:
    facts = station.facts
    return {
        Point.PEOPLE: "、".join(known.people),
        Point.PHONE: facts.phone or "",
        Point.RULES: "、".join(known.rules),
        Point.GUIDE: "、".join(known.guides),
        Point.ADVICE: facts.advice_phone or "",
    }


def _state(point: Point, said: Mapping[Point, str], tick: Tick | None) -> PointState:
    if said.get(point):
        return PointState(point=point, present=True, reason=said[point])
    if tick is None or point in ENTERED:
        return PointState(point=point, present=False, reason=HOW[point])
    reason = tick.note or ("现场看过" if tick.present else HOW[point])
    return PointState(point=point, present=tick.present, reason=reason, checked_on=tick.checked_on)
