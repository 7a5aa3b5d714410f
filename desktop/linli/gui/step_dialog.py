"""One step of the ledger: what it changed, and how it can be taken back (撤回某一步)."""

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from linli.domain.changes import Changes
from linli.domain.name_troubles import with_gaps
from linli.domain.undoing import Blocker, How, UndoPlan
from linli.gui.audits.detail import change_heads, change_line
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.fitting import fit_to_screen, scrolled
from linli.gui.i18n import tr
from linli.gui.list_dialog import ListDialog
from linli.gui.plain_table import PlainTable

_MOST_KEPT = 3
_MOST_SHOWN = 3
_LEAST_CHANGES = 160  # units


class StepDialog(ListDialog):
    """Shows the ways in which a step can be taken back, what stands in the way, and a preview."""

    def __init__(self, desk: Desk, entry_id: int, parent: QWidget | None) -> None:
        super().__init__(tr("撤回这一步"), desk, parent)
        self._plan: UndoPlan | None = None
        self._entry_id = entry_id
        self._ways = QButtonGroup(self)
        self.buttons_of: dict[How, QRadioButton] = {}
        self._box = QWidget(self)
        self._column = QVBoxLayout(self._box)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.theme.px(8))
        self.refusal = plain_label("", "warning", self)
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        self.obstacles = PlainTable(
            [tr("时间"), tr("经办人"), tr("后来做了什么"), tr("动了哪条")], desk.theme, self
        )
        self.obstacles.setAccessibleName(tr("后来的步骤"))
        self.obstacles.hide()
        self.note = plain_label("", "muted", self)
        self.note.setWordWrap(True)
        self.changes = PlainTable(change_heads(), desk.theme, self)
        self.changes.setAccessibleName(tr("撤回后的内容"))
        for widget in (self.refusal, self.obstacles, self.note):
            self._column.addWidget(widget)
        self._column.addWidget(self.changes, 1)
        self.changes.setMinimumHeight(desk.theme.px(_LEAST_CHANGES))
        self.set_list(scrolled(self._box))
        self.take_back_button = self.add_button(tr("撤回(&U)"), "arrow-back-up")
        self.take_back_button.setEnabled(False)
        self.take_back_button.clicked.connect(self._on_take_back)
        self._ways.buttonClicked.connect(lambda _: self._show_way())
        fit_to_screen(self, desk.theme.size(900, 620))
        self.summary.setText(tr("正在核对后来的修改…"))
        self._look()

    @property
    def way(self) -> How | None:
        """The way that is chosen."""
        return next((way for way, b in self.buttons_of.items() if b.isChecked()), None)

    def _look(self) -> None:
        steps, number = self.desk.services.steps, self._entry_id
        self.desk.jobs.run(
            lambda progress: steps.plan(number, progress),
            owner=self,
            done=self._show_plan,
            cancelled=self.reject,
            title=tr("正在核对后来的修改…"),
        )

    def _show_plan(self, plan: UndoPlan) -> None:
        self._plan = plan
        step = plan.step
        self.heading.setText(with_gaps(step.action))
        done = (
            tr("{account} {at} 做的，现在已撤销。") if step.undone else tr("{account} {at} 做的。")
        )
        self.summary.setText(done.format(account=step.account, at=f"{step.at:%Y-%m-%d %H:%M}"))
        if step.undone:
            self.setWindowTitle(tr("恢复这一步"))
            self.take_back_button.setText(tr("恢复(&U)"))
        self.refusal.setText(plan.refusal)
        self.refusal.setVisible(bool(plan.refusal))
        self.obstacles.set_lines(_line(each) for each in plan.blockers)
        shown = min(len(plan.blockers), _MOST_SHOWN)
        self.obstacles.setFixedHeight(self.desk.theme.px(48 + 38 * shown))
        self.obstacles.setVisible(bool(plan.blockers))
        words = self._words_of_ways(plan)
        for place, way in enumerate(way for way in How if way in plan.ways):
            button = QRadioButton(words[way], self._box)
            self._ways.addButton(button)
            self.buttons_of[way] = button
            self._column.insertWidget(place, button)
            button.setVisible(len(plan.ways) > 1)
        if self.buttons_of:
            next(iter(self.buttons_of.values())).setChecked(True)
        self.take_back_button.setEnabled(bool(plan.ways))
        self._show_way()

    def _words_of_ways(self, plan: UndoPlan) -> dict[How, str]:
        later = tr("连同后来改过它的 {count} 步一起撤回，从最近的开始(&L)")
        return {
            How.ALONE: tr("撤回这一步"),
            How.WITH_LATER: later.format(count=len(plan.blockers)),
            How.PART: tr("只撤回后来没有改过、也没有用到的部分(&P)"),
        }

    def _show_way(self) -> None:
        """Show what the chosen way would change; without a way, what the step changed."""
        plan, way = self._plan, self.way
        if plan is None:
            return
        if way is None:
            found = self.desk.services.steps.changes(self._entry_id)
            self.note.setText(tr("这一步改了："))
            self.changes.set_lines(change_line(change) for change in found)
            return
        trial = plan.ways[way]
        words = tr("将改回这些内容（共 {count} 处登记）：").format(count=f"{trial.rows:,}")
        if way is How.PART and plan.kept:
            kept = "；".join(plan.kept[:_MOST_KEPT])
            more = len(plan.kept) - _MOST_KEPT
            kept += tr("，等 {count} 处").format(count=len(plan.kept)) if more > 0 else ""
            words = tr("保持现在的样子：{kept}。").format(kept=with_gaps(kept)) + words
        self.note.setText(words)
        self.changes.set_lines(change_line(change) for change in trial.changes)

    def _on_take_back(self) -> None:
        plan, way = self._plan, self.way
        if plan is None or way is None:
            return
        steps = self.desk.services.steps
        self.desk.jobs.run(
            lambda progress: steps.take_back(plan, way, progress),
            owner=self,
            done=self._on_done,
            title=tr("正在撤回…"),
        )

    def _on_done(self, changes: Changes) -> None:
        self.desk.bus.publish(changes)
        self.accept()


def _line(blocker: Blocker) -> tuple[str, ...]:
    step = blocker.step
    words = (step.account, step.action, "、".join(blocker.records))
    return (f"{step.at:%Y-%m-%d %H:%M}", *map(with_gaps, words))
