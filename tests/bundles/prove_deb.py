"""The package on a clean Debian without a network: installed, used by keys, updated, removed.

On demand, as root, after `installer/tasks.py bundle deb`; takes some minutes:
`LINLI_DEB=dist/linli_0.1.0_amd64.deb .venv/bin/python -m pytest tests/bundles/prove_deb.py -s`
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from bundles import deb
from support import chroots, ledgers
from support.chroots import HOME, Chroot

from linli import smoke

DEB = os.environ.get("LINLI_DEB", "")
PASSWORD = "Xihe-2026!"
DATA = f"{HOME}/.local/share/linli"
OLD_LEDGER = Path(__file__).parents[1] / "old_databases" / "v5"
_PATIENCE_S = 300
_FOUNDING = ("--account", "李敏", "--community", "西河社区")
_PYTHON = (f"/{deb.HOME}/files/python/bin/python3.11", "-I", "-c")
_AGE = """
import sys
from pathlib import Path
from linli.paths import DataDir
from linli.services.ledger import unlock
context = unlock(DataDir(Path(sys.argv[1])), "李敏", sys.argv[2])
with context.db.structure() as connection:
    connection.exec_driver_sql("PRAGMA user_version=99")
context.db.close()
"""
"""Makes a ledger look like that of a program of tomorrow."""

pytestmark = [
    pytest.mark.skipif(not (DEB and chroots.is_possible()), reason="LINLI_DEB names no package"),
    pytest.mark.timeout(1800),
]


@pytest.fixture(scope="module")
def clean():
    """Debian with what the package depends on."""
    return chroots.base(Path(DEB))


@pytest.fixture
def debian(clean, tmp_path):
    """A Debian of its own for each test, with the package."""
    chroot = Chroot(clean, tmp_path / "debian")
    chroot.install(Path(DEB))
    return chroot


@pytest.fixture
def screen():
    """An X server with a window manager, which listens to no network."""
    told, says = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(says), "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-ac"],
        pass_fds=(says,),
    )
    os.close(says)
    with os.fdopen(told) as answer:
        display = f":{answer.readline().strip()}"
    manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": display})
    yield Screen(display)
    for process in (manager, server):
        process.terminate()
        process.wait()


class Screen:
    """Keys and windows of the X server."""

    def __init__(self, display):
        self.display = display

    def key(self, *names):
        """Press keys, with the pauses that a person makes."""
        for name in names:
            self._xdotool("key", name)
            time.sleep(0.5)

    def type(self, text):
        """Type what a keyboard has."""
        self._xdotool("type", "--delay", "60", text)
        time.sleep(0.5)

    def paste(self, text):
        """Put in what a keyboard has not."""
        command = ["xclip", "-selection", "clipboard"]
        subprocess.run(command, input=text, text=True, env=self._environment(), check=True)
        self.key("ctrl+v")

    def wait_for(self, title):
        """Wait for a window and let it come to rest."""
        _until(lambda: self._xdotool("search", "--onlyvisible", "--name", title), title)
        time.sleep(3)

    def press_until(self, keys, title):
        """Press keys again and again until a window shows, however slow the machine is."""

        def shown():
            self.key(*keys)
            return self._xdotool("search", "--onlyvisible", "--name", title)

        _until(shown, title)
        time.sleep(3)

    def _xdotool(self, *words):
        done = subprocess.run(
            ["xdotool", *words], env=self._environment(), check=False, capture_output=True
        )
        return done.stdout

    def _environment(self):
        return {**os.environ, "DISPLAY": self.display, "LC_ALL": "C.UTF-8"}


def _until(holds, what):
    end = time.monotonic() + _PATIENCE_S
    while not holds():
        assert time.monotonic() < end, what
        time.sleep(1)


def test_smoke_test_says_what_it_says_here(debian, tmp_path):
    here = tmp_path / "here"
    command = [
        "-c",
        f"from linli import smoke; smoke.run(__import__('pathlib').Path({str(here)!r}))",
    ]
    subprocess.run([sys.executable, *command], check=True)
    debian.run("linli", "--smoke-test", f"{HOME}/smoke")
    there = debian.root / HOME.lstrip("/") / "smoke"
    said, expected = (
        [
            line
            for line in (folder / smoke.REPORT).read_text().splitlines()
            if "python 3" not in line
        ]
        for folder in (there, here)
    )
    assert said == expected
    assert said[-1] == "ok"
    assert (there / smoke.CARD).read_bytes().startswith(b"%PDF")
    shutil.copyfile(there / smoke.PICTURE, tmp_path / smoke.PICTURE)


def test_main_job_by_keys_asks_for_no_network(debian, screen, tmp_path):
    trace = tmp_path / "trace.txt"
    program = debian.start(trace, "linli", DISPLAY=screen.display)
    data = debian.root / DATA.lstrip("/")
    screen.wait_for("^邻里台$")
    screen.key("alt+c")
    for words in ("西河社区", "李敏", PASSWORD, PASSWORD):
        screen.paste(words)
        screen.key("Tab")
    screen.key("alt+n")
    _until((data / "ledger.db").exists, "no ledger was founded")
    screen.press_until(("alt+k", "alt+g"), "大厅 - 邻里台$")
    screen.press_until(("ctrl+n",), "^新增居民")
    screen.paste("张三")
    screen.key("alt+s")
    time.sleep(5)
    screen.key("ctrl+f")
    screen.type("zs")
    time.sleep(5)
    screen.key("Down")
    screen.press_until(("ctrl+p",), "^打印联系卡")
    screen.press_until(("alt+s",), "^保存联系卡")
    screen.key("ctrl+a")
    screen.type(f"{HOME}/card.pdf")
    screen.key("Return")
    card = debian.root / HOME.lstrip("/") / "card.pdf"
    _until(card.exists, "no card was printed")
    time.sleep(3)
    os.killpg(program.pid, signal.SIGKILL)
    program.wait()
    assert card.read_bytes().startswith(b"%PDF")
    assert trace.stat().st_size
    assert chroots.foreign_sockets(trace) == []


def test_newer_package_keeps_the_ledger_and_brings_it_up_with_a_backup(debian, tmp_path):
    debian.run("dpkg", "--remove", "linli", user="root")
    debian.install(_older(tmp_path))
    debian.put(OLD_LEDGER, DATA)
    before = (debian.root / DATA.lstrip("/") / "ledger.keys").read_bytes()
    debian.install(Path(DEB))
    data = debian.root / DATA.lstrip("/")
    assert (data / "ledger.keys").read_bytes() == before
    verify = ("linli", "verify", "--account", ledgers.ACCOUNT)
    said = debian.run(*verify, LINLI_PASSWORD=ledgers.PASSWORD).stdout
    assert "119" in said  # residents
    assert list((data / "backups").glob("*.linli-backup"))


def test_ledger_of_a_newer_program_is_refused_with_words(debian):
    debian.run("linli", "init", *_FOUNDING, LINLI_PASSWORD=PASSWORD)
    debian.run(*_PYTHON, _AGE, DATA, PASSWORD)
    refused = debian.run("linli", "find", "zs", LINLI_PASSWORD=PASSWORD, check=False)
    assert refused.returncode == 1
    assert "第 99 版" in refused.stderr
    assert "台账没有被改动" in refused.stderr


def test_removing_the_package_leaves_the_ledger_alone(debian):
    debian.run("linli", "init", *_FOUNDING, LINLI_PASSWORD=PASSWORD)
    data = debian.root / DATA.lstrip("/")
    before = sorted(path.name for path in data.iterdir())
    debian.run("dpkg", "--purge", "linli", user="root")
    assert sorted(path.name for path in data.iterdir()) == before
    assert not (debian.root / "opt/apps").exists()
    assert not (debian.root / "usr/bin/linli").is_symlink()


def _older(folder):
    """Return the package under an older version."""
    tree = folder / "older"
    subprocess.run(["dpkg-deb", "-R", DEB, tree], check=True)
    control = tree / "DEBIAN/control"
    text = control.read_text()
    version = chroots.field(Path(DEB), "Version")
    control.write_text(text.replace(f"Version: {version}\n", "Version: 0.0.1\n"))
    package = folder / "linli_0.0.1.deb"
    subprocess.run(["dpkg-deb", "-Znone", "-b", tree, package], check=True, capture_output=True)
    shutil.rmtree(tree)
    return package
