"""Before cards are printed (印前检查): what cannot be printed, who gets none, what stays blank."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from linli.domain.cards import CardBatch
from linli.gui.flow import FlowLayout
from linli.gui.forms import ProblemBand
from linli.gui.i18n import tr
from linli.gui.theme import Theme

_MOST_NAMES = 12


class ProblemPanel(QWidget):
    """What stands in the way of printing, in red, with buttons for what can be done about it.

    Signals:
        mend_requested: put right the characters that no font draws.
        leave_out_requested: pass over whoever has such a character.
        take_back_requested: the cards that were recorded did not come out.
    """

    mend_requested = Signal()
    leave_out_requested = Signal()
    take_back_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._batch: CardBatch | None = None
        self.band = ProblemBand(theme, self)
        self._bar = QWidget(self)
        self._flow = FlowLayout(self._bar)
        self.mend_button = self._button(tr("处理这些字(&F)…"), self.mend_requested)
        self.leave_out_button = self._button(tr("先略过这些人(&K)"), self.leave_out_requested)
        self.take_back_button = self._button(
            tr("没有印出来，退回待印(&B)"), self.take_back_requested
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.band)
        column.addWidget(self._bar)
        self.say("")

    @property
    def text(self) -> str:
        """What is said, "" for nothing."""
        return self.band.text

    @property
    def holders(self) -> frozenset[int]:
        """Who has a character that no font draws."""
        return self._batch.unprintable if self._batch else frozenset()

    @property
    def people(self) -> frozenset[int]:
        """The residents whose names are to be looked through."""
        if self._batch is None or not self._batch.kind.numbered:
            return frozenset()
        return self.holders | {card.holder_id for card in self._batch.cards}

    def say(self, text: str, *buttons: QPushButton) -> None:
        """Say what is wrong and offer these buttons; "" for nothing."""
        self.band.say(text)
        for button in (self.mend_button, self.leave_out_button, self.take_back_button):
            button.setVisible(button in buttons)
        self._bar.setVisible(bool(buttons))
        self.setVisible(bool(text))

    def say_missing(self, batch: CardBatch) -> None:
        """Say what of a batch no font here draws."""
        self._batch = batch
        if not batch.missing:
            self.say("" if batch.cards else tr("没有卡可以打印，原因见左边。"))
            return
        can_leave = any(each.resident_id is not None for each in batch.missing)
        ways = [self.mend_button] + [self.leave_out_button] * can_leave
        self.say(_missing_words(batch), *ways)

    def _button(self, text: str, pressed: SignalInstance) -> QPushButton:
        button = QPushButton(text, self._bar)
        button.setAutoDefault(False)
        button.clicked.connect(pressed)
        self._flow.addWidget(button)
        return button


class PhotoNotice(QFrame):
    """Whose pictures are missing; printing goes on all the same if the clerk wishes.

    Signals:
        mend_requested: put the pictures in first.
    """

    mend_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.mend_button = QPushButton(tr("先补照片(&A)"), self)
        self.mend_button.setAutoDefault(False)
        self.mend_button.clicked.connect(self.mend_requested)
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(6))
        column.addWidget(self._words)
        column.addWidget(self.mend_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def text(self) -> str:
        """What is said, "" for nothing."""
        return "" if self.isHidden() else self._words.text()

    def show_missing(self, batch: CardBatch) -> bool:
        """Say whose pictures are missing on boards, plates and badges; tell whether any are.

        Cards that a household keeps are right without pictures: there it is but a note.
        """
        words = "" if batch.kind.numbered else _photo_words(batch)
        self._words.setText(words)
        self.setVisible(bool(words))
        return bool(words)


def notes_on(batch: CardBatch, warnings: Sequence[str] = ()) -> str:
    """Say, a line each, who gets no card, what the cards lack, and what was cut on them."""
    photos = _photo_words(batch) if batch.kind.numbered else ""
    lines = [*_skipped_words(batch), *_blank_words(batch), photos, *warnings]
    return "\n".join(filter(None, lines))


def _photo_words(batch: CardBatch) -> str:
    missing = batch.missing_photos
    if not missing:
        return ""
    names = (tr("{name}（{where}）").format(name=each.name, where=each.where) for each in missing)
    words = tr("还有 {count} 个人没有照片，印出来会空着：{names}。")
    return words.format(count=len(missing), names=_some(names, len(missing)))


def _missing_words(batch: CardBatch) -> str:
    lines = [
        tr("{holder}：“{text}”中的 {code}").format(
            holder=missing.holder or missing.field, text=missing.text, code=missing.code_point
        )
        for missing in batch.missing[:_MOST_NAMES]
    ]
    more = len(batch.missing) - len(lines)
    if more > 0:
        lines.append(tr("还有 {count} 处").format(count=more))
    return tr("这台电脑的字体印不出下面的字，为免印错，先不打印：\n") + "\n".join(lines)


def _skipped_words(batch: CardBatch) -> list[str]:
    lines = [
        tr("不发卡：{name}（{reason}）").format(name=person.name, reason=person.reason)
        for person in batch.skipped[:_MOST_NAMES]
    ]
    more = len(batch.skipped) - len(lines)
    return [*lines, tr("还有 {count} 人不发卡").format(count=more)] if more > 0 else lines


def _blank_words(batch: CardBatch) -> list[str]:
    """Say which facts the cards lack, so that nobody prints four hundred half-empty ones."""
    lines = []
    facts = [card.facts for card in batch.cards]
    if facts and not facts[0].hall.hotline:
        lines.append(tr("大厅还没有填服务热线，可在“菜单 → 设置”里填。"))
    if not batch.kind.numbered:
        return lines
    without_grid = sum(1 for card in facts if card.grid is None)
    if without_grid:
        lines.append(tr("{count} 张卡的住所还没有归入网格。").format(count=without_grid))
    unmanned = sorted({f.grid.name for f in facts if f.grid is not None and not f.grid.officers})
    if unmanned:
        names = _some(unmanned, len(unmanned))
        lines.append(tr("{grids}还没有登记网格长和联络员，可在“网格”页填。").format(grids=names))
    return lines


def _some(names: Iterable[str], count: int) -> str:
    """Return the first names of many, and how many more there are."""
    shown = [name for name, _ in zip(names, range(_MOST_NAMES), strict=False)]
    more = count - len(shown)
    return "、".join(shown) + (tr(" 等 {count} 个").format(count=count) if more > 0 else "")
