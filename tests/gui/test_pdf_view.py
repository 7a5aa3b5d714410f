from io import BytesIO

import pytest
from PySide6.QtCore import Qt
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from linli.gui.pdf_view import PdfPages, PdfView


def make_pdf(*colours, width=90 * mm, height=54 * mm):
    """Return a PDF with one page a colour, filled all over."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(width, height))
    for colour in colours:
        canvas.setFillColorRGB(*colour)
        canvas.rect(0, 0, width, height, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


RED, BLUE = (1, 0, 0), (0, 0, 1)


def test_pages_know_their_size_in_points():
    pages = PdfPages(make_pdf(RED, BLUE))
    assert len(pages) == 2
    assert pages.size(0).width() == pytest.approx(90 * mm, abs=0.01)
    assert pages.top(1) == pytest.approx(54 * mm, abs=0.01)
    pages.close()


def test_page_image_has_the_asked_resolution_and_colour(qapp):
    pages = PdfPages(make_pdf(RED, BLUE))
    image = pages.image(1, 2.0)
    assert abs(image.width() - 2 * 90 * mm) <= 1
    assert image.pixelColor(image.width() // 2, image.height() // 2).getRgb()[:3] == (0, 0, 255)
    pages.close()


def test_bands_together_make_the_page(qapp):
    out = BytesIO()
    canvas = Canvas(out, pagesize=(100, 100))
    canvas.setFillColorRGB(*RED)
    canvas.rect(0, 50, 100, 50, stroke=0, fill=1)
    canvas.setFillColorRGB(*BLUE)
    canvas.rect(0, 0, 100, 50, stroke=0, fill=1)
    canvas.save()
    pages = PdfPages(out.getvalue())
    upper, lower = pages.image(0, 1.0, 0, 50), pages.image(0, 1.0, 50, 50)
    pages.close()
    assert (upper.height(), lower.height()) == (50, 50)
    assert upper.pixelColor(50, 25).getRgb()[:3] == (255, 0, 0)
    assert lower.pixelColor(50, 25).getRgb()[:3] == (0, 0, 255)


@pytest.fixture
def view(qtbot):
    widget = PdfView()
    qtbot.addWidget(widget)
    widget.resize(500, 300)
    widget.set_document(make_pdf(RED, BLUE, RED))
    widget.show()
    return widget


def test_first_page_is_in_view_at_first(view):
    assert (view.page_count, view.current_page) == (3, 0)


def test_page_keys_walk_through_the_document(view, qtbot):
    seen = []
    view.page_changed.connect(seen.append)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert seen[0] == 1
    assert seen[-1] == 1
    assert 2 in seen


def test_what_is_painted_is_the_page(view):
    colour = view.grab().toImage().pixelColor(250, 100)
    assert colour.getRgb()[:3] == (255, 0, 0)


def test_zooming_in_makes_the_document_longer_and_fit_undoes_it(view):
    before = view.verticalScrollBar().maximum()
    view.zoom_in()
    assert view.verticalScrollBar().maximum() > before
    view.fit()
    assert view.verticalScrollBar().maximum() == before


def test_no_document_shows_nothing(view):
    view.set_document(None)
    assert view.page_count == 0
    assert view.verticalScrollBar().maximum() == 0
    view.grab()


def test_ghosts_are_drawn_over_their_page_at_true_scale(view):
    plain = view.grab().toImage()
    view.set_ghosts([((10, 10, 50, 20),), (), ()])
    outlined = view.grab().toImage()
    changed = [
        (x, y)
        for x in range(outlined.width())
        for y in range(outlined.height())
        if outlined.pixel(x, y) != plain.pixel(x, y)
    ]
    xs, ys = zip(*changed, strict=True)
    scale = (max(xs) - min(xs)) / 50
    assert max(ys) - min(ys) == pytest.approx(20 * scale, abs=3)
    view.set_document(make_pdf(RED))
    assert view.grab().toImage().pixel(min(xs), min(ys)) == plain.pixel(min(xs), min(ys))
