"""What is due of entitlements, sums of party members and gaps, in the terminal."""

from datetime import timedelta

import pytest
from support.people import make_draft

from linli.domain.entitlements import EntitlementDraft
from linli.domain.party import PartyManagement, PartyMembership


@pytest.fixture
def low(ledger, services):
    """Somebody gets 520 yuan a month; the review was due yesterday of the real clock."""
    from linli.services.context import now

    (row,) = services.residents.find("张三")
    day = now().date() - timedelta(days=1)
    draft = EntitlementDraft(resident_id=row.id, kind_code="01", amount=52000, review_date=day)
    services.entitlements.add(draft)
    return day


def test_entitlements_are_counted_by_kind(ledger, low):
    (kind,) = ledger.json("entitlements")
    assert (kind["name"], kind["count"], kind["fen_a_month"]) == ("最低生活保障", 1, 52000)
    ledger.run("entitlements")
    assert "最低生活保障" in ledger.out


def test_due_entitlements_are_listed(ledger, low):
    (due,) = ledger.json("entitlements", "--due", 0)
    assert (due["name"], due["state"], due["review_date"]) == ("张三", "review", low.isoformat())
    ledger.run("entitlements", "--due", 30)
    assert "待复核" in ledger.out


def test_nothing_due_is_no_error(ledger):
    assert ledger.run("entitlements", "--due", 7) == 0
    assert "没有" in ledger.out
    assert ledger.run("entitlements") == 0
    assert "没有" in ledger.out


def test_party_sums_close(ledger, services):
    facts = PartyMembership(branch="第一党支部", management=PartyManagement.DIRECT)
    services.residents.add(make_draft("甲一", sequence=131, politics_code="01", party=facts))
    services.residents.add(make_draft("甲二", sequence=133, politics_code="01"))
    sums = ledger.json("party")
    assert (sums["total"], sums["closes"]) == (2, True)
    assert sums["management"] == {"direct": 1, "open": 1}
    ledger.run("party")
    assert "直管 1 + 协管 0 + 托管 0 + 未定 1 = 党员总数 2" in ledger.out


def test_gaps_are_counted(ledger, services):
    services.residents.add(make_draft("王芳", documents=()))
    counts = ledger.json("missing")
    assert (counts["document"], counts["sex"], counts["headless"]) == (1, 1, 0)
    assert ledger.run("missing") == 0
    assert "没有证件号" in ledger.out
