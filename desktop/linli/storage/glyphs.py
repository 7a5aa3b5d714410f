"""Characters that the clerk drew (手绘的生僻字), as records."""

import json

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from linli.domain.glyphs import DrawnGlyph, KeptGlyph
from linli.errors import NotFoundError
from linli.storage.schema import DrawnGlyphRecord, ResidentRecord


def list_glyphs(connection: Connection) -> tuple[KeptGlyph, ...]:
    """Return all drawings in the order of their codes, with whom they were drawn for."""
    rows = connection.execute(
        select(DrawnGlyphRecord.__table__, ResidentRecord.name.label("holder"))
        .outerjoin(ResidentRecord, ResidentRecord.id == DrawnGlyphRecord.resident_id)
        .order_by(DrawnGlyphRecord.character)
    )
    return tuple(
        KeptGlyph(
            glyph=DrawnGlyph(
                character=row.character,
                strokes=tuple(
                    tuple((x, y) for x, y in stroke) for stroke in json.loads(row.strokes)
                ),
                width=row.width,
            ),
            resident_id=row.resident_id,
            holder=row.holder or "",
        )
        for row in rows
    )


def save_glyph(session: Session, glyph: DrawnGlyph, resident_id: int | None) -> None:
    """Keep a drawing; one of the same character is drawn anew."""
    record = _find(session, glyph.character)
    if record is None:
        record = DrawnGlyphRecord(character=glyph.character)
        session.add(record)
    record.strokes = json.dumps(glyph.strokes, separators=(",", ":"))
    record.width = glyph.width
    record.resident_id = resident_id
    session.flush()


def remove_glyph(session: Session, character: str) -> None:
    """Remove a drawing.

    Raises:
        NotFoundError: there is none of that character.
    """
    record = _find(session, character)
    if record is None:
        raise NotFoundError("这个手绘的字已经不在了，可能刚被撤销或删除，请刷新后再看。")
    session.delete(record)


def _find(session: Session, character: str) -> DrawnGlyphRecord | None:
    return session.scalars(
        select(DrawnGlyphRecord).where(DrawnGlyphRecord.character == character)
    ).one_or_none()
