"""This computer's card (本机名片): its name, the words to compare, and the code to scan."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.machine_keys import KEY_SUFFIX
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.list_dialog import ListDialog

_QUIET = 4
_SIDE_UNITS = 300


class CardDialog(ListDialog):
    """What the other side has to see; nothing on it is secret.

    Signals:
        renamed: this computer has another name; carries its key.
    """

    renamed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("本机名片"), desk, parent)
        self._files = desk.services.exchange_files
        self.key = self._files.own_card().key
        page = QWidget(self)
        row = QHBoxLayout(page)
        words = QGridLayout()
        for place, word in enumerate(self.key.words):
            label = QLabel(word, page)
            label.setObjectName("heading")
            words.addWidget(label, place // 3, place % 3)
        row.addLayout(words, 1)
        self.code = CodePicture(self._files.code(), desk.theme.px(_SIDE_UNITS), page)
        row.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        self.set_list(page)
        self.rename_button = self.add_button(tr("改名(&N)…"), "edit", Right.EXCHANGE)
        self.rename_button.clicked.connect(self._on_rename)
        self.save_button = self.add_button(tr("存成钥匙文件(&S)…"), "device-floppy")
        self.save_button.clicked.connect(self._on_save)
        self.copy_button = self.add_button(tr("复制钥匙码(&P)"), "copy")
        self.copy_button.clicked.connect(self._on_copy)
        self._say()

    def _say(self) -> None:
        said = tr(
            "本机叫「{name}」。对方添加本机时，请念出这 12 个词让对方核对；"
            "二维码和钥匙文件只含公开的钥匙，没有居民信息。"
        )
        self.summary.setText(said.format(name=self.key.name))

    def _on_rename(self) -> None:
        title, label = tr("给本机改名"), tr("本机的名字，如 一楼窗口：")
        name = self.desk.ask.text(self, title, label, self.key.name)
        if name is None:
            return
        try:
            self.key = self._files.rename(name).key
        except UserError as error:
            self.desk.ask.warn(self, error.message)
            return
        self._say()
        self.renamed.emit(self.key)

    def _on_save(self) -> None:
        kinds = tr("电脑钥匙 (*{suffix})").format(suffix=KEY_SUFFIX)
        path = self.desk.ask.save_file(
            self, tr("存成钥匙文件"), f"{self.key.name}{KEY_SUFFIX}", kinds
        )
        if path is None:
            return
        try:
            self._files.save_key(path)
        except UserError as error:
            self.desk.ask.warn(self, error.message)
            return
        self.desk.ask.tell(self, tr("已存好，请拷给对方电脑。"))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.key.text)


class CodePicture(QWidget):
    """A QR code, dark on white whatever the theme."""

    def __init__(self, modules: list[list[bool]], side: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._modules = modules
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("本机钥匙的二维码"))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        across = len(self._modules) + 2 * _QUIET
        module = max(1, self._side // across)
        start = (self._side - module * len(self._modules)) / 2
        for y, row in enumerate(self._modules):
            for x, dark in enumerate(row):
                if dark:
                    place = QRectF(start + x * module, start + y * module, module, module)
                    painter.fillRect(place, QColor("black"))
        painter.end()
