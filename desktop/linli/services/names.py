"""No name printed wrong (姓名保证): finding what no font can draw, and putting it right."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.glyphs import (
    PEN,
    DrawnGlyph,
    KeptGlyph,
    Stroke,
    check_glyph,
    free_code,
    simplify_stroke,
)
from linli.domain.name_troubles import (
    NameKind,
    NameTrouble,
    code_point,
    find_troubles,
    is_private,
)
from linli.domain.values.names import is_han
from linli.errors import UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.storage import glyphs, names
from linli.storage.printed_texts import printed_characters, texts_with, used_characters

if TYPE_CHECKING:
    from linli.printing.fonts import FontLibrary
    from linli.storage.database import Writing


class NameService:
    """What a clerk does with characters that cannot be printed. Each change is one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def library(self) -> "FontLibrary":
        """Return the fonts with which everything of this ledger is printed."""
        self._context.require(Right.READ, "检查姓名")
        return library_of(self._context)

    def check(
        self, resident_ids: Collection[int] | None = None, progress: Progress = SILENT
    ) -> tuple[NameTrouble, ...]:
        """Return every place of every printed text that cannot be printed.

        Args:
            resident_ids: of the residents only these and who lives in their households; None for
                all of them. What is no resident's is looked at in any case.
            progress: told what is looked at.
        """
        self._context.require(Right.READ, "检查姓名")
        from linli.printing.faces import is_drawable

        library = self.library()
        with self._context.db.reading() as connection:
            progress.report(0, 2, "查看用到的字")
            used = {char for char in printed_characters(connection) if not char.isspace()}
            missing = frozenset(library.missing("".join(sorted(used))))
            if not missing:
                return ()
            progress.report(1, 2, "查看有问题的姓名")
            shapeless = frozenset(char for char in missing if not is_drawable(char))
            known = names.remembered(connection)
            return tuple(
                trouble
                for text in texts_with(connection, missing, resident_ids)
                for trouble in find_troubles(text, missing, shapeless, known)
            )

    def map_code(self, private: str, standard: str) -> Changes:
        """Replace a private-use code by the right character everywhere, now and in later imports.

        Raises:
            UserError: the one is no private-use code, or the other no single character.
        """
        self._context.require(Right.DESIGN, "修改字体和手绘字")
        if len(private) != 1 or not is_private(private):
            raise UserError(f"“{private}”不是旧系统的自造字编码，不能这样换。请只改这一个姓名。")
        self._check_character(standard)
        with self._context.writing(f"{code_point(private)} 都换成“{standard}”") as work:
            self._map(work, private, standard)
        return work.changes

    def replace_in(
        self, record_id: int, old: str, new: str, *, kind: NameKind = NameKind.RESIDENT
    ) -> Changes:
        """Replace a character in one name; `record_id` is whose, of which `kind`.

        Raises:
            UserError: the new one is no single character.
            NotFoundError: the character does not stand there any more.
        """
        self._context.require(Right.EDIT, "修改姓名")
        self._check_character(new)
        with self._context.writing(f"姓名里的 {code_point(old)} 换成“{new}”") as work:
            names.replace_in(work.session, kind, record_id, old, new, self._context.clock())
        return work.changes

    def keep_glyph(
        self,
        record_id: int | None,
        character: str,
        strokes: Sequence[Stroke],
        width: float = PEN,
        *,
        kind: NameKind = NameKind.RESIDENT,
    ) -> Changes:
        """Keep a character as the clerk drew it.

        One that has a code keeps it, and the drawing serves wherever it stands. A private-use code,
        or a character with a mark behind it, is replaced by a code that only this ledger uses: in
        the name of `record_id`, or everywhere and in later imports where that is None.

        Raises:
            UserError: the drawing cannot stand for a character.
            NotFoundError: the character does not stand in that name any more.
        """
        self._context.require(Right.DESIGN, "修改字体和手绘字")
        shape = tuple(simplify_stroke(stroke) for stroke in strokes)
        has_code = len(character) == 1 and not is_private(character)
        action = "手绘生僻字" if not has_code else f"手绘“{character}”"
        with self._context.writing(action) as work:
            own = character if has_code or self._is_drawn(work, character) else self._new_code(work)
            glyph = DrawnGlyph(character=own, strokes=shape, width=width)
            check_glyph(glyph)
            if own != character:
                self._put(work, kind, record_id, character, own)
            resident_id = record_id if kind is NameKind.RESIDENT and not has_code else None
            glyphs.save_glyph(work.connection, glyph, resident_id)
        return work.changes

    def glyphs(self) -> tuple[KeptGlyph, ...]:
        """Return the characters that the clerk drew."""
        self._context.require(Right.READ, "检查姓名")
        with self._context.db.reading() as connection:
            return glyphs.list_glyphs(connection)

    def remove_glyph(self, character: str) -> Changes:
        """Remove a drawing that no name uses.

        Raises:
            UserError: a name uses it.
            NotFoundError: it is gone.
        """
        self._context.require(Right.DESIGN, "修改字体和手绘字")
        with self._context.writing("删除手绘字") as work:
            if character in used_characters(work.connection):
                found = texts_with(work.connection, frozenset({character}), None)
                where = next((f"“{text.holder}”的{text.label}里" for text in found), "有的姓名里")
                raise UserError(f"这个手绘字还在用：{where}有它。请先把那里换成别的字，再删除。")
            glyphs.remove_glyph(work.connection, character)
        return work.changes

    def _map(self, work: "Writing", private: str, standard: str) -> None:
        names.replace_everywhere(work.session, private, standard, self._context.clock())
        names.remember(work.connection, private, standard)

    def _put(
        self, work: "Writing", kind: NameKind, record_id: int | None, old: str, new: str
    ) -> None:
        """Replace a character in one name, or everywhere where none is given."""
        at = self._context.clock()
        if record_id is not None:
            names.replace_in(work.session, kind, record_id, old, new, at)
        elif len(old) == 1:
            self._map(work, old, new)
        else:
            names.replace_everywhere(work.session, old, new, at)

    def _is_drawn(self, work: "Writing", character: str) -> bool:
        drawn = glyphs.list_glyphs(work.connection)
        return any(kept.glyph.character == character for kept in drawn)

    def _new_code(self, work: "Writing") -> str:
        drawn = {kept.glyph.character for kept in glyphs.list_glyphs(work.connection)}
        meant = names.remembered(work.connection).values()
        return free_code({*used_characters(work.connection), *drawn, *meant})

    def _check_character(self, character: str) -> None:
        """Refuse what is no single character; a private-use code is one where it was drawn.

        Raises:
            UserError: it cannot stand in a name.
        """
        is_letter = len(character) == 1 and (is_han(character) or character.isalpha())
        if is_letter and is_private(character):
            is_letter = any(kept.glyph.character == character for kept in self.glyphs())
        if not is_letter:
            raise UserError(f"“{character}”不是一个字，不能换进姓名。请只填一个字。", "character")
