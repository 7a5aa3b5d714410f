"""The audit trail (审计日志): who did what, when, to whom, and whether it came about."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from linli.domain.audit import AuditReport
from linli.domain.changes import Changes
from linli.gui.audits.columns import COLUMNS, AuditSource
from linli.gui.audits.detail import EventPane
from linli.gui.audits.filter_row import FilterRow
from linli.gui.audits.verify_dialog import VerifyDialog
from linli.gui.desk import Desk
from linli.gui.fitting import fit_to_screen, scrolled
from linli.gui.i18n import tr
from linli.gui.list_dialog import ListDialog
from linli.gui.print_dialog import open_print_dialog
from linli.gui.table import TableModel
from linli.gui.table_reading import Beside
from linli.gui.table_view import TableView

_MOST_SAID = 8
_KINDS = "Excel (*.xlsx);;CSV (*.csv);;JSON (*.jsonl)"


def open_audits(desk: Desk, parent: QWidget) -> None:
    """Show the audit trail."""
    AuditDialog(desk, parent).open()


class AuditDialog(ListDialog):
    """Lists all events, newest first, a page at a time; nothing here can be changed or removed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("审计日志"), desk, parent)
        self._audits = desk.services.audits
        self.source = AuditSource(self._audits)
        run = partial(desk.jobs.read, owner=self)
        beside = Beside(reader=self.source.reader, run=run)
        self.model = TableModel(self.source, COLUMNS, self, beside=beside)
        self.table = TableView(self.model, desk.theme, desk.state, "audits", self)
        self.table.setAccessibleName(tr("审计日志"))
        self.filter = FilterRow(desk.theme, self)
        desk.jobs.read(lambda _: self._audits.accounts(), self.filter.set_accounts, owner=self)
        self.pane = EventPane(desk.theme, self)
        self._set_up()
        self.verify_button = self.add_button(tr("核验(&V)…"), "list-check")
        self.verify_button.clicked.connect(self._on_verify)
        self.head_button = self.add_button(tr("打印链头(&H)…"), "qrcode")
        self.head_button.clicked.connect(self._on_head)
        self.print_button = self.add_button(tr("打印列表(&P)…"), "printer")
        self.print_button.clicked.connect(self._on_print)
        self.export_button = self.add_button(tr("导出(&E)…"), "file-export")
        self.export_button.clicked.connect(self._on_export)
        self.filter.changed.connect(self.read)
        self.pane.record_asked.connect(self.filter.set_record)
        self.table.selection_changed.connect(self._on_selection)
        self.model.read.connect(self._say_how_many)
        desk.bus.changed.connect(self._on_changed)
        fit_to_screen(self, desk.theme.size(1240, 720))
        self.read()

    def read(self) -> None:
        """List the events of the filter anew."""
        self.source.filter = self.filter.value()
        self.model.reload()
        if self.model.rowCount() and self.table.current_id() is None:
            self.table.select_id(self.model.id_at(0))
        self._say_how_many()
        self._on_selection()

    def _set_up(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        beside = scrolled(self.pane)
        px = self.desk.theme.px
        self.table.setMinimumWidth(px(330))  # both fit the small screen at 200 %
        beside.setMinimumWidth(px(260))
        splitter.addWidget(beside)
        splitter.setSizes([px(780), px(400)])
        splitter.setStretchFactor(0, 1)
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.desk.theme.px(10))
        column.addWidget(self.filter)
        column.addWidget(splitter, 1)
        self.set_list(box)
        self.table.setFocus()

    def _say_how_many(self) -> None:
        if not self.model.whole:
            self.summary.setText(tr("正在查找…"))
            return
        count = f"{self.model.rowCount():,}"
        words = tr("{count} 条，最近的在前。这里的记录谁也不能修改或删除。")
        self.summary.setText(words.format(count=count))

    def _on_changed(self, _changes: Changes) -> None:
        self.model.refresh()

    def _on_selection(self) -> None:
        number = self.table.current_id()
        event = None if number is None else next(iter(self._audits.rows([number])), None)
        self.pane.show_event(event, [] if event is None else self._audits.changes(event))

    def _on_verify(self) -> None:
        VerifyDialog(self.desk, self, self._verify).open()

    def _verify(self, typed: str) -> None:
        heads = [typed] if typed else []
        self.desk.jobs.run(
            lambda _: self._audits.verify(heads),
            owner=self,
            done=self._on_verified,
            title=tr("正在核验…"),
        )

    def _on_verified(self, report: AuditReport) -> None:
        self.model.refresh()
        if report.problems:
            words = tr("核验发现 {count} 个问题。请不要再使用这台电脑上的台账，报告负责人。")
            found = "\n".join(report.problems[:_MOST_SAID])
            self.desk.ask.warn(self, words.format(count=len(report.problems)), found)
            return
        words = tr("核验完毕：{count} 条审计记录完整，没有被改动、删除或调换过。")
        notes = [*report.notes]
        if report.head is not None:
            notes.append(tr("链头：{head}").format(head=report.head.short))
        self.desk.ask.tell(self, words.format(count=f"{report.events:,}"), "\n".join(notes))

    def _on_head(self) -> None:
        self.desk.jobs.run(
            lambda _: self._audits.head_sheet(),
            owner=self,
            done=lambda content: self._show_pdf(content, tr("审计记录链头")),
            title=tr("正在准备…"),
        )

    def _on_print(self) -> None:
        wanted = self.filter.value()
        self.desk.jobs.run(
            lambda progress: self._audits.list_sheet(wanted, progress),
            owner=self,
            done=lambda content: self._show_pdf(content, tr("审计日志")),
            title=tr("正在准备…"),
        )

    def _show_pdf(self, content: bytes, title: str) -> None:
        self.model.refresh()
        open_print_dialog(self.desk, content, title, self)

    def _on_export(self) -> None:
        suggested = tr("审计日志") + ".xlsx"
        path = self.desk.ask.save_file(self, tr("导出审计日志"), suggested, _KINDS)
        if path is None:
            return
        chosen, wanted = Path(path), self.filter.value()
        self.desk.jobs.run(
            lambda progress: self._audits.export(chosen, wanted, progress),
            owner=self,
            done=lambda count: self._on_exported(count, chosen),
            title=tr("正在导出…"),
        )

    def _on_exported(self, count: int, path: Path) -> None:
        self.model.refresh()
        words = tr("已导出 {count} 条审计记录。").format(count=f"{count:,}")
        self.desk.ask.tell(self, words, tr("位置：{path}").format(path=path))
