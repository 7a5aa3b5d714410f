"""Residents as records: read whole, add, change, and their standing."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar, cast

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session, aliased

from linli.domain.party import PartyBelonging, PartyManagement, PartyMembership
from linli.domain.pinyin import sort_pinyin
from linli.domain.relations import HEAD_CODE
from linli.domain.residents import (
    FloatingStay,
    ManagementClass,
    Resident,
    ResidentDraft,
    ResidentStatus,
    Sex,
)
from linli.domain.values.dates import PartialDate
from linli.domain.values.identity import DocumentKind, IdentityDocument
from linli.domain.values.phones import Phone, PhoneKind
from linli.errors import NotFoundError
from linli.storage.children import has_changes, replace_children
from linli.storage.dwelling_facts import address_of
from linli.storage.ids import among
from linli.storage.schema import (
    DwellingRecord,
    FloatingStayRecord,
    GridRecord,
    HouseholdRecord,
    IdentityDocumentRecord,
    PartyMembershipRecord,
    PhoneRecord,
    ResidentRecord,
    ResidentTagRecord,
)
from linli.storage.times import stored
from linli.storage.versioned import record_for_change

_PLAIN = (
    "name",
    "former_name",
    "native_name",
    "ethnicity_code",
    "education_code",
    "politics_code",
    "marriage_code",
    "relation_code",
    "occupation",
    "employer",
    "registered_address",
    "origin_village",
    "household_id",
    "dwelling_id",
    "note",
    "photo",
)
_PLAIN_STAY = (
    "origin",
    "reason_code",
    "housing_code",
    "permit_code",
    "permit_number",
    "landlord_name",
    "landlord_phone",
)

_PLAIN_PARTY = ("branch", "home_organisation", "certificate", "difficulty", "post", "note")

_plain_of = attrgetter(*_PLAIN)
_CODES = tuple(column for column in _PLAIN if column.endswith("_code"))
_CHUNK = 2_000
"""People read at once."""

T = TypeVar("T")


# ---- what a draft looks like as rows ----------------------------------------------------------


def resident_values(draft: ResidentDraft) -> dict[str, Any]:
    """Return the columns of the person's own row that the draft decides."""
    values = dict(zip(_PLAIN, _plain_of(draft), strict=True))
    values["name_pinyin"] = sort_pinyin(draft.name)
    values["sex"] = draft.sex.value
    values["birth"] = _iso(draft.birth)
    values["returned"] = draft.returned or None
    return values


def document_values(documents: Iterable[IdentityDocument]) -> list[dict[str, Any]]:
    """Return the rows of identity documents, without their owner."""
    return [
        {"position": i, "kind": d.kind.value, "number": d.number, "tail": d.number[-4:]}
        for i, d in enumerate(documents)
    ]


def phone_values(phones: Iterable[Phone]) -> list[dict[str, Any]]:
    """Return the rows of phones, without their owner."""
    return [
        {
            "position": i,
            "kind": p.kind.value,
            "number": p.number,
            "tail": p.number[-4:],
            "note": p.note,
        }
        for i, p in enumerate(phones)
    ]


def tag_values(draft: ResidentDraft) -> list[dict[str, Any]]:
    """Return the rows of skills and care tags, without their owner."""
    return [
        {"position": i, "kind": kind, "text": text}
        for kind, texts in (("skill", draft.skills), ("care", draft.care_tags))
        for i, text in enumerate(texts)
    ]


def stay_values(stay: FloatingStay) -> dict[str, Any]:
    """Return the row of what is recorded of a floating person, without its owner."""
    values = {column: getattr(stay, column) for column in _PLAIN_STAY}
    return values | {
        "arrived": _iso(stay.arrived),
        "permit_expires": _iso(stay.permit_expires),
        "expected_leave": _iso(stay.expected_leave),
        "management": None if stay.management is None else stay.management.value,
    }


def party_values(party: PartyMembership) -> dict[str, Any]:
    """Return the row of a party membership, without its owner."""
    values = {column: getattr(party, column) for column in _PLAIN_PARTY}
    return values | {
        "joined": _iso(party.joined),
        "management": None if party.management is None else party.management.value,
        "belonging": None if party.belonging is None else party.belonging.value,
        "registered": _iso(party.registered),
    }


def _iso(day: PartialDate | date | None) -> str | None:
    if day is None:
        return None
    return day.iso() if isinstance(day, PartialDate) else day.isoformat()


# ---- reading ------------------------------------------------------------------------------


def get_resident(connection: Connection, resident_id: int) -> Resident:
    """Return a person whole, in the recycle bin or not.

    Raises:
        NotFoundError: if there is no such person.
    """
    found = load_residents(connection, [resident_id])
    if not found:
        raise _missing()
    return found[resident_id]


def load_residents(connection: Connection, ids: Sequence[int]) -> dict[int, Resident]:
    """Return people whole by their ids; an id that nobody has is left out."""
    found: dict[int, Resident] = {}
    same = _Once()
    for start in range(0, len(ids), _CHUNK):
        found |= _load(connection, ids[start : start + _CHUNK], same)
    return found


