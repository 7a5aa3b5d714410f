"""The form of somebody who can be on duty, and the one that lets people leave."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.codes import code_table
from linli.domain.workers import (
    EMPLOYMENT_TABLE,
    VOLUNTEER_SOURCE_TABLE,
    WORKER_KIND,
    VolunteerFacts,
    Worker,
    WorkerDraft,
    WorkerKind,
)
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.editor.inputs import CheckInput
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, CodeInput, LineInput, ListInput, TextInput, date_input
from linli.gui.registers.inputs import hide_number
from linli.gui.registers.somebody_input import Somebody, SomebodyInput
from linli.gui.rental_form import count_input
from linli.gui.resident_form_numbers import MaskedLine
from linli.gui.workers.inputs import QualificationsInput, free_times_input

_STAFF = ("staff_id", "employment_code")
_VOLUNTEER = ("number", "registered_on", "source_code", "items", "team_id", "document_number")
_FIELDS = (
    *("kind", "phone", "employment_code", "station_id", "skills", "qualifications"),
    *("nights", "keeps_festivals", "most_hours", "since", "until", "note"),
)


class WorkerForm(FormDialog):
    """Adds or changes one person; `saved` carries the `Changes`."""

    def __init__(
        self,
        desk: Desk,
        item: Worker | None,
        parent: QWidget | None,
        kind: WorkerKind = WorkerKind.STAFF,
    ) -> None:
        title = tr("添加人员") if item is None else tr("人员")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._item = item
        self._add_person()
        self._add_volunteer()
        self._add_duty()
        self.form.editor("kind").edited.connect(self._on_kind)
        if item is None:
            today = desk.services.context.clock().date()
            self.form.load(kind=kind, nights=True, since=today, registered_on=today)
        else:
            self._load(item)
        self._on_kind()
        self.form.editor("staff_id").edited.connect(self._on_staff)
        lines = [self.form.editor(name) for name in ("phone", "document_number")]
        self.reveal_button = hide_number(desk, self, lines[0], self._on_revealed, *lines[1:])

    @override
    def save(self) -> Changes:
        service = self._desk.services.workers
        if self._item is None:
            return service.add(self._draft())[1]
        return service.update(self._item.id, self._draft(), version=self._item.version)

    def _add_person(self) -> None:
        desk, add = self._desk, self.form.add
        add("kind", tr("类别(&K)"), ChoiceInput({k: tr(v) for k, v in WORKER_KIND.items()}))
        add("name", tr("姓名(&N)"), SomebodyInput(desk), wide=True)
        staff: dict[Any, str] = {None: tr("没有对应")}
        staff |= {each.id: each.facts.name for each in desk.services.staff.list_all()}
        hint = tr("“工作人员”名册里的哪一位")
        add("staff_id", tr("工作人员(&W)"), ChoiceInput(staff), hint=hint)
        add("employment_code", tr("用工性质(&E)"), CodeInput(code_table(EMPLOYMENT_TABLE)))
        masks = desk.services.masking.masks()
        hint = tr("不填的，用居民或工作人员资料里的电话")
        add("phone", tr("电话(&T)"), MaskedLine(masks.show_numbers_in), hint=hint)
        stations: dict[Any, str] = {None: tr("没有指定")}
        stations |= {each.id: each.facts.name for each in desk.services.stations.list_all()}
        add("station_id", tr("站点(&L)"), ChoiceInput(stations))

    def _add_volunteer(self) -> None:
        desk, add = self._desk, self.form.add
        add("number", tr("志愿者编号(&A)"), LineInput(), hint=tr("别处给的照填；留空由程序编"))
        add("registered_on", tr("注册日期(&G)"), date_input())
        add("source_code", tr("来源(&I)"), CodeInput(code_table(VOLUNTEER_SOURCE_TABLE)))
        teams: dict[Any, str] = {None: tr("没有加入")}
        teams |= {each.id: each.facts.name for each in desk.services.teams.list_all()}
        add("team_id", tr("志愿服务队(&O)"), ChoiceInput(teams))
        items = ListInput(tr("如 义诊、陪伴老人"))
        items.suggest(partial(desk.services.workers.suggestions, "items"))
        add("items", tr("服务项目(&X)"), items)
        masks = desk.services.masking.masks()
        hint = tr("开服务时长证明时用")
        add("document_number", tr("证件号码(&H)"), MaskedLine(masks.show_document), hint=hint)

    def _add_duty(self) -> None:
        add = self.form.add
        skills = ListInput(tr("如 急救、维吾尔语"))
        skills.suggest(partial(self._desk.services.workers.suggestions, "skills"))
        add("skills", tr("技能(&J)"), skills, hint=tr("有的班次要会这一样的人才能值"))
        most = count_input()
        most.setPlaceholderText(tr("小时，不限的留空"))
        add("most_hours", tr("每月最多(&M)"), most)
        hint = tr("不填就是随时能来；几段用逗号隔开")
        add("free_times", tr("能来的时间(&F)"), free_times_input(), hint=hint, wide=True)
        papers = QualificationsInput()
        papers.setMaximumHeight(self._desk.theme.px(64))
        hint = tr("每行一张，如 护士执业证 编号 2019001 到 2027-05-31")
        add("qualifications", tr("证书(&Q)"), papers, hint=hint, wide=True)
        add("since", tr("开始日期(&B)"), date_input())
        add("until", tr("最后一天(&D)"), date_input(), hint=tr("还在值班的留空"))
        add("nights", "", CheckInput(tr("能值夜班(&Y)")))
        hint = tr("由本人提出，不看民族；登记成请假")
        add("keeps_festivals", "", CheckInput(tr("要过民族节日(&U)")), hint=hint)
        note = TextInput()
        note.setMaximumHeight(self._desk.theme.px(64))
        add("note", tr("备注(&R)"), note, wide=True)

    def _load(self, item: Worker) -> None:
        facts = item.facts
        volunteer = facts.volunteer or VolunteerFacts()
        self.form.load(
            name=Somebody(name=facts.name, resident_id=facts.resident_id),
            staff_id=facts.staff_id,
            free_times=facts.free_times or None,
            **{name: getattr(facts, name) for name in _FIELDS},
            **{name: getattr(volunteer, name) for name in _VOLUNTEER},
        )

    def _draft(self) -> WorkerDraft:
        value = self.form.value
        who: Somebody = value("name")
        before = WorkerDraft(name="") if self._item is None else self._item.facts
        known = before.volunteer or VolunteerFacts()
        return replace(
            before,
            name=who.name,
            resident_id=who.resident_id,
            staff_id=value("staff_id"),
            free_times=value("free_times") or (),
            volunteer=replace(known, **{name: value(name) for name in _VOLUNTEER}),
            **{name: value(name) for name in _FIELDS},
        )

    def _on_kind(self) -> None:
        """Show what belongs to the kind."""
        kind = self.form.value("kind")
        self.form.show_fields(_STAFF, shown=kind is WorkerKind.STAFF)
        self.form.show_fields(_VOLUNTEER, shown=kind is WorkerKind.VOLUNTEER)

    def _on_staff(self) -> None:
        """Take name and station of who was chosen."""
        staff_id = self.form.value("staff_id")
        if staff_id is not None:
            facts = self._desk.services.staff.get(staff_id).facts
            who: Somebody | None = self.form.value("name")
            if who is None or who.resident_id is None:
                self.form.editor("name").set_value(Somebody(name=facts.name))
            self.form.editor("station_id").set_value(facts.station_id)

    def _on_revealed(self, reason: str) -> None:
        if self._item is not None:
            self._desk.services.workers.reveal(self._item.id, reason)


class LastDayForm(FormDialog):
    """Asks for the last day on which some can be on duty; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, worker_ids: Sequence[int], parent: QWidget | None) -> None:
        title = tr("{count} 人不再值班").format(count=len(worker_ids))
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._worker_ids = list(worker_ids)
        hint = tr("这一天还能排班；以前的排班和时长都留着")
        self.form.add("until", tr("最后一天(&D)"), date_input(), hint=hint)
        self.form.load(until=desk.services.context.clock().date())

    @override
    def save(self) -> Changes:
        day = self.form.value("until")
        if day is None:
            raise InvalidInput([FieldProblem(field="until", message=tr("请填写日期。"))])
        return self._desk.services.workers.end(self._worker_ids, day)
