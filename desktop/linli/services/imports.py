"""Bring in a ledger (导入台账): open, propose, preview, try out, carry out, report.

Opening reads the whole file into memory; nothing is written to the ledger before `run`, which is
one transaction and one undo step. A dry run decides exactly as a run does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from linli.domain.accounts import Right
from linli.domain.backups import BEFORE_IMPORT
from linli.domain.changes import Changes
from linli.domain.imported import ImportBatch
from linli.domain.imports import (
    Decisions,
    ImportOutcome,
    ImportPlan,
    LedgerField,
    LedgerShape,
    PreviewRow,
    SheetPlan,
)
from linli.domain.joining import join
from linli.domain.matching import Joined, Known
from linli.domain.values.addresses import address_key
from linli.domain.worksheets import Workbook
from linli.errors import UserError
from linli.exchange import planning, reading, shapes
from linli.exchange.mappings import apply_mappings
from linli.exchange.pasted import check_rows, read_pasted
from linli.exchange.set_aside_report import set_aside_report
from linli.exchange.workbooks import open_workbook
from linli.progress import SILENT, Progress
from linli.services.backups import BackupService
from linli.services.context import Context
from linli.services.many_objects import many_objects
from linli.services.outputs import leaving
from linli.storage import names, settings
from linli.storage.files import replace_file
from linli.storage.import_lookup import load_known
from linli.storage.import_masked import unmask
from linli.storage.importing import write_import

ImportSource = Workbook
"""A file opened for import; handed back to each step."""

NO_DECISIONS: Decisions = MappingProxyType({})


class ImportService:
    """What a clerk does with the ledgers that are there already."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def open(self, path: Path) -> ImportSource:
        """Read a workbook or a text ledger.

        Raises:
            UserError: if it is empty, damaged, locked by a password or no ledger file.
        """
        self._context.require(Right.IMPORT, "导入台账")
        with many_objects():
            return open_workbook(Path(path))

    def open_pasted(self, text: str) -> ImportSource:
        """Read a block of cells from the clipboard, as spreadsheets put it there.

        Raises:
            UserError: if it is no table.
        """
        self._context.require(Right.IMPORT, "导入台账")
        return read_pasted(text)

    def plan(self, source: ImportSource) -> ImportPlan:
        """Propose what to make of each sheet; heads met before are read as they were then.

        Raises:
            UserError: if what was pasted is heads only.
        """
        self._context.require(Right.IMPORT, "导入台账")
        with many_objects():
            proposed = planning.propose_plan(source)
        if source.is_pasted:
            check_rows(proposed)
        return apply_mappings(proposed, self._remembered(proposed.sheets))

    def plan_sheet(
        self,
        source: ImportSource,
        sheet: str,
        head_first: int,
        head_last: int,
        shape: LedgerShape | None = None,
    ) -> SheetPlan:
        """Propose anew for a table whose head rows (counted from 0) the clerk has named.

        With `NO_HEAD` the table has none, and its columns are guessed by their content.
        """
        self._context.require(Right.IMPORT, "导入台账")
        return planning.plan_table(source, sheet, head_first, head_last, shape)

    def with_shape(self, plan: SheetPlan, shape: LedgerShape) -> SheetPlan:
        """Return a table's plan as another kind of ledger; its columns' fields follow."""
        self._context.require(Right.IMPORT, "导入台账")
        return planning.change_shape(plan, shape)

    def fields(self, shape: LedgerShape) -> tuple[LedgerField, ...]:
        """Return the fields that a column of that kind of ledger can be given."""
        self._context.require(Right.IMPORT, "导入台账")
        return shapes.usable_fields(shape)

    def preview(
        self, source: ImportSource, plan: ImportPlan, limit: int = 20
    ) -> tuple[PreviewRow, ...]:
        """Return the first rows of each table as they would be entered."""
        self._context.require(Right.IMPORT, "导入台账")
        community, today = self._surroundings()
        source = self._with_known_characters(source)
        return tuple(
            reading.preview_rows(source, plan, community=community, today=today, limit=limit)
        )

    def dry_run(
        self, source: ImportSource, plan: ImportPlan, progress: Progress = SILENT
    ) -> ImportOutcome:
        """Return what a run would come to, differences included; nothing is written.

        Raises:
            UserError: if the plan includes no table.
            Cancelled: if the clerk stops it.
        """
        self._context.require(Right.IMPORT, "导入台账")
        with many_objects():
            batch = self._read(source, plan, progress)
            with self._context.db.reading() as connection:
                batch = unmask(connection, batch)
                known = load_known(connection, batch)
            return _outcome(batch, known, join(batch, known, NO_DECISIONS))

    def run(
        self,
        source: ImportSource,
        plan: ImportPlan,
        decisions: Decisions = NO_DECISIONS,
        progress: Progress = SILENT,
    ) -> tuple[ImportOutcome, Changes]:
        """Bring the ledger in. Stopped or failed, it leaves nothing.

        Args:
            source: the opened file.
            plan: what its columns mean.
            decisions: by `Difference.key`; where none is given, ours stays.
            progress: told how far it is.

        Raises:
            UserError: if the plan includes no table.
            Cancelled: if the clerk stops it.
            StorageProblem: if the disk fails, or is too full for a backup; nothing was changed.
        """
        self._context.require(Right.IMPORT, "导入台账")
        with many_objects():
            batch = self._read(source, plan, progress)
            BackupService(self._context).make_before(BEFORE_IMPORT, progress)
            with self._context.writing(f"导入台账「{source.file_name}」") as work:
                batch = unmask(work.connection, batch)
                known = load_known(work.connection, batch)
                joined = join(batch, known, decisions)
                outcome = _outcome(batch, known, joined)
                batch = replace(batch, people=())  # what they say is in `joined`
                write_import(work.session, batch, known, joined, self._context.clock(), progress)
                del batch, known, joined  # the index, which the block ends with, needs the memory
                progress.report(0, 0, "更新查找索引")
                work.record_event("导入台账", source.file_name, detail=dict(_figures(outcome)))
        return outcome, work.changes

    def write_report(self, outcome: ImportOutcome, source: ImportSource, path: Path) -> None:
        """Write what was set aside as a workbook: the clerk's own with red cells and reasons.

        Raises:
            StorageProblem: if the file cannot be written.
        """
        self._context.require(Right.IMPORT, "导入台账")
        with leaving(self._context, "导出未导入的行", source.file_name):
            replace_file(Path(path), set_aside_report(outcome, source))

    def _read(self, source: ImportSource, plan: ImportPlan, progress: Progress) -> ImportBatch:
        if not plan.included:
            raise UserError(
                f"文件「{source.file_name}」里没有找到可以导入的台账。"
                "请确认表里有「姓名」「身份证号」等列名，或手工指定表头所在的行。"
            )
        community, today = self._surroundings()
        source = self._with_known_characters(source)
        return reading.read_batch(source, plan, community=community, today=today, progress=progress)

    def _with_known_characters(self, source: ImportSource) -> ImportSource:
        """Return the file with the private-use codes replaced whose meaning the clerk has told."""
        with self._context.db.reading() as connection:
            return source.with_characters(names.remembered(connection))

    def _surroundings(self) -> tuple[str | None, date]:
        with self._context.db.reading() as connection:
            community = settings.get_hall(connection).community
        return community or None, self._context.clock().date()

    def _remembered(self, sheets: Sequence[SheetPlan]) -> Mapping[str, str]:
        with self._context.db.reading() as connection:
            kept = {
                sheet.fingerprint: settings.find_value(
                    connection, settings.MAPPING_KEY + sheet.fingerprint
                )
                for sheet in sheets
                if sheet.fingerprint
            }
        return {fingerprint: text for fingerprint, text in kept.items() if text is not None}


