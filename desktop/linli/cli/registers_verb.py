"""Verbs of the registers: entitlements that are due, sums of party members, gaps."""

from argparse import Namespace

from linli.cli.access import opened
from linli.cli.output import say, write_json, write_table

_DUE = ("姓名", "待遇", "状态", "复核", "停发", "住址")
_KINDS = ("待遇", "项", "人", "元/月")
_GAPS = ("缺什么", "多少")


def entitlements(options: Namespace) -> int:
    """Count what is running by kind, or list what is to be reviewed or stopped soon."""
    return _due(options) if options.due is not None else _sums(options)


def party(options: Namespace) -> int:
    """Show the sums of the party members; they have to close."""
    from linli.domain.party_lists import belonging_equation, management_equation

    with opened(options) as services:
        sums = services.party.sums()
    if options.json:
        write_json(
            {
                "total": sums.total,
                "management": {key or "open": count for key, count in sums.management.items()},
                "belonging": {key or "open": count for key, count in sums.belonging.items()},
                "branches": {key or "": count for key, count in sums.branches.items()},
                "without_facts": sums.without_facts,
                "without_politics": sums.without_politics,
                "closes": sums.closes,
            }
        )
        return 0
    say(management_equation(sums))
    say(belonging_equation(sums))
    for branch, count in sums.branches.items():
        say(f"{branch or '没有登记支部'}：{count} 人")
    say(f"没有登记党员情况的党员 {sums.without_facts} 人")
    say(f"登记了党员情况、政治面貌不是党员的 {sums.without_politics} 人")
    return 0


def missing(options: Namespace) -> int:
    """Count the people, households and homes of which something is missing."""
    with opened(options) as services:
        counts = services.missing.counts()
    if options.json:
        write_json({gap.value: count for gap, count in counts.items()})
        return 0
    write_table(_GAPS, [(gap.label, f"{count:,} {gap.unit}") for gap, count in counts.items()])
    return 0


def _sums(options: Namespace) -> int:
    from linli.domain.codes import code_table
    from linli.domain.entitlements import EntitlementFilter
    from linli.domain.values.money import yuan

    table = code_table("entitlement")
    with opened(options) as services:
        sums = services.entitlements.sums(EntitlementFilter(running=True))
    if options.json:
        write_json(
            [
                {
                    "kind": each.kind_code,
                    "name": table.label(each.kind_code),
                    "count": each.count,
                    "people": each.people,
                    "fen_a_month": each.amount,
                }
                for each in sums
            ]
        )
    elif sums:
        lines = [
            (table.label(each.kind_code), str(each.count), str(each.people), yuan(each.amount))
            for each in sums
        ]
        write_table(_KINDS, lines)
    else:
        say("没有人在享受救助待遇。")
    return 0


def _due(options: Namespace) -> int:
    from linli.domain.codes import code_table
    from linli.domain.entitlements import STATE_LABELS, EntitlementFilter

    table = code_table("entitlement")
    with opened(options) as services:
        today = services.context.clock().date()
        items = services.entitlements.list_all(EntitlementFilter(due_within=options.due))
    if options.json:
        write_json(
            [
                {
                    "id": item.id,
                    "resident": item.person.id,
                    "name": item.person.name,
                    "kind": item.facts.kind_code,
                    "state": item.state_on(today),
                    "review_date": item.facts.review_date,
                    "until": item.facts.until,
                }
                for item in items
            ]
        )
    elif items:
        lines = [
            (
                item.person.name,
                table.label(item.facts.kind_code),
                STATE_LABELS[item.state_on(today)],
                str(item.facts.review_date or ""),
                str(item.facts.until or ""),
                item.person.address,
            )
            for item in items
        ]
        write_table(_DUE, lines)
    else:
        say(f"{options.due} 天内没有要复核或到期的救助待遇。")
    return 0
