"""Attendance and hours (签到、时长): what was really served, hand-overs, volunteers' certificates.

民政部令第67号《志愿服务记录与证明出具办法（试行）》, in force 2021-02-01: a record holds who, what
service, training, praise and evaluation; it is free, true and timely. Time is counted in hours
without the way there and back; here in whole quarters of an hour. A certificate says who
(姓名、证件、志愿者编号), hours and content, who issues it, who answers for it, who handled it and
how to reach them, its number and day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from linli.domain.workers import WorkerKind

QUARTER = 15
"""Minutes: the smallest time that is counted."""
_DAY = timedelta(days=1)


class Source(StrEnum):
    """What a record of service was made of."""

    ROSTER = "roster"
    EVENT = "event"
    HAND = "hand"


SOURCE = {Source.ROSTER: "值班表", Source.EVENT: "活动", Source.HAND: "手工登记"}


@dataclass(frozen=True, kw_only=True)
class ServiceDraft:
    """What somebody served on a day (服务记录).

    Attributes:
        worker_id: who.
        day: on which it began.
        begins, ends: both, or neither where only hours are known; an end that is not after the
            beginning is on the next day.
        quarters: of an hour, without the way and breaks; None: as long as from `begins` to `ends`.
        item: the service item (服务项目).
        content: what was done.
        station_id, place: where.
        source: what the record was made of.
        shift_id: of the roster, if it was a shift.
        event_id: the event, if it was made of the list of one.
        confirmed_by: who saw that it was so.
        note: anything else.
    """

    worker_id: int
    day: date
    begins: time | None = None
    ends: time | None = None
    quarters: int | None = None
    item: str | None = None
    content: str | None = None
    station_id: int | None = None
    place: str | None = None
    source: Source = Source.HAND
    shift_id: int | None = None
    event_id: int | None = None
    confirmed_by: str | None = None
    note: str | None = None

    @property
    def counted(self) -> int:
        """Quarters of an hour that count."""
        if self.quarters is not None:
            return self.quarters
        span = self.span
        return span_quarters(*span) if span else 0

    @property
    def span(self) -> tuple[datetime, datetime] | None:
        """Beginning and end as moments of one calendar, None where they are not known."""
        if self.begins is None or self.ends is None:
            return None
        start, end = datetime.combine(self.day, self.begins), datetime.combine(self.day, self.ends)
        return start, end if end > start else end + _DAY


@dataclass(frozen=True, kw_only=True)
class ServiceRecord:
    """A saved record; `worker`, `station` and `shift` are names."""

    id: int
    version: int
    facts: ServiceDraft
    worker: str
    kind: WorkerKind
    station: str | None = None
    shift: str | None = None

    @property
    def where(self) -> str:
        """Station and place."""
        return " ".join(filter(None, (self.station, self.facts.place)))

    @property
    def what(self) -> str:
        """The service item, else the shift, else what was done."""
        return self.facts.item or self.shift or self.facts.content or ""


@dataclass(frozen=True, kw_only=True)
class ServiceFilter:
    """Which records a list shows; both days are counted in."""

    first: date | None = None
    last: date | None = None
    worker_id: int | None = None
    kind: WorkerKind | None = None


@dataclass(frozen=True, kw_only=True)
class DutyLine:
    """Who is to be on a shift by the roster; `recorded` tells that the hours are entered."""

    day: date
    plan: str
    shift_id: int
    shift: str
    post: str
    begins: time
    ends: time
    worker_id: int
    worker: str
    station_id: int | None = None
    station: str | None = None
    recorded: bool = False

    def draft(self, confirmed_by: str) -> ServiceDraft:
        """Return the record of a shift that was served as planned."""
        return ServiceDraft(
            worker_id=self.worker_id,
            day=self.day,
            begins=self.begins,
            ends=self.ends,
            content=f"{self.plan} {self.shift}（{self.post}）",
            station_id=self.station_id,
            source=Source.ROSTER,
            shift_id=self.shift_id,
            confirmed_by=confirmed_by,
        )


class NoteKind(StrEnum):
    """What else is recorded of a volunteer."""

    TRAINING = "training"
    PRAISE = "praise"
    EVALUATION = "evaluation"


NOTE_KIND = {
    NoteKind.TRAINING: "培训",
    NoteKind.PRAISE: "表彰奖励",
    NoteKind.EVALUATION: "评价",
}


@dataclass(frozen=True, kw_only=True)
class VolunteerNote:
    """Training, praise or evaluation of a volunteer (培训、表彰、评价).

    `giver` is who trained, praised or evaluated; `quarters` of an hour are those of a training.
    `worker` is the name of a saved one.
    """

    id: int | None = None
    worker_id: int
    kind: NoteKind = NoteKind.TRAINING
    day: date
    content: str
    giver: str | None = None
    quarters: int | None = None
    worker: str = ""


@dataclass(frozen=True, kw_only=True)
class HandOver:
    """What one shift hands over to the next (交接班记录).

    Attributes:
        id, version: of a saved one.
        day, at: when.
        shift: which shift gives over.
        given_id, taken_id: by whom, to whom.
        happened: during the shift.
        left_open: what the next has to do; None if nothing is.
        settled_on: when that was done.
        given, taken: the names.
    """

    id: int | None = None
    version: int = 1
    day: date
    at: time
    shift: str
    given_id: int | None = None
    taken_id: int | None = None
    happened: str | None = None
    left_open: str | None = None
    settled_on: date | None = None
    given: str = ""
    taken: str = ""

    @property
    def is_open(self) -> bool:
        """Whether something still waits."""
        return self.left_open is not None and self.settled_on is None


@dataclass(frozen=True, kw_only=True)
class WorkerHours:
    """What somebody served in a span of days."""

    worker_id: int
    worker: str
    kind: WorkerKind
    times: int
    days: int
    quarters: int


@dataclass(frozen=True, kw_only=True)
class ItemHours:
    """How often and how long a service was done."""

    item: str
    times: int
    quarters: int


@dataclass(frozen=True, kw_only=True)
class CertificateDraft:
    """What a certificate (志愿服务记录证明) is asked for with.

    `manager` answers for it (负责人), `handler` made it (经办人), `contact` reaches them.
    """

    worker_id: int
    first: date
    last: date
    manager: str
    handler: str
    contact: str


@dataclass(frozen=True, kw_only=True)
class Certificate:
    """An issued certificate; its facts are those of the day on which it was issued.

    Attributes:
        id, version: of the record.
        year, sequence: its number.
        name, document_kind, document_number, volunteer_number: of the volunteer.
        asked: what it was asked for with.
        items: the services with their hours.
        issuer: who issues it.
        issued_on: when.
        reissued_on: when it was last printed anew under its number; None if it never was.
        reissues: how often.
    """

    id: int
    version: int
    year: int
    sequence: int
    name: str
    document_kind: str | None
    document_number: str | None
    volunteer_number: str | None
    asked: CertificateDraft
    items: tuple[ItemHours, ...]
    issuer: str
    issued_on: date
    reissued_on: date | None = None
    reissues: int = 0

    @property
    def number(self) -> str:
        """Its number, such as 〔2026〕志证字第3号."""
        return certificate_number(self.year, self.sequence)

    @property
    def quarters(self) -> int:
        """Quarters of an hour altogether."""
        return sum(each.quarters for each in self.items)


def certificate_number(year: int, sequence: int) -> str:
    """Return the number of a certificate."""
    return f"〔{year}〕志证字第{sequence}号"


def span_quarters(start: datetime, end: datetime) -> int:
    """Return the whole quarters of an hour between two moments."""
    return int((end - start).total_seconds()) // (QUARTER * 60)


def hours_text(quarters: int) -> str:
    """Return quarters of an hour as hours: 3.25."""
    return f"{quarters // 4:,}{('', '.25', '.5', '.75')[quarters % 4]}"


def sum_workers(records: Iterable[ServiceRecord]) -> list[WorkerHours]:
    """Return what each served, staff first, in the order in which they were entered."""
    order = list(WorkerKind)
    found: dict[int, list[ServiceRecord]] = {}
    for record in records:
        found.setdefault(record.facts.worker_id, []).append(record)
    sums = [
        WorkerHours(
            worker_id=worker_id,
            worker=own[0].worker,
            kind=own[0].kind,
            times=len(own),
            days=len({each.facts.day for each in own}),
            quarters=sum(each.facts.counted for each in own),
        )
        for worker_id, own in found.items()
    ]
    return sorted(sums, key=lambda each: (order.index(each.kind), each.worker_id))


def sum_items(records: Iterable[ServiceRecord]) -> tuple[ItemHours, ...]:
    """Return how often and how long each service was done, the longest first."""
    found: dict[str, list[int]] = {}
    for record in records:
        found.setdefault(record.what, []).append(record.facts.counted)
    sums = [ItemHours(item=k, times=len(v), quarters=sum(v)) for k, v in found.items()]
    return tuple(sorted(sums, key=lambda each: (-each.quarters, each.item)))
