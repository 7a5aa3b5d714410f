"""What stands in a form, right or wrong, field by field, and how it is put back.

An input whose value does not tell all that was typed, such as one of several rows, has `typed`
and `show_typed` of its own. Of the others a line gives its text, anything else its value.
"""

from typing import Any, Protocol, runtime_checkable

from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)

from linli.errors import UserError
from linli.gui.forms import Form
from linli.gui.i18n import tr
from linli.gui.inputs import CodeInput


@runtime_checkable
class TypedInput(Protocol):
    """An input that says itself what was typed."""

    def typed(self) -> Any:
        """Return what stands in it, made of what `coding` can write."""

    def show_typed(self, typed: Any) -> None:
        """Show what `typed` has returned."""


def typed(form: Form) -> dict[str, Any]:
    """Return what stands in each field."""
    return {name: _typed(form.editor(name)) for name in form.names()}


def show_typed(form: Form, fields: dict[str, Any]) -> list[str]:
    """Put texts and answers back; the form counts as modified afterwards.

    Fields that the form no longer has are passed over.

    Returns:
        the fields of which that failed: what they named is not in the ledger any more.
    """
    lost = []
    for name, content in fields.items():
        if not form.has(name):
            continue
        try:
            _show(form.editor(name), content)
        except UserError:
            lost.append(name)
        form.editor(name).edited.emit()  # fields that depend on it follow
    form.modified = True
    return lost


def shown_text(editor: QWidget) -> str:
    """Return what is to be read in an input, for a line of a list."""
    if isinstance(editor, QComboBox):
        return editor.currentText()
    if isinstance(editor, QPlainTextEdit):
        return " ".join(editor.toPlainText().split())
    if isinstance(editor, QAbstractButton):
        return tr("是") if editor.isChecked() else tr("否")
    lines = [editor] if isinstance(editor, QLineEdit) else editor.findChildren(QLineEdit)
    texts = [line.text() for line in lines]
    for part in editor.findChildren(QListWidget):
        texts += [part.item(row).text() for row in range(part.count())]
    return "、".join(filter(None, texts))


def _typed(editor: Any) -> Any:
    if isinstance(editor, TypedInput):
        return editor.typed()
    if isinstance(editor, QLineEdit):
        return editor.text()
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    if isinstance(editor, CodeInput):
        return editor.currentText()
    return editor.value()


def _show(editor: Any, content: Any) -> None:
    if isinstance(editor, TypedInput):
        editor.show_typed(content)
    elif isinstance(editor, QLineEdit):
        editor.setText(content)
    elif isinstance(editor, QPlainTextEdit):
        editor.setPlainText(content)
    elif isinstance(editor, CodeInput):
        editor.setEditText(content)
    else:
        editor.set_value(content)
