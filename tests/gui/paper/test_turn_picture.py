import pytest

from linli.domain.paper import Duplex
from linli.gui.paper.turn_picture import TurnPicture, sentences


@pytest.fixture
def picture(qtbot):
    widget = TurnPicture()
    qtbot.addWidget(widget)
    widget.resize(600, 260)
    widget.show()
    return widget


def test_three_numbered_sentences_say_what_to_do(picture):
    lines = picture.words.text().splitlines()
    assert [line[:2] for line in lines] == ["1.", "2.", "3."]
    assert "像翻书页一样" in lines[1]
    assert picture.accessibleDescription() == picture.words.text()


@pytest.mark.parametrize(
    ("turn", "first"), [(Duplex.LONG, "原来的上边先进"), (Duplex.SHORT, "原来的下边先进")]
)
@pytest.mark.parametrize(
    ("backs_reversed", "order"), [(False, "从第一张印起"), (True, "从最后一张印起")]
)
def test_edge_and_order_are_said(turn, first, backs_reversed, order):
    last = sentences(turn, backs_reversed=backs_reversed)[2]
    assert first in last
    assert order in last


def test_each_turn_has_its_own_drawing(picture):
    long = picture.grab().toImage()
    picture.show_turn(Duplex.SHORT, backs_reversed=False)
    assert picture.grab().toImage() != long
