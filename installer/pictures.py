"""The pictures of the help, taken of the real window over the fictitious 西河社区.

They are taken without a display, on a fixed day, of a sample ledger in a temporary folder, so that
taking them again after a change shows the change and nothing else.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from PIL import Image, ImageOps

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources/help/pictures"
_ZONE = "Asia/Shanghai"
_NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo(_ZONE))
_PEOPLE = 1200
_COLOURS = 64
_FRAME = "#87919F"
_WINDOW = (1366, 768)
_DIALOG = (720, 470)
_PATIENCE_S = 60


@dataclass(frozen=True, kw_only=True)
class Picture:
    """What is shown on a picture.

    Attributes:
        name: its file without `.png`.
        show: makes it visible and returns the widget.
        size: px the widget is made; None leaves it as it opens.
        part: left, top, width, height of what is kept; None keeps all.
    """

    name: str
    show: Callable[["Studio"], Any]
    size: tuple[int, int] | None = _DIALOG
    part: tuple[int, int, int, int] | None = None


class Studio:
    """The main window over the sample, and ways to what is to be seen."""

    def __init__(self, app: Any, desk: Any, window: Any) -> None:
        self.app = app
        self.desk = desk
        self.window = window

    def wait(self, ready: Callable[[], bool] = lambda: True) -> None:
        """Let the window draw until `ready` and no job is under way.

        Raises:
            TimeoutError: it never is.
        """
        end = time.monotonic() + _PATIENCE_S
        calm = 0
        while calm < 8:
            self.app.processEvents()
            time.sleep(0.03)
            jobs = self.desk.jobs
            calm = calm + 1 if ready() and not jobs.busy else 0
            if time.monotonic() > end:
                raise TimeoutError

    def dialog(self, open_: Callable[[], object]) -> Any:
        """Open a dialog and return the one that lies on top."""
        from PySide6.QtWidgets import QApplication, QDialog

        before = {each for each in QApplication.topLevelWidgets() if each.isVisible()}
        open_()
        found: list[Any] = []

        def is_there() -> bool:
            found[:] = [
                each
                for each in QApplication.topLevelWidgets()
                if isinstance(each, QDialog) and each.isVisible() and each not in before
            ]
            return bool(found)

        self.wait(is_there)
        return found[-1]

    def menu(self, menu: str, item: str) -> Any:
        """Open the dialog of a menu's item."""
        from linli.gui.actions import plain

        commands = getattr(self.window, f"{menu}_commands")
        actions = {plain(action.text()): action for action in commands.menu if action}
        return self.dialog(actions[item].trigger)

    def close(self, widget: Any) -> None:
        """Close a dialog and whatever lies over it."""
        from PySide6.QtWidgets import QApplication, QDialog

        for each in QApplication.topLevelWidgets():
            if isinstance(each, QDialog) and each.isVisible():
                if hasattr(each, "form"):
                    each.form.modified = False
                each.hide()
                each.deleteLater()
        self.wait()
        del widget

    def residents(self, text: str = "") -> Any:
        """Show the residents tab with what finding `text` finds, the first one selected."""
        self.window.show_tab(0)
        tab = self.window.current_tab
        tab.filters.clear()
        tab.find_box.setText(text)
        tab.find_box.search()
        self.wait(lambda: tab.table.model().rowCount() > 0)
        tab.table.selectRow(0)
        self.wait()
        return tab

    def tab(self, place: int) -> Any:
        """Show a tab by its place."""
        self.window.show_tab(place)
        self.wait()
        return self.window.current_tab


def write(only: str = "") -> list[Path]:
    """Take all pictures, or those whose names contain `only`; return their paths."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["TZ"] = _ZONE
    time.tzset()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="linli-pictures-") as folder, _studio(folder) as studio:
        return [_take(studio, each) for each in _pictures() if only in each.name]


def _take(studio: Studio, picture: Picture) -> Path:
    widget = picture.show(studio)
    if picture.size is not None:
        widget.resize(*picture.size)
    studio.wait()
    shot = widget.grab()
    if picture.part is not None:
        from PySide6.QtCore import QRect

        shot = shot.copy(QRect(*picture.part))
    path = FOLDER / f"{picture.name}.png"
    path.write_bytes(_small(shot))
    if widget is not studio.window:
        studio.close(widget)
    return path


def _small(shot: Any) -> bytes:
    """Return a picture in few colours; texts and lines of a window need no more."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice

    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    shot.save(buffer, "PNG")
    image = Image.open(BytesIO(bytes(data.data()))).convert("RGB")
    framed = ImageOps.expand(image, border=1, fill=_FRAME)
    reduced = framed.quantize(_COLOURS, dither=Image.Dither.NONE)
    out = BytesIO()
    reduced.save(out, "PNG", optimize=True)
    return out.getvalue()


