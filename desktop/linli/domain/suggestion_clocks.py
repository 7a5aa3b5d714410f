"""The clock of a suggestion (建议答复期限): the hall's own rule, no legal term."""

from datetime import date

from linli.domain.clocks import Clock, Subject, clocks_from
from linli.domain.limits import Area, Limits
from linli.domain.suggestions import Suggestion
from linli.domain.working_days import Calendar

_TITLE = 24
"""Characters of a suggestion that stand for its title."""


def clocks_of_suggestion(
    suggestion: Suggestion, limits: Limits, calendar: Calendar, today: date
) -> list[Clock]:
    """Return the clock of the reply to a suggestion; none of a voided one."""
    if suggestion.voided_reason is not None:
        return []
    first = suggestion.facts.content.split("\n", 1)[0]
    subject = Subject(
        area=Area.SUGGESTION,
        id=suggestion.id,
        number=suggestion.number,
        title=first if len(first) <= _TITLE else f"{first[:_TITLE]}…",
    )
    events = {"received": suggestion.facts.day}
    if suggestion.reply is not None:
        events["answered"] = suggestion.reply.day
    return clocks_from(subject, events, limits, calendar, today)
