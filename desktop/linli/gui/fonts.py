"""The fonts of the window: the system's Chinese font where it has a good one, else ours.

Names need more: what the clerk drew, the fonts that were added, and those that the program's bundle
brought for rare characters, so that tables and forms show one as the printer will.
"""

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QFontDatabase

from linli.domain.changes import Changes, Kind
from linli.domain.faces import FontStyle
from linli.gui.desk import Desk
from linli.gui.theme import Theme
from linli.paths import rare_fonts
from linli.printing.installed import known_files, rare_names

# WenQuanYi is not among them: it has no bold and lacks the rare characters of names.
_GOOD = ("Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC")


def interface_families() -> list[str]:
    """Return the families to use, best first; registers the shipped Noto Sans SC if needed.

    Raises:
        FileNotFoundError: if neither the system nor the program has a Chinese font.
    """
    installed = set(QFontDatabase.families())
    found = [family for family in _GOOD if family in installed]
    return [*(found or _shipped_sans()), *_rare_families()]


def _shipped_sans() -> list[str]:
    from pylopdf_fonts_zh_cn import sans_path

    families = _register(str(sans_path()))
    if not families:
        raise FileNotFoundError(sans_path())
    return families


@cache
def _rare_families() -> tuple[str, ...]:
    """Register the fonts of the bundle for rare characters, mainland shapes first; 2 ms each."""
    files = known_files(sorted(rare_fonts().glob("*")), rare_names(FontStyle.HEI))
    return tuple(family for path in files for family in _register(str(path)))


@cache
def shipped_families() -> tuple[str, ...]:
    """Register the shipped fonts, which have more rare characters than most systems."""
    from pylopdf_fonts_zh_cn import sans_path, serif_path

    return (*_register(str(sans_path())), *_register(str(serif_path())))


class ScreenFonts(QObject):
    """Keeps the fonts of a ledger known to the window: added ones, and the drawn characters."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._desk: Desk | None = None
        self._sources: tuple[object, ...] = ()
        self._numbers: list[int] = []

    def follow(self, desk: Desk) -> None:
        """Show the fonts of the ledger on this desk, and what becomes of them."""
        self._desk = desk
        desk.bus.changed.connect(self._on_changed)
        self._load()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.GLYPHS, Kind.SETTINGS):
            self._load()

    def _load(self) -> None:
        if self._desk is None:
            return
        fonts = self._desk.services.fonts
        drawn, files = fonts.drawn_font(), fonts.added_files()
        if self._sources == (drawn, files):
            return
        self._sources = (drawn, files)
        for number in self._numbers:
            QFontDatabase.removeApplicationFont(number)
        self._numbers = [QFontDatabase.addApplicationFont(str(path)) for path in files]
        if drawn:
            self._numbers.insert(0, QFontDatabase.addApplicationFontFromData(drawn))
        self._theme.set_name_families(_families(self._numbers))


def _register(path: str) -> list[str]:
    return _families([QFontDatabase.addApplicationFont(path)])


def _families(numbers: Iterable[int]) -> list[str]:
    found = (QFontDatabase.applicationFontFamilies(number) for number in numbers)
    return [family for families in found for family in families]
