"""What a clerk can do from the residents tab, each as an action with its keys."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.errors import NotFoundError
from linli.gui import actions
from linli.gui.actions import ActionSpec, make_action
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.privacy.person_menu import PersonMenu

if TYPE_CHECKING:
    from linli.gui.resident_form import ResidentForm

_COMPARED = 2  # people that are set side by side


class Commands(QObject):
    """The tab's actions. `selected` tells whom they are about.

    Signals:
        cards_requested: print cards for these residents (a list of ids).
        import_requested: bring in a ledger.
        refresh_requested: read everything again.
        resident_saved: somebody was entered or changed, with the id.
    """

    cards_requested = Signal(object)
    import_requested = Signal()
    refresh_requested = Signal()
    resident_saved = Signal(object)

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk = desk
        self._owner = owner
        self.selected: Callable[[], list[int]] = list
        # The main window has the keys of the import.
        self.import_ledger = self._make(
            replace(actions.IMPORT, keys=""), self.import_requested.emit
        )
        self.new = self._make(actions.NEW_RESIDENT, self._on_new)
        self.refresh = self._make(actions.REFRESH, self.refresh_requested.emit)
        self.rentals = self._make(actions.RENTALS, self._on_rentals)
        self.recycle_bin = self._make(actions.RECYCLE_BIN, self._on_recycle_bin)
        self.print_cards = self._make(actions.PRINT_CARDS, self._on_print)
        self.edit = self._make(actions.EDIT_RESIDENT, self._on_edit)
        self.household = self._make(actions.HOUSEHOLD, self._on_household)
        self.history = self._make(actions.RESIDENT_HISTORY, self._on_history)
        self.visit = self._make(actions.NEW_VISIT, self._on_visit)
        self.notice = self._make(actions.NEW_NOTICE, self._on_notice)
        self.compare = self._make(actions.COMPARE, self._on_compare)
        self.move_out = self._make(actions.MOVE_OUT, self._on_move_out)
        self.deceased = self._make(actions.DECEASED, self._on_deceased)
        self.return_here = self._make(actions.RETURN_HERE, self._on_return)
        self.personal_data = PersonMenu(desk, owner, self._ids)
        self.recycle = self._make(actions.RECYCLE, self._on_recycle)
        self.show_selection(0)

    @property
    def page_actions(self) -> list[QAction]:
        """What concerns the whole tab, for its 更多 menu."""
        return [self.import_ledger, self.rentals, self.recycle_bin, self.refresh]

    @property
    def person_actions(self) -> list[QAction]:
        """What concerns the selected people, for the context menu."""
        return [
            self.print_cards,
            self.edit,
            self.household,
            self.history,
            self._separator(),
            self.visit,
            self.notice,
            self.compare,
            self.personal_data.action,
            self._separator(),
            self.move_out,
            self.deceased,
            self.return_here,
            self._separator(),
            self.recycle,
        ]

    def show_selection(self, count: int) -> None:
        """Enable what can be done with so many people; what has keys says itself what it needs."""
        for action in (self.history, self.deceased):
            action.setEnabled(count == 1)
        for action in (self.visit, self.notice, self.move_out, self.return_here):
            action.setEnabled(count > 0)
        self.compare.setEnabled(count == _COMPARED)
        self.personal_data.show_selection(count)

    def open_form(self, resident_id: int | None) -> None:
        """Open the form of a person, or an empty one; nothing for who may not change anything."""
        if not self._desk.may(Right.EDIT):
            return
        from linli.gui.resident_form import ResidentForm

        def make() -> "ResidentForm":
            resident = None
            if resident_id is not None:
                resident = self._desk.services.residents.get(resident_id)
            form = ResidentForm(self._desk, resident, self._owner)
            form.saved.connect(self.resident_saved)
            form.person_chosen.connect(self.resident_saved)
            return form

        self._open(make)

    def open_rental(self, dwelling_id: int) -> None:
        """Open what is recorded of a rented dwelling."""
        from linli.gui.rental_form import RentalForm

        self._open(lambda: RentalForm(self._desk, dwelling_id, self._owner))

    def _open(self, make: Callable[[], QDialog]) -> None:
        """Open a dialog; if its record is gone by now, say so and read again."""
        try:
            make().open()
        except NotFoundError as error:
            self._desk.ask.warn(self._owner, error.message)
            self.refresh_requested.emit()

    def _make(self, spec: ActionSpec, slot: Callable[[], object]) -> QAction:
        return make_action(spec, self._owner, slot, self._desk)

    def _separator(self) -> QAction:
        line = QAction(self)
        line.setSeparator(True)
        return line

    def _ids(self) -> list[int]:
        return self.selected()

    def _one(self) -> int | None:
        """Return the only selected person, or say that one is needed."""
        ids = self.selected()
        if len(ids) == 1:
            return ids[0]
        self._desk.ask.tell(self._owner, tr("请先在表格里选一位居民。"))
        return None

    def _some(self) -> list[int]:
        """Return the selected people, or say that somebody must be selected."""
        ids = self.selected()
        if not ids:
            words, detail = tr("请先在表格里选好居民。"), tr("按 Ctrl+A 可以选中表格里的全部居民。")
            self._desk.ask.tell(self._owner, words, detail)
        return ids

    def _people(self, ids: list[int]) -> str:
        """Return whom a question is about: the name of one, the number of several."""
        if len(ids) == 1:
            return self._desk.services.residents.get(ids[0]).facts.name
        return tr("选中的 {count} 位居民").format(count=f"{len(ids):,}")

    def _run(self, work: Callable[[], Changes], title: str) -> None:
        self._desk.jobs.run(
            lambda _: work(), owner=self._owner, done=self._desk.bus.publish, title=title
        )

    def _on_new(self) -> None:
        self.open_form(None)

    def _on_edit(self) -> None:
        chosen = self._one()
        if chosen is not None:
            self.open_form(chosen)

    def _on_print(self) -> None:
        ids = self._some()
        if ids:
            self.cards_requested.emit(ids)

    def _on_household(self) -> None:
        chosen = self._one()
        if chosen is not None:
            self._open(lambda: self._household_of(chosen))

    def _household_of(self, resident_id: int) -> QDialog:
        from linli.gui.household_dialog import HouseholdDialog

        household_id = self._desk.services.residents.get(resident_id).facts.household_id
        if household_id is None:
            words = tr("这位居民还没有入户，可以在“编辑”里选择所在的户，或者新建一户。")
            raise NotFoundError(words)
        return HouseholdDialog(self._desk, household_id, resident_id, self._owner)

    def _on_history(self) -> None:
        from linli.gui.history_dialog import HistoryDialog

        chosen = self._one()
        if chosen is not None:
            self._open(lambda: HistoryDialog.of_resident(self._desk, chosen, self._owner))

    def _on_rentals(self) -> None:
        from linli.gui.rentals_dialog import RentalsDialog

        RentalsDialog(self._desk, self._owner).open()

    def _on_recycle_bin(self) -> None:
        from linli.gui.recycle_bin import RecycleBin

        RecycleBin(self._desk, self._owner).open()

    def _on_notice(self) -> None:
        from linli.gui.notices.kinds import open_new_notice

        open_new_notice(self._desk, self._owner, self.selected())

    def _on_visit(self) -> None:
        from linli.gui.registers.visits import open_new_visit

        open_new_visit(self._desk, self.selected(), self._owner)

    def _on_compare(self) -> None:
        from linli.gui.doubles.commands import open_comparison

        kept, gone = self.selected()
        open_comparison(self._desk, kept, gone, self._owner)

    def _on_move_out(self) -> None:
        from linli.gui.standing_form import MoveOutForm

        MoveOutForm(self._desk, self.selected(), self._owner).open()

    def _on_deceased(self) -> None:
        from linli.gui.standing_form import DeceasedForm

        chosen = self._one()
        if chosen is not None:
            self._open(lambda: DeceasedForm(self._desk, chosen, self._owner))

    def _on_return(self) -> None:
        ids = self.selected()
        self._run(lambda: self._desk.services.residents.return_here(ids), tr("正在迁回…"))

    def _on_recycle(self) -> None:
        ids = self._some()
        agreed = ids and self._desk.ask.confirm(
            self._owner,
            tr("把{people}移入回收站？").format(people=self._people(ids)),
            accept=tr("移入回收站"),
            detail=tr("移错了可以按 Ctrl+Z 撤销，也可以随时从回收站恢复。"),
        )
        if agreed:
            self._run(lambda: self._desk.services.residents.recycle(ids), tr("正在移入回收站…"))
