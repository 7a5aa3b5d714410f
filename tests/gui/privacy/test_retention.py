from dataclasses import replace
from datetime import date

import pytest
from support.ledgers import PASSWORD
from support.people import make_document, make_draft
from support.tables import column, row, wait_for
from support.window import opened

from linli.domain.erasures import Ground
from linli.domain.residents import RentalDraft, Tenancy
from linli.domain.values.addresses import Address
from linli.gui.privacy.erase import EraseDialog
from linli.gui.privacy.retention import RetentionDialog, TenantForm, open_retention
from linli.gui.privacy.retention_forms import KeepForm, RulesForm
from linli.gui.privacy.returned import ReturnedDialog


@pytest.fixture
def due(services, cast, clock):
    """Somebody who moved out, under a rule of one month."""
    rules = [replace(rule, months=1) for rule in services.retention.rules()]
    services.retention.save_rules(rules)
    services.residents.move_out([cast.head], date(2026, 11, 1), None)
    clock.advance(days=10)
    return cast.head


def test_who_is_due_is_listed_and_kept_with_a_reason(desk, due, show, qtbot):
    dialog = show(RetentionDialog(desk))
    assert row(dialog.table, 0)[0] == "张建国"
    assert row(dialog.table, 0)[2:6] == ["迁出的居民", "2026-11-01", "1 个月", "2026-12-01"]
    dialog.keep_button.click()
    form = opened(KeepForm)
    form.accept()
    assert "没有写继续保存的理由" in form.form.field("reason").error
    form.form.editor("reason").setText("补助还在发")
    form.accept()
    wait_for(qtbot, dialog.table, [])
    dialog.shown.set_value(False)
    assert column(dialog.table, 6) == ["保存到 2027-12-03：补助还在发（王芳）"]


def test_the_periods_are_set(desk, cast, show, services):
    dialog = show(RetentionDialog(desk))
    dialog.rules_button.click()
    form = opened(RulesForm)
    form.form.editor("moved_out").setText("9999")
    form.accept()
    assert "1 到 600 个月" in form.form.field("moved_out").error
    form.form.editor("moved_out").setText("24")
    form.form.editor("deceased_on").setChecked(False)
    form.accept()
    rules = {rule.id: rule for rule in services.retention.rules()}
    assert rules["moved_out"].months == 24
    assert not rules["deceased"].enabled


def test_who_is_due_is_erased_on_the_ground_of_the_period(desk, due, show, ask, qtbot):
    dialog = show(RetentionDialog(desk))
    dialog.erase_button.click()
    qtbot.waitUntil(lambda: opened(EraseDialog) is not None, timeout=5000)
    erase = opened(EraseDialog)
    assert erase.form.value("ground") is Ground.PERIOD
    ask.expect("tell")
    erase.form.editor("password").setText(PASSWORD)
    erase.accept()
    qtbot.waitUntil(lambda: not ask.waiting, timeout=5000)
    wait_for(qtbot, dialog.table, [])


def test_a_former_tenant_loses_the_name(desk, cast, show, services, qtbot):
    home = Address(building="9号楼", room="101")
    tenancy = Tenancy(name="赵租客", until=date(2020, 1, 1))
    services.dwellings.add_rental(home, RentalDraft(tenancies=(tenancy,)))
    dialog = show(RetentionDialog(desk))
    assert column(dialog.table) == ["赵租客"]
    dialog.erase_button.click()
    form = opened(TenantForm)
    form.form.editor("password").setText(PASSWORD)
    form.accept()
    wait_for(qtbot, dialog.table, [])


def test_who_has_come_back_is_told_at_once(desk, cast, services, main_window):
    number = services.residents.get(cast.head).facts.documents[0].number
    services.erasures.erase(cast.head, ground=Ground.REQUEST, password=PASSWORD)
    services.residents.add(make_draft("张建国", documents=(make_document(number),)))
    open_retention(desk, main_window)
    told = opened(ReturnedDialog)
    assert [each.name for each in told._people] == ["张建国"]
    told.form.modified = False
    told.reject()
    opened(RetentionDialog).reject()
