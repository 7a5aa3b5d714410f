"""The clocks of a petition (信访期限、信访预警): what of its life starts and stops which limit.

How long each takes is data (`limits`). A petition that is handled in the simple way (简易办理) has
limits of its own.
"""

from collections.abc import Mapping
from datetime import date

from linli.domain.clocks import Clock, Light, Subject, clocks_from
from linli.domain.limits import Area, Limits, longest_day
from linli.domain.petition_flow import Move
from linli.domain.petitions import Petition
from linli.domain.working_days import Calendar

SETTLE = "petition.close"
"""The limit that can be made longer."""
_SETTLES = frozenset({SETTLE, "petition.simple_close"})
ASK_REVIEW = "petition.ask_review"
"""The right of the person to have an answer reviewed."""
_ROUNDS = (
    ("复查", Move.ANSWER, Move.ASK_REVIEW, Move.REVIEW),
    ("复核", Move.REVIEW, Move.ASK_RECHECK, Move.RECHECK),
)


class PetitionClocks:
    """Works out clocks by the hall's limits and calendar, as they stand today."""

    def __init__(self, limits: Limits, calendar: Calendar, today: date) -> None:
        self._limits = limits
        self._calendar = calendar
        self.today = today

    def of(self, petition: Petition) -> list[Clock]:
        """Return the clocks of a petition: those that run, and those that have stopped.

        Of an ended one only what was done is left, and the rights of the person; of a voided one
        nothing.
        """
        if petition.voided_reason is not None:
            return []
        subject = Subject(
            area=Area.PETITION,
            id=petition.id,
            number=petition.number,
            title=petition.facts.matter,
            who=petition.unit,
        )
        extension = petition.last(Move.EXTEND)
        until = None if extension is None else extension.until
        found = self._from(subject, _events(petition), {} if until is None else {SETTLE: until})
        for detail, served, asked, answered in _ROUNDS:
            days = {
                "answer_served": petition.day_of(served),
                "review_asked": petition.day_of(asked),
                "review_received": petition.day_of(asked),
                "review_answered": petition.day_of(answered),
            }
            found += self._from(subject, days, {}, detail)
        return [clock for clock in found if clock.done or clock.is_right or petition.is_open]

    def next_due(self, petition: Petition) -> Clock | None:
        """Return what somebody has to do first, None if there is nothing."""
        waiting = [
            clock
            for clock in self.of(petition)
            if clock.light is not Light.DONE and not clock.is_right
        ]
        return min(waiting, key=lambda clock: clock.due, default=None)

    def settling(self, petition: Petition) -> Clock | None:
        """Return the clock of the answer to what was accepted, None where it does not run."""
        return next((clock for clock in self.of(petition) if clock.key in _SETTLES), None)

    def asking(self, petition: Petition) -> Clock | None:
        """Return the clock of the person's last right to ask for a review, None before."""
        found = [clock for clock in self.of(petition) if clock.key == ASK_REVIEW]
        return found[-1] if found else None

    def longest(self, petition: Petition) -> date | None:
        """Return the last day to which handling can be extended, None where nothing says."""
        accepted = petition.day_of(Move.ACCEPT)
        limit = None if accepted is None else self._limits.on(SETTLE, accepted)
        if limit is None or accepted is None:
            return None
        return longest_day(limit.facts, accepted, self._calendar)

    def _from(
        self,
        subject: Subject,
        days: Mapping[str, date | None],
        extended: Mapping[str, date],
        detail: str = "",
    ) -> list[Clock]:
        return clocks_from(
            subject,
            {key: day for key, day in days.items() if day is not None},
            self._limits,
            self._calendar,
            self.today,
            extended=extended,
            detail=detail,
        )


def _events(petition: Petition) -> dict[str, date | None]:
    """Return the days of the events up to the answer; one that was withdrawn waits for nothing."""
    simple = "_simple" if petition.facts.simple else ""
    withdrawn = petition.day_of(Move.WITHDRAW)
    return {
        f"received{simple}": petition.facts.received_on,
        "told": petition.day_of(Move.TELL) or withdrawn,
        f"accepted{simple}": petition.day_of(Move.ACCEPT),
        "answered": petition.day_of(Move.DECIDE) or withdrawn,
    }
