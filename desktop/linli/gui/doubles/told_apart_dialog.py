"""Who was told apart (不是同一人), in case that was a mistake."""

from PySide6.QtWidgets import QWidget

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.list_dialog import ListDialog
from linli.gui.picker import resident_line
from linli.gui.plain_table import PlainTable


class ToldApartDialog(ListDialog):
    """Lists the pairs; a mark can be taken off again."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("标记为不是同一人的"), desk, parent)
        self._pairs = desk.services.doubles.list_not_same()
        self.table = PlainTable([tr("第一条"), tr("第二条")], desk.theme, self)
        self.table.setAccessibleName(tr("不是同一人"))
        self.set_list(self.table)
        self.forget_button = self.add_button(tr("取消标记(&X)"), "arrow-back-up", Right.EDIT)
        self.forget_button.clicked.connect(self._on_forget)
        desk.bus.changed.connect(self._on_changed)
        self._read()

    def _read(self) -> None:
        row = max(self.table.currentRow(), 0)
        self._pairs = self.desk.services.doubles.list_not_same()
        self.table.set_lines((resident_line(a), resident_line(b)) for a, b in self._pairs)
        if self._pairs:
            self.table.selectRow(min(row, len(self._pairs) - 1))
        words = tr("共 {count} 对，查重时不再提出。").format(count=len(self._pairs))
        self.summary.setText(words if self._pairs else tr("还没有标记过。"))
        self.forget_button.setEnabled(bool(self._pairs))

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.RESIDENTS, Kind.DOUBLES):
            self._read()

    def _on_forget(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._pairs):
            one, other = self._pairs[row]
            changes = self.desk.services.doubles.forget_not_same(one.id, other.id)
            self.desk.bus.publish(changes)
