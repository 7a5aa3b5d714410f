"""Certificates of hours (志愿服务记录证明): issuing, printing, giving anew."""

from collections.abc import Hashable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.hours import Certificate, hours_text
from linli.domain.registers import Register
from linli.gui.desk import Desk
from linli.gui.hours.forms import CertificateForm
from linli.gui.i18n import tr
from linli.gui.print_dialog import open_print_dialog
from linli.gui.registers.frame import PeopleRegister
from linli.gui.reveal import ask_in_full


class CertificatesDialog(PeopleRegister[Certificate]):
    """Lists issued certificates, the last number first."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.HOURS})
    history_table = "hours_certificate"
    across = True

    def __init__(
        self, desk: Desk, worker_id: int | None = None, parent: QWidget | None = None
    ) -> None:
        heads = [
            *(tr("编号"), tr("姓名"), tr("志愿者编号"), tr("从"), tr("到"), tr("时长")),
            *(tr("出具日期"), tr("经办人"), tr("补发")),
        ]
        super().__init__(tr("志愿服务记录证明"), heads, desk, parent)
        self._worker_id = worker_id
        new = self.add_editing(tr("出具证明(&N)…"), ordered=False, right=Right.ROSTER)
        self.open_button.setText(tr("打印证明(&D)…"))
        self.again_button = self.add_action(
            tr("补发(&R)…"), "refresh", self._on_again, right=Right.ROSTER
        )
        self.add_output(tr("打印登记簿(&P)…"), tr("导出表格(&B)…"))
        hint = tr("志愿者要证明时，点“出具证明”，时长和内容从台账里来。")
        self.set_empty("file-text", tr("还没有出具过证明"), hint, [new])
        self.read()

    @override
    def list_items(self) -> Sequence[Certificate]:
        return self.desk.services.hour_certificates.list_all()

    @override
    def key(self, item: Certificate) -> Hashable:
        return item.id

    @override
    def line(self, item: Certificate) -> Sequence[str]:
        return (
            item.number,
            item.name,
            item.volunteer_number or "",
            item.asked.first.isoformat(),
            item.asked.last.isoformat(),
            hours_text(item.quarters),
            item.issued_on.isoformat(),
            item.asked.handler,
            tr("{count} 次").format(count=item.reissues) if item.reissues else "",
        )

    @override
    def summary_text(self) -> str:
        return tr("共 {count} 份。").format(count=len(self.items)) if self.items else ""

    @override
    def open_form(self, item: Certificate | None) -> None:
        """Print a certificate, or ask for a new one."""
        if item is not None:
            self._print_one(item.id)
            return
        form = CertificateForm(self.desk, self._worker_id, self)
        form.saved.connect(self._on_issued)
        form.open()

    @override
    def register(self, *, revealed: bool) -> Register:
        return self.desk.services.hour_certificates.register(tr("志愿服务记录证明登记簿"))

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        may, one = self.desk.may, len(self.selected()) == 1
        self.open_button.setEnabled(one and may(Right.PRINT))
        self.again_button.setEnabled(one and may(Right.ROSTER))

    def _on_issued(self, result: tuple[int, Changes]) -> None:
        certificate_id, changes = result
        self.desk.bus.publish(changes)
        if self.desk.may(Right.PRINT):
            self._print_one(certificate_id)

    def _on_again(self) -> None:
        item = self.selected()[0]
        question = tr("补发 {number}？").format(number=item.number)
        detail = tr("编号和内容不变，纸上会写明是补发；这一步不能撤销。")
        if not self.desk.ask.confirm(self, question, accept=tr("补发"), detail=detail):
            return
        certificates = self.desk.services.hour_certificates
        self.do(lambda: certificates.reissue(item.id))

    def _print_one(self, certificate_id: int) -> None:
        """Ask how the number of the document is written, and print."""
        way = ask_in_full(self.desk, self, tr("证明上的证件号码怎么写？"))
        if way is None:
            return
        certificates = self.desk.services.hour_certificates
        self.desk.jobs.run(
            lambda _: certificates.pdf(certificate_id, reason=way.reason),
            owner=self,
            done=lambda content: open_print_dialog(
                self.desk, content, tr("志愿服务记录证明"), self
            ),
            title=tr("正在准备打印…"),
        )
