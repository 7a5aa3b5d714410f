import pytest
from PySide6.QtCore import Qt
from support.mnemonics import letters, taken_twice
from support.window import opened

from linli.gui.paper.sheet_form import SheetForm
from linli.gui.paper.sheets import SheetsDialog, open_sheets
from linli.gui.print_dialog import PrintDialog


@pytest.fixture
def dialog(desk, window):
    open_sheets(desk, window)
    return opened(SheetsDialog)


def choose(dialog, title):
    (row,) = [
        row for row in range(dialog.table.rowCount()) if dialog.table.item(row, 0).text() == title
    ]
    dialog.table.selectRow(row)


def fill(form, **texts):
    for name, text in texts.items():
        form.form.editor(name).setText(text)


def test_shipped_sheets_are_shown_and_can_be_copied_but_not_changed(dialog):
    choose(dialog, "A4 标签 3×8（70×37 毫米）")
    assert dialog.picture.sheet.slots == 24
    assert not dialog.edit_button.isEnabled()
    assert not dialog.remove_button.isEnabled()
    assert dialog.copy_button.isEnabled()
    assert not taken_twice(dialog)
    assert letters(dialog)


def test_new_sheet_is_described_with_a_ruler_and_then_chosen(dialog, services, qtbot):
    qtbot.mouseClick(dialog.new_button, Qt.MouseButton.LeftButton)
    form = opened(SheetForm)
    fill(
        form,
        title="小卖部的标签",
        columns="３",
        rows="8",
        left="2",
        top="5,5",
        card_width="66 毫米",
        card_height="35",
        pitch_x="68",
        pitch_y="",
    )
    assert form.picture.sheet.slots == 24
    assert form.figures.text() == "一张纸 24 格"
    assert not taken_twice(form)
    form.accept()
    (sheet,) = services.paper.own_sheets()
    assert (sheet.id, sheet.title, sheet.columns, sheet.top) == ("own-1", "小卖部的标签", 3, 5.5)
    assert (sheet.pitch_x, sheet.pitch_y, sheet.crop_marks) == (68, 35, False)
    assert dialog.picture.sheet == sheet
    assert dialog.edit_button.isEnabled()


def test_what_does_not_go_together_is_said_while_typing(dialog):
    dialog.new_button.click()
    form = opened(SheetForm)
    fill(form, left="50")
    assert "超出纸" in form.form.field("paper").error
    fill(form, left="4", pitch_x="60")
    assert form.form.field("paper").error == ""
    assert "叠在一起" in form.form.field("pitch_x").error
    fill(form, pitch_x="101.6")
    assert not any(form.form.field(n).error for n in ("paper", "pitch_x", "left", "title"))
    form.form.modified = False
    form.reject()


def test_own_paper_size_asks_for_width_and_height(dialog, services):
    dialog.new_button.click()
    form = opened(SheetForm)
    assert form.form.field("width").isHidden()
    form.form.editor("paper").set_value(None)
    assert not form.form.field("width").isHidden()
    fill(form, title="小张", width="150", height="", columns="1", rows="1", left="5", top="5")
    form.accept()
    assert "用尺子量" in form.form.field("height").error
    fill(form, height="100")
    assert form.picture.sheet.width == 150
    form.accept()
    assert services.paper.own_sheets()[0].height == 100


def test_missing_title_is_said_when_it_is_saved(dialog, services):
    dialog.new_button.click()
    form = opened(SheetForm)
    form.accept()
    assert "没有填写名称" in form.form.field("title").error
    fill(form, title="A4 标签 3×8（70×37 毫米）")
    form.accept()
    assert "已经有一种纸叫" in form.form.field("title").error
    assert services.paper.own_sheets() == []
    form.form.modified = False
    form.reject()


@pytest.mark.parametrize("columns", ["0", "100000", "二"])
def test_senseless_count_is_refused_without_a_picture(dialog, columns):
    dialog.new_button.click()
    form = opened(SheetForm)
    fill(form, title="试", columns=columns)
    assert form.picture.sheet is None
    form.accept()
    assert form.form.field("columns").error
    form.form.modified = False
    form.reject()


def test_copy_is_changed_and_removed_again(dialog, services, ask, qtbot):
    choose(dialog, "A4 纸 2×5，名片大小，带裁切线")
    dialog.copy_button.click()
    form = opened(SheetForm)
    assert form.form.value("title") == "A4 纸 2×5，名片大小，带裁切线（自己的）"
    form.accept()
    dialog.edit_button.click()
    form = opened(SheetForm)
    assert form.form.value("crop_marks") is True
    fill(form, title="名片纸")
    form.accept()
    assert [sheet.title for sheet in services.paper.own_sheets()] == ["名片纸"]
    ask.expect("confirm", False)
    dialog.remove_button.click()
    assert len(services.paper.own_sheets()) == 1
    ask.expect("confirm", True)
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: services.paper.own_sheets() == [], timeout=3000)
    qtbot.waitUntil(lambda: not dialog.edit_button.isEnabled(), timeout=3000)


def test_blank_test_sheet_is_shown_before_it_is_printed(dialog, settled):
    choose(dialog, "A4 标签 3×8（70×37 毫米）")
    dialog.blank_button.click()
    settled()
    shown = opened(PrintDialog)
    assert shown.preview.view.page_count == 1
    shown.close()


def test_dialog_goes_when_it_is_closed(dialog, assert_freed):
    dialog.close()
    assert_freed(dialog)
