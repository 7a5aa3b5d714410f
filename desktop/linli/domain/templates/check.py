"""What a template must keep to, so that every card made with it is whole and legible."""

import math
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from linli.domain.card_fields import FIELDS, LISTS, Field, fields_of, lists_of
from linli.domain.paper import CardSize, Side
from linli.domain.templates.elements import (
    CARD_MODULES,
    QUIET_ZONE,
    Box,
    CardTemplate,
    Element,
    ImageElement,
    LineElement,
    ListElement,
    QrElement,
    RectElement,
    TextElement,
)
from linli.domain.templates.limits import (
    CELL_HEIGHT,
    COLUMNS,
    DASH,
    GAP,
    LEADING,
    LINE,
    LINES,
    LONGEST_TEXT,
    MOST_CELLS,
    MOST_DASHES,
    MOST_ELEMENTS,
    MOST_SIZES,
    RADIUS,
    SMALLEST_CARD,
    TYPE_SIZE,
    Limit,
)
from linli.domain.templates.strict import TemplateError
from linli.domain.templates.wording import name_in, row_fields
from linli.domain.values.names import private_use

SAFE_MARGIN = 3.0  # mm inside the trim that a cutter may take (standards.md 6)
SMALLEST_CODE = 0.4 * (CARD_MODULES + 2 * QUIET_ZONE)
"""mm; a module of 0.4 mm is what a telephone still reads (standards.md 6)."""
SIDES = {Side.FRONT: "正面", Side.BACK: "背面"}
"""How sentences call the sides."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_PALEST = 0.35  # luminance of a code's dark modules, 0 to 1
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Cs"})
_ROUNDING = 1e-6

_Found = Iterator[tuple[tuple[int, ...], str]]


@dataclass(frozen=True, kw_only=True)
class TemplateProblem:
    """A broken rule: where, and a sentence with the remedy.

    `side` is None where it concerns the whole template. `path` is the element's place in its side
    from 0, with that of an element of a list's cell behind it; a list's `more` comes after them.
    `name` says which element it is in the clerk's words (`wording.name_in`).
    """

    side: Side | None = None
    path: tuple[int, ...] = ()
    name: str = ""
    message: str

    @property
    def place(self) -> str:
        """The place as sentences say it, "" for the whole template."""
        if self.side is None:
            return ""
        return f"{SIDES[self.side]} {self.name}".strip()

    def sentence(self, where: str = "") -> str:
        """Return place and message; `where` is how the template is called."""
        place = " ".join(filter(None, (where, self.place)))
        return f"{place}：{self.message}" if place else self.message


def check_template(template: CardTemplate, where: str) -> None:
    """Refuse a template that breaks a rule.

    Raises:
        TemplateError: the sentence of the first problem, which names the element and the remedy.
    """
    for problem in find_problems(template):
        raise TemplateError(problem.sentence(where))


def find_problems(template: CardTemplate) -> Iterator[TemplateProblem]:
    """Find unknown fields and colours, boxes outside the safe area in any size, and the rest.

    All rules are judged, so that an editor can show everything that is still to be put right.
    """
    known = fields_of(template.kind.source)
    for message in _head_problems(template):
        yield TemplateProblem(message=message)
    for side, elements in template.sides.items():
        if len(elements) > MOST_ELEMENTS:
            message = f"元素有 {len(elements)} 个，一面最多 {MOST_ELEMENTS} 个，请删去一些。"
            yield TemplateProblem(side=side, message=message)
        for number, element in enumerate(elements[:MOST_ELEMENTS]):
            for path, message in _element_problems(template, element):
                place = (number, *path)
                name = name_in(elements[:MOST_ELEMENTS], place, known)
                yield TemplateProblem(side=side, path=place, name=name, message=message)


def drawable(template: CardTemplate, without: Collection[str] = ()) -> CardTemplate:
    """Return the template without what cannot be drawn at all, for a preview while it is edited.

    What lies outside the safe area stays: the clerk wants to see it there.

    Args:
        template: it may break rules.
        without: digests of its own pictures that are not there.
    """
    known = fields_of(template.kind.source)

    def can_be_drawn(element: Element) -> bool:
        parts = (element, *(element.inner() if isinstance(element, ListElement) else ()))
        if any(isinstance(part, ImageElement) and part.own_picture in without for part in parts):
            return False
        found = [*_content_problems(template, element, known), *_shape_problems(template, element)]
        return not found

    sides = {
        side: tuple(filter(can_be_drawn, elements[:MOST_ELEMENTS]))
        for side, elements in template.sides.items()
    }
    return replace(template, sides=sides)


MORE_FIELDS = {"more": Field("其余个数")}
"""What a list's `more` can say."""


