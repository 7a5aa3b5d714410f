"""Sending a finished PDF to a printer at its actual size (实际大小), never scaled to fit."""

from dataclasses import dataclass

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from linli.gui import print_drawing, print_queue
from linli.gui.print_drawing import ask_system, has_system_dialog
from linli.gui.print_queue import PrinterAbilities, PrintJob, Sides
from linli.progress import SILENT, Progress

__all__ = [
    "PrintJob",
    "PrinterAbilities",
    "PrinterChoice",
    "Sides",
    "abilities_of",
    "ask_system",
    "has_system_dialog",
    "print_pdf",
    "printers",
    "trays_of",
]


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


def abilities_of(printer: str) -> PrinterAbilities:
    """Return what a printer's driver says that it can do.

    Asking a printer that is dead may take some seconds: call it beside the window.
    """
    if print_queue.has_queue():
        return print_queue.list_abilities(printer)
    return print_drawing.list_abilities(printer)


def trays_of(printer: str) -> tuple[str, ...]:
    """Return a printer's paper trays (纸盒) in its driver's words; none if it does not say."""
    return abilities_of(printer).trays


def print_pdf(
    content: bytes,
    *,
    printer: str,
    title: str,
    sides: Sides = Sides.ONE,
    copies: int = 1,
    tray: str | None = None,
    progress: Progress = SILENT,
    device: QPrinter | None = None,
) -> PrintJob | None:
    """Print a PDF at its actual size.

    Where the machine has a print queue that takes PDF (CUPS), it gets the file as it is;
    elsewhere every page is drawn in bands at the printer's resolution.

    Args:
        content: the PDF's bytes.
        printer: a `PrinterChoice.name`.
        title: what the print queue shows; it must not name a person.
        sides: whether the printer turns the sheet.
        copies: how often the whole document is printed.
        tray: one of `trays_of(printer)`; None leaves it to the printer.
        progress: told each page that is drawn; may cancel between pages.
        device: the printer as `ask_system` returned it; sides, copies and tray are what was set
            there.

    Returns:
        The job to be followed with `print_jobs.job_state`; None where there is no queue, or it
        does not tell.

    Raises:
        UncertainPrintError: nobody knows whether the queue has the file.
        PrintStoppedError: the printer was lost in the middle of the drawing.
        UserError: the printer refuses or is gone, nothing is printed; the sentence says what to do.
        Cancelled: the clerk stopped.
    """
    if device is None and print_queue.has_queue():
        return print_queue.hand_over(
            content, printer=printer, title=title, sides=sides, copies=copies, tray=tray
        )
    print_drawing.draw(
        content,
        printer=printer,
        title=title,
        sides=sides,
        copies=copies,
        tray=tray,
        progress=progress,
        device=device,
    )
    return None
