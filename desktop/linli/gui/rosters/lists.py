"""Lists about a month of a roster: what is wrong, what filling came to, changes, who is on duty."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.event_lists import coming_text
from linli.domain.events import EventFilter
from linli.domain.register_texts import spoken_month
from linli.domain.roster_checks import conflicts
from linli.domain.roster_offers import hours_text, range_words, spreads
from linli.domain.roster_problem import Filled, Problem, Turns, gaps_of
from linli.domain.roster_remarks import remarks
from linli.domain.rosters import POST, Cell, Conflict, ConflictKind
from linli.gui.desk import Desk
from linli.gui.fitting import fit_to_screen
from linli.gui.i18n import tr
from linli.gui.list_dialog import ListDialog
from linli.gui.plain_table import PlainTable
from linli.gui.rosters.forms import ChangeForm, change_words
from linli.gui.rosters.sheet import Sheet

if TYPE_CHECKING:
    from linli.domain.roster_lists import OnDuty


class ConflictsDialog(ListDialog):
    """Lists broken rules and gaps; Enter goes to the place.

    Signals:
        wanted: the clerk wants to see a `Conflict` in the roster.
    """

    wanted = Signal(object)

    def __init__(self, desk: Desk, sheet: Sheet, parent: QWidget | None = None) -> None:
        title = tr("{plan} {month}的冲突和空缺").format(
            plan=sheet.plan.facts.name, month=spoken_month(sheet.month.month)
        )
        super().__init__(title, desk, parent)
        self.items: Sequence[Conflict] = ()
        self.table = PlainTable([tr("哪里"), tr("什么问题")], desk.theme, self)
        self.table.setAccessibleName(title)
        self.table.itemActivated.connect(lambda _: self._on_go())
        self.set_list(self.table)
        self.go_button = self.add_button(tr("到这一格(&D)"), "arrow-right")
        self.go_button.clicked.connect(self._on_go)
        self.go_button.setEnabled(False)
        self.set_empty("circle-check", tr("没有冲突，也没有空缺"), tr("可以公布了。"), [])
        fit_to_screen(self, desk.theme.size(1000, 560))
        self.summary.setText(tr("正在核对…"))
        problem, cells = sheet.problem, sheet.month.cells
        desk.jobs.read(
            lambda _: (conflicts(problem, cells), remarks(problem, cells)), self._show, owner=self
        )

    def _show(self, said: tuple[Sequence[Conflict], Sequence[Conflict]]) -> None:
        wrong, noted = said
        self.items = found = [*wrong, *noted]
        self.table.set_lines(each.words.rstrip("。").split("：", 1) for each in found)
        self.summary.setText(conflict_sum(wrong, len(noted)))
        self.show_empty(empty=not found)
        self.go_button.setEnabled(bool(found))
        if found:
            self.table.setCurrentCell(0, 0)

    def _on_go(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self.items):
            found = self.items[row]
            self.accept()
            self.wanted.emit(found)


def conflict_sum(found: Sequence[Conflict], noted: int) -> str:
    """Return how many are short, how many rules are broken, and what else is to be known."""
    if not found and not noted:
        return ""
    short = sum(each.missing for each in found if each.kind is ConflictKind.SHORT)
    wrong = sum(each.kind is not ConflictKind.SHORT for each in found)
    words = tr("不合规则 {wrong} 处，缺 {short} 人次，提示 {noted} 处。按回车到那一格。")
    return words.format(wrong=wrong, short=short, noted=noted)


class FilledDialog(ListDialog):
    """Says what filling a month has come to: proven or not, who is short, turns of each."""

    def __init__(
        self,
        desk: Desk,
        problem: Problem,
        before: Sequence[Cell],
        filled: Filled,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("排好了"), desk, parent)
        heads = [
            tr("姓名"),
            tr("原来小时"),
            tr("现在小时"),
            tr("连同以前"),
            tr("夜班"),
            tr("休息日班"),
            tr("节假日班"),
        ]
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setAccessibleName(tr("每人排了多少"))
        self.set_list(self.table)
        found = spreads(problem, before, filled.cells)
        self.table.set_lines(
            (
                each.name,
                hours_text(each.before.minutes),
                hours_text(each.after.minutes),
                hours_text(each.together.minutes),
                *(str(count) for count in _counts(each.after)),
            )
            for each in found
        )
        gaps = [each for each in conflicts(problem, filled.cells) if each.missing]
        lines = [_how_good(filled)]
        if before:
            lines.append(
                tr("原来{words}。").format(words=range_words([each.before for each in found]))
            )
        lines.append(tr("现在{words}。").format(words=range_words([each.after for each in found])))
        if problem.turns:
            words = tr("连同以前 {months} 个月，{words}。")
            together = range_words([each.together for each in found])
            lines.append(words.format(months=problem.rules.fair_months, words=together))
        short = sum(count for _, count in gaps_of(problem, filled.cells))
        if gaps:
            lines.append(tr("还缺 {count} 人次，在“冲突”里可以逐条看：").format(count=short))
            lines += [each.words for each in gaps[:_GAPS]]
        else:
            lines.append(tr("没有空缺。"))
        self.summary.setText("\n".join(lines))


_GAPS = 4
"""So many gaps are told at once."""


def _counts(turns: Turns) -> tuple[int, int, int]:
    return turns.nights, turns.days_off, turns.holidays


def _how_good(filled: Filled) -> str:
    seconds = tr("用时 {seconds} 秒").format(seconds=f"{filled.seconds:.0f}")
    if filled.proven:
        return tr("已证明没有更均衡的排法，{seconds}。").format(seconds=seconds)
    percent = f"{100 * filled.distance:.1f}"
    return tr("这是到停下时为止最好的排法，离最好最多差 {percent}%，{seconds}。").format(
        percent=percent, seconds=seconds
    )


class ChangesDialog(ListDialog):
    """Lists swaps and stand-ins of a published month; a new one begins with a shift of somebody."""

    def __init__(
        self, desk: Desk, sheet: Sheet, cell: Cell | None, parent: QWidget | None = None
    ) -> None:
        title = tr("{plan} {month}的换班和替班").format(
            plan=sheet.plan.facts.name, month=spoken_month(sheet.month.month)
        )
        super().__init__(title, desk, parent)
        self._sheet = sheet
        self._cell = cell
        heads = [
            *(tr("登记时间"), tr("办法"), tr("班次"), tr("原来"), tr("改由"), tr("换来")),
            *(tr("同意人"), tr("原因"), tr("登记人")),
        ]
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setAccessibleName(title)
        self.set_list(self.table)
        self.new_button = self.add_button(tr("登记换班替班(&N)…"), "plus", Right.ROSTER)
        self.new_button.clicked.connect(self._on_new)
        self.new_button.setEnabled(cell is not None and sheet.month.published_on is not None)
        hint = (
            tr("点“登记换班替班”，写清由谁来值、谁同意的。")
            if cell is not None
            else tr("先在值班表里选中要换的人，再点“换班替班”。")
        )
        self.set_empty("arrows-exchange", tr("这个月还没有换班和替班"), hint, [])
        fit_to_screen(self, desk.theme.size(1100, 520))
        desk.bus.changed.connect(self._on_changed)
        self._read()

    def _read(self) -> None:
        month = self._sheet.month
        fresh = self.desk.services.rosters.month(month.plan_id, month.month)
        self.table.set_lines(change_words(self._sheet, each) for each in fresh.changes)
        self.show_empty(empty=not fresh.changes)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.ROSTERS):
            self._read()

    def _on_new(self) -> None:
        if self._cell is None:
            return
        form = ChangeForm(self.desk, self._sheet, self._cell, self)
        form.saved.connect(self._on_saved)
        form.open()

    def _on_saved(self, changes: Changes) -> None:
        """The shift has another name on it now: the next change begins in the roster again."""
        self._cell = None
        self.new_button.setEnabled(False)
        self.desk.bus.publish(changes)


class OnDutyDialog(ListDialog):
    """Lists who is on duty now, with phones."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("现在值班"), desk, parent)
        heads = [tr("岗位"), tr("姓名"), tr("电话"), tr("班次"), tr("到几时"), tr("值班表")]
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setAccessibleName(tr("现在值班的人"))
        self.set_list(self.table)
        hint = tr("值班表里这个时候没有排人；到“援助站值班”里看看。")
        self.set_empty("calendar-user", tr("现在没有人值班"), hint, [])
        people: list[OnDuty] = desk.services.rosters.on_duty()
        self.table.set_lines(
            (
                POST[each.post],
                each.name,
                each.phone,
                each.shift,
                f"{each.ends:%m-%d %H:%M}",
                each.plan,
            )
            for each in people
        )
        self.summary.setText(self._events())
        self.show_empty(empty=not people)

    def _events(self) -> str:
        """Return what is on today and tomorrow."""
        today = self.desk.services.context.clock().date()
        wanted = EventFilter(first=today, last=today + timedelta(days=1))
        coming = coming_text(self.desk.services.events.list_(wanted), today)
        return tr("活动：{coming}。").format(coming=coming) if coming else ""


def open_on_duty(desk: Desk, parent: QWidget) -> None:
    """Show who is on duty now."""
    OnDutyDialog(desk, parent).open()
