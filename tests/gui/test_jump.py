"""Ctrl+K over all kinds of records, from the main window."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.cases import accepted
from support.homes import settle
from support.keys import type_chinese
from support.people import make_draft
from support.venues import add_venue, planned
from support.window import opened

from linli.domain.agency import AgencyDraft
from linli.domain.community_map import Box, LabelDraft, LabelKind
from linli.domain.grids import GridDraft
from linli.domain.organisations import OrganisationDraft
from linli.domain.paper import PaperSetup, single_sheet
from linli.domain.petitions import Form, PetitionDraft
from linli.domain.receptions import VisitDraft
from linli.domain.residents import HouseholdDraft, RentalDraft, ResidentFilter
from linli.domain.staff import StaffDraft
from linli.domain.suggestions import SuggestionDraft
from linli.domain.sweeps import SweepDraft
from linli.domain.values.addresses import Address
from linli.domain.walks import SheetKind, WalkFilter
from linli.gui.cards.run_dialog import RunDialog
from linli.gui.community_map.page import MapDialog
from linli.gui.elevation.dialog import ElevationDialog
from linli.gui.events.forms import EventForm
from linli.gui.grid_form import GridForm
from linli.gui.household_dialog import HouseholdDialog
from linli.gui.jump import JumpDialog
from linli.gui.mediation.page import CaseDialog
from linli.gui.petitions.forms import PetitionForm
from linli.gui.receptions.forms import VisitForm
from linli.gui.registers.organisation_forms import OrganisationForm
from linli.gui.rental_form import RentalForm
from linli.gui.staff.people import StaffForm
from linli.gui.staff.stations import StationForm
from linli.gui.stations.agency_forms import AgencyForm
from linli.gui.suggestions.forms import SuggestionForm
from linli.gui.sweeps.forms import SweepForm
from linli.gui.venues.venues import VenueForm
from linli.gui.walks.check_entry import CheckEntryDialog
from linli.gui.walks.walk_entry import WalkEntryDialog


@pytest.fixture
def town(services):
    """One of everything that can be jumped to; the number of the card."""
    services.grids.add(GridDraft(number="7", name="第七网格"))
    (first, _) = settle(
        services,
        [
            ("单明轩", Address(building="3号楼", unit="1单元", room="101")),
            ("古丽·买买提", Address(building="8号楼", unit="2单元", room="202")),
        ],
    )
    services.households.add(HouseholdDraft(number="H0077"), [])
    services.organisations.add(OrganisationDraft(name="西河小学", kind_code="02"))
    services.staff.add(StaffDraft(name="努尔兰"))
    services.stations.add_starter_stations()
    person = services.residents.get(first)
    home = services.households.get(person.facts.household_id).facts.dwelling_id
    version = services.dwellings.get(home).version
    services.dwellings.set_rental(
        home, RentalDraft(number="CZ001", landlord_name="房东甲"), version=version
    )
    services.filters.save("独居老人名单", ResidentFilter(age_from=70))
    kind = services.cards.kinds()[0]
    batch = services.cards.prepare([first], kind.id)
    setup = PaperSetup(sheet=single_sheet(kind.sizes[0]))
    services.cards.issue(batch, setup)
    services.runs.start(services.cards.prepare([first], kind.id), setup, kind.sizes[0])
    return services.cards.issued_to(first)[0].number


@pytest.fixture
def jump(main_window, town, desk, qtbot):
    """Types into the jump list and returns its dialog."""

    def go(text):
        desk.bus.publish_all()
        main_window.commands.jump.trigger()
        dialog = opened(JumpDialog)
        qtbot.waitUntil(lambda: bool(dialog._catalogue), timeout=10_000)
        type_chinese(dialog.line, text)
        qtbot.waitUntil(lambda: not dialog._timer.isActive(), timeout=5000)
        return dialog

    return go


@pytest.mark.parametrize(
    ("typed", "shown", "kind"),
    [
        ("H00", "户 H0077", HouseholdDialog),
        ("CZ001", "出租房屋 CZ001", RentalForm),
        ("房东甲", "出租房屋 CZ001", RentalForm),
        ("第七", "第七网格", GridForm),
        ("xhxx", "西河小学", OrganisationForm),
        ("努尔兰", "努尔兰", StaffForm),
        ("心灵驿站", "心灵驿站", StationForm),
        ("居民联系卡 1", "居民联系卡 1 张", RunDialog),
    ],
)
def test_enter_opens_what_is_found_first(jump, qtbot, typed, shown, kind):
    dialog = jump(typed)
    assert shown in dialog.list.item(0).text()
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    opened(kind).reject()


def test_visit_sheet_and_label_are_opened(jump, services, qtbot):
    visit = VisitDraft(day=date(2026, 11, 19), name="来访甲", matter_code="01", content="路灯")
    services.receptions.save_visit(visit)
    services.walks.make(SheetKind.WALK, WalkFilter(), "王芳")
    services.walks.make(SheetKind.CHECK, WalkFilter(), "王芳")
    box = Box(x=30, y=30, width=9, height=2)
    label = LabelDraft(kind=LabelKind.ROAD, text="幸福大道", box=box)
    services.community_map.save_label(None, label)
    for typed, kind in (
        ("来访甲", VisitForm),
        ("走访单 1", WalkEntryDialog),
        ("核对单 3", CheckEntryDialog),
        ("幸福大道", MapDialog),
    ):
        dialog = jump(typed)
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
        shown = opened(kind)
        if kind is MapDialog:
            picture = shown.page.picture
            assert shown.focusWidget() is picture
            middle = picture.rect_of(1).center().toPoint()
            assert picture.visibleRegion().contains(middle)
        shown.reject()


def test_a_matter_is_opened_by_its_number(jump, services, qtbot):
    day = services.context.clock().date()
    draft = AgencyDraft(name="张桂兰", received_on=day, item="优待证", first_asked="刘敏")
    services.agency.add(draft)
    dialog = jump(f"代办 {day.year}-001")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    opened(AgencyForm).reject()


def test_sweep_petition_and_suggestion_are_opened(jump, services, qtbot):
    day = date(2026, 11, 19)
    services.sweeps.add(SweepDraft(day=day, goers=("马力",)))
    services.petitions.add(
        PetitionDraft(form=Form.VISIT, received_on=day, name="来信甲", matter="征地补偿")
    )
    services.suggestions.add(SuggestionDraft(day=day, content="巷口装灯"))
    for typed, kind in (("马力", SweepForm), ("信1号", PetitionForm), ("装灯", SuggestionForm)):
        dialog = jump(typed)
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
        opened(kind).reject()


def test_event_and_venue_are_opened(jump, services, qtbot):
    add_venue(services, "排练厅")
    services.events.add(planned(title="反诈讲座"))
    for typed, kind, detail in (
        ("fzjz", EventForm, "2026-11-26 · 筹备中"),
        ("排练厅", VenueForm, "室内场地"),
    ):
        dialog = jump(typed)
        assert detail in dialog.list.item(0).text()
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
        opened(kind).reject()


def test_a_case_is_opened(jump, services, qtbot):
    accepted(services)
    dialog = jump("雨水渗入")
    assert "〔2026〕西人调字第1号" in dialog.list.item(0).text()
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    opened(CaseDialog).reject()


def test_a_void_sheet_says_why(jump, services, ask):
    services.walks.make(SheetKind.WALK, WalkFilter(), "王芳")
    services.walks.void(1, "丢失")
    dialog = jump("走访单 1")
    ask.expect("warn")
    dialog.accept()
    assert "丢失" in ask.last


def test_person_is_selected_in_the_table(jump, main_window, qtbot):
    main_window.show_tab(1)
    dialog = jump("shanmx")
    assert dialog.list.item(0).text().startswith("单明轩 · ")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    residents = main_window.tabs[0]
    assert main_window.current_tab is residents
    (chosen,) = residents.table.selected_ids()
    assert main_window.desk.services.residents.get(chosen).facts.name == "单明轩"


def test_building_is_shown_as_a_picture(jump, qtbot):
    dialog = jump("8号楼")
    lines = [dialog.list.item(n).text() for n in range(dialog.list.count())]
    building = next(n for n, line in enumerate(lines) if line.startswith("8号楼 · "))
    dialog.list.setCurrentRow(building)
    dialog.accept()
    picture = opened(ElevationDialog)
    assert picture.place.title == "8号楼"
    picture.reject()


def test_card_number_shows_whose_card_it_is(jump, town, qtbot):
    dialog = jump(town)
    lines = [dialog.list.item(n).text() for n in range(dialog.list.count())]
    assert any(line.startswith(f"{town} · 居民联系卡 · 单明轩") for line in lines)
    dialog.list.setCurrentRow(next(n for n, line in enumerate(lines) if line.startswith(town)))
    dialog.accept()
    household = opened(HouseholdDialog)
    assert "居民联系卡" in household.note.text()
    household.reject()


def test_kept_filter_is_put_to_use(jump, main_window, qtbot):
    dialog = jump("独居老人名单")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert main_window.tabs[0].current_filter.age_from == 70


def test_command_is_done(jump, qtbot, main_window):
    dialog = jump("快捷键")
    assert dialog.list.item(0).text().endswith("〔功能〕")
    dialog.accept()
    assert any(w.windowTitle() == "快捷键" for w in QApplication.topLevelWidgets() if w.isVisible())
    QApplication.activeModalWidget().reject()


def test_who_is_gone_meanwhile_is_told(jump, services, ask, main_window):
    dialog = jump("第七")
    (grid,) = services.grids.list_all()
    services.grids.remove(grid.id)
    ask.expect("warn")
    dialog.accept()


def test_people_come_before_registers_of_the_same_name(jump, services, desk):
    services.residents.add(make_draft("努尔兰", documents=()))
    dialog = jump("努尔兰")
    lines = [dialog.list.item(n).text() for n in range(2)]
    assert lines[0].endswith("〔居民〕")
    assert lines[1].endswith("〔工作人员〕")
