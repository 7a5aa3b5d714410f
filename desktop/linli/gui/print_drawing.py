"""Printing where no queue takes PDF: every page is drawn in bands at the printer's resolution."""

import math
import sys

from PySide6.QtCore import QMarginsF, QPoint, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from linli.errors import UserError
from linli.gui.i18n import tr
from linli.gui.pdf_view import POINTS_PER_INCH, PdfPages
from linli.gui.print_queue import PrinterAbilities, Sides
from linli.progress import Cancelled, Progress

_BAND_POINTS = 72  # an inch: bands begin at whole dots whatever the resolution
_RESOLUTION_CEILING = 600  # dots per inch: beyond it office printers gain nothing
_MM_PER_POINT = 25.4 / POINTS_PER_INCH

_DUPLEX = {
    Sides.ONE: QPrinter.DuplexMode.DuplexNone,
    Sides.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    Sides.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}


class PrintStoppedError(UserError):
    """The printer was lost in the middle; `page` (from 1) and those after it are not printed."""

    def __init__(self, printer: str, page: int) -> None:
        super().__init__(
            tr(
                "打印机“{printer}”在第 {page} 页停了，从这一页起没有打。"
                "请检查打印机是否开机、连好、有纸，再从第 {page} 页接着打。"
            ).format(printer=printer, page=page)
        )
        self.page = page


def list_abilities(printer: str) -> PrinterAbilities:
    """Return what the driver says that a printer can do; trays by Qt's names, only on Windows."""
    info = QPrinterInfo.printerInfo(printer)
    if info.isNull():
        return PrinterAbilities()
    tell = getattr(QPrinter, "supportedPaperSources", None)
    modes = info.supportedDuplexModes()
    return PrinterAbilities(
        trays=tuple(source.name for source in tell(QPrinter(info))) if tell else (),
        turns=any(mode is not QPrinter.DuplexMode.DuplexNone for mode in modes) if modes else None,
        papers=tuple(size.key() for size in info.supportedPageSizes()),
    )


def has_system_dialog() -> bool:
    """Whether this system has a dialog of its own for printers, in which drivers add settings."""
    return sys.platform == "win32"


def ask_system(printer: str, parent: QWidget) -> QPrinter | None:
    """Let the clerk set a printer up in the system's own dialog (系统打印对话框).

    Returns:
        The printer with what was set, perhaps another one than before; None if it was called off.

    Raises:
        UserError: there is no such printer.
    """
    device = _open(printer)
    dialog = QPrintDialog(device, parent)
    dialog.setOptions(QPrintDialog.PrintDialogOption(0))  # every page, and not into a file
    return device if dialog.exec() else None


def draw(
    content: bytes,
    *,
    printer: str,
    title: str,
    sides: Sides,
    copies: int,
    tray: str | None,
    progress: Progress,
    device: QPrinter | None = None,
) -> None:
    """Draw a PDF on a printer at its actual size.

    Args:
        content: the PDF's bytes.
        printer: the printer's name.
        title: what the spooler shows; it must not name a person.
        sides: whether the printer turns the sheet.
        copies: how often the whole document is printed.
        tray: one of the printer's trays; None leaves it to the printer.
        progress: told each page; may cancel between pages.
        device: the printer as `ask_system` returned it; what was set there stays.

    Raises:
        PrintStoppedError: the printer was lost in the middle.
        UserError: there is no such printer, or it does not take the first page.
        Cancelled: the clerk stopped.
    """
    if device is None:
        device = _open(printer)
        device.setCopyCount(copies)
        device.setDuplex(_DUPLEX[sides])
        if tray is not None and tray in QPrinter.PaperSource.__members__:
            device.setPaperSource(QPrinter.PaperSource[tray])
    device.setDocName(title)
    device.setResolution(min(device.resolution(), _RESOLUTION_CEILING))
    pages = PdfPages(content)
    painter = QPainter()
    try:
        for number in range(len(pages)):
            progress.report(number, len(pages), tr("正在打印第 {page} 页").format(page=number + 1))
            _start_page(painter, device, printer, pages.size(number), number)
            _draw_page(painter, device.resolution() / POINTS_PER_INCH, pages, number)
    except Cancelled:
        device.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()
        pages.close()


def _open(printer: str) -> QPrinter:
    info = QPrinterInfo.printerInfo(printer)
    if info.isNull():
        raise UserError(
            tr("找不到打印机“{printer}”。请检查连接，或另选一台打印机。").format(printer=printer)
        )
    return QPrinter(info, QPrinter.PrinterMode.HighResolution)


def _start_page(
    painter: QPainter, device: QPrinter, printer: str, size: QSizeF, number: int
) -> None:
    """Begin a page of a size in points, or the whole job with the first one."""
    device.setPageLayout(_layout(size))
    if number == 0:
        if not painter.begin(device):
            raise UserError(
                tr(
                    "打印机“{printer}”没有回应。请检查打印机是否开机、有纸，或先保存为 PDF。"
                ).format(printer=printer)
            )
    elif _is_lost(device, printer) or not device.newPage():
        raise PrintStoppedError(printer, number + 1)


def _is_lost(device: QPrinter, printer: str) -> bool:
    broken = {QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error}
    return device.printerState() in broken or QPrinterInfo.printerInfo(printer).isNull()


def _layout(size: QSizeF) -> QPageLayout:
    """Return the whole paper, without the driver's margins, for a page of a size in points.

    Drivers know paper upright and turn it, so that a broad page is an upright sheet in landscape.
    """
    broad = size.width() > size.height()
    upright = (size.transposed() if broad else size) * _MM_PER_POINT
    layout = QPageLayout(
        QPageSize(upright, QPageSize.Unit.Millimeter),
        QPageLayout.Orientation.Landscape if broad else QPageLayout.Orientation.Portrait,
        QMarginsF(0, 0, 0, 0),
    )
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _draw_page(painter: QPainter, scale: float, pages: PdfPages, number: int) -> None:
    """Draw a page in bands, dot by dot. `scale` is dots per point."""
    for top in range(0, math.ceil(pages.size(number).height()), _BAND_POINTS):
        band = pages.image(number, scale, top, _BAND_POINTS)
        painter.drawImage(QPoint(0, round(top * scale)), band)
