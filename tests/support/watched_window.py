"""The real program in a process of its own that says what it shows: `watched_window.py FOLDER`.

A line `look` on its standard input is answered with a line of JSON: the class, the text and the
caret (of the screen, in pixels) of the focused input, and the window's title. `table` shows the
input of a table with one empty row.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from linli import app
from linli.paths import DataDir


class Listener(QObject):
    """Answers while the program runs."""

    def __init__(self, program):
        super().__init__(program)
        self._table = None
        notifier = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._on_line)

    def _on_line(self):
        line = sys.stdin.readline().strip()
        if line == "look":
            answer = self._look()
        elif line == "table":
            answer = self._show_table()
        else:
            QApplication.quit()
            return
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()

    def _look(self):
        focused = QApplication.focusWidget()
        if focused is None:
            return {"class": ""}
        line = focused if isinstance(focused, QLineEdit) else focused.findChild(QLineEdit)
        caret = focused.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        corner = focused.mapToGlobal(caret.topLeft())
        cell = None if self._table is None else self._table.table.item(0, 0)
        return {
            "class": type(focused).__name__,
            "text": "" if line is None else line.text(),
            "caret": [corner.x(), corner.y(), caret.width(), caret.height()],
            "window": focused.window().windowTitle(),
            "cell": "" if cell is None else cell.text(),
        }

    def _show_table(self):
        from linli.gui.case_papers.table_input import TableInput

        self._table = TableInput(("姓名", "称呼"))
        self._table.set_value("｜")
        self._table.add_button.click()
        self._table.show()
        self._table.activateWindow()
        self._table.table.setFocus()
        self._table.table.setCurrentCell(0, 0)
        return {}


def main(folder):
    """Run the program on the ledger in a folder."""
    start = app.Program.start

    def listen_and_start(program):
        Listener(program)
        start(program)

    app.Program.start = listen_and_start
    return app.run(DataDir(Path(folder)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
