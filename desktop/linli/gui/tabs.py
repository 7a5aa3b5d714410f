"""The tabs of the main window: each is made, and its module loaded, when it is first shown."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, overload

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.gui.desk import Desk
from linli.gui.fitting import scrolled
from linli.gui.i18n import mark
from linli.gui.late import Late
from linli.gui.tab import Tab


@dataclass(frozen=True, kw_only=True)
class TabLine:
    """A tab. `title` is marked, not yet translated; a role without `right` has no such tab."""

    title: str
    icon_name: str
    make: Callable[[Desk], Any]
    right: Right = Right.READ


TABS = (
    TabLine(title=mark("居民"), icon_name="users", make=Late("residents.tab", "ResidentsTab")),
    TabLine(title=mark("网格"), icon_name="map-2", make=Late("grids.tab", "GridsTab")),
    TabLine(
        title=mark("矛盾调解"),
        icon_name="scale",
        make=Late("mediation.tab", "CasesTab"),
        right=Right.MEDIATE,
    ),
    TabLine(
        title=mark("援助站值班"), icon_name="calendar-user", make=Late("rosters.tab", "RostersTab")
    ),
)
WITHOUT_PEOPLE = (
    TabLine(title=mark("工作台"), icon_name="shield-lock", make=Late("duty_tab", "DutyTab")),
)
"""What a role sees that has no right to people, such as an auditor's."""


def lines_for(desk: Desk) -> Sequence[TabLine]:
    """Return the tabs of whoever sits here."""
    if not desk.may(Right.READ):
        return WITHOUT_PEOPLE
    return [line for line in TABS if desk.may(line.right)]


class Tabs(Sequence[Tab]):
    """The tabs by their place; asking for one makes it."""

    def __init__(self, pages: "TabPages") -> None:
        self._pages = pages

    @override
    def __len__(self) -> int:
        return self._pages.count()

    @overload
    def __getitem__(self, index: int) -> Tab: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Tab]: ...

    @override
    def __getitem__(self, index: int | slice) -> Tab | Sequence[Tab]:
        places = range(len(self))[index]
        if isinstance(places, range):
            return [self._pages.tab(place) for place in places]
        return self._pages.tab(places)

    @override
    def __iter__(self) -> Iterator[Tab]:
        return map(self._pages.tab, range(len(self)))


class TabPages(QStackedWidget):
    """One page for each tab, empty until the tab is first shown.

    Signals:
        made: a tab was made.
    """

    made = Signal(object)

    def __init__(self, lines: Sequence[TabLine], desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lines = lines
        self._made: dict[int, Tab] = {}
        for _ in lines:
            page = QWidget(self)
            QVBoxLayout(page).setContentsMargins(0, 0, 0, 0)
            self.addWidget(page)

    def tab(self, place: int) -> Tab:
        """Return the tab at a place."""
        if place not in self._made:
            tab: Tab = self._lines[place].make(self._desk)
            self._made[place] = tab
            room = self.widget(place).layout()
            if room is not None:
                room.addWidget(scrolled(tab))
            self.made.emit(tab)
        return self._made[place]

    def show_tab(self, place: int) -> None:
        """Show the tab at a place."""
        self.tab(place)
        self.setCurrentIndex(place)
