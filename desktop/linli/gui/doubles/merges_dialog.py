"""The merges (合并记录): who went into whom, when, and what of it is in force."""

from PySide6.QtWidgets import QWidget

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.merges import MERGE_STATE, MergeRow, MergeState
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.doubles.unmerge_dialog import UnmergeDialog
from linli.gui.i18n import tr
from linli.gui.list_dialog import HistoryOf, ListDialog
from linli.gui.plain_table import PlainTable


class MergesDialog(ListDialog):
    """Lists merges, the latest first; Enter shows what one did, to take it back."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("合并记录"), desk, parent)
        self._merges: list[MergeRow] = []
        heads = [tr("时间"), tr("经办人"), tr("并走的"), tr("保留的"), tr("现状")]
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setAccessibleName(tr("合并记录"))
        self.set_list(self.table)
        self.undo_button = self.add_button(tr("撤回合并(&D)…"), "arrow-back-up", Right.REMOVE)
        self.undo_button.clicked.connect(self._on_undo)
        self.add_history(self._history_of)
        self.table.itemActivated.connect(lambda _: self._on_undo())
        self.table.itemSelectionChanged.connect(self._on_selection)
        desk.bus.changed.connect(self._on_changed)
        self._read()

    def _read(self) -> None:
        row = max(self.table.currentRow(), 0)
        self._merges = self.desk.services.doubles.list_merges()
        self.table.set_lines(_line(merge) for merge in self._merges)
        if self._merges:
            self.table.selectRow(min(row, len(self._merges) - 1))
        words = tr("共 {count} 次合并，最近的在前；每一次都可以整个或部分撤回。")
        some = words.format(count=len(self._merges))
        self.summary.setText(some if self._merges else tr("还没有合并过。"))
        self._on_selection()

    def _selected(self) -> MergeRow | None:
        row = self.table.currentRow()
        return self._merges[row] if 0 <= row < len(self._merges) else None

    def _history_of(self) -> HistoryOf | None:
        """Name the record that was kept, of which the merge is part."""
        chosen = self._selected()
        return None if chosen is None else ("resident", str(chosen.kept_id), chosen.kept_name)

    def _on_selection(self) -> None:
        chosen = self._selected()
        can = chosen is not None and chosen.state is not MergeState.UNDONE
        self.undo_button.setEnabled(can)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.RESIDENTS, Kind.DOUBLES):
            self._read()

    def _on_undo(self) -> None:
        chosen = self._selected()
        if chosen is None or chosen.state is MergeState.UNDONE:
            return
        try:
            UnmergeDialog(self.desk, chosen.id, self).open()
        except UserError as error:
            self.desk.ask.warn(self, error.message)


def _line(merge: MergeRow) -> tuple[str, ...]:
    return (
        merge.at.strftime("%Y-%m-%d %H:%M"),
        merge.account,
        merge.gone_name,
        merge.kept_name,
        tr(MERGE_STATE[merge.state]),
    )
