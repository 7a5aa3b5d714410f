"""`linli events`: the events of a month or all, with how many came."""

from argparse import Namespace
from typing import TYPE_CHECKING

from linli.cli.access import opened
from linli.cli.output import say, write_json, write_table

if TYPE_CHECKING:
    from linli.domain.events import Event

_HEADS = ("时间", "活动", "类别", "地点", "组织者", "情况", "人次")


def events(options: Namespace) -> int:
    """List the events, the last first, and say the sums of what was held."""
    from linli.domain.event_lists import sums_text
    from linli.domain.events import EventFilter, sums_of
    from linli.domain.rosters import month_days

    days = month_days(options.month) if options.month else None
    wanted = EventFilter(
        first=days[0] if days else None, last=days[-1] if days else None, text=options.words or None
    )
    with opened(options, "linli.services.events") as services:
        found = services.events.list_(wanted)
    if options.json:
        write_json([_facts(event) for event in found])
    elif found:
        write_table(_HEADS, [_cells(event) for event in found])
        said = sums_text(sums_of(found))
        say(f"共 {len(found)} 次{f'，已举办 {said}' if said else ''}。")
    else:
        say("没有这样的活动。")
    return 0


def _cells(event: "Event") -> tuple[str, ...]:
    from linli.domain.codes import code_table
    from linli.domain.event_lists import day_text
    from linli.domain.events import EVENT_STATE, EVENT_TABLE

    return (
        day_text(event),
        event.facts.title,
        code_table(EVENT_TABLE).label(event.facts.kind_code),
        event.where,
        event.who,
        EVENT_STATE[event.state],
        str(event.outcome.headcount) if event.outcome else "",
    )


def _facts(event: "Event") -> dict[str, object]:
    facts, outcome = event.facts, event.outcome
    return {
        "id": event.id,
        "kind": facts.kind_code,
        "title": facts.title,
        "begins": facts.begins.isoformat(),
        "ends": facts.ends.isoformat(),
        "where": event.where,
        "who": event.who,
        "state": event.state.value,
        "listed": event.listed,
        "present": event.present,
        "headcount": outcome.headcount if outcome else None,
        "materials": outcome.materials if outcome else None,
    }
