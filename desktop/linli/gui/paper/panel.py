"""How a batch of cards goes onto paper: the part of the card dialog that asks for it."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.changes import Changes, Kind
from linli.domain.imposition import Rectangle, ghosts
from linli.domain.paper import (
    BUSINESS,
    CardSize,
    Duplex,
    PaperSetup,
    Pass,
    PrinterProfile,
    Sheet,
    Side,
)
from linli.gui.composite import Composite
from linli.gui.desk import Desk
from linli.gui.forms import Form
from linli.gui.i18n import mark, tr
from linli.gui.icons import icon
from linli.gui.inputs import ChoiceInput
from linli.gui.paper.slot_dialog import SlotDialog
from linli.gui.printer import Sides
from linli.gui.state import WindowState

_DUPLEX = {
    Duplex.LONG: mark("打印机自动双面，沿长边翻"),
    Duplex.SHORT: mark("打印机自动双面，沿短边翻"),
    Duplex.MANUAL: mark("手动翻面：先印正面，再印背面"),
}
_PRINTER_SIDES = {
    Duplex.LONG: Sides.LONG_EDGE,
    Duplex.SHORT: Sides.SHORT_EDGE,
    Duplex.MANUAL: Sides.ONE,
}
LAST_DUPLEX = "paper/duplex"
_SLOT = "paper/slot/"
_AUTOMATIC = ""


def remembered_slot(state: WindowState, sheet_id: str) -> int:
    """Return the first slot that is free on the sheet used last, counted from 1."""
    return max(1, state.number(_SLOT + sheet_id, 1))


def remember_slot(state: WindowState, sheet_id: str, slot: int) -> None:
    """Remember which slot is free; the used sheet lies beside this machine, so it is no setting."""
    state.save(_SLOT + sheet_id, slot)


class SlotInput(Composite):
    """A button that says where printing begins and opens the picture of the sheet.

    Signals:
        edited: printing begins at another slot.
    """

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sheet: Sheet | None = None
        self._cards = 0
        self._start = 1
        self.button = QPushButton(icon("layout-grid"), "", self)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._on_open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)

    @override
    def first_part(self) -> QWidget:
        return self.button

    def set_sheet(self, sheet: Sheet, start: int) -> None:
        """Ask for a slot of another sheet."""
        self._sheet = sheet
        self.set_value(start)

    def set_cards(self, cards: int) -> None:
        """Show with how many cards the sheets fill."""
        self._cards = cards

    def value(self) -> int:
        """Return the slot, counted from 1."""
        return self._start

    def set_value(self, value: int) -> None:
        """Begin at a slot; beyond the sheet its last one."""
        last = self._sheet.slots if self._sheet else 1
        self._start = max(1, min(value, last))
        words = tr("第 {start} 格，共 {slots} 格…") if self._start > 1 else tr("整张新纸…")
        self.button.setText(words.format(start=self._start, slots=last))

    def problem(self) -> str | None:
        """Every slot of the sheet can be chosen."""
        return None

    def _on_open(self) -> None:
        if self._sheet is None:
            return
        dialog = SlotDialog(self._sheet, self._cards, self._start, self._desk.theme, self.window())
        dialog.chosen.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, slot: int) -> None:
        if slot != self._start:
            self.set_value(slot)
            self.edited.emit()


class PaperPanel(QWidget):
    """Chooses sheet, first slot, how the sheet is turned, and the printer's correction.

    Signals:
        edited: cards would be laid on paper in another way.
    """

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._size = BUSINESS
        self._two_sided = True
        self._printer: str | None = None
        self._tray: str | None = None
        self._turns: bool | None = None
        self.sheet = ChoiceInput({}, self)
        self.slot = SlotInput(desk, self)
        self.duplex = ChoiceInput({key: tr(words) for key, words in _DUPLEX.items()}, self)
        self.duplex.set_value(desk.state.text(LAST_DUPLEX))
        self.profile = ChoiceInput({_AUTOMATIC: ""}, self)
        self.form = Form(desk.theme, parent=self)
        self.form.add("sheet", tr("纸张(&L)"), self.sheet)
        self.form.add("slot", tr("从哪格印(&G)"), self.slot)
        self.form.add("duplex", tr("单双面(&D)"), self.duplex)
        self.form.add("profile", tr("校准(&J)"), self.profile)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self._offer_sheets()
        self._offer_profiles()
        self._show_slot()
        self._shown = self.setup()
        self.sheet.edited.connect(self._on_sheet)
        self.slot.edited.connect(self._tell)
        self.duplex.edited.connect(self._on_duplex)
        self.profile.edited.connect(self._tell)
        desk.bus.changed.connect(self._on_changed)

    def setup(self, sides: Pass = Pass.BOTH) -> PaperSetup:
        """Return what is chosen, for printing `sides`."""
        return PaperSetup(
            sheet=self._sheet(),
            start_slot=self.slot.value(),
            duplex=self.duplex.value() if self._two_sided else Duplex.LONG,
            sides=sides,
            profile=self._profile(),
        )

    def ghosts(self, cards: int, sides: Pass = Pass.BOTH) -> list[tuple[Rectangle, ...]]:
        """Return for each page of `cards` what the preview outlines (`PreviewPane.set_ghosts`)."""
        held = list(Side) if self._two_sided else [Side.FRONT]
        return ghosts(self.setup(sides), cards, held, self._size)

    @property
    def by_hand(self) -> bool:
        """Whether the clerk turns the stack between fronts and backs."""
        return self._two_sided and self.duplex.value() is Duplex.MANUAL

    @property
    def printer_sides(self) -> Sides:
        """What the printer is told about turning the sheets."""
        return _PRINTER_SIDES[self.duplex.value()] if self._two_sided else Sides.ONE

    def set_kind(self, size: CardSize, *, two_sided: bool) -> None:
        """Offer what suits cards of another size, or with another number of sides."""
        self._size, self._two_sided = size, two_sided
        self._offer_sheets()
        self._show_slot()
        self.form.show_fields(["duplex"], shown=two_sided)
        self._shown = self.setup()

    def set_printer(self, printer: str | None, tray: str | None = None) -> None:
        """Take the correction of another printer, unless one was chosen by hand."""
        self._printer, self._tray = printer, tray
        self._offer_profiles()
        self._tell_if_other()

    def set_turning(self, turns: bool | None) -> None:  # noqa: FBT001 - what a printer says
        """Say so where the printer cannot turn the sheets by itself; None if it does not tell."""
        self._turns = turns
        self._hint_at_turning()

    def set_cards(self, cards: int) -> None:
        """Show the picture of the sheets with this many cards."""
        self.slot.set_cards(cards)

    def set_setup(self, setup: PaperSetup) -> None:
        """Show how an earlier batch was laid; what is no longer offered stays as it is."""
        with QSignalBlocker(self):
            self._offer_profiles()
            self.sheet.set_value(setup.sheet.id)
            self.slot.set_value(setup.start_slot)
            self.duplex.set_value(setup.duplex)
            self.profile.set_value(setup.profile.name if setup.profile else None)
        self._shown = self.setup()

    def offer_slot(self, slot: int) -> None:
        """Begin at a slot of a used sheet, where such sheets are kept; else a fresh sheet."""
        self.slot.set_value(slot if _is_kept(self._sheet()) else 1)
        self._shown = self.setup()

    def remember(self, cards: int) -> None:
        """After `cards` were printed: offer the first free slot of the label sheet next time."""
        sheet = self._sheet()
        if _is_kept(sheet):
            free = (self.slot.value() - 1 + cards) % sheet.slots + 1
            remember_slot(self._desk.state, sheet.id, free)

    def _sheet(self) -> Sheet:
        return self._desk.services.paper.sheet(self.sheet.value(), self._size)

    def _profile(self) -> PrinterProfile | None:
        paper, chosen = self._desk.services.paper, self.profile.value()
        if chosen == _AUTOMATIC:
            return paper.profile_for(self._printer, self._tray)
        return None if chosen is None else paper.profile(chosen)

    def _offer_sheets(self) -> None:
        sheets = self._desk.services.paper.sheets_for(self._size)
        self.sheet.set_choices({sheet.id: sheet.title for sheet in sheets})

    def _offer_profiles(self) -> None:
        paper = self._desk.services.paper
        found = paper.profile_for(self._printer, self._tray)
        automatic = (
            tr("自动：{name}").format(name=found.name)
            if found
            else tr("自动（这台打印机还没有校准）")
        )
        names = {profile.name: profile.name for profile in paper.profiles()}
        self.profile.set_choices({_AUTOMATIC: automatic, None: tr("不校准"), **names})

    def _show_slot(self) -> None:
        sheet = self._sheet()
        start = remembered_slot(self._desk.state, sheet.id) if _is_kept(sheet) else 1
        self.slot.set_sheet(sheet, start)
        self.form.show_fields(["slot"], shown=sheet.slots > 1)

    def _tell(self) -> None:
        self._shown = self.setup()
        self.edited.emit()

    def _tell_if_other(self) -> None:
        if self.setup() != self._shown:
            self._tell()

    def _on_sheet(self) -> None:
        self._show_slot()
        self._tell()

    def _hint_at_turning(self) -> None:
        wrong = self._turns is False and self.duplex.value() is not Duplex.MANUAL
        words = tr("这台打印机不会自己翻面，请选“手动翻面”。") if wrong else ""
        self.form.field("duplex").show_hint(words)

    def _on_duplex(self) -> None:
        self._hint_at_turning()
        self._desk.state.save(LAST_DUPLEX, self.duplex.value())
        self._tell()

    def _on_changed(self, changes: Changes) -> None:
        if not changes.touches(Kind.SETTINGS):
            return
        self._offer_sheets()
        self._offer_profiles()
        if self._sheet() != self._shown.sheet:
            self._show_slot()
        self._tell_if_other()


def _is_kept(sheet: Sheet) -> bool:
    """Whether a half-used sheet is put back for the next time: labels are, plain paper is cut."""
    return sheet.slots > 1 and not sheet.crop_marks
