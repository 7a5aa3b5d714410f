"""A bound volume (卷宗): looked at, printed, saved, or saved with a password for another office."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from linli.domain.case_file_rules import password_refusal
from linli.domain.case_files import RETENTION, SIDES, Retention, Sides
from linli.domain.changes import Changes
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.fitting import fit_to_screen, on_screen
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import ChoiceInput
from linli.gui.password_input import PasswordInput
from linli.gui.print_dialog import PrintDialog, Saving


class BindForm(FormDialog):
    """Asks how a volume is bound; `saved` carries the `Sides`, the cover says the rest."""

    kept = False

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None) -> None:
        super().__init__(tr("装订卷宗"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._case_id = case_id
        self._said = desk.services.case_files.keeping(case_id)
        sides: dict[Any, str] = {each: tr(words) for each, words in SIDES.items()}
        hint = tr("双面打印时，每份文书都从正面开始，背面空着的页不编号")
        self.form.add("sides", tr("怎样打印(&S)"), ChoiceInput(sides), hint=hint)
        keeping: dict[Any, str] = {None: tr("先空着")}
        keeping |= {each: tr(words) for each, words in RETENTION.items()}
        known = {words: each for each, words in RETENTION.items()}
        if self._said and self._said not in known:
            keeping[self._said] = self._said
        hint = tr("印在封面上；法律没有规定年限，按档案部门的要求选")
        self.form.add("keeping", tr("保管期限(&K)"), ChoiceInput(keeping), hint=hint)
        self.form.load(sides=Sides.ONE, keeping=known.get(self._said, self._said or None))
        self.save_button.setText(tr("装订(&D)"))

    @override
    def save(self) -> Sides:
        chosen = self.form.value("keeping")
        words = RETENTION[chosen] if isinstance(chosen, Retention) else chosen or ""
        if words != self._said:
            changes = self._desk.services.case_files.keep_for(self._case_id, chosen)
            self._publish(changes)
        sides: Sides = self.form.value("sides")
        return sides

    @override
    def reject(self) -> None:
        self.form.modified = False  # there is nothing to lose
        super().reject()

    def _publish(self, changes: Changes) -> None:
        self._desk.bus.publish(changes)


class LockForm(FormDialog):
    """Asks for the password of a copy, twice; `saved` carries it."""

    kept = False

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(tr("加密副本"), desk.theme, desk.ask, parent)
        words = tr(
            "对方打开这个文件时要输入这个密码。请另外告诉对方，不要和文件放在一起；"
            "忘了密码，谁也打不开，只能重新保存一份。"
        )
        label = plain_label(words, "muted", self)
        label.setWordWrap(True)
        self.form.add_widget(label)
        self.form.add("password", tr("密码(&P)"), PasswordInput())
        self.form.add("repeated", tr("再输一次(&R)"), PasswordInput())
        self.save_button.setText(tr("下一步(&N)…"))

    @override
    def save(self) -> str:
        password = self.form.value("password") or ""
        if said := password_refusal(password):
            raise InvalidInput([FieldProblem(field="password", message=said)])
        if password != self.form.value("repeated"):
            message = tr("两次输入的密码不一样，请重新输入。")
            raise InvalidInput([FieldProblem(field="repeated", message=message)])
        return password

    @override
    def reject(self) -> None:
        self.form.modified = False  # there is nothing to lose
        super().reject()


class BoundDialog(PrintDialog):
    """Shows a volume; it can be printed, saved, and saved with a password."""

    def __init__(self, desk: Desk, content: bytes, title: str, parent: QWidget | None) -> None:
        outputs = desk.services.outputs
        super().__init__(
            content,
            title,
            desk.theme,
            desk.jobs,
            parent,
            recording=outputs.sending,
            state=desk.state,
            saving=Saving(ask=desk.ask, write=outputs.save_pdf),
        )
        self._desk = desk
        self.lock_button = QPushButton(icon("lock"), tr("保存加密副本(&E)…"), self)
        self.lock_button.setAutoDefault(False)
        self.lock_button.setToolTip(tr("交给别的单位时用，打开要密码"))
        self.lock_button.clicked.connect(self._on_lock)
        self.row.insertWidget(self.row.indexOf(self.close_button), self.lock_button)
        wanted = self.minimumSizeHint()
        if on_screen(self, wanted).width() < wanted.width():  # large type: in a line of its own
            self.row.removeWidget(self.lock_button)
            self._column.addWidget(self.lock_button, 0, Qt.AlignmentFlag.AlignRight)
            fit_to_screen(self, desk.theme.size(720, 820))

    def _on_lock(self) -> None:
        form = LockForm(self._desk, self)
        form.saved.connect(self._on_password)
        form.open()

    def _on_password(self, password: str) -> None:
        ask, files = self._desk.ask, self._desk.services.case_files
        suggested = tr("{title}（加密）.pdf").format(title=self._title)
        path = ask.save_file(self, tr("保存加密副本"), suggested, "PDF (*.pdf)")
        if path is None:
            return
        self.problems.say("")
        done = tr("加密副本已保存到 {path}。请另外把密码告诉对方。").format(path=path)
        self._desk.jobs.run(
            lambda _: files.save_locked(self._content, path, password, self._title),
            owner=self,
            done=lambda _: ask.tell(self, done),
            failed=lambda error: self.problems.say(error.message),
            title=tr("正在保存…"),
        )
