"""Paper through a real print queue: what reaches the printer, and what is told when it stops."""

import os
from contextlib import nullcontext

import pypdfium2
import pytest
import shiboken6
import zxingcpp
from PIL import Image
from support.cards import TEN, make_card
from support.cups import TRAYS, need_cups_pdf, start_server, use_server
from support.pdfs import MM, make_pdf

from linli.domain.paper import Side
from linli.domain.templates.shipped import template_of
from linli.errors import UserError
from linli.gui.fonts import interface_families
from linli.gui.jobs import Jobs
from linli.gui.print_dialog import PrintDialog
from linli.gui.print_jobs import JobState, job_state
from linli.gui.print_queue import cancel
from linli.gui.printer import (
    PrinterAbilities,
    PrintJob,
    Sides,
    abilities_of,
    print_pdf,
    printers,
    trays_of,
)
from linli.gui.theme import Theme
from linli.printing.cards import render_cards

A4 = make_pdf((210, 297))
DOTS = 16  # per mm: 406 per inch
NEAR = 0.1  # mm


@pytest.fixture(scope="module")
def server():
    """A CUPS of our own, which this process takes for the machine's."""
    server = start_server()
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("CUPS_SERVER", server.address)
            for name in ("HOME", "CUPS_SERVERROOT"):  # no defaults of whoever runs the tests
                patch.setenv(name, str(server.home))
            use_server(server.address)
            yield server
    finally:
        server.stop()
        use_server(os.environ.get("CUPS_SERVER"))


@pytest.fixture(scope="module")
def office(server):
    """An office printer that keeps what it gets."""
    return server.add_queue("Office")


@pytest.fixture
def jammed(office):
    """The office printer with paper stuck in it."""
    office.say("media-jam-error")
    yield office
    office.say("")


@pytest.fixture(scope="module")
def cards():
    """Twelve cards, ten to a sheet, fronts and backs."""
    people = [make_card(running=number) for number in range(1, 13)]
    printed = render_cards(people, template_of("resident"), TEN)
    assert printed.pages == 4
    return printed.content


def wait_until(qtbot, job, state):
    qtbot.waitUntil(lambda: job_state(job).state is state, timeout=20_000)


def picture_of(page):
    return page.render(scale=DOTS / MM, grayscale=True).to_pil()


def ink(picture, slot, side):
    """Where a card's ink lies on the sheet: left, top, right, bottom in mm; None if it is blank."""
    sheet = TEN.sheet
    left, top = (round(each * DOTS) for each in sheet.corner(slot, side))
    right, bottom = left + round(sheet.card_width * DOTS), top + round(sheet.card_height * DOTS)
    dark = picture.crop((left, top, right, bottom)).point(lambda value: 255 * (value < 128))
    box = dark.getbbox()
    return box and [(box[i] + (left, top)[i % 2]) / DOTS for i in range(4)]


def codes(picture: Image.Image):
    """The card numbers on a sheet, with the corners of their codes in mm."""
    found = {}
    for code in zxingcpp.read_barcodes(picture):
        place = code.position
        corners = (place.top_left, place.bottom_right)
        found[code.text] = [xy / DOTS for point in corners for xy in (point.x, point.y)]
    return found


def frames(content):
    """Where the ink of each page lies, in mm."""
    with pypdfium2.PdfDocument(content) as document:
        dark = [picture_of(page).point(lambda value: 255 * (value < 128)) for page in document]
    return [[dots / DOTS for dots in picture.getbbox()] for picture in dark]


