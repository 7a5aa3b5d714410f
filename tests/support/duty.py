"""People on duty and a plan of a roster, all invented."""

from datetime import time

from linli.domain.rosters import DayKind, PlanDraft, ShiftKind
from linli.domain.workers import WorkerDraft

NAMES = ("王芳", "李明", "赵静", "马兰", "孙强")


def make_plan(services, names=NAMES):
    """Add people and a plan with 白班 (two on working days) and 夜班; return the plan."""
    ids = tuple(services.workers.add(WorkerDraft(name=name))[0] for name in names)
    day = ShiftKind(
        name="白班",
        begins=time(9),
        ends=time(17),
        needs={DayKind.WORKDAY: 2, DayKind.OFF: 1, DayKind.HOLIDAY: 1},
    )
    night = ShiftKind(
        name="夜班", begins=time(21), ends=time(9), needs=dict.fromkeys(DayKind, 1), is_night=True
    )
    draft = PlanDraft(name="大厅值班", shifts=(day, night), worker_ids=ids)
    plan_id, _ = services.rosters.save_plan(draft)
    return services.rosters.get_plan(plan_id)
