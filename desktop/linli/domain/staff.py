"""Staff (工作人员) and stations (援助站点), as plates and phone sheets name them."""

from dataclasses import dataclass

from linli.domain.workers import FreeTime


@dataclass(frozen=True, kw_only=True)
class StaffDraft:
    """A member of staff.

    `number` is the staff number (工号), `office` the counter or office (窗口), `promise` the
    sentence on the plate (服务承诺), `photo` a picture's digest.
    """

    name: str
    post: str | None = None
    number: str | None = None
    office: str | None = None
    phone: str | None = None
    photo: str | None = None
    promise: str | None = None
    party_member: bool = False
    station_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Staff:
    """A saved member of staff; `station` is the station's name."""

    id: int
    version: int
    facts: StaffDraft
    station: str | None = None


@dataclass(frozen=True, kw_only=True)
class StationDraft:
    """A station.

    Attributes:
        name: no two stations share it.
        phone: its public number.
        advice_phone: the number for questions (咨询电话).
        place: where it is.
        hours: when it is open, as the sign on the door says it; may have several lines.
        services: what is done there, a line each.
        open_times: the same hours for the roster to reckon with; none: it is not reckoned with.
    """

    name: str
    phone: str | None = None
    advice_phone: str | None = None
    place: str | None = None
    hours: str | None = None
    services: str | None = None
    open_times: tuple[FreeTime, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Station:
    """A saved station; `people` counts its staff."""

    id: int
    version: int
    facts: StationDraft
    people: int = 0


STARTER_STATIONS = (
    "一站式服务大厅",
    "警务室",
    "党员活动室",
    "图书阅览室",
    "棋牌室",
    "健身室",
    "流动人口俱乐部",
    "青苹果乐园",
    "心灵驿站",
    "关爱援助站",
    "日间照料站",
)
"""The eleven points of the source community, offered when there is none yet."""
