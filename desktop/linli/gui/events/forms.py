"""The forms of an event (社区活动): what is planned, and how it went."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.codes import code_table
from linli.domain.event_lists import quarters_of
from linli.domain.events import (
    EVENT_STATE,
    EVENT_TABLE,
    Event,
    EventDraft,
    EventState,
    Outcome,
    Role,
    training_code,
)
from linli.domain.hours import hours_text
from linli.domain.trainings import TRAINING_TABLE
from linli.domain.venues import Booking
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, CodeInput, LineInput, TextInput
from linli.gui.rental_form import count_input
from linli.gui.resident_form_sections import CheckInput
from linli.gui.venues.booking_form import venue_choices
from linli.gui.venues.span_fields import SpanFields

if TYPE_CHECKING:
    from linli.services.event_hours import HoursRecorded

_FIELDS = (
    *("kind_code", "title", "venue_id", "place", "team_id", "organiser", "leader", "phone"),
    *("speaker", "content", "expected", "note"),
)
_SUGGESTED = ("place", "organiser", "leader", "speaker")
_DEFAULT_KIND = "01"


class EventForm(FormDialog):
    """Plans or changes an event and books its venue; `saved` carries the `Changes`."""

    def __init__(
        self,
        desk: Desk,
        item: Event | None,
        parent: QWidget | None,
        *,
        venue_id: int | None = None,
        day: date | None = None,
    ) -> None:
        """Make the form.

        Args:
            desk: the working place.
            item: a saved event; None for a new one.
            parent: the window below.
            venue_id: of a new one: where it is to be.
            day: of a new one; None for tomorrow.
        """
        title = tr("新的活动") if item is None else tr("活动")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._item = item
        if item is not None and item.state is not EventState.PLANNED:
            self.form.add_widget(plain_label(state_words(item), "muted", self))
        self._add_fields(item)
        if item is None:
            tomorrow = desk.services.context.clock().date() + timedelta(days=1)
            self.form.load(kind_code=_DEFAULT_KIND, venue_id=venue_id, day=day or tomorrow)
        else:
            self.form.load(**{name: getattr(item.facts, name) for name in _FIELDS})
            self.span.load(item.facts.begins, item.facts.ends)
            self.add_history(desk, [("event", str(item.id))], item.facts.title)

    @override
    def save(self) -> Changes:
        begins, ends = self.span.checked()
        values = {name: self.form.value(name) for name in _FIELDS}
        for name in ("kind_code", "title"):
            values[name] = values[name] or ""
        draft = EventDraft(begins=begins, ends=ends, **values)
        service = self._desk.services.events
        if self._item is None:
            return service.add(draft)[1]
        return service.change(self._item.id, draft, version=self._item.version)

    def _add_fields(self, item: Event | None) -> None:
        desk, add = self._desk, self.form.add
        add("title", tr("名称(&N)"), LineInput(tr("如 普法讲座、重阳节慰问")), wide=True)
        kinds = CodeInput(code_table(EVENT_TABLE))
        add("kind_code", tr("类别(&J)"), kinds, hint=tr("如 法治宣传教育、党员活动"))
        teams: dict[Any, str] = {None: tr("不是队伍办的")}
        teams |= {each.id: each.facts.name for each in desk.services.teams.list_all()}
        venues = venue_choices(desk, tr("不用社区的场地"))
        if item is not None:
            if item.facts.team_id is not None:
                teams.setdefault(item.facts.team_id, item.team)
            if item.facts.venue_id is not None:
                venues.setdefault(item.facts.venue_id, item.venue)
        add("team_id", tr("哪支队伍(&T)"), ChoiceInput(teams))
        hint = tr("选了就同时约好场地，活动改时间，预约跟着改")
        add("venue_id", tr("场地(&D)"), ChoiceInput(venues), hint=hint)
        add("place", tr("地点(&P)"), LineInput(), hint=tr("不在上面场地里的写这里"))
        self.span = SpanFields(desk, self, self._is_own)
        self.span.add_times()
        add("expected", tr("大约几人(&Y)"), count_input())
        self.span.add_note()
        add("organiser", tr("谁举办(&Z)"), LineInput(tr("如 社区党总支、妇联")))
        add("speaker", tr("主讲人(&M)"), LineInput())
        add("leader", tr("负责人(&R)"), LineInput())
        add("phone", tr("电话(&H)"), LineInput(), hint=tr("印在门口的通知上，大家都看得到"))
        for name, label, hint in (
            ("content", tr("内容(&Q)"), tr("印在门口的通知上")),
            ("note", tr("备注(&O)"), ""),
        ):
            box = TextInput()
            box.setMaximumHeight(desk.theme.px(80))
            add(name, label, box, hint=hint, wide=True)
        for name in _SUGGESTED:
            self.form.editor(name).suggest(partial(desk.services.events.suggestions, name))

    def _is_own(self, booking: Booking) -> bool:
        return self._item is not None and booking.facts.event_id == self._item.id


@dataclass(frozen=True, kw_only=True)
class Held:
    """What saving `OutcomeForm` came to: the steps in order, and what is to be told."""

    changes: tuple[Changes, ...]
    words: tuple[str, ...]


class OutcomeForm(FormDialog):
    """Asks how an event went, and enters it into the ledgers; `saved` carries `Held`."""

    def __init__(self, desk: Desk, item: Event, parent: QWidget | None) -> None:
        title = tr("{title}　办得怎么样").format(title=item.facts.title)
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        add = self.form.add
        hint = tr("名单上有 {listed} 人，签到 {present} 人；没有签到的也算进来")
        hint = hint.format(listed=item.listed, present=item.present)
        add("headcount", tr("一共来了几人(&R)"), count_input(), hint=hint)
        add("materials", tr("发放资料(&F)"), count_input(), hint=tr("几份；没有发的留空"))
        add("summary", tr("活动小结(&M)"), TextInput())
        add("hours", "", CheckInput(self._hours_words()))
        self.training_box = CheckInput(self._training_words())
        add("training", "", self.training_box)
        self.form.editor("hours").setEnabled(self._may_record)
        self.training_box.setEnabled(self._may_train)
        self.training_box.setHidden(training_code(item.facts.kind_code) is None)
        self.form.editor("headcount").edited.connect(self._on_headcount)
        outcome = item.outcome
        self.form.load(
            headcount=outcome.headcount if outcome else item.present or None,
            materials=outcome.materials if outcome else None,
            summary=outcome.summary if outcome else None,
            hours=self._may_record,
            training=self._may_train,
        )
        self._on_headcount()

    @override
    def save(self) -> Held:
        value = self.form.value
        if value("headcount") is None:
            message = tr("请填写一共来了几人。")
            raise InvalidInput([FieldProblem(field="headcount", message=message)])
        outcome = Outcome(
            headcount=value("headcount"), summary=value("summary"), materials=value("materials")
        )
        events, event_id = self._desk.services.events, self._item.id
        changes, words = [events.hold(event_id, outcome)], []
        try:
            if value("hours") and self._may_record:
                done = events.record_hours(event_id)
                changes.append(done.changes)
                words += recorded_words(done)
            if value("training") and self._may_train:
                changes.append(events.to_training(event_id)[1])
                words.append(tr("已列入培训台账。"))
        except UserError as error:  # the event is held all the same
            words.append(error.message)
        return Held(changes=tuple(changes), words=tuple(words))

    @property
    def _helpers(self) -> list[int | None]:
        """The workers of those who helped and came; None of one who is on no duty list."""
        guests = self._desk.services.event_guests.list_guests(self._item.id)
        return [
            each.facts.worker_id
            for each in guests
            if each.facts.role is Role.HELPER and each.facts.present
        ]

    @property
    def _may_record(self) -> bool:
        over = self._item.facts.ends <= self._desk.services.context.clock().replace(tzinfo=None)
        return over and any(each is not None for each in self._helpers)

    @property
    def _may_train(self) -> bool:
        is_new = self._item.training_id is None
        known = training_code(self._item.facts.kind_code) is not None
        return is_new and known and self._desk.may(Right.EDIT)

    def _hours_words(self) -> str:
        helpers = self._helpers
        known = sum(each is not None for each in helpers)
        if not known:
            return tr("名单上没有到场的志愿者，不记时长")
        words = tr("把 {count} 位志愿者的时长记入时长台账（全程的每人 {hours} 小时）(&G)")
        said = words.format(count=known, hours=hours_text(quarters_of(self._item)))
        strangers = len(helpers) - known
        if strangers:
            more = tr("；不在人员名单里的 {count} 人不记")
            said += more.format(count=strangers)
        return said

    def _training_words(self) -> str:
        if self._item.training_id is not None:
            return tr("已经列入培训台账，不再列")
        code = training_code(self._item.facts.kind_code)
        kind = code_table(TRAINING_TABLE).label(code)
        count = self.form.value("headcount") or 0
        words = tr("列入培训台账：{kind}，{count} 人次(&T)")
        return words.format(kind=kind, count=count)

    def _on_headcount(self) -> None:
        """Say with how many it will be entered."""
        self.training_box.setText(self._training_words())


def recorded_words(done: "HoursRecorded") -> list[str]:
    """Return what recording hours came to, sentence by sentence."""
    words = []
    if done.added:
        words.append(tr("已记入 {count} 人的时长。").format(count=done.added))
    if done.corrected:
        words.append(tr("已改正 {count} 人的时长。").format(count=done.corrected))
    if done.taken_back:
        words.append(tr("没有来的 {count} 人，时长已去掉。").format(count=done.taken_back))
    if not words and not done.left_out:
        words.append(tr("时长台账里已经都有，没有要记的。"))
    return words + list(done.left_out)


def state_words(item: Event) -> str:
    """Return how far an event is: 已取消：天气不好; 已举办，31 人次."""
    words = tr(EVENT_STATE[item.state])
    if item.state is EventState.CALLED_OFF:
        return tr("{state}：{reason}").format(state=words, reason=item.reason or "")
    if item.outcome is None:
        return words
    said = tr("{state}，{count} 人次")
    return said.format(state=words, count=f"{item.outcome.headcount:,}")
