import json

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.window import settle

from linli.domain.cards import CardSource
from linli.domain.paper import A4, BUSINESS, PaperSetup, single_sheet
from linli.domain.templates.shipped import load_templates
from linli.gui.editor.card_form import SIDE_MM
from linli.gui.editor.editor import TemplateEditor
from linli.gui.editor.templates_dialog import (
    NewTemplateForm,
    TemplatesDialog,
    open_templates,
)
from linli.storage import templates as stored_templates
from linli.storage.templates import StoredTemplate


@pytest.fixture
def dialog(desk, window, qtbot):
    open_templates(desk, window)
    (dialog,) = window.findChildren(TemplatesDialog)
    settled(dialog, qtbot)
    yield dialog
    for editor in editors():
        shiboken6.delete(editor)
    if shiboken6.isValid(dialog):
        shiboken6.delete(dialog)


def settled(dialog, qtbot):
    qtbot.waitUntil(lambda: not dialog.desk.jobs.busy, timeout=15_000)


def editors():
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, TemplateEditor)]


def editor_of(title, qtbot):
    (editor,) = editors()
    assert editor.model.template.kind.title == title
    qtbot.waitUntil(lambda: editor.live.settled and not editor._desk.jobs.busy, timeout=15_000)
    return editor


def titles(dialog):
    return [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]


def press(button, dialog, qtbot):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settled(dialog, qtbot)


def copy(dialog, ask, qtbot, title="我的卡"):
    ask.expect("text", title)
    press(dialog.copy_button, dialog, qtbot)
    editor = editor_of(title, qtbot)
    editor.reject()
    qtbot.waitUntil(lambda: not editors())
    dialog.select(next(line.id for line in dialog._lines if line.title == title))
    settled(dialog, qtbot)


def test_all_shipped_templates_are_listed_with_a_picture(dialog):
    assert titles(dialog) == [template.kind.title for template in load_templates()]
    assert dialog.preview.page_count == 2
    assert not dialog.remove_button.isEnabled()
    assert not dialog.rename_button.isEnabled()


def test_copy_is_opened_at_once_and_listed(dialog, ask, qtbot):
    ask.expect("text", "我的卡")
    press(dialog.copy_button, dialog, qtbot)
    editor_of("我的卡", qtbot)
    assert titles(dialog)[-1] == "我的卡"
    assert dialog.selected.title == "我的卡"


def test_shipped_template_is_copied_before_it_is_edited(dialog, ask, qtbot):
    ask.expect("confirm", True)
    ask.expect("text", "我的卡")
    press(dialog.edit_button, dialog, qtbot)
    editor_of("我的卡", qtbot)


def test_refusing_to_copy_opens_nothing(dialog, ask, qtbot):
    ask.expect("confirm", False)
    press(dialog.edit_button, dialog, qtbot)
    ask.expect("text", None)
    press(dialog.copy_button, dialog, qtbot)
    assert editors() == []


def test_title_that_is_taken_is_told(dialog, ask, qtbot):
    ask.expect("text", "居民联系卡")
    ask.expect("warn")
    press(dialog.copy_button, dialog, qtbot)
    assert "已经有" in ask.last
    assert editors() == []


def test_enter_on_an_own_template_edits_it(dialog, ask, qtbot):
    copy(dialog, ask, qtbot)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    editor_of("我的卡", qtbot)


def test_double_click_opens_one_editor(dialog, ask, qtbot):
    copy(dialog, ask, qtbot)
    place = dialog.table.visualItemRect(dialog.table.currentItem()).center()
    view = dialog.table.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=place)
    editor_of("我的卡", qtbot)


def test_saved_work_shows_in_the_list(dialog, ask, qtbot):
    copy(dialog, ask, qtbot)
    press(dialog.edit_button, dialog, qtbot)
    editor = editor_of("我的卡", qtbot)
    editor.panel.form.editor("title").setText("改过的卡")
    editor.panel.form.editor("two_sided").click()
    qtbot.waitUntil(lambda: editor.live.settled and not editor._desk.jobs.busy)
    assert editor.save()
    settled(dialog, qtbot)
    assert dialog.selected.title == "改过的卡"
    assert dialog.table.item(dialog.table.currentRow(), 3).text() == "单面"
    assert dialog.preview.page_count == 1


