"""What can be said of the whole card: its name, sizes, sides, for whom it is, and its colours."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.card_fields import fields_of, lists_of
from linli.domain.cards import CardSource
from linli.domain.paper import A3, A4, A5, BUSINESS, ID_1, CardSize
from linli.domain.templates import edit, palette
from linli.domain.templates.elements import CardTemplate
from linli.domain.templates.limits import Limit
from linli.domain.templates.wording import labels_of
from linli.gui.desk import Desk
from linli.gui.editor.inputs import CheckInput, FieldsInput, NumberInput, ask_colour, swatch
from linli.gui.editor.model import EditorModel
from linli.gui.flow import FlowLayout
from linli.gui.form_dialog import FormDialog
from linli.gui.forms import Form
from linli.gui.i18n import mark, tr
from linli.gui.icons import icon
from linli.gui.inputs import LineInput

USUAL_SIZES = (BUSINESS, ID_1, A5, A4, A3)
SOURCES = {
    CardSource.HOME: mark("居民家庭（联系卡、户卡）"),
    CardSource.STAFF: mark("工作人员（台签、胸牌）"),
    CardSource.STATION: mark("援助站点（电话牌）"),
    CardSource.GRID: mark("网格（公示栏）"),
}
"""Whom a card is about, as the clerk calls it."""
SIDE_MM = Limit("", 10, 900)


class CardForm(Form):
    """Shows the template itself, while no element is selected."""

    def __init__(self, desk: Desk, model: EditorModel, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent=parent)
        self._model = model
        self._loading = False
        source = model.template.kind.source
        self.add_section(tr("整张卡"))
        self.add("title", tr("名称"), LineInput())
        self.add("description", tr("说明"), LineInput(tr("给谁、放在哪里，选卡时看得见")))
        self.add("sizes", tr("大小"), SizesInput(desk))
        self.add("two_sided", "", CheckInput(tr("有背面")))
        if source is CardSource.HOME:
            by_household = CheckInput(tr("每户只发一张"))
            by_household.setToolTip(tr("户卡：可以列出户内成员，不给每人各发一张"))
            self.add("by_household", "", by_household)
        needs = FieldsInput(tr("没有这些资料就不发卡"), desk.theme)
        fields = labels_of(fields_of(source))
        needs.offer({**fields, **{n: known.label for n, known in lists_of(source).items()}})
        self.add("needs", tr("必须有"), needs, hint=tr("没有这些资料的，不发这种卡"))
        self.add_section(tr("配色"))
        self.colours = PaletteInput(model, self)
        self.add_widget(self.colours)
        for name, write in self._writers().items():
            if self.has(name):
                self.editor(name).edited.connect(lambda name=name, w=write: self._write(name, w))

    def show_template(self) -> None:
        """Show what the template is now."""
        kind = self._model.template.kind
        self._loading = True
        try:
            for name in self._writers():
                if self.has(name) and self.editor(name).value() != getattr(kind, name):
                    self.editor(name).set_value(getattr(kind, name))
            self.colours.show_palette()
        finally:
            self._loading = False

    def _writers(self) -> dict[str, Callable[[CardTemplate, Any], CardTemplate]]:
        def plain(name: str) -> Callable[[CardTemplate, Any], CardTemplate]:
            return lambda template, value: edit.with_kind(template, **{name: value})

        return {
            "title": lambda template, value: edit.with_kind(template, title=value or ""),
            "description": lambda template, v: edit.with_kind(template, description=v or ""),
            "sizes": plain("sizes"),
            "two_sided": lambda template, value: edit.with_back(template, two_sided=value),
            "by_household": plain("by_household"),
            "needs": plain("needs"),
        }

    def _write(self, name: str, write: Callable[[CardTemplate, Any], CardTemplate]) -> None:
        if not self._loading:
            template = write(self._model.template, self.editor(name).value())
            self._model.apply(template, f"card {name}")


class SizesInput(QWidget):
    """The sizes that a template serves; at least one.

    Signals:
        edited: other sizes.
    """

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._checks: dict[CardSize, CheckInput] = {}
        self._order: tuple[CardSize, ...] = ()
        self.other_button = QPushButton(tr("其他大小…"), self)
        self.other_button.setAutoDefault(False)
        self.other_button.clicked.connect(self._on_other)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.other_button)
        for size in USUAL_SIZES:
            self._add(size)

    def value(self) -> tuple[CardSize, ...]:
        """Return the sizes; the first is the usual one."""
        return self._order

    def set_value(self, value: Iterable[CardSize]) -> None:
        """Show sizes."""
        self._order = tuple(value)
        for size in self._order:
            if size not in self._checks:
                self._add(size)
        for size, check in self._checks.items():
            check.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            check.setChecked(size in self._order)
            check.setEnabled(self._order != (size,))
            check.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def problem(self) -> str | None:
        """There is always a size."""
        return None

    def _add(self, size: CardSize) -> None:
        check = CheckInput(size.label, self)
        self._checks[size] = check
        self._column.insertWidget(self._column.count() - 1, check)
        check.edited.connect(lambda: self._on_check(size))

    def _on_check(self, size: CardSize) -> None:
        rest = tuple(known for known in self._order if known != size)
        self.set_value((*rest, size) if self._checks[size].isChecked() else rest)
        self.edited.emit()

    def _on_other(self) -> None:
        dialog = SizeForm(self._desk, self)
        dialog.saved.connect(self._take)
        dialog.open()

    def _take(self, size: CardSize) -> None:
        if size not in self._order:
            self.set_value((*self._order, size))
            self.edited.emit()


class SizeForm(FormDialog):
    """A size of the clerk's own. `saved` carries it."""

    kept = False

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("其他大小"), desk.theme, desk.ask, parent)
        self.form.add("width", tr("宽(&W)"), NumberInput(tr("毫米"), SIDE_MM))
        self.form.add("height", tr("高(&H)"), NumberInput(tr("毫米"), SIDE_MM))
        self.form.load(width=90, height=54)

    @override
    def save(self) -> CardSize:
        form = self.form
        return CardSize(width=form.value("width"), height=form.value("height"))


