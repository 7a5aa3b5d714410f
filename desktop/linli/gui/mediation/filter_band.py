"""What narrows the lists of cases: in hand or ended, stage, kind, grid, level, group."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from linli.domain.case_flow import STAGE
from linli.domain.cases import DISPUTE_TABLE, LEVEL, CaseFilter
from linli.domain.codes import code_table
from linli.gui.desk import Desk
from linli.gui.flow import FlowLayout
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput

_SHOWN = {True: mark("在办的"), False: mark("已办结的"), None: mark("全部案子")}


class FilterBand(QWidget):
    """A row of choices; each takes no more room than its words.

    Signals:
        changed: something else is chosen.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        self.stage = self._choice(tr("全部进度"), {each: tr(w) for each, w in STAGE.items()})
        self.kind = self._choice(tr("全部类型"), code_table(DISPUTE_TABLE).names)
        self.grid = self._choice(tr("全部网格"), {})
        self.level = self._choice(tr("全部层级"), {each: tr(w) for each, w in LEVEL.items()})
        self.group = self._choice(tr("全部调解组"), {})
        self._row = FlowLayout(self)
        for choice, name in (
            (self.shown, tr("在办或办结")),
            (self.stage, tr("进度")),
            (self.kind, tr("类型")),
            (self.grid, tr("网格")),
            (self.level, tr("层级")),
            (self.group, tr("调解组")),
        ):
            choice.setAccessibleName(name)
            choice.setToolTip(name)
            choice.edited.connect(self.changed)
            self._row.addWidget(choice)

    @property
    def is_set(self) -> bool:
        """Whether anything is hidden that could be shown."""
        return self.wanted() != CaseFilter()

    def wanted(self, words: str = "") -> CaseFilter:
        """Return which cases are wanted."""
        stage = self.stage.value()
        return CaseFilter(
            words=words,
            stages=frozenset() if stage is None else frozenset({stage}),
            is_open=self.shown.value(),
            kind_code=self.kind.value(),
            grid_id=self.grid.value(),
            level=self.level.value(),
            group=self.group.value(),
        )

    def clear(self) -> None:
        """Show every case."""
        choices = (self.shown, self.stage, self.kind, self.grid, self.level, self.group)
        for choice in choices:
            with QSignalBlocker(choice):
                choice.set_value(None)
        self.changed.emit()

    def reload(self) -> None:
        """Offer the grids and groups there are now."""
        with QSignalBlocker(self.grid):
            grids: dict[Any, str] = {None: tr("全部网格")}
            self.grid.set_choices(grids | self._desk.services.grids.names())
        names = [group.name for group in self._desk.services.cases.hall().groups]
        with QSignalBlocker(self.group):
            groups: dict[Any, str] = {None: tr("全部调解组")}
            self.group.set_choices(groups | {name: name for name in names})
        self.group.setVisible(bool(names))

    def show_stages_only_in(self, *, table: bool) -> None:
        """Hide what a board does not need: it has a column for each stage."""
        self.shown.setVisible(table)
        self.stage.setVisible(table)

    def _choice(self, none: str, choices: Mapping[Any, str]) -> ChoiceInput:
        first: dict[Any, str] = {None: none}
        return ChoiceInput(first | dict(choices), self)
