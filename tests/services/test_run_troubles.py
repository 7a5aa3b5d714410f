"""Print runs: jams, spoiled cards, cards left out, and runs that are closed."""

import pytest
from support.cards import TEN
from support.runs import waiting

from linli.domain.changes import Kind
from linli.domain.paper import BUSINESS
from linli.errors import InvalidInput, UserError

# ---- jams and spoiled cards ----


def test_after_a_jam_only_the_rest_waits(services, runs, printed_id, neighbours):
    cards = runs.get(printed_id).cards
    changes = runs.stopped_after(printed_id, cards[7].number)
    assert changes.touches(Kind.CARDS)
    record = runs.get(printed_id)
    assert waiting(runs, printed_id) == [9, 10, 11, 12]
    assert {card.reason for card in record.cards[8:]} == {"卡纸"}
    assert record.run.closed_at is None
    (void,) = services.cards.issued_to(neighbours[8])
    assert void.withdrawn_reason == "卡纸，没有印出"
    (good,) = services.cards.issued_to(neighbours[7])
    assert good.withdrawn_at is None
    printed, _ = runs.print_portion(runs.portion(printed_id))
    assert printed.cards == 4
    assert runs.get(printed_id).run.waiting == 0
    assert {card.reason for card in runs.get(printed_id).cards} == {None}
    assert [card.issue for card in services.cards.issued_to(neighbours[8])] == [2, 1]


def test_a_jam_takes_back_the_last_printing_alone(runs, printed_id):
    runs.stopped_after(printed_id, runs.get(printed_id).cards[4].number)
    assert waiting(runs, printed_id) == [6, 7, 8, 9, 10, 11, 12]


def test_a_jam_cannot_have_been_in_an_earlier_printing(runs, printed_id):
    before = runs.get(printed_id)
    with pytest.raises(UserError, match=f"7 张，从 {before.cards[5].number} 到"):
        runs.stopped_after(printed_id, before.cards[1].number)
    assert runs.get(printed_id) == before


def test_a_jam_is_not_lost_behind_cards_printed_by_number(runs, printed_id):
    cards = runs.get(printed_id).cards
    runs.print_portion(runs.portion(printed_id, numbers=[cards[0].number, cards[6].number]))
    with pytest.raises(UserError, match="不在上一次打印的里面"):
        runs.stopped_after(printed_id, cards[8].number)


def test_nothing_may_have_come_out(runs, printed_id):
    runs.stopped_after(printed_id, None, "没墨了")
    assert waiting(runs, printed_id) == [6, 7, 8, 9, 10, 11, 12]
    assert runs.get(printed_id).cards[5].reason == "没墨了"


def test_a_printing_that_never_came_out_says_so_once(services, runs, run_id):
    runs.print_portion(runs.portion(run_id))
    number = runs.get(run_id).cards[0].number
    runs.stopped_after(run_id, None, "没有印出")
    assert services.cards.find_number(number).withdrawn_reason == "没有印出"


def test_a_portion_is_the_last_one_even_if_the_clock_went_back(runs, run_id, clock):
    runs.print_portion(runs.portion(run_id, most=5))
    clock.advance(days=-400)
    runs.print_portion(runs.portion(run_id, most=3))
    runs.stopped_after(run_id, None)
    assert waiting(runs, run_id) == [6, 7, 8, 9, 10, 11, 12]


def test_a_jam_after_the_last_card_changes_nothing(runs, printed_id):
    changes = runs.stopped_after(printed_id, runs.get(printed_id).cards[-1].number)
    assert changes.entry_id is None
    assert runs.get(printed_id).run.waiting == 0


def test_a_jam_can_be_told_by_the_first_bad_card(runs, printed_id):
    cards = runs.get(printed_id).cards
    with pytest.raises(UserError, match="更早印好的"):
        runs.stopped_at(printed_id, cards[2].number)
    runs.stopped_at(printed_id, cards[9].number)
    assert waiting(runs, printed_id) == [10, 11, 12]
    assert runs.portion(printed_id, from_number=cards[10].number).positions == (11, 12)


@pytest.mark.parametrize("call", ["stopped_after", "stopped_at", "spoiled", "leave_out", "portion"])
def test_a_mistyped_number_is_told_and_changes_nothing(runs, printed_id, call):
    wrong = "0000019"
    arguments = {
        "stopped_after": (wrong,),
        "stopped_at": (wrong,),
        "spoiled": ([wrong],),
        "leave_out": ([wrong], "搬走了"),
    }.get(call, ())
    named = {"numbers": [wrong]} if call == "portion" else {}
    before = runs.get(printed_id)
    with pytest.raises(UserError, match="是不是 0000018"):
        getattr(runs, call)(printed_id, *arguments, **named)
    assert runs.get(printed_id) == before


