"""To whom a notice goes (发给谁): households or people by grid, by filter, or one by one."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.notice_fields import HEAD
from linli.domain.notices import NoticeRecipient
from linli.domain.residents import ResidentFilter, ResidentRow
from linli.domain.saved_filters import SavedFilter
from linli.gui.composite import Composite
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.fitting import fit_to_screen
from linli.gui.flow import FlowLayout
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import ChoiceInput
from linli.gui.list_dialog import ListDialog
from linli.gui.picker import Picker, resident_picker
from linli.gui.plain_table import PlainTable

_NAMED = 3


class RecipientsInput(Composite):
    """Says how many get a notice, and opens the list of them.

    Signals:
        edited: others get it.
    """

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._recipients: tuple[NoticeRecipient, ...] = ()
        self.label = plain_label("", "", self)
        self.label.setWordWrap(True)
        self.choose_button = QPushButton(icon("users"), tr("选择发给谁…"), self)
        self.choose_button.setAutoDefault(False)
        self.choose_button.clicked.connect(self._on_choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.label)
        row = FlowLayout()
        row.addWidget(self.choose_button)
        column.addLayout(row)
        self.set_value(())

    @override
    def first_part(self) -> QWidget:
        return self.choose_button

    def value(self) -> tuple[NoticeRecipient, ...]:
        """Return who gets it, in the order of the walk."""
        return self._recipients

    def set_value(self, value: tuple[NoticeRecipient, ...] | None) -> None:
        """Show who gets it."""
        self._recipients = tuple(value or ())
        count = len(self._recipients)
        names = tr("、").join(one.name for one in self._recipients[:_NAMED])
        if not count:
            self.label.setText(tr("还没有选"))
        elif count > _NAMED:
            words = tr("{names}等 {count} 份")
            self.label.setText(words.format(names=names, count=f"{count:,}"))
        else:
            self.label.setText(names)
        self.edited.emit()

    def problem(self) -> str | None:
        """Whether somebody must be chosen is said when the notice is issued."""
        return None

    def _on_choose(self) -> None:
        dialog = RecipientsDialog(self._desk, self._recipients, self.window())
        dialog.chosen.connect(self.set_value)
        dialog.open()


class RecipientsDialog(ListDialog):
    """Puts together who gets a notice.

    Signals:
        chosen: the dialog is closed; carries everybody in the order of the walk.
    """

    chosen = Signal(object)

    def __init__(
        self, desk: Desk, recipients: Sequence[NoticeRecipient], parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("发给谁"), desk, parent)
        self.recipients = list(recipients)
        self.table = PlainTable([tr("住址"), tr("姓名"), tr("户主")], desk.theme, self)
        self.table.setAccessibleName(tr("发给谁"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.set_list(self.table)
        units: dict[Any, str] = {True: tr("每户一份，写户主"), False: tr("每人一份，写本人")}
        self.unit = ChoiceInput(units, self)
        self.unit.setAccessibleName(tr("每户还是每人一份"))
        self._flow.addWidget(self.unit)
        self.grid_button = self.add_button(tr("加一个网格(&G)…"), "map-2")
        self.filter_button = self.add_button(tr("加常用筛选(&F)…"), "filter")
        self.all_button = self.add_button(tr("加全社区(&L)"), "users")
        self.person_button = self.add_button(tr("加一位(&N)…"), "user-plus")
        self.remove_button = self.add_button(tr("去掉选中的(&X)"), "user-minus")
        self.clear_button = self.add_button(tr("全部去掉(&D)"), "trash")
        for button, slot in (
            (self.grid_button, self._on_grid),
            (self.filter_button, self._on_filter),
            (self.all_button, self._on_all),
            (self.person_button, self._on_person),
            (self.remove_button, self._on_remove),
            (self.clear_button, self._on_clear),
        ):
            button.clicked.connect(slot)
        QShortcut(QKeySequence("Delete"), self.table, self.remove_button.click)
        self.close_button.setText(tr("确定(&S)"))
        hint = tr("按网格、按常用筛选，或者一位一位地加；顺序是上门走的顺序。")
        self.set_empty("users", tr("还没有选发给谁"), hint, [])
        self.finished.connect(lambda _: self.chosen.emit(tuple(self.recipients)))
        fit_to_screen(self, desk.theme.size(960, 600))
        self._show()

    def add_people(self, resident_ids: Sequence[int]) -> None:
        """Add households or people; whoever is there already stays once."""
        known = [one.resident_id for one in self.recipients if one.resident_id is not None]
        gone = [one for one in self.recipients if one.resident_id is None]
        per_household, notices = self.unit.value(), self.desk.services.notices
        ids = list(dict.fromkeys((*known, *resident_ids)))

        def done(found: list[NoticeRecipient]) -> None:
            self.recipients = [*found, *gone]
            self._show()

        self.desk.jobs.run(
            lambda _: notices.recipients(ids, per_household=per_household),
            owner=self,
            done=done,
            title=tr("正在查找…"),
        )

    def _show(self) -> None:
        self.table.set_lines(
            (one.place, one.name, one.facts.get(HEAD, "")) for one in self.recipients
        )
        count = len(self.recipients)
        self.summary.setText(tr("共 {count} 份。").format(count=f"{count:,}") if count else "")
        self.show_empty(empty=not count)
        for button in (self.remove_button, self.clear_button):
            button.setEnabled(bool(count))

    def _add_filter(self, chosen: SavedFilter) -> None:
        residents, wanted = self.desk.services.residents, chosen.wanted or ResidentFilter()
        self.desk.jobs.run(
            lambda _: list(residents.list_ids(wanted)),
            owner=self,
            done=self.add_people,
            title=tr("正在查找…"),
        )

    def _on_grid(self) -> None:
        names = self.desk.services.grids.names()
        filters = [
            SavedFilter(id=number, name=name, wanted=ResidentFilter(grid_ids=(number,)))
            for number, name in names.items()
        ]
        self._pick(tr("加一个网格"), tr("网格的名称"), filters)

    def _on_filter(self) -> None:
        kept = [each for each in self.desk.services.filters.list_all() if each.wanted]
        self._pick(tr("加常用筛选"), tr("筛选的名称"), kept)

    def _pick(self, title: str, hint: str, filters: list[SavedFilter]) -> None:
        """Let the clerk choose one of several sets of people, and add them."""
        if not filters:
            self.desk.ask.tell(self, tr("还没有可选的，请先建立。"))
            return

        def find(text: str) -> list[SavedFilter]:
            return [each for each in filters if text.strip() in each.name]

        def line(each: SavedFilter) -> str:
            return each.name

        picker = Picker(
            self.desk, title, hint, find, line, self, marks=lambda *_: (), offered=filters
        )
        picker.chosen.connect(self._add_filter)
        picker.open()

    def _on_all(self) -> None:
        self._add_filter(SavedFilter(id=0, name=tr("全社区"), wanted=ResidentFilter()))

    def _on_person(self) -> None:
        picker = resident_picker(self.desk, self)

        def take(row: ResidentRow) -> None:
            self.add_people([row.id])

        picker.chosen.connect(take)
        picker.open()

    def _on_remove(self) -> None:
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        self.recipients = [one for row, one in enumerate(self.recipients) if row not in rows]
        self._show()

    def _on_clear(self) -> None:
        self.recipients = []
        self._show()
