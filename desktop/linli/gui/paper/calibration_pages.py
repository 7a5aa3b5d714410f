"""The pages of the calibration guide (校准向导): print the sheet, read it, see what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.calibration import REACH, Readings
from linli.domain.paper import A3, A4, A5, CardSize, Correction, Duplex, Pass, PrinterProfile, Side
from linli.domain.values.measures import number_text, parse_number
from linli.errors import FieldProblem
from linli.gui.desk import Desk
from linli.gui.fitting import scrolled
from linli.gui.forms import Form
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput, ParsedInput
from linli.gui.paper.panel import LAST_DUPLEX
from linli.gui.paper.print_row import PrintRow
from linli.gui.paper.ruler_picture import RulerPicture
from linli.gui.paper.sheet_form import A4_ACROSS
from linli.gui.paper.turn_picture import TurnPicture
from linli.gui.paper.words import SIDE, correction_words
from linli.gui.printer import Sides

_PAPERS = {
    A4: mark("A4 竖放"),
    A4_ACROSS: mark("A4 横放"),
    A5: mark("A5"),
    A3: mark("A3"),
}
_WAYS = {
    Duplex.LONG: mark("自动双面，沿长边翻"),
    Duplex.SHORT: mark("自动双面，沿短边翻"),
    Duplex.MANUAL: mark("手动翻面：先印正面，再印背面"),
    None: mark("只印正面"),
}
_SIDES = {Duplex.LONG: Sides.LONG_EDGE, Duplex.SHORT: Sides.SHORT_EDGE}
_NEEDED = "abc"
_FINER = "de"
_PLACES = {
    "a": mark("A（左上）"),
    "b": mark("B（左下）"),
    "c": mark("C（上）"),
    "d": mark("D（右，可不填）"),
    "e": mark("E（下，可不填）"),
}
_LARGE = 20  # units
_FORM_UNITS = 290


@dataclass(frozen=True, kw_only=True)
class Printed:
    """How the ruler sheet is printed: paper, turn (None for the front only), with what."""

    size: CardSize = A4
    duplex: Duplex | None = Duplex.LONG
    corrected: bool = False

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides that are read."""
        return (Side.FRONT,) if self.duplex is None else tuple(Side)


class PrintPage(QWidget):
    """Prints the ruler sheet in the way in which cards will be printed."""

    def __init__(self, desk: Desk, profile: PrinterProfile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.how = Printed()
        paper = desk.services.paper

        def make(sides: Pass) -> bytes:
            how = self.how
            return paper.calibration_sheet(
                profile, how.size, how.duplex or Duplex.LONG, sides, corrected=how.corrected
            )

        def first() -> bytes:
            both = self.how.duplex in _SIDES
            return make(Pass.BOTH if both else Pass.FRONTS)

        self.form = Form(desk.theme, parent=self)
        papers = ChoiceInput({size: tr(words) for size, words in _PAPERS.items()})
        ways = ChoiceInput({way: tr(words) for way, words in _WAYS.items()})
        states = {False: tr("从头量（不带现在的校准）"), True: tr("带着现在的校准，再修一点")}
        self.form.add("size", tr("纸张(&Z)"), papers)
        self.form.add("duplex", tr("单双面(&D)"), ways, hint=tr("平时怎样印卡，这里就怎样选。"))
        self.form.add("corrected", tr("怎样量(&L)"), ChoiceInput(states))
        ways.set_value(desk.state.text(LAST_DUPLEX) or Duplex.LONG)
        is_corrected = any(profile.correction(side) != Correction() for side in Side)
        self.form.show_fields(["corrected"], shown=is_corrected)
        title = tr("校准纸")
        self.first = PrintRow(desk, first, title, tr("打印校准纸(&P)"), self, profile=profile)
        self.second = PrintRow(
            desk,
            lambda: make(Pass.BACKS),
            tr("校准纸背面"),
            tr("打印背面(&B)"),
            self,
            profile=profile,
            after=self.first,
        )
        self.turn = TurnPicture(self)
        self.turn.show_turn(profile.turn, backs_reversed=profile.backs_reversed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(12))
        for widget in (self.form, self.first, self.turn, self.second):
            column.addWidget(widget)
        column.addStretch(1)
        self.form.edited.connect(self._on_edited)
        self._on_edited()

    def _on_edited(self) -> None:
        value = self.form.value
        self.how = Printed(size=value("size"), duplex=value("duplex"), corrected=value("corrected"))
        self.first.sides = _SIDES.get(value("duplex"), Sides.ONE)
        by_hand = self.how.duplex is Duplex.MANUAL
        self.turn.setVisible(by_hand)
        self.second.setVisible(by_hand)


class ReadingInput(ParsedInput[float]):
    """A number read off a ruler, in large type.

    Signals:
        entered: the cursor is here now.
    """

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parse_number, number_text, tr("毫米"), parent)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()


