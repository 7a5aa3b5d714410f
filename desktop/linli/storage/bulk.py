"""Adding many records in one transaction: rows are gathered and written by the thousand."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert

from linli.domain.residents import HouseholdDraft, ResidentDraft, ResidentStatus
from linli.domain.values.addresses import Address
from linli.storage.dwellings import dwelling_values
from linli.storage.ids import last_id
from linli.storage.residents import (
    document_values,
    phone_values,
    resident_values,
    stay_values,
    tag_values,
)
from linli.storage.schema import (
    Base,
    DwellingRecord,
    FloatingStayRecord,
    HouseholdRecord,
    IdentityDocumentRecord,
    PhoneRecord,
    ResidentRecord,
    ResidentTagRecord,
)
from linli.storage.times import stored

_ROWS_AT_ONCE = 20_000
# Referred to before referring, so that foreign keys hold at every moment.
_ORDER: tuple[type[Base], ...] = (
    DwellingRecord,
    HouseholdRecord,
    ResidentRecord,
    IdentityDocumentRecord,
    PhoneRecord,
    ResidentTagRecord,
    FloatingStayRecord,
)
_NUMBERED: tuple[type[Base], ...] = (DwellingRecord, HouseholdRecord, ResidentRecord)


class BulkWriter:
    """Adds dwellings, households and people; ids are known at once, rows are written later.

    Call `flush` before reading what was added, and at the end.

    Args:
        connection: a transaction's connection (`Writing.connection`).
        at: the moment kept as the records' beginning.
    """

    def __init__(self, connection: Connection, at: datetime) -> None:
        self._connection = connection
        self._moment = stored(at)
        self._next = {record: last_id(connection, record) + 1 for record in _NUMBERED}
        self._rows: dict[type[Base], list[dict[str, Any]]] = {record: [] for record in _ORDER}
        self._waiting = 0

    def add_dwelling(self, address: Address, *, grid_id: int | None = None) -> int:
        """Add a dwelling that is not there yet."""
        return self._add(DwellingRecord, {**dwelling_values(address), "grid_id": grid_id})

    def add_household(self, draft: HouseholdDraft) -> int:
        """Add a household; its members name it in their drafts."""
        return self._add(
            HouseholdRecord,
            {
                "number": draft.number,
                "kind": draft.kind.value,
                "dwelling_id": draft.dwelling_id,
                "note": draft.note,
            },
        )

    def add_resident(self, draft: ResidentDraft) -> int:
        """Add a person who lives here."""
        resident_id = self._add(
            ResidentRecord,
            {
                **resident_values(draft),
                "status": ResidentStatus.PRESENT.value,
                "created_at": self._moment,
                "updated_at": self._moment,
            },
        )
        self._add_children(IdentityDocumentRecord, resident_id, document_values(draft.documents))
        self._add_children(PhoneRecord, resident_id, phone_values(draft.phones))
        self._add_children(ResidentTagRecord, resident_id, tag_values(draft))
        if draft.floating is not None:
            self._add_children(FloatingStayRecord, resident_id, [stay_values(draft.floating)])
        if self._waiting >= _ROWS_AT_ONCE:
            self.flush()
        return resident_id

    def flush(self) -> None:
        """Write what is waiting."""
        for record in _ORDER:
            if self._rows[record]:
                self._connection.execute(insert(record), self._rows[record])
                self._rows[record] = []
        self._waiting = 0

    def _add(self, record: type[Base], values: Mapping[str, Any]) -> int:
        new_id = self._next[record]
        self._next[record] = new_id + 1
        self._rows[record].append({"id": new_id, **values})
        self._waiting += 1
        return new_id

    def _add_children(
        self, record: type[Base], resident_id: int, rows: Iterable[Mapping[str, Any]]
    ) -> None:
        added = [{"resident_id": resident_id, **row} for row in rows]
        self._rows[record] += added
        self._waiting += len(added)
