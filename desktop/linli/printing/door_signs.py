"""Door signs of stations (指示标牌): one sheet laid across, the name as large as it can be."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from linli.domain.faces import FontStyle
from linli.domain.paper import A3, CardSize
from linli.domain.staff import StationDraft
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary, default_library
from linli.printing.foot import FAINT
from linli.printing.lines import POINT, write_line
from linli.printing.text import ASCENT, ELLIPSIS, FitRule, fit
from linli.printing.type0 import EmbeddedFonts
from linli.printing.unprintable import refuse_unprintable

_SIDE = 18.0  # mm, on A3
_TOP, _LINE_TOP, _BOTTOM = 16.0, 168.0, 268.0  # mm, on A3
_HALL, _NAME, _FACT, _FOOT = 40.0, 230.0, 44.0, 12.0  # pt, on A3
_LEAST_NAME, _LEAST = 90.0, 20.0  # pt, on A3
_LEADING = 1.15
_INK, _BAND = "#000000", "#1f4e79"
_LARGE = CardSize(width=A3.height, height=A3.width)


def render_door_signs(
    stations: Sequence[StationDraft],
    *,
    hall: str,
    printed: str,
    paper: CardSize = _LARGE,
    library: FontLibrary | None = None,
) -> bytes:
    """Make the PDF, a sheet for each station; the same facts give the same bytes.

    Args:
        stations: at least one.
        hall: stands above the name.
        printed: who printed it when, faint at the foot.
        paper: mm, laid across; everything keeps its proportion to A3.
        library: the fonts; None for those of this machine.

    Raises:
        UnprintableTextError: some character would be missing.
    """
    fonts = library or default_library()
    typeface = fonts.typeface(FontStyle.HEI)
    said = [hall, printed, ELLIPSIS]
    for station in stations:
        said += [station.name, *(text for line in _facts(station) for text in line)]
    refuse_unprintable(fonts, ((0, "门牌", text) for text in said))
    embedded = EmbeddedFonts((typeface, text) for text in said)
    page = Page("站点门牌", embedded, paper.width, paper.height)
    for number, station in enumerate(stations):
        if number:
            page.next_page(paper.width, paper.height)
        _draw(page, fonts, station, (hall, printed), paper)
    return page.finish()


def _draw(
    page: Page,
    fonts: FontLibrary,
    station: StationDraft,
    words: tuple[str, str],
    paper: CardSize,
) -> None:
    typeface = fonts.typeface(FontStyle.HEI)
    scale = paper.height / _LARGE.height
    side, hall_size = _SIDE * scale, _HALL * scale
    room = paper.width - 2 * side

    def middle(text: str, top: float, size: float, *, bold: bool = False) -> None:
        wide = min(typeface.width(text) * size * POINT, room)
        corner = (side + (room - wide) / 2, top)
        least = size / 2
        colour = _INK
        write_line(
            page, typeface, corner, text, size, colour=colour, bold=bold, width=room, least=least
        )

    hall, printed = words
    middle(hall, _TOP * scale, hall_size)
    top = _TOP * scale + hall_size * POINT * _LEADING
    rule = FitRule(
        width=room / POINT,
        height=(_LINE_TOP * scale - top) / POINT,
        size=_NAME * scale,
        min_size=_LEAST_NAME * scale,
        leading=_LEADING,
    )
    fitted = fit(station.name, typeface, rule)
    if fitted.cut:
        fitted = fit(station.name, typeface, replace(rule, lines=2))
    height = fitted.height(_LEADING) * POINT
    y = top + (_LINE_TOP * scale - top - height) / 2
    for line in fitted.lines:
        wide = typeface.width(line) * fitted.size * POINT
        baseline = y + ASCENT * fitted.size * POINT
        page.text(
            side + (room - wide) / 2,
            baseline,
            line,
            style=FontStyle.HEI,
            size=fitted.size,
            colour=_INK,
            bold=True,
        )
        y += fitted.size * POINT * _LEADING
    page.box(side, _LINE_TOP * scale, room, 2.2 * scale, fill=_BAND)
    _draw_facts(page, fonts, station, scale, room)
    foot = (side, paper.height - 12.0 * scale)
    write_line(page, typeface, foot, printed, _FOOT * scale, colour=FAINT, width=room, least=6.0)


def _draw_facts(
    page: Page, fonts: FontLibrary, station: StationDraft, scale: float, room: float
) -> None:
    """Write hours, place and numbers below the band, as large as all of them can be."""
    typeface = fonts.typeface(FontStyle.HEI)
    lines = list(_facts(station))
    if not lines:
        return
    top, bottom = (_LINE_TOP + 9.0) * scale, _BOTTOM * scale
    size = min(_FACT * scale, (bottom - top) / len(lines) / POINT / _LEADING / 1.1)
    label_room = max(typeface.width(label) for label, _ in lines) * size * POINT + 6.0 * scale
    pitch = min((bottom - top) / len(lines), size * POINT * 1.6)
    for label, text in lines:
        x = _SIDE * scale
        write_line(
            page, typeface, (x, top), label, size, colour=_BAND, bold=True, least=_LEAST * scale
        )
        write_line(
            page,
            typeface,
            (x + label_room, top),
            text,
            size,
            colour=_INK,
            width=room - label_room,
            least=_LEAST * scale,
        )
        top += pitch


def _facts(station: StationDraft) -> Iterator[tuple[str, str]]:
    """Yield what stands below the name, nothing of what is not known."""
    for number, line in enumerate((station.hours or "").splitlines()):
        yield "" if number else "开放时间", line
    for label, text in (
        ("电话", station.phone),
        ("咨询电话", station.advice_phone),
        ("地点", station.place),
        ("服务", (station.services or "").replace("\n", "、")),
    ):
        if text:
            yield label, text
