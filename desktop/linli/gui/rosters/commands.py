"""What the buttons of the tab do to a month: fill, explain, list, publish, change, print."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from linli.domain.changes import Changes
from linli.domain.register_texts import spoken_month
from linli.domain.roster_problem import Filled
from linli.domain.rosters import Cell
from linli.errors import UserError
from linli.gui.i18n import tr
from linli.gui.rosters.forms import FillForm, WishForm
from linli.gui.rosters.lists import ChangesDialog, ConflictsDialog, FilledDialog
from linli.gui.rosters.papers import PapersForm
from linli.gui.rosters.sheet import Sheet

if TYPE_CHECKING:
    from linli.gui.rosters.tab import RostersTab


class RosterCommands(QObject):
    """The buttons of a tab of rosters."""

    def __init__(self, tab: "RostersTab") -> None:
        super().__init__(tab)
        self._tab = tab

    def fill(self) -> None:
        """Ask what stays, then fill the month in the background."""
        sheet = self._tab.sheet
        if sheet is None:
            return
        form = FillForm(self._tab.desk, sheet, self._tab)
        form.saved.connect(lambda keep: self._fill(sheet, keep_all=keep))
        form.open()

    def why(self) -> None:
        """Say why somebody is where the cursor is, or why nobody is."""
        tab, sheet, spot = self._tab, self._tab.sheet, self._tab.spot
        if sheet is None or spot is None:
            return
        if not spot.cells:
            tab.say(tr("这一格没有人；先选中一个人，再问为什么是他。"))
            return
        month, cell = sheet.month, spot.cells[0]
        if (cell.day, cell.shift_id) not in sheet.problem.need or (
            cell.worker_id not in sheet.problem.worker
        ):
            tab.say(tr("这个人或这一班已经不在值班表的规则里，说不出原因。"))
            return
        tab.say(tab.desk.services.rosters.why(month.plan_id, month.month, cell))

    def conflicts(self) -> None:
        """List what is wrong; Enter goes there."""
        sheet = self._tab.sheet
        if sheet is not None:
            dialog = ConflictsDialog(self._tab.desk, sheet, self._tab)
            dialog.wanted.connect(self._tab.show_conflict)
            dialog.open()

    def publish(self) -> None:
        """Freeze the month, after what is wrong was said."""
        tab, sheet = self._tab, self._tab.sheet
        if sheet is None:
            return
        month = f"{sheet.plan.facts.name} {spoken_month(sheet.month.month)}"
        short, broken = sum(sheet.short.values()), sheet.broken_count
        detail = tr("公布以后不能直接改，只能登记换班替班。可以按 Ctrl+Z 撤销。")
        if short or broken:
            question = tr("{month}还缺 {short} 人次，有 {broken} 处不合规则。仍然公布吗？")
            words, accept = question.format(month=month, short=short, broken=broken), tr("仍然公布")
        else:
            words, accept = tr("公布{month}？").format(month=month), tr("公布")
        if not tab.desk.ask.confirm(tab, words, accept=accept, detail=detail):
            return
        try:
            changes = tab.desk.services.rosters.publish(
                sheet.month.plan_id,
                sheet.month.month,
                version=sheet.month.version,
                despite=bool(short or broken),
            )
        except UserError as error:
            tab.desk.ask.warn(tab, error.message)
            tab.refresh()
            return
        tab.desk.bus.publish(changes)

    def changes(self) -> None:
        """List swaps and stand-ins; a new one begins with the shift under the cursor."""
        sheet, spot = self._tab.sheet, self._tab.spot
        if sheet is not None:
            cell = spot.cells[0] if spot and spot.cells else None
            ChangesDialog(self._tab.desk, sheet, cell, self._tab).open()

    def wish(self) -> None:
        """Keep what somebody would like on the day under the cursor."""
        tab, sheet, spot = self._tab, self._tab.sheet, self._tab.spot
        if sheet is None or spot is None:
            return
        if not sheet.problem.workers:
            tab.say(tr("还没有人参加这张值班表，请先在“班次和规则”里加人。"))
            return
        form = WishForm(tab.desk, sheet, spot.day, spot.worker_id, tab)
        form.saved.connect(tab.desk.bus.publish)
        form.open()

    def print_month(self) -> None:
        """Ask what of the month is printed or written to a file."""
        tab, sheet, spot = self._tab, self._tab.sheet, self._tab.spot
        if sheet is not None:
            day = spot.day if spot is not None else sheet.month.month
            PapersForm(tab.desk, sheet, day, tab).open()

    def _fill(self, sheet: Sheet, *, keep_all: bool) -> None:
        tab, month = self._tab, sheet.month
        rosters = tab.desk.services.rosters
        tab.desk.jobs.run(
            lambda progress: rosters.fill(
                month.plan_id, month.month, keep_all=keep_all, progress=progress
            ),
            owner=tab,
            done=lambda made: self._on_filled(sheet, month.cells, made),
            title=tr("正在排班，取消就用到这时为止最好的"),
        )

    def _on_filled(
        self, sheet: Sheet, before: tuple[Cell, ...], made: tuple[Filled, Changes]
    ) -> None:
        filled, changes = made
        self._tab.desk.bus.publish(changes)
        FilledDialog(self._tab.desk, sheet.problem, before, filled, self._tab).open()
