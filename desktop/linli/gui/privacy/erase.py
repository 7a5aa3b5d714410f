"""Erasing a person for good (彻底删除): what goes and what stays, then the password."""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QDialog, QWidget
from typing_extensions import override

from linli.domain.erasures import (
    GROUND_LABELS,
    ErasurePlan,
    ErasureResult,
    Ground,
    HeldBackup,
    Mention,
)
from linli.errors import FieldProblem, InvalidInput, UserError, WrongPasswordError
from linli.gui.desk import Desk
from linli.gui.fact_list import FactList, plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput
from linli.gui.password_input import PasswordInput

_TEXT_SHOWN = 60
"""So many characters of a text that names the person are shown."""


def open_erasure(
    desk: Desk, resident_id: int, parent: QWidget, ground: Ground = Ground.REQUEST
) -> None:
    """Look at what erasing a person would do, and show it."""
    desk.jobs.run(
        lambda _: desk.services.erasures.plan(resident_id),
        owner=parent,
        done=lambda plan: EraseDialog(desk, resident_id, plan, parent, ground=ground).open(),
        title=tr("正在查找这个人的全部信息…"),
    )


class EraseDialog(FormDialog):
    """Shows a plan, asks why and for the password, and erases."""

    def __init__(
        self,
        desk: Desk,
        resident_id: int,
        plan: ErasurePlan,
        parent: QWidget | None = None,
        *,
        ground: Ground = Ground.REQUEST,
    ) -> None:
        super().__init__(tr("彻底删除个人信息"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._resident_id = resident_id
        self._plan = plan
        self.mentions = [(self._mention_box(mention), mention) for mention in plan.mentions]
        words = tr("「{name}」的信息将从台账、查找索引、操作记录里去掉，不能撤销，也不能恢复。")
        self._say(words.format(name=plan.name))
        self._title(tr("要去掉的"))
        goes = [(line.label, tr("{count} 条").format(count=line.count)) for line in plan.goes]
        self.form.add_widget(FactList(goes, desk.theme, self))
        if self.mentions:
            self._title(tr("别处提到这个人的文字"))
            self._say(
                tr("勾选的会改写；写的是同名的另一个人，请去掉勾。")
                + (
                    tr("台账里还有 {count} 个同名的人。").format(count=plan.namesakes)
                    if plan.namesakes
                    else ""
                )
            )
            for box, _ in self.mentions:
                self.form.add_widget(box)
        self._title(tr("会留下的"))
        self._say("\n".join(f"· {line}" for line in plan.stays))
        self._title(tr("还存有这个人的备份"))
        self._say(backups_text(plan.backups))
        grounds: dict[Any, str] = {each: tr(label) for each, label in GROUND_LABELS.items()}
        self.form.add("ground", tr("删除的理由(&L)"), ChoiceInput(grounds))
        hint = tr("输入您自己的登录密码，才会删除")
        self.form.add("password", tr("密码(&P)"), PasswordInput(), hint=hint)
        self.form.load(ground=ground)
        self.save_button.setText(tr("彻底删除(&S)"))

    @override
    def save(self) -> object:
        """Not used: an erasure takes a while and runs as a job."""
        raise NotImplementedError

    @override
    def accept(self) -> None:
        self.problems.say("")
        self.form.clear_problems()
        password = self.form.value("password")
        if not password:
            message = tr("请输入您自己的登录密码。")
            self.show_error(InvalidInput([FieldProblem(field="password", message=message)]))
            return
        ground = self.form.value("ground")
        left = [mention.key for box, mention in self.mentions if not box.isChecked()]
        self.save_button.setEnabled(False)
        self._desk.jobs.run(
            lambda _: self._desk.services.erasures.erase(
                self._resident_id, ground=ground, password=password, left=left
            ),
            owner=self,
            done=self._on_done,
            failed=self._on_failed,
            title=tr("正在删除…"),
        )

    def _on_done(self, result: ErasureResult) -> None:
        self.form.modified = False
        QDialog.accept(self)
        self._desk.bus.publish(result.changes)
        detail = backups_text(result.backups)
        if result.backups:
            detail = tr("还存有这个人的备份：{backups}").format(backups=detail)
        if not result.swept:
            detail += tr(
                "磁盘空间不够，文件里空出来的地方还没有清理；请腾出空间后再打开“保存期限”。"
            )
        self._desk.ask.tell(self.parentWidget(), tr("已经彻底删除。"), detail)

    def _on_failed(self, error: UserError) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, WrongPasswordError):
            problem = FieldProblem(field="password", message=error.message)
            self.show_error(InvalidInput([problem]))
        else:
            self.show_error(error)

    def _mention_box(self, mention: Mention) -> QCheckBox:
        text = " ".join(mention.text.split())
        if len(text) > _TEXT_SHOWN:
            text = text[:_TEXT_SHOWN] + "…"
        box = QCheckBox(f"{mention.label}：{text}".replace("&", "&&"), self)
        box.setToolTip(mention.text)
        box.setChecked(mention.certain)
        return box

    def _title(self, text: str) -> None:
        self.form.add_widget(plain_label(text, "section", self))

    def _say(self, text: str) -> None:
        label = plain_label(text, "", self)
        label.setWordWrap(True)
        self.form.add_widget(label)


def backups_text(backups: tuple[HeldBackup, ...]) -> str:
    """Return which backups hold a person on, and what becomes of them."""
    if not backups:
        return tr("没有备份存有这个人。")
    days = tr("、").join(f"{backup.at:%Y-%m-%d %H:%M}（{backup.reason}）" for backup in backups[:6])
    if len(backups) > 6:
        days += tr("等 {count} 份").format(count=len(backups))
    return tr(
        "{days}。这些备份是加密的，会按保留规则逐步换掉，也可以在“备份与恢复”里删除；"
        "从它们恢复时，程序会提醒再删除一次。"
    ).format(days=days)
