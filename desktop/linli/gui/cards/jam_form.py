"""After a jam (卡纸): up to which card is everything all right?"""

from enum import StrEnum

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.runs import RunCardState, RunRecord
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput, LineInput


class _Came(StrEnum):
    SOME = "some"
    NONE = "none"


_CAME = {_Came.SOME: mark("一部分印好了"), _Came.NONE: mark("上一次的一张也没有印好")}


class JamForm(FormDialog):
    """Asks for the last good card number; what was printed after it waits again.

    `saved` carries the `Changes`.
    """

    kept = False

    def __init__(self, desk: Desk, record: RunRecord, parent: QWidget | None = None) -> None:
        super().__init__(tr("卡纸了，从哪里接着打"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._record = record
        printed = [c.number for c in record.cards if c.state is RunCardState.PRINTED]
        self.form.add("came", tr("印出来的(&T)"), ChoiceInput({k: tr(v) for k, v in _CAME.items()}))
        example = printed[0] if printed else ""
        self.form.add(
            "number",
            tr("最后一张好卡的卡号(&N)"),
            LineInput(tr("如 {number}").format(number=example)),
            hint=tr(
                "卡号印在二维码下面，7 位数字；也可以用扫码枪扫。它前面的都算印好，后面的重新打。"
            ),
        )
        self.form.load(came=_Came.SOME, number=None)
        self.form.editor("came").edited.connect(self._on_came)

    @override
    def save(self) -> Changes:
        number = self.form.value("number") if self._some else None
        if self._some and not number:
            message = tr("没有写卡号，请看看最后一张好的卡，写上它的卡号。")
            raise InvalidInput([FieldProblem(field="number", message=message)])
        return self._desk.services.runs.stopped_after(self._record.run.id, number)

    @override
    def show_error(self, error: UserError) -> None:
        if error.field == "number" and not isinstance(error, InvalidInput):
            error = InvalidInput([FieldProblem(field="number", message=error.message)])
        super().show_error(error)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.form.editor("number").setFocus()  # so that a scanner writes there at once

    @property
    def _some(self) -> bool:
        return bool(self.form.value("came") == _Came.SOME)

    def _on_came(self) -> None:
        self.form.show_fields(["number"], shown=self._some)
