"""Write registers for others to read (导出): masked unless a reason is given, and recorded."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from linli.domain.accounts import Right
from linli.domain.residents import Resident, ResidentFilter, ResidentSort
from linli.errors import UserError
from linli.exchange.resident_workbook import write_residents
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.services.many_objects import many_objects
from linli.services.outputs import leaving
from linli.storage import files, resident_lists, residents, settings
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
        self._context.require(Right.EXPORT, "导出名册")
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

            detail = {"人数": str(len(ids)), "号码": "遮盖"} | ({"用途": reason} if reason else {})
            why = None if masked else reason
            masks = settings.get_masks(connection) if masked else None
            what = f"居民 {len(ids)} 人"
            with leaving(self._context, "导出居民名册", what, detail, reason=why):
                try:
                    with file_problems(path), many_objects():
                        write_residents(
                            temporary, people(), total=len(ids), masks=masks, progress=progress
                        )
                    files.rename(temporary, path)
                finally:
                    with suppress(OSError):
                        temporary.unlink(missing_ok=True)
        return len(ids)
