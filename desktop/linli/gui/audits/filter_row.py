"""What narrows the audit trail: days, account, kind, result, text, and one record."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from linli.domain.audit import AuditFilter, AuditKind, kind_name
from linli.gui.actions import plain
from linli.gui.flow import FlowLayout
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import ChoiceInput, LineInput, date_input
from linli.gui.theme import Theme

_TYPING_MS = 250


class FilterRow(QWidget):
    """Inputs in a row that breaks where space is short.

    Signals:
        changed: another filter is set.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._subject = ""
        self._flow = FlowLayout(self)
        self.since = date_input(self)
        self.until = date_input(self)
        self.account = ChoiceInput({None: tr("全部账号")}, self)
        kinds: dict[AuditKind | None, str] = {None: tr("全部类别")}
        kinds |= {kind: kind_name(kind) for kind in AuditKind}
        self.kind = ChoiceInput(kinds, self)
        results: dict[bool | None, str] = {
            None: tr("全部结果"),
            True: tr("成功"),
            False: tr("没有成功"),
        }
        self.result = ChoiceInput(results, self)
        self.text = LineInput(tr("操作、对象、说明里的字"), self)
        self.text.setClearButtonEnabled(True)
        self._add(tr("从(&F)"), self.since, 7.5)
        self._add(tr("到(&T)"), self.until, 7.5)
        self._add(tr("账号(&A)"), self.account, 7)
        self._add(tr("类别(&K)"), self.kind, 8)
        self._add(tr("结果(&R)"), self.result, 6.5)
        self._add(tr("含(&N)"), self.text, 11)
        self.record_button = QPushButton(icon("x"), "", self)
        self.record_button.setAutoDefault(False)
        self.record_button.setToolTip(tr("不再只看这个对象"))
        self.record_button.clicked.connect(lambda: self.set_record("", ""))
        self.record_button.hide()
        self._flow.addWidget(self.record_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPING_MS)
        self._timer.timeout.connect(self.changed)
        for edited in (self.since.edited, self.until.edited, self.text.edited):
            edited.connect(self._timer.start)
        for choice in (self.account, self.kind, self.result):
            choice.edited.connect(self.changed)
        QShortcut(QKeySequence("Ctrl+F"), self.window(), self.text.setFocus)

    def value(self) -> AuditFilter:
        """Return what the inputs say; a date that is not finished narrows nothing yet."""
        return AuditFilter(
            since=None if self.since.problem() else self.since.value(),
            until=None if self.until.problem() else self.until.value(),
            account=self.account.value() or "",
            kind=self.kind.value(),
            succeeded=self.result.value(),
            subject=self._subject,
            text=self.text.text().strip(),
        )

    def set_accounts(self, accounts: Sequence[str]) -> None:
        """Offer who ever did something."""
        names: dict[str | None, str] = {None: tr("全部账号"), **{name: name for name in accounts}}
        self.account.set_choices(names)

    def set_record(self, subject: str, words: str) -> None:
        """Show only what was done to one record; "" for all."""
        self._subject = subject
        self.record_button.setText(tr("只看：{record}").format(record=words.replace("&", "&&")))
        self.record_button.setVisible(bool(subject))
        self.changed.emit()

    def _add(self, text: str, editor: QWidget, chars: float) -> None:
        label = QLabel(text, self)
        label.setBuddy(editor)
        editor.setAccessibleName(plain(text))
        editor.setFixedWidth(round(self._theme.px(16) * chars) + self._theme.px(30))
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(6))
        row.addWidget(label)
        row.addWidget(editor)
        self._flow.addWidget(box)
