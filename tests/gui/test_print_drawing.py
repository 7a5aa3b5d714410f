from io import BytesIO

import pypdfium2
import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from support.pdfs import MM, make_pdf
from typing_extensions import override

from linli.errors import UserError
from linli.gui import print_drawing
from linli.gui.pdf_view import PdfPages
from linli.gui.print_drawing import PrintStoppedError, ask_system, draw, list_abilities
from linli.gui.print_queue import PrinterAbilities, Sides
from linli.progress import SILENT, Cancelled, Progress

SHEETS = [(210, 297), (297, 210), (297, 420), (148, 210), (85.6, 54), (90, 54)]


class Device(QPrinter):
    """A printer with a second side and trays, which Qt's printer into a file has not."""

    def __init__(self):
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.told = []

    @override
    def setDuplex(self, mode):
        self.told.append(mode)

    @override
    def setPaperSource(self, source):
        self.told.append(source)


class Machine:
    """A printer that writes what it prints into a file, and may get lost before a page."""

    def __init__(self, path):
        self.device = Device()
        self.device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.device.setOutputFileName(str(path))
        self.path = path
        self.lost_before = None
        self.asked = 1

    def is_lost(self, _device, _name):
        self.asked += 1
        return self.asked == self.lost_before

    def pages(self):
        return pypdfium2.PdfDocument(BytesIO(self.path.read_bytes()))


@pytest.fixture
def machine(qapp, tmp_path, monkeypatch):
    machine = Machine(tmp_path / "printed.pdf")
    monkeypatch.setattr(print_drawing, "_open", lambda _name: machine.device)
    monkeypatch.setattr(print_drawing, "_is_lost", machine.is_lost)
    return machine


def send(content, progress=SILENT, sides=Sides.ONE, copies=1, tray=None):
    draw(
        content,
        printer="Office",
        title="联系卡",
        sides=sides,
        copies=copies,
        tray=tray,
        progress=progress,
    )


@pytest.mark.parametrize("scale", [300 / 72, 203 / 72, 600 / 72])
@pytest.mark.parametrize("size", [(90, 54), (148, 210)])
def test_bands_join_into_the_very_page(qapp, scale, size):
    pages = PdfPages(make_pdf(size))
    whole = pages.image(0, scale)
    banded = QImage(whole.size(), QImage.Format.Format_RGB32)
    banded.fill(0xFFFF0000)
    painter = QPainter(banded)
    print_drawing._draw_page(painter, scale, pages, 0)
    painter.end()
    pages.close()
    difference = ImageChops.difference(grey(banded), grey(whole))
    assert difference.getextrema()[1] <= 3  # what smoothing makes of an edge


def grey(picture):
    plain = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    size = (plain.width(), plain.height())
    return Image.frombytes("L", size, bytes(plain.constBits()), "raw", "L", plain.bytesPerLine())


def test_every_page_gets_paper_of_its_size(machine):
    send(make_pdf(*SHEETS))
    with machine.pages() as printed:
        sizes = [page.get_size() for page in printed]
    for (width, height), printed in zip(SHEETS, sizes, strict=True):
        assert printed == pytest.approx((width * MM, height * MM), abs=1.5)


def test_page_keeps_its_place_on_the_paper(machine):
    content = make_pdf((210, 297), (297, 210))
    machine.device.setResolution(150)
    send(content)
    with machine.pages() as printed, pypdfium2.PdfDocument(content) as meant:
        for number in range(2):
            boxes = [ink(document[number]) for document in (printed, meant)]
            assert boxes[0] == pytest.approx(boxes[1], abs=2)  # dots of 0.17 mm


def ink(page):
    """Where the frame of `make_pdf` lies, in dots of 150 per inch."""
    picture = page.render(scale=150 / 72).to_pil().convert("L").point(lambda v: 255 * (v < 128))
    return picture.getbbox()


