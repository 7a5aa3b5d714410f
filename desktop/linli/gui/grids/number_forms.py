"""Numbers of grids: the rule (编号规则), and giving all of them others (调整编号)."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.grid_changes import GridPreview, GridRenaming
from linli.domain.grid_numbers import PREFIX_DIGITS, SUFFIX_CHOICES, NumberRule, renumbered
from linli.domain.grids import Grid
from linli.gui.composite import Composite
from linli.gui.desk import Desk
from linli.gui.editor.inputs import CheckInput
from linli.gui.flow import FlowLayout
from linli.gui.form_dialog import FormDialog
from linli.gui.grids.change_forms import ChangeForm
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import ChoiceInput, LineInput

_NUMBER, _NAME, _NEW_NUMBER, _NEW_NAME = range(4)


def open_number_rule(desk: Desk, parent: QWidget) -> None:
    """Ask how grids are numbered."""
    form = NumberRuleForm(desk, parent)
    form.saved.connect(desk.bus.publish)
    form.open()


class NumberRuleForm(FormDialog):
    """How grids are numbered; numbers that are there stay until they are changed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("网格编号规则"), desk.theme, desk.ask, parent)
        self._desk = desk
        on_hint = tr(
            "不勾选时编号随便编，如 1、2、3。国家没有统一网格编号的长度，请按上级的要求选。"
        )
        self.form.add("on", tr("规则(&R)"), CheckInput(tr("编号要按规则检查")), hint=on_hint)
        hint = tr("统计用区划代码，{count} 位数字；别的社区的代码在“社区”里填。").format(
            count=PREFIX_DIGITS
        )
        self.form.add("prefix", tr("本社区代码(&D)"), LineInput(), hint=hint)
        choices = {n: tr("{count} 位").format(count=n) for n in SUFFIX_CHOICES}
        self.form.add("suffix", tr("顺序号(&N)"), ChoiceInput(choices))
        self.form.edited.connect(self._show_example)
        rule = desk.services.communities.rule()
        self.form.load(on=rule.on, prefix=rule.prefix, suffix=rule.suffix)
        self.add_history(desk, [("setting", "grids.numbers")], tr("网格编号规则"))
        self._show_example()

    @override
    def save(self) -> Changes:
        return self._desk.services.communities.save_rule(self._rule())

    def _rule(self) -> NumberRule:
        value = self.form.value
        return NumberRule(on=value("on"), prefix=value("prefix") or "", suffix=value("suffix"))

    def _show_example(self) -> None:
        rule = self._rule()
        number = renumbered(["1"], rule, rule.prefix)["1"]
        self.form.field("suffix").show_hint(
            tr("第一个网格的编号是 {number}。").format(number=number)
        )


class TitlesInput(Composite):
    """The grids with the number and name of each, old and new.

    Signals:
        edited: another number or name was typed.
    """

    edited = Signal()

    def __init__(self, desk: Desk, grids: Sequence[Grid], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grids = list(grids)
        self._services = desk.services
        heads = [tr("现编号"), tr("现名称"), tr("新编号"), tr("新名称")]
        self.table = QTableWidget(len(self._grids), len(heads), self)
        self.table.setHorizontalHeaderLabels(heads)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(desk.theme.px(34))
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setMinimumHeight(desk.theme.px(240))
        self.number_button = QPushButton(icon("list-check"), tr("按规则从 1 排起(&A)"), self)
        self.number_button.setAutoDefault(False)
        self.number_button.clicked.connect(self._on_number)
        self.table.itemChanged.connect(self.edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        row = FlowLayout()
        row.addWidget(self.number_button)
        column.addLayout(row)
        self.set_value(None)

    @override
    def first_part(self) -> QWidget:
        return self.table

    def value(self) -> tuple[GridRenaming, ...]:
        """Return what each grid shall be called."""
        return tuple(
            GridRenaming(
                grid_id=grid.id,
                number=self._text(row, _NEW_NUMBER),
                name=self._text(row, _NEW_NAME),
            )
            for row, grid in enumerate(self._grids)
        )

    def set_value(self, value: tuple[GridRenaming, ...] | None) -> None:
        """Show what each grid shall be called; None is as it is called now."""
        given = {one.grid_id: (one.number, one.name) for one in value or ()}
        with QSignalBlocker(self.table):
            for row, grid in enumerate(self._grids):
                old = (grid.facts.number, grid.facts.name)
                for column, text in enumerate((*old, *given.get(grid.id, old))):
                    item = QTableWidgetItem(text)
                    if column in (_NUMBER, _NAME):
                        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
                    self.table.setItem(row, column, item)
        self.table.resizeColumnsToContents()
        for column in (_NUMBER, _NAME, _NEW_NUMBER):
            self.table.setColumnWidth(column, self.table.columnWidth(column) + 24)

    def changed(self) -> tuple[GridRenaming, ...]:
        """Return only those that shall be called otherwise."""
        now = {grid.id: (grid.facts.number, grid.facts.name) for grid in self._grids}
        return tuple(o for o in self.value() if (o.number, o.name) != now[o.grid_id])

    def problem(self) -> str | None:
        """Whatever is wrong with a number is said when all of them are known."""
        return None

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return "" if item is None else item.text()

    def _on_number(self) -> None:
        """Number the grids of each community from 1 on, as the rule says."""
        rule = self._services.communities.rule()
        prefixes = {c.id: c.facts.number or "" for c in self._services.communities.list_all()}
        new: dict[int, str] = {}
        for community_id in {grid.facts.community_id for grid in self._grids}:
            mine = [g for g in self._grids if g.facts.community_id == community_id]
            prefix = rule.prefix if community_id is None else prefixes.get(community_id, "")
            said = renumbered([grid.facts.number for grid in mine], rule, prefix)
            new |= {grid.id: said[grid.facts.number] for grid in mine}
        for row, grid in enumerate(self._grids):
            item = self.table.item(row, _NEW_NUMBER)
            if item is not None:
                item.setText(new[grid.id])


class RenumberForm(ChangeForm):
    """Gives grids other numbers and names on a day; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("调整网格编号和名称"), desk, parent, columns=2)
        titles = TitlesInput(desk, desk.services.grids.list_all())
        self.form.add("titles", tr("编号和名称(&B)"), titles, wide=True)
        self.add_effect()
        self.form.load(on=self.today())
        self.show_preview()

    @override
    def foresee(self) -> GridPreview | None:
        titles = self.form.editor("titles")
        if not titles.changed():
            return None
        return self.desk.services.grid_changes.preview_renaming(titles.changed(), self.on())

    @override
    def save(self) -> Changes:
        return self.desk.services.grid_changes.rename(self.form.value("titles"), self.on())
