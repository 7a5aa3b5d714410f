"""The forms of an event's list (活动名单): one person, residents, a team, volunteers, a list."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.events import ROLE, Event, Guest, GuestDraft, Role
from linli.domain.guest_pasting import read_guests
from linli.domain.workers import WorkerKind
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.hours.inputs import hours_input, worker_choices, worker_names
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput, TextInput
from linli.gui.registers.inputs import hide_number
from linli.gui.registers.somebody_input import Somebody, SomebodyInput
from linli.gui.resident_form_numbers import MaskedLine
from linli.gui.teams.inputs import ChecksInput, ResidentsInput

if TYPE_CHECKING:
    from linli.services.event_guests import GuestsAdded

_FIELDS = ("role", "phone", "worker_id", "present", "quarters", "note")


def role_input() -> ChoiceInput:
    """Return an input for what somebody does at an event."""
    return ChoiceInput({each: tr(words) for each, words in ROLE.items()})


class GuestForm(FormDialog):
    """Puts somebody on the list, or puts a line right; `saved` carries the `Changes`."""

    def __init__(
        self, desk: Desk, event: Event, item: Guest | None, parent: QWidget | None
    ) -> None:
        title = tr("加到名单") if item is None else tr("名单上的人")
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._event = event
        self._item = item
        add = self.form.add
        add("name", tr("姓名(&N)"), SomebodyInput(desk))
        add("role", tr("身份(&J)"), role_input())
        masks = desk.services.masking.masks()
        add("phone", tr("电话(&T)"), MaskedLine(masks.show_phone))
        hint = tr("志愿者的时长记到这个人名下")
        workers = ChoiceInput(worker_choices(desk, tr("不在人员名单里")))
        add("worker_id", tr("人员(&W)"), workers, hint=hint)
        present: dict[Any, str] = {None: tr("还没有签到"), True: tr("到"), False: tr("没有来")}
        add("present", tr("签到(&K)"), ChoiceInput(present))
        hint = tr("小时；从头到尾都在的留空")
        add("quarters", tr("服务时长(&H)"), hours_input(), hint=hint)
        add("note", tr("备注(&M)"), LineInput(tr("如 西河小学")))
        self.form.editor("worker_id").edited.connect(self._on_worker)
        self.form.editor("role").edited.connect(self._on_role)
        if item is not None:
            facts = item.facts
            who = Somebody(name=facts.name, resident_id=facts.resident_id)
            self.form.load(name=who, **{name: getattr(facts, name) for name in _FIELDS})
            self.add_history(desk, [("event_guest", str(item.id))], facts.name)
        self.reveal_button = hide_number(desk, self, self.form.editor("phone"), self._on_revealed)
        self._on_role()

    @override
    def save(self) -> Changes:
        who: Somebody = self.form.value("name")
        values = {name: self.form.value(name) for name in _FIELDS}
        if values["role"] is not Role.HELPER:
            values["quarters"] = None
        draft = GuestDraft(name=who.name, resident_id=who.resident_id, **values)
        guests = self._desk.services.event_guests
        if self._item is not None:
            return guests.change_guest(self._item.id, draft, version=self._item.version)
        added = guests.add_guests(self._event.id, [draft])
        if added.skipped:
            message = tr("“{name}”已经在名单上。").format(name=who.name)
            raise InvalidInput([FieldProblem(field="name", message=message)])
        return added.changes

    def _on_role(self) -> None:
        """Show what holds of volunteers."""
        helps = self.form.value("role") is Role.HELPER
        self.form.show_fields(("quarters",), shown=helps)

    def _on_worker(self) -> None:
        """Take the name of who was chosen."""
        worker_id = self.form.value("worker_id")
        if worker_id is not None and self.form.value("name") is None:
            facts = self._desk.services.workers.get(worker_id).facts
            who = Somebody(name=facts.name, resident_id=facts.resident_id)
            self.form.editor("name").set_value(who)
            if facts.kind is WorkerKind.VOLUNTEER:
                self.form.editor("role").set_value(Role.HELPER)

    def _on_revealed(self, reason: str) -> None:
        self._desk.services.event_guests.reveal(self._event.id, reason)


class AddForm(FormDialog):
    """What several have in common who are put on a list in one step; `saved` carries the sums."""

    title = ""
    role = Role.GUEST

    def __init__(self, desk: Desk, event_id: int, parent: QWidget | None) -> None:
        super().__init__(self.title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._event_id = event_id
        self.save_button.setText(tr("加入(&S)"))
        self.add_fields()
        self.form.add("role", tr("身份(&J)"), role_input())
        self.form.load(role=self.role)

    def add_fields(self) -> None:
        """Add the fields that say who."""
        raise NotImplementedError

    def drafts(self, role: Role) -> Sequence[GuestDraft]:
        """Return who is to be put on the list.

        Raises:
            UserError: nobody is chosen, or not understood.
        """
        raise NotImplementedError

    @override
    def save(self) -> "GuestsAdded":
        drafts = self.drafts(self.form.value("role"))
        return self._desk.services.event_guests.add_guests(self._event_id, drafts)


class ResidentsForm(AddForm):
    """Puts residents on the list, found one after the other or by a kept filter."""

    def __init__(self, desk: Desk, event_id: int, parent: QWidget | None) -> None:
        self.title = tr("从居民中选")
        super().__init__(desk, event_id, parent)

    @override
    def add_fields(self) -> None:
        desk = self._desk
        self.form.add("residents", tr("居民(&R)"), _SomeResidents(desk))
        kept: dict[Any, str] = {None: tr("不用筛选")}
        kept |= {each.name: each.name for each in desk.services.filters.list_all()}
        hint = tr("在居民页存成常用筛选的，这里整批加入")
        self.form.add("filter", tr("常用筛选(&F)"), ChoiceInput(kept), hint=hint)

    @override
    def drafts(self, role: Role) -> Sequence[GuestDraft]:
        guests, name = self._desk.services.event_guests, self.form.value("filter")
        ids = self.form.value("residents")
        if not ids and name is None:
            message = tr("请点“选择居民”选出要加入的人，或选一个常用筛选。")
            raise InvalidInput([FieldProblem(field="residents", message=message)])
        found = guests.of_residents(ids, role) if ids else []
        if name is not None:
            known = set(ids)
            more = guests.found(self._desk.services.filters.find(name), role)
            found += [each for each in more if each.resident_id not in known]
        return found


class TeamForm(AddForm):
    """Puts who is in a team today on the list."""

    role = Role.HELPER

    def __init__(self, desk: Desk, event_id: int, parent: QWidget | None) -> None:
        self.title = tr("加一支队伍")
        super().__init__(desk, event_id, parent)

    @override
    def add_fields(self) -> None:
        teams: dict[Any, str] = {None: tr("请选择")}
        for each in self._desk.services.teams.list_all():
            words = tr("{team}（{count} 人）")
            teams[each.id] = words.format(team=each.facts.name, count=each.strength)
        hint = tr("在人员名单里的志愿者自动对上，时长记到各人名下")
        self.form.add("team_id", tr("队伍(&T)"), ChoiceInput(teams), hint=hint)

    @override
    def drafts(self, role: Role) -> Sequence[GuestDraft]:
        team_id = self.form.value("team_id")
        if team_id is None:
            raise InvalidInput([FieldProblem(field="team_id", message=tr("请选一支队伍。"))])
        found = self._desk.services.event_guests.of_team(team_id, role)
        if not found:
            message = tr("这支队伍现在没有队员，请另选一支。")
            raise InvalidInput([FieldProblem(field="team_id", message=message)])
        return found


class WorkersForm(AddForm):
    """Puts volunteers and others of the duty lists on the list, ticked with Space."""

    role = Role.HELPER

    def __init__(self, desk: Desk, event_id: int, parent: QWidget | None) -> None:
        self.title = tr("加志愿者和工作人员")
        super().__init__(desk, event_id, parent)

    @override
    def add_fields(self) -> None:
        names = worker_names(self._desk, WorkerKind.VOLUNTEER)
        names |= worker_names(self._desk)  # volunteers stand first
        hint = tr("按空格勾选；志愿者在前，工作人员和家政人员在后")
        self.form.add("workers", tr("谁(&W)"), ChecksInput(names), hint=hint)

    @override
    def drafts(self, role: Role) -> Sequence[GuestDraft]:
        ids = self.form.value("workers")
        if not ids:
            message = tr("请勾选要加入的人。")
            raise InvalidInput([FieldProblem(field="workers", message=message)])
        return self._desk.services.event_guests.of_workers(ids, role)


class PastedForm(AddForm):
    """Puts the names of a list on the list."""

    def __init__(self, desk: Desk, event_id: int, parent: QWidget | None) -> None:
        self.title = tr("粘贴名单")
        super().__init__(desk, event_id, parent)

    @override
    def add_fields(self) -> None:
        box = TextInput()
        box.setMinimumHeight(self._desk.theme.px(150))
        hint = tr("每人一行：姓名、电话、单位；只有姓名的可以用顿号隔开，从 WPS 里复制过来也行")
        self.form.add("text", tr("名单(&M)"), box, hint=hint)

    @override
    def drafts(self, role: Role) -> Sequence[GuestDraft]:
        found = read_guests(self.form.value("text") or "", role)
        if found.unread:
            words = tr("有 {count} 处没有认出姓名，其余 {good} 人照样加入？")
            question = words.format(count=len(found.unread), good=len(found.guests))
            detail = "\n".join(found.unread[:10])
            if not self.ask.confirm(self, question, accept=tr("加入"), detail=detail):
                message = tr("请改正没有认出的行，再点“加入”。")
                raise InvalidInput([FieldProblem(field="text", message=message)])
        return found.guests


class _SomeResidents(ResidentsInput):
    """Residents, of whom there may be none."""

    @override
    def problem(self) -> str | None:
        return None
