"""Gaps of the ledger (缺项名单): whose facts, which households and homes are not complete."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from linli.domain.labels import MISSING_FACT
from linli.domain.residents import MissingFact

AT_THE_DOOR = (
    MissingFact.DOCUMENT,
    MissingFact.PHONE,
    MissingFact.BIRTH,
    MissingFact.SEX,
)
"""What a clerk can ask for on the doorstep."""


PHONE_FROM_AGE = 16
"""Years from which a phone of one's own is asked for: from then on one has to have an identity card
(居民身份证法 art. 7); who is younger is reached through the household."""


class Gap(StrEnum):
    """What a list of gaps is about."""

    AT_THE_DOOR = "at_the_door"  # 证件号、电话、出生日期、性别里缺任何一项
    DOCUMENT = "document"
    PHONE = "phone"
    BIRTH = "birth"
    SEX = "sex"
    HOUSEHOLD = "household"
    ADDRESS = "address"
    GRID = "grid"
    PARTY = "party"
    PHOTO = "photo"
    HEADLESS = "headless"  # households in which people live, none of them the head
    DWELLING = "dwelling"  # homes in no grid, whether somebody lives there or not

    @property
    def facts(self) -> tuple[MissingFact, ...]:
        """The facts of a person that one of these lacks; none of a household or a home."""
        if self is Gap.AT_THE_DOOR:
            return AT_THE_DOOR
        return () if self in _PLACES else (MissingFact(self.value),)

    @property
    def unit(self) -> str:
        """What is counted."""
        return _PLACES.get(self, "人")

    @property
    def label(self) -> str:
        """What is said of it: 没有照片."""
        if self in _LABELS:
            return _LABELS[self]
        (fact,) = self.facts
        return f"没有{MISSING_FACT[fact]}"


_PLACES = {Gap.HEADLESS: "户", Gap.DWELLING: "处"}
_LABELS = {
    Gap.PHONE: "满16岁没有电话",
    Gap.AT_THE_DOOR: "入户要补的：证件号、电话、出生、性别",
    Gap.HOUSEHOLD: "没有入户",
    Gap.GRID: "住址不在网格里",
    Gap.PARTY: "党员没有登记党员情况",
    Gap.HEADLESS: "没有户主的户",
    Gap.DWELLING: "不在网格里的房屋",
}


@dataclass(frozen=True, kw_only=True)
class GapFilter:
    """Which list: of a gap, in one grid, or where there is no grid."""

    gap: Gap
    grid_id: int | None = None
    without_grid: bool = False


@dataclass(frozen=True, kw_only=True)
class GapLine:
    """A person, a household or a home with what is missing.

    `resident_id` is who is opened to put it right, `household_id` which household; a home in
    which nobody lives has neither. `name` is the person, of a household or home somebody who lives
    there; `people` counts who lives in it.
    """

    resident_id: int | None
    name: str
    sex: str = ""
    age: int | None = None
    place: str = ""
    grid: str = ""
    lacks: tuple[MissingFact, ...] = ()
    household_id: int | None = None
    people: int | None = None

    @property
    def text(self) -> str:
        """What is missing, and of a household or home how many live there."""
        if self.people is None:
            return lacks_text(self.lacks)
        return f"住 {self.people} 人" if self.people else "没有人住"


def lacks_text(facts: Sequence[MissingFact]) -> str:
    """Return missing facts as words: 电话、照片."""
    return "、".join(MISSING_FACT[fact] for fact in facts)
