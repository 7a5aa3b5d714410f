"""A and B posts (A岗、B岗): whoever holds the B post stands in while the A post's holder is away.

A shift of each kind with the same station and time on a day are a pair (`Problem.partner`). Source:
AB岗制, 同岗替代: B takes over with full duty and power, and no post is left empty.
"""

from collections.abc import Mapping

from linli.domain.roster_problem import Bar, Need, Problem
from linli.domain.roster_standing import Standing
from linli.domain.rosters import Post
from linli.domain.workers import Worker

_ABSENT = frozenset({Bar.AWAY, Bar.NOT_SERVING})


def is_absent(problem: Problem, worker: Worker, need: Need) -> bool:
    """Whether somebody does not come to a shift at all: on leave, or no longer with us."""
    return problem.bar(worker, need) in _ABSENT


def stand_ins(problem: Problem, standing: Standing, need: Need) -> Mapping[int, Worker]:
    """Return who of the B post stands in for whom of an A post; nobody where there is no pair.

    Of several who are away, each has another one, as far as there are any.
    """
    if need.shift.post is not Post.FIRST:
        return {}
    away = [each.id for each in _on(standing, need) if is_absent(problem, each, need)]
    return dict(zip(away, holders(problem, standing, need), strict=False))


def stood_in_for(problem: Problem, standing: Standing, worker_id: int, need: Need) -> Worker | None:
    """Return for whom of the A post somebody of the B post stands in, if for anybody."""
    other = problem.partner.get(need.key)
    if other is None or need.shift.post is not Post.SECOND:
        return None
    for away_id, found in stand_ins(problem, standing, other).items():
        if found.id == worker_id:
            return problem.worker[away_id]
    return None


def is_open(problem: Problem, standing: Standing, need: Need) -> bool:
    """Whether nobody at all comes to a pair of posts."""
    other = problem.partner.get(need.key)
    return other is not None and not any(
        not is_absent(problem, each, post) for post in (need, other) for each in _on(standing, post)
    )


def holders(problem: Problem, standing: Standing, need: Need) -> tuple[Worker, ...]:
    """Return who comes to the other post of a pair; nobody where there is no pair."""
    other = problem.partner.get(need.key)
    if other is None:
        return ()
    return tuple(each for each in _on(standing, other) if not is_absent(problem, each, other))


def _on(standing: Standing, need: Need) -> list[Worker]:
    known = standing.problem.worker
    return [known[each] for each in sorted(standing.on(need)) if each in known]
