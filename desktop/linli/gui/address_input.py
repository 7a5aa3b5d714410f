"""Typing an address: in one line as people say it (3-2-501), or part by part."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.values.addresses import (
    Address,
    address_of_parts,
    normalise_part,
    parse_address,
)
from linli.gui.composite import Composite
from linli.gui.i18n import tr
from linli.gui.inputs import LineInput
from linli.services.container import Services

_PARTS = ("estate", "building", "unit", "room")


class AddressInput(Composite):
    """One line for quick entry over the four parts; the parts are what counts.

    Signals:
        edited: a part is another.
    """

    edited = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._community = services.settings.hall().community
        self.quick = LineInput(tr("一行输入，如 3-2-501 或 幸福巷12号"))
        self.quick.setAccessibleName(tr("一行输入住址"))
        self.quick.textEdited.connect(self._on_quick)
        self.parts = {name: LineInput() for name in _PARTS}
        self._hint = QLabel(self)
        self._hint.setObjectName("hint")
        self._hint.setWordWrap(True)
        self._arrange()
        self._suggest()

    @override
    def first_part(self) -> QWidget:
        return self.parts["estate"] if self.quick.isHidden() else self.quick

    @property
    def hint(self) -> str:
        """What is said of the building's grid, "" if nothing."""
        return self._hint.text()

    def value(self) -> Address | None:
        """Return the address, None if no part is filled."""
        return address_of_parts(**{name: part.text() for name, part in self.parts.items()})

    def set_value(self, value: Address | None) -> None:
        """Show an address."""
        for name, part in self.parts.items():
            with QSignalBlocker(part):
                part.set_value(None if value is None else getattr(value, name))
        with QSignalBlocker(self.quick):
            self.quick.clear()
        self._tell_grid()

    def problem(self) -> str | None:
        """Say what is missing: a unit or room needs the building."""
        address = self.value()
        if address is not None and address.building is None and (address.unit or address.room):
            return tr("填了单元或房号，还要填楼栋或门牌。")
        return None

    def set_read_only(self, *, read_only: bool) -> None:
        """Let the address be typed, or only shown."""
        self.setEnabled(not read_only)
        self.quick.setVisible(not read_only)

    def _arrange(self) -> None:
        titles = (tr("小区或路巷"), tr("楼栋或门牌"), tr("单元"), tr("房号"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for place, (title, part) in enumerate(zip(titles, self.parts.values(), strict=True)):
            caption = QLabel(title, self)
            caption.setObjectName("hint")
            part.setAccessibleName(title)
            part.edited.connect(self._on_part)
            part.editingFinished.connect(self._normalise)
            grid.addWidget(caption, 0, place)
            grid.addWidget(part, 1, place)
        for place, stretch in enumerate((4, 3, 2, 2)):
            grid.setColumnStretch(place, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.quick)
        column.addLayout(grid)
        column.addWidget(self._hint)

    def _suggest(self) -> None:
        dwellings = self._services.dwellings
        self.parts["estate"].suggest(_starting(dwellings.estates))
        self.parts["building"].suggest(
            _starting(lambda: dwellings.buildings(self.parts["estate"].value()))
        )

    def _on_quick(self, text: str) -> None:
        address = parse_address(text, self._community)
        if address is not None and address.estate is None:
            address = replace(address, estate=self._only_estate())
        for name, part in self.parts.items():
            with QSignalBlocker(part):
                part.set_value(None if address is None else getattr(address, name))
        self._on_part()

    def _only_estate(self) -> str | None:
        """Return the estate that is meant without being named: all dwellings lie in it."""
        estates = self._services.dwellings.estates()
        all_in_one = len(estates) == 1 and not self._services.dwellings.buildings(None)
        return estates[0] if all_in_one else None

    def _on_part(self) -> None:
        self._tell_grid()
        self.edited.emit()

    def _normalise(self) -> None:
        for name, part in self.parts.items():
            with QSignalBlocker(part):
                part.set_value(normalise_part(name, part.text()))

    def _tell_grid(self) -> None:
        """Say to which grid the building belongs, or nothing while there is no building."""
        address = self.value()
        text = ""
        if address is not None and address.building is not None:
            name = self._services.grids.name_for(address)
            text = tr("属于{grid}。").format(grid=name) if name else tr("这栋楼还没有划入网格。")
        self._hint.setText(text)
        self._hint.setVisible(bool(text))


def _starting(known: Callable[[], list[str]]) -> Callable[[str], list[str]]:
    return lambda typed: [text for text in known() if typed in text][:12]
