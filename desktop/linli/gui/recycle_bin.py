"""The recycle bin (回收站): who was taken out of the ledger, to be brought back."""

from PySide6.QtWidgets import QWidget

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.residents import ResidentFilter
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.list_dialog import ListDialog
from linli.gui.resident_columns import COLUMNS, ResidentSource
from linli.gui.table import TableModel
from linli.gui.table_view import TableView

_SHOWN = ("name", "address", "phone", "document", "sex", "age")


class RecycleBin(ListDialog):
    """Lists who is in the bin; whoever is selected can be brought back."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("回收站"), desk, parent)
        source = ResidentSource(desk.services.residents, ResidentFilter(recycled=True))
        columns = [column for column in COLUMNS if column.key in _SHOWN]
        self.model = TableModel(source, columns, self)
        self.table = TableView(self.model, desk.theme, desk.state, "recycle_bin", self)
        self.table.setAccessibleName(tr("回收站里的居民"))
        self.set_list(self.table)
        self.restore_button = self.add_button(tr("恢复选中的居民(&R)"), "restore", Right.REMOVE)
        self.restore_button.clicked.connect(self._on_restore)
        self.table.selection_changed.connect(self._on_selection)
        desk.bus.changed.connect(self._on_changed)
        self._read()

    def _read(self) -> None:
        self.model.reload()
        if self.model.rowCount() and self.table.current_id() is None:
            self.table.select_id(self.model.id_at(0))
        count = self.model.rowCount()
        text = tr("共 {count} 人。选中后点“恢复”，资料会原样回到台账。").format(count=count)
        self.summary.setText(text if count else tr("回收站是空的。"))
        self._on_selection()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.RESIDENTS):
            self._read()

    def _on_selection(self) -> None:
        self.restore_button.setEnabled(bool(self.table.selected_ids()))

    def _on_restore(self) -> None:
        ids = self.table.selected_ids()
        self.desk.jobs.run(
            lambda _: self.desk.services.residents.restore(ids),
            owner=self,
            done=self.desk.bus.publish,
            title=tr("正在恢复…"),
        )
