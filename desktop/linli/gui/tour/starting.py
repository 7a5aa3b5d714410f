"""Opening the practice window: a second process, so that it cannot touch the open ledger."""

import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QProcess, QProcessEnvironment
from PySide6.QtWidgets import QLabel, QWidget

import linli
from linli.gui.ask import Ask
from linli.gui.i18n import tr
from linli.gui.page import Page
from linli.gui.theme import Theme
from linli.paths import DataDir

VERB = "practice"


def start_practice(ask: Ask, parent: QWidget | None, data_dir: DataDir) -> bool:
    """Start the program once more, for practising; say so if it does not start.

    Args:
        ask: says so.
        parent: the window that asks.
        data_dir: of the ledger; where it is not in the usual place, practice is done beside it.
    """
    process = QProcess()
    process.setProgram(sys.executable)
    process.setArguments(_arguments(data_dir))
    environment = QProcessEnvironment.systemEnvironment()
    places = [str(Path(linli.__file__).resolve().parents[1]), environment.value("PYTHONPATH", "")]
    separator = ";" if sys.platform == "win32" else ":"
    environment.insert("PYTHONPATH", separator.join(filter(None, places)))
    environment.remove("LINLI_PASSWORD")
    process.setProcessEnvironment(environment)
    answer: Any = process.startDetached()  # with the number of the process in some versions
    started = answer[0] if isinstance(answer, tuple) else answer
    if not started:
        words = tr("练习窗口打不开，请关掉邻里台重新打开，再试一次。")
        ask.warn(parent, words)
    return bool(started)


def _arguments(data_dir: DataDir) -> list[str]:
    """Return what is typed behind the program, be it Python or a launcher that loads it."""
    python = Path(sys.executable).stem.lower().startswith("python")
    usual = data_dir.root == DataDir.default().root
    place = [] if usual else ["--data-dir", str(data_dir.root)]
    return [*(["-m", "linli"] if python else []), *place, VERB]


class PracticePage(Page):
    """Says that practice is being made ready."""

    def __init__(self, theme: Theme) -> None:
        words = tr("正在准备虚构的居民，只要几秒钟。不用密码，真的台账不会被动到。")
        super().__init__(tr("练习"), words, theme)
        self.waiting: QLabel = QLabel(tr("请等一等…"), self)
        self.column.addWidget(self.waiting)
