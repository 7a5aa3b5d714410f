"""Every text of the ledger that can be printed: its characters, where one stands, replacing it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, false, func, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased

from linli.domain.name_troubles import NameKind, NameText
from linli.domain.pinyin import sort_pinyin
from linli.domain.settings import HallFacts
from linli.domain.values.addresses import address_text
from linli.errors import NotFoundError, UserError
from linli.storage import settings
from linli.storage.dwellings import address_of, dwelling_values
from linli.storage.ids import among
from linli.storage.residents import touch
from linli.storage.schema import (
    BoardEntryRecord,
    DwellingRecord,
    FloatingStayRecord,
    GridOfficerRecord,
    GridRecord,
    PairingRecord,
    RentalRecord,
    ResidentRecord,
    StaffRecord,
    StationRecord,
    TenancyRecord,
)

_REMEMBERED = "names.private_use"
_PARTS = ("estate", "building", "unit", "room")
_HOME = aliased(DwellingRecord)


@dataclass(frozen=True)
class _Source:
    """Texts in the columns of a table: their labels, whose they are, in which home or grid."""

    kind: NameKind
    record: Any
    columns: Mapping[str, str]
    holder: Any = None
    home: Any = None
    grid: Any = None


_HOME_OF_TENANT = (
    select(RentalRecord.dwelling_id)
    .where(RentalRecord.id == TenancyRecord.rental_id)
    .scalar_subquery()
)
_SOURCES = (
    _Source(
        NameKind.RESIDENT,
        ResidentRecord,
        {"name": "姓名"},
        holder=ResidentRecord.name,
        home=ResidentRecord.home_id,
    ),
    _Source(
        NameKind.OFFICER,
        GridOfficerRecord,
        {"name": "姓名"},
        holder=GridOfficerRecord.name,
        grid=GridOfficerRecord.grid_id,
    ),
    _Source(
        NameKind.BOARD,
        BoardEntryRecord,
        {"name": "姓名", "post": "认领岗位", "promise": "承诺"},
        holder=BoardEntryRecord.name,
        grid=BoardEntryRecord.grid_id,
    ),
    _Source(
        NameKind.STAFF,
        StaffRecord,
        {"name": "姓名", "post": "职务", "office": "窗口或科室", "promise": "服务承诺"},
        holder=StaffRecord.name,
    ),
    _Source(
        NameKind.STATION,
        StationRecord,
        {"name": "名称", "place": "位置", "hours": "开放时间", "services": "服务内容"},
        holder=StationRecord.name,
    ),
    _Source(
        NameKind.HELPER,
        PairingRecord,
        {"name": "姓名", "post": "职务"},
        holder=PairingRecord.name,
    ),
    _Source(
        NameKind.LANDLORD,
        RentalRecord,
        {"landlord_name": "姓名"},
        holder=RentalRecord.landlord_name,
        home=RentalRecord.dwelling_id,
    ),
    _Source(
        NameKind.TENANT,
        TenancyRecord,
        {"name": "姓名", "room": "房间"},
        holder=TenancyRecord.name,
        home=_HOME_OF_TENANT,
    ),
    _Source(NameKind.GRID, GridRecord, {"name": "名称"}, holder=GridRecord.name),
    _Source(
        NameKind.DWELLING,
        DwellingRecord,
        {"estate": "小区", "building": "楼栋", "unit": "单元", "room": "室", "note": "说明"},
        home=DwellingRecord.id,
    ),
)
_UNPRINTED = (
    (ResidentRecord, ("former_name", "native_name")),
    (FloatingStayRecord, ("landlord_name",)),
)
"""Names that no card shows; a code is replaced in them too."""

_OWNERS: Mapping[Any, tuple[str, Any]] = {
    GridOfficerRecord: ("grid_id", GridRecord),
    BoardEntryRecord: ("grid_id", GridRecord),
    RentalRecord: ("dwelling_id", DwellingRecord),
    TenancyRecord: ("rental_id", RentalRecord),
    FloatingStayRecord: ("resident_id", ResidentRecord),
}
"""The record whose version counts on when a row that is part of it changes."""

_HALL_LABELS = {
    "community": "社区名称",
    "hall": "大厅名称",
    "hotline": "服务热线",
    "hours": "办公时间",
    "address": "大厅地址",
}
_HALL_NUMBERS = "common_numbers"


# ---- reading ------------------------------------------------------------------------------


def printed_characters(connection: Connection) -> frozenset[str]:
    """Return every character of a printed text; people in the recycle bin are left out."""
    columns = [(source.record, tuple(source.columns)) for source in _SOURCES]
    found = _characters(connection, columns, recycled=False)
    return found.union(*(text for _, _, text in _hall_texts(settings.get_hall(connection))))


def used_characters(connection: Connection) -> frozenset[str]:
    """Return every character of every name and printed text, the recycle bin included."""
    columns = [(source.record, tuple(source.columns)) for source in _SOURCES]
    found = _characters(connection, [*columns, *_UNPRINTED], recycled=True)
    return found.union(*(text for _, _, text in _hall_texts(settings.get_hall(connection))))


def _characters(
    connection: Connection, columns: Iterable[tuple[Any, Iterable[str]]], *, recycled: bool
) -> frozenset[str]:
    found: set[str] = set()
    for record, names in columns:
        query = select(*(func.group_concat(getattr(record, name), "") for name in names))
        if record is ResidentRecord and not recycled:
            query = query.where(ResidentRecord.recycled_at.is_(None))
        for text in connection.execute(query).one():
            found.update(text or "")
    return frozenset(found)


def texts_with(
    connection: Connection, characters: frozenset[str], resident_ids: Collection[int] | None
) -> Iterator[NameText]:
    """Yield the printed texts that contain one of some characters.

    Args:
        connection: the ledger.
        characters: single ones.
        resident_ids: of the residents only these and who lives in their households; None for all.
    """
    for source in _SOURCES:
        yield from _texts_of(connection, source, characters, resident_ids)
    for column, label, text in _hall_texts(settings.get_hall(connection)):
        if not characters.isdisjoint(text):
            yield NameText(
                kind=NameKind.HALL,
                record_id=0,
                column=column,
                label=label,
                holder=NameKind.HALL.label,
                place="",
                text=text,
            )


def _texts_of(
    connection: Connection,
    source: _Source,
    characters: frozenset[str],
    resident_ids: Collection[int] | None,
) -> Iterator[NameText]:
    record = source.record
    query = select(record).where(
        or_(*(_has_one_of(getattr(record, name), characters) for name in source.columns))
    )
    if record is ResidentRecord:
        query = query.where(ResidentRecord.recycled_at.is_(None))
        if resident_ids is not None:
            query = query.where(_lives_with(resident_ids))
    query = query.with_only_columns(
        record.id,
        *(getattr(record, name).label(f"text_{name}") for name in source.columns),
        *([] if source.holder is None else [source.holder.label("holder")]),
    )
    if source.home is not None:
        query = query.outerjoin(_HOME, _HOME.id == source.home).add_columns(
            *(getattr(_HOME, part).label(f"home_{part}") for part in _PARTS)
        )
    if source.grid is not None:
        query = query.outerjoin(GridRecord, GridRecord.id == source.grid).add_columns(
            GridRecord.name.label("grid_name")
        )
    for row in connection.execute(query.order_by(record.id)):
        place = _place(row)
        for name, label in source.columns.items():
            text = getattr(row, f"text_{name}")
            if text and not characters.isdisjoint(text):
                yield NameText(
                    kind=source.kind,
                    record_id=row.id,
                    column=name,
                    label=label,
                    holder=getattr(row, "holder", None) or place,
                    place=place,
                    text=text,
                )


def _place(row: Any) -> str:
    if hasattr(row, "home_estate"):
        return address_text(address_of(row, "home_"))
    return getattr(row, "grid_name", None) or ""


def _has_one_of(column: Any, characters: frozenset[str]) -> ColumnElement[bool]:
    """SQL: one of some characters stands in a text (all that GLOB understands is ASCII)."""
    wanted = "".join(sorted(char for char in characters if not char.isascii()))
    return column.op("GLOB")(f"*[{wanted}]*") if wanted else false()


def _lives_with(resident_ids: Collection[int]) -> ColumnElement[bool]:
    people = among(resident_ids)
    homes = select(ResidentRecord.household_id).where(ResidentRecord.id.in_(people))
    return ResidentRecord.id.in_(people) | ResidentRecord.household_id.in_(homes)


def _hall_texts(hall: HallFacts) -> Iterator[tuple[str, str, str]]:
    """Yield (field, label, text) of the hall's facts."""
    for field, label in _HALL_LABELS.items():
        yield field, label, getattr(hall, field) or ""
    for line in hall.common_numbers:
        yield _HALL_NUMBERS, "常用电话", f"{line.name} {line.number}"


