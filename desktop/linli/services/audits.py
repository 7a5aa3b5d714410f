"""The audit trail as it is worked with (审计日志): list, filter, check, write out, print."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.audit import (
    AuditFilter,
    AuditHead,
    AuditKind,
    AuditReport,
    KnownHead,
    kind_name,
    read_head,
)
from linli.domain.history import AuditEvent, RecordChange
from linli.errors import UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.storage import audit, audit_heads, audit_lists, backup, files, history
from linli.storage.problems import file_problems
from linli.storage.readable_records import Records

if TYPE_CHECKING:
    from linli.printing.fonts import FontLibrary

MOST_PRINTED = 5_000
"""More lines than these are no list for paper (some 200 sheets)."""

_ON_PAPER = "您输入的链头"


class AuditService:
    """What an auditor does; everything but the warnings needs the right to it."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_ids(
        self,
        wanted: AuditFilter,
        limit: int | None = None,
        stop: Callable[[], bool] | None = None,
    ) -> Sequence[int]:
        """Return the numbers of the events that a filter finds, newest first.

        Args:
            wanted: the filter.
            limit: at most so many.
            stop: asked while searching; True breaks it off.

        Raises:
            NotAllowedError: the role may not read the trail.
            Cancelled: `stop` said so.
        """
        self._require("查看审计日志")
        with self._context.db.reading(stop) as connection:
            return audit_lists.list_ids(connection, wanted, limit)

    def rows(self, numbers: Sequence[int]) -> list[AuditEvent]:
        """Return events for the screen: records by name, details as spoken."""
        self._require("查看审计日志")
        with self._context.db.reading() as connection:
            records = Records(connection)
            return [records.event(e) for e in audit_lists.load_events(connection, numbers)]

    def changes(self, event: AuditEvent) -> list[RecordChange]:
        """Return what a step changed, field by field; [] of an event that changed nothing."""
        self._require("查看审计日志")
        if event.entry_id is None:
            return []
        with self._context.db.reading() as connection:
            return history.of_entry(connection, event.entry_id)

    def accounts(self) -> list[str]:
        """Return who ever did something."""
        self._require("查看审计日志")
        with self._context.db.reading() as connection:
            return audit_lists.accounts(connection)

    def head(self) -> AuditHead:
        """Return the end of the chain.

        Raises:
            UserError: there is no event yet.
        """
        self._require("查看审计日志")
        with self._context.db.reading() as connection:
            found = audit.head(connection)
        if found is None:
            raise UserError("还没有审计记录。")
        return found

    def verify(self, typed: Sequence[str] = ()) -> AuditReport:
        """Check the whole chain, and the heads kept beside the ledger, in backups and on paper.

        Args:
            typed: heads as they were printed.

        Raises:
            UserError: a typed head is none.
            StorageProblem: the ledger cannot be read.
        """
        self._require("核验审计日志")
        known = [KnownHead(head=read_head(text), where=_ON_PAPER) for text in typed]
        beside = audit_heads.load(self._context.db, self._context.data_dir.audit_head)
        known += [] if beside is None else [beside]
        known += [
            KnownHead(head=info.audit, where=f"{info.at:%Y-%m-%d %H:%M} 的备份")
            for info in backup.list_all(self._context.data_dir)
            if info.audit is not None and info.ledger in ("", self._context.db.identity())
        ]
        report = self._context.db.audit_report(known)
        self._record(
            "核验审计日志",
            f"审计记录 {report.events} 条",
            succeeded=not report.problems,
            detail={"问题": str(len(report.problems))},
        )
        return report

    def export(self, path: Path, wanted: AuditFilter, progress: Progress = SILENT) -> int:
        """Write events with their digests, oldest first, and return how many they are.

        Args:
            path: .xlsx, .csv or .jsonl; it appears only when it is complete.
            wanted: which events.
            progress: told the lines written.

        Raises:
            UserError: the file has another ending.
            StorageProblem: the file cannot be written; an old one is untouched.
            Cancelled: the clerk stopped it.
        """
        from linli.exchange.audit_files import write_events

        self._require("导出审计日志")
        path = Path(path)
        temporary = path.with_name(f"{path.name}.tmp")
        with self._context.db.reading() as connection:
            numbers = audit_lists.list_ids(connection, wanted)[::-1]
            lines = audit_lists.walk_events(connection, numbers)
            try:
                with file_problems(path):
                    digest = write_events(
                        temporary, path.suffix, lines, total=len(numbers), progress=progress
                    )
                files.rename(temporary, path)
            finally:
                with suppress(OSError):
                    temporary.unlink(missing_ok=True)
        self._record(
            "导出审计日志",
            f"审计记录 {len(numbers)} 条",
            detail={"条件": words_of(wanted), "文件校验码": digest},
        )
        return len(numbers)

    def list_sheet(self, wanted: AuditFilter, progress: Progress = SILENT) -> bytes:
        """Make the PDF of a list of events, newest first.

        Raises:
            UserError: there are none, or too many for paper.
            UnprintableTextError: no font here draws some character.
            Cancelled: the clerk stopped it.
        """
        from linli.printing.registers import A4_LANDSCAPE, render_register
        from linli.services.audit_sheets import register_of

        self._require("打印审计日志")
        numbers = self.list_ids(wanted)
        if len(numbers) > MOST_PRINTED:
            raise UserError(
                f"符合条件的有 {len(numbers)} 条，一次最多打印 {MOST_PRINTED} 条。"
                "请缩小时间范围，或改为导出。"
            )
        if not numbers:
            raise UserError("没有符合条件的审计记录，请换一个条件。")
        register = register_of(self.rows(numbers), words_of(wanted), self._context)
        printed = render_register(
            register, paper=A4_LANDSCAPE, progress=progress, library=self._library()
        )
        self._record(
            "打印审计日志",
            f"审计记录 {len(numbers)} 条",
            detail={"条件": words_of(wanted)},
        )
        return printed.content

    def head_sheet(self) -> bytes:
        """Make the PDF with the end of the chain, to be signed and locked away.

        It tells of the printing itself too, which is the last event on it.
        """
        from linli.printing.audit_head import audit_head_sheet
        from linli.services.audit_sheets import community_of

        self._require("打印审计链头")
        self._record("打印审计链头", "audit")
        return audit_head_sheet(
            self.head(),
            community=community_of(self._context),
            account=self._context.actor.name,
            made=self._context.clock(),
            library=self._library(),
        )

    def take_warnings(self) -> Iterator[str]:
        """Yield what the clerk must be told now: the clock was set back, an old ledger is here.

        Each is told once; the trail has it on record.
        """
        before = self._context.db.take_clock_warning()
        if before is not None:
            now = self._context.clock()
            yield (
                f"电脑的时间是 {now:%Y-%m-%d %H:%M}，比上一条记录的 {before:%Y-%m-%d %H:%M} 还早："
                "时间可能被调回去了。请核对电脑的日期和时间；这件事已记入审计日志。"
            )

    def check_head(self) -> str:
        """Compare the ledger with the head beside it; record and return what is wrong, "" if well.

        Quick enough for each start: it looks one event up.
        """
        known = audit_heads.load(self._context.db, self._context.data_dir.audit_head)
        if known is None:
            return ""
        with self._context.db.reading() as connection:
            problem = audit_heads.problem_of(connection, known)
        if problem:
            self._record("核验审计链头", "audit", succeeded=False, detail={"问题": problem})
            audit_heads.save(self._context.db, self._context.data_dir.audit_head)
        return problem

    def _library(self) -> "FontLibrary":
        from linli.services.fonts import library_of

        return library_of(self._context)

    def _require(self, what: str) -> None:
        self._context.require(Right.AUDIT, what)

    def _record(
        self,
        action: str,
        subject: str,
        *,
        succeeded: bool = True,
        detail: dict[str, str] | None = None,
    ) -> None:
        context = self._context
        context.db.record_event(
            context.actor, context.clock(), action, subject, succeeded=succeeded, detail=detail
        )


def words_of(wanted: AuditFilter) -> str:
    """Return a filter in words, for the trail and for paper."""
    kind = wanted.kind
    parts = (
        f"{wanted.since} 起" if wanted.since else "",
        f"到 {wanted.until}" if wanted.until else "",
        wanted.account and f"账号：{wanted.account}",
        f"类别：{kind_name(kind)}" if isinstance(kind, AuditKind) else "",
        "" if wanted.succeeded is None else ("成功" if wanted.succeeded else "没有成功"),
        wanted.subject and f"对象：{wanted.subject}",
        wanted.text and f"含“{wanted.text}”",
    )
    return "，".join(filter(None, parts)) or "全部"
