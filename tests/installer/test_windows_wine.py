"""The installer for Windows under Wine, on demand: installing, updating, refusing, removing.

`LINLI_WINE=wine LINLI_SETUP=dist/…-setup.exe pytest tests/installer/test_windows_wine.py`, with a
display (Xvfb will do), Wine 10 and makensis. Without LINLI_SETUP only small installers are tried.
Wine 10 lacks a few functions of the C library that NumPy calls: see `wine_math.py`.
"""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from bundles import tools, windows, windows_launcher

WINE = os.environ.get("LINLI_WINE", "")
SETUP = os.environ.get("LINLI_SETUP", "")
MOMENT = 1_700_000_000
REFUSED = 2
_PATIENCE_S = 120
PASSWORD = "Xihe-2026!"
_BUILD = (
    "import sys; from pathlib import Path; from bundles import windows_launcher;"
    "windows_launcher.build(Path(sys.argv[1]), '0.1.0')"
)

pytestmark = [
    pytest.mark.skipif(not (WINE and shutil.which("makensis")), reason="needs Wine and makensis"),
    pytest.mark.timeout(900),
]


class Windows:
    """A fresh Windows of Wine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._settings = {
            **os.environ,
            "WINEPREFIX": str(folder),
            "WINEDLLOVERRIDES": "winedbg.exe=d;winemenubuilder.exe=d",
            "LINLI_PASSWORD": PASSWORD,
        }
        self.run("wineboot", "-i")

    @property
    def local(self) -> Path:
        """What Windows calls %LOCALAPPDATA%."""
        (user,) = (self._folder / "drive_c/users").glob("[!P]*")
        return user / "AppData/Local"

    @property
    def installed(self) -> Path:
        """Where the program is installed for one user."""
        return self.local / "Programs" / "Linli"

    def run(self, *command: str | Path) -> int:
        """Run a program; return its exit code."""
        return subprocess.run(
            [WINE, *map(str, command)],
            env=self._settings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        ).returncode

    def started(self, program: Path) -> "subprocess.Popen[bytes]":
        """Start a program and leave it running."""
        null = subprocess.DEVNULL
        return subprocess.Popen(
            [WINE, str(program)], env=self._settings, stdin=null, stdout=null, stderr=null
        )

    def uninstall(self) -> None:
        """Uninstall silently; the uninstaller works on from a copy of itself."""
        program = self.installed / "uninstall.exe"
        self.run(program, "/S", "/CurrentUser")
        for _ in range(_PATIENCE_S):
            if not program.exists():
                break
            time.sleep(1)
        time.sleep(1)  # the folder goes last

    def uninstall_code(self) -> int:
        """Uninstall silently from where it lies; return the exit code."""
        folder = "C:" + str(self.installed).partition("drive_c")[2].replace("/", "\\")
        return self.run(self.installed / "uninstall.exe", "/S", "/CurrentUser", f"_?={folder}")


@pytest.fixture(scope="module")
def setups(tmp_path_factory):
    """Small installers of two versions; the newer has lost one file and gained another."""
    folder = tmp_path_factory.mktemp("setups")
    root = folder / "tree"
    (root / "inner").mkdir(parents=True)
    settings = {**os.environ, "PYTHONPATH": str(tools.INSTALLER)}
    subprocess.run([tools.environment(), "-c", _BUILD, root], env=settings, check=True)
    made = {}
    for version, name in (("0.9.0", "old.txt"), ("0.10.0", "new.txt")):
        shutil.rmtree(root / "inner")
        (root / "inner").mkdir()
        (root / "inner" / name).write_text(name)
        made[version] = folder / f"{version}.exe"
        windows.pack(root, made[version], version=version, moment=MOMENT)
    again = folder / "again.exe"
    windows.pack(root, again, version="0.10.0", moment=MOMENT)
    assert again.read_bytes() == made["0.10.0"].read_bytes()
    return made


@pytest.fixture
def machine(tmp_path):
    return Windows(tmp_path / "prefix")


def test_what_is_not_ours_stays_when_the_program_is_removed(machine, setups):
    assert machine.run(setups["0.10.0"], "/S", "/CurrentUser") == 0
    assert (machine.installed / "inner" / "new.txt").exists()
    own = machine.installed / "inner" / "notes.txt"
    own.write_text("mine")
    ledger = machine.local / "linli" / "ledger.db"
    ledger.parent.mkdir()
    ledger.write_text("a ledger")
    machine.uninstall()
    assert ledger.exists()
    assert own.exists()
    assert [path.name for path in machine.installed.rglob("*") if path.is_file()] == ["notes.txt"]
    assert not list(machine.local.parents[1].rglob("邻里台.lnk"))


def test_a_newer_version_takes_the_place_of_the_older_and_never_the_other_way(machine, setups):
    assert machine.run(setups["0.9.0"], "/S", "/CurrentUser") == 0
    assert machine.run(setups["0.10.0"], "/S", "/CurrentUser") == 0
    inner = machine.installed / "inner"
    assert [path.name for path in inner.iterdir()] == ["new.txt"]
    assert len(list(machine.local.parents[1].rglob("邻里台.lnk"))) == 2
    assert machine.run(setups["0.9.0"], "/S", "/CurrentUser") == REFUSED
    assert [path.name for path in inner.iterdir()] == ["new.txt"]


def test_nothing_is_changed_while_the_program_runs(machine, setups):
    assert machine.run(setups["0.9.0"], "/S", "/CurrentUser") == 0
    running = machine.started(machine.installed / f"{windows_launcher.WINDOW}.exe")
    try:
        time.sleep(5)  # it says that its files are not whole, and waits for a click
        assert machine.run(setups["0.10.0"], "/S", "/CurrentUser") == REFUSED
        assert machine.uninstall_code() == REFUSED
        assert (machine.installed / "inner" / "old.txt").exists()
    finally:
        running.terminate()
        running.wait()


def test_a_windows_that_is_too_old_is_refused(machine, setups):
    machine.run("winecfg", "-v", "win81")
    assert machine.run(setups["0.9.0"], "/S", "/CurrentUser") == REFUSED
    assert not machine.installed.exists()


def test_all_users_find_the_program_among_the_programs(machine, setups):
    assert machine.run(setups["0.9.0"], "/S", "/AllUsers") == 0
    drive = machine.local.parents[3]
    assert (drive / "Program Files" / "Linli" / "linli.exe").exists()
    assert not machine.installed.exists()


@pytest.mark.skipif(not SETUP, reason="LINLI_SETUP names no installer")
def test_the_program_does_its_main_job_and_leaves_the_ledger(machine, tmp_path):
    assert machine.run(Path(SETUP).resolve(), "/S", "/CurrentUser") == 0
    program = machine.installed / f"{windows_launcher.CONSOLE}.exe"
    report = tmp_path / "report"
    assert machine.run(program, "--smoke-test", report) == 0
    assert (report / "smoke.txt").read_text(encoding="utf-8").endswith("ok\n")
    card = tmp_path / "联系卡.pdf"
    started = ("--community", "西河社区", "--account", "王芳", "--recovery", tmp_path / "code.pdf")
    assert machine.run(program, "init", *started) == 0
    assert machine.run(program, "sample") == 0
    assert machine.run(program, "cards", "--find", "李", "--most", "1", "--out", card) == 0
    assert card.read_bytes().startswith(b"%PDF")
    machine.uninstall()
    assert not machine.installed.exists()
    assert (machine.local / "linli" / "ledger.db").exists()
