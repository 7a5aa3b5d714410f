"""Starting the program: when the password window shows, when one can type into the find box.

    LEDGER=folder PASSWORD=… python -m pytest tests/bench/bench_start.py -s

`LEDGER` is a data folder; without it one of 69,000 people is made. Side by side in the same run: a
bare window of Qt, the program, and the program after an import of all its modules. Best of `RUNS`,
seconds of the clock and, behind them, of a processor, which count where others keep the machine
busy. While the password is typed (2 s here) the program goes on loading; that time is left out.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from support import start_probe
from support.ledgers import ACCOUNT, CHEAP, COMMUNITY, PASSWORD

import linli
from linli.paths import DataDir
from linli.services.ledger import create_ledger
from linli.services.sample import SampleService

PEOPLE = int(os.environ.get("PEOPLE", "69000"))
RUNS = int(os.environ.get("RUNS", "5"))
_STAY_MS = 2_000
_ROW = "{:<12} {:>22} {:>22} {:>9}"


def _made(folder: Path) -> tuple[Path, str]:
    created = create_ledger(
        DataDir(folder), community=COMMUNITY, account=ACCOUNT, password=PASSWORD, cost=CHEAP
    )
    SampleService(created.context).create(people=PEOPLE)
    created.context.db.close()
    return folder, PASSWORD


def _run(folder: Path, password: str, variant: str) -> dict[str, float]:
    """Start once and return the moments: s after the start, those in the password left out."""
    command = [sys.executable, "-W", "ignore", start_probe.__file__, str(folder), password]
    done = subprocess.run(
        [*command, str(time.monotonic()), variant, str(_STAY_MS)],
        env={
            **os.environ,
            "PYTHONPATH": str(Path(linli.__file__).parent.parent),
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(done.stdout)
    seen: dict[str, float] = told["seen"]
    seen["modules"] = len(told["modules"].get("password", ()))
    if "find box" in seen:
        seen["find box"] -= seen["return"] - seen["password"]
    return seen


def test_start(tmp_path: Path) -> None:
    if "LEDGER" in os.environ:
        folder, password = Path(os.environ["LEDGER"]), os.environ["PASSWORD"]
    else:
        folder, password = _made(tmp_path / "many")
    _run(folder, password, "linli")  # the first after a change writes the byte code
    print(f"\n{PEOPLE:,} people; {_ROW.format('', 'password window', 'find box', 'modules')}")
    best: dict[str, dict[str, float]] = {}
    for _ in range(RUNS):  # in turn, so that a busy moment meets all of them
        for variant in ("bare", "linli", "everything"):
            seen = _run(folder, password, variant)
            mine = best.setdefault(variant, seen)
            best[variant] = {name: min(mine[name], seen[name]) for name in seen}
    for variant, seen in best.items():
        cells = [
            f"{seen[what]:.2f} s ({seen[f'{what} cpu']:.2f} s)" if what in seen else ""
            for what in ("password", "find box")
        ]
        print(_ROW.format(variant, *cells, int(seen["modules"])))
    share = best["linli"]["password cpu"] / best["everything"]["password cpu"]
    print(f"the password window after {share:.0%} of the time with everything imported first")
