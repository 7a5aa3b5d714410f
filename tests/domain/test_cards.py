from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.cards import GRID, HALL, MEMBERS, make_facts

from linli.domain.card_fields import FIELDS, LISTS, card_values, fingerprint, pictures
from linli.domain.cards import (
    MissingCharacter,
    MissingCharacterError,
    card_number,
    card_spans,
    is_card_number,
)
from linli.domain.grids import GridOfficer, GridRole
from linli.domain.settings import CommonNumber


# The first is the example of ISO/IEC 7812-1: 7992739871 has the check digit 3.
@pytest.mark.parametrize(
    ("running", "number"), [(7992739871, "79927398713"), (1, "0000018"), (437, "0004374")]
)
def test_a_card_number_is_the_running_number_with_its_luhn_digit(running, number):
    assert card_number(running) == number


@pytest.mark.parametrize(
    ("running", "spans"),
    [
        ((), []),
        ((3, 1), ["0000018", "0000034"]),
        ((1, 2), ["0000018", "0000026"]),
        ((9, 3, 1, 2, 2), ["0000018—0000034", "0000091"]),
        ((999_999, 1_000_000, 1_000_001), ["9999996—10000016"]),
    ],
)
def test_numbers_that_follow_each_other_are_named_by_the_first_and_the_last(running, spans):
    assert card_spans(map(card_number, running)) == spans


@given(st.integers(1, 999_999), st.integers(0, 6), st.integers(1, 9))
def test_a_mistyped_digit_is_noticed(running, place, more):
    number = card_number(running)
    assert is_card_number(number)
    wrong = str((int(number[place]) + more) % 10)
    assert not is_card_number(number[:place] + wrong + number[place + 1 :])


@pytest.mark.parametrize("text", ["", "18", "000001", "00000１8", "000001x", " 0000018"])
def test_other_text_is_no_card_number(text):
    assert not is_card_number(text)


def test_every_card_fills_every_field():
    values = card_values(make_facts(members=MEMBERS))
    assert values.texts.keys() == FIELDS.keys()
    assert values.lists.keys() == LISTS.keys()
    for name, known in LISTS.items():
        for row in values.lists[name]:
            assert row.keys() == known.columns.keys()


def test_an_absent_fact_is_an_empty_text():
    hall = replace(HALL, hotline=None, hours=None, address=None)
    texts = card_values(make_facts(hall=hall, grid=None)).texts
    for name in ("hotline", "hours", "hall_address", "grid", "worker_name", "worker_phone"):
        assert texts[name] == ""


def test_text_typed_on_several_lines_is_printed_on_one():
    texts = card_values(make_facts(hall=replace(HALL, hours="上午\n下午"))).texts
    assert texts["hours"] == "上午 下午"


def test_the_worker_is_who_visits_else_who_leads():
    assert card_values(make_facts()).texts["worker_name"] == "阿依古丽·买买提"
    leader = GridOfficer(role=GridRole.LEADER, name="王建国")
    only = card_values(make_facts(grid=replace(GRID, officers=(leader,))))
    assert only.texts["worker_name"] == "王建国"
    assert only.lists["other_officers"] == ()


def test_officers_are_listed_in_the_order_of_their_posts():
    values = card_values(make_facts())
    assert [row["role"] for row in values.lists["officers"]] == ["网格长", "网格联络员", "社区民警"]
    assert [row["role"] for row in values.lists["other_officers"]] == ["网格长", "社区民警"]


def test_all_common_numbers_are_in_one_list_or_the_other():
    numbers = tuple(CommonNumber(name=f"甲{i}", number=str(i)) for i in range(7))
    lists = card_values(make_facts(hall=replace(HALL, common_numbers=numbers))).lists
    together = lists["first_numbers"] + lists["other_numbers"]
    assert [row["number"] for row in together] == [n.number for n in numbers]
    assert len(lists["first_numbers"]) == 5


def test_a_card_is_outdated_by_what_it_prints_and_by_nothing_else():
    fields = frozenset({"holder", "hotline"})
    before = fingerprint(make_facts(), fields)
    assert fingerprint(make_facts(hall=replace(HALL, hours="全天")), fields) == before
    assert fingerprint(make_facts(hall=replace(HALL, hotline="110")), fields) != before
    assert fingerprint(make_facts("李四"), fields) != before
    officers = frozenset({"officers"})
    fewer = make_facts(grid=replace(GRID, officers=GRID.officers[:1]))
    assert fingerprint(fewer, officers) != fingerprint(make_facts(), officers)


def test_pictures_are_the_photos_and_the_emblem():
    officers = (replace(GRID.officers[0], photo="p"), *GRID.officers[1:])
    facts = make_facts(hall=replace(HALL, emblem="e"), grid=replace(GRID, officers=officers))
    assert pictures(facts) == {"p", "e"}
    assert pictures(make_facts()) == set()


def test_the_sentence_about_hundreds_of_missing_characters_stays_short():
    signs = [chr(0xE000 + number) for number in range(300)]
    error = MissingCharacterError(
        MissingCharacter(resident_id=ord(s), holder=s, field="持卡人", text=s, character=s)
        for s in signs
    )
    assert "U+E007 等 300 个（涉及 300 人）" in error.message
    assert "U+E008" not in error.message


def test_the_sentence_about_missing_characters_names_no_person():
    missing = MissingCharacter(
        resident_id=7, holder="张\ue000", field="持卡人", text="张\ue000", character="\ue000"
    )
    error = MissingCharacterError([missing, replace(missing, resident_id=8)])
    assert "U+E000" in error.message
    assert "2 人" in error.message
    assert "张" not in error.message
