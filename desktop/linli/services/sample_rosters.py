"""The sample community's roster: the hall's plan over its staff, this month filled, published."""

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linli.storage.database import Writing


def add_rosters(work: "Writing", account: str, today: date) -> None:
    """Add the hall's plan with this month; nothing where nobody can be on duty.

    Filled shift by shift, not solved: a sample is to be there at once.

    Args:
        work: the transaction; people on duty are in it already.
        account: who published the month.
        today: its month is filled.
    """
    from linli.domain.roster_greedy import greedy
    from linli.domain.roster_starter import starter_plan
    from linli.domain.workers import WorkerFilter, WorkerKind
    from linli.storage import roster_facts, roster_months, roster_plans, stations, workers

    staff = workers.list_workers(work.connection, WorkerFilter(kind=WorkerKind.STAFF))
    if not staff:
        return
    starter = starter_plan(staff, stations.list_stations(work.connection))
    plan_id = roster_plans.save_plan(work.session, None, starter)
    plan = roster_plans.get_plan(work.connection, plan_id)
    blank = roster_months.get_month(work.connection, plan_id, today)
    problem = roster_facts.load_problem(work.connection, plan, blank)
    record = roster_months.month_record(work.session, plan_id, today, 1)
    roster_months.save_cells(work.session, record, greedy(problem))
    record.published_on = today.replace(day=1).isoformat()
    record.published_by = account
    work.session.flush()
