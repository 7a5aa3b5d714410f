"""Claimed posts (岗位认领) and pledges (承诺): the catalogue, who claimed what, what was kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from linli.domain.grid_places import covers


class PostKind(StrEnum):
    """Kinds of posts that are claimed."""

    SIX = "six"
    PARTY = "party"
    VOLUNTEER = "volunteer"


POST_KINDS = {
    PostKind.SIX: "六大员",
    PostKind.PARTY: "无职党员设岗定责",
    PostKind.VOLUNTEER: "志愿岗",
}


@dataclass(frozen=True, kw_only=True)
class DutyPostDraft:
    """A post that can be claimed.

    Attributes:
        kind: of which kind.
        name: no two posts share it.
        duties: what whoever claims it does.
        pledge: the text that a new claim begins with.
        wanted: how many it takes; None any number.
    """

    kind: PostKind
    name: str
    duties: str | None = None
    pledge: str | None = None
    wanted: int | None = None


@dataclass(frozen=True, kw_only=True)
class DutyPost:
    """A saved post; `holders` is how many have claimed it on the day."""

    id: int
    version: int
    facts: DutyPostDraft
    holders: int = 0

    @property
    def missing(self) -> int:
        """How many are still wanted."""
        return max((self.facts.wanted or 0) - self.holders, 0)


@dataclass(frozen=True, kw_only=True)
class ClaimDraft:
    """Who claimed a post, and what was pledged.

    Attributes:
        post_id: the post.
        name: of a resident the name at that time.
        since: the first day.
        grid_id: the grid; None the whole community.
        resident_id: the person as a resident.
        phone: the number; None: the one that the ledger has of the resident.
        until: the last day; None while it goes on.
        pledge: what was pledged.
        pledged_on: on which day; None where nothing was pledged yet.
        kept: whether the pledge was kept (践诺); None until somebody looked.
        kept_on: when that was seen.
        kept_note: what was seen.
    """

    post_id: int
    name: str
    since: date
    grid_id: int | None = None
    resident_id: int | None = None
    phone: str | None = None
    until: date | None = None
    pledge: str | None = None
    pledged_on: date | None = None
    kept: bool | None = None
    kept_on: date | None = None
    kept_note: str | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the post is held on a day."""
        return covers(self.since, self.until, day)


@dataclass(frozen=True, kw_only=True)
class Claim:
    """A saved claim; `phone` is the number to call in full ("" if none; show it masked)."""

    id: int
    version: int
    facts: ClaimDraft
    post: str
    kind: PostKind
    grid: str = ""
    phone: str = ""


@dataclass(frozen=True, kw_only=True)
class ClaimFilter:
    """Which claims a list shows; `on` keeps those that are held that day."""

    post_id: int | None = None
    grid_id: int | None = None
    kind: PostKind | None = None
    on: date | None = None


@dataclass(frozen=True, kw_only=True)
class PledgeSums:
    """How many claimed, pledged, and kept their word, or did not.

    `people` counts who pledged once, on however many posts.
    """

    claims: int
    pledged: int
    people: int
    kept: int
    broken: int

    @property
    def words(self) -> str:
        """The figures in one sentence that closes: 践诺 + 没有 + 未评定 = 承诺."""
        waiting = self.pledged - self.kept - self.broken
        return (
            f"{self.people} 人作出承诺（{self.pledged} 份）：已践诺 {self.kept}、"
            f"没有践诺 {self.broken}、还没评定 {waiting}。"
        )


def pledge_sums(claims: Sequence[Claim]) -> PledgeSums:
    """Return the sums of some claims."""
    pledged = [claim.facts for claim in claims if claim.facts.pledged_on]
    people = {
        ("resident", facts.resident_id) if facts.resident_id else (facts.name, facts.phone)
        for facts in pledged
    }
    return PledgeSums(
        claims=len(claims),
        pledged=len(pledged),
        people=len(people),
        kept=sum(facts.kept is True for facts in pledged),
        broken=sum(facts.kept is False for facts in pledged),
    )


def kept_words(facts: ClaimDraft) -> str:
    """Return what became of a pledge: 已践诺 2026-06-30, nothing where none was made."""
    if facts.pledged_on is None:
        return ""
    if facts.kept is None:
        return "还没评定"
    words = "已践诺" if facts.kept else "没有践诺"
    return f"{words} {facts.kept_on.isoformat()}" if facts.kept_on else words
