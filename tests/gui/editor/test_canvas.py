import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from support.editor import at, click, drag, middle, settled
from support.templates import CODE, LABEL, NAME, OFFICERS

from linli.domain.paper import BUSINESS, Side
from linli.domain.templates.edit import Level
from linli.domain.templates.elements import LineElement, RectElement, TextElement
from linli.gui.editor.card_view import ZOOMS
from linli.gui.editor.scale import pixels_per_mm

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(editor, key, modifier=Qt.KeyboardModifier.NoModifier, times=1):
    for _ in range(times):
        QTest.keyClick(editor.canvas, key, modifier)


def place(editor, number):
    box = editor.model.box(number)
    return round(box.x, 2), round(box.y, 2), round(box.w, 2), round(box.h, 2)


def test_a_millimetre_at_100_percent_is_a_millimetre_of_the_screen(editor):
    editor.canvas.set_zoom(100)
    ten = at(editor, 20, 0).x() - at(editor, 10, 0).x()
    assert ten == pytest.approx(10 * pixels_per_mm(editor.screen()), abs=1)
    editor.commands.true_size.trigger()
    assert editor.canvas.zoom == 100


def test_zoom_goes_in_steps_and_stops_at_both_ends(editor):
    editor.canvas.set_zoom(100)
    QTest.keyClick(editor, Qt.Key.Key_Plus, CONTROL)
    assert editor.canvas.zoom == 150
    for _ in range(9):
        editor.canvas.step_zoom(1)
    assert editor.canvas.zoom == ZOOMS[-1]
    for _ in range(9):
        editor.canvas.step_zoom(-1)
    assert editor.canvas.zoom == ZOOMS[0]
    assert editor.zoom_button.text() == "50 %"


def test_whole_card_is_in_view_at_first(editor):
    view = editor.canvas.viewport().rect()
    assert view.contains(at(editor, 0, 0))
    assert view.contains(at(editor, BUSINESS.width, BUSINESS.height))


def test_click_selects_and_click_beside_selects_nothing(editor):
    click(editor, middle(editor, 1))
    assert editor.model.selection == (1,)
    click(editor, at(editor, 1, 1))
    assert editor.model.selection == ()


def test_control_click_adds_and_takes_away(editor):
    click(editor, middle(editor, 0))
    click(editor, middle(editor, 2), CONTROL)
    click(editor, middle(editor, 1), SHIFT)
    assert editor.model.selection == (0, 2, 1)
    click(editor, middle(editor, 2), CONTROL)
    assert editor.model.selection == (0, 1)


def test_alt_click_takes_what_lies_below(open_editor):
    below = RectElement(fill="tint", x=5, w=60, y=5, h=20)
    editor = open_editor(below, NAME)
    point = middle(editor, 1)
    click(editor, point)
    assert editor.model.selection == (1,)
    click(editor, point, Qt.KeyboardModifier.AltModifier)
    assert editor.model.selection == (0,)


def test_drag_moves_by_what_the_mouse_went_in_tenths(editor):
    x, y, w, h = place(editor, 1)
    drag(editor, middle(editor, 1), (10, 5))
    found = place(editor, 1)
    assert found == pytest.approx((x + 10, y + 5, w, h), abs=0.3)
    assert [round(value * 10, 3) for value in found] == [round(value * 10) for value in found]
    editor.model.undo()
    assert place(editor, 1) == (x, y, w, h)


