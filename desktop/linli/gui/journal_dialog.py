"""What was done in the whole ledger (修改记录), and the audit trail (操作日志)."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from linli.domain.accounts import Right
from linli.domain.audit import AuditFilter
from linli.domain.history import AuditEvent
from linli.domain.name_troubles import with_gaps
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.inputs import LineInput
from linli.gui.list_dialog import ListDialog
from linli.gui.plain_table import PlainTable

_MOST_LINES = 500


class JournalDialog(ListDialog):
    """Lists the last steps, and for an administrator the last lines of the trail, newest first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("修改记录"), desk, parent)
        self.filter = LineInput(tr("输入人名、操作或经办人，只看有关的行"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(tr("筛选"))
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.table = self._add(
            tr("修改记录(&1)"),
            [tr("时间"), tr("经办人"), tr("现状"), tr("做了什么")],
            self._steps(),
        )
        self.log: PlainTable | None = None
        if desk.services.context.may(Right.AUDIT):
            self.log = self._add(
                tr("操作日志(&2)"),
                [tr("时间"), tr("经办人"), tr("操作"), tr("对象"), tr("说明")],
                map(_line, self._events()),
            )
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(10))
        column.addWidget(self.filter)
        column.addWidget(self.tabs, 1)
        self.set_list(box)
        self.filter.edited.connect(self._on_filter)
        self.tabs.currentChanged.connect(self._on_filter)
        self.filter.setFocus()
        self._on_filter()

    def _steps(self) -> Iterable[Sequence[str]]:
        return (
            (
                _time(entry.at),
                entry.account,
                tr("已撤销") if entry.undone else tr("有效"),
                with_gaps(entry.action),
            )
            for entry in self.desk.services.history.entries(_MOST_LINES)
        )

    def _events(self) -> Iterable[AuditEvent]:
        audits = self.desk.services.audits
        return audits.rows(audits.list_ids(AuditFilter())[:_MOST_LINES])

    def _add(self, title: str, heads: list[str], lines: Iterable[Sequence[str]]) -> PlainTable:
        table = PlainTable(heads, self.desk.theme, self.tabs)
        table.setAccessibleName(title.partition("(")[0])
        table.set_lines(lines)
        self.tabs.addTab(table, title)
        return table

    def _on_filter(self) -> None:
        """Show only the lines with the typed text, and say how many there are."""
        table = self.tabs.currentWidget()
        if isinstance(table, PlainTable):
            count = table.show_with(self.filter.text().strip())
            self.summary.setText(self._words(table).format(count=f"{count:,}"))

    def _words(self, table: PlainTable) -> str:
        if self.filter.text().strip():
            return tr("找到 {count} 行，最近的在前。")
        if table is not self.table:
            return tr(
                "最近 {count} 行：登录、查看完整号码、打印、导出和每次修改。这里的记录不能删改。"
            )
        if not table.rowCount():
            return tr("还没有修改记录。")
        return tr("最近 {count} 步，最近的在前。撤销和重做总是从最近的一步开始。")


def _line(event: AuditEvent) -> tuple[str, ...]:
    details = [f"{name}：{value}" for name, value in event.detail.items()]
    if not event.succeeded:
        details.insert(0, tr("没有成功"))
    words = (event.account, event.action, event.subject, "；".join(details))
    return (_time(event.at), *map(with_gaps, words))


def _time(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M")