def test_what_was_not_printed_can_have_no_jam(runs, run_id):
    with pytest.raises(UserError, match="没有印好的卡"):
        runs.stopped_after(run_id, None)
    runs.print_portion(runs.portion(run_id, most=2))
    with pytest.raises(UserError, match="还没有印"):
        runs.stopped_after(run_id, runs.get(run_id).cards[5].number)


def test_spoiled_cards_wait_again_and_are_printed_by_number(services, runs, printed_id, neighbours):
    cards = runs.get(printed_id).cards
    bad = [cards[10].number, cards[0].number, cards[3].number]
    runs.spoiled(printed_id, bad)
    assert waiting(runs, printed_id) == [1, 4, 11]
    assert runs.get(printed_id).run.closed_at is None
    assert services.cards.issued_to(neighbours[0])[0].withdrawn_reason == "印坏"
    with pytest.raises(UserError, match="还没有印"):
        runs.spoiled(printed_id, bad[:1])
    portion = runs.portion(printed_id, numbers=bad)
    assert portion.positions == (1, 4, 11), "sorted as the stack is"
    assert [card.facts.number for card in portion.batch.cards] == sorted(bad)
    runs.print_portion(portion)
    assert runs.get(printed_id).run.waiting == 0


def test_a_printed_card_is_reprinted_by_number_and_its_first_printing_is_void(
    services, runs, printed_id, neighbours
):
    number = runs.get(printed_id).cards[2].number
    runs.print_portion(runs.portion(printed_id, numbers=[number]))
    now, before = services.cards.issued_to(neighbours[2])
    assert (now.issue, now.withdrawn_at) == (2, None)
    assert before.withdrawn_reason == "重印"
    assert runs.get(printed_id).cards[2].issue_id == now.id
    assert runs.get(printed_id).run.printed == 12


# ---- leaving out, closing ----


def test_cards_left_out_do_not_wait_but_can_be_printed_by_number(runs, run_id):
    cards = runs.get(run_id).cards
    runs.leave_out(run_id, [cards[0].number, cards[1].number], "户主要求不发")
    assert runs.get(run_id).run.left_out == 2
    assert runs.portion(run_id, most=1).positions == (3,)
    runs.print_portion(runs.portion(run_id, numbers=[cards[1].number]))
    record = runs.get(run_id)
    assert (record.run.left_out, record.run.printed) == (1, 1)
    assert record.cards[1].reason is None


def test_a_run_of_which_the_rest_is_left_out_is_done(runs, run_id, clock):
    cards = runs.get(run_id).cards
    runs.print_portion(runs.portion(run_id, most=10))
    with pytest.raises(UserError, match="已经印好"):
        runs.leave_out(run_id, [cards[0].number], "搬走了")
    runs.leave_out(run_id, [card.number for card in cards[10:]], "搬走了")
    assert runs.get(run_id).run.closed_at == clock()


def test_a_closed_run_goes_on_when_it_is_opened_again(runs, run_id):
    runs.close(run_id)
    with pytest.raises(UserError, match="已经结束"):
        runs.portion(run_id)
    assert runs.portion(run_id, numbers=[runs.get(run_id).cards[0].number]).positions == (1,)
    runs.reopen(run_id)
    assert runs.portion(run_id).positions[0] == 1


def test_closing_and_opening_a_run_leaves_the_others_alone(services, runs, batch, run_id, clock):
    other, _ = runs.start(batch, TEN, BUSINESS)
    runs.close(run_id)
    assert services.history.state().undo.action.startswith("结束打印批次")
    assert runs.get(run_id).run.closed_at == clock()
    assert runs.get(other).run.closed_at is None
    runs.close(other)
    runs.reopen(run_id)
    assert services.history.state().undo.action.startswith("继续打印批次")
    assert runs.get(run_id).run.closed_at is None
    assert runs.get(other).run.closed_at is not None


def test_a_run_with_nothing_left_cannot_be_opened(runs, printed_id):
    with pytest.raises(UserError, match="没有待印的卡"):
        runs.reopen(printed_id)


@pytest.mark.parametrize("call", ["stopped_after", "spoiled", "leave_out"])
def test_a_reason_must_be_given(runs, printed_id, call):
    number = runs.get(printed_id).cards[0].number
    arguments = {"stopped_after": (None, " ")}.get(call, ([number], " "))
    with pytest.raises(InvalidInput, match="原因"):
        getattr(runs, call)(printed_id, *arguments)
