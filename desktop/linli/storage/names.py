"""Putting names right: what private-use codes stand for, and replacing a character."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from linli.domain.name_troubles import NameKind
from linli.domain.pinyin import sort_pinyin
from linli.errors import NotFoundError, UserError
from linli.storage import settings
from linli.storage.dwelling_facts import address_of
from linli.storage.dwellings import dwelling_values
from linli.storage.printed_texts import HALL_LABELS, SOURCES, UNPRINTED
from linli.storage.residents import touch
from linli.storage.schema import (
    BoardEntryRecord,
    DwellingRecord,
    FloatingStayRecord,
    GridOfficerRecord,
    GridRecord,
    RentalRecord,
    ResidentRecord,
    TenancyRecord,
)

_REMEMBERED = "names.private_use"
_OWNERS: Mapping[Any, tuple[str, Any]] = {
    GridOfficerRecord: ("grid_id", GridRecord),
    BoardEntryRecord: ("grid_id", GridRecord),
    RentalRecord: ("dwelling_id", DwellingRecord),
    TenancyRecord: ("rental_id", RentalRecord),
    FloatingStayRecord: ("resident_id", ResidentRecord),
}
"""The record whose version counts on when a row that is part of it changes."""


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


def replace_everywhere(session: Session, old: str, new: str, at: datetime) -> int:
    """Replace a character in every name and printed text; return in how many records.

    Raises:
        UserError: two records would have the same name.
    """
    tables: dict[Any, list[str]] = {}
    for source in SOURCES:
        tables.setdefault(source.record, []).extend(source.columns)
    for record, more in UNPRINTED:
        tables.setdefault(record, []).extend(more)
    count = 0
    with _names_stay_apart(session):
        for record, names in tables.items():
            columns = [getattr(record, name) for name in names]
            query = select(record).where(or_(*(func.instr(column, old) > 0 for column in columns)))
            for found in session.scalars(query).all():
                count += _replace(session, found, names, old, new, at)
        count += _replace_in_hall(session, old, new)
    return count


def replace_in(
    session: Session, kind: NameKind, record_id: int, old: str, new: str, at: datetime
) -> None:
    """Replace a character in the texts of one record; of a resident in all names.

    Raises:
        NotFoundError: the record is gone, or the character does not stand there any more.
        UserError: another record has the name already.
    """
    with _names_stay_apart(session):
        if kind is NameKind.HALL:
            changed = _replace_in_hall(session, old, new)
        else:
            source = next(source for source in SOURCES if source.kind is kind)
            names = [*source.columns]
            for record, more in UNPRINTED:
                names += more if record is source.record else ()
            found = session.get(source.record, record_id)
            changed = found is not None and _replace(session, found, names, old, new, at)
    if not changed:
        raise NotFoundError("这个名字刚才已经改过，里面没有这个字了，请刷新后再看。")


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
    texts = {field: getattr(hall, field) for field in HALL_LABELS}
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


@contextmanager
def _names_stay_apart(session: Session) -> Iterator[None]:
    """Write what the block has changed; refuse it where two records would have the same name."""
    try:
        yield
        session.flush()
    except IntegrityError as error:
        raise UserError(
            "换字以后会有两条记录同名，所以没有换。请先把其中一条改名或合并，再换这个字。"
        ) from error