class PaletteInput(QWidget):
    """The colours of a template, each with what can be done with it."""

    def __init__(self, model: EditorModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._flow = FlowLayout(self)
        self._shown: dict[str, str] = {}
        self.buttons: dict[str, QPushButton] = {}
        self.add_button = QPushButton(icon("plus"), tr("加一种颜色"), self)
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self._on_add)
        self._flow.addWidget(self.add_button)

    def show_palette(self) -> None:
        """Show the colours as they are now."""
        colours = dict(self._model.template.colours)
        if colours == self._shown:
            return
        if list(colours) == list(self._shown):
            for name, colour in colours.items():
                self.buttons[name].setIcon(swatch(colour))
        else:
            self._build(colours)
        self._shown = colours

    def _build(self, colours: dict[str, str]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not self.add_button:
                widget.deleteLater()
        self.buttons = {}
        for name, colour in colours.items():
            button = QPushButton(swatch(colour), palette.colour_label(name), self)
            button.setAutoDefault(False)
            menu = QMenu(button)
            menu.addAction(tr("改颜色…")).triggered.connect(lambda _=0, n=name: self._ask(n))
            menu.addAction(tr("去掉")).triggered.connect(lambda _=0, n=name: self._remove(n))
            button.setMenu(menu)
            self.buttons[name] = button
            self._flow.addWidget(button)
            button.show()
        self._flow.addWidget(self.add_button)

    def _ask(self, name: str) -> None:
        start = self._model.template.colours.get(name, "#808080")
        ask_colour(start, self).colorSelected.connect(lambda c: self._take(name, c))

    def _take(self, name: str, colour: QColor) -> None:
        self._model.apply(palette.with_colour(self._model.template, name, colour.name()))

    def _remove(self, name: str) -> None:
        self._model.apply(palette.without_colour(self._model.template, name))

    def _on_add(self) -> None:
        self._ask(palette.free_colour_name(self._model.template))
