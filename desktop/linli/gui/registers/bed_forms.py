"""The forms of beds (养老床位): many at once, one, moving in, leaving, changing beds."""

from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.beds import Bed, BedDraft, BedFilter, BedRange, StayDraft
from linli.domain.changes import Changes
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput, TextInput, date_input
from linli.gui.registers.inputs import hide_number
from linli.gui.registers.somebody_input import Somebody, SomebodyInput
from linli.gui.rental_form import count_input
from linli.gui.resident_form_numbers import MaskedLine

_NOTE_UNITS = 80


class BedsForm(FormDialog):
    """Adds many beds at once, and says beforehand how many; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, parent: QWidget | None, *, facility: str = "") -> None:
        super().__init__(tr("添加床位"), desk.theme, desk.ask, parent)
        self._desk = desk
        add = self.form.add
        add("facility", tr("养老机构(&N)"), LineInput(tr("如 敬老中心")))
        hint = tr("一段写成 101-125，几段用逗号隔开：101-125，201-225")
        add("rooms", tr("房间(&R)"), LineInput(), hint=hint)
        add("per_room", tr("每间床数(&H)"), count_input(), hint=tr("床号从 1 排起"))
        self.plan_label = plain_label("", "", self)
        self.plan_label.setWordWrap(True)
        self.form.add_widget(self.plan_label)
        self.form.load(facility=facility or None, per_room=2)
        self.form.edited.connect(self._show_plan)
        self.save_button.setText(tr("添加(&S)"))

    @override
    def save(self) -> Changes:
        return self._desk.services.beds.add_many(self._wanted())[1]

    def _wanted(self) -> BedRange:
        value = self.form.value
        return BedRange(
            facility=value("facility") or "",
            rooms=value("rooms") or "",
            per_room=value("per_room") or 0,
        )

    def _show_plan(self) -> None:
        try:
            plan = self._desk.services.beds.plan(self._wanted())
        except UserError:
            self.plan_label.setText("")  # said when it is saved
            return
        words = tr("共 {rooms} 间，添加 {beds} 张床位。")
        text = words.format(rooms=plan.rooms, beds=len(plan.beds))
        if plan.existing:
            text += tr("另有 {count} 张已经有了，不会重复。").format(count=plan.existing)
        self.plan_label.setText(text)


class BedForm(FormDialog):
    """Changes what a bed is called; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, bed: Bed, parent: QWidget | None) -> None:
        super().__init__(tr("床位资料"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._bed = bed
        add = self.form.add
        add("facility", tr("养老机构(&N)"), LineInput())
        add("room", tr("房间(&R)"), LineInput())
        add("number", tr("床号(&H)"), LineInput())
        add("note", tr("备注(&M)"), _note(desk), hint=tr("如 护理床、靠窗"))
        facts = bed.facts
        self.form.load(
            facility=facts.facility, room=facts.room, number=facts.number, note=facts.note
        )

    @override
    def save(self) -> Changes:
        value = self.form.value
        draft = BedDraft(
            facility=value("facility") or "",
            room=value("room"),
            number=value("number") or "",
            note=value("note"),
        )
        return self._desk.services.beds.update(self._bed.id, draft, version=self._bed.version)


class StayForm(FormDialog):
    """Lets somebody move into a bed, or corrects who has it; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, bed: Bed, parent: QWidget | None) -> None:
        super().__init__(
            tr("入住") if bed.stay is None else tr("入住资料"), desk.theme, desk.ask, parent
        )
        self._desk = desk
        self._bed = bed
        add = self.form.add
        self.form.add_widget(_about(self, bed))
        add("who", tr("入住人(&N)"), SomebodyInput(desk))
        add("since", tr("入住日期(&B)"), date_input())
        hint = tr("找谁：如 女儿 加电话号码")
        masks = desk.services.masking.masks()
        add("contact", tr("家属电话(&T)"), MaskedLine(masks.show_numbers_in), hint=hint)
        add("note", tr("备注(&M)"), _note(desk))
        if bed.stay is None:
            self.form.load(since=desk.services.context.clock().date())
        else:
            facts = bed.stay.facts
            who = Somebody(name=facts.name, resident_id=facts.resident_id)
            self.form.load(who=who, since=facts.since, contact=facts.contact, note=facts.note)
        self.reveal_button = hide_number(
            desk,
            self,
            self.form.editor("contact"),
            lambda reason: desk.services.beds.reveal(bed.id, reason),
        )
        self.form.modified = False

    @override
    def save(self) -> Changes:
        value = self.form.value
        who: Somebody = value("who")
        draft = StayDraft(
            bed_id=self._bed.id,
            name=who.name,
            resident_id=who.resident_id,
            since=_day(value("since"), "since", tr("请填写入住的日期。")),
            contact=value("contact"),
            note=value("note"),
        )
        service, stay = self._desk.services.beds, self._bed.stay
        if stay is None:
            return service.admit(draft)[1]
        return service.update_stay(stay.id, draft, version=stay.version)


class LeaveForm(FormDialog):
    """Says when somebody left a bed; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, bed: Bed, parent: QWidget | None) -> None:
        super().__init__(tr("离开床位"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._bed = bed
        self.form.add_widget(_about(self, bed))
        self.form.add("until", tr("离开日期(&E)"), date_input())
        self.form.add("note", tr("说明(&M)"), LineInput(), hint=tr("如 回家、转院、去世"))
        self.form.load(until=desk.services.context.clock().date())
        self.save_button.setText(tr("登记离开(&S)"))

    @override
    def save(self) -> Changes:
        day = _day(self.form.value("until"), "until", tr("请填写离开的日期。"))
        return self._desk.services.beds.leave(self._bed.id, day, self.form.value("note"))


class MoveForm(FormDialog):
    """Lets somebody change to a free bed; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, bed: Bed, parent: QWidget | None) -> None:
        super().__init__(tr("换床"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._bed = bed
        self.form.add_widget(_about(self, bed))
        free = desk.services.beds.list_all(BedFilter(free=True))
        ours = [each for each in free if each.facts.facility == bed.facts.facility]
        others = [each for each in free if each not in ours]
        choices = {each.id: each.facts.label for each in ours}
        choices |= {each.id: f"{each.facts.facility} {each.facts.label}" for each in others}
        none: dict[int | None, str] = {None: tr("请选一张空床")}
        self.form.add("target_id", tr("换到(&N)"), ChoiceInput(none | choices))
        self.form.add("since", tr("换床日期(&B)"), date_input())
        self.form.load(target_id=None, since=desk.services.context.clock().date())
        self.save_button.setText(tr("换床(&S)"))

    @override
    def save(self) -> Changes:
        target = self.form.value("target_id")
        if target is None:
            message = tr("请选出换到哪一张空床。")
            raise InvalidInput([FieldProblem(field="target_id", message=message)])
        day = _day(self.form.value("since"), "since", tr("请填写换床的日期。"))
        return self._desk.services.beds.move(self._bed.id, target, day)

    @override
    def show_error(self, error: UserError) -> None:
        """Show what is wrong with the end of the old stay beside the day of the change."""
        if isinstance(error, InvalidInput):
            error = InvalidInput(
                FieldProblem(field="since", message=problem.message)
                if problem.field == "until"
                else problem
                for problem in error.problems
            )
        super().show_error(error)


def _about(dialog: FormDialog, bed: Bed) -> QWidget:
    """Return the line that says which bed, and who has it."""
    text = f"{bed.facts.facility} {bed.facts.label}"
    if bed.stay is not None:
        since = bed.stay.facts.since.isoformat()
        words = tr("{bed}：{name}，{day} 入住")
        text = words.format(bed=text, name=bed.stay.name, day=since)
    label = plain_label(text, "", dialog)
    label.setWordWrap(True)
    return label


def _note(desk: Desk) -> TextInput:
    note = TextInput()
    note.setMaximumHeight(desk.theme.px(_NOTE_UNITS))
    return note


def _day(day: object, field: str, missing: str) -> date:
    if not isinstance(day, date):
        raise InvalidInput([FieldProblem(field=field, message=missing)])
    return day
