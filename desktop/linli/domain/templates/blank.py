"""Where the work on a template begins: an empty one, and new elements with sensible values."""

import math
from dataclasses import replace
from enum import StrEnum
from typing import Any

from linli.domain.card_fields import fields_of, lists_of
from linli.domain.cards import CardKind, CardSource
from linli.domain.paper import CardSize, Side
from linli.domain.templates.check import SAFE_MARGIN, SMALLEST_CODE
from linli.domain.templates.elements import (
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
from linli.domain.templates.limits import TYPE_SIZE
from linli.domain.templates.wording import row_fields

PALETTE = {
    "ink": "#1a2330",
    "muted": "#566273",
    "line": "#ccd5e0",
    "accent": "#14508c",
    "tint": "#eaf1f8",
    "paper": "#ffffff",
}
"""The colours of a new template, under the names that elements use."""
_OWN_ORDER = 1000  # the clerk's templates come after the shipped ones
_HOLDER = {CardSource.GRID: "grid"}  # the field that a new text of data shows, else the holder


class NewElement(StrEnum):
    """What can be added to a card."""

    TEXT = "text"  # 文字
    FIELD = "field"  # 资料项
    PHOTO = "photo"  # 照片
    PICTURE = "picture"  # 图片
    CODE = "code"  # 二维码
    LINE = "line"  # 线
    RECTANGLE = "rectangle"  # 框
    LIST = "list"  # 列表


def blank_template(
    source: CardSource, size: CardSize, title: str, *, two_sided: bool
) -> CardTemplate:
    """Return a template without any element; it has no id yet."""
    kind = CardKind(
        id="",
        title=title,
        description="",
        sizes=(size,),
        two_sided=two_sided,
        by_household=False,
        source=source,
        own=True,
    )
    sides: dict[Side, tuple[Element, ...]] = {Side.FRONT: ()}
    if two_sided:
        sides[Side.BACK] = ()
    return CardTemplate(kind=kind, order=_OWN_ORDER, colours=PALETTE, sides=sides)


def offers(source: CardSource, *, inside: bool) -> list[NewElement]:
    """Return what can be added to cards of `source`, or to the cell of a list on them."""
    refused = {NewElement.LIST} if inside else set()
    if "number" not in fields_of(source):
        refused.add(NewElement.CODE)
    return [new for new in NewElement if new not in refused]


def new_element(
    new: NewElement,
    template: CardTemplate,
    area: tuple[float, float],
    *,
    picture: str = "",
    inside: str | None = None,
) -> Element:
    """Return an element to be added, in the middle of its area.

    Args:
        new: what it is.
        template: the card it is for.
        area: width and height in mm of the card, or of the list's cell.
        picture: the source of a picture.
        inside: the list whose cell it is for, None for a side of the card.
    """
    source = template.kind.source
    colours = template.colours
    ink = "ink" if "ink" in colours else next(iter(colours), "#000000")
    line = "line" if "line" in colours else ink
    margin = 0 if inside else SAFE_MARGIN
    room = (area[0] - 2 * margin, area[1] - 2 * margin)

    def placed(width: float, height: float) -> dict[str, Any]:
        box = centred(area, (min(width, room[0]), min(height, room[1])))
        return {"x": box.x, "y": box.y, "w": box.w, "h": box.h}

    large = max(1.0, min(area) / 54)  # boards are read from further away than cards
    size = round(min(10 * large, room[1] / 0.45), 1)
    text: dict[str, Any] = {"size": max(size, 6), "min_size": 6, "colour": ink}
    match new:
        case NewElement.TEXT:
            return TextElement(text="文字", **text, **placed(30 * large, 6 * large))
        case NewElement.FIELD:
            field = next(iter(row_fields(inside))) if inside else _HOLDER.get(source, "holder")
            return TextElement(text=f"{{{field}}}", **text, **placed(40 * large, 6 * large))
        case NewElement.PHOTO | NewElement.PICTURE:
            crop = new is NewElement.PHOTO
            extent = (14, 18.6) if crop else (12, 12)
            place = placed(extent[0] * large, extent[1] * large)
            chosen = picture or _first_picture(source, inside)
            return ImageElement(source=chosen, crop=crop, **place)
        case NewElement.CODE:
            return QrElement(colour=ink, **placed(*[round(SMALLEST_CODE + 1.4, 1)] * 2))
        case NewElement.LINE:
            return LineElement(colour=line, **placed(40 * large, 0))
        case NewElement.RECTANGLE:
            return RectElement(stroke=line, **placed(30 * large, 15 * large))
        case NewElement.LIST:
            return _new_list(source, ink, placed(room[0], 20 * large))


def centred(area: tuple[float, float], extent: tuple[float, float]) -> Box:
    """Return a box of `extent` in the middle of `area`, on whole tenths of a mm."""
    x, y = (round((whole - part) / 2, 1) for whole, part in zip(area, extent, strict=True))
    return Box(x, y, round(extent[0], 1), round(extent[1], 1))


def _first_picture(source: CardSource, inside: str | None) -> str:
    """Return the photo that a new picture shows: of the row, the holder, else the emblem."""
    fields = fields_of(source)
    known = {**(row_fields(inside) if inside else {}), **fields}
    photos = [name for name, field in known.items() if field.picture]
    return next((name for name in photos if name != "emblem"), photos[0])


def _new_list(source: CardSource, ink: str, place: dict[str, Any]) -> ListElement:
    items = next(iter(lists_of(source)))
    empty = ListElement(items=items, cell_h=6, elements=(), **place)
    return list_of(empty, items, place["w"], ink)


def list_of(element: ListElement, items: str, width: float, ink: str) -> ListElement:
    """Return the list with the rows of `items`, the texts of a row side by side in each cell.

    Args:
        element: the list; its cells are filled anew.
        items: the list's name.
        width: of a cell in mm.
        ink: the colour of the texts.
    """
    texts = [name for name, field in row_fields(items).items() if not field.picture]
    share = math.floor(width / len(texts) * 10) / 10
    size = round(max(6, min(9, element.cell_h / 0.6)), 1)
    cell = tuple(
        TextElement(
            text=f"{{{name}}}", size=size, min_size=5, colour=ink,
            x=round(number * share, 1), w=share, y=0, h=element.cell_h,
        )
        for number, name in enumerate(texts)
    )  # fmt: skip
    return replace(element, items=items, elements=cell, more=None)


def with_more(element: ListElement, ink: str) -> ListElement:
    """Return the list with a line for the rows that find no cell, unless it has one."""
    size = round(max(TYPE_SIZE.low, min(8, element.cell_h / 0.6)), 1)
    more = TextElement(
        text="另有 {more} 人", size=size, min_size=TYPE_SIZE.low, colour=ink, align="center",
        x=0, right=0, y=0, bottom=0,
    )  # fmt: skip
    return replace(element, more=element.more or more)
