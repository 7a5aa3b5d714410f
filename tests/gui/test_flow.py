import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from linli.gui.flow import FlowLayout


@pytest.fixture
def line(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    layout = FlowLayout(page, spacing=10)
    for _ in range(3):
        label = QLabel(page)
        label.setFixedSize(QSize(100, 20))
        layout.addWidget(label)
    return page


def tops(page, width):
    page.resize(width, 200)
    page.show()
    page.layout().activate()
    return [each.y() for each in page.findChildren(QLabel)]


@pytest.mark.parametrize(
    ("width", "expected"),
    [(320, [0, 0, 0]), (319, [0, 0, 30]), (210, [0, 0, 30]), (209, [0, 30, 60]), (50, [0, 30, 60])],
)
def test_line_breaks_where_it_is_full(line, width, expected):
    assert tops(line, width) == expected


def test_height_follows_the_width(line):
    assert line.layout().heightForWidth(320) == 20
    assert line.layout().heightForWidth(209) == 80


def test_hidden_items_take_no_place(line):
    line.findChildren(QLabel)[0].hide()
    assert line.layout().heightForWidth(210) == 20


def test_items_can_be_taken_out_again(line):
    layout = line.layout()
    assert layout.takeAt(0) is not None
    assert layout.count() == 2
    assert layout.takeAt(7) is None


def test_one_line_leads_to_what_has_no_room(line):
    labels = line.findChildren(QLabel)
    more = QPushButton("更多", line)
    more.setFixedSize(QSize(60, 20))
    line.layout().keep_one_line(more)
    assert line.layout().heightForWidth(209) == 20
    line.resize(285, 20)
    line.show()
    assert line.layout().left_over == labels[2:]
    assert [each.x() for each in (*labels[:2], more)] == [0, 110, 220]
    assert labels[2].geometry().right() < 0
    line.resize(279, 20)
    assert line.layout().left_over == labels[1:]
    line.resize(320, 20)
    assert line.layout().left_over == []
    assert labels[2].x() == 220
    assert not more.isEnabled()
    assert more.geometry().right() < 0
