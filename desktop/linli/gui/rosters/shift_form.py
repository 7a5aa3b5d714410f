"""The form of a shift of a plan (班次): when, where, how many on which days, who may be there."""

from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.codes import code_table
from linli.domain.reception_rules import WEEKDAYS
from linli.domain.rosters import POST, DayKind, ShiftKind
from linli.domain.workers import EMPLOYMENT_TABLE, WORKER_KIND, WorkerKind
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput, LineInput
from linli.gui.rental_form import count_input
from linli.gui.teams.inputs import ChecksInput, time_input

_NEEDS = {
    DayKind.WORKDAY: mark("工作日几人(&G)"),
    DayKind.OFF: mark("休息日几人(&X)"),
    DayKind.HOLIDAY: mark("节假日几人(&J)"),
}
_YES_NO = {False: mark("不是"), True: mark("是")}


class ShiftForm(FormDialog):
    """Makes or changes a shift; `saved` carries the `ShiftKind`."""

    def __init__(self, desk: Desk, shift: ShiftKind | None, parent: QWidget | None = None) -> None:
        super().__init__(tr("班次"), desk.theme, desk.ask, parent, columns=2)
        self._shift = shift
        self.save_button.setText(tr("确定(&S)"))
        stations: dict[int | None, str] = {None: tr("不分站点")}
        stations |= {each.id: each.facts.name for each in desk.services.stations.list_all()}
        yes_no = {value: tr(words) for value, words in _YES_NO.items()}
        add = self.form.add
        add("name", tr("名称(&N)"), LineInput(tr("如 白班")))
        add("post", tr("岗位(&P)"), ChoiceInput({post: tr(words) for post, words in POST.items()}))
        add("begins", tr("上班(&U)"), time_input())
        add("ends", tr("下班(&W)"), time_input(), hint=tr("比上班早的，算到第二天"))
        add("station_id", tr("站点(&Z)"), ChoiceInput(stations))
        add("is_night", tr("算夜班(&Y)"), ChoiceInput(yes_no))
        for kind, label in _NEEDS.items():
            add(kind.value, tr(label), count_input())
        add(
            "on_reception",
            tr("只在接待日(&R)"),
            ChoiceInput(yes_no),
            hint=tr("选“是”时按工作日的人数"),
        )
        week = {day: tr("周{day}").format(day=sign) for day, sign in enumerate(WEEKDAYS)}
        add("weekdays", tr("星期几有(&Q)"), ChecksInput(week), wide=True)
        add("kinds", tr("谁能值(&K)"), ChecksInput(dict(WORKER_KIND)))
        employments = code_table(EMPLOYMENT_TABLE).names
        hint = tr("都不选就是不限")
        add("employments", tr("用工性质(&E)"), ChecksInput(dict(employments)), hint=hint)
        add("skill", tr("要会什么(&H)"), LineInput(tr("技能或证书的名称，不限的留空")), wide=True)
        self._load(shift)

    @override
    def save(self) -> ShiftKind:
        value = self.form.value
        missing = [
            FieldProblem(field=name, message=message)
            for name, message in (
                ("name", tr("请写班次的名称，如 白班。")),
                ("begins", tr("请写几点上班，如 9:30。")),
                ("ends", tr("请写几点下班，如 20:00。")),
            )
            if value(name) is None
        ]
        if missing:
            raise InvalidInput(missing)
        return ShiftKind(
            id=self._shift.id if self._shift else None,
            name=value("name"),
            station_id=value("station_id"),
            post=value("post"),
            begins=value("begins"),
            ends=value("ends"),
            needs={kind: value(kind.value) for kind in DayKind if value(kind.value)},
            weekdays=frozenset(value("weekdays")),
            is_night=value("is_night"),
            skill=value("skill"),
            kinds=frozenset(WorkerKind(kind) for kind in value("kinds")),  # Qt keeps plain text
            employments=frozenset(value("employments")),
            on_reception=value("on_reception"),
        )

    def _load(self, shift: ShiftKind | None) -> None:
        if shift is None:
            usual: dict[str, Any] = {"weekdays": range(len(WEEKDAYS)), "kinds": [WorkerKind.STAFF]}
            self.form.load(**usual, **{kind.value: 1 for kind in DayKind})
            return
        names = ("name", "post", "begins", "ends", "station_id", "is_night", "on_reception")
        values: dict[str, Any] = {name: getattr(shift, name) for name in names}
        values |= {kind.value: shift.needs.get(kind) for kind in DayKind}
        values |= {name: getattr(shift, name) for name in ("weekdays", "kinds", "employments")}
        self.form.load(**values, skill=shift.skill)
