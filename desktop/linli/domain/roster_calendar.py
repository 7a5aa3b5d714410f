"""A person's shifts for the calendar of a phone (日历): one entry a shift, nobody else's.

An entry keeps its name however often the file is written, so that a phone brings it up to date
instead of showing it twice; a shift that was given away is called off.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import NAMESPACE_URL, uuid5

from linli.domain.roster_papers import turns_by_worker
from linli.domain.rosters import ChangeKind, Plan, RosterMonth, ShiftKind


@dataclass(frozen=True, kw_only=True)
class CalendarEntry:
    """A shift in a calendar.

    Attributes:
        uid: the same for the same person, shift and day of a hall.
        begins, ends: local time.
        title, place: what and where.
        sequence: counts on with each change of the month.
        firm: the roster is published.
        gone: the shift was given away.
    """

    uid: str
    begins: datetime
    ends: datetime
    title: str
    place: str = ""
    sequence: int = 0
    firm: bool = True
    gone: bool = False


def calendar_entries(
    plan: Plan,
    month: RosterMonth,
    worker_id: int,
    *,
    hall: str,
    place: str = "",
    stations: Mapping[int, str] | None = None,
) -> list[CalendarEntry]:
    """Return the shifts of one person in the order of time, those given away among them.

    Args:
        plan: with its shifts.
        month: with its cells and changes.
        worker_id: whose.
        hall: sets the entries of two halls apart.
        place: where shifts without a station are.
        stations: names of stations.
    """

    def entry(day: date, shift: ShiftKind, *, gone: bool = False) -> CalendarEntry:
        begins, ends = shift.span(day)
        key = f"linli/{hall}/{plan.id}/{shift.id}/{day.isoformat()}/{worker_id}"
        return CalendarEntry(
            uid=str(uuid5(NAMESPACE_URL, key)),
            begins=begins,
            ends=ends,
            title=f"{plan.facts.name} {shift.name}",
            place=(stations or {}).get(shift.station_id or 0, place),
            sequence=month.version,
            firm=month.published_on is not None,
            gone=gone,
        )

    turns = turns_by_worker(plan, month).get(worker_id, ())
    held = {(turn.day, turn.shift.id) for turn in turns}
    found = [entry(turn.day, turn.shift) for turn in turns]
    left = dict.fromkeys(_left(month, worker_id))
    found += [
        entry(day, plan.shift(shift_id), gone=True)
        for day, shift_id in left
        if (day, shift_id) not in held
    ]
    return sorted(found, key=lambda each: (each.begins, each.ends, each.uid))


def _left(month: RosterMonth, worker_id: int) -> list[tuple[date, int]]:
    """Return the shifts that somebody gave away since the month was published."""
    found = []
    for change in month.changes:
        if change.leaves_id == worker_id:
            found.append((change.day, change.shift_id))
        swapped = change.kind is ChangeKind.SWAP and change.comes_id == worker_id
        if swapped and change.other_day and change.other_shift_id:
            found.append((change.other_day, change.other_shift_id))
    return found
