"""Who can be on duty (可排班人员): staff, volunteers, housekeepers, and when they cannot be.

Staff of the source community: 16 = 6 在编 + 5 公益性岗位 + 1 三支一扶 + 4 警务室. Volunteers are
registered as 民政部令第67号 (2020) asks for their records.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

EMPLOYMENT_TABLE = "employment"
"""How staff are employed: 在编, 公益性岗位, 三支一扶, 警务室 and others."""
VOLUNTEER_SOURCE_TABLE = "volunteer_source"
"""Where volunteers come from: 党员, 团员, 低保对象, 居民."""
SERVICE_ITEM_TABLE = "service_items"
"""What volunteers choose to do (服务项目)."""


class WorkerKind(StrEnum):
    """What somebody on duty is."""

    STAFF = "staff"
    VOLUNTEER = "volunteer"
    HOUSEKEEPER = "housekeeper"


WORKER_KIND = {
    WorkerKind.STAFF: "工作人员",
    WorkerKind.VOLUNTEER: "志愿者",
    WorkerKind.HOUSEKEEPER: "家政人员",
}


class LeaveKind(StrEnum):
    """Why somebody is away."""

    ANNUAL = "annual"
    SICK = "sick"
    PERSONAL = "personal"
    FESTIVAL = "festival"
    TRAINING = "training"
    OTHER = "other"


LEAVE_KIND = {
    LeaveKind.ANNUAL: "年休假",
    LeaveKind.SICK: "病假",
    LeaveKind.PERSONAL: "事假",
    LeaveKind.FESTIVAL: "民族节日",
    LeaveKind.TRAINING: "学习培训",
    LeaveKind.OTHER: "其他",
}


@dataclass(frozen=True, kw_only=True)
class Qualification:
    """A certificate (资格证书); `until` is its last day, None if it does not end."""

    name: str
    number: str | None = None
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class FreeTime:
    """When somebody can come: 0 for Monday to 6 for Sunday, from `begins` to `ends`."""

    weekday: int
    begins: time
    ends: time


@dataclass(frozen=True, kw_only=True)
class VolunteerFacts:
    """What is registered of a volunteer (志愿者注册).

    Attributes:
        number: 志愿者编号, from elsewhere or given here.
        registered_on: the day of registration.
        source_code: of `VOLUNTEER_SOURCE_TABLE`.
        items: of `SERVICE_ITEM_TABLE`, or in the volunteer's words.
        team_id: the volunteers' team, if any.
        document_kind, document_number: as the certificate of hours names them.
    """

    number: str | None = None
    registered_on: date | None = None
    source_code: str | None = None
    items: tuple[str, ...] = ()
    team_id: int | None = None
    document_kind: str | None = None
    document_number: str | None = None


@dataclass(frozen=True, kw_only=True)
class WorkerDraft:
    """Somebody who can be on duty.

    Attributes:
        kind: staff, volunteer, housekeeper.
        name, phone: kept here, whatever becomes of the records linked.
        staff_id, resident_id: the member of staff or resident, if it is one.
        employment_code: of staff, of `EMPLOYMENT_TABLE`.
        station_id: where the person belongs.
        skills: what shifts may ask for.
        qualifications: with their last days.
        free_times: when the person can come; none: at any time.
        nights: whether night duty is possible.
        most_hours: in a month; None without limit.
        sex_code: for places that want one.
        volunteer: of a volunteer.
        since, until: first and last day of service; None where open.
        note: anything else.
        keeps_festivals: wishes to be off on ethnic festivals (民族节日); said by the person, never
            taken from anything else.
    """

    kind: WorkerKind = WorkerKind.STAFF
    name: str
    phone: str | None = None
    staff_id: int | None = None
    resident_id: int | None = None
    employment_code: str | None = None
    station_id: int | None = None
    skills: tuple[str, ...] = ()
    qualifications: tuple[Qualification, ...] = ()
    free_times: tuple[FreeTime, ...] = ()
    nights: bool = True
    most_hours: int | None = None
    sex_code: str | None = None
    volunteer: VolunteerFacts | None = None
    since: date | None = None
    until: date | None = None
    note: str | None = None
    keeps_festivals: bool = False


@dataclass(frozen=True, kw_only=True)
class Worker:
    """A saved worker; `station` and `team` are names."""

    id: int
    version: int
    facts: WorkerDraft
    station: str | None = None
    team: str | None = None

    def serves(self, day: date) -> bool:
        """Whether somebody is with us on a day."""
        since, until = self.facts.since, self.facts.until
        return (since is None or since <= day) and (until is None or day <= until)


@dataclass(frozen=True, kw_only=True)
class Leave:
    """Days on which somebody is away, both counted in (请假)."""

    id: int | None = None
    worker_id: int
    first: date
    last: date
    kind: LeaveKind = LeaveKind.PERSONAL
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Apart:
    """Two who must not be on the same shift, and why (不同班)."""

    id: int | None = None
    one_id: int
    other_id: int
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class WorkerFilter:
    """Which workers a list shows; `on` those who serve on a day."""

    kind: WorkerKind | None = None
    words: str = ""
    station_id: int | None = None
    team_id: int | None = None
    skill: str | None = None
    on: date | None = None


def away(leaves: Sequence[Leave], worker_id: int, day: date) -> Leave | None:
    """Return the leave that keeps somebody away on a day."""
    return next(
        (each for each in leaves if each.worker_id == worker_id and each.first <= day <= each.last),
        None,
    )