@pytest.mark.parametrize(
    ("size", "orientation"),
    [
        ((210, 297), QPageLayout.Orientation.Portrait),
        ((297, 210), QPageLayout.Orientation.Landscape),
        ((85.6, 54), QPageLayout.Orientation.Landscape),
    ],
)
def test_broad_page_is_an_upright_sheet_turned(size, orientation):
    layout = print_drawing._layout(QSizeF(*size) * MM)
    assert layout.orientation() is orientation
    assert layout.mode() is QPageLayout.Mode.FullPageMode
    paper = layout.pageSize().size(layout.pageSize().definitionUnits().Millimeter)
    assert (paper.width(), paper.height()) == pytest.approx(sorted(size), abs=0.2)


@pytest.mark.parametrize(("own", "used"), [(1200, 600), (300, 300)])
def test_resolution_has_a_ceiling(machine, own, used):
    machine.device.setResolution(own)
    send(make_pdf((90, 54)))
    assert machine.device.resolution() == used


def test_sides_copies_tray_and_title_reach_the_driver(machine):
    send(make_pdf((90, 54)), sides=Sides.SHORT_EDGE, copies=3, tray="Manual")
    device = machine.device
    assert device.told == [QPrinter.DuplexMode.DuplexShortSide, QPrinter.PaperSource.Manual]
    assert device.copyCount() == 3
    assert device.docName() == "联系卡"


def test_lost_printer_names_the_page_from_which_to_go_on(machine):
    machine.lost_before = 3
    with pytest.raises(PrintStoppedError, match=r"在第 3 页停了.*从第 3 页接着打") as caught:
        send(make_pdf(*[(90, 54)] * 4))
    assert caught.value.page == 3
    with machine.pages() as printed:
        assert len(printed) == 2


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_printer_that_does_not_begin_is_a_sentence(machine):
    machine.device.setOutputFileName("/nowhere/at/all.pdf")
    with pytest.raises(UserError, match="“Office”没有回应"):
        send(make_pdf((90, 54)))


def test_what_was_set_in_the_systems_dialog_stays(machine, monkeypatch):
    monkeypatch.setattr(print_drawing.QPrintDialog, "exec", lambda _self: 1)
    device = ask_system("Office", None)
    assert device is machine.device
    draw(
        make_pdf((210, 297)),
        printer="Office",
        title="通知",
        sides=Sides.LONG_EDGE,
        copies=1,
        tray="Lower",
        progress=SILENT,
        device=device,
    )
    assert device.told == []  # neither sides nor tray
    with machine.pages() as printed:
        assert printed[0].get_size() == pytest.approx((210 * MM, 297 * MM), abs=1)


def test_systems_dialog_that_is_called_off_prints_nothing(machine, monkeypatch):
    monkeypatch.setattr(print_drawing.QPrintDialog, "exec", lambda _self: 0)
    assert ask_system("Office", None) is None


def test_clerk_may_stop_between_pages(machine):
    said = []
    progress = Progress(lambda *report: said.append(report), lambda: len(said) == 2)
    with pytest.raises(Cancelled):
        send(make_pdf(*[(90, 54)] * 4), progress=progress)
    assert said == [(0, 4, "正在打印第 1 页"), (1, 4, "正在打印第 2 页")]


def test_unknown_printer_has_no_sources(qapp):
    assert list_abilities("Gone") == PrinterAbilities()


def test_what_a_printer_can_do_is_named_as_qt_names_it(qapp, monkeypatch):
    sources = [QPrinter.PaperSource.Auto, QPrinter.PaperSource.Lower]
    monkeypatch.setattr(print_drawing.QPrinterInfo, "printerInfo", lambda _name: Known())
    monkeypatch.setattr(print_drawing, "QPrinter", Windows(sources))
    assert list_abilities("Office") == PrinterAbilities(
        trays=("Auto", "Lower"), turns=True, papers=("A4", "A3")
    )


class Known:
    """What Qt knows of a printer that is there."""

    def __init__(self):
        modes, sizes = QPrinter.DuplexMode, QPageSize.PageSizeId
        self.isNull = lambda: False
        self.supportedDuplexModes = lambda: [modes.DuplexNone, modes.DuplexLongSide]
        self.supportedPageSizes = lambda: [QPageSize(sizes.A4), QPageSize(sizes.A3)]


class Windows:
    """Qt's printer where the platform tells its trays."""

    def __init__(self, sources):
        self.supportedPaperSources = lambda _device: sources
        self.DuplexMode = QPrinter.DuplexMode

    def __call__(self, info):
        return self
