"""A PDF on the screen: the very bytes that are printed, page below page."""

import math
from collections import OrderedDict
from collections.abc import Sequence
from itertools import accumulate

import pypdfium2
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from linli.domain.imposition import Rectangle
from linli.gui.colors import LIGHT
from linli.gui.i18n import tr
from linli.gui.zoom_keys import OWN_ZOOM
from linli.printing.pdfium import LOCK

POINTS_PER_INCH = 72
_MM = POINTS_PER_INCH / 25.4
_GAP = 16  # logical px around and between pages
_KEPT_PAGES = 6
_MOST_SAID = 800
_ZOOM_STEP = 1.25
_ZOOM_RANGE = (0.2, 6.0)


class PdfPages:
    """A PDF's pages as pictures.

    Args:
        content: the PDF file's bytes; None for no pages.
    """

    def __init__(self, content: bytes | None = None) -> None:
        new = pypdfium2.PdfDocument.new
        with LOCK:
            self._document = new() if content is None else pypdfium2.PdfDocument(content)
            count = len(self._document)
            self._sizes = tuple(QSizeF(*self._document.get_page_size(i)) for i in range(count))
        self._tops = (0.0, *accumulate(size.height() for size in self._sizes))

    def __len__(self) -> int:
        return len(self._sizes)

    def size(self, page: int) -> QSizeF:
        """Return the page's width and height in points."""
        return self._sizes[page]

    def top(self, page: int) -> float:
        """Return the heights of all pages before this one, in points."""
        return self._tops[page]

    def image(
        self, page: int, scale: float, top: float = 0.0, height: float | None = None
    ) -> QImage:
        """Draw a page, or a band of it.

        Args:
            page: from 0.
            scale: pixels per point.
            top: where the band begins, in points below the page's top edge; bands that touch join
                without a gap.
            height: the band's height in points; None to the bottom.
        """
        full = self._sizes[page].height()
        rows = math.ceil(full * scale)
        first = round(top * scale)
        last = rows if height is None or top + height >= full else round((top + height) * scale)
        above, below = (_before_rounding(cut, scale) for cut in (first, rows - last))
        with LOCK:
            source = self._document[page]
            try:
                bitmap = source.render(scale=scale, crop=(0, below, 0, above), prefer_bgrx=True)
                picture = QImage(
                    bytes(bitmap.buffer),
                    bitmap.width,
                    bitmap.height,
                    bitmap.stride,
                    QImage.Format.Format_RGB32,
                ).copy()
                bitmap.close()
            finally:
                source.close()
        return picture

    def text(self, page: int) -> str:
        """Return what stands on a page."""
        with LOCK:
            source = self._document[page]
            try:
                words = source.get_textpage()
                found: str = words.get_text_range()
                words.close()
            finally:
                source.close()
        return found

    def close(self) -> None:
        """Let go of the document."""
        with LOCK:
            self._document.close()


