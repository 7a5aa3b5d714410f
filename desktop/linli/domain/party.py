"""Party members (党员): how the community looks after each, and where their membership lies."""

from dataclasses import dataclass
from enum import StrEnum

from linli.domain.values.dates import PartialDate

PARTY_CODES = ("01", "02")
"""GB/T 4762: members of the Communist Party and probationary ones (中共党员、中共预备党员)."""


class PartyManagement(StrEnum):
    """The three ways (三管): a branch of the community leads, shares or stands in."""

    DIRECT = "direct"  # 直管: 离退休、下岗党员
    ASSIST = "assist"  # 协管: 在职党员
    ENTRUST = "entrust"  # 托管: 流动党员


class PartyBelonging(StrEnum):
    """Whether the membership lies with this community (属地) or elsewhere (其他)."""

    LOCAL = "local"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class PartyMembership:
    """What is recorded of a party member.

    Attributes:
        branch: the branch (党支部) of this community.
        joined: the day of joining (入党日期).
        management: how the community looks after the member; None where nobody has said.
        belonging: where the membership lies; None where nobody has said.
        home_organisation: of a member whose membership lies elsewhere, where (组织关系所在党组织).
        certificate: number of the certificate of a floating member (流动党员活动证).
        registered: the day of registration at the station of floating members (流动党员登记站).
        difficulty: a member in difficulty (困难党员).
        post: the post taken on without office (无职党员设岗).
        note: anything else.
    """

    branch: str | None = None
    joined: PartialDate | None = None
    management: PartyManagement | None = None
    belonging: PartyBelonging | None = None
    home_organisation: str | None = None
    certificate: str | None = None
    registered: PartialDate | None = None
    difficulty: bool = False
    post: str | None = None
    note: str | None = None
