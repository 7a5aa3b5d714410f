"""The house look (外观): colours and sizes as tokens, palette, font and the one style sheet.

Sizes are given in units: one unit is one pixel at 100 %. In `resources/style.qss` a number
followed by `u` is such a size and `$name` is a colour of `Colors`.
"""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import QDir, QObject, QSize, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from linli.paths import resource

ZOOM_STEPS = (100, 125, 150, 200)
FONT_UNITS = 15
ICON_UNITS = 18
ROW_UNITS = 40
_UNIT = re.compile(r"(\d+(?:\.\d+)?)u\b")


@dataclass(frozen=True, kw_only=True)
class Colors:
    """Colour tokens. Contrast on `surface`: text 16:1, muted 6:1, input border 3.2:1."""

    band: str = "#123A66"
    band_muted: str = "#C3D5EA"
    accent: str = "#1F5FA8"
    accent_hover: str = "#1A5192"
    accent_pressed: str = "#154278"
    accent_soft: str = "#DCE9F8"
    hover: str = "#EDF2F8"
    canvas: str = "#F3F5F8"
    surface: str = "#FFFFFF"
    line: str = "#D9DEE5"
    input_line: str = "#87919F"
    text: str = "#16202C"
    muted: str = "#566171"
    disabled: str = "#8A93A0"
    icon: str = "#3B4654"
    good: str = "#17663A"
    good_soft: str = "#E2F3E8"
    warn: str = "#865000"
    warn_soft: str = "#FFF0D4"
    bad: str = "#B02418"
    bad_soft: str = "#FCE8E5"
    mark: str = "#FFE7A0"
    mark_line: str = "#B25E00"


COLORS = Colors()


class Theme(QObject):
    """Applies the look to the application and keeps the zoom (字号) of the window.

    Signals:
        changed: the zoom is another; whoever set sizes in code sets them again.
    """

    changed = Signal()

    def __init__(self, app: QApplication, families: list[str], zoom: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._families = families
        self._name_families: list[str] = []
        self._zoom = zoom if zoom in ZOOM_STEPS else 100
        QDir.setSearchPaths("icons", [str(resource("icons"))])
        app.setStyle("Fusion")
        app.setPalette(_palette())
        self._apply()

    @property
    def zoom(self) -> int:
        """The zoom in percent, one of `ZOOM_STEPS`."""
        return self._zoom

    def set_zoom(self, zoom: int) -> None:
        """Set the zoom in percent.

        Raises:
            ValueError: if it is not one of `ZOOM_STEPS`.
        """
        if zoom not in ZOOM_STEPS:
            raise ValueError(zoom)
        if zoom != self._zoom:
            self._zoom = zoom
            self._apply()
            self.changed.emit()

    def step_zoom(self, steps: int) -> None:
        """Go `steps` larger, or smaller where negative, and stop at the ends."""
        place = ZOOM_STEPS.index(self._zoom) + steps
        self.set_zoom(ZOOM_STEPS[max(0, min(place, len(ZOOM_STEPS) - 1))])

    def px(self, units: float) -> int:
        """Return a size given in units as pixels at this zoom."""
        return round(units * self._zoom / 100)

    def size(self, width: float, height: float) -> QSize:
        """Return a size given in units as pixels at this zoom."""
        return QSize(self.px(width), self.px(height))

    def set_name_families(self, families: Sequence[str]) -> None:
        """Let these families draw the characters of names that the interface font lacks."""
        self._name_families = list(families)
        self._apply()

    def font(self, units: float = FONT_UNITS, *, bold: bool = False) -> QFont:
        """Return the interface font, `units` high."""
        first, *others = self._families
        font = QFont([first, *self._name_families, *others])
        font.setPixelSize(self.px(units))
        font.setBold(bold)
        return font

    def _apply(self) -> None:
        self._app.setFont(self.font())
        self._app.setStyleSheet(style_sheet(self._zoom))


def style_sheet(zoom: int) -> str:
    """Return the style sheet for a zoom in percent."""
    text = resource("style.qss").read_text(encoding="utf-8")
    text = Template(text).substitute(asdict(COLORS))
    return _UNIT.sub(lambda match: f"{round(float(match[1]) * zoom / 100)}px", text)


def _palette() -> QPalette:
    role = QPalette.ColorRole
    colors = {
        role.Window: COLORS.canvas,
        role.WindowText: COLORS.text,
        role.Base: COLORS.surface,
        role.AlternateBase: COLORS.canvas,
        role.Text: COLORS.text,
        role.Button: COLORS.surface,
        role.ButtonText: COLORS.text,
        role.BrightText: COLORS.surface,
        role.Highlight: COLORS.accent,
        role.HighlightedText: COLORS.surface,
        role.ToolTipBase: COLORS.text,
        role.ToolTipText: COLORS.surface,
        role.PlaceholderText: COLORS.muted,
        role.Link: COLORS.accent,
        role.Light: COLORS.surface,
        role.Midlight: COLORS.hover,
        role.Mid: COLORS.line,
        role.Dark: COLORS.input_line,
        role.Shadow: COLORS.muted,
    }
    palette = QPalette()
    for key, value in colors.items():
        palette.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(COLORS.disabled))
    return palette
