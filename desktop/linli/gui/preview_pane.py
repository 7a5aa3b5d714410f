"""A PDF with the line over it: which page, smaller, larger, as wide as the window."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from linli.domain.imposition import Rectangle
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.pdf_view import PdfView


class PreviewPane(QWidget):
    """Shows the bytes that are printed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PdfView(self)
        self.page_label = QLabel(self)
        self.legend = QLabel(self)
        self.legend.setObjectName("hint")
        self.legend.setTextFormat(Qt.TextFormat.PlainText)
        self.legend.setWordWrap(True)
        self.legend.hide()
        bar = QHBoxLayout()
        bar.addWidget(self.page_label, 1)
        for name, tip, slot in (
            ("zoom-out", tr("缩小（−）"), self.view.zoom_out),
            ("zoom-in", tr("放大（+）"), self.view.zoom_in),
            ("maximize", tr("与窗口同宽（0）"), self.view.fit),
        ):
            bar.addWidget(self._tool(name, tip, slot))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(bar)
        column.addWidget(self.legend)
        column.addWidget(self.view, 1)
        self.view.page_changed.connect(self._show_page)

    def set_document(self, content: bytes | None) -> None:
        """Show another PDF from its first page, or nothing."""
        self.view.set_document(content)
        self.legend.hide()
        self._show_page(0)

    def set_ghosts(self, ghosts: Sequence[Sequence[Rectangle]]) -> None:
        """Outline on this PDF, page by page, where its cards would be without the correction."""
        self.view.set_ghosts(ghosts)
        self.legend.setText(
            tr("虚线：没有校准时的位置。这台打印机印出来会偏，内容先挪开一点，印好正落在虚线上。")
        )
        self.legend.setVisible(any(ghosts))

    def _tool(self, icon_name: str, tip: str, slot: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(icon_name))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setProperty("quiet", "true")
        button.clicked.connect(slot)
        return button

    def _show_page(self, page: int) -> None:
        count = self.view.page_count
        self.page_label.setText(
            tr("第 {page} 页，共 {count} 页").format(page=page + 1, count=count) if count else ""
        )
