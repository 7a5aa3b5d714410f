"""The list of an event (活动名单): who is expected, who came; signing in by the space bar."""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Kind
from linli.domain.event_lists import present_text, served_text
from linli.domain.events import ROLE, Event, Guest
from linli.domain.registers import Register
from linli.domain.venue_lists import span_text
from linli.gui.desk import Desk
from linli.gui.events.guest_forms import (
    AddForm,
    GuestForm,
    PastedForm,
    ResidentsForm,
    TeamForm,
    WorkersForm,
)
from linli.gui.i18n import tr
from linli.gui.inputs import LineInput
from linli.gui.registers.frame import PeopleRegister

if TYPE_CHECKING:
    from linli.services.event_guests import GuestsAdded

_LEAST_LINES = 15
"""A sheet to sign has so many lines, and a few for those who come unexpected."""
_SPARE = 5


class GuestsDialog(PeopleRegister[Guest]):
    """Lists who is on the list, in the order of entering; Space signs in and goes on."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.VENUES, Kind.RESIDENTS, Kind.WORKERS})
    history_table = "event_guest"
    has_phones = True

    def __init__(self, desk: Desk, event: Event, parent: QWidget | None = None) -> None:
        self._event = event
        self._places: dict[int, str] = {}
        heads = [
            *(tr("姓名"), tr("签到"), tr("身份"), tr("电话"), tr("住址"), tr("时长"), tr("备注")),
        ]
        title = tr("{title}　名单").format(title=event.facts.title)
        super().__init__(title, heads, desk, parent)
        self.find_line = LineInput(tr("找姓名"), self)
        self.find_line.setAccessibleName(tr("找姓名"))
        self.find_line.setClearButtonEnabled(True)
        self.find_line.setMinimumWidth(desk.theme.px(230))
        self.find_line.edited.connect(self._on_find)
        self.find_line.returnPressed.connect(self._on_found)
        QShortcut(QKeySequence("Ctrl+F"), self, self.find_line.setFocus)
        self.add_beside(self.find_line)
        self.put_summary_below()
        new = self.add_editing(tr("添加(&N)…"), ordered=False, right=Right.ROSTER)
        self.residents_button = self._adding(tr("选居民(&R)…"), "user-plus", ResidentsForm)
        self.team_button = self._adding(tr("加队伍(&T)…"), "users-group", TeamForm)
        self.workers_button = self._adding(tr("加志愿者(&W)…"), "heart-handshake", WorkersForm)
        self.paste_button = self._adding(tr("粘贴名单(&V)…"), "clipboard", PastedForm)
        self.present_button = self.add_action(
            tr("签到或取消（空格）(&K)"),
            "check",
            self._on_present,
            needs_one=False,
            right=Right.ROSTER,
        )
        self.all_button = self.add_button(tr("全部签到(&A)"), "list-check", Right.ROSTER)
        self.all_button.clicked.connect(self._on_all)
        self.absent_button = self.add_action(
            tr("没有来(&Z)"), "user-minus", self._on_absent, needs_one=False, right=Right.ROSTER
        )
        self.remove_button = self.add_action(
            tr("去掉(&X)"), "trash", self._on_remove_some, needs_one=False, right=Right.ROSTER
        )
        QShortcut(QKeySequence("Delete"), self.table, self.remove_button.click)
        self.sign_button = self.add_button(tr("打印签到表(&P)…"), "printer", Right.PRINT)
        self.sign_button.clicked.connect(
            lambda: self.output(self._sign_in, self.print_upright, has_phones=bool(self.items))
        )
        self.add_output(tr("打印名单(&L)…"), tr("导出表格(&B)…"))
        self._any.append(self.all_button)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self._on_space)
        hint = tr("从居民、队伍、志愿者里选，或把现成的名单粘贴进来；也可以先打空白签到表。")
        self.set_empty("users", tr("名单上还没有人"), hint, [new])
        self.read()

    @override
    def list_items(self) -> Sequence[Guest]:
        guests = self.desk.services.event_guests
        self._event = self.desk.services.events.get(self._event.id)
        self._places = guests.places(self._event.id)
        return guests.list_guests(self._event.id)

    @override
    def key(self, item: Guest) -> Hashable:
        return item.id

    @override
    def line(self, item: Guest) -> Sequence[str]:
        facts = item.facts
        hours = served_text(self._event, item)
        return (
            facts.name,
            present_text(item),
            tr(ROLE[facts.role]),
            self.masks.show_phone(facts.phone) if facts.phone else "",
            self._places.get(item.id, ""),
            tr("{hours}（已记）").format(hours=hours) if hours and item.recorded else hours,
            self.masks.show_numbers_in((facts.note or "").replace("\n", "；")),
        )

    @override
    def summary_text(self) -> str:
        facts = self._event.facts
        said = "　".join(filter(None, (span_text(facts.begins, facts.ends), self._event.where)))
        if not self.items:
            return said
        came = sum(item.facts.present is True for item in self.items)
        absent = sum(item.facts.present is False for item in self.items)
        words = tr("{said}　名单 {listed} 人，签到 {came} 人")
        counted = words.format(said=said, listed=len(self.items), came=came)
        if absent:
            counted += tr("，没有来 {count} 人").format(count=absent)
        return counted + tr("。")

    @override
    def open_form(self, item: Guest | None) -> None:
        form = GuestForm(self.desk, self._event, item, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def register(self, *, revealed: bool) -> Register:
        papers = self.desk.services.event_papers
        return papers.attendance(self._event.id, revealed=revealed)

    @override
    def read(self) -> None:
        super().read()
        self._on_find()

    def _adding(self, text: str, icon_name: str, make: type[AddForm]) -> QPushButton:
        button = self.add_button(text, icon_name, Right.ROSTER)
        button.clicked.connect(lambda: self._add_by(make))
        return button

    def _add_by(self, make: type[AddForm]) -> None:
        form = make(self.desk, self._event.id, self)
        form.saved.connect(self._on_added)
        form.open()

    def _on_added(self, added: "GuestsAdded") -> None:
        """Show who is new, and say who was there already."""
        self.desk.bus.publish(added.changes)
        if added.skipped:
            words = tr("加入 {count} 人，另有 {skipped} 人已经在名单上，没有重复加入。")
            text = words.format(count=added.count, skipped=len(added.skipped))
            self.desk.ask.tell(self, text, tr("、").join(added.skipped[:20]))

    def _sign_in(self, revealed: bool) -> Register:  # noqa: FBT001 - called by `output` alone
        expected = self._event.facts.expected or 0
        listed = len(self.items)
        blank = max(_SPARE, max(expected, _LEAST_LINES) - listed)
        papers = self.desk.services.event_papers
        return papers.sign_in(self._event.id, blank=blank, revealed=revealed)

    def _mark(self, items: Sequence[Guest], *, present: bool | None) -> None:
        ids, guests = [item.id for item in items], self.desk.services.event_guests
        if ids:
            self.do(lambda: guests.mark_present(ids, present=present))

    def _on_present(self) -> None:
        """Sign in who is selected; if all of them were, take it back."""
        items = self.selected()
        signed = all(item.facts.present for item in items)
        self._mark(items, present=None if signed else True)

    def _on_space(self) -> None:
        if not self.present_button.isEnabled():
            return
        self._on_present()
        if len(self.selected()) == 1:
            self._next_line()

    def _next_line(self) -> None:
        """Go on to the next line that is shown."""
        row = self.table.currentRow() + 1
        while row < len(self.items) and self.table.isRowHidden(row):
            row += 1
        if row < len(self.items):
            self.select([row])

    def _on_all(self) -> None:
        waiting = [item for item in self.items if item.facts.present is None]
        self._mark(waiting, present=True)

    def _on_absent(self) -> None:
        self._mark(self.selected(), present=False)

    def _on_remove_some(self) -> None:
        items = self.selected()
        if not items:
            return
        question = tr("从名单上去掉 {count} 人？").format(count=len(items))
        detail = tr("、").join(item.facts.name for item in items[:20])
        if self.desk.ask.confirm(self, question, accept=tr("去掉"), detail=detail):
            ids, guests = [item.id for item in items], self.desk.services.event_guests
            self.do(lambda: guests.remove_guests(ids))

    def _on_find(self) -> None:
        self.table.show_with(self.find_line.value() or "")

    def _on_found(self) -> None:
        """Enter in the line goes to the first who fits."""
        for row in range(self.table.rowCount()):
            if not self.table.isRowHidden(row):
                self.select([row])
                self.table.setFocus()
                return
