"""All questions to the clerk. Tests hand in a recorder instead, so no dialog blocks them.

Texts are shown as plain text: a name with `<b>` in it stays a name.
"""

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QInputDialog,
    QLabel,
    QMessageBox,  # noqa: TID251 - the one place that asks
    QWidget,
)

from linli.gui.file_dialog import FileDialog, run_file_dialog
from linli.gui.i18n import tr
from linli.gui.icons import pixmap
from linli.gui.theme import COLORS
from linli.gui.waiting import wait_for


class SaveChoice(Enum):
    """What to do with changes that are not saved yet."""

    SAVE = auto()
    DISCARD = auto()
    STAY = auto()


class Ask:
    """Message boxes and file choosers with Chinese buttons; each call waits for the answer."""

    def __init__(self, folder: Path | None = None) -> None:
        """Begin; `folder` is where files are looked for first, else the home folder."""
        self._folder = folder or Path.home()

    def tell(self, parent: QWidget | None, text: str, detail: str = "") -> None:
        """Say that something has been done or how it is."""
        box = _box(parent, text, detail, "info-circle", COLORS.accent)
        box.addButton(tr("知道了"), QMessageBox.ButtonRole.AcceptRole)
        run_box(box)

    def warn(self, parent: QWidget | None, text: str, detail: str = "") -> None:
        """Say that something did not work, and what to do."""
        box = _box(parent, text, detail, "alert-triangle", COLORS.warn)
        box.addButton(tr("知道了"), QMessageBox.ButtonRole.AcceptRole)
        run_box(box)

    def confirm(self, parent: QWidget | None, text: str, *, accept: str, detail: str = "") -> bool:
        """Ask whether to go on. `accept` is the verb on the button (删除); Esc is no."""
        return self.choose(parent, text, [accept], detail=detail) == 0

    def choose(
        self, parent: QWidget | None, text: str, options: Sequence[str], *, detail: str = ""
    ) -> int | None:
        """Ask which of several ways to go; return its index, or None for 取消."""
        box = _box(parent, text, detail, "help", COLORS.accent)
        buttons = [box.addButton(option, QMessageBox.ButtonRole.AcceptRole) for option in options]
        cancel = box.addButton(tr("取消"), QMessageBox.ButtonRole.RejectRole)
        for button in buttons:
            button.ensurePolished()  # only then its words and padding are known
            button.setMinimumWidth(button.sizeHint().width())
        box.setDefaultButton(buttons[0])
        box.setEscapeButton(cancel)
        clicked = run_box(box)
        return next((i for i, button in enumerate(buttons) if button is clicked), None)

    def save_changes(self, parent: QWidget | None) -> SaveChoice:
        """Ask what to do with changes in a form that is being closed."""
        options = [tr("保存(&S)"), tr("不保存(&N)")]
        answer = self.choose(parent, tr("修改还没有保存。要保存吗？"), options)
        return {0: SaveChoice.SAVE, 1: SaveChoice.DISCARD}.get(
            -1 if answer is None else answer, SaveChoice.STAY
        )

    def text(self, parent: QWidget | None, title: str, label: str, value: str = "") -> str | None:
        """Ask for a line of text; None if the clerk cancelled."""
        dialog = QInputDialog(parent)
        dialog.setWindowTitle(title)
        dialog.setLabelText(label)
        dialog.setTextValue(value)
        accepted = wait_for(dialog)
        dialog.deleteLater()
        return dialog.textValue().strip() if accepted else None

    def open_files(self, parent: QWidget | None, title: str, kinds: str) -> list[Path]:
        """Ask for files to read. `kinds` is a Qt filter (台账 (*.xlsx *.xls *.csv))."""
        return self._files(FileDialog(parent, title, self._folder, kinds, several=True))

    def open_file(self, parent: QWidget | None, title: str, kinds: str) -> Path | None:
        """Ask for one file to read; None if the clerk cancelled."""
        return next(iter(self._files(FileDialog(parent, title, self._folder, kinds))), None)

    def save_file(
        self, parent: QWidget | None, title: str, suggested: str, kinds: str
    ) -> Path | None:
        """Ask where to save; `suggested` is a file name. The suffix is added where missing."""
        dialog = FileDialog(parent, title, self._folder / suggested, kinds, saving=True)
        dialog.setDefaultSuffix(Path(suggested).suffix)
        return next(iter(self._files(dialog)), None)

    def _files(self, dialog: FileDialog) -> list[Path]:
        paths = [Path(name) for name in run_file_dialog(dialog)]
        if paths:
            self._folder = paths[0].parent
        return paths


def _box(parent: QWidget | None, text: str, detail: str, icon_name: str, color: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle(tr("邻里台"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(detail)
    for words in box.findChildren(QLabel):
        words.setTextFormat(Qt.TextFormat.PlainText)
    box.setIconPixmap(pixmap(icon_name, color, round(box.fontMetrics().height() * 1.8)))
    return box


def run_box(box: QMessageBox) -> object:
    """Show a message box, wait, and return the button that was pressed."""
    wait_for(box)
    clicked = box.clickedButton()
    box.deleteLater()
    return clicked
