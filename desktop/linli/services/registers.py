"""Lists (名册) that leave the ledger: on paper or as a workbook, and recorded."""

from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from pathlib import Path

from linli.domain.accounts import Right
from linli.domain.paper import A4
from linli.domain.registers import Register
from linli.errors import UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.outputs import leaving
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
        self._context.require(Right.PRINT, "打印名册")
        from linli.printing.foot import printed_by
        from linli.printing.registers import A4_LANDSCAPE, render_register

        made = self._context.clock()
        with self._context.db.reading() as connection:
            community = settings.get_hall(connection).community
        count = _check(register, reason)
        signed = replace(
            register,
            subtitle="　".join(filter(None, (community, register.subtitle))),
            printed=printed_by(self._context.actor.name, made),
        )
        paper = A4_LANDSCAPE if across else A4
        with self._leaving("打印名册", register, count, reason):
            library = library_of(self._context)
            printed = render_register(signed, paper=paper, progress=progress, library=library)
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
        self._context.require(Right.EXPORT, "导出名册")
        from linli.exchange.register_workbook import write_register

        count = _check(register, reason)
        temporary = path.with_name(f"{path.name}.tmp")
        with self._leaving("导出名册", register, count, reason):
            try:
                with file_problems(path):
                    write_register(temporary, register)
                files.rename(temporary, path)
            finally:
                with suppress(OSError):
                    temporary.unlink(missing_ok=True)
        return count

    def _leaving(
        self, action: str, register: Register, count: int, reason: str | None
    ) -> AbstractContextManager[None]:
        detail = {"行数": str(count)}
        return leaving(self._context, action, register.title, detail, reason=reason)


def _check(register: Register, reason: str | None) -> int:
    """Return how many lines a list has, and refuse one that may not leave."""
    if register.revealed and not (reason or "").strip():
        raise UserError("名册上有完整号码，请写明用途。", field="reason")
    count = sum(len(group.rows) for group in register.groups)
    if not count:
        raise UserError(f"“{register.title}”是空的，没有可打印或导出的内容，请换一个条件。")
    return count
