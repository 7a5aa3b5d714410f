"""After a power cut at any step nothing that was acknowledged is lost, and nothing is half.

LINLI_POWER_CUTS=500 python -m pytest tests/faults/test_power_cuts.py -s
"""

import random
import shutil
from time import monotonic

import pytest
from support.faults.bases import Work
from support.faults.counts import chosen, say, wanted
from support.faults.power import Disk, Step, can_record, record
from support.faults.works import WORKS

CUTS = wanted("LINLI_POWER_CUTS", 6)
_WORKS = chosen("LINLI_POWER_CUTS", WORKS, ("writes", "backups"))
_TOLD = {"writes": 25, "imports": 3, "backups": 5, "migrations": 3, "passwords": 5}
"""So many things are told before the record ends."""


@pytest.mark.skipif(not can_record(), reason="needs strace, and the right to trace")
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("work", _WORKS, ids=lambda work: work.name)
def test_a_power_cut_loses_nothing_that_was_acknowledged(work: Work, tmp_path) -> None:
    begun, folder = monotonic(), tmp_path / "ledger"
    work.prepare(folder)
    before = tmp_path / "before"
    shutil.copytree(folder, before)
    steps = record(work, folder, 1, _TOLD.get(work.name, 10))
    chance = random.Random(7)
    cuts = sorted(chance.choices(range(len(steps) + 1), k=-(-CUTS // len(_WORKS))))
    disk, done = Disk(before), 0
    for number, cut in enumerate(cuts):
        while done < cut:
            disk.do(steps[done])
            done += 1
        after = tmp_path / "after"
        disk.cut(chance, after)
        try:
            work.check(after, 1, disk.told)
        except BaseException:
            shutil.copytree(after, tmp_path / f"cut-{number}-after-step-{cut}")
            raise
        shutil.rmtree(after)
    synced = sum(step.what == "sync" for step in steps)
    say(
        f"{work.name}: {len(cuts)} power cuts among {len(steps)} steps ({synced} syncs, "
        f"{len(disk.told)} acknowledgements), none lost, {monotonic() - begun:.0f} s"
    )


def test_what_was_not_synced_may_be_gone_and_what_was_is_not(tmp_path) -> None:
    kept, lost = Step("write", "a", data=b"1" * 1024), Step("write", "a", data=b"2" * 1024)
    steps = [
        Step("create", "a"),
        kept,
        Step("sync", "a"),
        lost,
        Step("create", "b"),
        Step("rename", "b", "c"),
    ]
    found = set()
    for number in range(60):
        folder = tmp_path / "before"
        folder.mkdir(exist_ok=True)
        disk = Disk(folder)
        for step in steps:
            disk.do(step)
        disk.cut(random.Random(number), tmp_path / str(number))
        names = sorted(path.name for path in (tmp_path / str(number)).iterdir())
        content = (tmp_path / str(number) / "a").read_bytes()
        assert set(content) <= {ord("1"), ord("2")}
        found.add((*names, content.count(b"1")))
    assert {each[:-1] for each in found} == {("a",), ("a", "b"), ("a", "c")}
    assert {each[-1] for each in found} == {0, 512, 1024}
