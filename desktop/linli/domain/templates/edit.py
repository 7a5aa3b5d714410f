"""Changing a template step by step: each function returns the changed template.

Places are mm. Of the values that place an element two per axis stay set, the same ones as before:
what hangs on the right edge goes on hanging there in every size of the card.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, cast

from linli.domain.card_fields import Field, fields_of
from linli.domain.paper import CardSize, Side
from linli.domain.templates.check import MORE_FIELDS, SAFE_MARGIN
from linli.domain.templates.elements import (
    Box,
    CardTemplate,
    Element,
    ListElement,
    TextElement,
)
from linli.domain.templates.wording import row_fields

SMALLEST_BOX = 1.0  # mm, to which an element can be shrunk
_OFFSET = 2.0  # mm between an element and its copy
_X = ("x", "right", "w")
_Y = ("y", "bottom", "h")


class Align(StrEnum):
    """Which edges, or middles, come into one line."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Order(StrEnum):
    """Where an element goes among those that lie over each other."""

    FRONT = "front"
    FORWARD = "forward"
    BACKWARD = "backward"
    BACK = "back"


class Anchor(StrEnum):
    """What of an axis is set: the start, the end, or both edges, so that the size gives way."""

    START = "start"
    END = "end"
    BOTH = "both"


@dataclass(frozen=True)
class Level:
    """Where one works: on a side, in the cell of the list `inside`, or on the list's `more`."""

    side: Side = Side.FRONT
    inside: int | None = None
    more: bool = False

    @property
    def up(self) -> "Level":
        """The side of this level."""
        return Level(self.side)


def list_at(template: CardTemplate, level: Level) -> ListElement | None:
    """Return the list in whose cell one works, None on a side."""
    if level.inside is None:
        return None
    return cast("ListElement", template.sides[level.side][level.inside])


def elements_at(template: CardTemplate, level: Level) -> tuple[Element, ...]:
    """Return the elements of a level in drawing order."""
    found = list_at(template, level)
    if found is None:
        return template.sides[level.side]
    if level.more:
        return (found.more,) if found.more else ()
    return found.elements


def exists(template: CardTemplate, level: Level) -> bool:
    """Whether the template has such a level (undo may have taken it away)."""
    elements = template.sides.get(level.side)
    if elements is None:
        return False
    if level.inside is None:
        return True
    if level.inside >= len(elements) or not isinstance(elements[level.inside], ListElement):
        return False
    return not level.more or bool(elements_at(template, level))


def area_at(template: CardTemplate, level: Level, size: CardSize) -> Box:
    """Return where the level's area lies on the card: all of it, the first cell, the last one."""
    card = Box(0, 0, size.width, size.height)
    found = list_at(template, level)
    if found is None:
        return card
    cells = found.cells(found.box(size.width, size.height)) if found.cell_h > 0 else []
    return cells[-1 if level.more else 0] if cells else card


def fields_at(template: CardTemplate, level: Level) -> dict[str, Field]:
    """Return the fields that elements of a level can show, by name."""
    found = list_at(template, level)
    if level.more:
        return dict(MORE_FIELDS)
    rows = row_fields(found.items) if found else {}
    return {**rows, **fields_of(template.kind.source)}


def with_elements(
    template: CardTemplate, level: Level, elements: Iterable[Element]
) -> CardTemplate:
    """Return the template with other elements on a level."""
    new = tuple(elements)
    found = list_at(template, level)
    if found is not None and level.inside is not None:
        if level.more:
            changed = replace(found, more=cast("TextElement", new[0]) if new else None)
        else:
            changed = replace(found, elements=new)
        outer = list(template.sides[level.side])
        outer[level.inside] = changed
        new = tuple(outer)
    return replace(template, sides={**template.sides, level.side: new})


def moved(
    template: CardTemplate, level: Level, chosen: Iterable[int], dx: float, dy: float
) -> CardTemplate:
    """Move the chosen elements."""

    def move(element: Element) -> Element:
        values: dict[str, Any] = {}
        for names, step in ((_X, dx), (_Y, dy)):
            for name, direction in zip(names[:2], (1, -1), strict=True):
                value = getattr(element, name)
                if value is not None:
                    values[name] = _tidy(value + direction * step)
        return replace(element, **values)

    return _each(template, level, chosen, move)


