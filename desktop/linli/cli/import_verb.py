"""`linli import`: bringing in the ledgers that are there already."""

from argparse import Namespace
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from linli.cli.access import opened
from linli.cli.output import check_place, progress, say, write_json
from linli.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from linli.domain.imports import ImportOutcome, ImportPlan
    from linli.services.imports import ImportService, ImportSource

_SHOWN = 20  # differences that are listed on the screen


def import_(options: Namespace) -> int:
    """Bring in ledgers; every file is one undo step."""
    if options.report:
        check_place(options.report)
    with opened(options, "linli.services.imports") as services:
        files = [_opened_file(services.imports, path) for path in options.files]
        done = []
        for path, source, plan in files:
            if options.dry_run:
                outcome = services.imports.dry_run(source, plan, progress())
            else:
                outcome, _changes = services.imports.run(source, plan, progress=progress())
            report = _report_path(options.report, path, alone=len(files) == 1)
            if report:
                services.imports.write_report(outcome, source, report)
            done.append((outcome, report))
    if options.json:
        each = [{**_figures(outcome), **_details(outcome, report)} for outcome, report in done]
        write_json({**_summed([outcome for outcome, _ in done]), "files": each})
    else:
        for outcome, report in done:
            _say_imported(outcome, report, dry_run=options.dry_run)
    return 0


def _opened_file(imports: "ImportService", path: Path) -> "tuple[Path, ImportSource, ImportPlan]":
    """Read a file and find its ledgers: for all files before the first is entered.

    Raises:
        UserError: if it cannot be read or holds no ledger.
    """
    source = imports.open(path)
    plan = imports.plan(source)
    if not plan.included:
        raise UserError(
            f"「{path.name}」里没有认出台账，什么都没有录入。"
            "请确认表里有「姓名」「身份证号」等列名，或打开窗口导入并指定各列的内容。"
        )
    return path, source, plan


def _report_path(report: Path | None, source: Path, *, alone: bool) -> Path | None:
    """Return where a file's report goes: as named, or with the file's name where there are more."""
    if report is None or alone:
        return report
    return report.with_name(f"{report.stem}-{source.stem}{report.suffix}")


def _figures(outcome: "ImportOutcome") -> dict[str, int]:
    return {
        "rows": outcome.rows,
        "added": outcome.added,
        "joined": outcome.joined,
        "unmasked": outcome.unmasked,
        "set_aside": outcome.set_aside,
        "households": outcome.households,
        "new_households": outcome.new_households,
        "new_dwellings": outcome.new_dwellings,
        "rentals": outcome.rentals,
        "new_rentals": outcome.new_rentals,
        "rental_rooms": outcome.rooms,
        "rental_occupants": outcome.occupants,
        "differences": len(outcome.differences),
        "warnings": len(outcome.warnings),
        "skipped_lines": len(outcome.skipped),
    }


def _details(outcome: "ImportOutcome", report: Path | None) -> dict[str, object]:
    """Return what is said of one file; rows and cells are named, their contents are not."""
    return {
        "file": outcome.file_name,
        "reasons": outcome.reasons,
        "set_aside_rows": [
            {"sheet": row.at.sheet, "row": row.at.number, "reason": row.reason.value}
            for row in outcome.problems
        ],
        "differing_cells": [
            {"sheet": cell.at.sheet, "row": cell.at.number, "field": cell.field}
            for cell in outcome.differences
        ],
        "skipped_sheets": dict(outcome.skipped_sheets),
        "report": str(report) if report else None,
    }


def _summed(outcomes: "Sequence[ImportOutcome]") -> dict[str, object]:
    """Return the figures and reasons of all files together."""
    figures: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    for outcome in outcomes:
        figures.update(_figures(outcome))
        reasons.update(outcome.reasons)
    return {**figures, "reasons": dict(sorted(reasons.items()))}


def _say_imported(outcome: "ImportOutcome", report: Path | None, *, dry_run: bool) -> None:
    from linli.domain.imports import SET_ASIDE_LABELS, SetAsideReason

    how = "试算" if dry_run else "导入"
    say(
        f"{how}「{outcome.file_name}」：读到 {outcome.rows} 行，新增 {outcome.added}，"
        f"并入已有 {outcome.joined}，没有录入 {outcome.set_aside}。"
    )
    if outcome.unmasked:
        say(f"  号码遮盖过、按露出的几位对上台账的 {outcome.unmasked} 行，原有的号码没有动")
    for reason, count in outcome.reasons.items():
        say(f"  没有录入：{SET_ASIDE_LABELS[SetAsideReason(reason)]}，{count} 行")
    if outcome.differences:
        say(f"  与台账不同 {len(outcome.differences)} 处，保留了台账原有的内容：")
    for cell in outcome.differences[:_SHOWN]:
        say(f"    {cell.at.sheet} 第 {cell.at.number} 行 {cell.person} 的{cell.label}")
    if len(outcome.differences) > _SHOWN:
        say("    ……")
    for sheet, why in outcome.skipped_sheets.items():
        say(f"  没有读工作表「{sheet}」：{why}")
    if report:
        say(f"  导入的经过，以及没有录入的行和原因，已存到「{report}」。")
