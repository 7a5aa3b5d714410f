"""Draws a template's elements onto a page, filled with the fields of one card.

The elements of a side are prepared once: where each lies, on which facts it depends, how its text
gives way. What is left for each card is to fill, to fit and to write.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext

from typing_extensions import override

from linli.domain.card_fields import FIELDS, LISTS, CardValues
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
from linli.printing.notes import Notes, card_name
from linli.printing.qr import card_code
from linli.printing.text import ASCENT, FitRule, Fitted, fit

_POINT = 25.4 / 72  # mm
_INDENT = {"left": 0.0, "center": 0.5, "right": 1.0}
_DROP = {"top": 0.0, "middle": 0.5, "bottom": 1.0}


class Drawer:
    """An element in its place, which lies `box` from the top left corner of a card or a cell."""

    def __init__(self, element: Element, box: Box) -> None:
        self.box = box
        self._needed = tuple(element.needed())
        self._unless = element.unless
        self._turned = element.turned

    def is_shown(self, values: CardValues) -> bool:
        """Whether the element appears on a card with these fields."""
        has = values.has
        return all(map(has, self._needed)) and not any(map(has, self._unless))

    def texts(self, values: CardValues) -> Iterator[tuple[Typeface, str]]:  # noqa: ARG002
        """Yield every text that `draw` may write, with its typeface."""
        return iter(())

    def draw(self, page: Page, values: CardValues, x: float, y: float) -> None:
        """Draw on a card or a cell whose top left corner is at (x, y) mm.

        Raises:
            UserError: a text that must not be cut does not fit.
        """
        box = Box(x + self.box.x, y + self.box.y, self.box.w, self.box.h)
        with page.mapped(_on_its_head(box)) if self._turned else nullcontext():
            self.put(page, values, box)

    def put(self, page: Page, values: CardValues, box: Box) -> None:
        """Draw upright in `box`, which is this element's on the page."""
        raise NotImplementedError


class Painter:
    """Makes the drawers of one template.

    Args:
        template: whose elements and colours.
        library: the fonts.
        photos: pictures by digest.
        notes: takes what went less well.
    """

    def __init__(
        self,
        template: CardTemplate,
        library: FontLibrary,
        photos: Mapping[str, bytes],
        notes: Notes,
    ) -> None:
        self.title = template.kind.title
        self.colour = template.colour
        self.typeface = library.typeface
        self.photos = photos
        self.notes = notes

    def prepare(
        self, elements: Iterable[Element], width: float, height: float, items: str = ""
    ) -> tuple[Drawer, ...]:
        """Return the drawers of elements on an area (mm): a card, or a cell of the list `items`."""
        return tuple(self._drawer(e, e.box(width, height), items) for e in elements)

    def _drawer(self, element: Element, box: Box, items: str) -> Drawer:
        match element:
            case TextElement():
                return _Text(self, element, box, _label(element.shown(), items))
            case ListElement():
                return _List(self, element, box)
            case ImageElement():
                return _Picture(self, element, box, _label(element.shown(), items))
            case QrElement():
                return _Code(self, element, box)
            case RectElement():
                return _Rect(self, element, box)
            case LineElement():
                return _Rule(self, element, box)
            case _:
                raise TypeError(type(element).__name__)


class _Text(Drawer):
    """Text that shrinks, breaks and at last is cut."""

    def __init__(self, painter: Painter, element: TextElement, box: Box, label: str) -> None:
        super().__init__(element, box)
        self._painter = painter
        self._element = element
        self._label = label
        self._typeface = painter.typeface(element.face)
        self._colour = painter.colour(element.colour)
        self._indent = _INDENT[element.align]
        self._drop = _DROP[element.valign]
        self._rule = FitRule(
            width=box.w / _POINT,
            height=box.h / _POINT,
            size=element.size,
            min_size=element.min_size,
            lines=element.lines,
            leading=element.leading,
            whole_parts=element.whole_parts,
        )

    @override
    def texts(self, values: CardValues) -> Iterator[tuple[Typeface, str]]:
        yield self._typeface, self._element.filled(values.texts)

    @override
    def put(self, page: Page, values: CardValues, box: Box) -> None:
        text = self._element.filled(values.texts)
        fitted = fit(text, self._typeface, self._rule)
        if fitted.cut:
            self._tell(text)
        down = self._drop * (box.h - fitted.height(self._element.leading) * _POINT)
        is_broken = len(fitted.lines) > 1 and not fitted.cut
        with page.whole(text) if is_broken else nullcontext():
            self._lines(page, fitted, box, down)

    def _lines(self, page: Page, fitted: Fitted, box: Box, down: float) -> None:
        element, size = self._element, fitted.size
        for number, line in enumerate(fitted.lines):
            x = box.x
            if self._indent:
                x += self._indent * (box.w - self._typeface.width(line) * size * _POINT)
            page.text(
                x,
                box.y + down + (ASCENT + number * element.leading) * size * _POINT,
                line,
                style=element.face,
                size=size,
                colour=self._colour,
                bold=element.bold,
            )

    def _tell(self, text: str) -> None:
        painter, card = self._painter, self._painter.notes.card
        if self._element.refuse_cut:
            whose = f"{card_name(card)}的" if card else ""
            said = f"{whose}“{text}”在{painter.title}上放不下，请改短后再打印。"
            raise UserError(said)
        painter.notes.text_cut(self._label, text)


