"""The list of venues and its form."""

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from support.events import with_room
from support.mnemonics import taken_twice
from support.roles import as_role

from linli.domain.accounts import Role
from linli.domain.organisations import OrganisationDraft
from linli.domain.workers import FreeTime
from linli.gui.print_dialog import PrintDialog
from linli.gui.venues.venues import VenueForm, VenuesDialog


def texts(dialog, column):
    return [dialog.table.item(row, column).text() for row in range(dialog.table.rowCount())]


def test_a_venue_is_added_with_its_owner_and_hours(show, desk, services, qtbot):
    owner, _ = services.organisations.add(OrganisationDraft(name="西河小学", kind_code="01"))
    dialog = show(VenuesDialog(desk))
    dialog.new_button.click()
    form = dialog.findChild(VenueForm)
    form.form.editor("name").set_value("学校操场")
    form.form.editor("organisation_id").setEditText("西河小学")
    form.form.editor("open_times").setText("周末 9:00—18:00")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    (venue,) = services.venues.list_()
    assert venue.facts.organisation_id == owner
    assert venue.facts.open_times[0] == FreeTime(weekday=5, begins=time(9), ends=time(18))
    assert (texts(dialog, 2), texts(dialog, 5)) == (["西河小学"], ["周末 9:00—18:00"])


def test_a_venue_is_opened_with_all_it_has_and_changed(show, desk, services, qtbot):
    with_room(
        services, keeper="马兰", open_times=(FreeTime(weekday=0, begins=time(9), ends=time(18)),)
    )
    dialog = show(VenuesDialog(desk))
    dialog.select([0])
    dialog.open_button.click()
    form = dialog.findChild(VenueForm)
    form.form.editor("capacity").setText("80")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    facts = services.venues.list_()[0].facts
    assert (facts.capacity, facts.keeper, len(facts.open_times)) == (80, "马兰", 1)


def test_what_is_had_no_more_is_listed_only_when_wanted(show, desk, services):
    with_room(services, "旧会议室", until=date(2026, 1, 31))
    with_room(services)
    dialog = show(VenuesDialog(desk))
    assert texts(dialog, 0) == ["党员活动室"]
    dialog.shown.set_value(False)
    assert set(texts(dialog, 0)) == {"党员活动室", "旧会议室"}


def test_a_venue_is_removed_and_comes_back(show, desk, services, ask, qtbot):
    with_room(services)
    dialog = show(VenuesDialog(desk))
    dialog.select([0])
    ask.expect("confirm", True)
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: texts(dialog, 0) == [])


def test_the_rooms_of_stations_are_offered_once(show, desk, services, ask, qtbot, monkeypatch):
    dialog = show(VenuesDialog(desk))
    drafts = services.venues.starters()
    if not drafts:
        ask.expect("tell")
        dialog.starters_button.click()
        return
    ask.expect("confirm", True)
    dialog.starters_button.click()
    qtbot.waitUntil(lambda: len(texts(dialog, 0)) == len(drafts))


def test_the_list_is_printed(show, desk, services, ask, qtbot):
    with_room(services, phone="13812345678")
    dialog = show(VenuesDialog(desk))
    ask.expect("choose", 0)
    qtbot.mouseClick(dialog.print_list_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.findChild(PrintDialog) is not None, timeout=10_000)
    dialog.findChild(PrintDialog).reject()


def test_a_reader_changes_nothing(show, desk, services):
    with_room(services)
    dialog = show(VenuesDialog(replace(desk, services=as_role(services, Role.READER))))
    dialog.select([0])
    assert not dialog.new_button.isEnabled()
    assert not dialog.remove_button.isEnabled()


@pytest.mark.parametrize("zoom", [100, 200])
def test_every_key_means_one_thing(show, desk, services, theme, zoom):
    with_room(services)
    theme.set_zoom(zoom)
    (venue,) = services.venues.list_()
    for dialog in (VenuesDialog(desk), VenueForm(desk, venue, None)):
        assert not taken_twice(show(dialog))
