"""Refusing to print what no font here draws, before a page is made (姓名不能印错)."""

from collections.abc import Iterable

from linli.domain.registers import UnprintableCell, UnprintableTextError
from linli.printing.fonts import FontLibrary


def refuse_unprintable(library: FontLibrary, said: Iterable[tuple[int, str, str]]) -> None:
    """Refuse texts with a character that would be missing on paper, naming all of them.

    Args:
        library: the fonts.
        said: row, place and text, as `UnprintableCell` has them; the row is 0 outside of lists.
            Texts may have several lines.

    Raises:
        UnprintableTextError: some character would be missing.
    """
    cells = [
        UnprintableCell(row=row, column=place, text=text, characters=missing)
        for row, place, text in dict.fromkeys(said)
        if (missing := library.missing(text.replace("\n", "")))
    ]
    if cells:
        raise UnprintableTextError(cells)
