"""The small window that says what to do next (跟着练), and the frame around what it speaks of."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.gui.fact_list import plain_label
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.sign import Sign
from linli.gui.theme import COLORS, Theme

_WIDE_UNITS = 340
_LINE_UNITS = 3
_AROUND_UNITS = 4
_FROM_EDGE_PX = 12


class PracticeBand(QFrame):
    """Says over the whole window that nothing here is real."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._theme = theme
        words = plain_label(tr("练习，不是真的资料"), "strong", self)
        more = plain_label(tr("人和号码都是虚构的；请不要写真的居民，练完全部扔掉"), "", self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(Sign("school", "warn", 20, theme, self))
        self._row.addWidget(words)
        self._row.addWidget(more, 1)
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def _on_theme(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(16), px(5), px(16), px(5))


class TourPanel(QWidget):
    """Shows one step; it never takes the keyboard by itself and keeps no window waiting.

    Signals:
        skipped: the step shall not be done.
        ended: practising is over.
        put_away: the clerk wants to see what is below, until the next step.
    """

    skipped = Signal()
    ended = Signal()
    put_away = Signal()

    def __init__(self, theme: Theme) -> None:
        flags = Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, flags)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(tr("第一天：跟着练"))
        self.setAccessibleName(tr("第一天：跟着练"))
        self._theme = theme
        self.place = plain_label("", "hint", self)
        self.title = plain_label("", "subheading", self)
        self.words = plain_label("", "", self)
        self.words.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("做到第几步"))
        self.skip_button = QPushButton(icon("arrow-right"), tr("跳过这一步(&K)"), self)
        self.end_button = QPushButton(icon("logout"), tr("结束练习(&E)"), self)
        keys = plain_label(tr("按 Shift+F1 到这里来；关掉练习窗口，下次接着做"), "hint", self)
        keys.setWordWrap(True)
        self.keys: QLabel = keys
        self.skip_button.clicked.connect(self.skipped)
        self.end_button.clicked.connect(self.ended)
        QShortcut(QKeySequence("Esc"), self, self.close)
        self._brief = False
        self._buttons = QWidget(self)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.skip_button)
        row.addStretch(1)
        row.addWidget(self.end_button)
        self._column = QVBoxLayout(self)
        for widget in (self.place, self.bar, self.title, self.words):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._column.addWidget(self._buttons)
        self._column.addWidget(keys)
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def show_step(self, number: int, count: int, title: str, words: str) -> None:
        """Show step `number`, from 1 on, of `count`."""
        place = tr("第 {number} 步，共 {count} 步").format(number=number, count=count)
        self._show(number - 1, count, place, title, words)
        self.skip_button.show()

    def show_end(self, count: int) -> None:
        """Say that all is done."""
        words = tr(
            "八样都会了：查找、看卡、登记、撤销、导入、打卡、备份、帮助。"
            "想再练就接着练；不练了点“结束练习”，练习的资料全部扔掉。"
        )
        self._show(count, count, tr("全部做完"), tr("第一天做完了"), words)
        self.skip_button.hide()

    def set_brief(self, *, brief: bool) -> None:
        """Say only what is to be done, while a dialog wants the room."""
        if brief is not self._brief:
            self._brief = brief
            for widget in (self._buttons, self.bar, self.keys):
                widget.setHidden(brief)
            self._fit()

    def keep_away_from(self, places: list[list[QRect]]) -> None:
        """Move into the corner of the screen that covers least, of the first places above all."""
        room = (
            self.screen()
            .availableGeometry()
            .adjusted(_FROM_EDGE_PX, _FROM_EDGE_PX, -_FROM_EDGE_PX, -_FROM_EDGE_PX)
        )
        size = self.frameGeometry().size()
        right, low = room.right() - size.width(), room.bottom() - size.height()
        corners = (
            *(QPoint(room.left(), low), QPoint(right, low)),
            *(QPoint(right, room.top()), QPoint(room.left(), room.top())),
        )

        def covered(corner: QPoint) -> float:
            own = QRect(corner, size)
            return sum(
                _area(own.intersected(each)) / 100.0**rank
                for rank, some in enumerate(places)
                for each in some
            )

        best = min(corners, key=covered)
        if covered(self.pos()) > covered(best) or not room.contains(self.geometry()):
            self.move(best)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.put_away.emit()

    def _show(self, done: int, count: int, place: str, title: str, words: str) -> None:
        self.place.setText(place)
        self.bar.setRange(0, count)
        self.bar.setValue(done)
        self.title.setText(title)
        self.words.setText(words)
        self.setAccessibleDescription(f"{place}：{title}。{words}")
        self._fit()

    def _fit(self) -> None:
        wide = min(self._theme.px(_WIDE_UNITS), self.screen().availableGeometry().width() // 2)
        self.setFixedWidth(wide)
        layout = self._column
        layout.activate()
        self.setFixedHeight(max(layout.heightForWidth(wide), layout.minimumSize().height()))

    def _on_theme(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(16), px(12), px(16), px(12))
        self._column.setSpacing(px(8))
        self.bar.setFixedHeight(px(6))
        self._fit()


class Pointer(QWidget):
    """A frame around a control of a window; it is seen through and clicked through."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def point_at(self, target: QWidget | None) -> None:
        """Frame a control of the window; none hides the frame."""
        if target is None or not target.isVisible() or target.window() is not self.window():
            self.hide()
            return
        around = self._theme.px(_AROUND_UNITS)
        place = QRect(target.mapTo(self.window(), QPoint(0, 0)), target.size())
        self.setGeometry(place.adjusted(-around, -around, around, around))
        self.show()
        self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        line = self._theme.px(_LINE_UNITS)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(COLORS.mark_line), line))
        half = (line + 1) // 2
        painter.drawRoundedRect(self.rect().adjusted(half, half, -half, -half), line, line)
        painter.end()


def _area(shared: QRect) -> int:
    return max(0, shared.width()) * max(0, shared.height())
