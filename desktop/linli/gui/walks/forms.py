"""Which doors a sheet is for, and why one is waited for no more."""

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.walks import SheetKind, WalkFilter, WalkSheet, sheet_number
from linli.gui.desk import Desk
from linli.gui.editor.inputs import CheckInput
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput

_NAMED = 4
"""So many numbers of sheets that are out are named."""


class MakeForm(FormDialog):
    """Chooses the doors; `saved` carries the form, with the sheets that were made."""

    kept = False

    def __init__(self, desk: Desk, kind: SheetKind, parent: QWidget | None = None) -> None:
        title = tr("打走访单") if kind is SheetKind.WALK else tr("打核对单")
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self.kind = kind
        self.changes = Changes()
        self.sheet_ids: list[int] = []
        grids: dict[Any, str] = {None: tr("全社区")}
        self.form.add("grid_id", tr("网格(&G)"), ChoiceInput(grids | desk.services.grids.names()))
        self.form.add("building_key", tr("楼栋或巷道(&B)"), ChoiceInput({}))
        self.form.add("unit", tr("单元(&U)"), ChoiceInput({}))
        self.form.add("walker", tr("走访人(&W)"), LineInput(tr("谁去；可以先空着")))
        self.form.editor("walker").suggest(desk.services.visits.visitors)
        self.note = plain_label("", "muted", self)
        self.note.setWordWrap(True)
        if kind is SheetKind.WALK:
            self.form.add("empty", "", CheckInput(tr("没有登记住户的房子也列上(&E)")))
            self.form.load(empty=True)
        self.form.add_widget(self.note)
        self.save_button.setText(tr("打印(&P)…"))
        self.form.editor("grid_id").edited.connect(self._on_grid)
        self.form.editor("building_key").edited.connect(self._on_building)
        self.form.editor("unit").edited.connect(self._count)
        if kind is SheetKind.WALK:
            self.form.editor("empty").edited.connect(self._count)
        QTimer.singleShot(0, self, self._on_grid)

    @property
    def wanted(self) -> WalkFilter:
        """The doors that are chosen."""
        value = self.form.value
        return WalkFilter(
            grid_id=value("grid_id"),
            building_key=value("building_key"),
            unit=value("unit"),
            empty=self.kind is SheetKind.WALK and value("empty"),
        )

    @override
    def save(self) -> "MakeForm":
        walker = self.form.value("walker")
        self.sheet_ids, self.changes = self._desk.services.walks.make(
            self.kind, self.wanted, walker
        )
        return self

    @override
    def reject(self) -> None:
        self.form.modified = False  # a choice of doors is nothing to lose
        super().reject()

    def _on_grid(self) -> None:
        buildings = self._desk.services.walks.buildings(self.form.value("grid_id"))
        offered: dict[Any, str] = {None: tr("全部楼栋")}
        self.form.editor("building_key").set_choices(offered | dict(buildings))
        self._on_building()

    def _on_building(self) -> None:
        key = self.form.value("building_key")
        units = self._desk.services.walks.units(key) if key else []
        offered: dict[Any, str] = {None: tr("全部单元")}
        self.form.editor("unit").set_choices(offered | {unit: unit for unit in units})
        self.form.show_fields(["unit"], shown=len(units) > 1)
        self._count()

    def _count(self) -> None:
        """Say what will be printed, and what is still out."""
        walks = self._desk.services.walks
        doors = walks.doors(self.wanted)
        out = walks.out_of(doors, self.kind)
        if self.kind is SheetKind.WALK:
            sheets = len({door.building for door in doors})
            text = tr("一共 {doors} 户，每栋楼一张，要打 {sheets} 张。").format(
                doors=len(doors), sheets=sheets
            )
        else:
            text = tr("一共 {doors} 户，每户一张。").format(doors=len(doors))
        if out:
            numbers = sorted(set(out.values()))
            named = tr("、").join(map(sheet_number, numbers[:_NAMED]))
            more = tr("等 {count} 张").format(count=len(numbers)) if numbers[_NAMED:] else ""
            words = tr("其中 {count} 户的单子还没收回：{named}{more}。")
            text += words.format(count=len(out), named=named, more=more)
        self.note.setText(text)
        self.save_button.setEnabled(bool(doors))


class VoidForm(FormDialog):
    """Says why a sheet is waited for no more; `saved` carries the `Changes`."""

    kept = False

    def __init__(self, desk: Desk, sheet: WalkSheet, parent: QWidget | None = None) -> None:
        title = tr("作废 {label}").format(label=sheet.label)
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._sheet = sheet
        self.form.add("reason", tr("原因(&R)"), LineInput(tr("如 丢失、没有去")))

    @override
    def save(self) -> Changes:
        reason = self.form.value("reason") or ""
        return self._desk.services.walks.void(self._sheet.id, reason)
