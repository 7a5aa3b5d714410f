"""The first start: found a ledger (建立台账) or try the sample."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton
from typing_extensions import override

from linli.errors import FieldProblem, InvalidInput, UserError
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import LineInput
from linli.gui.jobs import Jobs
from linli.gui.page import Page
from linli.gui.password_input import PasswordInput, password_advice, password_problem
from linli.gui.theme import Theme
from linli.paths import DataDir
from linli.services.ledger import create_ledger


class FoundPage(Page):
    """Asks for community, account and password, or opens the sample.

    Signals:
        founded: carries the `CreatedLedger`.
        sample_asked: show the sample community instead.
        first_day_asked: practise first, led step by step.
        backup_asked: take a ledger over from a backup instead.
    """

    founded = Signal(object)
    sample_asked = Signal()
    first_day_asked = Signal()
    backup_asked = Signal()

    def __init__(self, data_dir: DataDir, theme: Theme, jobs: Jobs) -> None:
        words = tr("第一次使用，请填写下面几项。台账在本机加密保存，没有密码谁也打不开。")
        super().__init__(tr("建立本社区的台账"), words, theme)
        self._data_dir = data_dir
        self._jobs = jobs
        form = self.form
        form.add("community", tr("社区名称(&C)"), LineInput(tr("如 西河社区")))
        form.add("account", tr("经办人姓名(&A)"), LineInput(tr("登录用的账号，如 李明")))
        form.add("password", tr("密码(&P)"), PasswordInput())
        form.add("repeated", tr("再输一次(&R)"), PasswordInput())
        self.advice = QLabel(password_advice(None), self)
        self.advice.setObjectName("hint")
        self.advice.setWordWrap(True)
        form.add_widget(self.advice)
        form.editor("password").edited.connect(self._on_password)
        found = QPushButton(tr("建立台账(&N)"), self)  # first, so that Tab comes to it first
        self.backup_button = QPushButton(icon("restore"), tr("从备份接过来(&B)…"), self)
        self.backup_button.setToolTip(tr("换了电脑，或重装以后：用U盘上的备份接着用"))
        self.backup_button.clicked.connect(self.backup_asked)
        self.found_button = self.add_buttons(found, self.backup_button)
        self.found_button.clicked.connect(self.found)
        self._add_sample()

    def found(self) -> None:
        """Found the ledger with what was typed, or say what is missing."""
        problems = self._problems()
        if problems:
            self.show_error(InvalidInput(problems))
            return
        community, account = self.form.value("community"), self.form.value("account")
        password = self.form.value("password")
        self.form.clear_problems()
        self.found_button.setEnabled(False)
        self._jobs.run(
            lambda _progress: create_ledger(
                self._data_dir, community=community, account=account, password=password
            ),
            owner=self,
            done=self.founded.emit,
            failed=self._on_failed,
        )

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.form.editor("community").setFocus(Qt.FocusReason.OtherFocusReason)

    def _problems(self) -> list[FieldProblem]:
        value = self.form.value
        password = password_problem(value("password"), value("repeated"), value("account") or "")
        lines = {
            "community": "" if value("community") else tr("请填写社区名称，联系卡上会印它。"),
            "account": "" if value("account") else tr("请填写经办人姓名，用来登录和记录是谁改的。"),
            "password": password or "",
        }
        return [FieldProblem(field=name, message=words) for name, words in lines.items() if words]

    def _add_sample(self) -> None:
        line = QFrame(self)
        line.setObjectName("separator")
        self.column.addWidget(line)
        words = QLabel(
            tr("想先看一看？示例社区里的人都是虚构的，随便试，关闭程序后自动删除。"), self
        )
        words.setObjectName("muted")
        words.setWordWrap(True)
        self.column.addWidget(words)
        self.sample_button = QPushButton(icon("building-community"), tr("试用示例社区(&T)"), self)
        self.sample_button.clicked.connect(self.sample_asked)
        self.first_day_button = QPushButton(icon("school"), tr("第一天：跟着练一遍(&D)"), self)
        self.first_day_button.setToolTip(tr("另开一个练习窗口，里面的人都是虚构的，跟着做八步"))
        self.first_day_button.clicked.connect(self.first_day_asked)
        row = QHBoxLayout()
        row.addWidget(self.sample_button)
        row.addWidget(self.first_day_button)
        row.addStretch(1)
        self.column.addLayout(row)

    def _on_password(self) -> None:
        self.advice.setText(
            password_advice(self.form.value("password"), self.form.value("account") or "")
        )

    def _on_failed(self, error: UserError) -> None:
        self.found_button.setEnabled(True)
        self.show_error(error)
