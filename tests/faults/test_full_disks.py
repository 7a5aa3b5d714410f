"""A disk that is full from any write on: refused with a sentence, nothing lost, nothing half.

LINLI_FULL_DISKS=300 python -m pytest tests/faults/test_full_disks.py -s
"""

import random
import shutil
import subprocess
from time import monotonic

import pytest
from support.faults.bases import Work
from support.faults.counts import chosen, say, wanted
from support.faults.power import REFUSED, can_record, child, environment, record
from support.faults.works import WORKS

FULL = wanted("LINLI_FULL_DISKS", 2)
_WORKS = chosen("LINLI_FULL_DISKS", WORKS, ("founding",))
_ERRORS = ("ENOSPC", "EIO") if len(_WORKS) > 1 else ("ENOSPC",)
_TOLD = {"writes": 12, "imports": 3, "backups": 5, "migrations": 3, "passwords": 4}
_WRITES = "write,pwrite64,ftruncate,fallocate"


@pytest.mark.skipif(not can_record(), reason="needs strace, and the right to trace")
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("work", _WORKS, ids=lambda work: work.name)
@pytest.mark.parametrize("error", _ERRORS)
def test_a_disk_that_is_full_is_told_and_loses_nothing(work: Work, error, tmp_path) -> None:
    begun, fresh, folder = monotonic(), tmp_path / "fresh", tmp_path / "ledger"
    work.prepare(fresh)
    shutil.copytree(fresh, folder)
    most = _TOLD.get(work.name, 10)
    writes = sum(step.what in {"write", "truncate"} for step in record(work, folder, 1, most))
    chance, refused, count = random.Random(3), 0, max(1, FULL // len(_WORKS) // 2)
    for _ in range(count):
        shutil.rmtree(folder)
        shutil.copytree(fresh, folder)
        told = tmp_path / "told"
        first = chance.randint(1, writes)
        inject = f"inject={_WRITES}:error={error}:when={first}+"
        run = subprocess.run(
            ["strace", "-o", "/dev/null", "-e", inject, *child(work, folder, 1, most, told)],
            env=environment(),
            capture_output=True,
            check=False,
        )
        lines = told.read_text("utf-8").splitlines()
        assert run.returncode in {0, REFUSED}, f"from write {first} on: {run.returncode} {lines}"
        if run.returncode == REFUSED:
            refused += 1
            assert lines.pop().endswith("。"), lines
        work.check(folder, 1, lines)
    say(
        f"{work.name}, {error}: {count} disks that failed at one of {writes} writes, "
        f"{refused} refused with a sentence, none lost, {monotonic() - begun:.0f} s"
    )
