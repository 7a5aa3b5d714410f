"""Alt and a letter means one thing in each dialog of the registers."""

import pytest
from support.mnemonics import taken_twice

from linli.domain.entitlements import EntitlementDraft, EntitlementFilter
from linli.domain.visits import VisitDraft
from linli.gui.registers.elders import EldersDialog
from linli.gui.registers.entitlement_forms import EntitlementForm, ReviewForm, StopForm
from linli.gui.registers.entitlements import EntitlementsDialog
from linli.gui.registers.party import PartyDialog
from linli.gui.registers.visit_forms import VisitForm
from linli.gui.registers.visits import VisitsDialog


def _first(desk):
    return desk.services.entitlements.list_all(EntitlementFilter())[0]


DIALOGS = {
    "entitlements": EntitlementsDialog,
    "visits": VisitsDialog,
    "party": PartyDialog,
    "elders": EldersDialog,
    "entitlement": lambda desk: EntitlementForm(desk, None, None),
    "stop": lambda desk: StopForm(desk, _first(desk), None),
    "review": lambda desk: ReviewForm(desk, _first(desk), None),
    "visit": lambda desk: VisitForm(desk, None, None),
}


@pytest.fixture
def filled(services, cast):
    services.entitlements.add(EntitlementDraft(resident_id=cast.head, kind_code="01"))
    today = services.context.clock().date()
    services.visits.add(VisitDraft(day=today, kind_code="10", resident_id=cast.head))


@pytest.mark.parametrize("name", DIALOGS)
def test_dialog_takes_no_letter_twice(desk, filled, show, name):
    assert not taken_twice(show(DIALOGS[name](desk)))
