"""Setting up: what makes the environment ready, and what happens when something is missing."""

import importlib.util
import subprocess
from pathlib import Path

import pytest

INSTALLER = Path(__file__).resolve().parents[2] / "installer"


class Machine:
    """Stands for the commands that set-up runs; `failing` ones return an error."""

    def __init__(self) -> None:
        self.commands: list[str] = []
        self.failing: set[str] = set()

    def run(self, command, **_settings):
        line = " ".join(map(str, command))
        self.commands.append(line)
        if " -m venv" in line:
            packages = Path(command[-1]) / "lib" / "python3.11" / "site-packages"
            packages.mkdir(parents=True)
        code = int(any(word in line for word in self.failing))
        return subprocess.CompletedProcess(command, code, stdout="", stderr="")

    def ran(self, words: str) -> bool:
        return any(words in line for line in self.commands)


@pytest.fixture
def prepare(tmp_path, monkeypatch):
    """The module, working on a copy of the locks beside an environment that is not there yet."""
    spec = importlib.util.spec_from_file_location("prepare", INSTALLER / "prepare.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    locks = tmp_path / "locks"
    locks.mkdir()
    for name in ("linli", "tests"):
        (locks / f"{name}.lock").write_text(f"{name} 1", encoding="utf-8")
    monkeypatch.setattr(module, "LOCKS", locks)
    monkeypatch.setattr(module, "ENVIRONMENT", tmp_path / "venv")
    return module


@pytest.fixture
def machine(prepare, monkeypatch):
    machine = Machine()
    monkeypatch.setattr(prepare.subprocess, "run", machine.run)
    return machine


def test_first_set_up_installs_with_hashes_and_keeps_a_copy_of_the_lock(prepare, machine):
    assert prepare.main("linli") == 0
    assert machine.ran("--require-hashes")
    assert (prepare.ENVIRONMENT / "linli.lock").read_text(encoding="utf-8") == "linli 1"
    assert not (prepare.ENVIRONMENT / "tests.lock").exists()
    pth = prepare.ENVIRONMENT / "lib/python3.11/site-packages/linli.pth"
    assert pth.read_text(encoding="utf-8") == "../../../../desktop\n"


def test_second_set_up_installs_nothing(prepare, machine):
    prepare.main("linli")
    machine.commands.clear()
    assert prepare.main("linli") == 0
    assert not machine.ran("pip install")
    assert not machine.ran("-m venv")


def test_tests_environment_serves_the_program_too(prepare, machine):
    prepare.main("tests")
    machine.commands.clear()
    assert prepare.main("linli") == 0
    assert not machine.ran(" install ")


def test_changed_lock_is_installed_into_the_same_environment(prepare, machine):
    prepare.main("tests")
    (prepare.LOCKS / "linli.lock").write_text("linli 2", encoding="utf-8")
    machine.commands.clear()
    assert prepare.main("linli") == 0
    assert machine.ran(" install ")
    assert not machine.ran("-m venv")
    assert not (prepare.ENVIRONMENT / "tests.lock").exists()


@pytest.mark.parametrize("leftover", ["bin/python", "lib/half"])
def test_interrupted_environment_is_made_anew(prepare, machine, leftover):
    half = prepare.ENVIRONMENT / leftover
    half.parent.mkdir(parents=True)
    half.touch()
    assert prepare.main("linli") == 0
    assert not half.exists()
    assert (prepare.ENVIRONMENT / "linli.lock").exists()


def test_failed_installation_leaves_no_copy_of_the_lock(prepare, machine, capsys):
    machine.failing = {" install "}
    assert prepare.main("linli") == 1
    assert "重新运行" in capsys.readouterr().err
    assert not (prepare.ENVIRONMENT / "linli.lock").exists()


def test_python_without_venv_uses_the_pip_of_the_system(prepare, machine, monkeypatch):
    monkeypatch.setattr(prepare.importlib.util, "find_spec", lambda _name: None)
    machine.failing = {f"{prepare.PYTHON} -m pip"}
    assert prepare.main("linli") == 0
    assert machine.ran("--without-pip")
    assert machine.ran("-m pip --python")
    assert not machine.ran("apt-get")


@pytest.mark.parametrize("is_root", [True, False])
def test_python_without_venv_and_pip_needs_a_system_package(
    prepare, machine, monkeypatch, capsys, is_root
):
    monkeypatch.setattr(prepare.importlib.util, "find_spec", lambda _name: None)
    monkeypatch.setattr(prepare.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(prepare.os, "geteuid", lambda: 0 if is_root else 1000)
    machine.failing = {" -m pip --version"}
    prepare.main("linli")
    assert machine.ran("apt-get install") is is_root
    said = capsys.readouterr().err
    assert ("sudo apt-get" in said and said.strip().endswith("-venv")) is not is_root


def test_missing_qt_libraries_are_named_as_debian_packages(prepare, machine, monkeypatch, capsys):
    monkeypatch.setattr(
        prepare, "missing_libraries", lambda _files: {"libEGL.so.1", "libxcb-cursor.so.0"}
    )
    monkeypatch.setattr(prepare.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(prepare.os, "geteuid", lambda: 1000)
    prepare.ENVIRONMENT.mkdir()
    assert prepare.main("qt-window") == 1
    assert capsys.readouterr().err.strip().endswith("libegl1 libxcb-cursor0")
    assert not (prepare.ENVIRONMENT / "qt-window").exists()


def test_qt_libraries_are_looked_for_once_when_all_are_there(prepare, monkeypatch):
    monkeypatch.setattr(prepare, "missing_libraries", lambda _files: set())
    prepare.ENVIRONMENT.mkdir()
    assert prepare.main("qt-window") == 0
    assert (prepare.ENVIRONMENT / "qt-window").exists()


def test_folder_that_cannot_be_written_is_a_sentence(prepare, machine, monkeypatch, capsys):
    def refuse(*_arguments):
        raise PermissionError(13, "Permission denied", str(prepare.ENVIRONMENT))

    monkeypatch.setattr(prepare, "_create_environment", refuse)
    assert prepare.main("linli") == 1
    assert "可以写入" in capsys.readouterr().err


@pytest.fixture
def no_queue(prepare, tmp_path, monkeypatch):
    """A Debian without CUPS, of which one of the two files is there."""
    there = tmp_path / "cupsd"
    there.touch()
    files = {there: "cups", tmp_path / "cups-pdf": "printer-driver-cups-pdf"}
    monkeypatch.setattr(prepare, "CUPS_FILES", files)
    monkeypatch.setattr(prepare.shutil, "which", lambda name: f"/usr/bin/{name}")


@pytest.mark.usefixtures("no_queue")
def test_what_is_missing_of_the_print_queue_is_installed_for_root(prepare, machine, monkeypatch):
    monkeypatch.setattr(prepare.os, "geteuid", lambda: 0)
    assert prepare.main("cups") == 0
    assert machine.commands[-1].endswith(" --no-install-recommends printer-driver-cups-pdf")


@pytest.mark.usefixtures("no_queue")
def test_missing_print_queue_is_named_to_others_than_root(prepare, machine, monkeypatch, capsys):
    monkeypatch.setattr(prepare.os, "geteuid", lambda: 1000)
    assert prepare.main("cups") == 1
    assert capsys.readouterr().err.strip().endswith("printer-driver-cups-pdf")
    assert machine.commands == []


def test_print_queue_that_is_there_needs_nothing(prepare, machine, monkeypatch):
    monkeypatch.setattr(prepare, "CUPS_FILES", {INSTALLER: "cups"})
    assert prepare.main("cups") == 0
    assert machine.commands == []
