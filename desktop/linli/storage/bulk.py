"""Adding many records in one transaction: rows are gathered and written by the thousand."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from linli.domain.grids import GridDraft
from linli.domain.pairings import PairingDraft
from linli.domain.residents import HouseholdDraft, RentalDraft, ResidentDraft, ResidentStatus
from linli.domain.values.addresses import Address
from linli.storage.dwellings import dwelling_values, rental_values, tenancy_values
from linli.storage.grid_places import place_values
from linli.storage.grids import officer_values
from linli.storage.ids import last_id
from linli.storage.many_rows import insert_rows
from linli.storage.pairings import pairing_values
from linli.storage.residents import (
    document_values,
    party_values,
    phone_values,
    resident_values,
    stay_values,
    tag_values,
)
from linli.storage.schema import (
    Base,
    DwellingRecord,
    FloatingStayRecord,
    GridBuildingRecord,
    GridOfficerRecord,
    GridRecord,
    HouseholdRecord,
    IdentityDocumentRecord,
    PairingRecord,
    PartyMembershipRecord,
    PhoneRecord,
    RentalRecord,
    ResidentRecord,
    ResidentTagRecord,
    TenancyRecord,
)
from linli.storage.times import stored

_ROWS_AT_ONCE = 20_000
# Referred to before referring, so that foreign keys hold at every moment.
_ORDER: tuple[type[Base], ...] = (
    GridRecord,
    GridBuildingRecord,
    GridOfficerRecord,
    DwellingRecord,
    HouseholdRecord,
    ResidentRecord,
    IdentityDocumentRecord,
    PhoneRecord,
    ResidentTagRecord,
    FloatingStayRecord,
    PartyMembershipRecord,
    RentalRecord,
    TenancyRecord,
    PairingRecord,
)
_NUMBERED: tuple[type[Base], ...] = (
    GridRecord,
    DwellingRecord,
    HouseholdRecord,
    ResidentRecord,
    RentalRecord,
)


class BulkWriter:
    """Adds homes, people and what belongs to them; ids are known at once, rows are written later.

    Call `flush` before reading what was added, and at the end.

    Args:
        connection: a transaction's connection (`Writing.connection`).
        at: the moment kept as the records' beginning.
    """

    def __init__(self, connection: Connection, at: datetime) -> None:
        self._connection = connection
        self._moment = stored(at)
        self._next = {record: last_id(connection, record.__tablename__) + 1 for record in _NUMBERED}
        self._rows: dict[type[Base], list[dict[str, Any]]] = {record: [] for record in _ORDER}
        self._waiting = 0
        self._homes: dict[int, int | None] = {}  # of households, to spare `derived` the search

    def add_grid(self, draft: GridDraft) -> int:
        """Add a grid; dwellings that are there already do not join it."""
        values = {"number": draft.number, "name": draft.name, "note": draft.note}
        grid_id = self._add(GridRecord, values)
        owner = {"grid_id": grid_id}
        self._add_parts(GridBuildingRecord, owner, place_values(draft.buildings))
        self._add_parts(GridOfficerRecord, owner, officer_values(draft.officers))
        return grid_id

    def add_dwelling(self, address: Address, *, grid_id: int | None = None) -> int:
        """Add a dwelling that is not there yet."""
        return self._add(DwellingRecord, {**dwelling_values(address), "grid_id": grid_id})

    def add_household(self, draft: HouseholdDraft) -> int:
        """Add a household; its members name it in their drafts."""
        household_id = self._add(
            HouseholdRecord,
            {
                "number": draft.number,
                "kind": draft.kind.value,
                "dwelling_id": draft.dwelling_id,
                "note": draft.note,
            },
        )
        self._homes[household_id] = draft.dwelling_id
        return household_id

    def add_resident(self, draft: ResidentDraft) -> int:
        """Add a person who lives here."""
        home = None if draft.household_id is None else self._homes.get(draft.household_id)
        resident_id = self._add(
            ResidentRecord,
            {
                **resident_values(draft),
                "home_id": draft.dwelling_id or home,
                "status": ResidentStatus.PRESENT.value,
                "created_at": self._moment,
                "updated_at": self._moment,
            },
        )
        owner = {"resident_id": resident_id}
        self._add_parts(IdentityDocumentRecord, owner, document_values(draft.documents))
        self._add_parts(PhoneRecord, owner, phone_values(draft.phones))
        self._add_parts(ResidentTagRecord, owner, tag_values(draft))
        if draft.floating is not None:
            self._add_parts(FloatingStayRecord, owner, [stay_values(draft.floating)])
        if draft.party is not None:
            self._add_parts(PartyMembershipRecord, owner, [party_values(draft.party)])
        if self._waiting >= _ROWS_AT_ONCE:
            self.flush()
        return resident_id

    @property
    def next_rental(self) -> int:
        """The id that the next rental will have."""
        return self._next[RentalRecord]

    def add_rental(self, dwelling_id: int, draft: RentalDraft) -> None:
        """Add the letting of a dwelling with its tenants."""
        rental_id = self._add(RentalRecord, {"dwelling_id": dwelling_id, **rental_values(draft)})
        tenants = (tenancy_values(i, tenancy) for i, tenancy in enumerate(draft.tenancies))
        self._add_parts(TenancyRecord, {"rental_id": rental_id}, tenants)

    def add_pairing(self, draft: PairingDraft) -> None:
        """Add a pairing; its helper says only what differs from their own record."""
        self._add_parts(PairingRecord, {}, [pairing_values(draft, {})])

    def flush(self) -> None:
        """Write what is waiting."""
        for record, rows in self._rows.items():
            insert_rows(self._connection, record, rows)
            rows.clear()
        self._waiting = 0

    def _add(self, record: type[Base], values: Mapping[str, Any]) -> int:
        new_id = self._next[record]
        self._next[record] = new_id + 1
        self._rows[record].append({"id": new_id, **values})
        self._waiting += 1
        return new_id

    def _add_parts(
        self, record: type[Base], owner: Mapping[str, int], rows: Iterable[Mapping[str, Any]]
    ) -> None:
        added = [{**owner, **row} for row in rows]
        self._rows[record] += added
        self._waiting += len(added)
