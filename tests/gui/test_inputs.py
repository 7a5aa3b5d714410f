from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from support.keys import type_chinese

from linli.domain.codes import CodeTable
from linli.domain.values.dates import PartialDate
from linli.gui.inputs import (
    ChoiceInput,
    CodeInput,
    LineInput,
    ListInput,
    TextInput,
    date_input,
    partial_date_input,
)

ETHNICITY = CodeTable(
    name="ethnicity",
    source="GB/T 3304",
    names={"01": "汉族", "02": "蒙古族", "05": "维吾尔族"},
    aliases={"汉": "01", "汉族": "01", "蒙古族": "02", "维族": "05", "维吾尔族": "05"},
)


@pytest.fixture
def made(qtbot):
    """Register a widget so that it goes with the test."""

    def register(widget):
        qtbot.addWidget(widget)
        return widget

    return register


@pytest.mark.parametrize("kind", [LineInput, TextInput])
def test_empty_text_is_none_and_outer_spaces_go(made, kind):
    line = made(kind())
    assert line.value() is None
    line.set_value("  张三 ")
    assert line.value() == "张三"
    line.set_value(None)
    assert line.value() is None
    assert line.problem() is None


def test_typing_tells(made, qtbot):
    line = made(LineInput())
    with qtbot.waitSignal(line.edited):
        qtbot.keyClicks(line, "a")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1956", PartialDate(1956)),
        ("1956.3", PartialDate(1956, 3)),
        ("19560308", PartialDate(1956, 3, 8)),
    ],
)
def test_partial_date_takes_what_people_type(made, typed, value):
    line = made(partial_date_input())
    line.setText(typed)
    assert line.problem() is None
    assert line.value() == value


def test_wrong_date_says_so_and_has_no_value(made):
    line = made(date_input())
    line.setText("2026-02-30")
    assert "30" in line.problem()
    assert line.value() is None


def test_date_is_written_in_full_when_the_cursor_leaves(made, qtbot):
    line = made(date_input())
    line.show()
    line.setFocus()
    line.setText("20261123")
    QApplication.sendEvent(line, QFocusEvent(QEvent.Type.FocusOut))
    assert line.text() == "2026-11-23"
    assert line.value() == date(2026, 11, 23)


def test_list_is_split_at_every_common_mark_without_repeats(made):
    line = made(ListInput())
    line.setText("木工、电工，木工; 理发 ")
    assert line.value() == ("木工", "电工", "理发")
    line.set_value(("书法", "唱歌"))
    assert line.text() == "书法、唱歌"


def test_suggestion_completes_the_last_item_and_keeps_the_rest(made, qtbot):
    line = made(ListInput())
    asked = []

    def find(text):
        asked.append(text)
        return ["电工", "电焊"]

    line.suggest(find)
    line.show()
    line.setFocus()
    type_chinese(line, "木工，电")
    assert asked[-1] == "电"
    completer = line.completer()
    index = completer.completionModel().index(1, 0)
    assert completer.pathFromIndex(index) == "木工、电焊"


def test_suggestion_of_a_line_replaces_it(made, qtbot):
    line = made(LineInput())
    line.suggest(lambda text: [f"{text}师傅"])
    line.show()
    line.setFocus()
    type_chinese(line, "王")
    completer = line.completer()
    assert completer.pathFromIndex(completer.completionModel().index(0, 0)) == "王师傅"


@pytest.mark.parametrize(
    ("typed", "code"), [("汉", "01"), ("维族", "05"), ("02", "02"), (" 汉 族 ", "01"), ("", None)]
)
def test_code_is_found_by_name_alias_or_code(made, typed, code):
    box = made(CodeInput(ETHNICITY))
    box.setEditText(typed)
    assert box.value() == code
    assert box.problem() is None


def test_unknown_name_of_a_code_is_refused_with_the_value(made):
    box = made(CodeInput(ETHNICITY))
    box.setEditText("火星族")
    assert box.value() is None
    assert "火星族" in box.problem()


def test_alias_becomes_the_name_when_typing_is_done(made, qtbot):
    box = made(CodeInput(ETHNICITY))
    box.show()
    box.setFocus()
    box.setEditText("汉")
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert box.currentText() == "汉族"


def test_choice_holds_its_values(made, qtbot):
    box = made(ChoiceInput({None: "", 1: "男", 2: "女"}))
    assert box.value() is None
    with qtbot.waitSignal(box.edited):
        box.set_value(2)
    assert box.value() == 2
    box.set_value("unknown")
    assert box.value() == 2


@pytest.mark.parametrize("chosen", ["男", "女"])
def test_list_of_a_choice_shows_all_its_lines(chosen, theme, qtbot, made):
    box = made(ChoiceInput({"男": "男", "女": "女"}))
    box.set_value(chosen)
    box.show()
    box.showPopup()
    room = box.view().viewport().rect()
    lines = [box.view().visualRect(box.model().index(row, 0)) for row in (0, 1)]
    assert all(room.contains(line) for line in lines)


def test_the_wheel_does_not_change_a_choice(made):
    box = made(ChoiceInput({1: "男", 2: "女"}))
    box.show()
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)
    assert box.value() == 1


def test_tab_leaves_a_text_field(made, qtbot):
    box = made(TextInput())
    box.set_value("备注")
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert box.value() == "备注"
