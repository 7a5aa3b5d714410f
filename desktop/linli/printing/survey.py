"""The paper of a survey (问卷): big type, a box to tick before each choice."""

from collections.abc import Iterator
from typing import NamedTuple

from linli.domain.faces import FontStyle
from linli.domain.paper import A4
from linli.domain.surveys import SurveyDraft
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary, Typeface, default_library
from linli.printing.text import ASCENT, break_lines
from linli.printing.type0 import EmbeddedFonts
from linli.printing.unprintable import refuse_unprintable

_POINT = 25.4 / 72  # mm
_SIDE, _TOP, _BOTTOM = 22.0, 20.0, 20.0  # mm of margin
_TITLE, _PLAIN, _QUESTION, _CHOICE, _FOOT = 24.0, 14.0, 17.0, 16.0, 12.0  # pt
_LEADING = 1.4  # from one line to the next, of the size
_BOX = 5.5  # mm on each side
_BETWEEN_CHOICES = 10.0  # mm
_BETWEEN_QUESTIONS = 8.0  # mm
_INK, _FAINT = "#000000", "#566273"
_HOW = "请在您选的方框里打 √，每题选一个。不用写姓名。谢谢！"


class _Mark(NamedTuple):
    """A line of text, or with `box` a box to tick; `y` counts from the top of its block, mm."""

    x: float
    y: float
    text: str = ""
    size: float = _PLAIN
    bold: bool = False
    box: bool = False


class _Block(NamedTuple):
    """What stays on one page; `height` in mm."""

    marks: tuple[_Mark, ...]
    height: float


def render_survey(
    draft: SurveyDraft, *, community: str, library: FontLibrary | None = None
) -> bytes:
    """Make the PDF on A4; a question is never torn apart.

    Args:
        draft: title and questions.
        community: who asks.
        library: the fonts; None for those of this machine.

    Raises:
        UnprintableTextError: some character would be missing.
    """
    fonts = library or default_library()
    _refuse_unprintable(draft, community, fonts)
    typeface = fonts.typeface(FontStyle.HEI)
    pages = list(_pages([_head(draft, community, typeface), *_questions(draft, typeface)]))
    feet = [f"第 {number} 页，共 {len(pages)} 页" for number in range(1, len(pages) + 1)]
    texts = [mark.text for page in pages for _, block in page for mark in block.marks]
    embedded = EmbeddedFonts((typeface, text) for text in (*texts, *feet))
    page = Page(draft.title, embedded, A4.width, A4.height)
    for number, blocks in enumerate(pages):
        if number:
            page.next_page(A4.width, A4.height)
        for top, block in blocks:
            _draw(page, block, top)
        wide = typeface.width(feet[number]) * _FOOT * _POINT
        page.text(
            (A4.width - wide) / 2,
            A4.height - _BOTTOM / 2,
            feet[number],
            style=FontStyle.HEI,
            size=_FOOT,
            colour=_FAINT,
        )
    return page.finish()


def _refuse_unprintable(draft: SurveyDraft, community: str, fonts: FontLibrary) -> None:
    named = [("标题", draft.title), ("社区", community)]
    for number, question in enumerate(draft.questions, start=1):
        named += [(f"第 {number} 题", text) for text in (question.text, *question.choices)]
    refuse_unprintable(fonts, ((0, place, text) for place, text in named))


def _head(draft: SurveyDraft, community: str, typeface: Typeface) -> _Block:
    marks: list[_Mark] = []
    y = _lines(marks, 0.0, draft.title, _TITLE, typeface, bold=True, centred=True)
    y = _lines(marks, y + 1, community, _PLAIN, typeface, centred=True)
    y = _lines(marks, y + 4, _HOW, _PLAIN, typeface)
    return _Block(tuple(marks), y + _BETWEEN_QUESTIONS / 2)


def _questions(draft: SurveyDraft, typeface: Typeface) -> Iterator[_Block]:
    for number, question in enumerate(draft.questions, start=1):
        marks: list[_Mark] = []
        y = _lines(marks, 0.0, f"{number}. {question.text}", _QUESTION, typeface, bold=True)
        y = _choices(marks, y + 2, question.choices, typeface)
        yield _Block(tuple(marks), y + _BETWEEN_QUESTIONS)


def _choices(marks: list[_Mark], y: float, choices: tuple[str, ...], typeface: Typeface) -> float:
    """Set boxes with their texts side by side as far as there is room; return where they end."""
    left, right = _SIDE + 6, A4.width - _SIDE
    pitch = max(_BOX, _CHOICE * _POINT) * 1.5
    x = left
    for choice in choices:
        room = (right - left - _BOX - 3) / (_CHOICE * _POINT)
        lines = break_lines(choice, typeface, room)
        wide = _BOX + 3 + max(map(typeface.width, lines)) * _CHOICE * _POINT
        if x > left and x + wide > right:
            x, y = left, y + pitch
        marks.append(_Mark(x, y, box=True))
        for place, line in enumerate(lines):
            y += pitch * (place > 0)
            marks.append(_Mark(x + _BOX + 3, y, line, _CHOICE))
        x += wide + _BETWEEN_CHOICES
    return y + pitch


def _lines(
    marks: list[_Mark],
    y: float,
    text: str,
    size: float,
    typeface: Typeface,
    *,
    bold: bool = False,
    centred: bool = False,
) -> float:
    """Set a text in lines from `y` on; return where they end, mm."""
    wide = A4.width - 2 * _SIDE
    for line in break_lines(text, typeface, wide / (size * _POINT)):
        slack = wide - typeface.width(line) * size * _POINT
        marks.append(_Mark(_SIDE + (slack / 2 if centred else 0), y, line, size, bold))
        y += size * _POINT * _LEADING
    return y


def _pages(blocks: list[_Block]) -> Iterator[list[tuple[float, _Block]]]:
    page: list[tuple[float, _Block]] = []
    y = _TOP
    for block in blocks:
        if page and y + block.height - _BETWEEN_QUESTIONS > A4.height - _BOTTOM:
            yield page
            page, y = [], _TOP
        page.append((y, block))
        y += block.height
    yield page


def _draw(page: Page, block: _Block, top: float) -> None:
    for mark in block.marks:
        y = top + mark.y
        if mark.box:
            page.box(mark.x, y, _BOX, _BOX, stroke=_INK, line=1.2)
            continue
        page.text(
            mark.x,
            y + ASCENT * mark.size * _POINT,
            mark.text,
            style=FontStyle.HEI,
            size=mark.size,
            colour=_INK,
            bold=mark.bold,
        )
