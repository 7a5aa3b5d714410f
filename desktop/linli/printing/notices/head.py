"""The head of a notice (版头), its title and whom it is addressed to: 7.2, 7.3.1, 7.3.2, 10.1."""

from collections.abc import Iterator, Sequence

from linli.domain.faces import FontStyle
from linli.domain.notice_paper import FILE_WORD, Layout, Notice
from linli.printing.fonts import FontLibrary
from linli.printing.justified import Span
from linli.printing.notices.flow import Item, Mark, Stroke, Words
from linli.printing.notices.grid import (
    DOUBLE_GAP,
    EM,
    GAP,
    HEAD_LINE,
    HEAD_RULE,
    HEAD_SIZE,
    HEAD_TOP,
    LEAST_HEAD_SIZE,
    LEFT,
    LETTER_FOOT,
    LETTER_RULE,
    LETTER_TOP,
    PAPER_WIDTH,
    PITCH,
    RED,
    RIGHT,
    THICK,
    THIN,
    TOP,
    WIDTH,
)
from linli.printing.notices.setting import Setter, plain
from linli.printing.text import ASCENT

_ROW = 1.35  # from one name to the next in a head of several issuers, of the size
_WORD_GAP = 0.3  # of the size, between several issuers and 文件
_STYLE = FontStyle.TITLE
_SIGNER = "签发人："
_SIGNERS_IN_ROW = 2


def head_items(notice: Notice, setter: Setter, size: float) -> Iterator[Item]:
    """Set what stands above the title; `size` is the largest that the issuer's name may have."""
    if notice.layout is Layout.OFFICIAL:
        yield _official(notice, setter, size)
    elif notice.layout is Layout.LETTER:
        yield _letter(notice, setter, size)


def title_items(notice: Notice, setter: Setter, *, addressed: bool) -> Iterator[Item]:
    """Set the title and, if `addressed`, whom the notice is for."""
    yield from setter.title(notice.title)
    yield setter.blank(leads=True)
    if addressed and notice.addressees:
        text = f"{notice.addressees.strip().rstrip('：:')}："
        spans = [Span(text, FontStyle.FANG)]
        yield from setter.paragraph(spans, first=LEFT, body=False, leads=True)


def _official(notice: Notice, setter: Setter, size: float) -> Item:
    """Set the red name, two lines below it the number, 4 mm below that the red line.

    With 签发人 the number begins a character from the left, level with the last of them (7.2.5).
    """
    names, low = _names(notice, setter.library, size)
    number_y = low + 2 * PITCH
    x = LEFT + (WIDTH - setter.width(notice.number)) / 2
    signers, rows = _signers(notice, setter, number_y - TOP)
    if signers:
        number_y, x = number_y + (rows - 1) * PITCH, LEFT + EM
    rule = number_y + EM + HEAD_RULE + HEAD_LINE / 2
    marks: list[Mark] = [
        *_labels(notice, 0.0),
        *names,
        plain(x, notice.number, y=number_y - TOP),
        *signers,
        Stroke(LEFT, rule - TOP, RIGHT, rule - TOP, width=HEAD_LINE, colour=RED),
    ]
    height = rule + HEAD_LINE / 2 + 2 * PITCH - TOP
    return Item(height=height, marks=tuple(marks), leads=True)


def _letter(notice: Notice, setter: Setter, size: float) -> Item:
    """Set the red name, the double lines and the number at the right below the upper one.

    份号 and 紧急程度 begin at the left edge, level with the number (10.1).
    """
    name = "".join(notice.issuers[:1])
    size = _size([name], 0.0, setter.library, size)
    top, low = _ink(name, setter.library)
    x = LEFT + (WIDTH - _wide(name, setter.library) * size) / 2
    baseline = LETTER_TOP + top * size
    upper = baseline - low * size + HEAD_RULE
    number_y = upper + THICK + DOUBLE_GAP + THIN + GAP
    number_x = RIGHT - setter.width(notice.number)
    labels = _labels(notice, number_y - TOP)
    last_y = number_y + max(len(labels) - 1, 0) * PITCH
    marks: list[Mark] = [
        *labels,
        _red(x, baseline, name, size),
        *_double(upper, thick_first=True),
        *_double(LETTER_FOOT - THICK - DOUBLE_GAP - THIN, thick_first=False),
        plain(number_x, notice.number, y=number_y - TOP),
    ]
    return Item(height=last_y + 3 * PITCH - TOP, marks=tuple(marks), leads=True)


def _labels(notice: Notice, y: float) -> list[Words]:
    """Set 份号 and 紧急程度 at the left edge, one below the other from `y` pt (7.2.1, 7.2.3)."""
    said = ((notice.copy_number, FontStyle.FANG), (notice.urgency, FontStyle.HEI))
    lines = [(text, style) for text, style in said if text]
    return [plain(LEFT, text, style, y=y + row * PITCH) for row, (text, style) in enumerate(lines)]


