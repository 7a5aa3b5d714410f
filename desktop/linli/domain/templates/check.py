"""What a template must keep to, so that every card made with it is whole and legible."""

import re
from collections.abc import Iterable, Mapping

from linli.domain.card_fields import LISTS, Field, fields_of, lists_of
from linli.domain.templates.elements import (
    CARD_MODULES,
    ITEM,
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
from linli.domain.templates.strict import TemplateError

SAFE_MARGIN = 3.0  # mm inside the trim that a cutter may take (standards.md 6)
_MIN_MODULE = 0.4  # mm, standards.md 6
_MIN_TYPE = 5.0  # pt
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_ROUNDING = 1e-6


def check_template(template: CardTemplate, where: str) -> None:
    """Refuse unknown fields and colours, and boxes outside the safe area in any of its sizes.

    Raises:
        TemplateError: the sentence names the element and the remedy.
    """
    if not template.kind.sizes:
        raise TemplateError(f"{where}：sizes 里至少要有一种大小。")
    for name, colour in template.colours.items():
        if not _COLOUR.fullmatch(colour):
            raise TemplateError(f"{where}：颜色 {name} 应写成 #rrggbb，现在是“{colour}”。")
    for side, elements in template.sides.items():
        place = f"{where} {side}"
        _check_content(template, elements, fields_of(template.kind.source), place)
        for size in template.kind.sizes:
            margin = 2 * SAFE_MARGIN
            safe = Box(SAFE_MARGIN, SAFE_MARGIN, size.width - margin, size.height - margin)
            _check_places(elements, (size.width, size.height), safe, place)


def _check_places(
    elements: Iterable[Element], size: tuple[float, float], safe: Box, where: str
) -> None:
    """Check that every box lies inside `safe`, and each list's cells inside its box."""
    for number, element in enumerate(elements, 1):
        box = element.box(*size)
        if not _inside(box, safe):
            raise TemplateError(
                f"{where} 第 {number} 个元素超出了安全区（离裁切边 {SAFE_MARGIN:g} 毫米以内），"
                "请移进来或缩小。"
            )
        if isinstance(element, ListElement):
            cells = element.cells(box)
            if not cells:
                raise TemplateError(f"{where} 第 {number} 个元素放不下一行，请加高或减小 cell_h。")
            cell = (cells[0].w, cells[0].h)
            inner = element.elements + ((element.more,) if element.more else ())
            _check_places(inner, cell, Box(0, 0, *cell), f"{where} 第 {number} 个元素的格内")
        if isinstance(element, QrElement):
            module = box.w / (CARD_MODULES + 2 * QUIET_ZONE)
            if module < _MIN_MODULE or abs(box.w - box.h) > _ROUNDING:
                raise TemplateError(
                    f"{where} 第 {number} 个元素：二维码要是正方形，边长至少 "
                    f"{_MIN_MODULE * (CARD_MODULES + 2 * QUIET_ZONE):g} 毫米。"
                )


def _inside(box: Box, area: Box) -> bool:
    return (
        box.w >= 0
        and box.h >= 0
        and box.x >= area.x - _ROUNDING
        and box.y >= area.y - _ROUNDING
        and box.x + box.w <= area.x + area.w + _ROUNDING
        and box.y + box.h <= area.y + area.h + _ROUNDING
    )


def _check_content(
    template: CardTemplate, elements: Iterable[Element], known: Mapping[str, Field], where: str
) -> None:
    """Check fields, colours and type sizes."""
    for number, element in enumerate(elements, 1):
        place = f"{where} 第 {number} 个元素"
        for colour in _colours(element):
            if colour not in template.colours and not _COLOUR.fullmatch(colour):
                raise TemplateError(f"{place}：没有颜色“{colour}”，请在 colours 里写明。")
        for name in sorted(element.fields()):
            if name not in known and name not in lists_of(template.kind.source):
                raise TemplateError(f"{place}：没有“{name}”这一项资料，请改正。")
        match element:
            case TextElement():
                _check_text(element, known, place)
            case ImageElement() if not element.own_picture and not known[element.source].picture:
                raise TemplateError(f"{place}：“{element.source}”不是图片，请改用文字元素。")
            case ListElement():
                _check_list(template, element, known, place)
            case _:
                pass


def _check_text(element: TextElement, known: Mapping[str, Field], where: str) -> None:
    if not _MIN_TYPE <= element.min_size <= element.size:
        raise TemplateError(f"{where}：字号应有 {_MIN_TYPE:g} ≤ min_size ≤ size。")
    for name in element.shown():
        if name in LISTS or known[name].picture:
            raise TemplateError(f"{where}：“{name}”不是一项文字，请改用图片或列表元素。")


def _check_list(
    template: CardTemplate, element: ListElement, known: Mapping[str, Field], where: str
) -> None:
    if element.items not in lists_of(template.kind.source):
        raise TemplateError(f"{where}：没有“{element.items}”这一列资料，请改正。")
    if element.pages and template.kind.numbered:
        raise TemplateError(f"{where}：有卡号的卡只有一张，不能用 pages 续页，请改用 more。")
    own = {ITEM + name: field for name, field in LISTS[element.items].columns.items()}
    _check_content(template, element.elements, {**known, **own}, f"{where}格内")
    if element.more:
        _check_content(template, [element.more], {"more": Field("其余")}, f"{where} more")


def _colours(element: Element) -> list[str]:
    match element:
        case TextElement() | LineElement() | QrElement():
            return [element.colour]
        case RectElement():
            return [c for c in (element.fill, element.stroke) if c]
        case _:
            return []
