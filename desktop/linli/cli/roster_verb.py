"""`linli roster`: fill a month, print it, check it, who is on duty now."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

from linli.cli.access import UsageError, opened
from linli.cli.output import check_place, fail, progress, say, write_json, write_table
from linli.errors import UserError

if TYPE_CHECKING:
    from linli.domain.rosters import Cell, Conflict, Plan
    from linli.services.container import Services

_WAYS = (".pdf", ".xlsx")
_NOW = ("值班表", "班次", "姓名", "电话", "到几点")
_HOUR = 60  # minutes


def roster(options: Namespace) -> int:
    """Do one of the steps."""
    if options.step == "print":
        check_place(options.out)
        if options.out.suffix.lower() not in _WAYS:
            raise UsageError(f"“{options.out.name}”的后缀应是 .pdf 或 .xlsx。")
    with opened(options, "linli.services.rosters") as services:
        return _STEPS[options.step](services, options)


def _fill(services: "Services", options: Namespace) -> int:
    """Fill a month and say how fair it is and who is short."""
    from linli.domain.rosters import ConflictKind
    from linli.services.rosters import FILL_SECONDS

    plan = _plan(services, options)
    shown = progress()
    filled, _ = services.rosters.fill(
        plan.id, options.month, seconds=options.seconds or FILL_SECONDS, progress=shown
    )
    shown.report(1, 1)  # clears the line
    wrong = services.rosters.conflicts(plan.id, options.month)
    short = [each for each in wrong if each.kind is ConflictKind.SHORT]
    missing = sum(each.missing for each in short)
    hours = _hours(plan, filled.cells)
    if options.json:
        write_json(
            {
                "plan": plan.facts.name,
                "month": f"{options.month:%Y-%m}",
                "shifts": len(filled.cells),
                "missing": missing,
                "broken": len(wrong) - len(short),
                "proven": filled.proven,
                "distance": filled.distance,
                "stopped": filled.stopped,
                "seconds": round(filled.seconds, 2),
                "most_hours": max(hours.values(), default=0),
                "least_hours": min(hours.values(), default=0),
                "problems": [_facts(each) for each in wrong],
            }
        )
        return 0
    how = "已证明没有更好的排法" if filled.proven else f"离最好的排法最多差 {filled.distance:.1%}"
    say(f"「{_title(plan, options)}」排了 {len(filled.cells)} 人次，{how}。")
    if hours:
        most, least = max(hours.values()), min(hours.values())
        say(f"每人最多 {most:g} 小时，最少 {least:g} 小时。")
    for each in wrong:
        say(each.words)
    say(f"还缺 {missing} 人次。" if missing else "每一班都有人。")
    return 0


def _print(services: "Services", options: Namespace) -> int:
    """Write a month as a PDF for the wall, or as a workbook."""
    plan = _plan(services, options)
    papers, title = services.roster_papers, _title(plan, options)
    if options.out.suffix.lower() == _WAYS[0]:
        content = papers.wall(plan.id, options.month, small=options.a4)
        services.outputs.save_pdf(content, options.out, f"值班表 {title}")
    else:
        papers.workbook(plan.id, options.month, options.out)
    if options.json:
        write_json({"plan": plan.facts.name, "file": str(options.out)})
    else:
        say(f"「{title}」已存到「{options.out}」。")
    return 0


def _check(services: "Services", options: Namespace) -> int:
    """Say everything that is wrong with a month; 1 if anything is."""
    plan = _plan(services, options)
    wrong = services.rosters.conflicts(plan.id, options.month)
    noted = services.rosters.remarks(plan.id, options.month)
    month = services.rosters.month(plan.id, options.month)
    if options.json:
        write_json(
            {
                "plan": plan.facts.name,
                "month": f"{options.month:%Y-%m}",
                "ok": not wrong,
                "published": month.published_on is not None,
                "year_known": services.calendar.calendar().knows(options.month.year),
                "problems": [_facts(each) for each in wrong],
                "remarks": [_facts(each) for each in noted],
            }
        )
        return 1 if wrong else 0
    if not services.calendar.calendar().knows(options.month.year):
        year = options.month.year
        say(f"{year}年放假安排还没有公布，节假日只按法律写明的日子算；公布后请再检查一次。")
    for each in noted:
        say(f"提示：{each.words}")
    for each in wrong:
        fail(each.words)
    if wrong:
        fail(f"「{_title(plan, options)}」有 {len(wrong)} 处要处理。")
        return 1
    say(f"「{_title(plan, options)}」没有缺人，也没有不合规则的地方。")
    return 0


def _now(services: "Services", options: Namespace) -> int:
    """List who is on duty at this moment; phones as the role may see them."""
    found = services.rosters.on_duty()
    if options.json:
        write_json([asdict(each) for each in found])
    elif found:
        cells = [
            (each.plan, each.shift, each.name, each.phone, f"{each.ends:%m-%d %H:%M}")
            for each in found
        ]
        write_table(_NOW, cells)
    else:
        say("现在没有人值班。")
    return 0


def _plan(services: "Services", options: Namespace) -> "Plan":
    """Return the plan that was named, or the only one.

    Raises:
        UsageError: there are several and none was named, or none of that name.
        UserError: there is none at all.
    """
    plans = services.rosters.plans()
    if not plans:
        raise UserError("还没有值班表，请先在窗口的「援助站值班」里建一张。")
    names = "、".join(plan.facts.name for plan in plans)
    if options.plan is None and len(plans) > 1:
        raise UsageError(f"有几张值班表：{names}，请用 --plan 写明是哪张。")
    for plan in plans:
        if options.plan in (None, plan.facts.name):
            return plan
    raise UsageError(f"没有叫「{options.plan}」的值班表，现有：{names}。")


def _title(plan: "Plan", options: Namespace) -> str:
    from linli.domain.roster_papers import month_title

    return month_title(plan, options.month)


def _hours(plan: "Plan", cells: "tuple[Cell, ...]") -> dict[int, float]:
    """Return the hours of everybody who takes part."""
    hours = dict.fromkeys(plan.facts.worker_ids, 0.0)
    for cell in cells:
        minutes = plan.shift(cell.shift_id).minutes
        hours[cell.worker_id] = hours.get(cell.worker_id, 0.0) + minutes / _HOUR
    return hours


def _facts(conflict: "Conflict") -> dict[str, object]:
    return {
        "kind": conflict.kind.value,
        "day": conflict.day.isoformat(),
        "shift": conflict.shift_id,
        "worker": conflict.worker_id,
        "missing": conflict.missing,
        "words": conflict.words,
    }


_STEPS: Mapping[str, Callable[["Services", Namespace], int]] = {
    "fill": _fill,
    "print": _print,
    "check": _check,
    "now": _now,
}
