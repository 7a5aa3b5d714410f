"""Write registers for others to read (导出): masked unless a reason is given, and recorded."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from linli.domain.residents import Resident, ResidentFilter, ResidentSort
from linli.errors import UserError
from linli.exchange.resident_workbook import write_residents
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.storage import files, resident_lists, residents
from linli.storage.problems import file_problems

_CHUNK = 2_000


class ExportService:
    """What leaves the ledger as a file."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def residents(
        self,
        path: Path,
        wanted: ResidentFilter,
        *,
        masked: bool = True,
        reason: str | None = None,
        sort: ResidentSort = ResidentSort.ADDRESS,
        descending: bool = False,
        progress: Progress = SILENT,
    ) -> int:
        """Write the register of the people a list shows and return how many they are.

        Args:
            path: the .xlsx file; it appears only when it is complete.
            wanted: which people.
            masked: identity and phone numbers with stars, of birth dates the year only.
            reason: what the full numbers are for; must be given unless masked.
            sort: the order, as the table shows it.
            descending: turn the order round.
            progress: told the lines written.

        Raises:
            UserError: if full numbers are wanted without a reason.
            StorageProblem: if the file cannot be written; an old one is untouched.
            Cancelled: if the clerk stops it.
        """
        reason = (reason or "").strip()
        if not masked and not reason:
            raise UserError("完整导出证件号码和电话，请写明用途。", field="reason")
        path = Path(path)
        today = self._context.clock().date()
        temporary = path.with_name(f"{path.name}.tmp")
        with self._context.db.reading() as connection:
            ids = resident_lists.list_ids(
                connection, wanted, sort, today=today, descending=descending
            )

            def people() -> Iterator[Resident]:
                for start in range(0, len(ids), _CHUNK):
                    chunk = ids[start : start + _CHUNK]
                    found = residents.load_residents(connection, chunk)
                    yield from (found[resident_id] for resident_id in chunk)

            try:
                with file_problems(path):
                    write_residents(
                        temporary, people(), total=len(ids), masked=masked, progress=progress
                    )
                files.rename(temporary, path)
            finally:
                with suppress(OSError):
                    temporary.unlink(missing_ok=True)
        self._record(len(ids), masked=masked, reason=reason)
        return len(ids)

    def _record(self, count: int, *, masked: bool, reason: str) -> None:
        detail = {"人数": str(count), "号码": "遮盖" if masked else "完整"}
        if reason:
            detail["用途"] = reason
        self._context.db.record_event(
            self._context.actor,
            self._context.clock(),
            "导出居民名册",
            f"居民 {count} 人",
            detail=detail,
        )