def _head_problems(template: CardTemplate) -> Iterator[str]:
    if not template.kind.title.strip():
        yield "没有名称，请填写。"
    if not template.kind.sizes:
        yield "大小（sizes）里至少要有一种大小。"
    if len(template.kind.sizes) > MOST_SIZES:
        yield f"大小（sizes）有 {len(template.kind.sizes)} 种，最多 {MOST_SIZES} 种，请删去一些。"
    for size in template.kind.sizes:
        if min(size.width, size.height) < SMALLEST_CARD:
            yield f"“{size.label}”太小，每边至少 {SMALLEST_CARD:g} 毫米。"
    source = template.kind.source
    for name in template.kind.needs:
        if name not in fields_of(source) and name not in lists_of(source):
            yield f"needs 里的“{name}”不是这种卡有的资料，请改正或删去。"
    for name, colour in template.colours.items():
        if not _COLOUR.fullmatch(colour):
            yield f"颜色 {name} 应写成 #rrggbb，现在是“{colour}”。"


def _element_problems(template: CardTemplate, element: Element) -> _Found:
    yield from _content_problems(template, element, fields_of(template.kind.source))
    shape = list(_shape_problems(template, element))
    yield from shape
    if shape:
        return
    several = len(template.kind.sizes) > 1
    for size in template.kind.sizes:
        found = list(_place_problems(element, size))
        for path, message in found:
            words = f"{message.removesuffix('。')}（{size.label}时）。" if several else message
            yield path, words
        if found:  # the same again in another size helps nobody
            return


def _shape_problems(template: CardTemplate, element: Element) -> _Found:
    """Yield a box turned inside out, and a list without room for its cells, in any size."""
    for size in template.kind.sizes:
        box = element.box(size.width, size.height)
        if box.w < -_ROUNDING or box.h < -_ROUNDING:
            yield (), "超出了安全区：宽或高小于 0，请改大或挪动另一边。"
            return
        if not isinstance(element, ListElement) or any(_list_numbers(element)):
            continue
        rows = (box.h + element.gap_y) / (element.cell_h + element.gap_y)
        if element.columns * rows > MOST_CELLS:
            yield (), f"格子太多，最多 {MOST_CELLS} 格，请加大格高或减少列数。"
            return
        if box.w - (element.columns - 1) * element.gap_x <= 0:
            yield (), "列太多，一格的宽小于 0，请减少列数或加宽。"
            return


def _place_problems(element: Element, size: CardSize) -> _Found:
    """Yield what lies outside the safe area of a card, and what does not fit into its cell."""
    margin = 2 * SAFE_MARGIN
    safe = Box(SAFE_MARGIN, SAFE_MARGIN, size.width - margin, size.height - margin)
    box = element.box(size.width, size.height)
    if not _inside(box, safe):
        yield (), f"超出了安全区（离裁切边 {SAFE_MARGIN:g} 毫米以内），请移进来或缩小。"
    yield from _code_problems(element, box)
    if not isinstance(element, ListElement) or any(_list_numbers(element)):
        return
    if not element.cells(box):
        yield (), "放不下一行，请加高或减小格高（cell_h）。"
        return
    cell = element.cells(box)[0]
    for number, part in enumerate(element.inner()):
        place = part.box(cell.w, cell.h)
        if not _inside(place, Box(0, 0, cell.w, cell.h)):
            yield (number,), "超出了所在的格，请移进来或缩小。"
        for path, message in _code_problems(part, place):
            yield (number, *path), message


def _code_problems(element: Element, box: Box) -> _Found:
    if isinstance(element, QrElement) and (
        box.w < SMALLEST_CODE - _ROUNDING or abs(box.w - box.h) > _ROUNDING
    ):
        yield (), f"二维码要是正方形，边长至少 {SMALLEST_CODE:g} 毫米。"


def _inside(box: Box, area: Box) -> bool:
    return (
        box.w >= -_ROUNDING
        and box.h >= -_ROUNDING
        and box.x >= area.x - _ROUNDING
        and box.y >= area.y - _ROUNDING
        and box.x + box.w <= area.x + area.w + _ROUNDING
        and box.y + box.h <= area.y + area.h + _ROUNDING
    )


def _content_problems(
    template: CardTemplate, element: Element, known: Mapping[str, Field]
) -> _Found:
    """Yield unknown fields and colours, and numbers out of range."""
    for colour in _colours(element):
        if colour not in template.colours and not _COLOUR.fullmatch(colour):
            yield (), f"没有颜色“{colour}”，请另选，或在颜色（colours）里写明。"
    for message in _number_problems(element):
        yield (), message
    unknown = _unknown_fields(template, element, known)
    for name in unknown:
        yield (), _unknown_words(name)
    if unknown:
        return
    if isinstance(element, ListElement):
        yield from _list_problems(template, element, known)
    else:
        for message in _shown_problems(template, element, known):
            yield (), message


def _unknown_fields(
    template: CardTemplate, element: Element, known: Mapping[str, Field]
) -> list[str]:
    shown = {element.items} if isinstance(element, ListElement) else element.shown()
    used = {*element.when, *element.unless, *shown}  # a list's cells are looked at one by one
    return sorted(used - known.keys() - lists_of(template.kind.source).keys())


