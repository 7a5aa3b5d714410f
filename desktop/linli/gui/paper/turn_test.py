"""Two test sheets that tell how the stack has to be turned by hand (试两张)."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.paper import Duplex, Pass, PrinterProfile
from linli.gui.desk import Desk
from linli.gui.fitting import fit_to_screen, scrolled
from linli.gui.forms import Form, ProblemBand
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput
from linli.gui.paper.print_row import PrintRow
from linli.gui.paper.turn_picture import TurnPicture

_OTHER = {Duplex.LONG: Duplex.SHORT, Duplex.SHORT: Duplex.LONG}


class TurnTestDialog(QDialog):
    """Prints fronts, then backs, and asks what the clerk sees. Show it with `open()`."""

    def __init__(self, desk: Desk, profile: PrinterProfile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("手动翻面，试两张：{name}").format(name=profile.name))
        self._desk = desk
        self._profile = profile
        self.problems = ProblemBand(desk.theme, self)
        paper = desk.services.paper
        self.fronts = PrintRow(
            desk,
            lambda: paper.turn_test(self._profile, Pass.FRONTS),
            tr("翻面试印正面"),
            tr("印两张正面(&P)"),
            self,
            profile=profile,
        )
        self.backs = PrintRow(
            desk,
            lambda: paper.turn_test(self._profile, Pass.BACKS),
            tr("翻面试印背面"),
            tr("印两张背面(&B)"),
            self,
            profile=profile,
            after=self.fronts,
        )
        self.picture = TurnPicture(self)
        self.form = Form(desk.theme, parent=self)
        self._add_questions()
        self.outcome = QLabel(self)
        self.outcome.setObjectName("subheading")
        self.outcome.setTextFormat(Qt.TextFormat.PlainText)
        self.outcome.setWordWrap(True)
        self.outcome.hide()
        self.buttons = QDialogButtonBox(self)
        self.save_button = self.buttons.addButton(
            tr("记下来(&S)"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.save_button.setDefault(True)
        self.buttons.addButton(tr("关闭(&C)"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._on_save)
        self.buttons.rejected.connect(self.reject)
        self._show_turn()
        self._arrange()

    @override
    def reject(self) -> None:
        if not self._desk.jobs.busy:
            super().reject()

    def _add_questions(self) -> None:
        unanswered = {None: tr("请选择")}
        faces = {True: tr("印在白的一面"), False: tr("印到有字的一面上了")}
        order = {False: tr("第 1 张（一样）"), True: tr("第 2 张（次序反了）")}
        heads = {False: tr("朝上（一样）"), True: tr("朝下（颠倒了）")}
        add = self.form.add
        add("white", tr("背面印在哪里(&W)"), ChoiceInput({**unanswered, **faces}))
        add("reversed", tr("第 1 张的背面是(&N)"), ChoiceInput({**unanswered, **order}))
        hint = tr("把第 1 张像翻书一样翻过来看。")
        add("turned", tr("背面的箭头(&J)"), ChoiceInput({**unanswered, **heads}), hint=hint)
        self.form.edited.connect(self._on_edited)
        self._on_edited()

    def _arrange(self) -> None:
        px = self._desk.theme.px
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, px(8), 0)
        column.setSpacing(px(10))
        column.addWidget(self._heading(tr("1. 放两张普通纸，印正面")))
        column.addWidget(self.fronts)
        column.addWidget(self._heading(tr("2. 照图把纸翻过来放回去，印背面；以后都照同样的办法放")))
        column.addWidget(self.picture)
        column.addWidget(self.backs)
        column.addWidget(self._heading(tr("3. 看印出来的两张纸")))
        column.addWidget(self.form)
        column.addWidget(self.outcome)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(16), px(16), px(16), px(16))
        outer.setSpacing(px(12))
        outer.addWidget(self.problems)
        outer.addWidget(scrolled(page), 1)
        outer.addWidget(self.buttons)
        self.fronts.focus_first()
        fit_to_screen(self, self._desk.theme.size(720, 740))

    def _heading(self, text: str) -> QLabel:
        heading = QLabel(text, self)
        heading.setObjectName("section")
        heading.setWordWrap(True)
        return heading

    def _show_turn(self) -> None:
        profile = self._profile
        self.picture.show_turn(profile.turn, backs_reversed=profile.backs_reversed)

    def _on_edited(self) -> None:
        on_white = self.form.value("white")
        self.form.show_fields(["reversed", "turned"], shown=on_white is not False)

    def _on_save(self) -> None:
        value = self.form.value
        self.problems.say("")
        if value("white") is False:
            self._say(
                tr("那是纸放反了面：请把整叠纸翻个面（有字的一面朝另一边），重新印两张试试。")
            )
            return
        if None in (value("white"), value("reversed"), value("turned")):
            self.problems.say(tr("三个问题还没有答完，请看着印出来的两张纸选好。"))
            return
        if not (value("reversed") or value("turned")):
            self._say(tr("都对了。以后手动双面就照这样放纸。"))
            return
        old = self._profile
        new = replace(
            old,
            turn=_OTHER[old.turn] if value("turned") else old.turn,
            backs_reversed=old.backs_reversed is not bool(value("reversed")),
        )
        self._desk.jobs.run(
            lambda _: self._desk.services.paper.save_profile(new, old_name=old.name),
            owner=self,
            done=lambda changes: self._on_saved(new, changes),
            failed=lambda error: self.problems.say(error.message),
        )

    def _on_saved(self, profile: PrinterProfile, changes: Changes) -> None:
        self._profile = profile
        self._desk.bus.publish(changes)
        self._show_turn()
        for name in ("white", "reversed", "turned"):
            self.form.editor(name).set_value(None)
        self._say(
            tr(
                "已经记下，程序以后会这样排。请照刚才同样的办法放纸，再试两张，三个答案都该是第一个。"
            )
        )

    def _say(self, words: str) -> None:
        self.outcome.setText(words)
        self.outcome.show()
