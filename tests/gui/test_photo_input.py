import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QGuiApplication, QImage

from linli.errors import UserError
from linli.gui.photo_input import PhotoInput


@pytest.fixture
def kept():
    return {}


@pytest.fixture
def photo(ask, kept, qtbot):
    def keep(content):
        if QImage.fromData(content).isNull():
            raise UserError("这不是图片。")
        kept["digest"] = content
        return "digest"

    photo = PhotoInput(ask, keep, kept.get, QSize(60, 80))
    qtbot.addWidget(photo)
    return photo


def png():
    image = QImage(30, 40, QImage.Format.Format_RGB32)
    image.fill("red")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def test_no_picture_is_said(photo):
    assert photo.value() is None
    assert photo.preview.text() == "无照片"
    assert not photo.clear_button.isEnabled()


def test_file_is_kept_and_shown(photo, ask, tmp_path, qtbot):
    path = tmp_path / "照片.png"
    path.write_bytes(png())
    ask.expect("open_file", path)
    with qtbot.waitSignal(photo.edited):
        photo.choose_button.click()
    assert photo.value() == "digest"
    assert not photo.preview.pixmap().isNull()


def test_file_that_is_no_picture_is_refused(photo, ask, tmp_path, qtbot):
    path = tmp_path / "照片.png"
    path.write_text("text")
    ask.expect("open_file", path)
    ask.expect("warn")
    with qtbot.assertNotEmitted(photo.edited):
        photo.choose_button.click()
    assert ask.last == "这不是图片。"
    assert photo.value() is None


def test_file_that_cannot_be_read_is_said(photo, ask, tmp_path):
    ask.expect("open_file", tmp_path / "missing.png")
    ask.expect("warn")
    photo.choose_button.click()
    assert "missing.png" in ask.last


def test_cancelled_choice_changes_nothing(photo, ask, qtbot):
    ask.expect("open_file", None)
    with qtbot.assertNotEmitted(photo.edited):
        photo.choose_button.click()


def test_picture_is_pasted(photo, qtbot):
    QGuiApplication.clipboard().setImage(QImage.fromData(png()))
    with qtbot.waitSignal(photo.edited):
        photo.paste_button.click()
    assert photo.value() == "digest"


def test_clipboard_without_a_picture_is_said(photo, ask):
    QGuiApplication.clipboard().setText("文字")
    ask.expect("warn")
    photo.paste_button.click()
    assert "剪贴板里没有图片" in ask.last


def test_picture_is_taken_off(photo, kept, qtbot):
    kept["digest"] = png()
    photo.set_value("digest")
    with qtbot.waitSignal(photo.edited):
        photo.clear_button.click()
    assert photo.value() is None
