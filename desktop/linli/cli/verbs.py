"""What each verb does, and what it says about it."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

from linli.cli.access import UsageError, data_dir, opened, password
from linli.cli.cards_verb import cards
from linli.cli.doubles_verb import doubles
from linli.cli.import_verb import import_
from linli.cli.names_verb import check_names
from linli.cli.output import check_place, fail, progress, say, write_json, write_table
from linli.cli.paper_verb import calibrate
from linli.cli.run_verb import run

if TYPE_CHECKING:  # each verb imports what it needs, when it runs
    from linli.domain.residents import LedgerCounts, ResidentRow
    from linli.services.container import Services

_FOUND = ("姓名", "性别", "年龄", "证件", "电话", "住址", "网格")


def init(options: Namespace) -> int:
    """Found a ledger; hand out its recovery code."""
    from linli.services.ledger import confirm_recovery_code, create_ledger

    if options.recovery:
        check_place(options.recovery)
    folder = data_dir(options)
    created = create_ledger(
        folder,
        community=options.community,
        account=options.account,
        password=password(options, new=True),
    )
    context = created.context
    confirm_recovery_code(context)  # whoever types a verb reads what it says
    context.db.close()
    if options.recovery:
        from linli.printing.recovery import recovery_sheet
        from linli.storage.files import replace_file

        sheet = recovery_sheet(
            code=created.recovery_code,
            community=options.community,
            account=context.actor.name,
            made=context.clock().date(),
        )
        replace_file(options.recovery, sheet)
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

    with opened(options, "linli.services.sample") as services:
        shown = progress()
        services.sample.create(options.people or PEOPLE, shown)
        shown.report(1, 1)  # clears the line
        counts = services.residents.counts()
    if options.json:
        write_json(asdict(counts))
    else:
        say(f"已放入示例社区：{_counted(counts)}。")
    return 0


def find(options: Namespace) -> int:
    """List who fits a typed text; numbers are masked."""
    with opened(options, "linli.services.residents") as services:
        rows = services.residents.find(options.text, options.limit)
    if options.json:
        write_json([asdict(row) for row in rows])
    elif rows:
        write_table(_FOUND, [found_cells(row) for row in rows])
    else:
        say(f"没有找到「{options.text}」。")
    return 0


def list_(options: Namespace) -> int:
    """List the kept filters, or the people of one of them; numbers are masked."""
    with opened(options, "linli.services.filters") as services:
        if options.filter is None:
            return _list_filters(services, options)
        wanted = services.filters.find(options.filter)
        rows = services.residents.rows(services.residents.list_ids(wanted, limit=options.limit))
        words = services.filters.words(wanted)
    if options.json:
        write_json([asdict(row) for row in rows])
    elif rows:
        write_table(_FOUND, [found_cells(row) for row in rows])
    else:
        say(f"没有符合「{options.filter}」（{words}）的居民。")
    return 0


def _list_filters(services: "Services", options: Namespace) -> int:
    """List the kept filters with how many they find; of one that cannot be used, why."""
    filters = services.filters
    if options.limit is not None:
        raise UsageError("--limit 要和 --filter 一起写。")
    found = [
        {
            "name": kept.name,
            "words": kept.problem if kept.wanted is None else filters.words(kept.wanted),
            "people": None if kept.wanted is None else filters.count(kept.wanted).people,
        }
        for kept in filters.list_all()
    ]
    if options.json:
        write_json(found)
    elif found:
        cells = [(str(e["name"]), _people(e["people"]), str(e["words"])) for e in found]
        write_table(("名称", "人数", "条件"), cells)
    else:
        say("还没有常用筛选，请先在窗口里建一个。")
    return 0


def _people(count: object) -> str:
    return "不能用" if count is None else str(count)


def export(options: Namespace) -> int:
    """Write the register of residents."""
    from linli.domain.residents import ResidentFilter

    check_place(options.out)
    with opened(options, "linli.services.exports") as services:
        wanted = services.filters.find(options.filter) if options.filter else ResidentFilter()
        count = services.exports.residents(
            options.out,
            wanted,
            masked=options.reveal is None,
            reason=options.reveal,
            progress=progress(),
        )
    if options.json:
        write_json({"residents": count, "file": str(options.out)})
    else:
        say(f"已导出居民 {count} 人到「{options.out}」。")
    return 0


def verify(options: Namespace) -> int:
    """Check the ledger and count, or a backup; first make the index anew if asked."""
    if options.file:
        from linli.cli.backup_verb import verify_file

        return verify_file(options)
    from linli.services.ledger import rebuild_index
    from linli.services.ledger import verify as check

    with opened(options) as services:
        if options.rebuild_index:
            rebuild_index(services.context)
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


def _demo(options: Namespace) -> int:
    from linli.cli.demo import demo

    return demo(options)


def _entitlements(options: Namespace) -> int:
    from linli.cli.registers_verb import entitlements

    return entitlements(options)


def _party(options: Namespace) -> int:
    from linli.cli.registers_verb import party

    return party(options)


def _missing(options: Namespace) -> int:
    from linli.cli.registers_verb import missing

    return missing(options)


def _grids(options: Namespace) -> int:
    from linli.cli.grids_verb import grids

    return grids(options)


def _cases(options: Namespace) -> int:
    from linli.cli.cases_verb import cases

    return cases(options)


def _case_file(options: Namespace) -> int:
    from linli.cli.case_file_verb import case_file

    return case_file(options)


def _case_report(options: Namespace) -> int:
    from linli.cli.case_report_verb import case_report

    return case_report(options)


def _events(options: Namespace) -> int:
    from linli.cli.events_verb import events

    return events(options)


def _roster(options: Namespace) -> int:
    from linli.cli.roster_verb import roster

    return roster(options)


def _notice(options: Namespace) -> int:
    from linli.cli.notices_verb import notice

    return notice(options)


def _notices(options: Namespace) -> int:
    from linli.cli.notices_verb import notices

    return notices(options)


def _accounts(options: Namespace) -> int:
    from linli.cli.accounts_verb import accounts

    return accounts(options)


def _audit(options: Namespace) -> int:
    from linli.cli.audit_verb import audit

    return audit(options)


def _backup(options: Namespace) -> int:
    from linli.cli.backup_verb import backup

    return backup(options)


def _backups(options: Namespace) -> int:
    from linli.cli.backup_verb import backups

    return backups(options)


def _restore(options: Namespace) -> int:
    from linli.cli.backup_verb import restore

    return restore(options)


def _returned(options: Namespace) -> int:
    from linli.cli.returned_verb import returned

    return returned(options)


def _exchange(options: Namespace) -> int:
    from linli.cli.exchange_verb import exchange

    return exchange(options)


VERBS: Mapping[str, Callable[[Namespace], int]] = {
    "demo": _demo,
    "init": init,
    "sample": sample,
    "import": import_,
    "find": find,
    "list": list_,
    "doubles": doubles,
    "cards": cards,
    "run": run,
    "calibrate": calibrate,
    "check-names": check_names,
    "entitlements": _entitlements,
    "party": _party,
    "missing": _missing,
    "grids": _grids,
    "cases": _cases,
    "case-file": _case_file,
    "case-report": _case_report,
    "roster": _roster,
    "events": _events,
    "notice": _notice,
    "notices": _notices,
    "backup": _backup,
    "backups": _backups,
    "restore": _restore,
    "returned": _returned,
    "export": export,
    "verify": verify,
    "accounts": _accounts,
    "audit": _audit,
    "exchange": _exchange,
}
"""The verbs by name."""
