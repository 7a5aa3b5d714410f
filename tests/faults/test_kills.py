"""Killed at any moment, nothing that was acknowledged is lost and nothing is half.

LINLI_KILLS=1000 python -m pytest tests/faults/test_kills.py -s
"""

import os
import shutil
from time import monotonic

import pytest
from support.faults.bases import Work
from support.faults.counts import say, wanted
from support.faults.exchanging import EXCHANGE
from support.faults.killing import killed
from support.faults.works import WORKS
from support.kills import DONE, KILLED, killed_at

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


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
@pytest.mark.timeout(7200)
def test_killed_before_any_file_operation_or_commit_a_file_is_taken_in_whole_or_not(
    tmp_path,
) -> None:
    fresh, folder = tmp_path / "fresh", tmp_path / "ledger"
    EXCHANGE.prepare(fresh)
    stride, step, taken = (1 if "LINLI_KILLS" in os.environ else 9), 0, []
    while True:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(fresh, folder)
        code = killed_at(step, folder, lambda: EXCHANGE.run(folder, 0, lambda _line: None))
        assert code in (DONE, KILLED)
        EXCHANGE.check(folder, step, ["taken in"] if code == DONE else [])
        taken.append(code)
        if code == DONE:
            break
        step += stride
    say(f"exchange: killed before each of {step} file operations and commits, whole or not at all")
    assert len(taken) > 2
