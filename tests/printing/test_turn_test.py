import pypdfium2
import pytest
from support.cards import MM

from linli.domain.paper import A4, Duplex, PaperSetup, Pass, PrinterProfile, single_sheet
from linli.printing.fonts import FontLibrary
from linli.printing.turn_test import turn_test


def printed(sides, **profile):
    setup = PaperSetup(
        sheet=single_sheet(A4),
        duplex=Duplex.MANUAL,
        sides=sides,
        profile=PrinterProfile(name="试", **profile),
    )
    content = turn_test(setup, library=FontLibrary(folders=[]))
    with pypdfium2.PdfDocument(content) as document:
        return [heading(page.get_textpage()) for page in document]


def heading(layer):
    """The large line of a page, and how far its top is from the page's, mm."""
    layer.count_rects()  # PDFium finds the rectangles only when it has counted them
    return layer.get_text_range().split("\r\n")[0], A4.height - layer.get_rect(0)[3] / MM


@pytest.mark.parametrize(
    ("sides", "backs_reversed", "words"),
    [
        (Pass.FRONTS, True, ["第 1 张 正面", "第 2 张 正面"]),
        (Pass.BACKS, False, ["第 1 张 背面", "第 2 张 背面"]),
        (Pass.BACKS, True, ["第 2 张 背面", "第 1 张 背面"]),
    ],
)
def test_sheets_come_in_the_order_of_cards(sides, backs_reversed, words):
    assert [text for text, _ in printed(sides, backs_reversed=backs_reversed)] == words


def test_backs_stand_on_their_head_where_the_stack_is_turned_over_its_short_edge():
    upright = printed(Pass.BACKS)[0][1]
    turned = printed(Pass.BACKS, turn=Duplex.SHORT)[0][1]
    assert (upright, turned) == (pytest.approx(148, abs=8), pytest.approx(130, abs=8))
    assert printed(Pass.FRONTS, turn=Duplex.SHORT)[0][1] == upright
