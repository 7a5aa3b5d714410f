"""Every text of the ledger that can be printed (can stand on a card, a board, a list)."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, false, func, or_, select
from sqlalchemy.orm import aliased

from linli.domain.labels import NAME_KIND
from linli.domain.name_troubles import NameKind, NameText
from linli.domain.settings import HallFacts
from linli.domain.values.addresses import address_text
from linli.storage import settings
from linli.storage.dwelling_facts import address_of
from linli.storage.ids import among
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

_PARTS = ("estate", "building", "unit", "room")
_HOME = aliased(DwellingRecord)


@dataclass(frozen=True)
class Source:
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
SOURCES = (
    Source(
        NameKind.RESIDENT,
        ResidentRecord,
        {"name": "姓名"},
        holder=ResidentRecord.name,
        home=ResidentRecord.home_id,
    ),
    Source(
        NameKind.OFFICER,
        GridOfficerRecord,
        {"name": "姓名"},
        holder=GridOfficerRecord.name,
        grid=GridOfficerRecord.grid_id,
    ),
    Source(
        NameKind.BOARD,
        BoardEntryRecord,
        {"name": "姓名", "post": "认领岗位", "promise": "承诺"},
        holder=BoardEntryRecord.name,
        grid=BoardEntryRecord.grid_id,
    ),
    Source(
        NameKind.STAFF,
        StaffRecord,
        {"name": "姓名", "post": "职务", "office": "窗口或科室", "promise": "服务承诺"},
        holder=StaffRecord.name,
    ),
    Source(
        NameKind.STATION,
        StationRecord,
        {"name": "名称", "place": "位置", "hours": "开放时间", "services": "服务内容"},
        holder=StationRecord.name,
    ),
    Source(
        NameKind.HELPER,
        PairingRecord,
        {"name": "姓名", "post": "职务"},
        holder=PairingRecord.name,
    ),
    Source(
        NameKind.LANDLORD,
        RentalRecord,
        {"landlord_name": "姓名"},
        holder=RentalRecord.landlord_name,
        home=RentalRecord.dwelling_id,
    ),
    Source(
        NameKind.TENANT,
        TenancyRecord,
        {"name": "姓名", "room": "房间"},
        holder=TenancyRecord.name,
        home=_HOME_OF_TENANT,
    ),
    Source(NameKind.GRID, GridRecord, {"name": "名称"}, holder=GridRecord.name),
    Source(
        NameKind.DWELLING,
        DwellingRecord,
        {"estate": "小区", "building": "楼栋", "unit": "单元", "room": "室", "note": "说明"},
        home=DwellingRecord.id,
    ),
)
UNPRINTED = (
    (ResidentRecord, ("former_name", "native_name")),
    (FloatingStayRecord, ("landlord_name",)),
)
"""Names that no card shows; a code is replaced in them too."""

HALL_LABELS = {
    "community": "社区名称",
    "hall": "大厅名称",
    "hotline": "服务热线",
    "hours": "办公时间",
    "address": "大厅地址",
}
_HALL_NUMBERS = "common_numbers"


def printed_characters(connection: Connection) -> frozenset[str]:
    """Return every character of a printed text; people in the recycle bin are left out."""
    columns = [(source.record, tuple(source.columns)) for source in SOURCES]
    found = _characters(connection, columns, recycled=False)
    return found.union(*(text for _, _, text in _hall_texts(settings.get_hall(connection))))


def used_characters(connection: Connection) -> frozenset[str]:
    """Return every character of every name and printed text, the recycle bin included."""
    columns = [(source.record, tuple(source.columns)) for source in SOURCES]
    found = _characters(connection, [*columns, *UNPRINTED], recycled=True)
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
    for source in SOURCES:
        yield from _texts_of(connection, source, characters, resident_ids)
    for column, label, text in _hall_texts(settings.get_hall(connection)):
        if not characters.isdisjoint(text):
            yield NameText(
                kind=NameKind.HALL,
                record_id=0,
                column=column,
                label=label,
                holder=NAME_KIND[NameKind.HALL],
                place="",
                text=text,
            )


def _texts_of(
    connection: Connection,
    source: Source,
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
    for field, label in HALL_LABELS.items():
        yield field, label, getattr(hall, field) or ""
    for line in hall.common_numbers:
        yield _HALL_NUMBERS, "常用电话", f"{line.name} {line.number}"