class _Once(dict[Any, Any]):
    """Gives for a value the first that equals it: codes, tags and homes repeat in many people."""

    def __call__(self, value: T) -> T:
        return cast("T", self.setdefault(value, value))


# Looking a member up by its value is five times as quick as calling the enumeration.
_SEXES = {sex.value: sex for sex in Sex}
_STATUSES = {status.value: status for status in ResidentStatus}
_DOCUMENT_KINDS = {kind.value: kind for kind in DocumentKind}
_PHONE_KINDS = {kind.value: kind for kind in PhoneKind}

_OWN_COLUMNS = sorted(ResidentRecord.__table__.columns, key=lambda c: c.name not in _PLAIN)
_OWN_COLUMNS[: len(_PLAIN)] = [ResidentRecord.__table__.columns[name] for name in _PLAIN]
"""The plain ones first and in their order, so that a row begins with them."""


def _load(connection: Connection, ids: Sequence[int], same: _Once) -> dict[int, Resident]:
    rows = connection.execute(
        select(
            *_OWN_COLUMNS,
            *(
                column.label(f"home_{column.key}")
                for column in (
                    DwellingRecord.estate,
                    DwellingRecord.building,
                    DwellingRecord.unit,
                    DwellingRecord.room,
                )
            ),
            GridRecord.id.label("grid_id"),
            GridRecord.name.label("grid_label"),
            HouseholdRecord.number.label("household_number"),
        )
        .outerjoin(DwellingRecord, DwellingRecord.id == ResidentRecord.home_id)
        .outerjoin(GridRecord, GridRecord.id == DwellingRecord.grid_id)
        .outerjoin(HouseholdRecord, HouseholdRecord.id == ResidentRecord.household_id)
        .where(ResidentRecord.id.in_(among(ids)))
    ).all()
    lists = _Lists(connection, ids, same)
    return {row.id: _resident(row, lists, same) for row in rows}


def _resident(row: Any, lists: "_Lists", same: _Once) -> Resident:
    status = _STATUSES[row.status]
    return Resident(
        id=row.id,
        version=row.version,
        facts=lists.facts(row),
        status=status,
        status_date=_date(row.status_date),
        status_note=row.status_note,
        recycled=row.recycled_at is not None,
        address=same(address_of(row, prefix="home_")) if row.home_id else None,
        grid_id=row.grid_id,
        grid_label=same(row.grid_label),
        household_number=same(row.household_number),
        is_head=row.household_id is not None
        and row.relation_code == HEAD_CODE
        and status is ResidentStatus.PRESENT,
    )


class _Lists:
    """What belongs to some people, read at once."""

    def __init__(self, connection: Connection, ids: Sequence[int], same: _Once) -> None:
        self._same = same
        self._documents = _by_owner(connection, IdentityDocumentRecord, ids, "kind", "number")
        self._phones = _by_owner(connection, PhoneRecord, ids, "number", "kind", "note")
        self._tags = _by_owner(connection, ResidentTagRecord, ids, "kind", "text")
        self._stays = _by_owner(connection, FloatingStayRecord, ids)
        self._parties = _by_owner(connection, PartyMembershipRecord, ids)

    def facts(self, row: Any) -> ResidentDraft:
        """Return all that is known of the person of a row."""
        own = row.id
        same = self._same
        plain = dict(zip(_PLAIN, row, strict=False))
        plain.update((name, same(plain[name])) for name in _CODES)
        tags = self._tags.get(own, ())
        stays = self._stays.get(own, ())
        parties = self._parties.get(own, ())
        return ResidentDraft(
            **plain,
            sex=_SEXES[row.sex],
            birth=_partial(row.birth),
            returned=bool(row.returned),
            documents=tuple(
                [
                    IdentityDocument(kind=_DOCUMENT_KINDS[kind], number=number)
                    for _, kind, number in self._documents.get(own, ())
                ]
            ),
            phones=tuple(
                [
                    Phone(number=number, kind=_PHONE_KINDS[kind], note=note)
                    for _, number, kind, note in self._phones.get(own, ())
                ]
            ),
            skills=same(tuple([text for _, kind, text in tags if kind == "skill"])),
            care_tags=same(tuple([text for _, kind, text in tags if kind == "care"])),
            floating=_stay(stays[0]) if stays else None,
            party=party_of(parties[0]) if parties else None,
        )


def _by_owner(
    connection: Connection, record: Any, ids: Sequence[int], *columns: str
) -> dict[int, list[Any]]:
    """Return the rows of a list by whom they belong to, in their order; whose it is comes first.

    Args:
        connection: a transaction's connection.
        record: the list's class.
        ids: whose rows.
        columns: what to read after the owner; all columns by default.
    """
    wanted = columns or (column.name for column in record.__table__.columns)
    order = record.position if hasattr(record, "position") else record.id
    rows = connection.execute(
        select(
            record.resident_id, *(getattr(record, name) for name in wanted if name != "resident_id")
        )
        .where(record.resident_id.in_(among(ids)))
        .order_by(order)
    ).all()
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(row)
    return found


