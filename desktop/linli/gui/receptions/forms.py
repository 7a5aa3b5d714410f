"""The forms of reception days: the rule, one day, and a visit."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.codes import code_table
from linli.domain.reception_lists import day_words
from linli.domain.reception_rules import parse_weekdays, weekday_words
from linli.domain.receptions import (
    MATTER_TABLE,
    ON_HOLIDAY,
    RESULT,
    DayChange,
    OnHoliday,
    ReceptionDay,
    ReceptionVisit,
    Result,
    Rule,
    RuleDraft,
    VisitDraft,
    petition_matters,
)
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.editor.inputs import CheckInput
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput, ListInput, ParsedInput, TextInput, date_input
from linli.gui.registers.inputs import hide_number
from linli.gui.registers.somebody_input import Somebody, SomebodyInput
from linli.gui.rental_form import count_input
from linli.gui.resident_form_numbers import MaskedLine

_RULE = ("name", "weekdays", "hours", "place", "grid_id", "receivers", "since", "until")
_VISIT = (
    *("day", "grid_id", "phone", "persons", "matter_code", "content"),
    *("receiver", "result", "answer", "follow_up", "closed_on", "outcome"),
)


class RuleForm(FormDialog):
    """Adds or changes when somebody is received; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Rule | None, parent: QWidget | None = None) -> None:
        title = tr("添加接待安排") if item is None else tr("接待安排")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._item = item
        add = self.form.add
        add("name", tr("名称(&N)"), LineInput(tr("如 网格接访日")), wide=True)
        weekdays = ParsedInput(parse_weekdays, weekday_words, tr("如 周二、周四"))
        add("weekdays", tr("星期几(&W)"), weekdays)
        add("hours", tr("时间(&T)"), LineInput(tr("如 9:30—11:30")))
        add("place", tr("地点(&D)"), LineInput(tr("如 一楼警务室")))
        add("grid_id", tr("哪个网格(&G)"), ChoiceInput(grid_choices(desk)))
        hint = tr("几个人轮流就写几个，用顿号隔开；轮到谁，按接待日一天一天往下排。")
        add("receivers", tr("接待人(&R)"), ListInput(), hint=hint, wide=True)
        self.form.editor("receivers").suggest(desk.services.receptions.receivers)
        add("since", tr("从哪天起(&B)"), date_input())
        add("until", tr("到哪天止(&E)"), date_input(), hint=tr("一直有的留空"))
        words: dict[Any, str] = {each: tr(text) for each, text in ON_HOLIDAY.items()}
        add("on_holiday", tr("遇到放假(&H)"), ChoiceInput(words), wide=True)
        if item is None:
            today = desk.services.context.clock().date()
            self.form.load(weekdays=(1, 3), since=today, on_holiday=OnHoliday.MOVE)
        else:
            self.form.load(**{name: getattr(item.facts, name) for name in (*_RULE, "on_holiday")})

    @override
    def save(self) -> Changes:
        value = self.form.value
        since = value("since")
        if not isinstance(since, date):
            message = tr("请填写从哪天起。")
            raise InvalidInput([FieldProblem(field="since", message=message)])
        draft = RuleDraft(
            name=value("name") or "",
            weekdays=value("weekdays") or (),
            hours=value("hours") or "",
            place=value("place") or "",
            grid_id=value("grid_id"),
            receivers=value("receivers"),
            since=since,
            until=value("until"),
            on_holiday=value("on_holiday"),
        )
        service, item = self._desk.services.receptions, self._item
        if item is None:
            return service.save_rule(draft)[1]
        return service.save_rule(draft, item.id, version=item.version)[1]


