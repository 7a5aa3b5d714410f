"""How the people of a case are proposed: on which side a party stands, what the case is called."""

from collections.abc import Sequence

from linli.domain.cases import Party, Side

_NAMED = 2


def next_side(parties: Sequence[Party]) -> Side:
    """Return on which side the next party stands: the applicant comes first."""
    sides = {party.side for party in parties}
    open_sides = (side for side in (Side.APPLICANT, Side.RESPONDENT) if side not in sides)
    return next(open_sides, Side.OTHER)


def proposed_title(parties: Sequence[Party], kind: str) -> str:
    """Return a title such as 张三与李四邻里纠纷; "" until both sides are named."""
    first = [party.name for party in parties if party.side is Side.APPLICANT]
    others = [party.name for party in parties if party.side is Side.RESPONDENT]
    if not first or not others:
        return ""
    return f"{_names(first)}与{_names(others)}{kind}纠纷"


def _names(names: Sequence[str]) -> str:
    return "、".join(names) if len(names) <= _NAMED else f"{names[0]}等{len(names)}方"
