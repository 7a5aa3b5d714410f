"""A picture in a form: from a file or the clipboard, cropped and kept as soon as it is chosen."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPixmap,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from linli.errors import UserError
from linli.gui.composite import Composite
from linli.gui.desk import Desk
from linli.gui.flow import FlowLayout
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.photo_crop import Crop, crop_photo
from linli.gui.photo_file import PHOTO_FILES, open_photo, photo_bytes, read_file, working_copy
from linli.progress import Progress


class PhotoInput(Composite):
    """Holds the digest of a kept picture, None if there is none.

    A file may be dropped on it, and Ctrl+V pastes. What is kept is what the frame holds; until
    the form is closed, the whole picture is there to be cropped once more.

    Signals:
        edited: another picture.
    """

    edited = Signal()

    def __init__(
        self, desk: Desk, size: QSize, ratio: float | None, parent: QWidget | None = None
    ) -> None:
        """Make the input.

        Args:
            desk: the working place.
            size: of the preview in pixels.
            ratio: width by height of what is cut out; None if any is right.
            parent: the owner.
        """
        super().__init__(parent)
        self._desk = desk
        self._ratio = ratio
        self._digest: str | None = None
        self._crop: Crop | None = None
        self.preview = QLabel(self)
        self.preview.setProperty("picture", True)  # noqa: FBT003 - Qt's own signature
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preview.setFixedSize(size)
        box = QWidget(self)
        self._buttons = FlowLayout(box)
        self.choose_button = self._button(tr("选择文件…"), "folder-open", self._on_choose)
        self.paste_button = self._button(tr("粘贴"), "clipboard", self._on_paste)
        self.crop_button = self._button(tr("重新裁剪…"), "maximize", self._on_crop)
        self.clear_button = self._button(tr("去掉"), "x", self._on_clear)
        self.setAcceptDrops(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(box, 1)
        self._show()

    @override
    def first_part(self) -> QWidget:
        return self.choose_button

    def value(self) -> str | None:
        """Return the digest of the picture."""
        return self._digest

    def set_value(self, value: str | None) -> None:
        """Show a kept picture."""
        self._digest = value
        self._crop = None
        self._show()

    def problem(self) -> str | None:
        """Whatever is kept is a picture."""
        return None

    def take_file(self, path: Path) -> None:
        """Open a picture for cropping, or say what is wrong with the file."""

        def work(progress: Progress) -> QImage:
            image = open_photo(read_file(path))
            progress.report(1, 1)  # the clerk may have stopped it meanwhile
            return image

        self._desk.jobs.run(work, owner=self, done=self.take, title=tr("正在打开照片…"))

    def take(self, image: QImage) -> None:
        """Let the clerk crop a picture that is upright and no larger than to be worked with."""
        dialog = crop_photo(image, self._ratio, self)
        dialog.cropped.connect(self._on_cropped)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._on_paste()
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasImage() or _file_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._take_data(event.mimeData())

    def _button(self, text: str, icon_name: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(icon(icon_name), text, self)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        self._buttons.addWidget(button)
        return button

    def _take_data(self, data: QMimeData) -> bool:
        """Take a picture or the file of one; False if there is neither."""
        path = _file_in(data)
        image = QImage(data.imageData()) if data.hasImage() else QImage()
        if path is not None:
            self.take_file(path)
        elif not image.isNull():
            self.take(working_copy(image))
        else:
            return False
        return True

    def _show(self) -> None:
        content = self._kept()
        picture = QPixmap()
        if content is None or not picture.loadFromData(content):
            self.preview.setPixmap(QPixmap())
            self.preview.setText(tr("无照片"))
        else:
            scaled = picture.scaled(
                self.preview.size() - QSize(4, 4),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self.preview.setPixmap(scaled)
        self.clear_button.setEnabled(self._digest is not None)
        self.crop_button.setEnabled(content is not None)

    def _kept(self) -> bytes | None:
        return self._desk.services.settings.photo(self._digest) if self._digest else None

    def _on_choose(self) -> None:
        kinds = tr("照片 ({patterns})").format(patterns=PHOTO_FILES)
        path = self._desk.ask.open_file(self, tr("选择照片"), kinds)
        if path is not None:
            self.take_file(path)

    def _on_paste(self) -> None:
        held: Any = QGuiApplication.clipboard().mimeData()  # None where nobody copied anything
        if held is None or not self._take_data(held):
            words = tr("剪贴板里没有图片，请先在别处复制一张。")
            self._desk.ask.warn(self, words)

    def _on_crop(self) -> None:
        crop, content = self._crop, self._kept()
        if crop is not None:
            dialog = crop_photo(crop.picture, self._ratio, self, crop.rect)
            dialog.cropped.connect(self._on_cropped)
        elif content is not None:
            self.take(working_copy(QImage.fromData(content)))

    def _on_cropped(self, crop: Crop) -> None:
        try:
            digest = self._desk.services.settings.add_photo(photo_bytes(crop.image()))
        except UserError as error:
            self._desk.ask.warn(self, error.message)
            return
        self.set_value(digest)
        self._crop = crop
        self.edited.emit()

    def _on_clear(self) -> None:
        self.set_value(None)
        self.edited.emit()


def _file_in(data: QMimeData) -> Path | None:
    """Return the one file that is dragged or was copied, None if it is none or several."""
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 else None
