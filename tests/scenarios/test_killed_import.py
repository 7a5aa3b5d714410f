"""The power goes while thousands come in: the ledger is as before or as after, and whole."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support.ledgers import ACCOUNT, CHEAP, COMMUNITY, PASSWORD
from support.street import save_street

import linli
from linli.domain.residents import ResidentFilter
from linli.paths import DataDir
from linli.services.container import open_services
from linli.services.ledger import create_ledger, unlock, verify

ROWS = 5_000
KNOWN = 40
_IMPORT = """
import sys
from pathlib import Path
from linli.paths import DataDir
from linli.progress import Progress
from linli.services.container import open_services
from linli.services.ledger import unlock

folder, file, account, password = sys.argv[1:]
services = open_services(unlock(DataDir(Path(folder)), account, password))
source = services.imports.open(Path(file))
plan = services.imports.plan(source)
services.imports.run(
    source, plan, progress=Progress(lambda done, total, text: print(text, flush=True))
)
print("已经完成", flush=True)
"""


@pytest.fixture(scope="module")
def street(tmp_path_factory) -> Path:
    return save_street(tmp_path_factory.mktemp("street") / "街道.csv", ROWS)


@pytest.fixture
def folder(tmp_path) -> Path:
    """A ledger that knows some of the street's first people already."""
    folder = tmp_path / "台账"
    created = create_ledger(
        DataDir(folder), community=COMMUNITY, account=ACCOUNT, password=PASSWORD, cost=CHEAP
    )
    services = open_services(created.context)
    source = services.imports.open(save_street(tmp_path / "甲.csv", KNOWN))
    services.imports.run(source, services.imports.plan(source))
    created.context.db.close()
    return folder


def _kill_at(moment: str, seconds: float, folder: Path, street: Path) -> None:
    """Start the import in a process of its own and kill it after it has told `moment`."""
    environment = os.environ | {
        "PYTHONPATH": str(Path(linli.__file__).parents[1]),
        "PYTHONIOENCODING": "utf-8",
    }
    command = [sys.executable, "-c", _IMPORT, str(folder), str(street), ACCOUNT, PASSWORD]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        told = next((line for line in process.stdout if line.startswith(moment)), None)
        time.sleep(seconds)
        process.kill()
    assert told is not None


def _state(folder: Path) -> int:
    """Return how many people the ledger has, after a look at all of it."""
    context = unlock(DataDir(folder), ACCOUNT, PASSWORD)
    try:
        report = verify(context)
        assert report.problems == ()
        services = open_services(context)
        assert len(services.residents.list_ids(ResidentFilter())) == report.counts.residents
        assert services.residents.find("户主")
        return report.counts.residents
    finally:
        context.db.close()


@pytest.mark.parametrize(
    ("moment", "seconds", "expected"),
    [
        ("登记住所", 0.0, {KNOWN}),
        ("更新查找索引", 0.0, {KNOWN, ROWS}),
        ("更新查找索引", 0.6, {KNOWN, ROWS}),
        ("已经完成", 0.0, {ROWS}),
    ],
)
def test_a_killed_import_leaves_nothing_half(folder, street, moment, seconds, expected):
    _kill_at(moment, seconds, folder, street)

    assert _state(folder) in expected


def test_a_killed_import_can_be_done_anew(folder, street):
    _kill_at("登记居民", 0.15, folder, street)

    assert _state(folder) == KNOWN
    context = unlock(DataDir(folder), ACCOUNT, PASSWORD)
    services = open_services(context)
    source = services.imports.open(street)
    outcome, _ = services.imports.run(source, services.imports.plan(source))
    context.db.close()
    assert (outcome.added, outcome.joined) == (ROWS - KNOWN, KNOWN)
    assert _state(folder) == ROWS
