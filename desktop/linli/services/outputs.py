"""What leaves the ledger on paper or in a file (打印、导出): recorded in one way.

The audit trail says what, how much, in full or masked and for what, and whether it came about.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from linli.domain.accounts import Right
from linli.errors import StorageProblem, UserError
from linli.progress import Cancelled
from linli.services.context import Context
from linli.storage import files

RESULT = "结果"


@contextmanager
def leaving(
    context: Context,
    action: str,
    subject: str,
    detail: Mapping[str, str] | None = None,
    *,
    reason: str | None = None,
) -> Iterator[None]:
    """Record what leaves in the block, and whether it did.

    Args:
        context: the ledger and who works with it.
        action: such as 「打印名册」; its first word says whether it is a print or an export.
        subject: what; it must not name a person.
        detail: how many people, lines or copies.
        reason: what its full numbers are for; None where they are masked, or there are none.

    Raises:
        NotAllowedError: full numbers are asked for without the right to see them.
    """
    said = dict(detail or {})
    if reason is not None:
        context.require(Right.REVEAL, "打印或导出完整号码")
        said |= {"号码": "完整", "用途": reason}
    try:
        yield
    except (UserError, Cancelled) as error:
        said[RESULT] = "中途取消" if isinstance(error, Cancelled) else "没有完成"
        with suppress(StorageProblem):  # what went wrong is told, not that it was not recorded
            _record(context, action, subject, said, succeeded=False)
        raise
    _record(context, action, subject, said)


class OutputService:
    """Hands finished PDFs to printers and files."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @contextmanager
    def sending(self, title: str, *, printer: str, copies: int = 1) -> Iterator[None]:
        """Record that a PDF goes to a printer in the block, and whether the printer took it.

        Args:
            title: what the print queue shows; it must not name a person.
            printer: its name.
            copies: how often the whole document is printed.
        """
        detail = {"打印机": printer, "份数": str(copies)}
        with leaving(self._context, "打印：交给打印机", title, detail):
            yield

    def save_pdf(self, content: bytes, path: Path, title: str) -> None:
        """Write a PDF where the clerk wants it.

        Args:
            content: the PDF's bytes.
            path: the file; it appears only when it is complete.
            title: what it is; it must not name a person.

        Raises:
            StorageProblem: the file cannot be written.
        """
        with leaving(self._context, "导出 PDF 文件", title):
            files.replace_file(path, content)

    def copied(self, rows: int) -> None:
        """Record that lines of people were put into the clipboard, numbers masked."""
        _record(self._context, "复制到剪贴板", f"居民 {rows} 人", {"号码": "遮盖"})


def _record(
    context: Context,
    action: str,
    subject: str,
    detail: Mapping[str, str],
    *,
    succeeded: bool = True,
) -> None:
    context.db.record_event(
        context.actor, context.clock(), action, subject, succeeded=succeeded, detail=detail
    )
