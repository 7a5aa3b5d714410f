"""The band over the window: product, hall, clerk, day, and that nothing leaves this machine."""

from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from linli.gui.elided_label import ElidedLabel
from linli.gui.i18n import tr
from linli.gui.sign import Sign
from linli.gui.theme import Theme

_WEEKDAYS = "一二三四五六日"


class TitleBand(QFrame):
    """Says where one is and who works here."""

    def __init__(self, theme: Theme, clerk: str, *, sample: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("band")
        self._theme = theme
        self._product = QLabel(tr("邻里台"), self)
        self._product.setObjectName("product")
        self._hall = ElidedLabel("", self)
        self._sample = QLabel(tr("示例 · 关闭后自动删除"), self)
        self._sample.setObjectName("sample")
        self._sample.setVisible(sample)
        self._clerk = QLabel(tr("经办人：{name}").format(name=clerk), self)
        self._day = QLabel(self)
        self._offline_sign = Sign("wifi-off", "band_muted", 18, theme, self)
        self._offline = QLabel(tr("离线"), self)
        self._offline.setToolTip(tr("本程序不联网，数据只保存在这台电脑里"))
        self._row = QHBoxLayout(self)
        for widget in (self._product, self._hall, self._sample):
            self._row.addWidget(widget)
        self._row.setStretchFactor(self._hall, 1)
        for widget in (self._clerk, self._day, self._offline_sign, self._offline):
            self._row.addWidget(widget)
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def set_hall(self, name: str) -> None:
        """Show the hall's name."""
        self._hall.setText(name)

    def set_day(self, now: datetime) -> None:
        """Show the day."""
        words = tr("{day} 星期{weekday}")
        self._day.setText(
            words.format(day=now.date().isoformat(), weekday=_WEEKDAYS[now.weekday()])
        )

    def _on_theme(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(16), px(8), px(16), px(8))
        self._row.setSpacing(px(14))
