"""Forms of attendance and hours: a record of service, training and praise, a hand-over."""

from dataclasses import replace
from datetime import date, time
from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.hours import (
    NOTE_KIND,
    SOURCE,
    CertificateDraft,
    HandOver,
    NoteKind,
    ServiceDraft,
    ServiceRecord,
    Source,
    VolunteerNote,
)
from linli.domain.workers import WorkerKind
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.hours.inputs import hours_input, worker_choices
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput, TextInput, date_input
from linli.gui.teams.inputs import time_input

_SERVICE = (
    *("worker_id", "day", "begins", "ends", "quarters", "item", "content", "station_id", "place"),
    *("source", "confirmed_by", "note"),
)
_HAND_OVER = (
    *("day", "at", "shift", "given_id", "taken_id", "happened", "left_open", "settled_on"),
)


class ServiceForm(FormDialog):
    """Records or corrects what somebody served; `saved` carries the `Changes`."""

    def __init__(
        self,
        desk: Desk,
        item: ServiceRecord | None,
        parent: QWidget | None,
        *,
        draft: ServiceDraft | None = None,
    ) -> None:
        """Make the form.

        Args:
            desk: the working place.
            item: a saved record; None for a new one.
            parent: the window below.
            draft: what a new one begins with, such as a shift of the roster.
        """
        title = tr("登记时长") if item is None else tr("服务时长")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._item = item
        self._draft = item.facts if item is not None else draft
        add = self.form.add
        add("worker_id", tr("谁(&N)"), ChoiceInput(worker_choices(desk, tr("请选择"))))
        add("day", tr("日期(&B)"), date_input())
        hint = tr("实际开始服务的时间，路上不算")
        add("begins", tr("开始(&K)"), time_input(), hint=hint)
        add("ends", tr("结束(&E)"), time_input(), hint=tr("不晚于开始的算到第二天"))
        hint = tr("小时；留空按开始和结束算，只知道时长的只填这里")
        add("quarters", tr("时长(&H)"), hours_input(), hint=hint)
        add("item", tr("服务项目(&J)"), LineInput(tr("如 陪伴老人")))
        add("content", tr("服务内容(&M)"), TextInput(), wide=True)
        places = {None: tr("没有指定")} | {
            each.id: each.facts.name for each in desk.services.stations.list_all()
        }
        add("station_id", tr("站点(&D)"), ChoiceInput(places))
        add("place", tr("地点(&P)"), LineInput(tr("不在站点的写这里")))
        add("source", tr("依据(&Y)"), ChoiceInput({k: tr(v) for k, v in SOURCE.items()}))
        add("confirmed_by", tr("确认人(&R)"), LineInput())
        add("note", tr("备注(&Z)"), LineInput(), wide=True)
        self.form.editor("content").setMaximumHeight(desk.theme.px(80))
        self.form.editor("item").suggest(partial(desk.services.workers.suggestions, "items"))
        context = desk.services.context
        if self._draft is None:
            self.form.load(
                day=context.clock().date(), source=Source.HAND, confirmed_by=context.actor.name
            )
        else:
            values = {name: getattr(self._draft, name) for name in _SERVICE}
            if replace(self._draft, quarters=None).counted == self._draft.counted:
                values["quarters"] = None  # follows the times, also when they are corrected
            self.form.load(**values)

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in _SERVICE}
        problems = []
        if values["worker_id"] is None:
            problems.append(FieldProblem(field="worker_id", message=tr("请选是谁。")))
        if not isinstance(values["day"], date):
            problems.append(FieldProblem(field="day", message=tr("请填写日期。")))
        if problems:
            raise InvalidInput(problems)
        draft = ServiceDraft(
            **values,
            shift_id=self._draft.shift_id if self._draft else None,
            event_id=self._draft.event_id if self._draft else None,
        )
        hours = self._desk.services.hours
        if self._item is None:
            return hours.add(draft)[1]
        return hours.update(self._item.id, draft, version=self._item.version)


