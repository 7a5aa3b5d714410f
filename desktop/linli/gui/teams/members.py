"""The members of a team (队员), with their sum by source and whether it closes."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.registers import Register
from linli.domain.team_lists import duty_text
from linli.domain.team_sums import gaps, sums_text
from linli.domain.teams import Member, MemberFilter, Team
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.registers.frame import PeopleRegister
from linli.gui.teams.member_forms import EndForm, FilterForm, ListForm, MemberForm, ResidentsForm
from linli.services.team_members import Added
from linli.services.volunteers import TakenOver

_NAMED = 20
"""So many people are named at once."""
_SHOWN = {True: mark("现在在队的"), False: mark("全部，含已离队的")}


class MembersDialog(PeopleRegister[Member]):
    """Lists members, leaders first; at first those of today."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.TEAMS, Kind.RESIDENTS, Kind.STAFF})
    history_table = "team_member"
    across = True
    has_phones = True

    def __init__(self, desk: Desk, team: Team, parent: QWidget | None = None) -> None:
        heads = [
            tr("姓名"),
            tr("来源"),
            tr("职务分工"),
            tr("电话"),
            tr("网格"),
            tr("住址"),
            tr("加入"),
            tr("离队"),
            tr("另在"),
        ]
        self._team = team
        super().__init__(tr("{team}的队员").format(team=team.facts.name), heads, desk, parent)
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        sources: dict[Any, str] = {None: tr("全部来源")}
        own = dict.fromkeys([*(each.source for each in team.sums), *desk.services.teams.sources()])
        self.source = ChoiceInput(sources | {each: each for each in own}, self)
        self.add_choice(tr("显示(&S)"), self.shown)
        self.add_choice(tr("来源(&T)"), self.source)
        self.put_summary_below()
        new = self.add_editing(tr("添加(&N)…"), ordered=False)
        self.residents_button = self.add_button(tr("选居民加入(&R)…"), "user-plus", Right.EDIT)
        self.residents_button.clicked.connect(lambda: self._add_by(ResidentsForm))
        self.list_button = self.add_button(tr("按名单加入(&V)…"), "clipboard", Right.EDIT)
        self.list_button.clicked.connect(lambda: self._add_by(ListForm))
        self.filter_button = self.add_button(tr("按筛选加入(&F)…"), "filter", Right.EDIT)
        self.filter_button.clicked.connect(lambda: self._add_by(FilterForm))
        self.volunteers_button = self.add_action(
            tr("登记为志愿者(&G)…"),
            "heart-handshake",
            self._on_volunteers,
            needs_one=False,
            right=Right.ROSTER,
        )
        self.end_button = self.add_action(
            tr("离队(&E)…"), "user-minus", self._on_end, needs_one=False, right=Right.EDIT
        )
        self.add_removing(tr("删除(&X)"))
        self.add_output(tr("打印名册(&P)…"), tr("导出表格(&B)…"))
        hint = tr("可以从居民里连选几位，粘贴现成的名单，或按筛选一次加入。")
        self.set_empty("users", tr("这支队伍还没有队员"), hint, [new])
        self.read()

    @override
    def list_items(self) -> Sequence[Member]:
        on = self.desk.services.context.clock().date() if self.shown.value() else None
        wanted = MemberFilter(team_id=self._team.id, on=on, source=self.source.value())
        return self.desk.services.team_members.list_all(wanted)

    @override
    def key(self, item: Member) -> Hashable:
        return item.id

    @override
    def line(self, item: Member) -> Sequence[str]:
        facts = item.facts
        return (
            item.named,
            facts.source,
            duty_text(item),
            self.masks.show_phone(item.phone) if item.phone else "",
            item.grid,
            item.place,
            facts.since.isoformat() if facts.since else "",
            facts.until.isoformat() if facts.until else "",
            tr("、").join(item.others),
        )

    @override
    def summary_text(self) -> str:
        """Return the sums of today by source, and each figure that does not close."""
        team = self.desk.services.teams.get(self._team.id)
        said = gaps(team)
        sums = tr("{sums}。").format(sums=sums_text(team.sums)) if team.strength else ""
        gone = sum(bool(item.gone) and item.facts.until is None for item in self.items)
        if gone:
            said.append(tr("有 {count} 人已迁出或去世，请办离队。").format(count=gone))
        return " ".join(filter(None, (sums, *said)))

    @override
    def open_form(self, item: Member | None) -> None:
        self._publish_from(MemberForm(self.desk, self._team.id, item, self))

    @override
    def removal(self, item: Member) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("从“{team}”删除“{name}”？").format(
            team=self._team.facts.name, name=item.facts.name
        )
        detail = tr("登记错了才删除；不再参加的请点“离队”，以后还查得到。")
        return question, detail, lambda: self.desk.services.team_members.remove(item.id)

    @override
    def register(self, *, revealed: bool) -> Register:
        return self.desk.services.teams.member_register(self._team.id, revealed=revealed)

    def _publish_from(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _add_by(self, make: type[ResidentsForm | ListForm | FilterForm]) -> None:
        form = make(self.desk, self._team.id, self)
        form.saved.connect(self._on_added)
        form.open()

    def _on_added(self, added: Added) -> None:
        """Show who is new, and say who was there already."""
        self.desk.bus.publish(added.changes)
        if added.skipped:
            text = tr("加入 {count} 人，另有 {skipped} 人已经在队里，没有重复加入。").format(
                count=added.count, skipped=len(added.skipped)
            )
            self.desk.ask.tell(self, text, tr("、").join(added.skipped[:_NAMED]))

    def _on_volunteers(self) -> None:
        """Register the selected members as volunteers, and say who was left out."""
        ids = [item.id for item in self.selected()]
        question = tr("把选中的 {count} 人登记为志愿者？").format(count=len(ids))
        detail = tr("每人给一个志愿者编号；已经是志愿者的不重复登记。可以按 Ctrl+Z 撤销。")
        if not self.desk.ask.confirm(self, question, accept=tr("登记"), detail=detail):
            return
        self.desk.jobs.run(
            lambda _: self.desk.services.volunteers.take_over(ids),
            owner=self,
            done=self._on_taken,
        )

    def _on_taken(self, taken: TakenOver) -> None:
        self.desk.bus.publish(taken.changes)
        said = [
            words.format(names=tr("、").join(names[:_NAMED]), count=len(names))
            for words, names in (
                (tr("已经是志愿者的 {count} 人：{names}。"), taken.known),
                (tr("已不在队里的 {count} 人：{names}。"), taken.gone),
            )
            if names
        ]
        text = tr("登记了 {count} 位志愿者，在“值班—人员”里可以补填服务项目和能来的时间。")
        self.desk.ask.tell(self, text.format(count=taken.count), "\n".join(said))

    def _on_end(self) -> None:
        self._publish_from(EndForm(self.desk, [item.id for item in self.selected()], self))
