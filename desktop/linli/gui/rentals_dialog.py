"""The register of rented dwellings (出租房屋台账): 户, 间, 人, and who lets what."""

from PySide6.QtWidgets import QWidget

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.labels import MANAGEMENT
from linli.domain.residents import Dwelling
from linli.domain.values.addresses import address_text
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.list_dialog import HistoryOf, ListDialog
from linli.gui.plain_table import PlainTable
from linli.gui.rental_form import RentalForm


class RentalsDialog(ListDialog):
    """Lists the rented dwellings with their sums."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("出租房屋"), desk, parent)
        self._rentals: list[Dwelling] = []
        heads = [
            tr("住址"),
            tr("编号"),
            tr("房东"),
            tr("间"),
            tr("人"),
            tr("管理类别"),
            tr("网格"),
        ]
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setAccessibleName(tr("出租房屋"))
        self.set_list(self.table)
        self.new_button = self.add_button(tr("登记出租房屋(&N)…"), "plus", Right.EDIT)
        self.open_button = self.add_button(tr("打开(&D)…"), "edit")
        self.end_button = self.add_button(tr("取消出租登记(&X)"), "trash", Right.EDIT)
        self.add_history(self._history_of)
        self.new_button.clicked.connect(self._on_new)
        self.open_button.clicked.connect(self._on_open)
        self.end_button.clicked.connect(self._on_end)
        self.table.itemActivated.connect(lambda _: self._on_open())
        desk.bus.changed.connect(self._on_changed)
        self._read()

    def _read(self) -> None:
        row = self.table.currentRow()
        self._rentals = self.desk.services.dwellings.list_rentals()
        self.table.set_lines(_line(dwelling) for dwelling in self._rentals)
        drafts = [dwelling.rental for dwelling in self._rentals if dwelling.rental is not None]
        text = tr("共 {homes} 户 {rooms} 间 {people} 人").format(
            homes=len(drafts),
            rooms=sum(draft.rooms or 0 for draft in drafts),
            people=sum(draft.occupants or 0 for draft in drafts),
        )
        self.summary.setText(text if drafts else tr("还没有登记出租房屋。"))
        if drafts:
            self.table.selectRow(min(max(row, 0), len(drafts) - 1))
        for button in (self.open_button, self.end_button):
            button.setEnabled(bool(drafts))

    def _chosen(self) -> Dwelling | None:
        row = self.table.currentRow()
        return self._rentals[row] if 0 <= row < len(self._rentals) else None

    def _history_of(self) -> HistoryOf | None:
        chosen = self._chosen()
        return None if chosen is None else ("dwelling", str(chosen.id), _line(chosen)[0])

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.DWELLINGS, Kind.GRIDS):
            self._read()

    def _on_new(self) -> None:
        RentalForm(self.desk, None, self).open()

    def _on_open(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            RentalForm(self.desk, chosen.id, self).open()

    def _on_end(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        place = address_text(chosen.address)
        agreed = self.desk.ask.confirm(
            self,
            tr("取消“{place}”的出租登记？").format(place=place),
            accept=tr("取消登记"),
            detail=tr("住址和住在那里的人不变，只去掉出租的登记。可以按 Ctrl+Z 撤销。"),
        )
        if agreed:
            self.desk.jobs.run(
                lambda _: self.desk.services.dwellings.set_rental(
                    chosen.id, None, version=chosen.version
                ),
                owner=self,
                done=self.desk.bus.publish,
            )


def _line(dwelling: Dwelling) -> tuple[str, ...]:
    rental = dwelling.rental
    if rental is None:
        return (address_text(dwelling.address),)
    return (
        address_text(dwelling.address),
        rental.number or "",
        rental.landlord_name or "",
        "" if rental.rooms is None else str(rental.rooms),
        "" if rental.occupants is None else str(rental.occupants),
        "" if rental.management is None else tr(MANAGEMENT[rental.management]),
        dwelling.grid_label or "",
    )
