"""A ledger that cannot be written is opened to be looked at; every attempt to write is refused."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from support.ledgers import ACCOUNT, PASSWORD
from support.people import make_draft

from linli.errors import StorageProblem, WrongPasswordError
from linli.services.container import open_services
from linli.services.ledger import unlock, verify
from linli.services.signing_out import sign_out
from linli.storage import attempts, files, migrations, viewing
from linli.storage.database import Database
from linli.storage.problems import of_sqlite


@pytest.fixture
def closed(context, data_dir):
    """A ledger with one person, signed out."""
    services = open_services(context)
    services.residents.add(make_draft("张桂兰", note="腿脚不便"))
    context.db.close()
    return data_dir


@pytest.fixture
def full(monkeypatch):
    """Nothing can be written on this disk any more."""
    problem = of_sqlite("SQLITE_FULL", Path("/x/ledger.db"))

    def refuse(*_args, **_named):
        raise problem

    real = Database.__init__

    def open_full(self, path, key, view=None):
        if view is None:
            refuse()
        real(self, path, key, view)

    monkeypatch.setattr(Database, "__init__", open_full)
    monkeypatch.setattr(files, "replace_file", refuse)
    monkeypatch.setattr(attempts, "replace_file", refuse)
    monkeypatch.setattr(attempts, "_unwritten", {})
    return monkeypatch


def test_a_full_disk_lets_the_ledger_be_looked_at(closed, full, clock):
    before = {path.name: path.read_bytes() for path in closed.root.iterdir() if path.is_file()}
    context = unlock(closed, ACCOUNT, PASSWORD, clock)
    services = open_services(context)
    (found,) = services.residents.find_ids("张桂兰")
    assert services.residents.get(found).facts.note == "腿脚不便"
    assert verify(context).problems == ()
    assert str(context.db.refusal) == (
        "磁盘已满，现在只能查看，不能登记和修改。请删除不用的文件腾出空间，然后再做一次。"
    )
    assert context.db.data_version() == 0
    sign_out(context)
    after = {path.name: path.read_bytes() for path in closed.root.iterdir() if path.is_file()}
    assert after == before


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(lambda s: s.residents.add(make_draft("李强", sequence=3)), id="entering"),
        pytest.param(lambda s: s.residents.reveal(1, "核对"), id="revealing"),
        pytest.param(lambda s: s.drafts.keep("a", "{}"), id="draft"),
        pytest.param(lambda s: s.history.undo(), id="undo"),
        pytest.param(lambda s: s.settings.save_value("a", 1), id="setting"),
    ],
)
def test_whatever_writes_is_refused_with_what_to_do(closed, full, clock, write):
    context = unlock(closed, ACCOUNT, PASSWORD, clock)
    with pytest.raises(StorageProblem, match=r"磁盘已满，现在只能查看.*腾出空间") as caught:
        write(open_services(context))
    assert caught.value.unwritable
    sign_out(context)


def test_a_wrong_password_is_counted_though_nothing_can_be_written(closed, full, clock):
    for _ in range(attempts.FREE_TRIES):
        with pytest.raises(WrongPasswordError):
            unlock(closed, ACCOUNT, "falsch-2026", clock)
    with pytest.raises(WrongPasswordError) as caught:
        unlock(closed, ACCOUNT, PASSWORD, clock)
    assert caught.value.wait_seconds
    clock.advance(seconds=31)
    sign_out(unlock(closed, ACCOUNT, PASSWORD, clock))


def test_commits_that_are_only_in_the_log_are_seen(context, data_dir, clock, tmp_path):
    open_services(context).residents.add(make_draft("张桂兰"))
    torn = type(data_dir)(tmp_path / "torn")
    shutil.copytree(data_dir.root, torn.root)  # as a kill leaves it
    key = bytes(context.db._key)
    assert torn.database.with_name("ledger.db-wal").stat().st_size
    problem = of_sqlite("SQLITE_READONLY", torn.database)
    database = viewing.view(torn.database, key, problem)
    copy = Path(database._source)
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT name FROM resident").scalars().all() == ["张桂兰"]
    database.close()
    assert not copy.exists()


def test_an_older_ledger_waits_until_it_can_be_brought_up(full, data_dir, clock):
    shutil.copytree(Path(__file__).parents[1] / "old_databases" / "v3", data_dir.root)
    with pytest.raises(StorageProblem, match=r"^磁盘已满，刚才的操作没有保存"):
        unlock(data_dir, ACCOUNT, PASSWORD, clock)


def test_damage_is_no_reason_to_look(closed, clock, monkeypatch):
    def damaged(*_):
        raise of_sqlite("SQLITE_CORRUPT", closed.database)

    monkeypatch.setattr(migrations, "version_of", damaged)
    with pytest.raises(StorageProblem, match="已损坏"):
        unlock(closed, ACCOUNT, PASSWORD, clock)


_FULL_DISK = """
import sys
from contextlib import suppress
from pathlib import Path
from linli.paths import DataDir
from linli.services.container import open_services
from linli.services.ledger import unlock

folder, account, password = sys.argv[1:]
context = unlock(DataDir(Path(folder)), account, password)
print(open_services(context).residents.counts().residents, context.db.refusal)
"""


def _fill(disk):
    with suppress(OSError), (disk / "rest").open("wb", 0) as rest:
        while rest.write(bytes(4096)):
            pass


@pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="needs the right to mount a small disk"
)
def test_a_disk_that_is_really_full(closed, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(disk)], check=False
    )
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        shutil.copytree(closed.root, disk / "ledger")
        _fill(disk)
        source = str(Path(viewing.__file__).parents[2])
        run = subprocess.run(
            [sys.executable, "-c", _FULL_DISK, str(disk / "ledger"), ACCOUNT, PASSWORD],
            env={**os.environ, "PYTHONPATH": source, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.stdout.startswith("1 磁盘已满，现在只能查看"), run.stdout + run.stderr
    finally:
        subprocess.run(["umount", str(disk)], check=True)