def _outcome(batch: ImportBatch, known: Known, joined: Joined) -> ImportOutcome:
    households = [household for household in joined.households if household.is_wanted]
    places = {address_key(address) for address, _ in joined.places()}
    return ImportOutcome(
        file_name=batch.file_name,
        rows=batch.rows,
        added=joined.added,
        joined=joined.joined,
        households=len(households),
        new_households=sum(1 for household in households if household.known is None),
        new_dwellings=len(places - known.dwellings.keys()),
        rentals=len(joined.rentals),
        new_rentals=sum(1 for rental in joined.rentals if rental.known is None),
        rooms=sum(rental.facts.rooms or 0 for rental in joined.rentals),
        occupants=sum(rental.facts.occupants or 0 for rental in joined.rentals),
        problems=tuple(joined.problems),
        differences=tuple(joined.differences),
        warnings=tuple(joined.warnings),
        skipped=batch.skipped,
        skipped_sheets=batch.skipped_sheets,
        head_rows=batch.head_rows,
        own_heads=batch.own_heads,
        unmasked=batch.unmasked,
    )


def _figures(outcome: ImportOutcome) -> Mapping[str, str]:
    return {
        "读取": str(outcome.rows),
        "新增": str(outcome.added),
        "并入": str(outcome.joined),
        "退回": str(outcome.set_aside),
    }
