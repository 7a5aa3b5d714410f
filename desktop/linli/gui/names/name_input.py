"""A name's input with a way to characters that cannot be typed (找生僻字)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import LineInput
from linli.gui.names.character_picker import CharacterPicker

KEYS = "Ctrl+G"


class NameInput(LineInput):
    """A line of text; its sign, or the keys, find a rare character and put it at the cursor."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("打不出的字按 {keys} 查找").format(keys=KEYS), parent)
        self._desk = desk
        self.find_action = self.addAction(icon("search"), QLineEdit.ActionPosition.TrailingPosition)
        self.find_action.setText(tr("找生僻字"))
        self.find_action.setToolTip(tr("找生僻字（{keys}）").format(keys=KEYS))
        self.find_action.setShortcut(QKeySequence(KEYS))
        self.find_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.find_action.triggered.connect(lambda _checked: self._on_find())

    def _on_find(self) -> None:
        chosen = self.selectedText()
        if len(chosen) != 1:  # a whole name, which must not give way to one character
            chosen = ""
            self.deselect()
        picker = CharacterPicker(self._desk, self.window(), chosen)
        picker.chosen.connect(self.insert)
        picker.open()
