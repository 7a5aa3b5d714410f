"""A picture in a form: from a file or the clipboard, kept as soon as it is chosen."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from linli.errors import UserError
from linli.gui.ask import Ask
from linli.gui.flow import FlowLayout
from linli.gui.i18n import tr
from linli.gui.icons import icon


class PhotoInput(QWidget):
    """Holds the digest of a kept picture, None if there is none.

    Signals:
        edited: another picture.
    """

    edited = Signal()

    def __init__(
        self,
        ask: Ask,
        keep: Callable[[bytes], str],
        read: Callable[[str], bytes | None],
        size: QSize,
        parent: QWidget | None = None,
    ) -> None:
        """Make the input.

        Args:
            ask: asks for the file.
            keep: stores a picture and returns its digest; raises `UserError` if it is none.
            read: returns the bytes of a digest.
            size: of the preview in pixels.
            parent: the owner.
        """
        super().__init__(parent)
        self._ask = ask
        self._keep = keep
        self._read = read
        self._digest: str | None = None
        self.preview = QLabel(self)
        self.preview.setProperty("picture", True)  # noqa: FBT003 - Qt's own signature
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preview.setFixedSize(size)
        self.choose_button = QPushButton(icon("folder-open"), tr("选择文件…"), self)
        self.paste_button = QPushButton(icon("clipboard"), tr("粘贴"), self)
        self.clear_button = QPushButton(icon("x"), tr("去掉"), self)
        self.choose_button.clicked.connect(self._on_choose)
        self.paste_button.clicked.connect(self._on_paste)
        self.clear_button.clicked.connect(self._on_clear)
        self.setFocusProxy(self.choose_button)
        box = QWidget(self)
        buttons = FlowLayout(box)
        for button in (self.choose_button, self.paste_button, self.clear_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(box, 1)
        self._show()

    def value(self) -> str | None:
        """Return the digest of the picture."""
        return self._digest

    def set_value(self, value: str | None) -> None:
        """Show a kept picture."""
        self._digest = value
        self._show()

    def problem(self) -> str | None:
        """Whatever is kept is a picture."""
        return None

    def take(self, content: bytes) -> None:
        """Keep a picture and show it, or say what is wrong with it."""
        try:
            self.set_value(self._keep(content))
        except UserError as error:
            self._ask.warn(self, error.message)
            return
        self.edited.emit()

    def _show(self) -> None:
        content = self._read(self._digest) if self._digest else None
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

    def _on_choose(self) -> None:
        kinds = tr("图片 (*.jpg *.jpeg *.png)")
        path = self._ask.open_file(self, tr("选择图片"), kinds)
        if path is None:
            return
        try:
            self.take(path.read_bytes())
        except OSError:
            self._ask.warn(self, tr("“{path}”读不出来，请换一个文件。").format(path=path))

    def _on_paste(self) -> None:
        image = QGuiApplication.clipboard().image()
        if image.isNull():
            self._ask.warn(self, tr("剪贴板里没有图片，请先在别处复制一张。"))
        else:
            self.take(_png(image))

    def _on_clear(self) -> None:
        self.set_value(None)
        self.edited.emit()


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide6's stub wants bytes
    return bytes(buffer.data().data())
