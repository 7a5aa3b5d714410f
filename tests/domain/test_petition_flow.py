"""The state machine of petitions: what may follow what, and why not."""

import random

import pytest

from linli.domain.petition_flow import (
    MOVE,
    STATE,
    Move,
    State,
    moves_from,
    refusal,
    state_after,
)


def walk(*moves: Move) -> State:
    state, taken = State.RECEIVED, [Move.RECEIVE]
    for move in moves:
        assert refusal(state, taken, move) is None, move
        state = state_after(state, move)
        taken.append(move)
    return state


def test_every_state_and_step_has_words() -> None:
    assert set(STATE) == set(State)
    assert set(MOVE) == set(Move)


def test_the_whole_way_with_review_and_second_review() -> None:
    assert (
        walk(
            *(Move.ACCEPT, Move.TELL, Move.EXTEND, Move.DECIDE, Move.ANSWER),
            *(Move.ASK_REVIEW, Move.REVIEW, Move.ASK_RECHECK, Move.RECHECK, Move.CLOSE),
        )
        is State.CLOSED
    )


@pytest.mark.parametrize(
    ("moves", "end"),
    [
        ((Move.REFUSE, Move.TELL, Move.CLOSE), State.CLOSED),
        ((Move.FORWARD, Move.TELL, Move.CLOSE), State.CLOSED),
        ((Move.WITHDRAW,), State.WITHDRAWN),
        ((Move.ACCEPT, Move.TELL, Move.WITHDRAW), State.WITHDRAWN),
        ((Move.ACCEPT, Move.TELL, Move.DECIDE, Move.ANSWER, Move.CLOSE), State.CLOSED),
        (
            (Move.ACCEPT, Move.TELL, Move.DECIDE, Move.ANSWER, Move.CLOSE, Move.ASK_REVIEW),
            State.REVIEW,
        ),
    ],
)
def test_shorter_ways(moves: tuple[Move, ...], end: State) -> None:
    assert walk(*moves) is end


@pytest.mark.parametrize(
    ("state", "taken", "move", "words"),
    [
        (State.RECEIVED, (), Move.DECIDE, "现在是「已登记」，不能办理「作出处理意见」"),
        (State.ACCEPTED, (Move.ACCEPT,), Move.DECIDE, "还没有登记「告知信访人是否受理」"),
        (State.ACCEPTED, (Move.ACCEPT,), Move.ACCEPT, "现在可以办理：告知信访人是否受理"),
        (State.ACCEPTED, (Move.ACCEPT, Move.TELL), Move.TELL, "已经登记过，只能办理一次"),
        (State.ACCEPTED, (Move.ACCEPT, Move.TELL, Move.EXTEND), Move.EXTEND, "只能办理一次"),
        (State.REFUSED, (Move.REFUSE,), Move.CLOSE, "还没有登记"),
        (State.CLOSED, (Move.REFUSE, Move.TELL), Move.ASK_REVIEW, "还没有登记「答复"),
        (State.WITHDRAWN, (Move.WITHDRAW,), Move.ACCEPT, "已经结束，不能再办理"),
    ],
)
def test_a_wrong_step_is_refused_and_says_why(
    state: State, taken: tuple[Move, ...], move: Move, words: str
) -> None:
    said = refusal(state, (Move.RECEIVE, *taken), move)
    assert said is not None
    assert words in said


@pytest.mark.parametrize("seed", range(60))
def test_random_petitions_end_and_never_stand_where_they_cannot(seed: int) -> None:
    dice = random.Random(seed)
    state, taken = State.RECEIVED, [Move.RECEIVE]
    for _ in range(20):
        possible = moves_from(state, taken)
        if not possible:
            break
        move = dice.choice(possible)
        state = state_after(state, move)
        taken.append(move)
    assert moves_from(state, taken) == () or state is State.CLOSED
    assert all(taken.count(move) == 1 for move in taken if move is not Move.CLOSE)
    if Move.DECIDE in taken:
        assert taken.index(Move.TELL) < taken.index(Move.DECIDE)
    if Move.RECHECK in taken:
        assert taken.index(Move.ANSWER) < taken.index(Move.REVIEW) < taken.index(Move.RECHECK)
