import time

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid
from support.photos import encoded, picture
from support.window import opened

from linli.gui.forms import Form
from linli.gui.inputs import LineInput
from linli.gui.photo_crop import PORTRAIT, CropDialog
from linli.gui.photo_input import PhotoInput


@pytest.fixture
def photo(desk, qtbot):
    photo = PhotoInput(desk, QSize(60, 80), PORTRAIT)
    qtbot.addWidget(photo)
    photo.show()
    yield photo
    for dialog in photo.findChildren(CropDialog):
        if isValid(dialog):
            dialog.reject()


@pytest.fixture
def choose(photo, ask, tmp_path):
    """Choose a file of that content."""

    def choose(content, name="照片.png"):
        path = tmp_path / name
        path.write_bytes(content)
        ask.expect("open_file", path)
        photo.choose_button.click()

    return choose


def cropping(qtbot):
    qtbot.waitUntil(lambda: len(_open_dialogs()) == 1, timeout=5000)
    return opened(CropDialog)


def _open_dialogs():
    return [d for d in QApplication.topLevelWidgets() if isinstance(d, CropDialog)]


def refused(ask, qtbot):
    ask.expect("warn")
    qtbot.waitUntil(lambda: not ask.waiting, timeout=5000)
    return ask.last


def kept(photo, services):
    return QImage.fromData(services.settings.photo(photo.value()))


def test_no_picture_is_said(photo):
    assert photo.value() is None
    assert photo.preview.text() == "无照片"
    assert not photo.clear_button.isEnabled()
    assert not photo.crop_button.isEnabled()


def test_file_is_cropped_kept_and_shown(photo, choose, services, qtbot):
    choose(encoded(picture(400, 400)))
    dialog = cropping(qtbot)
    with qtbot.waitSignal(photo.edited):
        dialog.use_button.click()
    assert kept(photo, services).size() == QSize(300, 400)
    assert not photo.preview.pixmap().isNull()


def test_cancelled_crop_keeps_nothing(photo, choose, qtbot):
    choose(encoded(picture(400, 400)))
    dialog = cropping(qtbot)
    with qtbot.assertNotEmitted(photo.edited):
        dialog.reject()
    assert photo.value() is None


def test_crop_is_done_again_from_the_whole_picture(photo, choose, services, qtbot):
    choose(encoded(picture(400, 400)))
    first = cropping(qtbot)
    first.view.scale(0.5)
    first.use_button.click()
    qtbot.waitUntil(lambda: not _open_dialogs())
    photo.crop_button.click()
    again = cropping(qtbot)
    assert again.view.crop().rect.size() == QSize(150, 200)
    again.view.fill()
    again.use_button.click()
    assert kept(photo, services).size() == QSize(300, 400)


def test_kept_picture_of_another_day_is_cropped_further(photo, services, qtbot):
    photo.set_value(services.settings.add_photo(encoded(picture(300, 400), "JPEG")))
    photo.crop_button.click()
    dialog = cropping(qtbot)
    dialog.view.scale(0.5)
    dialog.use_button.click()
    assert kept(photo, services).size() == QSize(150, 200)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "空的"),
        (b"text", "不是照片"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "WEBP"),
        (b"%PDF-1.7", "PDF"),
        (encoded(picture(400, 400), "JPEG")[:-40], "不完整或已损坏"),
        (encoded(picture(400, 400))[:-40], "不完整或已损坏"),
    ],
    ids=["empty", "text", "heic", "webp", "pdf", "half a JPEG", "half a PNG"],
)
def test_bad_file_is_refused_with_its_reason(photo, choose, ask, qtbot, content, said):
    choose(content)
    assert said in refused(ask, qtbot)
    assert photo.value() is None


def test_file_that_cannot_be_read_is_said(photo, ask, tmp_path, qtbot):
    ask.expect("open_file", tmp_path / "missing.png")
    photo.choose_button.click()
    assert "missing.png" in refused(ask, qtbot)


