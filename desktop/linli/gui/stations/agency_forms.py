"""The forms of a matter done for somebody (代办): taking it in, handing it on, ending it."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.agency import AgencyCase, AgencyDraft, AgencyResult, AgencyStep
from linli.domain.changes import Changes
from linli.domain.guides import Guide, GuideFilter, GuideKind
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput, TextInput, date_input
from linli.gui.registers.inputs import hide_number
from linli.gui.registers.somebody_input import Somebody, SomebodyInput
from linli.gui.resident_form_numbers import MaskedLine
from linli.gui.stations.guide_form import station_choices

_FIELDS = (
    *("phone", "received_on", "item", "guide_id", "station_id", "materials"),
    *("promised_on", "first_asked"),
)
"""Fields that hold the attribute of `AgencyDraft` of the same name."""


class AgencyForm(FormDialog):
    """Takes a matter in or changes it; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: AgencyCase | None, parent: QWidget | None) -> None:
        title = tr("登记代办") if item is None else item.number
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._item = item
        self._guides = _services(desk)
        add = self.form.add
        add("who", tr("给谁办(&N)"), SomebodyInput(desk), wide=True)
        self.guide = ChoiceInput({None: tr("没有写在目录里的事")} | _titles(self._guides))
        add("guide_id", tr("代办目录(&M)"), self.guide, hint=tr("选了，材料和日期自动填上"))
        add("item", tr("代办什么(&Y)"), LineInput(tr("如 老年人优待证")))
        masks = desk.services.masking.masks()
        add("phone", tr("电话(&T)"), MaskedLine(masks.show_phone), hint=tr("办好了打给谁"))
        add("received_on", tr("接件日期(&B)"), date_input())
        add("materials", tr("收到的材料(&L)"), TextInput(), hint=tr("一行写一种，会印在回执上"))
        add("promised_on", tr("承诺办结(&Q)"), date_input(), hint=tr("答应哪天办好"))
        add("station_id", tr("接件站点(&G)"), ChoiceInput(station_choices(desk, tr("没有指定"))))
        add("first_asked", tr("首问责任人(&W)"), LineInput(), hint=tr("第一个接待的工作人员"))
        if item is None:
            context = desk.services.context
            today = context.clock().date()
            self.form.load(received_on=today, first_asked=context.actor.name)
        else:
            facts = item.facts
            who = Somebody(name=facts.name, resident_id=facts.resident_id)
            self.form.load(who=who, **{name: getattr(facts, name) for name in _FIELDS})
            self._show_log(item)
        self.guide.edited.connect(self._on_guide)
        self.reveal_button = hide_number(desk, self, self.form.editor("phone"), self._on_revealed)
        if item is not None and not item.is_open:
            self.save_button.setEnabled(False)

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in _FIELDS}
        _require_day(values["received_on"], "received_on")
        who: Somebody = self.form.value("who")
        texts = {name: values[name] or "" for name in ("item", "first_asked")}
        draft = AgencyDraft(**(values | texts), name=who.name, resident_id=who.resident_id)
        service, item = self._desk.services.agency, self._item
        if item is None:
            return service.add(draft)[1]
        return service.update(item.id, draft, version=item.version)

    def _show_log(self, item: AgencyCase) -> None:
        """Say below the fields where the matter went, and how it ended."""
        masks = self._desk.services.masking.masks()
        lines = [
            tr("{day}　{giver} 交给 {taker}　{words}")
            .format(
                day=step.day.isoformat(),
                giver=step.giver,
                taker=masks.show_numbers_in(step.taker),
                words=masks.show_numbers_in(step.words or ""),
            )
            .strip()
            for step in item.steps
        ]
        if item.ended is not None:
            ended = tr("{day}　办结：{result}")
            result = masks.show_numbers_in(item.ended.result)
            lines.append(ended.format(day=item.ended.closed_on.isoformat(), result=result))
        if item.voided_reason is not None:
            lines.append(tr("已作废：{reason}").format(reason=item.voided_reason))
        if lines:
            log = plain_label("\n".join(lines), "muted", self)
            log.setWordWrap(True)
            self.form.add_widget(log)

    def _on_guide(self) -> None:
        """Fill in what the chosen service says, where the clerk has written nothing."""
        guide = self._guides.get(self.guide.value())
        if guide is None:
            return
        editor = self.form.editor
        for name, text in (("item", guide.facts.title), ("materials", guide.facts.materials)):
            if not self.form.value(name):
                editor(name).set_value(text)
        received = self.form.value("received_on")
        if isinstance(received, date) and self.form.value("promised_on") is None:
            promised = self._desk.services.agency.promised_on(guide.id, received)
            editor("promised_on").set_value(promised)

    def _on_revealed(self, reason: str) -> None:
        if self._item is not None:
            self._desk.services.agency.reveal(self._item.id, reason)


class HandOverForm(FormDialog):
    """Writes down that a matter went on; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: AgencyCase, parent: QWidget | None) -> None:
        title = tr("交接 {number}").format(number=item.number)
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        add = self.form.add
        add("day", tr("交接日期(&D)"), date_input())
        add("giver", tr("交出的人(&J)"), LineInput())
        add("taker", tr("交给谁(&S)"), LineInput(tr("姓名，或街道、部门的窗口")))
        add("words", tr("说明(&M)"), TextInput(), hint=tr("交了哪些材料，还要做什么"))
        self.form.load(day=desk.services.context.clock().date(), giver=item.holder)

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in ("giver", "taker")}
        day = self.form.value("day")
        _require_day(day, "day")
        texts = {name: text or "" for name, text in values.items()}
        step = AgencyStep(day=day, words=self.form.value("words"), **texts)
        item = self._item
        return self._desk.services.agency.hand_over(item.id, step, version=item.version)


class ResultForm(FormDialog):
    """Says how a matter ended; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: AgencyCase, parent: QWidget | None) -> None:
        title = tr("办结 {number}").format(number=item.number)
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        add = self.form.add
        add("closed_on", tr("办结日期(&D)"), date_input())
        add("result", tr("办理结果(&Y)"), TextInput(), hint=tr("办成了什么；没有办成的写明为什么"))
        add("taken_by", tr("领取人(&L)"), LineInput(tr("如 本人、女儿")))
        self.form.load(closed_on=desk.services.context.clock().date())

    @override
    def save(self) -> Changes:
        day = self.form.value("closed_on")
        _require_day(day, "closed_on")
        result = AgencyResult(
            closed_on=day,
            result=self.form.value("result") or "",
            taken_by=self.form.value("taken_by"),
        )
        item = self._item
        return self._desk.services.agency.end(item.id, result, version=item.version)


def _services(desk: Desk) -> dict[Any, Guide]:
    """Return what can be done for people, services before guides."""
    guides = desk.services.guides
    kinds = (GuideKind.SERVICE, GuideKind.GUIDE)
    found = [each for kind in kinds for each in guides.list_all(GuideFilter(kind=kind))]
    return {each.id: each for each in found}


def _titles(guides: dict[Any, Guide]) -> dict[Any, str]:
    return {guide_id: guide.facts.title for guide_id, guide in guides.items()}


def _require_day(day: object, field: str) -> None:
    """Make sure that a day was entered.

    Raises:
        InvalidInput: there is none.
    """
    if not isinstance(day, date):
        raise InvalidInput([FieldProblem(field=field, message=tr("请填写日期。"))])
