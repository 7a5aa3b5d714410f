"""The report of mediation on paper (统计报表): its tables, then a sheet with its pictures.

The bars are reportlab's; their words are written by us, in fonts that go with the document.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import cycle
from typing import NamedTuple

from reportlab.graphics import renderPDF
from reportlab.graphics.charts.barcharts import HorizontalBarChart, VerticalBarChart
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from typing_extensions import override

from linli.domain.case_report_lists import figure_register, kind_register, report_title
from linli.domain.case_reports import CaseReport
from linli.domain.faces import FontStyle
from linli.domain.paper import A4
from linli.domain.registers import Register, UnprintableTextError
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary, Typeface, default_library
from linli.printing.lines import POINT, write_line
from linli.printing.register_layout import GOES_ON, Layout, page_count
from linli.printing.registers import RegisterDrawing, find_unprintable, register_texts
from linli.printing.text import ASCENT
from linli.printing.type0 import EmbeddedFonts

_SIDE, _TOP = 15.0, 15.0  # mm
_TITLE, _HEAD, _SMALL, _LEAST = 18.0, 13.0, 10.5, 8.0  # pt
_INK, _AXIS, _GRID = "#000000", "#5b6672", "#d4dae0"
_SERIES = ("#2f6db3", "#e08a1e")
"""Blue and orange, which the colour-blind tell apart; they differ in lightness as well."""
_NAMES = ("受理", "调解成功")
_MONTHS_HEIGHT, _KINDS_HEIGHT = 78.0, 118.0  # mm
_LEFT_OF_MONTHS, _LEFT_OF_KINDS = 12.0, 34.0  # mm for the words of the upright axis
_BELOW = 10.0  # mm for the words of the level axis
_STEPS = 4
"""Parts of an axis."""


class _WordlessPage(Page):
    """A page on which reportlab's pictures write nothing, and so name no font that is not ours."""

    @override
    def setFont(self, *_args: object, **_more: object) -> None:
        """Leave the font as it is."""


class _Chart(NamedTuple):
    """A picture: its heading, and for each bar a word and both figures."""

    heading: str
    names: tuple[str, ...]
    values: tuple[tuple[int, ...], tuple[int, ...]]


def render_case_report(
    report: CaseReport, *, printed: str, library: FontLibrary | None = None
) -> bytes:
    """Make the PDF; the same report gives the same bytes.

    Args:
        report: what to print.
        printed: who prints it when, faint at the foot of the tables.
        library: the fonts; None for those of this machine.

    Raises:
        UnprintableTextError: some character would be missing.
    """
    fonts = library or default_library()
    tables = [replace(make(report), printed=printed) for make in (figure_register, kind_register)]
    if cells := [cell for table in tables for cell in find_unprintable(table, fonts)]:
        raise UnprintableTextError(tuple(cells))
    typeface = fonts.typeface(FontStyle.HEI)
    charts = _charts(report)
    texts = [*_texts(tables), *(text for chart in charts for text in (chart.heading, *chart.names))]
    page = _WordlessPage(
        report_title(report),
        EmbeddedFonts((typeface, text) for text in (*texts, *_NAMES)),
        A4.width,
        A4.height,
    )
    layouts = [Layout(table, A4, typeface) for table in tables]
    pages = [(layout, blocks) for layout in layouts for blocks in layout.pages()]
    total = len(pages) + 1
    for number, (layout, blocks) in enumerate(pages, 1):
        RegisterDrawing(page, layout, typeface).draw(blocks, number, total)
        page.next_page(A4.width, A4.height)
    _draw_charts(page, typeface, report_title(report), charts)
    RegisterDrawing(page, layouts[0], typeface).draw([], total, total)
    return page.finish()


def _texts(tables: Sequence[Register]) -> Iterator[str]:
    yield from (page_count(0, 123456789), GOES_ON)
    for table in tables:
        yield from (text for _, _, text in register_texts(table))


def _charts(report: CaseReport) -> tuple[_Chart, _Chart]:
    months = _Chart(
        heading="最近十二个月受理和调解成功（件）",
        names=tuple(f"{line.month.month}月" for line in report.months),
        values=(
            tuple(line.accepted for line in report.months),
            tuple(line.settled for line in report.months),
        ),
    )
    kinds = _Chart(
        heading=f"{report.period.title}各类纠纷（件）",
        names=tuple(line.name for line in report.kinds),
        values=(
            tuple(len(line.accepted) for line in report.kinds),
            tuple(len(line.settled) for line in report.kinds),
        ),
    )
    return months, kinds


def _draw_charts(page: Page, typeface: Typeface, title: str, charts: tuple[_Chart, _Chart]) -> None:
    def say(x: float, y: float, text: str, size: float = _SMALL, *, bold: bool = False) -> None:
        write_line(page, typeface, (x, y), text, size, colour=_INK, bold=bold, least=_LEAST)

    say(_SIDE, _TOP, title, _TITLE, bold=True)
    x = A4.width - _SIDE - 45.0
    for name, colour in zip(_NAMES, _SERIES, strict=True):
        page.box(x, _TOP + 1.6, 4.0, 4.0, fill=colour)
        say(x + 5.5, _TOP + 1.4, name)
        x += 18.0
    top = _TOP + 14.0
    months, kinds = charts
    say(_SIDE, top, months.heading, _HEAD, bold=True)
    _draw_months(page, typeface, months, top + 8.0)
    top += _MONTHS_HEIGHT + 20.0
    say(_SIDE, top, kinds.heading, _HEAD, bold=True)
    _draw_kinds(page, typeface, kinds, top + 8.0)


