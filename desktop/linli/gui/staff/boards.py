"""The boards of the grids (网格公示栏): who stands there, and whose picture is missing."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, ClassVar, NamedTuple

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.boards import BoardEntry
from linli.domain.cards import CardSource
from linli.domain.changes import Changes, Kind
from linli.gui.cards.dialog import open_source_cards
from linli.gui.desk import Desk
from linli.gui.grid_form import GridForm
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput
from linli.gui.list_dialog import HistoryOf
from linli.gui.register_dialog import RegisterDialog
from linli.gui.staff.board_forms import BoardEntryForm, FillForm
from linli.gui.staff.missing_photos import MissingPhotosBand


class Place(NamedTuple):
    """Somebody on a board, and the place there, from 0."""

    position: int
    entry: BoardEntry


def open_boards(desk: Desk, parent: QWidget, grid_id: int | None = None) -> None:
    """Show the board of a grid, at first that of `grid_id`."""
    if not desk.services.grids.list_all():
        words = tr("还没有网格，公示栏是按网格做的。请先在“网格”页新增网格。")
        desk.ask.tell(parent, words)
        return
    BoardsDialog(desk, parent, grid_id).open()


class BoardsDialog(RegisterDialog[Place]):
    """Lists who stands on the board of the chosen grid. There is at least one grid."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.GRIDS, Kind.RESIDENTS})
    history_table = "grid"

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, grid_id: int | None = None
    ) -> None:
        heads = [tr("姓名"), tr("照片"), tr("认领岗位"), tr("电话"), tr("承诺")]
        super().__init__(tr("公示栏"), heads, desk, parent)
        self._masks = desk.services.masking.masks()
        self.grid = ChoiceInput(self._grids(), self)
        self.grid.set_value(grid_id)
        self.add_choice(tr("网格(&G)"), self.grid)
        self.band = MissingPhotosBand(self)
        self._column.insertWidget(1, self.band)
        new = self.add_editing(tr("添加(&N)…"), ordered=True)
        fill = QAction(tr("补入本网格党员(&L)…"), self)
        fill.triggered.connect(self._on_fill)
        self.fill_button = self.add_button(fill.text(), "user-plus", Right.EDIT)
        self.fill_button.clicked.connect(fill.trigger)
        self.add_removing(tr("去掉(&X)"))
        self.print_button = self.add_button(tr("打本网格公示栏(&P)…"), "printer", Right.PRINT)
        self.print_button.clicked.connect(lambda: self._print([self.grid.value()]))
        self.print_all_button = self.add_button(tr("打全部网格(&A)…"), "printer", Right.PRINT)
        self.print_all_button.clicked.connect(lambda: self._print(list(self._grids())))
        hint = tr("公示栏上有党员的姓名、照片、认领岗位和电话。网格长、联络员和民警取自网格资料。")
        self.set_empty("users", tr("这个网格的公示栏上还没有人"), hint, [fill, new])
        self.band.mend_button.clicked.connect(lambda: self._mend([self.grid.value()]))
        self.read()

    @override
    def read(self) -> None:
        if not self._grids():  # the last grid was removed meanwhile
            self.close()
            return
        self.grid.set_choices(self._grids())
        super().read()
        self.band.show_missing(self.desk.services.boards.missing_photos([self.grid.value()]))

    @override
    def _history_of(self) -> HistoryOf | None:
        """Name the grid, of which the board is part."""
        return self.history_table, str(self.grid.value()), self.grid.currentText()

    @override
    def list_items(self) -> Sequence[Place]:
        entries = self.desk.services.boards.entries(self.grid.value())
        return [Place(position, entry) for position, entry in enumerate(entries)]

    @override
    def key(self, item: Place) -> Hashable:
        return self.grid.value(), item.entry.resident_id, item.entry.name

    @override
    def line(self, item: Place) -> Sequence[str]:
        entry = item.entry
        phone = entry.phone or ""
        return (
            entry.name,
            tr("有") if entry.photo else tr("缺"),
            entry.post or "",
            phone if entry.resident_id is None else self._masks.show_phone(phone),
            (entry.promise or "").replace("\n", " "),
        )

    @override
    def summary_text(self) -> str:
        return tr("共 {count} 人").format(count=len(self.items))

    @override
    def open_form(self, item: Place | None) -> None:
        self._publish_from(
            BoardEntryForm(self.desk, self.grid.value(), item and item.position, self)
        )

    @override
    def removal(self, item: Place) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("把“{name}”从公示栏上去掉？").format(name=item.entry.name)
        detail = tr("居民资料不变。可以按 Ctrl+Z 撤销。")
        rest = [other.entry for other in self.items if other is not item]
        grid_id = self.grid.value()
        return question, detail, lambda: self.desk.services.boards.save(grid_id, rest)

    @override
    def move_item(self, item: Place, steps: int) -> Changes:
        entries = [other.entry for other in self.items]
        entries.insert(item.position + steps, entries.pop(item.position))
        return self.desk.services.boards.save(self.grid.value(), entries)

    def _grids(self) -> dict[Any, str]:
        return {grid.id: grid.label for grid in self.desk.services.grids.list_all()}

    def _publish_from(self, form: BoardEntryForm | FillForm | GridForm) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_fill(self) -> None:
        grid_id = self.grid.value()
        proposed = self.desk.services.boards.fill_from_party_members(grid_id)
        if proposed:
            self._publish_from(FillForm(self.desk, grid_id, proposed, self))
            return
        words = tr("这个网格里没有还没上公示栏的党员。")
        detail = tr("党员是按居民资料里的“政治面貌”找的。")
        self.desk.ask.tell(self, words, detail)

    def _print(self, grid_ids: Sequence[int]) -> None:
        open_source_cards(
            self.desk, CardSource.GRID, grid_ids, self, mend=lambda: self._mend(grid_ids)
        )

    def _mend(self, grid_ids: Sequence[int]) -> None:
        """Open the form in which the first missing picture is put in."""
        for grid_id in grid_ids:
            entries = self.desk.services.boards.entries(grid_id)
            place = next((i for i, entry in enumerate(entries) if entry.photo is None), None)
            grid = self.desk.services.grids.get(grid_id)
            if place is None and all(officer.photo for officer in grid.facts.officers):
                continue
            self.grid.set_value(grid_id)
            if place is None:
                self._publish_from(GridForm(self.desk, grid, self))
            else:
                self.select([place])
                form = BoardEntryForm(self.desk, grid_id, place, self)
                self._publish_from(form)
                form.form.editor("photo").setFocus()
            return
