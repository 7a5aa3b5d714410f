"""What the ledger knows of the people of a case, for warnings of their being too near."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection

from linli.domain.case_conflicts import Home, KnownPeople
from linli.domain.cases import CaseDraft
from linli.domain.contact_rules import same_phone
from linli.domain.values.addresses import Address
from linli.storage.ids import listed

_HOMES = """
SELECT r.id, r.household_id, r.home_id, d.estate, d.building, d.unit, d.room
FROM resident r LEFT JOIN dwelling d ON d.id = r.home_id
WHERE r.id IN (SELECT value FROM json_each(?))
"""
_NAMESAKES = """
SELECT r.id, p.number FROM resident r JOIN phone p ON p.resident_id = r.id
WHERE r.name = ? AND r.recycled_at IS NULL
"""
_BY_DOCUMENT = """
SELECT r.id FROM identity_document d JOIN resident r ON r.id = d.resident_id
WHERE d.number = ? AND r.recycled_at IS NULL LIMIT 1
"""
_PAIRED = """
SELECT p.resident_id AS one, r.id AS other FROM pairing p
JOIN resident r ON r.household_id = p.household_id
WHERE p.until IS NULL AND p.resident_id IN (SELECT value FROM json_each(:one))
AND r.id IN (SELECT value FROM json_each(:other))
"""
_WATCHED = """
SELECT neighbour_id AS one, resident_id AS other FROM neighbour
WHERE until IS NULL AND neighbour_id IN (SELECT value FROM json_each(:one))
AND resident_id IN (SELECT value FROM json_each(:other))
"""
_LET = """
SELECT d.resident_id AS one, t.resident_id AS other FROM tenancy t
JOIN rental l ON l.id = t.rental_id
JOIN identity_document d ON d.number = l.landlord_document
WHERE t.until IS NULL AND d.resident_id IN (SELECT value FROM json_each(:one))
AND t.resident_id IN (SELECT value FROM json_each(:other))
"""
_TIES = (
    (_PAIRED, "结对帮扶对方这户", "受对方结对帮扶"),
    (_WATCHED, "是对方的守望邻居", "由对方守望照看"),
    (_LET, "是对方的房东", "是对方的租客"),
)
"""Each with what the first is to the second, and what the second is to the first."""
_LEADS = """
SELECT organisation_id, name FROM organisation_leader
WHERE until IS NULL AND organisation_id IN (SELECT value FROM json_each(?))
"""


def known_people(connection: Connection, draft: CaseDraft) -> KnownPeople:
    """Return what is known of mediators and parties; who is not linked is looked for.

    A mediator is found by name and phone, a party by the number of their identity document.
    """
    mediators = {
        place: found
        for place, each in enumerate(draft.mediators)
        if (found := each.resident_id or _namesake(connection, each.name, each.phone))
    }
    parties = {
        place: found
        for place, each in enumerate(draft.parties)
        if not each.is_organisation
        and (found := each.resident_id or _holder(connection, each.id_number))
    }
    own, others = sorted(set(mediators.values())), sorted(set(parties.values()))
    organisations = [each.organisation_id for each in draft.parties if each.organisation_id]
    return KnownPeople(
        mediators=mediators,
        parties=parties,
        homes=_homes(connection, (*own, *others)),
        ties=_ties(connection, own, others),
        leaders=_leaders(connection, organisations),
    )


def _namesake(connection: Connection, name: str, phone: str | None) -> int | None:
    if not phone:
        return None
    rows = connection.exec_driver_sql(_NAMESAKES, (name,))
    return next((row.id for row in rows if same_phone(row.number, phone)), None)


def _holder(connection: Connection, number: str | None) -> int | None:
    if not number:
        return None
    return connection.exec_driver_sql(_BY_DOCUMENT, (number,)).scalar_one_or_none()


def _homes(connection: Connection, ids: Iterable[int]) -> dict[int, Home]:
    rows = connection.exec_driver_sql(_HOMES, (listed(ids),))
    return {
        row.id: Home(
            household_id=row.household_id,
            dwelling_id=row.home_id,
            address=Address(estate=row.estate, building=row.building, unit=row.unit, room=row.room)
            if row.home_id is not None
            else None,
        )
        for row in rows
    }


def _ties(
    connection: Connection, mediators: Sequence[int], parties: Sequence[int]
) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    for sql, there, back in _TIES:
        for row in _between(connection, sql, mediators, parties):
            found[row.one, row.other] = there
        for row in _between(connection, sql, parties, mediators):
            found[row.other, row.one] = back
    return found


def _between(
    connection: Connection, sql: str, one: Sequence[int], other: Sequence[int]
) -> Sequence[Any]:
    return connection.exec_driver_sql(sql, {"one": listed(one), "other": listed(other)}).all()


def _leaders(connection: Connection, ids: Iterable[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for row in connection.exec_driver_sql(_LEADS, (listed(ids),)):
        found.setdefault(row.organisation_id, []).append(row.name)
    return found
