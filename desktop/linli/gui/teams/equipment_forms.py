"""The forms of equipment and drills (装备、演练)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.equipment import Drill, DrillDraft, Equipment, EquipmentDraft, IssueDraft
from linli.domain.teams import MemberFilter, Team
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import LineInput, TextInput, date_input
from linli.gui.rental_form import count_input
from linli.gui.teams.inputs import ChecksInput, time_input


class EquipmentForm(FormDialog):
    """Adds or changes a thing; `saved` carries the `Changes`."""

    def __init__(
        self, desk: Desk, team_id: int, item: Equipment | None, parent: QWidget | None
    ) -> None:
        title = tr("添加装备") if item is None else tr("装备")
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._team_id = team_id
        self._item = item
        add = self.form.add
        add("item", tr("名称(&N)"), LineInput(tr("如 头盔、警棍、迷彩服")))
        self.form.editor("item").suggest(desk.services.equipment.usual_items)
        add("quantity", tr("总数(&H)"), count_input())
        add("unit", tr("单位(&U)"), LineInput(tr("如 顶、根、套")))
        add("note", tr("备注(&M)"), LineInput())
        if item is not None:
            names = ("item", "quantity", "unit", "note")
            self.form.load(**{name: getattr(item.facts, name) for name in names})

    @override
    def save(self) -> Changes:
        value = self.form.value
        quantity = _count(self, "quantity", tr("请填写一共有多少。"))
        draft = EquipmentDraft(
            team_id=self._team_id,
            item=value("item") or "",
            quantity=quantity,
            unit=value("unit") or "",
            note=value("note"),
        )
        service = self._desk.services.equipment
        if self._item is None:
            return service.add(draft)[1]
        return service.update(self._item.id, draft, version=self._item.version)


class IssueForm(FormDialog):
    """Gives a thing to one or many members; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, team_id: int, item: Equipment, parent: QWidget | None) -> None:
        title = tr("发放{item}，库存 {left} {unit}").format(
            item=item.facts.item, left=item.left, unit=item.facts.unit
        )
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        today = desk.services.context.clock().date()
        members = desk.services.team_members.list_all(MemberFilter(team_id=team_id, on=today))
        issues = desk.services.equipment.issues(team_id, out_only=True)
        having = {each.facts.member_id for each in issues if each.facts.equipment_id == item.id}
        names = {
            each.id: f"{each.facts.name}{tr('（已领）') if each.id in having else ''}"
            for each in members
        }
        hint = tr("按空格键选上，可以一次发给几个人")
        self.form.add("members", tr("发给(&L)"), ChecksInput(names), hint=hint)
        self.form.add("quantity", tr("每人数量(&H)"), count_input())
        self.form.add("day", tr("发放日期(&B)"), date_input())
        self.form.add("note", tr("备注(&M)"), LineInput())
        self.form.load(quantity=1, day=today)

    @override
    def save(self) -> Changes:
        members = self.form.value("members")
        if not members:
            message = tr("请选出发给谁。")
            raise InvalidInput([FieldProblem(field="members", message=message)])
        quantity = _count(self, "quantity", tr("请填写每人发几件。"))
        day, note = _day(self, "day"), self.form.value("note")
        drafts = [
            IssueDraft(
                equipment_id=self._item.id,
                member_id=member_id,
                quantity=quantity,
                issued_on=day,
                note=note,
            )
            for member_id in members
        ]
        return self._desk.services.equipment.issue(drafts)[1]


class ReturnForm(FormDialog):
    """Asks when things came back; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, issue_ids: Sequence[int], parent: QWidget | None) -> None:
        title = tr("归还 {count} 条").format(count=len(issue_ids))
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._issue_ids = list(issue_ids)
        self.form.add("day", tr("归还日期(&D)"), date_input())
        self.form.load(day=desk.services.context.clock().date())

    @override
    def save(self) -> Changes:
        return self._desk.services.equipment.take_back(self._issue_ids, _day(self, "day"))


class DrillForm(FormDialog):
    """Records or changes a drill; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, team: Team, item: Drill | None, parent: QWidget | None) -> None:
        title = tr("登记演练") if item is None else tr("演练")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._team_id = team.id
        self._item = item
        add = self.form.add
        add("day", tr("日期(&B)"), date_input())
        add("topic", tr("内容(&N)"), LineInput(tr("如 消防疏散演练")))
        add("place", tr("地点(&D)"), LineInput())
        add("called_at", tr("集结通知(&K)"), time_input(), hint=tr("几点发出的通知"))
        add("minutes", tr("集结用时(&U)"), count_input(), hint=tr("分钟，从通知到人到齐"))
        add("expected", tr("应到人数(&E)"), count_input())
        add("present", tr("实到人数(&H)"), count_input())
        add("summary", tr("小结(&M)"), TextInput(), wide=True)
        if item is None:
            today = desk.services.context.clock().date()
            topic = team.facts.plan_title and tr("{plan}演练").format(plan=team.facts.plan_title)
            self.form.load(day=today, topic=topic, expected=team.strength)
        else:
            values: dict[str, Any] = {
                name: getattr(item.facts, name) for name in (*_DRILL, "day", "expected", "present")
            }
            self.form.load(**values)

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in _DRILL}
        values["topic"] = values["topic"] or ""
        draft = DrillDraft(
            team_id=self._team_id,
            day=_day(self, "day"),
            expected=_count(self, "expected", tr("请填写应到多少人。")),
            present=_count(self, "present", tr("请填写实到多少人。")),
            **values,
        )
        service = self._desk.services.equipment
        if self._item is None:
            return service.add_drill(draft)[1]
        return service.update_drill(self._item.id, draft, version=self._item.version)


_DRILL = ("topic", "place", "called_at", "minutes", "summary")


def _count(form: FormDialog, field: str, message: str) -> int:
    """Return a figure that must be there.

    Raises:
        InvalidInput: it is not.
    """
    figure = form.form.value(field)
    if not isinstance(figure, int):
        raise InvalidInput([FieldProblem(field=field, message=message)])
    return figure


def _day(form: FormDialog, field: str) -> date:
    """Return a day that must be there.

    Raises:
        InvalidInput: it is not.
    """
    day = form.form.value(field)
    if not isinstance(day, date):
        raise InvalidInput([FieldProblem(field=field, message=tr("请填写日期。"))])
    return day