def resized(
    template: CardTemplate, level: Level, chosen: Iterable[int], dw: float, dh: float, area: Box
) -> CardTemplate:
    """Make the chosen elements wider and higher; their left and upper edges stay."""

    def resize(element: Element) -> Element:
        box = element.box(area.w, area.h)
        box = Box(box.x, box.y, _stretched(box.w, dw), _stretched(box.h, dh))
        return placed(element, box, area)

    return _each(template, level, chosen, resize)


def placed(element: Element, box: Box, area: Box) -> Element:
    """Return the element at `box` inside an area; what is set of its place stays what is set."""
    values = _axis(element, _X, box.x, box.w, area.w) | _axis(element, _Y, box.y, box.h, area.h)
    return replace(element, **values)


def with_box(
    template: CardTemplate, level: Level, number: int, box: Box, area: Box
) -> CardTemplate:
    """Put an element into a box."""
    return _each(template, level, [number], lambda element: placed(element, box, area))


def anchor_of(element: Element, *, across: bool) -> Anchor:
    """Return what of an axis is set."""
    start, end, _ = (getattr(element, name) for name in (_X if across else _Y))
    if start is None:
        return Anchor.END
    return Anchor.START if end is None else Anchor.BOTH


def anchored(element: Element, anchor: Anchor, area: Box, *, across: bool) -> Element:
    """Return the element at the same place of this area, hung up in another way."""
    names = _X if across else _Y
    box = element.box(area.w, area.h)
    start, extent, whole = (box.x, box.w, area.w) if across else (box.y, box.h, area.h)
    values: tuple[float | None, ...] = {
        Anchor.START: (start, None, extent),
        Anchor.END: (None, whole - start - extent, extent),
        Anchor.BOTH: (start, whole - start - extent, None),
    }[anchor]
    tidy: list[Any] = [None if value is None else _tidy(value) for value in values]
    return replace(element, **dict(zip(names, tidy, strict=True)))


def aligned(
    template: CardTemplate, level: Level, chosen: Sequence[int], how: Align, area: Box
) -> CardTemplate:
    """Bring elements into one line: several with each other, one with the safe area."""
    elements = elements_at(template, level)
    boxes = [elements[number].box(area.w, area.h) for number in chosen]
    if len(chosen) > 1:
        frame = bounds(boxes)
    else:
        margin = 0 if level.inside is not None else SAFE_MARGIN
        frame = Box(margin, margin, area.w - 2 * margin, area.h - 2 * margin)
    for number, box in zip(chosen, boxes, strict=True):
        dx = {
            Align.LEFT: frame.x - box.x,
            Align.CENTRE: frame.x + frame.w / 2 - box.x - box.w / 2,
            Align.RIGHT: frame.x + frame.w - box.x - box.w,
        }.get(how, 0.0)
        dy = {
            Align.TOP: frame.y - box.y,
            Align.MIDDLE: frame.y + frame.h / 2 - box.y - box.h / 2,
            Align.BOTTOM: frame.y + frame.h - box.y - box.h,
        }.get(how, 0.0)
        template = moved(template, level, [number], dx, dy)
    return template


def distributed(
    template: CardTemplate, level: Level, chosen: Sequence[int], area: Box, *, across: bool
) -> CardTemplate:
    """Leave the same space between elements; the outermost ones stay. It takes three."""
    if len(chosen) < 3:
        return template
    elements = elements_at(template, level)
    spans = []
    for number in chosen:
        box = elements[number].box(area.w, area.h)
        spans.append((box.x, box.w, number) if across else (box.y, box.h, number))
    spans.sort()
    first, last = spans[0], max(spans, key=lambda span: span[0] + span[1])
    room = last[0] + last[1] - first[0] - sum(extent for _, extent, _ in spans)
    gap = room / (len(spans) - 1)
    place = first[0]
    for start, extent, number in spans:
        step = place - start
        place += extent + gap
        dx, dy = (step, 0.0) if across else (0.0, step)
        template = moved(template, level, [number], dx, dy)
    return template


