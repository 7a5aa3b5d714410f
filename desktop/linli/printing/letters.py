"""Letters on A4 (告知书、答复单), in type that old eyes can read; each begins on its own page."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from linli.domain.faces import FontStyle
from linli.domain.letters import Letter, LetterLine, Style
from linli.domain.paper import A4
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary, Typeface, default_library
from linli.printing.text import ASCENT, break_lines
from linli.printing.type0 import EmbeddedFonts
from linli.printing.unprintable import refuse_unprintable
from linli.progress import SILENT, Progress

_POINT = 25.4 / 72  # mm
_SIDE, _TOP, _BOTTOM = 20.0, 15.0, 17.0  # mm of margin
_TITLE, _SUBTITLE, _TEXT, _FOOT = 20.0, 13.0, 12.0, 10.0  # pt
_LEADING = 1.38  # from one line to the next, of the size
_BETWEEN = 1.0  # mm between paragraphs
_BOX, _BOX_GAP = 4.2, 2.5  # mm
_LABEL = 36.0  # mm for the name of a fact
_SIGN_HEIGHT, _SIGN_GAP = 10.0, 6.0  # mm
_SIGN_COLUMNS = 2
_WIDTH = A4.width - 2 * _SIDE
_INDENT = 2 * _TEXT * _POINT
_INK, _FAINT = "#000000", "#566273"
_BUSY = "正在排版"
_SPACE = "　　"


class _Text(NamedTuple):
    """A line of text; `x` and `y` in mm, `y` from the top of its block."""

    x: float
    y: float
    text: str
    size: float = _TEXT
    bold: bool = False


class _Block(NamedTuple):
    """What stays on one page. `boxes` are (x, y, ticked), `rules` (x, y, width), all mm.

    What `clings` stands on the page of the block before it, what `heads` on that of the next.
    """

    texts: tuple[_Text, ...]
    height: float
    boxes: tuple[tuple[float, float, bool], ...] = ()
    rules: tuple[tuple[float, float, float], ...] = ()
    clings: bool = False
    heads: bool = False


def render_letters(
    letters: Sequence[Letter],
    *,
    progress: Progress = SILENT,
    library: FontLibrary | None = None,
) -> bytes:
    """Make one PDF of several letters.

    Args:
        letters: at least one.
        progress: told after each letter.
        library: the fonts; None for those of this machine.

    Raises:
        UnprintableTextError: some character would be missing.
        Cancelled: the clerk stopped it.
    """
    fonts = library or default_library()
    _refuse_unprintable(letters, fonts)
    typeface = fonts.typeface(FontStyle.HEI)
    laid = [(letter, _pages(list(_blocks(letter, typeface)))) for letter in letters]
    feet = {foot for _, pages in laid for foot in _feet(len(pages))}
    texts = {text for letter in letters for text in letter.texts()} | feet | {f"：√{_SPACE}"}
    embedded = EmbeddedFonts((typeface, text) for text in sorted(texts))
    page = Page(letters[0].title, embedded, A4.width, A4.height)
    for place, (letter, pages) in enumerate(laid):
        progress.report(place, len(laid), _BUSY)
        for number, (blocks, foot) in enumerate(zip(pages, _feet(len(pages)), strict=True)):
            if place or number:
                page.next_page(A4.width, A4.height)
            for top, block in blocks:
                _draw(page, block, top)
            _foot(page, letter.printed, foot, typeface)
    progress.report(len(laid), len(laid), _BUSY)
    return page.finish()


def _refuse_unprintable(letters: Sequence[Letter], fonts: FontLibrary) -> None:
    refuse_unprintable(
        fonts, ((0, letter.title, text) for letter in letters for text in letter.texts())
    )


def _feet(pages: int) -> list[str]:
    return [f"第 {number} 页，共 {pages} 页" for number in range(1, pages + 1)]


def _blocks(letter: Letter, typeface: Typeface) -> Iterator[_Block]:
    y, texts = 0.0, []
    for text, size in ((letter.title, _TITLE), (letter.subtitle, _SUBTITLE)):
        for line in break_lines(text, typeface, _WIDTH / (size * _POINT)) if text else ():
            slack = _WIDTH - typeface.width(line) * size * _POINT
            texts.append(_Text(_SIDE + slack / 2, y, line, size, bold=size == _TITLE))
            y += size * _POINT * _LEADING
    yield _Block(tuple(texts), y + 3 * _BETWEEN)
    for style, group in groupby(letter.lines, lambda line: line.style):
        lines = list(group)
        if style is not Style.SIGN:
            yield from (_block(line, typeface) for line in lines)
            continue
        for start in range(0, len(lines), _SIGN_COLUMNS):
            labels = [line.label for line in lines[start : start + _SIGN_COLUMNS]]
            yield _signatures(labels, typeface)


def _signatures(labels: Sequence[str], typeface: Typeface) -> _Block:
    """Set what is to be written by hand side by side."""
    wide = (_WIDTH - _SIGN_GAP) / _SIGN_COLUMNS
    y = _SIGN_HEIGHT - _TEXT * _POINT * _LEADING
    texts, rules = [], []
    for place, label in enumerate(labels):
        left = _SIDE + place * (wide + _SIGN_GAP)
        taken = typeface.width(f"{label}：") * _TEXT * _POINT
        texts.append(_Text(left, y, f"{label}："))
        rules.append((left + taken, y + _TEXT * _POINT * 1.15, wide - taken))
    return _Block(tuple(texts), _SIGN_HEIGHT, rules=tuple(rules), clings=True)


def _block(line: LetterLine, typeface: Typeface) -> _Block:
    if line.style in (Style.TICK, Style.TICKED):
        left = _SIDE + _INDENT + _BOX + _BOX_GAP
        texts, y = _set(line.text, left, 0.0, typeface)
        box = (_SIDE + _INDENT, (_TEXT * _POINT - _BOX) / 2, line.style is Style.TICKED)
        return _Block(texts, y + _BETWEEN, boxes=(box,))
    if line.style is Style.FACT:
        texts, y = _set(line.text, _SIDE + _LABEL, 0.0, typeface)
        label, low = _set(f"{line.label}：", _SIDE, 0.0, typeface, bold=True, width=_LABEL)
        return _Block((*label, *texts), max(y, low) + 2 * _BETWEEN)
    if line.style is Style.HEADING:
        texts, y = _set(line.text, _SIDE, 0.0, typeface, bold=True)
        return _Block(texts, y, heads=True)
    texts, y = _set(_SPACE + line.text, _SIDE, 0.0, typeface)
    return _Block(texts, y + _BETWEEN)


def _set(
    text: str,
    left: float,
    y: float,
    typeface: Typeface,
    *,
    bold: bool = False,
    width: float | None = None,
) -> tuple[tuple[_Text, ...], float]:
    """Set a text in lines from `left` to the right margin; also return where it ends, mm."""
    wide = (_SIDE + _WIDTH - left) if width is None else width
    texts = []
    for line in break_lines(text, typeface, wide / (_TEXT * _POINT)) or ("",):
        texts.append(_Text(left, y, line, bold=bold))
        y += _TEXT * _POINT * _LEADING
    return tuple(texts), y


def _pages(blocks: list[_Block]) -> list[list[tuple[float, _Block]]]:
    """Lay blocks on pages; lines to sign on stay together, with the paragraph before them."""
    pages: list[list[tuple[float, _Block]]] = [[]]
    y = _TOP
    for number, block in enumerate(blocks):
        group = block.height
        for before, later in pairwise(blocks[number:]):
            if not (later.clings or before.heads) or block.clings:
                break
            group += later.height
        if pages[-1] and y + group > A4.height - _BOTTOM and y > _TOP:
            pages.append([])
            y = _TOP
        pages[-1].append((y, block))
        y += block.height
    return pages


def _draw(page: Page, block: _Block, top: float) -> None:
    for text in block.texts:
        _write(page, text, top)
    for x, y, ticked in block.boxes:
        page.box(x, top + y, _BOX, _BOX, stroke=_INK, line=0.9)
        if ticked:
            _write(page, _Text(x, y, "√"), top)
    for x, y, width in block.rules:
        page.rule(x, top + y, x + width, top + y, colour=_INK, line=0.6)


def _write(page: Page, text: _Text, top: float) -> None:
    if text.text:
        page.text(
            text.x,
            top + text.y + ASCENT * text.size * _POINT,
            text.text,
            style=FontStyle.HEI,
            size=text.size,
            colour=_INK,
            bold=text.bold,
        )


def _foot(page: Page, printed: str, count: str, typeface: Typeface) -> None:
    y = A4.height - _BOTTOM / 2
    wide = typeface.width(count) * _FOOT * _POINT
    for x, text in ((_SIDE, printed), (A4.width - _SIDE - wide, count)):
        if text:
            page.text(x, y, text, style=FontStyle.HEI, size=_FOOT, colour=_FAINT)