# ---- what codes stand for -----------------------------------------------------------------


def remembered(connection: Connection) -> dict[str, str]:
    """Return what the clerk said that private-use codes stand for."""
    kept = settings.find_value(connection, _REMEMBERED) or {}
    return {chr(int(code, 16)): character for code, character in kept.items()}


def remember(connection: Connection, private: str, character: str) -> None:
    """Keep what a private-use code stands for, and whatever stood for that code before."""
    kept = settings.find_value(connection, _REMEMBERED) or {}
    kept = {code: character if other == private else other for code, other in kept.items()}
    kept[f"{ord(private):04X}"] = character
    settings.save_value(connection, _REMEMBERED, kept)


# ---- replacing ----------------------------------------------------------------------------


def replace_everywhere(session: Session, old: str, new: str, at: datetime) -> int:
    """Replace a character in every name and printed text; return in how many records.

    Raises:
        UserError: two records would have the same name.
    """
    tables: dict[Any, list[str]] = {}
    for source in _SOURCES:
        tables.setdefault(source.record, []).extend(source.columns)
    for record, columns in _UNPRINTED:
        tables.setdefault(record, []).extend(columns)
    count = 0
    for record, names in tables.items():
        columns = [getattr(record, name) for name in names]
        query = select(record).where(or_(*(func.instr(column, old) > 0 for column in columns)))
        for found in session.scalars(query).all():
            count += _replace(session, found, names, old, new, at)
    count += _replace_in_hall(session, old, new)
    _flush(session)
    return count


