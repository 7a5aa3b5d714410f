"""Choosing the backup stick, and how long backups stay."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.backups import BackupPolicy, Drive, KeepRule
from linli.domain.changes import Changes
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput, LineInput

_RULES = (
    ("days", mark("最近几天，每天一份(&D)")),
    ("weeks", mark("最近几周，每周一份(&W)")),
    ("months", mark("最近几个月，每月一份(&M)")),
)


class StickForm(FormDialog):
    """Chooses one of the drives that are plugged in; from then on only that one is written to."""

    def __init__(self, desk: Desk, found: Sequence[Drive], parent: QWidget | None) -> None:
        super().__init__(tr("选备份盘"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._found = found
        lines = {
            place: tr("{name}（{root}，空闲 {free} GB）").format(
                name=drive.name, root=drive.root, free=f"{drive.free / 1e9:.1f}"
            )
            for place, drive in enumerate(found)
        }
        hint = tr("插上它就自动备份到“邻里台备份”文件夹；别的U盘一概不写。盘里别的文件不动。")
        self.form.add("drive", tr("U盘(&U)"), ChoiceInput(lines), hint=hint)
        self.form.add("name", tr("叫它什么(&N)"), LineInput(tr("如 红色U盘")))
        self.form.load(drive=0, name=found[0].name)
        self.form.modified = False
        self.save_button.setText(tr("就用它(&S)"))

    @override
    def save(self) -> None:
        drive = self._found[self.form.value("drive")]
        self._desk.services.backups.choose_stick(drive, self.form.value("name") or "")


class PolicyForm(FormDialog):
    """How long backups stay, and how often a restore is rehearsed."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(tr("备份的保留规则"), desk.theme, desk.ask, parent)
        self._desk = desk
        policy = desk.services.backups.policy()
        for name, label in _RULES:
            self.form.add(name, tr(label), LineInput())
        hint = tr("导入、升级、恢复以前做的备份另外留 30 天。最后两份总是留着。")
        self.form.field("months").show_hint(hint)
        said = tr("在后台把最近的备份恢复到一边，打开检查，再删掉。填 0 就不演练。")
        self.form.add("rehearse_days", tr("几天演练一次恢复(&R)"), LineInput(), hint=said)
        self.add_history(desk, [("setting", "backup_policy")], tr("备份的保留规则"))
        self.form.load(
            rehearse_days=str(policy.rehearse_days),
            **{name: str(getattr(policy.keep, name)) for name, _ in _RULES},
        )
        self.form.modified = False

    @override
    def save(self) -> Changes:
        numbers = {name: self._number(name) for name in ("days", "weeks", "months")}
        policy = BackupPolicy(keep=KeepRule(**numbers), rehearse_days=self._number("rehearse_days"))
        return self._desk.services.backups.save_policy(policy)

    def _number(self, name: str) -> int:
        text = (self.form.value(name) or "").strip()
        if not text.isascii() or not text.isdecimal():
            words = tr("要填一个数字，现在是“{text}”，请改一下。").format(text=text)
            raise InvalidInput([FieldProblem(field=name, message=words)])
        return int(text)