def ordered(
    template: CardTemplate, level: Level, chosen: Iterable[int], order: Order
) -> tuple[CardTemplate, tuple[int, ...]]:
    """Bring elements to the front or back; return their new numbers as well."""
    picked = set(chosen)
    numbers = list(range(len(elements_at(template, level))))
    if order in (Order.FRONT, Order.BACK):
        rest = [n for n in numbers if n not in picked]
        mine = [n for n in numbers if n in picked]
        numbers = rest + mine if order is Order.FRONT else mine + rest
    else:
        numbers = _stepped(numbers, picked, up=order is Order.FORWARD)
    elements = elements_at(template, level)
    result = with_elements(template, level, (elements[number] for number in numbers))
    return result, tuple(place for place, number in enumerate(numbers) if number in picked)


def added(
    template: CardTemplate, level: Level, elements: Iterable[Element]
) -> tuple[CardTemplate, tuple[int, ...]]:
    """Add elements in front of the others; return their numbers as well."""
    before = elements_at(template, level)
    after = (*before, *elements)
    return with_elements(template, level, after), tuple(range(len(before), len(after)))


def duplicated(
    template: CardTemplate, level: Level, chosen: Iterable[int]
) -> tuple[CardTemplate, tuple[int, ...]]:
    """Copy elements, a little lower to the right; return the numbers of the copies as well."""
    elements = elements_at(template, level)
    result, numbers = added(template, level, [elements[number] for number in sorted(chosen)])
    return moved(result, level, numbers, _OFFSET, _OFFSET), numbers


def removed(template: CardTemplate, level: Level, chosen: Iterable[int]) -> CardTemplate:
    """Remove elements."""
    gone = set(chosen)
    kept = (e for n, e in enumerate(elements_at(template, level)) if n not in gone)
    return with_elements(template, level, kept)


def with_kind(template: CardTemplate, **values: Any) -> CardTemplate:
    """Change title, description, sizes or whether it is by household."""
    return replace(template, kind=replace(template.kind, **values))


def with_back(template: CardTemplate, *, two_sided: bool) -> CardTemplate:
    """Give the card an empty back, or take its back away."""
    sides = {Side.FRONT: template.sides[Side.FRONT]}
    if two_sided:
        sides[Side.BACK] = template.sides.get(Side.BACK, ())
    kind = replace(template.kind, two_sided=two_sided)
    return replace(template, sides=sides, kind=kind)


def bounds(boxes: Sequence[Box]) -> Box:
    """Return the smallest box around others."""
    left, top = min(b.x for b in boxes), min(b.y for b in boxes)
    right, bottom = max(b.x + b.w for b in boxes), max(b.y + b.h for b in boxes)
    return Box(left, top, right - left, bottom - top)


def _each(
    template: CardTemplate,
    level: Level,
    chosen: Iterable[int],
    change: Callable[[Element], Element],
) -> CardTemplate:
    elements = list(elements_at(template, level))
    for number in set(chosen):
        elements[number] = change(elements[number])
    return with_elements(template, level, elements)


def _axis(
    element: Element, names: tuple[str, str, str], start: float, extent: float, whole: float
) -> dict[str, Any]:
    values = zip(names, (start, whole - start - extent, extent), strict=True)
    return {name: _tidy(v) for name, v in values if getattr(element, name) is not None}


def _stepped(numbers: list[int], picked: set[int], *, up: bool) -> list[int]:
    """Let the picked numbers change places with their neighbours."""
    result = numbers[::-1] if up else numbers[:]
    for place in range(1, len(result)):
        if result[place] in picked and result[place - 1] not in picked:
            result[place - 1], result[place] = result[place], result[place - 1]
    return result[::-1] if up else result


def _stretched(extent: float, step: float) -> float:
    """Return a larger or smaller extent; that of a line across it stays 0."""
    return max(min(extent, SMALLEST_BOX), extent + step) if extent else 0.0


def _tidy(value: float) -> float:
    return round(value, 2) + 0.0  # never -0.0