class DayForm(FormDialog):
    """Moves one reception day, lets it fall out, or names who receives instead."""

    def __init__(
        self, desk: Desk, rule_id: int, day: ReceptionDay, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("调整这一天"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._rule_id = rule_id
        self._day = day
        words = tr("原定 {day}").format(day=day_words(day.planned))
        self.form.add_widget(plain_label(words, "muted", self))
        add = self.form.add
        add("held", "", CheckInput(tr("这一次接待(&J)")))
        add("held_on", tr("接待日期(&B)"), date_input())
        add("receiver", tr("接待人(&R)"), LineInput())
        self.form.editor("receiver").suggest(desk.services.receptions.receivers)
        hint = tr("不接待的一定要写；门口的通知上会印。")
        add("note", tr("原因(&M)"), LineInput(tr("如 全体人员培训")), hint=hint)
        self.form.load(
            held=day.held_on is not None,
            held_on=day.held_on or day.planned,
            receiver=day.receiver,
            note=day.why if day.changed else "",
        )

    @override
    def save(self) -> Changes:
        value = self.form.value
        held_on = value("held_on") if value("held") else None
        if value("held") and held_on is None:
            message = tr("请填写在哪一天接待。")
            raise InvalidInput([FieldProblem(field="held_on", message=message)])
        receiver = value("receiver") or ""
        change = DayChange(
            planned=self._day.planned,
            held_on=held_on,
            receiver="" if receiver == self._day.receiver else receiver,
            note=value("note") or "",
        )
        return self._desk.services.receptions.decide(self._rule_id, change)


class VisitForm(FormDialog):
    """Records or changes who came and about what; `saved` carries the `Changes`."""

    def __init__(
        self,
        desk: Desk,
        item: ReceptionVisit | None,
        parent: QWidget | None = None,
        *,
        rule: Rule | None = None,
        day: ReceptionDay | None = None,
    ) -> None:
        """Make the form of `item`, or an empty one for a day of a reception."""
        title = tr("登记来访") if item is None else tr("来访记录")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._item = item
        self._rule_id = item.facts.rule_id if item else rule.id if rule else None
        add = self.form.add
        add("who", tr("来访人(&N)"), SomebodyInput(desk), wide=True)
        masks = desk.services.masking.masks()
        hint = tr("从居民中选的可以不填")
        add("phone", tr("电话(&T)"), MaskedLine(masks.show_phone), hint=hint)
        add("persons", tr("一共几人(&H)"), count_input())
        add("day", tr("日期(&B)"), date_input())
        add("matter_code", tr("事项(&K)"), ChoiceInput(matter_choices(desk)))
        add("grid_id", tr("哪个网格(&G)"), ChoiceInput(grid_choices(desk)))
        add("receiver", tr("接待人(&R)"), LineInput())
        self.form.editor("receiver").suggest(desk.services.receptions.receivers)
        add("content", tr("反映的事情(&M)"), self._text(), wide=True)
        results: dict[Any, str] = {each: tr(words) for each, words in RESULT.items()}
        add("result", tr("怎么办理(&D)"), ChoiceInput(results))
        hint = tr("到这一天会列出来；当场答复的留空")
        add("follow_up", tr("哪天回访(&E)"), date_input(), hint=hint)
        add("answer", tr("答复或转给谁(&A)"), self._text(), wide=True)
        add("closed_on", tr("办结日期(&F)"), date_input(), hint=tr("办好了再填"))
        add("outcome", tr("办理结果(&O)"), LineInput(), wide=True)
        if item is None:
            self._load_new(rule, day)
        else:
            facts = item.facts
            who = Somebody(name=facts.name, resident_id=facts.resident_id)
            self.form.load(who=who, **{name: getattr(facts, name) for name in _VISIT})
        self.reveal_button = hide_number(desk, self, self.form.editor("phone"), self._on_revealed)

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in _VISIT}
        if not isinstance(values["day"], date):
            message = tr("请填写来访的日期。")
            raise InvalidInput([FieldProblem(field="day", message=message)])
        who: Somebody = self.form.value("who")
        for name in ("content", "matter_code"):
            values[name] = values[name] or ""
        values["persons"] = 1 if values["persons"] is None else values["persons"]
        draft = VisitDraft(
            **values, name=who.name, resident_id=who.resident_id, rule_id=self._rule_id
        )
        service, item = self._desk.services.receptions, self._item
        if item is None:
            return service.save_visit(draft)[1]
        return service.save_visit(draft, item.id, version=item.version)[1]

    def _load_new(self, rule: Rule | None, day: ReceptionDay | None) -> None:
        context = self._desk.services.context
        today = context.clock().date()
        held_on = day.held_on if day else None
        self.form.load(
            day=held_on if held_on is not None and held_on <= today else today,
            persons=1,
            grid_id=rule.facts.grid_id if rule else None,
            receiver=(day.receiver if day else "") or context.actor.name,
            matter_code="01",
            result=Result.ANSWERED,
        )

    def _text(self) -> TextInput:
        text = TextInput()
        text.setMaximumHeight(self._desk.theme.px(84))
        return text

    def _on_revealed(self, reason: str) -> None:
        if self._item is not None:
            self._desk.services.receptions.reveal(self._item.id, reason)


def grid_choices(desk: Desk) -> Mapping[Any, str]:
    """Return the whole community and its grids, to choose from."""
    everything: dict[Any, str] = {None: tr("全社区")}
    return everything | desk.services.grids.names()


def matter_choices(desk: Desk) -> dict[Any, str]:
    """Return the matters that this account may record."""
    hidden = frozenset() if desk.may(Right.SENSITIVE) else petition_matters()
    names = code_table(MATTER_TABLE).names
    return {code: name for code, name in names.items() if code not in hidden}
