"""What the clerk chooses before cards are printed: which, how many now, on which paper."""

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.card_choices import CardOrder, CardUnit
from linli.domain.cards import CardKind
from linli.domain.paper import CardSize, PaperSetup
from linli.gui.cards.target import TargetPanel
from linli.gui.cards.tasks import FreshCards, PrintTask, RunCards, Wish
from linli.gui.composite import Composite
from linli.gui.desk import Desk
from linli.gui.forms import Form
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.paper.panel import PaperPanel

_UNITS = {CardUnit.HOUSEHOLD: mark("每户一张"), CardUnit.PERSON: mark("每人一张")}
_ORDERS = {
    CardOrder.WALK: mark("按楼栋、单元、门牌"),
    CardOrder.GIVEN: mark("按选中的顺序"),
}
_SHEETS_AT_FIRST = 10  # proposed where the clerk prints a part, half of all at most


class _QuietSpin(QSpinBox):
    """A number that the mouse wheel does not change by accident while a form scrolls."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class PartInput(Composite):
    """All cards, or only the first so many while the rest waits (分批打印).

    Signals:
        edited: another number is printed.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = ChoiceInput({False: tr("全部"), True: tr("先打前")}, self)
        self.number = _QuietSpin(self)
        self.number.setSuffix(tr(" 张"))
        self.number.setRange(1, 1)
        self.number.setAccessibleName(tr("先打几张"))
        self.number.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.number.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choice, 1)
        row.addWidget(self.number)
        self.choice.edited.connect(self._on_choice)
        self.number.valueChanged.connect(self.edited)

    @override
    def first_part(self) -> QWidget:
        return self.choice

    def value(self) -> int | None:
        """Return how many are printed now, None for all."""
        return self.number.value() if self.choice.value() else None

    def set_value(self, value: Any) -> None:
        """Print so many now, None for all."""
        if value is not None:
            self.number.setValue(value)
        self.choice.set_value(value is not None)

    def set_total(self, total: int, per_sheet: int) -> None:
        """Let there be so many cards in all; whole sheets are proposed."""
        with QSignalBlocker(self.number):
            most = max(total - 1, 1)
            is_new = self.number.maximum() != most and not self.choice.value()
            self.number.setMaximum(most)
            self.number.setSingleStep(per_sheet)
            if is_new:
                sheets = max(1, min(_SHEETS_AT_FIRST, total // per_sheet // 2))
                self.number.setValue(per_sheet * sheets)

    def problem(self) -> str | None:
        """Whatever is chosen is right."""
        return None

    def _on_choice(self) -> None:
        self.number.setVisible(self.choice.value())
        self.edited.emit()


class CardChoices(QWidget):
    """Asks only what there is to choose; what was chosen for a kind is offered again.

    Signals:
        edited: other cards would be printed, or in another way.
    """

    edited = Signal()

    def __init__(
        self, desk: Desk, task: PrintTask, target: TargetPanel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task = task
        self._target = target
        self._total = 0
        self.kind_choice = ChoiceInput({kind.id: kind.title for kind in task.kinds}, self)
        self.size_choice = ChoiceInput({None: ""}, self)
        self.unit = ChoiceInput({k: tr(v) for k, v in _UNITS.items()}, self)
        self.order = ChoiceInput({k: tr(v) for k, v in _ORDERS.items()}, self)
        self.part = PartInput(self)
        self.paper = PaperPanel(desk, self)
        self.form = Form(desk.theme, parent=self)
        self.form.add("kind", tr("卡的种类(&T)"), self.kind_choice)
        self.form.add("size", tr("大小(&Z)"), self.size_choice)
        self.form.add("unit", tr("给谁(&W)"), self.unit)
        self.form.add("order", tr("次序(&O)"), self.order)
        self.form.add("part", tr("这次打(&N)"), self.part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(10))
        column.addWidget(self.form)
        column.addWidget(self.paper)
        self._load_kind()
        self.kind_choice.edited.connect(self._on_kind)
        self.size_choice.edited.connect(self._on_size)
        for choice in (self.unit, self.order, self.part, self.paper):
            choice.edited.connect(self.edited)
        target.edited.connect(self._on_target)
        target.told.connect(lambda abilities: self.paper.set_turning(abilities.turns))

    @property
    def kind(self) -> CardKind:
        """The kind of card."""
        chosen = self.kind_choice.value()
        return next(kind for kind in self._task.kinds if kind.id == chosen)

    @property
    def card_size(self) -> CardSize:
        """The size of the cards."""
        return CardSize.parse(self.size_choice.value())

    def wish(self, left_out: frozenset[int]) -> Wish:
        """Return which cards are chosen."""
        return Wish(
            kind=self.kind.id,
            unit=self.unit.value(),
            order=self.order.value(),
            most=self.part.value(),
            left_out=left_out,
        )

    def choose_kind(self, kind_id: str) -> None:
        """Choose a kind; an unknown one leaves the choice as it is."""
        self.kind_choice.set_value(kind_id)

    def set_task(self, task: PrintTask) -> None:
        """Print something else of the same kind."""
        self._task = task
        with QSignalBlocker(self):
            self.part.set_value(None)
            self._load_kind()

    def show_total(self, total: int) -> None:
        """Say how many cards there are in all, to offer what makes sense for as many."""
        self._total = total
        self._show_fields()

    def remember(self, printed: int) -> None:
        """Keep what was chosen for this kind, and where the used label sheet has room."""
        printer, tray = self._target.value()
        values = {
            "size": self.card_size.id,
            "sheet": self.paper.sheet.value(),
            "duplex": self.paper.duplex.value(),
            "printer": printer or "",
            "tray": tray or "",
        }
        for name, value in values.items():
            self._desk.state.save(self._key(name), value)
        self.paper.remember(printed)

    def _key(self, name: str) -> str:
        return f"cards/{self.kind.id}/{name}"

    def _load_kind(self) -> None:
        """Offer what suits the kind, with what was chosen for it the last time."""
        kind, recall = self.kind, self._desk.state.text
        sizes = (self._task.size,) if self._task.size else kind.sizes
        with QSignalBlocker(self):
            self.size_choice.set_choices({size.id: size.label for size in sizes})
            self.size_choice.setCurrentIndex(0)
            self.size_choice.set_value(recall(self._key("size")))
            self._target.set_value(
                recall(self._key("printer")) or None, recall(self._key("tray")) or None
            )
            self.paper.set_printer(*self._target.value())
            self.paper.set_kind(self.card_size, two_sided=kind.two_sided)
            self.paper.sheet.setCurrentIndex(0)
            self.paper.sheet.set_value(recall(self._key("sheet")))
            self.paper.duplex.set_value(recall(self._key("duplex")))
            if isinstance(self._task, RunCards):
                self._load_run(self._task)
            if kind.by_household:
                self.unit.set_value(CardUnit.HOUSEHOLD)
            self.part.set_value(None)
        self._show_fields()

    def _load_run(self, task: RunCards) -> None:
        """Lay the cards as the run was begun, and go on with a sheet of labels that has room."""
        setup: PaperSetup = task.run.setup
        self.paper.set_setup(setup)
        if setup.profile is None:
            self.paper.profile.set_value("")
        self.paper.offer_slot(task.first_slot(self.paper.setup()))

    def _show_fields(self) -> None:
        kind, task = self.kind, self._task
        several = isinstance(task, FreshCards) and len(task.ids) > 1
        slots = self.paper.setup().sheet.slots
        shown = {
            "kind": len(task.kinds) > 1,
            "size": self.size_choice.count() > 1,
            "unit": task.is_list and kind.numbered and not kind.by_household,
            "order": several and kind.numbered,
            "part": kind.numbered and (self._total > slots or self.part.value() is not None),
        }
        for name, is_shown in shown.items():
            self.form.show_fields([name], shown=is_shown)
        self.part.set_total(self._total, slots)

    def _on_kind(self) -> None:
        self._load_kind()
        self.edited.emit()

    def _on_size(self) -> None:
        self.paper.set_kind(self.card_size, two_sided=self.kind.two_sided)
        self.edited.emit()

    def _on_target(self) -> None:
        self.paper.set_printer(*self._target.value())
