"""Finding a rare character (找生僻字) by its parts, reading, strokes or code."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.characters import MOST_HITS, CharacterHit, find_characters
from linli.domain.glyphs import KeptGlyph
from linli.domain.name_troubles import code_point
from linli.gui.desk import Desk
from linli.gui.find_box import DEBOUNCE_MS
from linli.gui.fitting import fit_to_screen
from linli.gui.fonts import shipped_families
from linli.gui.i18n import mark, tr
from linli.gui.theme import COLORS, Theme

_Index = QModelIndex | QPersistentModelIndex
_HIT = Qt.ItemDataRole.UserRole
_TILE = (76, 84)
_SIGN_UNITS, _READING_UNITS = 38, 12
_LEVELS = {1: mark("常用字"), 2: mark("较少用的字"), 3: mark("生僻字")}


class CharacterPicker(QDialog):
    """Finds while the clerk types; Down goes to the tiles, Enter chooses. Show it with `open()`.

    Before anything is typed it shows the characters that were drawn.

    Signals:
        chosen: the clerk has chosen; carries the character.
    """

    chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget, text: str = "") -> None:
        """Make the dialog; `text` is looked for at once."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("找生僻字"))
        self._desk = desk
        self._drawn = {_drawn_hit(kept): kept for kept in desk.services.names.glyphs()}
        self.line = QLineEdit(text, self)
        self.line.setPlaceholderText(tr("部件、拼音、笔画或编码"))
        self.line.setAccessibleName(tr("字的部件、拼音、笔画或编码"))
        self.line.setClearButtonEnabled(True)
        self.hint = self._label("muted")
        self.hint.setText(
            tr("例如：王 宏（两个部件）、三个牛、钅部7画、hong2（拼音加声调）、12画、U+2CB4E")
        )
        self.tiles = _Tiles(desk.theme, self)
        self.detail = self._label("")
        self.buttons = QDialogButtonBox(self)
        self.choose_button = self.buttons.addButton(
            tr("选定(&S)"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.choose_button.setProperty("primary", True)  # noqa: FBT003 - Qt's own signature
        self.buttons.addButton(tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        for button in self.buttons.buttons():  # Enter chooses even before the tiles are there
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self._find)
        self._arrange()
        self.line.textChanged.connect(lambda _: self._timer.start())
        self.line.returnPressed.connect(self.accept)
        self.tiles.activated.connect(lambda _: self.accept())
        self.tiles.selectionModel().currentChanged.connect(lambda *_: self._show_detail())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._find()
        self.line.selectAll()
        self.line.setFocus()

    @property
    def current(self) -> CharacterHit | None:
        """The character that Enter would choose."""
        hit: CharacterHit | None = self.tiles.currentIndex().data(_HIT)
        return hit

    @override
    def accept(self) -> None:
        if self._timer.isActive():  # Enter right after the last letter
            self._timer.stop()
            self._find()
        if self.current is not None:
            self.chosen.emit(self.current.character)
            super().accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.line.hasFocus():
            self.tiles.setFocus()
            return
        super().keyPressEvent(event)

    def _arrange(self) -> None:
        px = self._desk.theme.px
        column = QVBoxLayout(self)
        for widget in (self.line, self.hint, self.tiles, self.detail, self.buttons):
            column.addWidget(widget, 1 if widget is self.tiles else 0)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(10))
        fit_to_screen(self, self._desk.theme.size(720, 560))

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _find(self) -> None:
        text = self.line.text().strip()
        hits = find_characters(text) if text else list(self._drawn)
        missing = self._desk.services.fonts.missing("".join(hit.character for hit in hits))
        self.tiles.show_hits(hits, frozenset(missing))
        self.choose_button.setEnabled(bool(hits))
        self._show_detail()

    def _show_detail(self) -> None:
        hit = self.current
        if hit is not None:
            self.detail.setText(self._words(hit))
        elif self.line.text().strip():
            self.detail.setText(tr("没有找到。少写一个部件，或者换拼音、笔画试试。"))
        else:
            words = tr("在上面写这个字的部件、拼音或笔画，找到的字就列出来；按向下键去选。")
            self.detail.setText(words)

    def _words(self, hit: CharacterHit) -> str:
        kept = self._drawn.get(hit)
        if kept is not None:
            words = (
                tr("{sign}　自己画的字，为“{name}”画的")
                if kept.holder
                else tr("{sign}　自己画的字")
            )
            return words.format(sign=hit.character, name=kept.holder)
        level = tr(_LEVELS[hit.level]) if hit.level else tr("国家标准以外的字")
        printed = self.tiles.is_printable(hit)
        parts = (
            hit.character,
            hit.pinyin or tr("读音不详"),
            tr("{count} 画").format(count=hit.strokes),
            tr("部件 {parts}").format(parts=hit.components) if hit.components else "",
            level,
            hit.code_point,
            tr("这台电脑能印") if printed else tr("这台电脑没有字体，要添加字体或画出来"),
            tr("部件只是大致相符") if hit.guessed else "",
        )
        more = tr("（只列出前 {count} 个，再写一个部件会更准）").format(count=MOST_HITS)
        words = "　".join(part for part in parts if part)
        return words + (more if self.tiles.model().rowCount() >= MOST_HITS else "")


class _Hits(QAbstractListModel):
    """What was found, and which of it no font here draws."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hits: Sequence[CharacterHit] = ()
        self.missing: frozenset[str] = frozenset()

    def set_hits(self, hits: Sequence[CharacterHit], missing: frozenset[str]) -> None:
        self.beginResetModel()
        self._hits, self.missing = hits, missing
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._hits)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        hit = self._hits[index.row()]
        if role == _HIT:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{hit.character} {hit.pinyin}"
        return None


class _Tiles(QListView):
    """Characters as large tiles; Up in the first row goes back to the line."""

    def __init__(self, theme: Theme, parent: CharacterPicker) -> None:
        super().__init__(parent)
        self._line = parent.line
        self._found = _Hits(self)
        self.setModel(self._found)
        self.setItemDelegate(_Tile(theme, self))
        self.setAccessibleName(tr("找到的字"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def show_hits(self, hits: Sequence[CharacterHit], missing: frozenset[str]) -> None:
        """Show these characters, the first one chosen."""
        self._found.set_hits(hits, missing)
        self.setCurrentIndex(self._found.index(0, 0))
        self.scrollToTop()

    def is_printable(self, hit: CharacterHit) -> bool:
        """Whether a font here draws a character."""
        return hit.character not in self._found.missing

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up:
            first_row = self.visualRect(self.model().index(0, 0)).top()
            if self.visualRect(self.currentIndex()).top() == first_row:
                self._line.setFocus()
                return
        super().keyPressEvent(event)


class _Tile(QStyledItemDelegate):
    """Paints a character large, with its reading below; one that cannot be printed is grey."""

    def __init__(self, theme: Theme, view: _Tiles) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return self._theme.size(*_TILE)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        hit: CharacterHit = index.data(_HIT)
        px = self._theme.px
        tile: QRect = option.rect.adjusted(px(2), px(2), -px(2), -px(2))  # type: ignore[attr-defined]  # not in the stub
        state = option.state  # type: ignore[attr-defined]  # not in the stub
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(tile, QColor(COLORS.accent_soft))
            painter.setPen(QPen(QColor(COLORS.accent), 2))
            painter.drawRect(tile)
        painter.setPen(COLORS.text if self._view.is_printable(hit) else COLORS.disabled)
        painter.setFont(sign_font(self._theme, _SIGN_UNITS))
        painter.drawText(
            tile.adjusted(0, 0, 0, -px(20)), Qt.AlignmentFlag.AlignCenter, hit.character
        )
        painter.setPen(COLORS.muted)
        painter.setFont(self._theme.font(_READING_UNITS))
        reading = QRect(tile.left(), tile.bottom() - px(22), tile.width(), px(22))
        painter.drawText(reading, Qt.AlignmentFlag.AlignCenter, hit.pinyin.partition("、")[0])
        painter.restore()


def _drawn_hit(kept: KeptGlyph) -> CharacterHit:
    """Return a drawn character as if it had been found."""
    character = kept.glyph.character
    return CharacterHit(
        character=character,
        code_point=code_point(character),
        pinyin=tr("自己画的"),
        strokes=len(kept.glyph.strokes),
        level=None,
        components="",
    )


def sign_font(theme: Theme, units: float) -> QFont:
    """Return the interface font for rare characters, `units` high."""
    font = theme.font(units)
    font.setFamilies([*font.families(), *shipped_families()])
    return font
