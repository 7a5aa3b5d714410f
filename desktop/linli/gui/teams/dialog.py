"""Teams (队伍): how many each should have and has, and the way to what each of them does."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.codes import code_table
from linli.domain.registers import Register
from linli.domain.team_sums import expected_total, figures, gaps
from linli.domain.teams import TEAM_TABLE, Team, TeamFilter
from linli.gui.desk import Desk
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.print_dialog import open_print_dialog
from linli.gui.registers.frame import PeopleRegister
from linli.gui.teams.drills import DrillsDialog
from linli.gui.teams.equipment import EquipmentDialog
from linli.gui.teams.members import MembersDialog
from linli.gui.teams.patrols import PatrolsDialog
from linli.gui.teams.team_form import SourcesForm, TeamForm

_SHOWN = {True: mark("在用的"), False: mark("全部，含已解散的")}


def open_teams(desk: Desk, parent: QWidget) -> None:
    """Show the teams."""
    TeamsDialog(desk, parent).open()


def open_team(desk: Desk, team_id: int, parent: QWidget) -> None:
    """Show the members of one team."""
    MembersDialog(desk, desk.services.teams.get(team_id), parent).open()


class TeamsDialog(PeopleRegister[Team]):
    """Lists teams by kind, with the sums of their members."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.TEAMS, Kind.GRIDS, Kind.RESIDENTS})
    history_table = "team"
    across = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            tr("队伍"),
            tr("类别"),
            tr("队长"),
            tr("范围"),
            tr("应有"),
            tr("现有"),
            tr("核对"),
            tr("用途"),
        ]
        super().__init__(tr("队伍"), heads, desk, parent)
        kinds: dict[Any, str] = {None: tr("全部类别")}
        self.kind = ChoiceInput(kinds | dict(code_table(TEAM_TABLE).names), self)
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        self.add_choice(tr("类别(&T)"), self.kind)
        self.add_choice(tr("显示(&S)"), self.shown)
        self.put_summary_below()
        new = self.add_editing(tr("新增(&N)…"), ordered=False)
        self.members_button = self.add_action(tr("队员(&M)…"), "users", self._on_members)
        self.patrols_button = self.add_action(tr("巡逻排班(&R)…"), "walk", self._on_patrols)
        self.equipment_button = self.add_action(tr("装备(&E)…"), "shield-lock", self._on_equipment)
        self.drills_button = self.add_action(tr("演练(&Y)…"), "flag", self._on_drills)
        self.callout_button = self.add_action(
            tr("集结名单(&L)…"), "phone", self._on_callout, right=Right.PRINT
        )
        self.plan_button = self.add_action(
            tr("打印预案(&A)…"), "file-text", self._on_plan, right=Right.PRINT
        )
        self.add_removing(tr("删除(&X)"))
        self.add_output(tr("打印名单(&P)…"), tr("导出表格(&B)…"))
        self.sources_button = self.add_button(tr("队员来源(&K)…"), "settings", Right.SETTINGS)
        self.sources_button.clicked.connect(self._on_sources)
        hint = tr("登记巡逻队、应急分队、信息员、楼栋长等队伍，人数按来源自动核对。")
        self.set_empty("users-group", tr("还没有队伍"), hint, [new])
        self.read()

    @property
    def wanted(self) -> TeamFilter:
        """What is listed now."""
        return TeamFilter(kind_code=self.kind.value(), running=self.shown.value())

    @override
    def list_items(self) -> Sequence[Team]:
        return self.desk.services.teams.list_all(self.wanted)

    @override
    def key(self, item: Team) -> Hashable:
        return item.id

    @override
    def line(self, item: Team) -> Sequence[str]:
        facts, wanted = item.facts, expected_total(item)
        return (
            facts.name,
            code_table(TEAM_TABLE).label(facts.kind_code),
            tr("、").join(item.leaders),
            item.grid or tr("全社区"),
            "" if wanted is None else str(wanted),
            str(item.strength),
            closing_words(item),
            facts.purpose or "",
        )

    @override
    def summary_text(self) -> str:
        if not self.items:
            return ""
        total = sum(item.strength for item in self.items)
        words = tr("共 {teams} 支队伍，{people} 人次。")
        return words.format(teams=len(self.items), people=f"{total:,}")

    @override
    def open_form(self, item: Team | None) -> None:
        form = TeamForm(self.desk, item, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def removal(self, item: Team) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除队伍“{name}”？").format(name=item.facts.name)
        detail = tr("登记错了才删除；不再用的请打开它，填写解散日期。")
        return question, detail, lambda: self.desk.services.teams.remove(item.id)

    @override
    def register(self, *, revealed: bool) -> Register:
        return self.desk.services.teams.register(self.wanted, tr("队伍一览表"))

    def _on_members(self) -> None:
        MembersDialog(self.desk, self.selected()[0], self).open()

    def _on_patrols(self) -> None:
        PatrolsDialog(self.desk, self.selected()[0], self).open()

    def _on_equipment(self) -> None:
        EquipmentDialog(self.desk, self.selected()[0], self).open()

    def _on_drills(self) -> None:
        DrillsDialog(self.desk, self.selected()[0], self).open()

    def _on_callout(self) -> None:
        team_id, teams = self.selected()[0].id, self.desk.services.teams

        def make(revealed: bool) -> Register:  # noqa: FBT001 - called by `output` alone
            return teams.callout_register(team_id, revealed=revealed)

        self.output(make, self.print_upright, has_phones=True)

    def _on_plan(self) -> None:
        item = self.selected()[0]
        self.desk.jobs.run(
            lambda _: self.desk.services.teams.plan_pdf(item.id),
            owner=self,
            done=lambda content: open_print_dialog(self.desk, content, tr("预案"), self),
            title=tr("正在准备预案…"),
        )

    def _on_sources(self) -> None:
        form = SourcesForm(self.desk, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()


def closing_words(team: Team) -> str:
    """Return the sum of a team, and the first figure that does not close."""
    sums = figures([each.count for each in team.sums])
    said = gaps(team)
    if said:
        return tr("{sums}，{gap}").format(sums=sums, gap=said[0])
    return tr("{sums}，相符").format(sums=sums) if expected_total(team) is not None else sums