@contextmanager
def _studio(folder: str) -> Iterator[Studio]:
    import sys

    sys.path.insert(0, str(ROOT / "desktop"))
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication
    from shiboken6 import delete

    from linli.gui import ask as questions
    from linli.gui.bus import Bus
    from linli.gui.desk import Desk
    from linli.gui.fonts import interface_families
    from linli.gui.i18n import install_translations
    from linli.gui.jobs import Jobs
    from linli.gui.main_window import MainWindow
    from linli.gui.state import WindowState
    from linli.gui.theme import Theme
    from linli.paths import DataDir
    from linli.services.container import open_services
    from linli.services.ledger import create_ledger

    app = QApplication.instance() or QApplication(["pictures"])
    install_translations(app)
    data_dir = DataDir(Path(folder) / "ledger")
    created = create_ledger(
        data_dir,
        community="西河社区",
        account="王芳",
        password="pictures-2026",  # noqa: S106 - of a ledger of a minute
        clock=lambda: _NOW,
    )
    services = open_services(created.context)
    services.sample.create(_PEOPLE)
    questions.run_box = _refuse
    ask = questions.Ask()
    jobs = Jobs(ask)
    state = WindowState(Path(folder) / "window.ini")
    theme = Theme(app, interface_families())  # type: ignore[arg-type]
    desk = Desk(services=services, bus=Bus(), jobs=jobs, ask=ask, theme=theme, state=state)
    window = MainWindow(desk)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(*_WINDOW)
    window.show()
    studio = Studio(app, desk, window)
    studio.wait()
    try:
        yield studio
    finally:
        jobs.close()
        window.hide()
        delete(window)
        created.context.db.close()


def _refuse(box: Any) -> None:
    """Take the place of waiting for an answer: there is nobody to give one."""
    raise RuntimeError(box.text())


def _pictures() -> tuple[Picture, ...]:
    """Return every picture, in the order in which they are taken."""
    import pictures_scenes as scenes

    return (
        Picture(name="start", show=scenes.first_start, size=(660, 560)),
        Picture(name="find", show=scenes.find, size=None, part=(0, 0, 1000, 420)),
        Picture(name="filter", show=scenes.filter_builder, size=(780, 480)),
        Picture(name="resident", show=scenes.new_resident, size=(780, 500)),
        Picture(name="household", show=scenes.household, size=(700, 420)),
        Picture(name="doubles", show=scenes.compare, size=(780, 480)),
        Picture(name="import-columns", show=scenes.import_columns, size=(860, 520)),
        Picture(name="import-outcome", show=scenes.import_outcome, size=(820, 480)),
        Picture(name="card", show=scenes.card, size=(900, 560)),
        Picture(name="cards", show=scenes.many_cards, size=(900, 600)),
        Picture(name="run", show=scenes.run, size=(760, 440)),
        Picture(name="calibration", show=scenes.calibration, size=(760, 520)),
        Picture(name="template", show=scenes.template, size=(900, 560)),
        Picture(name="names", show=scenes.names, size=(760, 440)),
        Picture(name="grids", show=scenes.grids, size=None, part=(0, 0, 1000, 460)),
        Picture(name="map", show=scenes.community_map, size=(860, 520)),
        Picture(name="notices", show=scenes.notices, size=(760, 420)),
        Picture(name="elders", show=scenes.elders, size=(760, 420)),
        Picture(name="board", show=scenes.board, size=None, part=(0, 0, 1100, 480)),
        Picture(name="case-report", show=scenes.case_report, size=(760, 460)),
        Picture(name="roster", show=scenes.roster, size=None, part=(0, 0, 1000, 460)),
        Picture(name="stations", show=scenes.stations, size=(760, 420)),
        Picture(name="backups", show=scenes.backups, size=(740, 400)),
        Picture(name="journal", show=scenes.journal, size=(740, 400)),
        Picture(name="settings", show=scenes.settings, size=(620, 560)),
    )
