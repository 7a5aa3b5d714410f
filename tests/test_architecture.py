"""What the floors promise: no Qt below the window, nothing heavy before it, modules of a size."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.ledgers import PASSWORD

import linli
from linli.domain.residents import ResidentDraft

PACKAGE = Path(linli.__file__).parent
WINDOW = {"gui", "app", "__main__"}
MOST_LINES = 500
UNUSED_BY_A_CARD = {
    *("sqlalchemy.orm", "alembic", "openpyxl", "xlsxwriter", "python_calamine"),
    *("linli.storage.schema", "linli.storage.journal_schema", "linli.storage.backup"),
    *("linli.domain.labels", "linli.domain.imports", "linli.services.runs"),
}
"""What a card printed by a verb does not need; it was a third of the half second that one takes."""
MOST_TRANSACTIONS = 3
"""Of a verb that prints a card: the sign-in, the cards, the file that is handed out."""


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


def _run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE.parent)}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_everything_below_the_window_imports_with_qt_blocked():
    code = (
        "import importlib, sys\n"
        "sys.modules.update({'PySide6': None, 'shiboken6': None})\n"
        f"for name in {_below_the_window()!r}: importlib.import_module(name)"
    )
    done = _run(code)
    assert done.returncode == 0, done.stderr


HEAVY = {"sqlalchemy", "alembic", "openpyxl", "xlsxwriter", "reportlab", "python_calamine"}


@pytest.mark.parametrize(
    ("module", "waits"), [("linli.__main__", HEAVY | {"PySide6"}), ("linli.app", HEAVY)]
)
def test_heavy_libraries_wait_until_the_ledger_is_open(module, waits):
    done = _run(f"import {module}, sys; print(sorted({waits!r} & set(sys.modules)))")
    assert done.stdout.strip() == "[]", done.stderr


_CARD = """
import sys
from linli import cli
from linli.storage import connections

begun = []
usual = connections.engine

def counting(connect, begin, *, size):
    made = usual(connect, begin, size=size)
    connections.event.listen(made, "begin", lambda _: begun.append(begin))
    return made

connections.engine = counting  # before the module `database` takes it from there
words = ["--data-dir", sys.argv[1], "cards", "--find", "张三", "--out", sys.argv[2]]
code = cli.run(cli.parse(words))
print(code, begun.count("BEGIN IMMEDIATE"), *sorted(sys.modules), file=sys.stderr)
"""


def test_a_cold_card_waits_for_no_mapped_records_and_few_transactions(
    services, data_dir, tmp_path, monkeypatch
):
    services.residents.add(ResidentDraft(name="张三"))
    monkeypatch.setenv("LINLI_PASSWORD", PASSWORD)
    done = _run(_CARD, str(data_dir.root), str(tmp_path / "card.pdf"))
    code, transactions, *modules = done.stderr.split()
    assert code == "0", done.stderr
    assert int(transactions) <= MOST_TRANSACTIONS
    assert UNUSED_BY_A_CARD & set(modules) == set()


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: p.stem)
def test_module_is_of_readable_size(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def test_every_package_says_what_it_is_for():
    for path in PACKAGE.rglob("__init__.py"):
        first = path.read_text(encoding="utf-8").lstrip()
        assert first.startswith('"""'), path
