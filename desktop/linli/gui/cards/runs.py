"""The print runs (打印批次): what was printed by the hundred, and what of it still waits."""

from PySide6.QtWidgets import QWidget

from linli.domain.changes import Changes, Kind
from linli.domain.runs import Run
from linli.gui.cards.run_dialog import open_run
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.list_dialog import HistoryOf, ListDialog
from linli.gui.plain_table import PlainTable


def open_runs(desk: Desk, parent: QWidget) -> None:
    """Show the runs, the latest first."""
    RunsDialog(desk, parent).open()


class RunsDialog(ListDialog):
    """Lists the runs; Enter opens one, to go on with it or to see to a jam."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("打印批次"), desk, parent)
        self._runs: list[Run] = []
        heads = [tr("批次"), tr("开始"), tr("现状"), tr("共"), tr("已印"), tr("待印"), tr("经办人")]
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setAccessibleName(tr("打印批次"))
        self.set_list(self.table)
        self.open_button = self.add_button(tr("打开(&O)…"), "list-details")
        self.open_button.clicked.connect(self._on_open)
        self.add_history(self._history_of)
        self.table.itemActivated.connect(lambda _: self._on_open())
        desk.bus.changed.connect(self._on_changed)
        self._read()

    def _read(self) -> None:
        row = max(self.table.currentRow(), 0)
        self._runs = self.desk.services.runs.list_all()
        self.table.set_lines(_line(run) for run in self._runs)
        waiting = sum(1 for run in self._runs if run.waiting and run.closed_at is None)
        words = tr("共 {count} 批，{waiting} 批还没有印完。").format(
            count=len(self._runs), waiting=waiting
        )
        none = tr("还没有成批打印过。一次打两张以上的联系卡，就会记成一批。")
        self.summary.setText(words if self._runs else none)
        if self._runs:
            self.table.selectRow(min(row, len(self._runs) - 1))
        self.open_button.setEnabled(bool(self._runs))

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.CARDS):
            self._read()

    def _chosen(self) -> Run | None:
        row = self.table.currentRow()
        return self._runs[row] if 0 <= row < len(self._runs) else None

    def _history_of(self) -> HistoryOf | None:
        run = self._chosen()
        return None if run is None else ("print_run", str(run.id), run.title)

    def _on_open(self) -> None:
        run = self._chosen()
        if run is not None:
            open_run(self.desk, run.id, self)


def _line(run: Run) -> tuple[str, ...]:
    if run.closed_at is not None:
        standing = tr("已结束") if run.waiting else tr("已印完")
    else:
        standing = tr("还没有印完") if run.waiting else tr("已印完")
    return (
        run.title,
        run.started_at.strftime("%Y-%m-%d %H:%M"),
        standing,
        str(run.total),
        str(run.printed),
        str(run.waiting),
        run.account,
    )