def replace_in(
    session: Session, kind: NameKind, record_id: int, old: str, new: str, at: datetime
) -> None:
    """Replace a character in the texts of one record; of a resident in all names.

    Raises:
        NotFoundError: the record is gone, or the character does not stand there any more.
        UserError: another record has the name already.
    """
    if kind is NameKind.HALL:
        changed = _replace_in_hall(session, old, new)
    else:
        source = next(source for source in _SOURCES if source.kind is kind)
        names = [*source.columns]
        for record, more in _UNPRINTED:
            names += more if record is source.record else ()
        found = session.get(source.record, record_id)
        changed = found is not None and _replace(session, found, names, old, new, at)
    if not changed:
        raise NotFoundError("这个名字刚才已经改过，里面没有这个字了，请刷新后再看。")
    _flush(session)


def _replace(
    session: Session, record: Any, columns: Iterable[str], old: str, new: str, at: datetime
) -> bool:
    """Replace in the columns of one record; whether any had the character."""
    changed = False
    for name in columns:
        text = getattr(record, name)
        if text and old in text:
            setattr(record, name, text.replace(old, new))
            changed = True
    if not changed:
        return False
    if isinstance(record, ResidentRecord):
        record.name_pinyin = sort_pinyin(record.name)
    elif isinstance(record, DwellingRecord):
        for name, value in dwelling_values(address_of(record)).items():
            setattr(record, name, value)
    _count_on(session, record, at)
    return True


def _count_on(session: Session, record: Any, at: datetime) -> None:
    """Count the version on, or that of the record which the row is part of."""
    while type(record) in _OWNERS:
        column, owner = _OWNERS[type(record)]
        record = session.get_one(owner, getattr(record, column))
    if isinstance(record, ResidentRecord):
        touch(record, at)
    else:
        record.version += 1


def _replace_in_hall(session: Session, old: str, new: str) -> bool:
    connection = session.connection()
    hall = settings.get_hall(connection)
    texts = {field: getattr(hall, field) for field in _HALL_LABELS}
    changed = replace(
        hall,
        **{field: text.replace(old, new) if text else text for field, text in texts.items()},
        common_numbers=tuple(
            replace(line, name=line.name.replace(old, new), number=line.number.replace(old, new))
            for line in hall.common_numbers
        ),
    )
    if changed == hall:
        return False
    settings.save_hall(connection, changed)
    return True


def _flush(session: Session) -> None:
    try:
        session.flush()
    except IntegrityError as error:
        raise UserError(
            "换字以后会有两条记录同名，所以没有换。请先把其中一条改名或合并，再换这个字。"
        ) from error
