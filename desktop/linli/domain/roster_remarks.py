"""What is to be known of a roster although no rule is broken.

Who stands in for whom (顶岗), and at which opening hours of a station nobody is there.
"""

from collections.abc import Iterator, Sequence

from linli.domain.roster_checks import barred_words, place_words
from linli.domain.roster_openings import uncovered_remarks
from linli.domain.roster_pairs import stand_ins
from linli.domain.roster_problem import Problem
from linli.domain.roster_standing import Standing
from linli.domain.rosters import Cell, Conflict, ConflictKind


def remarks(problem: Problem, cells: Sequence[Cell]) -> list[Conflict]:
    """Return everything that is worth a word, day by day."""
    found = [
        *_stood_in(problem, Standing(problem, cells)),
        *uncovered_remarks(problem, cells),
    ]
    return sorted(found, key=lambda each: (each.day, each.shift_id))


def _stood_in(problem: Problem, standing: Standing) -> Iterator[Conflict]:
    for need in problem.needs:
        for worker_id, other in stand_ins(problem, standing, need).items():
            worker = problem.worker[worker_id]
            bar = problem.bar(worker, need)
            why = barred_words(problem, worker_id, need, bar) if bar else ""
            name, stands_in = worker.facts.name, other.facts.name
            yield Conflict(
                kind=ConflictKind.STOOD_IN,
                day=need.day,
                shift_id=need.key[1],
                worker_id=worker_id,
                words=f"{place_words(need)}：{name}，{why}，由B岗{stands_in}顶岗。",
            )
