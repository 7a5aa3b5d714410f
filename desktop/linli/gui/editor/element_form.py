"""The form of the selected elements: each field reads from the first and writes to all."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from linli.domain.templates import edit
from linli.domain.templates.edit import Anchor
from linli.domain.templates.elements import Box, Element
from linli.domain.templates.limits import Limit
from linli.gui.desk import Desk
from linli.gui.editor.inputs import CheckInput, ColourInput, FieldsInput, NumberInput
from linli.gui.editor.model import EditorModel
from linli.gui.forms import Form
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput

Read = Callable[[Any], Any]
Write = Callable[[Any, Any], Element]

PLACE = Limit("", -1000, 1000)
"""mm"""
EXTENT = Limit("", 0, 1000)
"""mm"""
_ACROSS = {
    Anchor.START: mark("跟着左边"),
    Anchor.END: mark("跟着右边"),
    Anchor.BOTH: mark("两边撑开"),
}
_DOWN = {
    Anchor.START: mark("跟着上边"),
    Anchor.END: mark("跟着下边"),
    Anchor.BOTH: mark("上下撑开"),
}


class ElementForm(Form):
    """Shows the selected elements of a model, all of one kind."""

    def __init__(self, desk: Desk, model: EditorModel, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent=parent)
        self.desk = desk
        self.model = model
        self._bound: dict[str, tuple[Any, Read]] = {}
        self._loading = False

    def bind(
        self, name: str, label: str, editor: QWidget, read: Read, write: Write, *, hint: str = ""
    ) -> None:
        """Add a field.

        Args:
            name: of the field.
            label: its label.
            editor: an `Input`.
            read: returns its value from an element.
            write: returns the element with another value.
            hint: a line of help.
        """
        self.add(name, label, editor, hint=hint)
        self._bound[name] = (editor, read)
        source: Any = editor
        source.edited.connect(lambda: self._write(name, write))

    def bind_plain(self, name: str, label: str, editor: QWidget, *, hint: str = "") -> None:
        """Add a field for the attribute of that name."""

        def write(element: Element, value: Any) -> Element:
            return replace(element, **{name: value})

        self.bind(name, label, editor, lambda element: getattr(element, name), write, hint=hint)

    def show_elements(self) -> None:
        """Show what the selected elements are now."""
        elements = self.model.selected
        if not elements:
            return
        self._loading = True
        try:
            self.prepare()
            for editor, read in self._bound.values():
                value = read(elements[0])
                if editor.value() != value:
                    editor.set_value(value)
        finally:
            self._loading = False

    @property
    def element(self) -> Any:
        """The element whose values are shown."""
        return self.model.selected[0]

    def prepare(self) -> None:
        """Offer what can be chosen for this element."""
        labels = self.model.labels()
        for name in ("when", "unless"):
            if self.has(name):
                self.editor(name).offer(labels)
        for editor, _ in self._bound.values():
            if isinstance(editor, ColourInput):
                editor.show_palette(self.model.template)

    def add_place(self, *, square: bool = False) -> None:
        """Add where the one selected element lies, and on which edges it hangs."""
        if len(self.model.selection) != 1:
            return
        self.add_section(tr("位置和大小"))
        parts = {"x": tr("左边距"), "y": tr("上边距"), "w": tr("宽"), "h": tr("高")}
        if square:
            parts = {"x": parts["x"], "y": parts["y"], "w": tr("边长")}
        for part, label in parts.items():
            limit = PLACE if part in "xy" else EXTENT
            editor = NumberInput(tr("毫米"), limit)
            self.bind(
                part, label, editor, self._read_box(part), self._write_box(part, square=square)
            )
        for name, label, words, across in (
            ("across", tr("左右"), _ACROSS, True),
            ("down", tr("上下"), _DOWN, False),
        ):
            choice = ChoiceInput({anchor: tr(text) for anchor, text in words.items()})
            self.bind(
                name,
                label,
                choice,
                partial(edit.anchor_of, across=across),
                self._write_anchor(across=across),
            )
        self.field("across").editor.setToolTip(
            tr("卡片换一种大小时，这个元素跟着哪一边走，或随着变宽")
        )
        self.field("down").editor.setToolTip(
            tr("卡片换一种大小时，这个元素跟着哪一边走，或随着变高")
        )

    def add_conditions(self, *, turned: bool = True) -> None:
        """Add on which facts the elements depend."""
        if self.model.level.more:
            return
        self.add_section(tr("什么时候印"))
        theme = self.desk.theme
        when = FieldsInput(tr("只在有这些资料时才印"), theme)
        unless = FieldsInput(tr("有这些资料时不印"), theme)
        self.bind_plain("when", tr("有才印"), when)
        self.bind_plain("unless", tr("有就不印"), unless)
        if turned:
            upside_down = CheckInput(tr("倒过来印"))
            upside_down.setToolTip(tr("折叠台签的上半面要倒过来印"))
            self.bind_plain("turned", "", upside_down)

    def add_words(self, words: str) -> None:
        """Add a sentence over the whole width."""
        label = QLabel(words, self)
        label.setObjectName("muted")
        label.setWordWrap(True)
        self.add_widget(label)

    def _write(self, name: str, write: Write) -> None:
        if self._loading:
            return
        value = self._bound[name][0].value()
        self.model.alter(lambda element: write(element, value), name)

    def _write_anchor(self, *, across: bool) -> Write:
        def write(element: Element, anchor: Anchor) -> Element:
            return edit.anchored(element, anchor, self.model.area, across=across)

        return write

    def _read_box(self, part: str) -> Read:
        def read(element: Element) -> float:
            area = self.model.area
            return round(float(getattr(element.box(area.w, area.h), part)), 2)

        return read

    def _write_box(self, part: str, *, square: bool) -> Write:
        def write(element: Element, value: float) -> Element:
            area = self.model.area
            box = element.box(area.w, area.h)
            parts = {"x": box.x, "y": box.y, "w": box.w, "h": box.h, part: value}
            if square and part == "w":
                parts["h"] = value
            return edit.placed(element, Box(**parts), area)

        return write
