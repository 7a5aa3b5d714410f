"""The import as three steps: check the columns, look at the trial's outcome, done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.imports import (
    ImportOutcome,
    ImportPlan,
    LedgerField,
    LedgerShape,
    PreviewRow,
    SheetPlan,
)
from linli.gui.desk import Desk
from linli.gui.fitting import fit_to_screen, scrolled
from linli.gui.forms import ProblemBand
from linli.gui.i18n import mark, tr
from linli.gui.importing.done_page import DonePage
from linli.gui.importing.mapping_page import MappingPage
from linli.gui.importing.outcome_page import OutcomePage

if TYPE_CHECKING:
    from linli.services.imports import ImportService, ImportSource

KINDS = mark("台账 (*.xlsx *.xls *.xlsm *.ods *.csv *.txt)")
_MAPPING, _OUTCOME, _DONE = range(3)


def import_ledger(desk: Desk, parent: QWidget) -> None:
    """Ask for a ledger and lead the clerk through its import."""
    path = desk.ask.open_file(parent, tr("选择要导入的台账"), tr(KINDS))
    if path is None:
        return
    service = desk.services.imports
    _lead_through(desk, parent, lambda: service.open(path), tr("正在读取台账…"))


def import_pasted(desk: Desk, parent: QWidget) -> None:
    """Lead the clerk through the import of the block of cells in the clipboard."""
    held: Any = QGuiApplication.clipboard().mimeData()  # None where nobody copied anything
    mime: QMimeData = QMimeData() if held is None else held
    text = mime.text()
    if any(url.isLocalFile() for url in mime.urls()):
        words = tr("剪贴板里是复制的文件。要导入整个文件，请用“导入台账”。")
        desk.ask.tell(parent, words)
    elif mime.hasImage() and not text.strip():
        words = tr("剪贴板里是图片，不是表格。")
        detail = tr("请在 WPS 或 Excel 里选中单元格，按 Ctrl+C 复制，再回到这里按 Ctrl+V。")
        desk.ask.tell(parent, words, detail)
    else:
        service = desk.services.imports
        _lead_through(desk, parent, lambda: service.open_pasted(text), tr("正在读取剪贴板…"))


def _lead_through(
    desk: Desk, parent: QWidget, opened: Callable[[], "ImportSource"], title: str
) -> None:
    """Read and plan beside the window, then show the steps."""
    service = desk.services.imports

    def read(_progress: object) -> tuple["ImportSource", ImportPlan]:
        source = opened()
        return source, service.plan(source)

    def show(found: tuple["ImportSource", ImportPlan]) -> None:
        ImportDialog(desk, *found, parent).open()

    desk.jobs.run(read, owner=parent, done=show, title=title)


class ImportDialog(QDialog):
    """Leads through the import of one workbook. Nothing is entered before the second step."""

    def __init__(
        self, desk: Desk, source: "ImportSource", plan: ImportPlan, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("导入台账"))
        self._desk = desk
        self._source = source
        self._outcome: ImportOutcome | None = None
        theme = desk.theme
        self._title = QLabel(self)
        self._title.setObjectName("heading")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._hint = QLabel(self)
        self._hint.setObjectName("muted")
        self._hint.setWordWrap(True)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._problems = ProblemBand(theme, self)
        self.mapping = MappingPage(_Planner(desk.services.imports, source), theme, self)
        self.outcome = OutcomePage(theme, self)
        self.done_page = DonePage(theme, self)
        self._stack = QStackedWidget(self)
        for page in (self.mapping, self.outcome, self.done_page):
            self._stack.addWidget(scrolled(page))
        self.back_button = QPushButton(tr("上一步(&P)"), self)
        self.next_button = QPushButton(self)
        self.next_button.setDefault(True)
        self.next_button.setProperty("primary", "true")
        self.cancel_button = QPushButton(tr("取消"), self)
        self._arrange()
        self.back_button.clicked.connect(self._on_back)
        self.next_button.clicked.connect(self._on_next)
        self.cancel_button.clicked.connect(self.reject)
        self.mapping.plan_changed.connect(self._read_preview)
        self.done_page.report_requested.connect(self._on_report)
        self.mapping.set_plan(plan)
        self._go_to(_MAPPING)
        self._read_preview()

    @override
    def reject(self) -> None:
        if self._desk.jobs.busy:
            return
        super().reject()

    def _arrange(self) -> None:
        px = self._desk.theme.px
        buttons = QHBoxLayout()
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        buttons.addWidget(self.next_button)
        buttons.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(12))
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addWidget(self._problems)
        column.addWidget(self._stack, 1)
        column.addLayout(buttons)
        fit_to_screen(self, self._desk.theme.size(1080, 700))

    @property
    def _place(self) -> str:
        """Where the ledger comes from."""
        if self._source.is_pasted:
            return tr("来自剪贴板")
        return tr("文件：{name}").format(name=self.mapping.plan.file_name)

    def _go_to(self, step: int) -> None:
        place = self._place
        title, hint, button = {
            _MAPPING: (
                tr("第 1 步　核对每一列"),
                tr("{place}。这一步只是看，还不会登记任何人。").format(place=place),
                tr("试导入(&N)"),
            ),
            _OUTCOME: (
                tr("第 2 步　看结果"),
                tr("照这样导入会是下面的结果。现在还没有登记，按“正式导入”才会登记。"),
                tr("正式导入(&I)"),
            ),
            _DONE: (tr("第 3 步　完成"), place, tr("完成(&F)")),
        }[step]
        self._title.setText(title)
        self._hint.setText(hint)
        self.next_button.setText(button)
        self.next_button.setEnabled(step != _MAPPING or bool(self.mapping.plan.included))
        self.back_button.setVisible(step == _OUTCOME)
        self.cancel_button.setVisible(step != _DONE)
        self._problems.say("")
        self._stack.setCurrentIndex(step)

    def _read_preview(self) -> None:
        plan = self.mapping.plan
        self.next_button.setEnabled(bool(plan.included))
        self._desk.jobs.run(
            lambda _progress: self._desk.services.imports.preview(self._source, plan),
            owner=self,
            done=self._show_preview,
            failed=lambda error: self._problems.say(error.message),
        )

    def _show_preview(self, rows: Sequence[PreviewRow]) -> None:
        for number, plan in enumerate(self.mapping.plan.sheets):
            mine = [row for row in rows if row.at.sheet == plan.sheet]
            self.mapping.set_preview(number, mine)

    def _on_back(self) -> None:
        self._go_to(_MAPPING)

    def _on_next(self) -> None:
        step = self._stack.currentIndex()
        if step == _MAPPING:
            self._try()
        elif step == _OUTCOME:
            self._run()
        else:
            self.accept()

    def _try(self) -> None:
        plan = self.mapping.plan
        self._desk.jobs.run(
            lambda progress: self._desk.services.imports.dry_run(self._source, plan, progress),
            owner=self,
            done=self._show_outcome,
            failed=lambda error: self._problems.say(error.message),
            title=tr("正在试导入…"),
        )

    def _show_outcome(self, outcome: ImportOutcome) -> None:
        self.outcome.set_outcome(outcome)
        self._go_to(_OUTCOME)
        self.next_button.setEnabled(bool(outcome.rows))
        if not outcome.rows:
            self._problems.say(tr("这里没有读到可以登记的行。请回上一步看看各列是否对。"))

    def _run(self) -> None:
        plan, decisions = self.mapping.plan, self.outcome.decisions
        self._desk.jobs.run(
            lambda progress: self._desk.services.imports.run(
                self._source, plan, decisions, progress
            ),
            owner=self,
            done=self._show_done,
            failed=lambda error: self._problems.say(error.message),
            title=tr("正在导入…"),
        )

    def _show_done(self, result: tuple[ImportOutcome, Changes]) -> None:
        outcome, changes = result
        self._outcome = outcome
        self.done_page.set_outcome(outcome)
        self._go_to(_DONE)
        self._desk.bus.publish(changes)

    def _on_report(self) -> None:
        outcome = self._outcome
        if outcome is None:
            return
        suggested = tr("退回表_{name}.xlsx").format(name=Path(outcome.file_name).stem)
        path = self._desk.ask.save_file(self, tr("保存退回表"), suggested, tr("工作簿 (*.xlsx)"))
        if path is None:
            return
        self._desk.jobs.run(
            lambda _progress: self._desk.services.imports.write_report(outcome, self._source, path),
            owner=self,
            done=lambda _: self._desk.ask.tell(
                self, tr("退回表已保存。"), tr("文件：{path}").format(path=path)
            ),
            title=tr("正在保存退回表…"),
        )


@dataclass(frozen=True)
class _Planner:
    """Plans the sheets of the opened file anew."""

    service: "ImportService"
    source: "ImportSource"

    def with_shape(self, plan: SheetPlan, shape: LedgerShape) -> SheetPlan:
        return self.service.with_shape(plan, shape)

    def with_head(self, plan: SheetPlan, first: int, last: int) -> SheetPlan:
        return self.service.plan_sheet(self.source, plan.sheet, first, last, plan.shape)

    def fields(self, shape: LedgerShape) -> Sequence[LedgerField]:
        return self.service.fields(shape)
