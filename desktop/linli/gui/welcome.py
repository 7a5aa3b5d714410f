"""The window before the ledger is open: a title band over one page in a card."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from linli.gui.fitting import fit_to_screen, scrolled
from linli.gui.i18n import tr
from linli.gui.theme import Theme

_CARD_UNITS = 560


class WelcomeWindow(QWidget):
    """Shows one page at a time: founding, recovery code, sign-in.

    Signals:
        closed: the clerk has closed the window.
    """

    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("welcome")
        self.setWindowTitle(tr("邻里台"))
        self._theme = theme
        self._page: QWidget | None = None
        self._band = QFrame(self)
        self._band.setObjectName("band")
        product = QLabel(tr("邻里台"), self._band)
        product.setObjectName("product")
        motto = QLabel(tr("社区服务大厅的工作台 · 数据只保存在本机"), self._band)
        motto.setObjectName("muted")
        self._title_row = QHBoxLayout(self._band)
        self._title_row.addWidget(product)
        self._title_row.addWidget(motto, 1)
        self._card = QFrame()
        self._card.setObjectName("card")
        self._body = QVBoxLayout(self._card)
        self._frame = QWidget()
        self._centre = QHBoxLayout(self._frame)
        self._centre.addStretch(1)
        self._centre.addWidget(self._card, 8, Qt.AlignmentFlag.AlignTop)
        self._centre.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._band)
        column.addWidget(scrolled(self._frame), 1)
        theme.changed.connect(self._on_theme)
        self._on_theme()

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._page

    def set_page(self, page: QWidget) -> None:
        """Show `page`; the one before is thrown away."""
        if self._page is not None:
            self._body.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._page = page
        self._body.addWidget(page)
        page.show()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _on_theme(self) -> None:
        px = self._theme.px
        self._title_row.setContentsMargins(px(20), px(12), px(20), px(12))
        self._title_row.setSpacing(px(16))
        self._body.setContentsMargins(px(28), px(24), px(28), px(24))
        self._centre.setContentsMargins(px(16), px(28), px(16), px(28))
        self._card.setMaximumWidth(px(_CARD_UNITS))
        fit_to_screen(self, self._theme.size(760, 660))
