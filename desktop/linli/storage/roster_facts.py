"""What filling and checking a month of a roster needs, gathered: people, absences, turns before."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from linli.domain.reception_rules import plan_days
from linli.domain.roster_openings import open_spans
from linli.domain.roster_problem import Attended, Busy, Need, Problem, Turns, needs_of, turns_of
from linli.domain.rosters import Cell, Plan, RosterMonth, ShiftKind, day_kinds, month_days
from linli.domain.workers import WorkerFilter
from linli.storage import calendars, receptions, roster_months, roster_plans, stations, workers

_DAY = timedelta(days=1)
_LOOK_BACK = 14
"""Days before a month that can count for rest, days in a row and the hours of a week."""


def load_problem(
    connection: Connection, plan: Plan, month: RosterMonth, kept: tuple[Cell, ...] = ()
) -> Problem:
    """Return the problem of a month.

    Args:
        connection: where.
        plan: with its shifts and people.
        month: which month.
        kept: cells of the month that stay as they are.
    """
    days = month_days(month.month)
    first, last = days[0], days[-1]
    taking = set(plan.facts.worker_ids)
    people = [each for each in workers.list_workers(connection) if each.id in taking]
    order = {worker_id: place for place, worker_id in enumerate(plan.facts.worker_ids)}
    people.sort(key=lambda each: order[each.id])
    cells = roster_months.list_cells(connection, first - _LOOK_BACK * _DAY, last + _DAY)
    elsewhere = list(_elsewhere(connection, plan, cells))
    early = _needs(connection, plan, first - _LOOK_BACK * _DAY, first - _DAY)
    by_key = {need.key: need for need in early}
    return Problem(
        needs=tuple(_needs(connection, plan, first, last)),
        workers=tuple(people),
        rules=plan.facts.rules,
        leaves=tuple(
            each
            for each in workers.list_leaves(connection, first, last)
            if each.worker_id in taking
        ),
        aparts=tuple(workers.list_aparts(connection)),
        wishes=month.wishes,
        kept=kept,
        before=tuple(
            (cell, by_key[cell.day, cell.shift_id])
            for plan_id, cell in cells
            if plan_id == plan.id and (cell.day, cell.shift_id) in by_key
        ),
        busy=tuple(
            Busy(worker_id=cell.worker_id, begins=span[0], ends=span[1])
            for cell, _, span in elsewhere
        ),
        turns=_turns(connection, plan, first),
        openings=tuple(
            open_spans(
                plan.facts,
                stations.list_stations(connection),
                day_kinds(days, calendars.get_calendar(connection)),
            )
        ),
        attended=tuple(
            Attended(station_id=shift.station_id, begins=span[0], ends=span[1])
            for _, shift, span in elsewhere
            if shift.station_id is not None
        ),
    )


def _needs(connection: Connection, plan: Plan, first: date, last: date) -> list[Need]:
    days = [first + step * _DAY for step in range((last - first).days + 1)]
    calendar = calendars.get_calendar(connection)
    received: frozenset[date] = frozenset()
    if plan.facts.reception_rule_id is not None:
        rule = receptions.get_rule(connection, plan.facts.reception_rule_id)
        changes = receptions.list_changes(connection, rule.id)
        # a day that was moved into the span may have been planned before it
        planned = plan_days(rule.facts, first - 31 * _DAY, last + 31 * _DAY, calendar, changes)
        received = frozenset(each.held_on for each in planned if each.held_on)
    return needs_of(plan.facts, days, day_kinds(days, calendar), received)


def _elsewhere(
    connection: Connection, plan: Plan, cells: list[tuple[int, Cell]]
) -> Iterator[tuple[Cell, ShiftKind, tuple[datetime, datetime]]]:
    """Yield the cells of other plans with their shifts and times."""
    shifts = {
        shift.id: shift
        for other in roster_plans.list_plans(connection)
        for shift in (*other.facts.shifts, *roster_plans.list_retired(connection, other.id))
    }
    for plan_id, cell in cells:
        shift: ShiftKind | None = shifts.get(cell.shift_id)
        if plan_id != plan.id and shift is not None:
            yield cell, shift, shift.span(cell.day)


def _turns(connection: Connection, plan: Plan, first: date) -> dict[int, Turns]:
    """Return what each did in the months that are balanced; who was not there all of them lacks.

    Who came later than the first of these days is not made to catch up.
    """
    months = plan.facts.rules.fair_months
    if not months:
        return {}
    year, month = divmod(first.year * 12 + first.month - 1 - months, 12)
    since = date(year, month + 1, 1)
    cells = [
        cell
        for plan_id, cell in roster_months.list_cells(connection, since, first - _DAY)
        if plan_id == plan.id
    ]
    if not cells:
        return {}
    needs = {need.key: need for need in _needs(connection, plan, since, first - _DAY)}
    done = turns_of(cells, needs)
    return {
        worker.id: done.get(worker.id, Turns())
        for worker in workers.list_workers(connection, WorkerFilter(on=since))
        if worker.id in plan.facts.worker_ids
    }
