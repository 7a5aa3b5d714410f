"""The tab of rosters (援助站值班): which plan and month, the sheet, and what the place is about."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Kind
from linli.domain.register_texts import spoken_day, spoken_month
from linli.domain.roster_checks import gap
from linli.domain.rosters import Conflict
from linli.gui import actions
from linli.gui.actions import ActionSpec, make_action
from linli.gui.desk import Desk
from linli.gui.empty_state import EmptyState
from linli.gui.fact_list import plain_label
from linli.gui.fitting import scrolled
from linli.gui.flow import FlowLayout
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import ChoiceInput
from linli.gui.more_button import more_button
from linli.gui.permission import RefusedAction
from linli.gui.rosters.commands import RosterCommands
from linli.gui.rosters.editing import RosterEditing
from linli.gui.rosters.grid import RosterGrid
from linli.gui.rosters.plans import open_plans, open_starter
from linli.gui.rosters.sheet import Sheet, Spot, View, leafed, shown_days
from linli.gui.tab import Tab

if TYPE_CHECKING:
    from collections.abc import Callable

_LEAST_GRID = 220  # units
_WEEK, _PEOPLE, _PLAN = "rosters/week", "rosters/people", "rosters/plan"


class RostersTab(Tab):
    """Shows a month of a plan and lets it be changed."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.ROSTERS, Kind.WORKERS, Kind.SETTINGS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._anchor = desk.services.context.clock().date()
        self.plan = ChoiceInput({}, self)
        self.plan.setAccessibleName(tr("值班表"))
        self.plan.setSizeAdjustPolicy(ChoiceInput.SizeAdjustPolicy.AdjustToContents)
        self.earlier = self._arrow("arrow-left", tr("上一页"), "PgUp", -1)
        self.month_label = QLabel(self)
        self.month_label.setObjectName("section")
        self.later = self._arrow("arrow-right", tr("下一页"), "PgDn", 1)
        self.today_button = QPushButton(tr("今天(&D)"), self)
        self.week_button = self._switch(tr("按周(&V)"), _WEEK)
        self.people_button = self._switch(tr("按人员(&U)"), _PEOPLE)
        self.state = plain_label("", "muted", self)
        self.note = plain_label("", "hint", self)
        self.note.setWordWrap(True)
        self.grid = RosterGrid(desk.theme, self)
        self.line = plain_label("", "", self)
        self.line.setWordWrap(True)
        self.line.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.commands = RosterCommands(self)
        self.editing = RosterEditing(self)
        self._actions: list[QAction] = []
        self._stack = QStackedWidget(self)
        self._arrange()
        self._connect()

    # ---- what is shown ----

    @property
    def sheet(self) -> Sheet | None:
        """What is shown; None while there is no plan."""
        return self.grid.sheet

    @property
    def spot(self) -> Spot | None:
        """The current place of the sheet."""
        return self.grid.spot if self.sheet is not None else None

    @property
    def may_edit(self) -> bool:
        """Whether cells can be changed: a draft, and the right to it."""
        sheet = self.sheet
        free = sheet is not None and sheet.month.published_on is None
        return free and self.desk.may(Right.ROSTER)

    @override
    def refresh(self) -> None:
        plans = self.desk.services.rosters.plans()
        with QSignalBlocker(self.plan):
            self.plan.set_choices({each.id: each.facts.name for each in plans})
        if not plans:
            self.grid.set_sheet(None)
            self._stack.setCurrentIndex(1)
            self._show_state()
            return
        self._stack.setCurrentIndex(0)
        self._read()

    def show_day(self, day: date) -> None:
        """Show the month, or the week, of a day, and go to it."""
        self._anchor = day
        if self.plan.value() is not None:
            self._read()
            self._go_to_anchor()

    def show_conflict(self, found: Conflict) -> None:
        """Go to the place of a conflict."""
        self.show_day(found.day)
        place = self.sheet.find(found.day, found.shift_id, found.worker_id) if self.sheet else None
        if place is not None:
            self.grid.go_to(*place)
            self.grid.setFocus()

    def say(self, text: str, *, is_bad: bool = False) -> None:
        """Say something in the line under the sheet."""
        self.line.setText(text)
        self.line.setAccessibleName(text)
        self.line.setObjectName("error" if is_bad else "")
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)

    # ---- making ----

    def _arrow(self, icon_name: str, words: str, keys: str, steps: int) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(icon_name))
        button.setAccessibleName(words)
        button.setToolTip(f"{words}（{keys}）")
        button.clicked.connect(lambda: self._leaf(steps))
        return button

    def _switch(self, words: str, key: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setCheckable(True)
        button.setChecked(self.desk.state.text(key) == "on")
        button.clicked.connect(lambda on: self.desk.state.save(key, "on" if on else "off"))
        button.clicked.connect(self._on_view)
        return button

    def _arrange(self) -> None:
        top = FlowLayout()
        for widget in (
            *(self.plan, self.earlier, self.month_label, self.later, self.today_button),
            *(self.week_button, self.people_button, self.state),
        ):
            top.addWidget(widget)
        buttons = FlowLayout()
        do = self.commands
        specs: tuple[tuple[ActionSpec, Callable[[], object]], ...] = (
            (actions.ROSTER_FILL, do.fill),
            (actions.ROSTER_WHY, do.why),
            (actions.ROSTER_CONFLICTS, do.conflicts),
            (actions.ROSTER_PUBLISH, do.publish),
            (actions.ROSTER_CHANGES, do.changes),
            (actions.ROSTER_WISH, do.wish),
            (actions.ROSTER_PRINT, do.print_month),
            (actions.ROSTER_PLANS, lambda: open_plans(self.desk, self)),
            (actions.ROSTER_HISTORY, self._on_history),
        )
        for spec, slot in specs:
            action = make_action(spec, self, slot, self.desk, primary=not self._actions)
            self._actions.append(action)
            buttons.addWidget(self._button(action))
        buttons.keep_one_line(more_button(buttons, self))
        starter = make_action(
            actions.ROSTER_STARTER, self, lambda: open_starter(self.desk, self), self.desk
        )
        empty = EmptyState(
            "calendar-user",
            tr("还没有值班表"),
            tr("先在“值班”菜单的“人员”里登记能值班的人，再建立值班表：有哪些班、要几个人。"),
            [starter],
            self.desk.theme,
            self,
        )
        page = QWidget(self)
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(top)
        inner.addLayout(buttons)
        inner.addWidget(self.note)
        inner.addWidget(self.grid, 1)
        inner.addWidget(self.line)
        self._stack.addWidget(page)
        self._stack.addWidget(scrolled(empty))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._stack)

    def _button(self, action: QAction) -> QPushButton:
        button = QPushButton(action.icon(), action.text(), self)
        button.setToolTip(action.toolTip())
        button.setDisabled(isinstance(action, RefusedAction))
        button.clicked.connect(action.trigger)
        button.setProperty("primary", not self._actions[1:])
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        return button

    def _connect(self) -> None:
        self.plan.edited.connect(self._on_plan)
        self.today_button.clicked.connect(
            lambda: self.show_day(self.desk.services.context.clock().date())
        )
        self.grid.leaf_wanted.connect(self._leaf)
        self.grid.chosen.connect(self._on_chosen)
        self.editing.connect_to(self.grid)
        self.desk.theme.changed.connect(self._on_theme)
        self._on_theme()

    # ---- reading ----

    def _read(self) -> None:
        plan_id = self.plan.value()
        kept = self.desk.state.text(_PLAN)
        if self.sheet is None and kept.isdecimal():
            with QSignalBlocker(self.plan):
                self.plan.set_value(int(kept))
            plan_id = self.plan.value()
        rosters = self.desk.services.rosters
        view = View.PEOPLE if self.people_button.isChecked() else View.DAYS
        sheet = Sheet(
            plan=rosters.get_plan(plan_id),
            month=rosters.month(plan_id, self._anchor),
            problem=rosters.problem(plan_id, self._anchor),
            calendar=self.desk.services.calendar.calendar(),
            names={each.id: each.facts.name for each in self.desk.services.workers.list_all()},
            days=shown_days(self._anchor, is_week=self.week_button.isChecked()),
            today=self.desk.services.context.clock().date(),
            view=view,
        )
        is_first = self.sheet is None
        self.grid.set_sheet(sheet)
        if is_first:
            self._go_to_anchor()
        self._show_state()

    def _go_to_anchor(self) -> None:
        """Bring the day that is wanted into sight."""
        sheet = self.sheet
        if sheet is not None and sheet.rows and sheet.columns:
            row, column = max(self.grid.currentIndex().row(), 0), 0
            place = sheet.days.index(self._anchor)
            by_days = sheet.view is View.DAYS
            self.grid.go_to(*((place, column) if by_days else (row, place)))

    def _show_state(self) -> None:
        sheet = self.sheet
        for action in self._actions:
            action.setEnabled(sheet is not None)
        if sheet is None:
            return
        self.month_label.setText(spoken_month(sheet.month.month))
        published = sheet.month.published_on
        needed = sum(need.count for need in sheet.problem.needs)
        short = sum(sheet.short.values())
        if published is not None:
            words = tr("{day}公布，以后改动请用“换班替班”")
            state = words.format(day=spoken_day(published))
        else:
            words = tr("草稿　已排 {held}/{needed}，缺 {short} 人次，不合规则 {broken} 处")
            state = words.format(
                held=len(sheet.month.cells), needed=needed, short=short, broken=sheet.broken_count
            )
            if sheet.month.cells and sheet.noted_count:
                state += tr("，提示 {count} 处").format(count=sheet.noted_count)
        self.state.setText(state)
        known = sheet.calendar.knows(sheet.month.month.year)
        unknown = tr("{year} 年的放假安排还没有公布，先按周末和法律写明的节日排，公布后请再核对。")
        self.note.setText("" if known else unknown.format(year=sheet.month.month.year))
        self.note.setHidden(known)
        draft = published is None
        fill, _, _, publish, changes, *_ = self._actions
        fill.setEnabled(draft)
        publish.setEnabled(draft and bool(sheet.month.cells))
        changes.setEnabled(not draft)

    # ---- what the clerk does ----

    def _leaf(self, steps: int) -> None:
        sheet = self.sheet
        if sheet is not None:
            day = leafed(sheet.days, steps)
            self.show_day(day if self.week_button.isChecked() else day.replace(day=1))

    def _on_view(self) -> None:
        """Lay the month out anew, and stay on the day and the person."""
        spot = self.spot
        self.show_day(self._anchor if spot is None else spot.day)
        if spot is not None and self.sheet is not None:
            shift_id = spot.cells[0].shift_id if spot.cells else spot.shift_id or 0
            place = self.sheet.find(spot.day, shift_id, spot.worker_id)
            if place is not None:
                self.grid.go_to(*place)
        self.grid.setFocus()

    def _on_plan(self) -> None:
        self.desk.state.save(_PLAN, str(self.plan.value()))
        self._read()

    def _on_chosen(self) -> None:
        sheet, spot = self.sheet, self.spot
        if sheet is None or spot is None:
            self.say("")
            return
        wrong = sheet.wrong_at(spot)
        if wrong:
            self.say("　".join(dict.fromkeys(each.words for each in wrong)), is_bad=True)
        elif spot.missing and spot.shift_id is not None:
            need = sheet.problem.need[spot.day, spot.shift_id]
            found = gap(sheet.problem, sheet.month.cells, need)
            self.say(found.words if found else "")
        elif not spot.needed and sheet.view is View.DAYS:
            self.say(tr("这一天这一班不用人。"))
        elif self.may_edit:
            self.say(tr("打字选人，空格锁定，Delete 去掉；拖动换位置，按住 Ctrl 拖是复制。"))
        else:
            self.say("")

    def _on_theme(self) -> None:
        px = self.desk.theme.px
        self._column.setContentsMargins(px(16), px(12), px(16), px(10))
        self.state.setMinimumHeight(self.today_button.sizeHint().height())
        self.line.setMinimumHeight(self.line.fontMetrics().lineSpacing() * 2)
        self.grid.setMinimumHeight(px(_LEAST_GRID))

    def _on_history(self) -> None:
        from linli.gui.history_dialog import HistoryDialog  # a list, as the commands' are

        sheet = self.sheet
        if sheet is None:
            return
        month = sheet.month
        name = f"{sheet.plan.facts.name} {spoken_month(month.month)}"
        if month.id is None:
            self.desk.ask.tell(self, tr("{month}还没有排班，没有修改记录。").format(month=name))
            return
        HistoryDialog.of_record(self.desk, "roster_month", str(month.id), name, self).open()
