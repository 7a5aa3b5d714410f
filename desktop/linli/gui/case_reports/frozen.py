"""The frozen copies of reports."""

from collections.abc import Hashable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.case_reports import FrozenReport
from linli.domain.changes import Kind
from linli.domain.register_texts import spoken
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.register_dialog import RegisterDialog


class FrozenReports(RegisterDialog[FrozenReport]):
    """Lists them, the last one first; Enter opens one as it was."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.CASES})
    history_table = "case_report"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [tr("时段"), tr("留存日期"), tr("留存人"), tr("说明")]
        super().__init__(tr("留存的统计报表"), heads, desk, parent)
        self.open_button = self.add_button(tr("打开(&D)…"), "edit")
        self.open_button.clicked.connect(self._on_open)
        self._one.append(self.open_button)
        hint = tr("在统计报表里按“留存一份”，当时的数字就原样存下来。")
        self.set_empty("folder-open", tr("还没有留存的报表"), hint, [])
        self.read()

    @override
    def list_items(self) -> Sequence[FrozenReport]:
        return self.desk.services.case_reports.list_frozen()

    @override
    def key(self, item: FrozenReport) -> Hashable:
        return item.id

    @override
    def line(self, item: FrozenReport) -> Sequence[str]:
        made = f"{spoken(item.made.date())} {item.made:%H:%M}"
        return (item.period.title, made, item.by, item.note)

    @override
    def summary_text(self) -> str:
        return tr("共 {count} 份。").format(count=len(self.items)) if self.items else ""

    @override
    def open_form(self, item: FrozenReport | None) -> None:
        """Show a copy."""
        if item is not None:
            from linli.gui.case_reports.dialog import FrozenReportDialog  # opens this list

            FrozenReportDialog(self.desk, item.id, self).open()
