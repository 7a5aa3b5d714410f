"""Who was erased and has come back, as from an older backup: listed, to be erased again."""

from collections.abc import Sequence
from enum import StrEnum
from typing import ClassVar

from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from linli.domain.changes import Changes, Kind
from linli.domain.erasures import Returned
from linli.errors import FieldProblem, InvalidInput, UserError, WrongPasswordError
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.password_input import PasswordInput

_MOST = 50
"""So many are listed at a time; the others come when these are done."""


class Fate(StrEnum):
    """What becomes of somebody who has come back."""

    ERASE = mark("再次删除")
    OTHER = mark("不是同一个人，保留")
    LATER = mark("以后再说")


def report_returned(desk: Desk, parent: QWidget) -> None:
    """List who has come back, if anybody has."""
    _offer(desk, desk.services.erasures.returned(), parent)


def offer_waiting(desk: Desk, parent: QWidget) -> None:
    """List whom a restore has brought back, each time somebody who may erase signs in."""
    _offer(desk, desk.services.erasures.waiting(), parent)


def _offer(desk: Desk, people: Sequence[Returned], parent: QWidget) -> None:
    if people:
        ReturnedDialog(desk, people[:_MOST], parent).open()


class ReturnedDialog(FormDialog):
    """Asks about each what becomes of them, and for the password."""

    kept: ClassVar[bool] = False

    def __init__(
        self, desk: Desk, people: Sequence[Returned], parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("删除过的人又回来了"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._people = people
        words = tr(
            "以下 {count} 人以前已经彻底删除，又从备份或交换文件里带了回来。再次删除不能撤销。"
        )
        note = plain_label(words.format(count=f"{len(people):,}"), "", self)
        note.setWordWrap(True)
        self.form.add_widget(note)
        chosen = {}
        for each in people:
            name = f"person{each.resident_id}"
            fates = [fate for fate in Fate if fate is not Fate.OTHER or not each.certain]
            day = each.erased_at.date().isoformat()
            hint = tr("{day} 删除过") if each.certain else tr("{day} 删除过同名同生日的人，请核对")
            choice = ChoiceInput({fate: tr(fate.value) for fate in fates})
            self.form.add(name, each.name.replace("&", "&&"), choice, hint=hint.format(day=day))
            chosen[name] = Fate.ERASE if each.certain else Fate.LATER
        hint = tr("输入您自己的登录密码，才会删除")
        self.form.add("password", tr("密码(&P)"), PasswordInput(), hint=hint)
        self.form.load(**chosen)
        self.save_button.setText(tr("按以上选择处理(&S)"))
        for button in self.buttons.buttons():
            if button is not self.save_button:
                button.setText(tr("以后再说"))

    @override
    def save(self) -> object:
        """Not used: an erasure takes a while and runs as a job."""
        raise NotImplementedError

    @override
    def accept(self) -> None:
        self.problems.say("")
        self.form.clear_problems()
        erased, others = self._chosen(Fate.ERASE), self._chosen(Fate.OTHER)
        password = self.form.value("password") or ""
        if erased and not password:
            message = tr("请输入您自己的登录密码。")
            self.show_error(InvalidInput([FieldProblem(field="password", message=message)]))
            return
        erasures = self._desk.services.erasures

        def work(_progress: object) -> int:
            count = erasures.erase_again(erased, password=password) if erased else 0
            if others:
                erasures.are_others(others)
            return count

        self.save_button.setEnabled(False)
        self._desk.jobs.run(
            work, owner=self, done=self._on_done, failed=self._on_failed, title=tr("正在删除…")
        )

    @override
    def reject(self) -> None:
        if self.save_button.isEnabled():  # else they are being erased
            self.form.modified = False
            super().reject()

    def _chosen(self, fate: Fate) -> list[int]:
        return [
            each.resident_id
            for each in self._people
            if self.form.value(f"person{each.resident_id}") is fate
        ]

    def _on_done(self, count: int) -> None:
        self.form.modified = False
        QDialog.accept(self)
        kinds = frozenset({Kind.RESIDENTS, Kind.HOUSEHOLDS, Kind.RETENTION, Kind.REQUESTS})
        self._desk.bus.publish(Changes(kinds=kinds))
        if count:
            words = tr("已再次彻底删除 {count} 人。").format(count=count)
            self._desk.ask.tell(self.parentWidget(), words)

    def _on_failed(self, error: UserError) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, WrongPasswordError):
            problem = FieldProblem(field="password", message=error.message)
            self.show_error(InvalidInput([problem]))
        else:
            self.show_error(error)
