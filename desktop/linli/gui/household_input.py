"""Saying to which household a person belongs: to none, to one that is there, or to a new one."""

from enum import Enum, auto

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.residents import Household
from linli.gui.composite import Composite
from linli.gui.desk import Desk
from linli.gui.flow import FlowLayout
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.picker import household_line, household_picker


class Belonging(Enum):
    """The three answers."""

    NONE = auto()
    EXISTING = auto()
    NEW = auto()


class HouseholdInput(Composite):
    """Three choices; for an existing household a dialog finds it.

    Signals:
        edited: another answer, or another household.
    """

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._household: Household | None = None
        self._group = QButtonGroup(self)
        self._choices: dict[Belonging, QRadioButton] = {}
        row = FlowLayout()
        for belonging, text in (
            (Belonging.NEW, tr("新建一户")),
            (Belonging.EXISTING, tr("入已有的户")),
            (Belonging.NONE, tr("不入户")),
        ):
            choice = QRadioButton(text, self)
            self._group.addButton(choice)
            self._choices[belonging] = choice
            row.addWidget(choice)
        self.pick_button = QPushButton(icon("search"), tr("选择户(&H)…"), self)
        self.pick_button.setAutoDefault(False)
        self.pick_button.clicked.connect(self.pick)
        row.addWidget(self.pick_button)
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._label)
        self._choices[Belonging.NEW].setChecked(True)
        self._group.buttonClicked.connect(self._on_clicked)
        self._show()

    @override
    def first_part(self) -> QWidget:
        return self._choices[self.belonging]

    @property
    def belonging(self) -> Belonging:
        """Which of the three answers is given."""
        return next(each for each, button in self._choices.items() if button.isChecked())

    @property
    def household(self) -> Household | None:
        """The existing household that is chosen."""
        return self._household if self.belonging is Belonging.EXISTING else None

    def choose(self, belonging: Belonging) -> None:
        """Give an answer without the mouse."""
        self._choices[belonging].click()

    def value(self) -> int | None:
        """Return the id of the existing household, else None."""
        household = self.household
        return None if household is None else household.id

    def set_value(self, value: int | None) -> None:
        """Show that the person belongs to a household, or to none."""
        self._household = None if value is None else self._desk.services.households.get(value)
        belonging = Belonging.NONE if value is None else Belonging.EXISTING
        with QSignalBlocker(self._group):
            self._choices[belonging].setChecked(True)
        self._show()

    def typed(self) -> tuple[Belonging, int | None]:
        """Return the answer and the household; for drafts."""
        return self.belonging, None if self._household is None else self._household.id

    def show_typed(self, typed: tuple[Belonging, int | None]) -> None:
        """Give an answer back.

        Raises:
            NotFoundError: the household is not there any more.
        """
        belonging, household = typed
        self.set_value(household)
        with QSignalBlocker(self._group):
            self._choices[belonging].setChecked(True)
        self._show()

    def problem(self) -> str | None:
        """Say that the household still has to be chosen."""
        if self.belonging is Belonging.EXISTING and self._household is None:
            return tr("请点“选择户”，选出是哪一户。")
        return None

    def pick(self) -> None:
        """Open the dialog that finds a household."""
        picker = household_picker(self._desk, self)
        picker.chosen.connect(self._on_chosen)
        picker.open()

    def _on_clicked(self) -> None:
        self._show()
        self.edited.emit()
        if self.belonging is Belonging.EXISTING and self._household is None:
            self.pick()

    def _on_chosen(self, household: Household) -> None:
        self._household = household
        self._choices[Belonging.EXISTING].setChecked(True)
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        existing = self.belonging is Belonging.EXISTING
        self.pick_button.setVisible(existing)
        self._label.setVisible(existing and self._household is not None)
        if self._household is not None:
            self._label.setText(household_line(self._household))
