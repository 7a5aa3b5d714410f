"""Draws a template's elements onto a page, filled with the fields of one card."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext

from linli.domain.card_fields import CardValues
from linli.domain.paper import Affine
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
from linli.errors import UserError
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary, Typeface
from linli.printing.qr import card_code
from linli.printing.text import ASCENT, ELLIPSIS, FitRule, Fitted, fit

_POINT = 25.4 / 72  # mm


class Painter:
    """Draws one template.

    Args:
        template: whose elements and colours.
        library: the fonts.
        photos: pictures by digest.
    """

    def __init__(
        self, template: CardTemplate, library: FontLibrary, photos: Mapping[str, bytes]
    ) -> None:
        self.warnings: dict[str, None] = {}
        self._template = template
        self._library = library
        self._photos = photos

    def texts(
        self, elements: Iterable[Element], values: CardValues
    ) -> Iterator[tuple[Typeface, str]]:
        """Yield every text that `draw` may write, with its typeface."""
        for element in _visible(elements, values):
            if isinstance(element, TextElement):
                yield self._library.typeface(element.face), element.filled(values.texts) + ELLIPSIS
            elif isinstance(element, ListElement):
                if element.more:
                    yield (
                        self._library.typeface(element.more.face),
                        element.more.text + "0123456789",
                    )
                for row in values.lists[element.items]:
                    yield from self.texts(element.elements, _row_values(values, row))

    def draw(self, page: Page, elements: Iterable[Element], values: CardValues, area: Box) -> None:
        """Draw `elements` inside `area`.

        Raises:
            UserError: a text that must not be cut does not fit.
        """
        for element in _visible(elements, values):
            box = element.box(area.w, area.h)
            box = Box(area.x + box.x, area.y + box.y, box.w, box.h)
            with page.mapped(_on_its_head(box)) if element.turned else nullcontext():
                self._element(page, element, values, box)

    def _element(self, page: Page, element: Element, values: CardValues, box: Box) -> None:
        match element:
            case TextElement():
                self._text(page, element, values.texts, box)
            case ListElement():
                self._list(page, element, values, box)
            case ImageElement():
                self._image(page, element, values.texts, box)
            case QrElement():
                self._code(page, element, values.texts, box)
            case RectElement():
                page.box(
                    box.x, box.y, box.w, box.h,
                    fill=self._colour(element.fill), stroke=self._colour(element.stroke),
                    line=element.line, radius=element.radius,
                )  # fmt: skip
            case LineElement():
                page.rule(
                    box.x, box.y, box.x + box.w, box.y + box.h,
                    colour=self._template.colour(element.colour), line=element.line,
                    dash=element.dash,
                )  # fmt: skip
            case _:
                raise TypeError(type(element).__name__)

    def _colour(self, name: str | None) -> str | None:
        return self._template.colour(name) if name else None

    def _text(self, page: Page, element: TextElement, values: Mapping[str, str], box: Box) -> None:
        text = element.filled(values)
        typeface = self._library.typeface(element.face)
        fitted = self._fitted(text, typeface, element, box)
        height = fitted.height(element.leading) * _POINT
        slack = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[element.valign] * (box.h - height)
        is_broken = len(fitted.lines) > 1 and not fitted.cut
        with page.whole(text) if is_broken else nullcontext():
            self._lines(page, element, fitted, Box(box.x, box.y + slack, box.w, box.h))

    def _lines(self, page: Page, element: TextElement, fitted: Fitted, box: Box) -> None:
        typeface = self._library.typeface(element.face)
        indent = {"left": 0.0, "center": 0.5, "right": 1.0}[element.align]
        for number, line in enumerate(fitted.lines):
            x = box.x
            if indent:
                x += indent * (box.w - typeface.width(line) * fitted.size * _POINT)
            down = (ASCENT + number * element.leading) * fitted.size * _POINT
            page.text(
                x,
                box.y + down,
                line,
                style=element.face,
                size=fitted.size,
                colour=self._template.colour(element.colour),
                bold=element.bold,
            )

    def _fitted(self, text: str, typeface: Typeface, element: TextElement, box: Box) -> Fitted:
        fitted = fit(
            text,
            typeface,
            FitRule(
                width=box.w / _POINT,
                height=box.h / _POINT,
                size=element.size,
                min_size=element.min_size,
                lines=element.lines,
                leading=element.leading,
                whole_parts=element.whole_parts,
            ),
        )
        if fitted.cut:
            if element.refuse_cut:
                raise UserError(f"“{text}”在{self._template.kind.title}上放不下，请改短后再打印。")
            self.warnings[f"“{text}”太长，卡片上只印了前一部分，请改短。"] = None
        return fitted

    def _list(self, page: Page, element: ListElement, values: CardValues, box: Box) -> None:
        cells, rows = element.cells(box), values.lists[element.items]
        shown = len(rows) if len(rows) <= len(cells) else len(cells) - bool(element.more)
        for cell, row in zip(cells, rows[:shown], strict=False):
            self.draw(page, element.elements, _row_values(values, row), cell)
        if shown == len(rows):
            return
        rest = len(rows) - shown
        if element.more:
            self.draw(page, [element.more], CardValues({"more": str(rest)}, {}), cells[-1])
        self.warnings[f"卡片上位置不够，有 {rest} 行没有印出。"] = None

    def _image(
        self, page: Page, element: ImageElement, values: Mapping[str, str], box: Box
    ) -> None:
        content = self._photos[element.own_picture or values[element.source]]
        page.picture(box.x, box.y, box.w, box.h, content, crop=element.crop, radius=element.radius)

    def _code(self, page: Page, element: QrElement, values: Mapping[str, str], box: Box) -> None:
        module = box.w / (CARD_MODULES + 2 * QUIET_ZONE)
        page.bitmap(
            box.x + QUIET_ZONE * module,
            box.y + QUIET_ZONE * module,
            CARD_MODULES * module,
            card_code(values["number"]),
            self._template.colour(element.colour),
        )


def _on_its_head(box: Box) -> Affine:
    """Return the half turn about the middle of a box."""
    return (-1, 0, 0, -1, 2 * box.x + box.w, 2 * box.y + box.h)


def _visible(elements: Iterable[Element], values: CardValues) -> Iterator[Element]:
    present = {name for name, text in values.texts.items() if text}
    present.update(name for name, rows in values.lists.items() if rows)
    return (element for element in elements if element.is_shown(present))


def _row_values(values: CardValues, row: Mapping[str, str]) -> CardValues:
    return CardValues({**values.texts, **{ITEM + k: v for k, v in row.items()}}, values.lists)
