"""The lock files: whole, hashed, and every package named in the third-party notice."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = ROOT / "installer" / "requirements"
LOCKS = ("linli", "tests", "bundle")


def _lock(name: str) -> str:
    return (REQUIREMENTS / f"{name}.lock").read_text(encoding="utf-8")


def _versions(name: str) -> set[tuple[str, str]]:
    return set(re.findall(r"^([a-z0-9-]+)==(\S+)", _lock(name), re.MULTILINE))


def _names(requirements: list[str]) -> set[str]:
    return {re.match(r"[A-Za-z0-9-]+", line).group().lower() for line in requirements}


@pytest.mark.parametrize("name", LOCKS)
def test_every_line_of_a_lock_is_hashed_and_names_no_address(name):
    text = _lock(name)
    entries = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
    assert entries
    for entry in entries:
        assert re.match(r"[a-z0-9-]+==\S+", entry)
        assert "--hash=sha256:" in entry
    assert "://" not in text
    assert "--index" not in text


def test_locks_hold_what_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    own = _names(project["project"]["dependencies"])
    tools = _names(project["dependency-groups"]["dev"])
    assert own <= {name for name, _ in _versions("linli")}
    assert own | tools <= {name for name, _ in _versions("tests")}


def test_tests_run_on_the_versions_that_the_program_runs_on():
    assert _versions("linli") <= _versions("tests")


def test_qt_runs_on_old_systems():
    text = _lock("linli")
    assert "pyside6-essentials==6.9.3 ; platform_machine != 'aarch64'" in text
    assert "pyside6-essentials==6.8.0.2 ; platform_machine == 'aarch64'" in text


def test_third_party_notice_names_every_package():
    notice = (ROOT / "installer/licences/THIRD-PARTY.md").read_text(encoding="utf-8")
    named = dict(re.findall(r"^\| ([a-z0-9-]+) \| ([^|]+) \|", notice, re.MULTILINE))
    for name, _ in _versions("tests") | _versions("bundle"):
        assert named.get(name, "").strip(), f"{name} is not in the notice"
    for text in re.findall(r"`([A-Za-z0-9.-]+\.txt)`", notice):
        assert (ROOT / "installer/licences" / text).is_file()
