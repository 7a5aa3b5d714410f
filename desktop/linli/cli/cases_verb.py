"""`linli cases`: the mediation cases, those in hand or of a year."""

from argparse import Namespace
from datetime import date
from typing import TYPE_CHECKING

from linli.cli.access import UsageError, opened
from linli.cli.output import say, write_json, write_table

if TYPE_CHECKING:
    from linli.domain.cases import CaseRow

_HEADS = ("编号", "纠纷名称", "当事人", "类型", "受理日期", "调解员", "进度", "层级")


def cases(options: Namespace) -> int:
    """List the cases, the last first."""
    from linli.domain.cases import CaseFilter

    since, until = _year(options.year)
    with opened(options, "linli.services.cases") as services:
        wanted = CaseFilter(
            words=options.words,
            is_open=True if options.open else None,
            since=since,
            until=until,
        )
        rows = services.cases.list_rows(wanted)
    if options.json:
        write_json([_facts(row) for row in rows])
    elif rows:
        write_table(_HEADS, [_cells(row) for row in rows])
        say(f"共 {len(rows)} 件。")
    else:
        say("没有这样的矛盾纠纷。")
    return 0


def _year(year: int | None) -> tuple[date | None, date | None]:
    """Return the first and last day of a year.

    Raises:
        UsageError: there is no such year.
    """
    if year is None:
        return None, None
    if not date.min.year <= year <= date.max.year:
        raise UsageError(f"年份「{year}」不对，请写四位数，如 2026。")
    return date(year, 1, 1), date(year, 12, 31)


def _cells(row: "CaseRow") -> tuple[str, ...]:
    from linli.domain.case_flow import STAGE
    from linli.domain.cases import DISPUTE_TABLE, LEVEL
    from linli.domain.codes import code_table

    return (
        row.number,
        row.title,
        "、".join(row.parties),
        code_table(DISPUTE_TABLE).label(row.kind_code),
        row.opened_on.isoformat(),
        row.mediator,
        STAGE[row.stage],
        LEVEL[row.level],
    )


def _facts(row: "CaseRow") -> dict[str, object]:
    """Return a line for another program: codes and stages as the program keeps them."""
    return {
        "id": row.id,
        "number": row.number or None,
        "title": row.title,
        "parties": list(row.parties),
        "kind": row.kind_code,
        "stage": row.stage.value,
        "level": row.level.value,
        "away": row.away,
        "risk": row.has_risk,
        "grid": row.grid,
        "mediator": row.mediator,
        "opened_on": row.opened_on.isoformat(),
        "since": row.since.isoformat(),
        "amount_fen": row.amount,
    }
