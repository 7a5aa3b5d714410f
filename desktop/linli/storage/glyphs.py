"""Characters that the clerk drew (手绘的生僻字), as records."""

import json

from sqlalchemy import Connection

from linli.domain.glyphs import DrawnGlyph, KeptGlyph
from linli.errors import NotFoundError


def list_glyphs(connection: Connection) -> tuple[KeptGlyph, ...]:
    """Return all drawings in the order of their codes, with whom they were drawn for."""
    rows = connection.exec_driver_sql(
        "SELECT g.character, g.strokes, g.width, g.resident_id, r.name AS holder "
        "FROM drawn_glyph g LEFT JOIN resident r ON r.id = g.resident_id ORDER BY g.character"
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


def save_glyph(connection: Connection, glyph: DrawnGlyph, resident_id: int | None) -> None:
    """Keep a drawing; one of the same character is drawn anew."""
    strokes = json.dumps(glyph.strokes, separators=(",", ":"))
    connection.exec_driver_sql(
        "INSERT INTO drawn_glyph (character, strokes, width, resident_id) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (character) DO UPDATE SET strokes = excluded.strokes, "
        "width = excluded.width, resident_id = excluded.resident_id",
        (glyph.character, strokes, glyph.width, resident_id),
    )


def remove_glyph(connection: Connection, character: str) -> None:
    """Remove a drawing.

    Raises:
        NotFoundError: there is none of that character.
    """
    removed = connection.exec_driver_sql(
        "DELETE FROM drawn_glyph WHERE character = ?", (character,)
    )
    if not removed.rowcount:
        raise NotFoundError("这个手绘的字已经不在了，可能刚被撤销或删除，请刷新后再看。")
