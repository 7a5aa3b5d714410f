"""`linli --smoke-test`: whether everything that the program needs is there and works.

It opens what a clerk opens, on ledgers that are thrown away, and asks nobody anything. A bundle is
proved by it after installing: the same program says the same lines on every machine.
"""

import os
import pkgutil
import platform
import sys
import tempfile
import traceback
from contextlib import closing, redirect_stdout
from functools import partial
from importlib import import_module
from importlib.metadata import version
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import linli
from linli import cli
from linli.paths import DataDir

if TYPE_CHECKING:
    from linli.gui.jobs import Jobs
    from linli.services.context import Context

REPORT = "smoke.txt"
CARD = "card.pdf"
PICTURE = "window.png"
_LIBRARIES = (
    *("PySide6_Essentials", "SQLAlchemy", "sqlcipher3", "alembic", "cryptography", "reportlab"),
    *("uharfbuzz", "fonttools", "pypdfium2", "pypdf", "highspy", "numpy", "openpyxl", "XlsxWriter"),
    *("python-calamine", "pillow", "pylopdf-fonts-zh-cn", "platformdirs"),
)
_APART = ("linli.__main__", "linli.storage.migrations.env")
"""Modules that do something when they are imported: start the program, run a migration."""
_PASSWORD = "Xihe-2026!"  # noqa: S105 - of a ledger that lasts for seconds
_SIZE = (1366, 768)
_PATIENCE_MS = 60_000
_SHORT_MS = 50


class SmokeError(Exception):
    """Something that should have worked did not; the report says what."""


def run(folder: Path | None) -> int:
    """Try everything out and say what was found; return the exit code.

    Args:
        folder: where the report, the printed card and a picture of the window are kept; None
            keeps nothing and writes the report to standard output.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    lines: list[str] = []
    try:
        with tempfile.TemporaryDirectory(prefix="linli-smoke-") as scratch:
            kept = folder or Path(scratch) / "kept"
            kept.mkdir(parents=True, exist_ok=True)
            for step in (
                _versions,
                _modules,
                partial(_card, kept),
                partial(_window, scratch, kept),
            ):
                lines += step()
        lines.append("ok")
    except BaseException:
        lines.append(f"failed\n{traceback.format_exc()}")
        raise
    finally:
        report = "\n".join(lines) + "\n"
        if folder is not None:
            (folder / REPORT).write_text(report, encoding="utf-8")
        elif sys.stdout is not None:  # a program of Windows may have none
            sys.stdout.write(report)
    return 0


def _versions() -> list[str]:
    """Return the version of the program and of what it stands on."""
    said = [f"linli {linli.__version__}", f"python {platform.python_version()}"]
    return said + [f"{name} {version(name)}" for name in _LIBRARIES]


def _modules() -> list[str]:
    """Import every module; return how many there are."""
    found = [each.name for each in pkgutil.walk_packages(linli.__path__, "linli.")]
    for name in found:
        if name not in _APART and not name.startswith("linli.storage.migrations.versions"):
            import_module(name)
    return [f"modules {len(found)}"]


def _card(kept: Path) -> list[str]:
    """Carry out the main job, from an empty ledger to a printed card; return what the card has.

    Raises:
        SmokeError: if a step fails, or the card cannot be read back.
    """
    import pypdfium2

    path = kept / CARD
    said = StringIO()
    with redirect_stdout(said):
        code = cli.run(cli.parse(["demo", "--out", str(path)]))
    if code:
        raise SmokeError(f"the main job failed: {said.getvalue()}")
    with closing(pypdfium2.PdfDocument(path)) as pdf:
        pages = len(pdf)
        for page in pdf:
            page.render(scale=1)
    steps = len(said.getvalue().splitlines()) - 1
    return [f"main job {steps} steps", f"card {pages} pages"]


def _window(scratch: str, kept: Path) -> list[str]:
    """Open the window on a sample and go through its tabs; return what they are called.

    Raises:
        SmokeError: if the window does not come to rest.
    """
    from linli.services.container import open_services
    from linli.services.ledger import create_ledger

    created = create_ledger(
        DataDir(Path(scratch) / "ledger"), community="西河社区", account="试用", password=_PASSWORD
    )
    with closing(created.context.db):
        open_services(created.context).sample.create()
        return _tabs(created.context, Path(scratch), kept / PICTURE)


def _tabs(context: "Context", scratch: Path, picture: Path) -> list[str]:
    import shiboken6
    from PySide6.QtCore import qVersion
    from PySide6.QtWidgets import QApplication

    from linli.gui.actions import plain
    from linli.gui.ask import Ask
    from linli.gui.bus import Bus
    from linli.gui.desk import Desk
    from linli.gui.fonts import interface_families
    from linli.gui.i18n import install_translations
    from linli.gui.jobs import Jobs
    from linli.gui.main_window import MainWindow
    from linli.gui.state import WindowState
    from linli.gui.theme import Theme
    from linli.services.container import open_services

    app = QApplication([sys.argv[0]])
    install_translations(app)
    theme = Theme(app, interface_families())
    ask = Ask()
    jobs = Jobs(ask)
    desk = Desk(
        services=open_services(context),
        bus=Bus(),
        jobs=jobs,
        ask=ask,
        theme=theme,
        state=WindowState(scratch / "window.ini"),
    )
    window = MainWindow(desk, sample=True)
    window.resize(*_SIZE)
    window.show()
    titles = []
    for number in range(len(window.tabs)):
        window.show_tab(number)
        _rest(jobs)
        titles.append(plain(window.tab_bar.tabText(number)))
    window.show_tab(0)
    _rest(jobs)
    window.grab().save(str(picture))
    people = desk.services.residents.counts().residents
    jobs.close()
    shiboken6.delete(window)
    return [f"Qt {qVersion()}", f"people {people}", f"tabs {' '.join(titles)}"]


def _rest(jobs: "Jobs") -> None:
    """Let the window do what it has to do."""
    from PySide6.QtCore import QDeadlineTimer, QEventLoop
    from PySide6.QtWidgets import QApplication

    patience = QDeadlineTimer(_PATIENCE_MS)
    QApplication.processEvents()
    while jobs.busy:
        if patience.hasExpired():
            raise SmokeError("the window does not come to rest")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _SHORT_MS)
