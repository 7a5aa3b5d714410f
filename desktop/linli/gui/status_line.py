"""The line under the window: how many people, that all is encrypted, how old the backup is."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStatusBar, QWidget

from linli.domain.cards import OutdatedKind
from linli.domain.residents import LedgerCounts
from linli.gui.elided_label import ElidedLabel
from linli.gui.i18n import tr
from linli.gui.icons import pixmap
from linli.gui.theme import COLORS, Theme

_MOST_KINDS = 2


class StatusLine(QStatusBar):
    """Shows figures at the left, safety at the right.

    Signals:
        outdated_requested: show the cards that say what is no longer so.
    """

    outdated_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.counts = ElidedLabel("", self)
        self.outdated = QPushButton(self)
        self.outdated.setProperty("link", "true")
        self.outdated.setAutoDefault(False)
        self.outdated.clicked.connect(self.outdated_requested)
        self.outdated.hide()
        safety = QWidget(self)
        self._lock = QLabel(safety)
        row = QHBoxLayout(safety)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._lock)
        row.addWidget(QLabel(tr("已加密"), safety))
        self.backup = QLabel(self)
        self.setSizeGripEnabled(False)
        self.addWidget(self.counts, 1)
        for widget in (self.outdated, safety, self.backup):
            self.addPermanentWidget(widget)
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def set_counts(self, counts: LedgerCounts) -> None:
        """Show how much is in the ledger."""
        words = tr(
            "{residents} 人 · {households} 户 · 流动人口 {floating} 人 · 出租房屋 {rentals} 户"
        )
        self.counts.setText(
            words.format(
                residents=f"{counts.residents:,}",
                households=f"{counts.households:,}",
                floating=f"{counts.floating:,}",
                rentals=f"{counts.rentals:,}",
            )
        )

    def set_outdated(self, kinds: Sequence[OutdatedKind]) -> None:
        """Say how many households hold an outdated card of which kind; nothing for none."""
        figures = [
            tr("{title} {count} 户").format(title=each.kind.title, count=f"{each.households:,}")
            for each in sorted(kinds, key=lambda each: -each.households)[:_MOST_KINDS]
        ]
        words = tr("有卡过时了：{figures}").format(figures="、".join(figures))
        self.outdated.setText(words)
        self.outdated.setToolTip(tr("看看是哪些卡，打印新的"))
        self.outdated.setVisible(bool(kinds))

    def set_backup(self, at: datetime | None, now: datetime) -> None:
        """Show when the last backup was made."""
        self.backup.setText(tr("上次备份：{when}").format(when=spoken(at, now)))

    def _on_theme(self) -> None:
        px = self._theme.px
        self.setContentsMargins(px(10), 0, px(10), 0)
        self._lock.setPixmap(pixmap("shield-lock", COLORS.good, px(16)))


def spoken(at: datetime | None, now: datetime) -> str:
    """Return a moment as people say it: 今天 08:30, 昨天 17:02, 5 天前."""
    if at is None:
        return tr("还没有")
    at = at.astimezone(now.tzinfo)
    days = (now.date() - at.date()).days
    if days <= 0:
        return tr("今天 {time}").format(time=at.strftime("%H:%M"))
    if days == 1:
        return tr("昨天 {time}").format(time=at.strftime("%H:%M"))
    return tr("{days} 天前").format(days=days)
