"""Going back to a backup: what is inside, what differs from now, and by what it is opened."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.backups import BackupInfo
from linli.domain.residents import LedgerCounts
from linli.errors import FieldProblem, UserError, WrongPasswordError
from linli.gui.ask import Ask
from linli.gui.fact_list import FactList
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.jobs import Jobs
from linli.gui.password_input import PasswordInput
from linli.gui.theme import Theme
from linli.paths import DataDir
from linli.services import restores
from linli.services.restores import PreparedRestore, Secret

if TYPE_CHECKING:
    from linli.services.context import Context

_FIGURES = (
    ("residents", mark("居民")),
    ("households", mark("户")),
    ("dwellings", mark("住所")),
    ("floating", mark("流动人口")),
    ("rentals", mark("出租房屋")),
    ("cards", mark("联系卡")),
)


class RestoreForm(FormDialog):
    """Shows a backup and asks what opens it.

    Signals:
        prepared: it stands ready beside the ledger; carries the `PreparedRestore`.
    """

    prepared = Signal(object)

    def __init__(
        self,
        data_dir: DataDir,
        info: BackupInfo,
        theme: Theme,
        ask: Ask,
        jobs: Jobs,
        parent: QWidget | None,
        *,
        present: "Context | None" = None,
        now: LedgerCounts | None = None,
    ) -> None:
        """Make the form.

        Args:
            data_dir: where the ledger lies, or shall lie.
            info: the backup.
            theme: gives the sizes.
            ask: asks.
            jobs: prepares it.
            parent: the owner.
            present: the open ledger, if one is.
            now: what is in it.

        Raises:
            StorageProblem: the backup is damaged.
        """
        super().__init__(tr("恢复到这个备份"), theme, ask, parent)
        self._data_dir = data_dir
        self._info = info
        self._jobs = jobs
        self._present = present
        names = restores.accounts_in(info.path)
        self.form.add_widget(FactList(backup_facts(info, now), theme, self))
        kinds = {False: tr("做备份时的密码"), True: tr("恢复码（打印在纸上的）")}
        self.form.add("is_code", tr("用什么打开(&H)"), ChoiceInput(kinds))
        self.form.add("account", tr("账号(&A)"), ChoiceInput({name: name for name in names}))
        self.secret = PasswordInput()
        self.form.add("secret", tr("密码或恢复码(&P)"), self.secret)
        keep = tr("现在的台账会先另存一份，恢复错了可以再恢复回来。恢复以后要重新登录。")
        new = tr("恢复以后用做备份时的账号和密码登录。")
        self.form.field("secret").show_hint(keep if data_dir.exists() else new)
        own = present.actor.name if present is not None else names[0] if names else None
        self.form.load(is_code=False, account=own if own in names else None)
        self.form.modified = False
        self.save_button.setText(tr("恢复(&R)"))

    @override
    def accept(self) -> None:
        """Prepare it on the thread of jobs; the form stays until that is done."""
        self.problems.say("")
        self.form.clear_problems()
        value = self.form.value
        if not value("secret"):
            words = tr("请输入密码或恢复码。")
            self.form.show_problems([FieldProblem(field="secret", message=words)])
            self._make_room_later()
            return
        secret = Secret(
            account=value("account") or "", text=value("secret"), is_code=bool(value("is_code"))
        )
        self.save_button.setEnabled(False)
        self._jobs.run(
            lambda progress: restores.prepare(
                self._data_dir, self._info.path, secret, present=self._present, progress=progress
            ),
            owner=self,
            done=self._on_prepared,
            failed=self._on_failed,
            cancelled=lambda: self.save_button.setEnabled(True),
            title=tr("正在恢复，请不要关电脑…"),
        )

    @override
    def reject(self) -> None:
        if self.save_button.isEnabled():  # else it is being prepared
            self.form.modified = False  # nobody wants a half-typed password kept
            super().reject()

    def _on_prepared(self, prepared: PreparedRestore) -> None:
        self.form.modified = False
        self.save_button.setEnabled(True)
        self.done(self.DialogCode.Accepted)
        self.prepared.emit(prepared)

    def _on_failed(self, error: UserError) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, WrongPasswordError) or error.field == "recovery_code":
            self.form.show_problems([FieldProblem(field="secret", message=error.message)])
            self.secret.selectAll()
            self._make_room_later()
        else:
            self.show_error(error)


def backup_facts(info: BackupInfo, now: LedgerCounts | None) -> list[tuple[str, str]]:
    """Return the lines about a backup; figures that differ from `now` say so."""
    facts = [
        (tr("时间"), moment(info.at)),
        (tr("原因"), info.reason or tr("不知道")),
        (tr("谁做的"), info.account or tr("没有登录的人")),
        (tr("文件"), info.name),
    ]
    if info.counts is None:
        return [*facts, (tr("里面有"), tr("没有打开过，要恢复时才知道"))]
    figures = []
    for name, words in _FIGURES:
        inside = getattr(info.counts, name)
        line = f"{tr(words)} {inside:,}"
        if now is not None and getattr(now, name) != inside:
            line += tr("（现在 {count}）").format(count=f"{getattr(now, name):,}")
        figures.append(line)
    return [*facts, (tr("里面有"), "、".join(figures))]


def moment(at: datetime) -> str:
    """Return a moment as the window shows it."""
    return at.strftime("%Y-%m-%d %H:%M")
