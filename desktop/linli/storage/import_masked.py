"""Whom of the ledger the masked rows of a workbook may mean; see `domain.unmasking`."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from sqlalchemy import Connection

from linli.domain.imported import ImportBatch
from linli.domain.residents import Sex
from linli.domain.unmasking import Candidate, household_numbers, is_to_unmask, unmasked
from linli.domain.values.dates import PartialDate
from linli.domain.values.identity import DocumentKind, IdentityDocument
from linli.storage.ids import listed

_OF_NAME = "SELECT id FROM resident WHERE name IN (SELECT value FROM json_each(?))"
_OF_HOUSEHOLD = (
    "SELECT r.id FROM household h JOIN resident r ON r.household_id = h.id "
    "WHERE h.number IN (SELECT value FROM json_each(?))"
)
_OF_NUMBER = (
    "SELECT resident_id FROM identity_document WHERE number IN (SELECT value FROM json_each(?))"
)
_CANDIDATES = (
    "SELECT r.id, r.name, r.sex, r.birth, h.number AS household, d.kind, d.number "
    "FROM resident r LEFT JOIN household h ON h.id = r.household_id "
    "LEFT JOIN identity_document d ON d.resident_id = r.id "
    "WHERE r.merged_into IS NULL AND r.id IN (SELECT value FROM json_each(?)) "
    "ORDER BY r.id, d.position"
)


def unmask(connection: Connection, batch: ImportBatch) -> ImportBatch:
    """Return a batch with the names and numbers of those whom its masked rows mean."""
    if not is_to_unmask(batch):
        return batch
    masked = [said for said in batch.people if said.masked is not None]
    ids: set[int] = set()
    for query, values in (
        (_OF_NAME, {said.draft.name for said in masked}),
        (
            _OF_HOUSEHOLD,
            {number for said in masked for number in household_numbers(batch.households, said)},
        ),
        (_OF_NUMBER, {each.number for said in masked for each in said.draft.documents}),
    ):
        ids.update(connection.exec_driver_sql(query, (listed(values),)).scalars())
    return unmasked(batch, _candidates(connection, ids))


def _candidates(connection: Connection, ids: Iterable[int]) -> Iterator[Candidate]:
    rows = connection.exec_driver_sql(_CANDIDATES, (listed(ids),))
    for number, lines in groupby(rows, key=lambda row: row.id):
        own = list(lines)
        first = own[0]
        yield Candidate(
            id=number,
            name=first.name,
            sex=Sex(first.sex),
            birth=None if first.birth is None else PartialDate.from_iso(first.birth),
            household=first.household,
            documents=tuple(
                IdentityDocument(kind=DocumentKind(line.kind), number=line.number)
                for line in own
                if line.number is not None
            ),
        )
