"""The board of cases (看板): a column for each part of the work, and where a card may be put."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from linli.domain.case_flow import Stage, Step, next_stage, refusal, steps_from
from linli.domain.cases import CaseRow


class Pile(StrEnum):
    """A column of the board."""

    REGISTERED = "registered"
    ACCEPTED = "accepted"
    INQUIRY = "inquiry"
    MEDIATION = "mediation"
    AGREED = "agreed"
    PERFORMING = "performing"
    FOLLOW_UP = "follow_up"
    TO_ARCHIVE = "to_archive"
    ENDED = "ended"


PILE = {
    Pile.REGISTERED: "登记",
    Pile.ACCEPTED: "受理",
    Pile.INQUIRY: "调查",
    Pile.MEDIATION: "调解",
    Pile.AGREED: "协议",
    Pile.PERFORMING: "履行",
    Pile.FOLLOW_UP: "回访",
    Pile.TO_ARCHIVE: "待归档",
    Pile.ENDED: "已归档",
}

PILE_OF: Mapping[Stage, Pile] = {
    Stage.REGISTERED: Pile.REGISTERED,
    Stage.ACCEPTED: Pile.ACCEPTED,
    Stage.INQUIRY: Pile.INQUIRY,
    Stage.MEDIATION: Pile.MEDIATION,
    Stage.WRITTEN: Pile.AGREED,
    Stage.ORAL: Pile.AGREED,
    Stage.PERFORMING: Pile.PERFORMING,
    Stage.BREACHED: Pile.PERFORMING,
    Stage.PERFORMED: Pile.FOLLOW_UP,
    Stage.FOLLOWED: Pile.TO_ARCHIVE,
    Stage.REFUSED: Pile.TO_ARCHIVE,
    Stage.FAILED: Pile.TO_ARCHIVE,
    Stage.DECLINED: Pile.TO_ARCHIVE,
    Stage.TRANSFERRED: Pile.TO_ARCHIVE,
    Stage.SETTLED_ABOVE: Pile.TO_ARCHIVE,
    Stage.ARCHIVED: Pile.ENDED,
    Stage.VOID: Pile.ENDED,
}
"""In which column a case stands; performed cases wait for the follow-up visit."""

ON_BOARD = frozenset(stage for stage, pile in PILE_OF.items() if pile is not Pile.ENDED)
"""Stages of the cases whose cards are shown; of ended ones only the number is."""

_USUAL: Mapping[Pile, Step] = {
    Pile.REGISTERED: Step.REGISTER,
    Pile.ACCEPTED: Step.ACCEPT,
    Pile.INQUIRY: Step.INQUIRE,
    Pile.MEDIATION: Step.MEET,
    Pile.AGREED: Step.AGREE_WRITTEN,
    Pile.PERFORMING: Step.PERFORM,
    Pile.FOLLOW_UP: Step.COMPLETE,
    Pile.TO_ARCHIVE: Step.FOLLOW_UP,
    Pile.ENDED: Step.ARCHIVE,
}
"""The step that usually leads into a column; a card that cannot be put there is refused by it."""

_FORWARD: Mapping[Stage, Sequence[Step]] = {
    Stage.REGISTERED: (Step.ACCEPT,),
    Stage.ACCEPTED: (Step.MEET, Step.INQUIRE),
    Stage.INQUIRY: (Step.MEET,),
    Stage.MEDIATION: (Step.AGREE_WRITTEN, Step.AGREE_ORAL, Step.MEET),
    Stage.WRITTEN: (Step.COMPLETE, Step.PERFORM),
    Stage.ORAL: (Step.COMPLETE, Step.PERFORM),
    Stage.PERFORMING: (Step.COMPLETE,),
    Stage.PERFORMED: (Step.FOLLOW_UP,),
    Stage.BREACHED: (Step.COMPLETE,),
    Stage.FOLLOWED: (Step.ARCHIVE,),
}
"""What usually comes next, the likeliest first."""


def piles(rows: Iterable[CaseRow]) -> dict[Pile, list[CaseRow]]:
    """Return the cards of each column, those that have stood there longest first."""
    found: dict[Pile, list[CaseRow]] = {pile: [] for pile in Pile}
    for row in rows:
        found[PILE_OF[row.stage]].append(row)
    for cards in found.values():
        cards.sort(key=lambda row: (row.since, row.id))
    return found


def ways_into(pile: Pile, stage: Stage, *, away: bool = False) -> tuple[Step, ...]:
    """Return the steps that put a case into a column, the usual one first; none if it is there."""
    if PILE_OF[stage] is pile:
        return ()
    found = [
        step
        for step in steps_from(stage, away=away)
        if PILE_OF[next_stage(stage, step, away=away) or stage] is pile
    ]
    return tuple(sorted(found, key=lambda step: step is not _USUAL[pile]))


def no_way_into(pile: Pile, stage: Stage, *, away: bool = False) -> str:
    """Return why a card cannot be put into a column."""
    if pile is Pile.REGISTERED:
        return "登记过的案子不能再放回「登记」。"
    return refusal(stage, _USUAL[pile], away=away) or "这件案子不能直接放到这一列。"


def in_order(stage: Stage, possible: Sequence[Step], *, away: bool = False) -> tuple[Step, ...]:
    """Return what can be done now, what usually comes next before the rest."""
    usual = (Step.HAND_BACK,) if away else _FORWARD.get(stage, (Step.ARCHIVE,))
    first = tuple(step for step in usual if step in possible)
    return first + tuple(step for step in possible if step not in first)


def age(since: date, today: date) -> int:
    """Return for how many days something has stood, 0 on the first."""
    return max((today - since).days, 0)
