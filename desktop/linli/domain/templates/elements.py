"""What a template is made of: boxes in mm that hold text, pictures, codes and lists.

Every element is read strictly from JSON: an unknown key or a value of the wrong type is refused.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from string import Formatter
from typing import Any, Literal

from typing_extensions import override

from linli.domain.cards import CardKind
from linli.domain.faces import FontStyle
from linli.domain.paper import Side
from linli.domain.templates.strict import TemplateError, read_dataclass

ITEM = "item."  # prefix of the fields of a list's row
OWN_PICTURE = "photo:"  # prefix of a picture of the template's own, before its SHA-256 digest
QUIET_ZONE = 4  # modules of white around a QR code (GB/T 18284)
CARD_MODULES = 21  # of the code of a card number: version 1


@dataclass(frozen=True)
class Box:
    """A rectangle on the card, mm from the top left corner."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, kw_only=True)
class Element:
    """What all elements have: a place, and on which facts they depend.

    Two of `x`, `right`, `w` and two of `y`, `bottom`, `h` place it (mm; `right` and `bottom` are
    distances from those edges), so one template serves cards of several sizes.
    `when` and `unless` name fields that must be there, or must not. What is `turned` stands on its
    head in its box, as on the upper face of a plate that is folded (台签).
    """

    x: float | None = None
    right: float | None = None
    w: float | None = None
    y: float | None = None
    bottom: float | None = None
    h: float | None = None
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    turned: bool = False

    def is_placed(self) -> bool:
        """Whether the place is said, and not said twice."""
        axes = (self.x, self.right, self.w), (self.y, self.bottom, self.h)
        return all(sum(value is not None for value in axis) == 2 for axis in axes)

    def box(self, width: float, height: float) -> Box:
        """Resolve the place inside an area of `width` × `height` mm."""
        x, w = _span(self.x, self.right, self.w, width)
        y, h = _span(self.y, self.bottom, self.h, height)
        return Box(x, y, w, h)

    def fields(self) -> frozenset[str]:
        """Return the fields (and lists) that the element needs."""
        return frozenset(self.when) | frozenset(self.unless) | self.shown()

    def shown(self) -> frozenset[str]:
        """Return the fields whose content the element shows."""
        return frozenset()

    def needed(self) -> frozenset[str]:
        """Return the fields and lists without which the element does not appear."""
        return self.shown().union(self.when)


@dataclass(frozen=True, kw_only=True)
class TextElement(Element):
    """Text with fields in braces; it is left out when one of them is absent.

    Sizes in pt. It shrinks from `size` to `min_size` and wraps to at most `lines` lines.
    `whole_parts`: a minority name breaks after · only. `refuse_cut`: rather no card than a cut one.
    """

    text: str
    face: FontStyle = FontStyle.HEI
    bold: bool = False
    size: float
    min_size: float = 5
    colour: str = "ink"
    align: Literal["left", "center", "right"] = "left"
    valign: Literal["top", "middle", "bottom"] = "middle"
    lines: int = 1
    leading: float = 1.25
    whole_parts: bool = False
    refuse_cut: bool = False

    @override
    def shown(self) -> frozenset[str]:
        """Return the fields in braces."""
        return frozenset(name for _, name in self.parts if name)

    @cached_property
    def parts(self) -> list[tuple[str, str | None]]:
        """Return the text as (literal, field that follows or None)."""
        return [(literal, name) for literal, name, _, _ in Formatter().parse(self.text)]

    def is_well_formed(self) -> bool:
        """Whether braces come in pairs and hold nothing but a name."""
        try:
            found = list(Formatter().parse(self.text))
        except ValueError:
            return False
        plain = all(not spec and conversion is None for _, _, spec, conversion in found)
        return plain and all(name is None or name for _, name, _, _ in found)

    def filled(self, values: Mapping[str, str]) -> str:
        """Return the text with its fields."""
        return "".join(text + (values[name] if name else "") for text, name in self.parts)


@dataclass(frozen=True, kw_only=True)
class RectElement(Element):
    """A rectangle. `line` is the stroke's width in pt, `radius` of the corners in mm."""

    fill: str | None = None
    stroke: str | None = None
    line: float = 0.5
    radius: float = 0


@dataclass(frozen=True, kw_only=True)
class LineElement(Element):
    """A line across its box, which has no width or no height. `line` and `dash` in pt."""

    colour: str = "line"
    line: float = 0.5
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ImageElement(Element):
    """A picture: cropped to fill its box, or whole inside it. `radius` in mm.

    `source` is a field, or `photo:` and the digest of a picture of the template's own.
    """

    source: str
    crop: bool = True
    radius: float = 0

    @property
    def own_picture(self) -> str | None:
        """The digest of the template's own picture, None for a field's."""
        own = self.source.startswith(OWN_PICTURE)
        return self.source.removeprefix(OWN_PICTURE) if own else None

    @override
    def shown(self) -> frozenset[str]:
        """Return the field of the picture."""
        return frozenset() if self.own_picture else frozenset({self.source})


@dataclass(frozen=True, kw_only=True)
class QrElement(Element):
    """The card number as a QR code; the box includes the white zone around it."""

    colour: str = "ink"

    @override
    def shown(self) -> frozenset[str]:
        """Return the card number's field."""
        return frozenset({"number"})


