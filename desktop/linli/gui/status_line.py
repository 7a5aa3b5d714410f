"""The line under the window: how many people, that all is encrypted, how old the backup is."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStatusBar, QWidget
from typing_extensions import override

from linli.domain.backups import Worry
from linli.domain.cards import OutdatedKind
from linli.domain.clocks import ClockSummary
from linli.domain.residents import LedgerCounts
from linli.gui.elided_label import ElidedLabel
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.sign import Sign
from linli.gui.theme import Theme
from linli.services.backups import BackupStatus

_MOST_KINDS = 2
_COUNTS, _GAP = 140, 12
"""What is left to the figures, and what lies between two of the others, in units."""


class StatusLine(QStatusBar):
    """Shows figures at the left, safety at the right.

    Signals:
        on_duty_requested: show who is on duty now.
        due_requested: show what is overdue or due.
        outdated_requested: show the cards that say what is no longer so.
        backups_requested: show the backups.
    """

    on_duty_requested = Signal()
    due_requested = Signal()
    outdated_requested = Signal()
    backups_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.counts = ElidedLabel("", self)
        self.on_duty = QPushButton(self)
        self.on_duty.setProperty("link", "true")
        self.on_duty.setAutoDefault(False)
        self.on_duty.setToolTip(tr("看看值班的人和电话"))
        self.on_duty.clicked.connect(self.on_duty_requested)
        self.on_duty.hide()
        self.due = QPushButton(self)
        self.due.setProperty("link", "true")
        self.due.setAutoDefault(False)
        self.due.setToolTip(tr("看看是哪些案件、信访、建议"))
        self.due.clicked.connect(self.due_requested)
        self.due.hide()
        self.outdated = QPushButton(self)
        self.outdated.setProperty("link", "true")
        self.outdated.setAutoDefault(False)
        self.outdated.clicked.connect(self.outdated_requested)
        self.outdated.hide()
        safety = QWidget(self)
        self._lock = Sign("shield-lock", "good", 16, theme, safety)
        row = QHBoxLayout(safety)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._lock)
        self._encrypted = QLabel(tr("已加密"), safety)
        row.addWidget(self._encrypted)
        self.backup = QPushButton(self)
        self.backup.setProperty("link", "true")
        self.backup.setAutoDefault(False)
        self.backup.clicked.connect(self.backups_requested)
        self.stick = QLabel(self)
        self.stick.setObjectName("muted")
        self.stick.setTextFormat(Qt.TextFormat.PlainText)
        self.stick.hide()
        self.setSizeGripEnabled(False)
        self.addWidget(self.counts, 1)
        for widget in (self.on_duty, self.due, self.outdated, safety, self.backup, self.stick):
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

    def set_on_duty(self, words: str) -> None:
        """Say who is on duty now; nothing for ""."""
        self.on_duty.setText(words)
        self._fit()

    def set_due(self, summary: ClockSummary) -> None:
        """Say how much is overdue or due today; nothing where there is neither."""
        self.due.setText(summary.words)
        self._fit()
        _warn(self.due, Worry.NOW if summary.overdue else Worry.SOON)

    def set_outdated(self, kinds: Sequence[OutdatedKind]) -> None:
        """Say how many households hold an outdated card of which kind; nothing for none."""
        figures = [
            tr("{title} {count} 户").format(title=each.kind.title, count=f"{each.households:,}")
            for each in sorted(kinds, key=lambda each: -each.households)[:_MOST_KINDS]
        ]
        words = tr("有卡过时了：{figures}").format(figures="、".join(figures))
        self.outdated.setText(words if kinds else "")
        self.outdated.setToolTip(tr("看看是哪些卡，打印新的"))
        self._fit()

    def set_backup(self, status: BackupStatus, now: datetime) -> None:
        """Show how old the last good backup is; in words and colour if there is cause to worry."""
        self.backup.setText(backup_words(status, now))
        why = status.failed or status.rehearsal_failed
        self.backup.setToolTip(why or tr("看看有哪些备份，恢复，备份盘"))
        _warn(self.backup, status.worry)
        worried = status.worry is not Worry.NONE
        ink = "bad" if status.worry is Worry.NOW else "warn"
        self.backup.setIcon(icon("alert-triangle", ink) if worried else QIcon())

    def set_stick(self, words: str, why: str) -> None:
        """Say how the backup stick stands; nothing for "". `why` is what went wrong."""
        self.stick.setText(words)
        self.stick.setToolTip(why)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """Where space is short leave out what the menus tell too, the least urgent first."""
        rest = (self.stick, self._encrypted, self.outdated, self.on_duty)
        every: list[QLabel | QPushButton] = [self.due, self.backup, *rest]
        said = [each for each in every if each.text()]
        need = sum(each.sizeHint().width() + self._theme.px(_GAP) for each in said)
        room = self.width() - self._theme.px(_COUNTS)
        shown: dict[QLabel | QPushButton, bool] = {self.due: bool(self.due.text())}
        for each in rest:
            shown[each] = bool(each.text()) and need <= room
            if each.text() and not shown[each]:
                need -= each.sizeHint().width() + self._theme.px(_GAP)
        for each in sorted(shown, key=shown.__getitem__):  # hidden first: the line must not grow
            each.setVisible(shown[each])

    def _on_theme(self) -> None:
        px = self._theme.px
        self.setContentsMargins(px(10), 0, px(10), 0)
        self._fit()


def _warn(button: QPushButton, worry: Worry) -> None:
    """Let a button look as worrying as what it says."""
    if button.property("worry") != worry.value:
        button.setProperty("worry", worry.value)
        button.style().unpolish(button)
        button.style().polish(button)


def backup_words(status: BackupStatus, now: datetime) -> str:
    """Return how the backups stand, in a few words."""
    if status.failed:
        return tr("备份没有做成")
    if status.rehearsal_failed:
        return tr("备份演练没有通过")
    latest = status.latest
    if latest is not None and status.worry is not Worry.NONE:
        days = (now.date() - latest.at.astimezone(now.tzinfo).date()).days
        if days < 0:
            return tr("电脑的日期不对，或上次备份时不对")
        return tr("已 {days} 天没有备份").format(days=days)
    return tr("上次备份：{when}").format(when=spoken(latest.at if latest else None, now))


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
