"""What can be done with one, two or many selected people from the table's menu."""

import pytest
from support.people import make_draft
from support.window import opened

from linli.domain.visits import VisitFilter
from linli.gui.doubles.compare_dialog import CompareDialog
from linli.gui.registers.visit_forms import VisitForm


@pytest.fixture
def residents(main_window, services, desk):
    for name in ("阿依古丽", "巴合提", "陈建国"):
        services.residents.add(make_draft(name, documents=()))
    desk.bus.publish_all()
    return main_window.tabs[0]


def select(tab, count):
    tab.table.select_id(tab.table.model().id_at(0))
    for row in range(1, count):
        tab.table.select_also(tab.table.model().id_at(row))


@pytest.mark.parametrize(
    ("count", "compared", "visited"), [(1, False, True), (2, True, True), (3, False, True)]
)
def test_two_are_compared_and_any_number_visited(residents, count, compared, visited):
    select(residents, count)
    assert residents.commands.compare.isEnabled() is compared
    assert residents.commands.visit.isEnabled() is visited


def test_two_selected_people_are_set_side_by_side(residents):
    select(residents, 2)
    residents.commands.compare.trigger()
    opened(CompareDialog).reject()


def test_one_visit_is_recorded_for_all_selected(residents, services):
    select(residents, 3)
    residents.commands.visit.trigger()
    form = opened(VisitForm)
    form.form.editor("kind_code").setCurrentText("日常走访")
    form.accept()
    visits = services.visits.list_all(VisitFilter())
    assert {visit.facts.resident_id for visit in visits} == set(residents.table.selected_ids())
    assert len(visits) == 3
    services.history.undo()
    assert services.visits.list_all(VisitFilter()) == []
