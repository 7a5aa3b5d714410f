"""The fonts of a ledger (字体): this machine's, those the clerk added, and the drawn characters.

The settings name the added fonts, so adding and removing one can be undone; the files lie in the
ledger's folder under their digests. A file that is no longer named is deleted at the next start:
Windows keeps one open that has drawn anything.
"""

import hashlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.faces import AddedFont, FontStyle, ServingFont
from linli.errors import NotFoundError, StorageProblem, UserError
from linli.services.context import Context
from linli.storage import files, fonts, glyphs

if TYPE_CHECKING:
    from linli.printing.fonts import FontLibrary


def library_of(context: Context) -> "FontLibrary":
    """Return the fonts with which everything of this ledger is printed."""
    from linli.printing.fonts import library_for

    with context.db.reading() as connection:
        drawn = tuple(kept.glyph for kept in glyphs.list_glyphs(connection))
        added = fonts.list_added(connection, context.data_dir.fonts)
    folder = context.data_dir.fonts
    return library_for(tuple(folder / font.file for font in added if font.present), drawn)


class FontService:
    """What a clerk does with fonts."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def serving(self) -> dict[FontStyle, ServingFont]:
        """Return which font draws each face of type here, or stands in for it."""
        return library_of(self._context).serving

    def drawn_font(self) -> bytes | None:
        """Return the font file of the drawn characters for the screen, None without any."""
        with self._context.db.reading() as connection:
            if not glyphs.list_glyphs(connection):
                return None  # every start asks, and few halls have drawn any
        return library_of(self._context).drawn_font

    def missing(self, text: str) -> tuple[str, ...]:
        """Return the characters of a text that no font here draws, each once."""
        return library_of(self._context).missing(text)

    def list_added(self) -> tuple[AddedFont, ...]:
        """Return the fonts that the clerk added, in the order of adding."""
        with self._context.db.reading() as connection:
            return fonts.list_added(connection, self._context.data_dir.fonts)

    def added_files(self) -> tuple[Path, ...]:
        """Return the files of the added fonts that are there."""
        folder = self._context.data_dir.fonts
        return tuple(folder / font.file for font in self.list_added() if font.present)

    def add(self, path: Path) -> tuple[AddedFont, Changes]:
        """Check a font file and keep a copy of it with the ledger.

        Raises:
            UserError: it is no font that can serve, or it is there already.
            StorageProblem: it cannot be copied.
        """
        self._context.require(Right.DESIGN, "修改字体")
        from linli.printing.font_check import check_font_file

        info = check_font_file(path)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise UserError(
                f"读不了字体文件“{path.name}”。请检查U盘有没有拔掉，再选一次。"
            ) from error
        file = hashlib.sha256(content).hexdigest() + path.suffix.lower()
        folder = self._context.data_dir.fonts
        font = AddedFont(file=file, chosen=path.name, info=info)
        if font.file in {known.file for known in self.list_added() if known.present}:
            raise UserError(f"字体“{info.font}”已经添加过了，不用再添加。")
        if not (folder / file).exists():
            files.make_folder(folder)
            files.replace_file(folder / file, content)
        with self._context.writing(f"添加字体 {info.font}") as work:
            others = fonts.list_added(work.connection, folder)
            fonts.save_added(
                work.connection, [*(each for each in others if each.file != file), font]
            )
        return font, work.changes

    def remove(self, file: str) -> Changes:
        """Take a font out of use; what only it could draw cannot be printed any more.

        Raises:
            NotFoundError: it is not among the added ones.
        """
        self._context.require(Right.DESIGN, "修改字体")
        with self._context.writing("移除字体") as work:
            added = fonts.list_added(work.connection, self._context.data_dir.fonts)
            left = [font for font in added if font.file != file]
            if len(left) == len(added):
                raise NotFoundError("这个字体已经不在了，请刷新后再看。")
            fonts.save_added(work.connection, left)
        return work.changes

    def drop_unused(self) -> None:
        """Delete the files of fonts that are no longer used; to be called when a window starts."""
        used = {font.file for font in self.list_added()}
        for path in self._context.data_dir.fonts.glob("*"):
            if path.name not in used:
                with suppress(StorageProblem):  # still open, or read-only: another time
                    files.remove(path)
