"""What is said of who can be on duty (可排班人员), as people write it: free times, certificates."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import time
from itertools import groupby

from linli.domain.codes import code_table
from linli.domain.patrols import parse_time
from linli.domain.reception_rules import WEEKDAYS, parse_weekdays
from linli.domain.values.dates import parse_date
from linli.domain.workers import (
    EMPLOYMENT_TABLE,
    VOLUNTEER_SOURCE_TABLE,
    WORKER_KIND,
    FreeTime,
    Qualification,
    Worker,
    WorkerDraft,
    WorkerKind,
)
from linli.errors import UserError

_EVERY_DAY = tuple(range(7))
_SOME_DAYS = {
    "每天": _EVERY_DAY,
    "天天": _EVERY_DAY,
    "工作日": (0, 1, 2, 3, 4),
    "周末": (5, 6),
    "双休日": (5, 6),
}
_RANGE = re.compile(r"^(?:周|星期)([一二三四五六日天])[到至—-](?:周|星期)?([一二三四五六日天])$")
_CLOCK = r"\d{1,2}(?:[:：]?\d{2}|点半?)?"
_SPAN = re.compile(rf"^(?P<days>.*?)\s*(?P<from>{_CLOCK})\s*(?:[-—–~～到至]+)\s*(?P<to>{_CLOCK})$")
_UNTIL = re.compile(r"\s*(?:有效期)?[到至]\s*(?P<day>\d{4}\S*)$")
_NUMBER = re.compile(r"\s*(?:编号|证号|号码)[:：]?\s*(?P<number>\S+)$")
_UNKNOWN = "没写"


def parse_free_times(text: str) -> tuple[FreeTime, ...]:
    """Read when somebody can come: 周二 9:00—12:00，周三、周四 14:00—18:00; 周末 10点到18点.

    Raises:
        UserError: something else stands there.
    """
    found: list[FreeTime] = []
    days: tuple[int, ...] = ()
    for part in filter(None, (each.strip() for each in re.split(r"[，,；;\n]", text))):
        match = _SPAN.match(part)
        if match is None:
            raise UserError(f"「{part}」看不懂，请写成 周二 9:00—12:00 这样，几段用逗号隔开。")
        named = match["days"].strip()
        if named:
            days = _days(named)
        if not days:
            raise UserError(f"「{part}」没有写星期几，请写成 周二 9:00—12:00 这样。")
        begins, ends = parse_time(match["from"]), parse_time(match["to"])
        found += [FreeTime(weekday=day, begins=begins, ends=ends) for day in days]
    return tuple(sorted(found, key=lambda each: (each.weekday, each.begins)))


def free_times_text(times: Sequence[FreeTime]) -> str:
    """Return free times as they are written: 周二 9:00—12:00，周三、周四 14:00—18:00."""
    days: dict[tuple[time, time], list[int]] = {}
    for each in times:
        days.setdefault((each.begins, each.ends), []).append(each.weekday)
    return "，".join(
        f"{_days_text(sorted(set(found)))} {_clock(begins)}—{_clock(ends)}"
        for (begins, ends), found in sorted(days.items(), key=lambda item: (item[1], item[0]))
    )


def parse_qualifications(text: str) -> tuple[Qualification, ...]:
    """Read certificates, one in a line: 护士执业证 编号 2019001 到 2027-05-31.

    Raises:
        UserError: a last day is no day, or a certificate has no name.
    """
    parts = filter(None, (each.strip() for each in re.split(r"[；;\n]", text)))
    return tuple(_qualification(part) for part in parts)


def qualifications_text(qualifications: Iterable[Qualification]) -> str:
    """Return certificates as they are written, one in a line."""
    return "\n".join(map(_qualification_text, qualifications))


def kind_text(facts: WorkerDraft) -> str:
    """Return what somebody is: 公益性岗位, 志愿者（党员）, 家政人员."""
    if facts.kind is WorkerKind.STAFF:
        return code_table(EMPLOYMENT_TABLE).label(facts.employment_code) or WORKER_KIND[facts.kind]
    volunteer = facts.volunteer
    source = code_table(VOLUNTEER_SOURCE_TABLE).label(volunteer.source_code) if volunteer else ""
    return f"{WORKER_KIND[facts.kind]}（{source}）" if source else WORKER_KIND[facts.kind]


# ---- sums ---------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class WorkerSum:
    """How many of a kind there are; `parts` by employment, or by source of volunteers."""

    kind: WorkerKind
    count: int
    parts: tuple[tuple[str, int], ...] = ()


def worker_sums(workers: Iterable[Worker]) -> list[WorkerSum]:
    """Count people by kind, staff by employment and volunteers by source as the tables go."""
    ordered = sorted(workers, key=lambda each: list(WorkerKind).index(each.facts.kind))
    sums = []
    for kind, group in groupby(ordered, key=lambda each: each.facts.kind):
        people = [each.facts for each in group]
        sums.append(WorkerSum(kind=kind, count=len(people), parts=tuple(_parts(kind, people))))
    return sums


def sums_text(sums: Iterable[WorkerSum]) -> str:
    """Return sums in words: 工作人员 16 人：在编 6、公益性岗位 5、三支一扶 1、警务室 4."""
    return "；".join(
        f"{WORKER_KIND[each.kind]} {each.count} 人"
        + ("：" if each.parts else "")
        + "、".join(f"{name} {count}" for name, count in each.parts)
        for each in sums
    )


# ---- inside -------------------------------------------------------------------------------


def _parts(kind: WorkerKind, people: Sequence[WorkerDraft]) -> Iterator[tuple[str, int]]:
    if kind is WorkerKind.HOUSEKEEPER:
        return
    staff = kind is WorkerKind.STAFF
    table = code_table(EMPLOYMENT_TABLE if staff else VOLUNTEER_SOURCE_TABLE)
    codes = [
        facts.employment_code if staff else facts.volunteer and facts.volunteer.source_code
        for facts in people
    ]
    for code, name in table.names.items():
        if code in codes:
            yield name, codes.count(code)
    unknown = codes.count(None)
    if 0 < unknown < len(codes):
        yield _UNKNOWN, unknown


def _days(text: str) -> tuple[int, ...]:
    """Read days of the week: 每天, 周末, 周一到周五, or as `parse_weekdays` reads them."""
    found = _RANGE.match(text)
    if found is None:
        return _SOME_DAYS.get(text) or parse_weekdays(text)
    first, last = (WEEKDAYS.index(sign.replace("天", "日")) for sign in found.groups())
    return _EVERY_DAY[first : last + 1]


def _days_text(days: Sequence[int]) -> str:
    if tuple(days) == _EVERY_DAY:
        return "每天"
    if tuple(days) == _SOME_DAYS["周末"]:
        return "周末"
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return f"周{WEEKDAYS[days[0]]}到周{WEEKDAYS[days[-1]]}"
    return "、".join(f"周{WEEKDAYS[day]}" for day in days)


def _clock(at: time) -> str:
    return f"{at.hour}:{at.minute:02d}"


def _qualification(text: str) -> Qualification:
    until = _UNTIL.search(text)
    rest = text[: until.start()] if until else text
    number = _NUMBER.search(rest)
    name = (rest[: number.start()] if number else rest).strip()
    if not name:
        raise UserError(f"证书「{text}」没有写名称，请写成 护士执业证 到 2027-05-31 这样。")
    return Qualification(
        name=name,
        number=number["number"] if number else None,
        until=parse_date(until["day"]) if until else None,
    )


def _qualification_text(each: Qualification) -> str:
    number = f" 编号 {each.number}" if each.number else ""
    until = f" 到 {each.until.isoformat()}" if each.until else ""
    return f"{each.name}{number}{until}"