def test_renaming(dialog, ask, qtbot):
    copy(dialog, ask, qtbot)
    ask.expect("text", "另一个名称")
    press(dialog.rename_button, dialog, qtbot)
    assert titles(dialog)[-1] == "另一个名称"


def test_export_and_import_bring_a_template_back(dialog, ask, qtbot, tmp_path):
    copy(dialog, ask, qtbot)
    path = tmp_path / "模板.json"
    ask.expect("save_file", path)
    ask.expect("tell")
    press(dialog.export_button, dialog, qtbot)
    ask.expect("confirm", True)
    press(dialog.remove_button, dialog, qtbot)
    assert "我的卡" not in titles(dialog)
    ask.expect("open_file", path)
    press(dialog.import_button, dialog, qtbot)
    assert dialog.selected.title == "我的卡"
    assert json.loads(path.read_text("utf-8"))["format"] == "linli-card-template"


def test_file_that_is_no_template_is_told(dialog, ask, qtbot, tmp_path):
    path = tmp_path / "别的.json"
    path.write_text("{}")
    ask.expect("open_file", path)
    ask.expect("warn")
    press(dialog.import_button, dialog, qtbot)
    assert "不是卡片模板" in ask.last
    assert len(titles(dialog)) == len(load_templates())


def test_removing_says_how_many_cards_are_out(dialog, ask, qtbot, services, monkeypatch):
    copy(dialog, ask, qtbot)
    cast = settle(services)
    batch = services.cards.prepare([cast.head], dialog.selected.id)
    services.cards.issue(batch, PaperSetup(sheet=single_sheet(BUSINESS)))
    details = []
    monkeypatch.setattr(ask, "confirm", lambda *_, detail, **__: details.append(detail))
    press(dialog.remove_button, dialog, qtbot)
    assert "还有 1 张在用" in details[0]
    assert titles(dialog)[-1] == "我的卡"


def test_broken_template_is_listed_last_with_the_reason(dialog, desk, services, qtbot, ask):
    with services.context.writing("试") as work:
        kept = StoredTemplate(id="own-7", title="坏的", content="{")
        stored_templates.save_template(work.connection, kept)
    desk.bus.publish(work.changes)
    dialog.select("own-7")
    settled(dialog, qtbot)
    assert "不是有效的 JSON" in dialog.summary.text()
    assert not dialog.edit_button.isEnabled()
    assert not dialog.copy_button.isEnabled()
    assert dialog.preview.page_count == 0
    ask.expect("confirm", True)
    press(dialog.remove_button, dialog, qtbot)
    assert titles(dialog) == [template.kind.title for template in load_templates()]


def test_new_template_of_any_size_is_opened(dialog, qtbot):
    press(dialog.new_button, dialog, qtbot)
    (form,) = dialog.findChildren(NewTemplateForm)
    form.form.editor("title").setText("桌签")
    form.form.editor("source").set_value(CardSource.STAFF)
    assert form.form.field("width").isHidden()
    form.form.editor("size").set_value(None)
    assert not form.form.field("width").isHidden()
    form.form.editor("width").setValue(200)
    form.form.editor("height").setValue(66.5)
    form.form.editor("two_sided").setChecked(False)
    form.accept()
    editor = editor_of("桌签", qtbot)
    kind = editor.model.template.kind
    assert (kind.source, kind.two_sided) == (CardSource.STAFF, False)
    assert (kind.sizes[0].width, kind.sizes[0].height) == (200, 66.5)


def test_new_template_without_a_name_is_refused_beside_the_field(dialog, qtbot):
    press(dialog.new_button, dialog, qtbot)
    (form,) = dialog.findChildren(NewTemplateForm)
    form.form.editor("size").set_value(A4)
    form.accept()
    assert "没有填写名称" in form.form.field("title").error
    form.form.modified = False
    form.reject()


def test_sides_that_can_be_typed_can_be_saved():
    from linli.domain.templates.limits import SMALLEST_CARD

    assert SIDE_MM.low >= SMALLEST_CARD
    assert SIDE_MM.high < 1000


def test_closing_frees_the_dialog(dialog, assert_freed):
    dialog.reject()
    assert_freed(dialog)
