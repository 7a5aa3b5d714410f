"""An icon that stands by itself in a window and follows zoom and colours."""

from PySide6.QtWidgets import QLabel, QWidget

from linli.gui.icons import pixmap
from linli.gui.theme import COLORS, Theme


class Sign(QLabel):
    """Shows an icon of the house; the words beside it say the same."""

    def __init__(
        self, name: str, ink: str, units: int, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Make the sign.

        Args:
            name: a file of `resources/icons`.
            ink: a colour token, such as "warn".
            units: its width and height.
            theme: gives size and colour.
            parent: the owner.
        """
        super().__init__(parent)
        self._name, self._ink, self._units = name, ink, units
        self._theme = theme
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        color = getattr(COLORS, self._ink)
        self.setPixmap(pixmap(self._name, color, self._theme.px(self._units)))