class PdfView(QAbstractScrollArea):
    """Shows a PDF as wide as the view; zoom with Ctrl and the wheel, + and −, 0 for the width."""

    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = PdfPages()
        self._zoom: float | None = None  # None: fit the page's width
        self._cache: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._ghosts: Sequence[Sequence[Rectangle]] = ()
        self._current = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("打印预览"))
        self.setProperty(OWN_ZOOM, True)  # noqa: FBT003 - Qt's own signature
        self.viewport().setBackgroundRole(QPalette.ColorRole.Dark)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._pages)

    @property
    def current_page(self) -> int:
        """The page in view, from 0."""
        return self._current

    def set_document(self, content: bytes | None) -> None:
        """Show a PDF's bytes, or nothing."""
        self._pages.close()
        self._pages = PdfPages(content)
        self._cache.clear()
        self._ghosts = ()
        self._current = 0
        self._update_scroll_bars()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()
        self._say_page()
        self.page_changed.emit(0)

    def set_ghosts(self, ghosts: Sequence[Sequence[Rectangle]]) -> None:
        """Draw dashed outlines over the pages of this document; they are not printed.

        Args:
            ghosts: for each page its rectangles, mm from the page's top left corner.
        """
        self._ghosts = ghosts
        self.viewport().update()

    def zoom_by(self, factor: float) -> None:
        """Enlarge or shrink what is shown."""
        low, high = _ZOOM_RANGE
        self._zoom = min(max(self._scale() * factor, low), high)
        self._update_scroll_bars()
        self.viewport().update()

    def zoom_in(self) -> None:
        """Enlarge one step."""
        self.zoom_by(_ZOOM_STEP)

    def zoom_out(self) -> None:
        """Shrink one step."""
        self.zoom_by(1 / _ZOOM_STEP)

    def fit(self) -> None:
        """Show pages as wide as the view again."""
        self._zoom = None
        self._update_scroll_bars()
        self.viewport().update()

    def go_to(self, page: int) -> None:
        """Scroll to a page, counted from 0."""
        page = min(max(page, 0), self.page_count - 1)
        if page >= 0:
            self.verticalScrollBar().setValue(int(self._page_rect(page).top()) - _GAP)

    @override
    def sizeHint(self) -> QSize:
        return QSize(560, 480)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        page = self._current
        self._update_scroll_bars()
        if self._zoom is None:
            self.go_to(page)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                self.go_to(self._current + 1)
            case Qt.Key.Key_PageUp:
                self.go_to(self._current - 1)
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(self.page_count - 1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case Qt.Key.Key_0:
                self.fit()
            case _:
                super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(_ZOOM_STEP if event.angleDelta().y() > 0 else 1 / _ZOOM_STEP)
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Mid))
        offset = QPointF(
            self.horizontalScrollBar().value(), float(self.verticalScrollBar().value())
        )
        for page in range(len(self._pages)):
            rect = self._page_rect(page).translated(-offset)
            if rect.bottom() < event.rect().top() - _GAP:
                continue
            if rect.top() > event.rect().bottom() + _GAP:
                break
            self._paint_page(painter, page, rect)

    def _paint_page(self, painter: QPainter, page: int, rect: QRectF) -> None:
        for spread, alpha in ((3, 18), (2, 26), (1, 40)):
            painter.fillRect(rect.adjusted(-spread, -spread, spread, spread + 1), _shade(alpha))
        painter.drawImage(rect, self._picture(page))
        if page < len(self._ghosts):
            self._paint_ghosts(painter, self._ghosts[page], rect)

    def _paint_ghosts(self, painter: QPainter, ghosts: Sequence[Rectangle], page: QRectF) -> None:
        scale = self._scale() * _MM
        painter.setPen(QPen(QColor(LIGHT.warn), 1.5, Qt.PenStyle.DashLine))
        for x, y, width, height in ghosts:
            place = QRectF(x * scale, y * scale, width * scale, height * scale)
            inside = place.translated(page.topLeft()).adjusted(1, 1, -1, -1)
            painter.drawRect(inside)  # dashes of neighbours would fill each other's gaps

    def _picture(self, page: int) -> QImage:
        scale = self._scale() * self.devicePixelRatioF()
        key = (page, round(scale * 1000))
        picture = self._cache.get(key)
        if picture is None:
            picture = self._pages.image(page, scale)
            self._cache[key] = picture
            while len(self._cache) > _KEPT_PAGES:
                self._cache.popitem(last=False)
        self._cache.move_to_end(key)
        return picture

    def _scale(self) -> float:
        """Return logical pixels per point."""
        if self._zoom is not None or not self.page_count:
            return self._zoom or 1.0
        view: QRect = self.viewport().rect()
        size = self._pages.size(0)
        low, high = _ZOOM_RANGE
        return min(max((view.width() - 2 * _GAP) / size.width(), low), high)

    def _page_rect(self, page: int) -> QRectF:
        """Return where a page lies in the scrolled area, in logical pixels."""
        scale = self._scale()
        top = _GAP * (page + 1) + self._pages.top(page) * scale
        size = self._pages.size(page) * scale
        left = max((self.viewport().width() - size.width()) / 2, _GAP)
        return QRectF(QPointF(left, top), size)

    def _update_scroll_bars(self) -> None:
        view = self.viewport().rect()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if not self.page_count:
            across.setRange(0, 0)
            down.setRange(0, 0)
            return
        scale = self._scale()
        last = self._page_rect(self.page_count - 1)
        widest = max(self._pages.size(i).width() for i in range(self.page_count)) * scale
        across.setRange(0, max(int(widest) + 2 * _GAP - view.width(), 0))
        down.setRange(0, max(int(last.bottom()) + _GAP - view.height(), 0))
        across.setPageStep(view.width())
        down.setPageStep(view.height())
        down.setSingleStep(40)

    def _on_scrolled(self, value: int) -> None:
        self.viewport().update()
        middle = value + self.viewport().height() / 2
        for page in range(self.page_count):
            if self._page_rect(page).bottom() + _GAP >= middle:
                if page != self._current:
                    self._current = page
                    self._say_page()
                    self.page_changed.emit(page)
                return

    def _say_page(self) -> None:
        """Let a screen reader, where one listens, read the page that is looked at."""
        if QAccessible.isActive():
            words = self._pages.text(self._current) if self.page_count else ""
            self.setAccessibleDescription(" ".join(words.split())[:_MOST_SAID])


def _shade(alpha: int) -> QColor:
    return QColor(20, 30, 45, alpha)


def _before_rounding(dots: int, scale: float) -> float:
    """Return what pypdfium2 rounds up to so many dots, safe from what floats add."""
    return max(dots - 0.5, 0.0) / scale
