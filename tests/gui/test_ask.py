from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from linli.gui import ask as ask_module
from linli.gui.ask import Ask, SaveChoice
from linli.gui.file_dialog import FileDialog


@pytest.fixture
def press(qapp, monkeypatch):
    """Press the button with these words instead of waiting; returns the boxes that were shown."""
    boxes = []

    def arrange(words):
        def pressed(box):
            boxes.append(box)
            return next((b for b in box.buttons() if b.text() == words), box.escapeButton())

        monkeypatch.setattr(ask_module, "run_box", pressed)
        return boxes

    yield arrange
    for box in boxes:
        box.deleteLater()


@pytest.mark.parametrize(("words", "answer"), [("删除", True), ("取消", False), ("", False)])
def test_confirm_is_yes_only_for_its_verb(press, words, answer):
    press(words)
    assert Ask().confirm(None, "要删除吗？", accept="删除") is answer


@pytest.mark.parametrize(
    ("words", "answer"),
    [("保存(&S)", SaveChoice.SAVE), ("不保存(&N)", SaveChoice.DISCARD), ("取消", SaveChoice.STAY)],
)
def test_unsaved_changes_can_be_saved_dropped_or_kept_open(press, words, answer):
    press(words)
    assert Ask().save_changes(None) is answer


def test_long_words_on_a_button_are_not_cut_in_large_type(press, theme):
    theme.set_zoom(200)
    words = "换一个新的恢复码并打印出来锁好"
    boxes = press("取消")
    Ask().choose(None, "恢复码还没有确认。", [words, "好"])
    (button,) = [each for each in boxes[0].buttons() if each.text() == words]
    assert button.minimumWidth() > button.fontMetrics().horizontalAdvance(words)


def test_choose_returns_the_place_of_the_option(press):
    press("合并")
    assert Ask().choose(None, "怎么办？", ["跳过", "合并"]) == 1


def test_texts_from_data_are_shown_as_they_are(press):
    boxes = press("知道了")
    Ask().tell(None, "<b>张三</b>", "<i>细节</i>")
    (box,) = boxes
    assert box.text() == "<b>张三</b>"
    labels = [label for label in box.findChildren(QLabel) if "<" in label.text()]
    assert len(labels) == 2
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_warning_has_one_button(press):
    boxes = press("知道了")
    Ask().warn(None, "磁盘满了。")
    assert [button.text() for button in boxes[0].buttons()] == ["知道了"]


@pytest.fixture
def choose(qapp, monkeypatch):
    """Choose these files instead of waiting; returns the dialogs that were shown."""
    shown = []

    def arrange(*names):
        def chosen(dialog):
            shown.append(dialog)
            return list(names)

        monkeypatch.setattr(ask_module, "run_file_dialog", chosen)
        return shown

    yield arrange
    for dialog in shown:
        dialog.deleteLater()


def test_next_file_is_looked_for_where_the_last_one_was(choose, tmp_path):
    shown = choose(str(tmp_path / "名册.xlsx"))
    ask = Ask()
    assert ask.save_file(None, "保存", "名册.xlsx", "*.xlsx") == tmp_path / "名册.xlsx"
    ask.open_file(None, "打开", "*.pdf")
    assert Path(shown[1].directory().absolutePath()) == tmp_path


def test_name_to_save_under_is_suggested_with_its_suffix(choose):
    shown = choose()
    Ask().save_file(None, "保存", "卡.pdf", "*.pdf")
    assert shown[0].acceptMode() == FileDialog.AcceptMode.AcceptSave
    assert shown[0].defaultSuffix() == "pdf"
    assert [Path(name).name for name in shown[0].selectedFiles()] == ["卡.pdf"]


def test_cancelled_file_choice_is_none(choose):
    choose()
    ask = Ask()
    assert ask.save_file(None, "保存", "a.pdf", "*.pdf") is None
    assert ask.open_file(None, "打开", "*.xlsx") is None
    assert ask.open_files(None, "打开", "*.xlsx") == []


def test_files_to_open_come_as_paths(choose):
    shown = choose("/a/1.xlsx", "/a/2.xlsx")
    assert Ask().open_files(None, "打开", "*.xlsx") == [Path("/a/1.xlsx"), Path("/a/2.xlsx")]
    assert shown[0].fileMode() == FileDialog.FileMode.ExistingFiles
