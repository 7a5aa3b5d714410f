"""Who issues notices (发文单位): 一委一居一站一办, each with the prefix of its numbers."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.notices import Issuer
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import LineInput
from linli.gui.parts_input import PartsInput


class IssuerForm(FormDialog):
    """An organisation; `saved` carries the `Issuer`."""

    def __init__(self, desk: Desk, issuer: Issuer | None, parent: QWidget) -> None:
        super().__init__(tr("发文单位"), desk.theme, desk.ask, parent)
        shown = issuer or Issuer(name="")
        self.form.add("name", tr("单位全称(&N)"), LineInput(tr("如 西河社区居民委员会")))
        hint = tr("印在文号最前面，如 西社通；不编代字可以空着")
        self.form.add("prefix", tr("机关代字(&P)"), LineInput(), hint=hint)
        self.form.load(name=shown.name, prefix=shown.prefix)
        self.save_button.setText(tr("确定(&S)"))

    @override
    def save(self) -> Issuer:
        return Issuer(name=self.form.value("name") or "", prefix=self.form.value("prefix") or "")


class IssuersInput(PartsInput[Issuer]):
    """The organisations; the first is offered first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("发文单位"), tr("添加单位(&A)…"), parent)
        self.add_moves()

    @override
    def line(self, part: Issuer) -> str:
        return f"{part.name}　{part.prefix}" if part.prefix else part.name

    @override
    def part_form(self, part: Issuer | None) -> FormDialog:
        return IssuerForm(self.desk, part, self)


class IssuersForm(FormDialog):
    """Edits who issues notices; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(tr("发文单位"), desk.theme, desk.ask, parent)
        self._desk = desk
        hint = tr("落款和红头用单位全称；同一个代字的文号连着编，每年从 1 号起。")
        self.form.add("issuers", tr("单位(&U)"), IssuersInput(desk), hint=hint)
        self.form.load(issuers=desk.services.notices.issuers())
        self.add_history(desk, [("setting", "notices.issuers")], tr("发文单位"))

    @override
    def save(self) -> Changes:
        return self._desk.services.notices.save_issuers(self.form.value("issuers"))
