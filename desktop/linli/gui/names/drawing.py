"""Drawing a character that no font has (手绘生僻字), with how it will look on a card."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.glyphs import THICKEST, THINNEST, Stroke
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.fitting import fit_to_screen, scrolled
from linli.gui.forms import ProblemBand
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.names.canvas import Canvas, paint_strokes
from linli.gui.names.character_picker import sign_font
from linli.gui.theme import COLORS, Theme

_CARD_SIZES = (20, 14, 9)
"""Points: a name on a household card, on a contact card, in a list."""
_POINT = 4 / 3
"""Units of the window in a point."""
_ASCENT = 0.88
"""Of the square of a Chinese character lies above the baseline."""

Keep = Callable[[tuple[Stroke, ...], float], None]
"""Keeps strokes with the width of their pen; raises `UserError`."""


class DrawingDialog(QDialog):
    """Draws one character of a name. Show it with `open()`.

    Args:
        desk: the working place.
        name: the text in which the character stands.
        character: which one is drawn.
        keep: called with what was drawn; a refusal is shown and the drawing stays.
        parent: the window that asks.
    """

    def __init__(self, desk: Desk, name: str, character: str, keep: Keep, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("画出这个字"))
        self._desk = desk
        self._keep = keep
        self.canvas = Canvas(desk.theme, self)
        self.sample = Sample(desk.theme, name, character, self)
        self.problems = ProblemBand(desk.theme, self)
        self.width_slider = QSlider(Qt.Orientation.Horizontal, self)
        self.width_slider.setRange(round(THINNEST * 100), round(THICKEST * 100))
        self.width_slider.setValue(round(self.canvas.width_of_pen * 100))
        self.undo_button = self._button(tr("撤销(&Z)"), "arrow-back-up")
        self.undo_button.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        self.undo_button.setToolTip(tr("撤销最后一笔（Ctrl+Z）"))
        self.clear_button = self._button(tr("清除(&X)"), "trash")
        self.picture_button = self._button(tr("照着图片描(&T)…"), "photo")
        self.buttons = QDialogButtonBox(self)
        self.save_button = self.buttons.addButton(
            tr("保存这个字(&S)"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.buttons.addButton(tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self._arrange()
        self._connect()
        self._on_drawn()
        self.canvas.setFocus()

    def show_drawing(self, strokes: Sequence[Stroke], width: float) -> None:
        """Begin with a drawing that was kept before."""
        self.width_slider.setValue(round(width * 100))
        self.canvas.set_strokes(strokes)

    @override
    def accept(self) -> None:
        try:
            self._keep(self.canvas.strokes, self.canvas.width_of_pen)
        except UserError as error:
            self.problems.say(error.message)
            return
        super().accept()

    @override
    def reject(self) -> None:
        if self.canvas.strokes and not self._desk.ask.confirm(
            self, tr("不保存画好的字吗？"), accept=tr("不保存")
        ):
            return
        super().reject()

    def _arrange(self) -> None:
        px = self._desk.theme.px
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(px(16), 0, 0, 0)
        column.setSpacing(px(8))
        help_label = self._label("muted")
        help_label.setText(
            tr("按住鼠标左键一笔一笔写，写满方格。用键盘：方向键移动，空格落笔、提笔。")
        )
        width_label = QLabel(tr("粗细(&W)"), side)
        width_label.setBuddy(self.width_slider)
        for widgets in (
            (width_label, self.width_slider),
            (self.undo_button, self.clear_button),
            (self.picture_button,),
            (self.sample,),
        ):
            line = QHBoxLayout()
            for widget in widgets:
                line.addWidget(widget)
            column.addLayout(line)
        column.addStretch(1)
        area = scrolled(side)
        area.setFixedWidth(max(px(260), side.sizeHint().width()))
        row = QHBoxLayout()
        row.addWidget(self.canvas, 1)
        row.addWidget(area)
        page = QVBoxLayout(self)
        page.setContentsMargins(px(16), px(16), px(16), px(16))
        page.setSpacing(px(12))
        page.addWidget(help_label)
        page.addWidget(self.problems)
        page.addLayout(row, 1)
        page.addWidget(self.buttons)
        fit_to_screen(self, self._desk.theme.size(800, 620))

    def _connect(self) -> None:
        self.canvas.drawn.connect(self._on_drawn)
        self.width_slider.valueChanged.connect(
            lambda value: self.canvas.set_width_of_pen(value / 100)
        )
        self.undo_button.clicked.connect(self.canvas.take_back)
        self.clear_button.clicked.connect(self.canvas.clear)
        self.picture_button.clicked.connect(self._on_picture)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _button(self, text: str, icon_name: str) -> QPushButton:
        button = QPushButton(icon(icon_name), text, self)
        button.setAutoDefault(False)
        return button

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _on_drawn(self) -> None:
        strokes = self.canvas.strokes
        self.problems.say("")
        self.sample.show_strokes(strokes, self.canvas.width_of_pen)
        for button in (self.undo_button, self.clear_button, self.save_button):
            button.setEnabled(bool(strokes))

    def _on_picture(self) -> None:
        kinds = tr("图片 (*.jpg *.jpeg *.png *.bmp)")
        path = self._desk.ask.open_file(self, tr("选一张有这个字的图片"), kinds)
        if path is None:
            return
        picture = QPixmap(str(path))
        if picture.isNull():
            words = tr("“{name}”不是能看的图片，请另选一张 JPG 或 PNG 图片。")
            self.problems.say(words.format(name=path.name))
            return
        self.problems.say("")
        self.canvas.set_picture(picture)
        self.canvas.setFocus()


class Sample(QWidget):
    """A name with the drawn character in it, in the sizes of cards and lists."""

    def __init__(self, theme: Theme, name: str, character: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        before, _, after = name.partition(character)
        self._before, self._after = before[-4:], after[:4]
        self._strokes: Sequence[Stroke] = ()
        self._width = 0.0
        self.setAccessibleName(tr("印出来的样子"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_strokes(self, strokes: Sequence[Stroke], width: float) -> None:
        """Show the character as these strokes."""
        self._strokes, self._width = strokes, width
        self.update()

    @override
    def sizeHint(self) -> QSize:
        height = sum(size * _POINT * 1.5 for size in _CARD_SIZES)
        return self._theme.size(200, height + 16)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(COLORS.surface))
        painter.setPen(QColor(COLORS.text))
        top = float(self._theme.px(8))
        for size in _CARD_SIZES:
            font = sign_font(self._theme, size * _POINT)
            side = float(font.pixelSize())
            painter.setFont(font)
            metrics = QFontMetricsF(font, self)
            left = float(self._theme.px(10))
            baseline = top + side * 1.1
            painter.drawText(round(left), round(baseline), self._before)
            left += metrics.horizontalAdvance(self._before)
            square = QRectF(left, baseline - _ASCENT * side, side, side)
            paint_strokes(painter, self._strokes, self._width, square)
            painter.drawText(round(left + side), round(baseline), self._after)
            top += side * 1.5
        painter.end()