@dataclass(frozen=True, kw_only=True)
class ListElement(Element):
    """A list's rows in cells, filled from left to right.

    `cell_h` and the gaps in mm; `elements` are placed inside a cell. Rows that find no cell are
    counted in the last one with `more`, such as "另有 {more} 人"; with `pages`, whoever plans the
    cards puts them on further ones (`templates.pages`).
    """

    items: str
    columns: int = 1
    cell_h: float
    gap_x: float = 0
    gap_y: float = 0
    more: TextElement | None = None
    pages: bool = False
    elements: tuple[Element, ...]

    @override
    def shown(self) -> frozenset[str]:
        """Return the list and the fields outside its rows that the cells use."""
        inner = {name for e in self.elements for name in e.fields() if not name.startswith(ITEM)}
        return frozenset({self.items, *inner})

    @override
    def needed(self) -> frozenset[str]:
        """Return the list and its conditions; what its cells use may be absent."""
        return frozenset({self.items, *self.when})

    def inner(self) -> tuple[Element, ...]:
        """Return the elements of a cell, and `more` behind them."""
        return (*self.elements, *((self.more,) if self.more else ()))

    def cells(self, box: Box) -> list[Box]:
        """Return the cells that `box` has room for."""
        width = (box.w - (self.columns - 1) * self.gap_x) / self.columns
        rows = int((box.h + self.gap_y) / (self.cell_h + self.gap_y) + 1e-6)
        return [
            Box(
                box.x + column * (width + self.gap_x),
                box.y + row * (self.cell_h + self.gap_y),
                width,
                self.cell_h,
            )
            for row in range(rows)
            for column in range(self.columns)
        ]


@dataclass(frozen=True, kw_only=True)
class CardTemplate:
    """A kind of card as it is drawn. `sides` holds the elements in drawing order."""

    kind: CardKind
    order: int
    colours: Mapping[str, str]
    sides: Mapping[Side, tuple[Element, ...]]

    def colour(self, name: str) -> str:
        """Return `#rrggbb` for a colour's name."""
        return self.colours.get(name, name)

    def fields(self) -> frozenset[str]:
        """Return the fields and lists that the card depends on."""
        return frozenset().union(*(e.fields() for side in self.sides.values() for e in side))

    def own_pictures(self) -> frozenset[str]:
        """Return the digests of the template's own pictures."""
        images = (e for _, _, e in self.parts() if isinstance(e, ImageElement))
        return frozenset(image.own_picture for image in images if image.own_picture)

    def parts(self) -> "Iterator[tuple[Side, tuple[int, ...], Element]]":
        """Yield every element with its side and path; a list's cell elements come after it."""
        for side, elements in self.sides.items():
            for number, element in enumerate(elements):
                yield side, (number,), element
                if isinstance(element, ListElement):
                    for inner, part in enumerate(element.inner()):
                        yield side, (number, inner), part


_TYPES: Mapping[str, type[Element]] = {
    "text": TextElement,
    "rect": RectElement,
    "line": LineElement,
    "image": ImageElement,
    "qr": QrElement,
    "list": ListElement,
}
TYPE_NAMES = {cls: name for name, cls in _TYPES.items()}
"""How JSON calls each class of elements."""


def read_element(
    raw: Any, styles: Mapping[str, Mapping[str, Any]], where: str, *, inside: bool = False
) -> Element:
    """Read an element from its JSON object.

    Args:
        raw: the object; its `type` chooses the class, its `style` names shared values.
        styles: the template's named styles.
        where: the place in the template, for the error's sentence.
        inside: it belongs to a list's cell.

    Raises:
        TemplateError: an unknown key, style or type, or a wrong value.
    """
    if not isinstance(raw, dict) or str(raw.get("type")) not in _TYPES:
        raise TemplateError(f"{where}：要写明 type，可以是 {'、'.join(_TYPES)}。")
    values = dict(raw)
    cls = _TYPES[str(values.pop("type"))]
    style = values.pop("style", None)
    if style is not None:
        if not isinstance(style, str) or style not in styles:
            raise TemplateError(f"{where}：没有名叫“{style}”的样式，请先在 styles 里写明。")
        values = {**styles[style], **values}
    if cls is ListElement:
        if inside:
            raise TemplateError(f"{where}：列表的格里不能再放列表，请改用别的元素。")
        values["elements"] = read_elements(
            values.get("elements"), styles, f"{where}格内", inside=True
        )
        if "more" in values:
            values["more"] = read_element(values["more"], styles, f"{where} more", inside=True)
            if not isinstance(values["more"], TextElement):
                raise TemplateError(f"{where} more：只能是文字（text）。")
    element = read_dataclass(cls, values, where)
    if not element.is_placed():
        raise TemplateError(f"{where}：位置要写 x、right、w 中的两项和 y、bottom、h 中的两项。")
    if isinstance(element, TextElement) and not element.is_well_formed():
        raise TemplateError(f"{where}：“{element.text}”里的花括号不成对，资料项应写成 {{名称}}。")
    return element


def read_elements(
    raw: Any, styles: Mapping[str, Mapping[str, Any]], where: str, *, inside: bool = False
) -> tuple[Element, ...]:
    """Read a list of elements.

    Raises:
        TemplateError: it is no list, or one of them cannot be read.
    """
    if not isinstance(raw, list):
        raise TemplateError(f"{where}：要有一列元素。")
    return tuple(
        read_element(e, styles, f"{where} 第 {i} 个元素", inside=inside)
        for i, e in enumerate(raw, 1)
    )


def _span(
    start: float | None, end: float | None, extent: float | None, whole: float
) -> tuple[float, float]:
    """Return start and extent of one axis from two of (start, distance from the end, extent)."""
    if extent is None:
        return start or 0, whole - (start or 0) - (end or 0)
    return (whole - (end or 0) - extent if start is None else start), extent
