"""Fixtures for all tests: a real encrypted ledger in a temporary folder, and guards."""

import logging
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from support.ledgers import ACCOUNT, ACTOR, CHEAP, COMMUNITY, PASSWORD, FixedClock

from linli.domain.accounts import Actor
from linli.paths import DataDir
from linli.services.context import Context

if TYPE_CHECKING:
    from support.ask import AskRecorder
    from support.machines import MakeMachines

    from linli.app import Program
    from linli.services.container import Services
    from linli.storage.database import Database

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let ledgers of this process not wait for the disk, save where just that is tested."""
    connections = sys.modules.get("linli.storage.connections")
    if connections is not None:
        waits = "faults" in item.path.parts or item.get_closest_marker("real_disk")
        connections.SYNCHRONOUS = "FULL" if waits else "OFF"


class _Founded(NamedTuple):
    data_dir: DataDir
    key: bytes


@pytest.fixture(scope="session")
def _founded(tmp_path_factory: pytest.TempPathFactory) -> _Founded:
    """A ledger founded once; each test works on a copy of its files."""
    from linli.services.ledger import create_ledger
    from linli.storage.keyring import Keyring

    data_dir = DataDir(tmp_path_factory.mktemp("founded"))
    created = create_ledger(
        data_dir,
        community=COMMUNITY,
        account=ACCOUNT,
        password=PASSWORD,
        clock=FixedClock(),
        cost=CHEAP,
    )
    created.context.db.close()
    key = Keyring.load(data_dir.keyring).open_with_password(ACCOUNT, PASSWORD)
    assert key is not None
    return _Founded(data_dir, key)


@pytest.fixture
def clock() -> FixedClock:
    """2026-11-23 09:00 in Beijing, until the test moves it."""
    return FixedClock()


@pytest.fixture
def actor() -> Actor:
    """The clerk who founded the test ledger."""
    return ACTOR


@pytest.fixture
def data_dir(tmp_path: Path) -> DataDir:
    """A data folder in which there is nothing, unless the test asks for `db` or above."""
    return DataDir(tmp_path / "ledger")


@pytest.fixture
def db(data_dir: DataDir, _founded: _Founded) -> "Iterator[Database]":
    """The open database of an empty ledger in `data_dir`."""
    from linli.storage.database import Database

    shutil.copytree(_founded.data_dir.root, data_dir.root)
    database = Database(data_dir.database, _founded.key)
    yield database
    database.close()


@pytest.fixture
def context(db: "Database", actor: Actor, clock: FixedClock, data_dir: DataDir) -> Context:
    """An unlocked, empty ledger of 西河社区."""
    return Context(db, actor, clock, data_dir)


@pytest.fixture
def services(context: Context) -> "Services":
    """All services on an empty ledger."""
    from linli.services.container import open_services

    return open_services(context)


@pytest.fixture
def make_machines(_founded: _Founded, tmp_path: Path) -> "Iterator[MakeMachines]":
    """Make machines with empty ledgers that trust each other."""
    from support.machines import Machine

    made: list[Machine] = []

    def make(*names: str) -> list[Machine]:
        stick = tmp_path / "stick"
        stick.mkdir(exist_ok=True)
        for name in names:
            root = tmp_path / name
            shutil.copytree(_founded.data_dir.root, root)
            made.append(Machine(name, DataDir(root), _founded.key, stick))
            made[-1].exchange.rename(f"{name}窗口")
        for machine in made:
            machine.trust(other for other in made if other is not machine)
        return made

    yield make
    for machine in made:
        machine.db.close()


@pytest.fixture
def ask() -> "Iterator[AskRecorder]":
    """Answers what the test expects; any other question of the window fails it."""
    from support.ask import AskRecorder

    recorder = AskRecorder()
    yield recorder
    recorder.finish()


@pytest.fixture
def start(
    request: pytest.FixtureRequest,
    data_dir: DataDir,
    ask: "AskRecorder",
    monkeypatch: pytest.MonkeyPatch,
) -> "Iterator[Callable[..., Program]]":
    """Start the program on `data_dir` as often as the test likes; the last run ends first."""
    from PySide6.QtWidgets import QApplication
    from support.program import begin, end

    qapp = request.getfixturevalue("qapp")
    monkeypatch.setattr(QApplication, "quit", lambda: None)
    runs: list[Program] = []

    def run(*, practice: bool = False) -> "Program":
        while runs:
            end(runs.pop())
        runs.append(begin(qapp, data_dir, ask, practice=practice))
        return runs[-1]

    yield run
    while runs:
        end(runs.pop())


@pytest.fixture(autouse=True)
def log_guard(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """Fail a test that logs a warning; one that expects it calls `caplog.clear()` after looking."""
    yield caplog
    for phase in ("setup", "call"):
        for record in caplog.get_records(phase):
            if record.levelno >= logging.WARNING:
                pytest.fail(f"unexpected log line: {record.name}: {record.getMessage()}")
