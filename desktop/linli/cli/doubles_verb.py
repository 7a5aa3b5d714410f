"""`linli doubles`: who may be in the ledger twice."""

from argparse import Namespace
from typing import TYPE_CHECKING

from linli.cli.access import opened
from linli.cli.output import progress, say, write_json, write_table

if TYPE_CHECKING:
    from linli.domain.doubles import Double
    from linli.domain.residents import ResidentRow

_HEADS = ("把握", "第一条", "第二条", "原因")


def doubles(options: Namespace) -> int:
    """List pairs to compare, numbers masked."""
    with opened(options) as services:
        page = services.doubles.candidates(limit=options.limit, progress=progress())
    if options.json:
        pairs = [_facts(double) for double in page.doubles]
        write_json({"doubles": pairs, "more": page.more})
        return 0
    if not page.doubles:
        say("没有发现可能重复的人。")
        return 0
    write_table(_HEADS, [_cells(double) for double in page.doubles])
    more = "，还有更多" if page.more else ""
    say(f"共 {len(page.doubles)} 对可能是同一人{more}。请打开窗口，在菜单里点“重复人员”逐对比对。")
    return 0


def _cells(double: "Double") -> tuple[str, ...]:
    from linli.domain.doubles import LIKELIHOOD

    verdict = double.verdict
    likelihood = LIKELIHOOD[verdict.likelihood]
    return (likelihood, _person(double.first), _person(double.second), "、".join(verdict.words))


def _person(row: "ResidentRow") -> str:
    return " ".join(filter(None, (row.name, row.birth, row.document or row.phone, row.address)))


def _facts(double: "Double") -> dict[str, object]:
    from dataclasses import asdict

    verdict = double.verdict
    return {
        "first": asdict(double.first),
        "second": asdict(double.second),
        "reasons": sorted(reason.value for reason in verdict.reasons),
        "words": list(verdict.words),
        "likelihood": verdict.likelihood.name.lower(),
    }