def _draw_months(page: Page, typeface: Typeface, chart: _Chart, top: float) -> None:
    """Draw upright bars, two for each month, figures of the axis to the left of them."""
    width = A4.width - 2 * _SIDE - _LEFT_OF_MONTHS
    left, most = _SIDE + _LEFT_OF_MONTHS, _axis_top(chart)
    bars = VerticalBarChart()
    _dress(bars, chart, most, width, _MONTHS_HEIGHT - _BELOW)
    _put(page, bars, left, top, width, _MONTHS_HEIGHT - _BELOW)
    say = _centred(page, typeface)
    slot = width / len(chart.names)
    for number, name in enumerate(chart.names):
        say(left + (number + 0.5) * slot, top + _MONTHS_HEIGHT - _BELOW + 1.5, name)
    for step in range(_STEPS + 1):
        y = top + (_MONTHS_HEIGHT - _BELOW) * (1 - step / _STEPS)
        say(left - _LEFT_OF_MONTHS / 2, y - _half_height(), str(most * step // _STEPS))


def _draw_kinds(page: Page, typeface: Typeface, chart: _Chart, top: float) -> None:
    """Draw level bars, two for each kind, the kinds' names to the left, the first on top."""
    width = A4.width - 2 * _SIDE - _LEFT_OF_KINDS
    left, most = _SIDE + _LEFT_OF_KINDS, _axis_top(chart)
    bars = HorizontalBarChart()
    turned = _Chart(
        heading=chart.heading,
        names=chart.names[::-1],
        values=(chart.values[1][::-1], chart.values[0][::-1]),
    )
    _dress(bars, turned, most, width, _KINDS_HEIGHT, colours=_SERIES[::-1])
    _put(page, bars, left, top, width, _KINDS_HEIGHT)
    say = _centred(page, typeface)
    slot = _KINDS_HEIGHT / len(chart.names)
    for number, name in enumerate(chart.names):
        y = top + (number + 0.5) * slot - _half_height()
        write_line(
            page,
            typeface,
            (_SIDE, y),
            name,
            _SMALL,
            colour=_INK,
            least=_LEAST,
            width=_LEFT_OF_KINDS - 2.0,
        )
    for step in range(_STEPS + 1):
        say(left + width * step / _STEPS, top + _KINDS_HEIGHT + 1.5, str(most * step // _STEPS))


def _dress(
    bars: VerticalBarChart,
    chart: _Chart,
    most: int,
    width: float,
    height: float,
    colours: tuple[str, ...] = _SERIES,
) -> None:
    """Give a chart its figures and our look, without reportlab's own words."""
    bars.x = bars.y = 0
    bars.width, bars.height = width * mm, height * mm
    bars.data = list(chart.values)
    bars.groupSpacing = 6
    bars.barSpacing = 0
    for series, colour in enumerate(colours):
        bars.bars[series].fillColor = HexColor(colour)
        bars.bars[series].strokeColor = None
    axis = bars.valueAxis
    axis.valueMin, axis.valueMax, axis.valueStep = 0, most, most // _STEPS
    axis.visibleGrid = True
    axis.gridStrokeColor = HexColor(_GRID)
    axis.gridStrokeWidth = 0.4
    for each in (axis, bars.categoryAxis):
        each.labels.visible = False
        each.visibleTicks = False
        each.strokeColor = HexColor(_AXIS)
        each.strokeWidth = 0.6


def _put(page: Page, bars: VerticalBarChart, x: float, y: float, w: float, h: float) -> None:
    """Draw a chart of `w` × `h` mm whose upper left corner is at (x, y) mm."""
    drawing = Drawing(w * mm, h * mm)
    drawing.add(bars)
    page.saveState()
    renderPDF.draw(drawing, page, x * mm, (A4.height - y - h) * mm)
    page.restoreState()


def _centred(page: Page, typeface: Typeface) -> Callable[[float, float, str], None]:
    def say(middle: float, y: float, text: str) -> None:
        x = middle - typeface.width(text) * _SMALL * POINT / 2
        write_line(page, typeface, (x, y), text, _SMALL, colour=_INK, least=_LEAST)

    return say


def _half_height() -> float:
    return ASCENT * _SMALL * POINT / 2


def _axis_top(chart: _Chart) -> int:
    """Return the end of an axis of round steps: 4, 8, 20, 40, 80, 200, …."""
    most = max((max(values, default=0) for values in chart.values), default=0)
    step = 1
    for factor in cycle((2, 2.5, 2)):
        if step * _STEPS >= most:
            break
        step = int(step * factor)
    return step * _STEPS
