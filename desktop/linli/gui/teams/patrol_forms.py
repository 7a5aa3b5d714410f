"""The forms of patrols (巡逻): one shift, filling a period by rule, what happened."""

from datetime import date, time
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.allowances import month_end
from linli.domain.changes import Changes
from linli.domain.patrol_lists import WEEKDAYS, where
from linli.domain.patrol_rules import Filled, FillRule
from linli.domain.patrols import Outcome, Shift, ShiftDraft
from linli.domain.teams import MemberFilter, Team
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import LineInput, TextInput, date_input
from linli.gui.rental_form import count_input
from linli.gui.teams.inputs import ChecksInput, time_input
from linli.gui.teams.team_form import grid_choice

_BEGINS, _ENDS, _SIZE = time(20), time(22), 4
_NAMED = 5
"""So many days without enough people are named."""


def _needed(form: FormDialog, names: dict[str, str]) -> dict[str, Any]:
    """Return values of fields that must be there.

    Raises:
        InvalidInput: some is not.
    """
    values = {name: form.form.value(name) for name in names}
    problems = [
        FieldProblem(field=name, message=message)
        for name, message in names.items()
        if values[name] is None
    ]
    if problems:
        raise InvalidInput(problems)
    return values


class ShiftForm(FormDialog):
    """Adds or changes a shift; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, team: Team, item: Shift | None, parent: QWidget | None) -> None:
        title = tr("加一班") if item is None else tr("巡逻班次")
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._team_id = team.id
        self._item = item
        add = self.form.add
        add("day", tr("日期(&B)"), date_input())
        add("begins", tr("开始(&K)"), time_input())
        add("ends", tr("结束(&E)"), time_input(), hint=tr("早于开始的算到第二天"))
        add("size", tr("每班人数(&H)"), count_input())
        add("grid_id", tr("网格(&G)"), grid_choice(desk, tr("没有指定")))
        add("route", tr("路线(&R)"), LineInput())
        day = None if item is not None else desk.services.context.clock().date()
        wanted = MemberFilter(team_id=team.id, on=day)
        names = {
            each.id: f"{each.facts.name}　{each.facts.source}"
            for each in desk.services.team_members.list_all(wanted)
        }
        add("member_ids", tr("人员(&M)"), ChecksInput(names), hint=tr("按空格键选上或去掉"))
        note = LineInput()
        add("note", tr("备注(&T)"), note)
        facts = None if item is None else item.facts
        if facts is None:
            self.form.load(day=day, begins=_BEGINS, ends=_ENDS, size=_SIZE, route=team.facts.route)
        else:
            fields = ("day", "begins", "ends", "size", "grid_id", "route", "member_ids", "note")
            self.form.load(**{name: getattr(facts, name) for name in fields})

    @override
    def save(self) -> Changes:
        needed = _needed(
            self,
            {
                "day": tr("请填写日期。"),
                "begins": tr("请填写几点开始。"),
                "ends": tr("请填写几点结束。"),
                "size": tr("请填写每班几个人。"),
            },
        )
        value = self.form.value
        draft = ShiftDraft(
            team_id=self._team_id,
            grid_id=value("grid_id"),
            route=value("route"),
            member_ids=value("member_ids"),
            note=value("note"),
            **needed,
        )
        patrols = self._desk.services.patrols
        if self._item is None:
            return patrols.add(draft)[1]
        return patrols.update(self._item.id, draft, version=self._item.version)


class FillForm(FormDialog):
    """Fills a period by rule, after saying what comes of it; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, team: Team, month: date, parent: QWidget | None) -> None:
        super().__init__(tr("按规则排班"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._team_id = team.id
        self.save_button.setText(tr("排班(&S)"))
        add = self.form.add
        add("since", tr("从哪天(&B)"), date_input())
        add("until", tr("到哪天(&D)"), date_input())
        weekdays = ChecksInput(dict(enumerate(WEEKDAYS)))
        add("weekdays", tr("星期几(&W)"), weekdays, hint=tr("按空格键选上或去掉"))
        add("begins", tr("开始(&K)"), time_input())
        add("ends", tr("结束(&E)"), time_input(), hint=tr("早于开始的算到第二天"))
        add("size", tr("每班人数(&H)"), count_input())
        add("grid_id", tr("网格(&G)"), grid_choice(desk, tr("没有指定")))
        add("route", tr("路线(&R)"), LineInput())
        today = desk.services.context.clock().date()
        last = month_end(month)
        self.form.load(
            since=max(month, today) if last >= today else month,
            until=last,
            weekdays=tuple(range(7)),
            begins=_BEGINS,
            ends=_ENDS,
            size=_SIZE,
            grid_id=team.facts.grid_id,
            route=team.facts.route,
        )

    @override
    def save(self) -> Changes:
        needed = _needed(
            self,
            {
                "since": tr("请填写从哪一天开始。"),
                "until": tr("请填写排到哪一天。"),
                "begins": tr("请填写几点开始。"),
                "ends": tr("请填写几点结束。"),
                "size": tr("请填写每班几个人。"),
            },
        )
        value = self.form.value
        rule = FillRule(
            team_id=self._team_id,
            weekdays=frozenset(value("weekdays")),
            grid_id=value("grid_id"),
            route=value("route"),
            **needed,
        )
        patrols = self._desk.services.patrols
        planned = patrols.plan(rule)
        if not planned.shifts:
            message = tr("这段时间没有要排的班：要么没有选中的星期几，要么已经排过了。")
            raise InvalidInput([FieldProblem(field="until", message=message)])
        if not self.ask.confirm(
            self,
            tr("排 {count} 班？").format(count=len(planned.shifts)),
            accept=tr("排班"),
            detail=fill_words(planned),
        ):
            message = tr("没有排班，可以改一改再排。")
            raise InvalidInput([FieldProblem(field="size", message=message)])
        return patrols.fill(rule)[1]


class OutcomeForm(FormDialog):
    """Records who came to a shift, and what happened; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Shift, parent: QWidget | None) -> None:
        super().__init__(tr("登记巡逻情况"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        words = "　".join(filter(None, (item.facts.day.isoformat(), item.facts.hours, where(item))))
        self.form.add_widget(plain_label(words, "", self))
        names = {turn.member_id: turn.name for turn in item.turns}
        hint = tr("到的打勾，没到的按空格键去掉")
        self.form.add("present", tr("到岗(&D)"), ChecksInput(names), hint=hint)
        self.form.add("incident", tr("发现的情况(&M)"), TextInput(), hint=tr("没有情况的留空"))
        came = [turn.member_id for turn in item.turns if turn.present is not False]
        self.form.load(present=came, incident=item.incident)

    @override
    def save(self) -> Changes:
        outcome = Outcome(
            present_ids=frozenset(self.form.value("present")),
            incident=self.form.value("incident"),
        )
        patrols = self._desk.services.patrols
        return patrols.enter(self._item.id, outcome, version=self._item.version)


def fill_words(planned: Filled) -> str:
    """Return how often each one goes, which days are short, and what is kept."""
    times = [count for _, count in planned.turns]
    lines = [
        tr("{people} 人轮流，每人 {least} 到 {most} 次。").format(
            people=len(times), least=min(times), most=max(times)
        )
    ]
    if planned.shortages:
        days = tr("、").join(
            tr("{day} 缺 {missing} 人").format(day=each.day.isoformat(), missing=each.missing)
            for each in planned.shortages[:_NAMED]
        )
        words = tr("有 {count} 天人手不够：{days}。")
        lines.append(words.format(count=len(planned.shortages), days=days))
    if planned.kept_days:
        words = tr("有 {count} 天已经排过，保持不变。")
        lines.append(words.format(count=planned.kept_days))
    return "\n".join(lines)
