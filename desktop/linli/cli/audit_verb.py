"""Verbs of the audit trail: check it, write it out, show where it ends."""

from argparse import Namespace
from dataclasses import asdict

from linli.cli.access import opened
from linli.cli.output import check_place, fail, progress, say, write_json


def audit(options: Namespace) -> int:
    """Check the audit trail, write it out, or show its head."""
    return {"verify": _verify, "export": _export, "head": _head}[options.step](options)


def _verify(options: Namespace) -> int:
    """Check the chain, and heads kept in backups, beside the ledger and on paper; 1 if wrong."""
    with opened(options, "linli.services.audits") as services:
        report = services.audits.verify(options.head or ())
    if options.json:
        head = None if report.head is None else asdict(report.head) | {"text": report.head.text}
        write_json(
            {
                "ok": not report.problems,
                "events": report.events,
                "head": head,
                "problems": list(report.problems),
                "notes": list(report.notes),
            }
        )
    else:
        say(f"审计记录 {report.events} 条。")
        if report.head is not None:
            say(f"核验到的链头：{report.head.short}")
        for note in report.notes:
            say(note)
    if not report.problems:
        if not options.json:
            say("核验完毕，审计记录完整，没有被改动过。")
        return 0
    for problem in report.problems:
        fail(problem)
    return 1


def _export(options: Namespace) -> int:
    """Write the trail with its digests."""
    from linli.domain.audit import AuditFilter, read_kind

    check_place(options.out)
    wanted = AuditFilter(
        since=options.since,
        until=options.until,
        account=options.by or "",
        kind=read_kind(options.kind) if options.kind else None,
    )
    with opened(options, "linli.services.audits") as services:
        count = services.audits.export(options.out, wanted, progress())
    if options.json:
        write_json({"events": count, "file": str(options.out)})
    else:
        say(f"已导出审计记录 {count} 条到「{options.out}」。")
    return 0


def _head(options: Namespace) -> int:
    """Show the end of the chain, or write the sheet with it."""
    if options.out:
        check_place(options.out)
    with opened(options, "linli.services.audits") as services:
        if options.out:
            from linli.storage.files import replace_file

            replace_file(options.out, services.audits.head_sheet())
        head = services.audits.head()
    if options.json:
        write_json(asdict(head) | {"text": head.text})
    elif options.out:
        say(f"链头已存到「{options.out}」，请打印、签字后交给不管理台账的人保管。")
    else:
        say(head.text)
    return 0
