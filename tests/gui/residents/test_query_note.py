"""A list is recorded when the clerk stays with it, not while it is being narrowed."""

import pytest

from linli.domain.audit import AuditFilter, AuditKind
from linli.domain.entitlements import EntitlementDraft
from linli.domain.residents import ResidentFilter
from linli.gui import query_note
from linli.gui.registers.entitlements import EntitlementsDialog


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(query_note, "STAYS_MS", 40)


@pytest.fixture
def recorded(services):
    def read():
        numbers = services.audits.list_ids(AuditFilter(kind=AuditKind.QUERY))
        return [(event.action, event.detail["条件"]) for event in services.audits.rows(numbers)]

    return read


def test_only_the_last_of_several_filters_is_recorded(tab, recorded, qtbot):
    for age in (60, 70, 80):
        tab.filters.show_filter(ResidentFilter(age_from=age))
    qtbot.waitUntil(lambda: recorded() == [("查询居民", "80 岁以上")])


def test_a_filter_that_is_taken_off_at_once_is_not_recorded(tab, recorded, qtbot):
    tab.filters.show_filter(ResidentFilter(age_from=60))
    tab.filters.clear()
    qtbot.wait(120)
    assert recorded() == []


def test_looking_at_who_gets_benefits_is_recorded(desk, cast, services, show, recorded, qtbot):
    services.entitlements.add(EntitlementDraft(resident_id=cast.head, kind_code="01"))
    show(EntitlementsDialog(desk, None))
    qtbot.waitUntil(lambda: recorded() == [("查询救助待遇", "在享受的、全部待遇")])
