"""Changing cells by keys and mouse: each change is saved at once and is one undo step."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect

from linli.domain import roster_edits
from linli.domain.accounts import Right
from linli.domain.roster_edits import Cells, Copied
from linli.domain.roster_lists import hours_of
from linli.domain.roster_offers import Offer, offers
from linli.domain.rosters import Cell
from linli.errors import UserError
from linli.gui.i18n import tr
from linli.gui.permission import who_may
from linli.gui.rosters.forms import ChangeForm
from linli.gui.rosters.grid import RosterGrid
from linli.gui.rosters.person_popup import PersonPopup
from linli.gui.rosters.sheet import Sheet, Spot, View

if TYPE_CHECKING:
    from linli.gui.rosters.tab import RostersTab


class RosterEditing(QObject):
    """What keys and mouse do to the sheet of a tab."""

    def __init__(self, tab: "RostersTab") -> None:
        super().__init__(tab)
        self._tab = tab
        self._copied: Copied | None = None
        self.popup: PersonPopup | None = None

    def connect_to(self, grid: RosterGrid) -> None:
        """Let the table's wishes be done."""
        grid.typing.connect(self.ask_for)
        grid.removed.connect(self._on_removed)
        grid.lock_wanted.connect(self._on_lock)
        grid.copy_wanted.connect(self._on_copy)
        grid.paste_wanted.connect(self._on_paste)
        grid.dropped.connect(self._on_dropped)

    # ---- somebody comes ----

    def ask_for(self, typed: str) -> None:
        """Offer whom to put at the current place; of a published month, a swap or stand-in."""
        tab, sheet, spot = self._tab, self._tab.sheet, self._tab.spot
        if sheet is None or spot is None:
            return
        if sheet.month.published_on is not None:
            self._change(sheet, spot)
            return
        if not self._may_change(sheet):
            return
        found = self._offers(sheet, spot)
        if not found:
            tab.say(tr("这里没有可选的：这一天不用人，或者没有人参加这张值班表。"))
            return
        popup = PersonPopup(found, typed, tab.desk.theme, tab.grid)
        popup.picked.connect(lambda offer: self._put(sheet, spot, offer))
        self.popup = popup
        box = tab.grid.visualRect(tab.grid.currentIndex())
        popup.show_at(QRect(tab.grid.viewport().mapToGlobal(box.topLeft()), box.size()))

    def _offers(self, sheet: Sheet, spot: Spot) -> list[Offer]:
        """Return people for a shift, or shifts for a person."""
        if sheet.view is View.DAYS:
            need = sheet.problem.need.get((spot.day, spot.shift_id or 0))
            return offers(sheet.problem, sheet.month.cells, need) if need else []
        if spot.worker_id not in sheet.problem.worker:
            return []
        held = {cell.shift_id for cell in spot.cells}
        found = []
        for need in sheet.problem.needs:
            if need.day != spot.day or need.key[1] in held:
                continue
            about = offers(sheet.problem, sheet.month.cells, need)
            why = next(each.why_not for each in about if each.worker_id == spot.worker_id)
            short = sheet.short.get(need.key, 0)
            words = tr("缺 {count} 人").format(count=short) if short else hours_of(need.shift)
            found.append(
                Offer(worker_id=need.key[1], name=need.shift.name, words=words, why_not=why)
            )
        return found

    def _put(self, sheet: Sheet, spot: Spot, offer: Offer) -> None:
        cells = sheet.month.cells
        if sheet.view is View.DAYS:
            place = (spot.day, spot.shift_id or 0)
            self._save(
                sheet, roster_edits.put(cells, place, offer.worker_id, instead=spot.worker_id)
            )
        elif spot.worker_id is not None:
            place = (spot.day, offer.worker_id)
            self._save(sheet, roster_edits.put(cells, place, spot.worker_id))

    def _change(self, sheet: Sheet, spot: Spot) -> None:
        desk = self._tab.desk
        if spot.cells and self._may_roster():
            form = ChangeForm(desk, sheet, spot.cells[0], self._tab)
            form.saved.connect(desk.bus.publish)
            form.open()

    # ---- somebody goes, stays, is copied ----

    def _on_removed(self) -> None:
        sheet = self._tab.sheet
        cells = self._selected()
        if sheet is None or not cells or not self._may_change(sheet):
            return
        left = roster_edits.remove(sheet.month.cells, cells)
        if any(cell.locked for cell in cells):
            self._tab.say(tr("锁定的没有去掉；要去掉请先按空格解锁。"))
        self._save(sheet, left)

    def _on_lock(self) -> None:
        sheet, cells = self._tab.sheet, self._selected()
        if sheet is not None and cells and self._may_change(sheet):
            locked = roster_edits.lock(sheet.month.cells, cells)
            words = tr("解锁") if all(cell.locked for cell in cells) else tr("锁定")
            self._save(sheet, locked, action=words)

    def _on_copy(self) -> None:
        sheet = self._tab.sheet
        if sheet is None:
            return
        spots = self._tab.grid.spots()
        if sheet.view is View.DAYS:
            places = {(spot.day, spot.shift_id or 0) for spot in spots}
        else:
            places = {(cell.day, cell.shift_id) for spot in spots for cell in spot.cells}
        self._copied = roster_edits.copy(sheet.month.cells, places)
        if self._copied is not None:
            words = tr("已复制 {days} 天，共 {count} 人次；到要贴的那一天按 Ctrl+V。")
            self._tab.say(words.format(days=self._copied.days, count=len(self._copied.cells)))

    def _on_paste(self) -> None:
        sheet, spot = self._tab.sheet, self._tab.spot
        if sheet is None or spot is None or self._copied is None or not self._may_change(sheet):
            return
        allowed = set(sheet.problem.need)
        by_days = sheet.view is View.DAYS
        place = (spot.day, spot.shift_id or 0)
        cells = roster_edits.paste(
            sheet.month.cells, self._copied, place, allowed, whole=not by_days
        )
        self._save(sheet, cells, action=tr("粘贴"))

    # ---- the mouse ----

    def _on_dropped(self, held: Spot, target: Spot, copies: bool) -> None:  # noqa: FBT001 - a signal's
        sheet = self._tab.sheet
        if sheet is None or not held.cells or not self._may_change(sheet):
            return
        cell = held.cells[0]
        if cell.locked and not copies:
            self._tab.say(tr("这一格锁定了；要动请先按空格解锁。"))
            return
        if any(other.locked for other in target.cells):
            self._tab.say(tr("那一格锁定了；要动请先按空格解锁。"))
            return
        cells = self._dropped(sheet, cell, target, copies=copies)
        if cells is None:
            self._tab.say(tr("那一天那一班不用人，放不下。"))
        else:
            self._save(sheet, cells)

    def _dropped(self, sheet: Sheet, cell: Cell, target: Spot, *, copies: bool) -> Cells | None:
        """Return the cells after something was let go; None where nobody is needed."""
        cells = sheet.month.cells
        by_days = sheet.view is View.DAYS
        place = (target.day, (target.shift_id or 0) if by_days else cell.shift_id)
        who = cell.worker_id if by_days or target.worker_id is None else target.worker_id
        if place not in sheet.problem.need or (not by_days and target.worker_id is None):
            return None
        if copies:
            instead = target.worker_id if by_days else None
            return roster_edits.put(cells, place, who, instead=instead)
        if target.cells:
            return roster_edits.swap(cells, cell, target.cells[0])
        return roster_edits.move(cells, cell, place, who)

    # ---- saving ----

    def _selected(self) -> list[Cell]:
        return [cell for spot in self._tab.grid.spots() for cell in spot.cells]

    def _may_roster(self) -> bool:
        if self._tab.desk.may(Right.ROSTER):
            return True
        self._tab.say(who_may(Right.ROSTER))
        return False

    def _may_change(self, sheet: Sheet) -> bool:
        if sheet.month.published_on is not None:
            self._tab.say(tr("这个月已经公布，不能直接改；要换人请选中他，点“换班替班”。"))
            return False
        return self._may_roster()

    def _save(self, sheet: Sheet, cells: Cells, *, action: str = "") -> None:
        """Keep the cells and show them with what is wrong now."""
        month, desk = sheet.month, self._tab.desk
        if cells == month.cells:
            return
        try:
            changes = desk.services.rosters.save_cells(
                month.plan_id,
                month.month,
                cells,
                version=month.version,
                action=action or tr("排班"),
            )
        except UserError as error:
            desk.ask.warn(self._tab, error.message)
            self._tab.refresh()
            return
        desk.bus.publish(changes)
