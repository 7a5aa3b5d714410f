"""One bad place of a name: the name, what stands there now, and what should stand there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from linli.domain.name_troubles import GAP, NameTrouble, TroubleReason, code_point, is_private
from linli.gui.i18n import mark, tr
from linli.gui.names.character_picker import sign_font
from linli.gui.sign import Sign
from linli.gui.theme import Theme

_SIGN_UNITS = 46
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
    TroubleReason.PRIVATE_USE: mark("按国家标准应为“{sign}”，请对照身份证，是就换。"),
    TroubleReason.NO_FONT: mark("这个字有一个通用的写法“{sign}”。请对照身份证，一样就换。"),
    TroubleReason.NOT_DRAWABLE: mark("去掉看不见的标记就是“{sign}”。请对照身份证，是就换。"),
}


class TroublePanel(QFrame):
    """Shows a trouble large; for a code it asks whether to mend it everywhere."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._theme = theme
        self.now_sign, self.new_sign = self._sign(), self._sign()
        self._arrow = Sign("arrow-right", "icon", 24, theme, self)
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
        row.addWidget(self.now_sign)
        row.addWidget(self._arrow)
        row.addWidget(self.new_sign)
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
        proposal = trouble.proposal
        for widget in (self._arrow, self.new_sign):
            widget.setVisible(proposal is not None)
        self.new_sign.setText(proposal or "")
        self.new_sign.setToolTip(code_point(proposal or ""))
        advice = _PROPOSED if proposal else _ADVICE
        self.words.setText(
            tr(advice[trouble.reason]).format(sign=proposal or "", code=code_point(proposal or ""))
        )
        self._everywhere.setVisible(code)
        self._everywhere.setText(
            tr("这个编码有 {count} 处，都这样换，以后导入也照此换(&E)").format(count=alike)
            if alike > 1
            else tr("以后导入遇到这个编码，也这样换(&E)")
        )
        self._everywhere.setChecked(proposal is not None)

    def _sign(self) -> QLabel:
        sign = QLabel(self)
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sign.setTextFormat(Qt.TextFormat.PlainText)
        return sign

    def _fit(self) -> None:
        for sign in (self.now_sign, self.new_sign):
            sign.setFont(sign_font(self._theme, _SIGN_UNITS))
            sign.setFixedHeight(self._theme.px(_SIGN_UNITS * 1.2))  # fallback fonts want more
