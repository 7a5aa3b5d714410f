"""Killed at any moment, nothing that was acknowledged is lost and nothing is half.

LINLI_KILLS=1000 python -m pytest tests/faults/test_kills.py -s
"""

import shutil
from time import monotonic

import pytest
from support.faults.bases import Work
from support.faults.counts import say, wanted
from support.faults.killing import killed
from support.faults.works import WORKS

KILLS = wanted("LINLI_KILLS", 6)
_FRESH_AFTER = 20
"""So many kills hit the same ledger one after the other."""


@pytest.mark.timeout(7200)
@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)
def test_a_kill_loses_nothing_that_was_acknowledged(work: Work, tmp_path, caplog) -> None:
    fresh, folder = tmp_path / "fresh", tmp_path / "ledger"
    work.prepare(fresh)
    begun, told, number = monotonic(), 0, 0
    for number in range(-(-KILLS // len(WORKS))):
        if number % _FRESH_AFTER == 0 or work.once:
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(fresh, folder)
        lines = killed(work, folder, number)
        work.check(folder, number, lines)
        told += len(lines)
    say(
        f"{work.name}: {number + 1} kills, {told} acknowledgements, none lost, "
        f"{monotonic() - begun:.0f} s"
    )
