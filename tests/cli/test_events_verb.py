"""`linli events`: what is listed, and what a program reads."""

from datetime import date

from support.venues import add_venue, planned

from linli.domain.events import Outcome

TODAY = date(2026, 11, 23)


def test_an_empty_ledger_says_so(ledger):
    assert ledger.run("events") == 0
    assert ledger.out == "没有这样的活动。\n"


def test_events_are_listed_with_their_sums(ledger, services):
    event_id, _ = services.events.add(planned(day=TODAY, venue_id=add_venue(services)))
    services.events.hold(event_id, Outcome(headcount=30, materials=50))
    services.events.add(planned(day=date(2026, 12, 3), title="迎新年联欢", kind_code="06"))
    assert ledger.run("events") == 0
    lines = ledger.out.splitlines()
    assert "迎新年联欢" in lines[1]
    cells = ["2026-11-23", "9:00—11:00", "反诈宣传", "法治宣传教育", "棋牌室", "已举办", "30"]
    assert lines[2].split() == cells
    assert lines[3].startswith("共 2 次，已举办 ")
    assert "30" in lines[3]


def test_a_month_or_some_words_narrow_the_list(ledger, services):
    services.events.add(planned(day=TODAY))
    services.events.add(planned(day=date(2026, 12, 3), title="迎新年联欢"))
    assert [each["title"] for each in ledger.json("events", "--month", "2026-12")] == ["迎新年联欢"]
    assert [each["title"] for each in ledger.json("events", "--words", "fzxc")] == ["反诈宣传"]
    assert ledger.json("events", "--month", "2027-01") == []
    assert ledger.run("events", "--month", "2026") == 2


def test_json_keeps_codes_and_counts(ledger, services):
    services.events.add(planned())
    (event,) = ledger.json("events")
    assert (event["kind"], event["state"], event["headcount"]) == ("02", "planned", None)
    assert event["begins"] == "2026-11-26T09:00:00"