def assert_same_place(printed, meant):
    with pypdfium2.PdfDocument(printed) as paper, pypdfium2.PdfDocument(meant) as original:
        assert len(paper) == len(original)
        numbers, inked = set(), 0
        for number in range(len(original)):
            assert paper[number].get_rotation() == 0
            assert paper[number].get_size() == pytest.approx((210 * MM, 297 * MM), abs=NEAR * MM)
            got, wanted = picture_of(paper[number]), picture_of(original[number])
            side = Side.BACK if number % 2 else Side.FRONT
            for slot in range(TEN.sheet.slots):
                place = ink(wanted, slot, side)
                assert ink(got, slot, side) == pytest.approx(place, abs=NEAR)
                inked += place is not None
            found = codes(wanted)
            assert codes(got) == {
                text: pytest.approx(corners, abs=NEAR) for text, corners in found.items()
            }
            numbers |= set(found)
        assert (len(numbers), inked) == (12, 24)


def test_ten_up_cards_reach_the_printer_where_they_are_meant(office, cards):
    job = print_pdf(cards, printer=office.name, title="联系卡", sides=Sides.LONG_EDGE)
    received = office.received(job.id)
    assert received.title == "联系卡"
    assert_same_place(received.content, cards)


def test_ten_up_cards_keep_their_place_through_a_driver(server, cards):
    need_cups_pdf()
    queue = server.add_pdf_queue("PDF")
    print_pdf(cards, printer=queue.name, title="联系卡", sides=Sides.LONG_EDGE)
    assert_same_place(queue.received(), cards)


@pytest.mark.parametrize(
    ("sides", "duplex"),
    [
        (Sides.ONE, "None"),
        (Sides.LONG_EDGE, "DuplexNoTumble"),
        (Sides.SHORT_EDGE, "DuplexTumble"),
    ],
)
def test_sides_copies_and_tray_reach_the_job(office, sides, duplex):
    job = print_pdf(A4, printer=office.name, title="通知", sides=sides, copies=3, tray="ByPass")
    received = office.received(job.id)
    assert received.copies == 3
    wanted = {"sides": sides, "Duplex": duplex, "InputSlot": "ByPass", "PageSize": "A4"}
    assert {name: received.options[name] for name in wanted} == wanted


@pytest.mark.parametrize(
    ("size", "paper"),
    [((297, 210), "A4"), ((297, 420), "A3"), ((148, 210), "A5"), ((90, 54), "Custom.")],
)
def test_paper_follows_the_page_and_the_page_stays_as_it_is(office, size, paper):
    content = make_pdf(size)
    received = office.received(print_pdf(content, printer=office.name, title="通知").id)
    assert received.options["PageSize"].startswith(paper)
    with pypdfium2.PdfDocument(received.content) as printed:
        assert sorted(printed[0].get_size()) == pytest.approx(
            sorted(each * MM for each in size), abs=1
        )


def test_defaults_neither_gather_pages_nor_add_a_sheet(server):
    queue = server.add_queue("Thrifty")
    server.run("lpadmin", "-p", queue.name, "-o", "job-sheets-default=standard,standard")
    server.keep_defaults("Dest Thrifty number-up=4 fit-to-page=true print-scaling=fill")
    content = make_pdf(*[(210, 297)] * 3)
    received = queue.received(print_pdf(content, printer=queue.name, title="通知").id)
    assert frames(received.content) == [pytest.approx(box, abs=NEAR) for box in frames(content)]


def test_what_the_printer_can_do_is_read_from_its_driver(office):
    abilities = abilities_of(office.name)
    assert abilities.trays == TRAYS
    assert abilities.turns
    assert not any(abilities.lacks(paper) for paper in ("A3", "A4", "A5"))
    assert abilities.lacks("B5")
    assert abilities_of("Gone") == PrinterAbilities()


def test_trays_are_those_of_the_driver(office):
    assert trays_of(office.name) == TRAYS
    assert trays_of("Gone") == ()


def test_odd_name_of_a_printer_is_nothing_special(server, qapp):
    queue = server.add_queue("-大厅_2号&$(x);")
    assert queue.name in {printer.name for printer in printers()}
    assert trays_of(queue.name) == TRAYS
    job = print_pdf(A4, printer=queue.name, title="通知")
    assert job.printer == queue.name
    assert queue.received(job.id).title == "通知"