def _signers(notice: Notice, setter: Setter, y: float) -> tuple[list[Words], int]:
    """Set 签发人 in rows from `y` pt that end a character from the right edge (7.2.6).

    Two names in a row, the first of each row below that of the row before; one where the number
    at the left leaves no room for two. Also return how many rows there are down to the number's:
    one more where it fits beside no name.
    """
    names = notice.signers
    if not names:
        return [], 0
    label, column = setter.width(_SIGNER), max(setter.width(n, FontStyle.KAI) for n in names)
    room = WIDTH - 3 * EM - setter.width(notice.number) - label
    in_row = min(len(names), _SIGNERS_IN_ROW)
    if in_row * (column + EM) - EM > room:
        in_row = 1
    start = RIGHT - EM - in_row * (column + EM) + EM
    marks = [plain(start - label, _SIGNER, y=y)]
    for place, name in enumerate(names):
        row, across = divmod(place, in_row)
        x = start + across * (column + EM)
        marks.append(plain(x, name, FontStyle.KAI, y=y + row * PITCH))
    rows = (len(names) - 1) // in_row + 1
    return marks, rows + (column > room)


def _names(notice: Notice, library: FontLibrary, largest: float) -> tuple[list[Words], float]:
    """Set the issuers' names in red, one below the other; also return where they end, pt."""
    issuers, word = notice.issuers or ("",), FILE_WORD if notice.file_word else ""
    if len(issuers) == 1:
        text = issuers[0] + word
        size = _size([text], 0.0, library, largest)
        top, low = _ink(text, library)
        x = LEFT + (WIDTH - _wide(text, library) * size) / 2
        baseline = HEAD_TOP + top * size
        return [_red(x, baseline, text, size)], baseline - low * size
    behind = _wide(word, library) + _WORD_GAP if word else 0.0
    size = _size(issuers, behind, library, min(largest, HEAD_SIZE * 2 / (len(issuers) + 1)))
    wide = max(_wide(issuer, library) for issuer in issuers) * size
    left = LEFT + (WIDTH - wide - behind * size) / 2
    first, _ = _ink(issuers[0], library)
    _, last = _ink(issuers[-1], library)
    marks = []
    for number, issuer in enumerate(issuers):
        baseline = HEAD_TOP + (first + number * _ROW) * size
        marks.append(_spread(left, wide, baseline, issuer, size, library))
    bottom = HEAD_TOP + (first + (len(issuers) - 1) * _ROW - last) * size
    if word:
        up, down = _ink(word, library)
        middle = (HEAD_TOP + bottom + (up + down) * size) / 2
        marks.append(_red(left + wide + _WORD_GAP * size, middle, word, size))
    return marks, bottom


def _spread(
    x: float, wide: float, baseline: float, text: str, size: float, library: FontLibrary
) -> Words:
    """Set a name as wide as the longest one (分散对齐)."""
    gaps = len(text) - 1
    kern = (wide / size - _wide(text, library)) / gaps if gaps else 0.0
    mark = _red(x, baseline, text, size)
    return mark._replace(kerns=(*(kern,) * gaps, 0.0))


def _size(texts: Sequence[str], behind: float, library: FontLibrary, largest: float) -> float:
    """Return the size at which the longest text and `behind` em fit the width, pt."""
    longest = max(1.0, max(_wide(text, library) for text in texts) + behind)
    return max(min(largest, WIDTH / longest), min(LEAST_HEAD_SIZE, WIDTH / longest))


def _red(x: float, baseline: float, text: str, size: float) -> Words:
    span = (Span(text, _STYLE),)
    return Words(x, baseline - ASCENT * size - TOP, span, size=size, colour=RED)


def _wide(text: str, library: FontLibrary) -> float:
    return library.typeface(_STYLE).width(text)


def _ink(text: str, library: FontLibrary) -> tuple[float, float]:
    """Return the upper and lower ends of a text's ink above the baseline, em."""
    glyphs = [glyph for char in text if (glyph := library.typeface(_STYLE).glyph(char))]
    ends = [glyph.face.ink(glyph.number) for glyph in glyphs] or [(880, -120)]
    return max(top for top, _ in ends) / 1000, min(low for _, low in ends) / 1000


def _double(y: float, *, thick_first: bool) -> Iterator[Stroke]:
    """Draw a double line whose upper edge is at `y` pt from the top of the paper."""
    left, right = (PAPER_WIDTH - LETTER_RULE) / 2, (PAPER_WIDTH + LETTER_RULE) / 2
    upper, lower = (THICK, THIN) if thick_first else (THIN, THICK)
    for top, width in ((y, upper), (y + upper + DOUBLE_GAP, lower)):
        middle = top + width / 2 - TOP
        yield Stroke(left, middle, right, middle, width=width, colour=RED)
