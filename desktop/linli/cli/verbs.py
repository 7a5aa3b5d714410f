"""What each verb does, and what it says about it."""

from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from linli.cli.access import UsageError, data_dir, opened, password
from linli.cli.output import fail, progress, say, write_json, write_table
from linli.errors import UserError

if TYPE_CHECKING:  # each verb imports what it needs, when it runs
    from linli.domain.cards import CardKind, MissingCharacter
    from linli.domain.imports import ImportOutcome
    from linli.domain.residents import LedgerCounts, ResidentRow
    from linli.services.cards import CardService
    from linli.services.container import Services

_FOUND = ("姓名", "性别", "年龄", "证件", "电话", "住址", "网格")


def init(options: Namespace) -> int:
    """Found a ledger; hand out its recovery code."""
    from linli.services.ledger import create_ledger

    folder = data_dir(options)
    created = create_ledger(
        folder,
        community=options.community,
        account=options.account,
        password=password(options, new=True),
    )
    context = created.context
    context.db.close()
    if options.recovery:
        from linli.printing.recovery import recovery_sheet

        sheet = recovery_sheet(
            code=created.recovery_code,
            community=options.community,
            account=context.actor.name,
            made=context.clock().date(),
        )
        save(options.recovery, sheet)
    if options.json:
        write_json({"data_dir": str(folder.root), "recovery_code": created.recovery_code})
        return 0
    say(f"已建立「{options.community}」的台账，存放在「{folder.root}」。")
    if options.recovery:
        say(f"恢复码已存到「{options.recovery}」，请打印后锁好，再删除这个文件。")
    else:
        say(f"恢复码（请抄下锁好，忘记密码时只有它能打开台账）：\n{created.recovery_code}")
    return 0


def sample(options: Namespace) -> int:
    """Fill an empty ledger with the fictitious community."""
    from linli.services.sample import PEOPLE

    with opened(options) as services:
        services.sample.create(options.people or PEOPLE, progress())
        counts = services.residents.counts()
    if options.json:
        write_json(asdict(counts))
    else:
        say(f"已放入示例社区：{_counted(counts)}。")
    return 0


def import_(options: Namespace) -> int:
    """Bring in ledgers; every file is one undo step."""
    with opened(options) as services:
        imports = services.imports
        # All are read before the first is entered, so that a broken one stops nothing halfway.
        sources = [(path, imports.open(path)) for path in options.files]
        outcomes = []
        for path, source in sources:
            plan = imports.plan(source)
            if not plan.included:
                raise UserError(f"「{path.name}」里没有认出台账，请打开窗口导入并指定各列的内容。")
            if options.dry_run:
                outcome = imports.dry_run(source, plan, progress())
            else:
                outcome, _changes = imports.run(source, plan, {}, progress())
            outcomes.append(outcome)
            if options.report:
                report = _report_path(options.report, path, alone=len(sources) == 1)
                imports.write_report(outcome, source, report)
    if options.json:
        write_json({**_summed(outcomes), "files": [_imported(outcome) for outcome in outcomes]})
    else:
        for outcome in outcomes:
            _say_imported(outcome, dry_run=options.dry_run)
    return 0


def find(options: Namespace) -> int:
    """List who fits a typed text; numbers are masked."""
    with opened(options) as services:
        rows = services.residents.find(options.text, options.limit)
    if options.json:
        write_json([asdict(row) for row in rows])
    elif rows:
        write_table(_FOUND, [found_cells(row) for row in rows])
    else:
        say(f"没有找到「{options.text}」。")
    return 0


def cards(options: Namespace) -> int:
    """Print contact cards and record that they were issued."""
    from linli.domain.cards import CardLayout, CardUnit, MissingCharacterError

    unit = CardUnit(options.per or ("person" if options.find else "household"))
    with opened(options) as services:
        kind = _kind(services.cards, options.kind)
        ids = _asked_for(services, options)
        try:
            batch = services.cards.prepare(ids, kind.id, unit)
            printed, _changes = services.cards.issue(batch, CardLayout(options.layout))
        except MissingCharacterError as error:
            if options.json:
                write_json({"cards": 0, "pages": 0, "missing": _missing(error.missing)})
            raise
        save(options.out, printed.content)
    numbers = [card.facts.number for card in batch.cards]
    if options.json:
        write_json(
            {"cards": printed.cards, "pages": printed.pages, "missing": [], "numbers": numbers}
        )
    else:
        say(
            f"已打印{kind.title} {printed.cards} 张，共 {printed.pages} 页，存到「{options.out}」。"
        )
    return 0


def export(options: Namespace) -> int:
    """Write the register of residents."""
    from linli.domain.residents import ResidentFilter

    with opened(options) as services:
        services.exports.residents(
            options.out,
            ResidentFilter(),
            masked=options.reveal is None,
            reason=options.reveal,
            progress=progress(),
        )
        counts = services.residents.counts()
    if options.json:
        write_json({"residents": counts.residents, "file": str(options.out)})
    else:
        say(f"已导出居民 {counts.residents} 人到「{options.out}」。")
    return 0


