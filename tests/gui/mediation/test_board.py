from dataclasses import replace
from datetime import date, timedelta
from time import process_time

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QToolTip

from linli.domain.case_board import Pile
from linli.domain.case_flow import Stage
from linli.domain.cases import CaseRow, Level
from linli.gui.mediation.board import CaseBoard
from linli.gui.table import Chip, Tone

TODAY = date(2026, 11, 23)
ROW = CaseRow(
    id=1,
    number="〔2026〕西人调字第1号",
    title="张三与李四房屋漏水损害赔偿纠纷",
    parties=("张三", "李四"),
    kind_code="02",
    stage=Stage.REGISTERED,
    level=Level.COMMUNITY,
    grid=None,
    mediator="王芳",
    opened_on=TODAY,
    since=TODAY - timedelta(days=12),
)


def rows(*stages):
    return [
        replace(ROW, id=number, stage=stage, since=TODAY - timedelta(days=100 - number))
        for number, stage in enumerate(stages, 1)
    ]


@pytest.fixture
def board(theme, qtbot):
    """A board that is shown, with two cards in mediation and one in each of two columns."""
    board = CaseBoard(theme)
    qtbot.addWidget(board)
    board.resize(1334, 600)
    board.show_cases(
        rows(Stage.REGISTERED, Stage.MEDIATION, Stage.MEDIATION, Stage.WRITTEN), 7, TODAY
    )
    board.show()
    qtbot.waitExposed(board)
    return board


def drag(qtbot, board, case_id, pile):
    """Take a card by its middle and let go over a column."""
    start = board.rect_of(case_id).center()
    column = board.rect_of_pile(pile)
    end = QPoint(column.center().x(), board.viewport().height() - 30)
    view = board.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, start + QPoint(30, 10))
    qtbot.mouseMove(view, end)
    move_held(view, end)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)


def move_held(view, place):
    """Move the mouse with its button down, which qtbot cannot."""
    held = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        place.toPointF(),
        view.mapToGlobal(place).toPointF(),
        held,
        held,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view, event)


def test_arrows_go_through_the_cards_and_pass_empty_columns(board, qtbot):
    board.choose(1)
    for key, wanted in (
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Down, 3),
        (Qt.Key.Key_Down, 3),
        (Qt.Key.Key_Right, 4),
        (Qt.Key.Key_Right, 4),
        (Qt.Key.Key_Left, 2),
        (Qt.Key.Key_End, 3),
        (Qt.Key.Key_Home, 2),
        (Qt.Key.Key_Left, 1),
    ):
        qtbot.keyClick(board, key)
        assert board.current.id == wanted


def test_enter_and_a_double_click_open_a_card(board, qtbot):
    board.choose(2)
    with qtbot.waitSignal(board.opened) as told:
        qtbot.keyClick(board, Qt.Key.Key_Return)
    assert told.args == [2]
    place = board.rect_of(4).center()
    with qtbot.waitSignal(board.opened) as told:
        qtbot.mouseDClick(board.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [4]


def test_a_card_is_put_where_a_step_leads(board, qtbot):
    with qtbot.waitSignal(board.put) as told:
        drag(qtbot, board, 2, Pile.AGREED)
    assert told.args == [2, Pile.AGREED]
    assert board.rect_of(2).left() < board.rect_of_pile(Pile.AGREED).left()  # not before the step


def test_a_card_that_cannot_go_there_says_why(board, qtbot):
    with qtbot.waitSignal(board.refused) as told:
        drag(qtbot, board, 1, Pile.AGREED)
    assert told.args == [
        (
            "这件案子现在是「已登记」，不能办理「达成书面协议」。"
            "现在可以办理：受理、不予受理、移送其他部门、作废。"
        )
    ]


def test_a_card_let_go_in_its_own_column_stays(board, qtbot):
    with (
        qtbot.assertNotEmitted(board.put),
        qtbot.assertNotEmitted(board.refused),
    ):
        drag(qtbot, board, 2, Pile.MEDIATION)


def test_escape_lets_a_held_card_go(board, qtbot):
    view, start = board.viewport(), board.rect_of(2).center()
    end = board.rect_of_pile(Pile.AGREED).center()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    move_held(view, end)
    qtbot.keyClick(board, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(board.put):
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)


def test_ctrl_and_an_arrow_put_a_card_into_the_next_column(board, qtbot):
    board.choose(2)
    with qtbot.waitSignal(board.put) as told:
        qtbot.keyClick(board, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [2, Pile.AGREED]
    with qtbot.waitSignal(board.refused):
        qtbot.keyClick(board, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)


def test_what_is_chosen_stays_so_when_the_cards_are_shown_again(board):
    board.choose(3)
    shown = rows(Stage.REGISTERED, Stage.MEDIATION, Stage.WRITTEN, Stage.WRITTEN)
    board.show_cases(shown, 7, TODAY)
    assert board.current.id == 3
    board.show_cases(shown[:2], 7, TODAY)
    assert board.current.id == 1
    board.show_cases([], 7, TODAY)
    assert board.current is None


def test_a_card_says_all_of_itself_to_those_who_hear_it(board):
    light = Chip(text="已超 3 天", glyph="●", tone=Tone.BAD)
    board.show_cases([ROW], 0, TODAY, {1: light})
    said = board.accessibleDescription()
    for words in ("登记", ROW.number, ROW.title, "张三、李四", "已登记 12 天", "王芳", "已超 3 天"):
        assert words in said


def test_a_far_card_is_brought_into_sight(board, qtbot):
    board.show_cases(rows(*[Stage.MEDIATION] * 40), 0, TODAY)
    board.choose(40)
    view = board.viewport().rect()
    assert view.contains(board.rect_of(40))
    board.choose(1)
    assert view.contains(board.rect_of(1))


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_cards_lie_in_their_columns_and_none_on_another(board, theme, zoom):
    theme.set_zoom(zoom)
    board.show_cases(rows(*[stage for stage in Stage for _ in "123"]), 0, TODAY)
    taken = []
    for row in rows(*[stage for stage in Stage for _ in "123"]):
        rect = board.rect_of(row.id)
        assert not any(rect.intersects(other) for other in taken)
        taken.append(rect)


def test_two_hundred_cards_are_drawn_without_waiting(board):
    stages = [Stage.REGISTERED, Stage.ACCEPTED, Stage.MEDIATION, Stage.PERFORMING] * 50
    board.show_cases(rows(*stages), 0, TODAY)
    picture = QPixmap(board.viewport().size())
    board.viewport().render(picture)
    begun = process_time()
    for _ in range(10):
        board.viewport().render(picture)
    assert (process_time() - begun) / 10 < 0.05  # seconds of one painting


def test_the_tip_of_a_card_names_the_parties(board, qtbot):
    place = board.rect_of(1).center()
    view = board.viewport()
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place))
    QApplication.sendEvent(view, event)
    assert "张三、李四" in QToolTip.text()
    QToolTip.hideText()
