"""Attendance and hours as they are printed: sign-in sheets, ledgers, sums, the certificate."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from linli.domain.hours import (
    NOTE_KIND,
    SOURCE,
    Certificate,
    DutyLine,
    HandOver,
    ServiceRecord,
    VolunteerNote,
    WorkerHours,
    hours_text,
)
from linli.domain.letters import Letter, LetterLine, body, fact, heading, sign
from linli.domain.patrol_lists import WEEKDAYS
from linli.domain.register_texts import NAME, NUMBER, spoken, spoken_month
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup
from linli.domain.workers import WORKER_KIND

RULE = "民政部令第67号《志愿服务记录与证明出具办法（试行）》"
_BLANK_HEIGHT = 12.0
"""mm: room for a signature."""
_DAY = RegisterColumn(title="日期", width=27, align=Align.CENTER)
_HOURS = RegisterColumn(title="时长", width=18, align=Align.RIGHT)


def clock_text(record: ServiceRecord) -> str:
    """Return 09:00—17:00, nothing where only the hours are known."""
    span = record.facts.span
    return f"{span[0]:%H:%M}—{span[1]:%H:%M}" if span else ""


def sign_in_register(lines: Sequence[DutyLine], *, title: str) -> Register:
    """Return a sheet to sign (签到表) for A4: a heading a day, room for arrival, leave and name."""
    columns = (
        NUMBER,
        RegisterColumn(title="班次", width=28, share=1),
        RegisterColumn(title="时间", width=28, align=Align.CENTER),
        RegisterColumn(title="姓名", width=22, holds=Holds.NAME),
        RegisterColumn(title="签到", width=22),
        RegisterColumn(title="签退", width=22),
        RegisterColumn(title="签名", width=28),
    )
    groups = tuple(
        RegisterGroup(
            heading=f"{spoken(day)}　{WEEKDAYS[day.weekday()]}",
            rows=tuple(
                (str(number), _shift(line), _span(line), line.worker, "", "", "")
                for number, line in enumerate(own, start=1)
            ),
        )
        for day, own in groupby(lines, key=lambda each: each.day)
    )
    return Register(
        title=title,
        columns=columns,
        groups=groups,
        row_height=_BLANK_HEIGHT,
        foot_note="签到、签退填实际到和离开的时间，由本人填写；路上的时间不计入服务时长。",
    )


def service_register(records: Sequence[ServiceRecord], *, title: str) -> Register:
    """Return records of service (服务时长台账) in the order given, for A4 across."""
    columns = (
        NUMBER,
        _DAY,
        NAME,
        RegisterColumn(title="起止时间", width=30, align=Align.CENTER),
        _HOURS,
        RegisterColumn(title="服务项目", width=30, share=1),
        RegisterColumn(title="服务内容", width=36, share=2, holds=Holds.PRIVATE),
        RegisterColumn(title="地点", width=30, share=1),
        RegisterColumn(title="依据", width=22),
        RegisterColumn(title="确认人", width=22, holds=Holds.NAME),
    )
    rows = tuple(
        (
            str(number),
            each.facts.day.isoformat(),
            each.worker,
            clock_text(each),
            hours_text(each.facts.counted),
            each.facts.item or each.shift or "",
            _line(each.facts.content),
            each.where,
            SOURCE[each.facts.source],
            each.facts.confirmed_by or "",
        )
        for number, each in enumerate(records, start=1)
    )
    whole = hours_text(sum(each.facts.counted for each in records))
    return Register(
        title=title,
        columns=columns,
        groups=(RegisterGroup(rows=rows),),
        foot_note=f"合计：{len(rows)} 次，{whole} 小时（不含路上的时间）",
    )


def month_hours_register(
    month: date, sums: Sequence[WorkerHours], year: Mapping[int, int]
) -> Register:
    """Return what everybody served in a month (月度时长), for A4.

    Args:
        month: any day of it.
        sums: of the month.
        year: quarters of an hour since January, by worker.
    """
    columns = (
        NUMBER,
        NAME,
        RegisterColumn(title="人员类别", width=26, share=1),
        RegisterColumn(title="次数", width=18, align=Align.RIGHT),
        RegisterColumn(title="天数", width=18, align=Align.RIGHT),
        RegisterColumn(title="时长（小时）", width=28, align=Align.RIGHT),
        RegisterColumn(title="今年累计", width=26, align=Align.RIGHT),
        RegisterColumn(title="本人签名", width=26),
    )
    rows = tuple(
        (
            str(number),
            each.worker,
            WORKER_KIND[each.kind],
            str(each.times),
            str(each.days),
            hours_text(each.quarters),
            hours_text(year.get(each.worker_id, each.quarters)),
            "",
        )
        for number, each in enumerate(sums, start=1)
    )
    whole = hours_text(sum(each.quarters for each in sums))
    return Register(
        title=f"{spoken_month(month)}服务时长汇总",
        columns=columns,
        groups=(RegisterGroup(rows=rows),),
        foot_note=f"合计：{len(rows)} 人，{sum(each.times for each in sums)} 次，{whole} 小时",
    )


def note_register(notes: Sequence[VolunteerNote], *, title: str) -> Register:
    """Return training, praise and evaluation in the order given, for A4 across."""
    columns = (
        NUMBER,
        _DAY,
        NAME,
        RegisterColumn(title="种类", width=26),
        RegisterColumn(title="内容", width=60, share=3, holds=Holds.PRIVATE),
        RegisterColumn(title="组织或授予单位", width=50, share=1),
        _HOURS,
    )
    rows = tuple(
        (
            str(number),
            each.day.isoformat(),
            each.worker,
            NOTE_KIND[each.kind],
            _line(each.content),
            each.giver or "",
            "" if each.quarters is None else hours_text(each.quarters),
        )
        for number, each in enumerate(notes, start=1)
    )
    return Register(title=title, columns=columns, groups=(RegisterGroup(rows=rows),))


def hand_over_register(notes: Sequence[HandOver], *, title: str) -> Register:
    """Return hand-overs (交接班记录) in the order given, for A4 across."""
    columns = (
        RegisterColumn(title="日期时间", width=40, align=Align.CENTER),
        RegisterColumn(title="班次", width=24),
        RegisterColumn(title="交班人", width=24, holds=Holds.NAME),
        RegisterColumn(title="接班人", width=24, holds=Holds.NAME),
        RegisterColumn(title="值班情况", width=50, share=1, holds=Holds.PRIVATE),
        RegisterColumn(title="要接着办的事", width=50, share=1, holds=Holds.PRIVATE),
        RegisterColumn(title="办完日期", width=27, align=Align.CENTER),
    )
    rows = tuple(
        (
            f"{each.day.isoformat()} {each.at:%H:%M}",
            each.shift,
            each.given,
            each.taken,
            _line(each.happened),
            _line(each.left_open),
            settled_text(each),
        )
        for each in notes
    )
    waiting = sum(each.is_open for each in notes)
    return Register(
        title=title,
        columns=columns,
        groups=(RegisterGroup(rows=rows),),
        foot_note=f"合计：{len(rows)} 次，还没有办完的 {waiting} 件",
    )


def certificate_register(items: Iterable[Certificate], *, title: str) -> Register:
    """Return issued certificates (证明登记簿) in the order given, for A4 across."""
    columns = (
        RegisterColumn(title="编号", width=46, align=Align.CENTER),
        NAME,
        RegisterColumn(title="志愿者编号", width=34),
        RegisterColumn(title="证件号码", width=46, holds=Holds.DOCUMENT),
        RegisterColumn(title="起止日期", width=54, align=Align.CENTER, share=1),
        _HOURS,
        RegisterColumn(title="出具日期", width=27, align=Align.CENTER),
        RegisterColumn(title="补发", width=20),
    )
    rows = tuple(
        (
            each.number,
            each.name,
            each.volunteer_number or "",
            each.document_number or "",
            f"{each.asked.first.isoformat()}—{each.asked.last.isoformat()}",
            hours_text(each.quarters),
            each.issued_on.isoformat(),
            f"{each.reissues} 次" if each.reissues else "",
        )
        for each in items
    )
    return Register(title=title, columns=columns, groups=(RegisterGroup(rows=rows),))


def certificate_letter(
    made: Certificate, *, document_kind: str, document_number: str, printed: str
) -> Letter:
    """Return a certificate of hours (志愿服务记录证明) with all that the rule asks for.

    Args:
        made: the certificate.
        document_kind: what the document is called; "" where none is known.
        document_number: in full or masked, as it may leave.
        printed: who prints it and when.
    """
    asked = made.asked
    document = " ".join(filter(None, (document_kind, document_number))) or "（没有登记）"
    again: tuple[LetterLine, ...] = ()
    if made.reissued_on is not None:
        times = f"第 {made.reissues} 次补发" if made.reissues > 1 else "补发"
        again = (
            body(
                f"本证明于{spoken(made.reissued_on)}{times}，编号和内容与"
                f"{spoken(made.issued_on)}出具的相同。"
            ),
        )
    return Letter(
        title="志愿服务记录证明",
        subtitle=f"编号：{made.number}",
        lines=(
            heading("志愿者"),
            fact("姓名", made.name),
            fact("证件", document),
            fact("志愿者编号", made.volunteer_number or "（没有编号）"),
            heading("志愿服务"),
            body(
                f"{made.name}于{spoken(asked.first)}至{spoken(asked.last)}参加志愿服务 "
                f"{sum(each.times for each in made.items)} 次，服务时间共计 "
                f"{hours_text(made.quarters)} 小时（不含路上的时间），内容如下。"
            ),
            *(
                fact(each.item, f"{each.times} 次，{hours_text(each.quarters)} 小时")
                for each in made.items
            ),
            body(f"以上依据志愿服务记录如实出具，不收取费用（{RULE}）。"),
            *again,
            heading("出具"),
            fact("出具主体", made.issuer),
            fact("负责人", asked.manager),
            fact("经办人", asked.handler),
            fact("联系方式", asked.contact),
            fact("出具日期", spoken(made.issued_on)),
            sign("负责人签字"),
            sign("出具主体（盖章）"),
        ),
        printed=printed,
    )


def settled_text(note: HandOver) -> str:
    """Return when what was left open was done, or that it still waits."""
    if note.settled_on is not None:
        return note.settled_on.isoformat()
    return "没有办完" if note.is_open else ""


def _shift(line: DutyLine) -> str:
    return "　".join(filter(None, (f"{line.shift}（{line.post}）", line.station)))


def _span(line: DutyLine) -> str:
    return f"{line.begins:%H:%M}—{line.ends:%H:%M}"


def _line(text: str | None) -> str:
    return (text or "").replace("\n", "；")
