"""Walk sheets (走访单、核对单): made and printed, and entered back by their numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.contact_rules import clean_text
from linli.domain.registers import Register
from linli.domain.values.addresses import Address, place_text
from linli.domain.visits import VisitDraft
from linli.domain.walk_papers import CheckSheet, DoorSheet, check_notice, door_register
from linli.domain.walk_rules import check_entries, clean_entries
from linli.domain.walks import (
    MET,
    VISIT_KIND,
    Door,
    SheetKind,
    WalkEntry,
    WalkFilter,
    WalkLine,
    WalkSheet,
    whole_sheet_number,
)
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.masking import for_office
from linli.services.outputs import leaving
from linli.storage import settings, visits, walks

if TYPE_CHECKING:
    from linli.storage.database import Writing
    from linli.storage.walk_schema import WalkLineRecord

MOST_SHEETS = 500
"""So many check sheets are made at once; more would be a mistake more often than a wish."""


class WalkService:
    """What a clerk does with walk sheets. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    # ---- making -----------------------------------------------------------------------------

    def buildings(self, grid_id: int | None = None) -> list[tuple[str, str]]:
        """Return (key, name) of the buildings of a grid, or of all, in walking order."""
        self._context.require(Right.READ, "查看走访单")
        with self._context.db.reading() as connection:
            return walks.list_buildings(connection, grid_id)

    def units(self, building_key: str) -> list[str]:
        """Return the units of a building."""
        self._context.require(Right.READ, "查看走访单")
        with self._context.db.reading() as connection:
            return walks.list_units(connection, building_key)

    def doors(self, wanted: WalkFilter) -> list[Door]:
        """Return the doors to go to, in walking order, phones in full."""
        self._context.require(Right.READ, "查看走访单")
        with self._context.db.reading() as connection:
            return walks.list_doors(connection, wanted)

    def out_of(self, doors: Sequence[Door], kind: SheetKind) -> dict[int, int]:
        """Return which households are on a sheet that has not come back: its number."""
        self._context.require(Right.READ, "查看走访单")
        with self._context.db.reading() as connection:
            return walks.find_out_of(connection, doors, kind)

    def make(
        self, kind: SheetKind, wanted: WalkFilter, walker: str | None = None
    ) -> tuple[list[int], Changes]:
        """Make sheets: a walk sheet for each building, a check sheet for each household.

        Returns:
            The numbers of the sheets, in walking order.

        Raises:
            UserError: no door fits, or there are too many.
        """
        self._context.require(Right.EDIT, "制作走访单")
        check = kind is SheetKind.CHECK
        doors = self.doors(replace(wanted, empty=wanted.empty and not check))
        if not doors:
            raise UserError("这里没有要走访的住户，请另选网格或楼栋。")
        if check and len(doors) > MOST_SHEETS:
            raise UserError(
                f"这里有 {len(doors)} 户，一次最多打 {MOST_SHEETS} 张核对单；请按楼栋分开打。"
            )
        called = clean_text(walker)
        today = self._today()
        with self._context.writing(f"制作{_made(kind, doors)}") as work:
            sheets = list(self._check_lines(work, doors) if check else _walk_lines(doors))
            ids = [
                walks.add_sheet(work.session, kind, title, lines, walker=called, made_on=today)
                for title, lines in sheets
            ]
        return ids, work.changes

    def _check_lines(
        self, work: "Writing", doors: Sequence[Door]
    ) -> Iterator[tuple[str, list[tuple[Door, int | None]]]]:
        households = [door.household_id for door in doors if door.household_id]
        people = walks.list_people(work.connection, households, self._today())
        for door in doors:
            some = people.get(door.household_id or 0, [])
            yield f"{door.building}{_place(door)}", [(door, person.id) for person in some]

    # ---- printing ---------------------------------------------------------------------------

    def door_register(self, sheet_ids: Sequence[int], *, revealed: bool = False) -> Register:
        """Return walk sheets to print, each on a page of its own.

        Raises:
            NotFoundError: one of them is gone.
        """
        self._context.require(Right.READ, "查看走访单")
        sheets = [self.get(number) for number in sheet_ids]
        papers = [
            DoorSheet(
                sheet_id=sheet.id,
                title=sheet.title,
                walker=sheet.walker or "",
                doors=tuple(line.door for line in lines if line.door),
            )
            for sheet, lines in sheets
        ]
        return for_office(self._context, door_register(papers, ""), revealed=revealed)

    def check_pdf(self, sheet_ids: Sequence[int], progress: Progress = SILENT) -> bytes:
        """Make the PDF of check sheets, numbers masked.

        Raises:
            NotFoundError: one of them is gone.
            UnprintableTextError: no font here draws some character.
            Cancelled: the clerk stopped it.
        """
        self._context.require(Right.PRINT, "打印核对单")
        from linli.services.notice_printing import rendered

        with self._context.db.reading() as connection:
            community = settings.get_hall(connection).community
        notices = tuple(
            check_notice(_check_sheet(*self.get(number)), community) for number in sheet_ids
        )
        with leaving(self._context, "打印核对单", "walk_sheet", {"份数": str(len(notices))}):
            return rendered(notices, library_of(self._context), progress=progress).content

    # ---- entering back ----------------------------------------------------------------------

    def sheets(self, *, out_only: bool = False) -> list[WalkSheet]:
        """Return sheets, the last first; on demand only those that are still out."""
        self._context.require(Right.READ, "查看走访单")
        with self._context.db.reading() as connection:
            return walks.list_sheets(connection, out_only=out_only)

    def get(self, sheet_id: int) -> tuple[WalkSheet, list[WalkLine]]:
        """Return a sheet by its number, with its lines.

        Raises:
            NotFoundError: no sheet has this number.
        """
        self._context.require(Right.READ, "查看走访单")
        with self._context.db.reading() as connection:
            sheet = walks.get_sheet(connection, sheet_id)
            return sheet, walks.list_lines(connection, sheet_id, self._today())

    def find_number(self, text: str) -> WalkSheet | None:
        """Return the sheet whose number was typed, such as 走访单 12; None if there is none."""
        self._context.require(Right.READ, "查看走访单")
        number = whole_sheet_number(text)
        if number is None:
            return None
        with self._context.db.reading() as connection:
            return walks.find_sheet(connection, number)

    def enter(
        self,
        sheet_id: int,
        entries: Sequence[WalkEntry],
        *,
        walked_on: date,
        walker: str | None = None,
        version: int,
    ) -> Changes:
        """Enter what came back; whoever was met has been visited (走访).

        Entering a sheet again corrects it; lines that are not named stay as they are.

        Raises:
            InvalidInput: a day or a line cannot be.
            UserError: the sheet was called void.
            ConflictError: it was changed since `version` was read.
            NotFoundError: no sheet has this number.
        """
        self._context.require(Right.EDIT, "录入走访单")
        sheet, _ = self.get(sheet_id)
        if sheet.void_reason is not None:
            raise UserError(f"{sheet.label} 已经作废（{sheet.void_reason}），不能再录入。")
        clean = clean_entries(entries)
        if problems := check_entries(sheet, clean, walked_on, self._today()):
            raise InvalidInput(problems)
        called = clean_text(walker) or sheet.walker
        with self._context.writing(f"{sheet.label}：录入 {len(clean)} 行") as work:
            record = walks.get_record(work.session, sheet_id, version)
            record.walked_on = walked_on.isoformat()
            record.walker = called
            record.version += 1
            lines = walks.line_records(work.session, sheet_id)
            for entry in clean:
                line = lines[entry.position]
                line.result, line.note = entry.result, entry.note
                if sheet.kind is SheetKind.WALK:
                    _visit(work, line, sheet, walked_on, called)
        return work.changes

    def void(self, sheet_id: int, reason: str) -> Changes:
        """Wait for a sheet no more: lost, spoiled, or not walked.

        Raises:
            InvalidInput: no reason is given.
            UserError: it came back already.
            NotFoundError: no sheet has this number.
        """
        self._context.require(Right.EDIT, "作废走访单")
        said = clean_text(reason)
        if said is None:
            message = "请写上为什么作废，如 丢失、没有去。"
            raise InvalidInput([FieldProblem(field="reason", message=message)])
        sheet, _ = self.get(sheet_id)
        if not sheet.is_out:
            raise UserError(f"{sheet.label} 已经收回或作废，不用再作废。")
        with self._context.writing(f"{sheet.label}：作废") as work:
            record = walks.get_record(work.session, sheet_id)
            record.void_reason = said
            record.version += 1
        return work.changes

    def _today(self) -> date:
        return self._context.clock().date()


