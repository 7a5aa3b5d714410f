"""The fonts that the clerk added: which ones serve is a setting, so that undo reaches it."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from sqlalchemy import Connection

from linli.domain.faces import AddedFont, FontInfo
from linli.storage import settings

_ADDED = "fonts.added"


def list_added(connection: Connection, folder: Path) -> tuple[AddedFont, ...]:
    """Return the added fonts in the order of adding; `folder` is where their files lie."""
    kept = settings.find_value(connection, _ADDED) or []
    return tuple(
        AddedFont(
            file=each["file"],
            chosen=each["chosen"],
            info=FontInfo(**each["info"]),
            present=(folder / each["file"]).is_file(),
        )
        for each in kept
    )


def save_added(connection: Connection, fonts: Iterable[AddedFont]) -> None:
    """Keep which fonts serve."""
    kept = [{"file": f.file, "chosen": f.chosen, "info": asdict(f.info)} for f in fonts]
    settings.save_value(connection, _ADDED, kept)