def test_cancelled_choice_changes_nothing(photo, ask, qtbot):
    ask.expect("open_file", None)
    with qtbot.assertNotEmitted(photo.edited):
        photo.choose_button.click()


def test_picture_of_fifty_megapixels_leaves_the_window_free(photo, choose, services, qtbot):
    content = encoded(picture(8660, 5774), "JPEG")
    longest = 0.0
    last = time.monotonic()
    choose(content)
    while not _open_dialogs():
        qtbot.wait(5)
        now = time.monotonic()
        longest, last = max(longest, now - last), now
        assert len(_open_dialogs()) <= 1
    assert longest < 0.5
    cropping(qtbot).use_button.click()
    assert max(kept(photo, services).size().toTuple()) <= 1200


def test_sideways_photo_stands_upright_before_it_is_cropped(photo, choose, qtbot):
    choose(_sideways(), "手机.jpg")
    dialog = cropping(qtbot)
    crop = dialog.view.crop()
    assert crop.picture.size() == QSize(300, 400)
    assert crop.picture.pixelColor(150, 40).red() > 150  # the red edge was on the left
    assert crop.picture.pixelColor(150, 360).red() < 100


def test_picture_is_pasted(photo, services, qtbot):
    QGuiApplication.clipboard().setImage(picture(300, 400))
    qtbot.keyClick(photo.choose_button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    cropping(qtbot).use_button.click()
    assert kept(photo, services).size() == QSize(300, 400)


def test_copied_file_is_pasted(photo, tmp_path, qtbot):
    path = tmp_path / "照片.png"
    path.write_bytes(encoded(picture(30, 40)))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    QGuiApplication.clipboard().setMimeData(data)
    photo.paste_button.click()
    assert cropping(qtbot).view.crop().picture.size() == QSize(30, 40)


def test_file_is_dropped(photo, tmp_path, qtbot):
    path = tmp_path / "照片.png"
    path.write_bytes(encoded(picture(30, 40)))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    photo.dropEvent(event)
    assert cropping(qtbot).view.crop().picture.size() == QSize(30, 40)


def test_clipboard_without_a_picture_is_said(photo, ask):
    QGuiApplication.clipboard().setText("文字")
    ask.expect("warn")
    photo.paste_button.click()
    assert "剪贴板里没有图片" in ask.last


def test_picture_is_taken_off(photo, services, qtbot):
    photo.set_value(services.settings.add_photo(encoded(picture(30, 40))))
    with qtbot.waitSignal(photo.edited):
        photo.clear_button.click()
    assert photo.value() is None


def test_transparent_emblem_stays_transparent(desk, services, qtbot):
    emblem = PhotoInput(desk, QSize(72, 72), None)
    qtbot.addWidget(emblem)
    image = QImage(50, 40, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    emblem.take(image)
    cropping(qtbot).use_button.click()
    content = services.settings.photo(emblem.value())
    assert QImage.fromData(content).size() == QSize(50, 40)
    assert QImage.fromData(content).pixelColor(10, 10).alpha() == 0


def _sideways():
    """A photo of a camera held upright: red on the left, and EXIF says to turn it right."""
    from io import BytesIO

    from PIL import Image

    image = Image.new("RGB", (400, 300), "navy")
    image.paste("red", (0, 0, 80, 300))
    exif = Image.Exif()
    exif[0x0112] = 6
    target = BytesIO()
    image.save(target, "JPEG", exif=exif)
    return target.getvalue()


def test_letter_of_the_label_reaches_the_first_button(desk, theme, qtbot):
    form = Form(theme)
    qtbot.addWidget(form)
    form.add("name", "姓名(&N)", LineInput())
    photo = PhotoInput(desk, QSize(60, 80), PORTRAIT)
    form.add("photo", "照片(&H)", photo)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow, timeout=2000)
    form.focus_first()
    qtbot.keyClick(form, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(photo.choose_button.hasFocus, timeout=1000)
