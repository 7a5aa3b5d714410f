"""Papers of a roster beside the wall's: the door notice, slips, phones, the book of hand-overs.

What hangs on the door names people but no phone of theirs: the hall's own number stands there. A
shift on which somebody is short is 待定 to the public.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from linli.domain.reception_rules import WEEKDAYS
from linli.domain.register_texts import NAME, NUMBER, spoken, spoken_month
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup
from linli.domain.roster_lists import day_words, hours_of
from linli.domain.roster_problem import Need, Turns
from linli.domain.roster_sheet import WallDay, WallSheet
from linli.domain.rosters import CHANGE_KIND, DayKind, Plan, RosterMonth, ShiftKind
from linli.domain.settings import HallFacts
from linli.domain.workers import WORKER_KIND, Worker
from linli.domain.working_days import Calendar
from linli.errors import UserError

_HOUR = 60  # minutes
_SIGN_HEIGHT = 15.0  # mm: room to write and sign
_LARGE = 16.0  # pt
_CODES = "、"


@dataclass(frozen=True, kw_only=True)
class Turn:
    """A shift that somebody has on a day."""

    worker_id: int
    day: date
    shift: ShiftKind

    @property
    def span(self) -> tuple[datetime, datetime]:
        """Beginning and end."""
        return self.shift.span(self.day)


@dataclass(frozen=True, kw_only=True)
class DoorSheet:
    """The notice on the door (值班公示, 场地使用安排).

    Attributes:
        title: such as 大厅值班公示.
        span: the day, or the days.
        days: in order; `hours` of each shift by its name.
        hotline: the hall's number, or nothing.
        issuer: the community.
        state: said of a roster that is not published yet.
        note: what is uncertain.
        nobody: what a day without lines says.
        calls: what the hotline is for.
    """

    title: str
    span: str
    days: tuple[WallDay, ...]
    hours: Mapping[str, str] = field(default_factory=dict)
    hotline: str = ""
    issuer: str = ""
    state: str = ""
    note: str = ""
    nobody: str = "不安排值班"
    calls: str = "值班电话"


@dataclass(frozen=True, kw_only=True)
class Slip:
    """What somebody takes home (个人值班条): the own shifts of a month, nobody else's.

    `lines` are (day, shift), `legend` names the shifts' hours, `total` sums up.
    """

    title: str
    name: str
    lines: tuple[tuple[str, str], ...]
    legend: tuple[str, ...]
    total: str
    state: str = ""
    note: str = ""

    def texts(self) -> tuple[str, ...]:
        """Return every text of it."""
        lines = (text for line in self.lines for text in line)
        return (self.title, self.name, *lines, *self.legend, self.total, self.state, self.note)


@dataclass(frozen=True, kw_only=True)
class PersonLine:
    """A line of people × days: shifts by day, and what they come to."""

    name: str
    shifts: Mapping[date, str]
    count: int
    turns: Turns


@dataclass(frozen=True, kw_only=True)
class RosterBook:
    """A month as a workbook: `sheet` of days × shifts, people × days, changes since published."""

    sheet: WallSheet
    people: tuple[PersonLine, ...]
    changes: tuple[tuple[str, ...], ...] = ()


def turns_by_worker(plan: Plan, month: RosterMonth) -> dict[int, tuple[Turn, ...]]:
    """Return the shifts of everybody who has any, in the order of time."""
    shifts = {shift.id: shift for shift in plan.facts.shifts}
    found: dict[int, list[Turn]] = {}
    for cell in month.cells:
        if shift := shifts.get(cell.shift_id):
            turn = Turn(worker_id=cell.worker_id, day=cell.day, shift=shift)
            found.setdefault(cell.worker_id, []).append(turn)
    return {key: tuple(sorted(some, key=lambda each: each.span)) for key, some in found.items()}


def in_order(plan: Plan, ids: Collection[int]) -> list[int]:
    """Return people in the order of the plan, behind them those who have left it."""
    taking = [each for each in plan.facts.worker_ids if each in ids]
    return taking + sorted(set(ids).difference(taking))


def door_sheet(
    plan: Plan,
    sheets: Sequence[WallSheet],
    first: date,
    last: date,
    hall: HallFacts,
    *,
    published: bool,
) -> DoorSheet:
    """Return the notice of some days.

    Args:
        plan: whose.
        sheets: the months that the days touch, in order.
        first: the first day.
        last: the last one.
        hall: whose number and name stand on it.
        published: whether all of these months are; else it says that it is a draft.

    Raises:
        UserError: nobody is on duty on any of them.
    """
    every = (day for sheet in sheets for week in sheet.weeks for day in week if day)
    days = tuple(day for day in every if first <= day.day <= last)
    when = _span(first, last)
    if not any(line.names for day in days for line in day.lines):
        raise UserError(f"「{plan.facts.name}」{when}还没有排班，没有可公示的；请先排班。")
    return DoorSheet(
        title=f"{plan.facts.name}公示",
        span=when,
        days=days,
        hours={shift.name: hours_of(shift) for shift in plan.facts.shifts},
        hotline=hall.hotline or "",
        issuer=hall.hall_name,
        state="" if published else "草稿，还没有公布",
        note="".join(dict.fromkeys(sheet.note for sheet in sheets)),
    )


def slips(
    plan: Plan,
    month: RosterMonth,
    sheet: WallSheet,
    names: Mapping[int, str],
    calendar: Calendar,
    only: Collection[int] = (),
) -> list[Slip]:
    """Return a slip for everybody who has a shift.

    Args:
        plan: with its shifts.
        month: with its cells.
        sheet: of the month; what it says of state and holidays stands on each slip.
        names: of workers.
        calendar: names holidays.
        only: whose slips; nobody: all.
    """
    found = turns_by_worker(plan, month)
    return [
        Slip(
            title=sheet.title,
            name=names.get(worker_id, ""),
            lines=tuple((day_words(turn.day, calendar), turn.shift.name) for turn in turns),
            legend=tuple(
                f"{shift.name} {hours_of(shift)}"
                for shift in plan.facts.shifts
                if any(turn.shift.id == shift.id for turn in turns)
            ),
            total=total_words(turns),
            state=sheet.state,
            note=sheet.note,
        )
        for worker_id in in_order(plan, found)
        if (turns := found[worker_id]) and (not only or worker_id in only)
    ]


def total_words(turns: Sequence[Turn]) -> str:
    """Return 共9班，72小时，其中夜班3次."""
    nights = sum(turn.shift.is_night for turn in turns)
    hours = sum(turn.shift.minutes for turn in turns) / _HOUR
    more = f"，其中夜班{nights}次" if nights else ""
    return f"共{len(turns)}班，{hours:g}小时{more}"


def phone_register(plan: Plan, people: Sequence[Worker], hall: HallFacts) -> Register:
    """Return the phones of those who take part, in full (值班电话表).

    The hall's own number and those of emergencies stand below, for everybody to see.
    """
    taking = {each.id: each for each in people}
    rows = tuple(
        (
            str(number),
            each.facts.name,
            WORKER_KIND[each.facts.kind],
            each.station or each.team or "",
            each.facts.phone or "没有登记",
        )
        for number, each in enumerate(
            (taking[worker_id] for worker_id in plan.facts.worker_ids if worker_id in taking), 1
        )
    )
    hotline = f"值班电话：{hall.hotline}" if hall.hotline else ""
    numbers = [f"{each.name}：{each.number}" for each in hall.common_numbers]
    return Register(
        title=f"{plan.facts.name}电话表",
        columns=(
            NUMBER,
            RegisterColumn(title=NAME.title, width=40, share=1, size=_LARGE, holds=NAME.holds),
            RegisterColumn(title="类别", width=26),
            RegisterColumn(title="站点或队伍", width=38, share=1),
            RegisterColumn(title="电话", width=46, size=_LARGE, holds=Holds.PHONE),
        ),
        groups=(RegisterGroup(rows=rows),),
        foot_note="\n".join(filter(None, (hotline, "　".join(numbers)))),
        row_height=10.0,
    )


def hand_over_register(sheet: WallSheet) -> Register:
    """Return the month's book of hand-overs to be written by hand (交接班记录).

    Days, shifts and who is on them are printed, the rest is room to write.
    """
    groups = [
        RegisterGroup(
            heading=_span(days[0].day, days[-1].day),
            rows=tuple(
                (_day(day.day), line.shift, _CODES.join(line.names), "", "", "", "")
                for day in days
                for line in day.lines
            ),
        )
        for week in sheet.weeks
        if (days := [day for day in week if day and day.lines])
    ]
    return Register(
        title=f"{sheet.title}　交接班记录",
        columns=(
            RegisterColumn(title="日期", width=26),
            RegisterColumn(title="班次", width=24),
            RegisterColumn(title="值班人", width=52, holds=Holds.NAME),
            RegisterColumn(title="来人来电、处理情况、交下一班的事、钥匙物品", width=60, share=1),
            RegisterColumn(title="交班人", width=25, align=Align.CENTER),
            RegisterColumn(title="接班人", width=25, align=Align.CENTER),
            RegisterColumn(title="交接时间", width=25, align=Align.CENTER),
        ),
        groups=tuple(groups),
        subtitle=sheet.state,
        foot_note="\n".join(filter(None, ("没有要交接的，也请写“无”，两个人都签字。", sheet.note))),
        row_height=_SIGN_HEIGHT,
    )


def roster_book(
    plan: Plan, month: RosterMonth, sheet: WallSheet, names: Mapping[int, str]
) -> RosterBook:
    """Return a month as it is written to a workbook; who takes part without a shift has a line."""
    kinds = {day.day: day.kind for week in sheet.weeks for day in week if day}
    found = turns_by_worker(plan, month)
    everybody = {*found, *plan.facts.worker_ids}
    return RosterBook(
        sheet=sheet,
        people=tuple(
            _person(names.get(worker_id, ""), found.get(worker_id, ()), kinds)
            for worker_id in in_order(plan, everybody)
        ),
        changes=tuple(
            (
                spoken(change.day),
                plan.shift(change.shift_id).name,
                CHANGE_KIND[change.kind],
                names.get(change.leaves_id, ""),
                names.get(change.comes_id, ""),
                f"{spoken(change.other_day)}{plan.shift(change.other_shift_id).name}"
                if change.other_day and change.other_shift_id
                else "",
                change.agreed_by,
                change.reason,
            )
            for change in month.changes
        ),
    )


def month_title(plan: Plan, month: date) -> str:
    """Return what an output is called: 大厅值班 2026年12月."""
    return f"{plan.facts.name} {spoken_month(month)}"


def _person(name: str, turns: Sequence[Turn], kinds: Mapping[date, DayKind]) -> PersonLine:
    on: dict[date, list[str]] = {}
    total = Turns()
    for turn in turns:
        on.setdefault(turn.day, []).append(turn.shift.name)
        need = Need(day=turn.day, shift=turn.shift, count=1, day_kind=kinds[turn.day])
        total = total.plus(need.turns)
    shifts = {day: _CODES.join(some) for day, some in on.items()}
    return PersonLine(name=name, shifts=shifts, count=len(turns), turns=total)


def _day(day: date) -> str:
    return f"{day.day}日 周{WEEKDAYS[day.weekday()]}"


def _span(first: date, last: date) -> str:
    """Return 2026年12月1日　星期二, 2026年12月1日—6日, 2026年12月28日—2027年1月3日."""
    if first == last:
        return f"{spoken(first)}　星期{WEEKDAYS[first.weekday()]}"
    if first.year != last.year:
        return f"{spoken(first)}—{spoken(last)}"
    if first.month != last.month:
        return f"{spoken(first)}—{last.month}月{last.day}日"
    return f"{spoken(first)}—{last.day}日"