def _walk_lines(doors: Sequence[Door]) -> Iterator[tuple[str, list[tuple[Door, int | None]]]]:
    for building, group in groupby(doors, lambda door: door.building):
        some = list(group)
        units = {door.unit for door in some}
        unit = place_text(Address(unit=units.pop())) if len(units) == 1 else ""
        yield building + unit, [(door, None) for door in some]


def _check_sheet(sheet: WalkSheet, lines: Sequence[WalkLine]) -> CheckSheet:
    people = tuple(line.person for line in lines if line.person)
    door = next((line.door for line in lines if line.door), None)
    if door is None:
        raise UserError(f"{sheet.label} 的这一户已经不在台账里，没有可打印的内容。")
    return CheckSheet(sheet_id=sheet.id, door=door, people=people)


def _visit(
    work: "Writing", line: "WalkLineRecord", sheet: WalkSheet, day: date, walker: str | None
) -> None:
    """Let a line's visit say what the line says: there is one where somebody was met."""
    draft = VisitDraft(
        day=day,
        kind_code=VISIT_KIND,
        household_id=line.household_id,
        visitor=walker,
        content=line.note or f"{sheet.label} 第 {line.position} 行",
    )
    met = line.result == MET and line.household_id is not None
    if line.visit_id is not None:
        record = visits.get_record(work.session, line.visit_id)
        if met:
            visits.update_visit(work.session, record, draft)
        else:
            line.visit_id = None
            work.session.delete(record)
    elif met:
        (line.visit_id,) = visits.add_visits(work.session, [draft])


def _place(door: Door) -> str:
    return place_text(Address(unit=door.unit or None, room=door.room or None))


def _made(kind: SheetKind, doors: Sequence[Door]) -> str:
    if kind is SheetKind.CHECK:
        return f"核对单 {len(doors)} 张"
    return f"走访单 {len({door.building for door in doors})} 张"
