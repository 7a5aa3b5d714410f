"""Filling rosters beside a greedy fill of the same month, in one run.

    PYTHONPATH=desktop:tests python -m pytest tests/bench/bench_roster.py -s

Aims: 16 people × 31 days × 3 shifts proven optimal, or within 1 %, in 10 s; 200 volunteers × 31
days × 11 stations in 60 s; fewer hours between who has most and who has least than greedy.
"""

from time import process_time

import pytest
from support.rosters import hall, spread, volunteers

from linli.domain.roster_checks import conflicts
from linli.domain.roster_greedy import greedy
from linli.domain.roster_problem import Problem, gaps_of, turns_of
from linli.domain.rosters import ConflictKind
from linli.rostering.filling import fill

_MONTHS = ((2026, 12), (2027, 2), (2026, 10), (2026, 5))


def _figures(found: Problem, cells) -> str:
    nights = [turns.nights for turns in turns_of(cells, found.need).values()]
    missing = sum(count for _, count in gaps_of(found, cells))
    wrong = [each for each in conflicts(found, cells) if each.kind is not ConflictKind.SHORT]
    return (
        f"spread {spread(found, cells):3d} h, nights {min(nights)}-{max(nights)}, "
        f"gaps {missing}, rules broken {len(wrong)}"
    )


@pytest.mark.parametrize(
    ("name", "found", "seconds"),
    [
        *(
            (f"16 people, {y}-{m:02}", hall(n, year=y, month=m), 10)
            for n, (y, m) in enumerate(_MONTHS)
        ),
        ("200 volunteers, 11 stations", volunteers(), 60),
    ],
)
def test_filling_beside_greedy(name: str, found: Problem, seconds: int) -> None:
    began = process_time()
    simple = greedy(found)
    simply = process_time() - began
    began = process_time()
    filled = fill(found, seconds=seconds)
    solving = process_time() - began
    print(f"\n{name}: greedy {simply:.2f} s CPU, {_figures(found, simple)}")
    print(
        f"{name}: solver {solving:.2f} s CPU, {filled.seconds:.1f} s, "
        f"within {filled.distance:.2%}, {_figures(found, filled.cells)}"
    )
    assert filled.distance <= 0.01
    assert spread(found, filled.cells) <= spread(found, simple)
