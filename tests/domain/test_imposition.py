from dataclasses import replace

import pytest

from linli.domain.imposition import cards_on, ghosts, pages
from linli.domain.paper import (
    BUSINESS,
    Correction,
    Duplex,
    PaperSetup,
    Pass,
    PrinterProfile,
    Side,
)
from linli.domain.templates.shipped import load_sheets

TEN = PaperSetup(sheet=load_sheets()[0])
FRONT, BACK = Side.FRONT, Side.BACK
BY_HAND = PrinterProfile(name="手翻", front=Correction(dx=2), backs_reversed=True)


def laid(setup, cards, sides=tuple(Side)):
    return [(page.side, page.first, list(page.slots)) for page in pages(setup, cards, sides)]


def test_back_of_each_sheet_follows_its_front():
    assert laid(TEN, 12) == [
        (FRONT, 0, list(range(10))),
        (BACK, 0, list(range(10))),
        (FRONT, 10, [0, 1]),
        (BACK, 10, [0, 1]),
    ]


def test_used_slots_are_passed_over_on_the_first_sheet_only():
    assert laid(replace(TEN, start_slot=9), 3, [FRONT]) == [(FRONT, 0, [8, 9]), (FRONT, 2, [0])]


@pytest.mark.parametrize("start_slot", [1, 9, 10])
@pytest.mark.parametrize("cards", [1, 2, 25])
def test_the_cards_on_a_sheet_are_those_of_its_page(cards, start_slot):
    setup = replace(TEN, start_slot=start_slot)
    found = [cards_on(setup, cards, n, n) for n in range(1, setup.sheets_for(cards) + 1)]
    assert found == [
        range(first, first + len(used)) for _, first, used in laid(setup, cards, [FRONT])
    ]


def test_the_cards_on_several_sheets_follow_each_other():
    setup = replace(TEN, start_slot=9)
    assert cards_on(setup, 25, 1, 2) == range(12)
    assert cards_on(setup, 25, 2, 3) == range(2, 22)
    assert cards_on(setup, 25, 3, 9) == range(12, 25)


def test_no_cards_take_no_page():
    assert laid(TEN, 0) == []


@pytest.mark.parametrize(
    ("duplex", "profile", "firsts"),
    [
        (Duplex.MANUAL, BY_HAND, [10, 0]),
        (Duplex.MANUAL, None, [0, 10]),
        (Duplex.LONG, BY_HAND, [0, 10]),
    ],
)
def test_backs_come_last_sheet_first_where_the_stack_comes_out_that_way(duplex, profile, firsts):
    setup = replace(TEN, sides=Pass.BACKS, duplex=duplex, profile=profile)
    assert [(page.side, page.first) for page in pages(setup, 12, Side)] == [
        (BACK, first) for first in firsts
    ]
    fronts = replace(setup, sides=Pass.FRONTS)
    assert [page.first for page in pages(fronts, 12, Side)] == [0, 10]


def test_ghosts_are_the_cells_and_only_of_the_side_that_is_corrected():
    front, back = ghosts(replace(TEN, start_slot=10, profile=BY_HAND), 1, Side, BUSINESS)
    assert front == ((105, 229.5, 90, 54),)
    assert back == ()


def test_nothing_is_a_ghost_without_a_profile():
    assert ghosts(TEN, 12, Side, BUSINESS) == [(), (), (), ()]


def test_ghosts_of_backs_are_mirrored_and_turned_with_the_sheet():
    profile = replace(BY_HAND, back=Correction(dy=-1))
    setup = replace(TEN, profile=profile)
    assert ghosts(setup, 1, [BACK], BUSINESS) == [((105, 13.5, 90, 54),)]
    upside_down = replace(setup, duplex=Duplex.SHORT)
    assert ghosts(upside_down, 1, [BACK], BUSINESS) == [((15, 229.5, 90, 54),)]
