"""One bad place of a name: the name, what stands there now, and what should stand there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from linli.domain.name_troubles import GAP, NameTrouble, TroubleReason, code_point, is_private
from linli.gui.i18n import mark, tr
from linli.gui.icons import pixmap
from linli.gui.names.character_picker import sign_font
from linli.gui.theme import COLORS, Theme

_SIGN_UNITS = 52
_ADVICE = {
    TroubleReason.PRIVATE_USE: mark(
        "旧系统给这个字自造了一个编码，换了系统就认不出来。请对照身份证，换成正确的字，或画出来。"
    ),
    TroubleReason.NO_FONT: mark(
        "这个字的编码是对的，只是这台电脑没有它的字体。请添加含有它的字体，或画出来。"
    ),
    TroubleReason.NOT_DRAWABLE: mark(
        "这不是单独的字，卡片上印不好。请打开资料，照身份证改成汉字姓名，或换一个字。"
    ),
}
_PROPOSED = {
    TroubleReason.PRIVATE_USE: mark("按国家标准，这个编码应为“{sign}”。请对照身份证，是就换。"),
    TroubleReason.NO_FONT: mark("这个字有一个通用的写法“{sign}”。请对照身份证，一样就换。"),
    TroubleReason.NOT_DRAWABLE: mark("去掉看不见的标记就是“{sign}”。请对照身份证，是就换。"),
}


class TroublePanel(QFrame):
    """Shows a trouble large; for a code it asks whether to mend it everywhere."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._theme = theme
        self.now_sign, now_code = self._sign()
        self.new_sign, new_code = self._sign()
        self._now_code, self._new_code = now_code, new_code
        self._arrow = QLabel(self)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self._everywhere = QCheckBox(self)
        column = QVBoxLayout()
        column.addWidget(self.words)
        column.addWidget(self._everywhere)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setSpacing(theme.px(16))
        row.addLayout(_stacked(self.now_sign, now_code))
        row.addWidget(self._arrow)
        row.addLayout(_stacked(self.new_sign, new_code))
        row.addLayout(column, 1)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def everywhere(self) -> bool:
        """Whether the code is to be replaced in all names and in later imports."""
        return not self._everywhere.isHidden() and self._everywhere.isChecked()

    @property
    def everywhere_box(self) -> QCheckBox:
        """Where the clerk says so."""
        return self._everywhere

    def show_trouble(self, trouble: NameTrouble | None, alike: int) -> None:
        """Show a trouble, of which there are `alike` ones with the same character."""
        self.setVisible(trouble is not None)
        if trouble is None:
            return
        code = is_private(trouble.character)
        self.now_sign.setText(GAP if code else trouble.character)
        self._now_code.setText(trouble.code_point)
        proposal = trouble.proposal
        for widget in (self._arrow, self.new_sign, self._new_code):
            widget.setVisible(proposal is not None)
        self.new_sign.setText(proposal or "")
        self._new_code.setText(code_point(proposal or ""))
        advice = _PROPOSED if proposal else _ADVICE
        self.words.setText(tr(advice[trouble.reason]).format(sign=proposal))
        self._everywhere.setVisible(code)
        self._everywhere.setText(
            tr("这个编码有 {count} 处，都这样换，以后导入也照此换(&E)").format(count=alike)
            if alike > 1
            else tr("以后导入遇到这个编码，也这样换(&E)")
        )
        self._everywhere.setChecked(proposal is not None)

    def _sign(self) -> tuple[QLabel, QLabel]:
        sign, code = QLabel(self), QLabel(self)
        code.setObjectName("muted")
        for label in (sign, code):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
        return sign, code

    def _fit(self) -> None:
        for sign in (self.now_sign, self.new_sign):
            sign.setFont(sign_font(self._theme, _SIGN_UNITS))
        self._arrow.setPixmap(pixmap("arrow-right", COLORS.icon, self._theme.px(24)))


def _stacked(sign: QLabel, code: QLabel) -> QVBoxLayout:
    column = QVBoxLayout()
    column.addStretch(1)
    column.addWidget(sign)
    column.addWidget(code)
    column.addStretch(1)
    return column
