"""Starts the program once and prints when its windows could be used, and what was loaded then.

    python start_probe.py FOLDER PASSWORD BEGUN VARIANT STAY

`STAY` is how long the password takes to type, in ms.
`BEGUN` is the parent's `time.monotonic()` before this process; `VARIANT` is `linli`, `everything`
(each module of the program is imported first) or `bare` (a window with a button, nothing of ours).
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pkgutil import walk_packages

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from typing_extensions import override


class Watch(QObject):
    """Notes the moment at which each field has been painted, and types what leads on."""

    def __init__(self, begun: float, password: str, stay: int = 0) -> None:
        super().__init__(QApplication.instance())
        self._begun = begun
        self._password = password
        self._stay = stay
        self.seen: dict[str, float] = {}
        self.modules: dict[str, list[str]] = {}
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def note(self, what: str) -> None:
        """Note the moment, and the processor's time beside it; the first time counts."""
        self.seen.setdefault(what, time.monotonic() - self._begun)
        self.seen.setdefault(f"{what} cpu", time.process_time())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self._on_painted(watched)
        return False

    def _on_painted(self, widget: QWidget) -> None:
        name = type(widget).__name__
        if isinstance(widget, QLineEdit) and widget.echoMode() is QLineEdit.EchoMode.Password:
            self._once("password", lambda: self._sign_in(widget))
        elif name == "FindBox":
            self._once("find box", lambda: self._find(widget))

    def _once(self, what: str, then: Callable[[], None]) -> None:
        if what not in self.seen:
            self.note(what)
            self.modules[what] = sorted(sys.modules)
            QTimer.singleShot(self._stay if what == "password" else 0, then)

    def _sign_in(self, field: QLineEdit) -> None:
        field.setFocus()
        QTest.keyClicks(field, self._password)
        self.note("return")
        QTest.keyClick(field, Qt.Key.Key_Return)

    def _find(self, box: QWidget) -> None:
        box.setFocus()
        QTest.keyClicks(box, "zhang")
        QTimer.singleShot(0, self._typed)

    def _typed(self) -> None:
        self.note("typed")
        print(json.dumps({"seen": self.seen, "modules": self.modules}), flush=True)
        os._exit(0)  # nothing is to be saved, and closing is not what is measured


def _bare(begun: float) -> None:
    app = QApplication([])
    watch = Watch(begun, "")
    button = QPushButton("bare")
    button.show()
    app.processEvents()
    watch.note("password")
    print(json.dumps({"seen": watch.seen, "modules": {}}), flush=True)


def main() -> None:
    """Run one variant; prints JSON of seconds since `BEGUN`, processor seconds under `… cpu`."""
    folder, password, begun, variant, stay = sys.argv[1:]
    if variant == "bare":
        _bare(float(begun))
        return
    if variant == "everything":
        import linli

        for module in walk_packages(linli.__path__, "linli."):
            if not module.name.endswith((".__main__", "migrations.env")):
                __import__(module.name)
    from pathlib import Path

    from linli import app
    from linli.paths import DataDir

    usual = app.Program.start

    def start(program: app.Program) -> None:
        program.watch = Watch(float(begun), password, int(stay))  # type: ignore[attr-defined]
        usual(program)

    app.Program.start = start  # type: ignore[method-assign]
    app.run(DataDir(Path(folder)))


if __name__ == "__main__":
    main()
