"""Beside the canvas: what the selected elements are, or the whole card."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.faces import FontStyle, ServingFont
from linli.domain.templates.elements import TextElement
from linli.gui.desk import Desk
from linli.gui.editor.card_form import CardForm
from linli.gui.editor.element_form import ElementForm
from linli.gui.editor.element_forms import form_for
from linli.gui.editor.model import EditorModel
from linli.gui.fitting import scrolled


class PropertyPanel(QWidget):
    """Shows the form that goes with the selection.

    Signals:
        left: the clerk wants to go back to the canvas (Esc).
    """

    left = Signal()

    def __init__(self, desk: Desk, model: EditorModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._model = model
        self._faces: Mapping[FontStyle, ServingFont] = {}
        self._shown: object = None
        self._area: QScrollArea | None = None
        self.form: CardForm | ElementForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        model.changed.connect(self._refresh)
        model.selection_changed.connect(self._refresh)
        model.level_changed.connect(self._refresh)
        self._refresh()

    def show_faces(self, faces: Mapping[FontStyle, ServingFont]) -> None:
        """Take which fonts there are, to say which one stands in for another."""
        self._faces = faces
        self._refresh()

    def focus_content(self) -> None:
        """Go to the first field."""
        if self.form is not None:
            self.form.focus_first()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _refresh(self) -> None:
        model = self._model
        key = self._key()
        if key != self._shown:
            self._shown = key
            self._build(form_for(self._desk, model) if model.selection else None)
        if isinstance(self.form, CardForm):
            self.form.show_template()
        elif self.form is not None:
            self.form.show_elements()
            self._show_face_note(self.form)

    def _key(self) -> object:
        """Return what needs another form when it is different."""
        model = self._model
        kinds = frozenset(type(element) for element in model.selected)
        is_cell, count = model.level.inside is not None, len(model.selection)
        return kinds, count if len(kinds) > 1 else count == 1, is_cell, model.level.more

    def _build(self, form: ElementForm | None) -> None:
        focused = self.isAncestorOf(QApplication.focusWidget() or self)
        old = self._area
        self.form = form or CardForm(self._desk, self._model)
        self._area = scrolled(self.form)
        self._column.addWidget(self._area)
        if old is not None:
            old.hide()
            old.deleteLater()
        if focused:
            self.left.emit()

    def _show_face_note(self, form: ElementForm) -> None:
        element = self._model.selected[0]
        if form.has("face") and isinstance(element, TextElement) and element.face in self._faces:
            form.field("face").show_hint(self._faces[element.face].note or "")
