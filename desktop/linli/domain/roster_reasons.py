"""Why somebody is on a shift (为什么排他), in one sentence worked out from the roster itself."""

from collections.abc import Sequence
from statistics import fmean

from linli.domain.roster_checks import barred_words, clash_words, place_words
from linli.domain.roster_pairs import stand_ins, stood_in_for
from linli.domain.roster_problem import Need, Problem, Turns
from linli.domain.roster_standing import Standing
from linli.domain.rosters import Cell
from linli.domain.workers import Worker

_HOUR = 60  # minutes


def why(problem: Problem, cells: Sequence[Cell], cell: Cell) -> str:
    """Return why somebody is on a shift.

    Names how many could have been there, what kept the others, and how his turns compare.
    """
    need, worker = problem.need[cell.day, cell.shift_id], problem.worker[cell.worker_id]
    name, place = worker.facts.name, place_words(need)
    if cell.locked:
        return f"{place}是人工排定并锁住的，自动排班没有动它。"
    standing = Standing(problem, cells)
    bar, other = problem.bar(worker, need), stand_ins(problem, standing, need).get(worker.id)
    if bar is not None and other is not None:
        away = barred_words(problem, worker.id, need, bar)
        return f"{place}排的是{name}，{away}，由B岗{other.facts.name}顶岗。"
    whom = stood_in_for(problem, standing, worker.id, need)
    standing.take(worker.id, need)
    able = [each.id for each in problem.workers if problem.bar(each, need) is None]
    free = [
        each
        for each in able
        if each not in standing.on(need) and standing.clash(each, need) is None
    ]
    others = [each for each in free if each != worker.id]
    if worker.id not in free:
        return f"{place}排{name}不合规则，请看冲突；可能是人工排的。"
    if not others:
        kept = len(able) - 1
        because = f"另外{kept}人当天前后已有班、要休息或已到上限" if kept else "别人都不能值"
        return f"{place}能排的只有{name}：{because}{_for(whom)}。"
    return (
        f"{place}排{name}：能排的有{len(free)}人，"
        f"{_compared(problem, standing, worker.id, others, need)}{_for(whom)}。"
    )


def why_not(problem: Problem, cells: Sequence[Cell], worker_id: int, need: Need) -> str:
    """Return why somebody is not on a shift."""
    worker, place = problem.worker[worker_id], place_words(need)
    name = worker.facts.name
    standing = Standing(problem, cells)
    if bar := problem.bar(worker, need):
        return f"{place}不能排{name}：{barred_words(problem, worker_id, need, bar)}。"
    if clash := standing.clash(worker_id, need):
        return f"{place}不能排{name}：{clash_words(problem, worker_id, clash)}。"
    others = [each for each in standing.on(need) if each != worker_id]
    if not others:
        return f"{place}可以排{name}。"
    mine = _words(standing.turns(worker_id), need)
    return f"{place}也可以排{name}，{mine}；排了别人是为了大家轮得更匀。"


def _compared(
    problem: Problem, standing: Standing, worker_id: int, others: Sequence[int], need: Need
) -> str:
    mine = standing.turns(worker_id)
    theirs = [standing.turns(each) for each in others]
    if need.shift.is_night:
        part = _part("夜班", "次", mine.nights, [each.nights for each in theirs])
    elif need.turns.holidays:
        part = _part("节假日班", "次", mine.holidays, [each.holidays for each in theirs])
    elif need.turns.days_off:
        part = _part("休息日班", "次", mine.days_off, [each.days_off for each in theirs])
    else:
        part = ""
    hours = _part("时数", "小时", mine.minutes / _HOUR, [each.minutes / _HOUR for each in theirs])
    wished = any(
        wish.wants
        and wish.worker_id == worker_id
        and wish.day == need.day
        and wish.shift_id in (None, need.key[1])
        for wish in problem.wishes
    )
    said = [part, hours, "本人也愿意值这一班" if wished else ""]
    return "，".join(filter(None, said))


def _for(whom: Worker | None) -> str:
    """Say that somebody stands in for the A post."""
    return f"；这一班A岗{whom.facts.name}不在，由他顶岗" if whom else ""


def _part(title: str, unit: str, mine: float, theirs: Sequence[float]) -> str:
    """Compare what somebody has had without this shift with what the others have had."""
    mean = fmean(theirs)
    word = "最少" if mine <= min(theirs) else "比平均少" if mine < mean else "与大家相当"
    return f"不算这一班{title}{word}（{_number(mine)}{unit}，其余平均{_number(mean)}{unit}）"


def _words(turns: Turns, need: Need) -> str:
    if need.shift.is_night:
        return f"已有夜班{turns.nights}次"
    return f"已有{_number(turns.minutes / _HOUR)}小时"


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