class NoteForm(FormDialog):
    """Records training, praise or evaluation of a volunteer; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: VolunteerNote | None, parent: QWidget | None) -> None:
        super().__init__(tr("志愿者培训和表彰"), desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._item = item
        add = self.form.add
        volunteers = worker_choices(desk, tr("请选择"), WorkerKind.VOLUNTEER)
        add("worker_id", tr("志愿者(&N)"), ChoiceInput(volunteers))
        add("kind", tr("种类(&K)"), ChoiceInput({k: tr(v) for k, v in NOTE_KIND.items()}))
        add("day", tr("日期(&B)"), date_input())
        add("quarters", tr("时长(&H)"), hours_input(), hint=tr("小时；培训的填，不知道的留空"))
        hint = tr("如 急救培训、县优秀志愿者、服务对象评价满意")
        add("content", tr("内容(&M)"), TextInput(), hint=hint, wide=True)
        add("giver", tr("组织或授予单位(&D)"), LineInput(), wide=True)
        if item is None:
            self.form.load(day=desk.services.context.clock().date(), kind=NoteKind.TRAINING)
        else:
            self.form.load(
                **{
                    name: getattr(item, name)
                    for name in ("worker_id", "kind", "day", "quarters", "content", "giver")
                }
            )

    @override
    def save(self) -> Changes:
        value = self.form.value
        problems = []
        if value("worker_id") is None:
            problems.append(FieldProblem(field="worker_id", message=tr("请选一位志愿者。")))
        if not isinstance(value("day"), date):
            problems.append(FieldProblem(field="day", message=tr("请填写日期。")))
        if problems:
            raise InvalidInput(problems)
        note = VolunteerNote(
            id=self._item.id if self._item else None,
            worker_id=value("worker_id"),
            kind=value("kind"),
            day=value("day"),
            content=value("content") or "",
            giver=value("giver"),
            quarters=value("quarters"),
        )
        return self._desk.services.hours.save_note(note)[1]


class HandOverForm(FormDialog):
    """Records or changes a hand-over; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: HandOver | None, parent: QWidget | None) -> None:
        super().__init__(tr("交接班记录"), desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._item = item
        people = worker_choices(desk, tr("请选择"))
        add = self.form.add
        add("day", tr("日期(&B)"), date_input())
        add("at", tr("时间(&K)"), time_input())
        add("shift", tr("交的是哪一班(&N)"), LineInput(tr("如 白班")), wide=True)
        add("given_id", tr("交班人(&J)"), ChoiceInput(people))
        add("taken_id", tr("接班人(&R)"), ChoiceInput(people))
        add("happened", tr("值班情况(&Q)"), TextInput(), wide=True)
        hint = tr("下一班要接着办的；没有的留空")
        add("left_open", tr("要接着办的事(&M)"), TextInput(), hint=hint, wide=True)
        hint = tr("接着办的事办完了再填")
        add("settled_on", tr("办完日期(&W)"), date_input(), hint=hint)
        for name in ("happened", "left_open"):
            self.form.editor(name).setMaximumHeight(desk.theme.px(90))
        now = desk.services.context.clock()
        if item is None:
            self.form.load(day=now.date(), at=time(now.hour, now.minute))
        else:
            self.form.load(**{name: getattr(item, name) for name in _HAND_OVER})

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in _HAND_OVER}
        problems = []
        if not isinstance(values["day"], date):
            problems.append(FieldProblem(field="day", message=tr("请填写日期。")))
        if not isinstance(values["at"], time):
            problems.append(FieldProblem(field="at", message=tr("请填写时间，如 17:30。")))
        if problems:
            raise InvalidInput(problems)
        values["shift"] = values["shift"] or ""
        item = self._item
        note = HandOver(**values, id=item.id if item else None, version=item.version if item else 1)
        return self._desk.services.hours.save_hand_over(note)[1]


class CertificateForm(FormDialog):
    """Issues a certificate of hours; `saved` carries number of the record and `Changes`."""

    def __init__(
        self, desk: Desk, worker_id: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("出具志愿服务证明"), desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        add = self.form.add
        volunteers = worker_choices(desk, tr("请选择"), WorkerKind.VOLUNTEER)
        hint = tr("出具后编号不能收回，也不再改；请先核对时长")
        add("worker_id", tr("志愿者(&N)"), ChoiceInput(volunteers), hint=hint, wide=True)
        add("first", tr("从哪一天(&B)"), date_input())
        add("last", tr("到哪一天(&E)"), date_input())
        add("manager", tr("负责人(&R)"), LineInput(tr("社区负责人的姓名")))
        add("handler", tr("经办人(&J)"), LineInput())
        add("contact", tr("联系方式(&T)"), LineInput(tr("社区的电话")), wide=True)
        context = desk.services.context
        today = context.clock().date()
        self.form.load(
            worker_id=worker_id,
            first=today.replace(month=1, day=1),
            last=today,
            handler=context.actor.name,
            contact=desk.services.settings.hall().hotline,
        )
        before = desk.services.hour_certificates.list_all()
        if before:
            self.form.load(manager=before[0].asked.manager)

    @override
    def save(self) -> tuple[int, Changes]:
        value = self.form.value
        problems = []
        if value("worker_id") is None:
            problems.append(FieldProblem(field="worker_id", message=tr("请选一位志愿者。")))
        problems += [
            FieldProblem(field=name, message=tr("请填写日期。"))
            for name in ("first", "last")
            if not isinstance(value(name), date)
        ]
        if problems:
            raise InvalidInput(problems)
        draft = CertificateDraft(
            worker_id=value("worker_id"),
            first=value("first"),
            last=value("last"),
            manager=value("manager") or "",
            handler=value("handler") or "",
            contact=value("contact") or "",
        )
        return self._desk.services.hour_certificates.issue(draft)
