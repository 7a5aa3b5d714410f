"""Jump to anything (跳转, Ctrl+K): a person, a home, a card, a grid, a register or a command."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from linli.domain.jump import YEARS, Findable, JumpEntry, JumpKind, findable
from linli.domain.marking import (
    Span,
    marks_in_address,
    marks_in_name,
    marks_in_text,
)
from linli.errors import NotFoundError
from linli.gui.actions import plain
from linli.gui.cards.run_dialog import open_run
from linli.gui.community_map.page import open_community_map
from linli.gui.desk import Desk
from linli.gui.dispatch import open_dispatch
from linli.gui.elevation.dialog import open_elevations
from linli.gui.events.opening import open_event
from linli.gui.grid_form import GridForm
from linli.gui.household_dialog import HouseholdDialog
from linli.gui.i18n import mark, tr
from linli.gui.marked_text import Marking, marks_in_parts
from linli.gui.mediation.page import open_case
from linli.gui.notices.register import open_notice
from linli.gui.petitions.dialog import open_petition
from linli.gui.picker import Picker
from linli.gui.posts.people import open_post
from linli.gui.receptions.visits import open_visit
from linli.gui.registers.organisation_forms import OrganisationForm
from linli.gui.rental_form import RentalForm
from linli.gui.reports.dialog import open_report
from linli.gui.staff.people import StaffForm
from linli.gui.staff.stations import StationForm
from linli.gui.stations.agency import open_matter
from linli.gui.suggestions.dialog import open_suggestion
from linli.gui.sweeps.dialog import open_sweep
from linli.gui.teams.dialog import open_team
from linli.gui.venues.venues import VenueForm
from linli.gui.walks.sheets import open_sheet
from linli.services.jump import JumpService

KIND = {
    JumpKind.RESIDENT: mark("居民"),
    JumpKind.HOUSEHOLD: mark("户"),
    JumpKind.CARD: mark("联系卡"),
    JumpKind.RENTAL: mark("出租房屋"),
    JumpKind.BUILDING: mark("楼栋"),
    JumpKind.GRID: mark("网格"),
    JumpKind.ORGANISATION: mark("单位"),
    JumpKind.STAFF: mark("工作人员"),
    JumpKind.TEAM: mark("队伍"),
    JumpKind.TEAM_MEMBER: mark("队员"),
    JumpKind.POST: mark("岗位人员"),
    JumpKind.REPORT: mark("信息报送"),
    JumpKind.VISIT: mark("来访"),
    JumpKind.SHEET: mark("走访单"),
    JumpKind.LABEL: mark("社区图标注"),
    JumpKind.DISPATCH: mark("家政派遣"),
    JumpKind.CASE: mark("矛盾纠纷"),
    JumpKind.SWEEP: mark("排查"),
    JumpKind.PETITION: mark("信访"),
    JumpKind.SUGGESTION: mark("建议"),
    JumpKind.AGENCY: mark("代办"),
    JumpKind.EVENT: mark("活动"),
    JumpKind.STATION: mark("站点"),
    JumpKind.VENUE: mark("场地"),
    JumpKind.FILTER: mark("常用筛选"),
    JumpKind.RUN: mark("打印批次"),
    JumpKind.NOTICE: mark("通知"),
    JumpKind.COMMAND: mark("功能"),
}


@dataclass(frozen=True, kw_only=True)
class Destinations:
    """What only the main window can show.

    Attributes:
        resident: selects a person in the table.
        card: shows whose card a number is, as if it had been scanned.
        filter: puts a kept filter to use.
        commands: every command of the menus.
    """

    resident: Callable[[int], None]
    card: Callable[[str], None]
    filter: Callable[[int], None]
    commands: Sequence[QAction]


def open_jump(desk: Desk, window: QWidget, destinations: Destinations) -> None:
    """Ask where to, and go there."""
    JumpDialog(desk, window, destinations).open()


class JumpDialog(Picker):
    """Finds while the clerk types; Enter opens what is found."""

    def __init__(self, desk: Desk, window: QWidget, destinations: Destinations) -> None:
        self._window = window
        self._destinations = destinations
        self._service = JumpService(desk.services)
        self._catalogue: list[Findable] = []
        commands = [action for action in destinations.commands if action.isEnabled()]
        self._commands = dict(enumerate(commands))
        self._own = [
            findable(
                JumpEntry(
                    kind=JumpKind.COMMAND,
                    key=number,
                    title=plain(action.text()),
                    detail=action.shortcut().toString(),
                )
            )
            for number, action in self._commands.items()
        ]
        super().__init__(
            desk,
            tr("跳转"),
            tr("姓名、拼音、电话、住址、卡号、楼栋、单位，或要做的事"),
            self._find_entries,
            entry_line,
            window,
            marks=marks_in_entry,
        )
        self.choose_button.setText(tr("打开(&S)"))
        self.chosen.connect(self._go)
        desk.jobs.read(lambda _: self._service.catalogue(), self._take, owner=self)

    def _find_entries(self, text: str) -> list[JumpEntry]:
        return self._service.find(text, [*self._catalogue, *self._own])

    def _take(self, catalogue: list[Findable]) -> None:
        self._catalogue = catalogue
        self.find_again()

    def _go(self, entry: JumpEntry) -> None:
        """Open what was chosen once this dialog is gone; say so if it is gone too."""
        try:
            self._ways()[entry.kind](entry)
        except NotFoundError as error:
            self.desk.ask.warn(self._window, error.message)

    def _ways(self) -> Mapping[JumpKind, Callable[[JumpEntry], object]]:
        to = self._destinations
        return {
            JumpKind.RESIDENT: lambda entry: to.resident(entry.key),
            JumpKind.CARD: lambda entry: to.card(entry.title),
            JumpKind.FILTER: lambda entry: to.filter(entry.key),
            JumpKind.COMMAND: lambda entry: self._commands[entry.key].trigger(),
            JumpKind.HOUSEHOLD: self._household,
            JumpKind.RENTAL: self._rental,
            JumpKind.BUILDING: self._building,
            JumpKind.GRID: self._grid,
            JumpKind.ORGANISATION: self._organisation,
            JumpKind.STAFF: self._staff,
            JumpKind.TEAM: self._team,
            JumpKind.TEAM_MEMBER: self._team,
            JumpKind.POST: self._post,
            JumpKind.REPORT: self._report,
            JumpKind.VISIT: self._visit,
            JumpKind.SHEET: self._sheet,
            JumpKind.LABEL: self._label,
            JumpKind.DISPATCH: lambda entry: open_dispatch(self.desk, entry.key, self._window),
            JumpKind.CASE: lambda entry: open_case(self.desk, entry.key, self._window),
            JumpKind.SWEEP: lambda entry: open_sweep(self.desk, entry.key, self._window),
            JumpKind.PETITION: lambda entry: open_petition(self.desk, entry.key, self._window),
            JumpKind.SUGGESTION: lambda entry: open_suggestion(self.desk, entry.key, self._window),
            JumpKind.AGENCY: lambda entry: open_matter(self.desk, entry.key, self._window),
            JumpKind.EVENT: lambda entry: open_event(self.desk, entry.key, self._window),
            JumpKind.STATION: self._station,
            JumpKind.VENUE: self._venue,
            JumpKind.RUN: self._run,
            JumpKind.NOTICE: self._notice,
        }

    def _household(self, entry: JumpEntry) -> None:
        HouseholdDialog(self.desk, entry.key, parent=self._window).open()

    def _rental(self, entry: JumpEntry) -> None:
        RentalForm(self.desk, entry.key, self._window).open()

    def _building(self, entry: JumpEntry) -> None:
        open_elevations(self.desk, self._window, place=entry.title)

    def _grid(self, entry: JumpEntry) -> None:
        form = GridForm(self.desk, self.desk.services.grids.get(entry.key), self._window)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _organisation(self, entry: JumpEntry) -> None:
        found = self.desk.services.organisations.get(entry.key)
        self._form(partial(OrganisationForm, self.desk, found))

    def _staff(self, entry: JumpEntry) -> None:
        self._form(partial(StaffForm, self.desk, self.desk.services.staff.get(entry.key)))

    def _team(self, entry: JumpEntry) -> None:
        open_team(self.desk, entry.key, self._window)

    def _post(self, entry: JumpEntry) -> None:
        open_post(self.desk, entry.key, self._window)

    def _report(self, entry: JumpEntry) -> None:
        open_report(self.desk, entry.key, self._window)

    def _visit(self, entry: JumpEntry) -> None:
        open_visit(self.desk, entry.key, self._window)

    def _sheet(self, entry: JumpEntry) -> None:
        open_sheet(self.desk, entry.key, self._window)

    def _label(self, entry: JumpEntry) -> None:
        open_community_map(self.desk, self._window, entry.key)

    def _station(self, entry: JumpEntry) -> None:
        self._form(partial(StationForm, self.desk, self.desk.services.stations.get(entry.key)))

    def _venue(self, entry: JumpEntry) -> None:
        self._form(partial(VenueForm, self.desk, self.desk.services.venues.get(entry.key)))

    def _form(
        self, make: Callable[..., StaffForm | StationForm | OrganisationForm | VenueForm]
    ) -> None:
        form = make(self._window)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _run(self, entry: JumpEntry) -> None:
        open_run(self.desk, entry.key, self._window)

    def _notice(self, entry: JumpEntry) -> None:
        open_notice(self.desk, entry.key, self._window)


def entry_line(entry: JumpEntry) -> str:
    """Return an entry in one line: what it is called, what tells it apart, what it is."""
    words = " · ".join(filter(None, (entry.title, entry.detail)))
    return f"{words}　〔{tr(KIND[entry.kind])}〕"


def marks_in_entry(typed: str, entry: JumpEntry) -> list[Span]:
    """Return what of an entry's line was typed."""
    parts: list[tuple[str, Marking]] = [(entry.title, _marks_in_title)]
    for detail in entry.detail.split(" · "):
        is_age = entry.kind is JumpKind.RESIDENT and detail.endswith(YEARS)
        if not is_age:  # by which nobody is found
            parts.append((detail, _marks_in_detail))
    return marks_in_parts(typed, entry_line(entry), parts)


def _marks_in_title(typed: str, title: str) -> list[Span]:
    """Return what of a title was typed: a name, a number or a place."""
    return marks_in_name(typed, title) or marks_in_address(typed, title)


def _marks_in_detail(typed: str, detail: str) -> list[Span]:
    return marks_in_text(typed, detail) or marks_in_address(typed, detail)