def test_jam_is_told_and_the_job_goes_on_when_it_is_cleared(jammed, qtbot):
    job = print_pdf(A4, printer=jammed.name, title="通知")
    wait_until(qtbot, job, JobState.STOPPED)
    assert "卡纸" in job_state(job).reason
    waiting = print_pdf(A4, printer=jammed.name, title="通知")
    cancel(waiting)
    assert job_state(waiting).state is JobState.CANCELLED
    jammed.say("")
    wait_until(qtbot, job, JobState.DONE)
    with pytest.raises(UserError, match="已经打完"):
        cancel(job)


def test_paused_printer_is_told(server, qtbot):
    queue = server.add_queue("Paused")
    queue.pause()
    job = print_pdf(A4, printer=queue.name, title="通知")
    wait_until(qtbot, job, JobState.STOPPED)
    qtbot.waitUntil(lambda: "暂停" in job_state(job).reason, timeout=20_000)
    queue.go_on()
    wait_until(qtbot, job, JobState.DONE)


def test_job_that_is_printing_is_called_off(server, qtbot):
    queue = server.add_queue("Busy")
    queue.say("connecting-to-device")
    job = print_pdf(A4, printer=queue.name, title="通知")
    qtbot.waitUntil(lambda: "正在连接" in job_state(job).reason, timeout=20_000)
    assert job_state(job).state is JobState.PRINTING
    cancel(job)
    wait_until(qtbot, job, JobState.CANCELLED)


def test_printer_that_vanishes_leaves_the_job_unknown(server):
    queue = server.add_queue("Fleeting")
    queue.say("offline-report")
    job = print_pdf(A4, printer=queue.name, title="通知")
    queue.remove()
    status = job_state(job)
    assert (status.state, status.reason) == (JobState.UNKNOWN, "找不到这台打印机")


def test_printer_that_vanished_before_printing_takes_nothing(server):
    queue = server.add_queue("Chosen")
    queue.remove()
    with pytest.raises(UserError, match=r"“Chosen”没有接受.*找不到这台打印机"):
        print_pdf(A4, printer=queue.name, title="通知")


def test_queue_that_is_closed_says_so(server):
    queue = server.add_queue("Closed")
    queue.refuse()
    with pytest.raises(UserError, match="已停止接收"):
        print_pdf(A4, printer=queue.name, title="通知")


def test_queue_whose_server_is_down_says_so(server, monkeypatch):
    nobody = "127.0.0.1:9"
    monkeypatch.setenv("CUPS_SERVER", nobody)
    use_server(nobody)
    try:
        with pytest.raises(UserError, match="打印服务没有运行"):
            print_pdf(A4, printer="Office", title="通知")
        status = job_state(PrintJob(id=1, printer="Office"))
    finally:
        use_server(server.address)
    assert (status.state, status.reason) == (JobState.UNKNOWN, "电脑的打印服务没有回应")


@pytest.fixture
def dialog(qapp, ask):
    """The dialog that prints a notice."""
    theme, jobs = Theme(qapp, interface_families()), Jobs(ask)
    dialog = PrintDialog(A4, "打印通知", theme, jobs, recording=lambda *_, **__: nullcontext())
    dialog.open()
    yield dialog
    dialog.close()
    jobs.close()
    qapp.setStyleSheet("")
    shiboken6.delete(theme)


def test_clerk_sees_a_jam_under_the_preview_and_then_fetches_the_paper(jammed, dialog, qtbot):
    dialog.printer.set_value(jammed.name)
    dialog.print_button.click()
    says = dialog.progress.words.text
    qtbot.waitUntil(lambda: "打印停住了。卡纸了" in says(), timeout=20_000)
    jammed.say("")
    qtbot.waitUntil(lambda: "请去取纸" in says(), timeout=20_000)
