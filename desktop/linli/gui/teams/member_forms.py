"""The forms of members (队员): one person, several residents, a list, a filter, leaving."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.teams import RANK_LABELS, Member, MemberDraft, Rank
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import ChoiceInput, LineInput, TextInput, date_input
from linli.gui.registers.inputs import hide_number
from linli.gui.registers.somebody_input import Somebody, SomebodyInput
from linli.gui.resident_form_numbers import MaskedLine
from linli.gui.teams.inputs import ResidentsInput
from linli.gui.teams.team_form import grid_choice
from linli.services.team_members import Added

if TYPE_CHECKING:
    from pathlib import Path

_FIELDS = ("source", "phone", "rank", "duty", "grid_id", "since", "until", "note")


def source_choice(desk: Desk, present: str | None = None) -> ChoiceInput:
    """Return an input for a source category, the one that stands there among them."""
    sources = desk.services.teams.sources()
    own = [present] if present and present not in sources else []
    return ChoiceInput({each: each for each in (*sources, *own)})


class MemberForm(FormDialog):
    """Adds or changes one member; `saved` carries the `Changes`."""

    def __init__(
        self, desk: Desk, team_id: int, item: Member | None, parent: QWidget | None
    ) -> None:
        title = tr("添加队员") if item is None else tr("队员")
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._team_id = team_id
        self._item = item
        self._staff_id = None if item is None else item.facts.staff_id
        add = self.form.add
        add("name", tr("姓名(&N)"), SomebodyInput(desk), hint=tr("居民、工作人员或外来人员都可以"))
        staff: dict[Any, str] = {None: tr("不是工作人员")}
        staff |= {each.id: each.facts.name for each in desk.services.staff.list_all()}
        add("staff_id", tr("工作人员(&W)"), ChoiceInput(staff))
        present = None if item is None else item.facts.source
        add("source", tr("来源(&L)"), source_choice(desk, present))
        masks = desk.services.masking.masks()
        hint = tr("居民和工作人员可以不填，用台账里的电话")
        add("phone", tr("电话(&T)"), MaskedLine(masks.show_phone), hint=hint)
        ranks: dict[Any, str] = {each: tr(words) for each, words in RANK_LABELS.items()}
        add("rank", tr("职务(&R)"), ChoiceInput(ranks))
        add("duty", tr("分工(&D)"), LineInput(tr("如 驾驶员、通讯员")))
        add("grid_id", tr("网格(&G)"), grid_choice(desk, tr("没有指定")))
        add("since", tr("加入日期(&B)"), date_input())
        add("until", tr("离队日期(&E)"), date_input(), hint=tr("还在队里的留空；这一天还算在队"))
        note = TextInput()
        note.setMaximumHeight(desk.theme.px(70))
        add("note", tr("备注(&M)"), note)
        self.form.editor("staff_id").edited.connect(self._on_staff)
        if item is None:
            today = desk.services.context.clock().date()
            self.form.load(since=today, rank=Rank.MEMBER)
        else:
            facts = item.facts
            who = Somebody(name=facts.name, resident_id=facts.resident_id)
            values = {name: getattr(facts, name) for name in _FIELDS}
            self.form.load(name=who, staff_id=facts.staff_id, **values)
        self.reveal_button = hide_number(desk, self, self.form.editor("phone"), self._on_revealed)

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in _FIELDS}
        who: Somebody = self.form.value("name")
        values["source"] = values["source"] or ""
        draft = MemberDraft(
            team_id=self._team_id,
            name=who.name,
            resident_id=who.resident_id,
            staff_id=None if who.resident_id else self.form.value("staff_id"),
            **values,
        )
        service = self._desk.services.team_members
        if self._item is None:
            return service.add(draft)[1]
        return service.update(self._item.id, draft, version=self._item.version)

    def _on_staff(self) -> None:
        """Take the name of who was chosen."""
        staff_id = self.form.value("staff_id")
        if staff_id is not None:
            name = self._desk.services.staff.get(staff_id).facts.name
            self.form.editor("name").set_value(Somebody(name=name))

    def _on_revealed(self, reason: str) -> None:
        if self._item is not None:
            self._desk.services.team_members.reveal(self._item.id, reason)


class _JoinForm(FormDialog):
    """What several have in common who join in one step; `saved` carries `Added`."""

    def __init__(self, title: str, desk: Desk, team_id: int, parent: QWidget | None) -> None:
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._team_id = team_id
        self.save_button.setText(tr("加入(&S)"))

    def _add_common(self) -> None:
        """Add the fields that hold of each."""
        desk, add = self._desk, self.form.add
        add("source", tr("来源(&L)"), source_choice(desk))
        add("grid_id", tr("网格(&G)"), grid_choice(desk, tr("按住址")))
        add("since", tr("加入日期(&B)"), date_input())
        self.form.load(since=desk.services.context.clock().date())

    def _draft(self) -> MemberDraft:
        value = self.form.value
        return MemberDraft(
            team_id=self._team_id,
            name="",
            source=value("source") or "",
            grid_id=value("grid_id"),
            since=value("since"),
        )


class ResidentsForm(_JoinForm):
    """Lets residents join who are found one after the other."""

    def __init__(self, desk: Desk, team_id: int, parent: QWidget | None) -> None:
        super().__init__(tr("选居民加入"), desk, team_id, parent)
        self.form.add("residents", tr("居民(&R)"), ResidentsInput(desk))
        self._add_common()

    @override
    def save(self) -> Added:
        ids = self.form.value("residents")
        return self._desk.services.team_members.add_residents(ids, self._draft())


class FilterForm(_JoinForm):
    """Lets everybody join whom a kept filter (常用筛选) finds."""

    def __init__(self, desk: Desk, team_id: int, parent: QWidget | None) -> None:
        super().__init__(tr("按筛选加入"), desk, team_id, parent)
        kept = {each.name: each.name for each in desk.services.filters.list_all()}
        hint = tr("先在居民页把条件存成常用筛选，这里就能选到；一次最多 500 人")
        self.form.add("filter", tr("常用筛选(&F)"), ChoiceInput(kept), hint=hint)
        self._add_common()

    @override
    def save(self) -> Added:
        name = self.form.value("filter")
        if name is None:
            message = tr("还没有常用筛选，请先在居民页存一个。")
            raise InvalidInput([FieldProblem(field="filter", message=message)])
        services = self._desk.services
        return services.team_members.add_found(services.filters.find(name), self._draft())


class ListForm(_JoinForm):
    """Lets the people of a list join: pasted, typed, or read from a workbook."""

    def __init__(self, desk: Desk, team_id: int, parent: QWidget | None) -> None:
        super().__init__(tr("按名单加入"), desk, team_id, parent)
        self._path: Path | None = None
        box = TextInput()
        box.setMinimumHeight(desk.theme.px(150))
        hint = tr("每人一行：姓名、电话、来源、网格；可以带表头，从 WPS 里复制过来")
        self.form.add("text", tr("名单(&M)"), box, hint=hint)
        self.file_button = QPushButton(icon("folder-open"), tr("读取表格文件(&O)…"), self)
        self.file_button.setAutoDefault(False)
        self.file_button.clicked.connect(self._on_file)
        self.form.add_widget(self.file_button)
        self._add_common()

    @override
    def save(self) -> Added:
        members, draft = self._desk.services.team_members, self._draft()
        if self._path is not None:
            found = members.read_file(self._path, draft)
        else:
            found = members.read_text(self.form.value("text") or "", draft)
        if found.unread:
            question = tr("有 {count} 行没有认出姓名，其余 {good} 人照样加入？").format(
                count=len(found.unread), good=len(found.members)
            )
            detail = "\n".join(found.unread[:10])
            if not self.ask.confirm(self, question, accept=tr("加入"), detail=detail):
                message = tr("请改正没有认出的行，再点“加入”。")
                raise InvalidInput([FieldProblem(field="text", message=message)])
        return members.add_list(found.members)

    def _on_file(self) -> None:
        kinds = tr("表格 (*.xlsx *.xls *.ods *.csv)")
        path = self.ask.open_file(self, tr("读取名单"), kinds)
        if path is not None:
            self._path = path
            self.file_button.setText(tr("已选：{name}").format(name=path.name))
            self.form.editor("text").setEnabled(False)


class EndForm(FormDialog):
    """Asks for the last day of some members."""

    def __init__(self, desk: Desk, member_ids: Sequence[int], parent: QWidget | None) -> None:
        title = tr("{count} 人离队").format(count=len(member_ids))
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._member_ids = list(member_ids)
        hint = tr("这一天还算在队；以后查得到，已排的班和领的装备不变")
        self.form.add("until", tr("最后一天(&D)"), date_input(), hint=hint)
        self.form.load(until=desk.services.context.clock().date())

    @override
    def save(self) -> Changes:
        day = self.form.value("until")
        if day is None:
            message = tr("请填写日期。")
            raise InvalidInput([FieldProblem(field="until", message=message)])
        return self._desk.services.team_members.end(self._member_ids, day)
