"""Organisations (辖区单位、社会组织) as records, in pinyin order."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, or_, select
from sqlalchemy.orm import Session

from linli.domain.organisations import Leader, Organisation, OrganisationDraft, OrganisationFilter
from linli.domain.pinyin import sort_pinyin
from linli.domain.values.dates import PartialDate
from linli.errors import NotFoundError
from linli.storage.children import has_changes, replace_children
from linli.storage.ids import among
from linli.storage.register_schema import OrganisationLeaderRecord, OrganisationRecord
from linli.storage.versioned import record_for_change

_Record, _Leader = OrganisationRecord, OrganisationLeaderRecord
_COLUMNS = ("name", "kind_code", "credit_code", "address", "phone", "note")


# ---- reading ------------------------------------------------------------------------------


def list_organisations(connection: Connection, wanted: OrganisationFilter) -> list[Organisation]:
    """Return organisations in pinyin order."""
    query = select(_Record.__table__)
    if wanted.kind_code is not None:
        query = query.where(_Record.kind_code == wanted.kind_code)
    if wanted.text:
        query = query.where(_fits(wanted.text))
    return _load(connection, query.order_by(_Record.name_pinyin, _Record.name))


def get_organisation(connection: Connection, organisation_id: int) -> Organisation:
    """Return an organisation.

    Raises:
        NotFoundError: if there is no such organisation.
    """
    query = select(_Record.__table__).where(_Record.id == organisation_id)
    found = _load(connection, query)
    if not found:
        raise _missing()
    return found[0]


def find_same(connection: Connection, draft: OrganisationDraft) -> list[Organisation]:
    """Return whoever bears the name or the credit code of a draft."""
    same = _Record.name == draft.name
    if draft.credit_code is not None:
        same = or_(same, _Record.credit_code == draft.credit_code)
    return _load(connection, select(_Record.__table__).where(same))


def list_names(connection: Connection, part: str, limit: int) -> list[str]:
    """Return names that contain `part`, those that begin with it first."""
    query = (
        select(_Record.name)
        .where(_Record.name.contains(part, autoescape=True))
        .order_by(_Record.name.startswith(part, autoescape=True).desc(), _Record.name_pinyin)
    )
    return list(connection.execute(query.limit(limit)).scalars())


def _fits(text: str) -> ColumnElement[bool]:
    """Return whether any of the texts by which one asks for an organisation contains `text`."""
    texts = (_Record.name, _Record.credit_code, _Record.address, _Record.phone)
    spelt = func.replace(_Record.name_pinyin, " ", "")
    leads = exists().where(
        _Leader.organisation_id == _Record.id, _Leader.name.contains(text, autoescape=True)
    )
    asked = [column.contains(text, autoescape=True) for column in texts]
    asked += [spelt.contains(text.lower(), autoescape=True), leads]
    if text.isascii() and text.isalpha():  # initials: xhx of xi he xiao xue
        asked.append(_Record.name_pinyin.like("% ".join(text) + "%"))
    return or_(*asked)


def _load(connection: Connection, query: Select[Any]) -> list[Organisation]:
    rows = connection.execute(query).all()
    leaders: dict[int, list[Leader]] = {}
    for row in connection.execute(
        select(_Leader.__table__)
        .where(_Leader.organisation_id.in_(among(row.id for row in rows)))
        .order_by(_Leader.position)
    ):
        leaders.setdefault(row.organisation_id, []).append(_leader(row))
    return [_organisation(row, leaders.get(row.id, ())) for row in rows]


def _organisation(row: Any, leaders: Sequence[Leader]) -> Organisation:
    facts = {column: getattr(row, column) for column in _COLUMNS}
    return Organisation(
        id=row.id, version=row.version, facts=OrganisationDraft(**facts, leaders=tuple(leaders))
    )


def _leader(row: Any) -> Leader:
    return Leader(
        name=row.name,
        post=row.post,
        phone=row.phone,
        since=PartialDate.from_iso(row.since) if row.since else None,
        until=PartialDate.from_iso(row.until) if row.until else None,
    )


# ---- writing ------------------------------------------------------------------------------


def get_record(
    session: Session, organisation_id: int, version: int | None = None
) -> OrganisationRecord:
    """Return an organisation's record for a change.

    Raises:
        NotFoundError: if there is no such organisation.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(session, _Record, organisation_id, version, missing=_missing)


def add_organisation(session: Session, draft: OrganisationDraft) -> int:
    """Add an organisation and return its id."""
    record = OrganisationRecord(**_values(draft))
    session.add(record)
    session.flush()
    _replace_leaders(session, record.id, draft)
    session.flush()
    return record.id


def update_organisation(
    session: Session, record: OrganisationRecord, draft: OrganisationDraft
) -> None:
    """Bring an organisation to what the draft says."""
    for column, value in _values(draft).items():
        setattr(record, column, value)
    _replace_leaders(session, record.id, draft)
    if has_changes(session):
        record.version += 1
    session.flush()


def _replace_leaders(session: Session, organisation_id: int, draft: OrganisationDraft) -> None:
    wanted = [
        asdict(leader)
        | {
            "position": position,
            "since": leader.since.iso() if leader.since else None,
            "until": leader.until.iso() if leader.until else None,
        }
        for position, leader in enumerate(draft.leaders)
    ]
    replace_children(session, _Leader, {"organisation_id": organisation_id}, wanted)


def _values(draft: OrganisationDraft) -> dict[str, Any]:
    values = {column: getattr(draft, column) for column in _COLUMNS}
    return values | {"name_pinyin": sort_pinyin(draft.name)}


def _missing() -> NotFoundError:
    return NotFoundError("这个单位已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
