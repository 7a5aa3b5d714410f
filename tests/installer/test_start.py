"""`installer/start`: what it does when nothing is left to set up, and when something is."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

INSTALLER = Path(__file__).resolve().parents[2] / "installer"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")


def _script(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def project(tmp_path):
    """A copy of the installer in a folder with a space, with an environment that says what runs."""
    root = tmp_path / "邻里 台"
    shutil.copytree(INSTALLER, root / "installer", ignore=shutil.ignore_patterns("__pycache__"))
    _script(root / ".venv/bin/python", 'echo "program $LINLI_PROGRAM:" "$@"')
    for name in ("linli", "tests"):
        shutil.copy(INSTALLER / f"requirements/{name}.lock", root / ".venv")
    for mark in ("qt-window", "qt-offscreen"):
        (root / ".venv" / mark).touch()
    _script(tmp_path / "bin/python3", '[ "$1" = -c ] || echo "set-up:" "$@"')
    return root


@pytest.fixture
def run(tmp_path, project):
    """Runs one of the scripts from another folder, with a Python that only says what it is told."""

    def run(name: str, *arguments: str, **variables: str) -> list[str]:
        path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            [project / "installer" / name, *arguments],
            cwd="/",
            env={"PATH": path, **variables},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.splitlines()

    return run


def test_second_start_only_starts_the_program_with_its_arguments(project, run):
    program = f"program {project}/installer/start: -m linli find 王 芳 --limit 3"
    assert run("start", "find", "王 芳", "--limit", "3") == [program]


def test_changed_lock_sets_up_before_starting(project, run):
    with (project / "installer/requirements/linli.lock").open("a", encoding="utf-8") as lock:
        lock.write("# newer\n")
    set_up, program = run("start", "--version")
    assert set_up == f"set-up: -I {project}/installer/prepare.py linli"
    assert program.endswith("-m linli --version")


def test_missing_environment_sets_up(project, run):
    (project / ".venv/linli.lock").unlink()
    assert run("start", "--version")[0].endswith("prepare.py linli")


@pytest.mark.parametrize(
    ("arguments", "variables", "looks"),
    [
        ([], {"DISPLAY": ":0"}, True),
        (["window"], {"WAYLAND_DISPLAY": "wayland-0"}, True),
        (["--data-dir", "x"], {"DISPLAY": ":0"}, True),
        ([], {}, False),
        (["find", "x"], {"DISPLAY": ":0"}, False),
    ],
)
def test_qt_libraries_are_looked_for_only_before_a_window(
    project, run, arguments, variables, looks
):
    (project / ".venv/qt-window").unlink()
    lines = run("start", *arguments, **variables)
    assert any(line.endswith("prepare.py qt-window") for line in lines) is looks


def test_test_command_uses_the_test_lock_and_hands_arguments_on(project, run):
    (project / ".venv/tests.lock").unlink()
    set_up, program = run("test", "tests/domain", "-k", "names")
    assert set_up.endswith("prepare.py tests")
    assert program.endswith("installer/tasks.py check tests/domain -k names")


def test_start_through_a_link_finds_its_folder(project, run, tmp_path):
    link = tmp_path / "linli"
    link.symlink_to(project / "installer/start")
    done = subprocess.run([link, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith(f"program {link}: -m linli --version")


def test_no_new_enough_python_is_one_sentence(project, tmp_path):
    (project / ".venv/linli.lock").unlink()
    for name in ("python3", "python3.11", "python3.12", "python3.13", "python"):
        _script(tmp_path / "bin" / name, "exit 1")
    path = f"{tmp_path / 'bin'}:/usr/bin:/bin"
    start = project / "installer/start"
    done = subprocess.run([start], env={"PATH": path}, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("需要 Python 3.11")
    assert len(done.stderr.splitlines()) == 1
