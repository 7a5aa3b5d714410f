"""Opening hours (开放时间) as people write them, read for the roster to reckon with.

What a door says is kept word for word; only what is understood beyond doubt is read. Seasons,
school holidays and other conditions are not guessed at: the clerk writes what holds now.
"""

import re
from collections.abc import Iterator

from linli.domain.worker_texts import parse_free_times
from linli.domain.workers import FreeTime
from linli.errors import UserError

ALL_DAY = "0:00—23:59"
_NOTE = re.compile(r"[（(][^（()）\d]*[）)]")
_CLOSED = re.compile(r"(?:除外|休息|休|闭馆|关闭|不开放|不开门|有人值班|有人值守)$")
_HEAD = re.compile(r"^(?:开放|服务|办公|上班|工作|值班)?时间\s*[:：]\s*")
_ROUND_THE_CLOCK = re.compile(r"全天(?:开放)?|24\s*小时(?:开放|营业|值班|值守)?(?:有人值班)?")
_CONDITION = re.compile(r"[夏冬春秋]季?|暑假|寒假|放学|预约|\d+月")
_AFTER_DAYS = re.compile(r"(?<=[一二三四五六日天末])\s*[:：]\s*")
_HALF = re.compile(
    r"(上午|早上|早|中午|下午|晚上|晚)\s*(\d{1,2})([:：]\d{2}|点半?)"
    r"(?:\s*[-—–~～到至]+\s*(\d{1,2})(?=[:：点]))?"
)
_SPAN_END = re.compile(r"(?<=\d)\s*(?:[、和及]|\s)\s*(?=\d{1,2}[:：点])")
_DAYS_ABOVE = re.compile(r"(?<=[一二三四五六日天末])\s*[:：]?\s*\n\s*(?=\d|[上下]午)")
_LATE = ("下午", "晚上", "晚")
_NOON = 12


def read_open_times(text: str) -> tuple[FreeTime, ...]:
    """Read opening hours: 周一至周五 9:30—13:30, 16:00—19:30; 周末 10:00—18:00.

    Notes in brackets without figures, and what says only when it is closed, are passed over.

    Raises:
        UserError: something is not understood, or holds only sometimes.
    """
    parts = list(_parts(text))
    for part in parts:
        if _CONDITION.search(part):
            raise UserError(
                f"「{part}」有时这样、有时那样，排班算不出来；请只写现在用的时间，"
                "如 周一至周五 9:30—13:30。"
            )
    found = parse_free_times("，".join(parts)) if parts else ()
    for each in found:
        if each.ends <= each.begins:
            raise UserError(
                f"「{each.begins:%H:%M}—{each.ends:%H:%M}」结束早于开始，请核对；"
                "跨过半夜的请分成两天写。"
            )
    return found


def _parts(text: str) -> Iterator[str]:
    plain = (
        _NOTE.sub(" ", text).replace("星期", "周").replace("礼拜", "周").replace("24:00", "23:59")
    )
    plain = _DAYS_ABOVE.sub(" ", plain)
    for line in re.split(r"[，,；;。\n]", plain):
        part = _HEAD.sub("", line.strip())
        if _ROUND_THE_CLOCK.search(part):
            days = _ROUND_THE_CLOCK.sub("", part).strip(" :：") or "每天"
            yield f"{days} {ALL_DAY}"
        elif part and not (_CLOSED.search(part) and not re.search(r"\d", part)):
            part = _AFTER_DAYS.sub(" ", part)
            yield from filter(None, _SPAN_END.split(_HALF.sub(_of_day, part)))


def _of_day(match: "re.Match[str]") -> str:
    """Return a span of the afternoon or evening, 下午4:00—7:30, counted from midnight."""
    half, first, rest, last = match.groups()
    hours = [
        int(each) + _NOON if half in _LATE and int(each) < _NOON else int(each)
        for each in (first, last)
        if each
    ]
    return f"{hours[0]}{rest}" + (f"—{hours[1]}" if last else "")
