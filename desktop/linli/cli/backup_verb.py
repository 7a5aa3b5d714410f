"""Verbs of backups: make one, list them, go back to one, check a file."""

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from linli.cli.access import UsageError, data_dir, opened, password
from linli.cli.output import fail, progress, say, write_json, write_table
from linli.cli.parser import program
from linli.paths import DataDir

if TYPE_CHECKING:
    from linli.domain.backups import BackupInfo
    from linli.services.restores import Secret

_HEADS = ("时间", "原因", "谁做的", "居民", "大小", "状况", "文件")


def backup(options: Namespace) -> int:
    """Make a backup, and put a copy at the place that was named."""
    with opened(options, "linli.services.backups") as services:
        info = services.backups.make_at(options.to, progress()) if options.to else None
        if info is None:
            from linli.domain.backups import MANUAL

            info = services.backups.make_by_hand(MANUAL, progress())
    if options.json:
        write_json(_facts(info))
    else:
        say(f"备份完成，已经打开核对过，存于「{info.path}」。")
    return 0


def backups(options: Namespace) -> int:
    """List the backups on this machine, or in the folder that was named."""
    from linli.services import restores

    if options.folder:
        found = restores.list_in(options.folder)
    else:
        found = restores.list_backups(data_dir(options))
    if options.json:
        write_json([_facts(info) for info in found])
    elif found:
        write_table(_HEADS, [_cells(info) for info in found])
    else:
        say("还没有备份。")
    return 0


def restore(options: Namespace) -> int:
    """Go back to a backup, or unpack it into a new ledger of its own."""
    from linli.services import restores

    folder = DataDir(options.to) if options.to else data_dir(options)
    prepared = restores.prepare(folder, options.file, _secret(options), progress=progress())
    restores.switch(folder, prepared)
    if options.json:
        write_json(
            {
                "data_dir": str(folder.root),
                "backup": _facts(prepared.info),
                "counts": asdict(prepared.counts),
                "undo": prepared.plan.undo or None,
                "notes": list(prepared.notes),
                "returned": prepared.returned,
            }
        )
        return 0
    say(
        f"已恢复到 {prepared.info.at:%Y-%m-%d %H:%M} 的备份，居民 {prepared.counts.residents} 人，"
        f"台账在「{folder.root}」。"
    )
    for note in prepared.notes:
        say(note)
    if prepared.returned:
        say(f"再次删除他们：{program()} returned --erase")
    if prepared.plan.undo:
        say(f"恢复以前的台账存成了「{prepared.plan.undo}」，想回去就再恢复它。")
    return 0


def verify_file(options: Namespace) -> int:
    """Check a backup completely, without restoring it; 1 if something is wrong."""
    from linli.services import restores

    report = restores.check_file(options.file, _secret(options), progress=progress())
    if options.json:
        problems = list(report.problems)
        write_json({"ok": not problems, "problems": problems, "counts": asdict(report.counts)})
    elif not report.problems:
        say(f"检查完毕，备份完好，里面有居民 {report.counts.residents} 人。")
    for problem in report.problems if not options.json else ():
        fail(problem)
    return 1 if report.problems else 0


def _secret(options: Namespace) -> "Secret":
    """Return what opens the backup: the password of an account then, or the recovery code."""
    from linli.services.restores import Secret, accounts_in

    names = accounts_in(Path(options.file))
    if not options.account and len(names) > 1:
        raise UsageError(f"备份里有几个账号：{'、'.join(names)}，请用 --account 写明是谁。")
    account = str(options.account or names[0])
    return Secret(account=account, text=password(options), is_code=options.code)


def _cells(info: "BackupInfo") -> tuple[str, ...]:
    return (
        f"{info.at:%Y-%m-%d %H:%M}",
        info.reason or "—",
        info.account or "—",
        "—" if info.counts is None else str(info.counts.residents),
        f"{info.size / 1_000_000:.1f} MB",
        "完好" if info.is_good else "已损坏" if info.problem else "没有核对",
        str(info.path),
    )


def _facts(info: "BackupInfo") -> dict[str, object]:
    return {
        "file": str(info.path),
        "at": info.at.isoformat(),
        "reason": info.reason,
        "account": info.account,
        "serial": info.serial,
        "size": info.size,
        "counts": None if info.counts is None else asdict(info.counts),
        "audit_head": None if info.audit is None else info.audit.text,
        "good": info.is_good,
        "problem": info.problem,
    }
