"""Notices as PDFs: what is composed goes to the engine of notices, or that of lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from linli.domain.notice_composing import Composed, spoken_texts, unprintable
from linli.domain.notice_filling import Facts, troubles
from linli.domain.notices import NoticeDraft, NoticeTrouble
from linli.domain.registers import Register
from linli.errors import FieldProblem, InvalidInput
from linli.progress import SILENT, Progress

if TYPE_CHECKING:
    from linli.printing.fonts import FontLibrary


_ARCHIVE_TITLE = "签领表"
"""What the PDF of a sheet to sign says it is."""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A PDF and how many pages it has."""

    content: bytes
    pages: int


def rendered(
    composed: Composed,
    library: "FontLibrary",
    *,
    unfinished: bool = False,
    progress: Progress = SILENT,
) -> Paper:
    """Make the PDF.

    Args:
        composed: what is printed.
        library: the fonts.
        unfinished: set it although something is missing, for the eye only.
        progress: told after each page.

    Raises:
        InvalidInput: something is missing.
        UnprintableTextError: no font here draws some character.
        Cancelled: the clerk stopped it.
    """
    if isinstance(composed, Register):
        from linli.printing.registers import render_register

        sheet = render_register(
            composed, progress=progress, library=library, archival=_ARCHIVE_TITLE
        )
        return Paper(content=sheet.content, pages=sheet.pages)
    from linli.printing.notices.render import render_notices

    notices = render_notices(composed, draft=unfinished, progress=progress, library=library)
    return Paper(content=notices.content, pages=notices.pages)


def all_troubles(
    draft: NoticeDraft, facts: Facts, library: "FontLibrary"
) -> tuple[NoticeTrouble, ...]:
    """Return whatever stands in the way of printing, each beside its field."""
    texts = {text for _, _, text in spoken_texts(draft, facts)}
    missing = {text: "".join(library.missing(text.replace("\n", ""))) for text in texts}
    return (*troubles(draft, facts), *unprintable(draft, facts, missing))


def refuse(found: Sequence[NoticeTrouble]) -> None:
    """Refuse what cannot be printed yet.

    Raises:
        InvalidInput: with every trouble beside its field.
    """
    if found:
        raise InvalidInput(FieldProblem(field=t.field, message=t.message) for t in found)
