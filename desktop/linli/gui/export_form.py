"""Exporting the register (导出名册): whom, masked or in full, and why in full."""

from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from linli.domain.residents import ResidentFilter
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput


class ExportForm(FormDialog):
    """Asks what to export and where to, says what that comes to, and writes the workbook."""

    kept = False

    def __init__(
        self, desk: Desk, shown: ResidentFilter, parent: QWidget, *, called: str = ""
    ) -> None:
        """Make the dialog.

        Args:
            desk: the working place.
            shown: whom to export, unless everybody is wanted.
            parent: the window.
            called: how these people are called; else those that the residents table shows now.
        """
        super().__init__(tr("导出名册"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._window = parent
        form = self.form
        whom = {shown: called or tr("表格里现在显示的人"), ResidentFilter(): tr("全部在住居民")}
        self._counts = {each: self._count(each) for each in whom}
        form.add("whom", tr("导出谁(&W)"), ChoiceInput(whom))
        numbers = {True: tr("隐去中间几位（推荐）"), False: tr("完整显示")}
        form.add("masked", tr("证件号和电话(&M)"), ChoiceInput(numbers))
        form.add("reason", tr("用途(&R)"), LineInput(tr("如 街道核对人口")))
        self.summary = QLabel(self)
        self.summary.setObjectName("muted")
        self.summary.setWordWrap(True)
        form.add_widget(self.summary)
        for name in ("whom", "masked"):
            form.editor(name).edited.connect(self._on_edited)
        form.load(whom=shown, masked=True)
        self._on_edited()
        self.save_button.setText(tr("导出(&S)…"))

    @override
    def save(self) -> None:
        value = self.form.value
        masked, reason = bool(value("masked")), value("reason")
        if not masked and not reason:
            message = tr("完整导出证件号码，请写明用途。")
            raise InvalidInput([FieldProblem(field="reason", message=message)])
        kinds = tr("Excel 工作簿 (*.xlsx)")
        path = self.ask.save_file(self, tr("导出名册"), tr("居民名册.xlsx"), kinds)
        if path is None:
            return
        exports, chosen = self._desk.services.exports, value("whom")
        self._desk.jobs.run(
            lambda progress: exports.residents(
                path, chosen, masked=masked, reason=reason, progress=progress
            ),
            owner=self._window,
            done=lambda _: self.ask.tell(
                self._window, tr("名册已导出。"), tr("位置：{path}").format(path=path)
            ),
            title=tr("正在导出名册…"),
        )

    @override
    def reject(self) -> None:
        self.form.modified = False  # there is nothing to lose
        super().reject()

    def _count(self, wanted: ResidentFilter) -> int:
        return self._desk.services.filters.count(wanted).people

    def _on_edited(self) -> None:
        """Say what will happen, and ask for the reason only where it is needed."""
        masked, count = bool(self.form.value("masked")), self._counts[self.form.value("whom")]
        self.form.show_fields(["reason"], shown=not masked)
        if masked:
            words = tr("将导出 {count} 人，一人一行。证件号和电话隐去中间几位，出生日期只留年份。")
        else:
            words = tr(
                "将导出 {count} 人，一人一行。证件号和电话完整显示，请妥善保管；"
                "导出和用途会记入操作日志。"
            )
        self.summary.setText(words.format(count=f"{count:,}"))
        self.save_button.setEnabled(count > 0)
        if self.isVisible():
            self.fit()
