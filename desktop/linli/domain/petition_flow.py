"""What may follow what in a petition (信访): a small state machine, written out.

《信访工作条例》(2022): told within its days whether it is accepted (art. 23), settled and
answered (art. 34), reviewed by the office above (复查, art. 35) and once more (复核, art. 36).
A step that cannot be taken is refused with the reason.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum


class State(StrEnum):
    """Where a petition stands."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    FORWARDED = "forwarded"
    DECIDED = "decided"
    ANSWERED = "answered"
    REVIEW = "review"
    REVIEWED = "reviewed"
    RECHECK = "recheck"
    RECHECKED = "rechecked"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


STATE = {
    State.RECEIVED: "已登记",
    State.ACCEPTED: "已受理",
    State.REFUSED: "不予受理",
    State.FORWARDED: "已转送",
    State.DECIDED: "已有处理意见",
    State.ANSWERED: "已答复",
    State.REVIEW: "复查中",
    State.REVIEWED: "已复查",
    State.RECHECK: "复核中",
    State.RECHECKED: "已复核",
    State.WITHDRAWN: "已撤回",
    State.CLOSED: "已办结",
}


class Move(StrEnum):
    """What is done about a petition, in the order of the work."""

    RECEIVE = "receive"
    ACCEPT = "accept"
    REFUSE = "refuse"
    FORWARD = "forward"
    TELL = "tell"
    EXTEND = "extend"
    DECIDE = "decide"
    ANSWER = "answer"
    ASK_REVIEW = "ask_review"
    REVIEW = "review"
    ASK_RECHECK = "ask_recheck"
    RECHECK = "recheck"
    CLOSE = "close"
    WITHDRAW = "withdraw"


MOVE = {
    Move.RECEIVE: "登记",
    Move.ACCEPT: "受理",
    Move.REFUSE: "不予受理",
    Move.FORWARD: "转送",
    Move.TELL: "告知信访人是否受理",
    Move.EXTEND: "延长办理期限",
    Move.DECIDE: "作出处理意见",
    Move.ANSWER: "答复（送达处理意见）",
    Move.ASK_REVIEW: "信访人请求复查",
    Move.REVIEW: "送达复查意见",
    Move.ASK_RECHECK: "信访人请求复核",
    Move.RECHECK: "送达复核意见",
    Move.CLOSE: "办结",
    Move.WITHDRAW: "信访人撤回",
}

_TELLABLE = (State.ACCEPTED, State.REFUSED, State.FORWARDED)
_FROM: Mapping[Move, tuple[State, ...]] = {
    Move.ACCEPT: (State.RECEIVED,),
    Move.REFUSE: (State.RECEIVED,),
    Move.FORWARD: (State.RECEIVED,),
    Move.TELL: _TELLABLE,
    Move.EXTEND: (State.ACCEPTED,),
    Move.DECIDE: (State.ACCEPTED,),
    Move.ANSWER: (State.DECIDED,),
    Move.ASK_REVIEW: (State.ANSWERED, State.CLOSED),
    Move.REVIEW: (State.REVIEW,),
    Move.ASK_RECHECK: (State.REVIEWED, State.CLOSED),
    Move.RECHECK: (State.RECHECK,),
    Move.CLOSE: (
        *(State.REFUSED, State.FORWARDED, State.ANSWERED),
        *(State.REVIEWED, State.RECHECKED),
    ),
    Move.WITHDRAW: (State.RECEIVED, State.ACCEPTED),
}
_TO: Mapping[Move, State] = {
    Move.RECEIVE: State.RECEIVED,
    Move.ACCEPT: State.ACCEPTED,
    Move.REFUSE: State.REFUSED,
    Move.FORWARD: State.FORWARDED,
    Move.DECIDE: State.DECIDED,
    Move.ANSWER: State.ANSWERED,
    Move.ASK_REVIEW: State.REVIEW,
    Move.REVIEW: State.REVIEWED,
    Move.ASK_RECHECK: State.RECHECK,
    Move.RECHECK: State.RECHECKED,
    Move.CLOSE: State.CLOSED,
    Move.WITHDRAW: State.WITHDRAWN,
}
_AFTER: Mapping[Move, tuple[Move, ...]] = {
    Move.ASK_REVIEW: (Move.ANSWER,),
    Move.ASK_RECHECK: (Move.REVIEW,),
    Move.DECIDE: (Move.TELL,),
    Move.CLOSE: (Move.TELL, Move.ANSWER),
}
"""What must have been done before, one of these at least."""
_ONCE = frozenset({Move.TELL, Move.EXTEND, Move.ASK_REVIEW, Move.ASK_RECHECK})
"""What can be done only once."""

DECIDES_ACCEPTANCE = frozenset({Move.ACCEPT, Move.REFUSE, Move.FORWARD})
"""Steps of which the person has to be told."""
WANTS_UNIT: Mapping[Move, str] = {
    Move.ACCEPT: "由哪个单位办理",
    Move.FORWARD: "转送到哪个单位",
    Move.ASK_REVIEW: "由哪个单位复查",
    Move.ASK_RECHECK: "由哪个单位复核",
}
"""Steps that name an office, and what they ask."""
WANTS_TEXT: Mapping[Move, str] = {
    Move.REFUSE: "不予受理的理由和该找哪里",
    Move.EXTEND: "延长的理由（要告知信访人）",
    Move.DECIDE: "处理意见",
    Move.REVIEW: "复查意见",
    Move.RECHECK: "复核意见",
    Move.CLOSE: "办理结果",
}
"""Steps that want something written, and what."""


def state_after(state: State, move: Move) -> State:
    """Return where a step leads from a state from which it may be taken."""
    return _TO.get(move, state)


def moves_from(state: State, taken: Sequence[Move]) -> tuple[Move, ...]:
    """Return what can be done now, in the order of the work.

    Args:
        state: where it stands.
        taken: what was done so far.
    """
    return tuple(move for move in _FROM if refusal(state, taken, move) is None)


def refusal(state: State, taken: Sequence[Move], move: Move) -> str | None:
    """Return why a step cannot be taken now, None if it can. `taken` as in `moves_from`."""
    now, wanted = STATE[state], MOVE[move]
    if state not in _FROM.get(move, ()):
        return f"这件信访现在是「{now}」，不能办理「{wanted}」。{_remedy(state, taken)}"
    if move in _ONCE and move in taken:
        return f"「{wanted}」已经登记过，只能办理一次。{_remedy(state, taken)}"
    before = _AFTER.get(move, ())
    if before and not set(before) & set(taken):
        names = "或".join(f"「{MOVE[each]}」" for each in before)
        return f"还没有登记{names}，不能办理「{wanted}」，请先登记。"
    return None


def _remedy(state: State, taken: Sequence[Move]) -> str:
    names = [
        MOVE[move]
        for move, states in _FROM.items()
        if state in states
        and not (move in _ONCE and move in taken)
        and (not _AFTER.get(move) or set(_AFTER[move]) & set(taken))
    ]
    return f"现在可以办理：{'、'.join(names)}。" if names else "已经结束，不能再办理。"
