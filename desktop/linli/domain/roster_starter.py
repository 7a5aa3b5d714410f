"""The roster that a hall begins with (大厅值班): a leader, people at the windows, a night watch.

带班领导、值班员、夜间值班 as the notices on duty of holidays ask for; hours of the source hall.
"""

from collections.abc import Sequence
from datetime import time

from linli.domain.rosters import DayKind, PlanDraft, Post, ShiftKind
from linli.domain.staff import STARTER_STATIONS, Station
from linli.domain.workers import Worker, WorkerKind

PLAN_NAME = "大厅值班"
_HALL = STARTER_STATIONS[0]
_OPENS, _CLOSES = time(9, 30), time(20)
_OWN = "01"
"""Of employment.json: 在编."""
_MOST_AT_WINDOWS = 3
_PER_WINDOW = 4
"""So many people for each who is at a window at a time."""


def starter_plan(workers: Sequence[Worker], stations: Sequence[Station] = ()) -> PlanDraft:
    """Return a plan for the staff there are; shifts that nobody could take are left out.

    The shift by day is held at the hall, where that is one of the stations.
    """
    staff = [each for each in workers if each.facts.kind is WorkerKind.STAFF]
    own = [each for each in staff if each.facts.employment_code == _OWN]
    others = len(staff) - len(own)
    windows = max(1, min(_MOST_AT_WINDOWS, others // _PER_WINDOW))
    leader = ShiftKind(
        name="带班领导",
        post=Post.LEADER,
        begins=_OPENS,
        ends=_CLOSES,
        needs=dict.fromkeys(DayKind, 1),
        employments=frozenset({_OWN}),
    )
    day = ShiftKind(
        name="白班",
        station_id=next((each.id for each in stations if each.facts.name == _HALL), None),
        begins=_OPENS,
        ends=_CLOSES,
        needs={DayKind.WORKDAY: windows, DayKind.OFF: 1, DayKind.HOLIDAY: 1},
    )
    night = ShiftKind(
        name="夜间值班", begins=_CLOSES, ends=_OPENS, needs=dict.fromkeys(DayKind, 1), is_night=True
    )
    shifts = (leader, day, night) if own else (day, night)
    return PlanDraft(name=PLAN_NAME, shifts=shifts, worker_ids=tuple(each.id for each in staff))
