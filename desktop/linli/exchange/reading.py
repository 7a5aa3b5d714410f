"""Read a workbook as its plan says: every row becomes a person, a let house, or is set aside."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

from linli.domain.imported import (
    ImportBatch,
    ImportedGrid,
    ImportedPerson,
    ImportedRental,
)
from linli.domain.imports import (
    NO_HEAD,
    ImportPlan,
    LedgerField,
    LedgerShape,
    PreviewRow,
    RowRef,
    RowWarning,
    SetAside,
    SheetPlan,
    SkippedLine,
)
from linli.domain.values.addresses import Address, building_key
from linli.domain.worksheets import Workbook
from linli.exchange.couples import names_couples, part_spouse
from linli.exchange.head_words import head_for
from linli.exchange.households import AddressReader, HouseholdFinder
from linli.exchange.ledger_row import LedgerRow
from linli.exchange.mappings import mapping_text
from linli.exchange.people import PeopleReader, Place
from linli.exchange.planning import change_shape
from linli.exchange.preview import preview_values
from linli.exchange.rentals import RentalReader, count_each_house_once
from linli.exchange.rows import TableRows
from linli.exchange.shapes import note_the_rest
from linli.progress import SILENT, Progress

_REPORT_EVERY = 500


@dataclass(kw_only=True)
class _Gathered:
    rows: int = 0
    people: list[ImportedPerson] = field(default_factory=list)
    rentals: list[ImportedRental] = field(default_factory=list)
    problems: list[SetAside] = field(default_factory=list)
    warnings: list[RowWarning] = field(default_factory=list)
    skipped: list[SkippedLine] = field(default_factory=list)
    places: dict[Address, set[str]] = field(default_factory=dict)
    leaders: dict[str, str | None] = field(default_factory=dict)


def read_batch(
    book: Workbook,
    plan: ImportPlan,
    *,
    community: str | None,
    today: date,
    progress: Progress = SILENT,
) -> ImportBatch:
    """Read the included tables of a workbook.

    Args:
        book: the workbook.
        plan: what its columns mean.
        community: its name is dropped from addresses.
        today: births are checked against it.
        progress: told the rows read.

    Raises:
        Cancelled: if the clerk stops it.
    """
    plan = _fitted(plan)
    gathered = _Gathered()
    finder = HouseholdFinder()
    addresses = AddressReader(community)
    for sheet_plan in plan.included:
        table = _Table(sheet_plan, gathered, finder, addresses, today)
        _read_table(book, sheet_plan, gathered, table, progress)
    households, positions = finder.households()
    return ImportBatch(
        file_name=book.file_name,
        rows=gathered.rows,
        people=tuple(_numbered_anew(gathered.people, positions)),
        households=households,
        rentals=count_each_house_once(gathered.rentals),
        grids=_grids(gathered),
        problems=tuple(gathered.problems),
        warnings=tuple(gathered.warnings),
        skipped=tuple(gathered.skipped),
        skipped_sheets={sheet.sheet: sheet.skipped for sheet in plan.sheets if not sheet.included},
        mappings={
            sheet.fingerprint: mapping_text(sheet) for sheet in plan.included if sheet.fingerprint
        },
        head_rows={
            sheet.sheet: (sheet.head_first, sheet.head_last) for sheet in reversed(plan.included)
        },
        own_heads={
            sheet.sheet: {
                column.index: column.head if column.field is None else head_for(column.field)
                for column in sheet.columns
            }
            for sheet in plan.included
            if sheet.head_last == NO_HEAD
        },
    )


def _numbered_anew(
    people: Iterable[ImportedPerson], positions: Sequence[int]
) -> Iterator[ImportedPerson]:
    """Yield the people with the final numbers of their households, which few have to change."""
    for person in people:
        index = person.household
        if index is None or positions[index] == index:
            yield person
        else:
            yield replace(person, household=positions[index])


def _fitted(plan: ImportPlan) -> ImportPlan:
    """Return the plan with columns that fit the kind of table, which the clerk may change."""
    sheets = (note_the_rest(change_shape(sheet, sheet.shape)) for sheet in plan.sheets)
    return replace(plan, sheets=tuple(sheets))


def _read_table(
    book: Workbook,
    plan: SheetPlan,
    gathered: _Gathered,
    table: "_Table",
    progress: Progress,
) -> None:
    rows = TableRows(book.sheet(plan.sheet), plan)
    if plan.grid is not None:
        gathered.leaders[plan.grid] = plan.grid_leader
    for index, row in enumerate(rows):
        if index % _REPORT_EVERY == 0:
            progress.report(index, len(rows), f"读取「{plan.sheet}」")
        table.read(row)
    gathered.skipped += (
        SkippedLine(at=RowRef(sheet=plan.sheet, number=number + 1), text=text)
        for number, text in rows.skipped
    )
    gathered.warnings += table.people.warnings + table.rentals.warnings


class _Table:
    """Turns the rows of one table into people or let houses."""

    def __init__(
        self,
        plan: SheetPlan,
        gathered: _Gathered,
        finder: HouseholdFinder,
        addresses: AddressReader,
        today: date,
    ) -> None:
        self._plan = plan
        self._gathered = gathered
        self._finder = finder
        finder.begin_table()
        self._addresses = addresses
        self._noted: tuple[str | None, Address | None] = (None, None)
        fields = {column.field for column in plan.columns}
        self._names_couples = plan.shape is LedgerShape.RESIDENTS and names_couples(plan.columns)
        self._heads_only = LedgerField.RELATION not in fields and any(
            column.field is LedgerField.NAME and column.head.startswith("户主")
            for column in plan.columns
        )
        self._registered_is_home = plan.shape is LedgerShape.RESIDENTS and fields.isdisjoint(
            {LedgerField.ADDRESS, LedgerField.BUILDING, LedgerField.ROOM}
        )
        self.people = PeopleReader(plan.shape, today, heads_only=self._heads_only)
        self.rentals = RentalReader(today)

    def read(self, row: LedgerRow) -> None:
        at = RowRef(sheet=self._plan.sheet, number=row.number + 1)
        address = self.address(row)
        grid = row.text(LedgerField.GRID) or self._plan.grid
        if grid is not None:
            self._note_grid(grid, address)
        if self._plan.shape is LedgerShape.RENTALS:
            rental, problem = self.rentals.read(row, at, address, grid)
            self._gathered.rows += 1
            if rental is not None:
                self._gathered.rentals.append(rental)
            if problem is not None:
                self._gathered.problems.append(problem)
        else:
            self._read_person(row, at, address, grid)

    def _note_grid(self, grid: str, address: Address | None) -> None:
        """Remember that a grid is named, and with which building."""
        if grid == self._noted[0] and address is self._noted[1]:
            return  # as in most rows
        self._noted = (grid, address)
        self._gathered.leaders.setdefault(grid, None)
        if address is not None and address.building is not None:
            building = Address(estate=address.estate, building=address.building)
            self._gathered.places.setdefault(building, set()).add(grid)

    def address(self, row: LedgerRow) -> Address | None:
        """Return the dwelling that a row names."""
        address = self._addresses.address(row)
        if address is None and self._registered_is_home:
            registered = self._addresses.of_text(row.text(LedgerField.REGISTERED_ADDRESS))
            if registered is not None and registered.room is not None:
                return registered
        return address

    def _read_person(
        self, row: LedgerRow, at: RowRef, address: Address | None, grid: str | None
    ) -> None:
        shape = self._plan.shape
        household = self._finder.household_of(row, at, shape, address, grid)
        own = None if household is not None and shape is LedgerShape.RESIDENTS else address
        place = Place(household=household, address=own, grid=grid)
        if not self._names_couples:
            self._enter(row, at, place)
            return
        row, spouse = part_spouse(row, is_of_head=self._heads_only)
        self._enter(row, at, place)
        if spouse is not None:
            self._enter(spouse, replace(at, part="配偶"), place)

    def _enter(self, row: LedgerRow, at: RowRef, place: Place) -> None:
        self._gathered.rows += 1
        read = self.people.read(row, at, place)
        if isinstance(read, SetAside):
            self._gathered.problems.append(read)
        else:
            self._gathered.people.append(read)


def _grids(gathered: _Gathered) -> tuple[ImportedGrid, ...]:
    """Return the grids that were named, each with the buildings that no other grid shares."""
    by_key: dict[str, tuple[Address, set[str]]] = {}
    for building, grids in gathered.places.items():
        by_key.setdefault(building_key(building), (building, set()))[1].update(grids)
    return tuple(
        ImportedGrid(
            name=name,
            leader=leader,
            buildings=tuple(building for building, grids in by_key.values() if grids == {name}),
        )
        for name, leader in gathered.leaders.items()
    )


def preview_rows(
    book: Workbook, plan: ImportPlan, *, community: str | None, today: date, limit: int
) -> Iterator[PreviewRow]:
    """Yield the first rows as they would be entered, with the problem of those set aside."""
    for sheet_plan in _fitted(plan).included:
        sheet = book.sheet(sheet_plan.sheet)
        gathered = _Gathered()
        table = _Table(sheet_plan, gathered, HouseholdFinder(), AddressReader(community), today)
        for row in islice(TableRows(sheet, sheet_plan), limit):
            before = len(gathered.problems)
            table.read(row)
            problem = gathered.problems[before].message if gathered.problems[before:] else ""
            entered = gathered.people[-2:] or gathered.rentals[-1:]
            at = RowRef(sheet=sheet_plan.sheet, number=row.number + 1)
            became = next((each for each in entered if each.at == at), None)
            yield PreviewRow(
                at=at,
                values=preview_values(row, became, table.address(row)),
                problem=problem,
            )