def verify(options: Namespace) -> int:
    """Check the ledger and count."""
    from linli.services.ledger import verify as check

    with opened(options) as services:
        report = check(services.context)
    if options.json:
        problems = list(report.problems)
        write_json({"ok": not problems, "problems": problems, "counts": asdict(report.counts)})
    else:
        say(f"台账里有{_counted(report.counts)}。")
    if not report.problems:
        if not options.json:
            say("检查完毕，台账完好。")
        return 0
    for problem in report.problems:
        fail(problem)
    return 1


def save(path: Path, content: bytes) -> None:
    """Write a document for the user.

    Raises:
        StorageProblem: if it cannot be written.
    """
    from linli.storage.files import replace_file

    replace_file(path, content)


def found_cells(row: "ResidentRow") -> tuple[str, ...]:
    """Return the cells of a found resident, under the heads of the list."""
    age = "" if row.age is None else str(row.age)
    return (row.name, row.sex, age, row.document, row.phone, row.address, row.grid)


def _counted(counts: "LedgerCounts") -> str:
    return (
        f"居民 {counts.residents} 人、{counts.households} 户、住所 {counts.dwellings} 处、"
        f"网格 {counts.grids} 个、流动人口 {counts.floating} 人、出租房屋 {counts.rentals} 户"
        f" {counts.rental_rooms} 间 {counts.rental_occupants} 人、联系卡 {counts.cards} 张"
    )


def _report_path(report: Path, source: Path, *, alone: bool) -> Path:
    """Return where a file's report goes: as named, or with the file's name where there are more."""
    return report if alone else report.with_name(f"{report.stem}-{source.stem}{report.suffix}")


def _imported(outcome: "ImportOutcome") -> dict[str, object]:
    return {
        "file": outcome.file_name,
        "rows": outcome.rows,
        "added": outcome.added,
        "joined": outcome.joined,
        "set_aside": outcome.set_aside,
        "reasons": outcome.reasons,
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
        "skipped_sheets": dict(outcome.skipped_sheets),
    }


def _summed(outcomes: "Iterable[ImportOutcome]") -> dict[str, object]:
    """Return the sums over all files of whatever is a figure."""
    sums: dict[str, int] = {}
    reasons: dict[str, int] = {}
    for outcome in outcomes:
        for name, value in _imported(outcome).items():
            if isinstance(value, int):
                sums[name] = sums.get(name, 0) + value
        for reason, count in outcome.reasons.items():
            reasons[reason] = reasons.get(reason, 0) + count
    return {**sums, "reasons": dict(sorted(reasons.items()))}


def _say_imported(outcome: "ImportOutcome", *, dry_run: bool) -> None:
    from linli.domain.imports import SET_ASIDE_LABELS, SetAsideReason

    how = "试算" if dry_run else "导入"
    say(
        f"{how}「{outcome.file_name}」：读到 {outcome.rows} 行，新增 {outcome.added}，"
        f"并入已有 {outcome.joined}，没有录入 {outcome.set_aside}。"
    )
    for reason, count in outcome.reasons.items():
        say(f"  没有录入：{SET_ASIDE_LABELS[SetAsideReason(reason)]} {count} 行")
    if outcome.differences:
        say(f"  与台账不同 {len(outcome.differences)} 处，保留了台账原有的内容。")
    for sheet, why in outcome.skipped_sheets.items():
        say(f"  没有读工作表「{sheet}」：{why}")


def _kind(service: "CardService", name: str | None) -> "CardKind":
    kinds = service.kinds()
    for kind in kinds:
        if name in (None, kind.id, kind.title):
            return kind
    known = "、".join(f"{kind.id}（{kind.title}）" for kind in kinds)
    raise UsageError(f"没有「{name}」这种卡，可以写：{known}。")


def _asked_for(services: "Services", options: Namespace) -> list[int]:
    """Return the residents whose cards are wanted.

    Raises:
        UserError: if there is nobody.
    """
    from linli.domain.residents import ResidentFilter

    if options.find:
        ids = services.residents.find_ids(options.find)
    elif options.grid:
        ids = list(services.cards.ids_for_grid(_grid(services, options.grid)))
    else:
        ids = list(services.residents.list_ids(ResidentFilter()))
    if not ids:
        raise UserError("没有找到要打印联系卡的居民，请换一个查找内容或网格。")
    return ids


def _grid(services: "Services", name: str) -> int:
    grids = services.grids.list_all()
    for grid in grids:
        if name in (grid.facts.number, grid.facts.name):
            return grid.id
    known = "、".join(grid.facts.name for grid in grids) or "还没有网格"
    raise UserError(f"没有「{name}」这个网格，现有：{known}。")


def _missing(missing: "Iterable[MissingCharacter]") -> list[dict[str, str]]:
    return [
        {"character": m.character, "code_point": m.code_point, "field": m.field, "holder": m.holder}
        for m in missing
    ]


def _demo(options: Namespace) -> int:
    from linli.cli.demo import demo

    return demo(options)


VERBS: Mapping[str, Callable[[Namespace], int]] = {
    "demo": _demo,
    "init": init,
    "sample": sample,
    "import": import_,
    "find": find,
    "cards": cards,
    "export": export,
    "verify": verify,
}
"""The verbs by name."""
