"""The backups (备份与恢复): those here and on the stick, and what can be done with them."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from linli.domain.accounts import Right
from linli.domain.backups import MANUAL, BackupInfo
from linli.errors import UserError
from linli.gui.backups.restore_form import RestoreForm, moment
from linli.gui.backups.settings_forms import PolicyForm, StickForm
from linli.gui.backups.watch import stick_words
from linli.gui.desk import Desk
from linli.gui.fitting import fit_to_screen
from linli.gui.i18n import tr
from linli.gui.list_dialog import ListDialog
from linli.gui.plain_table import PlainTable
from linli.gui.status_line import backup_words
from linli.services import restores

FILES = "*.linli-backup"


def open_backups(desk: Desk, parent: QWidget) -> None:
    """Show the backups."""
    BackupsDialog(desk, parent).open()


class BackupsDialog(ListDialog):
    """Lists the backups, newest first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("备份与恢复"), desk, parent)
        self._backups = desk.services.backups
        self.items: list[tuple[BackupInfo, str]] = []
        heads = [
            *(tr("时间"), tr("原因"), tr("谁做的"), tr("居民"), tr("大小")),
            *(tr("存在哪里"), tr("状况")),
        ]
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setAccessibleName(tr("备份"))
        self.table.itemSelectionChanged.connect(self._on_selection)
        self.table.itemActivated.connect(self._on_activated)
        self.set_list(self.table)
        may = desk.services.context.may
        self.make_button = self.add_button(tr("立即备份(&B)"), "device-floppy")
        self.make_button.clicked.connect(self._on_make)
        self.restore_button = self.add_button(tr("恢复到这个备份(&R)…"), "restore")
        self.restore_button.clicked.connect(self._on_restore)
        self.file_button = self.add_button(tr("别处的备份(&F)…"), "folder-open")
        self.file_button.clicked.connect(self._on_file)
        self.undo_button = self.add_button(tr("撤销恢复(&U)…"), "arrow-back-up")
        self.undo_button.clicked.connect(self._on_undo)
        self.rehearse_button = self.add_button(tr("演练恢复(&T)"), "list-check")
        self.rehearse_button.clicked.connect(self._on_rehearse)
        self.stick_button = self.add_button(tr("备份盘(&S)…"), "usb")
        self.stick_button.clicked.connect(self._on_stick)
        self.policy_button = self.add_button(tr("保留规则(&K)…"), "settings")
        self.policy_button.clicked.connect(self._on_policy)
        for button in (self.make_button, self.stick_button, self.rehearse_button):
            button.setEnabled(may(Right.BACKUP))
        self.file_button.setEnabled(may(Right.RESTORE))
        self.policy_button.setEnabled(may(Right.SETTINGS))
        fit_to_screen(self, desk.theme.size(1120, 640))
        self.read()

    def read(self) -> None:
        """List everything anew."""
        here = [(info, tr("本机")) for info in self._backups.list_all()]
        status = self._backups.stick_status()
        there = []
        if status.root is not None:
            on_stick = self._backups.list_on(status.root)
            there = [(info, tr("备份盘“{name}”").format(name=status.name)) for info in on_stick]
        self.items = [*here, *there]
        self.table.set_lines(_line(info, where) for info, where in self.items)
        if self.items:
            self.table.selectRow(0)
        self._undo = restores.undo_of(self.desk.services.context.data_dir)
        may_restore = self.desk.services.context.may(Right.RESTORE)
        self.undo_button.setEnabled(self._undo is not None and may_restore)
        self._say_how_it_stands()
        self._on_selection()

    def selected(self) -> BackupInfo | None:
        """Return the selected backup, None without one."""
        row = self.table.currentRow()
        return self.items[row][0] if 0 <= row < len(self.items) else None

    def _say_how_it_stands(self) -> None:
        status, now = self._backups.status(), self.desk.services.context.clock()
        words = [backup_words(status, now), status.failed, status.rehearsal_failed]
        if status.rehearsed_at is not None and not status.rehearsal_failed:
            said = tr("{when} 演练过恢复，没有问题").format(when=moment(status.rehearsed_at))
            words.append(said)
        words += stick_words(self.desk, self._backups.stick_status())
        self.summary.setText("。".join(each.rstrip("。") for each in words if each) + "。")

    def _on_selection(self) -> None:
        info = self.selected()
        may = self.desk.services.context.may(Right.RESTORE)
        self.restore_button.setEnabled(info is not None and not info.problem and may)

    def _on_activated(self) -> None:
        self.restore_button.click()

    def _on_make(self) -> None:
        self.desk.jobs.run(
            lambda progress: self._backups.make_by_hand(MANUAL, progress),
            owner=self,
            done=lambda _: self._on_done(),
            title=tr("正在备份…"),
        )

    def _on_done(self) -> None:
        self.read()
        self.desk.bus.backed_up.emit()

    def _on_restore(self) -> None:
        info = self.selected()
        if info is not None:
            self._restore(info)

    def _on_undo(self) -> None:
        if self._undo is not None:
            self._restore(self._undo)

    def _on_file(self) -> None:
        kinds = tr("备份文件 ({kinds})").format(kinds=f"{FILES} about.json")
        path = self.desk.ask.open_file(self, tr("选一个备份文件"), kinds)
        if path is not None:
            self._restore_file(path)

    def _restore_file(self, path: Path) -> None:
        try:
            info = restores.look_into(path)
        except UserError as error:
            self.desk.ask.warn(self, error.message)
            return
        self._restore(info)

    def _restore(self, info: BackupInfo) -> None:
        context = self.desk.services.context
        try:
            form = RestoreForm(
                context.data_dir,
                info,
                self.desk.theme,
                self.desk.ask,
                self.desk.jobs,
                self,
                present=context,
                now=self.desk.services.residents.counts(),
            )
        except UserError as error:
            self.desk.ask.warn(self, error.message)
            return
        form.prepared.connect(self.desk.bus.restore_decided)
        form.open()

    def _on_rehearse(self) -> None:
        self.desk.jobs.run(
            self._backups.rehearse,
            owner=self,
            done=self._on_rehearsed,
            title=tr("正在把最近的备份恢复到一边，打开检查…"),
        )

    def _on_rehearsed(self, problems: list[str]) -> None:
        self._on_done()
        if problems:
            self.desk.ask.warn(self, tr("演练没有通过，请马上再备份一次。"), "\n".join(problems))
        else:
            self.desk.ask.tell(self, tr("演练通过：最近的备份恢复得回来，内容完好。"))

    def _on_stick(self) -> None:
        found = self._backups.drives()
        if found:
            form = StickForm(self.desk, found, self)
            form.saved.connect(lambda _: self._on_chosen())
            form.open()
            return
        chosen = self._backups.stick_status().name
        words = tr("没有找到U盘，请插上以后再点一次。")
        if not chosen:
            self.desk.ask.tell(self, words)
        elif self.desk.ask.confirm(
            self,
            tr("{words}或者不再用备份盘“{name}”？").format(words=words, name=chosen),
            accept=tr("不再用它"),
        ):
            self._backups.forget_stick()
            self._on_done()

    def _on_chosen(self) -> None:
        self.desk.jobs.run(
            self._backups.copy_to_stick,
            owner=self,
            done=lambda _: self._on_done(),
            title=tr("正在备份到备份盘，请不要拔…"),
        )

    def _on_policy(self) -> None:
        form = PolicyForm(self.desk, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()


def _line(info: BackupInfo, where: str) -> tuple[str, ...]:
    state = tr("完好") if info.is_good else tr("没有核对过，恢复时检查")
    return (
        moment(info.at),
        info.reason or "—",
        info.account or "—",
        "—" if info.counts is None else f"{info.counts.residents:,}",
        tr("{size} MB").format(size=f"{info.size / 1e6:.1f}"),
        where,
        info.problem or state,
    )