class _List(Drawer):
    """Rows in cells; what finds no cell is counted in the last one."""

    def __init__(self, painter: Painter, element: ListElement, box: Box) -> None:
        super().__init__(element, box)
        self._items = element.items
        self._notes = painter.notes
        self._cells = element.cells(Box(0, 0, box.w, box.h))
        self._inner: tuple[Drawer, ...] = ()
        self._more: tuple[Drawer, ...] = ()
        if self._cells:  # none where a box is still being drawn up in the editor
            cell, more = self._cells[0], (element.more,) if element.more else ()
            self._inner = painter.prepare(element.elements, cell.w, cell.h, element.items)
            self._more = painter.prepare(more, cell.w, cell.h)

    @override
    def texts(self, values: CardValues) -> Iterator[tuple[Typeface, str]]:
        for row in values.lists[self._items]:
            yield from texts(self._inner, _row_values(values, row))
        yield from texts(self._more, CardValues({"more": "0123456789"}, {}))

    @override
    def put(self, page: Page, values: CardValues, box: Box) -> None:
        rows, cells = values.lists[self._items], self._cells
        shown = len(rows) if len(rows) <= len(cells) else len(cells) - len(self._more)
        for cell, row in zip(cells, rows[:shown], strict=False):
            draw(self._inner, page, _row_values(values, row), box.x + cell.x, box.y + cell.y)
        if rest := len(rows) - shown:
            for last in cells[-1:]:
                count = CardValues({"more": str(rest)}, {})
                draw(self._more, page, count, box.x + last.x, box.y + last.y)
            self._notes.rows_left_out(LISTS[self._items].label, rest)


class _Picture(Drawer):
    """A photo, an emblem, or a picture of the template's own."""

    def __init__(self, painter: Painter, element: ImageElement, box: Box, label: str) -> None:
        super().__init__(element, box)
        self._painter = painter
        self._element = element
        self._label = label or "模板里的图片"

    @override
    def put(self, page: Page, values: CardValues, box: Box) -> None:
        element = self._element
        content = self._painter.photos.get(element.own_picture or values.texts[element.source])
        if content is None:
            self._painter.notes.picture_missing(self._label)
            return
        page.picture(box.x, box.y, box.w, box.h, content, crop=element.crop, radius=element.radius)


class _Code(Drawer):
    """The card number as a QR code inside its white zone."""

    def __init__(self, painter: Painter, element: QrElement, box: Box) -> None:
        module = box.w / (CARD_MODULES + 2 * QUIET_ZONE)
        zone, side = QUIET_ZONE * module, CARD_MODULES * module
        super().__init__(element, Box(box.x + zone, box.y + zone, side, side))
        self._colour = painter.colour(element.colour)

    @override
    def put(self, page: Page, values: CardValues, box: Box) -> None:
        code = card_code(values.texts["number"])
        page.bitmap(box.x, box.y, box.w, CARD_MODULES, code, self._colour)


class _Rect(Drawer):
    def __init__(self, painter: Painter, element: RectElement, box: Box) -> None:
        super().__init__(element, box)
        self._element = element
        self._fill = painter.colour(element.fill) if element.fill else None
        self._stroke = painter.colour(element.stroke) if element.stroke else None

    @override
    def put(self, page: Page, values: CardValues, box: Box) -> None:
        page.box(
            box.x, box.y, box.w, box.h,
            fill=self._fill, stroke=self._stroke,
            line=self._element.line, radius=self._element.radius,
        )  # fmt: skip


class _Rule(Drawer):
    def __init__(self, painter: Painter, element: LineElement, box: Box) -> None:
        super().__init__(element, box)
        self._element = element
        self._colour = painter.colour(element.colour)

    @override
    def put(self, page: Page, values: CardValues, box: Box) -> None:
        page.rule(
            box.x, box.y, box.x + box.w, box.y + box.h,
            colour=self._colour, line=self._element.line, dash=self._element.dash,
        )  # fmt: skip


def draw(
    drawers: Iterable[Drawer], page: Page, values: CardValues, x: float = 0, y: float = 0
) -> None:
    """Draw what is shown of some elements on an area whose top left corner is at (x, y) mm.

    Raises:
        UserError: a text that must not be cut does not fit.
    """
    for drawer in drawers:
        if drawer.is_shown(values):
            drawer.draw(page, values, x, y)


def texts(drawers: Sequence[Drawer], values: CardValues) -> Iterator[tuple[Typeface, str]]:
    """Yield every text that `draw` may write, with its typeface; ELLIPSIS may be added to each."""
    for drawer in drawers:
        if drawer.is_shown(values):
            yield from drawer.texts(values)


def _on_its_head(box: Box) -> Affine:
    """Return the half turn about the middle of a box."""
    return (-1, 0, 0, -1, 2 * box.x + box.w, 2 * box.y + box.h)


def _label(names: Iterable[str], items: str) -> str:
    """Return how the clerk calls what an element shows; "" where it shows no field."""
    columns = LISTS[items].columns if items else {}
    known = {**FIELDS, **{ITEM + name: field for name, field in columns.items()}}
    return "、".join(known[name].label for name in sorted(names) if name in known)


def _row_values(values: CardValues, row: Mapping[str, str]) -> CardValues:
    return CardValues({**values.texts, **{ITEM + k: v for k, v in row.items()}}, values.lists)
