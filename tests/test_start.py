import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support import start_probe
from support.ledgers import ACCOUNT, CHEAP, COMMUNITY, PASSWORD

import linli
from linli.paths import DataDir
from linli.services.ledger import create_ledger

_LIBRARIES = {
    "PIL", "alembic", "fontTools", "highspy", "numpy", "openpyxl", "pypdf", "pypdfium2",
    "python_calamine", "reportlab", "uharfbuzz", "xlsxwriter",
}  # fmt: skip
_ROOMS = (
    "linli.gui.cards.dialog", "linli.gui.editor", "linli.gui.exchange.", "linli.gui.grids.tab",
    "linli.gui.importing.dialog", "linli.gui.mediation.tab", "linli.gui.resident_form",
    "linli.gui.rosters.tab", "linli.gui.settings_dialog", "linli.printing.cards",
    "linli.printing.fonts", "linli.exchange.",
    "linli.rostering", "linli.storage.all_records",
)  # fmt: skip
"""What is loaded when somebody goes there."""


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Which modules were loaded when the password window, and when the find box, was painted."""
    folder = tmp_path_factory.mktemp("start")
    create_ledger(
        DataDir(folder), community=COMMUNITY, account=ACCOUNT, password=PASSWORD, cost=CHEAP
    ).context.db.close()
    words = [str(folder), PASSWORD, str(time.monotonic()), "linli", "0"]
    done = subprocess.run(
        [sys.executable, start_probe.__file__, *words],
        env={
            **os.environ,
            "PYTHONPATH": str(Path(linli.__file__).parent.parent),
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)["modules"]


def test_the_password_window_comes_before_the_database(modules):
    loaded = {name.partition(".")[0] for name in modules["password"]}
    assert loaded & (_LIBRARIES | {"sqlalchemy", "sqlcipher3"}) == set()
    assert "linli.gui.main_window" not in modules["password"]


def test_the_find_box_comes_before_whatever_is_not_used_yet(modules):
    loaded = {name.partition(".")[0] for name in modules["find box"]}
    assert loaded & _LIBRARIES == set()
    early = [name for name in modules["find box"] if name.startswith(_ROOMS)]
    assert early == []
