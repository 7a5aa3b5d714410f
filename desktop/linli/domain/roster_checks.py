"""What is wrong with a roster (值班表的冲突): each with who, when and why, in a sentence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from linli.domain.register_texts import spoken_day
from linli.domain.roster_pairs import holders, is_open, stand_ins
from linli.domain.roster_problem import BAR, Bar, Need, Problem, gaps_of
from linli.domain.roster_standing import CLASH, Clash, Standing
from linli.domain.rosters import Cell, Conflict, ConflictKind, Post
from linli.domain.workers import LEAVE_KIND, away

_BARRED: Mapping[Bar, ConflictKind] = {
    Bar.NOT_SERVING: ConflictKind.NOT_SERVING,
    Bar.AWAY: ConflictKind.AWAY,
    Bar.KIND: ConflictKind.KIND,
    Bar.EMPLOYMENT: ConflictKind.KIND,
    Bar.NIGHT: ConflictKind.NIGHT,
    Bar.SKILL: ConflictKind.SKILL,
    Bar.QUALIFICATION: ConflictKind.QUALIFICATION,
    Bar.NOT_FREE: ConflictKind.NOT_FREE,
    Bar.BUSY: ConflictKind.DOUBLE,
}
_CODES = "、"
_ABSENT = frozenset({ConflictKind.AWAY, ConflictKind.NOT_SERVING})
_CLASHED: Mapping[Clash, ConflictKind] = {
    Clash.SAME_PERSON: ConflictKind.SAME_PERSON,
    Clash.DOUBLE: ConflictKind.DOUBLE,
    Clash.REST: ConflictKind.REST,
    Clash.DAYS_IN_ROW: ConflictKind.DAYS_IN_ROW,
    Clash.WEEK_HOURS: ConflictKind.HOURS,
    Clash.MONTH_HOURS: ConflictKind.HOURS,
    Clash.APART: ConflictKind.APART,
}


def conflicts(problem: Problem, cells: Sequence[Cell]) -> list[Conflict]:
    """Return everything that is wrong, day by day: broken rules first, then who is short."""
    standing = Standing(problem, cells)
    found = broken(problem, cells)
    found += [_gap(problem, standing, need, short) for need, short in gaps_of(problem, cells)]
    order = list(ConflictKind)
    return sorted(found, key=lambda each: (each.day, order.index(each.kind), each.shift_id))


def broken(problem: Problem, cells: Sequence[Cell]) -> list[Conflict]:
    """Return broken rules and shifts with too many, without who is short: that takes longer."""
    standing = Standing(problem, cells)
    return [*_broken(problem, cells, standing), *_crowded(problem, standing)]


def gap(problem: Problem, cells: Sequence[Cell], need: Need) -> Conflict | None:
    """Return who is short on one shift and why nobody else can be there, None if nobody is."""
    standing = Standing(problem, cells)
    short = need.count - len(standing.on(need))
    return _gap(problem, standing, need, short) if short > 0 else None


def barred_words(problem: Problem, worker_id: int, need: Need, bar: Bar) -> str:
    """Return why somebody cannot be on a shift, as short as it can be said."""
    if bar is Bar.AWAY:
        leave = away(problem.leaves, worker_id, need.day)
        if leave is not None:
            return f"{spoken_day(leave.first)}至{spoken_day(leave.last)}{LEAVE_KIND[leave.kind]}"
    if bar in (Bar.SKILL, Bar.QUALIFICATION):
        return f"{BAR[bar]}（{need.shift.skill}）"
    if bar is Bar.BUSY and problem.rules.rest_hours:
        return f"{BAR[bar]}，或离那边的班不到{problem.rules.rest_hours}小时"
    return BAR[bar]


def clash_words(problem: Problem, worker_id: int, clash: Clash) -> str:
    """Return why somebody cannot take a shift beside the others."""
    rules, worker = problem.rules, problem.worker.get(worker_id)
    numbers = {
        Clash.REST: f"（至少{rules.rest_hours}小时）",
        Clash.DAYS_IN_ROW: f"（{rules.most_days}天）",
        Clash.WEEK_HOURS: f"（{rules.most_hours}小时）",
        Clash.MONTH_HOURS: f"（{worker.facts.most_hours if worker else ''}小时）",
    }
    return f"{CLASH[clash]}{numbers.get(clash, '')}"


def place_words(need: Need) -> str:
    """Return a shift of a day: 12月5日夜班."""
    return f"{spoken_day(need.day)}{need.shift.name}"


def _broken(problem: Problem, cells: Iterable[Cell], standing: Standing) -> Iterator[Conflict]:
    for cell in cells:
        need, worker = (
            problem.need.get((cell.day, cell.shift_id)),
            problem.worker.get(cell.worker_id),
        )
        if need is None or worker is None:
            continue
        bar = problem.bar(worker, need)
        clash = None if bar else standing.clash(worker.id, need)
        if bar is not None:
            if worker.id in stand_ins(problem, standing, need):
                continue
            kind, why = _BARRED[bar], barred_words(problem, worker.id, need, bar)
            if kind in _ABSENT and need.shift.post is Post.FIRST and need.key in problem.partner:
                why = f"{why}，B岗也没有人顶"
        elif clash is not None:
            kind, why = _CLASHED[clash], clash_words(problem, worker.id, clash)
        else:
            continue
        yield Conflict(
            kind=kind,
            day=cell.day,
            shift_id=cell.shift_id,
            worker_id=worker.id,
            words=f"{place_words(need)}：{worker.facts.name}，{why}。",
        )


def _crowded(problem: Problem, standing: Standing) -> Iterator[Conflict]:
    for need in problem.needs:
        more = len(standing.on(need)) - need.count
        if more > 0:
            words = f"{place_words(need)}：只要{need.count}人，多排了{more}人。"
            yield Conflict(
                kind=ConflictKind.CROWDED, day=need.day, shift_id=need.key[1], words=words
            )


def _gap(problem: Problem, standing: Standing, need: Need, short: int) -> Conflict:
    beside = ""
    if is_open(problem, standing, need):
        beside = "，A岗、B岗都没有人"
    elif need.shift.post is Post.FIRST and (others := holders(problem, standing, need)):
        beside = f"，由B岗{_CODES.join(each.facts.name for each in others)}顶岗"
    return Conflict(
        kind=ConflictKind.SHORT,
        day=need.day,
        shift_id=need.key[1],
        missing=short,
        words=f"{place_words(need)}缺{short}人：{lacking(problem, standing, need)}{beside}。",
    )


def lacking(problem: Problem, standing: Standing, need: Need) -> str:
    """Return why nobody else can be on a shift: who is kept from it by what, counted."""
    reasons: dict[str, list[str]] = {}
    free = []
    for worker in problem.workers:
        if worker.id in standing.on(need):
            continue
        bar = problem.bar(worker, need)
        clash = None if bar else standing.clash(worker.id, need)
        if bar is None and clash is None:
            free.append(worker.facts.name)
            continue
        title = BAR[bar] if bar else CLASH[clash] if clash else ""
        reasons.setdefault(title, []).append(worker.facts.name)
    if free:
        return f"还可以排{_names(free)}"
    if not reasons:
        return "没有别的人参加这张值班表"
    ranked = sorted(reasons.items(), key=lambda each: -len(each[1]))
    return "其余的人里，" + "，".join(f"{title}{_names(names)}" for title, names in ranked)


def _names(names: Sequence[str]) -> str:
    """Return a few names, and how many there are."""
    few = 3
    if len(names) <= few:
        return f"的是{'、'.join(names)}" if len(names) == 1 else f"的有{'、'.join(names)}"
    return f"的有{'、'.join(names[:few])}等{len(names)}人"
