"""The house look (外观): colours and sizes as tokens, palette, font and the one style sheet.

Sizes are given in units: one unit is one pixel at 100 %. In `resources/style.qss` a number
followed by `u` is such a size and `$name` is a colour of `Colors`.
"""

import re
from collections.abc import Sequence
from dataclasses import asdict
from string import Template

from PySide6.QtCore import QDir, QObject, QSize, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from linli.gui.colors import COLORS_OF, LIGHT, Colors, Look
from linli.gui.system_look import SystemLook
from linli.gui.zoom_keys import ZoomKeys
from linli.paths import resource

ZOOM_STEPS = (80, 90, 100, 110, 125, 150, 175, 200)
FONT_UNITS = 15
ICON_UNITS = 18
ROW_UNITS = 40
_UNIT = re.compile(r"(\d+(?:\.\d+)?)u\b")


COLORS = Colors(**asdict(LIGHT))
"""The colours in force. Read them when painting: `Theme` changes them while windows are open."""


class Theme(QObject):
    """Applies the look to the application and keeps the zoom (字号) of the window.

    Signals:
        changed: zoom or colours are others; what was made of them in code is made anew.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        families: list[str],
        zoom: int = 100,
        look: str = Look.LIGHT.value,
    ) -> None:
        """Dress the application.

        Args:
            app: the application.
            families: the interface font and what stands in for it.
            zoom: in percent; 100 if it is not one of `ZOOM_STEPS`.
            look: the value of a `Look`; anything else is as the system has it.
        """
        super().__init__(app)
        self._app = app
        self._families = families
        self._name_families: list[str] = []
        self._zoom = zoom if zoom in ZOOM_STEPS else 100
        self._look = _look(look)
        self._system = SystemLook(self)
        self._system.changed.connect(self._on_system)
        ZoomKeys(app, self)
        QDir.setSearchPaths("icons", [str(resource("icons"))])
        app.setStyle("Fusion")
        self._wear()
        self._apply()

    @property
    def look(self) -> Look:
        """What was chosen."""
        return self._look

    @property
    def shown(self) -> Look:
        """What is worn: what was chosen, or what the system asks for."""
        return self._system.look() if self._look is Look.SYSTEM else self._look

    def set_look(self, look: Look) -> None:
        """Wear other colours, at once and everywhere."""
        if look is not self._look:
            self._look = look
            self._wear()
            self._apply()
            self.changed.emit()

    def restore(self, zoom: int, look: str) -> None:
        """Go back to what somebody had; what is not understood stays as it is."""
        if zoom in ZOOM_STEPS:
            self.set_zoom(zoom)
        if look in (each.value for each in Look):
            self.set_look(Look(look))

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

    def _wear(self) -> None:
        COLORS.become(COLORS_OF[self.shown])
        self._app.setPalette(_palette())

    def _apply(self) -> None:
        self._app.setFont(self.font())
        self._app.setStyleSheet(style_sheet(self._zoom))

    def _on_system(self) -> None:
        if self._look is Look.SYSTEM and COLORS_OF[self.shown] != COLORS:
            self._wear()
            self._apply()
            self.changed.emit()


def _look(name: str) -> Look:
    return Look(name) if name in (each.value for each in Look) else Look.SYSTEM


def style_sheet(zoom: int) -> str:
    """Return the style sheet for a zoom in percent."""
    text = resource("style.qss").read_text(encoding="utf-8")
    signs = next(look.value for look, colors in COLORS_OF.items() if colors == COLORS)
    text = Template(text).substitute(asdict(COLORS), signs=signs)
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
        role.HighlightedText: COLORS.on_accent,
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
