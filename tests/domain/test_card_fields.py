"""Reading fields from many cards."""

from dataclasses import replace

import pytest
from support.cards import GRID, HALL, MEMBERS, make_facts

from linli.domain.boards import BoardEntry
from linli.domain.card_fields import (
    FIELDS,
    LISTS,
    CardReader,
    absent,
    card_values,
    fields_of,
    fingerprint,
)
from linli.domain.cards import CardSource
from linli.domain.settings import HallFacts
from linli.domain.staff import StationDraft

FULL = make_facts(
    members=MEMBERS,
    station=StationDraft(name="援助站", hours="上午\n下午", place="东门\n二楼"),
    board=(BoardEntry(name="王建国", post="楼长", promise="随叫随到"),),
)


@pytest.mark.parametrize(
    "names", [{"holder"}, {"holder", "hotline", "members"}, {"officers"}, set(), {"board", "grid"}]
)
def test_only_the_asked_fields_are_filled_and_they_are_the_same(names):
    some, whole = card_values(FULL, names), card_values(FULL)
    assert some.texts == {name: whole.texts[name] for name in names & FIELDS.keys()}
    assert some.lists == {name: whole.lists[name] for name in names & LISTS.keys()}


def test_cards_of_the_same_hall_and_grid_are_one_group():
    reader = CardReader({"holder", "grid"})
    other = make_facts(grid=replace(GRID, name="第二网格"))
    same = make_facts("李四", 2, hall=replace(HALL), grid=replace(GRID))
    read = [reader.read(card) for card in (FULL, other, same, make_facts(grid=None))]
    assert [group for group, _ in read] == [0, 1, 0, 2]
    assert [values.texts["grid"] for _, values in read] == ["第一网格", "第二网格", "第一网格", ""]


def test_what_is_read_for_one_card_stays_when_the_next_is_read():
    reader = CardReader({"holder"})
    _, first = reader.read(make_facts("张桂兰"))
    reader.read(make_facts("李四"))
    assert first.texts == {"holder": "张桂兰"}


def test_lines_stay_where_a_card_shows_them_as_lines():
    texts = card_values(FULL).texts
    assert texts["station_hours"] == "上午\n下午"
    assert texts["station_place"] == "东门 二楼"


def test_the_fingerprint_of_an_issued_card_stays_the_same_for_good():
    fields = {"holder", "home", "hotline", "officers", "members", "rental_number", "worker_name"}
    expected = "6e551b9e799ca6c508cb442d559053b7e8826b545a518ec5c309d021ba621744"
    assert fingerprint(FULL, fields) == expected


def test_what_the_ledger_does_not_know_is_an_empty_text():
    bare = card_values(
        make_facts(hall=HallFacts(community="西河社区"), grid=None, estate="", place="")
    )
    known = {name: text for name, text in bare.texts.items() if text != ""}
    assert known == {
        "holder": "张桂兰",
        "number": "0000018",
        "community": "西河社区",
        "hall": "西河社区一站式服务大厅",
    }
    assert {name for name, rows in bare.lists.items() if rows} == {"first_numbers"}


def test_a_badge_can_name_the_station_and_a_phone_sheet_tell_all_of_it():
    def of_station(source):
        return {name for name in fields_of(source) if name.startswith("station_")}

    assert of_station(CardSource.STAFF) == {"station_name", "station_phone"}
    assert of_station(CardSource.STATION) == {
        "station_name",
        "station_phone",
        "station_advice_phone",
        "station_place",
        "station_hours",
        "station_services",
    }
    assert of_station(CardSource.HOME) == of_station(CardSource.GRID) == set()


def test_what_a_card_lacks_is_called_as_the_clerk_calls_it():
    assert absent(FULL, ["holder", "helpers", "landlord"]) == "结对党员"
    assert absent(FULL, ["holder", "board"]) is None
