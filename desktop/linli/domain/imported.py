"""What a workbook says, row by row, before it meets the ledger; and what is done about it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from linli.domain.imports import RowRef, RowWarning, SetAside, SkippedLine
from linli.domain.residents import RentalDraft, ResidentDraft
from linli.domain.values.addresses import Address

_MANY_HOMES = re.compile(r"楼|栋|幢|座|#|排")


def is_home(address: Address | None) -> bool:
    """Whether an address is one home and not a building of many."""
    if address is None or address.room is not None:
        return address is not None
    return address.building is not None and _MANY_HOMES.search(address.building) is None


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportedHousehold:
    """A household that the workbook shows; `number` is None where it has none."""

    at: RowRef
    number: str | None
    address: Address | None
    grid: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportedPerson:
    """A person of one row. `household` counts in the batch's households.

    `address` is where the person lives, if that is not the household's place to say.
    `name_column` and `document_column` (from 0) are the cells at fault in a conflict.
    `masked` is the identity number where it is masked (1101**********1234), "" where only the name
    is (张*), None where neither: such a row can only be joined to who is in the ledger already.
    """

    at: RowRef
    draft: ResidentDraft
    household: int | None = None
    address: Address | None = None
    grid: str | None = None
    name_column: int | None = None
    document_column: int | None = None
    masked: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportedRental:
    """A row about a let dwelling: its facts and at most a few tenants.

    `refused` marks a row set aside for an unreadable number; its house is entered all the same.
    """

    at: RowRef
    address: Address
    grid: str | None
    facts: RentalDraft
    refused: bool = False


@dataclass(frozen=True, kw_only=True)
class ImportedGrid:
    """A grid that the workbook names, with the buildings that lie in it alone."""

    name: str
    leader: str | None = None
    buildings: tuple[Address, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ImportBatch:
    """All that was read from a workbook. `mappings` are remembered by the heads' fingerprints.

    `unmasked` counts the rows with masked numbers of which it was found whom they mean.
    """

    file_name: str
    rows: int = 0
    people: tuple[ImportedPerson, ...] = ()
    households: tuple[ImportedHousehold, ...] = ()
    rentals: tuple[ImportedRental, ...] = ()
    grids: tuple[ImportedGrid, ...] = ()
    problems: tuple[SetAside, ...] = ()
    warnings: tuple[RowWarning, ...] = ()
    skipped: tuple[SkippedLine, ...] = ()
    skipped_sheets: Mapping[str, str] = field(default_factory=dict)
    mappings: Mapping[str, str] = field(default_factory=dict)
    head_rows: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    own_heads: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    unmasked: int = 0

    def places(self) -> Iterator[tuple[RowRef, Address, str | None]]:
        """Yield every address that is named: where, and with which grid's name."""
        for household in self.households:
            if household.address is not None:
                yield household.at, household.address, household.grid
        for person in self.people:
            if person.address is not None:
                yield person.at, person.address, person.grid
        for rental in self.rentals:
            yield rental.at, rental.address, rental.grid