def _stay(row: Any) -> FloatingStay:
    return FloatingStay(
        **{column: getattr(row, column) for column in _PLAIN_STAY},
        arrived=_partial(row.arrived),
        permit_expires=_date(row.permit_expires),
        expected_leave=_date(row.expected_leave),
        management=None if row.management is None else ManagementClass(row.management),
    )


def party_of(row: Any) -> PartyMembership:
    """Return the facts of a party member from their row."""
    return PartyMembership(
        **{column: getattr(row, column) for column in _PLAIN_PARTY},
        joined=_partial(row.joined),
        management=None if row.management is None else PartyManagement(row.management),
        belonging=None if row.belonging is None else PartyBelonging(row.belonging),
        registered=_partial(row.registered),
    )


@lru_cache(65_536)  # living memory has some 40,000 days
def _partial(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate.from_iso(text)


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


class Owner(NamedTuple):
    """Who has a document; `merged_into` is the name of whose record took this one in."""

    id: int
    name: str
    recycled: bool
    merged_into: str | None


def find_owner(connection: Connection, document: IdentityDocument) -> Owner | None:
    """Return who has a document, in the recycle bin or not, or None."""
    kept = aliased(ResidentRecord)
    row = connection.execute(
        select(
            ResidentRecord.id,
            ResidentRecord.name,
            ResidentRecord.recycled_at,
            kept.name.label("merged_into"),
        )
        .join(IdentityDocumentRecord, IdentityDocumentRecord.resident_id == ResidentRecord.id)
        .outerjoin(kept, kept.id == ResidentRecord.merged_into)
        .where(
            IdentityDocumentRecord.kind == document.kind.value,
            IdentityDocumentRecord.number == document.number,
        )
    ).one_or_none()
    if row is None:
        return None
    return Owner(row.id, row.name, row.recycled_at is not None, row.merged_into)


def today_of(connection: Connection, resident_id: int | None) -> int | None:
    """Return whose record took somebody's in, or themselves; None for nobody."""
    while resident_id is not None:
        into = connection.execute(
            select(ResidentRecord.merged_into).where(ResidentRecord.id == resident_id)
        ).scalar()
        if into is None:
            return resident_id
        resident_id = into
    return None


# ---- writing ------------------------------------------------------------------------------


def get_record(session: Session, resident_id: int, version: int | None = None) -> ResidentRecord:
    """Return the person's record for a change.

    Raises:
        NotFoundError: if there is no such person.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(
        session,
        ResidentRecord,
        resident_id,
        version,
        missing=_missing,
        called=lambda record: f"「{record.name}」的资料",
    )


def get_records(session: Session, resident_ids: Sequence[int]) -> list[ResidentRecord]:
    """Return the records of several people, in the order given.

    Raises:
        NotFoundError: if one of them is gone.
    """
    return [get_record(session, resident_id) for resident_id in resident_ids]


def add_resident(session: Session, draft: ResidentDraft, at: datetime) -> ResidentRecord:
    """Add a person who lives here."""
    moment = stored(at)
    record = ResidentRecord(
        **resident_values(draft),
        status=ResidentStatus.PRESENT.value,
        created_at=moment,
        updated_at=moment,
    )
    session.add(record)
    session.flush()
    _replace_lists(session, record.id, draft)
    session.flush()
    return record


def update_resident(
    session: Session, record: ResidentRecord, draft: ResidentDraft, at: datetime
) -> None:
    """Bring a person's record to what the draft says; what is equal stays untouched."""
    for column, value in resident_values(draft).items():
        setattr(record, column, value)
    _replace_lists(session, record.id, draft)
    if has_changes(session):
        touch(record, at)
    session.flush()


def touch(record: ResidentRecord, at: datetime) -> None:
    """Count the version on, so that a form opened before cannot overwrite this change."""
    record.version += 1
    record.updated_at = stored(at)


def _replace_lists(session: Session, resident_id: int, draft: ResidentDraft) -> None:
    owner = {"resident_id": resident_id}
    replace_children(
        session,
        IdentityDocumentRecord,
        owner,
        document_values(draft.documents),
        key=("kind", "number"),
    )
    replace_children(session, PhoneRecord, owner, phone_values(draft.phones), key=("number",))
    replace_children(session, ResidentTagRecord, owner, tag_values(draft), key=("kind", "text"))
    stays = [] if draft.floating is None else [stay_values(draft.floating)]
    replace_children(session, FloatingStayRecord, owner, stays, key=())
    parties = [] if draft.party is None else [party_values(draft.party)]
    replace_children(session, PartyMembershipRecord, owner, parties, key=())


def set_status(
    record: ResidentRecord, status: ResidentStatus, day: date | None, note: str | None
) -> None:
    """Say since when and why a person is here or not."""
    record.status = status.value
    record.status_date = _iso(day)
    record.status_note = note


def _missing() -> NotFoundError:
    return NotFoundError("这位居民已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
