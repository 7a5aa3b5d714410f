"""The sample hall's own time limits: what no law names, decided by the hall."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from linli.domain.limits import Area, LimitDraft, Unit, shipped_limits
from linli.storage import limits

if TYPE_CHECKING:
    from linli.storage.database import Writing

_DECIDED = "社区居委会会议决定"
_ACCEPT = "mediation.accept"
_ACCEPT_DAYS = 3
_OWN = LimitDraft(
    key="own.1",
    title="居住情况核实",
    area=Area.OTHER,
    start="started",
    end="finished",
    amount=2,
    unit=Unit.WORKING_DAYS,
    warn_days=1,
    source=_DECIDED,
)


def add_limits(work: "Writing", today: date) -> None:
    """Add a limit for accepting disputes and one for a matter of the hall's own.

    Args:
        work: the transaction.
        today: both hold from the beginning of this year on.
    """
    since = date(today.year, 1, 1)
    shipped = next(each.facts for each in shipped_limits() if each.facts.key == _ACCEPT)
    accept = replace(shipped, amount=_ACCEPT_DAYS, source=_DECIDED)
    for draft in (accept, _OWN):
        limits.save_limit(work.session, None, replace(draft, valid_from=since))
