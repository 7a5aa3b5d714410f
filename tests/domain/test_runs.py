import pytest

from linli.domain.cards import card_number
from linli.domain.runs import RunCard, RunCardState, find_run_card, find_run_cards
from linli.errors import NotFoundError, UserError

RUNNING = (3, 5, 9)
CARDS = tuple(
    RunCard(
        position=position,
        number=card_number(running),
        holder="张桂兰",
        building="幸福小区3号楼",
        place="3号楼2单元501室",
        state=RunCardState.WAITING,
    )
    for position, running in enumerate(RUNNING, 1)
)
THIRD, FIFTH, NINTH = (card.number for card in CARDS)


@pytest.mark.parametrize(
    "typed", [FIFTH, f" {FIFTH}\n", "".join(chr(ord(d) + 0xFEE0) for d in FIFTH)]
)
def test_a_card_is_found_by_its_number_however_it_was_typed(typed):
    assert find_run_card(CARDS, typed).position == 2


@pytest.mark.parametrize("typed", ["", "211", "第二张", FIFTH + "0", "٠٠٠٠٠١٨"])
def test_what_is_no_card_number_is_told_with_an_example(typed):
    with pytest.raises(UserError, match=f"不是卡号.*{THIRD}"):
        find_run_card(CARDS, typed)


def test_a_mistyped_last_digit_is_told_with_the_number_that_may_be_meant():
    wrong = FIFTH[:-1] + str((int(FIFTH[-1]) + 1) % 10)
    with pytest.raises(UserError, match=f"{wrong} 抄错了.*是不是 {FIFTH}"):
        find_run_card(CARDS, wrong)


def test_a_mistyped_digit_before_the_last_one_is_told():
    with pytest.raises(UserError, match="抄错了") as told:
        find_run_card(CARDS, "1" + FIFTH[1:])
    assert "是不是" not in str(told.value)


@pytest.mark.parametrize(
    ("running", "near"),
    [(1, f"有 {THIRD}，"), (7, f"有 {FIFTH}、{NINTH}，"), (900, f"有 {NINTH}，")],
)
def test_a_card_of_another_run_is_told_with_its_neighbours(running, near):
    for cards in (CARDS, CARDS[::-1], (CARDS[1], CARDS[2], CARDS[0])):
        with pytest.raises(NotFoundError, match=near):
            find_run_card(cards, card_number(running))


def test_several_cards_come_once_and_in_the_order_of_the_run():
    found = find_run_cards(CARDS, [NINTH, THIRD, NINTH])
    assert [card.number for card in found] == [THIRD, NINTH]


def test_no_number_at_all_is_refused():
    with pytest.raises(UserError, match="没有写卡号"):
        find_run_cards(CARDS, [])
