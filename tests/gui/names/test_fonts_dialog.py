"""Fonts and drawn characters in one list."""

import pytest
from support.people import make_draft
from support.tiny_font import write_font
from support.window import opened

from linli.domain.faces import FontStyle
from linli.gui.names.drawing import DrawingDialog
from linli.gui.names.fonts_dialog import open_fonts

UNKNOWN = "\ue5e5"
STROKES = (((0.1, 0.2), (0.9, 0.2)),)
FACES = len(FontStyle)  # rows of the faces, before what was added or drawn


@pytest.fixture
def show(desk, window, qtbot):
    dialogs = []

    def make():
        dialog = open_fonts(desk, window)
        dialogs.append(dialog)
        qtbot.waitExposed(dialog)
        return dialog

    yield make
    for dialog in dialogs:
        dialog.close()


def settled(desk, qtbot):
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=10_000)


def column(dialog, number):
    return [dialog.table.item(row, number).text() for row in range(dialog.table.rowCount())]


def test_every_face_of_type_is_listed_and_cannot_be_removed(show):
    dialog = show()
    assert column(dialog, 0) == ["黑体", "宋体", "楷体", "仿宋", "小标宋"]
    assert all(column(dialog, 2))
    assert not dialog.remove_button.isEnabled()
    assert not dialog.draw_button.isEnabled()


def test_a_font_is_added_and_removed_again(show, ask, qtbot, tmp_path, desk, services):
    dialog = show()
    ask.expect("open_file", write_font(tmp_path, "生僻字.ttf", "张"))
    dialog.add_font_button.click()
    settled(desk, qtbot)
    assert column(dialog, 2)[FACES] == "生僻字.ttf"
    dialog.table.selectRow(FACES)
    ask.expect("confirm", False)
    dialog.remove_button.click()
    ask.expect("confirm", True)
    dialog.remove_button.click()
    settled(desk, qtbot)
    assert services.fonts.list_added() == ()
    assert dialog.table.rowCount() == FACES


def test_a_drawn_character_in_use_is_drawn_anew_but_not_removed(show, ask, qtbot, desk, services):
    person, _ = services.residents.add(make_draft(f"刘{UNKNOWN}"))
    services.names.keep_glyph(person, UNKNOWN, STROKES)
    dialog = show()
    dialog.table.selectRow(FACES)
    assert "刘" in column(dialog, 3)[FACES]
    ask.expect("warn")
    dialog.remove_button.click()
    settled(desk, qtbot)
    assert "还在用" in ask.last
    dialog.draw_button.click()
    drawing = opened(DrawingDialog)
    assert drawing.canvas.strokes == STROKES
    drawing.width_slider.setValue(10)
    drawing.accept()
    (kept,) = services.names.glyphs()
    assert (kept.glyph.width, kept.resident_id) == (0.1, person)


def test_a_drawn_character_that_nobody_uses_is_removed(show, qtbot, desk, services):
    services.names.keep_glyph(None, UNKNOWN, STROKES)
    dialog = show()
    dialog.table.selectRow(FACES)
    dialog.remove_button.click()
    settled(desk, qtbot)
    assert services.names.glyphs() == ()
    assert dialog.table.rowCount() == FACES
