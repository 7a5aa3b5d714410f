import io
import unicodedata

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextDocument
from PySide6.QtTest import QTest
from support.keys import type_chinese

from linli.gui.colors import Look
from linli.gui.help.book import help_book
from linli.gui.help.paper import page_as_pdf
from linli.gui.help.window import HelpWindow
from linli.gui.theme import COLORS


@pytest.fixture
def window(theme, qtbot):
    window = HelpWindow(help_book(), theme)
    qtbot.addWidget(window)
    window.resize(1000, 600)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    window.show_index()
    return window


def shown(window):
    return window.browser.page.name


def shown_width(window):
    kind = QTextDocument.ResourceType.ImageResource.value
    return window.browser.document().resource(kind, "../pictures/import-columns.png").width()


def press(widget, keys):
    QTest.keySequence(widget, QKeySequence(keys))


def test_pages_are_gone_back_and_forward_to(window):
    window.show_page("backup")
    window.show_page("restore")
    press(window, "Alt+Left")
    press(window, "Alt+Left")
    assert shown(window) == "index"
    assert not window.back_button.isEnabled()
    press(window, "Alt+Right")
    assert shown(window) == "backup"
    window.show_page("find")
    assert not window.forward_button.isEnabled()
    press(window, "Alt+Home")
    assert shown(window) == "index"


def test_words_are_found_opened_and_marked_by_keys(window):
    press(window, "Ctrl+F")
    type_chinese(window.search, "卡纸")
    assert window.results.count() > 1
    assert "页里有" in window.count.text()
    press(window.search, "Down")
    assert window.results.hasFocus()
    press(window.results, "Return")
    assert shown(window) == "jam"
    marks = window.browser.extraSelections()
    assert {mark.cursor.selectedText() for mark in marks} == {"卡纸"}
    assert window.browser.hasFocus()


def test_enter_opens_what_fits_best(window):
    QTest.keyClicks(window.search, "hfm")
    press(window.search, "Return")
    assert shown(window) == "recovery"


def test_up_from_the_first_result_goes_back_to_the_search_box(window):
    QTest.keyClicks(window.search, "hfm")
    press(window.search, "Down")
    press(window.results, "Up")
    assert window.search.hasFocus()


def test_nothing_found_is_said(window):
    type_chinese(window.search, "没有这样的话")
    assert "没有找到" in window.count.text()
    press(window.search, "Return")
    assert shown(window) == "index"


def test_escape_first_empties_the_search_box_then_closes(window):
    QTest.keyClicks(window.search, "kz")
    press(window.search, "Esc")
    assert window.search.text() == ""
    assert window.isVisible()
    press(window.search, "Esc")
    assert not window.isVisible()


def test_contents_lead_to_pages_and_follow_them(window):
    item = window.contents.topLevelItem(0).child(1)
    window.contents.setCurrentItem(item)
    window.contents.setFocus()
    press(window.contents, "Return")
    assert shown(window) == "start"
    window.show_page("jam")
    assert window.contents.currentItem().text(0) == help_book().pages["jam"].title


def test_link_leads_to_its_page(window):
    window.show_page("start")
    for fragment in ("recovery.md", "../notices.md"):
        window.browser.anchorClicked.emit(fragment)
    assert shown(window) == "../notices"


def test_pictures_are_there_and_never_wider_than_the_page(window, qtbot):
    window.show_page("import")
    image = QTextDocument.ResourceType.ImageResource
    picture = window.browser.loadResource(image.value, "../pictures/import-columns.png")
    assert picture.width() > 100
    assert window.browser.loadResource(image.value, "../pictures/none.png") is None
    window.resize(600, 500)
    bar = window.browser.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0 and shown_width(window) < picture.width())
    window.resize(1000, 600)
    qtbot.waitUntil(lambda: shown_width(window) == picture.width())


def test_text_grows_with_the_zoom_and_wears_the_colours(window, theme):
    before = window.browser.document().defaultFont().pixelSize()
    theme.set_zoom(200)
    assert window.browser.document().defaultFont().pixelSize() == 2 * before
    theme.set_look(Look.DARK)
    block = window.browser.document().begin()
    colour = block.begin().fragment().charFormat().foreground().color()
    assert colour.name().lower() == COLORS.text.lower()


def test_page_is_printed_as_a_pdf_only_while_a_ledger_is_open(window, qtbot):
    window.show_page("backup")
    window.set_printing(possible=False)
    press(window, "Ctrl+P")
    window.set_printing(possible=True)
    with qtbot.waitSignal(window.print_asked) as asked:
        press(window, "Ctrl+P")
    content, title = asked.args
    assert title == "备份"
    with pypdfium2.PdfDocument(io.BytesIO(content)) as document:
        page = document[0].get_textpage()
        assert "每天自动备份" in unicodedata.normalize("NFKC", page.get_text_bounded())


def test_printed_page_has_its_picture_and_the_colours_of_paper(theme):
    theme.set_look(Look.DARK)
    theme.set_zoom(200)
    content = page_as_pdf(help_book().pages["card"], theme)
    with pypdfium2.PdfDocument(io.BytesIO(content)) as document:
        assert len(document) == 1
        picture = document[0].render(scale=0.5).to_pil().convert("L")
        kinds = [each.type for each in document[0].get_objects()]
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE in kinds
    darkest, lightest = picture.getextrema()
    assert darkest < 90
    assert lightest == 255


def test_all_parts_have_accessible_names(window):
    parts = (
        *(window.search, window.contents, window.results, window.browser),
        *(window.back_button, window.forward_button, window.home_button, window.print_button),
    )
    assert all(part.accessibleName() for part in parts)
    assert all(part.focusPolicy() != Qt.FocusPolicy.NoFocus for part in parts)
