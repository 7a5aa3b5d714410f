"""Sending a finished PDF to a printer at its actual size (实际大小), never scaled to fit."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QByteArray, QMarginsF, QProcess, QRectF, QStandardPaths
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from linli.errors import UserError
from linli.gui.pdf_view import POINTS_PER_INCH, PdfPages
from linli.progress import SILENT, Progress

_BAND_POINTS = 72.0
_RESOLUTION_CEILING = 600  # dots per inch: beyond it office printers gain nothing
_QUEUE_TIMEOUT_MS = 60_000


class Sides(StrEnum):
    """Whether the printer turns the sheet; the values are the print queue's own words."""

    ONE = "one-sided"
    LONG_EDGE = "two-sided-long-edge"
    SHORT_EDGE = "two-sided-short-edge"


_DUPLEX = {
    Sides.ONE: QPrinter.DuplexMode.DuplexNone,
    Sides.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    Sides.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}


@dataclass(frozen=True, kw_only=True)
class PrinterChoice:
    """A printer of this machine."""

    name: str
    label: str
    is_default: bool


def printers() -> list[PrinterChoice]:
    """Return the machine's printers, the usual one first; empty where there is none."""
    default = QPrinterInfo.defaultPrinterName()
    found = [
        PrinterChoice(
            name=info.printerName(),
            label=info.description() or info.printerName(),
            is_default=info.printerName() == default,
        )
        for info in QPrinterInfo.availablePrinters()
    ]
    return sorted(found, key=lambda choice: (not choice.is_default, choice.label))


def print_pdf(
    content: bytes,
    *,
    printer: str,
    title: str,
    sides: Sides = Sides.ONE,
    copies: int = 1,
    progress: Progress = SILENT,
) -> None:
    """Print a PDF at its actual size.

    Where the machine has a print queue that takes PDF (CUPS), it gets the file as it is;
    elsewhere every page is drawn in bands at the printer's resolution.

    Args:
        content: the PDF's bytes.
        printer: a `PrinterChoice.name`.
        title: what the print queue shows; it must not name a person.
        sides: whether the printer turns the sheet.
        copies: how often the whole document is printed.
        progress: told each page; may cancel between pages.

    Raises:
        UserError: the printer refuses or is gone; the sentence says what to do.
        Cancelled: the clerk stopped.
    """
    queue = QStandardPaths.findExecutable("lp")
    if queue:
        _hand_to_queue(queue, content, printer, title, sides, copies)
    else:
        _draw(content, printer, title, sides, copies, progress)


def _hand_to_queue(
    program: str, content: bytes, printer: str, title: str, sides: Sides, copies: int
) -> None:
    process = QProcess()
    options = ["-d", printer, "-n", str(copies), "-t", title]
    for option in ("print-scaling=none", "fit-to-page=false", f"sides={sides.value}"):
        options += ["-o", option]
    process.start(program, options)
    process.write(QByteArray(content))
    process.closeWriteChannel()
    finished = process.waitForFinished(_QUEUE_TIMEOUT_MS)
    if not finished or process.exitCode() != 0:
        reason = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
        process.kill()
        process.waitForFinished()
        raise UserError(
            f"打印机“{printer}”没有接受这份文件（{reason or '没有回应'}）。"
            "请检查打印机是否开机、有纸，或先保存为 PDF。"
        )


def _draw(
    content: bytes, printer: str, title: str, sides: Sides, copies: int, progress: Progress
) -> None:
    info = QPrinterInfo.printerInfo(printer)
    if info.isNull():
        raise UserError(f"找不到打印机“{printer}”。请检查连接，或另选一台打印机。")
    device = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    device.setDocName(title)
    device.setCopyCount(copies)
    device.setDuplex(_DUPLEX[sides])
    device.setFullPage(True)
    device.setResolution(min(device.resolution(), _RESOLUTION_CEILING))
    pages = PdfPages(content)
    painter = QPainter()
    try:
        for number in range(len(pages)):
            progress.report(number, len(pages), f"正在打印第 {number + 1} 页")
            _set_page(device, pages, number)
            started = device.newPage() if painter.isActive() else painter.begin(device)
            if not started:
                raise UserError(
                    f"打印机“{printer}”没有回应。请检查打印机是否开机、有纸，或先保存为 PDF。"
                )
            _draw_page(painter, device, pages, number)
    finally:
        painter.end()
        pages.close()


def _set_page(device: QPrinter, pages: PdfPages, number: int) -> None:
    size = QPageSize(pages.size(number), QPageSize.Unit.Point)
    device.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))


def _draw_page(painter: QPainter, device: QPrinter, pages: PdfPages, number: int) -> None:
    scale = device.resolution() / POINTS_PER_INCH
    size = pages.size(number)
    top = 0.0
    while top < size.height():
        height = min(_BAND_POINTS, size.height() - top)
        band = pages.image(number, scale, top, height)
        target = QRectF(0, top * scale, size.width() * scale, height * scale)
        painter.drawImage(target, band)
        top += height
