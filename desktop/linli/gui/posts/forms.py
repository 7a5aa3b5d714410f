"""The forms of posts: one person, leaving, handing over, the heads of all buildings."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.posts import HandOver, Post, PostDraft, role_of
from linli.domain.values.addresses import address_text
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, TextInput, date_input
from linli.gui.posts.inputs import SeatsInput, add_person, person_of
from linli.gui.registers.inputs import hide_number
from linli.gui.registers.somebody_input import Somebody

_WAIT_MS = 150


def role_choices(desk: Desk, present: str | None = None) -> dict[Any, str]:
    """Return the roles to choose from, the one that stands there among them."""
    roles: dict[Any, str] = {role.code: role.name for role in desk.services.post_checks.roles()}
    return roles | ({present: role_of(present).name} if present else {})


class PostForm(FormDialog):
    """Puts somebody on a post, or corrects what is written of it; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Post | None, parent: QWidget | None = None) -> None:
        title = tr("添加岗位人员") if item is None else tr("岗位人员")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._item = item
        self._seats = desk.services.posts.seats()
        add = self.form.add
        grids: dict[Any, str] = dict(desk.services.grids.names())
        if item is not None:
            grids.setdefault(item.facts.grid_id, item.grid)
        add("grid_id", tr("网格(&G)"), ChoiceInput(grids))
        present = None if item is None else item.facts.role
        add("role", tr("岗位(&R)"), ChoiceInput(role_choices(desk, present)))
        hint = tr("楼栋长、巷道长要选")
        add("building", tr("楼栋或巷道(&D)"), ChoiceInput({}), hint=hint, wide=True)
        add_person(self, desk)
        hint = tr("以后才上岗的，写以后的日期，到那天起算")
        add("since", tr("上岗日期(&B)"), date_input(), hint=hint)
        hint = tr("一直干下去的留空；换人请用“交接”")
        add("until", tr("最后一天(&E)"), date_input(), hint=hint)
        note = TextInput()
        note.setMaximumHeight(desk.theme.px(70))
        add("note", tr("备注(&M)"), note, wide=True)
        for name in ("grid_id", "role"):
            self.form.editor(name).edited.connect(self._offer_buildings)
        if item is None:
            self._offer_buildings()
            self.form.load(since=desk.services.context.clock().date())
        else:
            facts = item.facts
            self.form.load(grid_id=facts.grid_id, role=facts.role)
            self._offer_buildings()
            who = Somebody(name=facts.name, resident_id=facts.resident_id)
            fields = ("building", "staff_id", "phone", "since", "until", "note")
            self.form.load(name=who, **{name: getattr(facts, name) for name in fields})
        self.reveal_button = hide_number(desk, self, self.form.editor("phone"), self._on_revealed)

    @override
    def save(self) -> Changes:
        value = self.form.value
        draft = PostDraft(
            grid_id=value("grid_id") or 0,
            role=value("role") or "",
            building=value("building"),
            since=value("since"),
            until=value("until"),
            note=value("note"),
            **person_of(self),
        )
        service = self._desk.services.posts
        if self._item is None:
            return service.add(draft)[1]
        return service.update(self._item.id, draft, before=self._item.facts)

    def _offer_buildings(self) -> None:
        """Offer the buildings of the grid where the role is of one."""
        grid_id, role = self.form.value("grid_id"), self.form.value("role")
        offered: dict[Any, str] = {None: tr("整个网格")}
        if role and role_of(role).of_building:
            offered = {None: tr("请选一处")}
            offered |= {s.building: s.place for s in self._seats if s.grid_id == grid_id}
            own = self._item.facts.building if self._item else None
            if own is not None:
                offered.setdefault(own, address_text(own))
        self.form.editor("building").set_choices(offered)

    def _on_revealed(self, reason: str) -> None:
        if self._item is not None:
            self._desk.services.posts.reveal(self._item.id, reason)


class LeaveForm(FormDialog):
    """Asks from which day some people are no longer on their posts."""

    def __init__(self, desk: Desk, items: Sequence[Post], parent: QWidget | None = None) -> None:
        title = tr("{count} 人离岗").format(count=len(items))
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._ids = [item.id for item in items]
        cards = sum(desk.services.posts.foresee(item.id, None) for item in items)
        words = tr("要换的联系卡：{count} 张。").format(count=cards)
        self.form.add_widget(plain_label(words, "", self))
        hint = tr("前一天是最后一天；以前的卡和记录仍写着原来的人")
        self.form.add("on", tr("从哪天起不在岗(&D)"), date_input(), hint=hint)
        self.form.load(on=desk.services.context.clock().date())

    @override
    def save(self) -> Changes:
        day = self.form.value("on")
        if day is None:
            raise InvalidInput([FieldProblem(field="on", message=tr("请填写日期。"))])
        return self._desk.services.posts.end(self._ids, day)


class HandOverForm(FormDialog):
    """Lets another person take a post over; says how many cards are outdated then."""

    def __init__(self, desk: Desk, item: Post, parent: QWidget | None = None) -> None:
        super().__init__(tr("岗位交接"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        words = tr("{grid} {post}：{name} 移交").format(
            grid=item.grid, post=item.title, name=item.facts.name
        )
        shown = plain_label(words, "", self)
        shown.setWordWrap(True)
        self.form.add_widget(shown)
        add_person(self, desk)
        hint = tr("从这天起是接任的人；原来的人最后一天是前一天")
        self.form.add("on", tr("接任日期(&D)"), date_input(), hint=hint)
        self.form.load(on=desk.services.context.clock().date())
        self.cards = plain_label("", "muted", self)
        self.cards.setWordWrap(True)
        self.form.add_widget(self.cards)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._foresee)
        self.form.edited.connect(lambda: self._timer.start(_WAIT_MS))
        self._foresee()

    @override
    def save(self) -> Changes:
        new = self._new()
        if new is None:
            raise InvalidInput([FieldProblem(field="on", message=tr("请填写接任日期。"))])
        return self._desk.services.posts.hand_over(self._item.id, new)[1]

    def _new(self) -> HandOver | None:
        on = self.form.value("on")
        return None if on is None else HandOver(on=on, **person_of(self))

    def _foresee(self) -> None:
        new = self._new()
        named = new if new is not None and new.name else None
        try:
            count = self._desk.services.posts.foresee(self._item.id, named)
        except UserError as error:
            self.cards.setText(error.message)
            return
        words = tr("交接以后，住户手里有 {count} 张联系卡要换。")
        self.cards.setText(words.format(count=count))


class SeatsForm(FormDialog):
    """Enters the heads of all buildings in one go; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("登记楼栋长"), desk.theme, desk.ask, parent)
        self._desk = desk
        seats = [seat for seat in desk.services.posts.seats() if seat.building.building]
        self.form.add("seats", tr("楼栋长(&D)"), SeatsInput(seats, desk), wide=True)
        hint = tr("改了姓名的，前任到这天的前一天为止")
        self.form.add("since", tr("从哪天起(&B)"), date_input(), hint=hint)
        self.form.load(since=desk.services.context.clock().date())

    @override
    def save(self) -> Changes:
        since = self.form.value("since")
        if since is None:
            raise InvalidInput([FieldProblem(field="since", message=tr("请填写日期。"))])
        entries = self.form.value("seats")
        if not entries:
            raise InvalidInput([FieldProblem(field="seats", message=tr("没有改动，不用保存。"))])
        return self._desk.services.posts.enter_seats(entries, since)
