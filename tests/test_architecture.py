"""What the floors promise: no Qt below the window, nothing heavy before it, modules of a size."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import linli

PACKAGE = Path(linli.__file__).parent
WINDOW = {"gui", "app", "__main__"}
MOST_LINES = 500


def _modules() -> list[str]:
    names = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        names.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return names


def _below_the_window() -> list[str]:
    # Alembic's environment runs only inside a migration.
    return [
        name
        for name in _modules()
        if [*name.split("."), ""][1] not in WINDOW and not name.endswith("migrations.env")
    ]


def _run(code: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE.parent)}
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )


def test_everything_below_the_window_imports_with_qt_blocked():
    code = (
        "import importlib, sys\n"
        "sys.modules.update({'PySide6': None, 'shiboken6': None})\n"
        f"for name in {_below_the_window()!r}: importlib.import_module(name)"
    )
    done = _run(code)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "modules",
    [
        ["linli.__main__", "linli.cli"],
        ["linli.services.ledger"],
    ],
)
def test_heavy_libraries_wait(modules):
    heavy = {"sqlalchemy", "alembic", "openpyxl", "reportlab", "python_calamine", "PySide6"}
    code = (
        "import importlib, sys\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
        f"print(sorted({heavy!r} & set(sys.modules)))"
    )
    assert _run(code).stdout.strip() == "[]"


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: p.stem)
def test_module_is_of_readable_size(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def test_every_package_says_what_it_is_for():
    for path in PACKAGE.rglob("__init__.py"):
        first = path.read_text(encoding="utf-8").lstrip()
        assert first.startswith('"""'), path
