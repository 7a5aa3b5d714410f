"""What has happened to one record (历史): when, by whom, which field, before and after."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from linli.domain.history import FieldChange
from linli.domain.name_troubles import with_gaps
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.list_dialog import ListDialog
from linli.gui.plain_table import PlainTable

_AT_FIRST = 300
"""So many lines are there at once; hardly any record has more."""


class HistoryDialog(ListDialog):
    """Lists changes, newest first; of very many the first ones until all are asked for."""

    def __init__(
        self, desk: Desk, name: str, changes: Sequence[FieldChange], parent: QWidget | None
    ) -> None:
        """Make the dialog. `name` is whose history it is."""
        super().__init__(tr("历史"), desk, parent)
        self.heading.setText(tr("{name}的历史").format(name=name))
        count = tr("共 {count} 处修改，最近的在前。证件号码和电话不完整显示。")
        empty = tr("还没有修改记录。")
        self.summary.setText(count.format(count=len(changes)) if changes else empty)
        heads = [tr("时间"), tr("项目"), tr("原来"), tr("改为"), tr("经办人"), tr("操作")]
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setAccessibleName(tr("修改记录"))
        self.table.set_lines(_line(change) for change in changes[:_AT_FIRST])
        self.set_list(self.table)
        if len(changes) > _AT_FIRST:
            words = tr("更早的 {count} 处(&A)").format(count=f"{len(changes) - _AT_FIRST:,}")
            self.rest_button = self.add_button(words, "history")
            self.rest_button.clicked.connect(lambda: self._show_all(changes))

    def _show_all(self, changes: Sequence[FieldChange]) -> None:
        self.rest_button.setEnabled(False)
        self.table.set_lines(map(_line, changes))
        self.table.setFocus()

    @classmethod
    def of_resident(cls, desk: Desk, resident_id: int, parent: QWidget | None) -> "HistoryDialog":
        """Return the history of a person."""
        name = desk.services.residents.get(resident_id).facts.name
        return cls(desk, name, desk.services.history.of_resident(resident_id), parent)

    @classmethod
    def of_record(
        cls, desk: Desk, table: str, row: str, name: str, parent: QWidget | None
    ) -> "HistoryDialog":
        """Return the history of any record; `name` is how the dialog calls it."""
        return cls(desk, name, desk.services.history.of_record(table, row), parent)

    @classmethod
    def of_records(
        cls, desk: Desk, records: Sequence[tuple[str, str]], name: str, parent: QWidget | None
    ) -> "HistoryDialog":
        """Return the history of several records (table and row) that the clerk sees as one."""
        return cls(desk, name, desk.services.history.of_records(records), parent)


def _line(change: FieldChange) -> tuple[str, ...]:
    return (
        change.at.strftime("%Y-%m-%d %H:%M"),
        change.field,
        with_gaps(change.before or "—"),
        with_gaps(change.after or "—"),
        change.account,
        with_gaps(change.action),
    )
