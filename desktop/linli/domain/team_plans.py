"""The plan of a team (预案): text with fields that take the names of the day."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from linli.domain.register_texts import spoken
from linli.domain.teams import Member, Rank, Team
from linli.paths import resource

FIELDS = ("社区", "队名", "队长", "副队长", "队员", "人数", "路线", "日期")
"""What may stand in braces."""
_FIELD = re.compile(r"\{([^{}]*)\}")
_NOBODY = "（暂缺）"


@cache
def starter_plan() -> tuple[str, str]:
    """Return title and text of the plan that a new emergency team begins with."""
    data = json.loads(resource("codes/emergency_plan.json").read_text(encoding="utf-8"))
    return data["title"], "\n".join(data["text"])


def unknown_fields(text: str) -> list[str]:
    """Return the fields of a plan that nothing is known for, in braces."""
    found = dict.fromkeys(_FIELD.findall(text))
    return [f"{{{name}}}" for name in found if name not in FIELDS]


def plan_values(
    team: Team, members: Sequence[Member], *, community: str, today: date
) -> Mapping[str, str]:
    """Return what the fields of a plan stand for on a day."""

    def names(rank: Rank) -> str:
        return "、".join(m.facts.name for m in members if m.facts.rank is rank) or _NOBODY

    return {
        "社区": community,
        "队名": team.facts.name,
        "队长": names(Rank.LEADER),
        "副队长": names(Rank.DEPUTY),
        "队员": names(Rank.MEMBER),
        "人数": str(len(members)),
        "路线": team.facts.route or _NOBODY,
        "日期": spoken(today),
    }


def filled_plan(text: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """Return the paragraphs of a plan with its fields filled; unknown ones stay as they are."""
    whole = _FIELD.sub(lambda found: values.get(found[1], found[0]), text)
    return tuple(line for line in (line.strip() for line in whole.splitlines()) if line)
