"""Drills of a team (演练): when, who came, how long it took."""

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes, Kind
from linli.domain.equipment import Drill
from linli.domain.registers import Register
from linli.domain.teams import Team
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.registers.frame import PeopleRegister
from linli.gui.teams.equipment_forms import DrillForm


class DrillsDialog(PeopleRegister[Drill]):
    """Lists drills, the last first."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.TEAMS})
    history_table = "drill"
    across = True

    def __init__(self, desk: Desk, team: Team, parent: QWidget | None = None) -> None:
        heads = [
            tr("日期"),
            tr("内容"),
            tr("地点"),
            tr("集结"),
            tr("用时"),
            tr("应到"),
            tr("实到"),
            tr("小结"),
        ]
        self._team = team
        super().__init__(tr("{team}的演练").format(team=team.facts.name), heads, desk, parent)
        new = self.add_editing(tr("登记(&N)…"), ordered=False)
        self.add_removing(tr("删除(&X)"))
        self.add_output(tr("打印记录(&P)…"), tr("导出表格(&B)…"))
        hint = tr("登记每次演练的日期、地点、到了多少人、集结用了几分钟。")
        self.set_empty("flag", tr("还没有演练记录"), hint, [new])
        self.read()

    @override
    def list_items(self) -> Sequence[Drill]:
        return self.desk.services.equipment.drills(self._team.id)

    @override
    def key(self, item: Drill) -> Hashable:
        return item.id

    @override
    def line(self, item: Drill) -> Sequence[str]:
        facts = item.facts
        minutes = facts.minutes
        return (
            facts.day.isoformat(),
            facts.topic,
            facts.place or "",
            f"{facts.called_at:%H:%M}" if facts.called_at else "",
            "" if minutes is None else tr("{count} 分钟").format(count=minutes),
            str(facts.expected),
            str(facts.present),
            (facts.summary or "").replace("\n", "；"),
        )

    @override
    def summary_text(self) -> str:
        return tr("共 {count} 次。").format(count=len(self.items)) if self.items else ""

    @override
    def open_form(self, item: Drill | None) -> None:
        form = DrillForm(self.desk, self._team, item, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def removal(self, item: Drill) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除 {day} 的“{topic}”？").format(
            day=item.facts.day.isoformat(), topic=item.facts.topic
        )
        detail = tr("可以按 Ctrl+Z 撤销。")
        return question, detail, lambda: self.desk.services.equipment.remove_drill(item.id)

    @override
    def register(self, *, revealed: bool) -> Register:
        title = tr("{team}演练登记表").format(team=self._team.facts.name)
        return self.desk.services.equipment.drill_register(self._team.id, title)