class ReadPage(QWidget):
    """Takes the readings; the picture shows the ruler at which the cursor is."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sides: tuple[Side, ...] = ()
        self.picture = RulerPicture(self)
        self.form = Form(desk.theme, parent=self)
        self._headings: dict[Side, QLabel] = {}
        for side, name in SIDE.items():
            heading = QLabel(tr(name), self)
            heading.setObjectName("section")
            self._headings[side] = heading
            self.form.add_widget(heading)
            for letter in (*_NEEDED, *_FINER):
                self._add(side, letter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(desk.theme.px(16))
        area = scrolled(self.form)
        area.setMinimumWidth(desk.theme.px(_FORM_UNITS))
        row.addWidget(area, 2)
        row.addWidget(self.picture, 3)

    def begin(self, printed: Printed) -> None:
        """Ask for the readings of a sheet; what was typed before is gone."""
        self._sides = printed.sides
        self.picture.show_paper(printed.size)
        for side in Side:
            names = [f"{side}_{letter}" for letter in (*_NEEDED, *_FINER)]
            self._headings[side].setVisible(side in printed.sides)
            self.form.show_fields(names, shown=side in printed.sides)
            for name in names:
                self.form.editor(name).set_value(None)
        self.form.clear_problems()
        self.form.focus_first()

    def problems(self) -> list[FieldProblem]:
        """Return what is missing or is no number."""
        found = self.form.check()
        wrong = {problem.field for problem in found}
        words = tr("还没有填。请折一下纸，读出这个数。")
        for name in self._names(_NEEDED):
            if name not in wrong and self.form.value(name) is None:
                found.append(FieldProblem(field=name, message=words))
        return found

    def doubtful(self) -> list[str]:
        """Return the readings beyond the rulers' ends, in words."""
        said = []
        for name in self._names(_NEEDED + _FINER):
            value = self.form.value(name)
            if value is not None and abs(value) > REACH:
                side, _, letter = name.partition("_")
                words = tr("{side} {letter} 是 {value}")
                said.append(
                    words.format(
                        side=tr(SIDE[Side(side)]), letter=letter.upper(), value=number_text(value)
                    )
                )
        return said

    def readings(self, side: Side) -> Readings | None:
        """Return what was read on a side, None if it was not printed."""
        if side not in self._sides:
            return None
        value = self.form.value
        return Readings(**{letter: value(f"{side}_{letter}") for letter in _NEEDED + _FINER})

    def _names(self, letters: str) -> Iterator[str]:
        for side in self._sides:
            for letter in letters:
                yield f"{side}_{letter}"

    def _add(self, side: Side, letter: str) -> None:
        editor = ReadingInput()
        editor.setFont(self._desk.theme.font(_LARGE, bold=True))
        self.form.add(f"{side}_{letter}", tr(_PLACES[letter]), editor)
        editor.setAccessibleName(tr(SIDE[side]) + tr(_PLACES[letter]))
        editor.entered.connect(lambda: self.picture.show_ruler(letter.upper()))


class ResultPage(QWidget):
    """Says what was found, and prints a sheet with the correction to check it.

    Signals:
        reading_asked: the sheet with the correction still shows an error and is to be read.
    """

    reading_asked = Signal()

    def __init__(self, desk: Desk, profile: PrinterProfile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._name = profile.name
        self._printed = Printed()
        self.words = {side: QLabel(self) for side in Side}
        grid = QGridLayout()
        for row, (side, label) in enumerate(self.words.items()):
            name = QLabel(tr(SIDE[side]), self)
            label.setObjectName("subheading")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, row, 1)
        grid.setColumnStretch(1, 1)
        hint = QLabel(
            tr(
                "想再看看准不准，就印一张带校准的检查纸：照样折起来读，"
                "都在 0 上下半格以内就够准了。还差得多，就再读一次，程序会接着修。"
            ),
            self,
        )
        hint.setWordWrap(True)
        self.row = PrintRow(
            desk,
            self._sheet,
            tr("校准检查纸"),
            tr("打印检查纸(&P)"),
            self,
            profile=profile,
        )
        self.again_button = QPushButton(tr("检查纸上还有偏差，再读一次(&R)"), self)
        self.again_button.setAutoDefault(False)
        self.again_button.clicked.connect(self.reading_asked)
        line = QHBoxLayout()
        line.addWidget(self.again_button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(14))
        column.addLayout(grid)
        column.addWidget(hint)
        column.addWidget(self.row)
        column.addLayout(line)
        column.addStretch(1)

    def show_result(self, profile: PrinterProfile, printed: Printed) -> None:
        """Show what the profile says now."""
        self._printed = printed
        self.row.sides = _SIDES.get(printed.duplex or Duplex.MANUAL, Sides.ONE)
        for side, label in self.words.items():
            words = correction_words(profile.correction(side))
            if side not in printed.sides:
                words = tr("这次没有量")
            label.setText(words)

    def _sheet(self) -> bytes:
        """Make the sheet for checking; a stack that is turned by hand shows its fronts."""
        paper, how = self._desk.services.paper, self._printed
        sides = Pass.BOTH if how.duplex in _SIDES else Pass.FRONTS
        return paper.calibration_sheet(
            paper.profile(self._name), how.size, how.duplex or Duplex.LONG, sides, corrected=True
        )
