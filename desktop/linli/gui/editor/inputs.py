"""Inputs of the property panel: numbers with a unit, colours, and which facts must be there."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.templates.elements import CardTemplate
from linli.domain.templates.limits import Limit
from linli.domain.templates.palette import colour_label
from linli.gui.elided_label import ElidedLabel
from linli.gui.fitting import fit_to_screen
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput
from linli.gui.theme import Theme

_OTHER = object()  # the line of a colour that is not in the palette
_SWATCH = 16


class NumberInput(QDoubleSpinBox):
    """A number with its unit, in steps of a tenth; the wheel changes it only with the focus.

    Signals:
        edited: another number.
    """

    edited = Signal()

    def __init__(
        self, unit: str, limit: Limit, parent: QWidget | None = None, *, whole: bool = False
    ) -> None:
        super().__init__(parent)
        self.setDecimals(0 if whole else 2)
        self.setSingleStep(1 if whole else 0.1)
        self.setRange(limit.low, limit.high)
        self.setSuffix(f" {unit}" if unit else "")
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self.edited)

    @override
    def value(self) -> Any:
        number = super().value()
        return number if self.decimals() else int(number)

    def set_value(self, value: Any) -> None:
        """Show a number."""
        self.setValue(value)

    def problem(self) -> str | None:
        """Whatever the box takes is right."""
        return None

    @override
    def textFromValue(self, value: float) -> str:
        return f"{value:g}"

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class CheckInput(QCheckBox):
    """Yes or no.

    Signals:
        edited: the other of the two.
    """

    edited = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.toggled.connect(self.edited)

    def value(self) -> bool:
        """Return whether it is so."""
        return self.isChecked()

    def set_value(self, value: Any) -> None:
        """Show whether it is so."""
        self.setChecked(bool(value))

    def problem(self) -> str | None:
        """Both are right."""
        return None


class ColourInput(QWidget):
    """A colour of the template's palette, or any other; None for no colour where that is allowed.

    Signals:
        edited: another colour.
    """

    edited = Signal()

    def __init__(self, *, none: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._none = none
        self._colour: str | None = None
        self._template: CardTemplate | None = None
        self.choice = ChoiceInput({}, self)
        self.choice.activated.connect(self._on_activated)
        self.setFocusProxy(self.choice)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choice)

    def show_palette(self, template: CardTemplate) -> None:
        """Offer the colours of a template."""
        self._template = template
        self._offer()

    def value(self) -> str | None:
        """Return the colour, by its name in the palette or as `#rrggbb`."""
        return self._colour

    def set_value(self, value: Any) -> None:
        """Show a colour."""
        self._colour = value
        self._offer()

    def problem(self) -> str | None:
        """Whatever is chosen is right."""
        return None

    def _offer(self) -> None:
        template = self._template
        if template is None:
            return
        choices: dict[Any, str] = {None: self._none} if self._none else {}
        choices |= {name: colour_label(name) for name in template.colours}
        if self._colour is not None and self._colour not in choices:
            choices[self._colour] = self._colour
        choices[_OTHER] = tr("其他颜色…")
        self.choice.set_choices(choices)
        for place, name in enumerate(choices):
            if isinstance(name, str):
                self.choice.setItemIcon(place, swatch(template.colour(name)))
        with QSignalBlocker(self.choice):
            self.choice.set_value(self._colour)

    def _on_activated(self) -> None:
        chosen = self.choice.value()
        if chosen is _OTHER:
            self._offer()
            start = self._template.colour(self._colour or "") if self._template else ""
            ask_colour(start, self).colorSelected.connect(self._take)
        elif chosen != self._colour:
            self._colour = chosen
            self.edited.emit()

    def _take(self, colour: QColor) -> None:
        self.set_value(colour.name())
        self.edited.emit()


def swatch(colour: str) -> QIcon:
    """Return a square of a colour."""
    picture = QPixmap(_SWATCH, _SWATCH)
    picture.fill(QColor(colour))
    return QIcon(picture)


def ask_colour(start: str, parent: QWidget) -> QColorDialog:
    """Open a dialog for a colour; it tells by `colorSelected`, and deletes itself."""
    dialog = QColorDialog(QColor(start) if start else QColor(), parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
    dialog.setWindowTitle(tr("选择颜色"))
    dialog.open()
    return dialog


class FieldsInput(QWidget):
    """Some facts out of many, chosen in a check list.

    Signals:
        edited: other facts.
    """

    edited = Signal()

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._theme = theme
        self._labels: Mapping[str, str] = {}
        self._names: tuple[str, ...] = ()
        self.words = ElidedLabel("", self)
        self.button = QPushButton(tr("选择…"), self)
        self.button.setAutoDefault(False)
        self.button.setAccessibleName(title)
        self.button.clicked.connect(self._on_choose)
        self.setFocusProxy(self.button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)

    def offer(self, labels: Mapping[str, str]) -> None:
        """Offer facts by name with their words."""
        self._labels = labels
        self._show()

    def value(self) -> tuple[str, ...]:
        """Return the names of the chosen facts."""
        return self._names

    def set_value(self, value: Any) -> None:
        """Show chosen facts."""
        self._names = tuple(value)
        self._show()

    def problem(self) -> str | None:
        """Any choice is right."""
        return None

    def _show(self) -> None:
        said = "、".join(self._labels.get(name, name) for name in self._names)
        self.words.setText(said or tr("（不限）"))

    def _on_choose(self) -> None:
        dialog = FieldsDialog(self._title, self._labels, self._names, self._theme, self)
        dialog.chosen.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, names: tuple[str, ...]) -> None:
        if names != self._names:
            self.set_value(names)
            self.edited.emit()


class FieldsDialog(QDialog):
    """A check list of facts. Show it with `open()`.

    Signals:
        chosen: the names that are checked.
    """

    chosen = Signal(object)

    def __init__(
        self,
        title: str,
        labels: Mapping[str, str],
        names: tuple[str, ...],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        heading = QLabel(title, self)
        heading.setObjectName("subheading")
        heading.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(title)
        for name, label in labels.items():
            item = QListWidgetItem(label, self.list)
            item.setData(Qt.ItemDataRole.UserRole, name)
            checked = Qt.CheckState.Checked if name in names else Qt.CheckState.Unchecked
            item.setCheckState(checked)
        self.list.setCurrentRow(0)
        buttons = QDialogButtonBox(self)
        accept = buttons.addButton(tr("确定"), QDialogButtonBox.ButtonRole.AcceptRole)
        accept.setDefault(True)
        buttons.addButton(tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (heading, self.list, buttons):
            column.addWidget(widget)
        margin = theme.px(16)
        column.setContentsMargins(margin, margin, margin, margin)
        fit_to_screen(self, theme.size(380, 460))

    @override
    def accept(self) -> None:
        items = [self.list.item(row) for row in range(self.list.count())]
        checked = (item for item in items if item.checkState() is Qt.CheckState.Checked)
        self.chosen.emit(tuple(item.data(Qt.ItemDataRole.UserRole) for item in checked))
        super().accept()
