"""Asking why a numbered record was entered by mistake (作废): its number stays taken."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import LineInput


class VoidForm(FormDialog):
    """Asks for the reason; `saved` carries the `Changes`."""

    kept = False

    def __init__(
        self, desk: Desk, number: str, void: Callable[[str], Changes], parent: QWidget | None
    ) -> None:
        """Make the form.

        Args:
            desk: the working place.
            number: of the record.
            void: marks it, with the reason.
            parent: the window below.
        """
        title = tr("作废 {number}").format(number=number)
        super().__init__(title, desk.theme, desk.ask, parent)
        self._void = void
        hint = tr("编号保留不再用，统计里不计这一件")
        self.form.add("reason", tr("作废的原因(&R)"), LineInput(tr("如 重复登记")), hint=hint)

    @override
    def save(self) -> Changes:
        return self._void(self.form.value("reason") or "")