def _shown_problems(
    template: CardTemplate, element: Element, known: Mapping[str, Field]
) -> Iterator[str]:
    """Yield what cannot be shown in this way, though the template knows it."""
    match element:
        case TextElement():
            for name in sorted(element.shown()):
                if name not in known or known[name].picture:
                    yield f"“{_label(name, known)}”不是一项文字，请改用图片或列表元素。"
            if len(element.text) > LONGEST_TEXT:
                yield f"文字有 {len(element.text)} 个字，最多 {LONGEST_TEXT} 个，请改短。"
            if any(unicodedata.category(char) in _UNSEEN for char in element.text if char != "\n"):
                yield "文字里有看不见的符号，请删掉这段文字重新输入。"
            codes = "、".join(f"U+{ord(char):04X}" for char in private_use(element.text))
            if codes:
                yield f"文字里有旧系统自造的字（{codes}），印不出来，请换成正确的字。"
        case ImageElement(own_picture=None, source=source):
            if source not in known or not known[source].picture:
                yield f"“{_label(source, known)}”不是图片，请改用文字元素。"
        case QrElement() if _luminance(template.colour(element.colour)) > _PALEST:
            yield "二维码的颜色太浅，扫不出来，请换深一些的颜色。"
        case _:
            pass


def _list_problems(
    template: CardTemplate, element: ListElement, known: Mapping[str, Field]
) -> _Found:
    if element.items not in lists_of(template.kind.source):
        yield (), f"没有“{element.items}”这一列资料，请另选。"
        return
    if element.pages and template.kind.numbered:
        yield (), "有卡号的卡只有一张，不能用 pages 续页，请改用 more。"
    if len(element.elements) > MOST_ELEMENTS:
        yield (), f"格内元素有 {len(element.elements)} 个，最多 {MOST_ELEMENTS} 个，请删去一些。"
        return
    inner = {**known, **row_fields(element.items)}
    for number, part in enumerate(element.elements):
        for path, message in _content_problems(template, part, inner):
            yield (number, *path), message
    if element.more:
        for path, message in _content_problems(template, element.more, MORE_FIELDS):
            yield (len(element.elements), *path), message


def _number_problems(element: Element) -> Iterator[str]:
    match element:
        case TextElement():
            if not TYPE_SIZE.low <= element.min_size <= element.size:
                yield f"字号应有 {TYPE_SIZE.low:g} ≤ 最小字号（min_size）≤ 字号（size）。"
            elif element.size > TYPE_SIZE.high:
                yield from _beyond((TYPE_SIZE, element.size))
            yield from _beyond((LINES, element.lines), (LEADING, element.leading))
        case LineElement():
            yield from _beyond((LINE, element.line))
            if len(element.dash) > MOST_DASHES:
                yield f"虚线有 {len(element.dash)} 段，最多 {MOST_DASHES} 段，请删去一些。"
            yield from _beyond(*((DASH, part) for part in element.dash[:MOST_DASHES]))
        case RectElement():
            yield from _beyond((LINE, element.line), (RADIUS, element.radius))
        case ImageElement():
            yield from _beyond((RADIUS, element.radius))
        case ListElement():
            yield from _list_numbers(element)
        case _:
            pass


def _list_numbers(element: ListElement) -> Iterator[str]:
    yield from _beyond(
        (COLUMNS, element.columns),
        (CELL_HEIGHT, element.cell_h),
        (GAP, element.gap_x),
        (GAP, element.gap_y),
    )


def _beyond(*numbers: tuple[Limit, float]) -> Iterator[str]:
    for limit, value in numbers:
        if not limit.low <= value <= limit.high:
            yield f"{limit.label}应在 {limit.low:g} 到 {limit.high:g} 之间，现在是 {value:g}。"


def _unknown_words(name: str) -> str:
    if name == "number":
        return "没有“number”这一项资料：这种卡没有卡号，不能放卡号和二维码。"
    if name in FIELDS or name in LISTS:
        label = _label(name, FIELDS)
        return f"没有“{name}”（{label}）这一项资料：这种卡用不上它，请改用别的。"
    return f"没有“{name}”这一项资料，请改正。"


def _label(name: str, known: Mapping[str, Field]) -> str:
    return known[name].label if name in known else LISTS[name].label


def _colours(element: Element) -> Iterable[str]:
    match element:
        case TextElement() | LineElement() | QrElement():
            return [element.colour]
        case RectElement():
            return [c for c in (element.fill, element.stroke) if c]
        case _:
            return []


def _luminance(colour: str) -> float:
    """Return how light `#rrggbb` is, 0 to 1 (Rec. 709 weights); 0 for anything else."""
    if not _COLOUR.fullmatch(colour):
        return 0
    red, green, blue = (math.pow(int(colour[i : i + 2], 16) / 255, 2.2) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
