"""Lists (名册) that leave the ledger: on paper or as a workbook, and recorded."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from linli.domain.paper import A4
from linli.domain.registers import Register
from linli.errors import UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.storage import files, settings
from linli.storage.problems import file_problems


class RegisterService:
    """Prints and writes lists that another service has made."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def pdf(
        self,
        register: Register,
        *,
        across: bool = False,
        reason: str | None = None,
        progress: Progress = SILENT,
    ) -> bytes:
        """Make the PDF of a list on A4.

        Args:
            register: what to print; the community and who prints it when are added.
            across: lay the paper across (横向).
            reason: why it names full numbers; None where they are masked, or there are none.
            progress: told after each page.

        Raises:
            UserError: nothing is on the list.
            UnprintableTextError: no font here draws some character.
            Cancelled: the clerk stopped it.
        """
        from linli.printing.registers import A4_LANDSCAPE, render_register

        made = self._context.clock()
        with self._context.db.reading() as connection:
            community = settings.get_hall(connection).community
        count = _rows(register)
        signed = replace(
            register,
            subtitle="　".join(filter(None, (community, register.subtitle))),
            printed=f"打印人：{self._context.actor.name}　"
            f"打印时间：{made.year}年{made.month}月{made.day}日 {made:%H:%M}",
        )
        paper = A4_LANDSCAPE if across else A4
        library = library_of(self._context)
        printed = render_register(signed, paper=paper, progress=progress, library=library)
        self._record("打印名册", register.title, count, reason)
        return printed.content

    def workbook(self, register: Register, path: Path, *, reason: str | None = None) -> int:
        """Write a list as .xlsx and return its lines.

        Args:
            register: what to write.
            path: the file; it appears only when it is complete.
            reason: why it names full numbers; None where they are masked, or there are none.

        Raises:
            UserError: nothing is on the list.
            StorageProblem: the file cannot be written; an old one is untouched.
        """
        from linli.exchange.register_workbook import write_register

        count = _rows(register)
        temporary = path.with_name(f"{path.name}.tmp")
        try:
            with file_problems(path):
                write_register(temporary, register)
            files.rename(temporary, path)
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        self._record("导出名册", register.title, count, reason)
        return count

    def _record(self, action: str, title: str, count: int, reason: str | None) -> None:
        detail = {"行数": str(count)} | ({"号码": "完整", "用途": reason} if reason else {})
        self._context.db.record_event(
            self._context.actor, self._context.clock(), action, title, detail=detail
        )


def _rows(register: Register) -> int:
    count = sum(len(group.rows) for group in register.groups)
    if not count:
        raise UserError(f"“{register.title}”是空的，没有可打印或导出的内容，请换一个条件。")
    return count