def test_small_tremble_of_the_hand_moves_nothing(editor):
    before = editor.model.template
    start = middle(editor, 1)
    QTest.mousePress(editor.canvas.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(editor.canvas.viewport(), start + QPoint(2, 1))
    QTest.mouseRelease(
        editor.canvas.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(2, 1)
    )
    assert editor.model.template == before
    assert not editor.model.can_undo


def test_dragged_box_comes_to_rest_on_the_line_of_another(editor):
    drag(editor, middle(editor, 1), (0, -3.9), Qt.KeyboardModifier.NoModifier)
    assert place(editor, 1)[1] == 16  # the name's lower edge


def test_selected_elements_are_dragged_together(editor):
    editor.model.select([0, 1])
    before = place(editor, 0), place(editor, 1)
    drag(editor, middle(editor, 1), (4, 6))
    after = place(editor, 0), place(editor, 1)
    steps = [(a[0] - b[0], a[1] - b[1]) for a, b in zip(after, before, strict=True)]
    assert steps[0] == pytest.approx(steps[1])
    assert steps[0] == pytest.approx((4, 6), abs=0.3)


def test_canvas_keeps_its_size_until_what_is_wrong_is_dropped(editor, qtbot):
    size = editor.canvas.size()
    drag(editor, middle(editor, 1), (-20, 0), drop=False)
    settled(editor, qtbot)
    assert editor.model.problems
    assert editor.problems.isHidden()
    assert editor.canvas.size() == size
    QTest.mouseRelease(editor.canvas.viewport(), Qt.MouseButton.LeftButton)
    settled(editor, qtbot)
    assert "安全区" in editor.problems.item(0).text()


def test_escape_gives_a_drag_up(editor):
    before = editor.model.template
    drag(editor, middle(editor, 1), (10, 5), drop=False)
    assert editor.model.template != before
    press(editor, Qt.Key.Key_Escape)
    assert editor.model.template == before
    assert not editor.model.can_undo


def test_handle_resizes_and_keeps_the_other_edge(editor):
    click(editor, middle(editor, 1))
    x, y, w, h = place(editor, 1)
    drag(editor, at(editor, x + w, y + h), (-10, 4))
    assert place(editor, 1) == pytest.approx((x, y, w - 10, h + 4), abs=0.3)
    drag(editor, at(editor, x, y + 5), (3, 0))
    assert place(editor, 1)[0] == pytest.approx(x + 3, abs=0.3)


def test_box_cannot_be_turned_inside_out(editor):
    click(editor, middle(editor, 1))
    x, y, w, h = place(editor, 1)
    drag(editor, at(editor, x, y + h / 2), (w + 10, 0))
    assert place(editor, 1)[2] == 1


def test_code_stays_square(editor):
    click(editor, middle(editor, 2))
    x, y, w, h = place(editor, 2)
    drag(editor, at(editor, x, y), (-4, -1))
    found = place(editor, 2)
    assert found[2] == found[3] == pytest.approx(w + 4, abs=0.3)
    assert found[0] + found[2] == pytest.approx(x + w)
    assert found[1] + found[3] == pytest.approx(y + h)


def test_line_has_handles_at_its_ends_alone(open_editor):
    editor = open_editor(LineElement(x=10, w=30, y=20, h=0))
    click(editor, at(editor, 25, 20))
    assert editor.model.selection == (0,)
    drag(editor, at(editor, 40, 20), (10, 3))
    assert place(editor, 0) == pytest.approx((10, 20, 40, 0), abs=0.3)


def test_rubber_band_selects_what_it_touches(editor):
    drag(editor, at(editor, 2, 2), (30, 30))
    assert editor.model.selection == (0, 1)


def test_arrow_keys_move_by_a_tenth_and_with_shift_by_one(editor):
    editor.model.select([1])
    x, y, w, h = place(editor, 1)
    press(editor, Qt.Key.Key_Right, times=3)
    press(editor, Qt.Key.Key_Up, SHIFT)
    assert place(editor, 1) == pytest.approx((x + 0.3, y - 1, w, h))
    editor.model.undo()
    assert place(editor, 1) == (x, y, w, h)


def test_arrow_keys_with_control_resize(editor):
    editor.model.select([1])
    x, y, w, h = place(editor, 1)
    press(editor, Qt.Key.Key_Left, CONTROL, times=2)
    press(editor, Qt.Key.Key_Down, CONTROL | SHIFT)
    assert place(editor, 1) == pytest.approx((x, y, w - 0.2, h + 1))


def test_tab_goes_through_the_elements_and_on(editor, qtbot):
    editor.activateWindow()
    editor.canvas.setFocus()
    seen = []
    for _ in range(3):
        press(editor, Qt.Key.Key_Tab)
        seen.append(editor.model.selection)
    assert seen == [(0,), (1,), (2,)]
    press(editor, Qt.Key.Key_Tab, SHIFT)
    assert editor.model.selection == (1,)
    press(editor, Qt.Key.Key_Tab, times=2)
    assert not editor.canvas.hasFocus()


def test_keys_remove_copy_and_select_all(editor):
    editor.model.select([0])
    editor.canvas.setFocus()
    press(editor, Qt.Key.Key_D, CONTROL)
    assert editor.model.selection == (3,)
    press(editor, Qt.Key.Key_A, CONTROL)
    assert editor.model.selection == (0, 1, 2, 3)
    press(editor, Qt.Key.Key_Delete)
    assert editor.model.elements == ()
    press(editor, Qt.Key.Key_Z, CONTROL)
    assert len(editor.model.elements) == 4
    press(editor, Qt.Key.Key_Y, CONTROL)
    assert editor.model.elements == ()


def test_cut_elements_are_pasted_on_the_other_side(editor):
    editor.model.select([0, 1])
    editor.canvas.setFocus()
    press(editor, Qt.Key.Key_X, CONTROL)
    editor.side_buttons[Side.BACK].click()
    editor.canvas.setFocus()
    press(editor, Qt.Key.Key_V, CONTROL)
    assert editor.model.elements == (OFFICERS, NAME, LABEL)
    assert editor.model.selection == (1, 2)
    assert editor.model.template.sides[Side.FRONT] == (CODE,)


def test_double_click_enters_a_list_and_escape_leaves_it(editor):
    editor.side_buttons[Side.BACK].click()
    assert editor.level_button.isHidden()
    QTest.mouseDClick(editor.canvas.viewport(), Qt.MouseButton.LeftButton, pos=middle(editor, 0))
    assert editor.model.level == Level(Side.BACK, 0)
    assert not editor.level_button.isHidden()
    press(editor, Qt.Key.Key_Escape)
    assert editor.model.level == Level(Side.BACK)
    assert editor.model.selection == (0,)


def test_cell_is_edited_where_it_lies_on_the_card(editor):
    editor.model.show_side(Side.BACK)
    editor.model.enter(0)
    assert place(editor, 0) == (5, 10, 20, 6)
    drag(editor, middle(editor, 0), (7, 0))
    (inner,) = editor.model.elements
    assert inner.x == pytest.approx(7, abs=0.3)
    assert editor.model.template.sides[Side.BACK][0].elements == (inner,)


def test_click_beside_the_cell_goes_back_to_the_card(editor):
    editor.model.show_side(Side.BACK)
    editor.model.enter(0)
    click(editor, at(editor, 40, 50))
    assert editor.model.level == Level(Side.BACK)


def test_what_does_not_print_on_this_card_is_out_of_the_way_until_asked_for(open_editor, qtbot):
    hidden = TextElement(text="没有热线", size=9, unless=("holder",), x=5, right=30, y=6, h=10)
    editor = open_editor(NAME, hidden)
    click(editor, middle(editor, 1))
    assert editor.model.selection == (0,)
    editor.model.select([])
    editor.absent.click()
    click(editor, middle(editor, 1))
    assert editor.model.selection == (0,)  # what prints comes first
    click(editor, middle(editor, 1), Qt.KeyboardModifier.AltModifier)
    assert editor.model.selection == (1,)
    settled(editor, qtbot)


def test_enter_goes_to_the_words_and_escape_back(editor, qtbot):
    editor.activateWindow()
    editor.model.select([1])
    editor.canvas.setFocus()
    press(editor, Qt.Key.Key_Return)
    text = editor.panel.form.editor("text").text
    qtbot.waitUntil(text.hasFocus)
    QTest.keyClick(text, Qt.Key.Key_Escape)
    assert editor.canvas.hasFocus()


def test_size_in_view_can_be_another(editor):
    editor.size_choice.setCurrentIndex(1)
    assert editor.model.size.width == 85.6
    assert editor.canvas.sceneRect().contains(85.6, 53.98)
