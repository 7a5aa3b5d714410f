"""Going back to a backup before any ledger is open: damaged, on a new machine, or forgotten."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from linli.domain.backups import BackupInfo
from linli.errors import UserError
from linli.gui.ask import Ask
from linli.gui.backups.restore_form import RestoreForm, moment
from linli.gui.i18n import tr
from linli.gui.jobs import Jobs
from linli.gui.page import Page
from linli.gui.plain_table import PlainTable
from linli.gui.theme import Theme
from linli.paths import DataDir
from linli.services import restores

_LINES = 5


class RestorePage(Page):
    """Lists the backups here and on the sticks that are plugged in.

    Signals:
        prepared: one stands ready to take its place; carries the `PreparedRestore`.
        left: back to where the clerk came from.
    """

    prepared = Signal(object)
    left = Signal()

    def __init__(
        self, data_dir: DataDir, theme: Theme, ask: Ask, jobs: Jobs, *, problem: str = ""
    ) -> None:
        """Make the page. `problem` is why the ledger does not open, "" if it is not damaged."""
        words = tr("选一个备份，输入做备份时的密码或恢复码。插着的U盘上的备份也在下面。")
        super().__init__(tr("从备份恢复"), words, theme)
        self._data_dir = data_dir
        self._ask = ask
        self._jobs = jobs
        self.problems.say(problem)
        self.form.hide()
        self.items: list[BackupInfo] = []
        self.table = PlainTable([tr("时间"), tr("居民"), tr("原因"), tr("在哪里")], theme, self)
        self.table.setAccessibleName(tr("备份"))
        self.table.setMinimumHeight(theme.px(36 * _LINES))
        self.table.itemActivated.connect(lambda _: self.restore())
        self.table.itemSelectionChanged.connect(self._on_selection)
        self.column.addWidget(self.table)
        self.file_button = QPushButton(tr("别处的备份文件(&F)…"), self)
        self.file_button.clicked.connect(self._on_file)
        self.refresh_button = QPushButton(tr("刷新(&H)"), self)
        self.refresh_button.clicked.connect(self.read)
        self.back_button = QPushButton(tr("返回(&B)"), self)
        self.back_button.clicked.connect(self.left)
        self.restore_button = self.add_buttons(
            QPushButton(tr("恢复到这个备份(&R)…"), self),
            self.file_button,
            self.refresh_button,
            self.back_button,
        )
        self.restore_button.clicked.connect(self.restore)
        self.read()

    def read(self) -> None:
        """List everything anew, as after a stick was plugged in."""
        here = restores.list_backups(self._data_dir)
        there = restores.list_on_sticks()
        self.items = [*here, *there]
        self.table.set_lines(
            _line(info, tr("本机") if place < len(here) else str(info.path.parent.parent))
            for place, info in enumerate(self.items)
        )
        if self.items:
            self.table.selectRow(0)
        self._on_selection()

    def restore(self) -> None:
        """Ask what opens the selected backup."""
        row = self.table.currentRow()
        if 0 <= row < len(self.items):
            self._restore(self.items[row])

    def _on_selection(self) -> None:
        row = self.table.currentRow()
        chosen = self.items[row] if 0 <= row < len(self.items) else None
        self.restore_button.setEnabled(chosen is not None and not chosen.problem)

    def _on_file(self) -> None:
        kinds = tr("备份文件 ({kinds})").format(kinds="*.linli-backup about.json")
        path = self._ask.open_file(self, tr("选一个备份文件"), kinds)
        if path is None:
            return
        try:
            self._restore(restores.look_into(path))
        except UserError as error:
            self._ask.warn(self, error.message)

    def _restore(self, info: BackupInfo) -> None:
        try:
            form = RestoreForm(self._data_dir, info, self.theme, self._ask, self._jobs, self)
        except UserError as error:
            self._ask.warn(self, error.message)
            return
        form.prepared.connect(self.prepared)
        form.open()


def _line(info: BackupInfo, where: str) -> tuple[str, ...]:
    counted = "—" if info.counts is None else f"{info.counts.residents:,}"
    return (moment(info.at), counted, info.problem or info.reason, where)
