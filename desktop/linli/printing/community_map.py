"""The picture of the community on paper (社区图): one sheet, as large as it gives.

A building bears its name and its figure, so that the picture says the same without colours.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from linli.domain.community_map import (
    FIGURE,
    LABEL_FILL,
    TINTS,
    UNIT,
    Box,
    Class,
    CommunityMap,
    Figure,
    LabelDraft,
    MapBuilding,
    bounds,
    class_of,
    classes,
)
from linli.domain.faces import FontStyle
from linli.domain.map_layout import HEAD, MARGIN, Ground, grounds
from linli.domain.paper import CardSize
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary, Typeface
from linli.printing.foot import FAINT
from linli.printing.lines import POINT, write_line
from linli.printing.text import ASCENT, ELLIPSIS, FitRule, fit
from linli.printing.type0 import EmbeddedFonts
from linli.printing.unprintable import refuse_unprintable

_SIDE, _TOP, _BOTTOM = 12.0, 10.0, 9.0  # mm
_LEGEND, _MAP = 11.0, 19.0  # mm below the top
_TITLE, _SMALL, _LEAST = 18.0, 9.0, 4.0  # pt
_LARGEST = 11.0  # mm of a cell
_PAD = 0.08  # of a cell
_LEADING = 1.1
_INK, _LIGHT, _LINE, _EDGE = "#000000", "#ffffff", "#5b6672", "#7d8794"


class _Scale(NamedTuple):
    """How cells become mm."""

    x: float
    y: float
    cell: float

    def area(self, box: Box) -> tuple[float, float, float, float]:
        """Return left, top, width and height in mm."""
        left, top = self.x + box.x * self.cell, self.y + box.y * self.cell
        return left, top, box.width * self.cell, box.height * self.cell


def render_map(
    shown: CommunityMap,
    figure: Figure,
    *,
    community: str,
    day: date,
    printed: str,
    paper: CardSize,
    library: FontLibrary,
) -> bytes:
    """Make the PDF; the same picture gives the same bytes.

    Args:
        shown: the picture.
        figure: what the buildings are coloured by.
        community: stands before the title.
        day: of the figures.
        printed: who printed it when, faint at the foot.
        paper: mm, usually across.
        library: the fonts.

    Raises:
        UnprintableTextError: some character would be missing.
    """
    subject = "社区图" if figure is Figure.PLAIN else f"社区图（{FIGURE[figure]}）"
    title = "　".join(filter(None, (community, subject)))
    legend = () if figure is Figure.PLAIN else classes(_values(shown, figure))
    drawing = _Drawing(shown, figure, legend, paper, library.typeface(FontStyle.HEI))
    said = [title, printed, day_words(day), *drawing.words()]
    refuse_unprintable(library, ((0, "社区图", text) for text in said))
    fonts = EmbeddedFonts((drawing.typeface, text) for text in (*said, ELLIPSIS))
    page = Page(title, fonts, paper.width, paper.height)
    drawing.draw(page, title, day_words(day), printed)
    return page.finish()


def day_words(day: date) -> str:
    """Return the day of the figures."""
    return f"{day.year}年{day.month}月{day.day}日"


def _values(shown: CommunityMap, figure: Figure) -> list[int]:
    return [building.figures.get(figure, 0) for building in shown.buildings]


class _Drawing:
    """Draws one sheet."""

    def __init__(
        self,
        shown: CommunityMap,
        figure: Figure,
        legend: tuple[Class, ...],
        paper: CardSize,
        typeface: Typeface,
    ) -> None:
        self.typeface = typeface
        self._shown = shown
        self._figure = figure
        self._legend = legend
        self._paper = paper
        boxes = [shown.boxes[building.key] for building in shown.buildings]
        whole = bounds([*boxes, *(label.facts.box for label in shown.labels)])
        columns, rows = whole.width + 2 * MARGIN, whole.height + HEAD + MARGIN
        room = (paper.width - 2 * _SIDE, paper.height - _TOP - _MAP - _BOTTOM - 6.0)
        cell = min(room[0] / columns, room[1] / rows, _LARGEST)
        self._scale = _Scale(
            x=_SIDE + (room[0] - columns * cell) / 2 + (MARGIN - whole.x) * cell,
            y=_TOP + _MAP + (room[1] - rows * cell) / 2 + (HEAD - whole.y) * cell,
            cell=cell,
        )
        by_grid = [
            [shown.boxes[b.key] for b in shown.buildings if b.grid_id == grid.id]
            for grid in shown.grids
        ]
        self._grounds = grounds(by_grid)

    def words(self) -> Iterator[str]:
        """Yield all texts but the title and the foot."""
        yield from (self._legend_words(each) for each in self._legend)
        yield self._elsewhere()
        yield from (self._head(ground) for ground in self._grounds)
        yield from (building.short for building in self._shown.buildings)
        yield from (label.facts.text for label in self._shown.labels)
        yield "0123456789"

    def draw(self, page: Page, title: str, day: str, printed: str) -> None:
        """Draw the title, the legend, the picture and the foot."""
        self._line(page, (_SIDE, _TOP), title, _TITLE, bold=True)
        right = self._paper.width - _SIDE
        wide = self.typeface.width(day) * _SMALL * POINT
        self._line(page, (right - wide, _TOP + 2.5), day, _SMALL)
        self._draw_legend(page)
        for ground in self._grounds:
            self._draw_ground(page, ground)
        for label in self._shown.labels:
            self._draw_label(page, label.facts)
        for ground in self._grounds:
            self._draw_head(page, ground)
        for building in self._shown.buildings:
            self._draw_building(page, building)
        foot = (_SIDE, self._paper.height - _BOTTOM)
        self._line(page, foot, printed, _SMALL, colour=FAINT)

    def _draw_legend(self, page: Page) -> None:
        x, y = _SIDE, _TOP + _LEGEND
        for each in self._legend:
            page.box(x, y, 8.0, 4.2, fill=each.shade, stroke=_LINE, line=0.5)
            x += 9.5
            x += self._line(page, (x, y + 0.4), self._legend_words(each), _SMALL) + 6.0
        self._line(page, (x, y + 0.4), self._elsewhere(), _SMALL, colour=FAINT)

    def _legend_words(self, each: Class) -> str:
        return f"{each.words} {UNIT[self._figure]}（{each.count} 处）"

    def _elsewhere(self) -> str:
        count = self._shown.elsewhere.get(self._figure, 0)
        return f"另有 {count} {UNIT[self._figure]}没有写到楼栋，不在图上" if count else ""

    def _head(self, ground: Ground) -> str:
        grid = self._shown.grids[ground.grid]
        if self._figure is Figure.PLAIN:
            return grid.name
        total = self._shown.total(self._figure, grid.id)
        return f"{grid.name} {total} {UNIT[self._figure]}"

    def _draw_ground(self, page: Page, ground: Ground) -> None:
        tint = TINTS[ground.grid % len(TINTS)]
        for x, y, length in ground.runs:
            area = self._scale.area(Box(x=x, y=y, width=length, height=1))
            page.box(*area, fill=tint, stroke=tint, line=0.2)
        for x, y, right, bottom in ground.edges:
            left, top, width, height = self._scale.area(
                Box(x=x, y=y, width=right - x, height=bottom - y)
            )
            page.rule(left, top, left + width, top + height, colour=_EDGE, line=0.8)

    def _draw_head(self, page: Page, ground: Ground) -> None:
        x, y, width, height = self._scale.area(ground.head)
        size = min(height * 0.62 / POINT, 16.0)
        top = y + (height - size * POINT) / 2
        self._line(page, (x, top), self._head(ground), size, bold=True, width=width)

    def _draw_label(self, page: Page, label: LabelDraft) -> None:
        x, y, width, height = self._scale.area(label.box)
        fill = LABEL_FILL[label.kind]
        if fill:
            page.box(x, y, width, height, fill=fill, radius=min(width, height) * 0.15)
        upright = height > width * 2
        letters = list(label.text) if upright else [label.text]
        room = height / len(letters)
        size = min(room * 0.75, (width if upright else height) * 0.75) / POINT
        size = max(min(size, 16.0), _LEAST)
        for number, text in enumerate(letters):
            free = width * (1 - 2 * _PAD)
            wide = min(self.typeface.width(text) * size * POINT, free)
            corner = (x + (width - wide) / 2, y + number * room + (room - size * POINT) / 2)
            self._line(page, corner, text, size, width=free)

    def _draw_building(self, page: Page, building: MapBuilding) -> None:
        x, y, width, height = self._scale.area(self._shown.boxes[building.key])
        value = building.figures.get(self._figure, 0)
        found = class_of(value, self._legend)
        ink = _LIGHT if found is not None and found.light_text else _INK
        page.box(x, y, width, height, fill=found.shade if found else _LIGHT, stroke=_LINE, line=0.7)
        pad = width * _PAD / 2
        room = width - 2 * pad
        high = height if self._figure is Figure.PLAIN else height * 0.55
        self._name(page, (x + pad, y), building.short, (room, high), ink)
        if self._figure is not Figure.PLAIN:
            size = min(height * 0.36 / POINT, 20.0)
            text = str(value)
            wide = min(self.typeface.width(text) * size * POINT, room)
            corner = (x + (width - wide) / 2, y + height * 0.55)
            self._line(page, corner, text, size, width=room, colour=ink, bold=True)

    def _name(
        self,
        page: Page,
        corner: tuple[float, float],
        name: str,
        room: tuple[float, float],
        ink: str,
    ) -> None:
        """Write a name into the middle of `room` mm, in two lines where it is long."""
        width, height = room
        size = min(height * 0.6 / POINT, 14.0)
        rule = FitRule(
            width=width / POINT,
            height=height / POINT,
            size=max(size, _LEAST),
            min_size=_LEAST,
            lines=2,
            leading=_LEADING,
        )
        fitted = fit(name, self.typeface, rule)
        top = corner[1] + (height - fitted.height(_LEADING) * POINT) / 2
        with page.whole(name):
            for number, line in enumerate(fitted.lines):
                wide = self.typeface.width(line) * fitted.size * POINT
                page.text(
                    corner[0] + (width - wide) / 2,
                    top + (ASCENT + number * _LEADING) * fitted.size * POINT,
                    line,
                    style=FontStyle.HEI,
                    size=fitted.size,
                    colour=ink,
                )

    def _line(
        self,
        page: Page,
        corner: tuple[float, float],
        text: str,
        size: float,
        *,
        colour: str = _INK,
        bold: bool = False,
        width: float | None = None,
    ) -> float:
        return write_line(
            page,
            self.typeface,
            corner,
            text,
            size,
            colour=colour,
            bold=bold,
            width=width,
            least=min(size, _LEAST),
        )
