"""Where a case stands after its steps: the machine of `case_flow` with levels and days.

What is kept of a case is what playing its steps gives; nothing else sets it. The hall keeps the
cases of grids and of the community: a case is away only above both that and where it began.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from linli.domain.case_flow import Stage, Step, next_stage, refusal
from linli.domain.cases import LEVEL, Case, CaseDraft, Level, StepDraft

_LADDER = tuple(Level)
"""Levels from the lowest to the highest."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where a case stands.

    Attributes:
        stage: the stage, and `since` the day of the step that led there.
        levels: the levels it went up, from where it began to who has it in hand.
        away_since: the day it left the hall, while it is not back.
        unit: where it is while it is away.
        accepted_on: the day of its first acceptance.
        has_risk: whether a risk was reported (art. 25).
        last_day: the day of the last step.
    """

    stage: Stage
    since: date
    levels: tuple[Level, ...]
    away_since: date | None = None
    unit: str = ""
    accepted_on: date | None = None
    has_risk: bool = False
    last_day: date

    @property
    def level(self) -> Level:
        """Who has it in hand."""
        return self.levels[-1]

    @property
    def is_raised(self) -> bool:
        """Whether it was handed up and is not back."""
        return len(self.levels) > 1

    @property
    def is_away(self) -> bool:
        """Whether it is out of the hall."""
        return self.away_since is not None

    def refusal(self, step: Step) -> str | None:
        """Return why a step cannot be taken now, None if it can."""
        if step is Step.HAND_UP and not levels_above(self.level):
            return f"这件案子已经在{LEVEL[self.level]}，没有再上一级可以上交。"
        return refusal(self.stage, step, away=self.is_away, raised=self.is_raised)


def beginning(draft: CaseDraft) -> Standing:
    """Return where a case stands that was just registered."""
    day = draft.registered_on
    return Standing(stage=Stage.REGISTERED, since=day, levels=(draft.first_level,), last_day=day)


def after(standing: Standing, step: StepDraft) -> Standing:
    """Return where a step leads.

    Raises:
        ValueError: it cannot be taken; ask `Standing.refusal` first.
    """
    led = next_stage(
        standing.stage,
        step.step,
        away=standing.is_away,
        raised=standing.is_raised,
        accepted=standing.accepted_on is not None,
    )
    if led is None:
        raise ValueError(f"{step.step} cannot be taken at {standing.stage}")
    levels = _levels(standing.levels, step)
    leaves = _is_outside(levels)
    moved = replace(
        standing,
        stage=led,
        since=standing.since if led is standing.stage else step.day,
        levels=levels,
        away_since=(standing.away_since or step.day) if leaves else None,
        unit=(step.unit or standing.unit) if leaves else "",
        has_risk=standing.has_risk or step.step is Step.RISK,
        last_day=step.day,
    )
    if step.step is Step.ACCEPT and standing.accepted_on is None:
        return replace(moved, accepted_on=step.day)
    return moved


def play(draft: CaseDraft, steps: Iterable[StepDraft]) -> Standing:
    """Return where a case stands after all its steps; the first is its registration.

    Raises:
        ValueError: one of them could not be taken.
    """
    standing = beginning(draft)
    for step in steps:
        if step.step is not Step.REGISTER:
            standing = after(standing, step)
    return standing


def standing_of(case: Case) -> Standing:
    """Return where a saved case stands."""
    levels: tuple[Level, ...] = (case.facts.first_level,)
    for taken in case.steps:
        levels = _levels(levels, taken.facts)
    return Standing(
        stage=case.stage,
        since=case.since or case.facts.registered_on,
        levels=levels,
        away_since=case.away_since,
        unit=case.unit,
        accepted_on=case.accepted_on,
        has_risk=case.day_of(Step.RISK) is not None,
        last_day=max((t.facts.day for t in case.steps), default=case.facts.registered_on),
    )


def available_steps(case: Case) -> tuple[Step, ...]:
    """Return what can be done in a case now, in the order of the work."""
    standing = standing_of(case)
    return tuple(step for step in Step if standing.refusal(step) is None)


def levels_above(level: Level) -> tuple[Level, ...]:
    """Return the levels to which a case can be handed up."""
    return _LADDER[_LADDER.index(level) + 1 :]


def level_before(case: Case) -> Level | None:
    """Return the level to which a case comes back, None if it was not handed up."""
    levels = standing_of(case).levels
    return levels[-2] if len(levels) > 1 else None


def _levels(levels: tuple[Level, ...], step: StepDraft) -> tuple[Level, ...]:
    if step.step is Step.HAND_UP and step.level is not None:
        return (*levels, step.level)
    if step.step is Step.HAND_BACK:
        return levels[:-1]
    if step.step is Step.SETTLED_ABOVE:
        return levels[:1]
    return levels


def _is_outside(levels: tuple[Level, ...]) -> bool:
    own = max(_LADDER.index(levels[0]), _LADDER.index(Level.COMMUNITY))
    return _LADDER.index(levels[-1]) > own
